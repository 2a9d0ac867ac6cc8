"""A chip that stands for a choice and takes it back when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.buttons import Button, Look

translate = QCoreApplication.translate

_WORDS = tokens.PANE_WIDTH * 2 // 3
"""As much of a name as leaves room for a second chip in a narrow column."""


class RemovableChip(Button):
    """Words with a cross; `clicked` takes the choice back."""

    def __init__(self, text: str) -> None:
        super().__init__("", Icon.CLOSE, Look.QUIET)
        self.words = text
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, theme.wide(_WORDS))
        self.setText(shown.replace("&", "&&"))
        self.setProperty("look", "chip")
        self.setAccessibleName(translate("widgets", "Remove {name}").format(name=text))
        self.setToolTip(plain_tip(self.accessibleName()))
