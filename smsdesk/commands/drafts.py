"""`smsdesk drafts`: what was being composed and is not sent yet: looked at, kept, sent or deleted."""

from __future__ import annotations

from dataclasses import replace

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, iso
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Priority
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services
from smsdesk.services.notify import SendOptions

SHOWN_TEXT = 60
"""Characters of the text that a line shows."""


@click.group(invoke_without_command=True)
@click.pass_context
def drafts(ctx: click.Context) -> int:
    """List the drafts, look at one, keep a new one, send or delete one."""
    if ctx.invoked_subcommand:
        return 0
    context: Context = ctx.obj
    with context.desk() as desk:
        kept = desk.services.drafts.list()
    rows = [
        (
            each.id,
            clock_time(each.updated_at) if each.updated_at else "",
            visible_line(each.title),
            visible_line(each.text)[:SHOWN_TEXT],
        )
        for each in kept
    ]
    lines = table(rows, ("id", "changed", "to", "text")) if rows else ["There is no draft."]
    context.emit([_document(each) for each in kept], lines)
    return 0


@drafts.command()
@click.argument("draft", type=ROW_ID)
@click.pass_obj
def show(context: Context, draft: int) -> int:
    """Show a draft, and what sending it now would do."""
    with context.desk() as desk:
        content = desk.services.drafts.take(draft)
        repeats = content.about if content.relation is Relation.REPEAT else None
        plan = desk.services.notify.plan(
            content.request, content.text, content.fields, content.purpose, repeats=repeats
        )
    document = {
        **_document(content),
        "messages": plan.phones,
        "parts": plan.parts,
        "problem": str(plan.problem) if plan.problem is not None else None,
    }
    told = plan.problem or f"It would be {plan.phones} messages ({plan.parts} SMS)."
    context.emit(document, [visible_line(content.title), visible_line(content.text), str(told)])
    return 0


@drafts.command()
@click.argument("groups", metavar="GROUP...", nargs=-1, required=True)
@click.option("--text", required=True, help="The message, with merge fields such as {prénom}.")
@click.pass_obj
def keep(context: Context, groups: tuple[str, ...], text: str) -> int:
    """Keep a message to groups as a draft, to be finished in the window or sent later."""
    with context.desk() as desk:
        people = desk.services.people
        found = dict.fromkeys(people.group_named(name) for name in groups)
        content = DraftContent(
            request=AudienceRequest(group_ids=tuple(group.id for group in found)),
            text=text,
            title=", ".join(group.name for group in found),
        )
        number = desk.services.drafts.save(content)
    context.emit(_document(replace(content, id=number)), [f"Draft {number} is kept."])
    return 0


@drafts.command()
@click.argument("draft", type=ROW_ID)
@click.pass_obj
def send(context: Context, draft: int) -> int:
    """Send a draft as it stands; it ends with that."""
    with context.desk() as desk:
        content = desk.services.drafts.take(draft)
        broadcast = _send(desk.services, content)
        plan = desk.services.broadcasts.get(broadcast).summary
    messages = sum(plan.counts.values())
    context.emit(
        {"broadcast": broadcast, "messages": messages},
        [f"Broadcast {broadcast} is in the queue: {messages} messages."],
    )
    return 0


def _send(services: Services, content: DraftContent) -> int:
    options = SendOptions(
        purpose=content.purpose,
        priority=Priority.URGENT if content.urgent else Priority.NORMAL,
        not_before=content.not_before,
        about=content.about,
        relation=content.relation,
        title=content.title,
        question=content.question,
    )
    return services.notify.send(
        content.request, content.text, fields=content.fields, options=options, composed=content
    )


@drafts.command()
@click.argument("draft", type=ROW_ID)
@click.pass_obj
def delete(context: Context, draft: int) -> int:
    """Delete a draft."""
    with context.desk() as desk:
        desk.services.drafts.take(draft)
        desk.services.drafts.delete(draft)
    context.emit({"draft": draft, "deleted": True}, [f"Draft {draft} is deleted."])
    return 0


def _document(content: DraftContent) -> Document:
    return {
        "id": content.id,
        "title": content.title,
        "text": content.text,
        "purpose": content.purpose.value,
        "urgent": content.urgent,
        "at": iso(content.not_before) if content.not_before else None,
        "changed": iso(content.updated_at) if content.updated_at else None,
    }
