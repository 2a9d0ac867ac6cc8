"""How long an import takes beside what cannot be done without: calamine's bare read, a bare executemany.

Both sides of a ratio are measured one after the other in each round; the figure is the median of the rounds' ratios.
Memory is the largest share of the program itself, and of its child, in kilobytes as the system counts it.
"""

from __future__ import annotations

import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import phonenumbers
import python_calamine as calamine

from smsdesk.domain.french_phones import french_phone
from smsdesk.domain.phones import parse_phones
from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.storage.database import Database
from tests.benchmarks.import_files import PUPIL_HEADER, RESIDENT_HEADER, pupils, residents, write_xlsx

PUPILS = 1_000
PHONES = 5_000


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare_read(path: Path) -> list[list[object]]:
    with calamine.CalamineWorkbook.from_path(path) as book:
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)  # type: ignore[return-value]


def bare_write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE rows (a, b, c, d, e, f, g, h, i, j, k, l)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.close()


def importing(folder: Path, name: str) -> Importing:
    return Importing(Database(folder / f"{name}.sqlite3"), Events())


def plan_ratio(folder: Path, path: Path, number: int) -> tuple[float, float]:
    """(bare read, file to plan) in seconds."""
    target = importing(folder, f"pupils{number}")
    return timed(lambda: bare_read(path)), timed(lambda: target.plan(path))


def town(folder: Path, path: Path, number: int) -> tuple[float, float, float, float]:
    """(bare read, bare write, first import, second import) in seconds."""
    read = timed(lambda: bare_read(path))
    rows = bare_read(path)
    write = timed(lambda: bare_write(folder / f"bare{number}.sqlite3", rows))
    target = importing(folder, f"town{number}")
    first = timed(lambda: target.apply(target.plan(path), accept_warnings=True))
    second = timed(lambda: target.apply(target.plan(path), accept_warnings=True))
    return read, write, first, second


def by_phonenumbers(text: str) -> str:
    number = phonenumbers.parse(text, "FR")
    phonenumbers.is_valid_number(number)
    phonenumbers.number_type(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_ratios() -> tuple[float, float]:
    """How many times faster than phonenumbers: the fast path, and a whole cell."""
    texts = [str(row[2]) for row in residents(PHONES)]
    slow = timed(lambda: [by_phonenumbers(text) for text in texts])
    quick = min(timed(lambda: [french_phone(text) for text in texts]) for _ in range(5))
    cell = min(timed(lambda: [parse_phones(text) for text in texts]) for _ in range(5))
    return slow / quick, slow / cell


MEMORY = """
import resource, sys
from pathlib import Path
from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.storage.database import Database

if __name__ == "__main__":
    importing = Importing(Database(Path(sys.argv[2])), Events())
    for _ in range(int(sys.argv[3])):
        importing.apply(importing.plan(Path(sys.argv[1])), accept_warnings=True)
        if not _:
            child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    status = Path("/proc/self/status").read_text()
    print(status.partition("VmHWM:")[2].split()[0], child)
"""


def memory(folder: Path, path: Path, imports: int) -> str:
    """The largest memory of the program, and of its child in the first import, in megabytes (Linux).

    What getrusage says of a process begins with what its parent had when it was started.
    """
    script = folder / "memory.py"
    script.write_text(MEMORY)
    command = [sys.executable, str(script), str(path), str(folder / f"memory{imports}.sqlite3"), str(imports)]
    own, child = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return f"{int(own) // 1024} MB, its child {int(child) // 1024} MB"


def run(rounds: int = 5, town_size: int = 100_000) -> None:
    with tempfile.TemporaryDirectory(prefix="smsdesk-import-") as place:
        folder = Path(place)
        school, residence = folder / "eleves.xlsx", folder / "habitants.xlsx"
        write_xlsx(school, PUPIL_HEADER, pupils(PUPILS))
        write_xlsx(residence, RESIDENT_HEADER, residents(town_size))
        plan_ratio(folder, school, -1)
        plans = [plan_ratio(folder, school, number) for number in range(rounds)]
        print(
            f"{PUPILS} pupils: bare read {median(bare for bare, _ in plans) * 1000:.1f} ms, file to plan "
            f"{median(ours for _, ours in plans) * 1000:.1f} ms, {median(o / b for b, o in plans):.1f} times"
        )
        towns = [town(folder, residence, number) for number in range(max(1, rounds // 2))]
        first = median(first / (read + write) for read, write, first, _ in towns)
        print(
            f"{town_size} residents: bare read {median(t[0] for t in towns):.2f} s, bare write "
            f"{median(t[1] for t in towns):.2f} s, import {median(t[2] for t in towns):.2f} s, {first:.1f} times"
        )
        second = median(t[3] / t[2] for t in towns)
        print(f"the same again: {median(t[3] for t in towns):.2f} s, {second:.2f} of the first")
        print("phones: {:.0f} times phonenumbers, a whole cell {:.0f} times".format(*phone_ratios()))
        print(f"memory: {memory(folder, residence, 1)}; twice: {memory(folder, residence, 2)}")


def median(values: object) -> float:
    return statistics.median(values)  # type: ignore[call-overload, no-any-return]
