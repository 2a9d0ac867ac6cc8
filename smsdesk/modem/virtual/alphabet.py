"""The SMS alphabets (3GPP TS 23.038) as the virtual network speaks them: GSM 7 bit and UCS-2."""

from __future__ import annotations

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ"
    " !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""Septet value to character (23.038, 6.2.1)."""

EXTENSION = {
    0x0A: "\f", 0x14: "^", 0x28: "{", 0x29: "}", 0x2F: "\\",
    0x3C: "[", 0x3D: "~", 0x3E: "]", 0x40: "|", 0x65: "€",
}  # fmt: skip
"""What follows an escape (23.038, 6.2.1.1)."""

ESCAPE = 0x1B

_SEPTETS = {char: bytes([value]) for value, char in enumerate(BASIC) if value != ESCAPE} | {
    char: bytes([ESCAPE, value]) for value, char in EXTENSION.items()
}


def fits_gsm7(text: str) -> bool:
    """Tell whether every character has a septet or a pair of them."""
    return all(char in _SEPTETS for char in text)


def to_septets(text: str) -> list[bytes]:
    """Each character as its one or two septets; ValueError when one has none."""
    try:
        return [_SEPTETS[char] for char in text]
    except KeyError as missing:
        raise ValueError(f"{missing} is not in the GSM alphabet") from None


def from_septets(septets: bytes) -> str:
    """Read septets; an escape before an unassigned value shows the basic character (23.038, 6.2.1.1)."""
    if ESCAPE not in septets:
        return "".join(map(BASIC.__getitem__, septets))
    text: list[str] = []
    escaped = False
    for value in septets:
        if escaped:
            text.append(EXTENSION.get(value, BASIC[value] if value != ESCAPE else " "))
            escaped = False
        elif value == ESCAPE:
            escaped = True
        else:
            text.append(BASIC[value])
    return "".join(text)


def pack(septets: bytes, fill_bits: int = 0) -> bytes:
    """Pack septets into octets, the first one shifted by `fill_bits` (23.038, 6.1.2.1; 23.040, 9.2.3.24)."""
    number = 0
    for value in reversed(septets):
        number = number << 7 | value
    bits = 7 * len(septets) + fill_bits
    return (number << fill_bits).to_bytes((bits + 7) // 8, "little")


def unpack(octets: bytes, count: int, fill_bits: int = 0) -> bytes:
    """Give back `count` septets; ValueError when the octets are too few."""
    if len(octets) * 8 < 7 * count + fill_bits:
        raise ValueError("the user data are shorter than their length says")
    number = int.from_bytes(octets, "little") >> fill_bits
    return bytes(number >> (7 * index) & 0x7F for index in range(count))


def to_ucs2(text: str) -> bytes:
    """UTF-16 big endian, as phones have written and read UCS-2 for years."""
    return text.encode("utf-16-be", "surrogatepass")


def from_ucs2(octets: bytes) -> str:
    """Read UTF-16 big endian; a lone surrogate stays one, an odd last octet is refused with ValueError."""
    return octets.decode("utf-16-be", "surrogatepass")
