"""The log sheet of a crisis: who was told what, when, and with which outcome; and whom to call."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
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
        """As the record of an exercise is kept."""
        return json.dumps(
            {
                "steps": [_step_document(step) for step in self.crisis.steps],
                "ended_at": _written(self.crisis.ended_at),
                "institution": self.institution,
                "made_at": stamp(self.made_at),
                "rows": [
                    [row.e164, row.people, [_entry_document(entry) for entry in row.entries], row.landlines]
                    for row in self.rows
                ],
                "unreachable": [
                    [each.name, _sentence_document(each.reason), each.landlines] for each in self.unreachable
                ],
            },
            ensure_ascii=False,
        )


def read_log(text: str, crisis: Crisis) -> LogSheet | None:
    """Read back what `to_json` wrote about this crisis; None for anything else."""
    try:
        return _read(json.loads(text), crisis)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _read(said: Any, crisis: Crisis) -> LogSheet:
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
    rows = tuple(
        LogRow(str(e164), tuple(people), tuple(_entry(each) for each in entries), tuple(landlines))
        for e164, people, entries, landlines in said["rows"]
    )
    unreachable = tuple(
        Unreachable(str(name), _sentence(reason), tuple(landlines))
        for name, reason, landlines in said["unreachable"]
    )
    return LogSheet(whole, str(said["institution"]), unstamp(said["made_at"]), rows, unreachable)


def _step_document(step: CrisisStep) -> list[object]:
    return [step.step, step.number, step.text, stamp(step.at), step.by, step.stopped]


def _step(said: Any) -> CrisisStep:
    step, number, text, at, by, stopped = said
    return CrisisStep(Step(step), int(number), str(text), unstamp(at), str(by), None, int(stopped))


def _entry_document(entry: Entry | None) -> list[object] | None:
    if entry is None:
        return None
    moments = (entry.queued_at, entry.accepted_at, entry.delivered_at)
    return [entry.state, entry.text, *map(_written, moments), _sentence_document(entry.reason)]


def _entry(said: Any) -> Entry | None:
    if said is None:
        return None
    state, text, queued, accepted, delivered, reason = said
    return Entry(
        PartState(state),
        str(text),
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
