"""Contacts with their phones and guardians."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from smsdesk.domain.filters import town_key
from smsdesk.domain.people import Contact, ContactKind, Guardian, Phone
from smsdesk.storage.bulk_rows import insert_rows
from smsdesk.storage.database import Connection

_TOWNS = 1_000
"""Names that are kept: whole lists come from a few towns."""
_LOADED = (
    "id, kind, first_name, last_name, birth_date, external_id, email, address, notes, "
    "archived_at IS NOT NULL, postcode, city"
)


def load_contacts(connection: Connection, ids: Sequence[int]) -> list[Contact]:
    """The contacts of these ids, in their order; unknown ids are passed over."""
    wanted = json.dumps(list(ids))
    phones = _phones(connection, wanted)
    guardians = _guardians(connection, wanted)
    groups = _group_names(connection, wanted)
    rows = connection.execute(
        f"SELECT {_LOADED} FROM contacts WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
        (wanted,),
    )
    found = {row[0]: _contact(row, phones, guardians, groups) for row in rows}
    return [found[contact_id] for contact_id in ids if contact_id in found]


def _contact(
    row: Iterable[Any],
    phones: Mapping[int, list[Phone]],
    guardians: Mapping[int, list[Guardian]],
    groups: Mapping[int, list[str]],
) -> Contact:
    # A page has hundreds of them: columns by place take a fifth of the time that columns by name do.
    (contact_id, kind, first_name, last_name, birth_date, external_id, email, address, notes, archived,
     postcode, city) = row  # fmt: skip
    return Contact(
        contact_id,
        ContactKind(kind),
        first_name,
        last_name,
        tuple(phones.get(contact_id, ())),
        tuple(guardians.get(contact_id, ())),
        tuple(groups.get(contact_id, ())),
        date.fromisoformat(birth_date) if birth_date else None,
        external_id,
        email,
        address,
        notes,
        bool(archived),
        postcode,
        city,
    )


def _phones(connection: Connection, wanted: str) -> dict[int, list[Phone]]:
    found: dict[int, list[Phone]] = defaultdict(list)
    for contact_id, e164, label, mobile in connection.execute(
        "SELECT contact_id, e164, label, mobile FROM phones "
        "WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, position, id",
        (wanted,),
    ):
        found[contact_id].append(Phone(e164, label, bool(mobile)))
    return found


def _guardians(connection: Connection, wanted: str) -> dict[int, list[Guardian]]:
    rows = connection.execute(
        "SELECT pupil_id, guardian_id, trim(first_name || ' ' || last_name), receives, relation "
        "FROM guardianships JOIN contacts ON contacts.id = guardian_id AND archived_at IS NULL "
        "WHERE pupil_id IN (SELECT value FROM json_each(?)) ORDER BY pupil_id, position, guardian_id",
        (wanted,),
    ).fetchall()
    phones = _phones(connection, json.dumps(list({row[1] for row in rows})))
    found: dict[int, list[Guardian]] = defaultdict(list)
    for pupil_id, guardian_id, name, receives, relation in rows:
        theirs = tuple(phones.get(guardian_id, ()))
        found[pupil_id].append(Guardian(guardian_id, name, theirs, bool(receives), relation))
    return found


def _group_names(connection: Connection, wanted: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(
        "SELECT contact_id, name FROM memberships JOIN groups ON groups.id = group_id "
        "WHERE groups.archived_at IS NULL AND contact_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY groups.folded",
        (wanted,),
    ):
        found[row[0]].append(row[1])
    return found


def owners_of(connection: Connection, e164s: Sequence[str]) -> list[tuple[str, int, str, str]]:
    """(phone, contact id, name, first name of one pupil of his) of everybody who has one of these phones.

    A guardian of several pupils stands once for each; pupils in order of name.
    """
    return [
        tuple(row)
        for row in connection.execute(
            "SELECT phones.e164, owner.id, trim(owner.first_name || ' ' || owner.last_name), "
            "coalesce(nullif(pupil.first_name, ''), pupil.last_name, '') "
            "FROM phones "
            "JOIN contacts AS owner ON owner.id = phones.contact_id AND owner.archived_at IS NULL "
            "LEFT JOIN guardianships ON guardian_id = owner.id "
            "LEFT JOIN contacts AS pupil ON pupil.id = pupil_id AND pupil.archived_at IS NULL "
            "WHERE phones.e164 IN (SELECT value FROM json_each(?)) ORDER BY owner.id, pupil.folded",
            (json.dumps(list(e164s)),),
        )
    ]


def pupil_ids_of(connection: Connection, guardian_id: int) -> list[int]:
    """Ids of the pupils whose guardian this contact is, by name."""
    rows = connection.execute(
        "SELECT id FROM contacts JOIN guardianships ON pupil_id = id "
        "WHERE guardian_id = ? AND archived_at IS NULL ORDER BY folded, id",
        (guardian_id,),
    )
    return [row[0] for row in rows]


def guardian_ids_of(connection: Connection, pupil_ids: Sequence[int]) -> set[int]:
    """Ids of the guardians of these contacts."""
    rows = connection.execute(
        "SELECT DISTINCT guardian_id FROM guardianships WHERE pupil_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pupil_ids)),),
    )
    return {row[0] for row in rows}


@lru_cache(_TOWNS)
def _folded_city(city: str) -> str:
    return town_key(city)


_KINDS = {kind: kind.value for kind in ContactKind}


class ContactRow(NamedTuple):
    """The plain columns of a contact, as they are written. `folded` is its name made comparable."""

    kind: ContactKind
    first_name: str
    last_name: str
    folded: str
    birth_date: date | None = None
    external_id: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    notes: str = ""

    def values(self) -> tuple[str | None, ...]:
        """In the order of `_COLUMNS`."""
        kind, first_name, last_name, folded, born, external_id, email, address, postcode, city, notes = self
        return (
            _KINDS[kind], first_name, last_name, folded, born.isoformat() if born else None, external_id,
            email, address, postcode, city, _folded_city(city), notes,
        )  # fmt: skip


_COLUMNS = (
    "kind", "first_name", "last_name", "folded", "birth_date", "external_id", "email", "address", "postcode",
    "city", "city_folded", "notes",
)  # fmt: skip


def insert_contacts(connection: Connection, rows: Iterable[tuple[int, ContactRow]], now: str) -> None:
    """Write new contacts under the ids given."""
    insert_rows(
        connection,
        "contacts",
        ("id", *_COLUMNS),
        ((contact_id, *row.values()) for contact_id, row in rows),
        same={"created_at": now, "updated_at": now},
    )


def update_contacts(connection: Connection, rows: Iterable[tuple[int, ContactRow]], now: str) -> None:
    """Write changed contacts."""
    connection.executemany(
        f"UPDATE contacts SET {', '.join(f'{name} = ?' for name in _COLUMNS)}, updated_at = ? WHERE id = ?",  # noqa: S608
        ((*row.values(), now, contact_id) for contact_id, row in rows),
    )


def take_numbers(connection: Connection, contact_ids: Iterable[int], now: str) -> None:
    """Leave contacts without the school's number, before others get it: two have never the same one."""
    connection.executemany(
        "UPDATE contacts SET external_id = '', updated_at = ? WHERE id = ?",
        ((now, contact_id) for contact_id in contact_ids),
    )


