"""Requests to receive no more SMS, or to receive them again: one row a message, applied in the register."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.opt_outs import Mode, OptOut, OptOutSettings, OptOutState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.stop_reading import StopKind
from smsdesk.storage import settings
from smsdesk.storage.broadcasts import Row, moment
from smsdesk.storage.database import Connection

SOURCE = "SMS"
"""How the register says that a word came by SMS."""

_SETTINGS = "replies.opt_out"


@dataclass(frozen=True)
class NewOptOut:
    """A request about to be written; `purposes` wait for a person when it is proposed."""

    received_id: int
    e164: str
    kind: StopKind
    state: OptOutState
    purposes: Sequence[Purpose]
    evidence: str
    made_at: datetime


_ROWS = f"""
    SELECT o.*, r.text, r.received_at,
        (SELECT group_concat(purpose, ' ') FROM (SELECT DISTINCT purpose FROM consents c
            WHERE c.e164 = o.e164 AND c.source = '{SOURCE}' AND c.evidence = o.evidence
            ORDER BY purpose)) AS applied,
        EXISTS (SELECT 1 FROM auto_replies a WHERE a.received_id = o.received_id
            AND a.kind IN ('stop', 'start') AND a.withheld IS NULL) AS confirmed
    FROM opt_outs o JOIN received r ON r.id = o.received_id
"""  # noqa: S608  # a literal of ours


def add(connection: Connection, new: NewOptOut) -> int:
    """Write a request; answers its id."""
    decided = None if new.state is OptOutState.PROPOSED else stamp(new.made_at)
    cursor = connection.execute(
        "INSERT INTO opt_outs (received_id, e164, kind, state, purposes, evidence, made_at, decided_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.received_id,
            new.e164,
            str(new.kind),
            str(new.state),
            " ".join(new.purposes),
            new.evidence,
            stamp(new.made_at),
            decided,
        ),
    )
    return int(cursor.lastrowid)


def waiting(connection: Connection) -> list[OptOut]:
    """The requests that wait for a person, the oldest first."""
    return _found(connection, "o.state = 'proposed' ORDER BY o.id", ())


def of_phone(connection: Connection, e164: str) -> list[OptOut]:
    """Every request of a phone, the newest first."""
    return _found(connection, "o.e164 = ? ORDER BY o.id DESC", (e164,))


def waiting_of_phone(connection: Connection, e164: str) -> list[OptOut]:
    """The requests of a phone that wait for a person, the newest first; quick however many others it made."""
    return _found(connection, "o.e164 = ? AND o.state = 'proposed' ORDER BY o.id DESC", (e164,))


def of_messages(connection: Connection, received_ids: Iterable[int]) -> list[OptOut]:
    """The requests that these received messages are."""
    wanted = json.dumps(list(received_ids))
    return _found(connection, "o.received_id IN (SELECT value FROM json_each(?))", (wanted,))


def newest(connection: Connection, limit: int) -> list[OptOut]:
    """The latest requests, the newest first."""
    return _found(connection, "1 ORDER BY o.id DESC LIMIT ?", (limit,))


def get(connection: Connection, opt_out_id: int) -> OptOut | None:
    """One request; None when there is none."""
    return next(iter(_found(connection, "o.id = ?", (opt_out_id,))), None)


def evidence_of(connection: Connection, opt_out_id: int) -> str:
    """What the register has as the evidence of a request."""
    row = connection.execute("SELECT evidence FROM opt_outs WHERE id = ?", (opt_out_id,)).fetchone()
    return str(row[0])


def _found(connection: Connection, where: str, values: Sequence[object]) -> list[OptOut]:
    return [_opt_out(row) for row in connection.execute(f"{_ROWS} WHERE {where}", values)]


def _opt_out(row: Row) -> OptOut:
    state, applied = OptOutState(row["state"]), _purposes(row["applied"])
    if state is OptOutState.APPLIED and not applied:
        state = OptOutState.UNDONE
    elif state is OptOutState.DISMISSED and applied:
        state = OptOutState.APPLIED
    return OptOut(
        id=row["id"],
        received_id=row["received_id"],
        e164=row["e164"],
        kind=StopKind(row["kind"]),
        state=state,
        proposed=_purposes(row["purposes"]) if state is OptOutState.PROPOSED else (),
        applied=applied,
        text=row["text"] or "",
        received_at=unstamp(row["received_at"]),
        decided_at=moment(row["decided_at"]),
        decided_by=row["decided_by"],
        confirmed=bool(row["confirmed"]),
    )


def _purposes(text: str | None) -> tuple[Purpose, ...]:
    found = set((text or "").split())
    return tuple(purpose for purpose in Purpose if purpose.value in found)


def decide(connection: Connection, ids: Iterable[int], state: OptOutState, by: str, at: datetime) -> int:
    """End the wait of requests; answers how many still waited."""
    done = connection.execute(
        "UPDATE opt_outs SET state = ?, decided_by = ?, decided_at = ? "
        "WHERE state = 'proposed' AND id IN (SELECT value FROM json_each(?))",
        (str(state), by, stamp(at), json.dumps(list(ids))),
    )
    return int(done.rowcount)


def take_back(connection: Connection, e164: str, evidence: str) -> int:
    """Take what a request brought out of the register: the words before it count again; answers how many."""
    done = connection.execute(
        "DELETE FROM consents WHERE e164 = ? AND source = ? AND evidence = ?", (e164, SOURCE, evidence)
    )
    return int(done.rowcount)


def last_word(connection: Connection, e164: str, purpose: Purpose) -> tuple[bool, str] | None:
    """(agreed, source) of the last word of a phone about a purpose; None when nothing was ever said."""
    row = connection.execute(
        "SELECT granted, source FROM consents WHERE e164 = ? AND purpose = ? ORDER BY id DESC LIMIT 1",
        (e164, str(purpose)),
    ).fetchone()
    return (bool(row["granted"]), str(row["source"])) if row is not None else None


def ever_agreed(connection: Connection, e164: str, purpose: Purpose) -> bool:
    """Whether a phone ever said yes to a purpose."""
    row = connection.execute(
        "SELECT 1 FROM consents WHERE e164 = ? AND purpose = ? AND granted = 1 LIMIT 1", (e164, str(purpose))
    ).fetchone()
    return row is not None


def load_settings(connection: Connection) -> OptOutSettings:
    """What a person set; what nobody can read counts as not set."""
    fresh = OptOutSettings()
    try:
        said = json.loads(settings.get(connection, _SETTINGS) or "{}")
        return OptOutSettings(
            information=Mode(said.get("information", fresh.information)),
            promotion=Mode(said.get("promotion", fresh.promotion)),
            confirm=bool(said.get("confirm", fresh.confirm)),
            stop_text=str(said.get("stop_text", fresh.stop_text)),
            start_text=str(said.get("start_text", fresh.start_text)),
        )
    except (ValueError, TypeError, AttributeError):
        return fresh


def save_settings(connection: Connection, chosen: OptOutSettings) -> None:
    """Keep it."""
    said = {
        "information": str(chosen.information),
        "promotion": str(chosen.promotion),
        "confirm": chosen.confirm,
        "stop_text": chosen.stop_text,
        "start_text": chosen.start_text,
    }
    settings.put(connection, _SETTINGS, json.dumps(said, ensure_ascii=False, sort_keys=True))
