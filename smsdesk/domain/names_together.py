"""Several people in one cell: "Léa (CP) et Tom (CE2)", "DURAND Léa et Tom", "Eva PETIT et Luc ROY"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from smsdesk.domain.first_names import ALSO_LAST_NAMES, FIRST_NAMES
from smsdesk.domain.names import PersonName, looks_like_name, split_name, take_civility, words_key
from smsdesk.domain.titles import is_class_name

_JOINED = re.compile(r"[(&+/\n]| et | and ", re.IGNORECASE)
"""A quick look: nearly no name has any of these."""
_AND = re.compile(r"\s+(?:et|and)\s+|\s*[&+/\n]\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_WITH_CLASS = re.compile(r"([^()]+?)\s*\(\s*([^()]{1,20}?)\s*\)")
_LONGEST = 200
"""Characters; more are no names of brothers and sisters."""
_MOST = 8
"""Children of one cell."""


class Child(NamedTuple):
    """One of the children of a cell; `group` is the class that stands beside the name, "" for none."""

    first: str
    last: str = ""
    group: str = ""


def children_in(
    text: str, *, whole: bool, last_first: bool | None = None, commas: bool = False
) -> tuple[Child, ...]:
    """The children of a cell, at least two; () where it names one, or where it is not sure.

    `whole` tells whether last names stand there too, `commas` whether these alone part first names.
    """
    joined = _JOINED.search(text) is not None
    if not (joined or (commas and "," in text)):
        return ()
    if len(text) > _LONGEST or take_civility(text)[0] or (whole and not joined and _is_one(text)):
        return ()
    told = [_with_class(part) for part in (_parts(text) if joined else _COMMA.split(text.strip(" ,")))]
    names = [name for name, _ in told]
    if not 2 <= len(told) <= _MOST or not all(map(looks_like_name, names)):
        return ()
    people = _whole_names(names, last_first) if whole else _first_names(names)
    return tuple(Child(first, last, group) for (first, last), (_, group) in zip(people, told, strict=False))


def child_with_class(text: str, *, last_first: bool | None = None) -> tuple[Child, ...]:
    """The child of a cell beside whose name his class stands: "MARTIN Léa (CP)"; () for any other cell."""
    name, group = _with_class(text) if text.endswith(")") else (text, "")
    if not group or not is_class_name(group) or not looks_like_name(name):
        return ()
    split = split_name(name, last_first=last_first)
    return (Child(split.first, split.last, group),)


def _is_one(text: str) -> bool:
    """Whether a comma may stand between the halves of one name: "MARTIN, Paul"."""
    before, _, after = text.partition(",")
    last = " " not in before.strip() and (before.isupper() != after.isupper() or not is_first_name(before))
    return last or words_key(before) in ALSO_LAST_NAMES


def _parts(text: str) -> list[str]:
    """Commas alone stand between first names of one person too: "Jean, Pierre, Marie"."""
    parts = [part.strip() for part in _AND.split(text)]
    by_comma = [piece for part in parts for piece in _COMMA.split(part)]
    listed = len(parts) > 1 and is_first_name(by_comma[0])
    return by_comma if listed or all(map(_WITH_CLASS.fullmatch, by_comma)) else parts


def _with_class(part: str) -> tuple[str, str]:
    match = _WITH_CLASS.fullmatch(part)
    return (match[1], match[2]) if match else (part, "")


def _first_names(names: Sequence[str]) -> list[tuple[str, str]]:
    """First names alone; most of them are known ones."""
    known = sum(map(is_first_name, names))
    return [(name, "") for name in names] if 2 * known >= len(names) and all(names) else []


def _whole_names(names: Sequence[str], last_first: bool | None) -> list[tuple[str, str]]:
    """ "DURAND Léa" and "Tom", "Léa" and "Tom DURAND": who has no last name has that of his neighbour."""
    alone = [len(name.split()) == 1 for name in names]
    if all(alone):
        return _first_names(names)
    if not all(is_first_name(name) for name, single in zip(names, alone, strict=True) if single):
        return []
    split = [
        PersonName(name, "") if single else split_name(name, last_first=last_first)
        for name, single in zip(names, alone, strict=True)
    ]
    if not all(is_first_name(name.first) for name in split):
        return []
    lasts = [name.last for name in split]
    for before, after in pairwise(range(len(lasts))):
        lasts[after] = lasts[after] or lasts[before]
    for after, before in pairwise(reversed(range(len(lasts)))):
        lasts[before] = lasts[before] or lasts[after]
    return [(name.first, last) for name, last in zip(split, lasts, strict=True)]


def is_first_name(text: str) -> bool:
    """Whether a name begins with a known first name."""
    words = words_key(text).split()
    return bool(words) and words[0] in FIRST_NAMES
