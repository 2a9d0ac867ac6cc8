"""`smsdesk opt-outs`: who asked by SMS for no more SMS, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, iso
from smsdesk.domain.opt_outs import Mode, OptOut, OptOutSettings
from smsdesk.domain.untrusted import visible_line

_MODE = click.Choice([each.value for each in Mode])
_LATEST = 50


@click.group("opt-outs", invoke_without_command=True)
@click.pass_context
def opt_outs(ctx: click.Context) -> int:
    """Show who wrote STOP or START, decide about what waits, or set what is done by itself."""
    return 0 if ctx.invoked_subcommand else ctx.invoke(list_)


@opt_outs.command("list")
@click.option("--waiting", is_flag=True, help="Only what waits for a decision.")
@click.option("--limit", type=ROW_ID, default=_LATEST, show_default=True, help="The newest so many.")
@click.pass_obj
def list_(context: Context, waiting: bool, limit: int) -> int:
    """List the requests, the newest first."""
    with context.desk() as desk:
        service = desk.services.opt_outs
        found = service.waiting()[::-1] if waiting else service.list(limit)
    head = ("id", "when", "phone", "asks for", "state", "waits", "applied", "text")
    lines = table([_row(each) for each in found], head) if found else ["Nobody asked for it by SMS."]
    context.emit([_document(each) for each in found], lines)
    return 0


@opt_outs.command("apply")
@click.argument("id", type=ROW_ID)
@click.pass_obj
def apply(context: Context, id: int) -> int:  # noqa: A002  # the word of the command line
    """Do what a message asks for. Safety alerts go on reaching the phone."""
    with context.desk() as desk:
        return _told(context, desk.services.opt_outs.apply(id))


@opt_outs.command("dismiss")
@click.argument("id", type=ROW_ID)
@click.pass_obj
def dismiss(context: Context, id: int) -> int:  # noqa: A002  # the word of the command line
    """Let a request rest."""
    with context.desk() as desk:
        return _told(context, desk.services.opt_outs.dismiss(id))


@opt_outs.command("undo")
@click.argument("id", type=ROW_ID)
@click.pass_obj
def undo(context: Context, id: int) -> int:  # noqa: A002  # the word of the command line
    """Take back what a request brought: what was said before counts again."""
    with context.desk() as desk:
        return _told(context, desk.services.opt_outs.undo(id))


@opt_outs.command("set")
@click.option("--information", type=_MODE, help="What STOP does to information.")
@click.option("--promotion", type=_MODE, help="What STOP does to advertising.")
@click.option("--confirm/--no-confirm", default=None, help="Whoever asked is told once by SMS.")
@click.option("--stop-text", help="What is written back after STOP; may name {institution} and {quoi}.")
@click.option("--start-text", help="The same after START.")
@click.pass_obj
def set_(context: Context, /, **given: str | bool | None) -> int:
    """Set what STOP does by itself; without options, show it."""
    with context.desk() as desk:
        service = desk.services.opt_outs
        before = service.settings()
        chosen = _changed(before, given)
        if chosen != before:
            service.save_settings(chosen)
    context.emit(_settings_document(chosen), _settings_lines(chosen))
    return 0


def _changed(before: OptOutSettings, given: dict[str, str | bool | None]) -> OptOutSettings:
    values: dict[str, object] = {name: value for name, value in given.items() if value is not None}
    for name in ("information", "promotion"):
        if name in values:
            values[name] = Mode(str(values[name]))
    return replace(before, **values)  # type: ignore[arg-type]  # click has converted each


def _told(context: Context, opt_out: OptOut) -> int:
    applied = ", ".join(opt_out.applied) or "nothing"
    context.emit(
        _document(opt_out),
        [f"Request {opt_out.id} of {opt_out.e164}: {opt_out.state}; in force from it: {applied}."],
    )
    return 0


def _row(each: OptOut) -> tuple[object, ...]:
    return (
        each.id,
        clock_time(each.received_at),
        each.e164,
        each.kind,
        each.state,
        ", ".join(each.proposed) or "-",
        ", ".join(each.applied) or "-",
        visible_line(each.text),
    )


def _document(each: OptOut) -> Document:
    return {
        "id": each.id,
        "received": each.received_id,
        "from": each.e164,
        "contacts": list(each.names),
        "asks": each.kind.value,
        "state": each.state.value,
        "waits": [purpose.value for purpose in each.proposed],
        "applied": [purpose.value for purpose in each.applied],
        "confirmed": each.confirmed,
        "text": each.text,
        "received_at": iso(each.received_at),
        "decided_at": iso(each.decided_at),
        "decided_by": each.decided_by,
    }


def _settings_document(chosen: OptOutSettings) -> Document:
    return {
        "information": chosen.information.value,
        "promotion": chosen.promotion.value,
        "confirm": chosen.confirm,
        "stop_text": chosen.stop_text,
        "start_text": chosen.start_text,
    }


def _settings_lines(chosen: OptOutSettings) -> list[str]:
    done = {Mode.PROPOSE: "a person decides", Mode.APPLY: "it is applied at once"}
    return [
        f"STOP for information: {done[chosen.information]}.",
        f"STOP for advertising: {done[chosen.promotion]}.",
        "Safety alerts reach every phone: an SMS alone never silences them.",
        f"After STOP: {chosen.stop_text}" if chosen.confirm else "Nothing is written back.",
        *([f"After START: {chosen.start_text}"] if chosen.confirm else []),
    ]
