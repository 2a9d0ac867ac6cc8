"""Commands that send, show what was sent, and decide about it."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import (
    clock_time,
    counted,
    detail_document,
    message_document,
    notice_document,
    planned_document,
    spoken_counts,
    summary_document,
)
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.plan import NotifyPlan
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary, MessageView
from smsdesk.services.bundle import Services
from smsdesk.services.notify import SendOptions


@click.command()
@click.argument("groups", metavar="GROUP...", nargs=-1, required=True)
@click.option("--text", help="The message, with merge fields such as {prénom}.")
@click.option("--template", help="The name of a message template instead of a text.")
@click.option("--set", "settings", metavar="FIELD=VALUE", multiple=True, help="The value of a merge field.")
@click.option("--at", metavar="ISO", help="When to send, as 2026-03-12T17:30 (local time without an offset).")
@click.option("--urgent", is_flag=True, help="Before everything else that waits.")
@click.option(
    "--purpose", type=click.Choice([purpose.value for purpose in Purpose]), help="Default: the template's."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be sent.")
@click.pass_obj
def notify(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: Context,
    groups: Sequence[str],
    text: str | None,
    template: str | None,
    settings: Sequence[str],
    at: str | None,
    urgent: bool,
    purpose: str | None,
    dry_run: bool,
) -> int:
    """Send a message to everybody in one or more groups, once to each phone."""
    fields = dict(_assignment(setting) for setting in settings)
    options = SendOptions(
        priority=Priority.URGENT if urgent else Priority.NORMAL, not_before=_moment(at) if at else None
    )
    with context.desk() as desk:
        services = desk.services
        body, options = _text_and_purpose(services, text, template, purpose, options)
        found = dict.fromkeys(services.people.group_named(group).id for group in groups)
        request = AudienceRequest(group_ids=tuple(found))
        plan = services.notify.plan(request, body, fields, options.purpose)
        if dry_run:
            services.notify.check(plan, options)
            _emit_plan(context, plan)
        else:
            _emit_sent(
                context, services, plan, services.notify.send(request, body, fields=fields, options=options)
            )
    return 0


def _text_and_purpose(
    services: Services, text: str | None, template: str | None, purpose: str | None, options: SendOptions
) -> tuple[str, SendOptions]:
    if (text is None) == (template is None):
        raise InputError(say("Give either --text or --template."))
    chosen = services.templates.get(template) if template is not None else None
    default = chosen.purpose if chosen else Purpose.INFORMATION
    options = replace(options, purpose=Purpose(purpose) if purpose else default)
    return (chosen.body if chosen else text or ""), options


def _assignment(setting: str) -> tuple[str, str]:
    name, separator, value = setting.partition("=")
    if not separator or not name.strip():
        raise InputError(say("--set {setting} is not understood. Write --set FIELD=VALUE.", setting=setting))
    return name.strip(), value


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.strip()).astimezone()
    except (ValueError, OverflowError, OSError):
        raise InputError(
            say("--at {text} is no date and time. Write it like 2026-03-12T17:30.", text=text)
        ) from None


@click.command()
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@click.option("--text", required=True, help="The message; it is sent exactly as it is written.")
@click.pass_obj
def send(context: Context, numbers: Sequence[str], text: str) -> int:
    """Send a message to bare numbers."""
    with context.desk() as desk:
        services = desk.services
        plan = services.notify.plan_numbers(numbers, text)
        _emit_sent(context, services, plan, services.notify.send_numbers(numbers, text))
    return 0


def _emit_plan(context: Context, plan: NotifyPlan) -> None:
    rows = [
        (message.e164, message.parts, ", ".join(message.people), visible_line(message.text))
        for message in plan.messages
    ]
    context.emit(
        notice_document(plan, None, [planned_document(message) for message in plan.messages]),
        [*table(rows, ("to", "SMS", "for", "text")), *_totals("Nothing was sent. It would be", plan)],
    )


def _emit_sent(context: Context, services: Services, plan: NotifyPlan, broadcast_id: int) -> None:
    messages = services.broadcasts.messages(broadcast_id)[::-1]
    context.emit(
        notice_document(plan, broadcast_id, [message_document(message) for message in messages]),
        _totals(f"Broadcast {broadcast_id} is in the queue:", plan),
    )


def _totals(start: str, plan: NotifyPlan) -> list[str]:
    return [
        f"{start} {counted(plan.phones, 'message', 'messages')} ({plan.parts} SMS) "
        f"for {counted(plan.people, 'person', 'people')}.",
        *(f"Left out: {person.name}. {person.reason}" for person in plan.left_out),
        *(
            f"{e164} refuses SMS and is reached all the same, for safety; the register keeps it."
            for e164 in plan.overridden
        ),
    ]


@click.command()
@click.argument("broadcast", type=ROW_ID, required=False)
@click.option("--limit", type=ROW_ID, help="The newest so many (default: all).")
@click.pass_obj
def broadcasts(context: Context, broadcast: int | None, limit: int | None) -> int:
    """List the broadcasts in the order of their making, or show one with its messages."""
    with context.desk() as desk:
        service = desk.services.broadcasts
        if broadcast is not None:
            _emit_broadcast(context, service.get(broadcast), service.messages(broadcast)[::-1])
        else:
            _emit_broadcasts(context, service.list(limit)[::-1])
    return 0


def _emit_broadcasts(context: Context, found: Sequence[BroadcastSummary]) -> None:
    rows = [
        (
            each.id,
            clock_time(each.created_at),
            each.messages,
            spoken_counts(each.counts),
            visible_line(each.title),
        )
        for each in found
    ]
    head = ("id", "created", "messages", "states", "title")
    context.emit(
        [summary_document(each) for each in found], table(rows, head) if rows else ["Nothing was sent yet."]
    )


def _emit_broadcast(context: Context, detail: BroadcastDetail, messages: Sequence[MessageView]) -> None:
    summary = detail.summary
    context.emit(
        detail_document(detail, [message_document(message) for message in messages]),
        [
            f"Broadcast {summary.id}, {clock_time(summary.created_at)}: {visible_line(summary.title)}",
            f"{visible_line(summary.body)}",
            f"{counted(summary.messages, 'message', 'messages')} ({summary.parts} SMS): "
            f"{spoken_counts(summary.counts)}",
            *_message_lines(messages),
            *(f"Left out: {person.name}. {person.reason}" for person in detail.left_out),
        ],
    )


@click.command()
@click.option("--broadcast", type=ROW_ID, help="Only those of this broadcast.")
@click.option("--limit", type=ROW_ID, help="The newest so many (default: all).")
@click.pass_obj
def messages(context: Context, broadcast: int | None, limit: int | None) -> int:
    """List messages with the state of each part, in the order of sending."""
    with context.desk() as desk:
        found = desk.services.broadcasts.messages(broadcast, limit)[::-1]
    context.emit(
        [message_document(message) for message in found], _message_lines(found) or ["No message yet."]
    )
    return 0


def _message_lines(messages: Sequence[MessageView]) -> list[str]:
    rows = [
        (
            message.id,
            message.e164,
            message.state.value,
            len(message.parts),
            ", ".join(message.people),
            visible_line(message.text) if message.error is None else str(message.error),
        )
        for message in messages
    ]
    return table(rows, ("id", "to", "state", "SMS", "for", "text or reason")) if rows else []


@click.command()
@click.argument("message", type=ROW_ID)
@click.option("--resend", is_flag=True, help="Send it again: it may arrive twice.")
@click.option("--consider-sent", is_flag=True, help="Take it as sent.")
@click.pass_obj
def resolve(context: Context, message: int, resend: bool, consider_sent: bool) -> int:
    """Decide what becomes of a message of which it is not known whether it went."""
    if resend == consider_sent:
        raise InputError(say("Give either --resend or --consider-sent."))
    with context.desk() as desk:
        decided = desk.services.broadcasts.decide(message, resend=resend, by=_person())
    context.emit(message_document(decided), [f"Message {decided.id} is now {decided.state.value}."])
    return 0


def _person() -> str:
    """Who decides: the account's name, as far as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "command line"


