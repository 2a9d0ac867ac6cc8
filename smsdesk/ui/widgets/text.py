"""Labels in the steps of the type scale, and the thin line between things."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tips import plain_tip

_SIGN = re.compile("[@._]")


class Label(QLabel):
    """Plain text in one step of the type scale; what comes from outside is never read as HTML."""

    def __init__(
        self, text: str = "", type_: Type = Type.BODY, *, muted: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)  # with padding in the style sheet Qt would indent by half an x
        self.setProperty("type", type_.name.lower())
        self.setProperty("muted", muted)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """One line: where it wraps, its height follows from its width, not from its longest word."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(tokens.SPACE_XXL, self.fontMetrics().lineSpacing())

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the text by what it means; None is the ordinary colour."""
        self.setProperty("tone", str(tone) if tone else "")
        restyle(self)


class ElidedLabel(Label):
    """One line that is cut with an ellipsis where room is short; the whole text is in the tool tip."""

    def __init__(self, text: str = "", type_: Type = Type.BODY, *, muted: bool = False) -> None:
        super().__init__("", type_, muted=muted)
        self._full = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)
        self._elide()

    def setText(self, text: str) -> None:
        """Show another text."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self._elide()

    def resizeEvent(self, event: object) -> None:
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setToolTip(plain_tip(self._full) if shown != self._full else "")


class Line(QFrame):
    """A hairline between two parts of a surface."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "line")


def breakable(text: str) -> str:
    """An address that may go on in the next line after its signs, since it has no spaces."""
    return _SIGN.sub("\\g<0>\u200b", text)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say what has just come, wherever the keyboard is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def restyle(widget: QWidget) -> None:
    """Read the style sheet again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
