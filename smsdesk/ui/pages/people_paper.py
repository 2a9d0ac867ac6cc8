"""Lists of people in files and on paper: the export, and the class sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.class_sheet import ClassSheet
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
        self._sheet(chosen, self._print)

    def keep_sheet(self, chosen: Chosen) -> None:
        """Keep the sheet of the group that is listed as PDF."""
        self._sheet(chosen, self._ask_pdf)

    def _sheet(self, chosen: Chosen, show: Callable[[ClassSheet], None]) -> None:
        group, exporting = chosen.listing.group, self._services.exporting
        if group is None or group.archived:
            self._notices.toast(self.tr("Choose a group on the left first: the sheet is made for one group."))
            return
        self._tasks.read(self, "sheet", lambda: exporting.class_sheet(group.id), show)

    def _print(self, sheet: ClassSheet) -> None:
        from smsdesk.ui.printing import print_group  # noqa: PLC0415  # loads the printers' library

        print_group(self._page, sheet)

    def _ask_pdf(self, sheet: ClassSheet) -> None:
        title = self.tr("Class sheet as PDF")
        ask_path(self._page, title, sheet.group, (".pdf",), lambda path: self._write_sheet(path, sheet))

    def _write_sheet(self, path: Path, sheet: ClassSheet) -> None:
        from smsdesk.ui.printing import sheet_pdf  # noqa: PLC0415  # loads the printers' library

        exporting = self._services.exporting
        self._tasks.wait_for(
            self,
            "pdf",
            lambda: exporting.write_sheet(path, sheet_pdf(sheet)),
            lambda _none: self._notices.toast(self.tr("{file} is written.").format(file=path.name)),
        )


def _what(chosen: Chosen) -> ExportWhat:
    listing = chosen.listing
    if not chosen.everything:
        return ExportWhat(contact_ids=chosen.ids)
    return ExportWhat(listing.group_id, listing.search, listing.filters)
