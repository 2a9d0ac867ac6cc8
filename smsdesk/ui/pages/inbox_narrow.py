"""Below the search: among which messages one looks, by direction, days, group, broadcast, conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smsdesk.domain.inbox_views import MessageQuery
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import BroadcastSummary, Conversation, Direction
from smsdesk.ui.design import tokens
from smsdesk.ui.models.conversations import who
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.widgets.fields import DayField, Picker
from smsdesk.ui.widgets.layout import column, row

_INDENT = "\u2003"
_WEEK, _MONTH, _YEAR = timedelta(days=7), timedelta(days=30), timedelta(days=365)


class Period(StrEnum):
    """Over which days one looks."""

    ALWAYS = "always"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DAYS = "days"


_BACK = {Period.WEEK: _WEEK, Period.MONTH: _MONTH, Period.YEAR: _YEAR}


@dataclass(frozen=True)
class Narrowing:
    """What can be chosen: groups, the latest broadcasts, and the conversation that is open."""

    groups: tuple[Group, ...] = ()
    broadcasts: tuple[BroadcastSummary, ...] = ()
    conversation: Conversation | None = None
    people: tuple[Contact, ...] = ()
    """Those who have its phone, and their pupils: each may have other phones too."""


class SearchNarrowing(QWidget):
    """`changed` says that other messages are meant."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.direction = _picker(self.tr("Which way"), "inbox_narrow_direction")
        self.direction.addItem(self.tr("Both ways"), None)
        self.direction.addItem(self.tr("Received"), Direction.IN)
        self.direction.addItem(self.tr("Sent"), Direction.OUT)
        self.period = _picker(self.tr("Days"), "inbox_narrow_period")
        for words, period in (
            (self.tr("Any day"), Period.ALWAYS),
            (self.tr("Last 7 days"), Period.WEEK),
            (self.tr("Last 30 days"), Period.MONTH),
            (self.tr("Last year"), Period.YEAR),
            (self.tr("From… to…"), Period.DAYS),
        ):
            self.period.addItem(words, period)
        self.since, self.until = DayField(self.tr("From")), DayField(self.tr("Until"))
        self.group = _picker(self.tr("Group"), "inbox_narrow_group")
        self.broadcast = _picker(self.tr("Broadcast"), "inbox_narrow_broadcast")
        self.whose = _picker(self.tr("Conversation"), "inbox_narrow_whose")
        self._days = QWidget()
        self._days.setLayout(_halves(self.since, self.until))
        self.setLayout(
            column(
                _halves(self.direction, self.period),
                self._days,
                _halves(self.group, self.broadcast),
                self.whose,
                space=tokens.SPACE_XS,
            )
        )
        self.offer(Narrowing())
        self._days.hide()
        for picker in (self.direction, self.period, self.group, self.broadcast, self.whose):
            picker.activated.connect(self._chosen)
        for day in (self.since, self.until):
            day.dateChanged.connect(lambda _day: self.changed.emit())

    def _chosen(self) -> None:
        self._days.setVisible(self.period.currentData() == Period.DAYS)
        self.changed.emit()

    def offer(self, offer: Narrowing) -> None:
        """What can be chosen; what is chosen stays, if it is still there."""
        groups = [
            (_INDENT * depth + visible_line(each.name), each.id) for each, depth in as_tree(offer.groups)
        ]
        _fill(self.group, self.tr("Any group"), groups)
        sends = [(visible_line(each.title), each.id) for each in offer.broadcasts]
        _fill(self.broadcast, self.tr("Any broadcast"), sends)
        open_one = offer.conversation
        here = [(self.tr("Only with {name}").format(name=who(open_one)), open_one.phone)] if open_one else []
        people = [
            (self.tr("All of {name}").format(name=visible_line(each.name)), each.id) for each in offer.people
        ]
        _fill(self.whose, self.tr("With anybody"), [*here, *people])
        self.whose.setVisible(bool(here))

    def begin(self, today: date) -> None:
        """The days that are offered first where one gives two."""
        for field, day in ((self.since, today - _MONTH), (self.until, today)):
            field.blockSignals(True)
            field.show_day(day)
            field.blockSignals(False)

    def clear(self) -> None:
        """Look among all messages again."""
        for picker in (self.direction, self.period, self.group, self.broadcast, self.whose):
            picker.setCurrentIndex(0)
        self._days.hide()

    @property
    def narrows(self) -> bool:
        """Whether not all messages are meant."""
        pickers = (self.direction, self.period, self.group, self.broadcast, self.whose)
        return any(picker.currentIndex() > 0 for picker in pickers)

    def query(self, text: str, today: date) -> MessageQuery:
        """What is looked for."""
        since, until = self._between(today)
        direction, whose = self.direction.currentData(), self.whose.currentData()
        return MessageQuery(
            text,
            phone=whose if isinstance(whose, str) else None,
            contact_id=whose if isinstance(whose, int) else None,
            group_id=self.group.currentData(),
            broadcast_id=self.broadcast.currentData(),
            direction=Direction(direction) if direction else None,  # Qt gives back a plain string
            since=since,
            until=until,
        )

    def _between(self, today: date) -> tuple[date | None, date | None]:
        period = self.period.currentData()
        if period == Period.DAYS:
            return self.since.day, self.until.day
        return (today - _BACK[period], None) if period in _BACK else (None, None)


def _picker(name: str, object_name: str) -> Picker:
    picker = Picker(name)
    picker.setObjectName(object_name)
    picker.setMinimumContentsLength(6)
    return picker


def _halves(left: QWidget, right: QWidget) -> QHBoxLayout:
    line = row(space=tokens.SPACE_XS)
    line.addWidget(left, 1)
    line.addWidget(right, 1)
    return line


def _fill(picker: Picker, anything: str, choices: Sequence[tuple[str, int | str]]) -> None:
    chosen = picker.currentData()
    picker.clear()
    picker.addItem(anything, None)
    for words, data in choices:
        picker.addItem(words, data)
    picker.setCurrentIndex(max(0, picker.findData(chosen)) if chosen is not None else 0)
