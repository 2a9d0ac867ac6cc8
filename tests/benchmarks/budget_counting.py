"""What SIM budgets cost beside a million messages: counting, the last word at each SMS, a forecast, the books.

.venv/bin/python -m tests.benchmarks.budget_counting [MESSAGES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from smsdesk.domain.budget import SimPlan
from smsdesk.domain.clock import stamp
from smsdesk.domain.plan import NotifyPlan, plan_same
from smsdesk.services.budget import Budget
from smsdesk.services.events import Events
from smsdesk.storage import budget, queue
from smsdesk.storage.database import Database

SIM = "8933010000000000017"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
A_MONTH = 6000
"""SMS of one SIM in the month that is counted: five schools' worth."""
PEOPLE = 1000
QUEUED = 2000
ROUNDS = 200


def main(messages: int) -> None:
    """Print each line with its figure."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "desk.sqlite3")
        _fill(database, messages)
        connection = database.read()
        service = Budget(database, Events(), lambda: NOW, lambda: None)
        service.save(
            SimPlan(SIM, "Orange", monthly_sms=10 * A_MONTH, recipients_cap=5 * PEOPLE, billing_day=5)
        )
        plan = service.plans()[0]
        bare = _time(
            lambda: connection.execute("SELECT count(*) FROM parts WHERE id < ?", (A_MONTH,)).fetchone()
        )
        print(f"{messages:,} messages, {A_MONTH:,} of them in this month")
        for words, act in (
            ("month counted (usage)", lambda: budget.usage(connection, plan, NOW)),
            ("last word before an SMS (refused)", lambda: budget.refused(connection, SIM, messages + 1, NOW)),
            ("meters of home", service.meters),
            ("forecast for 1,000 phones", lambda: service.forecast(_notice())),
        ):
            spent = _time(act)
            print(f"{words}: {1000 * spent:.2f} ms, {spent / bare:.1f} times a bare count of as many rows")
        _books(database, messages)
        database.close()


def _notice() -> NotifyPlan:
    return plan_same("Concert", [(f"+3363998{number:04}", ()) for number in range(1000)])


def _fill(database: Database, messages: int) -> None:
    """Messages over two years, the last `A_MONTH` of them in the month of NOW; then a queue."""
    old = NOW - timedelta(days=700)
    with database.write() as connection:
        connection.execute(
            "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at)"
            " VALUES (1, 't', 't', 'information', 1, ?)",
            (stamp(old),),
        )
        connection.executemany(
            "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at)"
            " VALUES (?, 1, ?, 't', 'gsm7', ?)",
            ((i, f"+3363998{i % PEOPLE:04}", stamp(old)) for i in range(1, messages + QUEUED + 1)),
        )
        connection.executemany(
            "INSERT INTO parts (id, message_id, seq, text, priority) VALUES (?, ?, 1, 't', 1)",
            ((i, i) for i in range(1, messages + QUEUED + 1)),
        )
        for state in ("claimed", "submitting", "accepted"):
            connection.execute("UPDATE parts SET state = ? WHERE id <= ?", (state, messages))
        step = timedelta(days=650) / messages
        connection.executemany(
            "INSERT INTO sim_spends (sim, at, part_id, attempt, e164) VALUES (?, ?, ?, 1, ?)",
            (
                (SIM, stamp(_when(i, messages, old, step)), i, f"+3363998{i % PEOPLE:04}")
                for i in range(1, messages + 1)
            ),
        )


def _when(number: int, messages: int, old: datetime, step: timedelta) -> datetime:
    recent = number - (messages - A_MONTH)
    return old + step * number if recent <= 0 else NOW - timedelta(days=10) + timedelta(seconds=recent * 100)


def _books(database: Database, messages: int) -> None:
    """SUBMITTING committed for each part, with the books kept, and without them."""
    spent = []
    for third, prepare in enumerate(("", "DELETE FROM sim_plans", "DROP TRIGGER parts_spend")):
        if prepare:
            with database.write() as connection:
                connection.execute(prepare)
        spent.append(
            median(_begin(database, messages + 1 + third * ROUNDS + number) for number in range(ROUNDS))
        )
    with_plan, books, bare = (1000 * each for each in spent)
    print(
        f"begin, committed: {with_plan:.2f} ms with a plan, {books:.2f} ms with the books alone "
        f"({books / bare:.2f} times), {bare:.2f} ms without"
    )


def _begin(database: Database, part: int) -> float:
    started = time.perf_counter()
    with database.write() as connection:
        assert queue.begin(connection, part, SIM, NOW)
    return time.perf_counter() - started


def _time(act: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS // 10):
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    return median(times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
