"""Finding the modems: every port is asked at once, one is chosen for each modem, the rest is explained."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from smsdesk.domain.sentences import Sentence, say
from smsdesk.modem import ports, sticks
from smsdesk.modem.ports import Candidate, Holder, Surroundings
from smsdesk.modem.probing import PROBE_S, PortKind, Probe, probe

GRACE_S = 3.0
"""After its time a probe ends the question in flight; one that hangs in the system is left alone."""

_OWN = say("SMS desk is using this port right now.")
_GOOD_LABEL = re.compile(r"pc\s?ui|\bat\b|application", re.IGNORECASE)
_POOR_LABEL = re.compile(r"modem|ppp|data|diag|nmea|gps|voice|log", re.IGNORECASE)
"""How makers name the port for commands, where messages are announced, and the ports for other uses."""


@dataclass(frozen=True)
class FoundPort:
    """One port, or one stick without any (`url` is "" then). `usb` is "VVVV:PPPP", "" for other ports.

    `usable`: SMS can be sent here, once the SIM is unlocked where `state` says that it is locked.
    """

    url: str
    kind: PortKind
    imei: str
    manufacturer: str
    model: str
    usb: str
    state: Sentence
    usable: bool


Ending = Callable[[], bool]
"""Whether the program ends, so that nobody waits for the answers."""


def discover(
    urls: Sequence[str] = (),
    surroundings: Surroundings | None = None,
    own: Collection[str] = (),
    ending: Ending = lambda: False,
) -> tuple[FoundPort, ...]:
    """Ask every port of the computer, or those named; never one that somebody holds.

    Takes seconds, with a slow modem up to 50. `own` names the ports that this program works with itself: they
    are not asked either.
    """
    around = surroundings or Surroundings()
    known = ports.candidates(around)
    if urls:
        named = [ports.candidate_of(url, known) for url in urls]
        answers = _answers(urls, _taken(urls, around, own), ending)
        return tuple(_found(candidate, answers[candidate.url]) for candidate in named)
    taken = _taken([candidate.url for candidate in known], around, own)
    answers = _answers([candidate.url for candidate in known], _with_siblings(taken, known), ending)
    found = _one_port_a_modem([(candidate, answers[candidate.url]) for candidate in known])
    return (*found, *(_stick(stick) for stick in sticks.sticks(around.sys)))


def _taken(urls: Sequence[str], around: Surroundings, own: Collection[str]) -> dict[str, Probe]:
    """The ports that may not be asked, with the answer that stands for them."""
    taken = {url: _held(holder) for url, holder in ports.holders(around, urls).items()}
    ours = {os.path.realpath(url) for url in own}
    return taken | {url: Probe(PortKind.OWN, _OWN) for url in urls if os.path.realpath(url) in ours}


def _with_siblings(taken: dict[str, Probe], known: Iterable[Candidate]) -> dict[str, Probe]:
    """The other ports of a modem that works are left alone too: questions there would disturb it."""
    devices = {candidate.device: candidate.url for candidate in known if candidate.url in taken}
    devices.pop("", None)
    siblings = {
        candidate.url: Probe(PortKind.OTHER_PORT, _other_port_of(devices[candidate.device]))
        for candidate in known
        if candidate.device in devices
    }
    return siblings | taken


def _other_port_of(url: str) -> Sentence:
    return say("This is another port of the modem on {port}.", port=url)


def _answers(urls: Sequence[str], taken: dict[str, Probe], ending: Ending) -> dict[str, Probe]:
    return taken | _probe_all([url for url in dict.fromkeys(urls) if url not in taken], ending)


def _probe_all(urls: Sequence[str], ending: Ending) -> dict[str, Probe]:
    """Probe ports side by side, each on a thread of its own."""
    results: dict[str, Probe] = {}
    threads = [
        threading.Thread(target=_note, args=(results, url, ending), name=f"probe of {url}", daemon=True)
        for url in urls
    ]
    for thread in threads:
        thread.start()
    end = time.monotonic() + PROBE_S + GRACE_S
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return {url: results.get(url) or _hanging() for url in urls}


def _note(results: dict[str, Probe], url: str, ending: Ending) -> None:
    results[url] = probe(url, ending)


def _hanging() -> Probe:
    return Probe(
        PortKind.SILENT, say("This port does not react. Unplug what is behind it and plug it in again.")
    )


def _held(holder: Holder) -> Probe:
    if holder.is_this_process:
        return Probe(PortKind.OWN, _OWN)
    name = holder.name or say("with the number {pid}", pid=holder.pid)
    return Probe(
        PortKind.BUSY, say("The program {program} uses this port. Close it, then look again.", program=name)
    )


def _one_port_a_modem(asked: Iterable[tuple[Candidate, Probe]]) -> list[FoundPort]:
    """Of several ports of one modem the best stays; the others point to it."""
    best: dict[str, tuple[Candidate, Probe]] = {}
    asked = list(asked)
    for candidate, answer in asked:
        key = _modem_key(candidate, answer)
        if answer.kind is PortKind.MODEM and (
            key not in best or _rank(candidate, answer) < _rank(*best[key])
        ):
            best[key] = candidate, answer
    found = []
    for candidate, answer in asked:
        chosen = best.get(_modem_key(candidate, answer))
        port = _found(candidate, answer)
        if chosen is not None and chosen[0] is not candidate:
            state = _other_port_of(chosen[0].url)
            port = replace(port, kind=PortKind.OTHER_PORT, state=state, usable=False)
        found.append(port)
    return found


def _modem_key(candidate: Candidate, answer: Probe) -> str:
    """What the ports of one modem have in common: the USB device, else the IMEI, else nothing."""
    if candidate.device:
        return f"usb {candidate.usb} {candidate.device}"
    return f"imei {answer.imei}" if answer.imei else f"port {candidate.url}"


def _rank(candidate: Candidate, answer: Probe) -> tuple[bool, int, int]:
    """The smallest is the best port: it knows sending, its name promises, its number is low."""
    label = candidate.label
    promise = 0 if _GOOD_LABEL.search(label) else 2 if _POOR_LABEL.search(label) else 1
    return not answer.knows_sending, promise, candidate.interface or 0


def _found(candidate: Candidate, answer: Probe) -> FoundPort:
    return FoundPort(
        url=candidate.url,
        kind=answer.kind,
        imei=answer.imei,
        manufacturer=answer.manufacturer,
        model=answer.model,
        usb=candidate.usb,
        state=answer.state,
        usable=answer.kind is PortKind.MODEM,
    )


def _stick(stick: sticks.Stick) -> FoundPort:
    return FoundPort("", PortKind.STICK, "", stick.maker, "", stick.usb, stick.sentence, usable=False)
