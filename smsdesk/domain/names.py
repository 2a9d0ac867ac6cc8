"""Names of people as lists write them: civility, "DUPONT Léa", "Dupont, Léa", "Léa Dupont"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from smsdesk.domain.first_names import ALSO_LAST_NAMES, FIRST_NAMES
from smsdesk.domain.folding import fold

_CIVILITY = re.compile(
    r"(?:(?:monsieur|madame|mademoiselle|mr?s?|mmes?|melle|mlles?|mle|dr|docteur|me|pr)\b\.?"
    r"|m(?:r)?\.?(?:\s*/\s*|\s+et\s+|\s*&\s*)(?:mme|madame)\b\.?)\s*",
    re.IGNORECASE,
)
_COUPLE = re.compile(
    r"(?:m(?:r|onsieur)?|mme|madame)\.?\s*(?:/|et|ou|&)\s*(?:m(?:r|onsieur)?|mme|madame)\b\.?\s*",
    re.IGNORECASE,
)
_CIVILITIES = {
    "monsieur": "M.", "m": "M.", "mr": "M.", "madame": "Mme", "mme": "Mme", "mrs": "Mrs", "ms": "Ms",
    "mademoiselle": "Mlle", "mlle": "Mlle", "melle": "Mlle", "mle": "Mlle", "dr": "Dr", "docteur": "Dr",
    "me": "Me", "pr": "Pr",
}  # fmt: skip
_PARTICLES = frozenset(
    {
        "de", "du", "des", "d'", "la", "le", "les", "l'", "da", "dos", "do", "di", "van", "von", "der", "den",
        "el", "al", "ben", "bent", "saint", "st", "ste",
    }
)  # fmt: skip
_REMEMBERED = 20_000
"""Folded names that are kept: a list asks for the same ones again and again."""
_CLEAR_VOTES = 6
"""Three names of which only one half is a known first name."""
_CLEAR_MAJORITY = 4
_JOINED = re.compile(r"[&/]| et | and ", re.IGNORECASE)
"""A quick look: nearly no name has any of these."""
_TWO = re.compile(r"(.+?)(?:\s+(?:et|and)\s+|\s*[&/]\s*)(.+)", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_COUNTER = re.compile(r"\d{1,3}\s*[.)°:\-–]\s*(?=[^\W\d])|\d{1,3}\s+(?=[^\W\d]{2})")
_DATE_BEHIND = re.compile(
    r"[\s,(\-]+(?:n[ée]+(?:\(e\))?\s+le\s+)?\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)?\d\d\s*\)?$", re.IGNORECASE
)
_NO_NAME = re.compile(r"[\d@=<>]")
LONGEST_NAME = 80
"""Characters."""
_HAS_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class PersonName:
    """A name in two halves; `civility` ("Mme", "M. et Mme") stands apart."""

    first: str
    last: str
    civility: str = ""
    relation: str = ""
    """What he is to the pupil, where it stands beside the name: "Léon Tati (papa)"."""


@lru_cache(_REMEMBERED)
def name_key(first: str, last: str) -> str:
    """The form in which two spellings of one person's name are the same; the order of words stays."""
    return joined_key(words_key(last), words_key(first))


def joined_key(last: str, first: str) -> str:
    """The `name_key` of a name whose halves are made comparable already (`words_keys`)."""
    return f"{last} {first}" if last and first else last or first


def words_keys(texts: Iterable[str]) -> list[str]:
    """The `words_key` of each text; those of plain letters, nearly all last names, are not remembered."""
    return [
        text.lower() if text.isascii() and text.isalpha() else words_key(text) if text else text
        for text in texts
    ]


@lru_cache(_REMEMBERED)
def words_key(text: str) -> str:
    """`text` folded to its words: "Jean-Marc  L'HÔTE" gives "jean marc l hote"."""
    if text.isascii() and text.isalpha():
        return text.lower()
    return " ".join(_NOT_WORD.sub(" ", fold(text)).split())


def looks_like_name(text: str) -> bool:
    """Letters, no digits, not long: something a person can be called."""
    if text.isalpha():
        return len(text) <= LONGEST_NAME
    return len(text) <= LONGEST_NAME and bool(_HAS_LETTER.search(text)) and not _NO_NAME.search(text)


def without_counter(text: str) -> str:
    """A name without the number of its line, or a date behind it: "12. Martin Léa", "Petit Tom (1/2/15)"."""
    text = _COUNTER.sub("", text, count=1) if text[:1].isdigit() else text
    return _DATE_BEHIND.sub("", text) if text[-2:-1].isdigit() else text


def is_couple(text: str) -> bool:
    """Whether a civility of two stands before a name: "M. et Mme Roux"."""
    return _COUPLE.match(text) is not None


