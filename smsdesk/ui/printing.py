"""The sheet of a class on paper or as PDF: its people by name, with families and phones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QWidget

from smsdesk.domain.class_sheet import ClassSheet, SheetGuardian, SheetPerson, SheetPhone
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import paper

translate = QCoreApplication.translate

_POINTS = 9.5
_TITLE_POINTS = 16.0
_PADDING = 3
_SCREEN_WIDTH = 800.0
_WIDTHS = (26, 12, 22, 40)
"""Shares of the page: name, birth date, own phones, guardians."""


def print_group(parent: QWidget, sheet: ClassSheet) -> bool:
    """Ask for a printer and print the sheet; False when the person changed his mind."""
    question = translate("class_sheet", "Print the class sheet")
    title = visible_line(sheet.group)
    return paper.ask_and_print(parent, question, title, paper.page(), lambda device: _draw(sheet, device))


def sheet_document(sheet: ClassSheet) -> QTextDocument:
    """The whole sheet in one piece, to look at on a screen."""
    return _document(sheet, sheet.people, None, _SCREEN_WIDTH, titled=True)


def sheet_pages(sheet: ClassSheet) -> list[Sequence[SheetPerson]]:
    """Who stands on which page of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(paper.page())
    return list(_pages(sheet, writer, _room(writer)))


def sheet_pdf(sheet: ClassSheet) -> bytes:
    """The sheet as the content of a PDF file."""
    return paper.as_pdf(visible_line(sheet.group), paper.page(), lambda device: _draw(sheet, device))


def _draw(sheet: ClassSheet, device: QPagedPaintDevice) -> None:
    """Every page in turn; nobody stands half on one page and half on the next."""
    painter = QPainter(device)
    viewport = painter.viewport()
    room = _room(device)
    pages = list(_pages(sheet, device, room))
    for number, people in enumerate(pages, 1):
        if number > 1:
            device.newPage()
        _document(sheet, people, device, room.width(), titled=number == 1).drawContents(painter)
        painter.setFont(paper.font(_POINTS))
        text = f"{visible_line(sheet.group)} · {number}/{len(pages)}"
        painter.drawText(viewport, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, text)
    painter.end()


def _room(device: QPagedPaintDevice) -> QSizeF:
    """What a page has for people, in units of the device: the last lines are for its number."""
    footer = QFontMetricsF(paper.font(_POINTS), device).height() * 2
    return QSizeF(device.width(), device.height() - footer)


def _pages(sheet: ClassSheet, device: QPagedPaintDevice, room: QSizeF) -> Iterator[Sequence[SheetPerson]]:
    """The people of each page, by the heights that their rows take."""
    whole = _document(sheet, sheet.people, device, room.width(), titled=True)
    tops = paper.row_tops(whole)
    start, head = 0, tops[0] if tops else 0.0
    used = head
    for number in range(len(sheet.people)):
        height = tops[number + 1] - tops[number]
        if used + height > room.height() and number > start:
            yield sheet.people[start:number]
            start, used = number, _head_height(whole)
        used += height
    yield sheet.people[start:]


def _head_height(document: QTextDocument) -> float:
    """What the header of the table takes on each page after the first."""
    table = next(f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
    return paper.row_tops(document)[0] - document.documentLayout().frameBoundingRect(table).top()


def _document(
    sheet: ClassSheet,
    people: Sequence[SheetPerson],
    device: QPagedPaintDevice | None,
    width: float,
    *,
    titled: bool,
) -> QTextDocument:
    """One page. Names are put in as plain text: nothing in them is read as HTML."""
    document = QTextDocument()
    document.setDefaultFont(paper.font(_POINTS))
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once at its end, and not for each cell
    if titled:
        _title(cursor, sheet)
    _people(cursor, people, empty=not sheet.people)
    cursor.endEditBlock()
    if device is not None:
        document.documentLayout().setPaintDevice(device)
    document.setTextWidth(width)
    return document


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
