"""Réglages, the calendar: holidays of a zone and of a region, and the days on which one does otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from smsdesk.domain.calendar import CalendarException, DayKind, DayOff, Region, Zone
from smsdesk.domain.clock import Clock
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.services.calendar import NAME_LENGTH, Calendars
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.settings_keeping import Keeping
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, IconButton
from smsdesk.ui.widgets.fields import DayField, Labelled, Picker
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Banner, Card, SectionHeader
from smsdesk.ui.widgets.text import ElidedLabel, Label

_AHEAD = timedelta(days=365)
_SHOWN = 8
"""Holidays listed; the planning shows all of them."""


@dataclass(frozen=True)
class _Read:
    zone: Zone
    zone_chosen: bool
    region: Region
    exceptions: tuple[CalendarException, ...]
    coming: tuple[tuple[DayOff, DayOff], ...]


class CalendarCard(Card):
    """Shows the calendar and keeps what a person chooses."""

    def __init__(self, tasks: Tasks, calendars: Calendars, notices: Notices, clock: Clock) -> None:
        super().__init__(SectionHeader(self.tr("Calendar")), space=tokens.SPACE_M)
        self._tasks, self._calendars, self._clock = tasks, calendars, clock
        self._notices = notices
        self._keeping = Keeping(tasks, notices, self)
        self._shown: _Read | None = None
        self.body.addLayout(self._make_choices())
        hint = self.tr("Corsica and overseas: choose none, and enter your own days below")
        self.body.addWidget(Label(hint, Type.CAPTION, muted=True, wrap=True))
        self._coming = Label("", Type.CAPTION, muted=True, wrap=True)
        self._coming.setObjectName("settings_holidays")
        self.body.addWidget(self._coming)
        self._exceptions = column(space=tokens.SPACE_XS)
        self.body.addWidget(Label(self.tr("Your own days"), Type.STRONG))
        self.body.addLayout(self._exceptions)
        self.body.addWidget(self._make_form())
        self.problem = Banner("", Tone.UNCERTAIN)
        self.problem.setObjectName("settings_calendar_problem")
        self.body.addWidget(self.problem)

    def _make_choices(self) -> QHBoxLayout:
        self.zone = Picker(self.tr("School holidays"))
        self.zone.setObjectName("settings_zone")
        for zone, words in (
            (Zone.NONE, self.tr("None")),
            (Zone.A, self.tr("Zone A (Lyon, Bordeaux…)")),
            (Zone.B, self.tr("Zone B (Lille, Orléans, Marseille…)")),
            (Zone.C, self.tr("Zone C (Paris, Toulouse…)")),
        ):
            self.zone.addItem(words, zone)
        self.region = Picker(self.tr("Public holidays"))
        self.region.setObjectName("settings_region")
        for region, words in self._regions():
            self.region.addItem(words, region)
        for picker in (self.zone, self.region):
            picker.activated.connect(self._keep)
        fields = row(space=tokens.SPACE_M)
        fields.addWidget(Labelled(self.tr("School holidays"), self.zone), 1)
        fields.addWidget(Labelled(self.tr("Public holidays"), self.region), 1)
        return fields

    def _regions(self) -> tuple[tuple[Region, str], ...]:
        return (
            (Region.MAINLAND, self.tr("Mainland France")),
            (Region.ALSACE_MOSELLE, "Alsace-Moselle"),
            (Region.GUADELOUPE, "Guadeloupe"),
            (Region.MARTINIQUE, "Martinique"),
            (Region.GUYANE, "Guyane"),
            (Region.REUNION, "La Réunion"),
            (Region.MAYOTTE, "Mayotte"),
            (Region.SAINT_BARTHELEMY, "Saint-Barthélemy"),
            (Region.SAINT_MARTIN, "Saint-Martin"),
            (Region.SAINT_PIERRE_ET_MIQUELON, "Saint-Pierre-et-Miquelon"),
            (Region.NEW_CALEDONIA, "Nouvelle-Calédonie"),
            (Region.POLYNESIA, "Polynésie française"),
            (Region.WALLIS_ET_FUTUNA, "Wallis-et-Futuna"),
        )

    def _make_form(self) -> QWidget:
        self.first = DayField(self.tr("First day"))
        self.first.setObjectName("settings_exception_first")
        self.last = DayField(self.tr("Last day"))
        self.last.setObjectName("settings_exception_last")
        self.first.dateChanged.connect(self._follow)
        self.name = QLineEdit()
        self.name.setObjectName("settings_exception_name")
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setPlaceholderText(self.tr("Works, exams, training…"))
        self.open = QCheckBox(self.tr("Open in spite of a holiday"))
        self.open.setObjectName("settings_exception_open")
        self.add = Button(self.tr("Add"), Icon.ADD)
        self.add.setObjectName("settings_exception_add")
        self.add.clicked.connect(self._add)
        today = self._clock().astimezone().date()
        self.first.show_day(today)
        fields = row(space=tokens.SPACE_S)
        fields.addWidget(Labelled(self.tr("First day"), self.first), 1)
        fields.addWidget(Labelled(self.tr("Last day"), self.last), 1)
        fields.addWidget(Labelled(self.tr("Name of the days"), self.name), 2)
        form = QWidget()
        form.setLayout(column(fields, row(self.open, None, self.add), space=tokens.SPACE_S))
        return form

    def refresh(self) -> None:
        """Read the calendar again; what is being typed stays."""
        today = self._clock().astimezone().date()
        self._tasks.read(self, "calendar", lambda: _read(self._calendars, today), self._show)

    def _show(self, read: _Read) -> None:
        if read == self._shown:
            return
        self._shown = read
        self.zone.setCurrentIndex(self.zone.findData(read.zone))
        self.region.setCurrentIndex(self.region.findData(read.region))
        self._coming.setText(" · ".join(self._span_words(*span) for span in read.coming[:_SHOWN]))
        clear(self._exceptions)
        for exception in read.exceptions:
            self._exceptions.addWidget(self._line(exception))
        if not read.exceptions:
            words = self.tr("Days on which you are closed, or open in spite of a holiday.")
            self._exceptions.addWidget(Label(words, muted=True, wrap=True))

    def _span_words(self, first: DayOff, last: DayOff) -> str:
        name = translate(first.name) if isinstance(first.name, Sentence) else visible(first.name)
        words = self.tr("{name}: {days}").format(
            name=name or self.tr("closed"), days=_days(first.day, last.day)
        )
        return words + (f" ({self.tr('estimated dates')})" if first.extrapolated else "")

    def _line(self, exception: CalendarException) -> QWidget:
        words = [
            _days(exception.first, exception.last),
            self.tr("open") if exception.open else self.tr("closed"),
        ]
        said = " · ".join(filter(None, (*words, visible(exception.name))))
        remove = IconButton(Icon.DELETE, self.tr("Remove {name}").format(name=said))
        remove.setObjectName(f"settings_exception_remove_{exception.id}")
        remove.clicked.connect(lambda: self._remove(exception))
        line = QWidget()
        words_and_button = row(space=tokens.SPACE_S)
        words_and_button.addWidget(ElidedLabel(said), 1)
        words_and_button.addWidget(remove)
        line.setLayout(words_and_button)
        return line

    def _keep(self) -> None:
        if self._shown is None:
            return
        before = self._shown.zone, self._shown.region
        chosen = Zone(self.zone.currentData()), Region(self.region.currentData())
        self._shown = replace(self._shown, zone=chosen[0], region=chosen[1])
        self._keeping.keep(
            self.tr("The holidays are kept."),
            before,
            chosen,
            lambda chosen: self._calendars.save_zone(*chosen),
            failed=self._refuse,
        )

    def _follow(self) -> None:
        if self.last.day < self.first.day:
            self.last.show_day(self.first.day)

    def _add(self) -> None:
        first, last, name, open_ = self.first.day, self.last.day, self.name.text(), self.open.isChecked()
        self._tasks.change(
            self,
            lambda: self._calendars.add_exception(first, last, name, open_=open_),
            self._added,
            self._refuse,
        )

    def _added(self, made: CalendarException) -> None:
        self.name.clear()
        self.open.setChecked(False)
        self.problem.say("", Tone.UNCERTAIN)
        remove = partial(self._calendars.remove_exception, made.id or 0)
        self._tell(self.tr("{days} added.").format(days=_days(made.first, made.last)), remove)

    def _remove(self, exception: CalendarException) -> None:
        self._tasks.change(
            self,
            lambda: self._calendars.remove_exception(exception.id or 0),
            lambda _none: self._removed(exception),
            self._refuse,
        )

    def _removed(self, gone: CalendarException) -> None:
        add = partial(self._calendars.add_exception, gone.first, gone.last, gone.name, open_=gone.open)
        self._tell(self.tr("{days} removed.").format(days=_days(gone.first, gone.last)), add)

    def _tell(self, words: str, back: Callable[[], object]) -> None:
        """Show what there is now, with the way back, which is there when the card is gone."""
        tasks = self._tasks
        self._notices.done(words, lambda: tasks.change(tasks, back))
        self.refresh()

    def _refuse(self, sentence: Sentence) -> None:
        self.problem.say(translate(sentence), Tone.UNCERTAIN)


def _read(calendars: Calendars, today: date) -> _Read:
    """On the database thread: what is chosen, and the holidays of the next year in spans."""
    calendar = calendars.calendar()
    spans: list[tuple[DayOff, DayOff]] = []
    for off in calendar.days_off(today, today + _AHEAD):
        before = spans[-1][1] if spans else None
        if off.kind is DayKind.PUBLIC and before is not None and before.day + timedelta(days=1) == off.day:
            spans[-1] = (spans[-1][0], off)  # Christmas within its holidays
        elif (
            before is not None and before.day + timedelta(days=1) == off.day and spans[-1][0].name == off.name
        ):
            spans[-1] = (spans[-1][0], off)
        elif off.kind is not DayKind.EXCEPTION:
            spans.append((off, off))
    return _Read(calendar.zone, calendars.zone_chosen, calendar.region, calendar.exceptions, tuple(spans))


def _days(first: date, last: date) -> str:
    return formats.day(first) if first == last else f"{formats.day(first)} – {formats.day(last)}"
