"""Whom a broadcast that follows an earlier one reaches: its phones and people, by what became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import chain, count

from smsdesk.domain.audience import Audience, LeftOut, Outcome, Recipient, audience, why_closed
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import Contact, ContactKind
from smsdesk.domain.sentences import Sentence, say

Named = tuple[int | None, str]
"""Somebody an SMS was for: contact id, None for one who was erased since, and name."""


class Fate(IntEnum):
    """What became of the message to one phone; where there were several, the smallest counts."""

    GOT = 0
    UNCERTAIN = 1
    UNDER_WAY = 2
    MISSED = 3


_FATES: Mapping[PartState, Fate] = {
    PartState.ACCEPTED: Fate.GOT,
    PartState.DELIVERED: Fate.GOT,
    PartState.UNKNOWN: Fate.UNCERTAIN,
    PartState.QUEUED: Fate.UNDER_WAY,
    PartState.CLAIMED: Fate.UNDER_WAY,
    PartState.SUBMITTING: Fate.UNDER_WAY,
    PartState.FAILED: Fate.MISSED,
    PartState.EXPIRED: Fate.MISSED,
    PartState.CANCELLED: Fate.MISSED,
}


@dataclass(frozen=True)
class SentMessage:
    """One message of the earlier broadcast; `people` are those it was for.

    `answered`: something came from this phone since. `begun`: an SMS of it has left, or may have, whatever
    became of the others: many phones show the beginning of a long message.
    """

    e164: str
    state: PartState
    people: tuple[Named, ...]
    answered: bool = False
    begun: bool = False

    @property
    def fate(self) -> Fate:
        """What became of it."""
        return _FATES[self.state]


@dataclass(frozen=True)
class Earlier:
    """An earlier broadcast with those that were sent on for it: the messages, and whom it left out (ids)."""

    messages: tuple[SentMessage, ...]
    left_out: tuple[int, ...] = ()

    def contact_ids(self) -> set[int]:
        """Everybody it was about who is still known by an id."""
        told = {number for message in self.messages for number, _ in message.people if number is not None}
        return told | set(self.left_out)


@dataclass(frozen=True)
class Wishes:
    """Who may not be written to, as in `domain.audience.audience`."""

    today: date
    refused: Collection[str] = ()
    agreed: Collection[str] | None = None
    excluded: Collection[int] = ()

    def closed(self, e164: str) -> Sentence | None:
        """Why this phone is not written to, None when it is."""
        if e164 in self.refused or (self.agreed is not None and e164 not in self.agreed):
            return why_closed((e164,), self.refused)
        return None


def audience_again(
    earlier: Earlier, outcome: Outcome, known: Mapping[int, Contact], wishes: Wishes
) -> Audience:
    """Exactly those of an earlier broadcast whom `outcome` means; `known` are its people as they are now.

    A correction goes where the first went, to people who have left since too. What was not reached is
    looked up anew: a number that was put right counts, a phone that has it already does not. Uncertain
    messages are never sent again so; they are named among those left out.
    """
    fates = _fates(earlier.messages)
    gathering = _Gathering(known, wishes, fates, _told(earlier.messages))
    for message in earlier.messages:
        if fates[message.e164] is message.fate:
            _add(gathering, message, outcome)
    if outcome in {Outcome.NOT_REACHED, Outcome.ALL}:
        gathering.add_as_now(earlier.left_out)
    return gathering.audience()


def _fates(messages: Iterable[SentMessage]) -> dict[str, Fate]:
    fates: dict[str, Fate] = {}
    for message in messages:
        fates[message.e164] = min(message.fate, fates.get(message.e164, message.fate))
    return fates


def _told(messages: Iterable[SentMessage]) -> set[tuple[str, int]]:
    """Phone and person of every message that was taken by the network."""
    return {
        (message.e164, number)
        for message in messages
        for number, _ in message.people
        if number is not None and message.fate is Fate.GOT
    }


def _add(gathering: _Gathering, message: SentMessage, outcome: Outcome) -> None:
    fate = message.fate
    silent = fate is Fate.GOT and not message.answered
    meant = {
        Outcome.ALL: True,
        Outcome.GOT_IT: fate is not Fate.MISSED or message.begun,
        Outcome.NOT_ANSWERED: silent,
    }
    if meant.get(outcome):
        gathering.add(message.e164, message.people)
    elif outcome is Outcome.NOT_REACHED and fate is Fate.MISSED:
        gathering.add_missed(message)
    elif outcome in {Outcome.NOT_REACHED, Outcome.NOT_ANSWERED} and fate in _OPEN and not message.answered:
        gathering.leave_out(message.e164, message.people, _OPEN[fate])


_OPEN: Mapping[Fate, Sentence] = {
    Fate.UNCERTAIN: say("It is not known whether the first message went. Decide about that one first."),
    Fate.UNDER_WAY: say("The first message is still waiting or on its way."),
}
"""Why a phone whose first message may still come, or may have come, gets no second one."""


class _Gathering:
    """Recipients, each phone once, and those left out, as they are found."""

    def __init__(
        self,
        known: Mapping[int, Contact],
        wishes: Wishes,
        fates: Mapping[str, Fate],
        told: Collection[tuple[str, int]],
    ) -> None:
        self._known = known
        self._wishes = wishes
        self._fates = fates
        self._told = told
        self._people_of: dict[str, dict[int, Contact]] = {}
        self._left_out: dict[tuple[int | None, str], LeftOut] = {}
        self._strangers = count(-1, -1)

    def add(self, e164: str, people: Sequence[Named]) -> None:
        """Write to this phone for these people, unless it objected or all of them were taken out."""
        wanted = [person for person in people if not self._taken_out(e164, person[0])]
        if people and not wanted:
            return
        reason = self._wishes.closed(e164)
        if reason is not None:
            self.leave_out(e164, wanted, reason)
            return
        found = self._people_of.setdefault(e164, {})
        for number, name in wanted:
            person = self._person(number, name)
            found[person.id] = person

    def _taken_out(self, e164: str, number: int | None) -> bool:
        """Whether somebody was taken out, or the guardian whose phone this is."""
        excluded = self._wishes.excluded
        person = self._known.get(number) if number is not None else None
        return number in excluded or (
            person is not None
            and any(
                e164 in {phone.e164 for phone in guardian.phones}
                for guardian in person.guardians
                if guardian.contact_id in excluded
            )
        )

    def _person(self, number: int | None, name: str) -> Contact:
        """Somebody as he is now; one who was erased since keeps the name that the first message knew."""
        known = self._known.get(number) if number is not None else None
        return known or Contact(next(self._strangers), ContactKind.PUPIL, name, "")

    def add_missed(self, message: SentMessage) -> None:
        """The phone that was missed, where it is still theirs; else the phones that they have now."""
        if not message.people:
            self.add(message.e164, ())
        for number, name in message.people:
            person = self._known.get(number) if number is not None else None
            if person is None or person.archived:
                self.leave_out(message.e164, [(number, name)], say("Is no longer among the people."))
            elif message.e164 in _mobiles(person):
                self.add(message.e164, [(number, name)])
            else:
                self.add_as_now([person.id])

    def add_as_now(self, ids: Iterable[int]) -> None:
        """People by the phones that they have now; nobody is told twice about the same person."""
        members = [self._known[number] for number in ids if number in self._known]
        wishes = self._wishes
        now = audience(
            [person for person in members if not person.archived],
            today=wishes.today,
            refused=wishes.refused,
            agreed=wishes.agreed,
            excluded=wishes.excluded,
        )
        for left in now.left_out:
            self._left_out.setdefault((left.contact_id, left.name), left)
        for recipient in now.recipients:
            untold = [
                (person.id, person.name)
                for person in recipient.people
                if (recipient.e164, person.id) not in self._told
            ]
            self._add_untold(recipient.e164, untold)

    def _add_untold(self, e164: str, people: Sequence[Named]) -> None:
        fate = self._fates.get(e164, Fate.MISSED)
        if fate in _OPEN:
            self.leave_out(e164, people, _OPEN[fate])
        elif people:
            self.add(e164, people)

    def leave_out(self, e164: str, people: Sequence[Named], reason: Sentence) -> None:
        """These people (without any: this phone) get nothing now, for this reason."""
        for number, name in people or [(None, e164)]:
            self._left_out.setdefault((number, name), LeftOut(number, name, reason))

    def audience(self) -> Audience:
        """What was gathered; each is left out once, for the first reason found."""
        recipients = tuple(
            Recipient(e164, tuple(people.values())) for e164, people in self._people_of.items()
        )
        return Audience(recipients, tuple(self._left_out.values()))


def _mobiles(person: Contact) -> set[str]:
    """The mobiles of a person and of his guardians."""
    theirs = (phone for guardian in person.guardians for phone in guardian.phones)
    return {phone.e164 for phone in chain(person.phones, theirs) if phone.mobile}
