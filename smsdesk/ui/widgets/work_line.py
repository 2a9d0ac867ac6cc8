"""Long work on a page: what is going on, how far it is, how long it takes, and the way to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from smsdesk.services.long_work import Stop
from smsdesk.ui import formats
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import Label, announce

_LOOK_MS = 200
_STEPS = 1000
_TOLD_FROM = 0.1
"""Before a tenth is done nobody knows how long the rest takes."""


class WorkLine(QWidget):
    """Hidden while nothing goes on; the button that began it waits meanwhile, and has the keyboard after."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = Label(muted=True, wrap=True)
        self._bar = QProgressBar()
        self._bar.setProperty("look", "wide")
        self._bar.setTextVisible(False)
        self.cancel = Button(self.tr("Cancel"), Icon.CLOSE)
        self.cancel.setObjectName(f"{name}_cancel")
        self.cancel.clicked.connect(self._cancel)
        line = row(space=tokens.SPACE_M)
        line.addLayout(column(self._words, self._bar, space=tokens.SPACE_S), 1)
        line.addWidget(self.cancel)
        self.setLayout(line)
        self._stop = Stop()
        self._started = 0.0
        self._said = ""
        self._waiting: QWidget | None = None
        self._had_keyboard = False
        self._progress: Callable[[], float] = lambda: 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.hide()

    def begin(
        self,
        words: str,
        button: QWidget | None,
        progress: Callable[[], float] | None = None,
        *,
        stop: Stop | None = None,
    ) -> Stop:
        """Something begins; what is given back ends it, `stop` where there is one already.

        `progress` tells from 0, where nothing is known, to 1 how far it is. `button` is the one that began
        it, where one did.
        """
        self._stop, self._said, self._waiting = stop or Stop(), words, button
        self._had_keyboard = button is not None and button.hasFocus()
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()
        announce(self, words)
        if self._had_keyboard:
            self.cancel.setFocus()
        if button is not None:
            button.setEnabled(False)
        if progress is not None:
            self._progress, self._started = progress, time.monotonic()
            self._timer.start()
        return self._stop

    def end(self) -> None:
        """It has ended."""
        self._timer.stop()
        mine = self._had_keyboard and keyboard_at(self) in (None, self.cancel)
        if self._waiting is not None:
            self._waiting.setEnabled(True)
            if mine:
                self._waiting.setFocus()
        self.hide()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._stop.stop()

    def _look(self) -> None:
        done = self._progress()
        if not done:
            return
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(done * _STEPS))
        if done >= _TOLD_FROM:
            spent = time.monotonic() - self._started
            left = formats.duration(round(spent * (1 - done) / done))
            self._words.setText(self.tr("{what} Time left: {time}.").format(what=self._said, time=left))
