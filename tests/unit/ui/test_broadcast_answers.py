"""The answers of a broadcast: its tally, each reading put right by hand, who is silent, and hostile text."""

from __future__ import annotations

import csv
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel
from sent_desk import advance, send

from smsdesk.domain.answer_reading import AnswerKind
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState as S
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.ui.models.answers import AnswerColumn
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.places import NotifyStart, Place, Route

PHONES = tuple(f"+3363998{number:04}" for number in range(5))
YES_NO = Question(QuestionKind.YES_NO)
DAYS = Question(QuestionKind.CHOICES, ("samedi", "dimanche"))


def asked(desk: PageDesk, question: Question | None, count: int = 3) -> int:
    number = send(desk, count, question=question)
    advance(desk, number, [S.DELIVERED] * count)
    return number


def shown(desk: PageDesk, number: int, answers: int) -> BroadcastPage:
    page = desk.show(BroadcastPage)
    assert isinstance(page, BroadcastPage)
    page.open(number)
    child(page, "broadcast_tab_answers").click()
    desk.until(lambda: len(page.answers.read.rows) == answers and page.answers.read.tally.asked > 0)
    return page


def look_at(page: BroadcastPage, row: int = 0) -> None:
    page.answers.table.setCurrentIndex(page.answers.model.index(row, 0))


def chips(page: BroadcastPage) -> list[str]:
    model = page.answers.model
    return [model.index(row, AnswerColumn.READ).data() for row in range(model.rowCount())]


def pick(page: BroadcastPage, name: str, words: str) -> None:
    picker = child(page, name)
    at = next(at for at in range(picker.count()) if words in picker.itemText(at))
    picker.setCurrentIndex(at)
    picker.activated.emit(at)


class TestTally:
    def test_yes_no_other_and_the_silent_stand_beside_each_other(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO, 4)
        page = shown(desk, number, 0)
        assert page.answers.card.bars.summary == "Yes: 0, No: 0, No answer: 4"
        desk.comes(PHONES[0], "Oui !")
        desk.comes(PHONES[1], "Non désolé")
        desk.comes(PHONES[2], "À quelle heure ?")
        desk.until(lambda: len(page.answers.read.rows) == 3)
        assert page.answers.card.bars.summary == "Yes: 1, No: 1, Other words: 1, No answer: 1"
        assert chips(page) == ["Other words", "No", "Yes"]

    def test_the_last_word_of_a_phone_counts_and_the_earlier_one_says_so(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[0], "Oui")
        desk.comes(PHONES[0], "Non finalement")
        page = shown(desk, number, 2)
        assert page.answers.card.bars.summary == "Yes: 0, No: 1, No answer: 2"
        assert chips(page) == ["No", "Yes, earlier"]
        assert page.answers.model.index(1, AnswerColumn.READ).data(Qt.ItemDataRole.ToolTipRole)

    def test_numbers_are_added_up(self, desk: PageDesk) -> None:
        number = asked(desk, Question(QuestionKind.NUMBER))
        desk.comes(PHONES[0], "3")
        desk.comes(PHONES[1], "nous serons 2")
        page = shown(desk, number, 2)
        assert "Number: 2 (in all 5)" in page.answers.card.bars.summary

    def test_choices_by_number_letter_and_word(self, desk: PageDesk) -> None:
        number = asked(desk, DAYS, 4)
        for phone, text in zip(PHONES, ("1", "b", "Samedi svp"), strict=False):
            desk.comes(phone, text)
        page = shown(desk, number, 3)
        assert page.answers.card.bars.summary == "1. samedi: 2, 2. dimanche: 1, No answer: 1"

    def test_a_question_is_closed_and_opened_again(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO)
        page = shown(desk, number, 0)
        child(page, "answers_end").click()
        desk.until(lambda: "closed" in child(page, "answers_question").text())
        desk.comes(PHONES[0], "Oui")
        desk.until(lambda: chips(page) == ["Yes, too late"])
        child(page, "answers_end").click()
        desk.until(lambda: chips(page) == ["Yes"])

    def test_an_acknowledgement_is_confirmed(self, desk: PageDesk) -> None:
        question = Question(QuestionKind.ACKNOWLEDGEMENT, remind_after=1440)
        number = asked(desk, question)
        page = shown(desk, number, 0)
        assert page.answers.card.bars.summary == "Confirmed: 0, No answer: 3"
        assert page.answers.card.heading.text() == "A sign that it was read"
        assert child(page, "answers_question").text() == "reminder after 24 hours"


