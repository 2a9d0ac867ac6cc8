"""The file that is imported, sheet by sheet: its first rows under what each column was taken for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget

from smsdesk.domain.class_lists import Choice, SheetSummary
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.models.import_file import FileTable
from smsdesk.ui.pages.import_header import COLUMN_WIDTH, MeaningHeader
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.widgets.tables import Table
from smsdesk.ui.widgets.text import Label


class SheetTable(Table):
    """The rows of a sheet: columns as wide as their fields need, wider where there is room."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setObjectName("import_file_table")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.header = MeaningHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.setAccessibleName(name)

    def show_sheet(self, sheet: SheetSummary) -> None:
        """Show one sheet."""
        at = self.horizontalScrollBar().value()
        self.setModel(FileTable(sheet))
        self.header.show_sheet(sheet)
        self._share()
        self.horizontalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        count = self.header.count()
        for at in range(count):
            self.header.resizeSection(at, max(theme.wide(COLUMN_WIDTH), self.viewport().width() // count))


class FilePane(QWidget):
    """`corrected` carries (sheet, index, Choice or None), `grouped` the group that takes everybody in.

    `forgotten` asks to recognise the columns without what was said of such a list before, `unhidden` to read
    the sheets that the file hides.
    """

    corrected = Signal(str, int, object)
    grouped = Signal(str)
    forgotten = Signal()
    unhidden = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheets: tuple[SheetSummary, ...] = ()
        self._named = ""
        forget = Button(self.tr("Recognise them anew"), look=Look.LINK)
        forget.setObjectName("import_forget")
        forget.clicked.connect(self.forgotten)
        self.recalled = Banner("", Tone.ACCENT, forget)
        self.recalled.setObjectName("import_recalled")
        unhide = Button(self.tr("Read them too"), look=Look.LINK)
        unhide.setObjectName("import_unhide")
        unhide.clicked.connect(self.unhidden)
        self.hidden_sheets = Banner("", Tone.UNCERTAIN, unhide)
        self.hidden_sheets.setObjectName("import_hidden")
        self.tabs = QTabBar()
        self.tabs.setObjectName("import_sheet")
        self.tabs.setAccessibleName(self.tr("Sheet"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(self._show_sheet)
        self._found = Label("", wrap=True)
        self.first = self.table = SheetTable(self.tr("First rows of the file"))
        self.table.header.corrected.connect(self._correct)
        self.group = QLineEdit()
        self.group.setObjectName("import_group")
        self.group.editingFinished.connect(self._name_group)
        self._build()

    def _build(self) -> None:
        words = Label(self.tr("Put everybody of the list into this group as well:"))
        words.setBuddy(self.group)
        self.group.setAccessibleName(words.text())
        self.group.setMaximumWidth(theme.wide(tokens.PANE_WIDTH))
        self.group.setAcceptDrops(False)  # files may be dropped anywhere on the page
        group = row(words)
        group.addWidget(self.group, 1)
        group.addStretch(1)
        layout = column(self.recalled, self.hidden_sheets, self.tabs, self._found, space=tokens.SPACE_S)
        layout.addWidget(self.table, 1)
        layout.addLayout(group)
        self.setLayout(layout)

    def show_plan(self, plan: ImportPlan, *, anew: bool) -> None:
        """Show what the plan understood; the sheet that is looked at stays, unless the file is another."""
        if anew:
            self._named = ""
            self.group.clear()
        self._sheets = plan.sheets
        names = [visible(sheet.name) for sheet in plan.sheets]
        if names != [self.tabs.tabText(at) for at in range(self.tabs.count())]:
            self._name_tabs(names)
        said = self.tr("Columns recognised as last time.") if plan.recalled else ""
        self.recalled.say(said, Tone.ACCENT)
        hidden = ", ".join(map(visible, plan.hidden))
        told = self.tr("%n hidden sheet(s) not read: {names}.", "", len(plan.hidden)).format(names=hidden)
        self.hidden_sheets.say(told if plan.hidden else "", Tone.UNCERTAIN)
        self._show_sheet(self.tabs.currentIndex())

    def _name_tabs(self, names: list[str]) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name in names:
            self.tabs.addTab(name.replace("&", "&&"))
        self.tabs.setVisible(len(names) > 1)
        self.tabs.blockSignals(False)

    def _show_sheet(self, at: int) -> None:
        if 0 <= at < len(self._sheets):
            self._found.setText(self._tell(self._sheets[at]))
            self.table.show_sheet(self._sheets[at])

    def _correct(self, index: int, choice: Choice | None) -> None:
        self.corrected.emit(self._sheets[self.tabs.currentIndex()].name, index, choice)

    def _name_group(self) -> None:
        name = " ".join(self.group.text().split())
        if name != self._named:
            self._named = name
            self.grouped.emit(name)

    def _tell(self, sheet: SheetSummary) -> str:
        """What kind of list one of several sheets is, where its headers stand and how many rows it has."""
        rows = self.tr("%n rows", "", sheet.people)
        if sheet.header_row is None:
            where = self.tr("No row of headers")
        else:
            where = self.tr("Headers in row {row}").format(row=sheet.header_row)
        several = len(self._sheets) > 1  # one shape alone stands above
        shape = translate(sheet.shape) if sheet.shape and several else ""
        return " · ".join(filter(None, (shape, where, rows)))
