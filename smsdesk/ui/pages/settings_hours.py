"""Réglages, sending hours: quiet hours for information, and how many SMS a week are too many for a family."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smsdesk.domain.sending_hours import QuietHours
from smsdesk.services.sending_hours import MOST_A_WEEK, Hours, Spacing
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.fields import Labelled
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.spins import CountField, HourField
from smsdesk.ui.widgets.surfaces import Card, SectionHeader
from smsdesk.ui.widgets.text import Label

HoursRead = tuple[QuietHours, Spacing]


class HoursCard(Card):
    """Shows the sending hours; its signals carry what was kept, and what a person made of it."""

    quiet_changed = Signal(object, object)
    spacing_changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(SectionHeader(self.tr("Sending hours")), space=tokens.SPACE_M)
        self._shown: HoursRead | None = None
        law = self.tr(
            "Advertising leaves from 8:00 to 21:30 only, and not on Sundays and public holidays: what comes "
            "later waits. Safety alerts and urgent messages leave at any hour."
        )
        self.body.addWidget(Label(law, Type.CAPTION, muted=True, wrap=True))
        self.body.addWidget(self._make_quiet())
        self.body.addWidget(self._make_spacing())

    def _make_quiet(self) -> QWidget:
        self.on = QCheckBox(self.tr("Quiet hours for information"))
        self.on.setObjectName("settings_quiet")
        self.begins = HourField(self.tr("Quiet from"), self.tr("'from' HH:mm"))
        self.ends = HourField(self.tr("Quiet until"), self.tr("'to' HH:mm"))
        self.sundays = QCheckBox(self.tr("Sundays too"))
        self.holidays = QCheckBox(self.tr("public holidays too"))
        for box in (self.on, self.sundays, self.holidays):
            box.clicked.connect(self._on_quiet)
        for field in (self.begins, self.ends):
            field.editingFinished.connect(self._on_quiet)
        piece = QWidget()
        piece.setLayout(flow(self.on, self.begins, self.ends, self.sundays, self.holidays))
        return piece

    def _make_spacing(self) -> QWidget:
        warn_name = self.tr("Name families that had so many SMS this week")
        limit_name = self.tr("SMS a week to one family at most")
        self.warn_from = CountField(warn_name, MOST_A_WEEK, 0, self.tr("never"))
        self.warn_from.setObjectName("settings_spacing_warn")
        self.limit = CountField(limit_name, MOST_A_WEEK, 0, self.tr("no limit"))
        self.limit.setObjectName("settings_spacing_limit")
        for field in (self.warn_from, self.limit):
            field.editingFinished.connect(self._on_spacing)
        piece = QWidget()
        warn = Labelled(warn_name, self.warn_from, self.tr("They are named before you send."))
        hint = self.tr("Who reached it is left out; never of a safety alert.")
        limit = Labelled(limit_name, self.limit, hint)
        line = row(space=tokens.SPACE_M)
        for labelled in (warn, limit):
            labelled.label.setWordWrap(True)  # both names are long, and the smallest window is narrow
            line.addWidget(labelled, 1, Qt.AlignmentFlag.AlignTop)
        piece.setLayout(line)
        return piece

    @staticmethod
    def read(hours: Hours) -> HoursRead:
        """What `show_hours` takes."""
        return hours.quiet(), hours.spacing()

    def show_hours(self, read: HoursRead) -> None:
        """Show what is kept; what is being typed stays when nothing else changed."""
        if read == self._shown:
            return
        self._shown = quiet, spacing = read
        self.on.setChecked(quiet.on)
        self.begins.setTime(QTime(quiet.begins.hour, quiet.begins.minute))
        self.ends.setTime(QTime(quiet.ends.hour, quiet.ends.minute))
        self.sundays.setChecked(quiet.sundays)
        self.holidays.setChecked(quiet.holidays)
        self.warn_from.setValue(spacing.warn_from)
        self.limit.setValue(spacing.limit)
        self._enable()

    def refused(self) -> None:
        """What was chosen is not kept: the next `show_hours` shows what is."""
        self._shown = None

    def _enable(self) -> None:
        for piece in (self.begins, self.ends, self.sundays, self.holidays):
            piece.setEnabled(self.on.isChecked())

    def _on_quiet(self) -> None:
        self._enable()
        quiet = QuietHours(
            self.on.isChecked(),
            self.begins.chosen,
            self.ends.chosen,
            self.sundays.isChecked(),
            self.holidays.isChecked(),
        )
        if self._shown is not None and quiet != self._shown[0]:
            before, spacing = self._shown
            self._shown = quiet, spacing
            self.quiet_changed.emit(before, quiet)

    def _on_spacing(self) -> None:
        spacing = Spacing(self.warn_from.value(), self.limit.value())
        if self._shown is not None and spacing != self._shown[1]:
            quiet, before = self._shown
            self._shown = quiet, spacing
            self.spacing_changed.emit(before, spacing)
