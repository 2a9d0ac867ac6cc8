"""`drafts`: kept, listed, looked at, sent once and deleted; what cannot be sent stays a draft."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.services.people import ContactDraft


@pytest.fixture
def run(profile: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; gives its JSON, or the sentence on standard error when it has to refuse."""
    with Desk.open(profile) as desk:
        people = desk.services.people
        choir = made_group(people, "Chorale")
        lea = people.save_contact(ContactDraft("Léa", "Martin", ContactKind.PUPIL, (Phone("+33639980001"),)))
        people.add_to_group(choir.id, [lea.id])

    return Terminal(profile, capsys).answer


def test_a_draft_is_kept_looked_at_and_sent_once(run: Any) -> None:
    kept = run("drafts", "keep", "chorale", "--text", "{prénom}, répétition.")
    assert (kept["id"], kept["title"], kept["at"]) == (1, "Chorale", None)
    assert [each["text"] for each in run("drafts")] == ["{prénom}, répétition."]
    seen = run("drafts", "show", "1")
    assert (seen["messages"], seen["parts"], seen["problem"]) == (1, 1, None)
    assert run("drafts", "send", "1") == {"broadcast": 1, "messages": 1}
    assert [each["text"] for each in run("messages")] == ["Léa, répétition."]
    assert run("drafts") == []
    assert "no longer there" in run("drafts", "send", "1", code=2)
    assert len(run("broadcasts")) == 1


def test_a_draft_asks_its_question(run: Any, profile: Path) -> None:
    run("drafts", "keep", "chorale", "--text", "Vous venez ? Répondez OUI ou NON.")
    with Desk.open(profile) as desk:
        drafts = desk.services.drafts
        drafts.save(replace(drafts.take(1), question=Question(QuestionKind.YES_NO)))
    run("drafts", "send", "1")
    with Desk.open(profile) as desk:
        question = desk.services.answers.tally(1).question
    assert question is not None
    assert question.kind is QuestionKind.YES_NO


def test_a_draft_that_cannot_be_sent_stays(run: Any) -> None:
    run("drafts", "keep", "chorale", "--text", "Bonjour {zzz}.")
    assert "{zzz}" in run("drafts", "show", "1")["problem"]
    assert "{zzz} does not exist" in run("drafts", "send", "1", code=2)
    assert len(run("drafts")) == 1
    assert run("broadcasts") == []
    assert run("drafts", "delete", "1") == {"draft": 1, "deleted": True}
    assert "no longer there" in run("drafts", "delete", "1", code=2)
    assert "no longer there" in run("drafts", "show", "9", code=2)


def test_what_is_no_group_keeps_nothing(run: Any) -> None:
    assert "zzz" in run("drafts", "keep", "zzz", "--text", "Bonjour.", code=2)
    assert run("drafts") == []
