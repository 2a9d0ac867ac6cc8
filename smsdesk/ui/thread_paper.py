"""A conversation on paper and as PDF: who said what and when, in the order in which it was said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from smsdesk.services.thread_export import PaperLine, ThreadPaper
from smsdesk.ui import paper

translate = QCoreApplication.translate

_POINTS = 9.5
_TITLE_POINTS = 16.0
_SPACE = 6.0
_INDENT = 12.0


def print_thread(parent: QWidget, sheet: ThreadPaper) -> bool:
    """Ask for a printer and print the conversation; False when the person changed his mind."""
    question = translate("thread_paper", "Print the conversation")
    return paper.ask_and_print(parent, question, sheet.title, paper.page(), thread_document(sheet).print_)


def thread_pdf(sheet: ThreadPaper) -> bytes:
    """The conversation as the content of a PDF file."""
    return paper.as_pdf(sheet.title, paper.page(), thread_document(sheet).print_)


def thread_document(sheet: ThreadPaper) -> QTextDocument:
    """The whole conversation. Texts are put in as plain text: nothing in them is read as HTML."""
    document = QTextDocument()
    document.setDefaultFont(paper.font(_POINTS))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once at its end, and not for each text
    cursor.insertText(translate("thread_paper", "Conversation"), paper.letters(_POINTS, grey=True))
    cursor.insertBlock()
    cursor.insertText(sheet.title, paper.letters(_TITLE_POINTS, bold=True))
    for line in sheet.lines:
        _message(cursor, line)
    cursor.endEditBlock()
    return document


def _message(cursor: QTextCursor, line: PaperLine) -> None:
    head = QTextBlockFormat()
    head.setTopMargin(_SPACE)
    cursor.insertBlock(head)
    words = " · ".join(filter(None, (line.when, line.way, line.state, line.broadcast)))
    cursor.insertText(words, paper.letters(_POINTS, grey=True))
    body = QTextBlockFormat()
    body.setLeftMargin(_INDENT)
    cursor.insertBlock(body)
    cursor.insertText(line.text, paper.letters(_POINTS))
