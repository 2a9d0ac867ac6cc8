"""The log sheet of an alert on paper or as PDF: what was told, who was told when, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QColor,
    QPagedPaintDevice,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from smsdesk.domain.crisis_log import LogSheet
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.long_work import LongWork
from smsdesk.ui import paper
from smsdesk.ui.crisis_tables import SheetTable, full_moment, sheet_tables, steps_table
from smsdesk.ui.crisis_words import scenario_words
from smsdesk.ui.paper_pages import MEASURED, Pages, document, draw_foot

translate = QCoreApplication.translate

_POINTS = 9.0
_HEAD_POINTS = 11.5
_TITLE_POINTS = 17.0
_PADDING = 2
_SCREEN_WIDTH = 720.0

_EXERCISE_POINTS = 64.0
_EXERCISE_INK = QColor(0, 0, 0, 28)
"""Pale enough to be read through."""


def log_paper(sheet: LogSheet) -> paper.Sheet:
    """The sheet, to be printed or kept."""

    def draw(device: QPagedPaintDevice, painter: QPainter, work: LongWork) -> None:
        _draw(sheet, device, painter, work)

    return paper.Sheet(_title(sheet), paper.page(landscape=True), draw)


def log_document(sheet: LogSheet) -> QTextDocument:
    """The whole sheet in one piece."""

    def write(cursor: QTextCursor) -> None:
        _write_head(cursor, sheet)
        for table in (steps_table(sheet), *sheet_tables(sheet)):
            _write_table(cursor, table)

    whole = document(_POINTS, write)
    whole.setTextWidth(_SCREEN_WIDTH)
    return whole


def _title(sheet: LogSheet) -> str:
    words = translate("crisis_sheet", "Log sheet of the alert: {scenario}")
    if sheet.crisis.exercise:
        words = translate("crisis_sheet", "EXERCISE · Log sheet: {scenario}")
    return words.format(scenario=scenario_words(sheet.crisis.scenario).name)


def _draw(sheet: LogSheet, device: QPagedPaintDevice, painter: QPainter, work: LongWork) -> None:
    """Every page in turn, with its number, and the word EXERCISE across it where it was one."""
    all_tables = sheet_tables(sheet)
    pages = Pages(device, _POINTS, sum(len(table.rows) for table in all_tables), work)
    tables = [each for table in all_tables for each in _tables_of_pages(table, pages)]
    for number in range(len(tables) + 1):
        work.reach(MEASURED + (1 - MEASURED) * number / (len(tables) + 1))
        if number:
            device.newPage()
        shown = _page_of(tables[number - 1]) if number else _front(sheet)
        pages.lay_out(shown).drawContents(painter)
        draw_foot(painter, _POINTS, _title(sheet), number + 1, len(tables) + 1)
        if sheet.crisis.exercise:
            _draw_exercise(painter)


def _tables_of_pages(table: SheetTable, pages: Pages) -> Iterator[SheetTable]:
    """What stands of a table on each page."""
    for rows in pages.split(table.rows, lambda rows: _page_of(replace(table, rows=rows))):
        yield replace(table, rows=rows)


def _front(sheet: LogSheet) -> QTextDocument:
    """The first page: what was told."""

    def write(cursor: QTextCursor) -> None:
        _write_head(cursor, sheet)
        _write_table(cursor, steps_table(sheet))

    return document(_POINTS, write)


def _page_of(table: SheetTable) -> QTextDocument:
    return document(_POINTS, lambda cursor: _write_table(cursor, table))


def _draw_exercise(painter: QPainter) -> None:
    viewport = painter.viewport()
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
