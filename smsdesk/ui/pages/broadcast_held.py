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
    """Says what holds the send; `allowed` when a person lets it pass."""

    allowed = Signal()

    def __init__(self) -> None:
        allow = Button("", Icon.PLAY)
        super().__init__("", Tone.UNCERTAIN, allow)
        self.setObjectName("broadcast_held")
        allow.setText(self.tr("Let this send pass the limit"))
        allow.setObjectName("broadcast_allow")
        allow.clicked.connect(self.allowed)

    def show_held(self, held: Held | None) -> None:
        """Show the limit; None hides the bar."""
        self.say(translate(held.sentence) if held is not None else "", Tone.UNCERTAIN)
