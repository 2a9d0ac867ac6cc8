"""When the window cannot open as it should: why it does not, and the way back to a copy of the data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog

from smsdesk.domain.errors import DamageError, ProfileError
from smsdesk.services.safekeeping import KeptCopy
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.dialog_help import give_help
from smsdesk.ui.help_topics import SAFETY
from smsdesk.ui.trouble_words import told
from smsdesk.ui.upgrading import T, WaitNotice, show_while, speak
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label

translate = QCoreApplication.translate


class BackNotice(WaitNotice):
    """While a copy takes the place of the data."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Going back to the copy…"),
            self.tr("The copy is looked through and takes the place of the data, which are kept beside it."),
        )


def show_going_back(app: QApplication, work: Callable[[], T]) -> T:
    """Do the work, and show what goes on when it takes a while; raises what it raises."""
    return show_while(app, work, BackNotice)


def came_back() -> str:
    """What the window says when it opens on a copy."""
    return translate("starting", "The copy is in place. What was there before is kept beside it.")


class StartRefused(QDialog):
    """Why the data were not opened; accepted means: go back to the copy that it offers."""

    def __init__(self, refused: ProfileError, copy: KeptCopy | None) -> None:
        super().__init__(None)
        self.setObjectName("start_refused")
        self.setProperty("look", "page")
        self.setWindowTitle(self.tr("SMS desk cannot open"))
        give_help(self, SAFETY)
        width = theme.wide(tokens.PANE_WIDTH + tokens.SPACE_XXL * 5)
        self.setMinimumWidth(width)
        what = told(refused.sentence, type(refused))
        words = [Label(what.happened, Type.STRONG, wrap=True)]
        if copy is not None and copy.day is not None:
            offered = self.tr(
                "The newest copy that is whole is that of {day}. What came since is not in it; the damaged"
                " file is kept beside it, and sending stays on hold until you say so."
            )
            words.append(Label(offered.format(day=formats.day(copy.day)), wrap=True))
        elif what.todo:
            words.append(Label(what.todo, wrap=True))
        for label in words:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleDescription(" ".join(label.text() for label in words))
        line = row(space=tokens.SPACE_M)
        line.addWidget(IconLabel(Icon.WARNING, Tone.FAILED, tokens.ICON_L), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(*words, space=tokens.SPACE_S), 1)
        close = Button(self.tr("Close"), None, Look.PRIMARY)
        close.setObjectName("start_close")
        close.clicked.connect(self.reject)
        buttons = [close]
        if copy is not None:
            back = Button(self.tr("Go back to this copy"), Icon.RESTORE)
            back.setObjectName("start_back")
            back.clicked.connect(self.accept)
            buttons.append(back)
        stack = column(space=tokens.SPACE_L, margin=tokens.SPACE_L)
        stack.addLayout(line)
        stack.addLayout(flow(*buttons))
        self.setLayout(stack)
        self.resize(width, stack.heightForWidth(width))
        close.setFocus()


def ask_at_start(
    app: QApplication, refused: ProfileError, find_copy: Callable[[], KeptCopy | None]
) -> KeptCopy | None:
    """Tell why the data cannot be opened; gives the copy to go back to, None to close."""
    copy = show_while(app, find_copy, BackNotice) if isinstance(refused, DamageError) else None
    speak(app)
    dialog = StartRefused(refused, copy)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return copy if accepted else None
