"""F1 in a dialog: the help at what the dialog is about, in a window over it, since the page below is shut."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.help_panel import HelpPanel
from smsdesk.ui.help_topics import Topic
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.window_keys import HELP

_WIDTH = tokens.PANE_WIDTH + tokens.SPACE_XXL * 3
_ROWS = 13


class HelpWindow(QDialog):
    """Open until Escape, F1 or its cross; the dialog below is as it was then."""

    def __init__(self, parent: QDialog, topic: Topic) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.panel = HelpPanel(_language(), with_keys=False)
        self.panel.closed.connect(self.accept)
        self.setLayout(column(self.panel, space=0))
        wanted = theme.wide(_WIDTH), theme.high(tokens.ROW_HEIGHT) * _ROWS
        room = self.screen().availableSize()
        self.resize(min(wanted[0], room.width()), min(wanted[1], room.height()))
        QShortcut(QKeySequence(HELP), self).activated.connect(self.accept)
        self.panel.open(topic)


def _language() -> Language:
    app = QCoreApplication.instance()
    spoken = Translations.of(app).language if app is not None else None
    return spoken or Language.FRENCH


def give_help(dialog: QDialog, topic: Topic) -> None:
    """Let F1 in a dialog open the help at this topic."""
    shortcut = QShortcut(QKeySequence(HELP), dialog)
    shortcut.activated.connect(lambda: HelpWindow(dialog, topic).open())
