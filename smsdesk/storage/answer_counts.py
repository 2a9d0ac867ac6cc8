"""The answers to one broadcast: counted by phone, listed, and the phones that are silent."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from smsdesk.domain.answer_reading import AnswerKind
from smsdesk.domain.answer_views import AnswerRow, ChoiceCount, Silent, Tally
from smsdesk.domain.clock import unstamp
from smsdesk.domain.questions import Question
from smsdesk.storage import questions
from smsdesk.storage.answers import reading_of
from smsdesk.storage.broadcasts import NO_LIMIT, Row, moment
from smsdesk.storage.database import Connection
from smsdesk.storage.objections import OBJECTED
from smsdesk.storage.outcomes import sent_on

_WEIGHT = f"(kind <> 'other') * {2**62} + received_id"
"""The last word of a phone counts, and "merci" behind a "oui" takes nothing back."""

_COUNTED = f"""
    SELECT kind, choice, count(*) AS phones, count(value) AS numbers, total(value) AS total,
        count(*) FILTER (WHERE sure = 0 AND kind <> 'other') AS unsure
    FROM (SELECT kind, choice, value, sure, max({_WEIGHT}) FROM answers
        WHERE broadcast_id = ? AND late = 0 GROUP BY phone)
    GROUP BY kind, choice
"""  # noqa: S608  # literals of ours

_LATE = """
    SELECT count(*) FROM (
        SELECT phone FROM answers WHERE broadcast_id = ? GROUP BY phone HAVING min(late) = 1)
"""

_HAS_IT = """
    NOT EXISTS (SELECT 1 FROM parts WHERE message_id = m.id AND state NOT IN ('accepted', 'delivered'))
"""

_ASKED = f"""
    SELECT count(*) FROM (
        SELECT e164 FROM messages m WHERE broadcast_id IN (SELECT value FROM json_each(:ids)) AND {_HAS_IT}
        UNION SELECT phone FROM answers WHERE broadcast_id = :id AND late = 0)
"""  # noqa: S608  # literals of ours


def tally(connection: Connection, broadcast_id: int) -> Tally:
    """The answers to a notice, in phones; `broadcast_id` is that of `answers.root_of`."""
    counted = connection.execute(_COUNTED, (broadcast_id,)).fetchall()
    (late,) = connection.execute(_LATE, (broadcast_id,)).fetchone()
    ids = json.dumps(sent_on(connection, broadcast_id))
    (asked,) = connection.execute(_ASKED, {"ids": ids, "id": broadcast_id}).fetchone()
    question = questions.of(connection, [broadcast_id]).get(broadcast_id)
    return Tally(
        asked=asked,
        answered=sum(row["phones"] for row in counted),
        yes=_phones(counted, AnswerKind.YES),
        no=_phones(counted, AnswerKind.NO),
        numbers=sum(row["numbers"] for row in counted),
        total=int(sum(row["total"] for row in counted)),
        other=_phones(counted, AnswerKind.OTHER),
        choices=_choices(counted, question),
        unsure=sum(row["unsure"] for row in counted),
        late=late,
        question=question,
    )


def _phones(counted: Sequence[Row], kind: AnswerKind) -> int:
    return sum(row["phones"] for row in counted if row["kind"] == kind)


def _choices(counted: Sequence[Row], question: Question | None) -> tuple[ChoiceCount, ...]:
    chosen = {row["choice"]: row["phones"] for row in counted if row["kind"] == AnswerKind.CHOICE}
    labels = question.choices if question is not None else ()
    return tuple(
        ChoiceCount(position, label, chosen.get(position, 0)) for position, label in enumerate(labels, 1)
    )


def count(connection: Connection, broadcast_id: int) -> int:
    """How many SMS answer a notice."""
    found = connection.execute("SELECT count(*) FROM answers WHERE broadcast_id = ?", (broadcast_id,))
    return int(found.fetchone()[0])


_ROWS = """
    SELECT a.*, r.text, r.received_at FROM (
        SELECT received_id AS id FROM answers WHERE broadcast_id = ? ORDER BY received_id DESC LIMIT ?) l
    JOIN answers a ON a.received_id = l.id JOIN received r ON r.id = l.id ORDER BY l.id DESC
