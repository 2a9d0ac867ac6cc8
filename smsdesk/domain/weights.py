"""What pieces of a text weigh, so that a merged text is counted without being read again.

Where no piece holds a character of two units (3GPP TS 23.038, 6.2.1.1, and surrogate pairs), a message costs
as many units as it has characters, in the cheapest encoding that writes all of its pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from smsdesk.domain import gsm0338
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.text import PER_PART, SINGLE, doubled, measure, normalise, offending, utf16_length

_FIRST_JOINING = "\u0300"
"""No character before this one joins the character that it follows."""


class Piece(NamedTuple):
    """A piece of a message in its normal form, with its dear characters.

    `single`: each of its characters takes one unit, and none would join what stands before the piece.
    """

    text: str
    dear: tuple[str, ...] = ()
    single: bool = True


class Counted(NamedTuple):
    """A whole text counted."""

    text: str
    encoding: Encoding
    units: int
    parts: int
    dear: tuple[str, ...]


_odd_in = re.compile("[^" + re.escape("".join(sorted(gsm0338.ONE_SEPTET - {"\r"}))) + "]").findall
"""The characters that cost more than a septet, or are not in their normal form; most names have none."""

_LATIN = frozenset(map(chr, range(ord("À"), ord("ž") + 1))) - {"×", "÷"}
"""Odd ones in their normal form that cost a unit each: Gonçalves, Noël, Lebœuf."""


_piece = partial(tuple.__new__, Piece)  # a third of the constructor's time, for each of thousands


def weigh(text: str) -> Piece:
    """Weigh one piece, whatever is in it."""
    return _weighed(text, _odd_in(text))


def odd_pieces(texts: Iterable[str]) -> dict[str, Piece]:
    """By text the pieces of those that hold an odd character."""
    # Plain letters and digits need no look at the alphabet: they are most names, and the cheaper question.
    return {
        text: _weighed(text, odd)
        for text in texts
        if not (text.isascii() and text.isalnum()) and (odd := _odd_in(text))
    }


def _weighed(text: str, odd: Sequence[str]) -> Piece:
    if _LATIN.issuperset(odd):
        return _piece((text, tuple(odd) if len(odd) < 2 else tuple(dict.fromkeys(odd)), True))
    piece = normalise(text)
    single = not doubled(piece) and utf16_length(piece) == len(piece) and piece[:1] < _FIRST_JOINING
    return Piece(piece, offending(piece), single)


_FREE, _PART = SINGLE[Encoding.GSM7], PER_PART[Encoding.GSM7]
_FREE_UCS2, _PART_UCS2 = SINGLE[Encoding.UCS2], PER_PART[Encoding.UCS2]


def count_single(texts: Sequence[str], dear: Sequence[tuple[str, ...]]) -> list[Counted]:
    """Count texts of pieces that are all `single`, with the dear characters of each."""
    # Column by column: a third of the time of a constructor called for each of thousands.
    units = list(map(len, texts))
    encodings = [Encoding.UCS2 if found else Encoding.GSM7 for found in dear]
    parts = [
        (1 if length <= _FREE_UCS2 else -(-length // _PART_UCS2))
        if found
        else (1 if length <= _FREE else -(-length // _PART))
        for length, found in zip(units, dear, strict=True)
    ]
    return list(map(partial(tuple.__new__, Counted), zip(texts, encodings, units, parts, dear, strict=True)))


def count_whole(text: str) -> Counted:
    """Count a normalised text by reading it."""
    found = measure(text)
    return Counted(text, found.encoding, found.units, found.parts, offending(text))
