"""The log sheet of an alert on paper or as PDF: what was told, who was told when, and whom to call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from smsdesk.domain.crisis_log import LogSheet
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import paper
from smsdesk.ui.crisis_tables import SheetTable, full_moment, sheet_tables, steps_table
from smsdesk.ui.crisis_words import scenario_words

translate = QCoreApplication.translate

_POINTS = 9.0
_HEAD_POINTS = 11.5
_TITLE_POINTS = 17.0
_PADDING = 2
_SCREEN_WIDTH = 720.0
_ROWS_A_PIECE = 40
"""Rows that are laid out within a few frames."""

_EXERCISE_POINTS = 64.0
_EXERCISE_INK = QColor(0, 0, 0, 28)
"""Pale enough to be read through."""


def log_pdf(sheet: LogSheet) -> bytes:
    """The sheet as the content of a PDF file; on any thread."""
    return paper.as_pdf(_title(sheet), paper.page(landscape=True), lambda device: _draw(sheet, device))


def print_log(parent: QWidget, sheet: LogSheet) -> bool:
    """Ask for a printer and print the sheet; False when the person changed his mind."""
    question = translate("crisis_sheet", "Print the log sheet")
    layout = paper.page(landscape=True)
    return paper.ask_and_print(parent, question, _title(sheet), layout, lambda device: _draw(sheet, device))


def log_document(sheet: LogSheet) -> QTextDocument:
    """The whole sheet in one piece."""

    def write(cursor: QTextCursor) -> None:
        _write_head(cursor, sheet)
        for table in (steps_table(sheet), *sheet_tables(sheet)):
            _write_table(cursor, table)

    document = _written(write)
    document.setTextWidth(_SCREEN_WIDTH)
    return document


def _title(sheet: LogSheet) -> str:
    words = translate("crisis_sheet", "Log sheet of the alert: {scenario}")
    if sheet.crisis.exercise:
        words = translate("crisis_sheet", "EXERCISE · Log sheet: {scenario}")
    return words.format(scenario=scenario_words(sheet.crisis.scenario).name)


def _draw(sheet: LogSheet, device: QPagedPaintDevice) -> None:
    """Every page in turn, with its number, and the word EXERCISE across it where it was one."""
    painter = QPainter(device)
    footer = QFontMetricsF(paper.font(_POINTS), device).height() * 2
    sheets = _Paper(device, QSizeF(device.width(), device.height() - footer))
    pages = [piece for table in sheet_tables(sheet) for piece in sheets.pages(table)]
    for number in range(len(pages) + 1):
        if number:
            device.newPage()
        document = _page_of(pages[number - 1]) if number else _front(sheet)
        sheets.lay_out(document)
        document.drawContents(painter)
        _draw_foot(painter, sheet, number + 1, len(pages) + 1)
    painter.end()


class _Paper:
    """What the pages of a device hold. Tables are laid out in pieces: one of a thousand rows takes a second,
    in which the window would stand still.
    """

    def __init__(self, device: QPagedPaintDevice, room: QSizeF) -> None:
        self._device = device
        self._room = room

    def lay_out(self, document: QTextDocument) -> None:
        """Have a document as wide as the page."""
        document.documentLayout().setPaintDevice(self._device)
        document.setTextWidth(self._room.width())

    def pages(self, table: SheetTable) -> Iterator[SheetTable]:
        """The table of each page; nobody stands half on one and half on the next."""
        start, used = 0, 0.0
        for number, (head, height) in enumerate(self._heights(table)):
            if number > start and used + height > self._room.height():
                yield replace(table, rows=table.rows[start:number])
                start, used = number, 0.0
            used += height if used else head + height
        yield replace(table, rows=table.rows[start:])

    def _heights(self, table: SheetTable) -> Iterator[tuple[float, float]]:
        """For each row what stands above it on a page of its own, and its height."""
        for start in range(0, len(table.rows), _ROWS_A_PIECE):
            document = _page_of(replace(table, rows=table.rows[start : start + _ROWS_A_PIECE]))
            self.lay_out(document)
            tops = paper.row_tops(document)
            for top, below in pairwise(tops):
                yield tops[0], below - top


def _front(sheet: LogSheet) -> QTextDocument:
    """The first page: what was told."""

    def write(cursor: QTextCursor) -> None:
        _write_head(cursor, sheet)
        _write_table(cursor, steps_table(sheet))

    return _written(write)


def _page_of(table: SheetTable) -> QTextDocument:
    return _written(lambda cursor: _write_table(cursor, table))


def _written(write: Callable[[QTextCursor], None]) -> QTextDocument:
    """A document. Names and texts are put in as plain text: nothing in them is read as HTML."""
    document = QTextDocument()
    document.setDefaultFont(paper.font(_POINTS))
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once at its end, and not for each cell
    write(cursor)
    cursor.endEditBlock()
    return document


def _draw_foot(painter: QPainter, sheet: LogSheet, number: int, pages: int) -> None:
    viewport = painter.viewport()
    painter.setFont(paper.font(_POINTS))
    painter.setPen(Qt.GlobalColor.black)
    text = f"{_title(sheet)} · {number}/{pages}"
    painter.drawText(viewport, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, text)
    if not sheet.crisis.exercise:
        return
    painter.save()
    painter.setFont(paper.font(_EXERCISE_POINTS, bold=True))
    painter.setPen(_EXERCISE_INK)
    painter.translate(viewport.center())
    painter.rotate(-25)
    painter.translate(-viewport.center())
    painter.drawText(viewport, Qt.AlignmentFlag.AlignCenter, translate("crisis_sheet", "EXERCISE"))
    painter.restore()


def _write_head(cursor: QTextCursor, sheet: LogSheet) -> None:
    crisis = sheet.crisis
    made = translate("crisis_sheet", "as of {moment}").format(moment=full_moment(sheet.made_at))
    first = " · ".join(filter(None, (sheet.institution, made)))
    _line(cursor, first, paper.letters(_POINTS, grey=True))
    _line(cursor, _title(sheet), paper.letters(_TITLE_POINTS, bold=True))
    if crisis.exercise:
        words = translate("crisis_sheet", "An exercise: no SMS was sent to anybody.")
        _line(cursor, words, paper.letters(_HEAD_POINTS, bold=True))
    whom = translate("crisis_sheet", "For: {whom}").format(whom=crisis.whom) if crisis.whom else ""
    begun = translate("crisis_sheet", "begun {moment}").format(moment=full_moment(crisis.started_at))
    by = (
        translate("crisis_sheet", "by {person}").format(person=crisis.started_by) if crisis.started_by else ""
    )
    ended = ""
    if crisis.ended_at is not None:
        ended = translate("crisis_sheet", "ended {moment}").format(moment=full_moment(crisis.ended_at))
    _line(cursor, " · ".join(filter(None, (whom, begun, by, ended))), paper.letters(_POINTS))


def _heading(cursor: QTextCursor, words: str) -> None:
    space = QTextBlockFormat()
    space.setTopMargin(_HEAD_POINTS)
    cursor.setBlockFormat(space)
    cursor.insertText(visible_line(words), paper.letters(_HEAD_POINTS, bold=True))
    cursor.insertBlock(QTextBlockFormat())


def _line(cursor: QTextCursor, words: str, letters: QTextCharFormat) -> None:
    cursor.insertText(visible_line(words), letters)
    cursor.insertBlock()


def _write_table(cursor: QTextCursor, made: SheetTable) -> None:
    """The heading, and the rows under their heads."""
    _heading(cursor, made.heading)
    if not made.rows:
        _line(cursor, made.words, paper.letters(_POINTS))
        return
    table = cursor.insertTable(len(made.rows) + 1, len(made.heads), paper.table_format(made.widths, _PADDING))
    for row, texts in enumerate((made.heads, *made.rows)):
        for column, text in enumerate(texts):
            cell = table.cellAt(row, column)
            cell.setFormat(paper.cell_format(head=row == 0))
            _fill(cell.firstCursorPosition(), text, head=row == 0)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _fill(cursor: QTextCursor, text: str, *, head: bool) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            cursor.insertBlock()
        cursor.insertText(visible_line(line), paper.letters(_POINTS, bold=head))
