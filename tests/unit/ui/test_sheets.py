"""Calling lists and conversations on paper: every row on exactly one page, printed off the GUI thread, stopped."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from smsdesk.services.long_work import LongWork, StoppedError
from smsdesk.services.thread_export import PaperLine, ThreadPaper
from smsdesk.ui import paper
from smsdesk.ui.paper_pages import RowSheet
from smsdesk.ui.thread_paper import conversation_paper

DEADLINE_S = 60.0


def conversation(count: int) -> RowSheet[PaperLine]:
    lines = (
        PaperLine(f"12/03/2026 08:{n % 60:02}", "reçu", f"Message {n} <b>\n" * (1 + n % 4), "", "")
        for n in range(count)
    )
    return conversation_paper(ThreadPaper("06 39 98 00 01", "Anne", tuple(lines)))


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def split(sheet: RowSheet[PaperLine]) -> list[int]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(paper.page())
    pages = sheet.pages(writer)
    assert [row for page in pages for row in page] == list(sheet.rows)
    return [len(page) for page in pages]


@pytest.mark.parametrize("count", [1, 40, 41, 200])
def test_every_message_stands_on_exactly_one_page(qapp: QApplication, count: int) -> None:
    sheet = conversation(count)
    pages = split(sheet)
    assert all(pages)
    assert pages_of(paper.as_pdf(sheet.sheet(), LongWork())) == len(pages)
    assert (len(pages) > 4) == (count == 200)


def test_a_message_longer_than_a_page_does_not_hang_the_printer(qapp: QApplication) -> None:
    long = ThreadPaper("1", "", (PaperLine("", "", "mot " * 9_000, "", ""),) * 3)
    assert split(conversation_paper(long)) == [1, 1, 1]


def test_what_is_stopped_draws_no_further(qapp: QApplication) -> None:
    class StoppedWhileDrawing(LongWork):
        def reach(self, done: float) -> None:
            if done > 0.7:
                self.stop()
            super().reach(done)

    with pytest.raises(StoppedError):
        paper.as_pdf(conversation(200).sheet(), StoppedWhileDrawing())


def test_a_printer_prints_on_another_thread(qapp: QApplication, tmp_path: Path) -> None:
    sheet, file = conversation(100).sheet(), tmp_path / "out.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageLayout(sheet.layout)
    work = LongWork()
    printing = threading.Thread(target=paper.print_on, args=(printer, sheet, work))
    printing.start()
    printing.join(DEADLINE_S)
    assert not printing.is_alive()
    assert work.done > 0.9
    assert pages_of(file.read_bytes()) > 2
