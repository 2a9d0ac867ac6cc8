"""How soon the composer counts an audience of a whole town: `python -m tests.benchmarks.audience_count [PEOPLE]`.

First look: everybody is read. A key in the text: only the texts are merged again. Each is set beside a bare
loop that does the same without the program: the rows of people and phones read, the text filled in.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.services.bundle import Services
from smsdesk.services.events import Events
from smsdesk.storage.database import Database
from tests.benchmarks import town

PEOPLE = 10_000
ROUNDS = 5
TEXT = "Bonjour {prénom}, pas de cours jeudi. Conservatoire"
EVERYONE = AudienceRequest(everyone=True)


def best(work: Callable[[int], object]) -> float:
    """The shortest of some rounds, in seconds."""
    taken = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - start)
    return min(taken)


def bare_read(database: Database) -> None:
    """All that an audience needs of people, as rows."""
    connection = database.read()
    for sql in (
        "SELECT id, kind, first_name, last_name, birth_date FROM contacts WHERE archived_at IS NULL",
        "SELECT contact_id, e164, label, mobile FROM phones ORDER BY contact_id, position",
        "SELECT pupil_id, guardian_id, receives FROM guardianships ORDER BY pupil_id, position",
        "SELECT contact_id, group_id FROM memberships",
    ):
        connection.execute(sql).fetchall()


def main(people: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "town.sqlite3")
        town.fill(database, people)
        services = services_of(database, Events())
        _measure(services, database)
        database.close()


def _measure(services: Services, database: Database) -> None:
    notify = services.notify
    plan = notify.plan(EVERYONE, TEXT)
    first = best(lambda number: notify.plan(AudienceRequest(everyone=True, contact_ids=(-number - 1,)), TEXT))
    key = best(
        lambda number: notify.plan(AudienceRequest(everyone=True, contact_ids=(-ROUNDS,)), f"{TEXT}{number}")
    )
    rows = best(lambda _number: bare_read(database))
    forecast = best(lambda _number: services.budget.forecast(plan))
    print(f"{plan.people} people, {plan.phones} phones, {plan.parts} SMS, {len(plan.left_out)} left out")
    print(
        f"first look      {first * 1000:7.0f} ms   {first / rows:5.1f} x the bare rows ({rows * 1000:.0f} ms)"
    )
    print(f"a key in text   {key * 1000:7.0f} ms")
    print(f"budget forecast {forecast * 1000:7.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
