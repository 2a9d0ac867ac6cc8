"""The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1)."""

from __future__ import annotations

ESCAPE = 0x1B
"""The septet that announces one character of the extension table."""

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅå"
    "Δ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ"
    " !\"#¤%&'()*+,-./"
    "0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmno"
    "pqrstuvwxyzäöñüà"
)
"""The character of each septet, 0 to 127. Septet 27 is the escape, which is no character of a text."""

EXTENSION = {
    0x0A: "\f",
    0x14: "^",
    0x28: "{",
    0x29: "}",
    0x2F: "\\",
    0x3C: "[",
    0x3D: "~",
    0x3E: "]",
    0x40: "|",
    0x65: "€",
}
"""The character of each septet that follows an escape."""

ONE_SEPTET = frozenset(BASIC.replace(chr(ESCAPE), ""))
"""Characters that cost one septet."""

TWO_SEPTETS = frozenset(EXTENSION.values())
"""Characters that cost two: the escape and their own."""

ALPHABET = ONE_SEPTET | TWO_SEPTETS
"""Everything that can be written without UCS-2."""
