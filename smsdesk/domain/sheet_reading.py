"""One sheet of a list from its titles to its last line: whose row it is, and what class he is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.class_lists import PUPIL, Column, ColumnChoices, Meaning, Rejected, SheetSummary, chosen
from smsdesk.domain.column_owners import NAME_MEANINGS
from smsdesk.domain.columns import Layout, find_layout, is_header, layout_at
from smsdesk.domain.dialling import with_codes
from smsdesk.domain.families import Families
from smsdesk.domain.filled_down import filled_down
from smsdesk.domain.headers import kind_named, lists_teachers
from smsdesk.domain.names import PersonName
from smsdesk.domain.parents_below import with_parents_below
from smsdesk.domain.people import ContactKind, GroupKind
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.ready_shapes import shape_of
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.row_people import RowReader
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Cell, Row, Sheet, text_of
from smsdesk.domain.titles import Title, begin_with_names, is_note, is_sum, read_section, read_title

_M = Meaning
_NUMBER = re.compile(r"\d\D{0,2}\d\D{0,2}\d\D{0,2}\d")
"""Four digits and more stand in phones and dates, not in headers."""
_OF_A_PAGE = re.compile(r"\bpage\b|\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d\b", re.IGNORECASE)
"""What a program prints above the header on each page of a list."""
_DIGITS = re.compile(r"\d+")

_ROWS_SHOWN = 50
"""Of the file itself, for a person to see what is in each column."""


class SheetReader:
    """Reads one sheet from its titles to its last line."""

    def __init__(self, sheet: Sheet, choices: ColumnChoices, file: str) -> None:
        self.sheet = sheet
        self._file = file
        self._choices = choices
        self.layout = self._chosen(find_layout(sheet))
        self.tables = [self.layout]
        """The layouts of the tables below one another, once they are read."""
        self._rows_read = 0
        self._header = self._header_cells()
        self._page_titles = set(map(_page_title, sheet.rows[: self.layout.header_row or 0])) - {""}
        self._first_header = self._header[0] if self._header else None
        self._phone_places = [
            column.index for column in self.layout.columns if column.meaning in {_M.PHONE, _M.PERSON}
        ]
        self._kind = self._kind_said()
        self.is_list = self.layout.has(_M.PHONE, _M.PERSON) and self._has_phones()
        self.rejected: list[Rejected] = []
        self._title = Title()
        if not self.is_list and not self.is_register:
            self._reject_sheet()

    @property
    def is_register(self) -> bool:
        """Whether it names pupils without phones, so that another list may have those of their guardians."""
        named = self.layout.header_row is not None and self.layout.has(*NAME_MEANINGS)
        told = self.layout.has(_M.BIRTH_DATE, _M.EXTERNAL_ID)
        return named and told and self.has_classes and not self.is_list

    @property
    def has_classes(self) -> bool:
        """Whether a column names classes."""
        return self.layout.has(_M.CLASS, _M.LEVEL)

    def summary(self) -> SheetSummary:
        """What was understood of the sheet."""
        header = None if self.layout.header_row is None else self.layout.header_row + 1
        return SheetSummary(
            self.sheet.name,
            header,
            self.layout.columns,
            self._rows_read,
            rows=tuple(map(self._texts, self.sheet.rows[self.layout.first_row :][:_ROWS_SHOWN])),
            shape=shape_of(self.layout.columns),
        )

    def _texts(self, row: Row) -> tuple[str, ...]:
        indexes = [column.index for column in self.layout.columns]
        return tuple(text_of(row[index]) if index < len(row) else "" for index in indexes)

    def read(self, families: Families, fallback: Title) -> None:
        """Give every row to the families; `fallback` is the class of those for whom none is named."""
        self._fallback = fallback
        self._read_titles(families)
        rows, layout = with_parents_below(filled_down(self.sheet, self.layout), self.sheet.rows, self.layout)
        rows, doubtful = with_codes(self.sheet.name, rows, self.layout)
        self.rejected += doubtful
        reader = self._row_reader(rows, layout, levels=not self._title.group)
        index = self.layout.first_row
        while index < len(rows):
            if self._fallback.slot is None and (plain := reader.plain_from(index)):
                families.add_plain(self.sheet.name, index + 1, plain, self._kind_of(reader), self._groups())
                self._rows_read += len(plain)
                index += len(plain)
            else:
                reader = self._read_row(families, reader, rows, index)
                index += 1
        self.rejected += reader.rejected

    def _row_reader(self, rows: Sequence[Row], layout: Layout, *, levels: bool = True) -> RowReader:
        return RowReader(self.sheet.name, rows, layout, self._begin_with_names, levels=levels)

    def _read_row(self, families: Families, reader: RowReader, rows: Sequence[Row], index: int) -> RowReader:
        """Take a row whatever it is; gives the reader of the rows below, another one below a header."""
        row = rows[index]
        if self._names_people(row):
            self._read_people(families, reader, index)
            return reader
        filled = [cell for cell in row if cell not in ("", None) and not _blank(cell)]
        if not filled or filled == self._header or _is_sum_row(filled):
            return reader
        if self._page_titles and _page_title(row) in self._page_titles:
            return reader
        if len(filled) == 1 and is_note(text_of(filled[0])):
            reader.reject_nameless(index, row)
        elif _may_be_header(filled) and (title := _titles_only(row)):
            self._set_title(families, title, index)
        elif _may_be_header(filled) and is_header(row):
            self.rejected += reader.rejected
            self.tables.append(self._chosen(layout_at(self.sheet, index)))
            return self._row_reader(rows, self.tables[-1])
        elif len(set(filled)) == 1 and self._is_section(text_of(filled[0]), row):
            self._set_title(families, read_section(text_of(filled[0])), index)
        else:
            self._read_people(families, reader, index)
        return reader

    def _names_people(self, row: Row) -> bool:
        """A quick yes for nearly every row: it has a phone, and begins like neither a sum nor the header."""
        first = next(filter(None, row), "")
        if not self._begins_with_name(first):
            return False
        for place in self._phone_places:
            cell = row[place] if place < len(row) else ""
            if isinstance(cell, float) or (isinstance(cell, str) and cell != first and _NUMBER.search(cell)):
                return True
        return False

    def _begin_with_names(self, firsts: Sequence[object]) -> Sequence[bool]:
        """Like `_begins_with_name` for each of the rows; nearly always a yes for all at once."""
        if self._first_header not in firsts and begin_with_names(firsts):
            return [True] * len(firsts)
        return list(map(self._begins_with_name, firsts))

    def _begins_with_name(self, first: object) -> bool:
        """Whether a row whose first filled cell is `first` is no sum, and not the header once more."""
        if not isinstance(first, str) or first[:1].isspace():
            return False
        return first != self._first_header and not is_sum(first)

    def _read_people(self, families: Families, reader: RowReader, index: int) -> None:
        facts = reader.read(index)
        if facts:
            self._rows_read += 1
            if not (facts.slots or self._title.group or self.has_classes):
                facts.slot = facts.slot or self._fallback.slot
            families.add(self.sheet.name, facts, self._kind_of(reader), self._groups())

    def _header_cells(self) -> list[Cell]:
        """What the header says, to know it when it comes again on each page of a printed list."""
        if self.layout.header_row is None:
            return []
        row = self.sheet.rows[self.layout.header_row]
        return [cell for cell in row if cell not in ("", None) and not _blank(cell)]

    def _kind_said(self) -> ContactKind | None:
        """What the people are, when the header of their names or a title says so."""
        names = [column.header for column in self.layout.columns if column.meaning in NAME_MEANINGS]
        rows = self.sheet.rows[: self.layout.header_row or 0]
        titles = [text_of(cell) for row in rows for cell in row if isinstance(cell, str)]
        said = [*titles, self.sheet.said, self._file]
        if any(map(lists_teachers, said)) and all(column.person == PUPIL for column in self.layout.columns):
            return ContactKind.TEACHER
        return next(filter(None, map(kind_named, [*names, *said])), None)

    def _kind_of(self, reader: RowReader) -> ContactKind:
        return self._kind if self._kind and reader.kind is ContactKind.PUPIL else reader.kind

    def _groups(self) -> list[tuple[str, GroupKind]]:
        title = self._title if self._title.group else self._fallback
        return [(title.group, title.kind)] if title.group else []

    def _read_titles(self, families: Families) -> None:
        """What stands above the header: "Classe de piano", "Professeur :" with the name in the next cell."""
        group, teacher = Title(), None
        for row in self.sheet.rows[: self.layout.header_row or 0]:
            for title in map(read_title, _title_texts(row)):
                group = title if title.group and not group.group else group
                teacher = teacher or title.teacher
        self._set_title(families, Title(group.group, group.kind, teacher), 0)

    def _set_title(self, families: Families, title: Title, index: int) -> None:
        self._title = title
        teacher = title.teacher or self._fallback.teacher
        name = title.group or (self._fallback.group if teacher else None)
        if name and not self.layout.has(_M.CLASS):
            person = _row_person(teacher) if teacher else None
            families.put_into(self.sheet.name, index + 1, name, title.kind, person)

    def _is_section(self, text: str, row: Row) -> bool:
        """Whether a lone text names what follows, and not a pupil without a phone."""
        if read_title(text).group or read_title(text).teacher:
            return True
        if self.has_classes:
            return False
        column = next(index for index, cell in enumerate(row) if text_of(cell))
        meaning = next((c.meaning for c in self.layout.columns if c.index == column), None)
        if meaning is not _M.FULL_NAME:
            return not parse_phones(text).phones
        said = read_section(text)
        return bool(said.group and said.teacher) or " " not in text or any(c.isdigit() for c in text)

    def _chosen(self, layout: Layout) -> Layout:
        """The layout with the person's corrections."""
        columns = tuple(
            chosen(column, self._choices[self.sheet.name, column.index])
            if (self.sheet.name, column.index) in self._choices
            else column
            for column in layout.columns
        )
        return replace(layout, columns=columns)

    def _has_phones(self) -> bool:
        """A sheet whose only phone column would be a guardian's name column has none."""
        return self.layout.has(_M.PHONE) or any(self._person_has_phone(c) for c in self.layout.columns)

    def _person_has_phone(self, column: Column) -> bool:
        if column.meaning is not _M.PERSON:
            return False
        cells = (
            row[column.index] for row in self.sheet.rows[self.layout.first_row :] if column.index < len(row)
        )
        return any(sum(c.isdigit() for c in text_of(cell)) >= 9 for cell in cells)

    def _reject_sheet(self) -> None:
        name = self.sheet.name
        reason = say("The sheet {sheet} has no column of phone numbers and was left out.", sheet=name)
        self.rejected.append(Rejected(name, "", name, reason))


