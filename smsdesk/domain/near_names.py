"""Whether two written names can be one person's: halves exchanged, hyphens, accents, one slip of the pen."""

from __future__ import annotations

from enum import IntEnum

from smsdesk.domain.first_names import FIRST_NAMES
from smsdesk.domain.names import words_key

_LONG_ENOUGH = 4
"""Letters of a name in which one slip leaves it recognisable: "Lea" and "Leo" are two names."""


class Likeness(IntEnum):
    """How much two names are alike."""

    OTHER = 0
    NEAR = 1
    SAME = 2


def likeness(one: tuple[str, str], other: tuple[str, str]) -> Likeness:
    """Compare two names, each (first, last); a name without one of its halves is never near another."""
    first, last = words_key(one[0]), words_key(one[1])
    other_first, other_last = words_key(other[0]), words_key(other[1])
    if sorted(f"{first} {last}".split()) == sorted(f"{other_first} {other_last}".split()):
        return Likeness.SAME
    if not (first and last and other_first and other_last):
        return Likeness.OTHER
    near = _near(first, last, other_first, other_last) or _near(first, last, other_last, other_first)
    return Likeness.NEAR if near else Likeness.OTHER


def _near(first: str, last: str, other_first: str, other_last: str) -> bool:
    if _joined(first) == _joined(other_first):
        return _joined(last) == _joined(other_last) or _part(last, other_last) or _slip(last, other_last)
    # Brothers and sisters have the last name in common: their first names tell them apart.
    if _joined(last) != _joined(other_last) or _two_first_names(first, other_first):
        return False
    return _slip(first, other_first)


def _joined(words: str) -> str:
    return words.replace(" ", "")


def _part(one: str, other: str) -> bool:
    """ "Martin" and "Martin-Petit": the name of birth and the one in use."""
    words, others = set(one.split()), set(other.split())
    return words < others or others < words


def _two_first_names(one: str, other: str) -> bool:
    """Louis and Louise: both are names that people have, so neither is a slip."""
    differing = ((word, its) for word, its in zip(one.split(), other.split(), strict=False) if word != its)
    return any(word in FIRST_NAMES and its in FIRST_NAMES for word, its in differing)


def _slip(one: str, other: str) -> bool:
    """One letter more, less, other, or two neighbours exchanged."""
    one, other = sorted((_joined(one), _joined(other)), key=len)
    if len(one) < _LONG_ENOUGH or len(other) - len(one) > 1:
        return False
    start = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    rest, other_rest = one[start:], other[start:]
    if len(one) < len(other):
        return rest == other_rest[1:]
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
