"""The log sheet of an alert as PDF or on paper, drawn off the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.crisis import Crisis
from smsdesk.domain.crisis_log import LogSheet
from smsdesk.services.bulk_work import bulk_work
from smsdesk.ui.crisis_words import scenario_words
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.saving_files import ask_path

SUFFIXES = (".pdf", ".xlsx", ".csv")


class CrisisPaper(QObject):
    """Asks where, then writes; a toast says that it is done."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._notices = context.notices

    def keep(self, crisis_id: int) -> None:
        """Ask for a file and write the sheet as it stands then."""
        crises = self._services.crises
        self._tasks.read(self, "name", lambda: crises.get(crisis_id), self._ask)

    def _ask(self, crisis: Crisis) -> None:
        kind = self.tr("Exercise") if crisis.exercise else ""
        begun = f"{crisis.started_at.astimezone():%Y-%m-%d %Hh%M}"
        words = (kind, self.tr("Log sheet"), scenario_words(crisis.scenario).name, begun)
        name = " ".join(filter(None, words))
        ask_path(self._page, self.tr("Log sheet"), name, SUFFIXES, lambda path: self.write(crisis.id, path))

    def write(self, crisis_id: int, path: Path) -> None:
        """Write the sheet to a file, as its ending says."""
        self._tasks.wait_for(
            self,
            "write",
            lambda: self._written(crisis_id, path),
            lambda _none: self._notices.toast(self.tr("{file} is written.").format(file=path.name)),
        )

    def _written(self, crisis_id: int, path: Path) -> None:
        services = self._services
        sheet = services.crises.log(crisis_id)
        if path.suffix.lower() != ".pdf":
            services.crises.write_log(path, sheet, services.preferences.read().language)
            return
        from smsdesk.ui.crisis_printing import log_pdf  # noqa: PLC0415  # loads the printers' library

        with bulk_work():
            pdf = log_pdf(sheet)
        services.exporting.write_sheet(path, pdf)

    def print(self, crisis_id: int) -> None:
        """Ask for a printer and print the sheet."""
        crises = self._services.crises
        self._tasks.wait_for(self, "print", lambda: crises.log(crisis_id), self._print)

    def _print(self, sheet: LogSheet) -> None:
        from smsdesk.ui.crisis_printing import print_log  # noqa: PLC0415  # loads the printers' library

        print_log(self._page, sheet)
