"""What the text of an alert asks the person for: its place and its reason, not what the program knows."""

from __future__ import annotations

from collections.abc import Mapping

from smsdesk.domain.folding import fold
from smsdesk.domain.templates import MergeText, canonical

_KNOWN = frozenset(
    map(
        fold,
        ("prénom", "nom", "classe", "groupe", "professeur", "institution", "téléphone", "heure", "numéro"),
    )
)
"""Fields whose values come from people, from the settings, or from the moment."""


def asked_fields(text: str) -> tuple[tuple[str, str], ...]:
    """The fields to ask for, in order, each with what stands there without a value ("" for nothing)."""
    asked: dict[str, str] = {}
    for field in MergeText(text).fields:
        if field.key not in _KNOWN:
            asked.setdefault(canonical(field.name), field.fallback or "")
    return tuple(asked.items())


_NEWS = frozenset(map(fold, ("motif", "date", "heure", "numéro")))
"""What each step says anew."""


def kept_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """The values of an alert that its next steps begin with: the place stays until another one is said."""
    return {name: value for name, value in fields.items() if fold(name) not in _NEWS}
