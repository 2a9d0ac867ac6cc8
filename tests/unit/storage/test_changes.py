"""Change sets: what was there before is there again, exactly, and nothing later is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # whichever SQLite it chose

from smsdesk.domain.errors import InputError
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.sentences import say
from smsdesk.storage import changes, groups, people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people import ContactRow
from smsdesk.storage.undoing import undo

NOW = "2026-11-21T09:00:00.000+00:00"
TABLES = (
    "contacts", "phones", "guardianships", "groups", "weekly_slots", "memberships", "consents",
    "message_people", "left_out",
)  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite3")
    yield opened
    opened.close()


def contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that people make."""
    connection = database.read()
    return {
        table: sorted((tuple(row) for row in connection.execute(f"SELECT * FROM {table}")), key=repr)
        for table in TABLES
    }


@contextmanager
def change(database: Database, title: str = "{name} changed", **values: object) -> Iterator[Connection]:
    with (
        database.write() as connection,
        recording(connection, say(title, name="Léa Martin"), made_by="anne", now=NOW, **values),  # type: ignore[arg-type]
    ):
        yield connection


def add(connection: Connection, first: str, last: str, *phones: str, external_id: str = "") -> int:
    contact_id = people.next_contact_id(connection)
    row = ContactRow(ContactKind.PUPIL, first, last, f"{last} {first}".casefold(), external_id=external_id)
    people.insert_contacts(connection, [(contact_id, row)], NOW)
    people.insert_phones(connection, [(contact_id, [Phone(e164) for e164 in phones])])
    return contact_id


def take_back(database: Database, change_set_id: int) -> int:
    with database.write() as connection:
        return undo(connection, change_set_id, title=say("Undone"), made_by="anne", now=NOW)


def last_id(database: Database) -> int:
    made = changes.last_made(database.read())
    assert made is not None
    return made.id


def test_what_was_made_is_gone_and_comes_back(database: Database) -> None:
    empty = contents(database)
    with change(database) as connection:
        group = groups.insert_group(connection, "CE1", "ce1", GroupKind.CLASS, NOW)
        pupil, mother = add(connection, "Léa", "Martin"), add(connection, "Anne", "Martin", "+33639980001")
        people.add_guardianships(connection, [(pupil, mother, 0, True, "mère")])
        groups.add_members(connection, [(group, pupil)])
    full = contents(database)
    undoing = take_back(database, last_id(database))
    assert contents(database) == empty
    take_back(database, undoing)
    assert contents(database) == full


def test_a_deleted_person_comes_back_with_family_groups_and_messages(database: Database) -> None:
    with database.write() as connection:
        group = groups.insert_group(connection, "CE1", "ce1", GroupKind.CLASS, NOW)
        pupil, mother = add(connection, "Léa", "Martin"), add(connection, "Anne", "Martin", "+33639980001")
        people.add_guardianships(connection, [(pupil, mother, 0, True, "mère")])
        groups.add_members(connection, [(group, pupil)])
        groups.set_teacher(connection, group, mother)
        _send(connection, pupil)
    before = contents(database)
    with change(database) as connection:
        connection.execute("DELETE FROM contacts")
    emptied = contents(database)
    undoing = take_back(database, last_id(database))
    assert contents(database) == before
    take_back(database, undoing)
    assert contents(database) == emptied


def _send(connection: Connection, contact_id: int) -> None:
    connection.execute(
        "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at) "
        "VALUES (1, 'x', 'x', 'information', 1, ?)",
        (NOW,),
    )
    connection.execute(
        "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at) "
        "VALUES (1, 1, '+33639980001', 'x', 'gsm7', ?)",
        (NOW,),
    )
    connection.execute("INSERT INTO message_people VALUES (1, 0, ?, 'Léa Martin')", (contact_id,))
    connection.execute("INSERT INTO left_out VALUES (1, ?, 'Léa Martin', 'x')", (contact_id,))


def test_an_import_keeps_a_range_and_no_rows(database: Database) -> None:
    with database.write() as connection:
        old = add(connection, "Tom", "Petit")
        group = groups.insert_group(connection, "CE1", "ce1", GroupKind.CLASS, NOW)
    before = contents(database)
    with change(database, new_contacts_from=old + 1) as connection:
        pupils = [add(connection, f"Léa {number}", "Martin", "+33639980001") for number in range(50)]
        people.add_guardianships(
            connection, [(pupils[0], pupils[1], 0, True, ""), (old, pupils[2], 0, True, "")]
        )
        groups.add_members(connection, [(group, contact_id) for contact_id in [old, *pupils]])
    full = contents(database)
    made = changes.last_made(database.read())
    assert made is not None
    assert made.new_contacts == (pupils[0], pupils[-1])
    rows = database.read().execute("SELECT of_table, key FROM changed_rows").fetchall()
    assert [tuple(row) for row in rows] == [("memberships", f"{group},{old}")]
    for _ in range(2):
        undoing = take_back(database, made.id)
        assert contents(database) == before
        take_back(database, undoing)
        assert contents(database) == full


