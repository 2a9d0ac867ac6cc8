"""Where an import begins: a place to drop a file, or to choose one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar

from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import Card, EmptyState
from smsdesk.ui.widgets.text import Label

FILES = "*.xlsx *.xlsm *.xls *.ods *.csv *.txt *.tsv"


class DropZone(Card):
    """`chosen` carries the path of a file."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("drop", True)
        choose = Button(self.tr("Choose a file"), Icon.IMPORT, Look.PRIMARY)
        choose.setObjectName("import_choose")
        choose.clicked.connect(self._choose)
        self._choose_button = choose
        self.setFocusProxy(choose)
        self._reading = Label("", muted=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Reading"))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(tokens.BUSY_SHOWN_AFTER_MS)
        self._late.timeout.connect(lambda: self._show_reading(True))
        self.body.addWidget(
            EmptyState(
                Icon.IMPORT,
                self.tr("Drop your class list here"),
                self.tr(
                    "Excel, LibreOffice or CSV, as it is. You see what it will do before anything changes."
                ),
                choose,
            ),
            1,
        )
        self.body.addLayout(column(self._reading, self._bar))
        self._show_reading(False)

    def set_reading(self, file: str) -> None:
        """Say which file is being read, once that takes a while; "" ends it."""
        self._reading.setText(self.tr("Reading {file}…").format(file=visible(file)))
        self._choose_button.setEnabled(not file)
        if file:
            self._late.start()
        else:
            self._late.stop()
            self._show_reading(False)

    def _show_reading(self, shown: bool) -> None:
        self._reading.setVisible(shown)
        self._bar.setVisible(shown)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a class list"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lists ({files})").format(files=FILES), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
