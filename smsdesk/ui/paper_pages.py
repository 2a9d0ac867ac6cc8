"""Sheets of many rows, page by page: laid out in pieces, so that the window lives on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPagedPaintDevice, QPainter, QTextCursor, QTextDocument

from smsdesk.services.long_work import LongWork
from smsdesk.ui import paper

T = TypeVar("T")

MEASURED = 0.5
"""Of the work: looking how much fits on each page takes as long as drawing them."""
_ROWS_A_PIECE = 40
"""Rows that are laid out within a few frames; of a thousand at once the window would feel each second."""
_SCREEN_WIDTH = 800.0


def document(points: float, write: Callable[[QTextCursor], None]) -> QTextDocument:
    """A document without margins. What is put in as plain text stays that: nothing is read as HTML."""
    made = QTextDocument()
    made.setDefaultFont(paper.font(points))
    made.setDocumentMargin(0)
    cursor = QTextCursor(made)
    cursor.beginEditBlock()  # laid out once at its end, and not for each cell
    write(cursor)
    cursor.endEditBlock()
    return made


def draw_foot(painter: QPainter, points: float, title: str, number: int, pages: int) -> None:
    """Say below a page which one it is."""
    painter.setFont(paper.font(points))
    painter.setPen(Qt.GlobalColor.black)
    words = f"{title} · {number}/{pages}"
    painter.drawText(painter.viewport(), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, words)


class Pages:
    """How much the pages of a device hold, of `count` rows in all."""

    def __init__(self, device: QPagedPaintDevice, points: float, count: int, work: LongWork) -> None:
        """`points` is the size of the words below each page."""
        footer = QFontMetricsF(paper.font(points), device).height() * 2
        self._device = device
        self._room = QSizeF(device.width(), device.height() - footer)
        self._count, self._measured = count, 0
        self._work = work

    def lay_out(self, made: QTextDocument) -> QTextDocument:
        """Have a document as wide as the page."""
        made.documentLayout().setPaintDevice(self._device)
        made.setTextWidth(self._room.width())
        return made

    def split(
        self,
        rows: Sequence[T],
        document_of: Callable[[Sequence[T]], QTextDocument],
        heads: int = 1,
        above: float = 0.0,
    ) -> Iterator[Sequence[T]]:
        """The rows of each page; none stands half on one and half on the next.

        `document_of` writes some into a table whose first `heads` rows say what the others hold; `above` is
        the height of what stands over them on the first page.
        """
        start, used = 0, above
        fresh = True
        for number, (head, height) in enumerate(self._heights(rows, document_of, heads)):
            if number > start and used + height > self._room.height():
                yield rows[start:number]
                start, used, fresh = number, 0.0, True
            used += head + height if fresh else height
            fresh = False
        yield rows[start:]

    def _heights(
        self, rows: Sequence[T], document_of: Callable[[Sequence[T]], QTextDocument], heads: int
    ) -> Iterator[tuple[float, float]]:
        """For each row what stands above it on a page of its own, and its height."""
        for start in range(0, len(rows), _ROWS_A_PIECE):
            piece = rows[start : start + _ROWS_A_PIECE]
            self._work.reach(MEASURED * self._measured / self._count)
            self._measured += len(piece)
            tops = paper.row_tops(self.lay_out(document_of(piece)), heads)
            for top, below in pairwise(tops):
                yield tops[0], below - top


@dataclass(frozen=True)
class RowSheet(Generic[T]):
    """A sheet of rows under its title.

    `write` puts some of them into a document, as a table whose first `heads` rows say what the others hold;
    over them the title, where its third argument is true.
    """

    title: str
    rows: Sequence[T]
    write: Callable[[QTextCursor, Sequence[T], bool], None]
    points: float
    heads: int = 1

    def sheet(self) -> paper.Sheet:
        """What draws it."""
        return paper.Sheet(self.title, paper.page(), self._draw)

    def whole(self) -> QTextDocument:
        """All of it in one piece, to look at on a screen."""
        made = self._document(self.rows, titled=True)
        made.setTextWidth(_SCREEN_WIDTH)
        return made

    def pages(self, device: QPagedPaintDevice) -> list[Sequence[T]]:
        """The rows of each page of a device."""
        return self._split(self._measure(device, LongWork()))

    def _measure(self, device: QPagedPaintDevice, work: LongWork) -> Pages:
        return Pages(device, self.points, len(self.rows), work)

    def _split(self, pages: Pages) -> list[Sequence[T]]:
        def document_of(rows: Sequence[T]) -> QTextDocument:
            return self._document(rows, titled=False)

        return list(pages.split(self.rows, document_of, self.heads, self._above(pages)))

    def _above(self, pages: Pages) -> float:
        """The height of the title."""
        first = self.rows[:1]
        titled, plain = (
            paper.row_tops(pages.lay_out(self._document(first, titled=titled)), self.heads)
            for titled in (True, False)
        )
        return titled[0] - plain[0] if first else 0.0

    def _document(self, rows: Sequence[T], *, titled: bool) -> QTextDocument:
        return document(self.points, lambda cursor: self.write(cursor, rows, titled))

    def _draw(self, device: QPagedPaintDevice, painter: QPainter, work: LongWork) -> None:
        pages = self._measure(device, work)
        rows_of_pages = self._split(pages)
        for number, rows in enumerate(rows_of_pages):
            work.reach(MEASURED + (1 - MEASURED) * number / len(rows_of_pages))
            if number:
                device.newPage()
            pages.lay_out(self._document(rows, titled=not number)).drawContents(painter)
            draw_foot(painter, self.points, self.title, number + 1, len(rows_of_pages))
