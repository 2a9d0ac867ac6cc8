"""The plan of an import: what was understood, what it will do, and the one button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from smsdesk.domain.class_lists import SheetSummary
from smsdesk.domain.import_plan import ImportPlan, Leavers
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import number
from smsdesk.ui.i18n import translate
from smsdesk.ui.import_words import Tab, tab_word
from smsdesk.ui.models.import_plan import PlanRows
from smsdesk.ui.models.import_questions import Questions
from smsdesk.ui.pages.import_file import FilePane
from smsdesk.ui.pages.import_panes import RowsPane
from smsdesk.ui.pages.import_questions import QuestionsPane
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.text import ElidedLabel


class PlanView(QWidget):
    """`applied` says whether doubtful things were accepted; `answered` that `questions` has new answers."""

    applied = Signal(bool)
    answered = Signal()
    another_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.laid_out = PlanRows.of(ImportPlan(""))
        self._tab = Tab.NEW
        self._busy = False
        self._file = ElidedLabel("", Type.SUBTITLE)
        self._understood = ElidedLabel("", muted=True)
        self.file_pane = FilePane()
        self.rows = RowsPane()
        self.rows.leavers_chosen.connect(self._show_button)
        self.questions = Questions()
        self.question_pane = QuestionsPane(self.questions)
        self.question_pane.answered.connect(self._answer)
        self.first: QWidget = self.rows.first
        """Where the keyboard starts: in the pane that is seen."""
        self._panes = QStackedWidget()
        for pane in (self.file_pane, self.rows, self.question_pane):
            self._panes.addWidget(pane)
        self.tabs = Segments([(tab, tab_word(tab)) for tab in Tab], self.tr("The plan"), look="tab")
        self.tabs.setObjectName("import_tabs")
        self.tabs.chosen.connect(lambda key: self._show_tab(Tab(key)))
        self.accept = QCheckBox()
        self.accept.setObjectName("import_accept")
        self.accept.toggled.connect(lambda _on: self._show_button())
        self.decide = Button("", Icon.UNCERTAIN)
        self.decide.setObjectName("import_decide")
        self.decide.clicked.connect(self._go_to_questions)
        self.apply = Button("", Icon.IMPORT, Look.PRIMARY)
        self.apply.setObjectName("import_apply")
        self.apply.clicked.connect(lambda: self.applied.emit(self.accept.isChecked()))
        self._build()

    def _build(self) -> None:
        another = Button(self.tr("Another file"), look=Look.QUIET)
        another.setObjectName("import_another")
        another.clicked.connect(self.another_wanted)
        heading = row(space=tokens.SPACE_M)
        heading.addLayout(column(self._file, self._understood, space=tokens.SPACE_XS), 1)
        heading.addWidget(another)
        layout = column(heading, self.tabs, space=tokens.SPACE_S)
        layout.addWidget(self._panes, 1)
        layout.addLayout(row(None, self.accept, self.decide, self.apply, space=tokens.SPACE_M))
        self.setLayout(layout)

    @property
    def plan(self) -> ImportPlan:
        """What is shown."""
        return self.laid_out.plan

    @property
    def leavers(self) -> dict[int, Leavers]:
        """What is to be done with those who are no longer in the list, by their ids."""
        return dict.fromkeys(self.rows.ticked(self.plan.left), self.rows.choice)

    def show_plan(self, laid_out: PlanRows, *, anew: bool) -> None:
        """Show a plan; `anew` for another file, else the same one understood otherwise."""
        self.laid_out = laid_out
        plan = laid_out.plan
        self._busy = False
        self._file.setText(visible(plan.file))
        self._understood.setText(self._summary(plan))
        self.file_pane.show_plan(plan, anew=anew)
        self.questions.take(plan.warnings)
        for tab in Tab:
            self.tabs.set_text(tab, self._tab_text(tab))
        notices = self._notices()
        self.accept.setChecked(False)
        self.accept.setVisible(bool(notices))
        self.accept.setText(self.tr("I have checked the %n doubtful point(s)", "", notices))
        if anew:
            self.rows.keep_leavers()
            self._tab = self._first_tab()
        self.tabs.choose(self._tab)
        self._show_tab(self._tab)
        self._show_button()

    def _tab_text(self, tab: Tab) -> str:
        if tab is Tab.FILE:
            return tab_word(tab)
        return f"{tab_word(tab)} {number(self._count(tab))}"

    def _count(self, tab: Tab) -> int:
        """How many a tab holds; questions stay there with their answers."""
        if tab is Tab.WARNINGS:
            return self._notices() + len(self.questions.asked)
        return self.laid_out.count(tab)

    def _notices(self) -> int:
        return sum(not doubt.candidates for doubt in self.plan.warnings)

    def _first_tab(self) -> Tab:
        """What a person has to decide comes first, then columns nobody understood, then what will change."""
        if self._count(Tab.WARNINGS):
            return Tab.WARNINGS
        if self.plan.recalled or self.plan.hidden or any(map(_has_unknown, self.plan.sheets)):
            return Tab.FILE
        return next((tab for tab in Tab if tab is not Tab.FILE and self._count(tab)), Tab.FILE)

    def set_busy(self, busy: bool) -> None:
        """While it is applied, it cannot be applied once more."""
        self._busy = busy
        self._show_button()

    def _summary(self, plan: ImportPlan) -> str:
        shapes = dict.fromkeys(translate(sheet.shape) for sheet in plan.sheets if sheet.shape)
        parts = [
            *shapes,
            self.tr("%n sheet(s)", "", len(plan.sheets)),
            self.tr("%n rows", "", sum(sheet.people for sheet in plan.sheets)),
            self.tr("%n group(s)", "", len(plan.groups)),
        ]
        return " · ".join(parts)

    def _show_tab(self, tab: Tab) -> None:
        self._tab = tab
        if tab is Tab.FILE:
            self._show_pane(self.file_pane)
        elif tab is Tab.WARNINGS and self.questions.asked:
            self.question_pane.show_questions(self.laid_out)
            self._show_pane(self.question_pane)
        else:
            self._show_rows(tab)
            self._show_pane(self.rows)

    def _show_rows(self, tab: Tab) -> None:
        if self.laid_out.is_ready(tab):
            self.rows.show_tab(self.laid_out, tab)
        else:
            self.rows.offer_rows(tab, self._count(tab))

    def show_looked_up(self, laid_out: PlanRows, tab: Tab) -> None:
        """The rows of a tab are there now; they are shown if one still looks at them."""
        if laid_out is self.laid_out and tab is self._tab:
            self.rows.show_tab(laid_out, tab)
            self._show_pane(self.rows)
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pane(self, pane: FilePane | RowsPane | QuestionsPane) -> None:
        self._panes.setCurrentWidget(pane)
        self.first = pane.first

    def _go_to_questions(self) -> None:
        self.tabs.choose(Tab.WARNINGS)
        self._show_tab(Tab.WARNINGS)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        self._show_button()
        self.answered.emit()

    def _show_button(self) -> None:
        people = len(self.plan.new) + len(self.plan.changed)
        left = len(self.leavers)
        undecided = len(self.questions.open)
        self.decide.setVisible(bool(undecided))
        self.decide.setText(self.tr("Answer %n question(s)", "", undecided))
        self.apply.setText(self._deed(people, left))
        checked = self.accept.isChecked() or not self._notices()
        something = people + left > 0 or self.plan.beyond_people
        self.apply.setEnabled(something and checked and not undecided and not self._busy)

    def _deed(self, people: int, left: int) -> str:
        """What the button does, with its numbers."""
        imported = self.tr("Import %n people", "", people) if people else ""
        if not left:
            beyond = self.tr("Bring groups and hours up to date") if self.plan.beyond_people else ""
            return imported or beyond or self.tr("Nothing to import")
        if not people:
            return self._settle(left)
        return f"{imported}, {self._settle_too(left)}"

    def _settle(self, left: int) -> str:
        if self.rows.choice is Leavers.ARCHIVE:
            return self.tr("Archive %n people", "", left)
        return self.tr("Take out %n people", "", left)

    def _settle_too(self, left: int) -> str:
        if self.rows.choice is Leavers.ARCHIVE:
            return self.tr("archive %n", "", left)
        return self.tr("take out %n", "", left)


def _has_unknown(sheet: SheetSummary) -> bool:
    """Whether a column that holds something was not understood."""
    unknown = [at for at, column in enumerate(sheet.columns) if column.meaning is None]
    return any(cells[at] for cells in sheet.rows for at in unknown)
