"""One later moment: day and time, and those that one chooses most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.clock import system_clock
from smsdesk.domain.schedule import Timing
from smsdesk.domain.wall_time import wall_of
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import MomentField
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column

EVENING, MORNING = time(18), time(8)


class LaterForm(QWidget):
    """Gives a timing of one moment."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._now = wall_of(system_clock())
        self.moment = MomentField(self.tr("Day and time of sending"))
        self.moment.setObjectName("notify_moment")
        self.moment.dateTimeChanged.connect(lambda _moment: self.changed.emit())
        self._evening = self._button("notify_evening", self.tr("This evening, 18:00"), self._this_evening)
        tomorrow = self._button("notify_tomorrow", self.tr("Tomorrow, 8:00"), self._tomorrow)
        self._next_week = self._button("notify_monday", self.tr("Monday, 8:00"), self._monday)
        quick = QWidget()
        quick.setLayout(flow(self._evening, tomorrow, self._next_week))
        self.setLayout(column(self.moment, quick))

    def _button(self, name: str, words: str, wall: Callable[[], datetime]) -> Button:
        button = Button(words, look=Look.LINK)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.choose(wall()))
        return button

    def _this_evening(self) -> datetime:
        return datetime.combine(self._now.date(), EVENING)

    def _tomorrow(self) -> datetime:
        return datetime.combine(self._now.date() + timedelta(days=1), MORNING)

    def _monday(self) -> datetime:
        ahead = 7 - self._now.weekday()
        return datetime.combine(self._now.date() + timedelta(days=ahead), MORNING)

    def propose(self, now: datetime) -> None:
        """Begin with an hour from now, on the quarter; an evening that has begun is not offered."""
        self._now = now
        self._evening.setVisible(self._this_evening() > now)
        self._next_week.setVisible(self._monday() != self._tomorrow())  # one button for one moment
        soon = now + timedelta(hours=1)
        self.choose(soon.replace(minute=soon.minute // 15 * 15, second=0, microsecond=0))

    def choose(self, wall: datetime) -> None:
        """Show this moment."""
        self.moment.setDateTime(QDateTime(wall.date(), wall.time()))  # type: ignore[call-overload]

    @property
    def timing(self) -> Timing:
        """What is chosen."""
        wall = self.moment.dateTime().toPython()
        assert isinstance(wall, datetime)
        return Timing(first=wall.replace(second=0, microsecond=0, tzinfo=None))
