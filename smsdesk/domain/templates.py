"""Merge fields: `{prénom}` in a text, filled in for each phone; names are allow-listed, `{{` is a brace."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from smsdesk.domain.folding import fold

FIELDS: Mapping[str, str] = {
    "prénom": "Léa",
    "nom": "Martin",
    "classe": "Piano 2",
    "groupe": "Piano 2",
    "professeur": "M. Durand",
    "date": "jeudi 12 mars",
    "heure": "17h30",
    "salle": "salle 4",
    "lieu": "à l'auditorium",
    "motif": "réunion",
    "institution": "Conservatoire",
    "téléphone": "01 23 45 67 89",
}
"""Every field that exists without being given, with a typical value to measure and preview with."""

_FOLDED_FIELDS: Mapping[str, str] = {fold(name): name for name in FIELDS}


class _Braces(string.Template):
    """`{name}` is a field and `{{` a brace; any other `{` is an error, never silently kept."""

    delimiter = "{"
    pattern = r"""
        \{(?:
            (?P<escaped>\{)
          | (?P<named>[^\W\d_][\w '-]{0,39})\}
          | (?P<braced>(?!))
          | (?P<invalid>)
        )"""  # type: ignore[assignment]  # the class attribute is a source until the subclass is made


@dataclass(frozen=True)
class MergeText:
    """A text with merge fields, understood once and filled in often."""

    source: str

    @cached_property
    def _template(self) -> _Braces:
        return _Braces(self.source)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields of the text as they were typed, each once."""
        return tuple(dict.fromkeys(self._template.get_identifiers()))

    @cached_property
    def well_formed(self) -> bool:
        """Whether every `{` begins a field or is doubled."""
        return self._template.is_valid()

    def unknown(self, given: Iterable[str] = ()) -> tuple[str, ...]:
        """The fields that neither exist nor are among the names `given`."""
        known = {*_FOLDED_FIELDS, *map(fold, given)}
        return tuple(name for name in self.names if fold(name) not in known)

    def missing(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The fields without a value (or with an empty one); `values` has folded names, as of `folded`."""
        return tuple(name for name in self.names if not values.get(fold(name)))

    def merge(self, values: Mapping[str, str]) -> str:
        """The text with its fields filled in; what has no value stays visible as `{name}`.

        `values` has folded names. A value is never looked into for fields of its own.
        """
        if "{" not in self.source:
            return self.source
        shown = {name: values.get(fold(name)) or f"{{{name}}}" for name in self.names}
        return self._template.safe_substitute(shown)


def folded(values: Mapping[str, str]) -> dict[str, str]:
    """The same values under folded names, as `MergeText` asks for them: `Prénom` and `prenom` are one."""
    return {fold(name): value.strip() for name, value in values.items()}


def canonical(name: str) -> str:
    """How a known field is written ("prenom" gives "prénom"); other names stay as they are."""
    return _FOLDED_FIELDS.get(fold(name), name)


def listed(names: Sequence[str]) -> str:
    """Names in one French phrase, each once: "Léa", "Léa et Tom", "Léa, Tom et Zoé"."""
    *first, last = dict.fromkeys(names) or [""]
    return f"{', '.join(first)} et {last}" if first else last
