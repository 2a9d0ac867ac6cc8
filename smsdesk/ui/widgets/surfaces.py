"""Surfaces: card, section header, empty state and banner."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import LaidOutButton
from smsdesk.ui.widgets.layout import Piece, column, row
from smsdesk.ui.widgets.text import Label, announce, restyle


class IconLabel(QLabel):
    """An icon standing in a layout, for the eye only: the words beside it say the same."""

    def __init__(self, icon: Icon, ink: Ink | Tone = Ink.MUTED, size: int = tokens.ICON_M) -> None:
        super().__init__()
        self._icon, self._ink = icon, ink
        side = theme.wide(size)
        self.setFixedSize(side, side)

    def show_icon(self, icon: Icon, ink: Ink | Tone) -> None:
        """Show another icon."""
        self._icon, self._ink = icon, ink
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = icons.painter(self)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        icons.make(self._icon, self._ink).paint(painter, self.rect(), mode=mode)
        painter.end()


class Card(QFrame):
    """A white surface with a border, holding pieces in a column."""

    def __init__(self, *pieces: Piece, space: int = tokens.SPACE_S, margin: int = tokens.SPACE_M) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.body: QVBoxLayout = column(*pieces, space=space, margin=margin)
        self.setLayout(self.body)


class ClickableCard(LaidOutButton):
    """A card that opens something: by click, Enter or Space."""

    activated = Signal()

    def __init__(self, name: str, *pieces: Piece, space: int = tokens.SPACE_S) -> None:
        super().__init__(name)
        self.setProperty("look", "card")
        self.body: QVBoxLayout = column(*pieces, space=space, margin=tokens.SPACE_M)
        self.setLayout(self.body)
        self.clicked.connect(lambda _checked=False: self.activated.emit())


class SectionHeader(QWidget):
    """A heading over a part of a page, with actions on its right."""

    def __init__(self, text: str, *actions: QWidget) -> None:
        super().__init__()
        self.label = Label(text, Type.SUBTITLE)
        self.setLayout(row(self.label, None, *actions))


_WIDE = 20
"""The share of the width that a text takes beside the air (1) on each side, up to its own maximum."""


class EmptyState(QWidget):
    """What a place says when there is nothing in it: what it is for, and what to do next."""

    def __init__(self, icon: Icon, title: str, text: str, *actions: QWidget) -> None:
        super().__init__()
        heading = Label(title, Type.SUBTITLE)
        body = Label(text, muted=True, wrap=True)
        body.setMaximumWidth(theme.wide(tokens.PANE_WIDTH + tokens.SPACE_XXL * 2))
        for label in (heading, body):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        wide = row(None, space=0)
        wide.addWidget(body, _WIDE)
        wide.addStretch(1)
        picture = IconLabel(icon, Ink.MUTED, tokens.ICON_XL)
        middle: list[Piece] = [_centred(picture), _centred(heading), wide]
        if actions:
            middle += [tokens.SPACE_S, row(None, *actions, None)]
        self.setLayout(column(None, *middle, None, space=tokens.SPACE_S, margin=tokens.SPACE_L))


def _centred(widget: QWidget) -> QHBoxLayout:
    return row(None, widget, None)


_BANNER_ICONS = {
    Tone.ACCENT: Icon.INFORMATION,
    Tone.NEUTRAL: Icon.INFORMATION,
    Tone.DELIVERED: Icon.SUCCESS,
    Tone.SENT: Icon.INFORMATION,
    Tone.WAITING: Icon.CLOCK,
    Tone.UNCERTAIN: Icon.WARNING,
    Tone.FAILED: Icon.FAILED,
}


class Banner(QFrame):
    """One sentence across the top of a place, with at most a few actions."""

    def __init__(self, text: str = "", tone: Tone = Tone.ACCENT, *actions: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.icon = IconLabel(_BANNER_ICONS[tone], tone)
        self.label = Label(text, wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row(self.icon, space=tokens.SPACE_S)
        line.addWidget(self.label, 1)
        for action in actions:
            line.addWidget(action)
        line.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show a sentence; an empty one hides the banner."""
        before = self.label.text() if not self.isHidden() else ""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.icon.show_icon(_BANNER_ICONS[tone], tone)
        for part in (self, self.label):
            part.setProperty("tone", str(tone))
            restyle(part)
        if self.parentWidget() is not None or not text:  # alone it would become a window
            self.setVisible(bool(text))
        if text and text != before and self.isVisible():
            announce(self, text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(0, theme.high(tokens.CONTROL_HEIGHT_LARGE)))
