"""Questions end when they should, and whoever says nothing is reminded: once, in time, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from answer_desk import ANNE, EVA, NOON, PAUL, AnswerDesk

from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.questions import Question, QuestionKind, call_to_action, with_call_to_action
from smsdesk.services.notify import SendOptions
from smsdesk.storage import questions

ASKED = Question(QuestionKind.YES_NO, remind_after=60)
SHORT = Question(QuestionKind.YES_NO, closes_at=NOON + timedelta(hours=3), remind_after=60)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AnswerDesk]:
    made = AnswerDesk(tmp_path)
    yield made
    made.database.close()


def reminded(desk: AnswerDesk) -> list[tuple[str, str]]:
    """Phone and text of each reminder."""
    sent = desk.services.broadcasts.messages()[::-1]
    return [(each.e164, each.text) for each in sent if each.text.startswith("Rappel")]


def look(desk: AnswerDesk, **span: float) -> int:
    desk.pass_(**span)
    return desk.services.polls.remind_due()


class TestQuestions:
    def test_a_question_is_kept_with_its_broadcast(self, desk: AnswerDesk) -> None:
        question = Question(
            QuestionKind.CHOICES, ("samedi", "dimanche"), NOON + timedelta(days=2), remind_after=1440
        )
        asked = desk.ask(ANNE, question=question)
        plain = desk.ask(ANNE)
        desk.reopen()
        assert desk.services.polls.question(asked) == question
        assert desk.services.polls.question(plain) is None
        assert desk.services.polls.asking([asked, plain]) == {asked: question}

    @pytest.mark.parametrize(
        ("question", "problem"),
        [
            (Question(QuestionKind.CHOICES, ("samedi", " ")), "choice is empty"),
            (Question(QuestionKind.YES_NO, ("a", "b")), "has choices"),
            (Question(QuestionKind.CHOICES, ("seul",)), "2 to 9"),
            (Question(QuestionKind.CHOICES, tuple("abcdefghij")), "2 to 9"),
            (Question(QuestionKind.CHOICES, ("Été", "ete")), "the same"),
            (Question(QuestionKind.CHOICES, ("x" * 41, "y")), "too long"),
            (Question(QuestionKind.YES_NO, closes_at=NOON), "not possible"),
            (Question(QuestionKind.YES_NO, closes_at=NOON + timedelta(days=400)), "not possible"),
            (Question(QuestionKind.YES_NO, remind_after=0), "30 days"),
            (Question(QuestionKind.YES_NO, remind_after=10**6), "30 days"),
            (replace(SHORT, remind_after=180), "after the last moment"),
        ],
    )
    def test_what_cannot_be_asked_is_not_sent(
        self, desk: AnswerDesk, question: Question, problem: str
    ) -> None:
        with pytest.raises(InputError, match=problem):
            desk.ask(ANNE, question=question)
        assert desk.services.broadcasts.list() == ()

    def test_the_end_counts_from_when_it_is_sent(self, desk: AnswerDesk) -> None:
        with pytest.raises(InputError, match="not possible"):
            desk.ask(ANNE, question=SHORT, not_before=NOON + timedelta(hours=4))

    def test_how_to_answer(self) -> None:
        days = Question(QuestionKind.CHOICES, ("samedi", "dimanche"))
        assert call_to_action(days) == "Répondez 1 pour samedi, 2 pour dimanche."
        assert with_call_to_action("Quel jour ? ", days).endswith(
            "?\nRépondez 1 pour samedi, 2 pour dimanche."
        )
        assert with_call_to_action("REPONDEZ oui ou non", days) == "REPONDEZ oui ou non"


class TestEnd:
    def test_closing_now_and_opening_again(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, PAUL, question=ASKED)
        desk.comes(ANNE, "Oui")
        desk.pass_(minutes=5)
        desk.services.polls.close(asked)
        desk.comes(PAUL, "Oui")
        assert desk.services.answers.tally(asked).late == 1
        desk.services.polls.keep_open(asked, desk.now + timedelta(days=1))
        tally = desk.services.answers.tally(asked)
        assert (tally.yes, tally.late) == (2, 0)
        desk.services.polls.keep_open(asked, None)
        question = desk.services.polls.question(asked)
        assert question is not None
        assert question.closes_at is None

    def test_what_cannot_be(self, desk: AnswerDesk) -> None:
        asked, plain = desk.ask(ANNE, question=ASKED), desk.ask(PAUL)
        with pytest.raises(InputError, match="not possible"):
            desk.services.polls.keep_open(asked, NOON - timedelta(days=1))
        for ask in (desk.services.polls.close, lambda number: desk.services.polls.keep_open(number, None)):
            with pytest.raises(InputError, match="asks nothing"):
                ask(plain)


class TestReminder:
    def test_the_silent_are_reminded_once(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, PAUL, EVA, question=ASKED)
        desk.comes(PAUL, "Oui")
        assert look(desk, minutes=59) == 0
        assert look(desk, minutes=2) == 2
        assert reminded(desk) == [(ANNE, "Rappel : Venez-vous ?"), (EVA, "Rappel : Venez-vous ?")]
        desk.reopen()
        assert look(desk, days=3) == 0
        assert [each.reminded_at is not None for each in desk.services.answers.not_answered(asked)] == [
            True,
            True,
        ]
        summary = desk.services.broadcasts.list()[0]
        assert (summary.about, summary.relation) == (asked, Relation.NOT_ANSWERED)

    def test_an_answer_that_just_came_is_read_first(self, desk: AnswerDesk) -> None:
        desk.ask(ANNE, question=ASKED)
        desk.pass_(hours=2)
        desk.arrives(ANNE, "Oui")
        assert look(desk) == 0
        desk.services.incoming_rules.handle_waiting()
        assert look(desk) == 0
        assert reminded(desk) == []

    def test_each_phone_by_when_it_got_the_question(self, desk: AnswerDesk) -> None:
        asked = desk.services.notify.send_numbers(
            [ANNE, PAUL, EVA], "Venez-vous ?", SendOptions(question=ASKED)
        )
        desk.leaves(asked, [ANNE])
        desk.pass_(minutes=40)
        desk.leaves(asked, [PAUL])
        assert look(desk, minutes=30) == 1
        assert look(desk, minutes=40) == 1
        desk.leaves(asked, [EVA])
        assert look(desk, minutes=61) == 1
        assert [phone for phone, _ in reminded(desk)] == [ANNE, PAUL, EVA]
        reminders = [each for each in desk.services.broadcasts.list() if each.about == asked]
        assert len(reminders) == 1

    def test_whose_sms_is_uncertain_or_failed_is_not_reminded(self, desk: AnswerDesk) -> None:
        asked = desk.services.notify.send_numbers([ANNE, PAUL], "Venez-vous ?", SendOptions(question=ASKED))
        desk.leaves(asked, [ANNE], "unknown")
        desk.leaves(asked, [PAUL], "failed")
        assert look(desk, hours=2) == 0

    def test_nobody_is_reminded_of_what_is_over(self, desk: AnswerDesk) -> None:
        closed = desk.ask(ANNE, question=SHORT)
        desk.services.polls.close(closed)
        cancelled = desk.ask(PAUL, question=ASKED)
        desk.services.broadcasts.cancel(cancelled)
        assert look(desk, hours=2) == 0
        assert questions.to_remind(desk.database.read()) == []

    def test_a_held_broadcast_reminds_nobody(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, question=ASKED)
        desk.services.broadcasts.pause(asked)
        assert look(desk, hours=2) == 0
        desk.services.broadcasts.resume(asked)
        assert look(desk) == 1

    def test_a_reminder_that_a_person_stopped_stays_stopped(self, desk: AnswerDesk) -> None:
        asked = desk.services.notify.send_numbers([ANNE, PAUL], "Venez-vous ?", SendOptions(question=ASKED))
        desk.leaves(asked, [ANNE])
        assert look(desk, hours=2) == 1
        desk.services.broadcasts.cancel(desk.services.broadcasts.list()[0].id)
        desk.leaves(asked, [PAUL])
        assert look(desk, hours=2) == 0

    def test_a_reminder_expires_when_the_question_closes(self, desk: AnswerDesk) -> None:
        desk.ask(ANNE, question=SHORT)
        assert look(desk, minutes=61) == 1
        assert desk.services.broadcasts.list()[0].expires_at == SHORT.closes_at

    def test_who_objected_meanwhile_is_not_written_to(self, desk: AnswerDesk) -> None:
        asked = desk.ask(ANNE, PAUL, question=ASKED)
        desk.services.consents.record(ANNE, Purpose.INFORMATION, granted=False, source="phone")
        look(desk, hours=2)
        waiting = desk.database.read().execute(
            "SELECT e164 FROM messages m JOIN parts p ON p.message_id = m.id WHERE p.state = 'queued'"
        )
        assert [row[0] for row in waiting] == [PAUL]
        assert [phone for phone, _ in reminded(desk)] == [PAUL]
        reminder = desk.services.broadcasts.list()[0].id
        (left_out,) = desk.services.broadcasts.get(reminder).left_out
        assert (left_out.name, str(left_out.reason)) == (ANNE, "Refused these messages.")
        assert [
            (each.phone, each.reminded_at is not None, each.refuses)
            for each in desk.services.answers.not_answered(asked)
        ] == [(ANNE, False, True), (PAUL, True, False)]

    def test_where_all_the_silent_objected_nothing_is_queued_and_the_rule_ends(
        self, desk: AnswerDesk
    ) -> None:
        desk.ask(ANNE, question=ASKED)
        desk.services.consents.record(ANNE, Purpose.INFORMATION, granted=False, source="sms")
        assert look(desk, hours=2) == 0
        assert len(desk.services.broadcasts.list()) == 1
        assert questions.to_remind(desk.database.read()) == []

    def test_the_rule_ends_when_all_are_looked_after(self, desk: AnswerDesk) -> None:
        desk.ask(ANNE, PAUL, question=ASKED)
        desk.comes(ANNE, "Oui")
        assert len(questions.to_remind(desk.database.read())) == 1
        look(desk, hours=2)
        assert questions.to_remind(desk.database.read()) == []

    def test_a_long_text_goes_without_the_word(self, desk: AnswerDesk) -> None:
        text = "é" * 1530
        desk.ask(ANNE, question=ASKED, text=text)
        assert look(desk, hours=2) == 1
        assert desk.services.broadcasts.messages()[0].text == text
