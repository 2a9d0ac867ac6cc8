"""Buttons: one primary a page, secondary, quiet, link, and the segmented filter."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QPushButton, QRadioButton, QSizePolicy, QWidget

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.layout import row


class Look(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DANGER = "danger"
    ALARM = "alarm"
    QUIET = "quiet"
    LINK = "link"


_RING = 2
"""Pixels of the line where the keyboard is."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_INK: dict[Look, Ink | Tone] = {
    Look.PRIMARY: Ink.ON_ACCENT,
    Look.SECONDARY: Ink.TEXT,
    Look.DANGER: Tone.FAILED,
    Look.ALARM: Ink.ON_ALARM,
    Look.QUIET: Ink.MUTED,
    Look.LINK: Ink.ACCENT,
}


class PressButton(QPushButton):
    """A button that Enter presses as Space does, once however long the key is held.

    A key held a little too long must not also press the question that the button opens.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a second line inside the first where the keyboard is on a filled ground (WCAG 2.4.13)."""
        super().paintEvent(event)
        ink = self._ring() if self.hasFocus() else None
        if ink is not None:
            painter = icons.painter(self)
            painter.setPen(QPen(QColor(ink), _RING))
            inset = 1.5 * _RING
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), tokens.RADIUS_M, tokens.RADIUS_M
            )
            painter.end()

    def _ring(self) -> str | None:
        palette = theme.active()
        if self.property("look") == Look.PRIMARY:
            return palette.on_accent
        return palette.on_alarm if self.property("look") == Look.ALARM or self.property("alarm") else None


class LaidOutButton(PressButton):
    """A button whose words and pictures stand in a layout; one clicks through them."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader says for all that stands in it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def setLayout(self, layout: QLayout) -> None:
        """What the button shows."""
        super().setLayout(layout)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Only where words wrap: else a layout around would ask for a height that there is not."""
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1


class Button(PressButton):
    """A button with words, and an icon where one helps."""

    def __init__(self, text: str, icon: Icon | None = None, look: Look = Look.SECONDARY) -> None:
        super().__init__(text)
        self.setProperty("look", str(look))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(
            QSize(theme.wide(tokens.ICON_M) + tokens.SPACE_XS, theme.wide(tokens.ICON_M))
        )  # air beside the words
        self._look = look
        if icon is not None:
            self.show_icon(icon)

    def show_icon(self, icon: Icon) -> None:
        """Show another icon: the button does something else now."""
        self.setIcon(icons.make(icon, _INK[self._look]))


class DeliberateButton(Button):
    """Appears where one has just clicked: the second half of a double click does not press it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Unlike every other button, which takes it for a click."""
        event.accept()


class NameLink(Button):
    """A name that leads to whom it names; where room is short it is cut, and the tool tip has all of it."""

    def __init__(self, name: str) -> None:
        super().__init__(_plain(name), look=Look.LINK)
        self._full = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the whole name, however little of it is shown now."""
        hint, font = super().sizeHint(), self.fontMetrics()
        hidden = font.horizontalAdvance(_plain(self._full)) - font.horizontalAdvance(self.text())
        return QSize(hint.width() + hidden, hint.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters and the ellipsis."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), tokens.SPACE_XXL), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * (tokens.SPACE_XS + 1)
        shown = _plain(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room))
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain_tip(self._full) if shown != _plain(self._full) else "")


class Choice(QRadioButton):
    """One of several values; a long one is cut with an ellipsis, and the tool tip has all of it."""

    def __init__(self, value: str, name: str) -> None:
        super().__init__()
        self._value = value
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(value))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme.wide(tokens.ICON_M) - tokens.SPACE_S
        self.setText(_plain(self.fontMetrics().elidedText(self._value, Qt.TextElideMode.ElideRight, room)))


def _plain(text: str) -> str:
    """A text whose ampersands are letters, not keys."""
    return text.replace("&", "&&")


class IconButton(PressButton):
    """A button that is only an icon: its name is read aloud and shown as a tool tip."""

    def __init__(self, icon: Icon, name: str) -> None:
        super().__init__()
        self.setProperty("look", "quiet")
        self.setIcon(icons.make(icon, Ink.MUTED))
        self.setIconSize(QSize(theme.wide(tokens.ICON_M), theme.wide(tokens.ICON_M)))
        self.setFixedWidth(theme.high(tokens.CONTROL_HEIGHT))
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))


class Segments(QWidget):
    """Filter buttons of which one is chosen; `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, *, look: str = "segment") -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.setAccessibleName(name)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        line = row(space={"tab": 0, "dense": tokens.SPACE_XS}.get(look, tokens.SPACE_S))
        for key, text in choices:
            button = self._buttons[key] = PressButton(text)
            button.setProperty("look", look)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self.setLayout(line)
        if choices:
            self.choose(choices[0][0])

    def choose(self, key: str) -> None:
        """Mark one as chosen, without telling."""
        self._buttons[key].setChecked(True)

    @property
    def current(self) -> str:
        """The key of the chosen one."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def button(self, key: str) -> QPushButton:
        """The button of one."""
        return self._buttons[key]

    def set_text(self, key: str, text: str) -> None:
        """Change the words of one, usually for its count."""
        self._buttons[key].setText(text)
