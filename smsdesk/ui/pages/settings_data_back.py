"""The question before the data go back to a copy: what the copy holds, and what becomes of the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.services.safekeeping import Inside
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.help_topics import SAFETY
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label


class BackQuestion(QDialog):
    """Stays open until it is answered; accepted is yes."""

    def __init__(self, parent: QWidget, name: str, inside: Inside) -> None:
        super().__init__(parent)
        self.setObjectName("back_question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go back to this copy?"))
        give_help(self, SAFETY)
        width = theme.wide(tokens.PANE_WIDTH + tokens.SPACE_XXL * 5)
        self.setMinimumWidth(width)
        words = [
            Label(name, Type.STRONG, wrap=True),
            Label(self._holds(inside), wrap=True),
            Label(
                self.tr("What was changed, sent or received since is not there any more afterwards."),
                wrap=True,
            ),
            Label(
                self.tr(
                    "What is there now is kept in a file beside the data, so that one can come back to it."
                ),
                wrap=True,
            ),
            Label(
                self.tr(
                    "SMS that wait in the copy may have left since: sending stays on hold until you say so. "
                    "The window closes and opens again by itself."
                ),
                wrap=True,
            ),
        ]
        self.setAccessibleDescription(" ".join(label.text() for label in words))
        line = row(space=tokens.SPACE_M)
        line.addWidget(IconLabel(Icon.WARNING, Tone.UNCERTAIN, tokens.ICON_L), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(*words, space=tokens.SPACE_S), 1)
        keep = Button(self.tr("Change nothing"), None, Look.PRIMARY)
        keep.setObjectName("back_keep")
        keep.clicked.connect(self.reject)
        back = Button(self.tr("Go back to this copy"), Icon.RESTORE, Look.DANGER)
        back.setObjectName("back_yes")
        back.clicked.connect(self.accept)
        stack = column(space=tokens.SPACE_L, margin=tokens.SPACE_L)
        stack.addLayout(line)
        stack.addLayout(flow(keep, back))
        self.setLayout(stack)
        self.resize(width, stack.heightForWidth(width))
        keep.setFocus()

    def _holds(self, inside: Inside) -> str:
        people = self.tr("It holds %n people", "", inside.people)
        sends = self.tr("%n sends", "", inside.sends)
        if inside.last is None:
            return f"{people}."
        last = self.tr("the last one: {moment}").format(moment=formats.moment(inside.last))
        return f"{people}, {sends} ({last})."
