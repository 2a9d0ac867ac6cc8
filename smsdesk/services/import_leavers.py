"""What an import does with those who are no longer in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import Leaver, Leavers
from smsdesk.storage import groups, people
from smsdesk.storage.database import Connection


def settle(connection: Connection, left: tuple[Leaver, ...], choice: Leavers, now: str) -> int:
    """Do what was chosen, and give how many people it concerns; the caller has a transaction."""
    if choice is Leavers.KEEP:
        return 0
    ids = {leaver.contact_id for leaver in left}
    if choice is Leavers.ARCHIVE:
        people.archive(connection, sorted({leaver.contact_id for leaver in left if not leaver.moved}), now)
        _take_out(connection, [leaver for leaver in left if leaver.moved])
    else:
        _take_out(connection, left)
    return len(ids)


def _take_out(connection: Connection, left: Iterable[Leaver]) -> None:
    by_group: dict[str, list[int]] = defaultdict(list)
    for leaver in left:
        by_group[fold(leaver.group)].append(leaver.contact_id)
    group_ids = groups.group_ids_by_name(connection)
    for name, contact_ids in by_group.items():
        groups.remove_members(connection, group_ids[name], contact_ids)
