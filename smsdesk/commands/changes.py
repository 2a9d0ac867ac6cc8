"""Commands for what was changed: history, undo, redo, people who stand twice, school years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, counted, iso
from smsdesk.domain.errors import InputError
from smsdesk.domain.people import Contact
from smsdesk.domain.seasons import Carry, Carrying, Leaver, SeasonPreview, WithoutGroup
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bundle import Services
from smsdesk.services.duplicates import Duplicate
from smsdesk.services.history import Entry
from smsdesk.services.seasons import RolledOver

_SHOWN = 50
"""Lines of one kind that a person is shown; the JSON document has them all."""


@click.command()
@click.option("--limit", type=ROW_ID, default=_SHOWN, help="How many, the newest first.")
@click.pass_obj
def history(context: Context, limit: int) -> int:
    """List what was changed among people and groups, the newest first."""
    with context.desk() as desk:
        entries = desk.services.history.entries(limit)
    rows = [
        (entry.id, clock_time(entry.made_at), entry.made_by, "undone" if entry.undone else "",
         visible_line(str(entry.title)))
        for entry in entries
    ]  # fmt: skip
    lines = table(rows, ("Id", "When", "By", "", "Change")) if rows else ["Nothing was changed yet."]
    context.emit([_entry_document(entry) for entry in entries], lines)
    return 0


@click.command()
@click.argument("change", type=ROW_ID, required=False)
@click.pass_obj
def undo(context: Context, change: int | None) -> int:
    """Take back the last change of people and groups, or the one with the id CHANGE of `history`."""
    with context.desk() as desk:
        changes = desk.services.history
        entry = changes.undo() if change is None else changes.undo_set(change)
    if entry is None:
        raise InputError(say("There is nothing to undo."))
    context.emit(_taken_document(entry), _taken_lines("Undone", entry))
    return 0


@click.command()
@click.pass_obj
def redo(context: Context) -> int:
    """Make the change again that was undone last."""
    with context.desk() as desk:
        entry = desk.services.history.redo()
    if entry is None:
        raise InputError(
            say("There is nothing to make again: nothing was undone, or more was changed since.")
        )
    context.emit(_taken_document(entry), _taken_lines("Made again", entry))
    return 0


def _taken_lines(what: str, entry: Entry) -> Iterator[str]:
    yield visible_line(f"{what}: {entry.title}")
    if entry.stopped:
        yield f"{counted(entry.stopped, 'waiting message', 'waiting messages')} will not be sent."
    if entry.nobodys:
        waiting = counted(entry.nobodys, "waiting message", "waiting messages")
        yield f"{waiting} will still go to people who are removed; see broadcasts and cancel."


def _taken_document(entry: Entry) -> Document:
    """`stopped`: messages that waited for phones that object again; `nobodys`: that wait for who is gone."""
    return {**_entry_document(entry), "stopped": entry.stopped, "nobodys": entry.nobodys}


def _entry_document(entry: Entry) -> Document:
    return {
        "id": entry.id,
        "title": str(entry.title),
        "made_by": entry.made_by,
        "made_at": iso(entry.made_at),
        "undone": entry.undone,
    }


@click.command()
@click.option("--limit", type=ROW_ID, default=_SHOWN, help="How many at most.")
@click.option("--merge", nargs=2, type=ROW_ID, metavar="KEEP OTHER", help="Make one person of two ids.")
@click.option("--apart", nargs=2, type=ROW_ID, metavar="ONE OTHER", help="Say that two ids are two people.")
@click.pass_obj
def duplicates(
    context: Context, limit: int, merge: tuple[int, int] | None, apart: tuple[int, int] | None
) -> int:
    """List people who probably stand twice, and why; merge two, or tell them apart."""
    if merge and apart:
        raise InputError(say("Give --merge or --apart, not both."))
    with context.desk() as desk:
        service = desk.services.duplicates
        if apart:
            service.not_the_same(*apart)
        merged = service.merge(merge[0], [merge[1]]) if merge else None
        found = () if merged else service.find(limit)
    if merged:
        context.emit({"id": merged.id, "name": merged.name}, [visible_line(f"Merged: {merged.name}")])
    else:
        lines = [line for each in found for line in _duplicate_lines(each)]
        context.emit([_duplicate_document(each) for each in found], lines or ["Nobody seems to stand twice."])
    return 0


def _duplicate_document(duplicate: Duplicate) -> Document:
    return {
        "people": [{"id": contact.id, "name": contact.name} for contact in duplicate.contacts],
        "reasons": [str(reason) for reason in duplicate.reasons],
    }


def _duplicate_lines(duplicate: Duplicate) -> Iterator[str]:
    yield visible_line("; ".join(map(str, duplicate.reasons)))
    for contact in duplicate.contacts:
        yield f"  {contact.id}  {visible_line(_described(contact))}"


def _described(contact: Contact) -> str:
    born = f"{contact.birth_date:%Y-%m-%d}" if contact.birth_date else ""
    phones = " ".join(phone.e164 for phone in contact.phones)
    return " · ".join(filter(None, (contact.name, contact.kind, born, phones, ", ".join(contact.groups))))


@click.command()
@click.option("--roll-over", metavar="NAME", help="Begin the season NAME, for example 2027-2028.")
@click.option("--keep", multiple=True, metavar="GROUP", help="This group goes on with its members.")
@click.option(
    "--go-up", nargs=2, multiple=True, metavar="GROUP NAME", help="It goes on as NAME, members too."
)
@click.option("--end", multiple=True, metavar="GROUP", help="There is no such group next season.")
@click.option("--archive", is_flag=True, help="Archive pupils who are in no group any more.")
@click.option("--dry-run", is_flag=True, help="Show what would happen and change nothing.")
@click.pass_obj
def season(
    context: Context,
    roll_over: str | None,
    keep: tuple[str, ...],
    go_up: tuple[tuple[str, str], ...],
    end: tuple[str, ...],
    archive: bool,
    dry_run: bool,
) -> int:
    """Show the school year, or begin the next one: each class, course and ensemble begins anew, empty."""
    fates = [(name, Carry(Carrying.MEMBERS)) for name in keep]
    fates += [(name, Carry(Carrying.MEMBERS, new)) for name, new in go_up]
    fates += [(name, Carry(Carrying.ENDED)) for name in end]
    if roll_over is None and (fates or archive):
        raise InputError(say("Say with --roll-over what the new season is called."))
    with context.desk() as desk:
        services = desk.services
        if roll_over is None:
            return _show(context, services)
        plan = _plan(services, fates)
        preview = services.seasons.preview(roll_over, plan)
        result = None
        if not dry_run:
            leavers = WithoutGroup.ARCHIVE if archive else WithoutGroup.KEEP
            result = services.seasons.roll_over(roll_over, plan, leavers)
    context.emit(_season_document(preview, result), _season_lines(preview, result, archive=archive))
    return 0


def _plan(services: Services, fates: Sequence[tuple[str, Carry]]) -> dict[int, Carry]:
    plan: dict[int, Carry] = {}
    for name, fate in fates:
        group = services.people.group_named(name)
        if group.id in plan:
            raise InputError(say("Say once what becomes of {group}.", group=group.name))
        plan[group.id] = fate
    return plan


def _show(context: Context, services: Services) -> int:
    seasons = services.seasons
    current, groups, past = seasons.current(), seasons.seasonal_groups(), seasons.past_seasons()
    lines = [
        f"Season {current}",
        *table([(visible_line(group.name), group.size) for group in groups], ("Group", "People")),
        *(["Past seasons: " + ", ".join(map(visible_line, past))] if past else []),
    ]
    document = {
        "season": current,
        "next": seasons.next(),
        "groups": [{"name": group.name, "size": group.size} for group in groups],
        "past": list(past),
    }
    context.emit(document, lines)
    return 0


def _season_document(preview: SeasonPreview, result: RolledOver | None) -> Document:
    return {
        "season": preview.season,
        "groups": [
            {"group": each.group.name, "becomes": each.how.value, "name": each.name}
            for each in preview.groups
        ],
        "pupils_without_group": [leaver.name for leaver in preview.pupils],
        "guardians_without_pupil": [leaver.name for leaver in preview.guardians],
        "archived": result.people_archived if result else 0,
        "applied": result is not None,
    }


def _season_lines(preview: SeasonPreview, result: RolledOver | None, *, archive: bool) -> Iterator[str]:
    for each in preview.groups:
        new = "" if each.how is Carrying.ENDED or each.name == each.group.name else f" as {each.name}"
        yield "  " + visible_line(f"{each.group.name}: {each.how}{new}")
    fate = "archived" if archive else "kept"
    yield from _leaver_lines("in no group any more", fate, preview.pupils)
    if archive:
        yield from _leaver_lines("with no pupil any more", fate, preview.guardians)
    yield f"Season {preview.season} begun." if result else "Nothing was changed."


def _leaver_lines(why: str, fate: str, leavers: tuple[Leaver, ...]) -> Iterator[str]:
    if leavers:
        yield f"{counted(len(leavers), 'person', 'people')} {why}, {fate}:"
    yield from (f"  {visible_line(leaver.name)}" for leaver in leavers[:_SHOWN])
    if len(leavers) > _SHOWN:
        yield f"  ... and {len(leavers) - _SHOWN} more"
