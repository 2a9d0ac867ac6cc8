"""People who stand twice: found with the reasons, looked at, merged, or told apart for good."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.duplicates import likely_duplicates
from smsdesk.domain.errors import InputError
from smsdesk.domain.merging import (
    FIELDS,
    Choices,
    MergePreview,
    doubled_guardians,
    merged_fields,
    merged_groups,
    merged_guardians,
    merged_phones,
    merged_value,
)
from smsdesk.domain.names import name_key
from smsdesk.domain.people import Contact, ContactKind
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.bulk_work import bulk_work, let_go
from smsdesk.services.changing import Changing
from smsdesk.services.events import Changed, Topic
from smsdesk.storage import duplicates, people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection
from smsdesk.storage.imports import load_known
from smsdesk.storage.people import ContactRow

log = logging.getLogger(__name__)

_NO_CHOICES: Choices = {}


@dataclass(frozen=True)
class Duplicate:
    """People, two mostly, who are probably one, and why."""

    contacts: tuple[Contact, ...]
    reasons: tuple[Sentence, ...]


class Duplicates(Changing):
    """Finds and merges what stands twice among the people of one profile."""

    def find(self, limit: int = 100) -> tuple[Duplicate, ...]:
        """Who probably stands twice, those with most reasons first."""
        connection = self._database.read()
        with bulk_work():
            known = load_known(connection)
            likely = likely_duplicates(known, duplicates.told_apart(connection))[:limit]
            looked_through = list(known.values())
            known.clear()
            let_go(looked_through)
        wanted = [contact_id for each in likely for contact_id in each.ids]
        found = {contact.id: contact for contact in people.load_contacts(connection, wanted)}
        return tuple(
            Duplicate(tuple(found[contact_id] for contact_id in each.ids), each.reasons) for each in likely
        )

    def preview(self, keep_id: int, other_id: int, choices: Choices = _NO_CHOICES) -> MergePreview:
        """What a merge would make of two entries, field by field; nothing is written."""
        connection = self._database.read()
        keep, other = both = _load(connection, (keep_id, other_id))
        _check(choices, both)
        pupils = [
            pupil.name
            for contact_id in (keep_id, other_id)
            for pupil in people.load_contacts(connection, people.pupil_ids_of(connection, contact_id))
            if pupil.id not in {keep_id, other_id}
        ]
        return MergePreview(
            keep,
            other,
            tuple(merged_fields(keep, other, choices)),
            merged_phones(both),
            merged_groups(both),
            merged_guardians(both),
            tuple(dict.fromkeys(pupils)),
        )

    def merge(self, keep_id: int, other_ids: Sequence[int], choices: Choices = _NO_CHOICES) -> Contact:
        """Make one person of several entries: `keep_id` stays, with everything of the others.

        `choices` names whose value of a field stays; without one it is the first that says something.
        InputError when one of them is gone, or is archived.
        """
        with self._database.write() as connection:
            merged = _load(connection, (keep_id, *dict.fromkeys(other_ids)))
            _check(choices, merged)
            with recording(connection, _title(merged), made_by=self._person, now=self._now()):
                self._merge(connection, merged, choices)
            (contact,) = people.load_contacts(connection, [keep_id])
        log.info("merge: %d into %d", len(merged) - 1, keep_id)
        self._events.publish(Changed(Topic.PEOPLE), Changed(Topic.GROUPS))
        return contact

    def _merge(self, connection: Connection, merged: Sequence[Contact], choices: Choices) -> None:
        for staying, going in doubled_guardians(merged):
            self._merge(connection, people.load_contacts(connection, (staying, going)), _NO_CHOICES)
        keep, *others = merged
        for other in others:
            duplicates.absorb(connection, keep.id, other.id)
        now = self._now()
        people.update_contacts(connection, [(keep.id, _row(merged, choices))], now)
        phones = merged_phones(merged)
        if phones != keep.phones:
            people.replace_phones(connection, [(keep.id, phones)])

    def not_the_same(self, one_id: int, other_id: int) -> None:
        """Remember that these are two people: they are not proposed again."""
        with self._database.write() as connection:
            one, other = _load(connection, (one_id, other_id))
            title = say("{one} and {other} are two people", one=one.name, other=other.name)
            with recording(connection, title, made_by=self._person, now=self._now()):
                duplicates.tell_apart(connection, one_id, other_id)
        self._events.publish(Changed(Topic.PEOPLE))


def _load(connection: Connection, ids: Sequence[int]) -> list[Contact]:
    if len(set(ids)) < 2 or len(set(ids)) < len(ids):
        raise InputError(say("A person cannot be merged with the same entry. Choose two entries."))
    found = people.load_contacts(connection, ids)
    if len(found) < len(ids):
        raise InputError(say("This person is no longer there."))
    for contact in found:
        if contact.archived:
            raise InputError(say("{name} is archived. Take this person back first.", name=contact.name))
    return found


def _check(choices: Choices, merged: Sequence[Contact]) -> None:
    ids = {contact.id for contact in merged}
    if any(field not in FIELDS or chosen not in ids for field, chosen in choices.items()):
        raise InputError(say("Choose each value from one of the entries that are merged."))


def _title(merged: Sequence[Contact]) -> Sentence:
    others = ", ".join(contact.name for contact in merged[1:])
    return say("{other} merged into {name}", other=others, name=merged[0].name)


def _row(merged: Sequence[Contact], choices: Choices) -> ContactRow:
    values: Mapping[str, object] = {field: merged_value(field, merged, choices) for field in FIELDS}
    first, last, born = str(values["first_name"]), str(values["last_name"]), values["birth_date"]
    return ContactRow(
        kind=ContactKind(str(values["kind"])),
        first_name=first,
        last_name=last,
        folded=name_key(first, last),
        birth_date=born if isinstance(born, date) else None,
        external_id=str(values["external_id"]),
        email=str(values["email"]),
        address=str(values["address"]),
        postcode=str(values["postcode"]),
        city=str(values["city"]),
        notes=str(values["notes"]),
    )
