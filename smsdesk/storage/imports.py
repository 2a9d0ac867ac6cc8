"""What an import needs of the people in one look, and its result written with few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from smsdesk.domain.known_people import KnownLink, KnownPerson
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.storage.database import Connection


def load_known(connection: Connection) -> dict[int, KnownPerson]:
    """Everybody with phones, groups (folded names) and guardians; archived people are marked."""
    phones = _phones(connection)
    groups = _groups(connection)
    links = _links(connection)
    return {
        row[0]: KnownPerson(
            id=row[0],
            kind=ContactKind(row[1]),
            first_name=row[2],
            last_name=row[3],
            key=row[4],
            birth_date=date.fromisoformat(row[5]) if row[5] else None,
            external_id=row[6],
            email=row[7],
            address=row[8],
            postcode=row[9],
            city=row[10],
            notes=row[11],
            phones=tuple(phones.get(row[0], ())),
            groups=frozenset(groups.get(row[0], ())),
            guardians=tuple(links.get(row[0], ())),
            archived=row[12] is not None,
        )
        for row in connection.execute(
            "SELECT id, kind, first_name, last_name, folded, birth_date, external_id, email, "
            "address, postcode, city, notes, archived_at FROM contacts ORDER BY id"
        )
    }


def _phones(connection: Connection) -> dict[int, list[Phone]]:
    found: dict[int, list[Phone]] = defaultdict(list)
    for owner, e164, label, mobile in connection.execute(
        "SELECT contact_id, e164, label, mobile FROM phones ORDER BY contact_id, position, id"
    ):
        found[owner].append(Phone(e164, label, bool(mobile)))
    return found


def _groups(connection: Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for contact_id, folded in connection.execute(
        "SELECT contact_id, folded FROM memberships JOIN groups ON groups.id = group_id "
        "WHERE archived_at IS NULL"
    ):
        found[contact_id].append(folded)
    return found


def _links(connection: Connection) -> dict[int, list[KnownLink]]:
    found: dict[int, list[KnownLink]] = defaultdict(list)
    for pupil, guardian, relation, receives in connection.execute(
        "SELECT pupil_id, guardian_id, relation, receives FROM guardianships ORDER BY pupil_id, position"
    ):
        found[pupil].append(KnownLink(guardian, relation, bool(receives)))
    return found


def teacher_id(connection: Connection, key: str) -> int | None:
    """The teacher of this name (`name_key`), None when none is known."""
    row = connection.execute(
        "SELECT id FROM contacts WHERE folded = ? AND kind = 'teacher' AND archived_at IS NULL ORDER BY id",
        (key,),
    ).fetchone()
    return row[0] if row else None


def bring_back(connection: Connection, contact_ids: Iterable[int]) -> None:
    """Take people out of the archive."""
    connection.executemany(
        "UPDATE contacts SET archived_at = NULL WHERE id = ?", [(contact_id,) for contact_id in contact_ids]
    )
