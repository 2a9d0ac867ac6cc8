"""Which answers leave nothing to do for anybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from smsdesk.domain.answer_matching import Sent, leaves_nothing_to_do, match_answer
from smsdesk.domain.questions import Question, QuestionKind

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
YES_NO, NUMBER = Question(QuestionKind.YES_NO), Question(QuestionKind.NUMBER)
DAYS = Question(QuestionKind.CHOICES, ("samedi", "dimanche"))
READ = Question(QuestionKind.ACKNOWLEDGEMENT)
CLOSED = Question(QuestionKind.YES_NO, closes_at=NOON - timedelta(hours=1))


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (
            YES_NO,
            ("Oui", "Ouiii !!!", "Non dsl", "oui nous serons 3", "Oui Léa sera là", "Non merci bonne soirée"),
        ),
        (NUMBER, ("3", "nous serons quatre", "3 adultes et 2 enfants", "Non merci")),
        (DAYS, ("2", "b", "dimanche plutôt", "samedi svp !")),
        (READ, ("ok", "lu", "bien reçu merci")),
        (CLOSED, ("Merci !",)),
        (None, ("merci", "Ok merci, bonne soirée 👍", "👍", "C’est noté", "Merci de nous avoir prévenus !")),
    ],
)
def test_what_is_counted_or_only_thanks_is_done(question: Question | None, texts: tuple[str, ...]) -> None:
    assert [text for text in texts if not done(question, text)] == []


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (
            YES_NO,
            ("Oui, à quelle heure ?", "ok merci", "Non, appelez-moi", "oui mais non", "Merci de me rappeler"),
        ),
        (
            YES_NO,
            (
                "Oui merci de me rappeler",
                "Oui. Léa est malade demain",
                "Oui mais Tom arrivera en retard",
                "STOP",
            ),
        ),
        (NUMBER, ("3 si possible au premier rang", "je ne sais pas encore")),
        (DAYS, ("Dimanche, mais à quelle heure ?", "oui", "ok", "peu importe")),
        (READ, ("vu, mais je ne comprends pas", "ok qui vient ?")),
        (CLOSED, ("Oui", "3")),
        (
            None,
            ("oui", "non", "3", "Léa est malade", "?", "Bonjour", "Bonne soirée", "Merci de nous prévenir"),
        ),
    ],
)
def test_what_only_people_can_judge_waits_for_one(question: Question | None, texts: tuple[str, ...]) -> None:
    """A "oui" to nothing that the desk asked is about something that somebody has to know."""
    assert [text for text in texts if done(question, text)] == []


def done(question: Question | None, text: str) -> bool:
    sent = Sent(1, "Concert", NOON - timedelta(hours=2), question)
    return leaves_nothing_to_do(match_answer([sent], text, NOON), text)


def test_thanks_for_what_was_not_sent_by_us_is_done_too() -> None:
    assert leaves_nothing_to_do(None, "Merci beaucoup")
    assert not leaves_nothing_to_do(None, "Bonjour, merci de me rappeler")
