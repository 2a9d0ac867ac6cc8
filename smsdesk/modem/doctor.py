"""The diagnosis of ports, modem, SIM and network, in the order in which one would look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from smsdesk.domain.diagnosis import Diagnosis, Finding, Level
from smsdesk.domain.modems import ModemState, ModemStatus, is_starting
from smsdesk.domain.sentences import Sentence, say
from smsdesk.modem import checkup, conditions, ports, setup
from smsdesk.modem.discovery import FoundPort, discover
from smsdesk.modem.link import LinkError
from smsdesk.modem.ports import Surroundings
from smsdesk.modem.probing import PROBE_TIMINGS, PortKind, questioned
from smsdesk.modem.session import SilentError

_MODEM_MANAGER = "ModemManager"
_HARMLESS = frozenset({PortKind.SILENT, PortKind.OTHER_PORT, PortKind.MISSING})
"""What is worth a note only, unless a person named the port."""
_AWAY = frozenset({ModemState.SEARCHING, ModemState.NOT_FOUND, ModemState.BUSY, ModemState.LOST})
"""States in which this program does not hold the port."""
_ASKABLE = frozenset({ModemState.READY, ModemState.NO_NETWORK, ModemState.ROAMING_REFUSED})
"""States in which the program's own thread has a usable SIM before it."""


def diagnose(
    urls: Sequence[str] = (),
    working: Sequence[ModemStatus] = (),
    surroundings: Surroundings | None = None,
    examine: Callable[[str], Sequence[Finding] | None] = lambda _name: None,
) -> Diagnosis:
    """Look at every port, or those named, and examine each modem found. Takes seconds; sends nothing.

    `working` are the modems that this program works with at the moment: their ports are left alone. `examine`
    has one of them looked over by its own thread, so that the same is told of it; where that is not possible
    (None), what is known of it is told.
    """
    around = surroundings or Surroundings()
    ours = [status for status in working if status.state not in _AWAY or is_starting(status)]
    found = discover(urls, around, [status.name for status in ours])
    others = [port for port in found if port.kind is not PortKind.OWN]
    return Diagnosis(
        (
            *(finding for status in ours for finding in _at_work(status, examine)),
            *_port_findings(others, works=bool(ours) or _any_usable(others), named=bool(urls)),
            *_manager(found, around),
            *_modems(found),
        )
    )


def _any_usable(found: Sequence[FoundPort]) -> bool:
    return any(port.usable for port in found)


def _at_work(status: ModemStatus, examine: Callable[[str], Sequence[Finding] | None]) -> Iterator[Finding]:
    """A modem that is held by this program, as its own thread sees it."""
    found = examine(status.name) if status.state in _ASKABLE else None
    title = _introduction(status.manufacturer, status.model, status.name)
    if status.state is ModemState.READY and status.sentence != conditions.READY:
        yield Finding(Level.WARNING, title, status.sentence)
    else:
        yield Finding(Level.OK, title, _number(status.imei))
    if found is not None:
        yield from found
        return
    if status.state is not ModemState.READY:
        yield Finding(Level.NOTE if is_starting(status) else Level.PROBLEM, status.sentence)
    if status.operator:
        yield Finding(Level.OK, checkup.in_network_of(status.operator))
    if status.state is ModemState.READY:
        yield checkup.signal(status.signal)


def _port_findings(found: Sequence[FoundPort], *, works: bool, named: bool) -> Iterator[Finding]:
    """What stands on ports that are no modem to work with; `works` when another one is there."""
    if not (works or named) and all(port.kind is PortKind.SILENT for port in found):
        yield Finding(
            Level.PROBLEM,
            say("No modem was found."),
            None,
            say("Plug the modem in, wait half a minute, then look again."),
        )
    for port in found:
        if not port.usable:
            yield Finding(_level(port, works=works, named=named), _title(port), port.state)


def _level(port: FoundPort, *, works: bool, named: bool) -> Level:
    if works or (port.kind in _HARMLESS and not named):
        return Level.NOTE
    return Level.PROBLEM


def _title(port: FoundPort) -> Sentence:
    return say("Stick {usb}", usb=port.usb) if not port.url else say("Port {port}", port=port.url)


def _manager(found: Sequence[FoundPort], around: Surroundings) -> Iterator[Finding]:
    """ModemManager asks every modem that appears, and holds those it knows."""
    if not any(port.usb for port in found) or not ports.process_runs(around, _MODEM_MANAGER):
        return
    yield Finding(
        Level.WARNING,
        say("The program ModemManager is running and may take the modem for itself."),
        None,
        say(
            "Copy {rules} of SMS desk to {folder} and plug the modem in again.",
            rules="installer/linux/71-smsdesk.rules",
            folder="/etc/udev/rules.d",
        ),
    )


def _modems(found: Sequence[FoundPort]) -> Iterator[Finding]:
    for port in found:
        if port.usable:
            yield Finding(Level.OK, _introduction(port.manufacturer, port.model, port.url), _identity(port))
            yield from _examined(port.url)


def _introduction(manufacturer: str, model: str, port: str) -> Sentence:
    name = " ".join(filter(None, (manufacturer, model)))
    if not name:
        return say("There is a modem on {port}.", port=port)
    return say("The modem {name} is on {port}.", name=name, port=port)


def _identity(port: FoundPort) -> Sentence | None:
    if not (port.imei and port.usb):
        return _number(port.imei)
    return say("Its number (IMEI) is {imei}, its USB number {usb}.", imei=port.imei, usb=port.usb)


def _number(imei: str) -> Sentence | None:
    return say("Its number (IMEI) is {imei}.", imei=imei) if imei else None


def _examined(url: str) -> Iterator[Finding]:
    try:
        with questioned(url, checkup.CHECKUP_S, PROBE_TIMINGS) as session:
            setup.prepare(session)
            yield from checkup.findings(session)
    except SilentError:
        yield Finding(Level.PROBLEM, say("The modem stopped answering on {port}.", port=url),
                      None, say("Unplug it, wait ten seconds and plug it in again."))  # fmt: skip
    except LinkError as error:
        yield Finding(Level.PROBLEM, conditions.not_opened(error, url)[1])
