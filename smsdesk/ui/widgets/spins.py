"""Fields for a number or an hour, typed or turned with the arrow keys; they have no small buttons."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QTimeEdit

from smsdesk.ui.design import tokens


class CountField(QSpinBox):
    """A whole number from `least` to `most`; `none` are the words that stand for `least`."""

    def __init__(self, name: str, most: int, least: int = 1, none: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSpecialValueText(none)
        _finish(self, name)


class HourField(QTimeEdit):
    """An hour of the day; `pattern` as Qt writes times."""

    def __init__(self, name: str, pattern: str = "HH:mm", hour: int = 18) -> None:
        super().__init__(QTime(hour, 0))
        self.setDisplayFormat(pattern)
        _finish(self, name)

    @property
    def chosen(self) -> time:
        """The hour that is shown."""
        return time(self.time().hour(), self.time().minute())


def _finish(field: QAbstractSpinBox, name: str) -> None:
    """Name the text in it too; a style sheet gives that no distance from the border."""
    field.setAccessibleName(name)
    field.lineEdit().setAccessibleName(name)
    field.lineEdit().setTextMargins(tokens.SPACE_S, 0, 0, 0)
