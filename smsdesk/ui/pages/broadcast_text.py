"""The text of a broadcast, as written and as the first person reads it; how it was sent, who is left out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.outgoing import Priority
from smsdesk.domain.second_guardian import Rule, Told
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.people_words import purpose_word
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.states import state_look
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

_SHOWN = 100
"""More than this nobody reads through."""


class TextPane(QWidget):
    """Shown anew only when something in it changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._shown: object = None
        self._text = column(space=tokens.SPACE_S)
        self._side = column(space=tokens.SPACE_M)
        content = QWidget()
        both = row(space=tokens.SPACE_L)
        for layout in (self._text, self._side):
            stack = column(layout, None, space=0)
            both.addLayout(stack, 1)
        content.setLayout(both)
        area = scrolled(content)
        self.setLayout(column(area, space=0))

    def show_detail(self, detail: BroadcastDetail, rule: Rule | None) -> None:
        """Show the text and how it was sent."""
        summary = detail.summary
        now = (
            summary.id,
            summary.body,
            summary.first_text,
            detail.left_out,
            rule,
            tuple(self._options(summary)),
        )
        if now == self._shown:
            return
        self._shown = now
        self._show_text(summary)
        clear(self._side)
        self._side.addWidget(self._lines(self.tr("How it was sent"), list(self._options(summary))))
        if rule is not None and rule.told:
            told = [(visible_line(each.name), self._told_words(each)) for each in rule.told]
            self._side.addWidget(self._lines(self.tr("Second guardians"), told))
        if detail.left_out:
            self._side.addWidget(
                self._lines(self.tr("Left out"), [_left_out(each) for each in detail.left_out])
            )

    def _show_text(self, summary: BroadcastSummary) -> None:
        """The text as the first recipient gets it and, where that is not the same, as it was written."""
        clear(self._text)
        first = summary.first_text or summary.body
        self._text.addWidget(Bubble(first, outgoing=True, caption=self.tr("As the first person reads it")))
        if summary.body != first:
            self._text.addWidget(Bubble(summary.body, outgoing=True, caption=self.tr("As it was written")))

    def _told_words(self, told: Told) -> str:
        if told.reason is not None:
            return translate(told.reason)
        state = state_look(told.state).text if told.state is not None else ""
        return " · ".join(filter(None, (formats.phone(told.e164), formats.moment(told.at), state)))

    def _options(self, summary: BroadcastSummary) -> Iterator[tuple[str, str]]:
        yield self.tr("Kind"), purpose_word(summary.purpose)
        if summary.priority <= Priority.URGENT:
            yield self.tr("Priority"), self.tr("before everything else that waits")
        yield self.tr("Made"), formats.moment(summary.created_at)
        if summary.author:
            yield self.tr("By"), visible_line(summary.author)
        if summary.not_before is not None:
            yield self.tr("Not before"), formats.moment(summary.not_before)
        if summary.expires_at is not None:
            yield self.tr("Useless after"), formats.moment(summary.expires_at)

    def _lines(self, title: str, lines: list[tuple[str, str]]) -> Card:
        """A card of pairs: what, and what it is."""
        card = Card(Label(title, Type.STRONG), space=tokens.SPACE_S)
        for name, words in lines[:_SHOWN]:
            card.body.addLayout(
                column(Label(name, wrap=True), Label(words, Type.CAPTION, muted=True, wrap=True), space=0)
            )
        if len(lines) > _SHOWN:
            card.body.addWidget(Label(self.tr("and %n more", "", len(lines) - _SHOWN), muted=True))
        return card


def _left_out(person: LeftOut) -> tuple[str, str]:
    return visible(person.name), translate(person.reason)