def _is_sum_row(filled: Sequence[Cell]) -> bool:
    """Whether a row counts people: "Total", and nothing but counts behind it."""
    return is_sum(text_of(filled[0])) and all(_is_count(text_of(cell)) for cell in filled[1:])


def _is_count(text: str) -> bool:
    return text[:1].isdigit() and not parse_phones(text).phones


def _page_title(row: Row) -> str:
    """What stands above the header on each page, whatever its number; "" for other rows."""
    text = " ".join(filter(None, map(text_of, row)))
    return _DIGITS.sub("0", text) if _OF_A_PAGE.search(text) and not parse_phones(text).phones else ""


def _blank(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.isspace()


def _may_be_header(filled: Sequence[Cell]) -> bool:
    """A quick no for nearly every row: headers are texts without numbers."""
    texts = [cell for cell in filled if isinstance(cell, str)]
    return len(texts) == len(filled) >= 2 and not any(map(_NUMBER.search, texts))


def _title_texts(row: Row) -> list[str]:
    """The texts of a row, each once; a label goes with what stands behind it ("Professeur :", "Mme Roux")."""
    texts: list[str] = []
    for text in dict.fromkeys(text for cell in row if (text := text_of(cell))):
        if texts and texts[-1].endswith(":"):
            texts[-1] += f" {text}"
        else:
            texts.append(text)
    return texts


def _titles_only(row: Row) -> Title | None:
    """The class and teacher of a row that says nothing else: "Classe de piano", "Professeur : Mme Roux"."""
    titles = list(map(read_title, _title_texts(row)))
    group = next((title for title in titles if title.group), Title())
    if not group.group or not all(title.group or title.teacher for title in titles):
        return None
    return Title(group.group, group.kind, next((title.teacher for title in titles if title.teacher), None))


def _row_person(name: PersonName) -> RowPerson:
    first = name.first or name.civility
    return RowPerson("", first=first, last=name.last, civility=name.civility)
