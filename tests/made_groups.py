"""A group made in one line, for tests that need some."""

from __future__ import annotations

from collections.abc import Sequence

from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.people import Group, GroupKind, WeeklySlot
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.services.people import People


def made_group(
    people: People,
    name: str,
    kind: GroupKind = GroupKind.FREE,
    *,
    filters: PeopleFilter | None = None,
    parent_id: int | None = None,
    teacher_id: int | None = None,
    slots: Sequence[WeeklySlot] = (),
) -> Group:
    """A group without members, or a smart group, as the services write it."""
    return people.save_group(GroupDraft(None, name, kind, parent_id, teacher_id, tuple(slots), filters))
