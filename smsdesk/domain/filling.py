"""A text filled in for all its recipients together: what is the same for all is written and counted once.

Values stand in columns, one for each field that differs from phone to phone; each different value is put
into its place and weighed once, however many messages hold it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

from smsdesk.domain.agreement import Agreement, agreement_of, linked, names_in
from smsdesk.domain.templates import PEOPLE, Field, MergeText, Place, Word
from smsdesk.domain.text import normalise
from smsdesk.domain.weights import Counted, Piece, count_single, count_whole, odd_pieces, weigh

Columns = Mapping[str, Sequence[str]]
"""By folded field the value of each recipient, in their order; "" where there is none."""

K = TypeVar("K", str, Agreement)


class _Column(NamedTuple):
    """What stands in one place: the `texts` of all recipients, and the pieces that are not plain.

    `odd` has them by what they are written for, `keys`, which names that for each recipient.
    """

    texts: Sequence[str]
    keys: Sequence[str] | Sequence[Agreement]
    odd: Mapping[str, Piece] | Mapping[Agreement, Piece]


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
        texts = self._put_together(filled)
        if not all(piece.single for piece in chain(literals, *[each.odd.values() for each in filled])):
            return [count_whole(normalise(text).strip()) for text in texts]
        return count_single(texts, _dear(literals, filled, size))

    def _put_together(self, filled: Sequence[_Column]) -> list[str]:
        first, *others = self._literals
        between = [(column.texts, repeat(after.text)) for column, after in zip(filled, others, strict=True)]
        texts = map("".join, zip(repeat(first.text), *chain.from_iterable(between), strict=False))
        if first.text[:1].strip() and others[-1].text[-1:].strip():
            return list(texts)
        return [text.strip() for text in texts]


def _dear(literals: Sequence[Piece], columns: Sequence[_Column], size: int) -> list[tuple[str, ...]]:
    """The dear characters of each message."""
    dear = [tuple(chain.from_iterable(literal.dear for literal in literals))] * size
    for column in columns:
        odd = {key: piece.dear for key, piece in column.odd.items() if piece.dear}
        if odd:
            dear = [had + odd[key] if key in odd else had for had, key in zip(dear, column.keys, strict=True)]
    return dear


def _column(place: Place, columns: Columns, agreeing: Sequence[Agreement]) -> _Column:
    """What stands in this place, recipient by recipient."""
    if isinstance(place, Field):
        return _of_field(place, columns[place.key])
    if place.key == PEOPLE and agreeing:
        return _written({each: place.forms.fitting(each) for each in set(agreeing)}, agreeing)
    named = columns[place.key]
    return _written({value: _agreed(place, value) for value in set(named)}, named)


def _agreed(word: Word, value: str) -> str:
    return word.forms.fitting(agreement_of(names_in(value)))


def _of_field(place: Field, values: Sequence[str]) -> _Column:
    different = set(values)
    if place.plain or "" in different:
        return _written({value: place.filled(value) for value in different}, values)
    if place.link:
        return _written({value: linked(place.link, value) for value in different}, values)
    odd = odd_pieces(different)
    changed = {value: piece.text for value, piece in odd.items() if piece.text != value}
    return _Column([changed.get(value, value) for value in values] if changed else values, values, odd)


def _written(texts: Mapping[K, str], keys: Sequence[K]) -> _Column:
    """The column whose texts are looked up by these keys, odd ones in their normal form."""
    pieces = odd_pieces(texts.values())
    odd = {key: pieces[text] for key, text in texts.items() if text in pieces} if pieces else {}
    shown = {**texts, **{key: piece.text for key, piece in odd.items()}} if odd else texts
    return _Column(list(map(shown.__getitem__, keys)), keys, odd)
