"""What every sheet on paper or in a PDF has in common: A4, the printer's dialog, letters, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.services.long_work import LongWork

_MARGIN_MM = 12.0
_RULE_WIDTH = 0.5

Draw = Callable[[QPagedPaintDevice, QPainter, LongWork], None]
"""Draws all pages of a sheet on a device, by its painter, and says how far it is."""


@dataclass(frozen=True)
class Sheet:
    """Something to draw on any thread; `title` names it in the printer's queue and in a PDF."""

    title: str
    layout: QPageLayout
    draw: Draw


def page(*, landscape: bool = False) -> QPageLayout:
    """An A4 page with the margins that every printer can keep."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter)


def as_pdf(sheet: Sheet, work: LongWork) -> bytes:
    """A sheet as the content of a PDF file; on any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(sheet.layout)
    writer.setTitle(sheet.title)
    with _painting(writer) as painter:
        sheet.draw(writer, painter, work)
    del writer  # the end of the file is written then
    buffer.close()
    return bytes(data.data())


def ask_printer(parent: QWidget, question: str, sheet: Sheet) -> QPrinter | None:
    """Ask for a printer; None when the person changed his mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(sheet.layout)
    printer.setDocName(sheet.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(question)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_on(printer: QPrinter, sheet: Sheet, work: LongWork) -> None:
    """Print a sheet; on any thread. What ends before its last page is not handed to the printer."""
    with _painting(printer) as painter, ExitStack() as unless_whole:
        unless_whole.callback(printer.abort)
        sheet.draw(printer, painter, work)
        unless_whole.pop_all()


@contextmanager
def _painting(device: QPagedPaintDevice) -> Iterator[QPainter]:
    """A painter for this thread. To lay texts out starts timers, which need Qt's event dispatcher."""
    _dispatching = QEventLoop()
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def font(points: float, *, bold: bool = False) -> QFont:
    """The usual font in a size."""
    made = QFont()
    made.setPointSizeF(points)
    made.setBold(bold)
    return made


def letters(points: float, *, bold: bool = False, grey: bool = False) -> QTextCharFormat:
    """How a text is written."""
    shape = QTextCharFormat()
    shape.setFontPointSize(points)
    shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    shape.setForeground(Qt.GlobalColor.darkGray if grey else Qt.GlobalColor.black)
    return shape


def table_format(widths: Sequence[float], padding: float) -> QTextTableFormat:
    """A table over the whole width; `widths` are shares of it, `padding` is in pixels of the layout."""
    shape = QTextTableFormat()
    shape.setHeaderRowCount(1)  # again on every page
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellPadding(padding)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in widths]
    )
    return shape


def cell_format(*, head: bool) -> QTextTableCellFormat:
    """A cell with a line below it; the heads stand on grey."""
    shape = QTextTableCellFormat()
    shape.setBottomBorder(_RULE_WIDTH)
    shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBottomBorderBrush(Qt.GlobalColor.gray)
    if head:
        shape.setBackground(Qt.GlobalColor.lightGray)
    return shape


def row_tops(document: QTextDocument, heads: int = 1) -> list[float]:
    """Where each row under the `heads` of its table begins, and where the last ends; empty without one."""
    table = next((f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)), None)
    if table is None:
        return []
    shown = document.documentLayout()
    tops = [
        shown.blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block()).top()
        for row in range(heads, table.rows())
    ]
    return [*tops, shown.frameBoundingRect(table).bottom()]
