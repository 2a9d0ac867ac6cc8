"""Everything the panel of a person shows, looked up on the database thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smsdesk.domain.consents import ConsentWord
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact, LessonHours
from smsdesk.domain.views import ThreadItem
from smsdesk.services.bundle import Services
from smsdesk.ui.pages.people_listing import family_phones

RECENT = 5
"""So many of the last messages are shown; the conversation has them all."""
_FAMILY_PHONES = 8
"""More phones than this are a mistake of a list, not a family."""


@dataclass(frozen=True)
class Said:
    """One message with the family, and the phone it came from or went to."""

    phone: str
    item: ThreadItem


@dataclass(frozen=True)
class PersonView:
    """A person, the `pupils` whose guardian he is, the last words by phone, and the last messages."""

    person: Contact
    pupils: tuple[Contact, ...] = ()
    words: tuple[tuple[str, ConsentWord], ...] = ()
    said: tuple[Said, ...] = ()
    lessons: tuple[LessonHours, ...] = ()
    """His courses with several weekly hours."""


def look_up(services: Services, contact_id: int) -> PersonView:
    """The person of this id with all that is known of him."""
    people = services.people
    person = people.contact(contact_id)
    phones = family_phones(person)[:_FAMILY_PHONES]
    words = [(phone, word) for phone in phones for word in last_words(services.consents.history(phone))]
    said = [Said(phone, item) for phone in phones for item in services.inbox.thread(phone, RECENT)]
    newest = sorted(said, key=lambda each: each.item.at, reverse=True)[:RECENT]
    lessons = () if person.archived else people.lesson_hours_of(contact_id)
    return PersonView(person, people.pupils_of(contact_id), tuple(words), tuple(newest), lessons)


def last_words(history: Sequence[ConsentWord]) -> list[ConsentWord]:
    """The newest word about each purpose, in the order of the purposes; `history` has the newest first."""
    newest: dict[Purpose, ConsentWord] = {}
    for word in history:
        newest.setdefault(word.purpose, word)
    return [newest[purpose] for purpose in Purpose if purpose in newest]
