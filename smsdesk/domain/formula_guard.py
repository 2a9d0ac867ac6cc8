"""Texts that a spreadsheet program would run as a formula, made harmless and turned back exactly.

A cell that begins with one of these signs is a formula to Excel, LibreOffice and Google Sheets, also behind
blanks, quotation marks or invisible marks that they take away first (OWASP, "CSV Injection"). An apostrophe
before it makes it a text.
"""

from __future__ import annotations

import re

_SIGNS = "=+\\-@＝＋－＠"
"""The full-width forms are read as the plain ones in East Asian settings."""
_PASSED_OVER = r"[\s\"'`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f]*"
_DANGEROUS = re.compile(rf"[\t\r\n]|'|{_PASSED_OVER}[{_SIGNS}]")
"""A text that begins with an apostrophe itself is guarded too: otherwise it could not be told from one."""
_INNER = re.compile(rf"([,\t][ \"]*)('*)(?=[{_SIGNS}])")
"""Behind a comma or a tab: the first sign of a cell for whoever takes that for the separator."""
_GUARDED_INNER = re.compile(rf"([,\t][ \"]*)'('*)(?=[{_SIGNS}])")


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet program could take the text for a formula."""
    return bool(_DANGEROUS.match(text))


def guarded(text: str) -> str:
    """The text as it may stand in a CSV file; `unguarded` gives it back exactly."""
    if text[:1].isalnum() and "," not in text and "\t" not in text:  # nearly every cell
        return text
    inner = _INNER.sub(r"\1'\2", text)
    return f"'{inner}" if starts_formula(text) else inner


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return _GUARDED_INNER.sub(r"\1\2", text.removeprefix("'"))
