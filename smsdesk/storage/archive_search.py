"""The search of the archive: words in all that was said, both directions, the newest first.

Among few messages (those of a family, of a class, the answers to a broadcast) the words are read; else the
index tells.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from typing import Any

from smsdesk.domain.archive_words import AskedWords, archive_words
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.inbox_views import FoundMessage
from smsdesk.domain.views import Direction
from smsdesk.storage.archive_near import SaidWith
from smsdesk.storage.archive_terms import expression
from smsdesk.storage.broadcasts import BEYOND_ALL_IDS, Row
from smsdesk.storage.database import Connection
from smsdesk.storage.inbox import VISIBLE

_SEEN_AT_ONCE = 60
"""Found ones of which it is looked up together whether they may be shown."""


@dataclass(frozen=True)
class Among:
    """Which messages are looked at; `phones` and `broadcast_id` are None for all of them.

    `said` is what was said with the phones; None: the index of words is asked.
    """

    phones: Sequence[str] | None = None
    broadcast_id: int | None = None
    direction: Direction | None = None
    since: date | None = None
    until: date | None = None
    said: SaidWith | None = None


ALL = Among()

Values = dict[str, Any]
"""What the statements are given."""


def found(
    connection: Connection,
    words: AskedWords,
    among: Among,
    now: datetime,
    limit: int,
    before: int | None = None,
) -> tuple[FoundMessage, ...]:
    """Messages with these words older than the place `before`, the newest first; `names` stays empty."""
    places = _places(connection, words, among, now, limit, before)
    return _messages(connection, places)


def counted(connection: Connection, words: AskedWords, among: Among, now: datetime, most: int) -> int:
    """How many `found` would give, counted up to `most`."""
    return len(_places(connection, words, among, now, most, None))


def phones_with(connection: Connection, words: AskedWords, now: datetime, most: int) -> list[str]:
    """The phones of the newest `most` messages with these words."""
    places = _places(connection, words, ALL, now, most, None)
    rows = connection.execute(
        "SELECT DISTINCT coalesce(m.e164, r.sender) FROM spoken s"
        " LEFT JOIN messages m ON m.id = s.message_id LEFT JOIN received r ON r.id = s.received_id"
        " WHERE s.id IN (SELECT value FROM json_each(?))",
        (json.dumps(places),),
    )
    return [row[0] for row in rows]


def _places(
    connection: Connection, words: AskedWords, among: Among, now: datetime, limit: int, before: int | None
) -> list[int]:
    """The places of the newest `limit` messages that are meant."""
    first, last = _bounds(connection, among)
    values: Values = {
        "first": first,
        "before": min(BEYOND_ALL_IDS if before is None else before, last),
        "now": stamp(now),
        "broadcast": among.broadcast_id,
        "since": _start_of(among.since) if among.since else "",
        "until": _start_of(among.until + timedelta(days=1)) if among.until else "",
    }
    if among.broadcast_id is not None:
        places = _of_broadcast(connection, words, among, values)
    elif among.said is not None:
        near = among.said.places(connection, words, values["first"], values["before"])
        places = _seen(connection, near, among, values)
    else:
        places = _looked_up(connection, words, among, values)
    return list(islice(places, limit))


def _of_broadcast(connection: Connection, words: AskedWords, among: Among, values: Values) -> Iterator[int]:
    """Its messages stand together in the index; what answers it is little."""
    sent: Iterator[int] = iter(())
    came: Iterator[int] = iter(())
    if among.direction is not Direction.IN:
        first, last = _around(connection, among.broadcast_id)
        near = {**values, "first": max(first, values["first"]), "before": min(last, values["before"])}
        sent = _looked_up(connection, words, replace(among, direction=Direction.OUT), near)
    if among.direction is not Direction.OUT:
        came = _read_through(connection, words, replace(among, broadcast_id=None), values, _ANSWERS)
    return merge(sent, came, reverse=True)


_SAID = (
    " LEFT JOIN messages m ON m.id = s.message_id LEFT JOIN received r ON r.id = s.received_id"
    f" WHERE s.id >= :first AND s.id < :before AND (r.id IS NULL OR {VISIBLE.format(row='r')})"
)


def _looked_up(connection: Connection, words: AskedWords, among: Among, values: Values) -> Iterator[int]:
    """Found by the index of words, or all of them where no words are asked for."""
    wanted = expression(connection, words)
    if wanted is None:
        return
    source, match, order = "spoken s", "", "s.id"
    if wanted:
        source = "spoken_words w CROSS JOIN spoken s ON s.id = w.rowid"
        match = " AND w.spoken_words MATCH :wanted AND w.rowid >= :first AND w.rowid < :before"
        order = "w.rowid"
    rows = connection.execute(
        f"SELECT s.id, coalesce(m.e164, r.sender) FROM {source}{_SAID}{match}{_conditions(among)}"  # noqa: S608
        f" ORDER BY {order} DESC",
        {**values, "wanted": wanted},
    )
    phones = None if among.phones is None else frozenset(among.phones)
    for place, phone in rows:
        if phones is None or phone in phones:
            yield place


def _seen(connection: Connection, near: Iterator[int], among: Among, values: Values) -> Iterator[int]:
    """Those of these places, the newest first, that are still there, may be shown and fit the rest."""
    sql = f"SELECT s.id FROM spoken s{_SAID}{_conditions(among)}"  # noqa: S608  # literals of ours
    while some := list(islice(near, _SEEN_AT_ONCE)):
        rows = connection.execute(
            f"{sql} AND s.id IN (SELECT value FROM json_each(:places)) ORDER BY s.id DESC",  # noqa: S608
            {**values, "places": json.dumps(some)},
        )
        yield from [row[0] for row in rows]


def last_place(connection: Connection) -> int:
    """The place of what was said last; 0 when nothing was."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM spoken").fetchone()[0])


