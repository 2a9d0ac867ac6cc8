"""Defects: caught on every thread, reported once each in a file that holds nobody's data."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.services.defects import FOLDER, MOST_REPORTS, Defect, DefectWatch, listen, report_of

log = logging.getLogger("smsdesk.tested")

SECRET = "Léa Martin +33639980001 dit : cours annulé"

pytestmark = pytest.mark.expects_errors


class Watched:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[Defect] = []
        self.now = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
        self.watch = DefectWatch(folder, self.told.append, self.clock)

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @property
    def reports(self) -> list[Path]:
        return sorted((self.folder / FOLDER).glob("*.txt"))


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    made = Watched(tmp_path)
    stop = listen(made.watch)
    yield made
    stop()


def fail() -> None:
    people: dict[str, int] = {}
    try:
        people[SECRET] += 1
    except KeyError as missing:
        raise ValueError(f"no {SECRET}") from missing


def caught(*args: object, words: str = "a rule failed on received message %s") -> None:
    try:
        fail()
    except ValueError:
        log.exception(words, *args)


def test_the_report_tells_where_and_nobodys_data(watched: Watched) -> None:
    caught(45)
    (defect,) = watched.told
    assert defect.kind == "ValueError"
    assert defect.in_window
    (report,) = watched.reports
    assert defect.report == report
    text = report.read_text("utf-8")
    assert "smsdesk.tested: a rule failed on received message %s [45]" in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert f"{Path(__file__).name}:" in text
    for piece in ("Léa", "Martin", "33639980001", "annulé", str(Path.home()), str(Path(__file__).parent)):
        assert piece not in text


def test_what_the_log_names_beside_ids_is_left_out(watched: Watched) -> None:
    caught("Martin", words="nobody is called %s")
    assert "Martin" not in watched.reports[0].read_text("utf-8")
    log.error("no trace, and %s", "Martin")
    assert "Martin" not in watched.reports[1].read_text("utf-8")


def test_the_same_defect_has_one_report_however_often_it_comes(watched: Watched) -> None:
    for _ in range(50):
        caught(1)
    assert len(watched.told) == 50
    assert len({defect.signature for defect in watched.told}) == 1
    assert len(watched.reports) == 1


def test_the_newest_reports_stay(watched: Watched) -> None:
    for number in range(MOST_REPORTS + 5):
        log.error("defect %d" % number)  # noqa: UP031  # another text each time is another defect
    assert len(watched.reports) == MOST_REPORTS
    assert watched.told[-1].report in watched.reports
    assert watched.told[0].report not in watched.reports


def test_a_defect_on_another_thread_is_told_as_such(watched: Watched) -> None:
    thread = threading.Thread(target=caught, args=(1,), name="engine")
    thread.start()
    thread.join()
    assert not watched.told[0].in_window
    assert "Thread: engine" in watched.reports[0].read_text("utf-8")


def test_a_disk_that_refuses_leaves_the_telling(tmp_path: Path) -> None:
    made = Watched(tmp_path / "not there")
    stop = listen(made.watch)
    caught(1)
    stop()
    assert made.told[0].report is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no file modes")
def test_only_the_owner_reads_a_report(watched: Watched) -> None:
    caught(1)
    assert watched.reports[0].stat().st_mode & 0o077 == 0


def test_warnings_are_no_defects(watched: Watched) -> None:
    log.warning("the modem is slow")
    assert watched.told == []


def test_an_error_of_the_system_keeps_its_number() -> None:
    try:
        Path("/nowhere/Léa Martin").read_text("utf-8")
    except OSError as refused:
        record = log.makeRecord("x", logging.ERROR, "x", 1, "reading", (), (type(refused), refused, None))
    text = report_of(record)
    assert "FileNotFoundError (2)" in text
    assert "Martin" not in text
