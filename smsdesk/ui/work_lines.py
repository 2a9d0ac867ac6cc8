"""The long work of the window: a line for each, above the status line, once it takes a moment."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from smsdesk.domain.sentences import Sentence
from smsdesk.services.long_work import LongWork
from smsdesk.ui.design import tokens
from smsdesk.ui.i18n import translate
from smsdesk.ui.notices import Notices
from smsdesk.ui.tasks import Going, Tasks
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.work_line import WorkLine

SHOWN_AFTER_MS = 400
"""What ends sooner would only flash up, and move the page."""


class WorkLines(QWidget):
    """Takes no room while nothing goes on; says what was stopped."""

    def __init__(self, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._tasks = tasks
        self._notices = notices
        self._lines: dict[LongWork, WorkLine] = {}
        self._stack = column(space=tokens.SPACE_S)
        # Below: a toast stands a little higher than the status line, and not over the bar.
        self._stack.setContentsMargins(tokens.SPACE_L, tokens.SPACE_S, tokens.SPACE_L, tokens.SPACE_M)
        self.setLayout(self._stack)
        self.hide()
        tasks.began.connect(self._begin)
        tasks.over.connect(self._end)
        tasks.stopped.connect(self._tell_stopped)
        for going in tasks.going:
            self._show(going)

    @property
    def lines(self) -> tuple[WorkLine, ...]:
        """Those that are seen, the oldest first."""
        return tuple(self._lines.values())

    def _begin(self, going: Going) -> None:
        QTimer.singleShot(SHOWN_AFTER_MS, self, partial(self._show, going))

    def _show(self, going: Going) -> None:
        if going not in self._tasks.going:
            return
        work = going.work
        line = self._lines[work] = WorkLine("window_work")
        self._stack.addWidget(line)
        line.begin(going.words, None, lambda: work.done, stop=work)
        self.show()

    def _tell_stopped(self, sentence: Sentence) -> None:
        self._notices.toast(translate(sentence))

    def _end(self, going: Going) -> None:
        line = self._lines.pop(going.work, None)
        if line is not None:
            line.end()
            line.deleteLater()
        self.setVisible(bool(self._lines))
