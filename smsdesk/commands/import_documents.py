"""The JSON document of an import's plan, and its lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from smsdesk.domain.class_lists import Column, Doubt, Meaning, Rejected, SheetSummary
from smsdesk.domain.group_changes import GroupChange, TeacherChange
from smsdesk.domain.import_plan import ImportPlan, Leaver, PlannedPerson
from smsdesk.domain.own_cells import slot_text
from smsdesk.domain.own_columns import ENGLISH
from smsdesk.domain.untrusted import visible_line

_SHOWN = 50
"""Lines of one kind that a person is shown; the JSON document has them all."""


def plan_document(plan: ImportPlan, *, applied: bool) -> dict[str, object]:
    """The answer of `import` as the scripts know it."""
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
        "doubtful": [_question_document(doubt) for doubt in plan.warnings if doubt.candidates],
        "columns": [_sheet_document(sheet) for sheet in plan.sheets],
        "recalled": list(plan.recalled),
        "hidden_sheets": list(plan.hidden),
        "people": {
            "new": [person.name for person in plan.new],
            "changed": [_changed_document(person) for person in plan.changed],
            "left": [_leaver_document(leaver) for leaver in plan.left],
        },
        "group_changes": [
            {"group": change.group, "field": field, "old": old, "new": new}
            for change in plan.group_changes
            for field, old, new in [_said(change)]
        ],
    }


def _said(change: GroupChange) -> tuple[str, str, str]:
    """What of a group changes, from what, to what."""
    if isinstance(change, TeacherChange):
        return "teacher", change.old, change.new
    old, new = (", ".join(slot_text(slot, ENGLISH) for slot in slots) for slots in (change.old, change.new))
    return "hours", old, new


def _leaver_document(leaver: Leaver) -> dict[str, object]:
    return {"id": leaver.contact_id, "name": leaver.name, "group": leaver.group, "moved": leaver.moved}


def _rejected_document(rejected: Rejected) -> dict[str, object]:
    return {
        "cell": rejected.cell,
        "reason": str(rejected.reason),
        "sheet": rejected.sheet,
        "value": rejected.value,
    }


def _question_document(doubt: Doubt) -> dict[str, object]:
    return {
        "sheet": doubt.sheet,
        "row": doubt.cell,
        "name": doubt.name,
        "reason": str(doubt.sentence),
        "candidates": [
            {"id": each.contact_id, "name": each.name, "detail": each.detail} for each in doubt.candidates
        ],
    }


def _sheet_document(sheet: SheetSummary) -> dict[str, object]:
    columns = [
        {"column": column.letter, "header": column.header, "meaning": column.meaning, "person": column.person}
        for column in sheet.columns
    ]
    return {
        "sheet": sheet.name,
        "shape": str(sheet.shape) if sheet.shape else None,
        "header_row": sheet.header_row,
        "people": sheet.people,
        "columns": columns,
    }


def _changed_document(person: PlannedPerson) -> dict[str, object]:
    changes = [{"field": change.field, "old": change.old, "new": change.new} for change in person.changes]
    return {"name": person.name, "changes": changes}


def plan_lines(plan: ImportPlan, *, applied: bool) -> Iterator[str]:
    """The plan for a person to read."""
    for sheet in plan.sheets:
        shape = f" ({sheet.shape})" if sheet.shape else ""
        yield visible_line(f"{sheet.name or plan.file}{shape}: {_columns_line(sheet.columns)}")
        if unused := _unused_line(sheet):
            yield visible_line(f"  Not used: {unused}; --column says what a column is.")
    if plan.hidden:
        yield visible_line(f"Hidden and not read: {', '.join(plan.hidden)}; --hidden-sheets reads them.")
    if plan.recalled:
        yield "Columns recognised as last time; --fresh-columns leaves that aside."
    yield (
        f"New {len(plan.new)}, changed {len(plan.changed)}, unchanged {len(plan.unchanged)}, "
        f"no longer in the list {len(plan.left)}, rejected cells {len(plan.rejected)}, "
        f"doubtful {len(plan.warnings)}."
    )
    yield from _cut([_changes_line(person) for person in plan.changed])
    yield from _cut([_group_line(change) for change in plan.group_changes])
    yield from _cut(
        [
            f"  No longer in the list of {leaver.group}: {leaver.name} (--leaver {leaver.contact_id}=archive)"
            for leaver in plan.left
        ]
    )
    yield from _cut([_rejected_line(rejected) for rejected in plan.rejected])
    yield from _cut([f"  {line}" for line in doubt_lines(plan.warnings)])
    for name, size in plan.groups.items():
        yield visible_line(f"  {name}: {size}")
    yield "Imported." if applied else "Nothing was changed."


def _columns_line(columns: tuple[Column, ...]) -> str:
    used = [column for column in columns if column.meaning not in {None, Meaning.IGNORED}]
    return ", ".join(
        f"{column.letter} {column.header or '-'} = {' '.join(filter(None, (column.meaning, column.person)))}"
        for column in used
    )


def _unused_line(sheet: SheetSummary) -> str:
    """The columns that hold something, as far as the first rows show, and are not imported."""
    return ", ".join(
        f"{column.letter} {column.header}".strip()
        for at, column in enumerate(sheet.columns)
        if column.meaning in {None, Meaning.IGNORED} and any(cells[at] for cells in sheet.rows)
    )


def _changes_line(person: PlannedPerson) -> str:
    changes = "; ".join(
        f"{change.field}: {change.old or '-'} -> {change.new or '-'}" for change in person.changes
    )
    return f"  {person.name}: {changes}"


def _group_line(change: GroupChange) -> str:
    field, old, new = _said(change)
    return f"  {change.group}: {field}: {old or '-'} -> {new}"


def _rejected_line(rejected: Rejected) -> str:
    where = " ".join(filter(None, (rejected.sheet, rejected.cell)))
    return f"  {where} ({rejected.value}): {rejected.reason}"


def doubt_lines(doubts: Sequence[Doubt]) -> Iterator[str]:
    """What is doubtful, and how one answers where it is a question."""
    asked = Counter((doubt.sheet, doubt.cell) for doubt in doubts if doubt.candidates)
    for doubt in doubts:
        yield _doubt_line(doubt, alone=asked[doubt.sheet, doubt.cell] == 1)


def _doubt_line(doubt: Doubt, *, alone: bool) -> str:
    """A person who is not `alone` in the question about a row is named in the answer."""
    told = " ".join(filter(None, (doubt.sheet, doubt.cell))) + f": {doubt.sentence}"
    if not doubt.candidates:
        return visible_line(told)
    place = f"{doubt.sheet}!{doubt.cell}" if doubt.sheet else doubt.cell
    place = place if alone else f"{place}:{doubt.name}"
    known = "; ".join(
        f"--same '{place}={each.contact_id}' is {each.name} ({each.detail})" for each in doubt.candidates
    )
    return visible_line(f"{told} {known}; --same '{place}=new' is somebody new.")


def _cut(lines: list[str]) -> Iterator[str]:
    yield from map(visible_line, lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield f"  ... and {len(lines) - _SHOWN} more"
