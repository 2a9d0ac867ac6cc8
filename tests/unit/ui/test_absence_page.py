"""The page of absences: three clicks, the keyboard alone, what is filled, and what is told later."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from conservatory import FATHER, JEAN, MOTHER, NADIA, WED, WEDNESDAY, Conservatory, slot
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit

from smsdesk.domain.course_notices import NoticeKind
from smsdesk.domain.outgoing import PartState
from smsdesk.ui.pages.absence import AbsencePage
from smsdesk.ui.places import AbsenceStart, Place, Route
from smsdesk.ui.widgets.taskbuttons import TaskButton

CALLED_OFF = "Le secrétariat : absence d'Hélène Marchand mercredi 25 novembre. Pas de cours pour"


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    desk.clock.now = datetime.combine(WEDNESDAY, datetime.min.time(), tzinfo=UTC) + timedelta(hours=8)
    return desk


@pytest.fixture
def school(desk: PageDesk) -> Conservatory:
    return Conservatory(desk.services.people)


@pytest.fixture
def page(desk: PageDesk, school: Conservatory) -> AbsencePage:
    page = desk.show(AbsencePage)
    assert isinstance(page, AbsencePage)
    page.open(None)
    settle(desk, page)
    return page


def settle(desk: PageDesk, page: AbsencePage) -> None:
    desk.until(lambda: desk.tasks.idle and not page._replan.isActive())


def press(desk: PageDesk, page: AbsencePage, name: str) -> None:
    """Click what is seen under this name; what was replaced may not be gone yet, nor the new one shown."""

    def seen() -> list[QAbstractButton]:
        return [each for each in page.findChildren(QAbstractButton, name) if each.isVisible()]

    desk.until(lambda: len(seen()) == 1)
    assert seen()[0].isEnabled(), name
    seen()[0].click()


def choose(desk: PageDesk, page: AbsencePage, school: Conservatory) -> None:
    press(desk, page, f"absence_teacher_{school.marchand.id}")
    settle(desk, page)


def shown_text(page: AbsencePage) -> str:
    message = page.summary.preview.message
    return message.text if message is not None else ""


def sent_texts(desk: PageDesk) -> dict[str, str]:
    number = desk.services.broadcasts.list()[0].id
    return {each.e164: each.text for each in desk.services.broadcasts.messages(number)}


def test_a_teacher_and_yes_are_all_that_is_left_of_the_three_clicks(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_confirm")
    settle(desk, page)

    both = f"{CALLED_OFF} Léa (Piano 13h) et Tom (Piano 13h30)."
    assert sent_texts(desk) == {MOTHER: both, FATHER: both, JEAN: f"{CALLED_OFF} Jean (Piano 18h)."}
    number = desk.services.broadcasts.list()[0].id
    assert desk.gone_to == [Place(Route.BROADCAST, number)]
    assert [notice.seconds for notice in desk.told] == [5]


def test_five_seconds_to_call_it_back_and_begin_with_the_same_teacher(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_confirm")
    settle(desk, page)

    action = desk.told[0].action
    assert action is not None
    action()
    settle(desk, page)
    number = desk.services.broadcasts.list()[0].id
    assert {each.state for each in desk.services.broadcasts.messages(number)} == {PartState.CANCELLED}
    again = desk.gone_to[-1]
    assert again.route is Route.ABSENCE
    assert isinstance(again.what, AbsenceStart)
    assert again.what.teacher_id == school.marchand.id
    assert [str(each.text) for each in desk.told[1:]] == ["Cancelled: nothing was sent."]


def test_what_was_called_back_stands_there_again_as_it_was_chosen(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "absence_span")
    page.what.days.last_field.show_day(WEDNESDAY + timedelta(days=8))
    settle(desk, page)
    press(desk, page, f"absence_course_{school.piano.id}_{WEDNESDAY}_{time(18)}")
    press(desk, page, "notify_second_guardian")
    page.what.second.field.setValue(20)
    page.what.exclude(school.zoe.id, "Zoé Benali")
    page.text.text.setPlainText("{cours} : {motif}.")
    settle(desk, page)
    child(page, "notify_field_motif").setText("grève")
    settle(desk, page)
    press(desk, page, "notify_send")
    before = page._request(school.marchand.id)
    press(desk, page, "notify_confirm")
    settle(desk, page)

    action = desk.told[0].action
    assert action is not None
    action()
    settle(desk, page)
    page.open(desk.gone_to[-1].what)
    settle(desk, page)

    assert before.text == "{cours} : {motif}."
    assert (before.last, before.second_guardian_after) == (WEDNESDAY + timedelta(days=8), 20)
    assert page._request(school.marchand.id) == before
    page.open(AbsenceStart(school.marchand.id))
    settle(desk, page)
    assert page.what.second.minutes is None, "the next absence begins anew"


def test_what_had_left_when_it_was_called_back_is_said(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_confirm")
    settle(desk, page)
    desk.hand_over(desk.services.broadcasts.list()[0].id)

    action = desk.told[0].action
    assert action is not None
    action()
    settle(desk, page)

    assert [each.text for each in desk.told[1:]] == ["0 messages were stopped. 3 were already on their way."]
    assert desk.gone_to[-1].route is Route.BROADCAST


def test_todays_teachers_come_first_in_the_order_of_their_hours(
    page: AbsencePage, school: Conservatory
) -> None:
    shown = [each.objectName() for each in page.who.findChildren(TaskButton) if each.isVisible()]

    assert shown == [f"absence_teacher_{school.marchand.id}", f"absence_teacher_{school.caron.id}"]
    assert page.first.objectName() == shown[0]


def test_without_courses_today_the_next_day_is_offered(desk: PageDesk, school: Conservatory) -> None:
    desk.clock.now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    page = desk.show(AbsencePage)
    assert isinstance(page, AbsencePage)
    settle(desk, page)
    choose(desk, page, school)

    assert (page.what.days.first, page.what.days.last) == (WEDNESDAY, WEDNESDAY)
    assert page.summary.send.text() != ""
    assert child(page, "absence_day_2026-11-23").isVisible(), "tomorrow is always offered"


def test_two_letters_find_anybody_and_the_keyboard_alone_sends(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    page.take_focus()
    key = desk.qtbot.keyClicks
    key(page.first, "c")
    search = child(page, "absence_search")
    key(search, "ar")
    desk.until(lambda: page.who.finder.list.isVisible() and page.who.finder.list.count() == 1)
    desk.qtbot.keyClick(search, Qt.Key.Key_Return)
    settle(desk, page)
    confirm = page.focusWidget()
    assert confirm is not None
    assert confirm.objectName() == "notify_confirm"
    desk.qtbot.keyClick(confirm, Qt.Key.Key_Return)
    settle(desk, page)

    assert "absence d'Étienne Caron" in sent_texts(desk)[NADIA]


def test_unticking_a_course_leaves_its_family_out_and_asks_again(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    box = child(page, f"absence_course_{school.piano.id}_2026-11-25_18:00:00")
    assert isinstance(box, QCheckBox)
    box.click()
    settle(desk, page)

    assert page.summary.confirmation.isHidden()
    assert "2 phones" in page.summary.audience.text()
    press(desk, page, "notify_send")
    press(desk, page, "notify_confirm")
    settle(desk, page)
    assert set(sent_texts(desk)) == {MOTHER, FATHER}


def test_a_day_off_says_why_and_nothing_can_be_sent(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    desk.services.calendars.add_exception(WEDNESDAY + timedelta(days=7), name="Jury")
    choose(desk, page, school)
    page.what.days.first_field.show_day(WEDNESDAY + timedelta(days=7))
    settle(desk, page)

    assert "Jury" in page.summary.problem.label.text()
    assert not page.summary.send.isEnabled()
    boxes = page.what.courses.findChildren(QCheckBox)
    assert boxes
    assert not any(box.isEnabled() for box in boxes if box.isVisible())


@pytest.mark.parametrize(
    ("name", "said"),
    [("Libre", "Lucie Libre teaches no course"), ("Vague", "No weekly hours are known of Éveil")],
)
def test_a_teacher_without_courses_or_hours_is_explained_before_anything_is_queued(
    desk: PageDesk, page: AbsencePage, school: Conservatory, name: str, said: str
) -> None:
    free, vague = school.teacher("Lucie", "Libre"), school.teacher("Anne", "Vague")
    school.course("Éveil", vague, [], [school.zoe])
    page.open(AbsenceStart(teacher_id={"Libre": free.id, "Vague": vague.id}[name]))
    settle(desk, page)
    desk.until(lambda: said in page.summary.problem.label.text())
    assert not page.summary.send.isEnabled()
    assert desk.services.broadcasts.list() == ()


def test_several_days_show_each_with_its_courses(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "absence_span")
    page.what.days.last_field.show_day(WEDNESDAY + timedelta(days=1))
    settle(desk, page)

    assert "4 phones" in page.summary.audience.text()


def test_a_replacement_is_written_and_told(desk: PageDesk, page: AbsencePage, school: Conservatory) -> None:
    choose(desk, page, school)
    kind = child(page, "absence_kind")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findData(NoticeKind.REPLACED))
    kind.activated.emit(kind.currentIndex())
    settle(desk, page)
    assert "Write who teaches" in page.summary.problem.label.text()

    name = child(page, "absence_replacement")
    assert isinstance(name, QLineEdit)
    name.setText("Mme Petit")
    settle(desk, page)
    assert "Mme Petit assure le cours d'Hélène Marchand" in shown_text(page)


def test_what_one_writes_stays_when_courses_change(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    page.text.text.setPlainText("Pas de piano : {cours}")
    settle(desk, page)
    box = child(page, f"absence_course_{school.piano.id}_2026-11-25_18:00:00")
    assert isinstance(box, QCheckBox)
    box.click()
    settle(desk, page)

    assert page.text.written == "Pas de piano : {cours}"
    assert shown_text(page) == "Pas de piano : Léa (Piano 13h) et Tom (Piano 13h30)"


def test_the_second_time_it_says_that_families_know(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_confirm")
    settle(desk, page)
    page.open(AbsenceStart(school.marchand.id))
    settle(desk, page)

    assert page.what.days.first == WEDNESDAY + timedelta(days=1), "the next day of hers that is still held"
    press(desk, page, "absence_day_2026-11-25")
    settle(desk, page)
    assert "families know already" in page.summary.problem.label.text()
    assert not page.summary.send.isEnabled()


def test_maintained_after_all_asks_at_once_and_reaches_those_who_got_it(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_confirm")
    settle(desk, page)
    first = desk.services.broadcasts.list()[0].id
    desk.hand_over(first)

    page.open(AbsenceStart(kind=NoticeKind.MAINTAINED, about=first))
    settle(desk, page)
    press(desk, page, "notify_confirm")
    settle(desk, page)

    texts = sent_texts(desk)
    assert set(texts) == {MOTHER, FATHER, JEAN}
    assert "finalement, le cours avec Hélène Marchand est maintenu" in texts[JEAN]


def test_maintained_before_anything_left_is_a_recall(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_confirm")
    settle(desk, page)
    first = desk.services.broadcasts.list()[0].id

    page.open(AbsenceStart(kind=NoticeKind.MAINTAINED, about=first))
    settle(desk, page)
    assert not page.summary.send.isEnabled()
    press(desk, page, "absence_recall")
    settle(desk, page)

    assert {each.state for each in desk.services.broadcasts.messages(first)} == {PartState.CANCELLED}
    assert len(desk.services.broadcasts.list()) == 1
    assert desk.gone_to[-1] == Place(Route.BROADCAST, first)


def test_what_waits_is_held_while_one_decides(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_confirm")
    settle(desk, page)
    first = desk.services.broadcasts.list()[0].id

    page.open(AbsenceStart(kind=NoticeKind.ROOM, about=first))
    settle(desk, page)
    assert desk.services.broadcasts.get(first).summary.paused
    page.leave()
    settle(desk, page)
    assert not desk.services.broadcasts.get(first).summary.paused


def test_what_waits_for_a_second_guardian_is_held_too(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_second_guardian")
    settle(desk, page)
    press(desk, page, "notify_send")
    press(desk, page, "notify_confirm")
    settle(desk, page)
    first = desk.services.broadcasts.list()[0].id
    desk.hand_over(first)
    desk.clock.now += timedelta(minutes=30)
    assert desk.services.escalation.tell_due() == 1
    second = desk.services.broadcasts.list()[0].id
    assert second != first

    page.open(AbsenceStart(kind=NoticeKind.MAINTAINED, about=first))
    settle(desk, page)
    assert desk.services.broadcasts.get(second).summary.paused
    page.leave()
    settle(desk, page)
    assert not desk.services.broadcasts.get(second).summary.paused


def test_every_control_has_a_name(desk: PageDesk, page: AbsencePage, school: Conservatory) -> None:
    assert nameless(page) == []
    choose(desk, page, school)
    press(desk, page, "absence_span")
    assert nameless(page) == []


def test_no_courses_at_all_says_what_to_do(desk: PageDesk) -> None:
    page = desk.show(AbsencePage)
    assert isinstance(page, AbsencePage)
    settle(desk, page)
    page.take_focus()

    assert page.first.objectName() == "absence_search"
    assert any("No course" in each.text() for each in page.who.findChildren(QLabel) if each.isVisible())


def test_the_second_guardian_only_if_needed_reads_of_the_right_children(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_second_guardian")
    page.what.second.field.setValue(20)
    settle(desk, page)
    press(desk, page, "notify_send")
    press(desk, page, "notify_confirm")
    settle(desk, page)
    both = f"{CALLED_OFF} Léa (Piano 13h) et Tom (Piano 13h30)."
    assert sent_texts(desk) == {MOTHER: both, JEAN: f"{CALLED_OFF} Jean (Piano 18h)."}

    desk.hand_over(desk.services.broadcasts.list()[0].id)
    desk.clock.now += timedelta(minutes=20)
    assert desk.services.escalation.tell_due() == 1
    assert sent_texts(desk) == {FATHER: both}


def test_the_rule_is_off_for_the_next_teacher_and_not_offered_for_what_follows(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    press(desk, page, "notify_second_guardian")
    settle(desk, page)
    page.open(AbsenceStart())
    settle(desk, page)
    choose(desk, page, school)
    assert page.what.second.minutes is None
    press(desk, page, "notify_confirm")
    settle(desk, page)
    page.open(AbsenceStart(about=desk.services.broadcasts.list()[0].id))
    settle(desk, page)
    assert not page.what.second.isVisible()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{surnom} : pas de cours.", "{surnom} does not exist"),
        ("{motif|\u200b}", "the text is empty for"),
        ("x" * 1531, "the most is 10"),
        ("   ", "The text is empty"),
    ],
)
def test_a_text_that_cannot_be_is_explained_before_anything_is_queued(
    desk: PageDesk, page: AbsencePage, school: Conservatory, text: str, said: str
) -> None:
    choose(desk, page, school)
    page.text.text.setPlainText(text)
    settle(desk, page)
    assert said in page.summary.problem.label.text()
    assert not page.summary.send.isEnabled()
    assert desk.services.broadcasts.list() == ()


def test_a_new_day_in_the_past_is_explained_before_anything_is_queued(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    choose(desk, page, school)
    kind = page.findChild(QComboBox, "absence_kind")
    kind.setCurrentIndex(kind.findData(NoticeKind.POSTPONED))
    kind.activated.emit(kind.currentIndex())
    page.what.change.day.show_day(WEDNESDAY - timedelta(days=30))
    settle(desk, page)
    assert "past" in page.summary.problem.label.text()
    assert not page.summary.send.isEnabled()
    assert desk.services.broadcasts.list() == ()


def test_families_that_nobody_can_reach_are_named_before_anything_is_queued(
    desk: PageDesk, page: AbsencePage, school: Conservatory
) -> None:
    alone = school.teacher("Ada", "Seule")
    school.course("Tuba", alone, [slot(WED, time(15))], [school.max])
    page.open(AbsenceStart(teacher_id=alone.id))
    settle(desk, page)
    assert "Nobody of those chosen can be reached" in page.summary.problem.label.text()
    assert "Max Fixe" in page.summary.problem.label.text()
    assert not page.summary.send.isEnabled()
    assert desk.services.broadcasts.list() == ()
