"""`smsdesk schedule hours`: the quiet hours of information, and how many SMS a week are too many."""

from __future__ import annotations

import re
from dataclasses import replace

import click

from smsdesk.commands.context import Context
from smsdesk.commands.documents import Document
from smsdesk.domain.errors import InputError
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.recurrence_words import parse_hour
from smsdesk.domain.sending_hours import Deferral, QuietHours
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.notify import SendOptions
from smsdesk.services.sending_hours import Hours, Spacing, crowded_words, deferral_words

_NONE = "off"
_SPAN = re.compile(r"([^-]+)-([^-]+)")


@click.command("hours")
@click.option(
    "--quiet", metavar="FROM-TO", help='Information waits from 21:00-8:00, say; "off": it never waits.'
)
@click.option("--sundays/--no-sundays", default=None, help="Sundays are quiet too.")
@click.option("--holidays/--no-holidays", default=None, help="Public holidays are quiet too.")
@click.option("--warn-from", type=int, help="Name families that had so many SMS this week; 0: never.")
@click.option("--limit", type=int, help="SMS a week to one family at most; 0: no limit.")
@click.pass_obj
def hours(  # one parameter an option
    context: Context,
    quiet: str | None,
    sundays: bool | None,
    holidays: bool | None,
    warn_from: int | None,
    limit: int | None,
) -> int:
    """Show or change when information waits, and how many SMS a week one family gets."""
    with context.desk() as desk:
        service = desk.services.hours
        wanted = _changed(service.quiet(), quiet, sundays, holidays)
        before = service.spacing()
        spacing = Spacing(
            before.warn_from if warn_from is None else warn_from, before.limit if limit is None else limit
        )
        if wanted != service.quiet():
            service.save_quiet(wanted)
        if spacing != before:
            service.save_spacing(spacing)
    context.emit(_document(wanted, spacing), _lines(wanted, spacing))
    return 0


def tell_hours(context: Context, service: Hours, options: SendOptions, plan: NotifyPlan) -> Deferral | None:
    """Say on standard error until when a notice waits, and who had many SMS; answers what it waits for."""
    waits = service.deferral(options.not_before, options.purpose, options.priority)
    crowded = crowded_words(service.crowded(plan, options.purpose))
    for told in (deferral_words(waits) if waits else None, crowded):
        if told is not None:
            context.tell(told)
    return waits


def _changed(before: QuietHours, span: str | None, sundays: bool | None, holidays: bool | None) -> QuietHours:
    wanted = replace(
        before,
        sundays=before.sundays if sundays is None else sundays,
        holidays=before.holidays if holidays is None else holidays,
    )
    if span is None:
        return wanted
    if span.strip().lower() == _NONE:
        return replace(wanted, on=False)
    match = _SPAN.fullmatch(span)
    if match is None:
        raise InputError(
            say(
                "--quiet {text} is not understood. Write it like 21:00-8:00, or off.", text=visible_line(span)
            )
        )
    return replace(wanted, on=True, begins=parse_hour(match[1]), ends=parse_hour(match[2]))


def _document(quiet: QuietHours, spacing: Spacing) -> Document:
    return {
        "quiet": quiet.on,
        "from": f"{quiet.begins:%H:%M}",
        "to": f"{quiet.ends:%H:%M}",
        "sundays": quiet.sundays,
        "holidays": quiet.holidays,
        "warn_from": spacing.warn_from,
        "limit": spacing.limit,
    }


def _lines(quiet: QuietHours, spacing: Spacing) -> list[str]:
    days = [name for name, on in (("Sundays", quiet.sundays), ("public holidays", quiet.holidays)) if on]
    also = f", and on {' and '.join(days)}" if days else ""
    return [
        f"Information waits from {quiet.begins:%H:%M} to {quiet.ends:%H:%M}{also}."
        if quiet.on
        else "Information never waits.",
        "Advertising is sent from 8:00 to 21:30 only, and not on Sundays and public holidays.",
        f"Families that had {spacing.warn_from} SMS in a week are named before sending."
        if spacing.warn_from
        else "Nobody is named for having had many SMS.",
        f"One family gets {spacing.limit} SMS a week at most."
        if spacing.limit
        else "There is no limit a week.",
    ]