class TestCorrecting:
    def test_a_reading_is_put_right_by_hand_and_back(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[0], "À quelle heure ?")
        page = shown(desk, number, 1)
        look_at(page)
        pick(page, "answer_reading", "Yes")
        desk.until(lambda: chips(page) == ["Yes"])
        assert page.answers.read.rows[0].read_by
        desk.told[-1].action()
        desk.until(lambda: chips(page) == ["Other words"])

    def test_how_many_come_is_typed(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[0], "Oui")
        page = shown(desk, number, 1)
        look_at(page)
        field = child(page, "answer_number")
        field.setValue(4)
        field.editingFinished.emit()
        desk.until(lambda: chips(page) == ["Yes · 4"])
        pick(page, "answer_reading", "No")
        desk.until(lambda: chips(page) == ["No"])
        assert not field.isVisible()

    def test_a_choice_is_put_right(self, desk: PageDesk) -> None:
        number = asked(desk, DAYS)
        desk.comes(PHONES[0], "plutôt le matin")
        page = shown(desk, number, 1)
        look_at(page)
        pick(page, "answer_reading", "dimanche")
        desk.until(lambda: page.answers.read.rows[0].reading.choice == 2)

    def test_a_message_is_about_another_broadcast(self, desk: PageDesk) -> None:
        first = asked(desk, None, 1)
        content = desk.services.broadcasts.get(first).summary
        second = asked(desk, None, 1)
        desk.comes(PHONES[0], "merci")
        page = shown(desk, second, 1)
        look_at(page)
        desk.until(lambda: child(page, "answer_about").count() == 3)
        pick(page, "answer_about", content.title)
        desk.until(lambda: not page.answers.read.rows)
        assert [row.text for row in desk.services.answers.rows(first)] == ["merci"]
        desk.told[-1].action()
        desk.until(lambda: len(page.answers.read.rows) == 1)

    def test_a_message_is_about_none(self, desk: PageDesk) -> None:
        number = asked(desk, None, 1)
        desk.comes(PHONES[0], "La clé du local ?")
        page = shown(desk, number, 1)
        look_at(page)
        desk.until(lambda: child(page, "answer_about").count() == 2)
        pick(page, "answer_about", "None")
        desk.until(lambda: not page.answers.read.rows)


class TestSilent:
    def test_who_has_not_answered_is_listed_and_written_to(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[0], "Oui")
        page = shown(desk, number, 1)
        child(page, "answers_silent").click()
        model = page.answers.silent
        assert [model.index(row, 0).data() for row in range(2)] == ["Léa Martin1", "Léa Martin2"]
        child(page, "answers_write").click()
        assert desk.gone_to[-1] == Place(
            Route.NOTIFY, NotifyStart(about=number, relation=Relation.NOT_ANSWERED)
        )

    def test_the_others_list_says_when_everybody_has_answered(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO, 1)
        desk.comes(PHONES[0], "Oui")
        page = shown(desk, number, 1)
        child(page, "answers_silent").click()
        assert any(label.text() == "Nobody is missing" for label in page.findChildren(QLabel))
        assert not child(page, "answers_write").isVisible()

    def test_the_follow_up_is_for_the_same_phones_as_the_list(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[1], "merci")
        silent = {each.phone for each in desk.services.answers.not_answered(number)}
        content = desk.services.broadcasts.follow_up(number, Relation.NOT_ANSWERED)
        planned = {each.e164 for each in desk.services.notify.plan(content.request, content.text).messages}
        assert planned == silent == {PHONES[0], PHONES[2]}

    def test_a_reminder_is_seen_beside_those_who_got_it(self, desk: PageDesk) -> None:
        number = asked(desk, Question(QuestionKind.YES_NO, remind_after=60))
        desk.comes(PHONES[0], "Oui")
        with desk.database.write() as connection:
            connection.execute("UPDATE parts SET accepted_at = submitted_at, delivered_at = submitted_at")
        desk.clock.now += timedelta(hours=2)
        assert desk.services.polls.remind_due() == 2
        page = shown(desk, number, 1)
        assert all(each.reminded_at is not None for each in page.answers.read.silent)


