"""In the header: what Ctrl+Z would take back and Ctrl+Y do again, as two buttons that tell it by name."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.notices import Notices
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.undoing import REDO_KEYS, UNDO_KEYS, Deed
from smsdesk.ui.widgets.buttons import IconButton
from smsdesk.ui.widgets.layout import row


class UndoButtons(QWidget):
    """Seen while there is something to undo or to redo, but where the page tells that itself."""

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._deeds = notices.deeds
        self._yields = False
        self.undo = IconButton(Icon.UNDO, self.tr("Undo"))
        self.undo.setObjectName("header_undo")
        self.undo.clicked.connect(notices.undo)
        self.redo = IconButton(Icon.REDO, self.tr("Redo"))
        self.redo.setObjectName("header_redo")
        self.redo.clicked.connect(notices.redo)
        self.setLayout(row(self.undo, self.redo, space=tokens.SPACE_XS))
        self._deeds.changed.connect(self._show)
        self._show()

    def yield_to_page(self, yields: bool) -> None:
        """Whether the page that is shown tells itself what can be undone."""
        self._yields = yields
        self._show()

    def _show(self) -> None:
        undo, redo = self._deeds.last, self._deeds.last_undone
        at = keyboard_at(self)
        _tell(self.undo, self.tr("Undo"), self.tr("Undo “{what}”"), undo, UNDO_KEYS[0])
        _tell(self.redo, self.tr("Redo"), self.tr("Redo “{what}”"), redo, REDO_KEYS[-1])
        if at is self.undo and redo is not None and undo is None:
            self.redo.setFocus()
        elif at is self.redo and undo is not None and redo is None:
            self.undo.setFocus()
        self.setVisible(not self._yields and (undo is not None or redo is not None))


def _tell(button: IconButton, alone: str, words: str, deed: Deed | None, keys: str) -> None:
    """Name what the button would do, or that there is nothing to do."""
    name = words.format(what=deed.name) if deed is not None else alone
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    button.setEnabled(deed is not None)
    button.setAccessibleName(name)
    button.setAccessibleDescription(shown)
    button.setToolTip(plain_tip(f"{name} ({shown})"))