@click.command()
@click.argument("broadcast", type=ROW_ID)
@click.pass_obj
def cancel(context: Context, broadcast: int) -> int:
    """Stop a broadcast: what waits is not sent, what is on its way stays."""
    with context.desk() as desk:
        result = desk.services.broadcasts.cancel(broadcast)
    context.emit(
        {"broadcast": broadcast, "cancelled": result.cancelled, "kept": result.kept},
        [
            f"Broadcast {broadcast}: {counted(result.cancelled, 'message', 'messages')} cancelled; "
            f"{result.kept} had gone before."
        ],
    )
    return 0


@click.command()
@click.argument("broadcast", type=ROW_ID, required=False)
@click.pass_obj
def pause(context: Context, broadcast: int | None) -> int:
    """Hold the whole queue, or one broadcast."""
    return _hold(context, broadcast, paused=True)


@click.command()
@click.argument("broadcast", type=ROW_ID, required=False)
@click.pass_obj
def resume(context: Context, broadcast: int | None) -> int:
    """Let the queue, or one broadcast, go on."""
    return _hold(context, broadcast, paused=False)


def _hold(context: Context, broadcast: int | None, *, paused: bool) -> int:
    with context.desk() as desk:
        if broadcast is not None:
            service = desk.services.broadcasts
            (service.pause if paused else service.resume)(broadcast)
        else:
            station = desk.services.station
            (station.pause if paused else station.resume)()
    what = "The queue" if broadcast is None else f"Broadcast {broadcast}"
    context.emit(
        {"broadcast": broadcast, "paused": paused}, [f"{what} is held." if paused else f"{what} goes on."]
    )
    return 0