def test_new_people_are_written_without_a_look_at_each_and_others_are_watched_after(
    database: Database,
) -> None:
    with database.write() as connection:
        old = add(connection, "Tom", "Petit")
        group = groups.insert_group(connection, "CE1", "ce1", GroupKind.CLASS, NOW)
    before = contents(database)
    with change(database, new_contacts_from=old + 1) as connection:
        with changes.only_new_people(connection):
            new = add(connection, "Léa", "Martin", "+33639980001")
            groups.add_members(connection, [(group, new)])
        groups.add_members(connection, [(group, old)])
    full = contents(database)
    undoing = take_back(database, 1)
    assert contents(database) == before
    take_back(database, undoing)
    assert contents(database) == full


def test_triggers_are_there_after_a_failure_among_new_people(database: Database) -> None:
    with (
        pytest.raises(sqlite3.IntegrityError),
        change(database, new_contacts_from=1) as connection,
        changes.only_new_people(connection),
    ):
        add(connection, "Léa", "Martin", "+33639980001", "+33639980001")
    with change(database) as connection:
        add(connection, "Léa", "Martin", "+33639980001")
    take_back(database, 1)
    assert contents(database)["contacts"] == []


def test_an_edit_of_an_imported_person_stands_in_the_way(database: Database) -> None:
    with change(database, new_contacts_from=1) as connection:
        pupil = add(connection, "Léa", "Martin")
    imported = last_id(database)
    with change(database, "{name} got a phone") as connection:
        people.insert_phones(connection, [(pupil, [Phone("+33639980001")])])
    with pytest.raises(InputError, match=r"Léa Martin changed again later.*Léa Martin got a phone"):
        take_back(database, imported)
    take_back(database, last_id(database))
    take_back(database, imported)
    assert contents(database)["contacts"] == []


def test_somebody_put_into_a_new_group_later_stands_in_the_way(database: Database) -> None:
    with database.write() as connection:
        pupil = add(connection, "Léa", "Martin")
    with change(database) as connection:
        group = groups.insert_group(connection, "Gala", "gala", GroupKind.FREE, NOW)
    made = last_id(database)
    with change(database, "{name} joined") as connection:
        groups.add_members(connection, [(group, pupil)])
    full = contents(database)
    with pytest.raises(InputError, match="Undo this first: Léa Martin joined"):
        take_back(database, made)
    assert contents(database) == full


def test_a_membership_cannot_come_back_to_a_person_who_is_gone(database: Database) -> None:
    with database.write() as connection:
        pupil = add(connection, "Léa", "Martin")
        group = groups.insert_group(connection, "Gala", "gala", GroupKind.FREE, NOW)
        groups.add_members(connection, [(group, pupil)])
    with change(database) as connection:
        groups.remove_members(connection, group, [pupil])
    removed = last_id(database)
    with change(database, "{name} merged") as connection:
        connection.execute("DELETE FROM contacts")
    with pytest.raises(
        InputError, match=r"Léa Martin changed again later\. Undo this first: Léa Martin merged"
    ):
        take_back(database, removed)


def test_a_name_that_was_taken_meanwhile_is_said(database: Database) -> None:
    with database.write() as connection:
        group = groups.insert_group(connection, "Gala", "gala", GroupKind.FREE, NOW)
    with change(database) as connection:
        connection.execute("UPDATE groups SET archived_at = ? WHERE id = ?", (NOW, group))
    archived = last_id(database)
    with change(database) as connection:
        groups.insert_group(connection, "GALA", "gala", GroupKind.FREE, NOW)
    with pytest.raises(InputError, match="GALA has the same name"):
        take_back(database, archived)


def test_numbers_that_two_people_exchanged_come_back(database: Database) -> None:
    with database.write() as connection:
        add(connection, "Léa", "Martin", "+33639980001", external_id="1")
        add(connection, "Tom", "Martin", "+33639980002", external_id="2")
    before = contents(database)
    with change(database) as connection:
        connection.execute("UPDATE contacts SET external_id = 'x' WHERE id = 1")
        connection.execute("UPDATE contacts SET external_id = '1' WHERE id = 2")
        connection.execute("UPDATE contacts SET external_id = '2' WHERE id = 1")
        connection.execute("UPDATE phones SET contact_id = 3 - contact_id")
    after = contents(database)
    undoing = take_back(database, last_id(database))
    assert contents(database) == before
    take_back(database, undoing)
    assert contents(database) == after


def test_numbers_that_two_phones_of_a_person_exchanged_come_back(database: Database) -> None:
    with database.write() as connection:
        add(connection, "Léa", "Martin", "+33639980001", "+33639980002")
    before = contents(database)
    with change(database) as connection:
        for old, new in (("1", "9"), ("2", "1"), ("9", "2")):
            connection.execute(
                "UPDATE phones SET e164 = ? WHERE e164 = ?", (f"+3363998000{new}", f"+3363998000{old}")
            )
    take_back(database, 1)
    assert contents(database) == before


def test_a_change_inside_a_change_is_a_part_of_it(database: Database) -> None:
    with change(database, "outer"), change(database, "inner", new_contacts_from=1) as connection:
        add(connection, "Léa", "Martin")
    made = changes.newest(database.read(), 10)
    assert [str(each.title) for each in made] == ["outer"]
    assert made[0].new_contacts == (1, 1)


