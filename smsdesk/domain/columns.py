"""Which columns a sheet has: the header found wherever it stands, read together with the content below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from smsdesk.domain.class_lists import PUPIL, Column, Meaning
from smsdesk.domain.column_content import Content
from smsdesk.domain.column_owners import NAME_MEANINGS, Assignment
from smsdesk.domain.header_company import clarified
from smsdesk.domain.headers import header_key, read_header, says_whose
from smsdesk.domain.phone_cells import HAS_PHONE
from smsdesk.domain.sheets import Row, Sheet, letter, text_of

_M = Meaning
_HEADER_DEPTH = 60
"""Rows in which the header is looked for: title pages are shorter."""
_FIRST_NAMES = 0.3
"""Share of known first names from which a column is one of them: many are of other languages."""
_SURE_HEADER = 3
"""Cells that read as headers."""
_ROWS_BELOW = 8
"""Titles of columns may look like a header above the header itself."""
_FAMILY = frozenset({"famille", "familles", "family"})
_FURTHER_ROWS = 2
"""Of headers, above the main one or below it: "Responsables", "Mère", "Nom"."""
_SAMPLE = 100
"""Rows that show what a column holds."""


@dataclass(frozen=True)
class Layout:
    """Where the header of a table is (row from 0, None without one), where its data begins, its columns."""

    header_row: int | None
    first_row: int
    columns: tuple[Column, ...]

    def has(self, *meanings: Meaning) -> bool:
        """Whether any column holds one of these."""
        return any(column.meaning in meanings for column in self.columns)


def find_layout(sheet: Sheet) -> Layout:
    """Understand the columns of a sheet, by its best header row, or by content alone."""
    depth = range(min(len(sheet.rows), _HEADER_DEPTH))
    best = _best_header(sheet, depth)
    if best is None:
        best = next((row for row in depth if _heads_phones(sheet, row)), None)
    return _without_header(sheet) if best is None else layout_at(sheet, best)


def _best_header(sheet: Sheet, depth: Iterable[int]) -> int | None:
    """The row that reads most like a header; the search ends some rows below one that surely is."""
    best, most = None, 0
    for row in depth:
        if best is not None and most >= _SURE_HEADER and _ends_search(sheet, best, row):
            break
        score = _score(sheet.rows[row])
        if score > most:
            best, most = row, score
    return best


def _ends_search(sheet: Sheet, best: int, row: int) -> bool:
    """Whether a row is too far below a sure header, or below people whom that one heads."""
    above = (text_of(cell) for line in sheet.rows[best + 1 : row] for cell in line)
    return row > best + _ROWS_BELOW or any(HAS_PHONE.search(text) for text in above)


def _heads_phones(sheet: Sheet, row: int) -> bool:
    """Whether one cell says phone and phones stand under it: the other headers are just unknown."""
    for index, cell in enumerate(sheet.rows[row]):
        reading = read_header(text_of(cell)) if isinstance(cell, str) else None
        if reading and reading.meaning in {_M.PHONE, _M.NUMBER, _M.CONTACT}:
            return Content(_values(sheet.rows[row + 1 : row + 1 + _SAMPLE], index)).phones
    return False


def layout_at(sheet: Sheet, row: int) -> Layout:
    """Understand the table whose header (or its main row) is `row`, from 0."""
    headers, first_row = _joined_headers(sheet, row)
    sample = sheet.rows[first_row : first_row + _SAMPLE]
    again = list(sheet.rows[row])
    sample = [line for line in sample if list(line) != again]
    contents = [Content(_values(sample, index)) for index in range(len(headers))]
    readings = [read_header(header) for header in clarified(headers, contents)]
    columns = Assignment(headers, readings, contents).columns()
    return Layout(row, first_row, tuple(_completed(columns, contents)))


def is_header(row: Row) -> bool:
    """Whether a row further down is the header of another table."""
    filled = sum(bool(text_of(cell)) for cell in row)
    return _score(row) >= 2 and _score(row) * 2 >= filled


def _score(row: Row) -> int:
    """How many cells read as headers; a lone one counts only when nothing else stands in the row."""
    texts = [text for cell in row if isinstance(cell, str) and (text := text_of(cell))]
    known = [reading for text in texts if (reading := read_header(text))]
    if len(known) == 1 and (len(texts) > 1 or known[0].meaning not in {_M.PHONE, _M.FULL_NAME, _M.NUMBER}):
        return 0
    return len(known) if len(known) > 2 or len(known) * 2 > len(texts) else 0


def _values(rows: Sequence[Row], index: int) -> list[object]:
    return [row[index] for row in rows if index < len(row) and row[index] not in ("", None)]


def _joined_headers(sheet: Sheet, row: int) -> tuple[list[str], int]:
    """The headers with what stands above ("Responsable 1" over three columns) or below ("Mère", "Père").

    And the first row below them all.
    """
    first = last = row
    while last - row < _FURTHER_ROWS and _is_lower(sheet, last):
        last += 1
    while row - first < min(_FURTHER_ROWS, row) and _is_upper(
        sheet.rows[first - 1], _below(sheet, first, last)
    ):
        first -= 1
    parts = [_spread(sheet, at, _below(sheet, at + 1, last)) for at in range(first, last)]
    parts.append(_below(sheet, last, last))
    width = max(map(len, parts))
    padded = [[*line, *[""] * (width - len(line))] for line in parts]
    headers = [" ".join(dict.fromkeys(filter(None, texts))) for texts in zip(*padded, strict=True)]
    return headers, last + 1


def _below(sheet: Sheet, first: int, last: int) -> list[str]:
    """What the rows from the first to the last say, column by column."""
    rows = [list(map(text_of, row)) for row in sheet.rows[first : last + 1]]
    return [" ".join(filter(None, texts)) for texts in zip_longest(*rows, fillvalue="")]


def _is_upper(row: Row, below: Sequence[str]) -> bool:
    """Whether a row says whose columns are below, or has the headers of those that have none below.

    A lone text over the first column is a title.
    """
    places = [index for index, cell in enumerate(row) if text_of(cell)]
    texts = [text_of(row[index]) for index in places]
    titled = len(places) == 1 and not any(below[: places[0]])
    return (
        bool(texts)
        and not titled
        and (any(map(says_whose, texts)) or _are_missing_below(texts, places, below))
        and all(len(text) < 40 and ":" not in text for text in texts)
    )


def _are_missing_below(texts: Sequence[str], places: Sequence[int], below: Sequence[str]) -> bool:
    """Whether headers, and nothing else, stand over columns that have none of their own."""
    missing = any(place >= len(below) or not below[place] for place in places)
    return missing and len(texts) > 1 and all(map(read_header, texts))


def _is_lower(sheet: Sheet, row: int) -> bool:
    """Whether the next row goes on with the header: words of headers only, under an unfinished row."""
    if row + 1 >= len(sheet.rows):
        return False
    under = [text_of(cell) for cell in sheet.rows[row + 1]]
    texts = [text for text in under if text]
    known = [text for text in texts if read_header(text) or says_whose(text)]
    return len(texts) > 1 and len(known) == len(texts) and not all(under)


def _spread(sheet: Sheet, row: int, below: Sequence[str]) -> list[str]:
    """A header row whose merged cells, or empty ones after a text with others below it, repeat that text."""
    texts = [text_of(cell) for cell in sheet.rows[row]]
    merged = [joined for joined in sheet.merged if joined.first_row <= row <= joined.last_row]
    if merged:
        return [text or _merged_text(sheet, row, index) for index, text in enumerate(texts)]
    spread, last = [], ""
    for index, text in enumerate(texts):
        if text:
            last = text if index < len(below) and below[index] else ""
        spread.append(text or last)
    return spread


def _merged_text(sheet: Sheet, row: int, column: int) -> str:
    for joined in sheet.merged:
        inside = joined.first_row <= row <= joined.last_row
        if inside and joined.first_column <= column <= joined.last_column:
            first = sheet.rows[joined.first_row]
            return text_of(first[joined.first_column]) if joined.first_column < len(first) else ""
    return ""


def _completed(columns: list[Column], contents: Sequence[Content]) -> list[Column]:
    """A lone last name is a whole name; a table without any name gets its names by content."""
    columns = _with_family(columns, contents)
    lasts = {column.person for column in columns if column.meaning is _M.LAST_NAME}
    firsts = {
        column.person
        for column in columns
        if column.meaning is _M.FIRST_NAME
        and not (contents[column.index].empty and _whole_names(columns, contents))
    }
    columns = [
        replace(column, meaning=_M.FULL_NAME, last_first=contents[column.index].last_first)
        if column.meaning is _M.LAST_NAME and column.person not in firsts
        else replace(column, meaning=_M.IGNORED if column.person in lasts else _M.LAST_NAME)
        if column.meaning is _M.FULL_NAME and column.person in firsts
        else column
        for column in columns
    ]
    if not any(column.meaning in NAME_MEANINGS or column.meaning is _M.TEACHER for column in columns):
        return _named_by_content(columns, contents)
    return columns


def _with_family(columns: list[Column], contents: Sequence[Content]) -> list[Column]:
    """ "Famille" beside "Enfants", who have first names only: the last name of the children."""
    family = next((c.index for c in columns if c.meaning is None and header_key(c.header) in _FAMILY), None)
    whole = [c.index for c in columns if c.meaning is _M.FULL_NAME and c.person == PUPIL]
    lasts = any(c.meaning in {_M.LAST_NAME, _M.USUAL_NAME} and c.person == PUPIL for c in columns)
    if family is None or len(whole) != 1 or lasts or not contents[family].names:
        return columns
    if contents[family].several_words or not contents[whole[0]].first_names_alone:
        return columns
    meanings = {family: _M.LAST_NAME, whole[0]: _M.FIRST_NAME}
    return [replace(column, meaning=meanings.get(column.index, column.meaning)) for column in columns]


def _whole_names(columns: Sequence[Column], contents: Sequence[Content]) -> bool:
    """Whether the last names are whole ones: the column of first names was left empty."""
    lasts = [column.index for column in columns if column.meaning is _M.LAST_NAME]
    return bool(lasts) and all(contents[index].several_words for index in lasts[:1])


def _without_header(sheet: Sheet) -> Layout:
    rows = sheet.rows[:_SAMPLE]
    width = max((len(row) for row in rows), default=0)
    contents = [Content(_values(rows, index)) for index in range(width)]
    head = _unknown_header(rows, contents)
    headers = [*map(text_of, [] if head is None else rows[head]), *[""] * width]
    contents = (
        contents if head is None else [Content(_values(rows[head + 1 :], index)) for index in range(width)]
    )
    columns = [
        Column(index, letter(index), headers[index], content.phone_or_email() or content.date_or_none())
        for index, content in enumerate(contents)
    ]
    return Layout(head, 0 if head is None else head + 1, tuple(_named_by_content(columns, contents)))


def _unknown_header(rows: Sequence[Row], contents: Sequence[Content]) -> int | None:
    """The row of headers that say nothing known ("Colonne 1"), over the first row that holds a phone."""
    first = next((index for index, row in enumerate(rows) if _has_phone(row, contents)), 0)
    above = next((index for index in range(first - 1, -1, -1) if any(map(text_of, rows[index]))), None)
    if above is None:
        return None
    cells = [(index, cell) for index, cell in enumerate(rows[above]) if text_of(cell)]
    several = len(cells) > 1 and all(isinstance(cell, str) for _, cell in cells)
    return above if several and any(contents[index].unlike(cell) for index, cell in cells) else None


def _has_phone(row: Row, contents: Sequence[Content]) -> bool:
    return any(
        contents[index].phones and text_of(cell) and not contents[index].unlike(cell)
        for index, cell in enumerate(row)
    )


def _named_by_content(columns: list[Column], contents: Sequence[Content]) -> list[Column]:
    """Take the columns that look most like names, one whole or two halves, and one of classes."""
    free = [column.index for column in columns if column.meaning is None]
    chosen = _names_by_content([index for index in free if contents[index].halves], contents)
    classes = [index for index in free if index not in chosen and contents[index].is_class]
    best = next((index for index in classes if contents[index].known_classes), next(iter(classes), None))
    if best is not None:
        chosen[best] = _M.CLASS
    return [
        replace(column, meaning=chosen[column.index], last_first=contents[column.index].last_first)
        if column.index in chosen
        else column
        for column in columns
    ]


def _names_by_content(words: Sequence[int], contents: Sequence[Content]) -> dict[int, Meaning]:
    """First names are known; the last names stand beside them. Else the first columns of words are names."""
    first = max(words, key=lambda index: contents[index].first_names, default=None)
    if first is None:
        return {}
    beside = [index for index in words if abs(index - first) == 1]
    if contents[first].first_names >= _FIRST_NAMES and not contents[first].several_words and beside:
        last = max(beside, key=lambda index: (contents[index].distinct, index == first - 1))
        return {first: _M.FIRST_NAME, last: _M.LAST_NAME}
    if len(words) >= 2 and not contents[words[0]].several_words:
        return {words[0]: _M.LAST_NAME, words[1]: _M.FIRST_NAME}
    return {words[0]: _M.FULL_NAME}
