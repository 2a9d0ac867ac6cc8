"""Ctrl+?: every key of the program, by the page where it works, with a search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.domain.folding import fold
from smsdesk.ui import window_keys as everywhere
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.help_topics import KEYS
from smsdesk.ui.undoing import REDO_KEYS, UNDO_KEYS
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.tables import Table

_KEYS_WIDTH = 190
_WHERE_WIDTH = 140


@dataclass(frozen=True)
class KeyLine:
    """One line: where it works, the keys that do the same, and what they do."""

    where: str
    keys: tuple[str, ...]
    words: str

    @property
    def shown(self) -> str:
        """The keys as this system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return " · ".join(QKeySequence(keys).toString(native) for keys in self.keys)


class KeysOverview(QDialog):
    """Lists the keys; typing narrows the list, Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys_overview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        give_help(self, KEYS)
        self.search = SearchField(self.tr("A key or what it does"), pause_ms=0)
        self.search.setObjectName("keys_search")
        self.search.textChanged.connect(self._fill)
        self._lines = tuple(self.lines())
        self._model = QStandardItemModel(0, 3, self)
        heads = [self.tr("Keys"), self.tr("What it does"), self.tr("Where")]
        self._model.setHorizontalHeaderLabels(heads)
        self.table = Table(self.tr("Keyboard shortcuts"))
        self.table.setObjectName("keys_table")
        self.table.show_model(self._model, {})
        self.table.set_width(0, theme.wide(_KEYS_WIDTH))
        self.table.set_width(2, theme.wide(_WHERE_WIDTH))
        layout = column(self.search, space=tokens.SPACE_M, margin=tokens.SPACE_M)
        layout.addWidget(self.table, 1)
        self.setLayout(layout)
        most = parent.size() - QSize(2 * tokens.SPACE_L, 2 * tokens.SPACE_L)
        wanted = theme.wide(tokens.PANE_WIDTH * 2 + tokens.SPACE_XXL), theme.high(tokens.ROW_HEIGHT) * 13
        self.resize(QSize(*wanted).boundedTo(most))
        self._fill()

    def _fill(self) -> None:
        words = fold(self.search.text()).split()
        self._model.setRowCount(0)
        for line in self._lines:
            cells = (line.shown, line.words, line.where)
            if all(word in fold(" ".join(cells)) for word in words):
                self._model.appendRow([QStandardItem(cell) for cell in cells])

    def lines(self) -> Iterator[KeyLine]:
        """Every key of the program."""
        yield from self._everywhere()
        yield from self._sending()
        yield from self._inbox()
        yield from self._people()
        yield from self._others()

    def _everywhere(self) -> Iterator[KeyLine]:
        where = self.tr("Everywhere")
        yield KeyLine(where, (everywhere.HELP,), self.tr("Help on this page, and back"))
        yield KeyLine(where, (everywhere.OVERVIEW,), self.tr("This list"))
        yield KeyLine(where, (everywhere.FIND,), self.tr("Go to a page or write to a group"))
        pages = (
            self.tr("Home"), self.tr("Send"), self.tr("Inbox"), self.tr("People"), self.tr("Broadcasts"),
            self.tr("Templates"), self.tr("Planning"), self.tr("Figures"), self.tr("Settings"),
        )  # fmt: skip
        for keys, page in zip(everywhere.RAIL_KEYS, pages, strict=True):
            yield KeyLine(where, (keys,), page)
        yield KeyLine(where, (everywhere.BACK,), self.tr("Back to the page before"))
        yield KeyLine(where, (everywhere.REFRESH,), self.tr("Reload what is shown"))
        yield KeyLine(where, (everywhere.TO_TOAST,), self.tr("Go to the message at the bottom, to undo"))
        yield KeyLine(where, UNDO_KEYS, self.tr("Undo what was done last"))
        yield KeyLine(where, REDO_KEYS[::-1], self.tr("Do it again"))
        yield KeyLine(where, (everywhere.QUIT,), self.tr("Quit SMS desk"))
        yield KeyLine(where, ("Return", "Enter"), self.tr("Open what is chosen, press the button"))
        yield KeyLine(where, ("Esc",), self.tr("Close what is open: a dialog, a pane, a message"))

    def _sending(self) -> Iterator[KeyLine]:
        where = self.tr("Send")
        yield KeyLine(where, ("Esc", "Ctrl+Z"), self.tr("Cancel the broadcast, for five seconds"))
        yield KeyLine(where, ("Left", "Right"), self.tr("In the preview: the recipient before, the next"))
        alert = self.tr("Urgent alert")
        yield KeyLine(alert, ("Ctrl+Enter", "Ctrl+Return"), self.tr("Confirm the alert"))

    def _inbox(self) -> Iterator[KeyLine]:
        where = self.tr("Inbox")
        yield KeyLine(where, ("Ctrl+F",), self.tr("Search the messages"))
        yield KeyLine(where, ("Alt+Up", "Alt+Down"), self.tr("The conversation before, the next"))
        yield KeyLine(where, ("Ctrl+R",), self.tr("Write an answer"))
        yield KeyLine(where, ("Ctrl+M",), self.tr("Answer with a template"))
        yield KeyLine(where, ("Ctrl+Enter",), self.tr("Send the answer"))
        yield KeyLine(where, ("Ctrl+D",), self.tr("Done, or to do again"))
        yield KeyLine(where, ("Ctrl+E",), self.tr("Mark with a star"))
        yield KeyLine(where, ("Ctrl+U",), self.tr("Mark as unread"))
        yield KeyLine(where, ("Ctrl+Backspace",), self.tr("Archive"))
        yield KeyLine(where, ("Ctrl+P",), self.tr("Print"))

    def _people(self) -> Iterator[KeyLine]:
        where = self.tr("People")
        yield KeyLine(where, ("Down", "PgDown"), self.tr("From the search into the table"))
        yield KeyLine(where, ("Ctrl+V",), self.tr("Import the copied rows"))

    def _others(self) -> Iterator[KeyLine]:
        where = self.tr("Templates")
        yield KeyLine(where, ("Ctrl+N",), self.tr("New template"))
        yield KeyLine(where, ("Ctrl+S",), self.tr("Save the template"))
