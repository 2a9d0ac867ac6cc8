"""Which parts make one message where a sender's reference comes again: those that were stamped nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

JOINED_WITHIN = {False: timedelta(hours=1), True: timedelta(hours=24)}
"""Between the service centre's stamps of two parts of one message, by whether its reference has 16 bits.

Parts are stamped as they are handed in, within seconds, or minutes where the network is poor. A reference of
8 bits comes again after 256 messages, which a gateway sends in less than a day: later parts are another's.
"""

OUT_OF_ORDER = timedelta(minutes=2)
"""By so much a later part may be stamped before an earlier one: parts are handed in one after the other."""

_BACKWARDS = 3
"""So many times as far apart two parts count that are stamped against their order: two centres' clocks may
differ, but the end of one message and the beginning of the next one stand so all the time."""

MOST_REARRANGED = 40
"""Parts under one reference that are put in order anew; more are one very long message, or an attack."""


@dataclass(frozen=True)
class Part:
    """One part: its id, its place from 1, the service centre's stamp, and when it came here."""

    id: int
    seq: int
    sent: datetime | None
    came: datetime


Message = tuple[int | None, tuple[Part, ...]]
"""A message's id (None: it is new) with the parts that it has."""


def arranged(known: Mapping[int, Sequence[Part]], new: Part, total: int, within: timedelta) -> list[Message]:
    """The messages of one sender and reference, `total` parts each, with a part more.

    The order in which parts come tells nothing: the nearest ones go together, also where some stood elsewhere
    before. A message that was whole stays whole, and none is left without a part.
    """
    parts = [new, *(part for its in known.values() for part in its)]
    anew = None
    if len(parts) <= MOST_REARRANGED:
        anew = _under_known_ids(together(parts, within), known, total)
    return anew if anew is not None else _put_beside(known, new, within)


def together(parts: Iterable[Part], within: timedelta) -> list[tuple[Part, ...]]:
    """Parts by message, the nearest ones joined first; no two of a message have one place."""
    message_of = {part.id: [part] for part in parts}
    ordered = [message[0] for message in message_of.values()]
    pairs = sorted(combinations(ordered, 2), key=_likeness)
    for one, other in pairs:
        left, right = message_of[one.id], message_of[other.id]
        if left is not right and all(_fit(a, b, within) for a in left for b in right):
            left += right
            message_of.update((part.id, left) for part in right)
    messages = {id(message): message for message in message_of.values()}
    return [tuple(sorted(message, key=lambda part: part.seq)) for message in messages.values()]


def _likeness(pair: tuple[Part, Part]) -> tuple[timedelta, int, int]:
    one, other = sorted(pair, key=lambda part: part.id)
    apart = abs(_between(one, other))
    return apart * (_BACKWARDS if _backwards(one, other) > timedelta() else 1), one.id, other.id


def _fit(one: Part, other: Part, within: timedelta) -> bool:
    """Whether two parts may belong to one message."""
    return (
        one.seq != other.seq
        and abs(_between(one, other)) <= within
        and _backwards(one, other) <= OUT_OF_ORDER
    )


def _between(one: Part, other: Part) -> timedelta:
    """In time from one part to another: by the service centre's stamps where both have one."""
    if one.sent is not None and other.sent is not None:
        return other.sent - one.sent
    return other.came - one.came


def _backwards(one: Part, other: Part) -> timedelta:
    """By how much the later part was stamped earlier; unstamped ones are in order."""
    if one.sent is None or other.sent is None:
        return timedelta()
    return -_between(one, other) if one.seq < other.seq else _between(one, other)


def _under_known_ids(
    groups: Sequence[tuple[Part, ...]], known: Mapping[int, Sequence[Part]], total: int
) -> list[Message] | None:
    """Groups as messages that are known by some of these parts; None where a known one would be left over."""
    home = {part.id: number for number, its in known.items() for part in its}
    free = dict(known)
    messages: list[Message] = []
    for group in sorted(groups, key=lambda group: (len(group) < total, min(part.id for part in group))):
        numbers = dict.fromkeys(home[part.id] for part in group if part.id in home)
        mine = [number for number in numbers if number in free and _may_become(free[number], group, total)]
        # What was whole goes first: it has to stay so.
        chosen = min(mine, key=lambda number: (len(free[number]) < total, number), default=None)
        if chosen is not None:
            del free[chosen]
        messages.append((chosen, group))
    # An incomplete one that lost its parts to others becomes one of those that were made of theirs.
    spare = [number for number, its in free.items() if len(its) < total]
    found = [(number or (spare.pop() if spare else None), group) for number, group in messages]
    return found if set(known) <= {number for number, _ in found} else None


def _may_become(before: Sequence[Part], group: Sequence[Part], total: int) -> bool:
    return len(before) < total or len(group) == total


def _put_beside(known: Mapping[int, Sequence[Part]], new: Part, within: timedelta) -> list[Message]:
    """The new part in the nearest message that lacks it, or in one of its own."""
    fitting = [number for number, its in known.items() if all(_fit(part, new, within) for part in its)]
    nearest = min(
        fitting, key=lambda number: min(_likeness((part, new)) for part in known[number]), default=None
    )
    messages: list[Message] = [
        (number, (*its, new) if number == nearest else tuple(its)) for number, its in known.items()
    ]
    return messages if nearest is not None else [*messages, (None, (new,))]
