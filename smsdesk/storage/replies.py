"""The automatic answers: each one that went, each one that was withheld, and what the loop guard looks at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from smsdesk.domain.auto_replies import AutoReply, AutoReplySettings, KeywordSettings, ReplyKind
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.loop_guard import GuardLimits, Past, Withheld
from smsdesk.domain.opening_hours import OpeningHours, Span
from smsdesk.domain.opt_outs import Mode
from smsdesk.storage import settings
from smsdesk.storage.broadcasts import Row
from smsdesk.storage.database import Connection

_AUTO = "replies.auto"
_KEYWORDS = "replies.keywords"
"""What a person set, as JSON."""

A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)

LAST_TEXTS = 5
"""A machine that sends everything back does so at once."""


def past_of(connection: Connection, e164: str, own: Iterable[str], now: datetime) -> Past:
    """What the loop guard has to know before an answer to this phone; `own` are our own numbers."""
    texts = connection.execute(
        "SELECT text FROM messages WHERE e164 = ? ORDER BY id DESC LIMIT ?", (e164, LAST_TEXTS)
    )
    return Past(
        own=frozenset(own),
        today=_sent(connection, "e164 = ? AND at > ?", (e164, stamp(now - A_DAY))),
        last_hour=_sent(connection, "at > ?", (stamp(now - AN_HOUR),)),
        last_texts=tuple(row[0] for row in texts),
    )


def _sent(connection: Connection, where: str, values: Sequence[object]) -> int:
    row = connection.execute(
        f"SELECT count(*) FROM auto_replies WHERE withheld IS NULL AND {where}",  # noqa: S608  # ours
        values,
    ).fetchone()
    return int(row[0])


def note(connection: Connection, reply: AutoReply) -> None:
    """Write down that a message was answered, or why not."""
    connection.execute(
        "INSERT INTO auto_replies (received_id, kind, e164, at, broadcast_id, withheld) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            reply.received_id,
            str(reply.kind),
            reply.e164,
            stamp(reply.at),
            reply.broadcast_id,
            str(reply.withheld) if reply.withheld else None,
        ),
    )


def was_answered(connection: Connection, received_id: int) -> bool:
    """Whether an automatic answer to this message went, or was withheld."""
    row = connection.execute(
        "SELECT 1 FROM auto_replies WHERE received_id = ? LIMIT 1", (received_id,)
    ).fetchone()
    return row is not None


def answers_a_question(connection: Connection, received_id: int) -> bool:
    """Whether a message was read, without doubt, as the answer to a question of a broadcast."""
    row = connection.execute(
        "SELECT 1 FROM answers a JOIN questions USING (broadcast_id) "
        "WHERE a.received_id = ? AND a.kind <> 'other' AND a.sure = 1 AND a.late = 0",
        (received_id,),
    ).fetchone()
    return row is not None


def was_written_to(connection: Connection, e164: str, broadcast_id: int | None) -> bool:
    """Whether a broadcast has a message for this phone."""
    row = connection.execute(
        "SELECT 1 FROM messages WHERE e164 = ? AND broadcast_id = ? LIMIT 1", (e164, broadcast_id)
    ).fetchone()
    return row is not None


def told_closed_since(connection: Connection, e164: str, since: datetime | None) -> bool:
    """Whether this phone was told since then (None: ever) that nobody is there."""
    row = connection.execute(
        "SELECT 1 FROM auto_replies WHERE withheld IS NULL AND e164 = ? AND at >= ? AND kind = 'closed'"
        " LIMIT 1",
        (e164, stamp(since) if since else ""),
    ).fetchone()
    return row is not None


def newest(connection: Connection, limit: int) -> list[AutoReply]:
    """The latest automatic answers, withheld ones too, the newest first."""
    rows = connection.execute("SELECT * FROM auto_replies ORDER BY id DESC LIMIT ?", (limit,))
    return [_reply(row) for row in rows]


def _reply(row: Row) -> AutoReply:
    return AutoReply(
        received_id=row["received_id"],
        e164=row["e164"],
        kind=ReplyKind(row["kind"]),
        at=unstamp(row["at"]),
        broadcast_id=row["broadcast_id"],
        withheld=Withheld(row["withheld"]) if row["withheld"] else None,
    )


def sent_at(connection: Connection, arrived: Arrived) -> datetime:
    """When a message was sent, as its service centre has it; when it came, where that cannot be."""
    row = connection.execute("SELECT sent_at FROM received WHERE id = ?", (arrived.id,)).fetchone()
    said = unstamp(row[0]) if row is not None and row[0] else arrived.received_at
    return min(said, arrived.received_at)


def load_auto(connection: Connection) -> AutoReplySettings:
    """What a person set about automatic answers; what nobody can read counts as not set."""
    fresh = AutoReplySettings()
    try:
        said = json.loads(settings.get(connection, _AUTO) or "{}")
        return AutoReplySettings(
            out_of_hours=bool(said.get("out_of_hours", False)),
            text=str(said.get("text", fresh.text)),
            hours=_hours(said["hours"]) if "hours" in said else fresh.hours,
            school_holidays=bool(said.get("school_holidays", False)),
            limits=GuardLimits(
                int(said.get("a_day", fresh.limits.a_day)), int(said.get("an_hour", fresh.limits.an_hour))
            ),
            own_numbers=tuple(map(str, said.get("own_numbers", ()))),
        )
    except (ValueError, TypeError, AttributeError, KeyError):
        return fresh


def save_auto(connection: Connection, chosen: AutoReplySettings) -> None:
    """Keep it."""
    said = {
        "out_of_hours": chosen.out_of_hours,
        "text": chosen.text,
        "hours": [
            [[f"{begins:%H:%M}", f"{ends:%H:%M}"] for begins, ends in day] for day in chosen.hours.days
        ],
        "school_holidays": chosen.school_holidays,
        "a_day": chosen.limits.a_day,
        "an_hour": chosen.limits.an_hour,
        "own_numbers": list(chosen.own_numbers),
    }
    settings.put(connection, _AUTO, json.dumps(said, ensure_ascii=False, sort_keys=True))


def _hours(days: Sequence[Sequence[Sequence[str]]]) -> OpeningHours:
    return OpeningHours(tuple(tuple(_span(*span) for span in day) for day in days))


def _span(begins: str, ends: str) -> Span:
    return time.fromisoformat(begins), time.fromisoformat(ends)


def load_keyword_settings(connection: Connection) -> KeywordSettings:
    """What is done with unknown phones that sign up."""
    told = settings.get(connection, _KEYWORDS)
    return KeywordSettings(Mode(told) if told in set(Mode) else Mode.PROPOSE)


def save_keyword_settings(connection: Connection, chosen: KeywordSettings) -> None:
    """Keep it."""
    settings.put(connection, _KEYWORDS, str(chosen.unknown))
