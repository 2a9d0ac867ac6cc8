"""The composer's question: how to answer stands in the text, what is wrong is said, a draft keeps it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QComboBox

from smsdesk.domain.compositions import DraftContent, follow_up, read_content
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.domain.wall_time import wall_of
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.places import NotifyStart, Route

ANNE = "+33639980001"


def composing(desk: PageDesk, text: str = "Concert de Noël") -> NotifyPage:
    page = desk.show(NotifyPage)
    assert isinstance(page, NotifyPage)
    page.open(NotifyStart(contact_ids=(desk.person("Anne", "Martin", ANNE),), text=text))
    desk.until(lambda: page.text.written == text)
    return page


def ask(page: NotifyPage, kind: QuestionKind | None) -> None:
    """Choose in the list, as a person does."""
    picker = page.question.kind
    assert isinstance(picker, QComboBox)
    at = picker.findData(str(kind) if kind else "")
    picker.setCurrentIndex(at)
    picker.activated.emit(at)


def choices(page: NotifyPage, written: str) -> None:
    field = child(page, "notify_choices")
    field.setText(written)
    field.textEdited.emit(written)


def ready(desk: PageDesk, page: NotifyPage) -> bool:
    return desk.tasks.idle and bool(page.summary.send.isEnabled())


class TestText:
    def test_how_to_answer_follows_the_kind_that_is_asked_for(self, desk: PageDesk) -> None:
        page = composing(desk)
        ask(page, QuestionKind.YES_NO)
        assert page.text.written == "Concert de Noël\nRépondez OUI ou NON."
        ask(page, QuestionKind.NUMBER)
        assert page.text.written == "Concert de Noël\nRépondez par un nombre."
        ask(page, None)
        assert page.text.written == "Concert de Noël"

    def test_choices_are_numbered_once_there_are_two(self, desk: PageDesk) -> None:
        page = composing(desk)
        ask(page, QuestionKind.CHOICES)
        choices(page, "samedi")
        assert page.text.written == "Concert de Noël"
        choices(page, "samedi, dimanche ; lundi,,")
        assert page.question.question == Question(QuestionKind.CHOICES, ("samedi", "dimanche", "lundi"))
        assert page.text.written.endswith("Répondez 1 pour samedi, 2 pour dimanche, 3 pour lundi.")

    def test_own_words_about_answering_stay(self, desk: PageDesk) -> None:
        own = "Venez-vous ? Merci de répondre avant lundi."
        page = composing(desk, own)
        ask(page, QuestionKind.YES_NO)
        assert page.text.written == own
        ask(page, None)
        assert page.text.written == own

    def test_what_the_desk_changed_in_the_way_to_answer_stays(self, desk: PageDesk) -> None:
        page = composing(desk)
        ask(page, QuestionKind.YES_NO)
        page.text.text.setPlainText("Concert. Répondez OUI ou NON svp.")
        ask(page, QuestionKind.NUMBER)
        assert page.text.written == "Concert. Répondez OUI ou NON svp."


class TestProblems:
    def test_one_choice_is_none_and_cannot_be_sent(self, desk: PageDesk) -> None:
        page = composing(desk)
        desk.until(lambda: ready(desk, page))
        ask(page, QuestionKind.CHOICES)
        choices(page, "samedi")
        assert child(page, "notify_question_problem").text()
        desk.until(lambda: page.summary.problem.label.text() != "")
        assert not page.summary.send.isEnabled()
        choices(page, "samedi, dimanche")
        assert not child(page, "notify_question_problem").text()
        desk.until(lambda: ready(desk, page))

    def test_a_closing_in_the_past_or_before_the_reminder(self, desk: PageDesk) -> None:
        page = composing(desk)
        ask(page, QuestionKind.YES_NO)
        child(page, "notify_closes").setChecked(True)
        past = wall_of(desk.clock() - timedelta(days=1))
        page.question.moment.setDateTime(QDateTime(past.date(), past.time()))
        assert child(page, "notify_question_problem").text()
        soon = wall_of(desk.clock() + timedelta(hours=5))
        page.question.moment.setDateTime(QDateTime(soon.date(), soon.time()))
        assert not child(page, "notify_question_problem").text()
        child(page, "notify_remind").setChecked(True)
        assert child(page, "notify_question_problem").text()
        child(page, "notify_remind_hours").setValue(2)
        assert not child(page, "notify_question_problem").text()
        asked = page.question.question
        assert asked is not None
        assert asked.remind_after == 120

    def test_a_question_is_not_asked_again_and_again(self, desk: PageDesk) -> None:
        page = composing(desk)
        ask(page, QuestionKind.YES_NO)
        desk.until(lambda: ready(desk, page))
        child(page, "notify_repeat").setChecked(True)
        desk.until(lambda: desk.tasks.idle and page.summary.problem.label.text() != "")
        assert not page.summary.send.isEnabled()


class TestSending:
    @pytest.mark.parametrize("later", [False, True], ids=["now", "later"])
    def test_the_broadcast_asks_what_was_composed(self, desk: PageDesk, later: bool) -> None:
        page = composing(desk)
        ask(page, QuestionKind.NUMBER)
        child(page, "notify_remind").setChecked(True)
        if later:
            child(page, "notify_later").setChecked(True)
        desk.until(lambda: ready(desk, page))
        page.summary.send.click()
        page.summary.confirmation.confirmed.emit()
        desk.until(lambda: bool(desk.gone_to) and desk.tasks.idle)
        number = desk.gone_to[-1].what
        assert desk.gone_to[-1].route is Route.BROADCAST
        assert desk.services.polls.question(number) == Question(QuestionKind.NUMBER, remind_after=24 * 60)
        assert page.question.question is None  # the next send asks nothing

    def test_what_is_called_back_asks_again_as_a_draft(self, desk: PageDesk) -> None:
        page = composing(desk)
        ask(page, QuestionKind.YES_NO)
        desk.until(lambda: ready(desk, page))
        page.summary.send.click()
        page.summary.confirmation.confirmed.emit()
        desk.until(lambda: bool(desk.gone_to) and desk.tasks.idle)
        back = desk.services.notify.call_back(desk.gone_to[-1].what)
        page.open(NotifyStart(draft_id=back.draft_id))
        desk.until(lambda: page.question.question == Question(QuestionKind.YES_NO))
        assert page.text.written == "Concert de Noël\nRépondez OUI ou NON."


class TestDrafts:
    def test_a_draft_keeps_its_question(self, desk: PageDesk) -> None:
        page = composing(desk)
        ask(page, QuestionKind.CHOICES)
        choices(page, "samedi, dimanche")
        child(page, "notify_remind").setChecked(True)
        page.leave()
        desk.until(lambda: desk.tasks.idle and bool(desk.services.drafts.list()))
        (draft,) = desk.services.drafts.list()
        assert draft.question == Question(QuestionKind.CHOICES, ("samedi", "dimanche"), remind_after=24 * 60)
        page.open(NotifyStart())
        desk.until(lambda: page.question.question is None)
        page.open(NotifyStart(draft_id=draft.id))
        desk.until(lambda: page.question.question == draft.question)
        ask(page, QuestionKind.YES_NO)  # the way to answer of the draft's text is known to be ours
        assert page.text.written == "Concert de Noël\nRépondez OUI ou NON."

    def test_as_text_and_back(self, desk: PageDesk) -> None:
        asked = Question(QuestionKind.NUMBER, (), desk.clock(), 90)
        content = DraftContent(text="Combien ?", question=asked)
        assert read_content(content.to_json()) == content
        before_there_were_questions = content.to_json().replace('"question"', '"else"')
        kept = read_content(before_there_were_questions)
        assert kept is not None
        assert kept.question is None

    def test_a_repeat_asks_anew_and_other_follow_ups_ask_nothing_themselves(self, desk: PageDesk) -> None:
        first = DraftContent(
            text="Venez-vous ?", question=Question(QuestionKind.YES_NO, (), desk.clock(), 60)
        )
        again = follow_up(first, 1, Relation.REPEAT)
        assert again.question == Question(QuestionKind.YES_NO, remind_after=60)
        assert follow_up(first, 1, Relation.NOT_ANSWERED).question is None


def test_everything_has_a_name(desk: PageDesk) -> None:
    page = composing(desk)
    ask(page, QuestionKind.CHOICES)
    for box in ("notify_closes", "notify_remind"):
        child(page, box).setChecked(True)
    assert nameless(page) == []
