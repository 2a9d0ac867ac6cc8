"""How many said what: the question of a broadcast and a bar for each kind of answer."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.answer_views import Tally
from smsdesk.ui.answer_words import question_times, question_words, tally_lines
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.tally_bars import TallyBars
from smsdesk.ui.widgets.text import Label, announce


class TallyCard(Card):
    """Shows a tally live; a screen reader hears of it when it changes.

    `ending` carries whether the question is to be closed (True) or opened again.
    """

    ending = Signal(bool)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._open = False
        self.setFixedWidth(theme.wide(tokens.SIDE_WIDTH))
        self.question = Label("", Type.CAPTION, muted=True, wrap=True)
        self.question.setObjectName("answers_question")
        self.bars = TallyBars()
        self.bars.setObjectName("answers_tally")
        self.end = Button("", look=Look.LINK)
        self.end.setObjectName("answers_end")
        self.end.clicked.connect(lambda: self.ending.emit(self._open))
        content = QWidget()
        content.setLayout(column(self.question, self.bars, row(self.end, None), None, space=tokens.SPACE_S))
        self.heading = Label("", Type.STRONG, wrap=True)
        self.body.addWidget(self.heading)
        self.body.addWidget(scrolled(content), 1)

    def show_tally(self, tally: Tally, now: datetime | None) -> None:
        """Show these numbers; without a question those of whatever came back."""
        before = self.bars.summary
        self.bars.show_lines(tally_lines(tally))
        question = tally.question if now is not None else None
        self._open = question is not None and now is not None and question.open_at(now)
        self.end.setText(self.tr("Close the question now") if self._open else self.tr("Open it again"))
        self.end.setVisible(question is not None)
        self.heading.setText(question_words(question.kind) if question else self.tr("Result"))
        words = question_times(question, now) if question is not None and now is not None else ""
        self.question.setText(words)
        self.question.setVisible(bool(words))
        self.setVisible(bool(tally.asked))
        if before and before != self.bars.summary and self.isVisible():
            announce(self.bars, self.bars.summary)