def test_a_change_that_fails_leaves_nothing_and_the_next_one_is_recorded(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), change(database) as connection:
        add(connection, "Léa", "Martin", "+33639980001", "+33639980001")
    assert changes.newest(database.read(), 10) == []
    with change(database) as connection:
        add(connection, "Léa", "Martin")
    assert len(changes.newest(database.read(), 10)) == 1


def test_what_changes_nothing_is_not_kept(database: Database) -> None:
    with change(database) as connection:
        connection.execute("UPDATE contacts SET notes = notes")
    assert changes.newest(database.read(), 10) == []


def test_nothing_is_written_down_outside_a_recording(database: Database) -> None:
    with change(database) as connection:
        add(connection, "Léa", "Martin")
    with database.write() as connection:
        add(connection, "Tom", "Martin")
    keys = database.read().execute("SELECT key FROM changed_rows WHERE of_table = 'contacts'").fetchall()
    assert [row[0] for row in keys] == ["1"]


def test_a_recording_without_a_transaction_is_a_defect(database: Database) -> None:
    with (
        pytest.raises(RuntimeError, match="transaction"),
        recording(database.read(), say("x"), made_by="", now=NOW),
    ):
        pass


def test_the_oldest_sets_are_forgotten(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "KEPT_SETS", 3)
    for number in range(6):
        with change(database) as connection:
            add(connection, f"Léa {number}", "Martin")
    assert [made.id for made in changes.newest(database.read(), 10)] == [6, 5, 4]
    owners = database.read().execute("SELECT DISTINCT change_set_id FROM changed_rows ORDER BY 1").fetchall()
    assert [row[0] for row in owners] == [4, 5, 6]
    with pytest.raises(InputError, match="too old"):
        take_back(database, 3)


def test_what_was_undone_is_forgotten_by_the_next_change(database: Database) -> None:
    for _ in range(2):
        with change(database) as connection:
            add(connection, "Léa", "Martin")
    undoing = take_back(database, 2)
    with change(database) as connection:
        connection.execute("UPDATE contacts SET notes = notes")
    assert changes.last_undone(database.read()) is not None
    with change(database) as connection:
        add(connection, "Tom", "Martin")
    rows = database.read().execute("SELECT DISTINCT change_set_id FROM changed_rows ORDER BY 1").fetchall()
    assert [row[0] for row in rows] == [1, last_id(database)]
    with pytest.raises(InputError, match="changed since"):
        take_back(database, undoing)
    assert [made.undone_by is not None for made in changes.newest(database.read(), 9)] == [False, True, False]


def test_twice_is_refused(database: Database) -> None:
    with change(database) as connection:
        add(connection, "Léa", "Martin")
    take_back(database, 1)
    with pytest.raises(InputError, match="undone already"):
        take_back(database, 1)


def test_a_later_edit_that_was_undone_is_not_in_the_way(database: Database) -> None:
    with change(database) as connection:
        pupil = add(connection, "Léa", "Martin")
    with change(database) as connection:
        connection.execute("UPDATE contacts SET archived_at = ? WHERE id = ?", (NOW, pupil))
    take_back(database, take_back(database, 2))
    with pytest.raises(InputError, match="undone already"):
        take_back(database, 4)
    take_back(database, 2)
    with pytest.raises(InputError, match="undone already"):
        take_back(database, 2)
    take_back(database, 1)
    assert contents(database)["contacts"] == []


def test_texts_of_any_kind_come_back(database: Database) -> None:
    with database.write() as connection:
        add(connection, 'Zoé "\\', "a\x00b\u2028😀 {x} ' ", "+33639980001")
    before = contents(database)
    with change(database) as connection:
        connection.execute("DELETE FROM contacts")
    take_back(database, 1)
    assert contents(database) == before


def test_it_works_after_a_restart(tmp_path: Path) -> None:
    first = Database(tmp_path / "desk.sqlite3")
    with change(first) as connection:
        add(connection, "Léa", "Martin", "+33639980001")
    full = contents(first)
    first.close()
    second = Database(tmp_path / "desk.sqlite3")
    undoing = take_back(second, 1)
    assert contents(second)["phones"] == []
    second.close()
    third = Database(tmp_path / "desk.sqlite3")
    take_back(third, undoing)
    assert contents(third) == full
    third.close()


def test_both_rows_of_namesakes_who_were_merged_are_theirs_again(database: Database) -> None:
    with database.write() as connection:
        lea = add(connection, "Léa", "Martin")
        connection.execute(
            "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at)"
            " VALUES (1, 'x', 'x', 'information', 1, ?)",
            (NOW,),
        )
        connection.executemany("INSERT INTO left_out VALUES (1, ?, 'Léa Martin', 'x')", [(lea,), (lea,)])
    before = contents(database)
    with change(database) as connection:
        connection.execute("DELETE FROM contacts WHERE id = ?", (lea,))
    take_back(database, last_id(database))
    assert contents(database) == before
