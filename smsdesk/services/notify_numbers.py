"""Bare numbers as people type them for one SMS."""

from __future__ import annotations

import re

from smsdesk.domain.errors import InputError
from smsdesk.domain.phone_kinds import E164
from smsdesk.domain.phones import normalise_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.untrusted import visible_line

_NUMBER = re.compile(r"\(?\+?[0-9 \u00a0\u202f().\-/]+")
"""How people write one number; anything else beside it is refused, not guessed."""


def typed_number(number: str) -> str:
    """One mobile (E.164) typed by a person; InputError for words, control characters and landlines."""
    found = normalise_phone(number) if _NUMBER.fullmatch(number.strip()) else say("It is not a phone number.")
    shown = visible_line(number)
    if isinstance(found, Sentence):
        raise InputError(say("{number} cannot receive SMS: {reason}", number=shown, reason=found))
    if not found.mobile:
        raise InputError(
            say("{number} is a landline and cannot receive SMS. Give a mobile number.", number=shown)
        )
    return found.e164


def correspondent(phone: str) -> str:
    """A phone that wrote to us exists, whatever the numbering plans that we know say."""
    return phone if E164.fullmatch(phone) else typed_number(phone)
