"""Accueil: what is planned for today, with hours and numbers; it leads to the calendar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from smsdesk.domain.clock import Clock
from smsdesk.domain.untrusted import visible
from smsdesk.services.bundle import Services
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.planning_reading import TodaysSend, read_today
from smsdesk.ui.places import Place, Route
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.calendar_words import phones
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.states import entry_look
from smsdesk.ui.widgets.surfaces import Card, ClickableCard, SectionHeader
from smsdesk.ui.widgets.text import ElidedLabel, Label

MOST_SHOWN = 5
"""The others are in the calendar."""


class PlannedToday(Card):
    """Lists today's planned sends; hidden while there are none. `navigate` carries a Place."""

    navigate = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, clock: Clock) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.setObjectName("home_planned")
        self._tasks = tasks
        self._services = services
        self._clock = clock
        self._shown: tuple[TodaysSend, ...] = ()
        every = Button(self.tr("See the calendar"), None, Look.LINK)
        every.clicked.connect(lambda: self.navigate.emit(Place(Route.PLANNING)))
        self.body.addWidget(SectionHeader(self.tr("Planned today"), every))
        self._rows = column(space=tokens.SPACE_S)
        self.body.addLayout(self._rows)
        self._more = Label("", Type.CAPTION, muted=True)
        self.body.addWidget(self._more)
        self.hide()

    def refresh(self) -> None:
        """Look again."""
        services, clock = self._services, self._clock
        self._tasks.read(self, "today", lambda: read_today(services, clock()), self._show)

    def _show(self, sends: tuple[TodaysSend, ...]) -> None:
        if sends == self._shown:
            return
        self._shown = sends
        clear(self._rows)
        for send in sends[:MOST_SHOWN]:
            self._rows.addWidget(self._card(send))
        more = len(sends) - MOST_SHOWN
        self._more.setText(self.tr("and %n more", "", more) if more > 0 else "")
        self._more.setVisible(more > 0)
        self.setVisible(bool(sends))

    def _card(self, send: TodaysSend) -> ClickableCard:
        entry, title = send.entry, visible(send.entry.title)
        look, hour = entry_look(entry.state), formats.clock(entry.at)
        line = row(Label(hour, Type.STRONG), space=tokens.SPACE_M)
        line.addWidget(ElidedLabel(title), 1)
        words = [hour, title, look.text]
        if send.phones is not None:
            words.append(phones(send.phones))
            line.addWidget(Label(words[-1], Type.CAPTION, muted=True))
        line.addWidget(Chip(look.icon, look.text, look.tone))
        card = ClickableCard(", ".join(words), line)
        card.body.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        card.activated.connect(partial(self.navigate.emit, Place(Route.PLANNING, entry.id)))
        return card
