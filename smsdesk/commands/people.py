"""Commands for people: import a class list, list groups and contacts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from smsdesk.commands.context import Context, table
from smsdesk.domain.class_lists import Column, Doubt, Rejected, SheetSummary
from smsdesk.domain.import_plan import ImportPlan, PlannedPerson
from smsdesk.domain.people import Contact, Group, Guardian, Phone
from smsdesk.domain.untrusted import visible_line

_SHOWN = 50
"""Lines of one kind that a person is shown; the JSON document has them all."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--group", metavar="NAME", help="Put everybody of the list into this group.")
@click.option("--dry-run", is_flag=True, help="Show what would happen and change nothing.")
@click.option("--accept-warnings", is_flag=True, help="Import although something is doubtful.")
@click.pass_obj
def import_(context: Context, file: Path, group: str | None, dry_run: bool, accept_warnings: bool) -> int:
    """Read a class list (xlsx, xls, ods, csv) into people and groups."""
    with context.desk() as desk:
        plan = desk.services.importing.plan(file, group)
        if not dry_run:
            if not accept_warnings:
                for doubt in plan.warnings:
                    context.tell(_doubt_line(doubt))
            desk.services.importing.apply(plan, accept_warnings)
    context.emit(_plan_document(plan, applied=not dry_run), _plan_lines(plan, applied=not dry_run))
    return 0


@click.command()
@click.pass_obj
def groups(context: Context) -> int:
    """List the groups with their teacher and size."""
    with context.desk() as desk:
        found = desk.services.people.groups()
    rows = [
        (visible_line(group.name), group.kind, group.size, visible_line(group.teacher)) for group in found
    ]
    lines = table(rows, ("Group", "Kind", "People", "Teacher")) if found else ["There are no groups yet."]
    context.emit([_group_document(group) for group in found], lines)
    return 0


@click.command()
@click.option("--group", metavar="NAME", help="Only the people of this group.")
@click.option("--search", default="", help="Only those whose name or phone has this.")
@click.pass_obj
def contacts(context: Context, group: str | None, search: str) -> int:
    """List the people with their phones and guardians."""
    with context.desk() as desk:
        people = desk.services.people
        group_id = people.group_named(group).id if group is not None else None
        found = people.contacts(group_id, search, limit=-1)
    lines = [_contact_line(contact) for contact in found] or ["There is nobody yet."]
    context.emit([_contact_document(contact) for contact in found], lines)
    return 0


def _plan_document(plan: ImportPlan, *, applied: bool) -> dict[str, object]:
    return {
        "file": plan.file,
        "sheets": [sheet.name or plan.file for sheet in plan.sheets],
        "new": len(plan.new),
        "changed": len(plan.changed),
        "unchanged": len(plan.unchanged),
        "left": len(plan.left),
        "rejected": [_rejected_document(rejected) for rejected in plan.rejected],
        "groups": dict(plan.groups),
        "applied": applied,
        "warnings": [
            {"sheet": doubt.sheet, "row": doubt.cell, "reason": str(doubt.sentence)}
            for doubt in plan.warnings
        ],
        "columns": [_sheet_document(sheet) for sheet in plan.sheets],
        "people": {
            "new": [person.name for person in plan.new],
            "changed": [_changed_document(person) for person in plan.changed],
            "left": [{"name": leaver.name, "group": leaver.group} for leaver in plan.left],
        },
    }


def _rejected_document(rejected: Rejected) -> dict[str, object]:
    return {
        "cell": rejected.cell,
        "reason": str(rejected.reason),
        "sheet": rejected.sheet,
        "value": rejected.value,
    }


def _sheet_document(sheet: SheetSummary) -> dict[str, object]:
    columns = [
        {"column": column.letter, "header": column.header, "meaning": column.meaning, "person": column.person}
        for column in sheet.columns
    ]
    return {"sheet": sheet.name, "header_row": sheet.header_row, "people": sheet.people, "columns": columns}


def _changed_document(person: PlannedPerson) -> dict[str, object]:
    changes = [{"field": change.field, "old": change.old, "new": change.new} for change in person.changes]
    return {"name": person.name, "changes": changes}


def _group_document(group: Group) -> dict[str, object]:
    return {"name": group.name, "kind": str(group.kind), "size": group.size, "teacher": group.teacher}


def _contact_document(contact: Contact) -> dict[str, object]:
    return {
        "id": contact.id,
        "name": contact.name,
        "first_name": contact.first_name,
        "last_name": contact.last_name,
        "kind": str(contact.kind),
        "groups": list(contact.groups),
        "phones": _phone_documents(contact.phones),
        "guardians": [_guardian_document(guardian) for guardian in contact.guardians],
        "birth_date": contact.birth_date.isoformat() if contact.birth_date else None,
        "email": contact.email,
        "external_id": contact.external_id,
    }


def _guardian_document(guardian: Guardian) -> dict[str, object]:
    return {
        "name": guardian.name,
        "phones": _phone_documents(guardian.phones),
        "relation": guardian.relation,
        "receives": guardian.receives,
    }


def _phone_documents(phones: tuple[Phone, ...]) -> list[dict[str, object]]:
    return [{"e164": phone.e164, "label": phone.label, "mobile": phone.mobile} for phone in phones]


def _contact_line(contact: Contact) -> str:
    phones = [phone.e164 for phone in contact.phones]
    families = [
        f"{guardian.name}: {' '.join(phone.e164 for phone in guardian.phones) or '-'}"
        for guardian in contact.guardians
    ]
    return visible_line(f"{contact.name}  [{', '.join(contact.groups)}]  {', '.join([*phones, *families])}")


def _plan_lines(plan: ImportPlan, *, applied: bool) -> Iterator[str]:
    for sheet in plan.sheets:
        yield visible_line(f"{sheet.name or plan.file}: {_columns_line(sheet.columns)}")
    yield (
        f"New {len(plan.new)}, changed {len(plan.changed)}, unchanged {len(plan.unchanged)}, "
        f"no longer in the list {len(plan.left)}, rejected cells {len(plan.rejected)}, "
        f"doubtful {len(plan.warnings)}."
    )
    yield from _cut([_changes_line(person) for person in plan.changed])
    yield from _cut([f"  No longer in the list of {leaver.group}: {leaver.name}" for leaver in plan.left])
    yield from _cut([_rejected_line(rejected) for rejected in plan.rejected])
    yield from _cut([f"  {_doubt_line(doubt)}" for doubt in plan.warnings])
    for name, size in plan.groups.items():
        yield visible_line(f"  {name}: {size}")
    yield "Imported." if applied else "Nothing was changed."


def _columns_line(columns: tuple[Column, ...]) -> str:
    used = [column for column in columns if column.meaning]
    return ", ".join(
        f"{column.letter} {column.header or '-'} = {' '.join(filter(None, (column.meaning, column.person)))}"
        for column in used
    )


def _changes_line(person: PlannedPerson) -> str:
    changes = "; ".join(
        f"{change.field}: {change.old or '-'} -> {change.new or '-'}" for change in person.changes
    )
    return f"  {person.name}: {changes}"


def _rejected_line(rejected: Rejected) -> str:
    where = " ".join(filter(None, (rejected.sheet, rejected.cell)))
    return f"  {where} ({rejected.value}): {rejected.reason}"


def _doubt_line(doubt: Doubt) -> str:
    return visible_line(" ".join(filter(None, (doubt.sheet, doubt.cell))) + f": {doubt.sentence}")


def _cut(lines: list[str]) -> Iterator[str]:
    yield from map(visible_line, lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield f"  ... and {len(lines) - _SHOWN} more"
