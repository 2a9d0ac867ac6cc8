"""How many families people are, by the phones that they share."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence


def households(phones: Iterable[Sequence[Hashable]]) -> int:
    """Families among the people of these phones: whoever has a phone in common is of one family."""
    parent: dict[Hashable, Hashable] = {}

    def head(person: Hashable) -> Hashable:
        while parent[person] != person:
            parent[person] = person = parent[parent[person]]
        return person

    for people in phones:
        for person in people:
            parent.setdefault(person, person)
        for person in people[1:]:
            parent[head(person)] = head(people[0])
    return sum(person == above for person, above in parent.items())
