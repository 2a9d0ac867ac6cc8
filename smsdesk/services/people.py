"""People and groups: look them up, change them, and find out whom a send reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.audience import Audience, AudienceRequest, audience
from smsdesk.domain.clock import Clock, stamp, system_clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.group_names import match_name
from smsdesk.domain.names import name_key, words_key
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact, ContactKind, Group, GroupKind, Phone
from smsdesk.domain.sentences import say
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import consents, groups, people
from smsdesk.storage.database import Database
from smsdesk.storage.people import ContactQuery, ContactRow

_FEWEST_DIGITS = 2
"""Digits from which a search looks at phones too."""


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
    postcode: str = ""
    city: str = ""
    notes: str = ""


class People:
    """The people of one profile."""

    def __init__(self, database: Database, events: Events, clock: Clock = system_clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    def groups(self) -> tuple[Group, ...]:
        """Every group that is not archived, by name."""
        return tuple(groups.load_groups(self._database.read()))

    def group(self, group_id: int) -> Group:
        """One group; InputError when there is none."""
        found = groups.load_groups(self._database.read(), group_id)
        if not found:
            raise InputError(say("This group is no longer there."))
        return found[0]

    def group_named(self, name: str) -> Group:
        """The group meant by a name without case or accents; InputError lists the candidates."""
        return match_name(name, self.groups())

    def contacts(
        self, group_id: int | None = None, search: str = "", limit: int = 200, after: int | None = None
    ) -> tuple[Contact, ...]:
        """People by last name; `after` is the id of the last contact of the page before."""
        connection = self._database.read()
        ids = people.contact_ids(connection, _query(group_id, search), limit, after)
        return tuple(people.load_contacts(connection, ids))

    def contact(self, contact_id: int) -> Contact:
        """One person, archived ones too; InputError when there is none."""
        found = people.load_contacts(self._database.read(), [contact_id])
        if not found:
            raise InputError(say("This person is no longer there."))
        return found[0]

    def count(self, group_id: int | None = None, search: str = "") -> int:
        """How many people `contacts` would give without a limit."""
        return people.count_contacts(self._database.read(), _query(group_id, search))

    def audience(self, request: AudienceRequest, purpose: Purpose = Purpose.INFORMATION) -> Audience:
        """Whom a send reaches, once for each phone, and who is left out."""
        connection = self._database.read()
        ids: dict[int, None] = {}
        for group_id in request.group_ids:
            ids |= dict.fromkeys(people.contact_ids(connection, ContactQuery(group_id)))
        ids |= dict.fromkeys(request.contact_ids)
        chosen = [contact_id for contact_id in ids if contact_id not in set(request.excluded_contact_ids)]
        members = [member for member in people.load_contacts(connection, chosen) if not member.archived]
        return audience(
            members,
            today=self._clock().astimezone().date(),
            refused=consents.refused_phones(connection, purpose),
            and_pupils=request.and_pupils,
        )

    def names_for(self, e164: str) -> tuple[str, ...]:
        """Whose phone this is: "Anne Martin (Léa, Tom)" for a guardian, the name for others."""
        return self.names_for_many((e164,)).get(e164, ())

    def names_for_many(self, e164s: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """`names_for` of many phones at once; phones nobody has are missing."""
        pupils: dict[tuple[str, int, str], list[str]] = defaultdict(list)
        for e164, contact_id, name, pupil in people.owners_of(self._database.read(), e164s):
            pupils[e164, contact_id, name] += [pupil] if pupil else []
        names: dict[str, list[str]] = defaultdict(list)
        for (e164, _, name), of in pupils.items():
            unsaid = [pupil for pupil in of if pupil not in name.split()]
            names[e164].append(f"{name} ({', '.join(unsaid)})" if unsaid else name)
        return {e164: tuple(found) for e164, found in names.items()}

    def contact_ids_for(self, e164: str) -> tuple[int, ...]:
        """Everybody who has this phone."""
        owners = people.owners_of(self._database.read(), (e164,))
        return tuple(dict.fromkeys(contact_id for _, contact_id, _, _ in owners))

    def pupils_of(self, contact_id: int) -> tuple[Contact, ...]:
        """The pupils whose guardian this person is, by name."""
        connection = self._database.read()
        return tuple(people.load_contacts(connection, people.pupil_ids_of(connection, contact_id)))

    def save_contact(self, draft: ContactDraft) -> Contact:
        """Write a new or a changed person. InputError when no name is given."""
        row = _row(draft, self.contact(draft.id).external_id if draft.id else "")
        with self._database.write() as connection:
            contact_id = draft.id or people.next_contact_id(connection)
            write = people.update_contacts if draft.id else people.insert_contacts
            write(connection, [(contact_id, row)], stamp(self._clock()))
            people.replace_phones(connection, [(contact_id, draft.phones)])
        self._events.publish(Changed(Topic.PEOPLE, contact_id))
        return self.contact(contact_id)

    def archive_contact(self, contact_id: int) -> None:
        """Take a person out of every list; nothing is deleted."""
        with self._database.write() as connection:
            if not people.archive(connection, contact_id, stamp(self._clock())):
                raise InputError(say("This person is no longer there."))
        self._events.publish(Changed(Topic.PEOPLE, contact_id), Changed(Topic.GROUPS))

    def create_group(self, name: str, kind: GroupKind = GroupKind.FREE) -> Group:
        """Make an empty group; InputError when the name is taken or empty."""
        name = " ".join(name.split())
        if not name:
            raise InputError(say("A group needs a name."))
        with self._database.write() as connection:
            if fold(name) in groups.group_ids_by_name(connection):
                raise InputError(say("There is a group {name} already.", name=name))
            group_id = groups.insert_group(connection, name, fold(name), kind, stamp(self._clock()))
        self._events.publish(Changed(Topic.GROUPS, group_id))
        return self.group(group_id)

    def add_to_group(self, group_id: int, contact_ids: Sequence[int]) -> None:
        """Put people into a group."""
        self.group(group_id)
        with self._database.write() as connection:
            groups.add_members(connection, [(group_id, contact_id) for contact_id in contact_ids])
        self._events.publish(Changed(Topic.GROUPS, group_id), Changed(Topic.PEOPLE))

    def remove_from_group(self, group_id: int, contact_ids: Sequence[int]) -> None:
        """Take people out of a group."""
        with self._database.write() as connection:
            groups.remove_members(connection, group_id, contact_ids)
        self._events.publish(Changed(Topic.GROUPS, group_id), Changed(Topic.PEOPLE))

    def record_consent(
        self, e164: str, purpose: Purpose, granted: bool, source: str, evidence: str = ""
    ) -> None:
        """Write down that somebody agreed or objected; the last word counts."""
        with self._database.write() as connection:
            now = stamp(self._clock())
            consents.add_consent(connection, e164, purpose, granted, source, evidence, now)
        self._events.publish(Changed(Topic.PEOPLE))


def _query(group_id: int | None, search: str) -> ContactQuery:
    digits = "".join(c for c in search if c.isdigit()).lstrip("0")
    letters = any(c.isalpha() for c in search)
    phone = digits if len(digits) >= _FEWEST_DIGITS and not letters else ""
    return ContactQuery(group_id, tuple(words_key(search).split()) if letters or not phone else (), phone)


def _row(draft: ContactDraft, external_id: str) -> ContactRow:
    first, last = " ".join(draft.first_name.split()), " ".join(draft.last_name.split())
    if not first and not last:
        raise InputError(say("A person needs a name."))
    return ContactRow(
        kind=draft.kind,
        first_name=first,
        last_name=last,
        folded=name_key(first, last),
        birth_date=draft.birth_date,
        external_id=external_id,
        email=draft.email,
        address=draft.address,
        postcode=draft.postcode,
        city=draft.city,
        notes=draft.notes,
    )
