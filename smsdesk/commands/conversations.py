"""Commands for conversations: the lists, one of them with what is to be done about it, and its export."""

from __future__ import annotations

from pathlib import Path

import click

from smsdesk.commands.context import ROW_ID, Context
from smsdesk.commands.documents import Document, clock_time, counted, iso
from smsdesk.domain.answer_views import About
from smsdesk.domain.folding import fold
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Conversation, Direction, ThreadItem
from smsdesk.services.inbox import Inbox


def _show(name: str, show: InboxFilter, words: str) -> click.Option:
    return click.Option([f"--{name}", "show"], flag_value=show.value, help=words)


@click.command()
@click.option("--search", default="", help="Only those with this in a name, a number or a text.")
@click.option("--assigned", default="", metavar="NAME", help="Only those that were given to this person.")
@click.option("--limit", type=ROW_ID, default=200, help="The last spoken so many (default: 200).")
@click.pass_obj
def conversations(context: Context, search: str, assigned: str, limit: int, show: str | None) -> int:
    """List conversations, the last spoken first; without an option those that are open."""
    with context.desk() as desk:
        inbox = desk.services.inbox
        found = inbox.conversations(
            search, limit, show=InboxFilter(show or InboxFilter.OPEN), assigned_to=_known_as(inbox, assigned)
        )
    lines = [line for each in found for line in _lines(each)]
    context.emit([_document(each) for each in found], lines or ["No such conversation."])
    return 0


def _known_as(inbox: Inbox, typed: str) -> str:
    """The person of this name, whatever its case and accents."""
    return next((name for name in inbox.assignees() if fold(name) == fold(typed)), typed)


conversations.params[:0] = [
    _show("todo", InboxFilter.TODO, "Those that somebody has to do something about."),
    _show("unread", InboxFilter.UNREAD, "Those with something that nobody has read."),
    _show("starred", InboxFilter.STARRED, "Those with a star."),
    _show("archived", InboxFilter.ARCHIVED, "Those in the archive."),
    _show("apart", InboxFilter.SET_APART, "Those with companies and carriers."),
    _show("all", InboxFilter.EVERYTHING, "All of them."),
]


@click.command()
@click.argument("phone")
@click.option("--limit", type=ROW_ID, default=100, help="The newest so many messages (default: 100).")
@click.option("--done/--reopen", default=None, help="Nothing is to be done any more; or something is again.")
@click.option("--star/--no-star", default=None, help="Give it a star, or take it away.")
@click.option("--archive/--no-archive", default=None, help="Lay it into the archive, or bring it back.")
@click.option("--read/--unread", default=None, help="Everything is read; or the last message is not.")
@click.option("--assign", metavar="NAME", help="Give it to a person; an empty name to nobody.")
@click.option(
    "--export", type=click.Path(path_type=Path), metavar="FILE", help="Write it: .xlsx, .csv, .txt."
)
@click.pass_obj
def conversation(context: Context, /, phone: str, limit: int, export: Path | None, **marks: object) -> int:
    """Show what was said with PHONE, or a sender, and say what becomes of the conversation."""
    with context.desk() as desk:
        inbox = desk.services.inbox
        known = inbox.conversation_with(phone)
        written = inbox.write_thread(known.phone, export) if export is not None else 0
        _mark(inbox, known.phone, marks)  # a file that cannot be written changes nothing
        if export is not None:
            return _tell_written(context, export, written)
        now, items = inbox.conversation_with(known.phone), inbox.thread(known.phone, limit)
        came = [item.id for item in items if item.direction is Direction.IN]
        about = desk.services.answers.about_many(came)
    told = [(item, about.get(item.id) if item.direction is Direction.IN else None) for item in items]
    document = {**_document(now), "messages": [_item_document(*each) for each in told]}
    context.emit(document, [_head(now), *(line for each in told for line in _item_lines(*each))])
    return 0


def _tell_written(context: Context, file: Path, count: int) -> int:
    said = f"{counted(count, 'message', 'messages')} written to {file}."
    context.emit({"file": str(file), "messages": count}, [said])
    return 0


def _mark(inbox: Inbox, phone: str, marks: dict[str, object]) -> None:
    """Each of `marks` is None where nothing was said about it; the one that can be refused is first."""
    if marks["assign"] is not None:
        inbox.assign(phone, str(marks["assign"]))
    if marks["done"] is not None:
        _ = inbox.finish(phone) if marks["done"] else inbox.reopen(phone)
    if marks["star"] is not None:
        inbox.star(phone, on=bool(marks["star"]))
    if marks["archive"] is not None:
        inbox.archive(phone, on=bool(marks["archive"]))
    if marks["read"] is not None:
        _ = inbox.mark_read(phone) if marks["read"] else inbox.mark_unread(phone)


def _document(each: Conversation) -> Document:
    return {
        "phone": each.phone,
        "contacts": list(each.names),
        "last_text": each.last_text,
        "last_at": iso(each.last_at),
        "last_sent": each.last_outgoing,
        "unread": each.unread,
        "done": each.done,
        "waiting_since": iso(each.waiting_since),
        "late": each.late,
        "starred": each.starred,
        "archived": each.archived,
        "assigned_to": each.assigned_to or None,
        "apart": each.set_apart,
    }


def _head(each: Conversation) -> str:
    marks = (
        f"{each.unread} unread" if each.unread else "",
        "" if each.done else "to do",
        f"waiting since {clock_time(each.waiting_since)}" if each.waiting_since else "",
        "late" if each.late else "",
        "starred" if each.starred else "",
        "archived" if each.archived else "",
        f"for {visible_line(each.assigned_to)}" if each.assigned_to else "",
    )
    who = visible_line(", ".join(each.names))
    phone = visible_line(each.phone) or "unknown sender"
    pieces = (clock_time(each.last_at), phone, f"({who})" if who else "", ", ".join(filter(None, marks)))
    return "  ".join(filter(None, pieces))


def _lines(each: Conversation) -> list[str]:
    arrow = ">" if each.last_outgoing else "<"
    return [_head(each), f"    {arrow} {visible_line(each.last_text)}"]


def _item_document(item: ThreadItem, about: About | None) -> Document:
    return {
        "direction": item.direction.value,
        "id": item.id,
        "text": item.text,
        "raw": item.raw,
        "at": iso(item.at),
        "state": item.state.value if item.state else None,
        "error": str(item.error) if item.error else None,
        "broadcast": item.broadcast_id,
        "answers": about.broadcast_id if about is not None else None,
        "complete": item.complete,
        "read": item.read,
    }


def _item_lines(item: ThreadItem, about: About | None) -> list[str]:
    notes = (
        item.state.value if item.state else "",
        str(item.error or ""),
        visible_line(item.broadcast or ""),
        f"answers {about.broadcast_id}: {visible_line(about.title)}" if about is not None else "",
        "" if item.complete else "incomplete",
    )
    arrow = ">" if item.direction is Direction.OUT else "<"
    head = f"{clock_time(item.at)}  {arrow}  {', '.join(filter(None, notes))}".rstrip()
    return [head, f"    {visible_line(item.raw if item.text is None else item.text)}"]
