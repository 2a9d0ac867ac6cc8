"""The inverse of a change set, applied inside a change set of its own; undoing that one is the redo."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import TypeVar

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.storage import in_the_way
from smsdesk.storage.change_triggers import LEAVES, LINKS, OWNERS, columns_of
from smsdesk.storage.changes import ChangeSet, change_set, changed_since, pause, recording
from smsdesk.storage.database import Connection
from smsdesk.storage.sqlite import sqlite3

T = TypeVar("T")

_PIECE = 1000
"""Rows between two words about how far it is."""


def undo(
    connection: Connection,
    change_set_id: int,
    *,
    title: Sentence,
    made_by: str,
    now: str,
    reach: Callable[[float], None] = lambda _done: None,
) -> int:
    """Bring every row of a change set back to what it was before it; gives the id of the undoing set.

    The caller has a transaction and lets an InputError end it: something later stands in the way then, and
    its sentence names it. `reach` is told how far it is, from 0 to 1, and may end it by raising.
    """
    taken = change_set(connection, change_set_id)
    if taken is None:
        raise InputError(say("This change is too old to be undone. Change it by hand."))
    if taken.undone_by is not None or _is_redo(connection, taken):
        raise InputError(say("This was undone already."))
    if taken.undoes is not None and changed_since(connection, taken.id):
        raise InputError(say("Something else was changed since, so this is not made again."))
    in_the_way.refuse_later_changes(connection, taken)
    with recording(connection, title, made_by=made_by, now=now, undoes=change_set_id) as undoing:
        _apply(connection, taken, _Told(_rows_of(connection, taken), reach))
    in_the_way.refuse_collateral(connection, taken, undoing)
    in_the_way.refuse_lost_references(connection, taken)
    in_the_way.refuse_missing_conditions(connection, taken)
    connection.execute("UPDATE change_sets SET undone_by = ? WHERE id = ?", (undoing, change_set_id))
    if taken.undoes is not None:
        _back_in_force(connection, taken, undoing)
    return undoing


def _is_redo(connection: Connection, taken: ChangeSet) -> bool:
    """Whether a set brought a change back: it is that change which can be undone again, not the set."""
    undone = change_set(connection, taken.undoes) if taken.undoes is not None else None
    return undone is not None and undone.undoes is not None


def _back_in_force(connection: Connection, undone: ChangeSet, redoing: int) -> None:
    """The change that was undone counts again; what undid and redid it needs its rows no more."""
    connection.execute("UPDATE change_sets SET undone_by = NULL WHERE id = ?", (undone.undoes,))
    connection.execute("DELETE FROM changed_rows WHERE change_set_id IN (?, ?)", (undone.id, redoing))


class _Told:
    """Says how far it is, of so many rows."""

    def __init__(self, rows: int, reach: Callable[[float], None]) -> None:
        self._rows = max(1, rows)
        self._done = 0
        self._reach = reach

    def count(self, rows: int) -> None:
        """So many more are done."""
        self._done += rows
        self._reach(min(1.0, self._done / self._rows))

    def each(self, values: Iterable[T]) -> Iterator[T]:
        """The values, counted as they are taken."""
        left = iter(values)
        while piece := list(islice(left, _PIECE)):
            yield from piece
            self.count(len(piece))


def _rows_of(connection: Connection, taken: ChangeSet) -> int:
    """How many rows go or come back."""
    first, last = taken.new_contacts or (0, -1)
    row = connection.execute(
        "SELECT count(*) FROM changed_rows WHERE change_set_id = ? AND before IS NOT NULL", (taken.id,)
    ).fetchone()
    return int(row[0]) + last - first + 1


def _apply(connection: Connection, taken: ChangeSet, told: _Told) -> None:
    # Rows come back in no special order; `refuse_lost_references` looks at the references at the end.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table in LEAVES:
        _delete(connection, taken, table.name, every=True)
    for table in OWNERS[::-1]:
        _delete(connection, taken, table.name, every=False)
    if taken.new_contacts:
        _delete_new(connection, *taken.new_contacts, told)
    _make_room(connection, taken)
    if taken.undoes is not None:
        # Only the change itself is undone again, never its redo: writing down what comes back is for nothing.
        pause(connection)
    try:
        for table in (*OWNERS, *LEAVES):
            _bring_back(connection, taken, table.name, told)
    except sqlite3.IntegrityError as refused:
        raise in_the_way.name_taken(connection, taken) from refused
    for name, key in LINKS.items():
        _link_again(connection, taken, name, key)


def _delete(connection: Connection, taken: ChangeSet, table: str, *, every: bool) -> None:
    """Delete the rows that the set made; with `every`, those too that come back as they were."""
    _, keys = columns_of(connection, table)
    # A key is whole numbers joined by commas, so as the inside of a JSON list it gives them back.
    values = ", ".join(f"json_extract('[' || key || ']', '$[{place}]')" for place in range(len(keys)))
    connection.execute(
        f"DELETE FROM {table} WHERE ({', '.join(keys)}) IN (SELECT {values} FROM changed_rows "  # noqa: S608
        "WHERE change_set_id = ?1 AND of_table = ?2 AND (before IS NULL OR ?3))",
        (taken.id, table, every),
    )


def _delete_new(connection: Connection, first: int, last: int, told: _Told) -> None:
    """Delete the contacts that the set made, with all that belongs to them."""
    for start in range(first, last + 1, _PIECE):
        end = min(start + _PIECE - 1, last)
        connection.execute("DELETE FROM contacts WHERE id BETWEEN ? AND ?", (start, end))
        told.count(end - start + 1)


def _make_room(connection: Connection, taken: ChangeSet) -> None:
    """Two rows may have exchanged what only one of them may have: both let go of it first."""
    changed = (
        "id IN (SELECT CAST(key AS INTEGER) FROM changed_rows "
        "WHERE change_set_id = ? AND of_table = '{}' AND before IS NOT NULL)"
    )
    connection.execute(
        f"UPDATE contacts SET external_id = '' WHERE external_id <> '' AND {changed.format('contacts')}",  # noqa: S608
        (taken.id,),
    )
    connection.execute(
        f"UPDATE groups SET archived_at = '' WHERE archived_at IS NULL AND {changed.format('groups')}",  # noqa: S608
        (taken.id,),
    )


def _bring_back(connection: Connection, taken: ChangeSet, table: str, told: _Told) -> None:
    columns, keys = columns_of(connection, table)
    for names, images in groupby(_images(connection, taken, table), key=tuple):
        # A set from before a later version of the schema knows fewer columns: the others stay as they are.
        known = [name for name in names if name in columns]
        connection.executemany(
            f"INSERT INTO {table} ({', '.join(known)}) VALUES ({', '.join('?' for _ in known)}) "  # noqa: S608
            f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET "
            f"{', '.join(f'{name} = excluded.{name}' for name in known)}",
            _values(told.each(images), known),
        )


def _values(images: Iterable[dict[str, object]], names: list[str]) -> Iterator[list[object]]:
    return ([image[name] for name in names] for image in images)


def _images(connection: Connection, taken: ChangeSet, table: str) -> Iterator[dict[str, object]]:
    rows = connection.execute(
        "SELECT before FROM changed_rows WHERE change_set_id = ? AND of_table = ? AND before IS NOT NULL",
        (taken.id, table),
    )
    return (json.loads(row[0]) for row in rows)


def _link_again(connection: Connection, taken: ChangeSet, table: str, key: tuple[str, str]) -> None:
    """Messages of a contact who is back are his again, as far as they are still there."""
    first, second = key
    connection.executemany(
        f"UPDATE {table} SET contact_id = :contact_id WHERE rowid = (SELECT rowid FROM {table} "  # noqa: S608
        f"WHERE {first} = :{first} AND {second} = :{second} AND (contact_id = :then OR contact_id IS NULL) "
        "ORDER BY contact_id IS NULL LIMIT 1) AND EXISTS (SELECT 1 FROM contacts WHERE id = :contact_id)",
        list(_images(connection, taken, table)),
    )
