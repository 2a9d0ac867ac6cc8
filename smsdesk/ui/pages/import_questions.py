"""What an import asks: which known person a row of the list is, one question at a time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.class_lists import Candidate, Doubt, RowKey
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.same_rows import is_about_rows
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.models.import_plan import PlanRows, told
from smsdesk.ui.models.import_questions import Questions, QuestionTable, answer_word
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import ElidedLabel, Label

_ROW_COLUMN = 1


class QuestionsPane(QWidget):
    """`answered` says that the answers (in `questions`) are others now."""

    answered = Signal()

    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._questions = questions
        self._laid_out = PlanRows.of(ImportPlan(""))
        self._model = QuestionTable(questions)
        self.table = Table(self.tr("Questions about who is who"))
        self.table.setObjectName("import_questions")
        self.first = self.table
        self._card = Card(space=tokens.SPACE_M)
        self.all_same = Button(self.tr("All the same"), look=Look.LINK)
        self.all_same.setObjectName("import_all_same")
        self.all_same.clicked.connect(lambda: self._answer_all(same=True))
        self.all_new = Button(self.tr("All new"), look=Look.LINK)
        self.all_new.setObjectName("import_all_new")
        self.all_new.clicked.connect(lambda: self._answer_all(same=False))
        self._open = Label("", Type.CAPTION, muted=True)
        self._open.setMinimumHeight(tokens.SPACE_L)  # as high as the links beside it
        self._build()

    def _build(self) -> None:
        left = column(flow(self._open, self.all_same, self.all_new), space=tokens.SPACE_XS)
        left.addWidget(self.table, 1)
        line = row(space=tokens.SPACE_M)
        line.addLayout(left, 1)
        line.addWidget(scrolled(self._card), 1)
        self.setLayout(line)

    def show_questions(self, laid_out: PlanRows) -> None:
        """Show what is asked, from the first question that is open."""
        self._laid_out = laid_out
        at = self.table.currentIndex().row()
        before = self._model.rowCount()
        self._model = QuestionTable(self._questions)
        same = self._model.rowCount() == before
        self.table.show_model(self._model, {_ROW_COLUMN: "000000"})
        self.table.selectionModel().currentChanged.connect(self._show_question)
        first = self._questions.open[:1]
        wanted = at if same and at >= 0 else self._model.position(first[0]) if first else 0
        self._select(wanted)
        self._show_open()

    def _select(self, at: int) -> None:
        index = self._model.index(at, 0)
        self.table.setCurrentIndex(index)
        self._show_question(index)

    def _show_open(self) -> None:
        left = self._questions.open
        self._open.setText(
            self.tr("%n to decide", "", len(left)) if left else self.tr("Everything is decided")
        )
        self.all_new.setVisible(len(left) > 1)
        self.all_same.setVisible(len(self._single(left)) > 1)

    def _single(self, rows: list[RowKey]) -> list[RowKey]:
        """Those with one person to choose."""
        return [key for key in rows if len(self._questions.asked[key].candidates) == 1]

    def _show_question(self, index: QModelIndex) -> None:
        clear(self._card.body)
        if not index.isValid():
            return
        doubt = self._model.doubt(index.row())
        if doubt.candidates:
            self._show_choices(doubt)
        else:
            self._card.body.addWidget(Label(visible(translate(doubt.sentence)), wrap=True))
        self._card.body.addStretch(1)

    def _show_choices(self, doubt: Doubt) -> None:
        if is_about_rows(doubt):
            asked = self.tr("{name} stands in two rows: one person?").format(name=visible(doubt.name))
        else:
            asked = self.tr("Do you know {name} already?").format(name=visible(doubt.name))
        self._card.body.addWidget(Label(asked, Type.SUBTITLE, wrap=True))
        said = next((told(each) for each in self._laid_out.drafts(doubt.row) if each.name == doubt.name), "")
        where = self.tr("Row {row} of the list: {said}").format(row=doubt.cell, said=visible(said))
        self._card.body.addWidget(Label(where, wrap=True))
        for candidate in doubt.candidates:
            self._card.body.addWidget(self._candidate(doubt, candidate))
        somebody_else = Button(self.tr("It is another person"), Icon.ADD)
        somebody_else.setObjectName("import_other")
        somebody_else.clicked.connect(lambda: self._answer(doubt, None))
        self._card.body.addLayout(row(somebody_else, None))
        if doubt.row in self._questions.answers:
            answer = visible(answer_word(doubt, self._questions.answers))
            self._card.body.addWidget(Chip(Icon.SENT, answer, Tone.DELIVERED))

    def _candidate(self, doubt: Doubt, candidate: Candidate) -> QWidget:
        detail = self._laid_out.detail(candidate)
        same = Button(self.tr("It is the same person"), Icon.SENT)
        same.setObjectName(f"import_same_{candidate.contact_id}")
        same.setAccessibleName(self.tr("It is {name}, {detail}").format(name=candidate.name, detail=detail))
        same.clicked.connect(lambda: self._answer(doubt, candidate.contact_id))
        card = Card(ElidedLabel(visible(candidate.name), Type.STRONG), space=tokens.SPACE_XS)
        if detail:
            card.body.addWidget(Label(visible(detail), muted=True, wrap=True))
        card.body.addLayout(row(same, None))
        return card

    def _answer(self, doubt: Doubt, contact_id: int | None) -> None:
        assert doubt.row is not None  # questions have one
        self._questions.answers[doubt.row] = contact_id
        self._go_on(doubt.row)

    def _answer_all(self, *, same: bool) -> None:
        left = self._questions.open
        left = self._single(left) if same else left
        for key in left:
            (candidate, *_) = self._questions.asked[key].candidates
            self._questions.answers[key] = candidate.contact_id if same else None
        self._go_on(left[-1])

    def _go_on(self, answered: RowKey) -> None:
        """To the next open question; the keyboard stands at the list again."""
        self._model.show_answers()
        self._show_open()
        left = self._questions.open
        rows = list(self._questions.asked)
        after = [key for key in left if rows.index(key) > rows.index(answered)] or left
        self._select(self._model.position(after[0] if after else answered))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()
