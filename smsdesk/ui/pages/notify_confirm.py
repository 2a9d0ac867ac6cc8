"""Envoyer: the second question before something is spent, with all its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame

from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button, DeliberateButton, Look
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.text import Label


@dataclass(frozen=True)
class Numbers:
    """What a send will do: its figures in words, the words of the button, when, and how long it takes.

    `times` are its moments (aware), none for now; `seconds` what the modem needs for one of them; `warnings`
    are sentences to be read before one says yes.
    """

    figures: str
    yes: str
    times: Sequence[datetime]
    seconds: int
    warnings: Sequence[str] = ()


class Confirmation(QFrame):
    """Asks in the page and blocks nothing; `confirmed` is the yes, `gone` that the question is away."""

    confirmed = Signal()
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self.question = Label("", Type.STRONG, wrap=True)
        self.numbers = Label("", wrap=True)
        self.numbers.setObjectName("notify_confirm_numbers")
        self.time = Label("", wrap=True, muted=True)
        self.time.setObjectName("notify_confirm_time")
        self._warnings = column(space=tokens.SPACE_XS)
        self._yes = DeliberateButton("", Icon.SEND, Look.PRIMARY)
        self._yes.setObjectName("notify_confirm")
        self._yes.clicked.connect(self._confirm)
        self._no = Button(self.tr("Cancel"))
        self._no.setObjectName("notify_confirm_no")
        self._no.clicked.connect(self.dismiss)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismiss)
        self._hint = Label(
            self.tr("Then you have five seconds to cancel."), Type.CAPTION, muted=True, wrap=True
        )
        stack = column(self.question, self.numbers, self.time, margin=tokens.SPACE_S)
        stack.addLayout(self._warnings)
        stack.addWidget(self._hint)
        stack.addLayout(flow(self._no, self._yes, at_end=True))
        self.setLayout(stack)
        self.hide()

    def ask(self, numbers: Numbers, now: datetime) -> None:
        """Ask with the numbers of what will happen; `now` is the moment of asking."""
        self.question.setText(self._question(numbers.times, now))
        self.numbers.setText(numbers.figures)
        self.time.setText(self._end(numbers, now))
        clear(self._warnings)
        for warning in numbers.warnings:
            self._warnings.addWidget(Banner(warning, Tone.UNCERTAIN))
        self._hint.setVisible(not numbers.times)
        self._yes.setText(numbers.yes)
        self._yes.show_icon(Icon.PLANNING if numbers.times else Icon.SEND)
        self.show()
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self, times: Sequence[datetime], now: datetime) -> str:
        if not times:
            return self.tr("Send now?")
        first = formats.coming(times[0], now)
        if len(times) == 1:
            return self.tr("Plan this send: {moment}?").format(moment=first)
        return self.tr("Plan these sends? The first: {moment}.").format(moment=first)

    def _end(self, numbers: Numbers, now: datetime) -> str:
        end = (numbers.times[0] if numbers.times else now) + timedelta(seconds=numbers.seconds)
        return self.tr("Done at about {moment} ({duration} at the modem's pace).").format(
            moment=formats.moment(end, now), duration=formats.duration(numbers.seconds)
        )

    def dismiss(self) -> None:
        """Take the question away."""
        if not self.isHidden():
            self.gone.emit()
            self.hide()

    def _confirm(self) -> None:
        self.dismiss()
        self.confirmed.emit()
