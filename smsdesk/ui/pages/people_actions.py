"""The buttons in the header of the people: duplicates, everything rarer in a menu, add, import."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from smsdesk.ui import formats
from smsdesk.ui.design import icons
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import Button, IconButton, Look


class HeaderActions(QObject):
    """`go_wanted` carries a Place; the others say what is wanted here."""

    go_wanted = Signal(object)
    add_wanted = Signal()
    paste_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.duplicates = Button("", Icon.DUPLICATES, Look.QUIET)
        self.duplicates.setObjectName("people_duplicates")
        self.duplicates.clicked.connect(lambda: self._go(Route.DUPLICATES))
        self.duplicates.hide()
        self.more = IconButton(Icon.MORE, self.tr("More"))
        self.more.setObjectName("people_page_more")
        self.add = Button(self.tr("Add a person"), Icon.ADD_PERSON)
        self.add.setObjectName("people_add")
        self.add.setAccessibleName(self.add.text())
        self.add.clicked.connect(self.add_wanted)
        load = Button(self.tr("Import a list"), Icon.IMPORT, Look.PRIMARY)
        load.setObjectName("people_import")
        load.clicked.connect(lambda: self._go(Route.IMPORT))
        self.menu = self._make_menu()
        self.more.setMenu(self.menu)
        self.buttons: tuple[QWidget, ...] = (self.duplicates, self.more, self.add, load)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self.more)
        entries = (
            (Icon.IMPORT, self.tr("Paste from Excel"), self.paste_wanted.emit),
            (Icon.EXPORT, self.tr("Export this list…"), self.export_wanted.emit),
            (Icon.PRINT, self.tr("Print the class sheet…"), self.print_wanted.emit),
            (Icon.PRINT, self.tr("Class sheet as PDF…"), self.sheet_wanted.emit),
            (Icon.CONSENT, self.tr("Consent register"), lambda: self._go(Route.CONSENTS)),
        )
        for icon, words, act in entries:
            menu.addAction(icons.make(icon, Ink.MUTED), words, act)
        return menu

    def _go(self, route: Route) -> None:
        self.go_wanted.emit(Place(route))

    def be_brief(self, brief: bool) -> None:
        """In a small window the title of the page needs the room of some words."""
        self.add.setText("" if brief else self.add.accessibleName())
        self.add.setToolTip(self.add.accessibleName() if brief else "")

    def show_duplicates(self, count: int | None) -> None:
        """Say how many pairs may be one person (None: not counted); with none the way there is not shown."""
        words = self.tr("Possible duplicates ({count})").format(count=formats.number(count or 0))
        self.duplicates.setText(self.tr("Possible duplicates") if count is None else words)
        self.duplicates.setVisible(count != 0)
