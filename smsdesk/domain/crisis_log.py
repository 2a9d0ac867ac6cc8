"""The log sheet of a crisis: who was told what, when, and with which outcome; and whom to call."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.crisis import MISSED, Crisis, CrisisStep, Step
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.sentences import Sentence

_TAKEN = frozenset({PartState.ACCEPTED, PartState.DELIVERED})


@dataclass(frozen=True)
class Entry:
    """What became of one step for one phone; moments are aware, None where that has not happened."""

    state: PartState
    text: str
    """Exactly as it was sent."""
    queued_at: datetime
    accepted_at: datetime | None = None
    delivered_at: datetime | None = None
    reason: Sentence | None = None


@dataclass(frozen=True)
class LogRow:
    """One phone with the people it is for, and an entry for each step (None: not for this phone)."""

    e164: str
    people: tuple[str, ...]
    entries: tuple[Entry | None, ...]
    landlines: tuple[str, ...] = ()
    """Looked up for those who were missed alone."""
    ids: tuple[int, ...] = ()
    """The people who are still known (contact ids)."""

    @property
    def missed(self) -> bool:
        """Whether the latest step that was for this phone did not come, or nobody knows."""
        latest = next((entry for entry in reversed(self.entries) if entry is not None), None)
        return latest is not None and latest.state in MISSED


@dataclass(frozen=True)
class Unreachable:
    """Somebody without a phone that an SMS reaches, why, and where he can be called."""

    name: str
    reason: Sentence
    landlines: tuple[str, ...] = ()
    contact_id: int | None = None


@dataclass(frozen=True)
class Whom:
    """Whom a line of a record is for, kept apart from it: an erased person takes it away.

    `texts` are what the phone was told, step by step; somebody without a phone has neither.
    """

    ids: tuple[int, ...]
    e164: str = ""
    texts: tuple[str | None, ...] = ()
    people: tuple[str, ...] = ()
    landlines: tuple[str, ...] = ()


NOBODY = Whom(())
"""For a line whose person was erased: it counts, and says nothing of anybody."""


@dataclass(frozen=True)
class LogSheet:
    """All of it, as it stood at `made_at`."""

    crisis: Crisis
    institution: str
    made_at: datetime
    rows: tuple[LogRow, ...] = ()
    unreachable: tuple[Unreachable, ...] = ()

    @property
    def missed(self) -> tuple[LogRow, ...]:
        """Those to be called because the SMS did not come, or nobody knows."""
        return tuple(row for row in self.rows if row.missed)

    def counts(self, step: int) -> Mapping[PartState, int]:
        """The phones of a step, by its place among the steps, by state."""
        return Counter(entry.state for row in self.rows if (entry := row.entries[step]) is not None)

    def reached(self, step: int) -> int:
        """The phones to which the network took a step."""
        return sum(count for state, count in self.counts(step).items() if state in _TAKEN)

    def to_json(self) -> str:
        """As the record of an exercise is kept: without names, phones and merged texts: `whom`."""
        return json.dumps(
            {
                "steps": [_step_document(step) for step in self.crisis.steps],
                "ended_at": _written(self.crisis.ended_at),
                "institution": self.institution,
                "made_at": stamp(self.made_at),
                "rows": [[_entry_document(entry) for entry in row.entries] for row in self.rows],
                "unreachable": [_sentence_document(each.reason) for each in self.unreachable],
            },
            ensure_ascii=False,
        )

    def whom(self) -> tuple[Whom, ...]:
        """Whom each line is for: first the phones, then those without one."""
        phones = [
            Whom(row.ids, row.e164, tuple(entry.text if entry else None for entry in row.entries))
            for row in self.rows
        ]
        others = [Whom(() if each.contact_id is None else (each.contact_id,)) for each in self.unreachable]
        return (*phones, *others)


def read_log(text: str, crisis: Crisis, whom: Mapping[int, Whom]) -> LogSheet | None:
    """Read back what `to_json` wrote about this crisis; None for anything else.

    `whom` says, by the place of the line, for whom those lines are whose people are still known.
    """
    try:
        return _read(json.loads(text), crisis, whom)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _read(said: Any, crisis: Crisis, whom: Mapping[int, Whom]) -> LogSheet:
    steps = tuple(_step(each) for each in said["steps"])
    whole = Crisis(
        crisis.id,
        crisis.scenario,
        crisis.started_at,
        crisis.started_by,
        crisis.whom,
        crisis.request,
        crisis.fields,
        crisis.exercise,
        crisis.ended_at or _moment(said["ended_at"]),
        steps,
        crisis.recorded,
    )
    rows = tuple(_row(entries, whom.get(place, NOBODY)) for place, entries in enumerate(said["rows"]))
    unreachable = tuple(
        _unreachable(reason, whom.get(place, NOBODY))
        for place, reason in enumerate(said["unreachable"], len(rows))
    )
    return LogSheet(whole, str(said["institution"]), unstamp(said["made_at"]), rows, unreachable)


def _row(entries: Any, whom: Whom) -> LogRow:
    texts = whom.texts if len(whom.texts) == len(entries) else (None,) * len(entries)
    read = tuple(_entry(said, text or "") for said, text in zip(entries, texts, strict=True))
    row = LogRow(whom.e164, whom.people, read, ids=whom.ids)
    return replace(row, landlines=whom.landlines) if row.missed else row


def _unreachable(reason: Any, whom: Whom) -> Unreachable:
    contact_id = whom.ids[0] if whom.ids else None
    return Unreachable(" ".join(whom.people), _sentence(reason), whom.landlines, contact_id)


def _step_document(step: CrisisStep) -> list[object]:
    return [step.step, step.number, step.text, stamp(step.at), step.by, step.stopped]


def _step(said: Any) -> CrisisStep:
    step, number, text, at, by, stopped = said
    return CrisisStep(Step(step), int(number), str(text), unstamp(at), str(by), None, int(stopped))


def _entry_document(entry: Entry | None) -> list[object] | None:
    if entry is None:
        return None
    moments = (entry.queued_at, entry.accepted_at, entry.delivered_at)
    return [entry.state, *map(_written, moments), _sentence_document(entry.reason)]


def _entry(said: Any, text: str) -> Entry | None:
    if said is None:
        return None
    state, queued, accepted, delivered, reason = said
    return Entry(
        PartState(state),
        text,
        unstamp(queued),
        _moment(accepted),
        _moment(delivered),
        _sentence(reason) if reason else None,
    )


def _sentence_document(sentence: Sentence | None) -> list[object] | None:
    """The template apart from its values, so that it is shown in the language of the day."""
    if sentence is None:
        return None
    return [sentence.template, {name: str(value) for name, value in sentence.values.items()}]


def _sentence(said: Any) -> Sentence:
    template, values = said
    sentence = Sentence(str(template), {str(name): str(value) for name, value in values.items()})
    str(sentence)
    return sentence


def _written(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None


def _moment(text: str | None) -> datetime | None:
    return unstamp(text) if text else None
