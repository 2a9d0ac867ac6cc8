"""Accueil: the modem, its SIM and the queue in words, with the way to where one sets them right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal

from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.untrusted import visible
from smsdesk.domain.views import QueueSummary
from smsdesk.ui import status
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.surfaces import Card, IconLabel
from smsdesk.ui.widgets.text import ElidedLabel, Label

_PIN = frozenset({ModemState.PIN_NEEDED, ModemState.PIN_WRONG})


@dataclass(frozen=True)
class StationView:
    """The modems, the queue, and the names that were given to SIM cards, by SIM."""

    modems: tuple[ModemStatus, ...]
    queue: QueueSummary
    names: tuple[tuple[str, str], ...] = ()


class StationLine(Card):
    """One line while all is well; the sentence that says what to do when it is not. `navigate`: a Place."""

    navigate = Signal(object)

    def __init__(self) -> None:
        super().__init__(margin=tokens.SPACE_M)
        self.setObjectName("home_station")
        self._icon = IconLabel(Icon.MODEM)
        self._modem = ElidedLabel("", Type.STRONG)
        self._modem.setObjectName("home_modem")
        self._queue = ElidedLabel("", muted=True)
        self._queue.setObjectName("home_queue")
        self._what = Label("", wrap=True)
        self._settings = Button(self.tr("Modem and SIM card"))
        self._settings.setObjectName("home_modem_settings")
        self._settings.clicked.connect(lambda: self.navigate.emit(Place(Route.SETTINGS, "modem")))
        words = column(self._modem, self._what, self._queue, space=tokens.SPACE_XS)
        line = row(self._icon, space=tokens.SPACE_M)
        line.addLayout(words, 1)
        line.addWidget(self._settings)
        self.body.addLayout(line)

    def show_station(self, view: StationView) -> None:
        """Say how it stands."""
        line = status.modem_line(view.modems)
        self._icon.show_icon(line.icon, line.tone)
        ready = next((modem for modem in view.modems if modem.state is ModemState.READY), None)
        name = dict(view.names).get(ready.sim, "") if ready is not None else ""
        told = ready is not None and name not in ("", ready.operator)
        words = self.tr("SIM card “{name}”").format(name=name) if told else ""
        self._modem.setText(visible(" · ".join(word for word in (line.text, words) if word)))
        self._queue.setText(status.queue_line(view.queue).text)
        what = self._advice(view.modems) if ready is None else self._delay(ready)
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self._settings.setText(self._action(view.modems, line.tone))
        self.setAccessibleName(", ".join(word for word in (line.text, what, self._queue.toolTip()) if word))

    def _advice(self, modems: tuple[ModemStatus, ...]) -> str:
        """What the modem says of itself, or how one comes by one."""
        if not modems:
            return self.tr("Without a modem you can prepare everything; messages wait until one is there.")
        return translate(modems[0].sentence)

    def _delay(self, ready: ModemStatus) -> str:
        """Why a modem that is ready lets nothing leave."""
        return translate(ready.sentence) if ready.waits else ""

    def _action(self, modems: tuple[ModemStatus, ...], tone: Tone) -> str:
        if any(modem.state in _PIN for modem in modems):
            return self.tr("Enter the PIN code")
        return self.tr("Modem and SIM card") if tone is Tone.DELIVERED else self.tr("Set up the modem")