HOSTILE = '=1+1 <b>OUI</b> <a href="http://x.example">ici</a> \u202egnp.exe\x1b[2J'


class TestUntrusted:
    def test_hostile_answers_are_plain_everywhere(self, desk: PageDesk, tmp_path: Path) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[0], HOSTILE)
        page = shown(desk, number, 1)
        look_at(page)
        model = page.answers.model
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            for column in AnswerColumn:
                words = model.index(0, column).data(role)
                assert not set("\u202e\x1b") & set(words), (column, role)
        formats = {label.textFormat() for label in page.findChildren(QLabel) if label.objectName()}
        assert formats == {Qt.TextFormat.PlainText}

    def test_tool_tips_are_never_taken_for_html(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[0], "<b>OUI</b><img src='file:///etc/passwd'>")
        page = shown(desk, number, 1)
        tip = page.answers.model.index(0, AnswerColumn.TEXT).data(Qt.ItemDataRole.ToolTipRole)
        assert "<img" not in tip

    def test_the_table_has_neither_formulas_nor_hidden_characters(
        self, desk: PageDesk, tmp_path: Path
    ) -> None:
        number = asked(desk, YES_NO)
        desk.comes(PHONES[0], HOSTILE)
        path = tmp_path / "answers.csv"
        page = shown(desk, number, 1)
        page._answer_acts.write(path, number)
        desk.until(path.exists)
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for line in csv.reader(file, delimiter=";") for cell in line]
        said = next(cell for cell in cells if "OUI" in cell)
        assert not said.startswith("=")
        assert not set("\u202e\x1b") & set("".join(cells))


def test_everything_has_a_name(desk: PageDesk) -> None:
    number = asked(desk, DAYS)
    desk.comes(PHONES[0], "1")
    page = shown(desk, number, 1)
    look_at(page)
    assert page.answers.read.rows[0].reading.kind is AnswerKind.CHOICE
    assert nameless(page) == []


class TestManyAnswers:
    def test_earlier_ones_come_when_they_are_looked_for_and_ones_place_stays(
        self, desk: PageDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("smsdesk.ui.pages.broadcast_answers.ANSWERS_PAGE", 2)
        number = asked(desk, YES_NO, 3)
        for phone in (0, 1, 2, 0, 1):
            desk.comes(PHONES[phone], "Oui" if phone else "Merci")
        page = desk.show(BroadcastPage)
        assert isinstance(page, BroadcastPage)
        model, sizes = page.answers.model, [0]
        for came in (model.modelReset, model.rowsInserted):
            came.connect(lambda *_: sizes.append(len(model.rows)))
        page.open(number)
        child(page, "broadcast_tab_answers").click()
        desk.until(lambda: page.answers.read.count == 5 and len(model.rows) >= 2)
        assert "5" in child(page, "answers_answered").text()
        look_at(page, 1)
        chosen = model.rows[1].received_id

        def looks_further() -> bool:
            """As the table does by itself where it has room for more, or is turned to its end."""
            model.fetchMore(QModelIndex())
            return len(model.rows) == 5

        desk.until(looks_further)
        assert all(later - earlier <= 2 for earlier, later in pairwise(sizes)), sizes
        assert model.rows[page.answers.table.currentIndex().row()].received_id == chosen
        assert not model.canFetchMore(QModelIndex())

    def test_what_counts_is_known_where_only_a_later_thanks_is_shown(self, desk: PageDesk) -> None:
        number = asked(desk, YES_NO, 2)
        desk.comes(PHONES[0], "Oui")
        desk.comes(PHONES[0], "Merci")
        (last,) = desk.services.answers.rows(number, 1)
        assert (last.text, last.counted) == ("Merci", False)
        assert desk.services.answers.count(number) == 2
