"""SMS addresses and times in their packed forms (3GPP TS 23.040, 9.1.2.5 and 9.2.3.11)."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from smsdesk.modem.virtual import alphabet

INTERNATIONAL = 0x91
UNKNOWN_NUMBER = 0x81
ALPHANUMERIC = 0xD0

_DIGITS = "0123456789*#abc"
"""Semi-octets 0 to 14 (23.040, 9.1.2.3); 15 fills up."""

_QUARTER = timedelta(minutes=15)


def semi_octets(digits: str) -> bytes:
    """Digits two by two, the first in the low half, filled with F."""
    padded = digits + "f" * (len(digits) % 2)
    return bytes.fromhex("".join(padded[i + 1] + padded[i] for i in range(0, len(padded), 2)))


def read_semi_octets(octets: bytes, count: int) -> str:
    """`count` digits back; ValueError when a filler stands in between."""
    nibbles = [half for octet in octets for half in (octet & 0xF, octet >> 4)][:count]
    if 0xF in nibbles:
        raise ValueError("a filler stands inside the number")
    return "".join(_DIGITS[nibble] for nibble in nibbles)


def encode_address(name: str) -> bytes:
    """Length, type and value: "+336..." international, digits unknown type, anything else alphanumeric."""
    if name.startswith("+") and name.isascii() and name[1:].isdigit():
        return bytes([len(name) - 1, INTERNATIONAL]) + semi_octets(name[1:])
    if all(char in "0123456789*#" for char in name):
        digits = name.replace("*", "a").replace("#", "b")
        return bytes([len(name), UNKNOWN_NUMBER]) + semi_octets(digits)
    septets = b"".join(alphabet.to_septets(name))[:11]
    return bytes([(len(septets) * 7 + 3) // 4, ALPHANUMERIC]) + alphabet.pack(septets)


def decode_address(octets: bytes) -> tuple[str, int]:
    """The address at the start of `octets`, and how many octets it took; ValueError when it is cut short."""
    length, kind = octets[0], octets[1]
    size = (length + 1) // 2
    value = octets[2 : 2 + size]
    if len(value) < size:
        raise ValueError("the address is cut short")
    if kind & 0x70 == ALPHANUMERIC & 0x70:
        return alphabet.from_septets(alphabet.unpack(value, length * 4 // 7)), 2 + size
    digits = read_semi_octets(value, length)
    return ("+" + digits if kind & 0x70 == INTERNATIONAL & 0x70 else digits), 2 + size


def encode_centre(number: str) -> bytes:
    """The service centre before a TPDU in PDU mode: the length counts octets (27.005, 3.1, <pdu>)."""
    if not number:
        return b"\x00"
    kind = INTERNATIONAL if number.startswith("+") else UNKNOWN_NUMBER
    value = bytes([kind]) + semi_octets(number.lstrip("+"))
    return bytes([len(value)]) + value


def encode_time(moment: datetime) -> bytes:
    """Seven octets, local time and its distance from UTC in quarters of an hour (23.040, 9.2.3.11)."""
    quarters = (moment.utcoffset() or timedelta()) // _QUARTER
    zone = int(f"{abs(quarters):02d}"[::-1], 16) | (0x08 if quarters < 0 else 0)
    return semi_octets(moment.strftime("%y%m%d%H%M%S")) + bytes([zone])


def decode_time(octets: bytes) -> datetime:
    """The moment back, aware; ValueError when it is no date."""
    digits = read_semi_octets(octets[:6], 12)
    sign = -1 if octets[6] & 0x08 else 1
    quarters = (octets[6] & 0x07) * 10 + (octets[6] >> 4)
    zone = timezone(sign * quarters * _QUARTER)
    return datetime.strptime(digits, "%y%m%d%H%M%S").replace(tzinfo=zone)
