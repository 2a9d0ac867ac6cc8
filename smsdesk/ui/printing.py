"""The sheet of a class on paper or as PDF: its people by name, with families and phones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from smsdesk.domain.class_sheet import ClassSheet, SheetGuardian, SheetPerson, SheetPhone
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import paper
from smsdesk.ui.paper_pages import RowSheet

translate = QCoreApplication.translate

_POINTS = 9.5
_TITLE_POINTS = 16.0
_PADDING = 3
_WIDTHS = (26, 12, 22, 40)
"""Shares of the page: name, birth date, own phones, guardians."""


def group_paper(sheet: ClassSheet) -> RowSheet[SheetPerson]:
    """The sheet, to be printed or kept. Names are put in as plain text: nothing in them is read as HTML."""

    def write(cursor: QTextCursor, people: Sequence[SheetPerson], titled: bool) -> None:
        if titled:
            _title(cursor, sheet)
        _people(cursor, people, empty=not sheet.people)

    return RowSheet(visible_line(sheet.group), sheet.people, write, _POINTS)


def _title(cursor: QTextCursor, sheet: ClassSheet) -> None:
    counted = translate("class_sheet", "%n person(s)", "", len(sheet.people))
    first = " · ".join(filter(None, (sheet.institution, sheet.season, sheet.day)))
    cursor.insertText(visible_line(first), paper.letters(_POINTS, grey=True))
    cursor.insertBlock()
    cursor.insertText(visible_line(sheet.group), paper.letters(_TITLE_POINTS, bold=True))
    teacher = translate("class_sheet", "Teacher: {name}").format(name=sheet.teacher) if sheet.teacher else ""
    for line in (teacher, *sheet.slots, counted):
        if line:
            cursor.insertBlock()
            cursor.insertText(visible_line(line), paper.letters(_POINTS))
    space = QTextBlockFormat()
    space.setBottomMargin(_POINTS)
    cursor.setBlockFormat(space)


def _people(cursor: QTextCursor, people: Sequence[SheetPerson], *, empty: bool) -> None:
    if empty:
        cursor.insertBlock(QTextBlockFormat())
        cursor.insertText(translate("class_sheet", "There is nobody in this group."))
        return
    table = cursor.insertTable(len(people) + 1, len(_WIDTHS), paper.table_format(_WIDTHS, _PADDING))
    heads = (
        translate("class_sheet", "Name"),
        translate("class_sheet", "Born"),
        translate("class_sheet", "Own phone"),
        translate("class_sheet", "Guardians"),
    )
    for column, head in enumerate(heads):
        _fill(table, 0, column, [[(head, True)]])
    for row, person in enumerate(people, 1):
        name = [(person.last_name, True), (f" {person.first_name}", False)]
        _fill(table, row, 0, [name])
        _fill(table, row, 1, [[(person.born, False)]])
        _fill(table, row, 2, [_phone(phone) for phone in person.phones])
        _fill(table, row, 3, [_guardian(guardian) for guardian in person.guardians])


_Piece = tuple[str, bool]
"""A text, and whether it stands out."""


def _fill(table: QTextTable, row: int, column: int, lines: Iterable[list[_Piece]]) -> None:
    cell = table.cellAt(row, column)
    cell.setFormat(paper.cell_format(head=row == 0))
    cursor = cell.firstCursorPosition()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock()
        for text, bold in line:
            lead = " " if text.startswith(" ") and not cursor.atBlockStart() else ""
            cursor.insertText(lead + _unbroken(visible_line(text)), paper.letters(_POINTS, bold=bold))


def _unbroken(text: str) -> str:
    """A phone or a date stays on its line; words may go on the next."""
    if any(character.isalpha() for character in text):
        return text
    return text.replace(" ", "\N{NO-BREAK SPACE}").replace("/", "/\N{WORD JOINER}")


def _guardian(guardian: SheetGuardian) -> list[_Piece]:
    relation = f" ({guardian.relation})" if guardian.relation else ""
    silent = "" if guardian.receives else " " + translate("class_sheet", "(no SMS)")
    pieces: list[_Piece] = [(guardian.name, False), (f"{relation}", False)]
    for phone in guardian.phones:
        pieces += _phone(phone)
    return [*pieces, (silent, False)]


def _phone(phone: SheetPhone) -> list[_Piece]:
    return [(f" {phone.number}", True), (f" {phone.label}" if phone.label else "", False)]
