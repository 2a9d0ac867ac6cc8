"""How a modem stands, in one sentence each with the next step."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from smsdesk.domain.modems import ModemState
from smsdesk.domain.sentences import Sentence, say
from smsdesk.modem.link import LinkBusyError, LinkError, LinkForbiddenError
from smsdesk.modem.network import Registration

READY: Final = say("The modem is ready.")
STORE_FAILED: Final = say(
    "Received messages cannot be written to the disk, so they stay on the SIM. Make room on the disk."
)
NOT_DELETED: Final = say(
    "The modem does not delete from the SIM what is kept here already. Once the SIM is full, nothing more is"
    " received: delete its messages with a phone, or use another SIM."
)
NO_PDU_MODE: Final = say("This modem does not offer SMS in a form the desk can use. Use another modem.")
WRONG_FORM: Final = say("A PIN has 4 to 8 digits. Enter it again.")
PIN_UNCERTAIN: Final = say(
    "The SIM gave no clear answer to its PIN, so it is not tried again by itself. Enter it again."
)
PIN_TRIED: Final = say("The known PIN was tried before and did not unlock the SIM. Enter the right one.")

_BY_STATE: Final = {
    ModemState.READY: READY,
    ModemState.LOST: say("The modem was unplugged. Plug it in again."),
    ModemState.SILENT: say("The modem no longer answers. Unplug it, wait ten seconds and plug it in again."),
    ModemState.NO_SIM: say("There is no SIM in the modem. Insert it, then plug the modem in again."),
    ModemState.PIN_NEEDED: say("The SIM asks for its PIN. Enter it."),
    ModemState.PIN_WRONG: say(
        "The PIN was wrong. Check it before entering it again: three wrong ones lock the SIM."
    ),
    ModemState.PUK_NEEDED: say(
        "The SIM is locked and asks for its PUK. Unlock it in a phone with the operator's letter at hand."
    ),
    ModemState.SIM_REFUSED: say(
        "The SIM cannot be used in this modem. Try it in a phone; if it fails there too, ask for another one."
    ),
    ModemState.NO_NETWORK: say("The modem finds no network. Move it to a window, or check its antenna."),
    ModemState.ROAMING_REFUSED: say(
        "The SIM is in a foreign network, where SMS cost more. Allow it in the settings if that is meant."
    ),
}
NETWORK_DENIED: Final = say(
    "The network does not let this SIM in. Ask the operator whether the line is active."
)
NETWORK_SEARCHED: Final = say("The modem is looking for its network. That takes up to a minute.")
RESTARTING: Final = say("The modem does not answer. It is being started again.")


def answers_awaited(until: datetime) -> Sentence:
    """Why a modem that is ready sends nothing, and when it goes on: at the minute after `until`."""
    minute = until.astimezone() + timedelta(minutes=1)
    return say(
        "An answer of the network is missing, and the next one could be mistaken for it. So that no SMS is"
        " lost or sent twice, sending goes on at {time} at the latest, by itself.",
        time=f"{minute:%H:%M}",
    )


def with_tries(sentence: Sentence, left: int | None) -> Sentence:
    """The same, with how many wrong PINs the SIM still bears where that is known."""
    if left is None:
        return sentence
    return say("{sentence} Tries left before the SIM locks itself: {left}.", sentence=sentence, left=left)


def no_network(registration: Registration) -> Sentence:
    """Why there is no network."""
    if registration is Registration.DENIED:
        return NETWORK_DENIED
    if registration is Registration.SEARCHING:
        return NETWORK_SEARCHED
    return sentence_of(ModemState.NO_NETWORK)


def sentence_of(state: ModemState) -> Sentence:
    """What a state means and what to do."""
    return _BY_STATE[state]


def not_opened(error: LinkError, port: str) -> tuple[ModemState, Sentence]:
    """Why a port could not be opened that was never open."""
    if isinstance(error, LinkBusyError):
        return ModemState.BUSY, say(
            "Another program uses the modem on {port}. Close that program (often ModemManager).", port=port
        )
    if isinstance(error, LinkForbiddenError):
        return ModemState.NOT_FOUND, say(
            "This user may not open {port}. Add the user to the group dialout, then log in again.", port=port
        )
    return ModemState.NOT_FOUND, say(
        "There is no modem on {port}. Plug it in, or choose another port.", port=port
    )


def nothing_answers(port: str) -> Sentence:
    """The port is there, but whatever is behind it does not speak AT."""
    return say("Nothing on {port} answers like a modem. Choose another port.", port=port)
