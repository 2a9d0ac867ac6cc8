"""Characters that force a message into UCS-2 (70 instead of 160), with what each of them costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.text import Measure, economise, measure


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


def offending(text: str) -> tuple[str, ...]:
    """The characters of a normalised text that force UCS-2, each once, in their order."""
    return tuple(dict.fromkeys(offender.character for offender in measure(text).offenders))


def dear_characters(characters: Iterable[str], merged: str) -> tuple[DearCharacter, ...]:
    """What each of these characters costs in the message `merged`, which holds them."""
    return tuple(_weighed(character, merged) for character in characters)


def _weighed(character: str, merged: str, names: Sequence[str] = ()) -> DearCharacter:
    """`merged` is a message that holds the character."""
    cheapest = _without_dear(merged)
    kept = "".join(each if each == character else _without_dear(each) for each in merged)
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
    rest = measure(cheaper).offenders
    if not rest:
        return cheaper
    dear = {offender.character for offender in rest}
    return "".join(character for character in cheaper if character not in dear)


def dear_values(
    own: Iterable[str], messages: Iterable[tuple[str, Sequence[str], Measure]]
) -> tuple[DearCharacter, ...]:
    """The dear characters that come from the values of single people, with whose they are.

    `own` are those of the text itself; `messages` the merged texts with the people they are for. The cost is
    that of the dearest message of each character.
    """
    known = set(own)
    worst: dict[str, str] = {}
    names: dict[str, dict[str, None]] = {}
    for text, people, cost in messages:
        if cost.encoding is Encoding.GSM7:
            continue
        for character in {offender.character for offender in cost.offenders} - known:
            names.setdefault(character, {}).update(dict.fromkeys(people))
            if len(text) > len(worst.get(character, "")):
                worst[character] = text
    return tuple(
        _weighed(character, worst[character], tuple(names[character])) for character in sorted(worst)
    )
