"""Commands that show what came in."""

from __future__ import annotations

import click

from smsdesk.commands.context import ROW_ID, Context
from smsdesk.commands.documents import clock_time, one_line, received_document
from smsdesk.domain.views import ReceivedView


@click.command()
@click.option("--unread", is_flag=True, help="Only what nobody has read in the window.")
@click.option("--limit", type=ROW_ID, help="The newest so many (default: all).")
@click.pass_obj
def inbox(context: Context, unread: bool, limit: int | None) -> int:
    """List the received messages in the order in which they came."""
    with context.desk() as desk:
        found = desk.services.inbox.list(unread=unread, limit=limit)[::-1]
    lines = [line for message in found for line in _lines(message)]
    context.emit([received_document(message) for message in found], lines or ["No message was received."])
    return 0


def _lines(message: ReceivedView) -> list[str]:
    who = ", ".join(message.contacts)
    marks = [
        *([] if message.read else ["new"]),
        *([] if message.complete else ["incomplete"]),
        *([] if message.kind == "sms" else [message.kind]),
    ]
    head = f"{message.id}  {clock_time(message.received_at)}  {one_line(message.sender) or 'unknown sender'}"
    head += f" ({one_line(who)})" if who else ""
    head += f"  [{', '.join(marks)}]" if marks else ""
    body = one_line(message.text) if message.text is not None else one_line(message.raw)
    return [head, f"    {body}"]
