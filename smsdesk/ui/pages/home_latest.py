"""Accueil: the latest sends with what became of them, and the answers to read."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import BroadcastSummary, Conversation
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import clear, column, reading_order, row
from smsdesk.ui.widgets.surfaces import Card, ClickableCard, EmptyState, SectionHeader
from smsdesk.ui.widgets.text import ElidedLabel, Label


class Latest(QWidget):
    """Two columns; `navigate` carries a Place."""

    navigate = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._bars: dict[int, OutcomeBar] = {}
        self._talks: tuple[Conversation, ...] | None = None
        every_send = self._every_send = Button(self.tr("See all"), None, Look.LINK)
        every_send.setAccessibleName(self.tr("See all sends"))
        every_send.clicked.connect(lambda: self.navigate.emit(Place(Route.BROADCASTS)))
        every_answer = self._every_answer = Button(self.tr("See all"), None, Look.LINK)
        every_answer.setAccessibleName(self.tr("See all answers"))
        every_answer.clicked.connect(lambda: self.navigate.emit(Place(Route.INBOX)))
        self._sends = column(space=tokens.SPACE_S)
        self._answers = column(space=tokens.SPACE_S)
        both = row(space=tokens.SPACE_L)
        for title, button, cards in (
            (self.tr("Latest sends"), every_send, self._sends),
            (self.tr("Answers to read"), every_answer, self._answers),
        ):
            side = column(SectionHeader(title, button), cards, None)
            both.addLayout(side, 1)
        self.setLayout(both)

    def show_latest(self, sends: tuple[BroadcastSummary, ...], answers: tuple[Conversation, ...]) -> None:
        """Show these, the newest first."""
        self._show_sends(sends)
        self._show_answers(answers)
        self._order_tabs()

    def _show_sends(self, sends: tuple[BroadcastSummary, ...]) -> None:
        if sends and list(self._bars) == [send.id for send in sends]:
            for send in sends:
                self._bars[send.id].show_counts(send.counts)
            return
        clear(self._sends)
        self._bars = {}
        for send in sends:
            _add(self._sends, self._send_card(send))
        if not sends:
            _add(self._sends, Card(self._nothing_sent()))

    def _nothing_sent(self) -> EmptyState:
        write = Button(self.tr("Write to a class"), Icon.NOTIFY)
        write.setObjectName("home_write_first")
        write.clicked.connect(lambda: self.navigate.emit(Place(Route.NOTIFY, NotifyStart())))
        text = self.tr("What you send appears here, with what becomes of each SMS.")
        return EmptyState(Icon.BROADCASTS, self.tr("Nothing sent yet"), text, write)

    def _send_card(self, send: BroadcastSummary) -> ClickableCard:
        bar = self._bars[send.id] = OutcomeBar()
        bar.show_counts(send.counts)
        title = ElidedLabel(visible(send.title), Type.STRONG)
        when = Label(formats.moment(send.not_before or send.created_at), Type.CAPTION, muted=True)
        head = row(space=tokens.SPACE_S)
        head.addWidget(title, 1)
        head.addWidget(when)
        card = ClickableCard(f"{visible(send.title)}, {bar.summary}", head, bar)
        card.activated.connect(partial(self.navigate.emit, Place(Route.BROADCAST, send.id)))
        return card

    def _show_answers(self, answers: tuple[Conversation, ...]) -> None:
        if answers == self._talks:  # while messages leave, twenty looks a second would make them flicker
            return
        self._talks = answers
        clear(self._answers)
        for talk in answers:
            _add(self._answers, self._answer_card(talk))
        if not answers:
            text = self.tr("Answers of the families arrive here and in the inbox.")
            _add(self._answers, Card(EmptyState(Icon.INBOX, self.tr("Everything is read"), text)))

    def _answer_card(self, talk: Conversation) -> ClickableCard:
        who = visible(", ".join(talk.names)) or formats.phone(talk.phone)
        head = row(space=tokens.SPACE_S)
        head.addWidget(ElidedLabel(who, Type.STRONG), 1)
        head.addWidget(Chip(Icon.INBOX, self.tr("%n unread", "", talk.unread), Tone.ACCENT))
        head.addWidget(Label(formats.moment(talk.last_at), Type.CAPTION, muted=True))
        words = ElidedLabel(visible(" ".join(talk.last_text.split())), muted=True)
        card = ClickableCard(f"{who}: {visible(talk.last_text)}", head, words)
        card.activated.connect(partial(self.navigate.emit, Place(Route.INBOX, talk.phone)))
        return card

    def _order_tabs(self) -> None:
        """Cards are made again and again: Tab finds them where they are seen."""
        chain = [self._every_send, *_stops(self._sends), self._every_answer, *_stops(self._answers)]
        for one, next_one in pairwise(chain):
            self.setTabOrder(one, next_one)


def _add(layout: QBoxLayout, card: QWidget) -> None:
    """Seen at once: Qt would show it a turn of the event loop later, and leave an empty place meanwhile."""
    layout.addWidget(card)
    card.show()


def _stops(layout: QBoxLayout) -> list[QWidget]:
    return list(reading_order(layout))
