"""Lists of people in files and on paper: the export, and the class sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.class_sheet import ClassSheet
from smsdesk.services.exporting import SUFFIXES, ExportWhat
from smsdesk.services.long_work import LongWork
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.papers import Papers
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
        self._papers = Papers(page, context.tasks, context.notices, context.services.exporting)

    def export(self, chosen: Chosen) -> None:
        """Write these people into a file that the import understands."""
        what, exporting = _what(chosen), self._services.exporting
        people = chosen.count if chosen.everything else len(chosen.ids)
        self._tasks.read(
            self, "name", lambda: exporting.suggested_name(what), lambda name: self._ask(what, name, people)
        )

    def _ask(self, what: ExportWhat, name: str, people: int) -> None:
        title = self.tr("Export")
        ask_path(self._page, title, name, SUFFIXES, lambda path: self._write(path, what, people))

    def _write(self, path: Path, what: ExportWhat, people: int) -> None:
        """`people` is how many there will be, as far as that is known."""
        exporting = self._services.exporting

        def write(work: LongWork) -> int:
            return exporting.write(path, what, lambda count: work.reach(min(1.0, count / max(1, people))))

        words = self.tr("The list is being written…")
        self._tasks.work(self, words, write, lambda count: self._written(path, count), apart=True)

    def _written(self, path: Path, count: int) -> None:
        self._notices.toast(self.tr("%n people written to {file}.", "", count).format(file=path.name))

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
        self._tasks.wait_for(self, "sheet", lambda: exporting.class_sheet(group.id), show)

    def _print(self, sheet: ClassSheet) -> None:
        from smsdesk.ui.printing import group_paper  # noqa: PLC0415  # loads the printers' library

        self._papers.print(self.tr("Print the class sheet"), group_paper(sheet).sheet())

    def _ask_pdf(self, sheet: ClassSheet) -> None:
        title = self.tr("Class sheet as PDF")
        ask_path(self._page, title, sheet.group, (".pdf",), lambda path: self._write_sheet(path, sheet))

    def _write_sheet(self, path: Path, sheet: ClassSheet) -> None:
        from smsdesk.ui.printing import group_paper  # noqa: PLC0415  # loads the printers' library

        self._papers.keep(path, lambda _work: group_paper(sheet).sheet())


def _what(chosen: Chosen) -> ExportWhat:
    listing = chosen.listing
    if not chosen.everything:
        return ExportWhat(contact_ids=chosen.ids)
    return ExportWhat(listing.group_id, listing.search, listing.filters)
