"""The search of the archive: words in all that was said, the newest first, stopped when nobody waits for it.

The index holds words without places. A beginning of up to three letters stands in it as such; a longer one is
looked up among the words there are, and those are sought: gathering their places anew at each key would cost
more than a frame where they are frequent. Among few messages (those of a family) the words are read instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from smsdesk.domain.archive_words import AskedWords, archive_words
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.inbox_views import FoundMessage
from smsdesk.domain.views import Direction
from smsdesk.storage.broadcasts import BEYOND_ALL_IDS, Row
from smsdesk.storage.database import Connection
from smsdesk.storage.inbox import VISIBLE

INDEXED_LETTERS = 3
"""The longest beginning of a word that the index holds as such."""

_MOST_TERMS = 120
"""Words of one beginning that are sought one by one; each costs some hundredths of a millisecond."""

_FEW = 1_500
"""Messages that are read through, instead of being looked up among all others."""

_ANSWERED_WITHIN = timedelta(days=30)
"""A message is about the broadcast before it for so long."""


@dataclass(frozen=True)
class Among:
    """Which messages are looked at; `phones` and `broadcast_id` are None for all of them."""

    phones: Sequence[str] | None = None
    broadcast_id: int | None = None
    direction: Direction | None = None
    since: date | None = None
    until: date | None = None


ALL = Among()


def expression(connection: Connection, words: AskedWords) -> str | None:
    """What FTS5 is asked for; None where a word is in no message at all, "" when nothing was asked.

    A finished word that nobody ever used so is taken for the beginning of one.
    """
    wanted = [
        _exactly(word) if _is_known(connection, word) else _begun(connection, word) for word in words.finished
    ]
    wanted += [_begun(connection, words.begun)] if words.begun else []
    return None if None in wanted else " AND ".join(each for each in wanted if each)


def _exactly(word: str) -> str:
    return f'"{word}"'


def _is_known(connection: Connection, word: str) -> bool:
    return next(_terms(connection, word), None) == word


def _begun(connection: Connection, beginning: str) -> str | None:
    if len(beginning.encode()) <= INDEXED_LETTERS:
        return f"{_exactly(beginning)} *"
    terms = [term for term, _ in zip(_terms(connection, beginning), range(_MOST_TERMS + 1), strict=False)]
    if len(terms) > _MOST_TERMS:
        return f"{_exactly(beginning)} *"
    return f"({' OR '.join(map(_exactly, terms))})" if terms else None


_NEXT_TERM = "SELECT term FROM spoken_vocabulary WHERE term >= ? LIMIT 1"


def _terms(connection: Connection, beginning: str) -> Iterator[str]:
    """The words there are with a beginning, in order: each is one step, however frequent it is."""
    at = beginning
    while True:
        row = connection.execute(_NEXT_TERM, (at,)).fetchone()
        if row is None or not row[0].startswith(beginning):
            return
        yield row[0]
        at = f"{row[0]}\x01"  # no word holds it, and every other word sorts behind it


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
    first, last = _bounds(connection, among)
    values = {
        "first": first,
        "before": min(BEYOND_ALL_IDS if before is None else before, last),
        "now": stamp(now),
        "phones": json.dumps(list(among.phones or ())),
        "broadcast": among.broadcast_id,
        "since": _start_of(among.since) if among.since else "",
        "until": _start_of(among.until + timedelta(days=1)) if among.until else "",
        "limit": limit,
    }
    if among.phones is not None and _are_few(connection, among.phones):
        return _read_through(connection, words, among, values)
    wanted = expression(connection, words)
    if wanted is None:
        return []
    return _looked_up(connection, wanted, among, values)


_SAID = (
    " LEFT JOIN messages m ON m.id = s.message_id LEFT JOIN received r ON r.id = s.received_id"
    f" WHERE s.id >= :first AND s.id < :before AND (r.id IS NULL OR {VISIBLE.format(row='r')})"
)


def _looked_up(connection: Connection, wanted: str, among: Among, values: dict[str, object]) -> list[int]:
    if wanted:
        source = "spoken_words w CROSS JOIN spoken s ON s.id = w.rowid"
        match = " AND w.spoken_words MATCH :wanted AND w.rowid >= :first AND w.rowid < :before"
        order = "w.rowid"
    else:
        source, match, order = "spoken s", "", "s.id"
    rows = connection.execute(
        f"SELECT s.id FROM {source}{_SAID}{match}{_conditions(among)}"  # noqa: S608  # literals of ours
        f" ORDER BY {order} DESC LIMIT :limit",
        {**values, "wanted": wanted},
    )
    return [row[0] for row in rows]


def _read_through(
    connection: Connection, words: AskedWords, among: Among, values: dict[str, object]
) -> list[int]:
    """All that was said with some phones, the newest first, word by word."""
    rows = connection.execute(
        "SELECT s.id, coalesce(m.text, r.text) AS text FROM ("  # noqa: S608  # literals of ours
        " SELECT s.* FROM messages t CROSS JOIN spoken s ON s.message_id = t.id"
        "  WHERE t.e164 IN (SELECT value FROM json_each(:phones))"
        " UNION ALL SELECT s.* FROM received t CROSS JOIN spoken s ON s.received_id = t.id"
        "  WHERE t.sender IN (SELECT value FROM json_each(:phones))"
        f") s{_SAID}{_conditions(among)} ORDER BY s.id DESC",
        values,
    )
    limit = int(str(values["limit"]))
    fitting = (row["id"] for row in rows if not words or words.fit(archive_words(row["text"])))
    return [place for place, _ in zip(fitting, range(limit), strict=False)]


def _are_few(connection: Connection, phones: Sequence[str]) -> bool:
    (number,) = connection.execute(
        "SELECT (SELECT count(*) FROM (SELECT 1 FROM messages"
        "  WHERE e164 IN (SELECT value FROM json_each(:phones)) LIMIT :most))"
        " + (SELECT count(*) FROM (SELECT 1 FROM received"
        "  WHERE sender IN (SELECT value FROM json_each(:phones)) LIMIT :most))",
        {"phones": json.dumps(list(phones)), "most": _FEW},
    ).fetchone()
    return bool(number < _FEW)


_ABOUT = (
    "(SELECT l.broadcast_id FROM messages l WHERE l.e164 = r.sender AND l.created_at <= r.received_at"
    " ORDER BY l.id DESC LIMIT 1)"
)
"""The broadcast before a received message."""


def _conditions(among: Among) -> str:
    conditions = []
    if among.phones is not None:
        conditions.append("coalesce(m.e164, r.sender) IN (SELECT value FROM json_each(:phones))")
    if among.broadcast_id is not None:
        conditions.append(f"coalesce(m.broadcast_id, {_ABOUT}) = :broadcast")
    if among.direction is not None:
        conditions.append(f"s.received_id IS {'NOT' if among.direction is Direction.IN else ''} NULL")
    if among.since is not None:
        conditions.append("coalesce(m.created_at, r.received_at) >= :since")
    if among.until is not None:
        conditions.append("coalesce(m.created_at, r.received_at) < :until")
    return "".join(f" AND {each}" for each in conditions)


def _bounds(connection: Connection, among: Among) -> tuple[int, int]:
    """The places between which all that is meant stands; the second one is not among them."""
    first, last = 0, BEYOND_ALL_IDS
    if among.broadcast_id is not None:
        first, last = _around(connection, among.broadcast_id)
    # A day more on either side: days are counted as they were on the wall, which may have hung elsewhere.
    if among.since is not None:
        first = max(first, _first_from(connection, among.since - timedelta(days=1)))
    if among.until is not None:
        last = min(last, _last_until(connection, among.until + timedelta(days=1)) + 1)
    return first, last


def _around(connection: Connection, broadcast_id: int) -> tuple[int, int]:
    """From its first message to what may answer its last one."""
    row = connection.execute(
        "SELECT (SELECT id FROM spoken WHERE message_id = min(m.id)) AS first,"
        " (SELECT id FROM spoken WHERE message_id = max(m.id)) AS last,"
        " (SELECT created_at FROM messages WHERE id = max(m.id)) AS at"
        " FROM messages m WHERE m.broadcast_id = ?",
        (broadcast_id,),
    ).fetchone()
    if row["first"] is None:
        return 0, 0
    day = (unstamp(row["at"]) + _ANSWERED_WITHIN).astimezone().date()
    return row["first"], max(row["last"], _last_until(connection, day)) + 1


def _first_from(connection: Connection, day: date) -> int:
    row = connection.execute(
        "SELECT min(first_spoken) FROM day_counts WHERE day >= ?", (day.isoformat(),)
    ).fetchone()
    return BEYOND_ALL_IDS if row[0] is None else int(row[0])


def _last_until(connection: Connection, day: date) -> int:
    row = connection.execute(
        "SELECT max(last_spoken) FROM day_counts WHERE day <= ?", (day.isoformat(),)
    ).fetchone()
    return 0 if row[0] is None else int(row[0])


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
