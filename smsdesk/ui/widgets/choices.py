"""A check box whose words go on in the next line where the width ends: Qt's own never does."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from smsdesk.ui.design import theme, tokens


class WrappedCheckBox(QCheckBox):
    """Says `words` in as many lines as they need, and as one sentence to a screen reader."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.high(tokens.ROW_HEIGHT) * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        text = "\n".join(self._lines(self._room()))
        if text != self.text():
            self.setText(text)

    def _room(self) -> int:
        """The width that the words have beside the box."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return (
            self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
            - tokens.SPACE_XS
        )

    def _lines(self, width: int) -> list[str]:
        layout = QTextLayout(self._words, self.font())
        layout.setTextOption(QTextOption())
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, theme.high(tokens.ROW_HEIGHT)))
            lines.append(self._words[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return lines
