"""What each column of a list was taken for, sheet by sheet, for a person to correct."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.class_lists import Column, Meaning, SheetSummary
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.import_plan import meaning_word, owner_word
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, column
from smsdesk.ui.widgets.text import ElidedLabel, Label

_CELL_WIDTH = tokens.RAIL_WIDTH
_CHOICES: tuple[Meaning | None, ...] = (None, *Meaning)


class MeaningPicker(Picker):
    """A choice that the wheel does not change while one scrolls past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnsEditor(QWidget):
    """Shows the columns of one sheet at a time; `corrected` carries (sheet, index, meaning or None).

    `grouped` carries the name of a group that takes in everybody of the list, "" for none.
    """

    corrected = Signal(str, int, object)
    grouped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheets: tuple[SheetSummary, ...] = ()
        self.sheet = Picker(self.tr("Sheet"))
        self.sheet.setObjectName("import_sheet")
        self.sheet.currentIndexChanged.connect(lambda _at: self._show_sheet())
        self._header = Label("", Type.CAPTION, muted=True)
        self._cells = FlowLayout(tokens.SPACE_M)
        self.group = QLineEdit()
        self.group.setObjectName("import_group")
        self.group.setMaximumWidth(tokens.PANE_WIDTH)
        self.group.editingFinished.connect(self._name_group)
        self._named = ""
        group = Labelled(self.tr("Put everybody of the list into a group as well"), self.group)
        self.setLayout(column(group, self.sheet, self._header, self._cells))

    def _name_group(self) -> None:
        name = " ".join(self.group.text().split())
        if name != self._named:
            self._named = name
            self.grouped.emit(name)

    def forget_group(self) -> None:
        """Another file begins without a group of its own."""
        self._named = ""
        self.group.clear()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the plan understood; the sheet that is looked at stays."""
        names = [sheet.name for sheet in plan.sheets]
        same = names == [sheet.name for sheet in self._sheets]
        self._sheets = plan.sheets
        self.sheet.setVisible(len(names) > 1)
        if not same:
            self.sheet.blockSignals(True)
            self.sheet.clear()
            self.sheet.addItems([visible(name) for name in names])
            self.sheet.blockSignals(False)
        self._show_sheet()

    def _show_sheet(self) -> None:
        clear(self._cells)
        at = self.sheet.currentIndex()
        if not 0 <= at < len(self._sheets):
            return
        sheet = self._sheets[at]
        self._header.setText(self._found(sheet))
        for each in sheet.columns:
            self._cells.addWidget(self._cell(sheet, each))

    def _found(self, sheet: SheetSummary) -> str:
        people = self.tr("%n people", "", sheet.people)
        if sheet.header_row is None:
            return self.tr("No row of headers found, {people}").format(people=people)
        return self.tr("Headers in row {row}, {people}").format(row=sheet.header_row, people=people)

    def _cell(self, sheet: SheetSummary, each: Column) -> QWidget:
        name = self.tr("{letter}: {header}").format(letter=each.letter, header=visible(each.header))
        picker = MeaningPicker(name)
        picker.setObjectName(f"import_column_{each.letter}")
        for meaning in _CHOICES:
            picker.addItem(meaning_word(meaning), meaning)
        picker.setCurrentIndex(_CHOICES.index(each.meaning))
        picker.activated.connect(lambda chosen: self.corrected.emit(sheet.name, each.index, _CHOICES[chosen]))
        cell = QWidget()
        cell.setFixedWidth(_CELL_WIDTH)
        whose = Label(owner_word(each.person) if each.meaning else "", Type.CAPTION, muted=True)
        cell.setLayout(column(ElidedLabel(name, Type.STRONG), picker, whose, space=tokens.SPACE_XS))
        return cell