def replace_phones(connection: Connection, phones: Sequence[tuple[int, Sequence[Phone]]]) -> None:
    """Write the phones of contacts, in order of preference, instead of those they had."""
    connection.executemany("DELETE FROM phones WHERE contact_id = ?", [(owner,) for owner, _ in phones])
    insert_phones(connection, phones)


def insert_phones(connection: Connection, phones: Iterable[tuple[int, Sequence[Phone]]]) -> None:
    """Write the phones of new contacts, in order of preference."""
    insert_rows(
        connection,
        "phones",
        ("contact_id", "e164", "label", "mobile", "position"),
        (
            (owner, e164, label, int(mobile), position)
            for owner, owned in phones
            for position, (e164, label, mobile) in enumerate(owned)
        ),
    )


def add_guardianships(connection: Connection, links: Iterable[tuple[int, int, int, bool, str]]) -> None:
    """Write (pupil, guardian, position, receives, relation); a known pair takes the new relation."""
    connection.executemany(
        "INSERT INTO guardianships (pupil_id, guardian_id, position, receives, relation) "
        "VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (pupil_id, guardian_id) DO UPDATE SET "
        "relation = CASE excluded.relation WHEN '' THEN relation ELSE excluded.relation END, "
        "receives = excluded.receives",
        links,
    )


