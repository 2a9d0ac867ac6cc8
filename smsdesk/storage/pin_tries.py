"""Tries of a SIM's PIN, written before each one: a crash must never lead to a second try of the same PIN."""

from __future__ import annotations

import os
from datetime import datetime

from smsdesk.domain.clock import stamp
from smsdesk.storage.database import Connection
from smsdesk.storage.settings import get, put

SALT = "pin.salt"
HASH_ROUNDS = 100_000
"""A PIN has few values, so no hash hides it from somebody who owns the file; it keeps it from a glance."""


def begin_try(connection: Connection, sim: str, pin: str, now: datetime, *, typed: bool = False) -> bool:
    """Write that this PIN is about to be tried on this SIM.

    False when it was wrong there before, or when an earlier try of it never ended: its result is not known,
    and a second wrong one would bring the SIM nearer to its PUK. That one a person may try again by entering
    it (`typed`): a crash at the wrong moment would otherwise lock out the right PIN for ever.
    """
    digest = _digest(connection, sim, pin)
    spent = connection.execute(
        "SELECT 1 FROM pin_tries WHERE sim = ? AND pin_hash = ?"
        " AND (outcome = 'wrong' OR (outcome = 'open' AND NOT ?))",
        (sim, digest, typed),
    ).fetchone()
    if spent is not None:
        return False
    connection.execute(
        "INSERT INTO pin_tries (sim, pin_hash, tried_at) VALUES (?, ?, ?)", (sim, digest, stamp(now))
    )
    return True


def end_try(connection: Connection, sim: str, pin: str, right: bool) -> None:
    """Write how the open try ended."""
    connection.execute(
        "UPDATE pin_tries SET outcome = ? WHERE sim = ? AND pin_hash = ? AND outcome = 'open'",
        ("right" if right else "wrong", sim, _digest(connection, sim, pin)),
    )


def _digest(connection: Connection, sim: str, pin: str) -> str:
    salt = get(connection, SALT)
    if salt is None:
        salt = os.urandom(16).hex()
        put(connection, SALT, salt)
    from hashlib import pbkdf2_hmac  # noqa: PLC0415  # OpenSSL's library comes with it: few SIMs ask for a PIN

    return pbkdf2_hmac("sha256", pin.encode(), f"{salt}:{sim}".encode(), HASH_ROUNDS).hex()
