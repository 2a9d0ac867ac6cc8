"""Answers find their broadcast, are counted by phone, and a person has the last word about both."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from answer_desk import ANNE, EVA, LUC, NOON, PAUL, AnswerDesk

from smsdesk.domain.answer_reading import AnswerKind, Reading
from smsdesk.domain.answer_views import Tally
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.services.events import Changed, Topic

YES_NO = Question(QuestionKind.YES_NO)
NUMBER = Question(QuestionKind.NUMBER)
DAYS = Question(QuestionKind.CHOICES, ("samedi", "dimanche"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AnswerDesk]:
    made = AnswerDesk(tmp_path)
    yield made
    made.database.close()


class TestWhichBroadcast:
    def test_the_last_one_that_left_for_the_phone(self, desk: AnswerDesk) -> None:
        first = desk.ask(ANNE, PAUL)
        desk.pass_(hours=1)
        second = desk.ask(ANNE)
        assert desk.about(desk.comes(ANNE, "Merci")) == second
        assert desk.about(desk.comes(PAUL, "Merci")) == first
        assert Changed(Topic.BROADCASTS, first) in desk.heard

    def test_what_waits_to_be_sent_or_left_later_is_not_answered(self, desk: AnswerDesk) -> None:
        sent = desk.ask(ANNE)
        waiting = desk.services.notify.send_numbers([ANNE], "Plus tard")
        answer = desk.comes(ANNE, "Oui")
        desk.leaves(waiting)
        assert desk.about(answer) == sent

    def test_nothing_was_sent_lately_or_ever(self, desk: AnswerDesk) -> None:
        assert desk.about(desk.comes(EVA, "Bonjour")) is None
        desk.ask(ANNE)
        desk.pass_(days=31)
        assert desk.about(desk.comes(ANNE, "Oui")) is None

    def test_an_open_question_is_answered_across_a_later_notice(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, question=YES_NO)
        desk.pass_(hours=1)
        notice = desk.ask(ANNE, text="Le cours de jeudi est annulé")
        assert desk.about(desk.comes(ANNE, "Oui nous serons là")) == asked
        assert desk.about(desk.comes(ANNE, "ok merci")) == notice
        assert desk.about(desk.comes(ANNE, "À quelle heure ?")) == notice
        assert desk.about(desk.comes(ANNE, "3")) == notice

    def test_each_question_gets_what_fits_it(self, desk: AnswerDesk) -> None:
        number = desk.ask(ANNE, question=NUMBER)
        desk.pass_(hours=1)
        days = desk.ask(ANNE, question=DAYS)
        assert desk.about(desk.comes(ANNE, "dimanche")) == days
        assert desk.about(desk.comes(ANNE, "nous serons 4")) == number
        assert desk.about(desk.comes(ANNE, "ok merci")) == days  # no sure answer to anything: the last one
        assert (desk.services.answers.tally(number).total, desk.services.answers.tally(days).answered) == (
            4,
            1,
        )

    def test_a_closed_question_is_past(self, desk: AnswerDesk) -> None:
        question = Question(QuestionKind.YES_NO, closes_at=NOON + timedelta(hours=2))
        desk.ask(ANNE, question=question)
        desk.pass_(hours=1)
        notice = desk.ask(ANNE, text="Le cours de jeudi est annulé")
        desk.pass_(hours=2)
        assert desk.about(desk.comes(ANNE, "Oui")) == notice

    def test_a_question_with_an_end_is_open_for_months(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, question=Question(QuestionKind.YES_NO, closes_at=NOON + timedelta(days=90)))
        desk.pass_(days=80)
        assert desk.about(desk.comes(ANNE, "Oui")) == asked

    @pytest.mark.parametrize(
        "relation", [Relation.NOT_ANSWERED, Relation.NOT_REACHED, Relation.SECOND_GUARDIAN]
    )
    def test_a_follow_up_for_the_same_notice_is_answered_as_the_first(
        self, desk: AnswerDesk, relation: Relation
    ) -> None:
        first = desk.ask(ANNE, PAUL, question=YES_NO)
        desk.pass_(hours=3)
        again = desk.ask(PAUL, about=first, relation=relation)
        assert desk.about(desk.comes(PAUL, "non")) == first
        assert desk.services.answers.tally(again) == desk.services.answers.tally(first)

    def test_one_that_says_or_asks_something_else_is_its_own(self, desk: AnswerDesk) -> None:
        first = desk.ask(ANNE, question=YES_NO)
        desk.pass_(hours=3)
        other = desk.ask(ANNE, about=first, relation=Relation.NOT_ANSWERED, question=NUMBER)
        assert desk.about(desk.comes(ANNE, "3")) == other
        correction = desk.ask(ANNE, about=other, relation=Relation.CORRECTION)
        assert desk.about(desk.comes(ANNE, "Merci")) == correction

    def test_what_answers_something_else_is_no_answer_to_this(self, desk: AnswerDesk) -> None:
        first = desk.ask(ANNE)
        desk.pass_(hours=1)
        second = desk.ask(ANNE, text="Autre chose")
        answer = desk.comes(ANNE, "Merci")
        for broadcast, silent in ((second, first), (first, second)):
            desk.services.answers.set_about(answer, broadcast)
            request = desk.services.broadcasts.follow_up(silent, Relation.NOT_ANSWERED).request
            assert desk.services.notify.plan(request, "Alors ?").phones == 1
            request = desk.services.broadcasts.follow_up(broadcast, Relation.NOT_ANSWERED).request
            assert desk.services.notify.plan(request, "Alors ?").phones == 0

    def test_replies_and_tests_are_no_broadcasts(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE)
        desk.pass_(hours=1)
        desk.leaves(desk.services.notify.reply(ANNE, "Oui, à 17 h"))
        desk.ask(ANNE, relation=Relation.TEST)
        assert desk.about(desk.comes(ANNE, "Merci")) == asked

    def test_senders_that_are_no_phones_answer_nothing(self, desk: AnswerDesk) -> None:
        desk.ask(ANNE)
        assert desk.about(desk.comes("INFO", "Oui", SenderKind.ALPHANUMERIC)) is None
        assert desk.about(desk.comes(ANNE, "Oui", SenderKind.SHORT_CODE)) is None

    @pytest.mark.parametrize("seconds", [30, 3_000_000])
    def test_a_clock_that_was_set_back(self, desk: AnswerDesk, seconds: int) -> None:
        asked = desk.ask(ANNE)
        desk.pass_(seconds=-seconds)
        assert desk.about(desk.comes(ANNE, "Oui")) == asked


class TestTally:
    def test_yes_no_numbers_and_other_words(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, PAUL, EVA, LUC, question=YES_NO)
        desk.comes(ANNE, "Oui nous serons 3")
        desk.comes(PAUL, "ok merci")
        desk.comes(EVA, "Qui êtes-vous ?")
        assert desk.services.answers.tally(asked) == Tally(
            asked=4, answered=3, yes=2, numbers=1, total=3, other=1, unsure=1, question=YES_NO
        )
        assert desk.services.answers.tally(asked).not_answered == 1
        assert [each.phone for each in desk.services.answers.not_answered(asked)] == [LUC]

    def test_the_last_word_of_a_phone_counts_and_all_are_kept(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, question=YES_NO)
        desk.comes(ANNE, "Oui")
        desk.comes(ANNE, "Finalement non")
        desk.comes(ANNE, "Merci")
        tally = desk.services.answers.tally(asked)
        assert (tally.answered, tally.yes, tally.no, tally.other) == (1, 0, 1, 0)
        rows = desk.services.answers.rows(asked)
        assert [(row.text, row.counted) for row in rows] == [
            ("Merci", False), ("Finalement non", True), ("Oui", False)
        ]  # fmt: skip

    def test_choices(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, PAUL, EVA, question=DAYS)
        for phone, text in ((ANNE, "1"), (PAUL, "plutôt dimanche svp"), (EVA, "Samedi !")):
            desk.comes(phone, text)
        tally = desk.services.answers.tally(asked)
        assert [(each.label, each.count) for each in tally.choices] == [("samedi", 2), ("dimanche", 1)]

    def test_who_does_not_have_it_is_not_asked(self, desk: AnswerDesk) -> None:
        asked = desk.services.notify.send_numbers([ANNE, PAUL, EVA], "Venez-vous ?")
        desk.leaves(asked, [ANNE])
        desk.leaves(asked, [PAUL], "unknown")
        assert desk.services.answers.tally(asked).asked == 1
        desk.comes(PAUL, "Oui")  # whoever answers has it
        assert desk.services.answers.tally(asked) == Tally(asked=2, answered=1, yes=1)

    def test_what_comes_after_the_end_is_kept_and_not_counted(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, question=Question(QuestionKind.YES_NO, closes_at=NOON + timedelta(hours=1)))
        desk.pass_(hours=2)
        late = desk.comes(ANNE, "Oui")
        tally = desk.services.answers.tally(asked)
        assert (tally.answered, tally.yes, tally.late, tally.not_answered) == (0, 0, 1, 1)
        assert desk.services.answers.rows(asked)[0].late
        desk.services.answers.set_reading(late, Reading(AnswerKind.YES))
        tally = desk.services.answers.tally(asked)
        assert (tally.answered, tally.yes, tally.late) == (1, 1, 0)

    def test_there_is_no_such_broadcast(self, desk: AnswerDesk) -> None:
        with pytest.raises(InputError, match="no broadcast 7"):
            desk.services.answers.tally(7)


class TestCorrecting:
    def test_the_reading(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, question=NUMBER)
        answer = desk.comes(ANNE, "Moi et mon mari, plus la petite")
        assert desk.reading(answer).kind is AnswerKind.OTHER
        desk.heard.clear()
        desk.services.answers.set_reading(answer, Reading(AnswerKind.NUMBER, 3))
        assert {Changed(Topic.BROADCASTS, asked), Changed(Topic.INBOX)} == set(desk.heard)
        desk.reopen()
        (row,) = desk.services.answers.rows(asked)
        assert (row.reading, row.counted) == (Reading(AnswerKind.NUMBER, 3), True)
        assert row.read_by
        assert desk.services.answers.tally(asked).total == 3

    @pytest.mark.parametrize(
        "reading",
        [
            Reading(AnswerKind.NUMBER),
            Reading(AnswerKind.NUMBER, -1),
            Reading(AnswerKind.NUMBER, 100_000),
            Reading(AnswerKind.CHOICE, choice=1),
        ],
    )
    def test_what_cannot_be(self, desk: AnswerDesk, reading: Reading) -> None:
        desk.ask(ANNE, question=NUMBER)
        answer = desk.comes(ANNE, "Moi et mon mari")
        with pytest.raises(InputError):
            desk.services.answers.set_reading(answer, reading)
        assert desk.reading(answer).kind is AnswerKind.OTHER

    def test_the_broadcast(self, desk: AnswerDesk) -> None:
        first = desk.ask(ANNE, question=DAYS)
        desk.pass_(hours=1)
        second = desk.ask(ANNE, text="Le cours de jeudi est annulé")
        answer = desk.comes(ANNE, "celui de samedi, pas celui de dimanche, mais rappelez-moi")
        candidates = desk.services.answers.candidates(ANNE)
        assert [(each.broadcast_id, each.asks) for each in candidates] == [(second, False), (first, True)]
        for broadcast, about in ((second, second), (None, None), (first, first)):
            desk.services.answers.set_about(answer, broadcast)
            assert desk.about(answer) == about
        assert desk.reading(answer) == Reading(AnswerKind.CHOICE, choice=1)
        assert desk.services.answers.tally(second).answered == 0
        assert desk.services.answers.rows(first)[0].about_by

    def test_a_message_that_answered_nothing(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE)
        answer = desk.comes(EVA, "Oui pour ma sœur Anne")
        with pytest.raises(InputError, match="answers no broadcast"):
            desk.services.answers.set_reading(answer, Reading(AnswerKind.YES))
        desk.services.answers.set_about(answer, asked)
        tally = desk.services.answers.tally(asked)
        assert (tally.asked, tally.answered, tally.yes) == (2, 1, 1)

    def test_ids_that_are_not_there(self, desk: AnswerDesk) -> None:
        answer = desk.comes(ANNE, "Oui")
        with pytest.raises(InputError, match="no received message 99"):
            desk.services.answers.set_about(99, None)
        with pytest.raises(InputError, match="no broadcast 99"):
            desk.services.answers.set_about(answer, 99)


def test_the_last_message_of_each_phone(desk: AnswerDesk) -> None:
    asked = desk.ask(ANNE, PAUL)
    desk.comes(ANNE, "Oui")
    desk.comes(EVA, "Bonjour")
    paul = desk.comes(PAUL, "Non")
    desk.services.answers.set_about(paul, None)
    found = desk.services.answers.about_phones([ANNE, PAUL, EVA, LUC])
    assert {phone: about.broadcast_id for phone, about in found.items()} == {ANNE: asked}


def test_a_conversation_on_paper_tells_what_was_answered(desk: AnswerDesk) -> None:
    desk.ask(ANNE, text="Concert samedi ?", question=YES_NO)
    desk.comes(ANNE, "Oui")
    desk.services.answers.set_about(desk.comes(ANNE, "Bonjour"), None)
    sent, answer, other = desk.services.inbox.thread_paper(ANNE).lines
    assert (answer.broadcast, other.broadcast) == (sent.broadcast, "")
    assert sent.broadcast


def todo(desk: AnswerDesk) -> list[str]:
    return sorted(each.phone for each in desk.services.inbox.conversations(show=InboxFilter.TODO))


def test_a_counted_answer_and_thanks_wait_for_nobody_and_stay_unread(desk: AnswerDesk) -> None:
    desk.comes(LUC, "Le cours a-t-il lieu ?")
    desk.ask(ANNE, PAUL, EVA, LUC, question=YES_NO)
    for phone, text in ((ANNE, "Oui"), (PAUL, "Oui, à quelle heure ?"), (EVA, "ok merci"), (LUC, "Non")):
        desk.comes(phone, text)
    assert todo(desk) == [PAUL, EVA, LUC]  # a question, a guess, and somebody who asked before
    assert desk.services.inbox.unread_count() == 5
    desk.comes(ANNE, "Finalement Léa est malade")
    desk.services.inbox.finish(EVA)
    desk.comes(EVA, "Merci !")
    assert todo(desk) == [ANNE, PAUL, EVA, LUC]  # thanks to an open question confirm nothing


def test_a_yes_to_what_nobody_asked_here_waits_for_a_person(desk: AnswerDesk) -> None:
    desk.ask(ANNE, PAUL)
    desk.comes(ANNE, "oui")
    desk.comes(PAUL, "Merci, bonne soirée")
    assert todo(desk) == [ANNE]


def test_the_list_on_paper(desk: AnswerDesk, tmp_path: Path) -> None:
    asked = desk.ask(ANNE, PAUL, EVA, question=DAYS)
    desk.comes(ANNE, "=1+1 dimanche")
    desk.comes(PAUL, "ok\u202e")
    path = tmp_path / "réponses.csv"
    assert desk.services.answers.write_answers(asked, path) == 3
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0][:6] == ["Pour", "Téléphone", "Réponse", "Nombre", "Compte", "À vérifier"]
    assert [(row[2], row[4], row[5]) for row in rows[1:]] == [
        ("OUI", "oui", "oui"), ("dimanche", "oui", ""), ("sans réponse", "", "")
    ]  # fmt: skip
    assert "\u202e" not in rows[1][6]
    assert not rows[2][6].startswith("=")
