"""A text filled in for all its recipients together: what is the same for all is written and counted once.

Values stand in columns, one for each field that differs from phone to phone; each different value is put
into its place and weighed once, however many messages hold it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import chain
from operator import attrgetter

from smsdesk.domain.agreement import Agreement, agreement_of, names_in
from smsdesk.domain.templates import PEOPLE, Field, MergeText, Place
from smsdesk.domain.text import normalise
from smsdesk.domain.weights import Counted, Piece, count_single, count_whole, weigh

Columns = Mapping[str, Sequence[str]]
"""By folded field the value of each recipient, in their order; "" where there is none."""


class Filling:
    """A text with its `common` values in it; what differs stands in columns under the keys `personal`."""

    def __init__(self, merge: MergeText, common: Mapping[str, str], personal: Set[str]) -> None:
        literals = [merge.literals[0]]
        places: list[Place] = []
        for place, literal in zip(merge.places, merge.literals[1:], strict=True):
            if place.key in personal:
                places.append(place)
                literals.append("")
            else:
                literals[-1] += place.shown(common)
            literals[-1] += literal
        self._places = tuple(places)
        self._literals = [weigh(literal) for literal in literals]

    @property
    def same_for_all(self) -> str:
        """What every message holds."""
        return " ".join(literal.text for literal in self._literals)

    def fill(self, columns: Columns, agreeing: Sequence[Agreement], size: int) -> list[Counted]:
        """The texts of all `size` recipients, counted; words agree with people as `agreeing` says."""
        literals = self._literals
        if not self._places:
            return [count_whole(literals[0].text.strip())] * size
        filled = [_column(place, columns, agreeing) for place in self._places]
        pattern = "%s".join(literal.text.replace("%", "%%") for literal in literals)
        texts = [
            pattern % row for row in zip(*[[piece.text for piece in each] for each in filled], strict=True)
        ]
        if not literals[0].text[:1].strip() or not literals[-1].text[-1:].strip():
            texts = [text.strip() for text in texts]
        if not all(map(_single, chain(literals, *filled))):
            return [count_whole(normalise(text).strip()) for text in texts]
        return list(map(count_single, texts, _dear(literals, filled)))


_single = attrgetter("single")


def _dear(literals: Sequence[Piece], columns: Sequence[Sequence[Piece]]) -> list[tuple[str, ...]]:
    """The dear characters of each message."""
    same = tuple(chain.from_iterable(literal.dear for literal in literals))
    dear = [[piece.dear for piece in pieces] for pieces in columns]
    some = [each for each in dear if any(each)]
    if not some:
        return [same] * len(columns[0])
    return [sum(row, same) if any(row) else same for row in zip(*some, strict=True)]


def _column(place: Place, columns: Columns, agreeing: Sequence[Agreement]) -> Sequence[Piece]:
    """What stands in this place, recipient by recipient."""
    if isinstance(place, Field):
        values = columns[place.key]
        filled = {value: weigh(place.filled(value)) for value in set(values)}
        return [filled[value] for value in values]
    if place.key == PEOPLE and agreeing:
        fitting = {each: weigh(place.forms.fitting(each)) for each in set(agreeing)}
        return [fitting[each] for each in agreeing]
    named = columns[place.key]
    agreed = {value: weigh(place.forms.fitting(agreement_of(names_in(value)))) for value in set(named)}
    return [agreed[value] for value in named]
