"""A computer laid out on disk for the tests of ports: its processes, locks, USB devices and serial ports."""

from __future__ import annotations

from pathlib import Path

from serial.tools.list_ports_common import ListPortInfo

from smsdesk.modem.ports import Surroundings


class Computer:
    """Folders like /proc, /sys and /run/lock, and a list of ports as pyserial would give it."""

    def __init__(self, folder: Path) -> None:
        self.proc, self.sys, self.lock = folder / "proc", folder / "sys", folder / "lock"
        for path in (self.proc, self.sys / "bus/usb/devices", self.lock):
            path.mkdir(parents=True)
        self.ports: list[ListPortInfo] = []
        self.surroundings = Surroundings(self.sys, self.proc, (self.lock,), lambda: self.ports)

    def process(self, pid: int, name: str, *opened: str) -> None:
        folder = self.proc / str(pid)
        (folder / "fd").mkdir(parents=True)
        (folder / "comm").write_text(f"{name}\n")
        for number, path in enumerate(opened):
            (folder / "fd" / str(number)).symlink_to(path)

    def lock_file(self, device: str, pid: int) -> None:
        (self.lock / f"LCK..{device}").write_text(f"{pid:>10}\n")

    def port(
        self, device: str, usb: str = "", location: str | None = None, interface: str | None = None
    ) -> str:
        info = ListPortInfo(device)
        if usb:
            info.vid, info.pid = (int(number, 16) for number in usb.split(":"))
        info.location, info.interface = location, interface
        self.ports.append(info)
        return device

    def usb_device(self, name: str, usb: str, *parts: str) -> None:
        """A device in /sys with parts of its interfaces: "1.0/net/eth1", "1.1/ttyUSB0"."""
        folder = self.sys / "bus/usb/devices"
        (folder / name).mkdir()
        vendor, product = usb.split(":")
        (folder / name / "idVendor").write_text(f"{vendor}\n")
        (folder / name / "idProduct").write_text(f"{product}\n")
        for part in parts:
            (folder / f"{name}:{part}").mkdir(parents=True)
