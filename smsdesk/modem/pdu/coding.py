"""The data coding scheme: in which alphabet user data is written (3GPP TS 23.038, 4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Alphabet(Enum):
    """How the octets of user data become text, if they do."""

    GSM7 = "GSM 7 bit"
    DATA = "8 bit data"
    UCS2 = "UCS-2"
    COMPRESSED = "compressed"
    """3GPP TS 23.042: kept as data, no network in service uses it."""


@dataclass(frozen=True)
class Coding:
    """What a data coding scheme says; `message_class` 0 is a flash SMS."""

    alphabet: Alphabet
    message_class: int | None = None


_BY_BITS = (Alphabet.GSM7, Alphabet.DATA, Alphabet.UCS2, Alphabet.GSM7)
"""Bits 3 and 2 of the general group; the reserved fourth value reads as GSM 7 bit."""
_COMPRESSED = 0x20
_HAS_CLASS = 0x10
_GENERAL_GROUPS = range(0x8)
"""General data coding, and the same marked for automatic deletion."""
_WAITING_UCS2 = 0xE
_CLASS_GROUP = 0xF


def coding_of(scheme: int) -> Coding:
    """Read one octet; reserved values read as GSM 7 bit, as the specification asks of receivers."""
    group = scheme >> 4
    if group in _GENERAL_GROUPS:
        message_class = scheme & 3 if scheme & _HAS_CLASS else None
        compressed = scheme & _COMPRESSED
        return Coding(Alphabet.COMPRESSED if compressed else _BY_BITS[scheme >> 2 & 3], message_class)
    if group == _CLASS_GROUP:
        return Coding(Alphabet.DATA if scheme & 4 else Alphabet.GSM7, scheme & 3)
    return Coding(Alphabet.UCS2 if group == _WAITING_UCS2 else Alphabet.GSM7)
