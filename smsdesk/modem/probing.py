"""Asking one port whether a modem is behind it that can send SMS; nothing is sent and no PIN is tried."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from smsdesk.domain.modems import ModemState
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.untrusted import visible
from smsdesk.modem import conditions, setup, sim
from smsdesk.modem.link import Link, LinkBusyError, LinkError, LinkForbiddenError, LinkLostError, Waker
from smsdesk.modem.session import Session, SilentError
from smsdesk.modem.timings import Timings

PROBE_TIMINGS = Timings(
    command=3.0, optional=1.5, hello=0.7, settle=0.1, sim_start=3.0, write=2.0, close_grace=0.1
)
"""A person waits for the list: what a modem answers at all it answers within a second or two."""
PROBE_S = 45.0
"""Longest questioning of one port: a dozen questions to a modem that takes three seconds for each."""
LONGEST_WORD = 40
"""What a modem may say about itself, in characters."""


class PortKind(StrEnum):
    """What was found on a port."""

    MODEM = "modem"
    OTHER_PORT = "other_port"
    """A further port of a modem that is used through a better one."""
    UNSUITABLE = "unsuitable"
    """It speaks AT and cannot do SMS in PDU mode."""
    SILENT = "silent"
    """Nothing there speaks AT."""
    BUSY = "busy"
    OWN = "own"
    """This program itself uses it at the moment."""
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    STICK = "stick"
    """A USB stick without a modem port."""


@dataclass(frozen=True)
class Probe:
    """What one port answered."""

    kind: PortKind
    state: Sentence
    imei: str = ""
    manufacturer: str = ""
    model: str = ""
    knows_sending: bool = False
    """It says yes to AT+CMGS=?; a tie-breaker only, since some that send do not answer that."""


@contextmanager
def questioned(
    url: str,
    seconds: float = PROBE_S,
    timings: Timings = PROBE_TIMINGS,
    ending: Callable[[], bool] = lambda: False,
) -> Iterator[Session]:
    """Open a port for at most so long, or until `ending`; SilentError past that, LinkError where it fails."""
    end = time.monotonic() + seconds
    waker = Waker()
    try:
        link = Link.open(url, waker, timings.write)
        try:
            yield Session(
                link, timings, lambda _urc: None, closing=lambda: ending() or time.monotonic() >= end
            )
        finally:
            link.close()
    finally:
        waker.close()


def probe(url: str, ending: Callable[[], bool] = lambda: False) -> Probe:
    """Ask one port; every way in which that can fail is an answer too. `ending`: nobody waits any more."""
    try:
        with questioned(url, ending=ending) as session:
            return _ask(session, url)
    except SilentError:
        return Probe(PortKind.SILENT, conditions.nothing_answers(url))
    except LinkError as error:
        return Probe(_kind_of(error), conditions.not_opened(error, url)[1])


def _kind_of(error: LinkError) -> PortKind:
    if isinstance(error, LinkBusyError):
        return PortKind.BUSY
    return PortKind.FORBIDDEN if isinstance(error, LinkForbiddenError) else PortKind.MISSING


def _ask(session: Session, url: str) -> Probe:
    try:
        setup.prepare(session)
    except LinkLostError:
        return Probe(PortKind.SILENT, conditions.nothing_answers(url))
    lock = sim.lock_of(session)
    imei = sim.imei_of(session)
    maker, model = _word(session, "AT+CGMI"), _word(session, "AT+CGMM")
    if lock.state is not ModemState.READY:  # it may refuse every question about SMS until it is unlocked
        return Probe(PortKind.MODEM, conditions.sentence_of(lock.state), imei, maker, model)
    if session.ask("AT+CMGF=0") is None:
        return Probe(PortKind.UNSUITABLE, conditions.NO_PDU_MODE, imei, maker, model)
    knows_sending = session.ask("AT+CMGS=?") is not None
    return Probe(PortKind.MODEM, say("A modem answers here."), imei, maker, model, knows_sending)


def _word(session: Session, command: str) -> str:
    return visible(sim.words_of(session, command))[:LONGEST_WORD]
