"""A long page in sections: their names on the left (above where the window is narrow), one of them shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QStackedWidget, QWidget

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.widgets.buttons import PressButton
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import row

NARROW_BELOW = 840
"""Pixels: with the names beside them, fields in two columns would be cut below that."""


class Sections(QWidget):
    """Shows one section at a time; `chosen` carries the key of the one that a person turned to.

    The names are one group: the arrows go from name to name, Tab goes into the section that is shown.
    """

    chosen = Signal(str)

    def __init__(self, name: str, entries: Sequence[tuple[str, Icon, str, QWidget]]) -> None:
        """`entries`: key, icon, word and content of each."""
        super().__init__()
        self.setProperty("look", "clear")
        self._keys = [key for key, _icon, _word, _content in entries]
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, PressButton] = {}
        for key, icon, word, content in entries:
            self.buttons[key] = self._button(key, icon, word)
            self._stack.addWidget(content)
        self._names = QWidget()
        self._names.setAccessibleName(name)
        self._names.setLayout(flow(*self.buttons.values(), space=tokens.SPACE_XS))
        self._line = row(self._names, space=tokens.SPACE_L)
        self._line.addWidget(self._stack, 1)
        self.setLayout(self._line)
        self._arrange()
        self.show_section(self._keys[0])

    def _button(self, key: str, icon: Icon, word: str) -> PressButton:
        button = PressButton(word)
        button.setObjectName(f"section_{key}")
        button.setProperty("look", "nav")
        button.setCheckable(True)
        button.setIcon(icons.make(icon, Ink.MUTED, Tone.ACCENT))
        button.setIconSize(QSize(theme.wide(tokens.ICON_M) + tokens.SPACE_XS, theme.wide(tokens.ICON_M)))
        button.clicked.connect(lambda _checked=False: self._choose(key))
        self._group.addButton(button)
        return button

    @property
    def current(self) -> str:
        """The key of the section that is shown."""
        return self._keys[self._stack.currentIndex()]

    def show_section(self, key: str) -> None:
        """Show a section, without telling; one that is not known changes nothing."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)
            self._stack.setCurrentIndex(self._keys.index(key))

    def _choose(self, key: str) -> None:
        self.show_section(key)
        self.chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme.wide(NARROW_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
        self._line.setSpacing(tokens.SPACE_S if narrow else tokens.SPACE_L)
        width = max(button.sizeHint().width() for button in self.buttons.values())
        for button in self.buttons.values():
            button.setMinimumWidth(0 if narrow else width)
        policy = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Fixed
        self._names.setMinimumWidth(0 if narrow else width)
        self._names.setMaximumWidth(self.width() if narrow else width)
        self._names.setSizePolicy(
            policy, QSizePolicy.Policy.Minimum if narrow else QSizePolicy.Policy.Preferred
        )
