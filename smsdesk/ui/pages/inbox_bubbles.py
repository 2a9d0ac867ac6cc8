"""One row of a conversation: its day, the broadcast it belongs to, the bubble, and how it stands."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from smsdesk.domain.answer_reading import AnswerKind
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.domain.views import Direction, ThreadItem
from smsdesk.ui.answer_words import reading_look
from smsdesk.ui.dates import long_day
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.formats import clock
from smsdesk.ui.i18n import translate as translated
from smsdesk.ui.models.thread import ThreadRow
from smsdesk.ui.widgets.buttons import Button, IconButton, Look, NameLink
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.layout import Piece, column, row
from smsdesk.ui.widgets.states import state_look
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label, restyle

translate = QCoreApplication.translate

_WIDEST = 440
"""About sixty characters, what is read without losing the line."""
_SHARE = 0.82
"""Of the pane's width at most, so that the free side shows who speaks."""
_PAD = tokens.SPACE_M - tokens.SPACE_XS
_MAY_BREAK = "\u200b"
_LONG_RUN = re.compile(r"\S{24}(?=\S)")
"""A link has no space where it could wrap; narrower than this no bubble gets."""


class PlainWords(Label):
    """Text that can be selected and copied, and that wraps anywhere in what has no spaces."""

    def __init__(self, text: str, type_: Type = Type.BODY) -> None:
        super().__init__("", type_, wrap=True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.plain = visible(text)
        self.setText(_LONG_RUN.sub(rf"\g<0>{_MAY_BREAK}", self.plain))
        self.setAccessibleName(self.plain)

    def fit(self, widest: int) -> None:
        """Take the width of the text, and no more than `widest`."""
        self.ensurePolished()
        self.setMinimumSize(0, 0)  # QLabel takes no width below it into account
        box = self.fontMetrics().boundingRect(
            QRect(0, 0, widest, 1 << 20), int(Qt.TextFlag.TextWordWrap), self.text()
        )
        width = min(widest, box.width() + 2)
        self.setFixedSize(width, max(0, self.heightForWidth(width)))

    def copy_all(self) -> None:
        """Copy the whole text."""
        QGuiApplication.clipboard().setText(self.plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = self.selectedText().replace(_MAY_BREAK, "").replace("\u2029", "\n")
            QGuiApplication.clipboard().setText(chosen or self.plain)
        else:
            super().keyPressEvent(event)


class BubbleRow(QWidget):
    """Shows one row of a thread; its text wraps at the width that `fit` is given.

    `broadcast_wanted` carries the id of the broadcast that is quoted, `about_wanted` the ThreadItem of which
    a person says what it answers.
    """

    broadcast_wanted = Signal(int)
    about_wanted = Signal(object)

    def __init__(self, shown: ThreadRow) -> None:
        super().__init__()
        self.shown = shown
        item = shown.item
        self.words = PlainWords(_text(item))
        self.raw = PlainWords(item.raw, Type.CAPTION) if item.raw else None
        self.error = _error(item)
        self._side = (
            Qt.AlignmentFlag.AlignRight if item.direction is Direction.OUT else Qt.AlignmentFlag.AlignLeft
        )
        self.bubble = _bubble(item, *filter(None, (self.words, self.raw)))
        lines = column(space=tokens.SPACE_XS)
        if shown.day is not None:
            day = Label(long_day(shown.day), Type.CAPTION, muted=True)
            lines.addWidget(day, 0, Qt.AlignmentFlag.AlignHCenter)
        if shown.quoted:
            lines.addLayout(self._quote(shown))
        lines.addWidget(self.bubble, 0, self._side)
        lines.addLayout(_at_side(self._standing(shown), self._side))
        if self.error is not None:
            lines.addWidget(self.error, 0, self._side)
        self.setLayout(lines)

    def point_out(self) -> None:
        """Show that this one was looked for."""
        self.bubble.setProperty("sought", True)
        restyle(self.bubble)

    def _quote(self, shown: ThreadRow) -> QHBoxLayout:
        """The broadcast to which this belongs, and the way there."""
        broadcast_id = shown.about.broadcast_id if shown.about is not None else shown.item.broadcast_id
        title = NameLink(visible_line(shown.quoted))
        title.clicked.connect(lambda: self.broadcast_wanted.emit(broadcast_id))
        picture = IconLabel(Icon.BROADCASTS, size=tokens.ICON_S)
        return _at_side([picture, title], self._side)

    def fit(self, room: int) -> None:
        """Wrap the texts for a pane of this width in pixels."""
        widest = min(theme.wide(_WIDEST), int(room * _SHARE)) - 2 * _PAD
        for words in (self.words, self.raw, self.error):
            if words is not None:
                words.fit(widest)
        for box in (self.bubble, self):  # at once, so that no line is seen cut meanwhile
            layout = box.layout()
            if layout is not None:
                layout.activate()
        self.updateGeometry()

    def _standing(self, shown: ThreadRow) -> list[Piece]:
        """Time, state, how it was read and, where there is no text, the way to what came instead."""
        item = shown.item
        pieces: list[Piece] = [Label(clock(item.at), Type.CAPTION, muted=True)]
        if item.state is not None:
            look = state_look(item.state)
            pieces.append(Chip(look.icon, look.text, look.tone))
        if shown.about is not None and shown.about.reading.kind is not AnswerKind.OTHER:
            read = reading_look(shown.about.reading, shown.about.question)
            pieces.append(Chip(read.icon, read.text, read.tone))
        if not item.complete:
            pieces.append(Chip(Icon.UNCERTAIN, translate("inbox", "A part is missing"), Tone.UNCERTAIN))
        if self.raw is not None:
            pieces.append(_details(self.raw))
        elif item.direction is Direction.IN:
            pieces.append(self._more())
        return pieces

    def _more(self) -> IconButton:
        """What is rare: correcting what a message answers, and copying it."""
        button = IconButton(Icon.MORE, translate("inbox", "More about this message"))
        side = theme.wide(tokens.SPACE_L)
        button.setFixedSize(side, side)
        button.setProperty("look", "small")
        menu = QMenu(button)
        menu.addAction(
            icons.make(Icon.BROADCASTS, Ink.MUTED),
            translate("inbox", "This message answers…"),
            lambda: self.about_wanted.emit(self.shown.item),
        )
        menu.addAction(
            icons.make(Icon.COPY, Ink.MUTED), translate("inbox", "Copy the text"), self.words.copy_all
        )
        button.setMenu(menu)
        return button


def _text(item: ThreadItem) -> str:
    if item.text is not None:
        return item.text
    return translate("inbox", "This message holds no readable text. Nothing of it is lost: see the details.")


def _bubble(item: ThreadItem, *words: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("look", "bubble")
    frame.setProperty("side", str(item.direction))
    inside = column(*words)
    inside.setContentsMargins(_PAD, tokens.SPACE_S, _PAD, tokens.SPACE_S)
    frame.setLayout(inside)
    return frame


def _at_side(pieces: list[Piece], side: Qt.AlignmentFlag) -> QHBoxLayout:
    return row(*([None, *pieces] if side == Qt.AlignmentFlag.AlignRight else [*pieces, None]))


def _error(item: ThreadItem) -> PlainWords | None:
    if item.error is None:
        return None
    words = PlainWords(translated(item.error), Type.CAPTION)
    words.set_tone(Tone.FAILED)
    return words


def _details(raw: PlainWords) -> Button:
    """Shows and hides what came in place of a text."""
    raw.hide()
    button = Button(translate("inbox", "Details"), look=Look.LINK)
    button.setObjectName("inbox_details")
    button.setCheckable(True)
    button.toggled.connect(raw.setVisible)
    return button
