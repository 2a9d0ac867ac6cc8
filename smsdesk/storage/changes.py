"""Change sets: what was changed among the people, by whom and when, with each row as it was before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.clock import unstamp
from smsdesk.domain.sentences import Sentence
from smsdesk.storage.change_triggers import NO_ID, leave_inserts, prepare, watch_inserts
from smsdesk.storage.database import Connection
from smsdesk.storage.kept_sentences import sentence_from, sentence_text

BY_SMS = "SMS"
"""Who made what an SMS changed by itself: "undo" is for what people do at the desk, and passes it over."""

KEPT_SETS = 200
"""Some weeks of a secretary's work; images of older rows would keep data that people asked to erase."""


@dataclass(frozen=True)
class ChangeSet:
    """One change as a whole; `undoes` is the set that it took back, `undone_by` the one that took it back."""

    id: int
    title: Sentence
    made_by: str
    made_at: datetime
    undoes: int | None = None
    undone_by: int | None = None
    new_contacts: tuple[int, int] | None = None
    """First and last id of the contacts that it made as a whole, without their rows one by one."""


@contextmanager
def recording(
    connection: Connection,
    title: Sentence,
    *,
    made_by: str,
    now: str,
    new_contacts_from: int | None = None,
    undoes: int | None = None,
) -> Iterator[int]:
    """Write down what the block changes among people, groups and consents; gives the id of the change set.

    The caller has a transaction. Inside another `recording` of the connection it is a part of that one.
    Contacts with an id of at least `new_contacts_from`, which none has yet, are made by this change set:
    only their range is kept. A change set that changed nothing is not kept.
    """
    if not connection.in_transaction:
        raise RuntimeError("a recording needs a transaction")
    prepare(connection)
    outer = connection.execute("SELECT change_set_id FROM recording_now").fetchone()
    if outer:
        _start_range(connection, new_contacts_from)
        yield outer[0]
        return
    change_set_id = _begin(connection, title, made_by, now, undoes)
    _start_range(connection, new_contacts_from)
    try:
        yield change_set_id
    except BaseException:
        # A full disk may have ended the transaction already, and the mark with it.
        if connection.in_transaction:
            pause(connection)
        raise
    _end(connection, change_set_id)
    if undoes is None:
        _forget_undone(connection, change_set_id)


def _begin(connection: Connection, title: Sentence, made_by: str, now: str, undoes: int | None) -> int:
    change_set_id = connection.execute(
        "INSERT INTO change_sets (title, made_by, made_at, undoes) VALUES (?, ?, ?, ?)",
        (sentence_text(title), made_by, now, undoes),
    ).lastrowid
    connection.execute("INSERT INTO recording_now VALUES (?, ?)", (change_set_id, NO_ID))
    return int(change_set_id)


def _start_range(connection: Connection, new_contacts_from: int | None) -> None:
    if new_contacts_from is not None:
        connection.execute("UPDATE recording_now SET new_from = min(new_from, ?)", (new_contacts_from,))


@contextmanager
def only_new_people(connection: Connection) -> Iterator[None]:
    """Insert rows of new people without a look at each, in a `recording` that was told where they begin.

    Every row that is inserted here into contacts, phones, guardianships and memberships must belong to one of
    them: for a whole town the triggers alone would take a quarter of the time.
    """
    leave_inserts(connection)
    try:
        yield
    finally:
        # A full disk may have ended the transaction: then the triggers are back by themselves.
        if connection.in_transaction:
            watch_inserts(connection)


def pause(connection: Connection) -> None:
    """Write down nothing more of the change set that is being made."""
    connection.execute("DELETE FROM recording_now")


def _end(connection: Connection, change_set_id: int) -> None:
    """Keep the range of new contacts, drop a set that changed nothing, forget the oldest sets."""
    connection.execute(
        "UPDATE change_sets SET (first_new_contact, last_new_contact) = "
        "(SELECT min(id), max(id) FROM contacts WHERE id >= (SELECT new_from FROM recording_now)) "
        "WHERE id = ?",
        (change_set_id,),
    )
    pause(connection)
    connection.execute(
        "DELETE FROM change_sets WHERE id = ?1 AND undoes IS NULL AND first_new_contact IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM changed_rows WHERE change_set_id = ?1)",
        (change_set_id,),
    )
    connection.execute(
        "DELETE FROM change_sets WHERE id <= (SELECT id FROM change_sets ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (KEPT_SETS,),
    )


def _forget_undone(connection: Connection, change_set_id: int) -> None:
    """What was undone before a new change is not made again: its rows would only keep data of people."""
    connection.execute(
        "DELETE FROM changed_rows WHERE change_set_id IN (SELECT id FROM change_sets "
        "WHERE undone_by IS NOT NULL OR undoes IS NOT NULL) "
        "AND EXISTS (SELECT 1 FROM change_sets WHERE id = ?)",
        (change_set_id,),
    )


def change_set(connection: Connection, change_set_id: int) -> ChangeSet | None:
    """One change set, None when there is none or it was forgotten."""
    row = connection.execute("SELECT * FROM change_sets WHERE id = ?", (change_set_id,)).fetchone()
    return _change_set(row) if row else None


def newest(connection: Connection, limit: int) -> list[ChangeSet]:
    """The change sets that a person made, the newest first; undoing and redoing are not among them."""
    rows = connection.execute(
        "SELECT * FROM change_sets WHERE undoes IS NULL ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [_change_set(row) for row in rows]


def last_made(connection: Connection) -> ChangeSet | None:
    """The newest change that was not undone, of those that were made at the desk."""
    row = connection.execute(
        "SELECT * FROM change_sets WHERE undoes IS NULL AND undone_by IS NULL AND made_by <> ? "
        "ORDER BY id DESC LIMIT 1",
        (BY_SMS,),
    ).fetchone()
    return _change_set(row) if row else None


def last_undone(connection: Connection) -> ChangeSet | None:
    """The change that was undone last, None when a person changed something since."""
    row = connection.execute(
        "SELECT made.* FROM change_sets AS made JOIN change_sets AS undoing ON undoing.id = made.undone_by "
        "WHERE made.undoes IS NULL "
        "AND undoing.id > (SELECT max(id) FROM change_sets WHERE undoes IS NULL) "
        "ORDER BY undoing.id DESC LIMIT 1"
    ).fetchone()
    return _change_set(row) if row else None


def changed_since(connection: Connection, change_set_id: int) -> bool:
    """Whether a person made another change after this set."""
    row = connection.execute(
        "SELECT 1 FROM change_sets WHERE undoes IS NULL AND id > ? LIMIT 1", (change_set_id,)
    ).fetchone()
    return row is not None


def _change_set(row: Connection) -> ChangeSet:
    return ChangeSet(
        id=row["id"],
        title=sentence_from(row["title"]),
        made_by=row["made_by"],
        made_at=unstamp(row["made_at"]),
        undoes=row["undoes"],
        undone_by=row["undone_by"],
        new_contacts=(row["first_new_contact"], row["last_new_contact"])
        if row["first_new_contact"] is not None
        else None,
    )
