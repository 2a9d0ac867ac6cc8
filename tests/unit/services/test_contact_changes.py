"""Changing people with their phones and guardians; each change can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.people import Contact, ContactKind, Guardian, Phone
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.history import History
from smsdesk.services.people import ContactDraft, GuardianDraft, People
from smsdesk.storage.database import Database

MOBILE, OTHER, LANDLINE = (
    Phone("+33639980001", "portable"),
    Phone("+33639980002"),
    Phone("+33199001234", mobile=False),
)
ANNE = GuardianDraft(None, "Anne", "Petit", (MOBILE, LANDLINE), "mère")
MARC = GuardianDraft(None, "Marc", "Martin", (OTHER,), "père", receives=False)


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events, lambda: datetime(2026, 11, 22, 9, tzinfo=UTC), "secrétariat")


@pytest.fixture
def history(database: Database, events: Events) -> History:
    return History(database, events, lambda: datetime(2026, 11, 22, 10, tzinfo=UTC), "secrétariat")


@pytest.fixture
def lea(people: People) -> Contact:
    return people.save_contact(ContactDraft("Léa", "Martin", guardians=(ANNE, MARC), external_id="INE1"))


def draft_of(person: Contact) -> ContactDraft:
    return ContactDraft(person.first_name, person.last_name, person.kind, person.phones, id=person.id)


def test_guardians_are_written_with_the_pupil_in_order(people: People, lea: Contact) -> None:
    anne, marc = lea.guardians
    assert anne == Guardian(anne.contact_id, "Anne Petit", (MOBILE, LANDLINE), True, "mère")
    assert marc == Guardian(marc.contact_id, "Marc Martin", (OTHER,), False, "père")
    assert people.contact(anne.contact_id).kind is ContactKind.GUARDIAN
    again = people.save_contact(
        replace(
            draft_of(lea),
            guardians=(
                GuardianDraft(marc.contact_id, relation=" beau  père "),
                GuardianDraft(anne.contact_id),
            ),
        )
    )
    assert [(each.contact_id, each.receives, each.relation) for each in again.guardians] == [
        (marc.contact_id, True, "beau père"),
        (anne.contact_id, True, ""),
    ]
    assert again.guardians[0].phones == (OTHER,)


def test_a_guardian_of_brothers_and_sisters_stays_one_person(people: People, lea: Contact) -> None:
    anne = lea.guardians[0].contact_id
    tom = people.save_contact(ContactDraft("Tom", "Martin", guardians=(GuardianDraft(anne, receives=False),)))
    people.save_contact(
        replace(
            draft_of(tom),
            guardians=(GuardianDraft(anne, "Anne", "Durand", (OTHER,), "mère", receives=False),),
        )
    )
    assert people.contact(anne).name == "Anne Durand"
    assert people.contact(lea.id).guardians[0] == Guardian(anne, "Anne Durand", (OTHER,), True, "mère")
    assert people.contact(tom.id).guardians == (Guardian(anne, "Anne Durand", (OTHER,), False, "mère"),)
    assert [pupil.first_name for pupil in people.pupils_of(anne)] == ["Léa", "Tom"]


def test_what_a_form_does_not_say_stays(people: People, lea: Contact) -> None:
    kept = people.save_contact(replace(draft_of(lea), notes="timide"))
    assert (kept.guardians, kept.external_id) == (lea.guardians, "INE1")
    without = people.save_contact(replace(draft_of(lea), guardians=(), external_id=" "))
    assert (without.guardians, without.external_id) == ((), "")
    assert people.contact(lea.guardians[0].contact_id).name == "Anne Petit"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda lea: ContactDraft("Tom", "Martin", external_id="INE1"), "INE1 belongs to Léa Martin"),
        (lambda lea: replace(draft_of(lea), guardians=(GuardianDraft(lea.id),)), "same person"),
        (
            lambda lea: replace(draft_of(lea), guardians=(GuardianDraft(lea.guardians[0].contact_id),) * 2),
            "twice",
        ),
        (lambda lea: replace(draft_of(lea), guardians=(GuardianDraft(999),)), "no longer there"),
        (lambda lea: replace(draft_of(lea), id=999), "no longer there"),
        (lambda lea: ContactDraft("Bob", "Roux", ContactKind.RESIDENT, guardians=(ANNE,)), "Only a pupil"),
        (lambda lea: ContactDraft("Bob", "", guardians=(ANNE, GuardianDraft())), "needs a name"),
        (lambda lea: ContactDraft("Bob", "", birth_date=date(2027, 1, 1)), "01/01/2027 is in the future"),
    ],
)
def test_what_is_refused_changes_nothing(
    people: People, history: History, lea: Contact, make: Callable[[Contact], ContactDraft], says: str
) -> None:
    before, entries = people.contacts(), history.entries()
    with pytest.raises(InputError, match=says):
        people.save_contact(make(lea))
    assert people.contacts() == before
    assert history.entries() == entries


def test_an_id_of_another_kind_or_of_somebody_archived_is_free(people: People, lea: Contact) -> None:
    people.save_contact(ContactDraft("Anne", "Roux", ContactKind.TEACHER, external_id="INE1"))
    people.archive_contacts([lea.id])
    tom = people.save_contact(ContactDraft("Tom", "Martin", external_id="INE1"))
    with pytest.raises(InputError, match="INE1 belongs to Tom Martin"):
        people.restore_contacts([lea.id])
    assert people.contact(lea.id).archived
    people.save_contact(replace(draft_of(people.contact(lea.id)), notes="partie"))
    people.save_contact(replace(draft_of(tom), external_id="INE2"))
    people.restore_contacts([lea.id, tom.id])
    assert not people.contact(lea.id).archived


def test_an_archived_guardian_is_asked_back_first(people: People, lea: Contact) -> None:
    anne = lea.guardians[0].contact_id
    people.archive_contacts([anne])
    assert [each.name for each in people.contact(lea.id).guardians] == ["Marc Martin"]
    with pytest.raises(InputError, match="Anne Petit is archived"):
        people.save_contact(ContactDraft("Tom", "Martin", guardians=(GuardianDraft(anne),)))


def test_saving_the_same_again_is_no_change(people: People, history: History, lea: Contact) -> None:
    entries = history.entries()
    people.save_contact(
        replace(
            draft_of(lea),
            guardians=tuple(
                GuardianDraft(
                    each.contact_id, phones=each.phones, relation=each.relation, receives=each.receives
                )
                for each in lea.guardians
            ),
        )
    )
    assert history.entries() == entries


def test_each_change_can_be_taken_back_and_made_again(people: People, history: History, lea: Contact) -> None:
    changes: list[Callable[[], object]] = [
        lambda: people.save_contact(
            replace(draft_of(lea), last_name="Durand", phones=(OTHER,), city="Olivet")
        ),
        lambda: people.save_contact(replace(draft_of(lea), guardians=(replace(MARC, first_name="Luc"),))),
        lambda: people.archive_contacts([lea.id, lea.guardians[0].contact_id]),
        lambda: people.save_contact(ContactDraft("Zoé", "Roux", guardians=(ANNE,))),
    ]
    for change in changes:
        before = people.contacts(limit=None), people.contact(lea.id)
        change()
        after = people.contacts(limit=None), people.contact(lea.id)
        assert after != before
        history.undo()
        assert (people.contacts(limit=None), people.contact(lea.id)) == before
        assert people.count(search="zoe") == 0
        history.redo()
        assert (people.contacts(limit=None), people.contact(lea.id)) == after
        history.undo()
    people.archive_contacts([lea.id])
    people.restore_contacts([lea.id])
    assert [str(entry.title) for entry in history.entries(2)] == [
        "Léa Martin taken back from the archive",
        "Léa Martin archived",
    ]
    assert history.entries(1)[0].made_by == "secrétariat"


def test_a_search_made_ready_finds_whoever_comes_later(people: People, lea: Contact) -> None:
    people.prepare_search()
    tom = people.save_contact(ContactDraft("Tom", "Roux", ContactKind.RESIDENT, (OTHER,)))
    assert [contact.id for contact in people.contacts(search="98 00 02")] == [
        lea.id,
        lea.guardians[1].contact_id,
        tom.id,
    ]


def test_several_at_once(people: People, heard: list[Changed]) -> None:
    ids = [people.save_contact(ContactDraft(f"P{number}", "Martin")).id for number in range(3)]
    people.archive_contacts(ids[:2])
    assert Changed(Topic.GROUPS) in heard
    assert [contact.id for contact in people.contacts()] == ids[2:]
    people.archive_contacts(ids)
    with pytest.raises(InputError, match="no longer there"):
        people.archive_contacts(ids)
    people.restore_contacts(ids)
    assert people.count() == 3


def test_towns_and_teachers(people: People) -> None:
    for first, town in (("A", "Orléans"), ("B", "orléans"), ("C", "Orléans"), ("D", "Chécy"), ("E", "")):
        people.save_contact(ContactDraft(first, "Martin", ContactKind.RESIDENT, city=town))
    gone = people.save_contact(ContactDraft("F", "Martin", city="Tours"))
    people.archive_contacts((gone.id,))
    assert people.cities() == ("Chécy", "Orléans")
    people.save_contact(ContactDraft("Anne", "Roux", ContactKind.TEACHER))
    people.save_contact(ContactDraft("Élodie", "Blanc", ContactKind.STAFF))
    assert [teacher.name for teacher in people.teachers()] == ["Élodie Blanc", "Anne Roux"]
    assert [teacher.name for teacher in people.teachers("elo")] == ["Élodie Blanc"]
