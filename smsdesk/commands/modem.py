"""Commands about modems: what stands on the ports, and the diagnosis in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import click

from smsdesk.commands.context import Context
from smsdesk.domain.diagnosis import Diagnosis, Finding, Level
from smsdesk.domain.errors import ModemError, ProfileError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.modem.discovery import FoundPort, discover
from smsdesk.modem.doctor import diagnose
from smsdesk.storage.profile import has_database

_MARKS = {Level.OK: "ok", Level.NOTE: "note", Level.WARNING: "warning", Level.PROBLEM: "PROBLEM"}


@click.group()
def modem() -> None:
    """Look for modems and examine them."""


@modem.command("list")
@click.pass_obj
def list_ports(context: Context) -> int:
    """List the ports and what answers on them. Ends with 3 when no modem can be used."""
    found = discover(context.modem_urls)
    context.emit([_document(port) for port in found], [_line(port) for port in found])
    if not any(port.usable for port in found):
        raise ModemError(
            say("No usable modem was found. Plug one in, or run 'smsdesk modem doctor' to learn more.")
        )
    return 0


@modem.command()
@click.pass_obj
def doctor(context: Context) -> int:
    """Examine modem, SIM and network and say what to do. Ends with 3 when nothing can be sent."""
    diagnosis = Diagnosis((*diagnose(context.modem_urls).findings, *_stranded(context)))
    context.emit(_diagnosis_document(diagnosis), _lines(diagnosis))
    if diagnosis.level is Level.PROBLEM:
        raise ModemError(
            say("The modem cannot be used yet: solve what is marked as a problem, then look again.")
        )
    return 0


def _stranded(context: Context) -> tuple[Finding, ...]:
    """What the queue adds to the diagnosis; data that cannot be opened are no question of the modem."""
    if not has_database(context.profile):
        return ()
    try:
        with context.desk() as desk:
            return desk.services.station.stranded()
    except ProfileError as refused:
        return (Finding(Level.WARNING, refused.sentence),)


def _document(port: FoundPort) -> dict[str, object]:
    return {**asdict(port), "state": str(port.state)}


def _line(port: FoundPort) -> str:
    name = " ".join(filter(None, (port.manufacturer, port.model)))
    parts = (port.url or port.usb, f"({port.usb})" if port.usb and port.url else "", name and f"{name}:")
    return " ".join((*filter(None, parts), str(port.state)))


def _diagnosis_document(diagnosis: Diagnosis) -> dict[str, object]:
    return {
        "level": diagnosis.level,
        "findings": [
            {
                "level": finding.level,
                "title": str(finding.title),
                "detail": _text(finding.detail),
                "next_step": _text(finding.next_step),
            }
            for finding in diagnosis.findings
        ],
    }


def _text(sentence: Sentence | None) -> str | None:
    return None if sentence is None else str(sentence)


def _lines(diagnosis: Diagnosis) -> Iterator[str]:
    width = max(map(len, _MARKS.values()))
    for finding in diagnosis.findings:
        yield f"{_MARKS[finding.level]:>{width}}  {finding.title}"
        yield from (f"{'':>{width}}  {sentence}" for sentence in _rest(finding))


def _rest(finding: Finding) -> Iterator[Sentence]:
    yield from (sentence for sentence in (finding.detail, finding.next_step) if sentence is not None)
