"""Commands that show what came in."""

from __future__ import annotations

import click

from smsdesk.commands.context import ROW_ID, Context
from smsdesk.commands.documents import clock_time, received_document
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import ReceivedView


@click.command()
@click.option("--unread", is_flag=True, help="Only what nobody has read in the window.")
@click.option("--limit", type=ROW_ID, help="The newest so many (default: all).")
@click.option("--search", default="", help="Only those with this in text, number or name.")
@click.pass_obj
def inbox(context: Context, unread: bool, limit: int | None, search: str) -> int:
    """List the received messages in the order in which they came."""
    with context.desk() as desk:
        found = desk.services.inbox.list(unread=unread, limit=limit, search=search)[::-1]
    lines = [line for message in found for line in _lines(message)]
    context.emit([received_document(message) for message in found], lines or ["No message was received."])
    return 0


def _lines(message: ReceivedView) -> list[str]:
    who = visible_line(", ".join(message.contacts))
    marks = ", ".join(
        [
            *([] if message.read else ["new"]),
            *([] if message.complete else ["incomplete"]),
            *([] if message.kind == "sms" else [message.kind]),
        ]
    )
    head = [
        str(message.id),
        clock_time(message.received_at),
        visible_line(message.sender) or "unknown sender",
        *([f"({who})"] if who else []),
        *([f"[{marks}]"] if marks else []),
    ]
    return ["  ".join(head), f"    {visible_line(message.raw if message.text is None else message.text)}"]
