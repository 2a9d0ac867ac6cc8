"""Planning, right panel: one day with all its sends, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, IconButton
from smsdesk.ui.widgets.calendar_blocks import Block, DayMark
from smsdesk.ui.widgets.calendar_words import mark_words, phones, spoken_block
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.states import entry_look
from smsdesk.ui.widgets.surfaces import Card, ClickableCard
from smsdesk.ui.widgets.text import ElidedLabel, Label


@dataclass(frozen=True)
class Day:
    """A day as it is shown on `today`, with its sends, and why it is off (None: it is not)."""

    day: date
    today: date
    blocks: Sequence[Block]
    mark: DayMark | None


class DayPanel(Card):
    """Lists the sends of a day; `opened` carries the id of one, `new_wanted` asks for a new one."""

    opened = Signal(str)
    new_wanted = Signal()
    closed = Signal()

    def __init__(self, shown: Day) -> None:
        super().__init__(space=tokens.SPACE_S)
        self.setObjectName("planning_day")
        self.shown = shown
        day, mark, past = shown.day, shown.mark, shown.day < shown.today
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.setObjectName("planning_close")
        close.clicked.connect(self.closed)
        heading = row(space=tokens.SPACE_S)
        heading.addWidget(Label(formats.day(day, shown.today), Type.SUBTITLE, wrap=True), 1)
        heading.addLayout(column(close, None))
        self.body.addLayout(heading)
        if mark is not None:
            self.body.addWidget(Label(mark_words(mark), muted=True, wrap=True))
        cards = [self._card(block) for block in shown.blocks]
        for card in cards:
            self.body.addWidget(card)
        if not cards:
            self.body.addWidget(Label(self.tr("Nothing is planned on this day."), muted=True, wrap=True))
        new = Button(self.tr("New send on this day"), Icon.ADD)
        new.setObjectName("planning_day_new")
        new.clicked.connect(self.new_wanted)
        self.body.addLayout(row(new, None))
        new.setVisible(not past)
        self.body.addStretch(1)
        self.first: QWidget = cards[0] if cards else close if past else new

    def _card(self, block: Block) -> ClickableCard:
        look = entry_look(block.state)
        head = row(space=tokens.SPACE_S)
        head.addWidget(Label(block.hour, Type.STRONG))
        head.addWidget(ElidedLabel(block.title), 1)
        below = row(Chip(look.icon, look.text, look.tone), None)
        if block.count is not None:
            below.addWidget(Label(phones(block.count), Type.CAPTION, muted=True))
        card = ClickableCard(spoken_block(block), head, below)
        card.activated.connect(partial(self.opened.emit, block.id))
        return card
