"""One question of several that are asked one after the other: open with its fields, or closed in one line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import Piece, column, row
from smsdesk.ui.widgets.surfaces import Card, IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label


class _Mark(QWidget):
    """The number of the question, or the tick once it is answered."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._figure = Label(str(number), Type.SUBTITLE)
        self._figure.set_tone(Tone.ACCENT)
        self._tick = IconLabel(Icon.SUCCESS, Tone.DELIVERED)
        self._stack = QStackedLayout(self)
        for face in (self._figure, self._tick):
            self._stack.addWidget(face)
        self.setFixedSize(theme.wide(tokens.ICON_L), theme.wide(tokens.ICON_L))

    def show_done(self, done: bool) -> None:
        self._stack.setCurrentIndex(int(done))


class StepCard(Card):
    """`reopened` when a person wants to change the answer of a closed one."""

    reopened = Signal()

    def __init__(self, number: int, title: str, *pieces: Piece) -> None:
        super().__init__(space=tokens.SPACE_M)
        self.number, self.title = number, title
        self.setAccessibleName(title)
        self._mark = _Mark(number)
        self._answer = ElidedLabel("", muted=True)
        self._change = Button("", None, Look.LINK)
        self._change.setObjectName(f"step_{number}_answer")
        self._change.clicked.connect(self.reopened)
        head = row(self._mark, space=tokens.SPACE_S)
        head.addWidget(Label(title, Type.SUBTITLE, wrap=True), 1)
        head.addWidget(self._answer, 1)
        head.addWidget(self._change)
        self.content = QWidget()
        self.content.setProperty("look", "clear")
        self.content.setLayout(column(*pieces, space=tokens.SPACE_M))
        self.body.addLayout(head)
        self.body.addWidget(self.content)

    @property
    def is_open(self) -> bool:
        """Whether its fields are there."""
        return not self.content.isHidden()

    def show_state(self, *, opened: bool, done: bool, answer: str) -> None:
        """Open or closed, with a tick when it is answered, and the answer in words."""
        self.content.setVisible(opened)
        self._mark.show_done(done)
        self._answer.setText(answer)
        self._answer.setVisible(bool(answer) and not opened)
        self._change.setText(self.tr("Change") if answer else self.tr("Answer"))
        self._change.setAccessibleName(f"{self._change.text()}, {self.title}")
        self._change.setVisible(not opened)
