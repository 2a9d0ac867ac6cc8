"""One later moment: day and time, and those that one chooses most."""

from __future__ import annotations

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
        self._quick = {
            self.tr("This evening, 18:00"): self._this_evening,
            self.tr("Tomorrow, 8:00"): self._tomorrow,
            self.tr("Monday, 8:00"): self._monday,
        }
        quick = QWidget()
        quick.setLayout(flow(*(self._button(words) for words in self._quick)))
        self.setLayout(column(self.moment, quick))

    def _button(self, words: str) -> Button:
        button = Button(words, look=Look.LINK)
        button.clicked.connect(lambda: self.choose(self._quick[words]()))
        return button

    def _this_evening(self) -> datetime:
        """Today at six; tomorrow once it is past."""
        evening = datetime.combine(self._now.date(), EVENING)
        return evening if evening > self._now else evening + timedelta(days=1)

    def _tomorrow(self) -> datetime:
        return datetime.combine(self._now.date() + timedelta(days=1), MORNING)

    def _monday(self) -> datetime:
        ahead = 7 - self._now.weekday()
        return datetime.combine(self._now.date() + timedelta(days=ahead), MORNING)

    def propose(self, now: datetime) -> None:
        """Begin with an hour from now, on the quarter."""
        self._now = now
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
