"""Commands that show what was sent, and decide about it."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import (
    clock_time,
    counted,
    detail_document,
    message_document,
    spoken_counts,
    summary_document,
)
from smsdesk.commands.following import Followed, followed, followed_document, followed_lines
from smsdesk.domain.calling_list import CallingList, ToCall
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import BroadcastDetail, BroadcastSummary, MessageView


@click.command()
@click.argument("broadcast", type=ROW_ID, required=False)
@click.option("--limit", type=ROW_ID, help="The newest so many (default: all).")
@click.option(
    "--calling-list",
    "calling_list",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write whom to call, with every phone, to FILE (.xlsx or .csv).",
)
@click.option("--called", metavar="NAME", help="Write down that this person of the calling list was called.")
@click.option("--note", default="", help="With --called: what was said.")
@click.pass_obj
def broadcasts(
    context: Context,
    broadcast: int | None,
    limit: int | None,
    calling_list: Path | None,
    called: str | None,
    note: str,
) -> int:
    """List the broadcasts in the order of their making, or show one with its messages."""
    if broadcast is None and (calling_list is not None or called is not None):
        raise InputError(say("Say whose calling list: broadcasts ID --calling-list FILE."))
    with context.desk() as desk:
        service = desk.services.broadcasts
        if broadcast is not None and called is not None:
            entry = _to_call(desk.services.following.calling_list(broadcast), called)
            desk.services.following.keep_call(broadcast, entry.who, called=True, note=note)
            context.emit(
                {"broadcast": broadcast, "contact": entry.name, "called": True, "note": note},
                [f"{visible_line(entry.name)} was called."],
            )
        elif broadcast is not None and calling_list is not None:
            count = desk.services.following.write_calling_list(broadcast, calling_list)
            _emit_written(context, calling_list, count)
        elif broadcast is not None:
            found = followed(desk.services, broadcast)
            _emit_broadcast(context, service.get(broadcast), service.messages(broadcast)[::-1], found)
        else:
            _emit_broadcasts(context, service.list(limit)[::-1])
    return 0


def _to_call(listed: CallingList, name: str) -> ToCall:
    """The one line of a calling list that a name, or its beginning, means."""
    found = [each for each in listed.entries if fold(each.name).startswith(fold(name.strip()))]
    if len(found) != 1:
        raise InputError(
            say(
                "{name} is not one line of the calling list. Choose one of: {names}.",
                name=visible_line(name),
                names=", ".join(visible_line(each.name) for each in (found or listed.entries)) or "-",
            )
        )
    return found[0]


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


def _emit_written(context: Context, file: Path, count: int) -> None:
    context.emit(
        {"file": str(file), "people": count}, [f"{counted(count, 'person', 'people')} written to {file}."]
    )


def _emit_broadcast(
    context: Context, detail: BroadcastDetail, messages: Sequence[MessageView], found: Followed
) -> None:
    summary = detail.summary
    context.emit(
        detail_document(detail, [message_document(message) for message in messages])
        | followed_document(found),
        [
            f"Broadcast {summary.id}, {clock_time(summary.created_at)}: {visible_line(summary.title)}",
            f"{visible_line(summary.body)}",
            f"{counted(summary.messages, 'message', 'messages')} ({summary.parts} SMS): "
            f"{spoken_counts(summary.counts)}",
            *_message_lines(messages),
            *(f"Left out: {person.name}. {person.reason}" for person in detail.left_out),
            *followed_lines(found),
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
