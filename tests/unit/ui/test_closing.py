"""Closing the window while something waits or is planned asks a person, and nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from made_groups import made_group
from page_desk import PageDesk, child, made_window, nameless
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.schedule import SeriesDraft, Timing
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.notify import SendOptions
from smsdesk.ui.closing import LeftBehind, left_behind
from smsdesk.ui.i18n import Language
from smsdesk.ui.window import MainWindow


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    desk.clock.now = datetime.now(UTC)
    desk.choir = made_group(desk.services.people, "Chorale").id  # type: ignore[attr-defined]
    desk.services.people.add_to_group(desk.choir, [desk.person("Léa", "Martin", "+33639980001")])  # type: ignore[attr-defined]
    return desk


@pytest.fixture
def window(desk: PageDesk, qtbot: QtBot) -> Iterator[MainWindow]:
    ended: list[bool] = []
    made = made_window(desk, Language.ENGLISH, closing=lambda: ended.append(True))
    made.ended = ended  # type: ignore[attr-defined]
    made.show()
    qtbot.waitUntil(lambda: made.tasks.idle)
    yield made
    made.close()
    assert ended == [True]
    made.deleteLater()


def send(desk: PageDesk) -> None:
    desk.services.notify.send(AudienceRequest(group_ids=(desk.choir,)), "Bonjour")  # type: ignore[attr-defined]


def plan(desk: PageDesk, ahead: timedelta) -> None:
    first = (wall_of(desk.clock.now) + ahead).replace(second=0, microsecond=0)
    draft = SeriesDraft(AudienceRequest(group_ids=(desk.choir,)), "Bonjour", Timing(first=first))  # type: ignore[attr-defined]
    desk.services.schedule.plan_series(draft)


def close_as_a_person(window: MainWindow) -> None:
    """As the window's own button does: through the window system."""
    handle = window.windowHandle()
    assert handle is not None
    handle.close()


def question(window: MainWindow, qtbot: QtBot) -> QDialog:
    found: list[QDialog] = []

    def seen() -> bool:
        found[:] = [each for each in window.findChildren(QDialog, "closing_question") if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(seen)
    return found[0]


def answer(dialog: QWidget, name: str) -> None:
    button = child(dialog, name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def ended(window: MainWindow) -> Callable[[], bool]:
    return lambda: bool(window.ended)  # type: ignore[attr-defined]


def test_nothing_waits_and_it_closes(window: MainWindow, qtbot: QtBot) -> None:
    close_as_a_person(window)
    qtbot.waitUntil(ended(window))
    assert not window.isVisible()


def test_what_waits_and_what_is_planned_is_told(desk: PageDesk, window: MainWindow, qtbot: QtBot) -> None:
    send(desk)
    plan(desk, timedelta(hours=2))
    plan(desk, timedelta(days=3))
    close_as_a_person(window)
    dialog = question(window, qtbot)
    facts, told = child(dialog, "closing_facts"), child(dialog, "closing_consequences")
    assert isinstance(facts, QLabel)
    assert isinstance(told, QLabel)
    assert facts.text().startswith("1 SMS waits to leave. 1 send is planned within a day: ")
    assert "goes on when the program is opened again" in told.text()
    assert "you are asked" in told.text()
    assert nameless(dialog) == []
    assert window.isVisible()
    answer(dialog, "closing_stay")
    assert window.isVisible()
    assert not ended(window)()


def test_it_closes_all_the_same(desk: PageDesk, window: MainWindow, qtbot: QtBot) -> None:
    send(desk)
    close_as_a_person(window)
    answer(question(window, qtbot), "closing_close")
    qtbot.waitUntil(ended(window))


def test_it_is_minimised_and_asks_again_the_next_time(
    desk: PageDesk, window: MainWindow, qtbot: QtBot
) -> None:
    plan(desk, timedelta(hours=5))
    close_as_a_person(window)
    answer(question(window, qtbot), "closing_minimise")
    qtbot.waitUntil(window.isMinimized)
    window.showNormal()
    close_as_a_person(window)
    answer(question(window, qtbot), "closing_stay")
    assert not ended(window)()


def test_escape_stays_open(desk: PageDesk, window: MainWindow, qtbot: QtBot) -> None:
    send(desk)
    close_as_a_person(window)
    QTest.keyClick(question(window, qtbot), Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not ended(window)()


def test_the_program_itself_is_never_asked(desk: PageDesk, window: MainWindow) -> None:
    send(desk)
    plan(desk, timedelta(hours=5))
    assert window.close()
    assert ended(window)()
    assert window.findChildren(QDialog, "closing_question") == []


def test_closing_twice_before_there_is_an_answer_closes(desk: PageDesk, window: MainWindow) -> None:
    send(desk)
    close_as_a_person(window)
    close_as_a_person(window)
    assert ended(window)()


def test_what_is_planned_for_another_day_asks_nothing(
    desk: PageDesk, window: MainWindow, qtbot: QtBot
) -> None:
    plan(desk, timedelta(days=3))
    assert left_behind(desk.services, desk.clock.now) == LeftBehind()
    close_as_a_person(window)
    qtbot.waitUntil(ended(window))


def test_a_broadcast_that_waits_for_its_hour_counts_once(desk: PageDesk) -> None:
    soon = desk.clock.now + timedelta(hours=3)
    desk.services.notify.send(
        AudienceRequest(group_ids=(desk.choir,)),
        "Bonjour",
        options=SendOptions(not_before=soon),  # type: ignore[attr-defined]
    )
    assert left_behind(desk.services, desk.clock.now) == LeftBehind(waiting=1)
