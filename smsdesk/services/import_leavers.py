"""What an import does with those who are no longer in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from smsdesk.domain.folding import fold
from smsdesk.domain.import_plan import Leaver, LeaverChoices, Leavers, choice_for
from smsdesk.storage import groups, people
from smsdesk.storage.database import Connection


def settle(connection: Connection, left: tuple[Leaver, ...], choices: LeaverChoices, now: str) -> int:
    """Do what was chosen for each, and give how many people it concerns; the caller has a transaction."""
    chosen = [(leaver, choice_for(choices, leaver.contact_id)) for leaver in left]
    archived = {one.contact_id for one, choice in chosen if choice is Leavers.ARCHIVE and not one.moved}
    people.archive(connection, sorted(archived), now)
    taken_out = [
        one for one, choice in chosen if choice is Leavers.REMOVE or (choice is Leavers.ARCHIVE and one.moved)
    ]
    _take_out(connection, taken_out)
    return len(archived | {leaver.contact_id for leaver in taken_out})


def _take_out(connection: Connection, left: Iterable[Leaver]) -> None:
    by_group: dict[str, list[int]] = defaultdict(list)
    for leaver in left:
        by_group[fold(leaver.group)].append(leaver.contact_id)
    if not by_group:
        return
    group_ids = groups.group_ids_by_name(connection)
    for name, contact_ids in by_group.items():
        groups.remove_members(connection, group_ids[name], contact_ids)
