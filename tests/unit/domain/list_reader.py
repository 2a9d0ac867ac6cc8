"""Lists written in a test and what was read of them, in few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smsdesk.domain.class_lists import ClassList, Draft
from smsdesk.domain.list_reading import ColumnChoices, read_class_list
from smsdesk.domain.people import GroupKind
from smsdesk.domain.sheets import Cell, MergedRange, Sheet, SheetFile


def tel(number: int) -> str:
    return f"06 39 98 00 {number:02d}"


def e164(number: int) -> str:
    return f"+336399800{number:02d}"


def read(
    *rows: Sequence[Cell],
    stem: str = "liste",
    sheet: str = "Feuil1",
    merged: Iterable[MergedRange] = (),
    group: str | None = None,
    choices: ColumnChoices | None = None,
) -> ClassList:
    sheets = (Sheet(sheet, [list(row) for row in rows], tuple(merged)),)
    return read_class_list(SheetFile(f"{stem}.xlsx", stem, sheets), group, choices)


def names(found: ClassList) -> list[str]:
    return [draft.name for draft in found.people]


def family(draft: Draft) -> list[tuple[str, list[str]]]:
    return [(link.guardian.name, [phone.e164 for phone in link.guardian.phones]) for link in draft.guardians]


def own(draft: Draft) -> list[str]:
    return [phone.e164 for phone in draft.phones]


def groups(found: ClassList) -> dict[str, tuple[GroupKind, str]]:
    return {group.name: (group.kind, group.teacher.name if group.teacher else "") for group in found.groups}
