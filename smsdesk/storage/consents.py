"""Consent by phone and purpose: every word is kept, the last one counts."""

from __future__ import annotations

import json
from collections.abc import Sequence

from smsdesk.domain.clock import unstamp
from smsdesk.domain.consents import ConsentRow, ConsentWord, Override
from smsdesk.domain.filters import ConsentState
from smsdesk.domain.outgoing import Purpose
from smsdesk.storage.broadcasts import Row
from smsdesk.storage.database import Connection

_LAST = "id IN (SELECT max(id) FROM consents GROUP BY e164, purpose)"
"""The last word of each phone about each purpose."""

LAST_SAID = (
    "SELECT e164 FROM consents WHERE purpose = {purpose} AND granted = {granted} AND id IN "
    "(SELECT max(id) FROM consents WHERE purpose = {purpose} GROUP BY e164)"
)
"""The phones whose last word about a purpose is yes (1), or no (0)."""


def add_consent(
    connection: Connection, e164: str, purpose: Purpose, granted: bool, source: str, evidence: str, now: str
) -> None:
    """Write one word of consent or objection."""
    connection.execute(
        "INSERT INTO consents (e164, purpose, granted, source, evidence, recorded_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (e164, str(purpose), int(granted), source, evidence, now),
    )


def recorded_phones(connection: Connection, purpose: Purpose) -> frozenset[str]:
    """The phones of which any word is recorded for a purpose."""
    rows = connection.execute("SELECT DISTINCT e164 FROM consents WHERE purpose = ?", (str(purpose),))
    return frozenset(row[0] for row in rows)


def refused_phones(connection: Connection, purpose: Purpose) -> frozenset[str]:
    """The phones whose last word for a purpose is no."""
    return _last_said(connection, purpose, granted=False)


def agreed_phones(connection: Connection, purpose: Purpose) -> frozenset[str]:
    """The phones whose last word for a purpose is yes."""
    return _last_said(connection, purpose, granted=True)


def _last_said(connection: Connection, purpose: Purpose, *, granted: bool) -> frozenset[str]:
    rows = connection.execute(LAST_SAID.format(purpose="?1", granted="?2"), (str(purpose), int(granted)))
    return frozenset(row[0] for row in rows)


def objections(connection: Connection, e164s: Sequence[str]) -> list[tuple[str, Purpose]]:
    """What these phones refuse, by phone and purpose, as their last words stand."""
    rows = connection.execute(
        f"SELECT e164, purpose FROM consents WHERE granted = 0 AND {_LAST} "  # noqa: S608
        "AND e164 IN (SELECT value FROM json_each(?)) ORDER BY e164, purpose",
        (json.dumps(list(e164s)),),
    )
    return [(row[0], Purpose(row[1])) for row in rows]


def add_overrides(
    connection: Connection, broadcast_id: int, overridden: Sequence[tuple[str, Purpose]], now: str
) -> None:
    """Write down that a broadcast goes to phones (E.164) over their objection to a purpose."""
    connection.executemany(
        "INSERT INTO consent_overrides (broadcast_id, e164, purpose, made_at) VALUES (?, ?, ?, ?)",
        [(broadcast_id, e164, str(purpose), now) for e164, purpose in overridden],
    )


def register(connection: Connection, purpose: Purpose | None) -> list[ConsentRow]:
    """The last word of each phone about each purpose, the newest first; `names` stays empty."""
    rows = connection.execute(
        "SELECT consents.*, (SELECT count(*) FROM consent_overrides AS sent "  # noqa: S608
        "WHERE sent.e164 = consents.e164 AND sent.purpose = consents.purpose) AS overrides "
        f"FROM consents WHERE {_LAST} AND (?1 IS NULL OR purpose = ?1) ORDER BY id DESC",
        (str(purpose) if purpose else None,),
    )
    return [
        ConsentRow(
            e164=row["e164"],
            names=(),
            purpose=Purpose(row["purpose"]),
            state=_state(row),
            source=row["source"],
            evidence=row["evidence"],
            recorded_at=unstamp(row["recorded_at"]),
            overrides=row["overrides"],
        )
        for row in rows
    ]


def last_words(connection: Connection, e164s: Sequence[str]) -> list[tuple[str, Purpose, ConsentState]]:
    """The last word of each of these phones about each purpose."""
    rows = connection.execute(
        "SELECT e164, purpose, granted, max(id) FROM consents "
        "WHERE e164 IN (SELECT value FROM json_each(?)) GROUP BY e164, purpose",
        (json.dumps(list(e164s)),),
    )
    return [(row[0], Purpose(row[1]), _state(row)) for row in rows]


def history(connection: Connection, e164: str) -> list[ConsentWord]:
    """Everything a phone said, the newest first."""
    rows = connection.execute("SELECT * FROM consents WHERE e164 = ? ORDER BY id DESC", (e164,))
    return [
        ConsentWord(
            Purpose(row["purpose"]), _state(row), row["source"], row["evidence"], unstamp(row["recorded_at"])
        )
        for row in rows
    ]


def overrides(connection: Connection, e164: str) -> list[Override]:
    """The alerts that went to a phone over an objection, the newest first."""
    rows = connection.execute(
        "SELECT broadcast_id, title, consent_overrides.purpose, made_at FROM consent_overrides "
        "JOIN broadcasts ON broadcasts.id = broadcast_id WHERE e164 = ? ORDER BY consent_overrides.id DESC",
        (e164,),
    )
    return [
        Override(row["broadcast_id"], row["title"], Purpose(row["purpose"]), unstamp(row["made_at"]))
        for row in rows
    ]


def _state(row: Row) -> ConsentState:
    return ConsentState.GRANTED if row["granted"] else ConsentState.REFUSED
