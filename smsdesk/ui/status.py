"""How modems and queue read in the status line: icon, tone and a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.views import QueueSummary
from smsdesk.ui import formats
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.frame import StatusLine

translate = QCoreApplication.translate

_GOOD_SIGNAL = 50
_WEAK_SIGNAL = 20
"""Percent of the scale of +CSQ: below 20 (-101 dBm) sends begin to fail."""


@dataclass(frozen=True)
class Line:
    """One piece of the status line; `brief` is its beginning, for where room is short."""

    icon: Icon
    tone: Tone
    text: str
    brief: str = ""


def modem_line(modems: Sequence[ModemStatus]) -> Line:
    """The modem that sends; without one, the modem that comes nearest to it."""
    if not modems:
        return Line(Icon.MODEM, Tone.UNCERTAIN, translate("status", "No modem yet: plug in a GSM modem"))
    best = min(modems, key=lambda modem: _NEAREST.index(modem.state))
    if best.state is ModemState.READY:
        words = [translate("status", "Modem ready"), best.operator, signal_words(best.signal)]
        return _told(Icon.SIGNAL, Tone.DELIVERED, [word for word in words if word])
    icon, tone = _LOOK.get(best.state, (Icon.MODEM, Tone.FAILED))
    return Line(icon, tone, state_words(best.state))


def _told(icon: Icon, tone: Tone, words: Sequence[str]) -> Line:
    return Line(icon, tone, " · ".join(words), words[0])


_NEAREST = (
    ModemState.READY, ModemState.PIN_NEEDED, ModemState.PIN_WRONG, ModemState.PUK_NEEDED,
    ModemState.NO_NETWORK, ModemState.ROAMING_REFUSED, ModemState.SIM_REFUSED, ModemState.NO_SIM,
    ModemState.SILENT, ModemState.LOST, ModemState.BUSY, ModemState.SEARCHING, ModemState.NOT_FOUND,
)  # fmt: skip

_LOOK = {
    ModemState.SEARCHING: (Icon.MODEM, Tone.WAITING),
    ModemState.PIN_NEEDED: (Icon.LOCK, Tone.UNCERTAIN),
    ModemState.PIN_WRONG: (Icon.LOCK, Tone.FAILED),
    ModemState.PUK_NEEDED: (Icon.LOCK, Tone.FAILED),
    ModemState.NO_SIM: (Icon.SIM_ALERT, Tone.FAILED),
    ModemState.SIM_REFUSED: (Icon.SIM_ALERT, Tone.FAILED),
    ModemState.NO_NETWORK: (Icon.SIGNAL_OFF, Tone.UNCERTAIN),
    ModemState.ROAMING_REFUSED: (Icon.SIGNAL_OFF, Tone.UNCERTAIN),
}


def state_words(state: ModemState) -> str:
    """A modem's state in a few words."""
    return {
        ModemState.SEARCHING: translate("status", "Looking for the modem…"),
        ModemState.READY: translate("status", "Modem ready"),
        ModemState.NOT_FOUND: translate("status", "No modem found"),
        ModemState.BUSY: translate("status", "The modem is used by another program"),
        ModemState.LOST: translate("status", "The modem was unplugged"),
        ModemState.SILENT: translate("status", "The modem no longer answers"),
        ModemState.NO_SIM: translate("status", "No SIM card in the modem"),
        ModemState.PIN_NEEDED: translate("status", "The SIM card waits for its PIN code"),
        ModemState.PIN_WRONG: translate("status", "The PIN code was wrong"),
        ModemState.PUK_NEEDED: translate("status", "The SIM card is locked"),
        ModemState.SIM_REFUSED: translate("status", "The SIM card does not work"),
        ModemState.NO_NETWORK: translate("status", "No mobile network"),
        ModemState.ROAMING_REFUSED: translate("status", "Foreign network: sending is held"),
    }[state]


def modem_look(state: ModemState) -> tuple[Icon, Tone]:
    """Icon and tone of a modem's state."""
    if state is ModemState.READY:
        return Icon.SIGNAL, Tone.DELIVERED
    return _LOOK.get(state, (Icon.MODEM, Tone.FAILED))


def signal_words(percent: int | None) -> str:
    """The signal as one says it; empty when the modem does not know."""
    if percent is None:
        return ""
    if percent >= _GOOD_SIGNAL:
        return translate("status", "good signal")
    return (
        translate("status", "fair signal") if percent >= _WEAK_SIGNAL else translate("status", "weak signal")
    )


def queue_line(queue: QueueSummary) -> Line:
    """What still has to leave, and how long that takes."""
    waiting = queue.waiting + queue.in_flight
    if queue.paused or queue.reason is not None:
        held = translate("status", "Sending is held")
        if not queue.paused:  # nobody holds it: the modem or the network does
            held = translate("status", "Nothing leaves for now")
        words = [held, translate("status", "%n waiting", "", waiting)] if waiting else [held]
        return _told(Icon.PAUSED, Tone.UNCERTAIN, words)
    if not waiting:
        return Line(Icon.SUCCESS, Tone.NEUTRAL, translate("status", "Nothing waiting"))
    words = [translate("status", "%n waiting", "", waiting)]
    if queue.seconds_left is not None:
        words.append(formats.duration(queue.seconds_left))
    return _told(Icon.WAITING, Tone.ACCENT, words)


def planned_line(queue: QueueSummary) -> Line:
    """What is planned for the next days; no words when that is nothing."""
    if queue.next_at is None:
        return Line(Icon.PLANNED, Tone.NEUTRAL, "")
    planned = translate("status", "%n planned", "", queue.planned)
    return _told(Icon.PLANNED, Tone.NEUTRAL, (planned, formats.moment(queue.next_at)))


def missed_line(queue: QueueSummary) -> Line:
    """Planned sends that a person decides about; no words when there are none."""
    count = queue.missed
    text = translate("status", "%n missed sends", "", count) if count else ""
    return Line(Icon.UNCERTAIN, Tone.UNCERTAIN, text)


def uncertain_line(queue: QueueSummary) -> Line:
    """What a person has to decide; no words when there is nothing."""
    count = queue.uncertain
    text = translate("status", "%n uncertain messages to decide", "", count) if count else ""
    return Line(Icon.UNCERTAIN, Tone.UNCERTAIN, text)


def show(line: StatusLine, modems: Sequence[ModemStatus], queue: QueueSummary) -> None:
    """Say in the window's last line how modems and queue stand."""
    for piece, said in (
        (line.modem, modem_line(modems)),
        (line.queue, queue_line(queue)),
        (line.planned, planned_line(queue)),
        (line.missed, missed_line(queue)),
        (line.uncertain, uncertain_line(queue)),
    ):
        piece.say(said.icon, said.tone, said.text, said.brief)
    line.fit()
