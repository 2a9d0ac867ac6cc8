"""One pattern for every error: a toast says it; its details tell what it means, what to do, what to copy."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from smsdesk.domain.errors import DeskError
from smsdesk.domain.sentences import Sentence
from smsdesk.services.defects import Defect, versions
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.notices import Notices
from smsdesk.ui.tasks import UNEXPECTED
from smsdesk.ui.trouble_words import Told, told
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label, breakable

QUIET_S = 5.0
"""A defect that comes again within that time is the same event for a person: one toast, not a flood."""


class Troubles(QObject):
    """Answers a toast's "Details", and tells of defects; `help_wanted` carries a Topic."""

    help_wanted = Signal(object)
    _arisen = Signal(object)

    def __init__(
        self,
        window: QWidget,
        notices: Notices,
        kind_of: Callable[[Sentence], type[DeskError] | None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._kind_of = kind_of
        self._monotonic = monotonic
        self._last: Defect | None = None
        self._told_at: dict[str, float] = {}
        self._arisen.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def arise(self, defect: Defect) -> None:
        """A defect was logged, on whatever thread: it is told in the window's turn."""
        self._arisen.emit(defect)

    def _tell(self, defect: Defect) -> None:
        """What a person did is answered each time; what fails by itself again and again is told once."""
        self._last = defect
        before, now = self._told_at.get(defect.signature), self._monotonic()
        if before is not None and (not defect.in_window or now - before < QUIET_S):
            return
        self._told_at[defect.signature] = now
        self._notices.error(UNEXPECTED)

    def show(self, sentence: Sentence) -> None:
        """The details of an error that a toast told."""
        defect = self._last if sentence == UNEXPECTED else None
        what = told(sentence, self._kind_of(sentence))
        dialog = TroubleDialog(self._window, what, details(sentence, defect), defect)
        dialog.help_wanted.connect(self.help_wanted)
        dialog.open()


def details(sentence: Sentence, defect: Defect | None = None) -> str:
    """What helps whoever looks after the program: versions, the sentence's key, ids. Nobody's data."""
    ids = [f"{name}={value}" for name, value in sentence.values.items() if type(value) is int]
    lines = [f"{versions()} · Qt {qVersion()}", sentence.template, *ids]
    if defect is not None:
        lines.append(f"{defect.kind} · {defect.place} · {defect.signature}")
    return "\n".join(lines)


class TroubleDialog(QDialog):
    """What happened, what it means, what to do; `help_wanted` carries the Topic on it."""

    help_wanted = Signal(object)

    def __init__(self, parent: QWidget, what: Told, copied: str, defect: Defect | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What happened"))
        give_help(self, what.topic or Topic())
        self.setMinimumWidth(theme.wide(tokens.PANE_WIDTH + tokens.SPACE_XXL * 5))
        self._copied = copied
        words = column(Label(what.happened, Type.STRONG, wrap=True), space=tokens.SPACE_M)
        report = str(defect.report) if defect is not None and defect.report is not None else ""
        for heading, text in (
            (self.tr("What it means"), what.means),
            (self.tr("What to do"), what.todo),
            (self.tr("Report"), breakable(report)),
        ):
            if text:
                words.addLayout(self._part(heading, text))
        line = row(space=tokens.SPACE_M)
        line.addWidget(IconLabel(Icon.WARNING, Tone.FAILED, tokens.ICON_L), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setAccessibleDescription(" ".join(filter(None, (what.happened, what.means, what.todo))))
        stack = column(space=tokens.SPACE_L, margin=tokens.SPACE_L)
        stack.addLayout(line)
        stack.addLayout(flow(*reversed(self._buttons(what.topic)), at_end=True))
        stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # it is that of narrow, high words
        self.setLayout(stack)
        self._close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self.resize(self.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the words are at this width, no more and no less."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def _part(self, heading: str, text: str) -> QVBoxLayout:
        words = Label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return column(Label(heading, Type.CAPTION, muted=True), words, space=0)

    def _buttons(self, topic: Topic | None) -> list[Button]:
        close = Button(self.tr("Close"), None, Look.PRIMARY)
        close.setObjectName("trouble_close")
        close.clicked.connect(self.accept)
        self._copy = Button(self.tr("Copy the details"), Icon.COPY)
        self._copy.setObjectName("trouble_copy")
        self._copy.clicked.connect(self._copy_details)
        buttons = [close, self._copy]
        if topic is not None:
            helping = Button(self.tr("Help on this"), Icon.HELP)
            helping.setObjectName("trouble_help")
            helping.clicked.connect(lambda: self._help(topic))
            buttons.append(helping)
        self._close = close
        return buttons

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self._copy.show_icon(Icon.SENT)
        self._copy.setText(self.tr("Copied"))

    def _help(self, topic: Topic) -> None:
        self.accept()
        self.help_wanted.emit(topic)
