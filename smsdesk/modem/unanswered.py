"""Whose is this +CMGS? Attempts whose answer is missing, and the message references that tell them apart.

TP-MR grows by one with each SMS that the network takes (3GPP TS 23.040, 9.2.3.6), so the reference of the
next answer tells how many of the silent attempts before it were taken. Where that does not decide, nobody
is given the answer: a wrong "accepted" would lose a message, a wrong "refused" would send one twice.
"""

from __future__ import annotations

from collections.abc import Sequence

_MODULUS = 256


class Unanswered:
    """Attempts that ended in silence. `fresh` ones came after the last answer that was surely understood."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._fresh: list[int] = []
        self._proved: dict[int, int] = {}
        """Reference to part: later answers show that the network took it, only its own answer is missing."""
        self._spare: int | None = None
        """A reference that belongs to one of the two `_pair` parts."""
        self._pair: tuple[int, int] | None = None
        self.owed = 0
        """How many answers of undecided attempts have not come: the next one may be one of theirs."""
        self._counts = True
        """Whether references grow; some modems say the same one for every SMS."""

    @property
    def in_doubt(self) -> bool:
        """Whether the next answer may be an older attempt's."""
        return bool(self._fresh)

    def forget(self) -> None:
        """The modem has started anew since: none of these is answered any more."""
        self._fresh.clear()
        self._proved.clear()
        self._pair, self._spare = None, None
        self.owed = 0

    def silent(self, part_id: int) -> None:
        """This attempt got no answer; it may still come."""
        self._fresh.append(part_id)

    def accepted(self, ref: int) -> None:
        """This answer was surely the newest attempt's: it proves or clears the silent ones before it."""
        if self._surely_new(ref):
            for distance, part_id in enumerate(reversed(self._fresh), 1):
                self._proved[(ref - distance) % _MODULUS] = part_id
        self._counts = ref != self._last
        self._last = ref
        self._fresh.clear()

    def repeats(self, ref: int, said: int | None = None) -> bool:
        """Whether this may be an answer said twice: its reference is the last one's, or that of `said`."""
        return self._counts and ref in (self._last, said)

    def surely_newest(self, ref: int | None) -> bool:
        """Whether an answer with this reference can only be the newest attempt's; errors have none."""
        return not self._fresh or (ref is not None and self._surely_new(ref))

    def _surely_new(self, ref: int) -> bool:
        return self._last is not None and ref == (self._last + 1 + len(self._fresh)) % _MODULUS

    def take_proved(self, ref: int) -> int | None:
        """The older part whose own answer this is, beyond doubt."""
        expected = None if self._last is None else (self._last + 1) % _MODULUS
        return None if ref == expected else self._proved.pop(ref, None)

    def take_older(self, ref: int) -> list[tuple[int, int]]:
        """Parts and references that are settled by an answer which is beyond doubt not the newest attempt's.

        References only grow: one that is older than the last can only be that of an undecided pair.
        """
        part_id = self.take_proved(ref)
        if part_id is not None:
            return [(part_id, ref)]
        late = self._pair is not None and self._last is not None and before(ref, self._last)
        return self.stray(ref) if late else []

    @property
    def open(self) -> int:
        """How many attempts may be answered before the newest one."""
        return len(self._fresh)

    def take_all(self) -> list[int]:
        """The silent parts in their order: each one's answer came."""
        parts, self._fresh = self._fresh, []
        return parts

    def undecided(self, newest: int, answers: Sequence[int | None]) -> None:
        """Fewer answers came than attempts were made, or not all with a reference: nobody is given one."""
        refs = [ref for ref in answers if ref is not None]
        self.owed = len(self._fresh) + 1 - len(answers)
        self._pair, self._spare = None, None
        if len(self._fresh) == len(answers) == len(refs) == 1:
            self._pair, self._spare = (self._fresh[0], newest), refs[0]
        self._last = ordered(refs)[-1] if refs else self._last
        self._fresh.clear()

    def left_open(self, parts: Sequence[int], last: int | None) -> None:
        """Attempts of an earlier run, in their order; `last` is what the SIM had given before them."""
        self._last = last if self._last is None else self._last
        self._fresh.extend(parts)

    def stray(self, ref: int) -> list[tuple[int, int]]:
        """Parts and references that are settled by an answer outside of any dialogue."""
        part_id = self.take_proved(ref)
        if part_id is not None:
            return [(part_id, ref)]
        if self.repeats(ref, self._spare):
            return []
        if self.owed:
            self.owed -= 1
            self._last = ref if self._last is None or before(self._last, ref) else self._last
        if self._pair is not None and self._spare is not None:
            pair, self._pair = self._pair, None
            refs = (ref, self._spare) if before(ref, self._spare) else (self._spare, ref)
            return list(zip(pair, refs, strict=True))
        if len(self._fresh) == 1:
            self._last = ref
            return [(self._fresh.pop(), ref)]
        return []


def ordered(refs: Sequence[int]) -> list[int]:
    """References in the order in which they were given, round the corner at 256."""
    first = next((ref for ref in refs if not any(before(other, ref) for other in refs)), refs[0])
    return sorted(refs, key=lambda ref: (ref - first) % _MODULUS)


def before(one: int, other: int) -> bool:
    """Whether reference `one` was given before `other`, round the corner at 256."""
    return one != other and (other - one) % _MODULUS < _MODULUS // 2
