"""What writing down changes costs an import of a town: `python -m tests.benchmarks.recording [PEOPLE]`.

The same people with a phone and a group each are inserted bare and inside a recording, by turns; then the
recorded ones are undone and made again. Ratios are to the bare insertion of the same run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from statistics import median

from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.sentences import say
from smsdesk.storage import changes, groups, people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people import ContactRow
from smsdesk.storage.undoing import undo

PEOPLE = 100_000
ROUNDS = 3
NOW = "2026-11-21T09:00:00.000+00:00"
TITLE = say("Import of {file}", file="town.csv")


def _insert(connection: Connection, count: int) -> None:
    rows = [
        (
            number,
            ContactRow(ContactKind.RESIDENT, f"P{number}", f"N{number}", f"n{number} p{number}", city="Lyon"),
        )
        for number in range(1, count + 1)
    ]
    people.insert_contacts(connection, rows, NOW)
    people.insert_phones(connection, [(number, [Phone(f"+336{number:08}")]) for number, _ in rows])
    groups.add_members(connection, [(1, number) for number, _ in rows])


def _fill(database: Database, count: int, *, recorded: bool) -> None:
    with database.write() as connection:
        only_new = changes.only_new_people(connection) if recorded else nullcontext()
        kept = (
            recording(connection, TITLE, made_by="", now=NOW, new_contacts_from=1)
            if recorded
            else nullcontext()
        )
        with kept, only_new:
            _insert(connection, count)


def _undo(database: Database, change_set_id: int) -> None:
    with database.write() as connection:
        undo(connection, change_set_id, title=TITLE, made_by="", now=NOW)


def _seconds(action: Callable[[], None]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _round(count: int, *, recorded: bool) -> list[float]:
    """Seconds of the insertion and, when it was recorded, of undo and redo."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "desk.sqlite3")
        with database.write() as connection:
            groups.insert_group(connection, "Town", "town", GroupKind.SERVICE, NOW)
        times = [_seconds(lambda: _fill(database, count, recorded=recorded))]
        if recorded:
            times += [_seconds(partial(_undo, database, number)) for number in (1, 2)]
        database.close()
    return times


def main() -> None:
    """Measure by turns and print the ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    rounds = [(_round(count, recorded=False), _round(count, recorded=True)) for _ in range(ROUNDS)]
    bare = median(bare[0] for bare, _ in rounds)
    print(f"bare insertion of {count} people with phone and group: {bare:.2f} s")
    for place, name in enumerate(("recorded", "undo", "redo")):
        print(f"{name}: {median(kept[place] / bare[0] for bare, kept in rounds):.2f} times bare")


if __name__ == "__main__":
    main()
