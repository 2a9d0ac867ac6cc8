"""Guardians who have guardians themselves: a few steps are a family, a circle is a mistake."""

from __future__ import annotations

from collections.abc import Iterable

from smsdesk.domain.class_lists import Doubt
from smsdesk.domain.family_members import Member
from smsdesk.domain.sentences import say

_DEEPEST = 20
"""Steps from a pupil to the last guardian; a family has one, or two when a mother takes lessons too."""


def without_circles(members: Iterable[Member]) -> list[Doubt]:
    """Take guardians away who would answer for themselves; the doubts that name them."""
    waiting = [member for member in members if member.guardians]
    if not any(care.guardian.guardians for member in waiting for care in member.guardians.values()):
        return []
    unsettled = {id(member) for member in waiting}
    for _ in range(_DEEPEST):
        settled = {id(m) for m in waiting if unsettled.isdisjoint(m.guardians)}
        waiting = [member for member in waiting if id(member) not in settled]
        unsettled -= settled
    return [_part(member, key) for member in waiting for key in list(member.guardians) if key in unsettled]


def _part(member: Member, key: int) -> Doubt:
    guardian = member.guardians.pop(key).guardian
    sentence = say(
        "{guardian} cannot be a guardian of {name}, who is a guardian in the same family. If you accept, "
        "this is left out.",
        guardian=f"{guardian.said.first} {guardian.said.last}".strip(),
        name=f"{member.said.first} {member.said.last}".strip(),
    )
    return Doubt(member.sheet, str(member.row), sentence)
