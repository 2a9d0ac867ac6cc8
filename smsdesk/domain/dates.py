"""Birth dates as lists write them, read strictly: a doubtful one is none."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from smsdesk.domain.folding import fold
from smsdesk.domain.sheets import Cell

_EXCEL_DAY_0 = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_DAY, _LAST_DAY = 366, 73_000
"""Excel's numbers of days in those years."""
_TWO_DIGIT_PIVOT = 30
"""A year of two digits up to this one is of the 2000s: pupils are born there."""
_BETWEEN = r"(?: ?[/.\-,] ?| )"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{4}}|\d{{2}})")
_YEAR_FIRST = re.compile(r"(\d{4}) ?[/.\-] ?(\d{1,2}) ?[/.\-] ?(\d{1,2})")
_IN_WORDS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?[ \-/.]*([a-z]{3,})\.?[ \-/.,]*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_AROUND = re.compile(
    r"^(?:ne|nee|ne\(e\)|born)?\s*(?:le|the|on)?\s*"
    r"(?:(?:lun|mar|mercre|jeu|vendre|same|mon|tues|wednes|thurs|fri|satur|sun)(?:di|day),? |dimanche )?"
    r"|(?:[ t]\d{1,2}[:h]\d{2}(?:[:.]\d+)*z?)?\s*(?:\([^)]*\)|a [^\d]*)?$"
)
"""Words before a date ("né le mercredi"), an hour, a place or a remark behind it."""
_MONTH_BEFORE_DAY = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-]")
_EIGHT_DIGITS = re.compile(r"(19|20)(\d\d)(\d\d)(\d\d)|(\d\d)(\d\d)((?:19|20)\d\d)")
_LONGEST = 200
"""Characters: what is longer is a text, and looking for a date in a very long one takes minutes."""
_MONTHS = ("jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec")
_ENGLISH_MONTHS = {"feb": 2, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8}


def read_date(cell: Cell, *, month_first: bool = False) -> date | None:
    """The date in a cell: a date, "12/03/2014", "12 mars 2014", Excel's day number."""
    if isinstance(cell, datetime):
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _plausible(_from_number(cell))
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return None
    return _plausible(
        _from_words(_MONTH_BEFORE_DAY.sub(r"\2/\1/", fold(cell)) if month_first else fold(cell))
    )


def _from_number(cell: float) -> date | None:
    if not math.isfinite(cell):
        return None
    return _from_day_number(int(cell)) or _from_digits(str(int(cell)).rjust(8, "0"))


def _plausible(found: date | None) -> date | None:
    return found if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _from_words(text: str) -> date | None:
    return _from_text(text) or _from_text(_AROUND.sub("", text).strip())


def _from_text(text: str) -> date | None:
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        return _date(year if len(match[3]) == 4 else _full_year(year), month, day)
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(*(int(part) for part in match.groups()))
    if match := _IN_WORDS.fullmatch(text):
        year = int(match[3])
        return _date(year if len(match[3]) == 4 else _full_year(year), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(text):
        return _date(int(match[3]), _month(match[1]), int(match[2]))
    return _from_digits(text)


def _from_digits(text: str) -> date | None:
    """ "20140312", "12032014" and Excel's day number as text."""
    digits = text.removesuffix(".0")
    if match := _EIGHT_DIGITS.fullmatch(digits):
        if match[1]:
            return _date(int(match[1] + match[2]), int(match[3]), int(match[4]))
        return _date(int(match[7]), int(match[6]), int(match[5]))
    return _from_day_number(int(digits)) if len(digits) == 5 and digits.isdecimal() else None


def _from_day_number(days: int) -> date | None:
    return _EXCEL_DAY_0 + timedelta(days=days) if _FIRST_DAY < days < _LAST_DAY else None


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
