"""Birth dates as lists write them, read strictly: a doubtful one is none."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from smsdesk.domain.folding import fold
from smsdesk.domain.sheets import Cell

_EXCEL_DAY_0 = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TWO_DIGIT_PIVOT = 30
"""A year of two digits up to this one is of the 2000s: pupils are born there."""
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[ T].*)?")
_IN_WORDS = re.compile(r"(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})")
_MONTHS = ("jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec")
_ENGLISH_MONTHS = {"feb": 2, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8}


def read_date(cell: Cell) -> date | None:
    """The date in a cell: a date, "12/03/2014", "2014-03-12", "12 mars 2014", Excel's day number."""
    if isinstance(cell, datetime):
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _plausible(_EXCEL_DAY_0 + timedelta(days=int(cell))) if 366 < cell < 73_000 else None
    return _plausible(_from_text(fold(cell))) if isinstance(cell, str) else None


def _plausible(found: date | None) -> date | None:
    return found if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _from_text(text: str) -> date | None:
    if match := _DAY_FIRST.fullmatch(text.split(" 00:00", maxsplit=1)[0]):
        day, month, year = (int(part) for part in match.groups())
        return _date(year if len(match[3]) == 4 else _full_year(year), month, day)
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(*(int(part) for part in match.groups()))
    if match := _IN_WORDS.fullmatch(text):
        return _date(int(match[3]), _month(match[2]), int(match[1]))
    return None


def _full_year(year: int) -> int:
    return (2000 if year <= _TWO_DIGIT_PIVOT else 1900) + year


def _month(word: str) -> int:
    known = next((number for number, start in enumerate(_MONTHS, 1) if word.startswith(start)), 0)
    return known or _ENGLISH_MONTHS.get(word[:3], 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