def remove_guardianships(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Take guardians from pupils: (pupil, guardian)."""
    connection.executemany("DELETE FROM guardianships WHERE pupil_id = ? AND guardian_id = ?", pairs)


def next_contact_id(connection: Connection) -> int:
    """The id from which on nobody stands in this file."""
    return int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM contacts").fetchone()[0])


def replace_guardians(
    connection: Connection, pupil_id: int, guardians: Sequence[tuple[int, bool, str]]
) -> None:
    """Write the guardians of a pupil, (id, receives, relation) in order, instead of those he had."""
    connection.execute(
        "DELETE FROM guardianships WHERE pupil_id = ? "
        "AND guardian_id NOT IN (SELECT value FROM json_each(?))",
        (pupil_id, json.dumps([guardian_id for guardian_id, _, _ in guardians])),
    )
    connection.executemany(
        "INSERT INTO guardianships (pupil_id, guardian_id, position, receives, relation) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (pupil_id, guardian_id) DO UPDATE SET "
        "position = excluded.position, receives = excluded.receives, relation = excluded.relation",
        (
            (pupil_id, guardian_id, position, int(receives), relation)
            for position, (guardian_id, receives, relation) in enumerate(guardians)
        ),
    )


def count_contacts(connection: Connection, ids: Iterable[int]) -> int:
    """How many of these are known, archived ones too."""
    row = connection.execute(
        "SELECT count(*) FROM contacts WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    ).fetchone()
    return int(row[0])


def archive(connection: Connection, ids: Sequence[int], now: str) -> int:
    """Archive contacts; how many were not archived before."""
    return int(
        connection.execute(
            "UPDATE contacts SET archived_at = ?1, updated_at = ?1 "
            "WHERE archived_at IS NULL AND id IN (SELECT value FROM json_each(?2))",
            (now, json.dumps(list(ids))),
        ).rowcount
    )


def restore(connection: Connection, ids: Sequence[int], now: str) -> int:
    """Take contacts back from the archive; how many were there."""
    return int(
        connection.execute(
            "UPDATE contacts SET archived_at = NULL, updated_at = ?1 "
            "WHERE archived_at IS NOT NULL AND id IN (SELECT value FROM json_each(?2))",
            (now, json.dumps(list(ids))),
        ).rowcount
    )


def holder_of_external_id(connection: Connection, kind: ContactKind, external_id: str) -> int | None:
    """Who of this kind, among those who are there, has this id of the school system."""
    row = connection.execute(
        "SELECT id FROM contacts WHERE kind = ? AND external_id = ? AND external_id <> '' "
        "AND archived_at IS NULL",
        (str(kind), external_id),
    ).fetchone()
    return int(row[0]) if row else None


def cities(connection: Connection) -> list[str]:
    """The towns where people live who are there, each once as it is written for one of them, by name."""
    rows = connection.execute(
        "SELECT city FROM (SELECT min(id) AS one FROM contacts WHERE city_folded <> '' "
        "AND archived_at IS NULL GROUP BY city_folded) JOIN contacts ON id = one ORDER BY city_folded"
    )
    return [row[0] for row in rows]
