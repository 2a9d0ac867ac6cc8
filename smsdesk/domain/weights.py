"""What pieces of a text weigh, so that a merged text is counted by adding instead of reading it again.

Units add up: a message costs the sum of its pieces in the cheapest encoding that writes all of them. Only
where it is cut between two parts the whole text has to be looked at, and only if it holds characters that
take two units (3GPP TS 23.038, 6.2.1.1, and surrogate pairs).
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from smsdesk.domain import gsm0338
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.text import (
    PER_PART,
    SINGLE,
    doubled,
    measure,
    normalise,
    offending,
    segment,
    utf16_length,
)


class Piece(NamedTuple):
    """A piece of a message in its normal form: its length in septets and UTF-16 units, its dear characters.

    `septets` is of use only where nothing is dear; `wide` says that some character takes two units.
    """

    text: str
    septets: int
    units: int
    dear: tuple[str, ...] = ()
    wide: bool = False


class Counted(NamedTuple):
    """A whole text counted."""

    text: str
    encoding: Encoding
    units: int
    parts: int
    dear: tuple[str, ...]


_is_plain = re.compile("[" + re.escape("".join(sorted(gsm0338.ONE_SEPTET - {"\r"}))) + "]*").fullmatch
"""Texts that are in their normal form already and cost a septet a character, as most names are."""


def weigh(text: str) -> Piece:
    """Weigh one piece, whatever is in it."""
    if _is_plain(text):
        return Piece(text, len(text), len(text))
    piece = normalise(text)
    length, units = len(piece), utf16_length(piece)
    double = doubled(piece)
    return Piece(piece, length + double, units, offending(piece), bool(double) or units > length)


def count(text: str, septets: int, units: int, dear: tuple[str, ...], wide: bool) -> Counted:
    """Count a text that is made of pieces, whose weights are given together."""
    if text != text.strip() or not unicodedata.is_normalized("NFC", text):
        return count_whole(normalise(text).strip())  # an accent may join the letter before its piece
    encoding, length = (Encoding.UCS2, units) if dear else (Encoding.GSM7, septets)
    if length <= SINGLE[encoding]:
        return Counted(text, encoding, length, 1, dear)
    parts = len(segment(text)[1]) if wide else -(-length // PER_PART[encoding])
    return Counted(text, encoding, length, parts, dear)


def count_whole(text: str) -> Counted:
    """Count a normalised text by reading it."""
    found = measure(text)
    return Counted(text, found.encoding, found.units, found.parts, offending(text))
