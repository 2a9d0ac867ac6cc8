"""Time as it is passed in, and as it is written: aware datetimes, ISO 8601 in UTC with milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Answers the present moment, aware. The real one is `system_clock`; tests pass their own."""


def system_clock() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Write a moment for storage: UTC, fixed width, so that texts sort as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def unstamp(text: str) -> datetime:
    """Read back what `stamp` wrote."""
    return datetime.fromisoformat(text)
