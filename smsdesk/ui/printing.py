"""The sheet of a class on paper or as PDF: its people by name, with families and phones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.domain.class_sheet import ClassSheet, SheetGuardian, SheetPerson, SheetPhone
from smsdesk.domain.untrusted import visible_line

translate = QCoreApplication.translate

_POINTS = 9.5
_TITLE_POINTS = 16.0
_MARGIN_MM = 12.0
_SCREEN_WIDTH = 800.0
_RULE = Qt.GlobalColor.gray
_RULE_WIDTH = 0.5
_HEAD = Qt.GlobalColor.lightGray
_WIDTHS = (26, 12, 22, 40)
"""Shares of the page: name, birth date, own phones, guardians."""


def print_group(parent: QWidget, sheet: ClassSheet) -> bool:
    """Ask for a printer and print the sheet; False when the person changed his mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_page())
    printer.setDocName(visible_line(sheet.group))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("class_sheet", "Print the class sheet"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    _draw(sheet, printer)
    return True


def sheet_document(sheet: ClassSheet) -> QTextDocument:
    """The whole sheet in one piece, to look at on a screen."""
    return _document(sheet, sheet.people, None, _SCREEN_WIDTH, titled=True)


def sheet_pages(sheet: ClassSheet) -> list[Sequence[SheetPerson]]:
    """Who stands on which page of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page())
    return list(_pages(sheet, writer, _room(writer)))


def sheet_pdf(sheet: ClassSheet) -> bytes:
    """The sheet as the content of a PDF file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page())
    writer.setTitle(visible_line(sheet.group))
    _draw(sheet, writer)
    del writer  # the end of the file is written then
    buffer.close()
    return bytes(data.data())


def _page() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def _draw(sheet: ClassSheet, device: QPagedPaintDevice) -> None:
    """Every page in turn; nobody stands half on one page and half on the next."""
    painter = QPainter(device)
    paper = painter.viewport()
    room = _room(device)
    pages = list(_pages(sheet, device, room))
    for number, people in enumerate(pages, 1):
        if number > 1:
            device.newPage()
        _document(sheet, people, device, room.width(), titled=number == 1).drawContents(painter)
        painter.setFont(_font(_POINTS))
        text = f"{visible_line(sheet.group)} · {number}/{len(pages)}"
        painter.drawText(paper, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, text)
    painter.end()


def _room(device: QPagedPaintDevice) -> QSizeF:
    """What a page has for people, in units of the device: the last lines are for its number."""
    footer = QFontMetricsF(_font(_POINTS), device).height() * 2
    return QSizeF(device.width(), device.height() - footer)


def _pages(sheet: ClassSheet, device: QPagedPaintDevice, room: QSizeF) -> Iterator[Sequence[SheetPerson]]:
    """The people of each page, by the heights that their rows take."""
    whole = _document(sheet, sheet.people, device, room.width(), titled=True)
    tops = _row_tops(whole)
    start, head = 0, tops[0] if tops else 0.0
    used = head
    for number in range(len(sheet.people)):
        height = tops[number + 1] - tops[number]
        if used + height > room.height() and number > start:
            yield sheet.people[start:number]
            start, used = number, _head_height(whole)
        used += height
    yield sheet.people[start:]


def _row_tops(document: QTextDocument) -> list[float]:
    """Where the row of each person begins, and where the last one ends."""
    table = next((f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)), None)
    if table is None:
        return []
    shown = document.documentLayout()
    tops = [
        shown.blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block()).top()
        for row in range(1, table.rows())
    ]
    return [*tops, shown.frameBoundingRect(table).bottom()]


def _head_height(document: QTextDocument) -> float:
    """What the header of the table takes on each page after the first."""
    table = next(f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
    return _row_tops(document)[0] - document.documentLayout().frameBoundingRect(table).top()


def _font(points: float) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    return font


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
    document.setDefaultFont(_font(_POINTS))
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
    cursor.insertText(visible_line(first), _letters(_POINTS, grey=True))
    cursor.insertBlock()
    cursor.insertText(visible_line(sheet.group), _letters(_TITLE_POINTS, bold=True))
    teacher = translate("class_sheet", "Teacher: {name}").format(name=sheet.teacher) if sheet.teacher else ""
    for line in (teacher, *sheet.slots, counted):
        if line:
            cursor.insertBlock()
            cursor.insertText(visible_line(line), _letters(_POINTS))
    space = QTextBlockFormat()
    space.setBottomMargin(_POINTS)
    cursor.setBlockFormat(space)


def _people(cursor: QTextCursor, people: Sequence[SheetPerson], *, empty: bool) -> None:
    if empty:
        cursor.insertBlock(QTextBlockFormat())
        cursor.insertText(translate("class_sheet", "There is nobody in this group."))
        return
    table = cursor.insertTable(len(people) + 1, len(_WIDTHS), _table_format())
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


def _table_format() -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setHeaderRowCount(1)  # again on every page
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellPadding(3)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in _WIDTHS]
    )
    return shape


_Piece = tuple[str, bool]
"""A text, and whether it stands out."""


def _fill(table: QTextTable, row: int, column: int, lines: Iterable[list[_Piece]]) -> None:
    cell = table.cellAt(row, column)
    shape = QTextTableCellFormat()
    shape.setBottomBorder(_RULE_WIDTH)
    shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBottomBorderBrush(_RULE)
    if row == 0:
        shape.setBackground(_HEAD)
    cell.setFormat(shape)
    cursor = cell.firstCursorPosition()
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock()
        for text, bold in line:
            lead = " " if text.startswith(" ") and not cursor.atBlockStart() else ""
            cursor.insertText(lead + _unbroken(visible_line(text)), _letters(_POINTS, bold=bold))


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


def _letters(points: float, *, bold: bool = False, grey: bool = False) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontPointSize(points)
    shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    shape.setForeground(Qt.GlobalColor.darkGray if grey else Qt.GlobalColor.black)
    return shape
