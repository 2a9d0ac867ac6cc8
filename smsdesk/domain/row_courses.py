"""Which columns of a table tell the hours and the teacher of which class, and the hour that a row tells."""

from __future__ import annotations

from collections.abc import Sequence

from smsdesk.domain.class_lists import Column, Meaning
from smsdesk.domain.headers import names_instrument
from smsdesk.domain.people import GroupKind, WeeklySlot
from smsdesk.domain.sheets import Cell, Row, text_of
from smsdesk.domain.weekly import slot_of

_M = Meaning
_SLOT_MEANINGS = frozenset({_M.DAY, _M.TIME, _M.END_TIME, _M.ROOM})


def slot_columns(columns: Sequence[Column]) -> list[tuple[int | None, list[Column]]]:
    """The columns of weekly hours, with the class they stand behind where there are several."""
    blocks: list[tuple[int | None, list[Column]]] = []
    class_column: int | None = None
    for column in columns:
        if column.meaning is _M.CLASS:
            class_column = column.index
        elif column.meaning in _SLOT_MEANINGS:
            if not blocks or (blocks[-1][0] != class_column and _holds(blocks[-1][1], column)):
                blocks.append((class_column, []))
            blocks[-1][1].append(column)
    return blocks


def taught_by(columns: Sequence[Column]) -> list[tuple[int, str]]:
    """Which column of teachers belongs to which of several of classes."""
    teachers = [column for column in columns if column.meaning is _M.TEACHER]
    classes = [column for column in columns if column.meaning is _M.CLASS]
    if len(classes) < 2 or not teachers:
        return []
    if len(teachers) == 1:
        return [(column.index, teachers[0].person) for column in _taught(classes)]
    ends = [*(column.index for column in classes[1:]), 10**6]
    return [
        (
            column.index,
            next(
                (one.person for one in teachers if column.index < one.index < until),
                teachers[min(number, len(teachers) - 1)].person,
            ),
        )
        for number, (column, until) in enumerate(zip(classes, ends, strict=True))
    ]


def _taught(classes: Sequence[Column]) -> Sequence[Column]:
    """Of several columns of classes those that a lone teacher takes: the instrument, not the orchestra."""
    courses = [column for column in classes if column.group_kind is GroupKind.COURSE]
    instruments = [column for column in courses if names_instrument(column.header)]
    return instruments or courses or classes


def _holds(columns: Sequence[Column], other: Column) -> bool:
    return any(column.meaning is other.meaning for column in columns)


def slot_in(columns: Sequence[Column], row: Row) -> WeeklySlot | None:
    """The weekly hour that the cells of a row tell."""
    cells: dict[Meaning | None, Cell] = {}
    for column in columns:
        if column.index < len(row):
            cells.setdefault(column.meaning, row[column.index])
    day, start = cells.get(_M.DAY, ""), cells.get(_M.TIME, "")
    return slot_of(day, start, cells.get(_M.END_TIME, ""), text_of(cells.get(_M.ROOM)))
