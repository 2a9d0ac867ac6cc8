"""Lists in which parents stand in rows of their own below their child, told by their relation to him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.class_lists import GUARDIAN, PUPIL, Column, Meaning
from smsdesk.domain.columns import Layout
from smsdesk.domain.sheets import Cell, Row, text_of

_M = Meaning
_CHILDS_OWN = frozenset({_M.CLASS, _M.LEVEL, _M.BIRTH_DATE, _M.EXTERNAL_ID})
"""What stands in the row of the child alone."""
_NAMES = frozenset({_M.LAST_NAME, _M.FIRST_NAME, _M.FULL_NAME, _M.USUAL_NAME, _M.BIRTH_NAME})
_BESIDE_NAMES = frozenset({_M.PHONE, _M.EMAIL, _M.CIVILITY})


def with_parents_below(
    rows: Sequence[Row], written: Sequence[Row], layout: Layout
) -> tuple[Sequence[Row], Layout]:
    """The same rows with the parents' names in columns of their own; other lists as they are.

    Each row, as it is `written`, has either what only a child has (a class, a birth date) or a relation, and
    both kinds come.
    """
    relations = [column for column in layout.columns if column.meaning is _M.RELATION]
    own = [column.index for column in layout.columns if column.meaning in _CHILDS_OWN]
    named = [column for column in layout.columns if column.meaning in _NAMES]
    if len(relations) != 1 or not own or not named or any(column.person != PUPIL for column in named):
        return rows, layout
    at, width = relations[0].index, max(len(layout.columns), max(map(len, rows), default=0))
    kinds = [_kind(row, at, own) for row in written[layout.first_row :]]
    if None in kinds or not {"child", "parent"} <= set(kinds):
        return rows, layout
    moved = [
        column.index
        for column in layout.columns
        if column.meaning in _NAMES or (column.meaning in _BESIDE_NAMES and column.person == PUPIL)
    ]
    parted = [
        _parted(row, moved, width) if kind == "parent" else row
        for row, kind in zip(rows[layout.first_row :], kinds, strict=True)
    ]
    columns = [_of_guardian(column) for column in layout.columns]
    columns += [replace(layout.columns[index], index=width + index, person=GUARDIAN) for index in moved]
    return [*rows[: layout.first_row], *parted], replace(layout, columns=tuple(columns))


def _kind(row: Row, relation: int, own: Sequence[int]) -> str | None:
    """Whether a row is a "child"'s or a "parent"'s, "" when it is neither's; None when it may be both."""
    told = relation < len(row) and bool(text_of(row[relation]))
    has_own = any(at < len(row) and text_of(row[at]) for at in own)
    if told and has_own:
        return None
    return "parent" if told else "child" if has_own else ""


def _parted(row: Row, moved: Sequence[int], width: int) -> Row:
    cells: list[Cell] = [*row, *[""] * (2 * width - len(row))]
    for at in moved:
        cells[width + at], cells[at] = cells[at], ""
    return cells


def _of_guardian(column: Column) -> Column:
    return (
        replace(column, person=GUARDIAN)
        if column.person.startswith(GUARDIAN) or column.meaning is _M.RELATION
        else column
    )
