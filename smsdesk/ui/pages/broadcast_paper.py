"""The calling list out of the program: printed, as PDF, and as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.calling_list import CallingList
from smsdesk.services.bundle import Services
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.papers import Papers, file_name
from smsdesk.ui.pages.saving_files import ask_path
from smsdesk.ui.tasks import Tasks

_TABLES = (".xlsx", ".csv")


class CallingPaper(QObject):
    """Asks where, then writes; a toast says so."""

    def __init__(self, page: QWidget, services: Services, tasks: Tasks, notices: Notices) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._papers = Papers(page, tasks, notices, services.exporting)

    def print(self, title: str, listed: CallingList) -> None:
        """Print the list."""
        from smsdesk.ui.calling_paper import calls_paper  # noqa: PLC0415  # loads the printers' library

        self._papers.print(self.tr("Print the calling list"), calls_paper(title, listed).sheet())

    def save_pdf(self, title: str, listed: CallingList) -> None:
        """Keep the list as PDF."""
        words = self.tr("Calling list as PDF")
        ask_path(
            self._page, words, self._name(title), (".pdf",), lambda path: self.write_pdf(path, title, listed)
        )

    def write_pdf(self, path: Path, title: str, listed: CallingList) -> None:
        """Draw the list and write it there."""
        from smsdesk.ui.calling_paper import calls_paper  # noqa: PLC0415  # loads the printers' library

        self._papers.keep(path, lambda _work: calls_paper(title, listed).sheet())

    def save_table(self, title: str, broadcast_id: int | None) -> None:
        """Keep the list as a table for other programs."""
        if broadcast_id is not None:
            words = self.tr("Calling list as a table")
            name = self._name(title)
            ask_path(self._page, words, name, _TABLES, lambda path: self._write(path, broadcast_id))

    def _write(self, path: Path, broadcast_id: int) -> None:
        write = self._services.following.write_calling_list
        self._papers.write(path, lambda work: write(broadcast_id, path, work))

    def _name(self, title: str) -> str:
        """A file's name for the list of a broadcast."""
        return file_name(self.tr("To call {title}").format(title=title))
