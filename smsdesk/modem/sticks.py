"""USB sticks that are no serial modems: those that are web routers, and those still posing as a CD-ROM."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from smsdesk.domain.sentences import Sentence, say

_MAKERS = {
    "12d1": "Huawei",
    "19d2": "ZTE",
    "1bbb": "Alcatel",
    "0af0": "Option",
    "1199": "Sierra Wireless",
    "2001": "D-Link",
}
"""USB vendors whose devices are mobile sticks when they bring a network card."""
_ROUTERS = frozenset({"12d1:14db", "12d1:14dc", "19d2:1403", "19d2:1405", "1bbb:0195"})
"""HiLink and its kin, known by number: usb.ids and usb_modeswitch's data."""
_POSING_AS_CD = frozenset({"12d1:1446", "12d1:14fe", "12d1:1f01", "19d2:2000", "1bbb:f000"})
"""Sticks that show a disc with Windows drivers until usb_modeswitch wakes the modem in them."""


@dataclass(frozen=True)
class Stick:
    """One such stick: "VVVV:PPPP", and what it is with the next step."""

    usb: str
    maker: str
    sentence: Sentence


def sticks(sys: Path) -> list[Stick]:
    """Look through the USB devices of a /sys; none where there is no such folder."""
    folder = sys / "bus/usb/devices"
    try:
        devices = sorted(path for path in folder.iterdir() if ":" not in path.name)
    except OSError:
        return []
    return [stick for device in devices if (stick := _stick(device)) is not None]


def _stick(device: Path) -> Stick | None:
    vendor, product = _line(device / "idVendor"), _line(device / "idProduct")
    maker = _MAKERS.get(vendor)
    if maker is None or _has(device, "tty*", "tty/tty*"):
        return None
    usb = f"{vendor}:{product}"
    if usb in _POSING_AS_CD:
        return Stick(usb, maker, _posing(maker))
    if usb in _ROUTERS or _has(device, "net/*"):
        return Stick(usb, maker, _router(maker))
    return None


def _router(maker: str) -> Sentence:
    return say(
        "This {maker} stick is a small web router (HiLink) and has no modem port. Use a stick with a modem.",
        maker=maker,
    )


def _posing(maker: str) -> Sentence:
    return say(
        "This {maker} stick still shows its driver disc instead of its modem. "
        "Install the package usb-modeswitch, then plug it in again.",
        maker=maker,
    )


def _has(device: Path, *patterns: str) -> bool:
    """Whether one of the device's interfaces (DEVICE:CONFIGURATION.NUMBER beside it) has such a part."""
    return any(
        next(device.parent.glob(f"{device.name}:*/{pattern}"), None) is not None for pattern in patterns
    )


def _line(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace").strip().lower()
    except OSError:
        return ""
