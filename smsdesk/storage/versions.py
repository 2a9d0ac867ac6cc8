"""The names of all migrations, in the order in which they are applied; what they do is loaded by `schema`.

So whether a file is of this version is known without loading them and sqlite-utils: at nearly every start
there is nothing to migrate.
"""

from __future__ import annotations

from typing import Any

MIGRATIONS = "smsdesk"
"""The set of migrations, as sqlite-utils calls it."""

STEPS = (
    ("migrations", "m0001_people"),
    ("migrations", "m0002_outbox"),
    ("migrations", "m0003_inbox"),
    ("migrations_people", "m0004_towns"),
    ("migrations_changes", "m0005_changes"),
    ("migrations_imports", "m0006_imports"),
    ("migrations_templates", "m0007_templates"),
    ("migrations_sending", "m0008_sending"),
    ("migrations_budget", "m0009_budget"),
    ("migrations_calendar", "m0010_calendar"),
    ("migrations_schedule", "m0011_schedule"),
    ("migrations_escalation", "m0012_escalation"),
    ("migrations_crisis", "m0013_crisis"),
    ("migrations_archive", "m0014_archive"),
    ("migrations_answers", "m0015_answers"),
    ("migrations_replies", "m0016_replies"),
    ("migrations_planning", "m0018_taken_back"),
    ("migrations_notices", "m0019_notice_rules"),
    ("migrations_exercises", "m0020_exercise_lines"),
    ("migrations_joining", "m0022_joining"),
    ("migrations_parts", "m0023_part_stamps"),
)
"""The module within `smsdesk.storage` and the name of each migration in it."""

NAMES = tuple(name for _module, name in STEPS)


def applied(connection: Any) -> frozenset[str]:
    """The migrations that a database has had, as sqlite-utils wrote them down; none in a new file."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone():
        return frozenset()
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATIONS,))
    return frozenset(name for (name,) in rows)
