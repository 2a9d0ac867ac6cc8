"""What came back: how many said what, each answer as it was understood, and who has not answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from smsdesk.domain.answer_views import AnswerRow, Candidate, Silent, Tally
from smsdesk.services.bundle import Services
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.answers import (
    ANSWERS_PAGE,
    LOOK_ROLE,
    AnswerColumn,
    AnswersModel,
    SilentColumn,
    SilentModel,
)
from smsdesk.ui.pages.broadcast_reading import ReadingBar
from smsdesk.ui.pages.broadcast_tally import TallyCard
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.state_column import ChipDelegate
from smsdesk.ui.widgets.surfaces import EmptyState
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label

_TIME_SHOWN_FROM = 940
"""Under this width in pixels, the answers need the room of the time."""

_ANSWERED, _SILENT = "answered", "silent"


@dataclass(frozen=True)
class AnswersRead:
    """All that the pane shows of one broadcast: the last ones of `count` answers."""

    tally: Tally
    rows: tuple[AnswerRow, ...] = ()
    silent: tuple[Silent, ...] = ()
    count: int = 0


NOTHING_READ = AnswersRead(Tally())


def read_answers(services: Services, broadcast_id: int, most: int = ANSWERS_PAGE) -> AnswersRead:
    """Read it, on the database thread. InputError where there is no such broadcast."""
    answers = services.answers
    return AnswersRead(
        answers.tally(broadcast_id),
        answers.rows(broadcast_id, most),
        answers.not_answered(broadcast_id),
        answers.count(broadcast_id),
    )


class AnswersPane(QWidget):
    """Lists the answers, and those who are silent.

    `opened` carries the phone (E.164) whose conversation is to be shown, `corrected` an answer's id with the
    Reading that a person gives it, `moved` its id with the broadcast that it is about instead (None: none),
    `chosen` the answer that is looked at now. `write_wanted` asks to write to the silent ones, `saving` for
    a table of all of it. `more_wanted`: earlier answers are looked for, `most` of all are to be read.
    """

    opened = Signal(str)
    corrected = Signal(int, object)
    moved = Signal(int, object)
    chosen = Signal(object)
    write_wanted = Signal()
    saving = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.most = ANSWERS_PAGE
        self.setProperty("look", "clear")
        self.read = NOTHING_READ
        self.model, self.silent = AnswersModel(), SilentModel()
        self.model.more_wanted.connect(self._want_more)
        self.card = TallyCard()
        self.bar = ReadingBar()
        self.bar.corrected.connect(self.corrected)
        self.bar.moved.connect(self.moved)
        self.bar.opened.connect(self.opened)
        self.views = Segments(
            ((_ANSWERED, ""), (_SILENT, "")),
            self.tr("Show"),
        )
        for key in (_ANSWERED, _SILENT):
            self.views.button(key).setObjectName(f"answers_{key}")
        self.views.chosen.connect(lambda _key: self._show())
        self.count = Label("", muted=True, wrap=True)
        self.count.setObjectName("answers_count")
        self.table, self.silent_table = self._make_answers(), self._make_silent()
        self._stack = QStackedWidget()
        for view in (self.table, self.silent_table, *self._empties()):
            self._stack.addWidget(view)
        self._lay_out()
        self.show_answers(NOTHING_READ, None)

    def _make_answers(self) -> Table:
        table = Table(self.tr("Answers"))
        table.setObjectName("answers_table")
        samples = {
            int(AnswerColumn.WHO): "Beaumont Maximilien",
            int(AnswerColumn.READ): f"{self.tr('Understood as')}0000",
            int(AnswerColumn.WHEN): "00 septembre, 00:00",
        }
        table.show_model(self.model, samples)
        self._who_width = table.columnWidth(AnswerColumn.WHO)
        table.setItemDelegateForColumn(AnswerColumn.READ, ChipDelegate(LOOK_ROLE, table))
        table.activated.connect(lambda index: self.opened.emit(self.model.rows[index.row()].phone))
        table.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now))
        return table

    def _make_silent(self) -> Table:
        table = Table(self.tr("No answer"))
        table.setObjectName("answers_silent_table")
        samples = {
            int(SilentColumn.PHONE): f"{formats.phone('+33600000000')}00",
            int(SilentColumn.REMINDED): "00 septembre, 00:00",
        }
        table.show_model(self.silent, samples)
        table.activated.connect(lambda index: self.opened.emit(self.silent.rows[index.row()].phone))
        return table

    def _empties(self) -> Sequence[EmptyState]:
        comes = self.tr("What these phones write from now on appears here, and in the inbox.")
        everybody = self.tr("Every phone that has the notice has answered.")
        return (
            EmptyState(Icon.INBOX, self.tr("No answer yet"), comes),
            EmptyState(Icon.SUCCESS, self.tr("Nobody is missing"), everybody),
        )

    def _lay_out(self) -> None:
        self.write = Button(self.tr("Write to them again"), Icon.NOTIFY)
        self.write.setObjectName("answers_write")
        self.write.clicked.connect(self.write_wanted)
        self.save = Button(self.tr("Table"), Icon.EXPORT, Look.QUIET)
        self.save.setObjectName("answers_save")
        self.save.clicked.connect(self.saving)
        above = row(self.views, space=tokens.SPACE_M)
        above.addWidget(self.count, 1)
        above.addWidget(self.write)
        above.addWidget(self.save)
        beside = row(space=tokens.SPACE_M)
        beside.addWidget(self._stack, 1)
        beside.addWidget(self.card)
        layout = column(above, space=tokens.SPACE_S)
        layout.addLayout(beside, 1)
        layout.addWidget(self.bar)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = theme.usual(self.width()) < _TIME_SHOWN_FROM
        self.table.setColumnHidden(int(AnswerColumn.WHEN), narrow)
        if narrow:  # names leave room for what was said
            self.table.share(AnswerColumn.WHO)
        else:
            self.table.set_width(AnswerColumn.WHO, self._who_width)
        self.count.setVisible(not narrow)
        self.card.setFixedWidth(theme.wide(tokens.RAIL_WIDTH if narrow else tokens.SIDE_WIDTH))

    def begin(self) -> None:
        """Another broadcast: its answers first."""
        self.views.choose(_ANSWERED)
        self.most = ANSWERS_PAGE
        self.show_answers(NOTHING_READ, None)

    def _want_more(self) -> None:
        self.most = len(self.model.rows) + ANSWERS_PAGE
        self.more_wanted.emit()

    def show_answers(self, read: AnswersRead, now: datetime | None) -> None:
        """Show these; what is being looked at stays chosen."""
        tally, before = read.tally, self._current()
        self.read = read
        self.model.show(read.rows, tally.question, read.count)
        self.silent.show(read.silent)
        self.card.show_tally(tally, now)
        self.views.set_text(_ANSWERED, self.tr("Answers %n", "", read.count))
        self.views.set_text(_SILENT, self.tr("No answer %n", "", len(read.silent)))
        self.count.setText(self._count_words(tally))
        self._choose_again(before)
        self._show()

    def offer(self, received_id: int, candidates: Sequence[Candidate]) -> None:
        """The broadcasts that an answer may be about."""
        self.bar.offer(received_id, candidates)

    def _count_words(self, tally: Tally) -> str:
        if not tally.asked:
            return ""
        words = self.tr("{answered} of {asked} phones have answered").format(
            answered=formats.number(tally.answered), asked=formats.number(tally.asked)
        )
        doubtful = self.tr("%n to check", "", tally.unsure) if tally.unsure else ""
        return " · ".join(filter(None, (words, doubtful)))

    def _show(self) -> None:
        """The list that was asked for, or why it is empty."""
        silent = self.views.current == _SILENT
        rows: Sequence[object] = self.read.silent if silent else self.read.rows
        empty = not rows and not (silent and not self.read.tally.asked)
        self._stack.setCurrentIndex(int(silent) + (2 if empty else 0))
        self.write.setVisible(silent and bool(rows))
        self.save.setEnabled(bool(self.read.rows or self.read.silent))
        self.bar.setVisible(not silent and self._current() is not None)

    def _current(self) -> AnswerRow | None:
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _choose(self, index: QModelIndex) -> None:
        answer = self.model.rows[index.row()] if index.isValid() else None
        self.bar.show_answer(answer, self.read.tally.question)
        self.bar.setVisible(answer is not None and self.views.current == _ANSWERED)
        if answer is not None:
            self.chosen.emit(answer)

    def _choose_again(self, before: AnswerRow | None) -> None:
        ids = [each.received_id for each in self.model.rows]
        if before is not None and before.received_id in ids:
            at = ids.index(before.received_id)
            if self.table.currentIndex().row() != at:
                self.table.setCurrentIndex(self.model.index(at, 0))
            self.bar.show_answer(self.model.rows[at], self.read.tally.question)
        else:
            self.bar.show_answer(None, None)
