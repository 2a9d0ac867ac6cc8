"""Changing people: their data, phones and guardians, the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.errors import InputError
from smsdesk.domain.names import name_key
from smsdesk.domain.people import Contact, ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft, check_contact
from smsdesk.domain.person_cells import typed_name, typed_phones
from smsdesk.domain.sentences import say
from smsdesk.services.events import Changed, Topic
from smsdesk.services.long_work import LongWork
from smsdesk.services.people_reading import PeopleReading
from smsdesk.storage import people
from smsdesk.storage.database import Connection
from smsdesk.storage.people import ContactRow

_AT_ONCE = 500
"""People who are loaded at once: of all of a town the window would stand still."""

_Link = tuple[int, bool, str]
"""A guardian of a pupil: id, whether he receives, relation."""


class ContactChanges(PeopleReading):
    """Changes of people, each one step of undo."""

    def save_contact(self, draft: ContactDraft) -> Contact:
        """Write a new or a changed person, his phones and guardians.

        InputError, and nothing is changed: no name, a phone, e-mail address or birth date that cannot be,
        an id of the school system that somebody else has, a guardian who is no longer there.
        """
        check_contact(draft, self._today())
        title = say("{name} changed", name=draft.name) if draft.id else say("{name} added", name=draft.name)
        with self._change(title) as connection:
            contact_id = self._write(connection, draft)
            if draft.guardians is not None:
                self._write_guardians(connection, contact_id, draft)
        self._events.publish(Changed(Topic.PEOPLE, contact_id))
        return self.contact(contact_id)

    def give_phone(self, contact_id: int, e164: str) -> Contact:
        """Somebody has this mobile too, after the phones known; nothing changes when that is known already.

        InputError when the person is not there, or the number is none.
        """
        person = self.contact(contact_id)
        if any(phone.e164 == e164 for phone in person.phones):
            return person
        return self.save_contact(replace(_draft_of(person), phones=(*person.phones, Phone(e164))))

    def rename(self, contact_id: int, text: str) -> Contact:
        """Give somebody the name that was typed into his cell; see `typed_name`. InputError without any."""
        person = self.contact(contact_id)
        first, last = typed_name(text, person)
        return self.save_contact(replace(_draft_of(person), first_name=first, last_name=last))

    def retype_phones(self, contact_id: int, text: str) -> Contact:
        """Give somebody the phones that were typed into his cell; InputError when one is no number."""
        person = self.contact(contact_id)
        return self.save_contact(replace(_draft_of(person), phones=typed_phones(text, person)))

    def archive_contacts(self, ids: Sequence[int], work: LongWork | None = None) -> None:
        """Take people out of every list; nothing is deleted. InputError when all of them are gone already."""
        title = say("{count} people archived", count=len(ids))
        if len(ids) == 1:
            title = say("{name} archived", name=self.contact(ids[0]).name)
        with self._change(title, work) as connection:
            if ids and not people.archive(connection, ids, self._now()):
                raise InputError(say("This person is no longer there."))
        self._events.publish(Changed(Topic.PEOPLE), Changed(Topic.GROUPS))

    def restore_contacts(self, ids: Sequence[int], work: LongWork | None = None) -> None:
        """Take people back from the archive; those who are there stay.

        InputError, and nobody is taken back, when somebody has the id of one of them by now.
        """
        title = say("{count} people taken back from the archive", count=len(ids))
        if len(ids) == 1:
            title = say("{name} taken back from the archive", name=self.contact(ids[0]).name)
        work = work or LongWork()
        with self._change(title, work) as connection:
            for start in range(0, len(ids), _AT_ONCE):
                work.reach(start / len(ids))
                self._restore(connection, ids[start : start + _AT_ONCE])
        self._events.publish(Changed(Topic.PEOPLE), Changed(Topic.GROUPS))

    def _restore(self, connection: Connection, ids: Sequence[int]) -> None:
        """Each by himself: of two who are archived under one id, the second finds the first there."""
        for person in people.load_contacts(connection, ids):
            if person.archived:
                _refuse_taken_id(connection, person.kind, person.external_id, person.id)
                people.restore(connection, (person.id,), self._now())

    def _write(self, connection: Connection, draft: ContactDraft) -> int:
        """Write what differs of one person, guardians apart; a change that changes nothing is none."""
        known = self.contact(draft.id) if draft.id else None
        row = _row(draft, known)
        if known is None or not known.archived:
            _refuse_taken_id(connection, row.kind, row.external_id, draft.id)
        contact_id = draft.id or people.next_contact_id(connection)
        if known is None:
            people.insert_contacts(connection, [(contact_id, row)], self._now())
        elif row != _row(_draft_of(known), known):
            people.update_contacts(connection, [(contact_id, row)], self._now())
        if known is None or draft.phones != known.phones:
            people.replace_phones(connection, [(contact_id, draft.phones)])
        return contact_id

    def _write_guardians(self, connection: Connection, pupil_id: int, draft: ContactDraft) -> None:
        guardians = draft.guardians or ()
        if guardians and draft.kind is not ContactKind.PUPIL:
            raise InputError(say("Only a pupil has guardians. Make {name} a pupil first.", name=draft.name))
        links = [self._link(connection, guardian) for guardian in guardians]
        ids = [guardian_id for guardian_id, _, _ in links]
        if pupil_id in ids:
            raise InputError(say("{name} cannot be a guardian of the same person.", name=draft.name))
        if len(set(ids)) < len(ids):
            raise InputError(say("The same guardian stands there twice. Take one out."))
        known = self.contact(pupil_id).guardians
        if links != [(guardian.contact_id, guardian.receives, guardian.relation) for guardian in known]:
            people.replace_guardians(connection, pupil_id, links)

    def _link(self, connection: Connection, draft: GuardianDraft) -> _Link:
        """Write a guardian who is new or changed; one who is shared with siblings stays one person."""
        relation = " ".join(draft.relation.split())
        if draft.contact_id is None:
            new = ContactDraft(
                draft.first_name, draft.last_name, ContactKind.GUARDIAN, phones=draft.phones or ()
            )
            return self._write(connection, new), draft.receives, relation
        known = self.contact(draft.contact_id)
        if known.archived:
            raise InputError(say("{name} is archived. Take this person back first.", name=known.name))
        changed = _draft_of(known)
        if draft.first_name.strip() or draft.last_name.strip():
            changed = replace(changed, first_name=draft.first_name, last_name=draft.last_name)
        if draft.phones is not None:
            changed = replace(changed, phones=draft.phones)
        return self._write(connection, changed), draft.receives, relation


def _refuse_taken_id(connection: Connection, kind: ContactKind, external_id: str, own: int | None) -> None:
    holder = people.holder_of_external_id(connection, kind, external_id)
    if holder is not None and holder != own:
        raise InputError(
            say(
                "The id {id} belongs to {name} already. Correct it, or open that person.",
                id=external_id,
                name=people.load_contacts(connection, [holder])[0].name,
            )
        )


def _draft_of(person: Contact) -> ContactDraft:
    """A person as a form would give him back, guardians left as they are."""
    return ContactDraft(
        person.first_name,
        person.last_name,
        person.kind,
        person.phones,
        id=person.id,
        birth_date=person.birth_date,
        email=person.email,
        address=person.address,
        postcode=person.postcode,
        city=person.city,
        notes=person.notes,
    )


def _row(draft: ContactDraft, known: Contact | None) -> ContactRow:
    first, last = " ".join(draft.first_name.split()), " ".join(draft.last_name.split())
    kept = known.external_id if known is not None else ""
    return ContactRow(
        kind=draft.kind,
        first_name=first,
        last_name=last,
        folded=name_key(first, last),
        birth_date=draft.birth_date,
        external_id=kept if draft.external_id is None else draft.external_id.strip(),
        email=draft.email.strip(),
        address=draft.address.strip(),
        postcode=draft.postcode.strip(),
        city=" ".join(draft.city.split()),
        notes=draft.notes,
    )
