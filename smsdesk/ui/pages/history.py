"""The history of changes among the people, as a side panel: what, when, by whom, each with its undo."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.untrusted import visible
from smsdesk.services.history import Entry
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import Piece, clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label, Line


class HistoryPanel(Card):
    """`undo_wanted` carries an Entry."""

    undo_wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.setAccessibleName(self.tr("History"))
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.closed)
        self.body.addLayout(row(Label(self.tr("History"), Type.SUBTITLE), None, close))
        self._lines = column(space=tokens.SPACE_S)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.first = close

    def show_entries(self, entries: tuple[Entry, ...], now: datetime) -> None:
        """Show the changes, the newest first."""
        clear(self._lines)
        if not entries:
            told = self.tr("What you change among the people is kept here, and can be undone.")
            self._lines.addWidget(Label(told, muted=True, wrap=True))
        for at, entry in enumerate(entries):
            if at:
                self._lines.addWidget(Line())
            self._lines.addWidget(self._line(entry, now))

    def _line(self, entry: Entry, now: datetime) -> QWidget:
        title = translate(entry.title)
        made = formats.moment(entry.made_at, now)
        if entry.made_by:
            made = self.tr("{when}, by {who}").format(when=made, who=visible(entry.made_by))
        below: list[Piece] = [Label(made, Type.CAPTION, muted=True), None]
        if entry.undone:
            below.append(Chip(Icon.UNDO, self.tr("Undone"), Tone.NEUTRAL))
        elif entry.undoable:
            undo = Button(self.tr("Undo"), look=Look.LINK)
            undo.setAccessibleName(self.tr("Undo “{title}”").format(title=title))
            undo.clicked.connect(lambda: self.undo_wanted.emit(entry))
            below.append(undo)
        line = QWidget()
        line.setLayout(column(Label(title, wrap=True), row(*below), space=0))
        return line
