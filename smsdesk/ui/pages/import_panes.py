"""The tabs of an import's plan: a table with what is said and done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar, QRadioButton, QStackedWidget, QWidget

from smsdesk.domain.import_plan import Leaver, Leavers
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.import_words import Tab, empty_tab, leavers_word, tab_hint
from smsdesk.ui.models.import_leavers import LeaverTable
from smsdesk.ui.models.import_plan import PlanRows, PlanTable
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import EmptyState
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label

_ROW = 4
_PEOPLE = {0: "Beaumont Maximilien", 2: "06 00 00 00 00"}
"""The guardians, with their phones, need what names leave."""
_SAMPLES = {
    Tab.NEW: _PEOPLE,
    Tab.UNCHANGED: _PEOPLE,
    Tab.CHANGED: {0: "Beaumont Maximilien", 1: "Horaires de la semaine"},
    Tab.LEFT: {},
    Tab.WARNINGS: {0: "Conservatoire 2026", 1: "AB1000"},
    Tab.REJECTED: {0: "Conservatoire 2026", 1: "AB1000", 2: "06 00 00 00 00 / 06"},
}


class RowsPane(QWidget):
    """The rows of one tab at a time; `leavers_chosen` says that something else is chosen for those who left.

    `rows_wanted` carries a Tab whose rows have to be looked up off the window's thread; `saving` asks for
    the rejected cells in a file.
    """

    leavers_chosen = Signal()
    copied = Signal(int)
    rows_wanted = Signal(object)
    saving = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hint = Label("", Type.CAPTION, muted=True, wrap=True)
        self.table = Table(self.tr("People and cells of the list"))
        self.table.setObjectName("import_table")
        self.first: QWidget = self.table
        self.copy = Button(self.tr("Copy this list"), Icon.COPY, Look.QUIET)
        self.copy.setObjectName("import_copy")
        self.copy.clicked.connect(self._copy)
        self.save = Button(self.tr("Save this list…"), Icon.SAVE, Look.QUIET)
        self.save.setObjectName("import_save_rejected")
        self.save.clicked.connect(self.saving)
        self._leavers: dict[Leavers, QRadioButton] = {}
        self._kept: set[int] = set()
        """Ids of those who left and stay all the same."""
        self.tick_all = Button(self.tr("Tick all"), look=Look.LINK)
        self.tick_all.setObjectName("import_tick_all")
        self.tick_all.clicked.connect(lambda: self._tick_all(on=True))
        self.tick_none = Button(self.tr("Tick nobody"), look=Look.LINK)
        self.tick_none.setObjectName("import_tick_none")
        self.tick_none.clicked.connect(lambda: self._tick_all(on=False))
        self._choice = self._make_choice()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._empty: QWidget | None = None
        above = row()
        above.addWidget(self._hint, 1)
        above.addWidget(self.copy)
        above.addWidget(self.save)
        layout = column(above, self._choice, space=tokens.SPACE_S)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    def _make_choice(self) -> QWidget:
        line = row(space=tokens.SPACE_M)
        for choice in Leavers:
            button = QRadioButton(leavers_word(choice))
            button.setObjectName(f"import_leavers_{choice}")
            button.setChecked(choice is Leavers.KEEP)
            button.clicked.connect(self._choose_leavers)
            self._leavers[choice] = button
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.tick_all)
        line.addWidget(self.tick_none)
        around = QWidget()
        around.setLayout(line)
        return around

    @property
    def choice(self) -> Leavers:
        """What is to be done with those who left and are ticked."""
        return next(choice for choice, button in self._leavers.items() if button.isChecked())

    def ticked(self, left: Sequence[Leaver]) -> set[int]:
        """Ids of those whom the choice concerns."""
        if self.choice is Leavers.KEEP:
            return set()
        return {leaver.contact_id for leaver in left} - self._kept

    def keep_leavers(self) -> None:
        """Another file: those who left stay unless a person says so."""
        self._leavers[Leavers.KEEP].setChecked(True)
        self._kept.clear()

    def _choose_leavers(self) -> None:
        self._offer_ticks()
        self.leavers_chosen.emit()

    def _tick_all(self, *, on: bool) -> None:
        model = self.table.model()
        assert isinstance(model, LeaverTable)
        model.tick_all(on)

    def _offer_ticks(self) -> None:
        model = self.table.model()
        offered = self.choice is not Leavers.KEEP
        if isinstance(model, LeaverTable):
            model.offer(offered)
        self.tick_all.setVisible(offered)
        self.tick_none.setVisible(offered)

    def show_tab(self, laid_out: PlanRows, tab: Tab) -> None:
        """Show the rows of a tab, or what it means that there are none."""
        count = laid_out.count(tab)
        self.first = self.table
        self._hint.setText(tab_hint(tab) if count else "")
        self._choice.setVisible(tab is Tab.LEFT and count > 0)
        self.copy.setVisible(tab in (Tab.REJECTED, Tab.LEFT) and count > 0)
        samples = dict(_SAMPLES[tab])
        if tab in (Tab.NEW, Tab.UNCHANGED) and len(laid_out.plan.sheets) == 1:
            samples[_ROW] = "Ligne 0"
        self.save.setVisible(tab is Tab.REJECTED and count > 0)
        self.table.show_model(self._model(laid_out, tab), samples)
        self._offer_ticks()
        self._show_empty("" if count else empty_tab(tab))

    def _model(self, laid_out: PlanRows, tab: Tab) -> PlanTable:
        if tab is not Tab.LEFT:
            return PlanTable(laid_out, tab)
        model = LeaverTable(laid_out, self._kept)
        model.ticked.connect(self.leavers_chosen)
        return model

    def offer_rows(self, tab: Tab, count: int) -> None:
        """Say how many rows a tab has; getting them takes seconds, and few want to see them."""
        self._hide_all_but_the_rows()
        show = Button(self.tr("Show them"), Icon.PEOPLE)
        show.setObjectName("import_show_rows")
        show.clicked.connect(lambda: self._look_up(tab))
        self.first = show
        told = self.tr("%n people of the list are known just like that.", "", count)
        self._put(EmptyState(Icon.SUCCESS, told, "", show))

    def _look_up(self, tab: Tab) -> None:
        self._put(_waiting(self.tr("Comparing the list once more…")))
        self.rows_wanted.emit(tab)

    def _hide_all_but_the_rows(self) -> None:
        self._hint.setText("")
        self._choice.hide()
        self.copy.hide()
        self.save.hide()

    def _show_empty(self, text: str) -> None:
        self._put(EmptyState(Icon.SUCCESS, text, "") if text else None)

    def _put(self, instead: QWidget | None) -> None:
        """Show something in place of the table, or the table."""
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = instead
        if instead is not None:
            self._stack.addWidget(instead)
            self._stack.setCurrentWidget(instead)

    def _copy(self) -> None:
        """Put the rows on the clipboard as a spreadsheet takes them."""
        model = self.table.model()
        assert isinstance(model, PlanTable)
        QGuiApplication.clipboard().setText(model.as_text())
        self.copied.emit(model.rowCount())


def _waiting(words: str) -> QWidget:
    """What is being waited for, over a bar whose end is not known."""
    bar = QProgressBar()
    bar.setObjectName("import_rows_progress")
    bar.setProperty("look", "wide")
    bar.setTextVisible(False)
    bar.setRange(0, 0)
    bar.setAccessibleName(words)
    waiting = QWidget()
    waiting.setLayout(column(Label(words, muted=True), bar, None, space=tokens.SPACE_S))
    return waiting
