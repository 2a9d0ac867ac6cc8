"""The inbox in numbers: what is to be done, how long people wait for an answer, what each day was."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.inbox_views import AnswerTimes, DayCounts, InboxCounts
from smsdesk.storage.database import Connection
from smsdesk.storage.inbox import unread_count


def inbox_counts(connection: Connection, now: datetime, target: timedelta | None) -> InboxCounts:
    """The numbers beside the filters."""
    todo, apart = connection.execute(
        "SELECT (SELECT count(*) FROM conversations WHERE todo = 1),"
        " (SELECT coalesce(sum(unread), 0) FROM conversations WHERE unread > 0 AND apart = 1)"
    ).fetchone()
    _, late = _waiting(connection, now, target)
    return InboxCounts(unread_count(connection, now), todo, late, apart)


def _waiting(connection: Connection, now: datetime, target: timedelta | None) -> tuple[int, int]:
    """How many people wait, and how many of them for longer than the target."""
    waiting, late = connection.execute(
        "SELECT count(*), coalesce(sum(waiting_since < ?), 0) FROM conversations"
        " WHERE waiting_since IS NOT NULL",
        (stamp(now - target) if target is not None else "",),
    ).fetchone()
    return waiting, late


def answer_times(
    connection: Connection, since: datetime, now: datetime, target: timedelta | None
) -> AnswerTimes:
    """How long the answers given since a moment took, and who waits now."""
    from statistics import median  # noqa: PLC0415  # with decimals and fractions, which nobody else needs

    rows = connection.execute(
        "SELECT answered_at, waited_from FROM reply_waits WHERE answered_at >= ?", (stamp(since),)
    )
    # A clock that was put back makes no answer come before its question.
    waits = [max(timedelta(), unstamp(row[0]) - unstamp(row[1])) for row in rows]
    waiting, late_now = _waiting(connection, now, target)
    return AnswerTimes(
        answered=len(waits),
        median=timedelta(seconds=median(wait.total_seconds() for wait in waits)) if waits else None,
        late=sum(wait > target for wait in waits) if target is not None else 0,
        waiting=waiting,
        late_now=late_now,
    )


def days(connection: Connection, first: date, last: date) -> tuple[DayCounts, ...]:
    """The days from `first` to `last` on which there was anything."""
    rows = connection.execute(
        "SELECT day, received, written, sent, delivered, failed FROM day_counts"
        " WHERE day BETWEEN ? AND ? ORDER BY day",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(DayCounts(date.fromisoformat(row[0]), *row[1:]) for row in rows)
