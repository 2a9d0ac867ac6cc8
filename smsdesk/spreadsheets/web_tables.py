"""Web pages that school systems call .xls: their tables as sheets."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from smsdesk.domain.sheets import Sheet
from smsdesk.spreadsheets.text_files import decode
from smsdesk.spreadsheets.zip_guard import MOST_CELLS, beyond_any_list

_MOST_COLUMNS = 500
_SPAN_DIGITS = 9
"""Python refuses to make a number of thousands of digits."""
_MOST_TABLES = 200
"""Rows of further tables join the last one: a page made of tables within tables is no list."""


class _Tables(HTMLParser):
    """Collects the rows of every table; a cell that spans columns is followed by empty ones."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.tables: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._room = MOST_CELLS

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        if tag == "table":
            self._begin_table()
        elif tag == "tr":
            self._end_cell()
            self._table().append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span[:_SPAN_DIGITS]), _MOST_COLUMNS) if span.isdecimal() else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell."""
        if tag in {"td", "th", "tr", "table"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Take the text of a cell."""
        if self._cell is not None:
            self._cell.append(data)

    def _begin_table(self) -> None:
        if len(self.tables) < _MOST_TABLES and self._table():
            self.tables.append([])

    def _table(self) -> list[list[str]]:
        if not self.tables:
            self.tables.append([])
        return self.tables[-1]

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        table = self._table()
        if not table:
            table.append([])
        self._room -= self._span
        if self._room < 0:
            raise beyond_any_list(self._name, len(table), self._span)
        if len(table[-1]) < _MOST_COLUMNS:
            table[-1].extend(["".join(self._cell).strip(), *[""] * (self._span - 1)])
        self._cell = None


def read_web_table(path: Path) -> list[Sheet]:
    """The tables of a web page, one sheet each. Raises InputError for more cells than any list has."""
    parser = _Tables(path.name)
    parser.feed(decode(path.read_bytes(), path.name))
    parser.close()
    return [Sheet("", rows) for rows in parser.tables]
