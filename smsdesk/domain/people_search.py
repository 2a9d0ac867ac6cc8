"""What a person means who types into the search of people: words of names, digits of a phone, or both."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from smsdesk.domain.names import words_key

FEWEST_DIGITS = 2
"""One digit is in nearly every phone: it says nothing yet."""

_OVERSEAS = ("262", "590", "594", "596")
"""Country codes of departments whose phones are written as French ones, 0692 and so on."""
_FRANCE = "33"
_TYPED_WITHOUT_PLUS = 4
"""Digits from which "336..." may be a French number without its "+"."""


@dataclass(frozen=True)
class Sought:
    """Every one of `words` begins a word of the name, and one of `digits` stands in a phone.

    Words are folded; digits are written as `dialled` writes phones. Nothing sought finds everybody.
    """

    words: tuple[str, ...] = ()
    digits: tuple[str, ...] = ()


EVERYBODY = Sought()
"""Nothing was typed."""


def sought(text: str) -> Sought:
    """Read what was typed: "martin lé", "06 39 98", "+33 6", "martin 0639"."""
    tokens = text.split()
    words = [token for token in tokens if any(character.isalpha() for character in token)]
    rest = "".join(token for token in tokens if token not in words)
    digits = "".join(str(unicodedata.decimal(c)) for c in rest if c.isdecimal())
    international = rest.startswith("+")
    return Sought(
        tuple(dict.fromkeys(words_key(" ".join(words)).split())),
        _spellings(f"00{digits}" if international else digits) if len(digits) >= FEWEST_DIGITS else (),
    )


def dialled(e164: str) -> str:
    """A phone in E.164 as one dials it here: "0639980001", "0044..." for one abroad."""
    digits = e164.removeprefix("+")
    for code in (_FRANCE, *_OVERSEAS):
        if digits.startswith(code):
            return f"0{digits[len(code) :]}"
    return f"00{digits}"


DIALLED_SQL = (
    f"CASE WHEN e164 LIKE '+{_FRANCE}%' THEN '0' || substr(e164, {len(_FRANCE) + 2}) "
    f"WHEN substr(e164, 2, 3) IN ({', '.join(map(repr, _OVERSEAS))}) THEN '0' || substr(e164, 5) "
    "ELSE '00' || substr(e164, 2) END"
)
"""`dialled` of a column `e164`."""


def e164_beginnings(digits: str) -> tuple[str, ...]:
    """How phones begin in E.164 that one dials with these digits first: "0612" gives "+33612" and others."""
    if digits.startswith("00"):
        return (f"+{digits[2:]}",)
    if digits.startswith("0"):
        return tuple(f"+{code}{digits[1:]}" for code in (_FRANCE, *_OVERSEAS))
    return ()


def _spellings(digits: str) -> tuple[str, ...]:
    if digits.startswith("00"):
        return (_dialled_by_half(digits[2:]),)
    if digits.startswith(_FRANCE) and len(digits) >= _TYPED_WITHOUT_PLUS:
        return (digits, _dialled_by_half(digits))
    return (digits,)


def _dialled_by_half(digits: str) -> str:
    """The beginning of an international number as one dials it: "+33 (0)6 39" and "+33 6 39" as "0639"."""
    half = dialled(f"+{digits}")
    return half[1:] if half.startswith("00") and digits.startswith(f"{_FRANCE}0") else half
