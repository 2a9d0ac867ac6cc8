"""French phones in the usual spellings, read by one expression: lists hold hardly anything else.

phonenumbers takes fifty times as long; it is asked about everything that is not certain here, and a test
holds both against each other. The national numbers are those of libphonenumber's region FR.
"""

from __future__ import annotations

import re

_SPELT = re.compile(r"(?:(?:\+|00)33|0)?(?:[ .\-]?[0-9]){9}")
"""One separator at most stands between two digits; what is spaced out more is looked at closely."""
_FRACTION = re.compile(r"\+?[0-9]+\.0+")
"""A spreadsheet wrote a number with a fraction: its zeros are no digits of a phone."""
_ELSEWHERE = re.compile(r"07[5-9] \d{3} \d\d \d\d|04[5-9]\d(?: \d\d[ .]\d\d[ .]\d\d|/\d\d[ .]?\d\d[ .]?\d\d)")
_ABROAD = re.compile(r"[\s(]*(?:\+|00)\s?(32|41|352)(?=\D?\d)")
_CODED = re.compile(r"[\s(]*(?:\+|00|33\d{9})")
_NO_DIGIT = re.compile(r"\D")
_LIKE_FRENCH = {
    "32": re.compile(r"0?4[5-9]\d{7}"),
    "41": re.compile(r"0?7[5-9]\d{7}"),
    "352": re.compile(r"6[269]1\d{6}"),
}
"""Mobiles of Belgium, Switzerland and Luxembourg that are numbers of France as well (libphonenumber)."""
_SPELT_ELSEWHERE = len("079 123 45 67")
_NATIONAL_DIGITS = 9
_NATIONAL = re.compile(
    r"(?P<mobile>6[0124-8][0-9]{7}|7[3-9][0-9]{7}|63[0-8][0-9]{6}|69[589][0-9]{6}|63998[0-9]{4})"
    r"|[13][0-9]{8}|2[0-57-9][0-9]{7}|26[013-9][0-9]{6}|4[1-9][0-9]{7}|5[0-8][0-9]{7}|59[1-35-9][0-9]{6}|9[0-9]{8}"
)
"""Mobiles (63998 is kept for works of fiction, in the numbering plan of ARCEP, 2.5.12), then landlines."""


def has_lost_digits(text: str) -> bool:
    """Whether a spreadsheet has rounded a number: zeros at its end, and not the one that it begins with."""
    return text[-6:] == "000000" and len(text) == _NATIONAL_DIGITS


def spelt_elsewhere(text: str) -> bool:
    """Whether a number is grouped as Swiss or Belgian mobiles are, and French numbers never."""
    return _ELSEWHERE.fullmatch(text) is not None


def code_abroad(text: str) -> str:
    """The code in front of a number, of a neighbouring country whose mobiles look like ours; else ""."""
    found = _ABROAD.match(text)
    return found[1] if found else ""


def may_be_abroad(text: str, code: str) -> bool:
    """Whether a number without a code is one of France and, just as well, a mobile of another country."""
    digits = _NO_DIGIT.sub("", text)
    return not _CODED.match(text) and _LIKE_FRENCH[code].fullmatch(digits) is not None


def is_surely_french(text: str, code: str) -> bool:
    """Whether a number can only be French, where others are of the country with `code`."""
    return french_phone(text) is not None and not may_be_abroad(text, code)


def french_phone(text: str) -> tuple[str, bool] | None:
    """(E.164, whether it is a mobile) of a French number in a usual spelling; None leaves it open."""
    if _SPELT.fullmatch(text) is None or ("." in text and _FRACTION.fullmatch(text.strip())):
        return None
    if has_lost_digits(text) or (len(text) == _SPELT_ELSEWHERE and spelt_elsewhere(text)):
        return None
    national = text.replace(" ", "").replace(".", "").replace("-", "")[-_NATIONAL_DIGITS:]
    found = _NATIONAL.fullmatch(national)
    return None if found is None else (f"+33{national}", found.lastgroup is not None)
