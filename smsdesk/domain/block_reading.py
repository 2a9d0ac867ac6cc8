"""A block of cells of one column read at once, where every cell is written as nearly all are.

Each function gives None where one cell may be anything else: then the cells are read one by one, as they
would be anyway, and say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import repeat

from smsdesk.domain.names import LONGEST_NAME, looks_like_name
from smsdesk.domain.people import Phone
from smsdesk.domain.sheets import LONGEST_CELL, Cell

_PAIR = r"(?:[ .\-]?[0-9]{2})"
_MOBILES = re.compile(rf"(?:0(?:6[ .\-]?(?:[0124-8][0-9]|3[0-8]|9[589])|7[ .\-]?[3-9][0-9]){_PAIR}{{3}}\n)+")
"""French mobiles in pairs of digits, one a line: some of those that `french_phone` reads."""

_BETWEEN_WORDS = str.maketrans("", "", " -'’")
"""What stands in names besides letters."""

_phone: Callable[[tuple[str, str, bool]], Phone] = partial(tuple.__new__, Phone)
"""With all values in order, in a third of the time."""


def texts_of(cells: Sequence[Cell]) -> Sequence[str | None] | None:
    """The texts of cells that are read as they stand, None for an empty one."""
    return None if _filled(cells) is None else _or_none(cells)


def emails_of(cells: Sequence[Cell]) -> Sequence[str | None] | None:
    """Like `texts_of`, for texts with an @."""
    filled = _filled(cells)
    if filled is None or not all("@" in cell for cell in filled):
        return None
    return _or_none(cells)


def names_of(cells: Sequence[Cell]) -> Sequence[str | None] | None:
    """Like `texts_of`, for halves of names."""
    filled = _filled(cells)
    if filled is None or not (_are_words(filled) or all(map(looks_like_name, filled))):
        return None
    return _or_none(cells)


def mobiles_of(cells: Sequence[Cell], label: str) -> list[Phone | None] | None:
    """The mobiles of cells that hold one French mobile each, or nothing."""
    try:
        joined = "".join(f"{cell}\n" for cell in cells if cell) if "" in cells else "\n".join([*cells, ""])  # type: ignore[list-item]
    except TypeError:
        return None
    if not joined or _MOBILES.fullmatch(joined) is None:
        return None
    plain = joined.replace(" ", "").replace(".", "").replace("-", "")
    numbers = f"\n{plain}".replace("\n0", "\n+33").split("\n")[1:-1]
    phones = map(_phone, zip(numbers, repeat(label), repeat(True), strict=False))
    return [next(phones) if cell else None for cell in cells] if "" in cells else list(phones)


def _or_none(cells: Sequence[Cell]) -> Sequence[str | None]:
    """Texts as they are read: None for an empty one."""
    return [cell or None for cell in cells] if "" in cells else cells  # type: ignore[misc,return-value]


def _are_words(names: Sequence[str]) -> bool:
    """A quick yes for short names of letters, hyphens and single spaces."""
    lines = "\n".join(names).translate(_BETWEEN_WORDS)
    letters = lines.replace("\n", "")
    return letters.isalpha() and "\n\n" not in f"\n{lines}\n" and max(map(len, names)) <= LONGEST_NAME


def _filled(cells: Sequence[Cell]) -> Sequence[str] | None:
    """The filled cells when all are short texts with single spaces between words, else None."""
    filled = [cell for cell in cells if cell != ""] if "" in cells else cells
    try:
        joined = "\n".join(filled)  # type: ignore[arg-type]
    except TypeError:
        return None
    if joined.count("\n") != max(len(filled) - 1, 0) or not _is_tidy(joined):
        return None
    return filled if not filled or max(map(len, filled)) <= LONGEST_CELL else None  # type: ignore[return-value,arg-type]


def _is_tidy(lines: str) -> bool:
    """Whether nothing but single spaces stands between words, and nothing before and behind them."""
    if lines.replace("\n", "").isprintable():  # of all spaces, the usual one alone is
        around = f"\n{lines}\n"
        return "  " not in lines and "\n " not in around and " \n" not in around
    return " ".join(lines.split()) == lines.replace("\n", " ")