_ANSWERS = (
    " SELECT s.* FROM answers a CROSS JOIN spoken s ON s.received_id = a.received_id"
    " WHERE a.broadcast_id = :broadcast"
)


def _read_through(
    connection: Connection, words: AskedWords, among: Among, values: Values, source: str
) -> Iterator[int]:
    """Read word by word, the newest first."""
    rows = connection.execute(
        f"SELECT s.id, coalesce(m.text, r.text), coalesce(m.e164, r.sender) FROM ({source}) s"  # noqa: S608
        f"{_SAID}{_conditions(among)} ORDER BY s.id DESC",
        values,
    )
    phones = None if among.phones is None else frozenset(among.phones)
    for place, text, phone in rows:
        if (phones is None or phone in phones) and (not words or words.fit(archive_words(text))):
            yield place


def _conditions(among: Among) -> str:
    conditions = []
    if among.broadcast_id is not None:
        conditions.append("m.broadcast_id = :broadcast")
    if among.direction is not None:
        conditions.append(f"s.received_id IS {'NOT' if among.direction is Direction.IN else ''} NULL")
    if among.since is not None:
        conditions.append("coalesce(m.created_at, r.received_at) >= :since")
    if among.until is not None:
        conditions.append("coalesce(m.created_at, r.received_at) < :until")
    return "".join(f" AND {each}" for each in conditions)


def _bounds(connection: Connection, among: Among) -> tuple[int, int]:
    """The places between which the days stand; the second one is not among them."""
    first, last = 0, BEYOND_ALL_IDS
    # A day more on either side: days are counted as they were on the wall, which may have hung elsewhere.
    if among.since is not None:
        first = _place(connection, "min(first_spoken)", ">=", among.since - timedelta(days=1), last)
    if among.until is not None:
        last = _place(connection, "max(last_spoken)", "<=", among.until + timedelta(days=1), 0) + 1
    return first, last


def _place(connection: Connection, which: str, side: str, day: date, none: int) -> int:
    row = connection.execute(
        f"SELECT {which} FROM day_counts WHERE day {side} ?",  # noqa: S608  # literals of ours
        (day.isoformat(),),
    ).fetchone()
    return none if row[0] is None else int(row[0])


def _around(connection: Connection, broadcast_id: int | None) -> tuple[int, int]:
    """From its first message to behind its last one."""
    first, last = connection.execute(
        "SELECT (SELECT id FROM spoken WHERE message_id = lowest),"
        " (SELECT id FROM spoken WHERE message_id = highest) FROM"
        " (SELECT min(id) AS lowest, max(id) AS highest FROM messages WHERE broadcast_id = ?)",
        (broadcast_id,),
    ).fetchone()
    return (0, 0) if first is None else (first, last + 1)


def _start_of(day: date) -> str:
    """The first moment of a day here."""
    return stamp(datetime.combine(day, time()).astimezone())


def _messages(connection: Connection, places: Sequence[int]) -> tuple[FoundMessage, ...]:
    rows = connection.execute(
        "SELECT s.*, m.e164, m.text AS sent_text, m.created_at, m.broadcast_id, b.title,"
        " r.sender, r.text, r.received_at FROM spoken s LEFT JOIN messages m ON m.id = s.message_id"
        " LEFT JOIN broadcasts b ON b.id = m.broadcast_id LEFT JOIN received r ON r.id = s.received_id"
        " WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.id DESC",
        (json.dumps(places),),
    )
    return tuple(map(_message, rows))


def _message(row: Row) -> FoundMessage:
    if row["received_id"] is not None:
        return FoundMessage(
            place=row["id"],
            direction=Direction.IN,
            id=row["received_id"],
            phone=row["sender"],
            text=row["text"],
            at=unstamp(row["received_at"]),
        )
    return FoundMessage(
        place=row["id"],
        direction=Direction.OUT,
        id=row["message_id"],
        phone=row["e164"],
        text=row["sent_text"],
        at=unstamp(row["created_at"]),
        broadcast_id=row["broadcast_id"],
        broadcast=row["title"],
    )


def phones_named(connection: Connection, contact_ids: Iterable[int]) -> list[str]:
    """The phones of people, and of the guardians of those who are pupils."""
    rows = connection.execute(
        "SELECT e164 FROM phones WHERE contact_id IN (SELECT value FROM json_each(:ids))"
        " UNION SELECT e164 FROM guardianships JOIN phones ON contact_id = guardian_id"
        " WHERE pupil_id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(list(contact_ids))},
    )
    return [row[0] for row in rows]
