"""The number in an answer: "nous serons 3", "2 adultes et 1 enfant"; hours, dates and ages are none."""

from __future__ import annotations

import re
from itertools import pairwise

_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "zero", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
            "douze", "treize", "quatorze", "quinze",
        )
    )
    for word in words.split()
}  # fmt: skip

_PEOPLE = (
    r"(?:personnes?|pers|p|adultes?|enfants?|ados?|eleves?|places?|parents?|billets?|invites?|petits?|grands?"
    r"|accompagnants?|gars|filles?|garcons?|repas|tickets?|participants?|couverts?)"
)
_OF_ONE_KIND = re.compile(r"(?:adulte|enfant|ado|parent|petit|grand|fille|garcon)s?|gars")
""" "2 adultes 2 enfants" are four, "4 personnes, 2 adultes 2 enfants" as well."""
_OTHER_THINGS = re.compile(
    r"(?:\+|00)33[\d .]{9,}|\b(?:(?:le|au) )?0\d(?:[ .-]?\d\d){4}\b|\d{4,}"
    r"|\b\d{1,2} ?(?:h|heures?|:) ?\d{0,2}\b|\b(?:le )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b"
    r"|\b(?:le|du|au|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi) (?!\d+ (?:personnes?"
    r"|places?|pour))\d{1,2}\b"
    r"|\b\d+ ?(?:ans|min|mn|minutes?|jours?|semaines?|mois|euros?|eur|e|€|%|er|ere|nd|eme|emes|ieme|cours"
    r"|voitures?|vehicules?|velos?|fois)\b"
    r"|\b\d{1,3}(?: ?(?:bis|ter))?,? (?:rue|avenue|av|boulevard|bd|chemin|allee|impasse|route|quai|square)\b"
    r"|\b(?:etions|etait|etaient) \d+\b"
    r"|\b\d{1,2} (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
    r"|(?<!tous )(?<!toutes )\bles (?:deux|2|trois|3|quatre|4)\b|\bun peu\b|\b(?:vers|des) \d{1,2}\b"
    r"|\ba (?:[89]|[12]\d)\b"
    r"|\b(?:cours|salle|groupe|niveau|classe|rue|n|no|numero) ?\d+\b|\bca fait un\b|\bau lieu de \w+"
)
_NUMBER = re.compile(rf"\b(?:x ?)?(\d{{1,3}}|{'|'.join(_WORDS)}) ?({_PEOPLE})?(?![\w])")
_CORRECTED = re.compile(r"\bpas \w+ mais\b")
_NOT_THAT = re.compile(rf"\b(?:et |mais )?(?:non|pas)(?: pas)? (?:\d+|{'|'.join(_WORDS)})\b(?! mais)")
"""What a number behind "et non" was before."""
_ARTICLE = frozenset({"un", "une"})
_PART_OF_IT = re.compile(r"\b(?:dont|soit|avec|[(:=])")
_APART = re.compile(r"\b(?:ou|voire|a)\b|[-/]")
_AND_OTHERS = re.compile(
    r"\b(?:moi|maman|papa)\b.*(?:\+|\bet\b|\bavec\b|\bplus\b)|\bet (?:mes|nos|ses|leurs|les) $"
)
_ALONE = re.compile(r"\b(?:serais?|viendrais?|viens|moi) (?:toute? )?seule?\b|^seule?$")


def read_number(text: str) -> tuple[int | None, bool]:
    """The number that a folded text gives (None: none, or several that do not add up), and if sure."""
    text = _CORRECTED.split(text)[-1]
    text = _not_that(text)
    # Most texts hold no number: what merely looks like one is looked for in the others alone.
    if not _numbers(text) and not _ALONE.search(text):
        return None, False
    text = _OTHER_THINGS.sub(" # ", text)
    found = _numbers(text)
    if not found:
        return (1, False) if _ALONE.search(text) else (None, False)
    return _added(text, found)


def _not_that(text: str) -> str:
    """Without a number that is taken back, where another one stands before it."""
    found = _NOT_THAT.search(text)
    return text[: found.start()] if found and _numbers(text[: found.start()]) else text


def _numbers(text: str) -> list[re.Match[str]]:
    return [match for match in _NUMBER.finditer(text) if _counts(match, text)]


def _added(text: str, found: list[re.Match[str]]) -> tuple[int | None, bool]:
    """What one number or several, found in this order, come to."""
    values = [_value(match[1]) for match in found]
    if len(values) == 1:
        return _with_oneself(text, found[0], values[0])
    between = [text[left.end() : right.start()] for left, right in pairwise(found)]
    whole = found[0][2] is None or not _OF_ONE_KIND.fullmatch(found[0][2])
    if _PART_OF_IT.search(between[0]) or (whole and values[0] == sum(values[1:])):
        return values[0], True
    if any(map(_APART.search, between)):
        return None, False
    if all(match[2] for match in found) or "+" in text:
        return sum(values), True
    return None, False


def _counts(match: re.Match[str], text: str) -> bool:
    """An article is a number only before people or "seul", or alone."""
    only = re.match(r" seule?\b", text[match.end() :])
    return match[1] not in _ARTICLE or bool(match[2] or only) or text.split() == [match[1]]


def _value(word: str) -> int:
    return _WORDS[word] if word in _WORDS else int(word)


def _with_oneself(text: str, match: re.Match[str], value: int) -> tuple[int, bool]:
    """ "moi et 2 enfants" are three."""
    before = text[: match.start()]
    if re.search(r"[:=]\s*$", before):
        return value, True
    if re.search(r"(?<!places)(?<!pers)[a-z] ?\+ ?$", before):
        return value + 1, False
    if _AND_OTHERS.search(before):
        return value + 1, False
    return value, True
