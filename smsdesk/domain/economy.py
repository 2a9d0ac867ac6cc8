"""Writing a text so that it takes fewer SMS: what would be replaced by what, for a person to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from smsdesk.domain.templates import Field, MergeText
from smsdesk.domain.text import economise, normalise, offending


@dataclass(frozen=True)
class Rewrite:
    """One character, what would be written for it (may be nothing), and how often it stands in the text."""

    character: str
    near: str
    times: int


def rewrites(text: str) -> tuple[Rewrite, ...]:
    """What would be replaced in a text with merge fields; the names of fields are not part of it."""
    literal = _own_words(text)
    counts = Counter(literal)
    return tuple(
        Rewrite(character, economise(character), counts[character])
        for character in offending(literal)
        if economise(character) != character
    )


def _own_words(text: str) -> str:
    """What the text itself says: without its fields, but with their fall-backs and the forms of its words."""
    merge = MergeText(normalise(text))
    inside = [(place.fallback or "") if isinstance(place, Field) else place.written for place in merge.places]
    return "".join((*merge.literals, *inside))


def economised(text: str, *, kept: Collection[str] = (), values: bool = False) -> str:
    """The text with its dear characters rewritten, except those `kept`; fields stay fields.

    With `values`, each field also asks for its value "sans accent", so that names are written without them.
    """
    merge = MergeText(normalise(text))
    pieces = [_rewritten(_doubled(merge.literals[0]), kept)]
    for place, literal in zip(merge.places, merge.literals[1:], strict=True):
        plainer = values and isinstance(place, Field) and not place.plain
        written = _with_plain_value(place.written) if plainer else place.written
        pieces += (_rewritten(written, kept), _rewritten(_doubled(literal), kept))
    return "".join(pieces)


def _doubled(literal: str) -> str:
    return literal.replace("{", "{{")


def _rewritten(written: str, kept: Collection[str]) -> str:
    """Fields stay themselves: their names are read without accents."""
    return "".join(each if each in kept else economise(each) for each in written)


def _with_plain_value(written: str) -> str:
    inside, bar, fallback = written[1:-1].partition("|")
    return f"{{{inside.rstrip()} sans accent{bar}{fallback}}}"
