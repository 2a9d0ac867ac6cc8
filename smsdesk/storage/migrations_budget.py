"""The schema of SIM budgets: plans, what each SIM sent, and who let a broadcast pass a limit."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase

_LOOK_BACK_DAYS = 62
"""Two months: the longest period of a plan that an upgrade can fall into, and the one before."""


def m0009_budget(db: SqliteUtilsDatabase) -> None:
    """Plans by SIM, a row for each SMS that may have gone, permissions, and the SIM chosen for a message."""
    db.execute(
        """
        CREATE TABLE sim_plans (
            sim TEXT PRIMARY KEY,
            name TEXT NOT NULL DEFAULT '',
            number TEXT NOT NULL DEFAULT '',
            monthly_sms INTEGER,
            recipients_cap INTEGER,
            daily_cap INTEGER,
            price_each_cents INTEGER NOT NULL DEFAULT 0,
            billing_day INTEGER NOT NULL DEFAULT 1 CHECK (billing_day BETWEEN 1 AND 31),
            beyond INTEGER NOT NULL DEFAULT 0 CHECK (beyond IN (0, 1)),
            alerts_pass INTEGER NOT NULL DEFAULT 0 CHECK (alerts_pass IN (0, 1))
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """
        CREATE TABLE sims_seen (
            sim TEXT PRIMARY KEY,
            modem TEXT NOT NULL DEFAULT '',
            operator TEXT NOT NULL DEFAULT '',
            seen_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID"""
    )
    # No reference to parts: what was sent stays sent when the message is deleted.
    db.execute(
        """
        CREATE TABLE sim_spends (
            sim TEXT NOT NULL,
            at TEXT NOT NULL,
            part_id INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            e164 TEXT NOT NULL,
            PRIMARY KEY (sim, at, part_id, attempt)
        ) STRICT, WITHOUT ROWID"""
    )
    db.execute(
        """
        CREATE TABLE cap_permits (
            broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
            decided_by TEXT NOT NULL,
            decided_at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("ALTER TABLE messages ADD COLUMN sim TEXT NOT NULL DEFAULT ''")
    _keep_the_books(db)
    _count_what_went(db)


def _keep_the_books(db: SqliteUtilsDatabase) -> None:
    """Each attempt is written down as it begins, and struck out when the network cannot have it.

    An attempt that began raises `attempts`; one that a late answer proves after the fact does not. A failure
    told by a delivery report ("st:") was accepted before, and costs.
    """
    db.execute(
        """
        CREATE TRIGGER parts_spend AFTER UPDATE OF state ON parts
        WHEN NEW.state = 'submitting' AND NEW.attempts > OLD.attempts
        BEGIN
            INSERT INTO sim_spends (sim, at, part_id, attempt, e164)
            SELECT NEW.sim, NEW.submitted_at, NEW.id, NEW.attempts, e164
            FROM messages WHERE id = NEW.message_id;
        END"""
    )
    db.execute(
        """
        CREATE TRIGGER parts_not_spent AFTER UPDATE OF state ON parts
        WHEN (OLD.state = 'submitting' AND (
            NEW.state IN ('queued', 'failed') OR (NEW.state = 'unknown' AND NEW.error = 'refused_again')))
        OR (OLD.state = 'unknown' AND NEW.state = 'failed' AND NEW.error NOT LIKE 'st:%')
        BEGIN
            DELETE FROM sim_spends
            WHERE sim = OLD.sim AND at = OLD.submitted_at AND part_id = OLD.id AND attempt = OLD.attempts;
        END"""
    )


def _count_what_went(db: SqliteUtilsDatabase) -> None:
    db.execute(
        """
        INSERT INTO sim_spends (sim, at, part_id, attempt, e164)
        SELECT p.sim, p.submitted_at, p.id, p.attempts, m.e164
        FROM parts p JOIN messages m ON m.id = p.message_id
        WHERE p.submitted_at >= strftime('%Y-%m-%dT%H:%M:%S', 'now', ?)
        AND (p.state IN ('submitting', 'accepted', 'delivered', 'unknown')
            OR (p.state IN ('failed', 'expired') AND p.accepted_at IS NOT NULL))""",
        (f"-{_LOOK_BACK_DAYS} days",),
    )
