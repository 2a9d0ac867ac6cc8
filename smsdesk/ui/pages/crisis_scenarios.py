"""The alert, first question: what happens? Every scenario as a large choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from smsdesk.domain.crisis import Scenario
from smsdesk.ui.crisis_words import scenario_words
from smsdesk.ui.design import tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.widgets.taskbuttons import TaskButton

_CHOICE_WIDTH = 264
"""Pixels that name and hint of a scenario need beside its icon."""


class ScenarioGrid(QWidget):
    """The choices, as many beside one another as there is room for; `chosen` carries the Scenario."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("crisis_scenario")
        self.setAccessibleName(self.tr("What happens?"))
        self._buttons = [self._button(scenario) for scenario in Scenario]
        self.first = self._buttons[0]
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(tokens.SPACE_S)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self._place(3)

    def _button(self, scenario: Scenario) -> TaskButton:
        words = scenario_words(scenario)
        button = TaskButton(words.icon, words.name, words.hint, Tone.FAILED)
        button.setObjectName(f"crisis_scenario_{scenario}")
        button.clicked.connect(lambda: self.chosen.emit(scenario))
        button.installEventFilter(self)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(max(1, min(3, self.width() // _CHOICE_WIDTH)))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from one choice to the next, as they stand."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }.get(Qt.Key(event.key()))
        here = next((at for at, button in enumerate(self._buttons) if button is watched), None)
        if step is None or here is None:
            return super().eventFilter(watched, event)
        if 0 <= here + step < len(self._buttons):
            self._buttons[here + step].setFocus(Qt.FocusReason.OtherFocusReason)
        return True
