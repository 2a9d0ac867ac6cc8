"""Wall time: what the clock on the wall says, kept over changes of the clocks, and the moment that it means.

A wall time is a naive datetime; its `fold` tells the first from the second of an hour that comes twice
(PEP 495). A moment is aware. `zone` None is the computer's own, whatever it becomes.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo


def moment_of(wall: datetime, zone: tzinfo | None = None) -> datetime:
    """The moment, in UTC, at which the wall shows this time.

    A time that the clocks skip (2:30 in the night of summer time) is the moment as much after the change
    (3:30); one that comes twice is its first, or its second with fold=1.
    """
    if zone is None:
        # Not astimezone: for a time that the clocks skip it gives the moment before the change (1:30).
        return datetime.fromtimestamp(wall.timestamp(), UTC)
    return wall.replace(tzinfo=zone).astimezone(UTC)


def as_moment(given: datetime) -> datetime:
    """The moment that somebody wrote: a naive time is one on the wall of this computer."""
    return moment_of(given) if given.tzinfo is None else given


def wall_of(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """What the wall shows at this moment: `moment_of` gives the same moment back."""
    wall = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    return wall if moment_of(wall, zone) == moment else wall.replace(fold=1)
