"""What a list says of known groups in place of what is known: another teacher, other hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from smsdesk.domain.class_lists import GroupDraft
from smsdesk.domain.folding import fold
from smsdesk.domain.names import words_key
from smsdesk.domain.people import WeeklySlot

Taught = tuple[str, Sequence[WeeklySlot]]
"""The teacher's name and the weekly hours of a group; "" and none where nothing is known."""


class TeacherChange(NamedTuple):
    """A known group that has another teacher in the list; "" for none before."""

    group: str
    old: str
    new: str


class HoursChange(NamedTuple):
    """A known group that has other hours in the list."""

    group: str
    old: tuple[WeeklySlot, ...]
    new: tuple[WeeklySlot, ...]


GroupChange = TeacherChange | HoursChange


def group_changes(groups: Sequence[GroupDraft], known: Mapping[str, Taught]) -> tuple[GroupChange, ...]:
    """What an import of these groups replaces; `known` are those that there are, by folded name."""
    return tuple(change for group in groups for change in _changes(group, known.get(fold(group.name))))


def _changes(group: GroupDraft, before: Taught | None) -> Iterator[GroupChange]:
    if before is None:
        return
    teacher, slots = before
    if group.teacher and not _same_name(group.teacher.name, teacher):
        yield TeacherChange(group.name, teacher, group.teacher.name)
    if group.slots and set(group.slots) != set(slots):
        yield HoursChange(group.name, tuple(slots), _by_day(group.slots))


def _by_day(slots: Sequence[WeeklySlot]) -> tuple[WeeklySlot, ...]:
    return tuple(sorted(slots, key=lambda slot: (slot.weekday, slot.start)))


def _same_name(one: str, other: str) -> bool:
    return sorted(words_key(one).split()) == sorted(words_key(other).split())
