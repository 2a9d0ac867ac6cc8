"""Fields: search that waits for the typing to pause, the picker, the moment, a labelled field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.undoing import REDO_KEYS
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.text import Label

translate = QCoreApplication.translate

_TYPING_PAUSE_MS = 150
"""Long enough to let a word be typed, short enough to feel at once."""


class SearchField(QLineEdit):
    """A field to search with; `searched` carries the text once the typing pauses.

    Where an answer takes less than a frame, `pause_ms` 0 gives one for each key.
    """

    searched = Signal(str)

    def __init__(self, name: str, pause_ms: int = _TYPING_PAUSE_MS) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setTextMargins(theme.wide(tokens.ICON_S) + tokens.SPACE_S, 0, 0, 0)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(button.text() or translate("widgets", "Clear"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(self._restart)
        self.returnPressed.connect(self._at_once)

    def event(self, event: QEvent) -> bool:
        """A field in which nothing was typed leaves Ctrl+Z and its kin to the page."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        return undo or (keys in REDO_KEYS and not self.isRedoAvailable())

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the glass before the words, as large as they are."""
        super().paintEvent(event)
        side = theme.wide(tokens.ICON_S)
        painter = icons.painter(self)
        ink = theme.active().muted if self.isEnabled() else theme.active().disabled
        place = QRectF(tokens.SPACE_S + tokens.SPACE_XS, (self.height() - side) / 2, side, side)
        icons.paint(painter, place, Icon.SEARCH, QColor(ink))
        painter.end()

    def _restart(self) -> None:
        self._pause.start()

    def _at_once(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())


class Picker(QComboBox):
    """A choice out of a list, with the program's own arrow."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    @property
    def shown(self) -> str:
        """The words of the choice, cut with an ellipsis where room is short."""
        icon = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + tokens.SPACE_XS
        room = self.width() - 2 * tokens.SPACE_S - theme.wide(tokens.ICON_S) - tokens.SPACE_XS - icon
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        _paint_arrow(self)


def _paint_arrow(field: QWidget) -> None:
    """The arrow of a field that opens a list or a calendar."""
    painter = icons.painter(field)
    side = theme.wide(tokens.ICON_S)
    left = field.width() - side - tokens.SPACE_S
    palette = theme.active()
    color = QColor(palette.muted if field.isEnabled() else palette.disabled)
    icons.paint(painter, QRectF(left, (field.height() - side) / 2, side, side), Icon.DOWN, color)
    painter.end()


class MomentField(QDateTimeEdit):
    """A day with a calendar, and a time."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd dd/MM/yyyy HH:mm")
        self.lineEdit().setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)


class DayField(QDateEdit):
    """A day with a calendar."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd/MM/yyyy")
        self.lineEdit().setAccessibleName(name)

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrow(self)


class Labelled(QWidget):
    """A field under its name, with a hint below it where one helps."""

    def __init__(self, name: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.label = Label(name, Type.STRONG, wrap=True)
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        pieces: list[QWidget] = [self.label, field]
        if hint:
            pieces.append(Label(hint, Type.CAPTION, muted=True, wrap=True))
        self.setLayout(column(*pieces, space=tokens.SPACE_XS))
