"""Réglages, this program: into the sample world, to try something or to show it to somebody."""

from __future__ import annotations

from collections.abc import Callable

from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.surfaces import Card, SectionHeader
from smsdesk.ui.widgets.text import Label


class TrialCard(Card):
    """The way in; hidden where there is none, as inside the sample world."""

    def __init__(self, try_out: Callable[[], None] | None) -> None:
        super().__init__(SectionHeader(self.tr("Try without risk")), space=tokens.SPACE_M)
        words = self.tr(
            "A sample school opens with a modem that only pretends: nobody receives anything, and your own "
            "people stay as they are."
        )
        self.button = Button(self.tr("Try without a modem"), Icon.PLAY)
        self.button.setObjectName("settings_try")
        self.body.addWidget(Label(words, muted=True, wrap=True))
        self.body.addLayout(row(self.button, None))
        if try_out is None:
            self.hide()
        else:
            self.button.clicked.connect(try_out)
