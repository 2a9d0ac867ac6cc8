"""A profile that was used before there were plans: what its SIMs sent lately counts from the first day on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database as SqliteUtilsDatabase

from smsdesk.domain.budget import SimPlan
from smsdesk.domain.clock import stamp
from smsdesk.storage import budget
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.migrations_budget import m0009_budget

WAYS = {
    "accepted": ("claimed", "submitting", "accepted"),
    "delivered": ("claimed", "submitting", "accepted", "delivered"),
    "unknown": ("claimed", "submitting", "unknown"),
    "refused": ("claimed", "submitting", "failed"),
    "failed later": ("claimed", "submitting", "accepted", "failed"),
    "queued": (),
}


def test_what_went_lately_is_counted_and_what_was_refused_or_is_old_is_not(tmp_path: Path) -> None:
    database = Database(tmp_path / "desk.sqlite3")
    now = datetime.now(UTC)
    with database.write() as connection:
        _forget_plans(connection)
        connection.execute(
            "INSERT INTO broadcasts (title, body, purpose, priority, created_at)"
            " VALUES ('t', 't', 'information', 1, ?)",
            (stamp(now),),
        )
        for number, way in enumerate(WAYS.values()):
            _part(connection, 2 * number + 1, way, now)
            _part(connection, 2 * number + 2, way, now - timedelta(days=70))
        m0009_budget(SqliteUtilsDatabase(connection))
    rows = database.read().execute("SELECT part_id FROM sim_spends ORDER BY part_id").fetchall()
    assert [row["part_id"] for row in rows] == [1, 3, 5, 9]
    assert budget.usage(database.read(), SimPlan("sim"), now).parts == 4
    database.close()


def _forget_plans(connection: Connection) -> None:
    """The schema as it was before."""
    for trigger in ("parts_spend", "parts_not_spent"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for table in ("sim_plans", "sims_seen", "sim_spends", "cap_permits"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("ALTER TABLE messages DROP COLUMN sim")


def _part(connection: Connection, number: int, way: tuple[str, ...], at: datetime) -> None:
    connection.execute(
        "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at)"
        " VALUES (?, 1, ?, 't', 'gsm7', ?)",
        (number, f"+336399800{number:02}", stamp(at)),
    )
    connection.execute(
        "INSERT INTO parts (id, message_id, seq, text, priority) VALUES (?, ?, 1, 't', 1)", (number, number)
    )
    for state in way:
        connection.execute("UPDATE parts SET state = ? WHERE id = ?", (state, number))
    connection.execute(
        "UPDATE parts SET sim = 'sim', attempts = 1, submitted_at = ?, accepted_at = ? WHERE id = ? AND ?",
        (stamp(at), stamp(at) if "accepted" in way else None, number, bool(way)),
    )
