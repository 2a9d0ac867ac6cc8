"""Cells that a person copied in a spreadsheet program, as the clipboard has them: text with tabs.

Excel, LibreOffice and Google Sheets put a cell between quotation marks when it has a line end, a tab or a
mark within, and double the marks; a mark elsewhere is a letter like others. A text without tabs is CSV.
"""

from __future__ import annotations

import re

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Sheet, SheetFile
from smsdesk.domain.vcard_lists import cards_sheet
from smsdesk.domain.vcards import is_vcard, parse_cards
from smsdesk.spreadsheets.text_files import text_rows
from smsdesk.spreadsheets.zip_guard import MOST_COLUMNS, MOST_ROWS, beyond_any_list

LONGEST_PASTE = 20_000_000
"""Characters; a list of 100,000 people has some ten million."""
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=\t|\r\n|\r|\n|\Z)')
"""Whole runs of letters: letter by letter a cell of some megabytes would take gigabytes."""
_BARE = re.compile(r"[^\t\r\n]*")
_END = re.compile(r"\t|\r\n|\r|\n|\Z")


def read_pasted(text: str, name: str) -> SheetFile:
    """What was pasted as a sheet without a name; `name` stands for the file. Raises InputError."""
    text = text.replace("\0", "").removeprefix("\ufeff")
    if not text.strip():
        raise InputError(say("There is nothing to paste; copy the cells in your list first."))
    if len(text) > LONGEST_PASTE:
        raise InputError(say("That is too much to paste; save the list as a file and import it."))
    if is_vcard(text[:200]):
        sheet = cards_sheet(parse_cards(text), "")
    else:
        sheet = Sheet("", _tabbed_rows(text, name) if "\t" in text else text_rows(text, name))
    return SheetFile(name, "", (sheet,))


def _tabbed_rows(text: str, name: str) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(text, at) if text[at : at + 1] == '"' else None
        bare = quoted or _BARE.match(text, at)
        assert bare is not None  # the empty cell matches everywhere
        rows[-1].append(quoted[1].replace('""', '"') if quoted else bare.group())
        end = _END.match(text, bare.end())
        if end is None or not end.group():
            return rows
        at = end.end()
        if end.group() != "\t":
            if at >= len(text):
                return rows
            rows.append([])
        if len(rows) > MOST_ROWS or len(rows[-1]) > MOST_COLUMNS:
            raise beyond_any_list(name, len(rows), len(rows[-1]))
