"""Whose phone is this: choose among the people one knows, by a few letters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.domain.people import Contact
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.formats import phone as written_phone
from smsdesk.ui.help_topics import UNKNOWN
from smsdesk.ui.pages.people_finder import Fetch, PersonFinder
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.text import Label

_WIDTH = tokens.PANE_WIDTH + tokens.SPACE_XXL * 2
_ROWS = 9


class PhoneOwnerChooser(QDialog):
    """`chosen` carries the Contact who has this phone (E.164)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, tasks: Tasks, fetch: Fetch, phone: str) -> None:
        super().__init__(parent)
        self.setObjectName("inbox_owner")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Whose phone is {number}?").format(number=written_phone(phone)))
        give_help(self, UNKNOWN)
        self.finder = PersonFinder(tasks, fetch, self.tr("Name of the person"))
        self.finder.chosen.connect(self._take)
        told = Label(self.tr("The number is added to the phones of this person."), muted=True, wrap=True)
        self.setLayout(column(told, self.finder, None, margin=tokens.SPACE_M))
        self.resize(theme.wide(_WIDTH), _ROWS * theme.high(tokens.ROW_HEIGHT))
        self.finder.setFocus()

    def _take(self, person: Contact) -> None:
        self.accept()
        self.chosen.emit(person)
