"""Where an import begins: a place to drop files, to choose them, or to paste rows; and reading them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QWidget

from smsdesk.domain.import_plan import Progress
from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.import_words import stage_word
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Card, EmptyState
from smsdesk.ui.widgets.text import ElidedLabel, Label, restyle

FILES = "*.xlsx *.xlsm *.xls *.ods *.csv *.txt *.tsv *.vcf"
_STEPS = 1000
"""Of the bar: a long list moves it several times a second."""


class DropZone(Card):
    """`chosen` carries the paths of files, `pasted` asks for the clipboard, `cancelled` ends the reading."""

    chosen = Signal(list)
    pasted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("drop", True)
        self._choose_button = Button(self.tr("Choose files"), Icon.IMPORT, Look.PRIMARY)
        self._choose_button.setObjectName("import_choose")
        self._choose_button.clicked.connect(self._choose)
        self.first = self._choose_button
        paste = Button(self.tr("Paste from Excel"), Icon.COPY)
        paste.setObjectName("import_paste")
        paste.setToolTip(self.tr("Copy the rows in Excel, then press this button or Ctrl+V here."))
        paste.clicked.connect(self.pasted)
        self._reading = _Reading()
        self._reading.cancel.clicked.connect(self.cancelled)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(tokens.BUSY_SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show_reading)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                Icon.IMPORT,
                self.tr("Drop your class lists here"),
                self.tr(
                    "Excel, LibreOffice, CSV or contacts, one file or several. "
                    "Nothing changes before you agree."
                ),
                self._choose_button,
                paste,
            )
        )
        self._stack.addWidget(self._reading)
        self.body.addWidget(self._stack, 1)

    def set_hovered(self, hovered: bool) -> None:
        """Whether files are held over the page, ready to be dropped."""
        self.setProperty("hovered", hovered)
        restyle(self)

    def set_reading(self, file: str) -> None:
        """Say which file is being read, once that takes a while; "" ends it."""
        self._choose_button.setEnabled(not file)
        if file:
            self._reading.begin(file)
            self._late.start()
        else:
            self._late.stop()
            self._stack.setCurrentIndex(0)

    def show_progress(self, progress: Progress) -> None:
        """How far the reading is."""
        self._reading.show_progress(progress)

    def _show_reading(self) -> None:
        self._stack.setCurrentWidget(self._reading)
        if self.isVisible():
            self._reading.cancel.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose class lists"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Lists ({files})").format(files=FILES), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda files: self.chosen.emit(list(files)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _Reading(QWidget):
    """What is being read and how far, with the way to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self._file = ElidedLabel("", Type.SUBTITLE)
        self._stage = Label("", muted=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("import_progress")
        self._bar.setProperty("look", "wide")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Reading"))
        self.cancel = Button(self.tr("Cancel"), Icon.CLOSE)
        self.cancel.setObjectName("import_cancel")
        middle = QWidget()
        middle.setMaximumWidth(theme.wide(2 * tokens.PANE_WIDTH))
        middle.setLayout(
            column(
                self._file,
                self._stage,
                self._bar,
                tokens.SPACE_S,
                row(self.cancel, None),
                space=tokens.SPACE_S,
            )
        )
        line = row(None)
        line.addWidget(middle, 4)
        line.addStretch(1)
        self.setLayout(column(None, line, None))

    def begin(self, file: str) -> None:
        """Another file: nothing is known yet of how long it takes."""
        self._file.setText(self.tr("Reading {file}…").format(file=visible(file)))
        self._stage.setText("")
        self._bar.setRange(0, 0)

    def show_progress(self, progress: Progress) -> None:
        """The stage in words, and its bar."""
        self._stage.setText(stage_word(progress.stage))
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(progress.done * _STEPS))
