"""Commands for the library of templates: list, change, write it to a file, take one from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from smsdesk.commands.context import ROW_ID, Context, table
from smsdesk.commands.documents import Document, clock_time, counted, iso
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Template, TemplateVersion
from smsdesk.services.template_sharing import ImportedTemplates, OnConflict, TemplateImport
from smsdesk.services.templates import Templates

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(invoke_without_command=True)
@click.option("--search", default="", help="Only those with these words in name, category or text.")
@click.pass_context
def templates(ctx: click.Context, search: str) -> int:
    """List the message templates, change them, or share them as a file."""
    if ctx.invoked_subcommand is not None:
        return 0
    context: Context = ctx.obj
    with context.desk() as desk:
        found = desk.services.templates.list(search)
    rows = [
        (each.category, each.name, each.purpose.value, ", ".join(each.audience), visible_line(each.body))
        for each in found
    ]
    lines = table(rows, ("category", "name", "purpose", "audience", "text")) if rows else ["No template."]
    context.emit([_document(each) for each in found], lines)
    return 0


@templates.command("save")
@click.argument("name")
@click.option("--text", help="The message, with merge fields such as {prénom}.")
@click.option("--category", help="Where the library lists it.")
@click.option("--purpose", type=click.Choice([each.value for each in Purpose]), help="What it is for.")
@click.option("--group", "groups", metavar="NAME", multiple=True, help="A group that it is usually for.")
@click.option("--rename", metavar="NAME", help="Its new name.")
@click.pass_obj
def save(
    context: Context,
    name: str,
    text: str | None,
    category: str | None,
    purpose: str | None,
    groups: tuple[str, ...],
    rename: str | None,
) -> int:
    """Add the template NAME, or change what is said of it; how it was before stays as a version."""
    with context.desk() as desk:
        service, people = desk.services.templates, desk.services.people
        before = _named(service, name) or Template(None, name, "", "")
        saved = service.save(
            replace(
                before,
                name=before.name if rename is None else rename,
                category=before.category if category is None else category,
                body=before.body if text is None else text,
                purpose=before.purpose if purpose is None else Purpose(purpose),
                audience=tuple(people.group_named(each).name for each in groups) or before.audience,
            )
        )
    done = "added" if before.id is None else "changed"
    context.emit(_document(saved), [f"{visible_line(saved.name)} is {done}."])
    return 0


@templates.command("delete")
@click.argument("name")
@click.pass_obj
def delete(context: Context, name: str) -> int:
    """Delete the template NAME with its versions; messages made from it stay."""
    with context.desk() as desk:
        service = desk.services.templates
        found = _existing(service, name)
        service.delete(found.id or 0)
    context.emit({**_document(found), "deleted": True}, [f"{visible_line(found.name)} is deleted."])
    return 0


@templates.command("versions")
@click.argument("name")
@click.option("--restore", metavar="VERSION", type=ROW_ID, help="Make this one the text again.")
@click.pass_obj
def versions(context: Context, name: str, restore: int | None) -> int:
    """List how the template NAME was before each change, or bring one of these texts back."""
    with context.desk() as desk:
        service = desk.services.templates
        former = service.versions(_existing(service, name).id or 0)
        if restore is not None:
            back = service.restore(_version(former, restore))
            context.emit(_document(back), [f"{visible_line(back.name)} is as it was."])
            return 0
    rows = [(each.id, clock_time(each.saved_at), visible_line(each.template.body)) for each in former]
    lines = table(rows, ("version", "until", "text")) if rows else ["It was never changed."]
    context.emit(
        [{"version": each.id, "until": iso(each.saved_at), **_document(each.template)} for each in former],
        lines,
    )
    return 0


def _named(service: Templates, name: str) -> Template | None:
    """The template of exactly this name, without case or accents."""
    return next((each for each in service.list() if fold(each.name) == fold(name)), None)


def _existing(service: Templates, name: str) -> Template:
    """The same; InputError names those whose beginning it is, for what is changed is named in full."""
    found = _named(service, name)
    if found is not None:
        return found
    near = service.get(name)
    raise InputError(say("There is no template {name}. Did you mean {near}?", name=name, near=near.name))


def _version(former: Sequence[TemplateVersion], number: int) -> TemplateVersion:
    for each in former:
        if each.id == number:
            return each
    numbers = ", ".join(str(each.id) for each in former) or "-"
    raise InputError(
        say("The template has no version {id}. Choose one of: {numbers}.", id=number, numbers=numbers)
    )


@templates.command("export")
@click.argument("file", type=_FILE)
@click.option("--search", default="", help="Only those with these words in name, category or text.")
@click.pass_obj
def export(context: Context, file: Path, search: str) -> int:
    """Write the templates to FILE, .toml or .json, for another desk."""
    with context.desk() as desk:
        service = desk.services.templates
        written = service.sharing.export(file, service.list(search))
    context.emit(
        {"file": str(file), "templates": written},
        [f"{counted(written, 'template', 'templates')} written to {visible_line(str(file))}."],
    )
    return 0


@templates.command("import")
@click.argument("file", type=_FILE)
@click.option(
    "--on-conflict",
    type=click.Choice([choice.value for choice in OnConflict]),
    help="For a name that is taken by another text: keep yours, replace it (a version stays), or have both.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be taken over.")
@click.pass_obj
def import_(context: Context, file: Path, on_conflict: str | None, dry_run: bool) -> int:
    """Take over the templates of FILE, as another desk exported it."""
    with context.desk() as desk:
        sharing = desk.services.templates.sharing
        plan = sharing.read(file)
        done = None
        if not dry_run:
            _check_decided(plan, on_conflict)
            choice = OnConflict(on_conflict or OnConflict.KEEP)
            done = sharing.apply(plan, {conflict.ours.name: choice for conflict in plan.conflicts})
    context.emit(_import_document(plan, done), _import_lines(plan, done))
    return 0


def _check_decided(plan: TemplateImport, on_conflict: str | None) -> None:
    if plan.conflicts and on_conflict is None:
        raise InputError(
            say(
                "These names are taken by other texts: {names}. Say --on-conflict keep, replace or both.",
                names=", ".join(conflict.ours.name for conflict in plan.conflicts),
            )
        )


def _document(template: Template) -> Document:
    return {
        "id": template.id,
        "name": template.name,
        "category": template.category,
        "purpose": template.purpose.value,
        "text": template.body,
        "audience": list(template.audience),
    }


def _import_document(plan: TemplateImport, done: ImportedTemplates | None) -> Document:
    return {
        "new": [template.name for template in plan.new],
        "same": [template.name for template in plan.same],
        "conflicts": [conflict.ours.name for conflict in plan.conflicts],
        "rejected": [{"number": each.number, "reason": str(each.reason)} for each in plan.rejected],
        "applied": done is not None,
        "added": [template.name for template in done.added] if done else [],
        "replaced": [template.name for template in done.replaced] if done else [],
    }


def _import_lines(plan: TemplateImport, done: ImportedTemplates | None) -> list[str]:
    lines = [
        *(f"new: {visible_line(template.name)}" for template in plan.new),
        *(f"name taken by another text: {visible_line(each.ours.name)}" for each in plan.conflicts),
        *(f"template {each.number} is left out: {visible_line(str(each.reason))}" for each in plan.rejected),
    ]
    if done is None:
        return [*lines, "Nothing was changed."]
    added, replaced = len(done.added), len(done.replaced)
    same = len(plan.same)
    return [
        *lines,
        f"{counted(added, 'template', 'templates')} added, {replaced} replaced, {same} here already.",
    ]