def take_civility(text: str) -> tuple[str, str]:
    """Split "Mme Martin" into ("Mme", "Martin")."""
    couple = _COUPLE.match(text)
    if couple:
        return "M. et Mme", text[couple.end() :].strip()
    match = _CIVILITY.match(text)
    if not match or match.end() >= len(text):
        return "", text
    written = fold(match.group()).strip(" .")
    return _CIVILITIES.get(written, match.group().strip()), text[match.end() :].strip()


def civility_of(text: str) -> str:
    """The civility a cell of its own holds: "MME" gives "Mme"; "" for anything else."""
    if _COUPLE.fullmatch(text):
        return "M. et Mme"
    return _CIVILITIES.get(fold(text).strip(" ."), "")


def split_name(text: str, *, last_first: bool | None = None) -> PersonName:
    """Split a whole name: by a comma, by capitals ("DUPONT Léa"), else by the order of the column.

    `last_first` None leaves the order to the name itself: known first names tell, "Mme Anne Martin" too.
    """
    whole = " ".join(text.split())
    civility, text = take_civility(whole)
    if _are_two(civility, text):
        return PersonName("", whole)
    text = text.replace(" - ", ", ") if last_first and text.count(" - ") == 1 else text
    if "," in text:
        last, _, first = text.partition(",")
        return PersonName(first.strip(), last.strip(), civility)
    tokens = text.split()
    if len(tokens) < 2:
        return PersonName("", text, civility)
    by_case = _by_capitals(tokens)
    if by_case:
        return PersonName(*by_case, civility)
    if len(tokens) == 2 and _is_last_alone(*tokens):
        return PersonName("", text, civility)
    if last_first is None:
        last_first = _order_of(tokens, default=not civility)
    return PersonName(*(_last_first(tokens) if last_first else _first_last(tokens)), civility)


def _is_last_alone(start: str, end: str) -> bool:
    """ "LE ROUX", "De Santis": a particle and a last name, and no first one."""
    return fold(start) in _PARTICLES and not (_weight(start) or _weight(end))


def _are_two(civility: str, text: str) -> bool:
    """ "Eva PETIT et Luc ROY", "Mme Petit et M. Roy" are no first and last name of one."""
    match = _TWO.fullmatch(text) if _JOINED.search(text) else None
    return match is not None and all(
        " " in half or known for half, known in ((match[1], civility), (match[2], take_civility(match[2])[0]))
    )


def order_of_names(names: Iterable[str]) -> bool | None:
    """Whether the names of a column begin with the last name, where known first names leave no doubt."""
    votes = [0, 0]
    for name in names:
        tokens = take_civility(name)[1].split()
        if len(tokens) < 2 or "," in name or _by_capitals(tokens):
            continue
        leaning = _weight(tokens[-1]) - _weight(tokens[0])
        votes[leaning > 0] += abs(leaning)
    first_last, last_first = votes
    if max(votes) < _CLEAR_VOTES or max(votes) < _CLEAR_MAJORITY * min(votes):
        return None
    return last_first > first_last


def first_name_share(values: Iterable[str]) -> float:
    """Which share of the values are known first names, from 0 to 1."""
    known = [_is_first_name(value) for value in values if value]
    return sum(known) / len(known) if known else 0.0


def _order_of(tokens: list[str], *, default: bool) -> bool:
    start, end = _weight(tokens[0]), _weight(tokens[-1])
    return default if start == end else end > start


def _weight(text: str) -> int:
    """How much a word tells that it is a first name; an initial does as well."""
    if len(text) == 2 and text[1] == "." and text[0].isupper():
        return 2
    parts = words_key(text).split()
    if not parts or parts[0] not in FIRST_NAMES:
        return 0
    return 1 if parts[0] in ALSO_LAST_NAMES and len(parts) == 1 else 2


def _is_first_name(text: str) -> bool:
    parts = words_key(text).split()
    return bool(parts) and parts[0] in FIRST_NAMES


def _by_capitals(tokens: list[str]) -> tuple[str, str] | None:
    """(first, last) when capitals mark the last name and the rest is not in capitals."""
    marks = [_in_capitals(token) for token in tokens]
    if all(marks) or not any(marks):
        return None
    start, end = marks.index(True), len(marks) - marks[::-1].index(True)
    while start and fold(tokens[start - 1]) in _PARTICLES:
        start -= 1
    if start and end < len(tokens):  # capitals in the middle: no cue
        return None
    last = " ".join(tokens[start:end])
    return " ".join(tokens[:start] + tokens[end:]), last


def _in_capitals(token: str) -> bool:
    letters = [c for c in token if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _last_first(tokens: list[str]) -> tuple[str, str]:
    """ "de La Tour Léa": particles belong to the last name."""
    end = 1
    while end < len(tokens) - 1 and fold(tokens[end - 1]) in _PARTICLES:
        end += 1
    return " ".join(tokens[end:]), " ".join(tokens[:end])


def _first_last(tokens: list[str]) -> tuple[str, str]:
    return tokens[0], " ".join(tokens[1:])
