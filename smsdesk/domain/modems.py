"""What is known of a modem and its SIM, as values that travel from the modem's thread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from smsdesk.domain.sentences import Sentence, say


class ModemState(StrEnum):
    """The state of a modem in a person's terms; only READY sends."""

    SEARCHING = "searching"
    """Not open yet, or being opened again."""
    READY = "ready"
    NOT_FOUND = "not_found"
    """No such port, or nothing that speaks AT there."""
    BUSY = "busy"
    """Another program holds the port."""
    LOST = "lost"
    """It was there and went away (unplugged)."""
    SILENT = "silent"
    """The port is open but the modem no longer answers."""
    NO_SIM = "no_sim"
    PIN_NEEDED = "pin_needed"
    PIN_WRONG = "pin_wrong"
    PUK_NEEDED = "puk_needed"
    SIM_REFUSED = "sim_refused"
    """SIM failure, SIM of another kind, or locked to another network."""
    NO_NETWORK = "no_network"
    ROAMING_REFUSED = "roaming_refused"


@dataclass(frozen=True)
class ModemStatus:
    """One modem as it stands. `sim` names the SIM: its ICCID, else IMSI, else "imei:" + IMEI; "" unknown."""

    name: str
    """How the desk names the modem for the person: its port or URL."""
    state: ModemState
    sentence: Sentence
    """What that means and what to do next."""
    sim: str = ""
    imei: str = ""
    manufacturer: str = ""
    model: str = ""
    operator: str = ""
    signal: int | None = None
    """Percent, from +CSQ; None when the modem does not know."""
    waits: bool = False
    """Ready, but nothing leaves before it is known, or certain to stay unknown, whose a late answer is."""


STARTING: Final = say("The modem is starting.")
"""It answers, and is being prepared."""


def is_starting(status: ModemStatus) -> bool:
    """Whether the port is held by a modem that answers and cannot send yet."""
    return status.state is ModemState.SEARCHING and status.sentence == STARTING


def searching(name: str) -> ModemStatus:
    """The status of a modem nobody has spoken to yet."""
    return ModemStatus(name, ModemState.SEARCHING, say("The modem is being looked for."))
