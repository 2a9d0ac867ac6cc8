"""What only a person can answer: what becomes of a message that is uncertain, or stuck half-way?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from smsdesk.domain.outgoing import PartState
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import MessageView
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import IconLabel
from smsdesk.ui.widgets.text import Label, announce

_NAMES_SHOWN = 3


class DecisionBar(QFrame):
    """Shows what is uncertain with its two ways out; `decided` carries True for sending again."""

    decided = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setProperty("tone", str(Tone.UNCERTAIN))
        self._messages: Sequence[MessageView] = ()
        self._all = False
        self._resend: bool | None = None
        """What is being asked for all of them: to send again, or to consider as sent; None: nothing."""
        self._question = Label("", Type.STRONG, wrap=True)
        self._question.set_tone(Tone.UNCERTAIN)
        self._meaning = Label("", wrap=True)
        self._meaning.set_tone(Tone.UNCERTAIN)
        self._again = self._button("decision_resend", self.tr("Send again"), Icon.REFRESH)
        self._again.clicked.connect(lambda: self._decide(resend=True))
        self._sent = self._button("decision_sent", self.tr("Consider as sent"), Icon.SENT)
        self._sent.clicked.connect(lambda: self._decide(resend=False))
        self._yes = self._button("decision_confirm", "", Icon.SUCCESS)
        self._yes.clicked.connect(self._confirm)
        self._no = self._button("decision_back", self.tr("Not now"), Icon.CLOSE)
        self._no.clicked.connect(self._take_back)
        line = row(IconLabel(Icon.UNCERTAIN, Tone.UNCERTAIN, tokens.ICON_L), space=tokens.SPACE_M)
        line.addLayout(column(self._question, self._meaning, space=tokens.SPACE_XS), 1)
        for button in (self._again, self._sent, self._yes, self._no):
            line.addWidget(button)
        line.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        self.setLayout(line)
        self.hide()

    @staticmethod
    def _button(name: str, words: str, icon: Icon) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        return button

    def show_messages(self, messages: Sequence[MessageView], *, everything: bool = False) -> None:
        """Ask about these; nothing to ask hides the bar. `everything`: nobody marked them one by one."""
        if [message.id for message in messages] != [message.id for message in self._messages]:
            self._resend = None
        self._messages, self._all = messages, everything
        self._show()

    def make_room(self, *, low: bool) -> None:
        """In a low window the question stands alone; its tool tip has what it means."""
        self._meaning.setHidden(low)

    def _show(self) -> None:
        messages, asked = self._messages, self._resend is not None
        question = self._asked_words() if asked else self._words()
        self._question.setText(question)
        self.setAccessibleName(question)
        self._meaning.setText(self._meaning_of(messages))
        self._question.setToolTip(self._meaning.text())
        for button in (self._again, self._sent):
            button.setVisible(not asked)
        for button in (self._yes, self._no):
            button.setVisible(asked)
        self.setVisible(bool(messages))

    def _words(self) -> str:
        messages = self._messages
        names = [visible(", ".join(message.people)) or message.e164 for message in messages]
        who = ", ".join(names[:_NAMES_SHOWN]) + (" …" if len(names) > _NAMES_SHOWN else "")
        return self.tr("%n uncertain messages: {names}", "", len(messages)).format(names=who)

    def _asked_words(self) -> str:
        count = len(self._messages)
        if self._resend:
            self._yes.setText(self.tr("Send all %n again", "", count))
            return self.tr("Send again all %n? Whoever has it already gets it twice.", "", count)
        self._yes.setText(self.tr("Consider all %n as sent", "", count))
        return self.tr("Consider all %n as sent? Whoever has not got it gets nothing more.", "", count)

    def _decide(self, *, resend: bool) -> None:
        """One, or those that were marked, at once; for all of them it is asked once more."""
        if self._all and len(self._messages) > 1:
            self._resend = resend
            self._show()
            self._yes.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._question.text())
        else:
            self.decided.emit(resend)

    def _confirm(self) -> None:
        resend, self._resend = bool(self._resend), None
        self._show()
        self.decided.emit(resend)

    def _take_back(self) -> None:
        self._resend = None
        self._show()
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meaning_of(self, messages: Sequence[MessageView]) -> str:
        if any(message.state is PartState.UNKNOWN for message in messages):
            return self.tr(
                "The network gave no answer: the SMS may have arrived. Sent again, it may arrive twice."
            )
        return self.tr(
            "The beginning went through an absent SIM. Sent again, all of it goes through the present one."
        )
