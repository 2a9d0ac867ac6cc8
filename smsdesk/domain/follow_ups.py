"""How one broadcast follows another: what it is to the earlier one."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """What a broadcast is to the one that it is about; a test is about none."""

    POSTPONED = "postponed"
    ROOM_CHANGED = "room_changed"
    MAINTAINED = "maintained"
    CORRECTION = "correction"
    NOT_REACHED = "not_reached"
    NOT_ANSWERED = "not_answered"
    REPEAT = "repeat"
    UPDATE = "update"
    ALL_CLEAR = "all_clear"
    SECOND_GUARDIAN = "second_guardian"
    TEST = "test"
