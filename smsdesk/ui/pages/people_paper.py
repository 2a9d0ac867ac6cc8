"""Lists of people in files and on paper: the export, and the class sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.services.exporting import SUFFIXES, ExportWhat
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.people_listing import Chosen
from smsdesk.ui.pages.saving_files import ask_path


class Paper(QObject):
    """Asks where, then writes; a toast says how many."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._notices = context.notices

    def export(self, chosen: Chosen) -> None:
        """Write these people into a file that the import understands."""
        what, exporting = _what(chosen), self._services.exporting
        self._tasks.read(
            self, "name", lambda: exporting.suggested_name(what), lambda name: self._ask(what, name)
        )

    def _ask(self, what: ExportWhat, name: str) -> None:
        ask_path(self._page, self.tr("Export"), name, SUFFIXES, lambda path: self._write(path, what))

    def _write(self, path: Path, what: ExportWhat) -> None:
        exporting = self._services.exporting
        self._tasks.wait_for(
            self,
            "export",
            lambda: exporting.write(path, what),
            lambda count: self._notices.toast(
                self.tr("%n people written to {file}.", "", count).format(file=path.name)
            ),
        )

    def print(self, chosen: Chosen) -> None:
        """Print the sheet of the group that is listed."""


def _what(chosen: Chosen) -> ExportWhat:
    listing = chosen.listing
    if not chosen.everything:
        return ExportWhat(contact_ids=chosen.ids)
    return ExportWhat(listing.group_id, listing.search, listing.filters)
