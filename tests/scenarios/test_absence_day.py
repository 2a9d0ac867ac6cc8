""" "Le cours de piano d'aujourd'hui est annulé": three clicks, or four keys, or one command; then "finalement, si".

The virtual modem's ledger is the judge: one SMS a phone, with the right child and hour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest
from conservatory import FATHER, MOTHER, NADIA, Conservatory, slot
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.modem import virtual
from smsdesk.ui.pages import absence_sending
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
MODEM = "absence"
LAST_COURSES = time(23, 30), time(23, 40), time(23, 50)
"""Late enough to be still to come whenever the test runs."""
LEA_AND_TOM = "Léa (Harpe 23h30) et Tom (Harpe 23h40)"
ZOE = "Zoé (Harpe 23h50)"


@cache
def course_day() -> date:
    """Today; in the last hour of the day tomorrow, so that midnight changes nothing. The same for one test."""
    now = datetime.now().astimezone()
    return (now + timedelta(hours=1)).date()


@pytest.fixture
def harpist(profile: Path) -> int:
    """Nina Late teaches the harp today: Léa, then Tom (same parents), then Zoé. Gives her id."""
    course_day.cache_clear()
    with Desk.open(profile) as desk:
        today = course_day()
        desk.services.calendars.add_exception(
            today - timedelta(days=1), today + timedelta(days=7), open_=True
        )
        school = Conservatory(desk.services.people)
        nina = school.teacher("Nina", "Late")
        for other in (school.piano, school.chamber, school.violin):
            desk.services.people.archive_group(other.id)  # whatever the weekday, nobody else teaches today
        weekday = today.weekday()
        hours = [slot(weekday, start, time(23, 59)) for start in LAST_COURSES]
        pupils = [school.lea, school.tom, school.zoe]
        harp = school.course("Harpe", nina, hours, pupils)
        desk.services.people.keep_lesson_hours(
            harp.id, {pupil.id: [(weekday, start)] for pupil, start in zip(pupils, LAST_COURSES, strict=True)}
        )
        return nina.id


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, virtual.VirtualConfig(latency=0.01, reports=0.02))
    virtual.forget(MODEM)


def taken(modem: virtual.VirtualModem) -> list[tuple[str, str]]:
    """What the network took, in order of phones."""
    return sorted((sms.to, sms.text or "") for sms in modem.ledger.accepted)


def told(words: str) -> list[tuple[str, str]]:
    """The SMS that are expected, by what stands before and after the child and hour in `words`."""
    children = ((MOTHER, LEA_AND_TOM), (FATHER, LEA_AND_TOM), (NADIA, ZOE))
    return sorted((e164, words.format(child)) for e164, child in children)


def called_off() -> str:
    return f"Le secrétariat : absence de Nina Late {spoken_today()}. Pas de cours pour {{}}."


def maintained() -> str:
    return f"Le secrétariat : finalement, le cours avec Nina Late est maintenu {spoken_today()} pour {{}}."


def spoken_today() -> str:
    days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    months = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
    day = course_day()
    return f"{days[day.weekday()]} {'1er' if day.day == 1 else day.day} {months[day.month - 1]}"


class Person:
    """Somebody at the window who counts his clicks and keys."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.clicks = 0
        self.keys = 0

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def _seen(self, name: str) -> list[QAbstractButton]:
        found = self.window.findChildren(QAbstractButton, name)
        return [each for each in found if each.isVisible() and each.isEnabled()]

    def click(self, name: str) -> None:
        self.until(lambda: bool(self._seen(name)))
        self.qtbot.mouseClick(self._seen(name)[0], Qt.MouseButton.LeftButton)
        self.clicks += 1

    def press(self, key: Qt.Key | str, at: str) -> None:
        """Press a key once the keyboard is where one expects it."""
        self.until(lambda: self._has_keyboard(at))
        widget = QApplication.focusWidget()
        if isinstance(key, str):
            self.qtbot.keyClicks(widget, key)
        else:
            self.qtbot.keyClick(widget, key)
        self.keys += len(key) if isinstance(key, str) else 1

    def _has_keyboard(self, name: str) -> bool:
        widget: QWidget | None = QApplication.focusWidget()
        return widget is not None and widget.objectName() == name


@pytest.fixture
def person(
    qtbot: QtBot, profile: Path, harpist: int, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    monkeypatch.setattr(absence_sending, "UNDO_SECONDS", 0.2)  # what a person may think over, a test need not
    _app, window = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    window.show()
    yield Person(qtbot, window)
    window.close()


def test_three_clicks_for_today_and_two_to_take_it_back(
    person: Person, harpist: int, modem: virtual.VirtualModem
) -> None:
    person.click("home_absence")
    person.click(f"absence_teacher_{harpist}")
    person.click("notify_confirm")
    assert person.clicks == 3
    person.until(lambda: len(modem.ledger.accepted) == 3)
    assert taken(modem) == told(called_off())

    person.click("broadcast_course_maintained")
    person.click("notify_confirm")
    assert person.clicks == 5
    person.until(lambda: len(modem.ledger.accepted) == 6)
    assert taken(modem) == sorted(told(called_off()) + told(maintained()))


def test_the_keyboard_alone(person: Person, harpist: int, modem: virtual.VirtualModem) -> None:
    person.window.activateWindow()
    person.until(lambda: bool(person._seen("home_absence")))
    person.window.page.take_focus()  # where it is when the program has been in front from its start
    person.press(Qt.Key.Key_Return, "home_absence")
    person.press("l", f"absence_teacher_{harpist}")
    person.press("a", "absence_search")
    finder = person.window.page.who.finder  # type: ignore[attr-defined]  # the page of absences
    person.until(lambda: finder.list.isVisible() and finder.list.count() == 1)
    person.press(Qt.Key.Key_Return, "absence_search")
    person.press(Qt.Key.Key_Return, "notify_confirm")
    assert person.keys == 5
    person.until(lambda: len(modem.ledger.accepted) == 3)
    assert taken(modem) == told(called_off())


def test_one_command_and_its_correction(
    profile: Path, harpist: int, modem: virtual.VirtualModem, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> None:
        assert run_command(["--profile", str(profile), "--modem", f"virtual://{MODEM}", *arguments]) == 0

    day = course_day().isoformat()
    run("absence", "late", "--day", day)
    run("station", "--until-idle")
    assert taken(modem) == told(called_off())

    run("absence", "--correct", "1", "maintained")
    run("station", "--until-idle")
    assert taken(modem) == sorted(told(called_off()) + told(maintained()))
    capsys.readouterr()
