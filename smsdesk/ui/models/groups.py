"""Groups in the order of a tree: each below the group that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group


def as_tree(groups: Sequence[Group]) -> list[tuple[Group, int]]:
    """Each group with its depth, children after their parent, by name; a lost parent counts as none."""
    known = {group.id for group in groups}
    below: dict[int | None, list[Group]] = {}
    for group in sorted(groups, key=lambda group: fold(group.name)):
        below.setdefault(group.parent_id if group.parent_id in known else None, []).append(group)
    ordered: list[tuple[Group, int]] = []
    _walk(None, 0, below, ordered)
    return ordered


def _walk(
    parent: int | None, depth: int, below: dict[int | None, list[Group]], ordered: list[tuple[Group, int]]
) -> None:
    for group in below.pop(parent, []):
        ordered.append((group, depth))
        _walk(group.id, depth + 1, below, ordered)
