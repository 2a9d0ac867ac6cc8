"""A conversation out of the program: printed, as PDF, and as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.views import Conversation
from smsdesk.services.long_work import LongWork
from smsdesk.services.thread_export import ThreadPaper
from smsdesk.ui.models.conversations import who
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.papers import Papers, file_name
from smsdesk.ui.pages.saving_files import ask_path

if TYPE_CHECKING:
    from smsdesk.ui.paper import Sheet

_FILES = (".xlsx", ".csv", ".txt")


class ThreadSheets(QObject):
    """Asks where, then writes; a toast says so."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._papers = Papers(page, context.tasks, context.notices, context.services.exporting)

    def print(self, shown: Conversation) -> None:
        """Print the conversation."""
        inbox = self._services.inbox
        self._tasks.wait_for(self, "sheet", lambda: inbox.thread_paper(shown.phone), self._print)

    def _print(self, sheet: ThreadPaper) -> None:
        from smsdesk.ui.thread_paper import conversation_paper  # noqa: PLC0415  # loads the printers' library

        self._papers.print(self.tr("Print the conversation"), conversation_paper(sheet).sheet())

    def save_pdf(self, shown: Conversation) -> None:
        """Keep the conversation as PDF."""
        words = self.tr("Conversation as PDF")
        ask_path(self._page, words, _name(shown), (".pdf",), lambda path: self.write_pdf(path, shown.phone))

    def write_pdf(self, path: Path, phone: str) -> None:
        """Draw the conversation and write it there."""
        from smsdesk.ui.thread_paper import conversation_paper  # noqa: PLC0415  # loads the printers' library

        inbox = self._services.inbox

        def make(work: LongWork) -> Sheet:
            return conversation_paper(inbox.thread_paper(phone, work)).sheet()

        self._papers.keep(path, make)

    def save_table(self, shown: Conversation) -> None:
        """Keep the conversation as a file for other programs."""
        words = self.tr("Conversation as a file")
        ask_path(self._page, words, _name(shown), _FILES, lambda path: self.write_table(path, shown.phone))

    def write_table(self, path: Path, phone: str) -> None:
        """Write the conversation there, as the ending of the path says."""
        write = self._services.inbox.write_thread
        self._papers.write(path, lambda work: write(phone, path, work))


def _name(shown: Conversation) -> str:
    return file_name(who(shown)) or "conversation"
