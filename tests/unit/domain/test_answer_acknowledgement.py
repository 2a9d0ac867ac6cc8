"""The sign that a message was read, as families give it; and the guide's own examples of answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smsdesk.domain.answer_acknowledgement import read_acknowledgement
from smsdesk.domain.answer_matching import Match, Sent, match_answer, match_to, read_for
from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.questions import Question, QuestionKind

GUIDE = (Path(__file__).parents[3] / "docs" / "guide" / "sondages.md").read_text("utf-8")
CONFIRMED = Reading(AnswerKind.YES)


@pytest.mark.parametrize(
    "text",
    [
        "OK", "ok merci", "Ok bien reçu", "Lu", "lu et compris", "Vu", "Bien reçu", "Bien reçu, merci !",
        "C'est noté", "Noté merci", "message reçu", "Merci pour l'info", "👍", "Oui", "D'accord", "Entendu",
        "Je confirme", "Nous en avons pris note", "okay", "reçu 5/5",
    ],
)  # fmt: skip
def test_confirmed(text: str) -> None:
    assert read_acknowledgement(text) == CONFIRMED


@pytest.mark.parametrize(
    "text",
    [
        "Je n'ai pas reçu la pièce jointe", "Je n'ai pas compris", "Pas lu", "C'est confirmé ?", "Qui êtes-vous ?",
        "Aucun message reçu avant", "Léa est malade", "Nous avons lundi de libre", "",
    ],
)  # fmt: skip
def test_not_confirmed(text: str) -> None:
    assert read_acknowledgement(text).kind is not AnswerKind.YES


def test_a_no_stays_a_no() -> None:
    assert read_acknowledgement("Non").kind is AnswerKind.NO


def test_thanks_for_what_was_sent_last_confirm_nothing_older() -> None:
    now = datetime(2026, 3, 11, 12, tzinfo=UTC)
    older = Sent(1, "Règlement", now - timedelta(hours=2), Question(QuestionKind.ACKNOWLEDGEMENT))
    newer = Sent(2, "Cours annulé", now - timedelta(hours=1))
    assert match_answer([newer, older], "ok merci", now) == match_to(newer, "ok merci", now)
    found = match_answer([older], "ok merci", now)
    assert found == Match(1, CONFIRMED, open=True, fits=True)


EXPECTED = {
    "Oui ou non": (Question(QuestionKind.YES_NO), {AnswerKind.YES, AnswerKind.NO}),
    "Un nombre": (Question(QuestionKind.NUMBER), {AnswerKind.NUMBER}),
    "Un choix": (Question(QuestionKind.CHOICES, ("samedi", "dimanche")), {AnswerKind.CHOICE}),
    "Un accusé de lecture": (Question(QuestionKind.ACKNOWLEDGEMENT), {AnswerKind.YES}),
}


@pytest.mark.parametrize("asked", EXPECTED)
def test_the_examples_of_the_guide_are_read_as_it_says(asked: str) -> None:
    question, kinds = EXPECTED[asked]
    row = next(line for line in GUIDE.splitlines() if line.startswith(f"| {asked} |"))
    examples = re.findall("« ([^»]+) »", row)
    assert len(examples) >= 2
    for example in examples:
        assert read_for(question, example).kind in kinds, example
