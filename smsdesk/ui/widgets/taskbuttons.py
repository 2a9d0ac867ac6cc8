"""The large buttons of the start page: an icon, what one wants to do, and a line of explanation."""

from __future__ import annotations

from PySide6.QtCore import Qt

from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import LaidOutButton
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label


class TaskButton(LaidOutButton):
    """A button the size of a card."""

    def __init__(self, icon: Icon, title: str, text: str, ink: Ink | Tone = Ink.ACCENT) -> None:
        super().__init__(title)
        self.setProperty("look", "task")
        self.setAccessibleDescription(text)
        picture = IconLabel(icon, ink, tokens.SPACE_XL)
        words = column(
            Label(title, Type.SUBTITLE, wrap=True), Label(text, muted=True, wrap=True), None, space=4
        )
        line = row(space=tokens.SPACE_M)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.setContentsMargins(tokens.SPACE_M, tokens.SPACE_M, tokens.SPACE_M, tokens.SPACE_M)
        self.setLayout(line)
