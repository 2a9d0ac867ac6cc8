"""Whom to call: everybody whom no SMS of a broadcast reached, with every phone of the family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from smsdesk.domain.audience import LeftOut
from smsdesk.domain.delivery import why
from smsdesk.domain.outgoing import WAITING, PartState
from smsdesk.domain.people import Contact, Phone
from smsdesk.domain.sentences import Sentence, say

Named = tuple[int | None, str]
"""Somebody an SMS was for: contact id, None for one who was erased since, and name."""

_REACHED = frozenset({PartState.ACCEPTED, PartState.DELIVERED})

_UNCERTAIN = say("It is not known whether the SMS arrived.")
_FAILED = say("The SMS did not arrive.")


@dataclass(frozen=True)
class Attempt:
    """One message of the broadcast, or of one that brought its notice on; `error` as a part keeps it."""

    e164: str
    state: PartState
    people: tuple[Named, ...]
    error: str | None = None

    @property
    def reason(self) -> Sentence:
        """Why it is not on the phone, in words."""
        if self.state is PartState.UNKNOWN:
            return _UNCERTAIN
        return why(self.error) if self.error else _FAILED


@dataclass(frozen=True)
class CallPhone:
    """A phone to call: whose it is, what he is to the person, and whether an SMS was tried there."""

    e164: str
    owner: str
    relation: str = ""
    mobile: bool = True
    tried: bool = False


@dataclass(frozen=True)
class CallNote:
    """What was written down about a call; `by` is who wrote it."""

    called: bool
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ToCall:
    """Somebody to call about. `who` names the line: "c" and the contact's id, the name, or the phone."""

    who: str
    contact_id: int | None
    name: str
    groups: tuple[str, ...]
    reason: Sentence
    phones: tuple[CallPhone, ...]
    call: CallNote | None = None


@dataclass(frozen=True)
class CallingList:
    """Everybody to call, in the order of sending; `partly` counts those of whom another phone has it."""

    entries: tuple[ToCall, ...] = ()
    partly: int = 0

    @property
    def called(self) -> int:
        """How many were called already."""
        return sum(1 for entry in self.entries if entry.call is not None and entry.call.called)


def calling_list(
    attempts: Sequence[Attempt],
    left_out: Iterable[LeftOut],
    known: Mapping[int, Contact],
    calls: Mapping[str, CallNote],
) -> CallingList:
    """Who has not been reached, by everything that was sent; `known` are the people as they are now.

    Somebody for whom an SMS is still waiting or on its way is not called yet.
    """
    tried: dict[str, list[tuple[Attempt, Named]]] = {}
    for attempt in attempts:
        for person in attempt.people or ((None, ""),):
            tried.setdefault(_who(person, attempt.e164), []).append((attempt, person))
    reached = {who for who, found in tried.items() if any(attempt.state in _REACHED for attempt, _ in found)}
    open_ = {who for who, found in tried.items() if any(attempt.state in WAITING for attempt, _ in found)}
    partly = sum(
        1 for who in reached if any(attempt.state not in _REACHED | WAITING for attempt, _ in tried[who])
    )
    lines = {
        who: _tried_line(who, found, known)
        for who, found in tried.items()
        if who not in reached and who not in open_
    }
    for left in left_out:
        who = _who((left.contact_id, left.name), left.name)
        if who not in tried:
            lines.setdefault(who, _left_out_line(who, left, known))
    return CallingList(tuple(_noted(line, calls) for line in lines.values()), partly)


def _who(person: Named, otherwise: str) -> str:
    number, name = person
    return f"c{number}" if number is not None else name or otherwise


def _noted(line: ToCall, calls: Mapping[str, CallNote]) -> ToCall:
    return ToCall(
        line.who, line.contact_id, line.name, line.groups, line.reason, line.phones, calls.get(line.who)
    )


def _tried_line(who: str, found: Sequence[tuple[Attempt, Named]], known: Mapping[int, Contact]) -> ToCall:
    last, (number, name) = found[-1]
    person = known.get(number) if number is not None else None
    phones = dict.fromkeys(attempt.e164 for attempt, _ in found)
    listed = (
        _phones(person, phones)
        if person is not None
        else [CallPhone(e164, name, tried=True) for e164 in phones]
    )
    groups = person.groups if person is not None else ()
    return ToCall(who, number, name, groups, last.reason, tuple(listed))


def _left_out_line(who: str, left: LeftOut, known: Mapping[int, Contact]) -> ToCall:
    person = known.get(left.contact_id) if left.contact_id is not None else None
    phones = tuple(_phones(person, ())) if person is not None else ()
    groups = person.groups if person is not None else ()
    return ToCall(who, left.contact_id, left.name, groups, left.reason, phones)


def _phones(person: Contact, tried: Iterable[str]) -> list[CallPhone]:
    """Every phone of the family, first those on which something new can be tried: landlines, then others."""
    written = set(tried)
    found: dict[str, CallPhone] = {}
    for owner, relation, phone in _family(person):
        found.setdefault(
            phone.e164, CallPhone(phone.e164, owner, relation, phone.mobile, phone.e164 in written)
        )
    for e164 in written - found.keys():
        found[e164] = CallPhone(e164, "", tried=True)
    return sorted(found.values(), key=lambda phone: (phone.tried, phone.mobile))


def _family(person: Contact) -> Iterator[tuple[str, str, Phone]]:
    """Whose phone, what he is to the person, and the phone."""
    for guardian in person.guardians:
        for phone in guardian.phones:
            yield guardian.name, guardian.relation, phone
    for phone in person.phones:
        yield person.name, "", phone
