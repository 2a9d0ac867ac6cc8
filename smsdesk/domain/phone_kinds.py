"""What a number in E.164 looks like, and what kind of line it belongs to."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberType

E164 = re.compile(r"\+[1-9][0-9]{6,14}")
"""ITU-T E.164, 6: at most 15 digits."""
_REMEMBERED = 4096
"""Numbers of a page or two of people, asked for at each repaint."""
_LANDLINES = frozenset({PhoneNumberType.FIXED_LINE, PhoneNumberType.VOIP, PhoneNumberType.UAN})
"""A French 09 number is the box at home: to a family it is the landline."""
_FICTION_LANDLINES = ("+3319900", "+3326191", "+3335301", "+3346571", "+3353649")
"""Numbers that ARCEP keeps for works of fiction (numbering plan, 2.5.12): samples and tests use them."""


class PhoneKind(StrEnum):
    """What a phone is to somebody who wants to reach it."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    OTHER = "other"
    """A service number, a pager, or a number whose plan nobody knows: no SMS goes there."""


@lru_cache(_REMEMBERED)
def kind_of(e164: str, mobile: bool) -> PhoneKind:
    """The kind of a number in E.164; `mobile` (an SMS reaches it) was decided when it was read."""
    if mobile:
        return PhoneKind.MOBILE
    if e164.startswith(_FICTION_LANDLINES):
        return PhoneKind.LANDLINE
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return PhoneKind.OTHER
    return PhoneKind.LANDLINE if phonenumbers.number_type(number) in _LANDLINES else PhoneKind.OTHER
