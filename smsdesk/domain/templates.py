"""Merge fields: `{prénom}` in a text, filled in for each phone; names are allow-listed, `{{` is a brace.

Between the braces may stand, besides a field's name:

    {prénom|votre enfant}       what to write where there is no value
    {prénom sans accent}        the value in letters that take less room
    {de prénom} {à lieu}        with a small word that elides and contracts: "d'Alice", "au stade"
    {inscrit/inscrite}          the form that agrees with {prénom}; for several, the plural
    {est//sont}                 one or several
    {professeur: absent/absente}  the form that agrees with another field
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from smsdesk.domain.agreement import LINKS, ONE_UNKNOWN, Forms, agreement_of, linked, names_in
from smsdesk.domain.folding import fold
from smsdesk.domain.text import economise

FIELDS: Mapping[str, str] = {
    "prénom": "Léa",
    "nom": "Martin",
    "classe": "Piano 2",
    "groupe": "Piano 2",
    "cours": "Léa (Piano 17h30)",
    "professeur": "M. Durand",
    "remplaçant": "Mme Petit",
    "date": "jeudi 12 mars",
    "heure": "17h30",
    "rattrapage": "jeudi 19 mars à 17h30",
    "salle": "salle 4",
    "lieu": "à l'auditorium",
    "motif": "réunion",
    "institution": "Conservatoire",
    "téléphone": "01 23 45 67 89",
    "numéro": "2",
}
"""Every field that exists without being given, with a typical value to measure and preview with."""

LONG_VALUES: Mapping[str, str] = {
    "prénom": "Anne-Charlotte",
    "nom": "Vandenbossche",
    "classe": "Formation musicale 3",
    "groupe": "Formation musicale 3",
    "cours": "Anne-Charlotte (Formation musicale 17h30)",
    "professeur": "Mme Desjardins",
    "remplaçant": "M. Vandenberghe",
    "date": "mercredi 30 septembre",
    "heure": "17h30",
    "rattrapage": "mercredi 14 octobre à 18h30",
    "salle": "salle Debussy",
    "lieu": "à l'auditorium Ravel",
    "motif": "intervention de sécurité",
    "institution": "Conservatoire de Vannes",
    "téléphone": "01 23 45 67 89",
    "numéro": "12",
}
"""Values as long as they plausibly become, for proving that a text still fits."""

_FOLDED_FIELDS: Mapping[str, str] = {fold(name): name for name in FIELDS}

PEOPLE = fold("prénom")
"""The field that words agree with unless another is named."""

_LONGEST_FALLBACK = 60
_NAME = r"[^\W\d_][\w '’-]{0,39}"
_FORM = r"(?:[^\W\d_][\w '’.()·-]{0,29})?"
_BRACES = re.compile(
    rf"""
    \{{(?:
        (?P<escaped>\{{)
      | (?=[^{{}}]*[^\W\d_]) (?:(?P<about>{_NAME}?)\s*:\s*)? (?P<forms>{_FORM}(?:/{{1,2}}{_FORM}){{1,5}})\}}
      | (?P<name>{_NAME})(?P<fallback>\|[^{{}}|\n]{{0,{_LONGEST_FALLBACK}}})?\}}
    )""",
    re.VERBOSE,
)
_LINK = re.compile(rf"({'|'.join(map(re.escape, LINKS))})\s+|(d)['’]\s*", re.IGNORECASE)
_PLAIN = re.compile(r"\s+sans accents?$", re.IGNORECASE)
_MOST_FORMS = 3
"""Masculine, feminine, and what stands for neither."""


@dataclass(frozen=True, slots=True)
class Field:
    """One place of a text that a value fills; `written` is what stands there, braces and all."""

    written: str
    name: str
    """As it was typed."""
    key: str
    """The folded name."""
    link: str = ""
    plain: bool = False
    fallback: str | None = None

    def shown(self, values: Mapping[str, str]) -> str:
        """What is read here with these values, under folded names."""
        return self.filled(values.get(self.key, ""))

    def filled(self, value: str) -> str:
        """What is read here for a value; without one and without a fall-back the field stays as written."""
        if not value:
            if self.fallback is None:
                return self.written
            value = self.fallback
        if self.plain:
            value = economise(value)
        return linked(self.link, value) if self.link and value else value


@dataclass(frozen=True, slots=True)
class Word:
    """One place where a word agrees with a field: with the people, unless another is named."""

    written: str
    about: str
    key: str
    forms: Forms

    def shown(self, values: Mapping[str, str]) -> str:
        """The form that agrees with these values; where there is none, the one that says neither."""
        value = values.get(self.key)
        return self.forms.fitting(agreement_of(names_in(value)) if value else ONE_UNKNOWN)


Place = Field | Word


@dataclass(frozen=True)
class MergeText:
    """A text with merge fields, understood once and filled in often."""

    source: str

    @cached_property
    def _read(self) -> tuple[tuple[str, ...], tuple[tuple[int, Place], ...], bool]:
        """The literal texts, the places between them (one fewer), and whether every brace is understood."""
        literals: list[str] = []
        places: list[tuple[int, Place]] = []
        literal, at, faulty = "", 0, False
        for start in _braces(self.source):
            if start < at:
                continue
            found = _BRACES.match(self.source, start)
            place = _place(found) if found and not found["escaped"] else None
            literal += self.source[at:start]
            at = found.end() if found else start + 1
            if place is not None:
                literals.append(literal)
                places.append((start, place))
                literal = ""
            else:
                literal += "{" if found and found["escaped"] else self.source[start:at]
                faulty = faulty or found is None or not found["escaped"]
        return (*literals, literal + self.source[at:]), tuple(places), not faulty

    @cached_property
    def _pattern(self) -> str:
        literals, _, _ = self._read
        return "%s".join(literal.replace("%", "%%") for literal in literals)

    @property
    def literals(self) -> tuple[str, ...]:
        """The text around its places, which is the same for everybody."""
        return self._read[0]

    @property
    def placed(self) -> tuple[tuple[int, Place], ...]:
        """Every place of the text that is filled in, with the index at which it stands."""
        return self._read[1]

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every place of the text that is filled in, in order."""
        return tuple(place for _, place in self.placed)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The places that take a value."""
        return tuple(place for place in self.places if isinstance(place, Field))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The places where a word agrees."""
        return tuple(place for place in self.places if isinstance(place, Word))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields of the text as they were typed, each once."""
        return tuple(dict.fromkeys(field.name for field in self.fields))

    @cached_property
    def asked(self) -> frozenset[str]:
        """The folded names of every field whose value the text depends on."""
        return frozenset(place.key for place in self.places)

    @property
    def well_formed(self) -> bool:
        """Whether every `{` begins a field or is doubled."""
        return self._read[2]

    def unknown(self, given: Iterable[str] = ()) -> tuple[str, ...]:
        """The fields that neither exist nor are among the names `given`."""
        known = {*_FOLDED_FIELDS, *map(fold, given)}
        named = (*self.names, *(word.about for word in self.words if word.about))
        return tuple(dict.fromkeys(name for name in named if fold(name) not in known))

    def missing(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The fields without a fall-back whose value is absent or empty; `values` as for `merge`."""
        lacking = (
            field.name for field in self.fields if field.fallback is None and not values.get(field.key)
        )
        return tuple(dict.fromkeys(lacking))

    def merge(self, values: Mapping[str, str]) -> str:
        """The text with its places filled in; what has no value stays visible as it was written.

        `values` has folded names. A value is never looked into for fields of its own.
        """
        return self._pattern % tuple([place.shown(values) for place in self.places])


