"""The plan of an import: what was understood, what it will do, and the one button that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import number
from smsdesk.ui.models.import_plan import PlanTable, Tab, count, meaning_word, tab_hint, tab_word
from smsdesk.ui.pages.import_columns import ColumnsEditor
from smsdesk.ui.pages.page import scrolled
from smsdesk.ui.widgets.buttons import Button, Look, Segments
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import ElidedLabel, Label

_EDITOR_HEIGHT = 7 * tokens.SPACE_XL
"""Two lines of columns; the plan below stays in sight."""
_ROW = 4
_PEOPLE = {0: "Beaumont Maximilien", 2: "06 00 00 00 00"}
"""The guardians, with their phones, need what names leave."""
_SAMPLES = {
    Tab.NEW: _PEOPLE,
    Tab.UNCHANGED: _PEOPLE,
    Tab.CHANGED: {},
    Tab.LEFT: {},
    Tab.WARNINGS: {0: "Conservatoire 2026", 1: "AB1000"},
    Tab.REJECTED: {0: "Conservatoire 2026", 1: "AB1000", 2: "06 00 00 00 00 / 06"},
}


class PlanView(QWidget):
    """`corrected` and `grouped` as in ColumnsEditor, `applied` says whether doubtful things were accepted."""

    corrected = Signal(str, int, object)
    grouped = Signal(str)
    applied = Signal(bool)
    another_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan = ImportPlan("")
        self._tab = Tab.NEW
        self._busy = False
        self._file = ElidedLabel("", Type.SUBTITLE)
        self._understood = Label("", muted=True, wrap=True)
        self.columns = ColumnsEditor()
        self.columns.corrected.connect(self.corrected)
        self.columns.grouped.connect(self.grouped)
        self._editor = scrolled(self.columns)
        self._editor.setMaximumHeight(_EDITOR_HEIGHT)
        self._editor.hide()
        self.correct = self._make_correct()
        self.tabs = Segments([(tab, tab_word(tab)) for tab in Tab], self.tr("The plan"), look="tab")
        self.tabs.setObjectName("import_tabs")
        self.tabs.chosen.connect(lambda key: self._show_tab(Tab(key)))
        self._hint = Label("", Type.CAPTION, muted=True, wrap=True)
        self.table = Table(self.tr("People and cells of the list"))
        self.table.setObjectName("import_table")
        self.accept = QCheckBox()
        self.accept.setObjectName("import_accept")
        self.accept.toggled.connect(lambda _on: self._show_button())
        self.apply = Button("", Icon.IMPORT, Look.PRIMARY)
        self.apply.setObjectName("import_apply")
        self.apply.clicked.connect(lambda: self.applied.emit(self.accept.isChecked()))
        self.setFocusProxy(self.table)
        self._build()

    def _make_correct(self) -> Button:
        button = Button(self.tr("Correct the columns"), Icon.EDIT, Look.QUIET)
        button.setObjectName("import_columns")
        button.setCheckable(True)
        button.toggled.connect(self._show_editor)
        return button

    def _build(self) -> None:
        another = Button(self.tr("Another file"), look=Look.QUIET)
        another.clicked.connect(self.another_wanted)
        heading = row()
        heading.addLayout(column(self._file, self._understood, space=tokens.SPACE_XS), 1)
        heading.addLayout(column(row(self.correct, another), None))
        above = Card(space=tokens.SPACE_S)
        above.body.addLayout(heading)
        above.body.addWidget(self._editor)
        layout = column(above, self.tabs, self._hint, space=tokens.SPACE_S)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, self.accept, self.apply, space=tokens.SPACE_M))
        self.setLayout(layout)

    def show_plan(self, plan: ImportPlan, *, anew: bool) -> None:
        """Show a plan; `anew` for another file, else the same one understood otherwise."""
        self._plan = plan
        self._busy = False
        self._file.setText(visible(plan.file))
        self._understood.setText(self._summary(plan))
        self.columns.show_plan(plan)
        for tab in Tab:
            self.tabs.set_text(tab, f"{tab_word(tab)} {number(count(plan, tab))}")
        self.accept.setChecked(False)
        self.accept.setVisible(bool(plan.warnings))
        self.accept.setText(self.tr("I have checked the %n doubtful point(s)", "", len(plan.warnings)))
        if anew:
            self.columns.forget_group()
            self.correct.setChecked(False)
            self._tab = _first_tab(plan)
        self.tabs.choose(self._tab)
        self._show_tab(self._tab)
        self._show_button()

    def _show_editor(self, shown: bool) -> None:
        self._editor.setVisible(shown)
        self._understood.setVisible(not shown)
        self.correct.setText(self.tr("Hide the columns") if shown else self.tr("Correct the columns"))

    def set_busy(self, busy: bool) -> None:
        """While it is applied, it cannot be applied once more."""
        self._busy = busy
        self._show_button()

    def _summary(self, plan: ImportPlan) -> str:
        known = {each.meaning: None for sheet in plan.sheets for each in sheet.columns if each.meaning}
        parts = [
            self.tr("%n sheet(s)", "", len(plan.sheets)),
            self.tr("%n rows", "", sum(sheet.people for sheet in plan.sheets)),
            self.tr("%n group(s)", "", len(plan.groups)),
        ]
        words = ", ".join(meaning_word(meaning) for meaning in known)
        return self.tr("{numbers}. Recognised: {columns}.").format(numbers=" · ".join(parts), columns=words)

    def _show_tab(self, tab: Tab) -> None:
        self._tab = tab
        self._hint.setText(tab_hint(tab))
        samples = dict(_SAMPLES[tab])
        if tab in (Tab.NEW, Tab.UNCHANGED) and len(self._plan.sheets) == 1:
            samples[_ROW] = "Ligne 0"
        self.table.show_model(PlanTable(self._plan, tab), samples)

    def _show_button(self) -> None:
        people = len(self._plan.new) + len(self._plan.changed)
        checked = self.accept.isChecked() or not self._plan.warnings
        self.apply.setText(
            self.tr("Import %n people", "", people) if people else self.tr("Nothing to import")
        )
        self.apply.setEnabled(people > 0 and checked and not self._busy)


def _first_tab(plan: ImportPlan) -> Tab:
    """What a person has to decide comes first, then what will change."""
    return next((tab for tab in (Tab.WARNINGS, *Tab) if count(plan, tab)), Tab.NEW)
