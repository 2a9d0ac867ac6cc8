"""A send that a limit of the SIM holds: why, until when, and the one way past the limit, a person's word."""

from __future__ import annotations

from PySide6.QtCore import Signal

from smsdesk.domain.budget import Held
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.i18n import translate
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.surfaces import Banner


class HeldBar(Banner):
    """Says what holds the send; `allowed` when a person lets it pass, `handed_over` to the other SIMs."""

    allowed = Signal()
    handed_over = Signal()

    def __init__(self) -> None:
        allow = Button("", Icon.PLAY)
        self._others = Button("", Icon.MODEM)
        super().__init__("", Tone.UNCERTAIN, self._others, allow)
        self._others.setText(self.tr("Send the rest by the other SIM card"))
        self._others.setObjectName("broadcast_hand_over")
        self._others.clicked.connect(self.handed_over)
        self.setObjectName("broadcast_held")
        allow.setText(self.tr("Let this send pass the limit"))
        allow.setObjectName("broadcast_allow")
        allow.clicked.connect(self.allowed)

    def show_held(self, held: Held | None, *, others_here: bool = False) -> None:
        """Show the limit; None hides the bar. `others_here`: another SIM could take over."""
        self._others.setVisible(others_here)
        self.say(translate(held.sentence) if held is not None else "", Tone.UNCERTAIN)
