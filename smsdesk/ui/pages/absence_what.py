"""The absence, left column once it is known who: the days, what becomes of the courses, which ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.course_notices import AbsenceRequest, Key, NoticeKind
from smsdesk.domain.untrusted import visible
from smsdesk.services.absences import AbsenceNotice
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.absence_change import ChangePanel
from smsdesk.ui.pages.absence_courses import CourseList, lesson_lines
from smsdesk.ui.pages.absence_days import DayChoices
from smsdesk.ui.pages.absence_who import ChosenTeacher
from smsdesk.ui.pages.notify_second import SecondGuardianChoice
from smsdesk.ui.places import AbsenceStart
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, row
from smsdesk.ui.widgets.removable import RemovableChip
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import Label


@dataclass(frozen=True)
class Days:
    """The days to choose from: those with courses, and from which to which are chosen first."""

    today: date
    with_courses: tuple[date, ...]
    chosen: date
    last: date


class WhatPanel(Card):
    """`changed` says that something was chosen; `called_back` that nothing is to be sent but a recall."""

    changed = Signal()
    another_teacher = Signal()
    settings_wanted = Signal()
    called_back = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.teacher = ChosenTeacher()
        self.teacher.again.connect(self.another_teacher)
        self.days = DayChoices()
        self.days.changed.connect(self._on_days)
        self.change = ChangePanel()
        self.change.changed.connect(self.changed)
        self.courses = CourseList()
        self.courses.changed.connect(self._on_ticks)
        self.second = SecondGuardianChoice()
        self.second.changed.connect(self.changed)
        self._told = Label("", wrap=True)
        self._told.setObjectName("absence_told")
        self._warning = Banner("", Tone.UNCERTAIN)
        self._recall = Button("", Icon.UNDO, Look.PRIMARY)
        self._recall.setObjectName("absence_recall")
        self._recall.clicked.connect(self.called_back)
        self._waiting = Banner("", Tone.WAITING)
        self._waiting.setObjectName("absence_waiting")
        self._excluded: dict[int, str] = {}
        self._chips = FlowLayout(tokens.SPACE_XS)
        self._zone = Button(self.tr("Choose your school zone"), None, Look.LINK)
        self._zone.setObjectName("absence_zone")
        self._zone.clicked.connect(self.settings_wanted)
        self._no_zone = Banner("", Tone.ACCENT)
        self._ticked = False
        self._heading = Label(self.tr("Courses"), Type.STRONG)
        pieces: tuple[QWidget, ...] = (
            self.teacher,
            self.days,
            self.change,
            self._warning,
            self._heading,
            self.courses,
            self.second,
            self._told,
            self._waiting,
            self._recall,
        )
        for piece in pieces:
            self.body.addWidget(piece)
        self.body.addLayout(self._chips)
        self.body.addStretch(1)
        self.body.addWidget(self._no_zone)
        self.body.addLayout(row(self._zone, None))

    def begin(self, kinds: Sequence[NoticeKind], start: AbsenceStart, today: date) -> None:
        """Begin with nothing chosen but this."""
        following, asked = start.about is not None, start.asked
        direct = asked if isinstance(asked, AbsenceRequest) else None
        self._ticked = direct is not None and direct.chosen is not None
        self._excluded = dict(start.without)
        self._show_excluded()
        self.change.begin(kinds, start.kind, today)
        if asked is not None:
            self.change.take_up(asked.change, plain=asked.plain)
        self.courses.show_courses((), ())
        with QSignalBlocker(self.second):
            self.second.choose(direct.second_guardian_after if direct is not None else None)
        self._told.setText("")
        self._told.setVisible(following)
        self._waiting.say("", Tone.WAITING)
        self._recall.hide()
        for part in (self.teacher, self.days, self.courses, self.second):
            part.setVisible(not following)

    @property
    def chosen(self) -> frozenset[Key] | None:
        """The courses that a person ticked; None while those that are proposed stand."""
        return self.courses.chosen if self._ticked else None

    @property
    def excluded(self) -> tuple[int, ...]:
        """Who was taken out by hand."""
        return tuple(self._excluded)

    @property
    def without(self) -> tuple[tuple[int, str], ...]:
        """Who was taken out by hand, with the name."""
        return tuple(self._excluded.items())

    def show_notice(self, notice: AbsenceNotice, days: Days | None) -> None:
        """Show what was found."""
        self.teacher.name.setText(visible(notice.teacher))
        if days is not None:
            self.days.show_days(days.today, days.with_courses, days.chosen, days.last)
        self.courses.show_courses(notice.occurrences, notice.chosen)
        self._heading.setVisible(bool(notice.occurrences or notice.record.about))
        self.change.show_saved(notice.saved)
        self._warning.say(translate(notice.warning) if notice.warning else "", Tone.UNCERTAIN)
        if notice.record.about is not None:
            self._told.setText(lesson_lines(notice.record.lessons))
            self._show_waiting(notice)

    def _show_waiting(self, notice: AbsenceNotice) -> None:
        words = self.tr("%n messages have not left yet: they are cancelled.", "", notice.waiting)
        self._waiting.say(words if notice.waiting else "", Tone.WAITING)
        self._recall.setText(self.tr("Cancel %n messages", "", notice.waiting))
        self._recall.setVisible(notice.only_calls_back)

    def ask_for_zone(self, *, wanted: bool) -> None:
        """Say that school holidays are not known as long as nobody chose a zone."""
        words = self.tr("School holidays are not taken into account yet.") if wanted else ""
        self._no_zone.say(words, Tone.ACCENT)
        self._zone.setVisible(wanted)

    def take_focus(self, notice: AbsenceNotice) -> None:
        """Put the keyboard where something is left to do."""
        if notice.only_calls_back:
            self._recall.setFocus()
        else:
            self.change.take_focus()

    def exclude(self, contact_id: int, name: str) -> None:
        """Leave somebody out."""
        self._excluded[contact_id] = name
        self._show_excluded()
        self.changed.emit()

    def _include(self, contact_id: int) -> None:
        self._excluded.pop(contact_id, None)
        self._show_excluded()
        self.changed.emit()

    def _show_excluded(self) -> None:
        clear(self._chips)
        for contact_id, name in self._excluded.items():
            chip = RemovableChip(self.tr("Without {name}").format(name=visible(name)))
            chip.clicked.connect(lambda _checked=False, number=contact_id: self._include(number))
            self._chips.addWidget(chip)
            chip.show()

    def _on_days(self) -> None:
        self._ticked = False  # other days have other courses
        self.changed.emit()

    def _on_ticks(self) -> None:
        self._ticked = True
        self.changed.emit()
