"""Phones of other countries written without their code, where the list says the country beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from smsdesk.domain.class_lists import Column, Meaning, Rejected
from smsdesk.domain.columns import Layout
from smsdesk.domain.folding import fold
from smsdesk.domain.headers import header_key
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.sentences import say
from smsdesk.domain.sheets import Cell, Row, address, text_of

_CODE_HEADERS = frozenset({"indicatif", "indicatif pays", "dialling code"})
_COUNTRY_HEADERS = frozenset({"pays", "pays de residence", "country"})
_CODES = {
    "belgique": "32", "belgium": "32", "b": "32", "be": "32", "luxembourg": "352", "l": "352",
    "lu": "352", "suisse": "41", "switzerland": "41", "ch": "41",
    "allemagne": "49", "germany": "49", "d": "49", "de": "49",
    "italie": "39", "italy": "39", "it": "39", "espagne": "34", "spain": "34", "es": "34", "monaco": "377",
    "royaume-uni": "44", "united kingdom": "44", "uk": "44", "gb": "44", "portugal": "351", "pt": "351",
}  # fmt: skip
_CODE = re.compile(r"(?:\+|00)?([1-9]\d{0,2})")
_INTERNATIONAL = re.compile(r"\s*(?:\+|00|\(\+)")
_FRANCE = "33"


def with_codes(sheet: str, rows: Sequence[Row], layout: Layout) -> tuple[Sequence[Row], list[Rejected]]:
    """The rows with phones of other countries in full, and without those that may be of two, which are named.

    The rows as they are for lists without a column of countries or dialling codes.
    """
    told = next((column for column in layout.columns if header_key(column.header) in _CODE_HEADERS), None)
    said = next((column for column in layout.columns if header_key(column.header) in _COUNTRY_HEADERS), None)
    phones = [column for column in layout.columns if column.meaning is Meaning.PHONE]
    source = told or said
    if source is None or not phones:
        return rows, []
    if told:
        phones = [column for column in phones if abs(column.index - told.index) == 1][-1:]
    found: list[Row] = list(rows)
    rejected: list[Rejected] = []
    for index in range(layout.first_row, len(rows)):
        code = _code_in(rows[index], source)
        if code in ("", _FRANCE):
            continue
        cells = list(rows[index])
        for at, cell in _national(cells, phones):
            full = _in_full(text_of(cell), code)
            if full and (told or not _is_french(text_of(cell))):
                cells[at] = full
            elif full:
                cells[at] = ""
                reason = say(
                    "This may be a French number or one with +{code}; write it with its code.", code=code
                )
                rejected.append(Rejected(sheet, address(index, at), text_of(cell), reason))
        found[index] = cells
    return found, rejected


def _code_in(row: Row, column: Column) -> str:
    text = text_of(row[column.index]) if column.index < len(row) else ""
    match = _CODE.fullmatch(text.replace(" ", ""))
    return match[1] if match else _CODES.get(fold(text), "")


def _national(cells: Sequence[Cell], phones: Sequence[Column]) -> Iterator[tuple[int, Cell]]:
    """The filled cells of phones that do not begin with a code."""
    for column in phones:
        cell = cells[column.index] if column.index < len(cells) else ""
        if text_of(cell) and not _INTERNATIONAL.match(text_of(cell)):
            yield column.index, cell


def _in_full(text: str, code: str) -> str:
    """A national number with its code; "" when the country has no such number."""
    region = phonenumbers.region_code_for_country_code(int(code))
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _is_french(text: str) -> bool:
    """Whether it is a number of France, or of its departments overseas."""
    return bool(parse_phones(text).phones)
