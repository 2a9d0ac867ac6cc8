"""Réception, while nobody wrote: what families can answer, and where that is prepared."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import EmptyState


class InboxTeaching(QWidget):
    """`navigate` carries the place of the button that was pressed."""

    navigate = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ask = Button(self.tr("Ask a question"), Icon.SEND)
        self.ask.setObjectName("inbox_teaching_ask")
        self.ask.clicked.connect(lambda: self.navigate.emit(Place(Route.NOTIFY)))
        self.choose = Button(self.tr("STOP, keywords, opening hours"), Icon.SETTINGS, Look.QUIET)
        self.choose.setObjectName("inbox_teaching_settings")
        self.choose.clicked.connect(lambda: self.navigate.emit(Place(Route.SETTINGS, "answers")))
        # One below the other: beside one another they have no room in large words.
        below = QWidget()
        below.setLayout(column(row(None, self.ask, None), row(None, self.choose, None), space=tokens.SPACE_S))
        empty = EmptyState(
            Icon.INBOX,
            self.tr("Answers arrive here"),
            self.tr(
                "Ask for an answer in a send, and YES, NO and numbers are counted by themselves. Whoever "
                "writes STOP is set aside as you decide, a keyword gets its text, and everything else waits "
                "here for you, beside what it answers."
            ),
            below,
        )
        self.setLayout(column(empty, margin=0))
