"""Merging entries of one person: what comes together, what a person chooses, and the way back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from made_groups import made_group

from smsdesk.domain.errors import InputError
from smsdesk.domain.people import Contact, ContactKind, Phone
from smsdesk.services.duplicates import Duplicates
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.history import History
from smsdesk.services.people import ContactDraft, GuardianDraft, People
from smsdesk.storage.database import Database

ONE, TWO, THREE = Phone("+33639980001", "portable"), Phone("+33639980002"), Phone("+33639980003")
TABLES = (
    "contacts", "phones", "guardianships", "groups", "memberships", "message_people", "left_out", "told_apart",
)  # fmt: skip


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events, lambda: datetime(2026, 11, 21, 9, tzinfo=UTC))


@pytest.fixture
def duplicates(database: Database, events: Events) -> Duplicates:
    return Duplicates(database, events, person="anne")


@pytest.fixture
def twice(people: People, database: Database) -> tuple[Contact, Contact]:
    """Léa under two entries, each with her mother under an entry of its own."""
    mother = GuardianDraft(None, "Anne", "Martin", (ONE,), "mère")
    one = people.save_contact(
        ContactDraft(
            "Léa", "Martin", phones=(TWO,), email="lea@example.org", city="Lyon", guardians=(mother,)
        )
    )
    again = GuardianDraft(None, "ANNE", "MARTIN", (ONE, THREE), "")
    father = GuardianDraft(None, "Paul", "Martin", (), "père")
    other = people.save_contact(
        ContactDraft(
            "LEA", "MARTIN", phones=(TWO, THREE), birth_date=date(2014, 3, 12), address="1 rue X", city="Vénissieux",
            notes="violon", external_id="77", guardians=(again, father),
        )
    )  # fmt: skip
    piano, choir = made_group(people, "Piano"), made_group(people, "Chœur")
    people.add_to_group(piano.id, [one.id])
    people.add_to_group(choir.id, [one.id, other.id])
    with database.write() as connection:
        connection.execute(
            "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at) "
            "VALUES (1, 'x', 'x', 'information', 1, 'x')"
        )
        connection.execute(
            "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at) "
            "VALUES (1, 1, '+33639980001', 'x', 'gsm7', 'x')"
        )
        connection.execute("INSERT INTO message_people VALUES (1, 0, ?, 'LEA MARTIN')", (other.id,))
        connection.execute("INSERT INTO left_out VALUES (1, ?, 'LEA MARTIN', 'x')", (other.id,))
    return people.contact(one.id), people.contact(other.id)


def contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    connection = database.read()
    return {
        table: sorted((tuple(row) for row in connection.execute(f"SELECT * FROM {table}")), key=repr)
        for table in TABLES
    }


def test_they_are_found(duplicates: Duplicates, twice: tuple[Contact, Contact]) -> None:
    found = duplicates.find()
    assert {tuple(contact.name for contact in each.contacts) for each in found} == {
        ("Léa Martin", "LEA MARTIN"), ("Anne Martin", "ANNE MARTIN"),
    }  # fmt: skip
    assert len(duplicates.find(limit=1)) == 1


def test_the_preview_says_each_field_and_writes_nothing(
    duplicates: Duplicates, database: Database, twice: tuple[Contact, Contact]
) -> None:
    one, other = twice
    before = contents(database)
    preview = duplicates.preview(one.id, other.id)
    said = {each.field: (each.kept, each.other, each.result) for each in preview.fields}
    assert said["first_name"] == ("Léa", "LEA", "Léa")
    assert said["birth_date"] == (None, date(2014, 3, 12), date(2014, 3, 12))
    assert said["city"] == ("Lyon", "Vénissieux", "Lyon")
    assert said["address"] == ("", "1 rue X", "")
    assert said["notes"] == ("", "violon", "violon")
    assert [each.field for each in preview.fields if each.differs] == ["first_name", "last_name", "city"]
    assert preview.phones == (TWO, THREE)
    assert preview.groups == ("Chœur", "Piano")
    assert [guardian.name for guardian in preview.guardians] == ["Anne Martin", "Paul Martin"]
    chosen = duplicates.preview(one.id, other.id, {"city": other.id})
    assert {each.field: each.result for each in chosen.fields}["city"] == "Vénissieux"
    assert contents(database) == before


def test_a_merge_is_what_the_preview_said_and_can_be_undone(
    duplicates: Duplicates,
    people: People,
    database: Database,
    events: Events,
    twice: tuple[Contact, Contact],
    heard: list[Changed],
) -> None:
    one, other = twice
    before, preview = contents(database), duplicates.preview(one.id, other.id, {"last_name": other.id})
    merged = duplicates.merge(one.id, [other.id], {"last_name": other.id})
    assert {each.field: getattr(merged, each.field) for each in preview.fields} == {
        each.field: each.result for each in preview.fields
    }
    assert (merged.id, merged.phones, merged.groups) == (one.id, preview.phones, preview.groups)
    assert [guardian.name for guardian in merged.guardians] == ["Anne Martin", "Paul Martin"]
    assert merged.guardians[0].phones == (ONE, THREE)
    assert merged.guardians[0].relation == "mère"
    after = contents(database)
    assert [row[2] for row in after["message_people"]] == [one.id]
    assert [row[1] for row in after["left_out"]] == [one.id]
    assert {row[3] for row in after["contacts"]} == {"Martin", "MARTIN"}
    assert len(after["contacts"]) == 3
    assert Changed(Topic.PEOPLE) in heard
    assert Changed(Topic.GROUPS) in heard
    assert duplicates.find() == ()
    history = History(database, events)
    undone = history.undo()
    assert undone is not None
    assert str(undone.title) == "LEA MARTIN merged into Léa Martin"
    assert contents(database) == before
    assert [contact.id for contact in people.contacts(search="lea martin")] == [one.id, other.id]
    history.redo()
    assert contents(database) == after
    history.undo()
    assert contents(database) == before


def test_pupils_of_both_guardians_come_together(duplicates: Duplicates, people: People) -> None:
    one = people.save_contact(ContactDraft("Anne", "Petit", ContactKind.GUARDIAN, (ONE,)))
    other = people.save_contact(ContactDraft("Anne", "Petit", ContactKind.GUARDIAN, (ONE, TWO)))
    for first, guardian, receives in (("Léa", one, True), ("Tom", other, False)):
        link = GuardianDraft(guardian.id, "", "", None, "mère", receives)
        people.save_contact(ContactDraft(first, "Petit", guardians=(link,)))
    shared = (
        GuardianDraft(one.id, "", "", None, "", False),
        GuardianDraft(other.id, "", "", None, "mère", True),
    )
    zoe = people.save_contact(ContactDraft("Zoé", "Petit", guardians=shared))
    assert duplicates.preview(one.id, other.id).pupils == ("Léa Petit", "Zoé Petit", "Tom Petit")
    duplicates.merge(one.id, [other.id])
    pupils = people.pupils_of(one.id)
    assert [pupil.first_name for pupil in pupils] == ["Léa", "Tom", "Zoé"]
    assert [pupil.guardians[0].receives for pupil in pupils] == [True, False, True]
    (guardian,) = people.contact(zoe.id).guardians
    assert (guardian.relation, guardian.phones) == ("mère", (ONE, TWO))


def test_a_teacher_keeps_the_groups_of_both_entries(
    duplicates: Duplicates, people: People, database: Database
) -> None:
    one = people.save_contact(ContactDraft("Zoé", "Roux", ContactKind.TEACHER, (ONE,)))
    other = people.save_contact(ContactDraft("Zoé", "Roux", ContactKind.TEACHER, (ONE,)))
    group = made_group(people, "Piano", teacher_id=other.id)
    duplicates.merge(one.id, [other.id])
    assert people.group(group.id).teacher_id == one.id


def test_three_entries_at_once_with_a_choice(duplicates: Duplicates, people: People) -> None:
    ids = [
        people.save_contact(ContactDraft("Léa", "Martin", phones=(phone,), notes=phone.e164[-1])).id
        for phone in (ONE, TWO, THREE)
    ]
    merged = duplicates.merge(ids[0], ids[1:], {"notes": ids[2]})
    assert (merged.phones, merged.notes) == ((ONE, TWO, THREE), "3")
    assert people.count() == 1


def test_a_parent_merged_with_his_child_is_nobodys_guardian(duplicates: Duplicates, people: People) -> None:
    child = people.save_contact(
        ContactDraft("Jean", "Petit", guardians=(GuardianDraft(None, "Jean", "Petit", (ONE,)),))
    )
    merged = duplicates.merge(child.id, [child.guardians[0].contact_id])
    assert (merged.guardians, merged.phones) == ((), (ONE,))


def test_the_number_of_the_entry_that_goes_may_stay(duplicates: Duplicates, people: People) -> None:
    one = people.save_contact(ContactDraft("Léa", "Martin", external_id="1"))
    other = people.save_contact(ContactDraft("Léa", "Martin", external_id="2"))
    assert duplicates.merge(one.id, [other.id], {"external_id": other.id}).external_id == "2"


def test_people_who_were_told_apart_stay_so(
    duplicates: Duplicates, people: People, database: Database, events: Events
) -> None:
    ids = [people.save_contact(ContactDraft("Léa", "Martin", phones=(ONE,))).id for _ in range(3)]
    duplicates.not_the_same(ids[1], ids[0])
    duplicates.not_the_same(ids[0], ids[1])
    assert [tuple(each.id for each in found.contacts) for found in duplicates.find()] == [
        (ids[0], ids[2]), (ids[1], ids[2]),
    ]  # fmt: skip
    duplicates.merge(ids[2], [ids[1]])
    assert duplicates.find() == ()
    history = History(database, events)
    before = contents(database)["told_apart"]
    history.undo()
    assert contents(database)["told_apart"] == [(ids[0], ids[1])]
    history.redo()
    assert contents(database)["told_apart"] == before
    history.undo()
    history.undo()
    assert [tuple(each.id for each in found.contacts) for found in duplicates.find()] == [tuple(ids)]


@pytest.mark.parametrize("others", [[1], [], [99]])
def test_who_cannot_be_merged_is_said(duplicates: Duplicates, people: People, others: list[int]) -> None:
    for _ in range(2):
        people.save_contact(ContactDraft("Léa", "Martin"))
    with pytest.raises(InputError):
        duplicates.merge(1, others)
    assert people.count() == 2


def test_choices_and_archived_people_are_checked(duplicates: Duplicates, people: People) -> None:
    ids = [people.save_contact(ContactDraft("Léa", "Martin")).id for _ in range(3)]
    for choices in ({"rank": ids[0]}, {"city": 99}):
        with pytest.raises(InputError, match="Choose each value"):
            duplicates.preview(ids[0], ids[1], choices)
    people.archive_contacts((ids[2],))
    with pytest.raises(InputError, match="is archived"):
        duplicates.merge(ids[0], [ids[2]])


A_HOME = {"address": "12 rue des Lilas", "postcode": "45000", "city": "ORLEANS"}


@pytest.mark.parametrize(
    ("first", "choice", "home"),
    [
        ({"city": "Orléans"}, "", ("12 rue des Lilas", "45000", "Orléans")),
        ({"city": "Lyon"}, "", ("", "", "Lyon")),
        ({"city": "Lyon"}, "city", ("12 rue des Lilas", "45000", "ORLEANS")),
        ({"address": "3 rue X", "postcode": "45000"}, "", ("3 rue X", "45000", "")),
        ({}, "", ("12 rue des Lilas", "45000", "ORLEANS")),
    ],
)
def test_one_home_is_made_whole_and_two_are_not_mixed(
    duplicates: Duplicates, people: People, first: dict[str, str], choice: str, home: tuple[str, ...]
) -> None:
    one = people.save_contact(ContactDraft("Léa", "Martin", **first))
    other = people.save_contact(ContactDraft("Lea", "Martin", **A_HOME))
    choices = {choice: other.id} if choice else {}
    shown = {each.field: each.result for each in duplicates.preview(one.id, other.id, choices).fields}
    assert (shown["address"], shown["postcode"], shown["city"]) == home
    duplicates.merge(one.id, [other.id], choices)
    merged = people.contact(one.id)
    assert (merged.address, merged.postcode, merged.city) == home
