"""The imports that were made, each with the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.clock import Clock
from smsdesk.domain.import_plan import PastImport
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.text import ElidedLabel, Label

SHOWN = 10
"""Older imports are found among all changes, in the history."""
_SEEN = 3
"""Without scrolling: the place belongs to the next import."""


class PastImports(QWidget):
    """The last imports; `undone` carries the one to take back."""

    undone = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._lines = column(space=tokens.SPACE_S)
        inside = QWidget()
        inside.setLayout(column(self._lines, None))
        layout = column(Label(self.tr("Last imports"), Type.SUBTITLE), space=tokens.SPACE_S)
        layout.addWidget(scrolled(inside), 1)
        self.setLayout(layout)
        self.hide()

    def show_imports(self, imports: tuple[PastImport, ...]) -> None:
        """Show them, newest first; without any there is nothing to see."""
        clear(self._lines)
        for past in imports:
            self._lines.addWidget(self._line(past))
        self.setFixedHeight(
            tokens.SPACE_XL + min(len(imports), _SEEN) * theme.high(tokens.ROW_HEIGHT_TWO_LINES)
        )
        self.setVisible(bool(imports))

    def _line(self, past: PastImport) -> QWidget:
        file = visible(past.file)
        words = column(
            ElidedLabel(file, Type.STRONG), ElidedLabel(self._told(past), Type.CAPTION, muted=True), space=0
        )
        line = row(space=tokens.SPACE_M)
        line.addLayout(words, 1)
        if past.undone:
            line.addWidget(Chip(Icon.UNDO, self.tr("Undone"), Tone.NEUTRAL))
        elif past.change_set_id is not None:
            line.addWidget(self._undo(past, file))
        around = QWidget()
        around.setLayout(line)
        return around

    def _undo(self, past: PastImport, file: str) -> Button:
        undo = Button(self.tr("Undo this import"), Icon.UNDO, Look.QUIET)
        undo.setObjectName(f"import_undo_{past.id}")
        undo.setAccessibleName(self.tr("Undo the import of {file}").format(file=file))
        undo.clicked.connect(lambda: self.undone.emit(past))
        return undo

    def _told(self, past: PastImport) -> str:
        when = formats.moment(past.made_at, self._clock())
        added = self.tr("%n people added", "", past.new) if past.new else ""
        changed = self.tr("%n changed", "", past.changed) if past.changed else ""
        nothing = "" if past.new or past.changed else self.tr("nothing new")
        return " · ".join(filter(None, (when, added, changed, nothing, visible(past.made_by))))
