"""A form in the side panel: what is asked scrolls, saving and what is wrong stay in sight below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.sentences import Sentence
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.buttons import Button, IconButton, Look
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Banner, Card
from smsdesk.ui.widgets.text import Label


class SideForm(Card):
    """`saved` carries what was typed once it can be understood; `closed` gives up.

    Whoever shows the form places its `footer` below the part that scrolls.
    """

    saved = Signal(object)
    closed = Signal()

    def __init__(self, title: str, save_name: str) -> None:
        super().__init__(space=tokens.SPACE_M)
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.closed)
        self.body.addLayout(row(Label(title, Type.SUBTITLE), None, close))
        self.problem = Banner("", Tone.FAILED)
        self.save = Button(self.tr("Save"), Icon.SAVE, Look.PRIMARY)
        self.save.setObjectName(save_name)
        self.save.clicked.connect(self.submit)
        cancel = Button(self.tr("Cancel"), look=Look.QUIET)
        cancel.clicked.connect(self.closed)
        self.footer = QWidget()
        self.footer.setLayout(column(self.problem, row(self.save, cancel, None)))
        self.first: QWidget = close
        self._as_opened: tuple[object, ...] = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field saves, unless the field has a use of its own for it."""
        writing = isinstance(self.focusWidget(), QLineEdit)
        if writing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.save.click()
        else:
            super().keyPressEvent(event)

    def typed(self) -> tuple[object, ...]:
        """Everything that can be changed in the form, to tell whether it was."""
        raise NotImplementedError

    def draft(self) -> object:
        """What was typed, or the Sentence that tells why it cannot be understood."""
        raise NotImplementedError

    def begin(self) -> None:
        """From now on something that is typed would be lost with the form."""
        self._as_opened = self.typed()

    @property
    def touched(self) -> bool:
        """Whether something was typed that closing the form would lose."""
        return self.typed() != self._as_opened

    def submit(self) -> None:
        """Save what was typed, or say what is wrong with it."""
        draft = self.draft()
        if isinstance(draft, Sentence):
            self.refuse(draft)
            return
        self.problem.say("", Tone.FAILED)
        self.save.setEnabled(False)
        self.saved.emit(draft)

    def refuse(self, sentence: Sentence) -> None:
        """Say why nothing was saved; everything typed stays."""
        self.save.setEnabled(True)
        self.problem.say(translate(sentence), Tone.FAILED)
