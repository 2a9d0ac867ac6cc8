"""People and groups as a form gives them, and the rules that they have to keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.phone_kinds import E164
from smsdesk.domain.sentences import say

_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+")
"""One address as RFC 5321 writes it, loosely: somebody before the @, a domain with a dot after it."""
_OLDEST_YEAR = 1900
_LONGEST = 200
"""Characters of a name: what is longer came from the wrong column."""


@dataclass(frozen=True)
class GuardianDraft:
    """A guardian as a form gives it: an existing contact by its id, or a new one by his name and phones.

    Of an existing contact the name and phones are left as they are when the draft has none.
    """

    contact_id: int | None = None
    first_name: str = ""
    last_name: str = ""
    phones: tuple[Phone, ...] | None = None
    relation: str = ""
    receives: bool = True


@dataclass(frozen=True)
class ContactDraft:
    """A person as a form gives it; `id` None makes a new one. Phones in order of preference.

    `guardians` in order, None to leave them as they are; `external_id` None likewise.
    """

    first_name: str
    last_name: str
    kind: ContactKind = ContactKind.PUPIL
    phones: tuple[Phone, ...] = ()
    id: int | None = None
    birth_date: date | None = None
    email: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    notes: str = ""
    guardians: tuple[GuardianDraft, ...] | None = None
    external_id: str | None = None

    @property
    def name(self) -> str:
        """First name then last name, as one says it."""
        return " ".join(f"{self.first_name} {self.last_name}".split())


@dataclass(frozen=True)
class GroupDraft:
    """A group as a form gives it; `id` None makes a new one, `filters` not None a smart group."""

    id: int | None
    name: str
    kind: GroupKind = GroupKind.FREE
    parent_id: int | None = None
    teacher_id: int | None = None
    slots: tuple[WeeklySlot, ...] = ()
    filters: PeopleFilter | None = None
    season: str = ""


def check_contact(draft: ContactDraft, today: date) -> None:
    """Raise the InputError that tells what is wrong with a person as the form gives it."""
    check_name(draft.first_name, draft.last_name)
    check_phones(draft.phones)
    if draft.email.strip() and not _EMAIL.fullmatch(draft.email.strip()):
        raise InputError(
            say("{email} is no e-mail address. Write it like name@example.fr.", email=draft.email.strip())
        )
    if draft.birth_date is not None and draft.birth_date > today:
        raise InputError(
            say("The birth date {date} is in the future. Check the year.", date=_spoken(draft.birth_date))
        )
    if draft.birth_date is not None and draft.birth_date.year < _OLDEST_YEAR:
        raise InputError(
            say("The birth date {date} is too long ago. Check the year.", date=_spoken(draft.birth_date))
        )
    for guardian in draft.guardians or ():
        if guardian.contact_id is None:
            check_name(guardian.first_name, guardian.last_name)
        check_phones(guardian.phones or ())


def check_name(first: str, last: str) -> None:
    """Raise InputError for a person without a name, or with a text instead of one."""
    if not first.strip() and not last.strip():
        raise InputError(say("A person needs a name."))
    if max(len(first), len(last)) > _LONGEST:
        raise InputError(say("This name is too long: {name}…", name=(last or first)[:40]))


def check_phones(phones: Sequence[Phone]) -> None:
    """Raise InputError for a phone that is no number in E.164, or stands there twice."""
    seen: set[str] = set()
    for phone in phones:
        if not E164.fullmatch(phone.e164):
            raise InputError(
                say("{number} is no phone number. Write it like 06 12 34 56 78.", number=phone.e164)
            )
        if phone.e164 in seen:
            raise InputError(say("The phone {number} stands there twice. Take one out.", number=phone.e164))
        seen.add(phone.e164)


def check_slots(slots: Sequence[WeeklySlot]) -> None:
    """Raise InputError for a weekly hour that ends before it starts, or whose period does."""
    for slot in slots:
        if not 0 <= slot.weekday <= 6:
            raise InputError(say("A weekly hour needs its day of the week."))
        if slot.end is not None and slot.end <= slot.start:
            raise InputError(
                say(
                    "The hour from {start} to {end} ends before it starts. Correct one of them.",
                    start=slot.start.isoformat("minutes"),
                    end=slot.end.isoformat("minutes"),
                )
            )
        if slot.valid_from and slot.valid_until and slot.valid_until < slot.valid_from:
            raise InputError(
                say(
                    "The period from {first} to {last} ends before it starts. Correct one of them.",
                    first=_spoken(slot.valid_from),
                    last=_spoken(slot.valid_until),
                )
            )


def _spoken(day: date) -> str:
    """As forms and lists have it in France."""
    return f"{day:%d/%m/}{day.year:04}"
