"""Speech bubbles: an SMS as a phone shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import Label

_MAX_WIDTH = 420
"""About sixty characters, what is read without losing the line."""

_FILLS = 1000
"""Beside a stretch of 1: all the room up to its greatest width."""

_PAD = tokens.SPACE_S + tokens.SPACE_XS


class Bubble(QWidget):
    """One message: on the right and in the accent colour when the desk sent it, else on the left.

    `text` may come from outside: it is made visible first and never read as HTML.
    """

    def __init__(self, text: str, *, outgoing: bool, caption: str = "") -> None:
        super().__init__()
        self._words = Label(visible(text), wrap=True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        frame = QFrame()
        frame.setProperty("look", "bubble")
        frame.setProperty("side", "out" if outgoing else "in")
        inside = column(self._words)
        inside.setContentsMargins(_PAD, tokens.SPACE_S, _PAD, tokens.SPACE_S)
        frame.setLayout(inside)
        self._frame = frame
        self._hug()
        self.caption = Label(caption, Type.CAPTION, muted=True)
        if not caption:
            self.caption.hide()
        align = Qt.AlignmentFlag.AlignRight if outgoing else Qt.AlignmentFlag.AlignLeft
        stack = column(space=tokens.SPACE_XS)
        side = row(space=0)  # a caption may be wider: the bubble stays on its side
        side.addWidget(frame, _FILLS)
        side.insertStretch(0 if outgoing else 1, 1)
        stack.addLayout(side)
        stack.addWidget(self.caption, 0, align)
        line = row(space=0)
        line.addLayout(stack, 4)
        line.insertStretch(0 if outgoing else 1, 1)
        self.setLayout(line)
        self.setAccessibleName(self._words.text())

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._words.setText(visible(text))
        self._hug()
        self.setAccessibleName(self._words.text())

    def _hug(self) -> None:
        """Be no wider than the longest line needs."""
        metrics = self._words.fontMetrics()
        longest = max(metrics.horizontalAdvance(line) for line in self._words.text().split("\n"))
        self._frame.setMaximumWidth(min(theme.wide(_MAX_WIDTH), longest + 2 * _PAD + tokens.SPACE_S))

    @property
    def text(self) -> str:
        """What is shown."""
        return self._words.text()
