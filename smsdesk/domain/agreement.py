"""French that fits whom a text is for: masculine or feminine, one or several, "de Tom" or "d'Alice".

Nothing is guessed from a first name: a civility that stands before a name ("Mme Roux") says masculine or
feminine, and where there is none the written forms are shown together, "inscrit(e)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from smsdesk.domain.folding import fold
from smsdesk.domain.names import civility_of, is_couple, take_civility

Gender = Literal["masculine", "feminine", "unknown"]
"""What a civility says of a person; unknown where there is none."""

_OF_CIVILITY: Mapping[str, Gender] = {
    "M.": "masculine",
    "M. et Mme": "masculine",
    "Mme": "feminine",
    "Mlle": "feminine",
    "Mrs": "feminine",
    "Ms": "feminine",
}
_COUPLE = "M. et Mme"
_LISTED = re.compile(r", | et ")
"""What `templates.listed` puts between names."""
_LISTED_KEPT = re.compile(f"({_LISTED.pattern})")


class Agreement(NamedTuple):
    """What words agree with: the gender of those named, and whether they are several."""

    gender: Gender = "unknown"
    several: bool = False


ONE_UNKNOWN = Agreement()
SEVERAL_UNKNOWN = Agreement(several=True)


def agreement_of(names: Iterable[str]) -> Agreement:
    """What words agree with beside these names: "Mme Roux" is feminine, "Léa" unknown.

    Of several, one man makes the masculine; the feminine needs a civility before every name.
    """
    civilities = [civility_of(name) or take_civility(name)[0] for name in names]
    genders = {_OF_CIVILITY.get(civility, "unknown") for civility in civilities}
    several = len(civilities) > 1 or _COUPLE in civilities
    if "masculine" in genders:
        return Agreement("masculine", several)
    return Agreement("feminine" if genders == {"feminine"} else "unknown", several)


def names_in(value: str) -> list[str]:
    """The names of a value such as "Léa, Tom et Zoé"; "M. et Mme Roux" stays one."""
    return [value] if is_couple(value) else _LISTED.split(value)


@dataclass(frozen=True, slots=True)
class Forms:
    """A word in the forms that were written: `{cher/chère}`, `{est//sont}`, `{né/née//nés/nées}`.

    `one` has the masculine, the feminine and, if written, what stands for neither; `several` is empty where
    the plural was left to be made.
    """

    one: tuple[str, ...]
    several: tuple[str, ...] = ()

    @classmethod
    def read(cls, written: str) -> Forms:
        """The forms between the braces; `//` parts one from several, `/` masculine from feminine."""
        one, _, several = written.partition("//")
        return cls(_split(one), _split(several) if several or "//" in written else ())

    def fitting(self, agreement: Agreement) -> str:
        """The form that agrees."""
        if not agreement.several:
            return _chosen(self.one, agreement.gender)
        return _chosen(self.several or self._made_plural(), agreement.gender)

    def _made_plural(self) -> tuple[str, ...]:
        if len(self.one) == 1:
            return self.one
        return (*map(_plural, self.one[:2]), *self.one[2:])


def _split(written: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in written.split("/"))


def _chosen(forms: Sequence[str], gender: Gender) -> str:
    if len(forms) == 1:
        return forms[0]
    if gender == "unknown":
        return forms[2] if len(forms) > 2 else _neutral(forms[0], forms[1])
    return forms[gender == "feminine"]


def _neutral(masculine: str, feminine: str) -> str:
    """Both forms in one, as short as one writes it: "inscrit(e)", "cher(e)s", else "le/la"."""
    if masculine == feminine:
        return masculine
    ending = "s" if masculine.endswith("s") and feminine.endswith("s") else ""
    stem, whole = masculine.removesuffix(ending), feminine.removesuffix(ending)
    if len(whole) > len(stem) and fold(whole).startswith(fold(stem)):
        return f"{stem}({whole[len(stem) :]}){ending}"
    return f"{masculine}/{feminine}"


_PLURALS = {
    "le": "les", "la": "les", "l'": "les", "du": "des", "de la": "des", "de l'": "des", "au": "aux",
    "à la": "aux", "à l'": "aux", "un": "des", "une": "des", "ce": "ces", "cet": "ces", "cette": "ces",
    "son": "ses", "sa": "ses", "votre": "vos", "notre": "nos", "il": "ils", "elle": "elles",
}  # fmt: skip
"""Words whose plural no rule makes."""


def _plural(form: str) -> str:
    """The regular plural; a capital stays a capital."""
    known = _PLURALS.get(form.lower())
    if known is not None:
        return known[0].upper() + known[1:] if form[:1].isupper() else known
    if form.endswith("al"):
        return form.removesuffix("al") + "aux"
    if form.endswith("au"):
        return form + "x"
    return form if form.endswith(("s", "x", "z")) else form + "s"


LINKS: Mapping[str, str] = {
    "de": "d'", "du": "d'", "d'": "d'", "à": "à", "que": "qu'", "lorsque": "lorsqu'", "puisque": "puisqu'",
    "jusqu'à": "jusqu'à",
}  # fmt: skip
"""Small words that may stand before a field's name between the braces, with their elided form."""

_FULL = {"du": "de", "d'": "de"}
_CONTRACTED = {
    "de": {"le ": "du ", "les ": "des "},
    "à": {"le ": "au ", "les ": "aux "},
    "jusqu'à": {"le ": "jusqu'au ", "les ": "jusqu'aux "},
}
_VOWELS = frozenset("aeiou")
_NOT_ELIDED = re.compile(r"(?:oui|ouistiti|onz|uhlan|un[ -]|yaourt)")
_Y_AS_VOWEL = re.compile(r"y[^aeiouy]")
"""Yves and Yvonne, but neither Yann nor Yasmine."""
_MUTE_H = re.compile(
    r"h(?:abi|armoni|ebdo|ebr|elen|eli|enri|erb|ermi|eur|ist|iver|omm|onn|onor|opit|oraire|ortens|orti|ot[eu]l|ote\b"
    r"|ubert|ugo|ugue|uile|uit(?:re)|um|ydr|ymn|ippo)"
)
"""Beginnings before which one says d' and l'; elsewhere "de" is always right or allowed (harpe, Hamza)."""


@lru_cache(4096)  # the same first names come back from phone to phone, and at each key typed
def linked(link: str, value: str) -> str:
    """A value behind a small word: ("de", "Alice") "d'Alice", ("à", "le stade") "au stade".

    Before several names the word is said again: "de Tom et d'Alice".
    """
    link = _FULL.get(link, link)
    pieces = _LISTED_KEPT.split(value)
    if len(pieces) == 1 or is_couple(value):
        return _one_linked(link, value)
    pieces[::2] = [_one_linked(link, name) for name in pieces[::2]]
    return "".join(pieces)


@lru_cache(4096)
def _one_linked(link: str, value: str) -> str:
    for article, contracted in _CONTRACTED.get(link, {}).items():
        if value.startswith(article):
            return contracted + value[len(article) :]
    return LINKS[link] + value if LINKS[link] != link and elides(value) else f"{link} {value}"


def elides(value: str) -> bool:
    """Whether one says d' before this: a vowel, or an h that is not heard."""
    start = fold(value)
    if start[:1] in _VOWELS:
        return not _NOT_ELIDED.match(start)
    return bool(_Y_AS_VOWEL.match(start) or _MUTE_H.match(start))
