"""Above a conversation: with whom it is, how it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.domain.views import Conversation
from smsdesk.ui.design import icons, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import phone as written_phone
from smsdesk.ui.models.conversations import standing, who
from smsdesk.ui.widgets.buttons import Button, IconButton
from smsdesk.ui.widgets.chips import HEIGHT, Chip
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.text import ElidedLabel, Label


class Act(StrEnum):
    """What a person may want to do with a conversation."""

    DONE = "done"
    STAR = "star"
    ARCHIVE = "archive"
    UNREAD = "unread"
    PRINT = "print"
    PDF = "pdf"
    TABLE = "table"


KEYS = {
    Act.DONE: "Ctrl+D",
    Act.STAR: "Ctrl+E",
    Act.ARCHIVE: "Ctrl+Backspace",
    Act.UNREAD: "Ctrl+U",
    Act.PRINT: "Ctrl+P",
}
"""Everywhere on the page; the tool tips and the menu say them."""


class ThreadHead(QWidget):
    """`wanted` carries an Act, `assigned` the name of who is to answer ("" is nobody), `side_wanted` asks for
    the pane on the right."""

    wanted = Signal(object)
    assigned = Signal(str)
    side_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel("", Type.SUBTITLE)
        self.star = self._icon(Icon.STAR, Act.STAR)
        self.archive = self._icon(Icon.ARCHIVE, Act.ARCHIVE)
        self.more = IconButton(Icon.MORE, self.tr("More"))
        self.more.setObjectName("inbox_more")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.side = IconButton(Icon.PERSON, self.tr("Show whose phone this is"))
        self.side.clicked.connect(self.side_wanted)
        self.done = Button("", Icon.SUCCESS)
        self.done.setObjectName("inbox_done")
        self.done.clicked.connect(lambda: self.wanted.emit(Act.DONE))
        self._chips = FlowLayout(tokens.SPACE_XS)
        upper = row(space=0)
        upper.addWidget(self.name, 1)
        for button in (self.star, self.archive, self.more, self.side):
            upper.addWidget(button)
        lower = row(space=tokens.SPACE_S)
        lower.addLayout(self._chips, 1)
        lower.addWidget(self.done)
        self.setLayout(column(upper, lower, space=tokens.SPACE_XS))

    def _icon(self, icon: Icon, act: Act) -> IconButton:
        button = IconButton(icon, "")
        button.setObjectName(f"inbox_{act}")
        button.clicked.connect(lambda: self.wanted.emit(act))
        return button

    def show_conversation(
        self, shown: Conversation, operators: Sequence[str], me: str, now: datetime
    ) -> None:
        """Show whose conversation this is and how it stands."""
        self.name.setText(who(shown))
        clear(self._chips)
        if shown.names:
            number = Label(visible(written_phone(shown.phone)), Type.CAPTION, muted=True)
            number.setMinimumHeight(HEIGHT)  # beside chips
            self._chips.addWidget(number)
        for each in standing(shown, now):
            self._chips.addWidget(Chip(each.icon, each.text, each.tone))
        if shown.assigned_to:
            self._chips.addWidget(Chip(Icon.PERSON, visible_line(shown.assigned_to), Tone.ACCENT))
        self._show_buttons(shown)
        self._fill_menu(shown, operators, me)

    def _show_buttons(self, shown: Conversation) -> None:
        self.done.setText(self.tr("Still to do") if shown.done else self.tr("Done"))
        self.done.show_icon(Icon.CLOCK if shown.done else Icon.SUCCESS)
        self.done.setToolTip(_with_key(self._done_words(shown), Act.DONE))
        star = self.tr("Remove the star") if shown.starred else self.tr("Star this conversation")
        _say(self.star, star, Act.STAR)
        self.star.setIcon(
            icons.make(
                Icon.STARRED if shown.starred else Icon.STAR, Tone.UNCERTAIN if shown.starred else Ink.MUTED
            )
        )
        archive = self.tr("Take back from the archive") if shown.archived else self.tr("Archive")
        _say(self.archive, archive, Act.ARCHIVE)
        self.archive.setIcon(icons.make(Icon.RESTORE if shown.archived else Icon.ARCHIVE, Ink.MUTED))

    def _done_words(self, shown: Conversation) -> str:
        if shown.done:
            return self.tr("There is still something to do here")
        return self.tr("Nothing is left to do here until the next message")

    def _fill_menu(self, shown: Conversation, operators: Sequence[str], me: str) -> None:
        self.menu.clear()
        who_answers = self.menu.addMenu(icons.make(Icon.ASSIGN, Ink.MUTED), self.tr("Who answers"))
        nobody = who_answers.addAction(self.tr("Anybody"), partial(self.assigned.emit, ""))
        nobody.setCheckable(True)
        nobody.setChecked(not shown.assigned_to)
        for name in dict.fromkeys((me, *operators)):
            words = self.tr("Me ({name})") if name == me else "{name}"
            each = who_answers.addAction(
                words.format(name=visible_line(name)).replace("&", "&&"), partial(self.assigned.emit, name)
            )
            each.setCheckable(True)
            each.setChecked(name == shown.assigned_to)
        for icon, words, act in (
            (Icon.UNREAD, self.tr("Mark as unread"), Act.UNREAD),
            (Icon.PRINT, self.tr("Print the conversation…"), Act.PRINT),
            (Icon.EXPORT, self.tr("Conversation as PDF…"), Act.PDF),
            (Icon.EXPORT, self.tr("Conversation as a file…"), Act.TABLE),
        ):
            entry = self.menu.addAction(icons.make(icon, Ink.MUTED), words, partial(self.wanted.emit, act))
            if act in KEYS:
                entry.setText(f"{words}\t{_native(act)}")  # the page's own shortcut does it


def _native(act: Act) -> str:
    return QKeySequence(KEYS[act]).toString(QKeySequence.SequenceFormat.NativeText)


def _with_key(words: str, act: Act) -> str:
    return f"{words} ({_native(act)})"


def _say(button: IconButton, words: str, act: Act) -> None:
    button.setAccessibleName(words)
    button.setToolTip(_with_key(words, act))
