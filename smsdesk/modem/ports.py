"""Which serial ports there are, what USB says of them, and who holds them, before anybody opens one."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serial.tools import list_ports

_BLUETOOTH = re.compile(r"/dev/rfcomm")
"""Opening such a port calls a phone by radio and may block for a minute."""
_PSEUDO_TERMINALS = "/dev/pts/"
"""Whoever serves one holds it open too, so an open file says nothing; the lock of the port does."""
_INTERFACE = re.compile(r":\w+\.(\d+)$")


@dataclass(frozen=True)
class Surroundings:
    """Where the system tells about ports; tests lay out their own."""

    sys: Path = Path("/sys")
    proc: Path = Path("/proc")
    locks: tuple[Path, ...] = (Path("/run/lock"), Path("/var/lock"))
    """Folders of UUCP lock files (Filesystem Hierarchy Standard 3.0, 5.9): LCK..ttyUSB0 with a process id."""
    comports: Callable[[], Iterable[Any]] = list_ports.comports
    """As pyserial lists them: ListPortInfo."""


@dataclass(frozen=True)
class Candidate:
    """A port that may be a modem. `usb` is "VVVV:PPPP" in hex, "" for other ports.

    `device` names the USB device that the port is part of; `interface` is its number there, None unknown.
    """

    url: str
    usb: str = ""
    device: str = ""
    interface: int | None = None
    label: str = ""
    """What the interface or the product calls itself."""


@dataclass(frozen=True)
class Holder:
    """A process that has a port open."""

    pid: int
    name: str

    @property
    def is_this_process(self) -> bool:
        """Whether it is the program itself."""
        return self.pid == os.getpid()


def candidates(surroundings: Surroundings) -> list[Candidate]:
    """Every serial port of the computer that is worth asking, in the order of their names."""
    ports = (_candidate(info) for info in surroundings.comports())
    return sorted((port for port in ports if not _BLUETOOTH.match(port.url)), key=lambda port: port.url)


def candidate_of(url: str, known: Iterable[Candidate]) -> Candidate:
    """What is known of a port that somebody named: by its own name or by a link to it."""
    path = os.path.realpath(url)
    for candidate in known:
        if path == os.path.realpath(candidate.url):
            return Candidate(url, candidate.usb, candidate.device, candidate.interface, candidate.label)
    return Candidate(url)


def _candidate(info: Any) -> Candidate:
    if info.vid is None:
        return Candidate(info.device)
    location = info.location or ""
    found = _INTERFACE.search(location)
    return Candidate(
        url=info.device,
        usb=f"{info.vid:04x}:{info.pid:04x}",
        device=location.partition(":")[0] or info.serial_number or "",
        interface=int(found[1]) if found else None,
        label=info.interface or info.product or "",
    )


def holders(surroundings: Surroundings, urls: Iterable[str]) -> dict[str, Holder]:
    """Who has these ports open, as far as this user may see; a lock file of a living process counts."""
    devices = {os.path.realpath(url): url for url in urls if url.startswith("/")}
    held: dict[str, Holder] = {}
    for path, url in devices.items():
        owner = _lock_owner(surroundings, Path(path).name)
        if owner is not None:
            held[url] = owner
    wanted = {path: url for path, url in devices.items() if not path.startswith(_PSEUDO_TERMINALS)}
    for path, holder in _open_files(surroundings.proc) if wanted else ():
        if path in wanted:
            held.setdefault(wanted[path], holder)
    return held


def process_runs(surroundings: Surroundings, name: str) -> bool:
    """Whether a process of that name runs (its first 15 characters: proc(5), comm)."""
    return any(_name(folder) == name[:15] for folder in _processes(surroundings.proc))


def _lock_owner(surroundings: Surroundings, device: str) -> Holder | None:
    for folder in surroundings.locks:
        with contextlib.suppress(OSError, ValueError):
            pid = int((folder / f"LCK..{device}").read_text("ascii").split()[0])
            if (surroundings.proc / str(pid)).exists():
                return Holder(pid, _name(surroundings.proc / str(pid)))
    return None


def _open_files(proc: Path) -> Iterator[tuple[str, Holder]]:
    for folder in _processes(proc):
        with contextlib.suppress(OSError):  # another user's process, or one that just ended
            for entry in os.scandir(folder / "fd"):
                with contextlib.suppress(OSError):
                    yield str(Path(entry.path).readlink()), Holder(int(folder.name), _name(folder))


def _processes(proc: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from (folder for folder in proc.iterdir() if folder.name.isdigit())


def _name(process: Path) -> str:
    try:
        return (process / "comm").read_text("utf-8", "replace").strip()
    except OSError:
        return ""
