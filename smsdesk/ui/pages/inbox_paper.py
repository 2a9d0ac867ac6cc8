"""A conversation out of the program: printed, as PDF, and as a file for other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import Conversation
from smsdesk.services.thread_export import ThreadPaper
from smsdesk.ui.models.conversations import who
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.saving_files import ask_path

_FILES = (".xlsx", ".csv", ".txt")
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))


class ThreadSheets(QObject):
    """Asks where, then writes; a toast says so."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._notices = context.notices

    def print(self, shown: Conversation) -> None:
        """Print the conversation."""
        inbox = self._services.inbox
        self._tasks.wait_for(self, "sheet", lambda: inbox.thread_paper(shown.phone), self._print)

    def _print(self, sheet: ThreadPaper) -> None:
        from smsdesk.ui.thread_paper import print_thread  # noqa: PLC0415  # loads the printers' library

        print_thread(self._page, sheet)

    def save_pdf(self, shown: Conversation) -> None:
        """Keep the conversation as PDF."""
        words = self.tr("Conversation as PDF")
        ask_path(self._page, words, _name(shown), (".pdf",), lambda path: self.write_pdf(path, shown.phone))

    def write_pdf(self, path: Path, phone: str) -> None:
        """Draw the conversation and write it there."""
        from smsdesk.ui.thread_paper import thread_pdf  # noqa: PLC0415  # loads the printers' library

        inbox, exporting = self._services.inbox, self._services.exporting
        self._write(path, lambda: exporting.write_sheet(path, thread_pdf(inbox.thread_paper(phone))))

    def save_table(self, shown: Conversation) -> None:
        """Keep the conversation as a file for other programs."""
        words = self.tr("Conversation as a file")
        ask_path(self._page, words, _name(shown), _FILES, lambda path: self.write_table(path, shown.phone))

    def write_table(self, path: Path, phone: str) -> None:
        """Write the conversation there, as the ending of the path says."""
        self._write(path, lambda: self._services.inbox.write_thread(phone, path))

    def _write(self, path: Path, work: Callable[[], object]) -> None:
        told = self.tr("{file} is written.").format(file=visible_line(path.name))
        self._tasks.wait_for(self, "file", work, lambda _done: self._notices.toast(told))


def _name(shown: Conversation) -> str:
    return " ".join(visible_line(who(shown)).translate(_NOT_IN_NAMES).split()) or "conversation"
