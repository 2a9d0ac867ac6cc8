"""Characters that force a message into UCS-2 (70 instead of 160), with what each of them costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Protocol

from smsdesk.domain.text import economise, measure, offending
from smsdesk.domain.weights import Counted


@dataclass(frozen=True)
class DearCharacter:
    """A character outside the GSM alphabet, and what it alone would cost.

    `sms` is what one message takes with it, `instead_of` without it, every other such character being
    rewritten; they are equal where the message is short enough. `rewritten` is the near writing ("" where
    there is none). `names` are those whose own values hold it; none where the text itself does.
    """

    character: str
    sms: int
    instead_of: int
    rewritten: str = ""
    names: tuple[str, ...] = ()

    @property
    def costs(self) -> bool:
        """Whether it makes the message dearer today, not only shorter of room."""
        return self.sms > self.instead_of


def dear_characters(characters: Iterable[str], merged: str) -> tuple[DearCharacter, ...]:
    """What each of these characters costs in the message `merged`, which holds them."""
    return tuple(_weighed(character, merged) for character in characters)


def _weighed(character: str, merged: str, names: Sequence[str] = ()) -> DearCharacter:
    """`merged` is a message that holds the character."""
    cheapest = _without_dear(merged)
    kept = character.join(map(_without_dear, merged.split(character)))
    near = economise(character)
    return DearCharacter(
        character,
        measure(kept).parts,
        measure(cheapest).parts,
        "" if near == character else near,
        tuple(names),
    )


def _without_dear(text: str) -> str:
    """The text in GSM 7 bit: rewritten where that goes, without the rest."""
    cheaper = economise(text)
    for character in offending(cheaper):
        cheaper = cheaper.replace(character, "")
    return cheaper


class Addressed(Protocol):
    """A message as far as it says for whom it is."""

    @property
    def people(self) -> Sequence[str]:
        """Their names."""


def dear_values(
    own: Iterable[str], counts: Sequence[Counted], messages: Sequence[Addressed]
) -> tuple[DearCharacter, ...]:
    """The dear characters that come from the values of single people, with whose they are.

    `own` are those of the text itself; `counts` the merged texts, beside the `messages` that say for whom.
    The cost is that of the longest message of each character.
    """
    together: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, found in enumerate(map(_dear_in, counts)):
        if found:
            together[found].append(number)
    characters = set(chain.from_iterable(together)).difference(own)
    holders = {
        character: sorted(chain.from_iterable(together[found] for found in together if character in found))
        for character in sorted(characters)
    }
    return tuple(
        _weighed(
            character,
            max([counts[number].text for number in numbers], key=len),
            tuple(dict.fromkeys(chain.from_iterable([messages[number].people for number in numbers]))),
        )
        for character, numbers in holders.items()
    )


_dear_in = attrgetter("dear")