"""


def rows(connection: Connection, broadcast_id: int, limit: int | None = None) -> tuple[AnswerRow, ...]:
    """The SMS that answer a notice, the last one first; `limit` leaves out earlier ones."""
    most = NO_LIMIT if limit is None else limit
    found = connection.execute(_ROWS, (broadcast_id, most)).fetchall()
    phones = json.dumps(list({row["phone"] for row in found}))
    names = _people(connection, broadcast_id, phones)
    counted = {row["received_id"] for row in connection.execute(_LAST_WORDS, (broadcast_id, phones))}
    return tuple(
        AnswerRow(
            received_id=row["received_id"],
            phone=row["phone"],
            names=tuple(dict.fromkeys(name for _, name in names[row["phone"]])),
            text=row["text"],
            at=unstamp(row["received_at"]),
            reading=reading_of(row),
            counted=row["received_id"] in counted,
            late=bool(row["late"]),
            read_by=row["read_by"],
            about_by=row["about_by"],
        )
        for row in found
    )


_LAST_WORDS = f"""
    SELECT received_id, max({_WEIGHT}) FROM answers
    WHERE broadcast_id = ? AND late = 0 AND phone IN (SELECT value FROM json_each(?)) GROUP BY phone
"""  # noqa: S608  # literals of ours
"""Of some phones the message that counts, as `_COUNTED` chooses it."""


def _people(
    connection: Connection, broadcast_id: int, phones: str
) -> defaultdict[str, list[tuple[int | None, str]]]:
    """Of these phones (JSON) those for whom the notice was sent there (contact id or None, name)."""
    found: defaultdict[str, list[tuple[int | None, str]]] = defaultdict(list)
    rows = connection.execute(
        "SELECT m.e164, h.contact_id, h.name FROM messages m JOIN message_people h ON h.message_id = m.id"
        " WHERE m.broadcast_id IN (SELECT value FROM json_each(?))"
        " AND m.e164 IN (SELECT value FROM json_each(?)) ORDER BY m.id, h.position",
        (json.dumps(sent_on(connection, broadcast_id)), phones),
    )
    for e164, contact_id, name in rows:
        found[e164].append((contact_id, name))
    return found


_SILENT = f"""
    SELECT DISTINCT m.e164, d.at AS reminded_at, {OBJECTED} AS refuses FROM messages m
    JOIN broadcasts b ON b.id = m.broadcast_id
    LEFT JOIN reminded d ON d.broadcast_id = :id AND d.e164 = m.e164
    WHERE m.broadcast_id IN (SELECT value FROM json_each(:ids)) AND {_HAS_IT}
    AND m.e164 NOT IN (SELECT phone FROM answers WHERE broadcast_id = :id AND late = 0)
    ORDER BY m.id
"""  # noqa: S608  # literals of ours


def silent(connection: Connection, broadcast_id: int) -> tuple[Silent, ...]:
    """The phones that have a notice and did not answer in time, in the order of sending."""
    ids = json.dumps(sent_on(connection, broadcast_id))
    found = connection.execute(_SILENT, {"ids": ids, "id": broadcast_id}).fetchall()
    people = _people(connection, broadcast_id, json.dumps([row["e164"] for row in found]))
    return tuple(
        Silent(
            row["e164"],
            tuple(dict.fromkeys(name for _, name in people[row["e164"]])),
            tuple(dict.fromkeys(number for number, _ in people[row["e164"]] if number is not None)),
            moment(row["reminded_at"]),
            bool(row["refuses"]),
        )
        for row in found
    )
