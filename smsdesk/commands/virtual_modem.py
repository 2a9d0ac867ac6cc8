"""The virtual modem for other programs: on a pseudo-terminal or on TCP, until it is interrupted."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

import click

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.modem.virtual import SimCard, VirtualConfig, VirtualModem, faults, serve_pty, serve_tcp
from smsdesk.modem.virtual.config import answers_from, check_faults, check_pin
from smsdesk.modem.virtual.tcp_port import LOOPBACK

SIGNAL_LOOK_S = 1.0
"""Windows runs signal handlers only between two waits; elsewhere the wait ends at once."""


def _fault_help() -> str:
    """The language of --fault as click shows it: paragraphs kept as they are."""
    paragraphs = (faults.__doc__ or "").strip().split("\n\n")
    return "\n\n".join(f"\b\n{paragraph}" for paragraph in paragraphs)


@click.command("virtual-modem", epilog=_fault_help())
@click.option("--pty", "path", type=click.Path(path_type=Path), help="Make a pseudo-terminal at this path.")
@click.option(
    "--tcp", "address", metavar="HOST:PORT", help="Listen there; port 0 takes a free one and tells it."
)
@click.option(
    "--latency", type=click.FloatRange(0), default=0.0, help="Seconds until the network takes an SMS."
)
@click.option(
    "--reports", type=click.FloatRange(0), default=0.0, help="Seconds until a delivery report comes."
)
@click.option("--pin", default="", help="The SIM asks for this PIN.")
@click.option("--slots", type=click.IntRange(0, 999), default=30, help="How many SMS the SIM holds.")
@click.option("--fault", "specs", multiple=True, metavar="SPEC", help="Something that goes wrong; see below.")
@click.option("--answer", "answers", multiple=True, metavar="NUMBER=TEXT", help="What a number answers.")
@click.option(
    "--chatty", type=click.FloatRange(0, 1), default=0.0, help="The share of messages that families answer."
)
@click.option("--answer-after", type=click.FloatRange(0), default=1.0, help="Seconds until a number answers.")
@click.option("--ledger", type=click.Path(path_type=Path), help="Write everything down there, as JSON lines.")
@click.option("--seed", type=int, default=0, help="The beginning of everything that is left to chance.")
def virtual_modem(  # noqa: PLR0913 - one for each option
    *,
    path: Path | None,
    address: str | None,
    latency: float,
    reports: float,
    pin: str,
    slots: int,
    specs: Sequence[str],
    answers: Sequence[str],
    chatty: float,
    answer_after: float,
    ledger: Path | None,
    seed: int,
) -> None:
    """Be a GSM modem for other programs, with a SIM and a little network behind it, until interrupted."""
    config = VirtualConfig(
        latency=latency,
        reports=reports,
        answers=answers_from(answers, "="),
        chatty=chatty,
        answer_after=answer_after,
        card=SimCard(pin=check_pin(pin), capacity=slots),
        faults=check_faults(specs),
        seed=seed,
        ledger_file=ledger,
    )
    if (path is None) == (address is None):
        raise InputError(say("Say where the virtual modem is to be: either --pty PATH or --tcp HOST:PORT."))
    with contextlib.closing(VirtualModem(config)) as modem, _served(modem, path, address) as place:
        stopped = _stop_signal()
        click.echo(str(say("The virtual modem is ready at {place}", place=place)))
        while not stopped.wait(SIGNAL_LOOK_S):
            pass


@contextlib.contextmanager
def _served(modem: VirtualModem, path: Path | None, address: str | None) -> Iterator[str]:
    """The modem at the one or the other place, and that place in words."""
    if path is not None:
        with serve_pty(modem, path):
            yield str(path)
        return
    host, port = _host_and_port(address or "")
    with serve_tcp(modem, host, port) as (bound_host, bound_port):
        yield f"{bound_host}:{bound_port}"


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) <= 65535):
        raise InputError(
            say('"{address}" is no HOST:PORT: write for example 127.0.0.1:7000.', address=address)
        )
    return host.strip("[]") or LOOPBACK, int(port)


def _stop_signal() -> threading.Event:
    """Set when the program is asked to end."""
    stopped = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        stopped.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    return stopped
