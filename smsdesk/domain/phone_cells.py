"""The cells of a column of phones: one number, several with words beside them, or what cannot be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from smsdesk.domain.class_lists import Column
from smsdesk.domain.french_phones import french_phone, may_be_abroad
from smsdesk.domain.nothing_said import says_nothing
from smsdesk.domain.people import Phone
from smsdesk.domain.phones import ParsedPhone, parse_phones
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sheets import Cell, text_of

NO_PHONE = say("No phone stands here, so nobody of this row can be reached.")
"""Of "néant", "x": it is worth a word only where the row has no other phone."""
HAS_PHONE = re.compile(r"(?:\d\D{0,3}){9}")
_PARENTS = {"m": "mère", "p": "père"}


class Unused(NamedTuple):
    """A part of a cell that could not be used, and why."""

    value: Cell
    reason: Sentence


class Phones(NamedTuple):
    """The numbers of a cell, and those of it that are none; a cell with one number alone is a Phone."""

    phones: tuple[Phone, ...]
    unused: tuple[Unused, ...] = ()


def phones_of(column: Column) -> Callable[[Cell], object]:
    """How the cells of a column of phones are read: a Phone, or Phones where there are several or none."""
    label = column.label

    abroad = column.abroad

    def read(cell: Cell) -> object:
        if abroad and may_be_abroad(text_of(cell), abroad):
            reason = say(
                "This may be a French number or one with +{code}; write it with its code.", code=abroad
            )
            return Phones((), (Unused(cell, reason),))
        quick = french_phone(cell) if isinstance(cell, str) else None
        if quick:
            return Phone(quick[0], label, quick[1])
        found = parse_phones(cell if isinstance(cell, (str, int, float)) else text_of(cell))
        phones = tuple(
            Phone(phone.e164, phone.label or label, phone.mobile) for phone in _spelt_out(found.phones)
        )
        if len(phones) == 1 and not found.rejects:
            return phones[0]
        if not phones and not found.rejects and says_nothing(text_of(cell)):
            return Phones((), (Unused(cell, NO_PHONE),))
        return Phones(phones, tuple(Unused(reject.text, reject.reason) for reject in found.rejects))

    return read


def _spelt_out(phones: Sequence[ParsedPhone]) -> Sequence[ParsedPhone]:
    """ "M : 06... P : 06...": the mother's and the father's; a letter alone may be anything."""
    letters = {phone.label.casefold().strip(". ") for phone in phones}
    if letters != set(_PARENTS):
        return phones
    return [phone._replace(label=_PARENTS[phone.label.casefold().strip(". ")]) for phone in phones]
