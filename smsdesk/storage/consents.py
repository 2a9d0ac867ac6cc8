"""Consent by phone and purpose: every word is kept, the last one counts."""

from __future__ import annotations

from smsdesk.domain.outgoing import Purpose
from smsdesk.storage.database import Connection


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
    return frozenset(
        row[0]
        for row in connection.execute(
            "SELECT e164 FROM consents WHERE purpose = ?1 AND granted = 0 AND id IN "
            "(SELECT max(id) FROM consents WHERE purpose = ?1 GROUP BY e164)",
            (str(purpose),),
        )
    )
