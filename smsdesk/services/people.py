"""People and groups: look them up, change them, and find out whom a send reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.audience import Audience, AudienceRequest
from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact, ContactKind, Group, GroupKind, Phone
from smsdesk.services.events import Events
from smsdesk.storage.database import Database


@dataclass(frozen=True)
class ContactDraft:
    """A person as a form gives it; `id` None makes a new one. Phones in order of preference."""

    first_name: str
    last_name: str
    kind: ContactKind = ContactKind.PUPIL
    phones: tuple[Phone, ...] = ()
    id: int | None = None
    birth_date: date | None = None
    email: str = ""
    address: str = ""
    notes: str = ""


class People:
    """The people of one profile."""

    def __init__(self, database: Database, events: Events, clock: Clock = system_clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    def groups(self) -> tuple[Group, ...]:
        """Every group that is not archived, by name."""
        raise NotImplementedError

    def group(self, group_id: int) -> Group:
        """One group; InputError when there is none."""
        raise NotImplementedError

    def group_named(self, name: str) -> Group:
        """The group meant by a name without case or accents; InputError lists the candidates."""
        raise NotImplementedError

    def contacts(
        self, group_id: int | None = None, search: str = "", limit: int = 200, after: int | None = None
    ) -> tuple[Contact, ...]:
        """People by last name; `after` is the id of the last contact of the page before."""
        raise NotImplementedError

    def contact(self, contact_id: int) -> Contact:
        """One person; InputError when there is none."""
        raise NotImplementedError

    def count(self, group_id: int | None = None, search: str = "") -> int:
        """How many people `contacts` would give without a limit."""
        raise NotImplementedError

    def audience(self, request: AudienceRequest, purpose: Purpose = Purpose.INFORMATION) -> Audience:
        """Whom a send reaches, once for each phone, and who is left out."""
        raise NotImplementedError

    def names_for(self, e164: str) -> tuple[str, ...]:
        """Whose phone this is: "Anne Martin (Léa, Tom)" for a guardian, the name for others."""
        raise NotImplementedError

    def names_for_many(self, e164s: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """`names_for` of many phones at once; phones nobody has are missing."""
        raise NotImplementedError

    def contact_ids_for(self, e164: str) -> tuple[int, ...]:
        """Everybody who has this phone."""
        raise NotImplementedError

    def save_contact(self, draft: ContactDraft) -> Contact:
        """Write a new or a changed person."""
        raise NotImplementedError

    def archive_contact(self, contact_id: int) -> None:
        """Take a person out of every list; nothing is deleted."""
        raise NotImplementedError

    def create_group(self, name: str, kind: GroupKind = GroupKind.FREE) -> Group:
        """Make an empty group; InputError when the name is taken or empty."""
        raise NotImplementedError

    def add_to_group(self, group_id: int, contact_ids: Sequence[int]) -> None:
        """Put people into a group."""
        raise NotImplementedError

    def remove_from_group(self, group_id: int, contact_ids: Sequence[int]) -> None:
        """Take people out of a group."""
        raise NotImplementedError

    def record_consent(
        self, e164: str, purpose: Purpose, granted: bool, source: str, evidence: str = ""
    ) -> None:
        """Write down that somebody agreed or objected; the last word counts."""
        raise NotImplementedError
