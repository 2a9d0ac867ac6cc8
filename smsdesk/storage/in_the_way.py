"""What stands in the way of undoing a change set: later changes of the same people and groups."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice

from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.sentences import say
from smsdesk.storage.change_triggers import LEAVES, OWNERS
from smsdesk.storage.changes import ChangeSet, change_set
from smsdesk.storage.database import Connection

_NAMED = 3
"""Names in a sentence."""

_LOOKED_AT = 50
"""Rows of which names are looked for: many rows belong to one person."""

_Row = tuple[str, str]
"""A table and the key of a row in it, as `changed_rows` has them."""

_LATER = """
    SELECT later.change_set_id, later.of_table, later.key FROM changed_rows AS later
    JOIN change_sets AS made ON made.id = later.change_set_id
    WHERE made.id > :set AND made.undone_by IS NULL AND (made.undoes IS NULL OR made.undoes < :set)
    AND later.of_table NOT IN ('message_people', 'left_out')
"""
"""Rows of later sets that count: one that was undone and the set that undid it leave nothing between them."""


def refuse_later_changes(connection: Connection, taken: ChangeSet) -> None:
    """Raise InputError when a later change touched the same rows, or people whom this set made."""
    first, last = taken.new_contacts or (1, 0)
    rows = connection.execute(
        f"{_LATER} AND (EXISTS (SELECT 1 FROM changed_rows AS mine "  # noqa: S608
        "WHERE mine.change_set_id = :set AND mine.of_table = later.of_table AND mine.key = later.key) "
        "OR later.contact_id BETWEEN :first AND :last OR later.guardian_id BETWEEN :first AND :last) "
        "ORDER BY later.change_set_id DESC",
        {"set": taken.id, "first": first, "last": last},
    ).fetchall()
    if rows:
        _refuse(connection, rows[0][0], [(row[1], row[2]) for row in rows if row[0] == rows[0][0]])


def refuse_collateral(connection: Connection, taken: ChangeSet, undoing: int) -> None:
    """Raise InputError when undoing reached rows that the set itself had not touched."""
    first, last = taken.new_contacts or (1, 0)
    rows = connection.execute(
        "SELECT of_table, key FROM changed_rows AS reached WHERE change_set_id = :undoing "
        "AND of_table NOT IN ('message_people', 'left_out') "
        "AND NOT EXISTS (SELECT 1 FROM changed_rows AS mine WHERE mine.change_set_id = :set "
        "AND mine.of_table = reached.of_table AND mine.key = reached.key) "
        "AND NOT ifnull(contact_id BETWEEN :first AND :last, 0) "
        "AND NOT ifnull(guardian_id BETWEEN :first AND :last, 0)",
        {"undoing": undoing, "set": taken.id, "first": first, "last": last},
    ).fetchall()
    if rows:
        _refuse_for(connection, taken, [tuple(row) for row in rows])


def refuse_lost_references(connection: Connection, taken: ChangeSet) -> None:
    """Raise InputError when a row came back whose person or group is gone."""
    lost: dict[_Row, None] = {}
    for table in (*OWNERS, *LEAVES):
        references = connection.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
        columns = {row["id"]: row["from"] for row in references}
        for row in connection.execute(f"PRAGMA foreign_key_check({table.name})").fetchall():
            column = columns[row["fkid"]]
            (gone,) = connection.execute(
                f"SELECT {column} FROM {table.name} WHERE rowid = ?",  # noqa: S608  # names of ours
                (row["rowid"],),
            ).fetchone()
            lost[row["parent"], str(gone)] = None
    if lost:
        _refuse_for(connection, taken, list(lost))


def refuse_missing_conditions(connection: Connection, taken: ChangeSet) -> None:
    """Raise InputError when a smart group asks for a group that is gone now: its id may be given again."""
    rows = connection.execute(
        "SELECT CAST(key AS INTEGER) FROM changed_rows "
        "WHERE change_set_id = ? AND of_table = 'groups' AND before IS NULL",
        (taken.id,),
    )
    gone = {row[0] for row in rows}
    smart = connection.execute("SELECT name, filter FROM groups WHERE filter IS NOT NULL") if gone else ()
    for name, text in smart:
        if gone.intersection(PeopleFilter.from_json(text).group_ids):
            raise InputError(
                say(
                    "This cannot be undone: the conditions of {name} ask for a group that would be gone. "
                    "Change them first.",
                    name=name,
                )
            )


def name_taken(connection: Connection, taken: ChangeSet) -> InputError:
    """Why a row could not come back: another has its name or its number now."""
    row = connection.execute(
        "SELECT name FROM changed_rows JOIN groups ON groups.folded = json_extract(before, '$.folded') "
        "AND groups.season = json_extract(before, '$.season') AND groups.archived_at IS NULL "
        "WHERE change_set_id = ?1 AND of_table = 'groups' AND key <> CAST(groups.id AS TEXT) "
        "UNION ALL "
        "SELECT trim(first_name || ' ' || last_name) FROM changed_rows "
        "JOIN contacts ON contacts.kind = json_extract(before, '$.kind') AND contacts.archived_at IS NULL "
        "AND contacts.external_id = json_extract(before, '$.external_id') AND contacts.external_id <> '' "
        "WHERE change_set_id = ?1 AND of_table = 'contacts' AND key <> CAST(contacts.id AS TEXT)",
        (taken.id,),
    ).fetchone()
    return InputError(
        say(
            "This cannot be undone: {name} has the same name or the same number now. Change that first.",
            name=row[0] if row else "?",
        )
    )


def _refuse_for(connection: Connection, taken: ChangeSet, rows: list[_Row]) -> None:
    """Refuse for rows that a later set must have touched, whichever it was."""
    later = connection.execute(
        f"{_LATER} AND EXISTS (SELECT 1 FROM json_each(:rows) "  # noqa: S608
        "WHERE json_extract(value, '$[0]') = later.of_table AND json_extract(value, '$[1]') = later.key) "
        "ORDER BY later.change_set_id DESC LIMIT 1",
        {"set": taken.id, "rows": json.dumps(rows)},
    ).fetchone()
    _refuse(connection, later[0] if later else None, rows)


def _refuse(connection: Connection, later: int | None, rows: list[_Row]) -> None:
    names = _names(connection, rows)
    change = change_set(connection, later) if later is not None else None
    if change is None:
        raise InputError(say("This cannot be undone: {names} changed since. Change it by hand.", names=names))
    raise InputError(
        say(
            "This cannot be undone alone: {names} changed again later. Undo this first: {change}.",
            names=names,
            change=change.title,
        )
    )


def _names(connection: Connection, rows: Iterable[_Row]) -> str:
    """ "Léa Martin, Tom Martin, CE1…": the people and groups of these rows."""
    found: dict[str, None] = {}
    for table, key in islice(rows, _LOOKED_AT):
        found |= dict.fromkeys(_names_of(connection, table, key))
    names = list(found) or ["?"]
    return ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")


_PERSON = "SELECT trim(first_name || ' ' || last_name) FROM contacts WHERE id = "
_GROUP = "SELECT name FROM groups WHERE id = "
_NAME_OF = {
    "contacts": f"{_PERSON} ?1",
    "groups": f"{_GROUP} ?1",
    "phones": f"{_PERSON} (SELECT contact_id FROM phones WHERE id = ?1)",  # noqa: S608
    "guardianships": f"{_PERSON} ?1",
    "told_apart": f"{_PERSON} ?1",
    "memberships": f"{_PERSON} ?2",
    "lesson_hours": f"{_PERSON} ?2",
    "weekly_slots": f"{_GROUP} (SELECT group_id FROM weekly_slots WHERE id = ?1)",  # noqa: S608
    "consents": "SELECT e164 FROM consents WHERE id = ?1",
}


def _names_of(connection: Connection, table: str, key: str) -> list[str]:
    """The name of who stands behind a row; what is gone is looked for in its newest image."""
    numbers = [*map(int, key.split(",")), 0][:2]
    row = connection.execute(f"SELECT ({_NAME_OF[table]}), ?1, ?2", numbers).fetchone()
    if row[0]:
        return [row[0]]
    image = connection.execute(
        "SELECT before FROM changed_rows WHERE of_table = ? AND key = ? AND before IS NOT NULL "
        "ORDER BY change_set_id DESC LIMIT 1",
        (table, key),
    ).fetchone()
    return _names_in(connection, json.loads(image[0])) if image else []


def _names_in(connection: Connection, image: dict[str, object]) -> list[str]:
    if "name" in image:
        return [str(image["name"])]
    if "last_name" in image:
        return [f"{image['first_name']} {image['last_name']}".strip()]
    for column, table in (
        ("contact_id", "contacts"),
        ("pupil_id", "contacts"),
        ("one_id", "contacts"),
        ("group_id", "groups"),
    ):
        if column in image:
            return _names_of(connection, table, str(image[column]))
    return []
