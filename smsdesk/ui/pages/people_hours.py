"""The weekly hours of a person's courses in his panel: at which of them he comes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smsdesk.domain.people import Hour, LessonHours
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.people_words import slot_words
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.text import ElidedLabel, Label


class CourseHours(QWidget):
    """The hours of one course, ticked where he comes; `chosen` carries the hours, none of them for all."""

    chosen = Signal(object)

    def __init__(self, lessons: LessonHours) -> None:
        super().__init__()
        self.group = lessons.group
        self._ticks: dict[Hour, QCheckBox] = {}
        lines = column(ElidedLabel(visible(lessons.group.name)), space=tokens.SPACE_XS)
        for slot in lessons.group.slots:
            hour = (slot.weekday, slot.start)
            if hour in self._ticks:  # the same hour in another period or room
                continue
            tick = QCheckBox(visible(slot_words(slot)))
            tick.setObjectName(f"people_hour_{lessons.group.id}_{slot.weekday}_{slot.start:%H%M}")
            tick.setAccessibleName(f"{visible(lessons.group.name)}, {tick.text()}")
            tick.setChecked(not lessons.hours or hour in lessons.hours)
            tick.toggled.connect(lambda _on: self.chosen.emit(self._hours()))
            self._ticks[hour] = tick
            lines.addWidget(tick)
        if not lessons.hours:
            lines.addWidget(Label(self.tr("Comes at every hour"), Type.CAPTION, muted=True))
        self.setLayout(lines)

    def _hours(self) -> frozenset[Hour]:
        """Those that are ticked; all and none mean the same: he comes to each."""
        ticked = frozenset(hour for hour, tick in self._ticks.items() if tick.isChecked())
        return frozenset() if len(ticked) == len(self._ticks) else ticked
