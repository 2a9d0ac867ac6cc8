"""A calendar page with what is planned, at a fixed hour, and the gestures with which a person uses it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from made_groups import made_group
from page_desk import PageDesk
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.schedule import SeriesDraft, Timing
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.ui.pages.planning import PlanningPage
from smsdesk.ui.widgets.calendar_view import CalendarView


class PlanDesk(PageDesk):
    """Wednesday, 11 March 2026, nine in the morning on the wall of this computer."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder)
        self.clock.now = moment_of(datetime(2026, 3, 11, 9, 0))  # noqa: DTZ001  # a wall time
        self.choir = made_group(self.services.people, "Chorale").id
        people = [self.person("Léa", f"Martin{number}", f"+3363998{number:04}") for number in range(3)]
        self.services.people.add_to_group(self.choir, people)

    def plan(self, when: str, title: str = "Répétition", rule: str = "", **options: object) -> int:
        """Plan a send to the choir at a wall time written as 2026-03-12T18:00; gives the series."""
        timing = Timing(first=datetime.fromisoformat(when), rule=rule)
        request = AudienceRequest(group_ids=(self.choir,))
        draft = SeriesDraft(request, "{prénom}, ce soir.", timing, title=title, **options)  # type: ignore[arg-type]
        return self.services.schedule.plan_series(draft)

    def page(self) -> PlanningPage:
        """The page, read and painted."""
        made = self.show(PlanningPage)
        assert isinstance(made, PlanningPage)
        self.settled(made)
        return made

    def settled(self, page: PlanningPage) -> None:
        """Everything that was asked for is there, and painted."""
        self.until(lambda: self.tasks.idle)
        page.view.grab()

    def at(self, days_from: str = "2026-03-01", days: int = 120) -> list[str]:
        """Where every entry stands: "Thu 12.03. 18:00 Répétition planned"."""
        start = moment_of(datetime.fromisoformat(days_from))
        entries = self.services.schedule.entries(start, start + timedelta(days=days))
        return [f"{wall_of(each.at):%a %d.%m. %H:%M} {each.title} {each.state}" for each in entries]


def middle(view: CalendarView, title: str) -> QPoint:
    """Where a block of this title stands in the viewport."""
    box = next(each.box for each in view.placed if each.block is not None and each.block.title == title)
    return box.center().toPoint()


def drag(view: CalendarView, start: QPoint, end: QPoint) -> None:
    """Press, go there in steps, and let go."""
    place = view.viewport()
    QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        at = start + (end - start) * step / 5
        move(place, at)
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=end)


def move(place: QWidget, at: QPoint) -> None:
    """QTest's own move carries no button: the one that is held."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(place.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(place, event)


def cell(view: CalendarView, when: str) -> QPoint:
    """The middle of the place that a moment has in the calendar, below what stands there."""
    wall = datetime.fromisoformat(when)
    box = view.offer_box(wall) or view.box_of(wall)
    assert box is not None
    return box.center().toPoint()


def press(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """One key, with what is held beside it."""
    held = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        held |= each
    QTest.keyClick(widget, key, held)


def click(page: QWidget, name: str) -> None:
    """The button of this name, which is to be seen."""
    buttons = [each for each in page.window().findChildren(QAbstractButton, name) if each.isVisible()]
    assert buttons, f"no button {name} to be seen"
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
