"""`smsdesk keywords`: the words that are answered by themselves, and the lists that are joined by SMS."""

from __future__ import annotations

from dataclasses import replace

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, iso
from smsdesk.domain.auto_replies import KeywordSettings
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.keywords import Conflict, Keyword, KeywordAction
from smsdesk.domain.opt_outs import Mode
from smsdesk.domain.sentences import say
from smsdesk.domain.sign_ups import SignUp
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services


@click.group(invoke_without_command=True)
@click.pass_context
def keywords(ctx: click.Context) -> int:
    """Show the keywords, set or remove one, and decide about phones that sign up."""
    return 0 if ctx.invoked_subcommand else ctx.invoke(list_)


@keywords.command("list")
@click.pass_obj
def list_(context: Context) -> int:
    """List the keywords, and what is wrong with any of them."""
    with context.desk() as desk:
        services = desk.services
        known, conflicts = services.keywords.list(), services.keywords.conflicts()
        rows = [(each.word, each.action, _about(services, each)) for each in known]
        documents = [_document(services, each, conflicts) for each in known]
    head = ("word", "does", "what")
    lines = table(rows, head) if rows else ["There is no keyword yet. Make one with 'smsdesk keywords set'."]
    context.emit(documents, [*lines, *(f"! {each.keyword.word}: {each.reason}" for each in conflicts)])
    return 0


@keywords.command("set")
@click.argument("word")
@click.option(
    "--list", "group", metavar="GROUP", help="INSCRIRE WORD joins this group, QUITTER WORD leaves it."
)
@click.option("--answer", help="The text that WORD gets; for a list, what WORD alone gets.")
@click.option(
    "--poll", type=ROW_ID, metavar="BROADCAST", help="WORD gets --answer, the question of this broadcast."
)
@click.pass_obj
def set_(context: Context, word: str, group: str | None, answer: str | None, poll: int | None) -> int:
    """Make a keyword, or change the one of this word."""
    if group is not None and poll is not None:
        raise click.UsageError("A keyword is for a list or for a poll: give --list or --poll.")
    with context.desk() as desk:
        services = desk.services
        known = _known(services, word)
        group_id = services.people.group_named(group).id if group is not None else None
        action = _action(group_id, poll)
        changed = Keyword(word, action, answer or "", group_id, poll, known.id if known else None)
        if known is not None and answer is None:
            changed = replace(changed, answer=known.answer)
        saved = services.keywords.save(changed)
        document = _document(services, saved, services.keywords.conflicts())
        about = _about(services, saved)
    context.emit(document, [f"{saved.word}: {saved.action}, {about}"])
    return 0


def _action(group_id: int | None, poll: int | None) -> KeywordAction:
    if group_id is not None:
        return KeywordAction.LIST
    return KeywordAction.ANSWER if poll is None else KeywordAction.POLL


def _known(services: Services, word: str) -> Keyword | None:
    return next((each for each in services.keywords.list() if fold(each.word) == fold(word)), None)


@keywords.command("remove")
@click.argument("word")
@click.pass_obj
def remove(context: Context, word: str) -> int:
    """Take a keyword away; who joined its list stays in it."""
    with context.desk() as desk:
        known = _known(desk.services, word)
        if known is None or known.id is None:
            raise InputError(say("There is no keyword {word}.", word=visible_line(word)))
        desk.services.keywords.delete(known.id)
    context.emit({"removed": known.word}, [f"{known.word} is no keyword any more."])
    return 0


@keywords.command("unknown")
@click.argument("mode", type=click.Choice([each.value for each in Mode]), required=False)
@click.pass_obj
def unknown(context: Context, mode: str | None) -> int:
    """Show or set what is done with a phone that nobody has and that signs up: propose, or apply."""
    with context.desk() as desk:
        service = desk.services.keywords
        if mode is not None:
            service.save_settings(KeywordSettings(Mode(mode)))
        chosen = service.settings().unknown
    done = {Mode.PROPOSE: "It waits for a person.", Mode.APPLY: "It becomes a resident at once."}
    context.emit({"unknown": chosen.value}, [f"A phone that nobody has signs up: {done[chosen]}"])
    return 0


@keywords.command("requests")
@click.pass_obj
def requests(context: Context) -> int:
    """List who waits to join or to leave a list."""
    with context.desk() as desk:
        found = desk.services.sign_ups.waiting()
    rows = [
        (
            each.id,
            clock_time(each.received_at),
            each.e164,
            visible_line(", ".join(each.names)) or "-",
            "joins" if each.joins else "leaves",
            visible_line(each.group),
        )
        for each in found
    ]
    head = ("id", "when", "phone", "who", "wants", "list")
    lines = table(rows, head) if rows else ["Nobody waits."]
    context.emit([_request_document(each) for each in found], lines)
    return 0


@keywords.command("apply")
@click.argument("id", type=ROW_ID)
@click.pass_obj
def apply(context: Context, id: int) -> int:  # noqa: A002  # the word of the command line
    """Do what a request asks for; whom nobody knows becomes a resident."""
    with context.desk() as desk:
        return _told(context, desk.services.sign_ups.apply(id))


@keywords.command("dismiss")
@click.argument("id", type=ROW_ID)
@click.pass_obj
def dismiss(context: Context, id: int) -> int:  # noqa: A002  # the word of the command line
    """Let a request rest."""
    with context.desk() as desk:
        return _told(context, desk.services.sign_ups.dismiss(id))


@keywords.command("undo")
@click.argument("id", type=ROW_ID)
@click.pass_obj
def undo(context: Context, id: int) -> int:  # noqa: A002  # the word of the command line
    """Take back what a request brought."""
    with context.desk() as desk:
        return _told(context, desk.services.sign_ups.undo(id))


def _told(context: Context, asked: SignUp) -> int:
    what = "joins" if asked.joins else "leaves"
    line = f"Request {asked.id}: {asked.e164} {what} {visible_line(asked.group)}: {asked.state}."
    context.emit(_request_document(asked), [line])
    return 0


def _about(services: Services, keyword: Keyword) -> str:
    if keyword.action is KeywordAction.LIST:
        names = {group.id: group.name for group in services.people.groups()}
        return visible_line(names.get(keyword.group_id or 0, "?"))
    poll = f"broadcast {keyword.broadcast_id}: " if keyword.action is KeywordAction.POLL else ""
    return poll + visible_line(keyword.answer)


def _document(services: Services, keyword: Keyword, conflicts: tuple[Conflict, ...]) -> Document:
    reasons = [str(each.reason) for each in conflicts if each.keyword.id == keyword.id]
    names = {group.id: group.name for group in services.people.groups()}
    return {
        "id": keyword.id,
        "word": keyword.word,
        "action": keyword.action.value,
        "answer": keyword.answer,
        "group": names.get(keyword.group_id or 0),
        "broadcast": keyword.broadcast_id,
        "conflict": reasons[0] if reasons else None,
    }


def _request_document(each: SignUp) -> Document:
    return {
        "id": each.id,
        "received": each.received_id,
        "from": each.e164,
        "contacts": list(each.names),
        "joins": each.joins,
        "group": each.group,
        "state": each.state.value,
        "text": each.text,
        "received_at": iso(each.received_at),
        "decided_at": iso(each.decided_at),
        "decided_by": each.decided_by,
    }
