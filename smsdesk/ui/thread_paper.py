"""A conversation on paper and as PDF: who said what and when, in the order in which it was said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCursor

from smsdesk.services.thread_export import PaperLine, ThreadPaper
from smsdesk.ui import paper
from smsdesk.ui.paper_pages import RowSheet

translate = QCoreApplication.translate

_POINTS = 9.5
_TITLE_POINTS = 16.0
_SPACE = 3.0
_INDENT = 12.0


def conversation_paper(sheet: ThreadPaper) -> RowSheet[PaperLine]:
    """The conversation, to be printed or kept. Texts are put in as they are: none is read as HTML."""

    def write(cursor: QTextCursor, lines: Sequence[PaperLine], titled: bool) -> None:
        if titled:
            cursor.insertText(translate("thread_paper", "Conversation"), paper.letters(_POINTS, grey=True))
            cursor.insertBlock()
            cursor.insertText(sheet.title, paper.letters(_TITLE_POINTS, bold=True))
        _messages(cursor, lines)

    return RowSheet(sheet.title, sheet.lines, write, _POINTS, heads=0)


def _messages(cursor: QTextCursor, lines: Sequence[PaperLine]) -> None:
    """Each message in a cell: it stays whole where a page ends."""
    shape = paper.table_format((100,), _SPACE)
    shape.setHeaderRowCount(0)
    table = cursor.insertTable(len(lines), 1, shape)
    for number, line in enumerate(lines):
        inside = table.cellAt(number, 0).firstCursorPosition()
        words = " · ".join(filter(None, (line.when, line.way, line.state, line.broadcast)))
        inside.insertText(words, paper.letters(_POINTS, grey=True))
        body = QTextBlockFormat()
        body.setLeftMargin(_INDENT)
        inside.insertBlock(body)
        inside.insertText(line.text, paper.letters(_POINTS))
