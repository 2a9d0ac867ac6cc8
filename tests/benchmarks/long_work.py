"""How long each long work takes among a town, and how long the window's event loop waits for it at most.

    python -m tests.benchmarks.long_work [RESIDENTS]

A town is imported, put into a group, archived, restored, taken over into the next school year, undone and made again,
and written into files, each as the window does it: on its threads, with its collector. A beat every millisecond
measures how late the event loop comes; at most 50 ms is wanted. Then each is begun once more and stopped at once: what
is measured is how long a person waits until it is over.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from smsdesk.app import SWITCH_INTERVAL_S
from smsdesk.desk import Desk
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import GroupKind
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.domain.seasons import Carry, Carrying, WithoutGroup
from smsdesk.services.bundle import Services
from smsdesk.services.exporting import ExportWhat
from smsdesk.services.long_work import LongWork
from smsdesk.services.thread_export import PaperLine, ThreadPaper
from smsdesk.ui.collector import Collector
from smsdesk.ui.paper import as_pdf
from smsdesk.ui.printing import group_paper
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.thread_paper import conversation_paper
from tests.benchmarks.import_files import RESIDENT_HEADER, residents, write_xlsx
from tests.benchmarks.import_stall import Beat

Act = Callable[[LongWork], object]
SAID = 2_000
ON_PAPER = 2_000
CONSENTS = 100
SETTLED_MS = 100


def run_for(milliseconds: int) -> None:
    """What was done between two works is no part of the second one."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Bench:
    """Runs one work after the other in an event loop that is watched."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._owner = QObject()
        self.beat = Beat()

    def run(self, name: str, act: Act) -> None:
        run_for(SETTLED_MS)
        begun = time.perf_counter()
        self.beat.stage = name
        self._until_over(name, act, stopped=False)
        took = time.perf_counter() - begun
        self.beat.stage = "between"
        late, own = max(self.beat.late[name]), self.beat.own[name]
        told = f"late by {late:6.1f} ms at most, {own:5.1f} ms by its own work"
        print(f"{name:30} {took:7.2f} s, {told}", flush=True)

    def stop(self, name: str, act: Act, after_s: float) -> None:
        """Begin it, and stop it after a while: how long it still takes."""
        self.beat.stage = f"{name} stopped"
        waited = self._until_over(name, act, stopped=True, after_s=after_s)
        print(f"{name:30} stopped after {after_s:.1f} s: over {waited * 1000:.0f} ms later", flush=True)

    def _until_over(self, name: str, act: Act, *, stopped: bool, after_s: float = 0.0) -> float:
        loop, asked = QEventLoop(), 0.0
        refused: list[object] = []
        over = self._tasks.over.connect(lambda _going: loop.quit())
        self._tasks.work(self._owner, name, act, None, refused.append, apart=True)

        def stop() -> None:
            nonlocal asked
            asked = time.perf_counter()
            for going in self._tasks.going:
                going.work.stop()

        if stopped:
            QTimer.singleShot(round(after_s * 1000), stop)
        loop.exec()
        self._tasks.over.disconnect(over)
        assert stopped or not refused, refused
        return time.perf_counter() - asked if asked else 0.0


def people_work(services: Services, bench: Bench) -> None:
    people, history, seasons = services.people, services.history, services.seasons
    everybody = people.contact_ids()
    choir, other = (
        people.save_group(GroupDraft(None, name, GroupKind.CLASS)) for name in ("Chorale", "Ensemble")
    )
    add = partial(people.add_to_group, choir.id, everybody)
    archive, restore = (
        partial(people.archive_contacts, everybody),
        partial(people.restore_contacts, everybody),
    )
    bench.stop("all put into a group", add, 0.2)
    bench.run("all put into a group", add)
    bench.run("all moved", lambda work: people.move_to_group(choir.id, other.id, everybody, work))
    bench.stop("archived", archive, 0.2)
    bench.run("archived", archive)
    bench.stop("restored", restore, 0.2)
    bench.run("restored", restore)
    bench.run("restoring undone", history.undo)
    bench.run("restoring made again", history.redo)
    groups = seasons.seasonal_groups()
    carry = {group.id: Carry(Carrying.MEMBERS) for group in groups}
    season = seasons.next()
    bench.run("school year", lambda work: seasons.roll_over(season, carry, WithoutGroup.ARCHIVE, work))
    bench.run("school year undone", history.undo)
    bench.run("all taken out", lambda work: people.remove_from_group(other.id, everybody, work))
    bench.run("duplicates found", lambda _work: services.duplicates.find())


def file_work(services: Services, bench: Bench, folder: Path) -> None:
    exporting = services.exporting
    phones = (
        phone.e164 for person in services.people.contacts(limit=CONSENTS * 10) for phone in person.phones
    )
    for e164 in islice(phones, CONSENTS):
        services.consents.record(e164, Purpose.PROMOTION, True, "formulaire", "")
    bench.run(
        "people as xlsx",
        lambda work: exporting.write(folder / "a.xlsx", ExportWhat(), lambda _n: work.reach(0.5)),
    )
    rows = services.consents.register() * 1_000
    bench.run(
        f"register of {len(rows)}", lambda work: exporting.write_register(folder / "r.xlsx", rows, work)
    )
    few = services.people.contact_ids()[:ON_PAPER]
    group = services.people.save_group(GroupDraft(None, "Papier"))
    services.people.add_to_group(group.id, few)
    sheet = exporting.class_sheet(group.id)
    bench.run(f"class sheet of {ON_PAPER}", lambda work: as_pdf(group_paper(sheet).sheet(), work))
    lines = tuple(
        PaperLine("12/03/2026 08:00", "reçu", f"Message {n} de la famille", "remis", "") for n in range(SAID)
    )
    said = conversation_paper(ThreadPaper("06", "Anne", lines))
    bench.run(f"conversation of {SAID}", lambda work: as_pdf(said.sheet(), work))


def main(count: int = 100_000) -> None:
    app = QApplication.instance() or QApplication([])
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    collector, tasks = Collector(app), Tasks()
    with (
        tempfile.TemporaryDirectory(prefix="smsdesk-long-") as place,
        Desk.open(Path(place) / "profile") as desk,
    ):
        path, bench, services = Path(place) / "habitants.xlsx", Bench(tasks), desk.services
        write_xlsx(path, RESIDENT_HEADER, residents(count))
        plan = services.importing.plan(path, group="Habitants")

        def apply(work: LongWork) -> object:
            return services.importing.apply(plan, accept_warnings=True, work=work)

        bench.stop("import", apply, 1.0)
        bench.run("import", apply)
        bench.stop("import undone", services.history.undo, 1.0)
        bench.run("import undone", services.history.undo)
        bench.run("import made again", services.history.redo)
        people_work(services, bench)
        file_work(services, bench, Path(place))
        tasks.close()
    collector.stop()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