def _braces(source: str) -> Iterator[int]:
    at = source.find("{")
    while at >= 0:
        yield at
        at = source.find("{", at + 1)


def _place(found: re.Match[str]) -> Place | None:
    written = found.group()
    if found["name"] is not None:
        fallback = found["fallback"]
        return _field(written, found["name"].strip(), fallback[1:].strip() if fallback else None)
    forms, about = Forms.read(found["forms"]), (found["about"] or "").strip()
    if max(len(forms.one), len(forms.several)) > _MOST_FORMS:
        return None
    return Word(written, about, fold(about) or PEOPLE, forms)


def _field(written: str, name: str, fallback: str | None) -> Field:
    """A field with what stands around its name, as far as that leaves a field that exists."""
    link, rest = "", name
    opening = _LINK.match(name)
    if opening and fold(_PLAIN.sub("", name[opening.end() :])) in _FOLDED_FIELDS:
        link, rest = (opening[1] or "d'").lower(), name[opening.end() :]
    bare = _PLAIN.sub("", rest)
    return Field(written, bare, fold(bare), link, bare != rest, fallback)


def with_fallback(text: str, name: str, fallback: str) -> str:
    """The text with a fall-back for each field of this name that has none; braces in it are dropped."""
    clean = re.sub(r"[{}|\n]", "", fallback)[:_LONGEST_FALLBACK]
    pieces, at = [], 0
    for start, place in MergeText(text).placed:
        written = place.written
        if isinstance(place, Field) and place.key == fold(name) and place.fallback is None:
            written = f"{written[:-1]}|{clean}}}"
        pieces.append(text[at:start] + written)
        at = start + len(place.written)
    return "".join((*pieces, text[at:]))


def folded(values: Mapping[str, str]) -> dict[str, str]:
    """The same values under folded names, as `MergeText` asks for them: `Prénom` and `prenom` are one."""
    return {fold(name): value.strip() for name, value in values.items()}


def canonical(name: str) -> str:
    """How a known field is written ("prenom" gives "prénom"); other names stay as they are."""
    return _FOLDED_FIELDS.get(fold(name), name)


def listed(names: Sequence[str]) -> str:
    """Names in one French phrase, each once: "Léa", "Léa et Tom", "Léa, Tom et Zoé"."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:  # two children at one phone: the usual case of several
        return names[0] if names[0] == names[1] else f"{names[0]} et {names[1]}"
    *first, last = dict.fromkeys(names) or [""]
    return f"{', '.join(first)} et {last}" if first else last
