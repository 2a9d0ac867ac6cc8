"""What only a person can answer: what becomes of a message that is uncertain, or stuck half-way?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
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
from smsdesk.ui.widgets.text import Label

_NAMES_SHOWN = 3


class DecisionBar(QFrame):
    """Shows what is uncertain with its two ways out; `decided` carries True for sending again."""

    decided = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setProperty("tone", str(Tone.UNCERTAIN))
        self._question = Label("", Type.STRONG, wrap=True)
        self._question.set_tone(Tone.UNCERTAIN)
        self._meaning = Label("", wrap=True)
        self._meaning.set_tone(Tone.UNCERTAIN)
        self._again = Button(self.tr("Send again"), Icon.REFRESH)
        self._again.setObjectName("decision_resend")
        self._again.clicked.connect(lambda: self.decided.emit(True))
        self._sent = Button(self.tr("Consider as sent"), Icon.SENT)
        self._sent.setObjectName("decision_sent")
        self._sent.clicked.connect(lambda: self.decided.emit(False))
        line = row(IconLabel(Icon.UNCERTAIN, Tone.UNCERTAIN, tokens.ICON_L), space=tokens.SPACE_M)
        line.addLayout(column(self._question, self._meaning, space=tokens.SPACE_XS), 1)
        line.addWidget(self._again)
        line.addWidget(self._sent)
        line.setContentsMargins(tokens.SPACE_M, tokens.SPACE_S, tokens.SPACE_M, tokens.SPACE_S)
        self.setLayout(line)
        self.hide()

    def show_messages(self, messages: Sequence[MessageView]) -> None:
        """Ask about these; nothing to ask hides the bar."""
        names = [visible(", ".join(message.people)) or message.e164 for message in messages]
        who = ", ".join(names[:_NAMES_SHOWN]) + (" …" if len(names) > _NAMES_SHOWN else "")
        question = self.tr("%n uncertain messages: {names}", "", len(messages)).format(names=who)
        self._question.setText(question)
        self.setAccessibleName(question)
        self._meaning.setText(self._meaning_of(messages))
        self.setVisible(bool(messages))

    def _meaning_of(self, messages: Sequence[MessageView]) -> str:
        if any(message.state is PartState.UNKNOWN for message in messages):
            return self.tr(
                "The network gave no answer: the SMS may have arrived. Sent again, it may arrive twice."
            )
        return self.tr(
            "The beginning went through an absent SIM. Sent again, all of it goes through the present one."
        )
