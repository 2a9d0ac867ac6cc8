"""Commands for the library of templates: list, write it to a file, take one from a file."""

from __future__ import annotations

from pathlib import Path

import click

from smsdesk.commands.context import Context, table
from smsdesk.commands.documents import Document, counted
from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Template
from smsdesk.services.template_sharing import ImportedTemplates, OnConflict, TemplateImport

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(invoke_without_command=True)
@click.option("--search", default="", help="Only those with these words in name, category or text.")
@click.pass_context
def templates(ctx: click.Context, search: str) -> int:
    """List the message templates, or share them as a file."""
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
