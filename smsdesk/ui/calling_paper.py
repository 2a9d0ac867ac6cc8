"""The calling list on paper and as PDF, with room to tick and to write."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from smsdesk.domain.calling_list import CallingList, CallPhone, ToCall
from smsdesk.domain.untrusted import visible_line
from smsdesk.ui import formats, paper
from smsdesk.ui.i18n import translate as say
from smsdesk.ui.models.calls import call_name, is_called
from smsdesk.ui.paper_pages import RowSheet

translate = QCoreApplication.translate

_POINTS = 9.5
_TITLE_POINTS = 16.0
_PADDING = 3
_WIDTHS = (5, 25, 34, 20, 16)
"""Shares of the page: tick, for whom, phones, why, note."""

_BOX, _TICKED = "☐", "☑"


def calls_paper(title: str, listed: CallingList) -> RowSheet[ToCall]:
    """The list, to be printed or kept. Names are put in as plain text: nothing in them is read as HTML."""

    def write(cursor: QTextCursor, entries: Sequence[ToCall], titled: bool) -> None:
        if titled:
            _title(cursor, title, len(listed.entries))
        shape = paper.table_format(_WIDTHS, _PADDING)
        _fill(cursor.insertTable(len(entries) + 1, len(_WIDTHS), shape), entries)

    return RowSheet(visible_line(title), listed.entries, write, _POINTS)


def _title(cursor: QTextCursor, title: str, count: int) -> None:
    cursor.insertText(translate("calls", "To call"), paper.letters(_POINTS, grey=True))
    cursor.insertBlock()
    cursor.insertText(visible_line(title), paper.letters(_TITLE_POINTS, bold=True))
    cursor.insertBlock(QTextBlockFormat())
    counted = translate("calls", "%n people to call", "", count)
    cursor.insertText(counted, paper.letters(_POINTS))
    cursor.insertBlock(QTextBlockFormat())


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
    cell.setFormat(paper.cell_format(head=line == 0))
    cursor = cell.firstCursorPosition()
    for number, text in enumerate(filter(None, texts)):
        if number:
            cursor.insertBlock()
        cursor.insertText(visible_line(text), paper.letters(_POINTS, bold=bold and not number))
