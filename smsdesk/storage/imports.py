"""What an import needs of the people in one look, and its result written with few statements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from smsdesk.domain.group_changes import Taught
from smsdesk.domain.known_people import KnownLink, KnownPerson
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.storage.database import Connection
from smsdesk.storage.groups import load_slots

_KINDS = {str(kind): kind for kind in ContactKind}
_NO_GROUPS: frozenset[str] = frozenset()


def load_known(connection: Connection, ids: Iterable[int] | None = None) -> dict[int, KnownPerson]:
    """People by id with phones, groups (folded names) and guardians; archived ones are marked.

    Everybody, or only those of `ids`.
    """
    wanted = None if ids is None else json.dumps(list(ids))
    phones = _phones(connection, wanted)
    groups = _groups(connection, wanted)
    links = _links(connection, wanted)
    rows = _rows(
        connection,
        "SELECT id, kind, first_name, last_name, folded, birth_date, external_id, email, address, postcode, "
        "city, notes, archived_at IS NOT NULL FROM contacts WHERE {} ORDER BY id",
        "id",
        wanted,
    )
    return {
        contact_id: KnownPerson(
            contact_id, _KINDS[kind], first, last, key, date.fromisoformat(born) if born else None,
            external_id, email, street, postcode, city, notes, phones.get(contact_id, ()),
            groups.get(contact_id, _NO_GROUPS), links.get(contact_id, ()), bool(archived),
        )
        for (contact_id, kind, first, last, key, born, external_id, email, street, postcode, city, notes,
             archived) in rows
    }  # fmt: skip


def _rows(connection: Connection, sql: str, column: str, wanted: str | None) -> Iterator[tuple[Any, ...]]:
    """Rows as plain tuples: half the cost of rows with names, for a whole town of them."""
    cursor = connection.cursor()
    cursor.row_factory = None
    if wanted is None:
        return iter(cursor.execute(sql.format("1")))
    chosen = sql.format(f"{column} IN (SELECT value FROM json_each(?))")  # noqa: S608  # a name of ours
    return iter(cursor.execute(chosen, (wanted,)))


def _phones(connection: Connection, wanted: str | None) -> dict[int, tuple[Phone, ...]]:
    found: dict[int, tuple[Phone, ...]] = {}
    sql = "SELECT contact_id, e164, label, mobile FROM phones WHERE {} ORDER BY contact_id, position, id"
    for owner, e164, label, mobile in _rows(connection, sql, "contact_id", wanted):
        phone = Phone(e164, label, mobile == 1)
        found[owner] = (*found[owner], phone) if owner in found else (phone,)
    return found


def _groups(connection: Connection, wanted: str | None) -> dict[int, frozenset[str]]:
    """Groups by contact; whoever is in the same ones shares the set."""
    sets: dict[tuple[frozenset[str], str], frozenset[str]] = {}
    found: dict[int, frozenset[str]] = {}
    sql = (
        "SELECT contact_id, folded FROM memberships JOIN groups ON groups.id = group_id "
        "WHERE archived_at IS NULL AND {}"
    )
    for contact_id, name in _rows(connection, sql, "contact_id", wanted):
        before = found.get(contact_id, _NO_GROUPS)
        after = sets.get((before, name))
        if after is None:
            after = sets[before, name] = before | {name}
        found[contact_id] = after
    return found


def _links(connection: Connection, wanted: str | None) -> dict[int, tuple[KnownLink, ...]]:
    found: dict[int, tuple[KnownLink, ...]] = {}
    sql = (
        "SELECT pupil_id, guardian_id, relation, receives FROM guardianships "
        "WHERE {} ORDER BY pupil_id, position"
    )
    for pupil, guardian, relation, receives in _rows(connection, sql, "pupil_id", wanted):
        found[pupil] = (*found.get(pupil, ()), KnownLink(guardian, relation, receives == 1))
    return found


def load_taught(connection: Connection) -> dict[str, Taught]:
    """The teacher's name and the weekly hours of every group that is there, by its folded name."""
    slots = load_slots(connection)
    rows = connection.execute(
        "SELECT groups.folded, groups.id, coalesce(trim(first_name || ' ' || last_name), '') FROM groups "
        "LEFT JOIN contacts ON contacts.id = teacher_id WHERE groups.archived_at IS NULL"
    )
    return {folded: (teacher, slots.get(group_id, ())) for folded, group_id, teacher in rows}


def revision(connection: Connection) -> str:
    """What differs as soon as people, phones or groups were changed in any way that a list can notice."""
    parts = connection.execute(
        "SELECT (SELECT coalesce(max(id), 0) FROM change_sets), (SELECT count(*) FROM contacts), "
        "(SELECT coalesce(max(id), 0) FROM phones), (SELECT count(*) FROM phones), "
        "(SELECT count(*) FROM memberships), (SELECT count(*) FROM guardianships), "
        "(SELECT count(*) FROM groups)"
    ).fetchone()
    return "-".join(map(str, parts))


def teacher_id(connection: Connection, key: str) -> int | None:
    """The teacher of this name (`name_key`), None when none is known."""
    row = connection.execute(
        "SELECT id FROM contacts WHERE folded = ? AND kind = 'teacher' AND archived_at IS NULL ORDER BY id",
        (key,),
    ).fetchone()
    return row[0] if row else None


def keep_outcome(connection: Connection, import_id: int, digest: str, outcome: str) -> None:
    """Write beside an import what its list would give once more, for the people as they are now."""
    connection.execute(
        "UPDATE imports SET digest = ?, outcome = ?, revision = ? WHERE id = ?",
        (digest, outcome, revision(connection), import_id),
    )


def outcome(connection: Connection, digest: str, at: str) -> str | None:
    """What was kept of a list with this digest, for the people at the revision `at`."""
    row = connection.execute(
        "SELECT outcome FROM imports WHERE digest = ? AND digest <> '' AND revision = ? ORDER BY id DESC",
        (digest, at),
    ).fetchone()
    return row[0] if row else None
