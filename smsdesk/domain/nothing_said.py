"""Words that say that a cell holds nothing, "néant", "inconnu", or only what another does: "idem"."""

from __future__ import annotations

from collections.abc import Iterable

from smsdesk.domain.folding import fold

_NOBODY = frozenset(
    {
        "neant", "aucun", "aucune", "n/a", "nc", "n.c", "n.c.", "inconnu", "inconnue", "none", "null", "nan",
        "x", "xx", "sans objet", "non communique", "non renseigne", "non connu", "decede", "decedee",
    }
)  # fmt: skip
"""In place of a name; nobody is called so."""
_FREE = frozenset({"libre", "(libre)", "creneau libre", "place libre", "vacant", "(vacant)", "a pourvoir"})
"""In a timetable, in place of a pupil."""
_NO_NAME = _NOBODY | _FREE
_NOTHING = _NOBODY | {
    "non", "na", "sans", "so", "ras", "pas de portable", "pas de tel", "pas de telephone",
}  # fmt: skip
"""In place of anything else."""
_IDEM = frozenset(
    {"idem", "id.", "ibid", "ibid.", "dito", "ditto", '"', "''", "voir ci-dessus", "cf ci-dessus"}
)
"""What stands in another cell is meant; in which one is not certain."""
_WITH_ACCENTS = frozenset({"néant", "non communiqué", "non renseigné", "décédé", "décédée", "pas de tél"})
_AS_WRITTEN = frozenset(
    written
    for word in _NOTHING | _WITH_ACCENTS | _IDEM
    for written in (word, word.upper(), word.capitalize(), word.title())
)
"""In the ways of a keyboard: to fold every cell of a town takes as long as to read it."""


def says_nothing(text: str) -> bool:
    """Whether a cell says in words that there is nothing."""
    return fold(text) in _NOTHING


def says_nobody(text: str) -> bool:
    """Whether a cell for a name says that there is nobody, in words or by a sign: "inconnu", "/"."""
    return fold(text) in _NO_NAME or not any(map(str.isalnum, text))


def says_free(text: str) -> bool:
    """Whether an hour of a timetable has no pupil."""
    return fold(text) in _FREE


def means_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing, in words or by holding no word: "néant", "-"."""
    return says_nothing(text) or not any(map(str.isalpha, text))


def says_idem(text: str) -> bool:
    """Whether a cell leaves it to another one to say what stands here."""
    return fold(text) in _IDEM


def any_says_nothing(texts: Iterable[str | None]) -> bool:
    """Whether one of many texts says nothing by itself, written as one types it: a quick look."""
    return not _AS_WRITTEN.isdisjoint(texts)
