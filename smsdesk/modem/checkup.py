"""One modem looked over from SIM to memory, each look a finding in plain words; nothing is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smsdesk.domain.diagnosis import Finding, Level
from smsdesk.domain.modems import ModemState
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.untrusted import visible
from smsdesk.modem import answers, conditions, sim
from smsdesk.modem.network import Network, Registration, network_of
from smsdesk.modem.probing import LONGEST_WORD
from smsdesk.modem.session import Session

CHECKUP_S = 40.0
"""Longest look at one modem: some twenty questions, several of which a modem may leave unanswered."""
_WEAK, _FAIR, _GOOD = 30, 48, 64
"""Percent of the +CSQ scale: below -95 dBm SMS start to fail, from -83 dBm on nothing is to be gained."""
_NEARLY_FULL = 0.8


def findings(session: Session) -> Iterator[Finding]:
    """Everything about SIM, network, SMS centre, memory, reports and form; raises SilentError."""
    lock = sim.lock_of(session)
    if lock.state is not ModemState.READY:
        sentence = conditions.sentence_of(lock.state)
        left = sim.tries_left(session) if lock.exactly_pin else None
        yield Finding(Level.PROBLEM, conditions.with_tries(sentence, left))
        return
    yield Finding(Level.OK, say("The SIM is there and unlocked."))
    yield from _network(network_of(session))
    yield _centre(session)
    yield from _memory(session)
    yield _reports(session)
    yield _form(session)


def _network(network: Network) -> Iterator[Finding]:
    """Whose network the modem is in, and how strong."""
    operator = visible(network.operator)[:LONGEST_WORD]
    if network.registration is Registration.HOME:
        yield Finding(Level.OK, in_network_of(operator))
    elif network.registration is Registration.ROAMING:
        yield Finding(
            Level.WARNING,
            say("The modem is in a foreign network ({operator}).", operator=operator or "?"),
            say("SMS may cost more there."),
            say("Allow sending abroad in the settings if that is meant."),
        )
    else:
        yield Finding(Level.PROBLEM, conditions.no_network(network.registration))
    yield signal(network.signal)


def in_network_of(operator: str) -> Sentence:
    """Whose network the modem is in; "" where that is not known."""
    if not operator:
        return say("The modem is in its network.")
    return say("The modem is in the network of {operator}.", operator=operator)


def signal(percent: int | None) -> Finding:
    """How strong the signal is, in words."""
    if percent is None:
        return Finding(Level.NOTE, say("The modem does not tell how strong the signal is."))
    detail = say("{percent} % of the scale.", percent=percent)
    if percent < _WEAK:
        advice = say("Move the modem to a window, or use an extension cable.")
        return Finding(Level.WARNING, say("The signal is weak."), detail, advice)
    if percent < _FAIR:
        return Finding(Level.OK, say("The signal is fair."), detail)
    if percent < _GOOD:
        return Finding(Level.OK, say("The signal is good."), detail)
    return Finding(Level.OK, say("The signal is very good."), detail)


def _centre(session: Session) -> Finding:
    """+CSCA: <sca>[,<tosca>] (27.005, 3.3.1)."""
    answer = session.ask("AT+CSCA?")
    if answer is None:
        return Finding(Level.NOTE, say("The modem does not tell the number of the message centre."))
    number = (answers.fields(answer.first) or [""])[0] if answer.lines else ""
    if not re.search("[0-9]", number):
        return Finding(
            Level.PROBLEM,
            say("The number of the message centre is missing on the SIM."),
            say("Without it the network takes no message."),
            say("Ask the operator for it, and put it on the SIM with a phone."),
        )
    return Finding(Level.OK, say("The number of the message centre is set."))


def _memory(session: Session) -> Iterator[Finding]:
    """The memory in which messages arrive, the last of +CPMS: <mem1>,<used1>,<total1>,... (27.005, 3.2.2)."""
    answer = session.ask("AT+CPMS?")
    parts = answers.fields(answer.first) if answer and answer.lines else []
    for name, used, total in list(zip(parts[0::3], parts[1::3], parts[2::3], strict=False))[-1:]:
        if used.isdecimal() and total.isdecimal() and int(total):
            yield _room(visible(name)[:LONGEST_WORD], int(used), int(total))


def _room(name: str, used: int, total: int) -> Finding:
    filled = say(
        "{used} of {total} places for messages are taken ({memory}).", used=used, total=total, memory=name
    )
    if used < _NEARLY_FULL * total:
        return Finding(Level.OK, filled)
    return Finding(
        Level.WARNING,
        filled,
        say("When it is full, nothing can be received."),
        say("Let SMS desk run with this modem: it keeps the messages and empties the memory."),
    )


def _reports(session: Session) -> Finding:
    """+CNMI=? lists what <ds> may be in its fourth group: 1 pushes reports, 2 stores them (27.005, 3.4.1)."""
    answer = session.ask("AT+CNMI=?")
    groups = re.findall(r"\(([^()]*)\)", answer.first) if answer and answer.lines else []
    if len(groups) < 4:
        return Finding(Level.NOTE, say("The modem does not tell whether it gives delivery reports."))
    if _numbers(groups[3]) & {1, 2}:
        return Finding(Level.OK, say("The modem gives delivery reports."))
    return Finding(
        Level.WARNING,
        say("The modem gives no delivery reports."),
        say("Messages go, but nobody learns whether they arrived."),
        say("Use another modem where that matters."),
    )


def _form(session: Session) -> Finding:
    """+CMGF=? (27.005, 3.2.3): 0 is PDU mode, the only one in which every text can be sent."""
    answer = session.ask("AT+CMGF=?")
    offered = _numbers(answer.first.partition(":")[2]) if answer and answer.lines else {0}
    if 0 in offered:
        return Finding(Level.OK, say("Accents, other alphabets and long messages can be sent."))
    return Finding(Level.PROBLEM, conditions.NO_PDU_MODE)


def _numbers(text: str) -> set[int]:
    """The numbers and ranges of a test answer: "0-2", "0,1,2", "(0,1)"."""
    numbers: set[int] = set()
    for first, last in re.findall(r"(\d{1,3})(?:-(\d{1,3}))?", text):
        numbers.update(range(int(first), int(last or first) + 1))
    return numbers
