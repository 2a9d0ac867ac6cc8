"""The absence, third question: what becomes of the courses, with the little that each answer needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from smsdesk.domain.course_notices import Change, NoticeKind
from smsdesk.domain.french_dates import spoken_hour
from smsdesk.domain.weekly import hours_of
from smsdesk.ui.design import tokens
from smsdesk.ui.widgets.fields import DayField, Labelled, Picker
from smsdesk.ui.widgets.layout import column, row

_LONGEST = 60
"""Characters of a room or a name in an SMS."""
_FIRST_OFFER = timedelta(days=1)


class ChangePanel(QWidget):
    """What is told about the courses; `changed` says that it is something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = Picker(self.tr("What becomes of the courses"))
        self.kind.setObjectName("absence_kind")
        self.kind.activated.connect(self._on_kind)
        self.replacement = self._field("absence_replacement", self.tr("Mme Petit"))
        self.room = self._field("absence_room", self.tr("Room 4"))
        self.day = DayField(self.tr("New day"))
        self.day.setObjectName("absence_new_day")
        self.day.dateChanged.connect(lambda _day: self.changed.emit())
        self.hour = self._field("absence_new_hour", self.tr("the same hour"))
        self._replacement = Labelled(self.tr("Who teaches instead"), self.replacement)
        self._room = Labelled(self.tr("Room"), self.room)
        self._moment = QWidget()
        moment = row(space=tokens.SPACE_S)
        moment.addWidget(Labelled(self.tr("New day"), self.day), 1)
        moment.addWidget(Labelled(self.tr("Hour of the first course"), self.hour), 1)
        self._moment.setLayout(moment)
        self.plain = QCheckBox("")
        self.plain.setObjectName("absence_plain")
        self.plain.setChecked(True)
        self.plain.toggled.connect(lambda _checked: self.changed.emit())
        self.plain.hide()
        kind = Labelled(self.tr("What becomes of the courses"), self.kind)
        self.setLayout(column(kind, self._replacement, self._moment, self._room, self.plain))
        self._show_fields()

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setPlaceholderText(example)
        field.setMaxLength(_LONGEST)
        field.textChanged.connect(lambda _text: self.changed.emit())
        return field

    def begin(self, kinds: Sequence[NoticeKind], kind: NoticeKind, today: date) -> None:
        """Offer these kinds, choose one, and forget what was written."""
        with QSignalBlocker(self):
            self.kind.clear()
            for each in kinds:
                self.kind.addItem(self._words(each), each)
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
            for field in (self.replacement, self.room, self.hour):
                field.clear()
            self.day.show_day(today + _FIRST_OFFER)
            self.plain.setChecked(True)
        self._show_fields()

    def take_up(self, change: Change, *, plain: bool) -> None:
        """Show what was chosen and written before."""
        with QSignalBlocker(self):
            self.kind.setCurrentIndex(max(0, self.kind.findData(change.kind)))
            self.replacement.setText(change.replacement)
            self.room.setText(change.room)
            self.hour.setText(spoken_hour(change.starts) if change.starts is not None else "")
            if change.day is not None:
                self.day.show_day(change.day)
            self.plain.setChecked(plain)
        self._show_fields()

    def _words(self, kind: NoticeKind) -> str:
        return {
            NoticeKind.CANCELLED: self.tr("No course"),
            NoticeKind.REPLACED: self.tr("Somebody else teaches"),
            NoticeKind.POSTPONED: self.tr("Moved to another day"),
            NoticeKind.ROOM: self.tr("In another room"),
            NoticeKind.MAINTAINED: self.tr("They take place after all"),
        }[kind]

    @property
    def chosen(self) -> NoticeKind:
        """The kind that is chosen."""
        return NoticeKind(self.kind.currentData())

    @property
    def change(self) -> Change:
        """What was chosen and written."""
        moved = self.chosen is NoticeKind.POSTPONED
        return Change(
            self.chosen,
            self.day.day if moved else None,
            self._new_hour if moved else None,
            self.room.text().strip() if moved or self.chosen is NoticeKind.ROOM else "",
            self.replacement.text().strip() if self.chosen is NoticeKind.REPLACED else "",
        )

    @property
    def _new_hour(self) -> time | None:
        """The hour as people write it, 17h30 or 17:30; none while it cannot be read."""
        text = self.hour.text().strip()
        return next(iter(hours_of(text if not text.isdecimal() else f"{text}h")), None)

    def show_saved(self, saved: int) -> None:
        """Offer to write names plainly where that saves SMS."""
        self.plain.setText(self.tr("Names without ï, œ, ã: %n fewer SMS", "", saved))
        self.plain.setVisible(saved > 0)

    def take_focus(self) -> None:
        """Put the keyboard at the first thing that is still to be written."""
        fields = {
            NoticeKind.REPLACED: self.replacement,
            NoticeKind.ROOM: self.room,
            NoticeKind.POSTPONED: self.day,
        }
        fields.get(self.chosen, self.kind).setFocus()

    def _on_kind(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        kind = self.chosen if self.kind.count() else NoticeKind.CANCELLED
        self._replacement.setVisible(kind is NoticeKind.REPLACED)
        self._moment.setVisible(kind is NoticeKind.POSTPONED)
        self._room.setVisible(kind in {NoticeKind.ROOM, NoticeKind.POSTPONED})
