"""Exporting 100,000 people beside writing the same rows with bare openpyxl and csv; memory of each.

    .venv/bin/python -m tests.benchmarks.export_speed [people]

Each part runs in a process of its own: its memory is its own. `plain` gets the rows ready made.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook

from smsdesk.desk import Desk
from smsdesk.domain.exports import ExportFacts, ExportTable
from smsdesk.domain.names import name_key
from smsdesk.domain.people import Contact, ContactKind, Phone
from smsdesk.domain.sentences import say
from smsdesk.services.exporting import ExportWhat
from smsdesk.storage import people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Database
from smsdesk.storage.people import ContactRow

NOW = "2026-03-11T08:00:00+00:00"


def resident(number: int) -> Contact:
    phone = Phone(f"+336{number + 10_000_000:08d}", "portable")
    return Contact(
        number, ContactKind.RESIDENT, f"Prénom{number % 500}", f"Nom{number % 20_000}", (phone,),
        external_id=f"H{number:06d}", email=f"habitant{number}@example.org", address=f"{number % 200} rue d'Ys",
        postcode="29000", city="Quimper",
    )  # fmt: skip


def settle(folder: Path, count: int) -> None:
    """A profile with so many residents."""
    Desk.open(folder).close()
    database = Database(folder / "smsdesk.sqlite3")
    with (
        database.write() as connection,
        recording(connection, say("A town"), made_by="", now=NOW, new_contacts_from=1),
    ):
        residents = [resident(number) for number in range(1, count + 1)]
        rows = (
            (each.id, ContactRow(each.kind, each.first_name, each.last_name, name_key(each.first_name, each.last_name),
             external_id=each.external_id, email=each.email, address=each.address, postcode=each.postcode, city=each.city))
            for each in residents
        )  # fmt: skip
        people.insert_contacts(connection, rows, NOW)
        people.insert_phones(connection, [(each.id, each.phones) for each in residents])
    database.close()


def rows_of(count: int) -> tuple[list[str], list[list[object]]]:
    """The same header and rows, made beforehand."""
    table = ExportTable(ExportFacts("00000000", guardians=0))
    return table.header, [list(table.row(resident(number))) for number in range(1, count + 1)]


def bare_xlsx(path: Path, header: Sequence[object], rows: list[list[object]]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Personnes")
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    book.save(path)


def bare_csv(path: Path, header: Sequence[object], rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        writer.writerows(rows)


def peak_mb() -> float:
    """The most memory that this program had (proc(5), VmHWM): unlike ru_maxrss not that of its parent."""
    status = Path("/proc/self/status").read_text()
    return float(status.partition("VmHWM:")[2].split()[0]) / 1000


def part(name: str, folder: Path, count: int) -> None:
    """One measurement: seconds of the processor, and the most memory that this process ever had more than at its start (MB)."""
    path = folder / f"list.{name.partition('-')[2]}"
    work: Callable[[], object]
    if name.startswith("bare"):
        header, rows = rows_of(count)
        bare = bare_xlsx if name.endswith("xlsx") else bare_csv
        work = lambda: bare(path, header, rows)  # noqa: E731
    else:
        desk = Desk.open(folder)
        work = lambda: desk.services.exporting.write(path, ExportWhat())  # noqa: E731
    before = peak_mb()
    started = time.process_time()
    work()
    seconds = time.process_time() - started
    more = peak_mb() - before
    print(f"{seconds:.3f} {more:.1f} {path.stat().st_size / 1e6:.1f}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settle(folder, count)
        print(f"{count} people")
        for form in ("xlsx", "csv", "vcf"):
            seconds = {}
            for who in ("bare", "ours") if form != "vcf" else ("ours",):
                arguments = [
                    sys.executable,
                    "-m",
                    "tests.benchmarks.export_speed",
                    "--part",
                    f"{who}-{form}",
                    name,
                    str(count),
                ]
                said = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split()
                seconds[who] = float(said[0])
                print(f"{form} {who}: {said[0]} s, {said[1]} MB more, file {said[2]} MB")
            if "bare" in seconds:
                print(f"{form} ratio: {seconds['ours'] / seconds['bare']:.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--part"]:
        part(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
