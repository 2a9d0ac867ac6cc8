"""Lists of people in files and on paper: the export, and the class sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.class_sheet import ClassSheet
from smsdesk.domain.sentences import Sentence
from smsdesk.services.exporting import SUFFIXES, ExportStoppedError, ExportWhat
from smsdesk.services.safekeeping import Stop
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.people_listing import Chosen
from smsdesk.ui.pages.saving_files import ask_path
from smsdesk.ui.widgets.work_line import WorkLine

_LONG_FROM = 1000
"""People; fewer are written before one could read that they are."""


class Paper(QObject):
    """Asks where, then writes; a toast says how many."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._notices = context.notices
        self.work = WorkLine("people_export")
        self._stop = Stop()

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
        exporting, written = self._services.exporting, 0
        self._stop.stop()  # one at a time: the newer one is meant
        stop = self._stop = Stop()
        if people >= _LONG_FROM:
            words = self.tr("The list is being written…")
            stop = self._stop = self.work.begin(words, None, lambda: min(1.0, written / people))

        def tell(count: int) -> None:
            nonlocal written
            written = count
            if stop.asked or self._tasks.closed:
                raise ExportStoppedError

        def write() -> int | None:
            try:
                return exporting.write(path, what, tell)
            except ExportStoppedError:
                return None

        self._tasks.wait_for(self, "export", write, lambda count: self._written(path, count), self._refused)

    def _written(self, path: Path, count: int | None) -> None:
        self.work.end()
        if count is None:
            self._notices.toast(self.tr("The export was stopped; no file was written."))
        else:
            self._notices.toast(self.tr("%n people written to {file}.", "", count).format(file=path.name))

    def _refused(self, sentence: Sentence) -> None:
        self.work.end()
        self._notices.error(sentence)

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
