"""Files dropped anywhere on the window: class lists go to the import, templates to the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from smsdesk.domain.untrusted import visible
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.notices import Notices
from smsdesk.ui.places import ImportStart, Place, Route, TemplatesStart
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import Card, IconLabel
from smsdesk.ui.widgets.text import Label

LISTS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv", ".vcf"})
TEMPLATES = frozenset({".toml", ".json"})


@dataclass(frozen=True)
class Dropped:
    """Files sorted by what becomes of them, by their ending alone: whoever reads them looks inside."""

    lists: tuple[Path, ...] = ()
    templates: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()

    @property
    def left_out(self) -> tuple[Path, ...]:
        """What one drop does not do: lists go first, and one library of templates at a time."""
        unused = self.templates if self.lists else self.templates[1:]
        return (*self.others, *unused)

    @property
    def place(self) -> Place | None:
        """Where they lead; None when nothing of this is known."""
        if self.lists:
            return Place(Route.IMPORT, ImportStart(paths=self.lists))
        if self.templates:
            return Place(Route.TEMPLATES, TemplatesStart(self.templates[0]))
        return None


def files_of(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer that are dragged; addresses of the web are none."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def sort(files: Sequence[Path]) -> Dropped:
    """What becomes of each; a folder is neither list nor templates, whatever it is called."""
    by_ending = {file: file.suffix.lower() for file in files if not file.is_dir()}
    lists = tuple(file for file, ending in by_ending.items() if ending in LISTS)
    templates = tuple(file for file, ending in by_ending.items() if ending in TEMPLATES)
    others = tuple(file for file in files if file not in {*lists, *templates})
    return Dropped(lists, templates, others)


class DropCover(QWidget):
    """Lies over the whole window while files are held over it, and says what dropping them does.

    It is there before any field below is asked, which would take the file's name as text.
    `wanted` carries the Place to go to.
    """

    wanted = Signal(object)

    def __init__(self, window: QMainWindow, over: QWidget, notices: Notices) -> None:
        """Lies over `over`, which fills the window."""
        super().__init__(over)
        self.setObjectName("drop_cover")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._window = window
        self._over = over
        self._notices = notices
        self._title = Label("", Type.TITLE)
        self._words = Label("", muted=True)
        card = Card(None, space=tokens.SPACE_M, margin=tokens.SPACE_XL)
        card.setProperty("drop", True)
        for piece in (IconLabel(Icon.IMPORT, size=tokens.ICON_XL), self._title, self._words):
            card.body.addWidget(piece, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        stack = column(margin=tokens.SPACE_L)
        stack.addWidget(card, 1)
        self.setLayout(stack)
        self.hide()
        window.installEventFilter(self)
        self._listen()

    def _listen(self) -> None:
        """The handle is there from the first showing on; listening a second time changes nothing."""
        handle = self._window.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the window: when the system's window has its handle. Of that handle: when files come in."""
        if watched is self._window and event.type() == QEvent.Type.Show:
            self._listen()
        elif isinstance(event, QDragEnterEvent) and watched is self._window.window().windowHandle():
            self._come(event.mimeData())
        return False

    def _come(self, data: QMimeData) -> None:
        files = files_of(data)
        if not files:
            return
        dropped = sort(files)
        self._title.setText(self._promise(dropped))
        self._words.setText("" if dropped.place else self._known())
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def _promise(self, dropped: Dropped) -> str:
        if dropped.lists:
            return self.tr("Drop to look at %n lists before importing", "", len(dropped.lists))
        if dropped.templates:
            return self.tr("Drop to add these templates to the library")
        return self.tr("SMS desk does not read such files")

    def _known(self) -> str:
        return self.tr(
            "It takes class lists (Excel, LibreOffice, CSV), contacts (.vcf) and templates (.toml, .json)."
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        event.acceptProposedAction()
        dropped = sort(files_of(event.mimeData()))
        place = dropped.place
        if place is None:
            self._notices.toast(f"{self._promise(dropped)}. {self._known()}")
            return
        self.wanted.emit(place)
        if dropped.left_out:
            names = ", ".join(visible(file.name) for file in dropped.left_out)
            self._notices.toast(self.tr("Left out: {files}. Drop these by themselves.").format(files=names))
