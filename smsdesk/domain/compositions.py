"""What a person composed for a send, so that it can be kept as a draft and composed again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from smsdesk.domain.audience import NOBODY_CHOSEN, AudienceRequest, Outcome
from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.questions import Question, QuestionKind

LONGEST_TEXT = 20_000
"""Characters: far beyond what ten SMS hold, and little enough to keep at every pause."""


@dataclass(frozen=True)
class DraftContent:
    """A send as it stands in the composer. `id` is the draft's (None: not kept yet), moments are aware.

    `template` names the template that the text began with, `fields` are the values typed by field name.
    """

    request: AudienceRequest = NOBODY_CHOSEN
    text: str = ""
    template: str = ""
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    purpose: Purpose = Purpose.INFORMATION
    urgent: bool = False
    not_before: datetime | None = None
    about: int | None = None
    relation: Relation | None = None
    title: str = ""
    """What a list of drafts calls it: to whom."""
    question: Question | None = None
    id: int | None = field(default=None, compare=False)
    updated_at: datetime | None = field(default=None, compare=False)

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it that a person would miss."""
        return self.request.empty and not self.text.strip()

    def to_json(self) -> str:
        """As it is kept: plain ASCII, for half a character may come from a terminal."""
        return json.dumps(
            {
                "request": self.request.to_json(),
                "text": self.text[:LONGEST_TEXT],
                "template": self.template,
                "fields": dict(self.fields),
                "purpose": self.purpose,
                "urgent": self.urgent,
                "not_before": stamp(self.not_before) if self.not_before else None,
                "about": self.about,
                "relation": self.relation,
                "title": self.title,
                "question": _said_question(self.question),
            },
            sort_keys=True,
        )


def read_content(text: str) -> DraftContent | None:
    """Read back what `to_json` wrote; None for anything else."""
    try:
        return _content(json.loads(text))
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _content(said: Any) -> DraftContent:
    return DraftContent(
        request=AudienceRequest.from_json(said["request"]),
        text=_text(said["text"]),
        template=_text(said["template"]),
        fields={_text(name): _text(value) for name, value in dict(said["fields"]).items()},
        purpose=Purpose(said["purpose"]),
        urgent=bool(said["urgent"]),
        not_before=unstamp(_text(said["not_before"])) if said["not_before"] is not None else None,
        about=None if said["about"] is None else _id(said["about"]),
        relation=None if said["relation"] is None else Relation(said["relation"]),
        title=_text(said["title"]),
        question=_question(said.get("question")),
    )


def _said_question(question: Question | None) -> dict[str, Any] | None:
    if question is None:
        return None
    closes = question.closes_at
    return {
        "kind": question.kind,
        "choices": list(question.choices),
        "closes_at": stamp(closes) if closes is not None else None,
        "remind_after": question.remind_after,
    }


def _question(said: Any) -> Question | None:
    """The question of a draft; drafts of before there were any have none."""
    if said is None:
        return None
    closes, minutes = said["closes_at"], said["remind_after"]
    return Question(
        QuestionKind(said["kind"]),
        tuple(map(_text, said["choices"])),
        None if closes is None else unstamp(_text(closes)),
        None if minutes is None else _id(minutes),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _id(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise TypeError(value)
    return value


TO_WHOM: Mapping[Relation, Outcome] = {
    Relation.NOT_REACHED: Outcome.NOT_REACHED,
    Relation.NOT_ANSWERED: Outcome.NOT_ANSWERED,
}
"""Which of the first one's people a follow-up is for; any other goes to all who may have got the first."""

_SAME_WORDS = frozenset({Relation.NOT_REACHED, Relation.NOT_ANSWERED, Relation.REPEAT})
"""Follow-ups that begin with the words of the first."""


def follow_up(first: DraftContent, about: int, relation: Relation) -> DraftContent:
    """What to compose when broadcast `about`, which was composed of `first`, is followed in this way.

    A repeat is for the same groups with the people that they have now; all others are for the first one's.
    It asks the question anew; what the others bring back still answers the question of the first.
    """
    question = first.question if relation is Relation.REPEAT else None
    if question is not None:
        question = replace(question, closes_at=None)
    said = replace(first, id=None, not_before=None, about=about, relation=relation, question=question)
    if relation is not Relation.REPEAT:
        outcome = TO_WHOM.get(relation, Outcome.GOT_IT)
        said = replace(said, request=AudienceRequest(of_broadcast=about, outcome=outcome))
    return said if relation in _SAME_WORDS else replace(said, text="", template="", fields={})
