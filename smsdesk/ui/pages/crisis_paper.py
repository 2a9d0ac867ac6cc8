"""The log sheet of an alert as PDF or on paper, drawn off the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.crisis import Crisis
from smsdesk.domain.crisis_log import LogSheet
from smsdesk.services.long_work import LongWork
from smsdesk.ui.crisis_words import scenario_words
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.papers import Papers
from smsdesk.ui.pages.saving_files import ask_path

if TYPE_CHECKING:
    from smsdesk.ui.paper import Sheet

SUFFIXES = (".pdf", ".xlsx", ".csv")


class CrisisPaper(QObject):
    """Asks where, then writes; a toast says that it is done."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._tasks = context.tasks
        self._papers = Papers(page, context.tasks, context.notices, context.services.exporting)

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
        if path.suffix.lower() == ".pdf":
            self._papers.keep(path, lambda work: self._sheet(crisis_id, work))
        else:
            self._papers.write(path, lambda work: self._write_table(crisis_id, path, work))

    def _sheet(self, crisis_id: int, _work: LongWork) -> Sheet:
        from smsdesk.ui.crisis_printing import log_paper  # noqa: PLC0415  # loads the printers' library

        return log_paper(self._services.crises.log(crisis_id))

    def _write_table(self, crisis_id: int, path: Path, work: LongWork) -> None:
        services = self._services
        sheet, language = services.crises.log(crisis_id), services.preferences.read().language
        services.crises.write_log(path, sheet, language, work)

    def print(self, crisis_id: int) -> None:
        """Ask for a printer and print the sheet."""
        crises = self._services.crises
        self._tasks.wait_for(self, "print", lambda: crises.log(crisis_id), self._print)

    def _print(self, sheet: LogSheet) -> None:
        from smsdesk.ui.crisis_printing import log_paper  # noqa: PLC0415  # loads the printers' library

        self._papers.print(self.tr("Print the log sheet"), log_paper(sheet))
