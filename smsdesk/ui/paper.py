"""What every sheet on paper or in a PDF has in common: A4, the printer's dialog, letters, tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
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

_MARGIN_MM = 12.0
_RULE_WIDTH = 0.5

Draw = Callable[[QPagedPaintDevice], None]
"""Draws all pages of a sheet."""


def page(*, landscape: bool = False) -> QPageLayout:
    """An A4 page with the margins that every printer can keep."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter)


def as_pdf(title: str, layout: QPageLayout, draw: Draw) -> bytes:
    """A sheet as the content of a PDF file; on any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout)
    writer.setTitle(title)
    draw(writer)
    del writer  # the end of the file is written then
    buffer.close()
    return bytes(data.data())


def ask_and_print(parent: QWidget, question: str, title: str, layout: QPageLayout, draw: Draw) -> bool:
    """Ask for a printer and print; False when the person changed his mind. `title` names it in the queue."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(question)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    draw(printer)
    return True


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


def row_tops(document: QTextDocument) -> list[float]:
    """Where each row under the heads of its table begins, and where the last one ends; empty without one."""
    table = next((f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)), None)
    if table is None:
        return []
    shown = document.documentLayout()
    tops = [
        shown.blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block()).top()
        for row in range(1, table.rows())
    ]
    return [*tops, shown.frameBoundingRect(table).bottom()]
