"""A text filled in for all its recipients together: what is the same for all is written and counted once.

Values stand in columns, one for each field that differs from phone to phone; each different value is put
into its place and weighed once, however many messages hold it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain, repeat
from operator import attrgetter
from typing import Any

from smsdesk.domain.agreement import Agreement, agreement_of, names_in
from smsdesk.domain.templates import PEOPLE, Field, MergeText, Place
from smsdesk.domain.weights import Counted, Piece, count, weigh

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
        if not self._places:
            (only,) = self._literals
            return [count(*only)] * size
        columns_of_pieces = [_column(place, columns, agreeing) for place in self._places]
        base = self._literals
        pattern = "%s".join(literal.text.replace("%", "%%") for literal in base)
        texts = [pattern % row for row in _rows("text", columns_of_pieces)]
        septets = _sums("septets", base, columns_of_pieces)
        units = _sums("units", base, columns_of_pieces)
        dear = _joined(base, columns_of_pieces)
        wide = any(map(attrgetter("wide"), chain(base, *columns_of_pieces)))
        return list(map(count, texts, septets, units, dear, repeat(wide)))


def _rows(what: str, columns: Sequence[Sequence[Piece]]) -> Iterator[tuple[Any, ...]]:
    """One property of the pieces of each message."""
    of = attrgetter(what)
    return zip(*[map(of, pieces) for pieces in columns], strict=True)


def _sums(what: str, base: Sequence[Piece], columns: Sequence[Sequence[Piece]]) -> list[int]:
    same = sum(map(attrgetter(what), base))
    return [sum(row, same) for row in _rows(what, columns)]


def _joined(base: Sequence[Piece], columns: Sequence[Sequence[Piece]]) -> list[tuple[str, ...]]:
    """The dear characters of each message."""
    same = sum([piece.dear for piece in base], ())
    return [sum(row, same) if any(row) else same for row in _rows("dear", columns)]


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
