"""PDUs for the tests, put together octet by octet, independently of the program."""

from __future__ import annotations

CENTRE = "07913366003000F0"
SENDER = "0B913316325476F8"
"""+33612345678."""
STAMP = "62112241000080"
"""2026-11-22 14:00:00, two hours east of Greenwich."""


def deliver(
    user_data: str,
    length: int | None = None,
    *,
    coding: int = 0,
    header: bool = False,
    sender: str = SENDER,
    stamp: str = STAMP,
    centre: str = CENTRE,
) -> str:
    """An SMS-DELIVER around user data in hex; `length` is TP-UDL, by default the number of octets."""
    data = user_data.replace(" ", "")
    size = len(data) // 2 if length is None else length
    first = 0x44 if header else 0x04
    return f"{centre}{first:02X}{sender}00{coding:02X}{stamp}{size:02X}{data}"


def report(status: int, *, ref: int = 42, recipient: str = SENDER, tail: str = "") -> str:
    """An SMS-STATUS-REPORT."""
    return f"{CENTRE}06{ref:02X}{recipient}{STAMP}{STAMP}{status:02X}{tail}"


def packed(septets: bytes, fill_bits: int = 0) -> str:
    """Septets as 23.038 (6.1.2.1) packs them, by way of a string of bits, in hex."""
    bits = "".join(f"{septet:07b}" for septet in reversed(septets)) + "0" * fill_bits
    bits = bits.rjust(-(-len(bits) // 8) * 8, "0")
    return bytes(int(bits[at : at + 8], 2) for at in range(len(bits) - 8, -1, -8)).hex()


def delivered(submit: str) -> str:
    """What the network makes of an SMS-SUBMIT in hex: its SMS-DELIVER."""
    octets = bytes.fromhex(submit)
    first, address = octets[1], octets[3 : 3 + 2 + (octets[3] + 1) // 2]
    at = 3 + len(address)
    coding = octets[at + 1]
    at += 2 + (1 if first & 0x10 else 0)
    user_data = octets[at + 1 :].hex()
    return deliver(user_data, octets[at], coding=coding, header=bool(first & 0x40), sender=address.hex())
