"""Any sequence of edits, undoing and redoing gives back exactly what the tables held at each point."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.sentences import say
from smsdesk.services.events import Events
from smsdesk.services.history import History
from smsdesk.storage import changes, consents, duplicates, groups, people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people import ContactRow

NOW = "2026-11-21T09:00:00.000+00:00"
TABLES = (
    "contacts", "phones", "guardianships", "groups", "weekly_slots", "memberships", "consents",
    "message_people", "left_out", "told_apart",
)  # fmt: skip
IN_MEMORY = next((folder for folder in ("/dev/shm",) if Path(folder).is_dir()), None)
"""Where a thousand durable commits do not wait for a disk that is busy with something else."""
Contents = dict[str, list[tuple[object, ...]]]

who = st.integers(1, 6)
which = st.integers(1, 4)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)


class EditsUndoneAndRedone(RuleBasedStateMachine):
    """`done` is what the tables held before each change in force, `undone` what they held after each undone one."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=IN_MEMORY)
        self.database = Database(Path(self.folder.name) / "desk.sqlite3")
        self.history = History(self.database, Events())
        self.done: list[tuple[int, Contents]] = []
        self.undone: list[tuple[int, Contents, Contents]] = []
        with self.database.write() as connection:
            connection.execute(
                "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at) "
                "VALUES (1, 'x', 'x', 'information', 1, 'x')"
            )
            connection.execute(
                "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at) "
                "VALUES (1, 1, '+33639980001', 'x', 'gsm7', 'x')"
            )
            for contact_id in (1, 2):
                self._add(connection, contact_id, "Léa", str(contact_id), "", {contact_id})
                connection.execute("INSERT INTO message_people VALUES (1, ?1, ?1, 'Léa')", (contact_id,))
                connection.execute("INSERT INTO left_out VALUES (1, ?, 'Léa', 'x')", (contact_id,))

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    def contents(self) -> Contents:
        connection = self.database.read()
        return {
            table: sorted((tuple(row) for row in connection.execute(f"SELECT * FROM {table}")), key=repr)
            for table in TABLES
        }

    @contextmanager
    def change(self, new_contacts_from: int | None = None) -> Iterator[Connection]:
        """One change; an edit that the tables refuse (a name that is taken) is none at all."""
        before, newest = self.contents(), self._newest()
        with (
            contextlib.suppress(Exception),
            self.database.write() as connection,
            recording(connection, say("x"), made_by="", now=NOW, new_contacts_from=new_contacts_from),
        ):
            yield connection
        if self._newest() != newest:
            self.done.append((self._newest(), before))
            self.undone.clear()
        else:
            assert self.contents() == before

    def _newest(self) -> int:
        (made,) = changes.newest(self.database.read(), 1) or [None]
        return made.id if made else 0

    @rule(first=texts, last=texts, external_id=st.sampled_from(["", "1", "2"]), phones=st.sets(which))
    def add(self, first: str, last: str, external_id: str, phones: set[int]) -> None:
        with self.change() as connection:
            self._add(connection, people.next_contact_id(connection), first, last, external_id, phones)

    def _add(
        self,
        connection: Connection,
        contact_id: int,
        first: str,
        last: str,
        external_id: str,
        phones: set[int],
    ) -> None:
        row = ContactRow(ContactKind.PUPIL, first, last, f"{last} {first}", external_id=external_id)
        people.insert_contacts(connection, [(contact_id, row)], NOW)
        owned = [Phone(f"+3363998000{phone}") for phone in sorted(phones)]
        people.insert_phones(connection, [(contact_id, owned)])

    @rule(count=st.integers(1, 3), pupil=who, group=which)
    def import_some(self, count: int, pupil: int, group: int) -> None:
        first = people.next_contact_id(self.database.read())
        with self.change(new_contacts_from=first) as connection:
            for contact_id in range(first, first + count):
                self._add(connection, contact_id, "é", "x", "", {1})
            people.add_guardianships(
                connection, [(pupil, first, 0, True, "mère"), (first, pupil, 0, True, "")]
            )
            groups.add_members(connection, [(group, first), (group, pupil)])

    @rule(contact=who, first=texts, external_id=st.sampled_from(["", "1", "2"]), phones=st.sets(which))
    def edit(self, contact: int, first: str, external_id: str, phones: set[int]) -> None:
        with self.change() as connection:
            row = ContactRow(ContactKind.PUPIL, first, "y", first, external_id=external_id)
            people.update_contacts(connection, [(contact, row)], NOW)
            owned = [Phone(f"+3363998000{phone}") for phone in sorted(phones)]
            people.replace_phones(connection, [(contact, owned)])

    @rule(contact=who)
    def archive(self, contact: int) -> None:
        with self.change() as connection:
            connection.execute("UPDATE contacts SET archived_at = ? WHERE id = ?", (NOW, contact))

    @rule(contact=who)
    def delete(self, contact: int) -> None:
        with self.change() as connection:
            connection.execute("DELETE FROM contacts WHERE id = ?", (contact,))

    @rule(pupil=who, guardian=who, receives=st.booleans(), relation=texts)
    def give_guardian(self, pupil: int, guardian: int, receives: bool, relation: str) -> None:
        with self.change() as connection:
            people.add_guardianships(connection, [(pupil, guardian, 0, receives, relation)])

    @rule(kept=who, other=who)
    def move_everything(self, kept: int, other: int) -> None:
        with self.change() as connection:
            for table, column in (
                ("phones", "contact_id"), ("memberships", "contact_id"), ("guardianships", "guardian_id"), ("message_people", "contact_id"), ("left_out", "contact_id"),
            ):  # fmt: skip
                connection.execute(f"UPDATE OR IGNORE {table} SET {column} = {kept} WHERE {column} = {other}")
            connection.execute("DELETE FROM contacts WHERE id = ? AND id <> ?", (other, kept))

    @rule(name=st.sampled_from(["a", "b", "c"]), parent=which, teacher=who)
    def make_group(self, name: str, parent: int, teacher: int) -> None:
        with self.change() as connection:
            group = groups.insert_group(connection, name.upper(), name, GroupKind.CLASS, NOW, teacher)
            groups.set_parent(connection, group, parent)

    @rule(group=which, parent=which, teacher=who)
    def change_group(self, group: int, parent: int, teacher: int) -> None:
        with self.change() as connection:
            groups.set_teacher(connection, group, teacher)
            groups.set_parent(connection, group, parent)

    @rule(group=which)
    def archive_group(self, group: int) -> None:
        with self.change() as connection:
            connection.execute("UPDATE groups SET archived_at = ? WHERE id = ?", (NOW, group))

    @rule(group=which, contact=who)
    def join(self, group: int, contact: int) -> None:
        with self.change() as connection:
            groups.add_members(connection, [(group, contact)])

    @rule(group=which, contact=who)
    def leave(self, group: int, contact: int) -> None:
        with self.change() as connection:
            groups.remove_members(connection, group, [contact])

    @rule(one=who, other=who)
    def tell_apart(self, one: int, other: int) -> None:
        with self.change() as connection:
            duplicates.tell_apart(connection, one, other)

    @rule(phone=which, granted=st.booleans())
    def consent(self, phone: int, granted: bool) -> None:
        with self.change() as connection:
            consents.add_consent(connection, f"+3363998000{phone}", Purpose.ALERT, granted, "x", "", NOW)

    @rule()
    def restart(self) -> None:
        self.database.close()

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change_set_id, before = self.done.pop()
        after = self.contents()
        entry = self.history.undo()
        assert entry is not None
        assert (entry.id, entry.undone) == (change_set_id, True)
        assert self.contents() == before
        self.undone.append((change_set_id, before, after))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        change_set_id, before, after = self.undone.pop()
        entry = self.history.redo()
        assert entry is not None
        assert (entry.id, entry.undone) == (change_set_id, False)
        assert self.contents() == after
        self.done.append((change_set_id, before))

    @precondition(lambda self: len(self.done) > 1)
    @rule(data=st.data())
    def undo_any(self, data: st.DataObject) -> None:
        """An earlier change is undone alone, then some more, and all made again; or it is refused."""
        change_set_id, _ = data.draw(st.sampled_from(self.done))
        full = self.contents()
        try:
            self.history.undo_set(change_set_id)
        except InputError:
            assert self.contents() == full
            assert change_set_id != self.done[-1][0]
            return
        taken_back = 1
        with contextlib.suppress(InputError):
            for _ in range(data.draw(st.integers(0, 3))):
                taken_back += self.history.undo() is not None
        for _ in range(taken_back):
            assert self.history.redo() is not None
        assert self.contents() == full

    @invariant()
    def references_are_whole(self) -> None:
        assert self.database.read().execute("PRAGMA foreign_key_check").fetchall() == []

    @invariant()
    def the_buttons_tell_the_truth(self) -> None:
        undoable, redoable = self.history.can_undo(), self.history.can_redo()
        assert (undoable.id if undoable else None) == (self.done[-1][0] if self.done else None)
        if self.undone:
            assert redoable is not None
            assert redoable.id == self.undone[-1][0]


TestEditsUndoneAndRedone = EditsUndoneAndRedone.TestCase
TestEditsUndoneAndRedone.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
