"""What is put on paper or into a file: drawn or written as long work, and told when it is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smsdesk.domain.untrusted import visible_line
from smsdesk.services.bulk_work import bulk_work
from smsdesk.services.exporting import Exporting
from smsdesk.services.long_work import LongWork
from smsdesk.ui.notices import Notices
from smsdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from smsdesk.ui.paper import Sheet

MakeSheet = Callable[[LongWork], "Sheet"]
"""Gives what is drawn; called on the thread that draws it."""

NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))
"""What systems refuse in the name of a file."""


class Papers(QObject):
    """Prints and writes for a page."""

    def __init__(self, page: QWidget, tasks: Tasks, notices: Notices, exporting: Exporting) -> None:
        super().__init__(page)
        self._page = page
        self._tasks = tasks
        self._notices = notices
        self._exporting = exporting

    def print(self, question: str, sheet: Sheet) -> None:
        """Ask for a printer and print."""
        from smsdesk.ui.paper import ask_printer, print_on  # noqa: PLC0415  # loads the printers' library

        printer = ask_printer(self._page, question, sheet)
        if printer is not None:
            words = self.tr("{title} is being printed…").format(title=sheet.title)

            def draw(work: LongWork) -> None:
                with bulk_work():
                    print_on(printer, sheet, work)

            self._tasks.work(self, words, draw, apart=True)

    def keep(self, path: Path, make: MakeSheet) -> None:
        """Draw a PDF and write it there."""

        def write(work: LongWork) -> None:
            from smsdesk.ui.paper import as_pdf  # noqa: PLC0415  # loads the printers' library

            with bulk_work():
                pdf = as_pdf(make(work), work)
            self._exporting.write_sheet(path, pdf)

        self.write(path, write)

    def write(self, path: Path, act: Callable[[LongWork], object]) -> None:
        """Write a file; what was stopped leaves what stood there."""
        name = visible_line(path.name)
        self._tasks.work(
            self,
            self.tr("{file} is being written…").format(file=name),
            act,
            lambda _done: self._notices.toast(self.tr("{file} is written.").format(file=name)),
            apart=True,
        )


def file_name(words: str) -> str:
    """Words as the name of a file, without its ending."""
    return " ".join(visible_line(words).translate(NOT_IN_NAMES).split())
