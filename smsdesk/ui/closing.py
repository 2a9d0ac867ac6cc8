"""The question before the window is closed while something waits or is planned: what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.domain.schedule import EntryKind, EntryState
from smsdesk.services.bundle import Services
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.help_topics import STATION
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import FlowLayout, flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label

SOON = timedelta(hours=24)
"""What is planned later is for another working day, on which the program is opened again."""


@dataclass(frozen=True)
class LeftBehind:
    """What closing leaves: SMS not sent yet, sends planned within a day, and when the first of them is.

    `at_work` says what long work would be stopped.
    """

    waiting: int = 0
    planned: int = 0
    next_at: datetime | None = None
    at_work: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is something to ask about."""
        return bool(self.waiting or self.planned or self.at_work)


def left_behind(services: Services, now: datetime) -> LeftBehind:
    """Look what closing now would leave."""
    queue = services.station.queue()
    coming = [
        each
        for each in services.schedule.entries(now, now + SOON)
        if each.state is EntryState.PLANNED and each.kind is not EntryKind.QUEUED
    ]
    return LeftBehind(queue.waiting + queue.in_flight, len(coming), coming[0].at if coming else None)


class ClosingQuestion(QDialog):
    """Stays open until it is answered; `close_wanted` and `minimise_wanted` are two of the answers."""

    close_wanted = Signal()
    minimise_wanted = Signal()

    def __init__(self, parent: QWidget, left: LeftBehind, now: datetime) -> None:
        super().__init__(parent)
        self.setObjectName("closing_question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Close SMS desk?"))
        give_help(self, STATION)
        width = theme.wide(tokens.PANE_WIDTH + tokens.SPACE_XXL * 5)
        self.setMinimumWidth(width)
        words = Label(self._facts(left, now), Type.STRONG, wrap=True)
        words.setObjectName("closing_facts")
        self.setAccessibleDescription(words.text())
        told = Label(self._consequences(left), wrap=True)
        told.setObjectName("closing_consequences")
        line = row(space=tokens.SPACE_M)
        line.addWidget(IconLabel(Icon.WARNING, Tone.UNCERTAIN, tokens.ICON_L), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(words, told), 1)
        stack = column(space=tokens.SPACE_L, margin=tokens.SPACE_L)
        stack.addLayout(line)
        stack.addLayout(self._buttons())
        self.setLayout(stack)
        self.resize(width, stack.heightForWidth(width))
        self._stay.setFocus()

    def _buttons(self) -> FlowLayout:
        stay = Button(self.tr("Stay open"), None, Look.PRIMARY)
        stay.setObjectName("closing_stay")
        stay.clicked.connect(self.reject)
        small = Button(self.tr("Minimise"), Icon.DOWN)
        small.setObjectName("closing_minimise")
        small.clicked.connect(self._minimise)
        close = Button(self.tr("Close all the same"), None, Look.DANGER)
        close.setObjectName("closing_close")
        close.clicked.connect(self._close)
        self._stay = stay
        return flow(close, small, stay, at_end=True)

    def _facts(self, left: LeftBehind, now: datetime) -> str:
        words = list(left.at_work)
        if left.waiting:
            words.append(self.tr("%n SMS wait to leave.", "", left.waiting))
        if left.planned and left.next_at is not None:
            planned = self.tr("%n sends are planned within a day; the next one: {moment}.", "", left.planned)
            words.append(planned.format(moment=formats.moment(left.next_at, now)))
        return " ".join(words)

    def _consequences(self, left: LeftBehind) -> str:
        words = []
        if left.at_work:
            words.append(self.tr("What is going on would be stopped: everything would be as before."))
        if left.waiting:
            words.append(self.tr("Nothing is lost: what waits goes on when the program is opened again."))
        if left.planned:
            words.append(
                self.tr("What is planned leaves only while the program is open. If its hour passes"
                        " meanwhile, you are asked, unless you chose otherwise when you planned it.")
            )  # fmt: skip
        if left.waiting or left.planned:
            words.append(self.tr("Minimised, the program goes on sending."))
        return " ".join(words)

    def _minimise(self) -> None:
        self.accept()
        self.minimise_wanted.emit()

    def _close(self) -> None:
        self.accept()
        self.close_wanted.emit()
