"""The log sheet of an alert on paper or as PDF: what was told, who was told when, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from smsdesk.domain.crisis_log import Entry, LogSheet
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats
from smsdesk.ui.crisis_words import scenario_words, told_words
from smsdesk.ui.i18n import translate as say
from smsdesk.ui.widgets.states import state_look
from smsdesk.ui.widgets.states import summary as counted

translate = QCoreApplication.translate

_POINTS = 9.0
_HEAD_POINTS = 11.5
_TITLE_POINTS = 17.0
_MARGIN_MM = 12.0
_RULE_WIDTH = 0.5
_SCREEN_WIDTH = 720.0
_ROWS_A_PIECE = 100
"""Rows of one table: a table of a thousand is laid out anew as a whole for each page."""

_EXERCISE_POINTS = 64.0
_EXERCISE_INK = QColor(0, 0, 0, 28)
"""Pale enough to be read through."""


def log_pdf(sheet: LogSheet) -> bytes:
    """The sheet as the content of a PDF file; on any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_page())
    writer.setTitle(_title(sheet))
    _draw(sheet, writer)
    del writer  # the end of the file is written then
    buffer.close()
    return bytes(data.data())


def print_log(parent: QWidget, sheet: LogSheet) -> bool:
    """Ask for a printer and print the sheet; False when the person changed his mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_page())
    printer.setDocName(_title(sheet))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("crisis_sheet", "Print the log sheet"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    _draw(sheet, printer)
    return True


def log_document(sheet: LogSheet) -> QTextDocument:
    """The whole sheet in one piece."""
    return _document(sheet, None, QSizeF(_SCREEN_WIDTH, -1))


def _page() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)


def _title(sheet: LogSheet) -> str:
    words = translate("crisis_sheet", "Log sheet of the alert: {scenario}")
    if sheet.crisis.exercise:
        words = translate("crisis_sheet", "EXERCISE · Log sheet: {scenario}")
    return words.format(scenario=scenario_words(sheet.crisis.scenario).name)


def _draw(sheet: LogSheet, device: QPagedPaintDevice) -> None:
    """Every page in turn, with its number, and the word EXERCISE across it where it was one."""
    painter = QPainter(device)
    footer = QFontMetricsF(_font(_POINTS), device).height() * 2
    room = QSizeF(device.width(), device.height() - footer)
    document = _document(sheet, device, room)
    pages = document.pageCount()
    for number in range(pages):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * room.height())
        view = painter.viewport().toRectF()
        view.setHeight(room.height())
        document.drawContents(painter, view.translated(0, number * room.height()))
        painter.restore()
        _draw_foot(painter, sheet, number + 1, pages)
    painter.end()


def _draw_foot(painter: QPainter, sheet: LogSheet, number: int, pages: int) -> None:
    paper = painter.viewport()
    painter.setFont(_font(_POINTS))
    painter.setPen(Qt.GlobalColor.black)
    text = f"{_title(sheet)} · {number}/{pages}"
    painter.drawText(paper, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, text)
    if not sheet.crisis.exercise:
        return
    painter.save()
    painter.setFont(_font(_EXERCISE_POINTS, bold=True))
    painter.setPen(_EXERCISE_INK)
    painter.translate(paper.center())
    painter.rotate(-25)
    painter.translate(-paper.center())
    painter.drawText(paper, Qt.AlignmentFlag.AlignCenter, translate("crisis_sheet", "EXERCISE"))
    painter.restore()


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _document(sheet: LogSheet, device: QPagedPaintDevice | None, size: QSizeF) -> QTextDocument:
    """The whole sheet. Names and texts are put in as plain text: nothing in them is read as HTML."""
    document = QTextDocument()
    document.setDefaultFont(_font(_POINTS))
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once at its end, and not for each cell
    _write_head(cursor, sheet)
    _write_steps(cursor, sheet)
    _write_calls(cursor, sheet)
    _write_people(cursor, sheet)
    cursor.endEditBlock()
    if device is not None:
        document.documentLayout().setPaintDevice(device)
        document.setPageSize(size)
    else:
        document.setTextWidth(size.width())
    return document


def _write_head(cursor: QTextCursor, sheet: LogSheet) -> None:
    crisis = sheet.crisis
    made = translate("crisis_sheet", "as of {moment}").format(moment=_moment(sheet.made_at))
    first = " · ".join(filter(None, (sheet.institution, made)))
    _line(cursor, first, _letters(_POINTS, grey=True))
    _line(cursor, _title(sheet), _letters(_TITLE_POINTS, bold=True))
    if crisis.exercise:
        words = translate("crisis_sheet", "An exercise: no SMS was sent to anybody.")
        _line(cursor, words, _letters(_HEAD_POINTS, bold=True))
    whom = translate("crisis_sheet", "For: {whom}").format(whom=crisis.whom) if crisis.whom else ""
    begun = translate("crisis_sheet", "begun {moment}").format(moment=_moment(crisis.started_at))
    by = (
        translate("crisis_sheet", "by {person}").format(person=crisis.started_by) if crisis.started_by else ""
    )
    ended = ""
    if crisis.ended_at is not None:
        ended = translate("crisis_sheet", "ended {moment}").format(moment=_moment(crisis.ended_at))
    _line(cursor, " · ".join(filter(None, (whom, begun, by, ended))), _letters(_POINTS))


def _write_steps(cursor: QTextCursor, sheet: LogSheet) -> None:
    _heading(cursor, translate("crisis_sheet", "What was told"))
    rows = []
    for place, step in enumerate(sheet.crisis.steps):
        told = f"{_moment(step.at)}\n{step.by}".strip()
        rows.append((told_words(step), told, step.text, counted(dict(sheet.counts(place)))))
    heads = (
        translate("crisis_sheet", "Message"),
        translate("crisis_sheet", "When, by whom"),
        translate("crisis_sheet", "Text, as the first person read it"),
        translate("crisis_sheet", "What became of it"),
    )
    _table(cursor, heads, rows, (12, 16, 48, 24))


def _write_calls(cursor: QTextCursor, sheet: LogSheet) -> None:
    """Whom to call, on lines with room to tick them off."""
    rows = [
        (
            ", ".join(row.people) or formats.phone(row.e164),
            _numbers((row.e164, *row.landlines)),
            _latest(row.entries),
            "",
        )
        for row in sheet.missed
    ]
    rows += [
        (person.name, _numbers(person.landlines), say(person.reason), "") for person in sheet.unreachable
    ]
    _heading(
        cursor, translate("crisis_sheet", "To be called: {count}").format(count=formats.number(len(rows)))
    )
    if not rows:
        _line(
            cursor,
            translate("crisis_sheet", "Nobody: every phone has the latest message."),
            _letters(_POINTS),
        )
        return
    heads = (
        translate("crisis_sheet", "Name"),
        translate("crisis_sheet", "Phones"),
        translate("crisis_sheet", "Why"),
        translate("crisis_sheet", "Called at, by"),
    )
    _table(cursor, heads, rows, (26, 26, 28, 20))


def _latest(entries: Sequence[Entry | None]) -> str:
    """What became of the latest message, with the reason."""
    entry = next((each for each in reversed(entries) if each is not None), None)
    if entry is None:
        return ""
    reason = f": {say(entry.reason)}" if entry.reason is not None else ""
    return f"{state_look(entry.state).text}{reason}"


def _write_people(cursor: QTextCursor, sheet: LogSheet) -> None:
    _heading(cursor, translate("crisis_sheet", "Who was told"))
    rows = [
        (", ".join(row.people), formats.phone(row.e164), *(_cell(entry) for entry in row.entries))
        for row in sheet.rows
    ]
    heads = (
        translate("crisis_sheet", "Name"),
        translate("crisis_sheet", "Phone"),
        *(told_words(step) for step in sheet.crisis.steps),
    )
    steps = max(1, len(sheet.crisis.steps))
    _table(cursor, heads, rows, (24, 14, *[62 / steps] * steps))


def _cell(entry: Entry | None) -> str:
    """ "Delivered 10:42:07": the state, and the moment at which it was so."""
    if entry is None:
        return "-"
    at = entry.delivered_at if entry.state is PartState.DELIVERED else entry.accepted_at
    queued = translate("crisis_sheet", "queued {moment}").format(moment=_clock(entry.queued_at))
    when = _clock(at) if at is not None else queued
    return f"{state_look(entry.state).text} · {when}"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m %H:%M:%S}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"


def _numbers(numbers: Sequence[str]) -> str:
    return "\n".join(map(formats.phone, numbers)) or "-"


def _heading(cursor: QTextCursor, words: str) -> None:
    _line(cursor, "", _letters(_POINTS))
    _line(cursor, words, _letters(_HEAD_POINTS, bold=True))


def _line(cursor: QTextCursor, words: str, letters: QTextCharFormat) -> None:
    cursor.insertText(visible_line(words), letters)
    cursor.insertBlock()


def _table(
    cursor: QTextCursor, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> None:
    """Rows under their heads, which stand on every page again; in pieces that are laid out in no time."""
    for piece in _pieces(rows):
        table = cursor.insertTable(len(piece) + 1, len(heads), _table_format(widths))
        for row, texts in enumerate((heads, *piece)):
            for column, text in enumerate(texts):
                cell = table.cellAt(row, column)
                cell.setFormat(_cell_format(head=row == 0))
                _fill(cell.firstCursorPosition(), text, head=row == 0)
        cursor.movePosition(QTextCursor.MoveOperation.End)


def _pieces(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    for start in range(0, len(rows), _ROWS_A_PIECE):
        yield rows[start : start + _ROWS_A_PIECE]


def _fill(cursor: QTextCursor, text: str, *, head: bool) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            cursor.insertBlock()
        cursor.insertText(visible_line(line), _letters(_POINTS, bold=head))


def _table_format(widths: Sequence[float]) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setHeaderRowCount(1)
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellPadding(2)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in widths]
    )
    return shape


def _cell_format(*, head: bool) -> QTextTableCellFormat:
    shape = QTextTableCellFormat()
    shape.setBottomBorder(_RULE_WIDTH)
    shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBottomBorderBrush(Qt.GlobalColor.gray)
    if head:
        shape.setBackground(Qt.GlobalColor.lightGray)
    return shape


def _letters(points: float, *, bold: bool = False, grey: bool = False) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontPointSize(points)
    shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    shape.setForeground(Qt.GlobalColor.darkGray if grey else Qt.GlobalColor.black)
    return shape
