"""`smsdesk calendar`: the days off, the zone of the school holidays, and the institution's exceptions."""

from __future__ import annotations

from datetime import date, timedelta

import click

from smsdesk.commands.absence import given_day
from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document
from smsdesk.domain.calendar import Calendar, CalendarException, DayOff, Region, Zone
from smsdesk.services.calendar import Calendars

_MONTHS_SHOWN = timedelta(days=365)
_NO_ZONE = "none"


@click.group(invoke_without_command=True)
@click.option("--from", "first", metavar="ISO", help="The first day shown (default: today).")
@click.option("--until", "last", metavar="ISO", help="The last day shown (default: a year later).")
@click.pass_context
def calendar(ctx: click.Context, first: str | None, last: str | None) -> int | None:
    """Show the days off, or change what makes them."""
    if ctx.invoked_subcommand is not None:
        return None
    context: Context = ctx.obj
    start = given_day("--from", first) if first else date.today()  # noqa: DTZ011  # the day at this desk
    end = given_day("--until", last) if last else start + _MONTHS_SHOWN
    with context.desk() as desk:
        _emit(context, desk.services.calendars, start, end)
    return 0


@calendar.command()
@click.argument(
    "name", type=click.Choice([*(each.value for each in Zone if each), _NO_ZONE], case_sensitive=False)
)
@click.option(
    "--region", type=click.Choice([region.value or _NO_ZONE for region in Region]), help="Public holidays."
)
@click.pass_obj
def zone(context: Context, name: str, region: str | None) -> int:
    """Choose the zone of the school holidays (A, B, C or none) and the region of the public ones."""
    with context.desk() as desk:
        calendars = desk.services.calendars
        calendars.save_zone(
            Zone("" if name == _NO_ZONE else name.upper()),
            None if region is None else Region("" if region == _NO_ZONE else region),
        )
        _emit_choice(context, calendars.calendar())
    return 0


@calendar.command()
@click.argument("first", metavar="FIRST")
@click.argument("last", metavar="[LAST]", required=False)
@click.option("--name", default="", help="What the days are called.")
@click.option("--open", "open_", is_flag=True, help="Open in spite of a holiday.")
@click.pass_obj
def add(context: Context, first: str, last: str | None, name: str, open_: bool) -> int:
    """Closed from FIRST to LAST, or open in spite of a holiday."""
    with context.desk() as desk:
        made = desk.services.calendars.add_exception(
            given_day("FIRST", first), given_day("LAST", last) if last else None, name, open_=open_
        )
    context.emit(_exception_document(made), [f"Exception {made.id}: {_spoken(made)}"])
    return 0


@calendar.command()
@click.argument("exception", type=ROW_ID)
@click.pass_obj
def remove(context: Context, exception: int) -> int:
    """Take an exception back."""
    with context.desk() as desk:
        desk.services.calendars.remove_exception(exception)
    context.emit({"removed": exception}, [f"Exception {exception} is removed."])
    return 0


def _emit(context: Context, calendars: Calendars, start: date, end: date) -> None:
    calendar_ = calendars.calendar()
    off = calendar_.days_off(start, end)
    spans = _spans(off)
    context.emit(
        {
            **_choice_document(calendar_),
            "days_off": [_off_document(day) for day in off],
            "exceptions": [_exception_document(each) for each in calendar_.exceptions],
        },
        [
            *table(
                [(first.day, last.day, f"{first.name}{_estimated(first)}") for first, last in spans],
                ("from", "to", "name"),
            ),
            *(f"Exception {each.id}: {_spoken(each)}" for each in calendar_.exceptions),
        ],
    )


def _spans(days: tuple[DayOff, ...]) -> list[tuple[DayOff, DayOff]]:
    """Days in a row for the same reason as one line: the first and the last."""
    spans: list[tuple[DayOff, DayOff]] = []
    for day in days:
        if spans and spans[-1][1].day + timedelta(days=1) == day.day and spans[-1][1].name == day.name:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans


def _estimated(day: DayOff) -> str:
    return " (estimated: not decreed yet)" if day.extrapolated else ""


def _spoken(each: CalendarException) -> str:
    days = str(each.first) if each.first == each.last else f"{each.first} to {each.last}"
    return f"{days}, {'open' if each.open else 'closed'}{f': {each.name}' if each.name else ''}"


def _emit_choice(context: Context, chosen: Calendar) -> None:
    words = f"Zone {chosen.zone.value or _NO_ZONE}, region {chosen.region.value or _NO_ZONE}."
    context.emit(_choice_document(chosen), [words])


def _choice_document(chosen: Calendar) -> Document:
    return {"zone": chosen.zone.value or None, "region": chosen.region.value or None}


def _off_document(day: DayOff) -> Document:
    return {
        "day": day.day.isoformat(),
        "name": str(day.name),
        "kind": day.kind.value,
        "estimated": day.extrapolated,
    }


def _exception_document(each: CalendarException) -> Document:
    return {
        "id": each.id,
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "name": each.name,
        "open": each.open,
    }
