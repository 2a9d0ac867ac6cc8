"""The triggers that write down each row of the people's tables as it was before a change.

They are TEMP triggers, made once a connection from the tables' own columns, and do nothing unless the TEMP
table `recording_now` holds the change set that is being made. A statement of the program on these tables
never says OR REPLACE: SQLite deletes the old row then without telling any trigger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smsdesk.storage.database import Connection

NO_ID = 2**63 - 1
"""Greater than any contact's id."""


@dataclass(frozen=True)
class Recorded:
    """A table of which changes are recorded; `contact` and `guardian` are its columns that name people."""

    name: str
    contact: str | None = None
    guardian: str | None = None


OWNERS = (Recorded("contacts", "id"), Recorded("groups"))
"""What other rows belong to."""

LEAVES = (
    Recorded("phones", "contact_id"),
    Recorded("guardianships", "pupil_id", "guardian_id"),
    Recorded("weekly_slots"),
    Recorded("memberships", "contact_id"),
    Recorded("lesson_hours", "contact_id"),
    Recorded("consents"),
    Recorded("told_apart", "one_id", "other_id"),
)
"""What belongs to people and groups, and to which nothing belongs."""

_OF_PEOPLE = tuple(table for table in (*OWNERS, *LEAVES) if table.contact)

LINKS = {"message_people": ("message_id", "position"), "left_out": ("broadcast_id", "name")}
"""Tables of sends whose link to a contact goes to another or is lost, and the columns that find a row."""


def prepare(connection: Connection) -> None:
    """Make the triggers of this connection unless it has them."""
    made = "SELECT 1 FROM temp.sqlite_schema WHERE name = 'recording_now'"
    if connection.execute(made).fetchone():
        return
    connection.execute(
        "CREATE TEMP TABLE recording_now (change_set_id INTEGER NOT NULL, new_from INTEGER NOT NULL)"
    )
    for table in (*OWNERS, *LEAVES):
        for statement in _triggers(connection, table):
            connection.execute(statement)
    for name, key in LINKS.items():
        connection.execute(_link_trigger(name, key))


def leave_inserts(connection: Connection) -> None:
    """Take away the triggers that look at each row that is inserted for a person."""
    for table in _OF_PEOPLE:
        connection.execute(f"DROP TRIGGER IF EXISTS temp.{_trigger_name(table.name, 'INSERT')}")


def watch_inserts(connection: Connection) -> None:
    """Make again what `leave_inserts` took away."""
    for table in _OF_PEOPLE:
        connection.execute(_insert_trigger(connection, table))


def columns_of(connection: Connection, table: str) -> tuple[list[str], list[str]]:
    """(all columns, those of the primary key) of one of our tables."""
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sorted((row[5], row[1]) for row in rows if row[5])
    return [row[1] for row in rows], [name for _, name in keys]


def _triggers(connection: Connection, table: Recorded) -> list[str]:
    columns, keys = columns_of(connection, table.name)
    old, new = _write(table, "OLD", keys, _image("OLD", columns)), _write(table, "NEW", keys, "NULL")
    moved = " OR ".join(f"OLD.{key} <> NEW.{key}" for key in keys)
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    return [
        _insert_trigger(connection, table),
        _trigger(table.name, "DELETE", _wanted(table, "OLD"), old),
        _trigger(table.name, "UPDATE", f"({differs}) AND {_wanted(table, 'OLD')}", old),
        _trigger(table.name, "UPDATE", f"({moved}) AND {_wanted(table, 'NEW')}", new, "_moved"),
    ]


def _insert_trigger(connection: Connection, table: Recorded) -> str:
    _, keys = columns_of(connection, table.name)
    return _trigger(table.name, "INSERT", _wanted(table, "NEW"), _write(table, "NEW", keys, "NULL"))


def _trigger_name(table: str, event: str) -> str:
    return f"record_{table}_{event.lower()}"


def _trigger(table: str, event: str, when: str, body: str, suffix: str = "") -> str:
    name = f"{_trigger_name(table, event)}{suffix}"
    made = f"CREATE TEMP TRIGGER IF NOT EXISTS {name} AFTER {event} ON main.{table}"
    return f"{made} WHEN {when} BEGIN {body}; END"


def _wanted(table: Recorded, row: str) -> str:
    """True while recording, unless the row belongs to a contact who is new in this change set as a whole."""
    owners = [name for name in (table.contact, table.guardian) if name]
    if not owners:
        return "EXISTS (SELECT 1 FROM recording_now)"
    return " AND ".join(f"{row}.{name} < (SELECT new_from FROM recording_now)" for name in owners)  # noqa: S608


def _write(table: Recorded, row: str, keys: list[str], image: str) -> str:
    """The first image of a row in a change set is the one from before it; later ones are passed over."""
    key = " || ',' || ".join(f"{row}.{name}" for name in keys)
    people = [f"{row}.{name}" if name else "NULL" for name in (table.contact, table.guardian)]
    return _insert(table.name, f"CAST({key} AS TEXT)", people, image)


def _insert(table: str, key: str, people: list[str], image: str) -> str:
    return (
        "INSERT INTO changed_rows (change_set_id, of_table, key, contact_id, guardian_id, before) "  # noqa: S608
        f"SELECT change_set_id, '{table}', {key}, {', '.join(people)}, {image} FROM recording_now "
        "WHERE NOT EXISTS (SELECT 1 FROM changed_rows AS known "
        "WHERE known.change_set_id = recording_now.change_set_id "
        f"AND known.of_table = '{table}' AND known.key = {key})"
    )


def _image(row: str, columns: Sequence[str]) -> str:
    return f"json_object({_named(row, columns)})"


def _named(row: str, columns: Sequence[str]) -> str:
    return ", ".join(f"'{name}', {row}.{name}" for name in columns)


def _link_trigger(table: str, key: tuple[str, str]) -> str:
    """Nothing but the link changes by what a person undoes; `then` is where it went.

    Two namesakes who were merged may both have been left out of a send: rows alike but for their rowid.
    """
    image = f"json_object('contact_id', OLD.contact_id, 'then', NEW.contact_id, {_named('OLD', key)})"
    values = "json_array(OLD.rowid, OLD.contact_id)"
    body = _insert(table, values, ["OLD.contact_id", "NULL"], image)
    return (
        f"CREATE TEMP TRIGGER record_{table} AFTER UPDATE OF contact_id ON main.{table} "  # noqa: S608
        "WHEN OLD.contact_id IS NOT NULL AND OLD.contact_id IS NOT NEW.contact_id "
        f"AND EXISTS (SELECT 1 FROM recording_now) BEGIN {body}; END"
    )
