"""The calling list on paper and as PDF, with room to tick and to write."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
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

from smsdesk.domain.calling_list import CallingList, CallPhone, ToCall
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats
from smsdesk.ui.i18n import translate as say
from smsdesk.ui.models.calls import call_name, is_called

translate = QCoreApplication.translate

_POINTS = 9.5
_TITLE_POINTS = 16.0
_MARGIN_MM = 12.0
_RULE_WIDTH = 0.5
_WIDTHS = (5, 25, 34, 20, 16)
"""Shares of the page: tick, for whom, phones, why, note."""

_BOX, _TICKED = "☐", "☑"


def print_calls(parent: QWidget, title: str, listed: CallingList) -> bool:
    """Ask for a printer and print the list; False when the person changed his mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_page())
    printer.setDocName(visible_line(title))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("calls", "Print the calling list"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    calls_document(title, listed).print_(printer)
    return True


def calls_pdf(title: str, listed: CallingList) -> bytes:
    """The list as the content of a PDF file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page())
    writer.setTitle(visible_line(title))
    calls_document(title, listed).print_(writer)
    del writer  # the end of the file is written then
    buffer.close()
    return bytes(data.data())


def _page() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def calls_document(title: str, listed: CallingList) -> QTextDocument:
    """The whole list. Names are put in as plain text: nothing in them is read as HTML."""
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once at its end, and not for each cell
    cursor.insertText(translate("calls", "To call"), _letters(_POINTS, grey=True))
    cursor.insertBlock()
    cursor.insertText(visible_line(title), _letters(_TITLE_POINTS, bold=True))
    cursor.insertBlock(QTextBlockFormat())
    counted = translate("calls", "%n people to call", "", len(listed.entries))
    cursor.insertText(counted, _letters(_POINTS))
    cursor.insertBlock(QTextBlockFormat())
    _fill(cursor.insertTable(len(listed.entries) + 1, len(_WIDTHS), _table_format()), listed.entries)
    cursor.endEditBlock()
    return document


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


def _fill(table: QTextTable, entries: Sequence[ToCall]) -> None:
    heads = (
        "",
        translate("calls", "To call about"),
        translate("calls", "Phones"),
        translate("calls", "Why"),
        translate("calls", "Note"),
    )
    for column, head in enumerate(heads):
        _cell(table, 0, column, [head], bold=True)
    for line, entry in enumerate(entries, 1):
        note = entry.call.note if entry.call is not None else ""
        _cell(table, line, 0, [_TICKED if is_called(entry) else _BOX])
        _cell(table, line, 1, [call_name(entry), ", ".join(entry.groups)], bold=True)
        _cell(table, line, 2, list(map(_phone, entry.phones)) or [translate("calls", "No phone known")])
        _cell(table, line, 3, [say(entry.reason)])
        _cell(table, line, 4, [note])


def _phone(phone: CallPhone) -> str:
    words = [formats.phone(phone.e164), phone.owner]
    if phone.relation:
        words.append(f"({phone.relation})")
    if phone.tried:
        words.append(translate("calls", "(tried by SMS)"))
    return " ".join(filter(None, words))


def _cell(table: QTextTable, line: int, column: int, texts: Sequence[str], *, bold: bool = False) -> None:
    """Write a cell; with `bold`, its first text stands out."""
    cell = table.cellAt(line, column)
    shape = QTextTableCellFormat()
    shape.setBottomBorder(_RULE_WIDTH)
    shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBottomBorderBrush(Qt.GlobalColor.gray)
    if line == 0:
        shape.setBackground(Qt.GlobalColor.lightGray)
    cell.setFormat(shape)
    cursor = cell.firstCursorPosition()
    for number, text in enumerate(filter(None, texts)):
        if number:
            cursor.insertBlock()
        cursor.insertText(visible_line(text), _letters(_POINTS, bold=bold and not number))


def _letters(points: float, *, bold: bool = False, grey: bool = False) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontPointSize(points)
    shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    shape.setForeground(Qt.GlobalColor.darkGray if grey else Qt.GlobalColor.black)
    return shape
