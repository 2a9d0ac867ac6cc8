"""Réglages, the answer when nobody is there: its text, the opening hours, and how often it may go."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from smsdesk.domain.auto_replies import AutoReplySettings
from smsdesk.domain.errors import InputError
from smsdesk.domain.loop_guard import MOST_EVER, GuardLimits
from smsdesk.domain.opening_hours import OpeningHours
from smsdesk.domain.opening_hours_typed import typed_spans, written_spans
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.text import measure, normalise
from smsdesk.services.auto_replies import AutoReplies
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_keeping import Keeping
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.leaving_text import LeavingText
from smsdesk.ui.widgets.spins import CountField
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import Label

_MONDAY = QDate(2026, 1, 5)
_COLUMNS = 2
_BETWEEN = re.compile("[,;/\n]")


class ClosedCard(Card):
    """Shows the choices and keeps what is typed, when the keyboard leaves a field."""

    def __init__(self, tasks: Tasks, replies: AutoReplies, notices: Notices) -> None:
        super().__init__(SectionHeader(self.tr("When nobody is there")), space=tokens.SPACE_M)
        self._tasks = tasks
        self._replies = replies
        self._keeping = Keeping(tasks, notices, self)
        self._kept: AutoReplySettings | None = None
        self.on = QCheckBox(self.tr("Answer by itself out of hours, once for each phone"))
        self.on.setObjectName("settings_closed")
        self.on.clicked.connect(self._keep)
        self.text = LeavingText(self.tr("What is answered"))
        self.text.setObjectName("settings_closed_text")
        self.text.left.connect(self._keep)
        self.text.textChanged.connect(self._count)
        self._cost = Label("", Type.CAPTION, muted=True, wrap=True)
        self.school = QCheckBox(self.tr("Nobody is there in the school holidays either"))
        self.school.clicked.connect(self._keep)
        self.a_day = self._number("settings_closed_a_day", self.tr("Answers to one phone a day"))
        self.an_hour = self._number("settings_closed_an_hour", self.tr("Answers an hour in all"))
        self.own = QLineEdit()
        self.own.setObjectName("settings_closed_own")
        self.own.setAccessibleName(self.tr("Your other numbers"))
        self.own.editingFinished.connect(self._keep)
        never = self.tr(
            "Never answered by itself, as the numbers of your SIM cards; with a comma between them"
        )
        self.problem = Banner("", Tone.FAILED)
        self._details = QWidget()
        limits = row(space=tokens.SPACE_M)
        for field in (self.a_day, self.an_hour):
            limits.addWidget(Labelled(field.accessibleName(), field), 1)
        guard = self.tr(
            "Nothing is ever answered to short numbers, to senders without a number, or to what looks like "
            "the answer of another machine."
        )
        self._details.setLayout(
            column(
                Labelled(self.text.accessibleName(), self.text),
                self._cost,
                self._make_hours(),
                self.school,
                limits,
                Labelled(self.own.accessibleName(), self.own, never),
                Label(guard, Type.CAPTION, muted=True, wrap=True),
                space=tokens.SPACE_S,
            )
        )
        self.body.addWidget(self.on)
        self.body.addWidget(self._details)
        self.body.addWidget(self.problem)

    def _number(self, object_name: str, name: str) -> CountField:
        field = CountField(name, MOST_EVER, 0)
        field.setObjectName(object_name)
        field.editingFinished.connect(self._keep)
        return field

    def _make_hours(self) -> QWidget:
        """The seven days in two columns; an empty one is closed."""
        self.days: list[QLineEdit] = []
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_M)
        half = (7 + 1) // _COLUMNS
        for number in range(7):
            name = QLocale().toString(_MONDAY.addDays(number), "dddd").capitalize()
            field = QLineEdit()
            field.setAccessibleName(name)
            field.setPlaceholderText(self.tr("closed"))
            field.setObjectName(f"settings_hours_{number}")
            field.editingFinished.connect(self._keep)
            grid.addWidget(Label(name), number % half, number // half * 2)
            grid.addWidget(field, number % half, number // half * 2 + 1)
            self.days.append(field)
        piece = QWidget()
        piece.setLayout(grid)
        return piece

    def refresh(self) -> None:
        """Read the choices again; what is being typed stays."""
        self._tasks.read(self, "closed", self._replies.settings, self._show)

    def _show(self, kept: AutoReplySettings) -> None:
        if kept == self._kept:
            return
        self._kept = kept
        self.on.setChecked(kept.out_of_hours)
        self.text.setPlainText(kept.text)
        for field, spans in zip(self.days, kept.hours.days, strict=True):
            field.setText(written_spans(spans))
        self.school.setChecked(kept.school_holidays)
        self.a_day.setValue(kept.limits.a_day)
        self.an_hour.setValue(kept.limits.an_hour)
        self.own.setText(", ".join(formats.phone(number) for number in kept.own_numbers))
        self._details.setVisible(kept.out_of_hours)

    def _count(self) -> None:
        parts = measure(normalise(self.text.toPlainText())).parts
        told = self.tr("{institution} and {ouverture} are filled in: who you are, and when you are back.")
        self._cost.setText(self.tr("%n SMS", "", parts) + " · " + told)

    def _keep(self) -> None:
        self._details.setVisible(self.on.isChecked())
        if self._kept is None:
            return
        try:
            days = tuple(typed_spans(field.text()) for field in self.days)
        except InputError as error:
            self._refused(error.sentence)
            return
        chosen = replace(
            self._kept,
            out_of_hours=self.on.isChecked(),
            text=self.text.toPlainText().strip(),
            hours=OpeningHours(days),
            school_holidays=self.school.isChecked(),
            limits=GuardLimits(self.a_day.value(), self.an_hour.value()),
            own_numbers=self._typed_numbers(),
        )
        if chosen == self._kept:
            self.problem.say("", Tone.FAILED)
            return
        self._keeping.keep(
            self.tr("The answer when nobody is there is kept."),
            self._kept,
            chosen,
            self._replies.save_settings,
            done=self._accepted,
            failed=self._refused,
        )

    def _typed_numbers(self) -> tuple[str, ...]:
        """As they were kept, where nothing was typed; else what the service is to understand."""
        typed = tuple(number.strip() for number in _BETWEEN.split(self.own.text()) if number.strip())
        kept = self._kept.own_numbers if self._kept is not None else ()
        return kept if typed == tuple(map(formats.phone, kept)) else typed

    def _accepted(self, kept: AutoReplySettings) -> None:
        self.problem.say("", Tone.FAILED)
        self._show(kept)

    def _refused(self, sentence: Sentence) -> None:
        """What was typed cannot be kept; it stays to be corrected."""
        self.problem.say(translate(sentence), Tone.FAILED)
