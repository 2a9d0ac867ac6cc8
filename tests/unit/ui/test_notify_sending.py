"""The page Envoyer: exclusions, drafts, tests to oneself, follow-ups, calling back, and what it costs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from made_groups import made_group
from page_desk import PageDesk, child
from PySide6.QtCore import QDateTime, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from smsdesk.domain.audience import AudienceRequest, Outcome
from smsdesk.domain.budget import SimPlan
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.views import BroadcastKind
from smsdesk.services.people import ContactDraft
from smsdesk.ui.pages import notify_drafts
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import NameLink
from smsdesk.ui.widgets.surfaces import Banner

LEA, TOM, ZOE = "+33639980001", "+33639980002", "+33639980003"


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is composed is kept at once: the length of the pause is no matter here."""
    monkeypatch.setattr(notify_drafts, "SAVE_MS", 10)


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    people = desk.services.people
    lea, tom, zoe = (
        desk.person(first, "Martin", phone) for first, phone in (("Léa", LEA), ("Tom", TOM), ("Zoé", ZOE))
    )
    people.add_to_group(made_group(people, "Piano").id, [lea, tom])
    people.add_to_group(made_group(people, "Chorale").id, [tom, zoe])
    return desk


@pytest.fixture
def page(desk: PageDesk) -> NotifyPage:
    return opened(desk)


def opened(desk: PageDesk) -> NotifyPage:
    shown = desk.show(NotifyPage)
    assert isinstance(shown, NotifyPage)
    return shown


def group(desk: PageDesk, name: str) -> int:
    return desk.services.people.group_named(name).id


def check(page: NotifyPage, name: str) -> None:
    (found,) = page.audience.list.findItems(name, Qt.MatchFlag.MatchExactly)
    found.setCheckState(Qt.CheckState.Checked)


def settle(desk: PageDesk, page: NotifyPage) -> None:
    desk.until(lambda: desk.tasks.idle and not page._replan.isActive() and not page._autosave.waiting)


def compose(desk: PageDesk, page: NotifyPage, text: str = "Cours annulé") -> None:
    check(page, "Piano")
    page.text.text.setPlainText(text)
    settle(desk, page)


def send(desk: PageDesk, page: NotifyPage) -> int:
    child(page, "notify_send").click()
    child(page, "notify_confirm").click()
    desk.until(lambda: bool(desk.gone_to))
    return desk.gone_to[-1].what


def test_a_group_and_a_person_are_taken_out_again(desk: PageDesk, page: NotifyPage) -> None:
    check(page, "Everyone")
    page.audience.ways.button("except").click()
    assert not page.audience.list.findItems("Everyone", Qt.MatchFlag.MatchExactly)
    check(page, "Piano")
    page.text.text.setPlainText("Bonjour")
    settle(desk, page)
    assert page.audience.request == AudienceRequest(everyone=True, excluded_group_ids=(group(desk, "Piano"),))
    assert child(page, "notify_audience").text() == "1 families · 1 phones · 1 SMS"
    chips = [
        chip.text() for chip in page.audience.findChildren(QPushButton) if chip.property("look") == "chip"
    ]
    assert chips == ["Everyone", "except Piano"]


def test_what_is_taken_out_is_no_longer_chosen(desk: PageDesk, page: NotifyPage) -> None:
    check(page, "Piano")
    page.audience.ways.button("except").click()
    check(page, "Piano")
    assert page.audience.names == ()
    assert page.audience.request.excluded_group_ids == (group(desk, "Piano"),)


def test_a_town_is_found_and_chosen(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.people.save_contact(
        ContactDraft("Yves", "Roy", ContactKind.RESIDENT, (Phone("+33639980008"),), city="Vannes")
    )
    page.refresh()
    settle(desk, page)
    page.audience.search.setText("vann")
    desk.until(lambda: bool(page.audience.list.findItems("Vannes", Qt.MatchFlag.MatchExactly)))
    check(page, "Vannes")
    assert page.audience.request.areas == ("Vannes",)


def test_a_name_left_out_opens_the_person(desk: PageDesk, page: NotifyPage) -> None:
    max_id = desk.person("Max", "Muet")
    desk.services.people.add_to_group(group(desk, "Piano"), [max_id])
    compose(desk, page)
    (link,) = child(page, "notify_left_out").findChildren(NameLink)
    assert link.accessibleName() == "Max Muet"
    link.click()
    assert desk.gone_to == [Place(Route.PEOPLE, max_id)]


def test_the_confirmation_tells_people_sms_and_time(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page)
    child(page, "notify_send").click()
    assert child(page, "notify_confirm_numbers").text() == "2 families · 2 phones · 2 SMS"
    assert "less than a minute at the modem's pace" in child(page, "notify_confirm_time").text()
    assert child(page, "notify_confirm").text() == "Send 2 SMS"


def test_the_confirmation_tells_what_it_costs(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.budget.save(SimPlan("8933010000000000017", "Orange", price_each_cents=10))
    compose(desk, page)
    child(page, "notify_send").click()
    assert child(page, "notify_confirm_numbers").text() == "2 families · 2 phones · 2 SMS · 0.20\u00a0€"


def test_who_had_several_this_week_is_named_before_sending(desk: PageDesk, page: NotifyPage) -> None:
    (lea_id,) = (each.id for each in desk.services.people.contacts() if each.first_name == "Léa")
    lea = AudienceRequest(contact_ids=(lea_id,))
    for text in ("Lundi", "Mardi", "Jeudi"):
        desk.services.notify.send(lea, text)
    compose(desk, page)
    told = "\n".join(each.label.text() for each in page.findChildren(Banner) if each.isVisible())
    assert "Already had several SMS this week (up to 3): Léa Martin." in told
    assert "Tom" not in told


def test_a_double_click_on_send_does_not_answer_the_question_that_it_opens(
    desk: PageDesk, page: NotifyPage
) -> None:
    compose(desk, page)
    child(page, "notify_send").click()
    yes = child(page, "notify_confirm")
    assert yes.isVisible()
    # The second press of a double click goes to whatever stands under the pointer by then.
    place = QPointF(yes.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        at = QPointF(yes.mapToGlobal(place.toPoint()))
        QApplication.sendEvent(yes, QMouseEvent(kind, place, at, left, left, none))
    desk.until(lambda: desk.tasks.idle)
    assert yes.isVisible()
    assert desk.services.broadcasts.list() == ()
    QTest.mouseClick(yes, left)
    desk.until(lambda: len(desk.services.broadcasts.list()) == 1)


def test_the_button_says_that_a_later_send_is_planned(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page)
    child(page, "notify_later").click()
    child(page, "notify_moment").setDateTime(
        QDateTime(2026, 3, 12, 8, 0, 0)
    )  # the day after the page's clock
    settle(desk, page)
    assert child(page, "notify_send").text() == "Plan 2 SMS"
    child(page, "notify_send").click()
    assert child(page, "notify_confirm").text() == "Plan 2 SMS"
    assert page.summary.confirmation.question.text() == "Plan this send: tomorrow at 08:00?"
    child(page, "notify_now").click()
    settle(desk, page)
    assert child(page, "notify_send").text() == "Send 2 SMS"


def test_nothing_is_counted_while_there_is_no_text(desk: PageDesk, page: NotifyPage) -> None:
    check(page, "Piano")
    settle(desk, page)
    assert child(page, "notify_audience").text() == "2 families · 2 phones"
    assert child(page, "notify_send").text() == "Send"
    assert child(page, "notify_counter").text() == "0/160"


def test_grown_ups_are_people_not_families(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.people.save_contact(
        ContactDraft("Yves", "Roy", ContactKind.RESIDENT, (Phone("+33639980008"),))
    )
    page.refresh()
    settle(desk, page)
    check(page, "Everyone")
    page.text.text.setPlainText("Bonjour")
    settle(desk, page)
    assert child(page, "notify_audience").text() == "4 people · 4 phones · 4 SMS"


def test_a_day_that_is_past_is_explained_in_place(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page)
    child(page, "notify_later").click()
    child(page, "notify_moment").setDateTime(QDateTime.fromSecsSinceEpoch(0))
    settle(desk, page)
    assert not child(page, "notify_send").isEnabled()
    assert "is in the past" in page.summary.when.warning.label.text()
    assert desk.services.broadcasts.list() == ()


def test_what_is_composed_is_kept_and_comes_back_after_a_restart(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page, "Bonjour {date}")
    child(page, "notify_field_date").setText("lundi")
    check(page, "Chorale")
    settle(desk, page)
    (draft,) = desk.services.drafts.list()
    assert (draft.text, draft.fields, draft.title) == ("Bonjour {date}", {"date": "lundi"}, "Piano, Chorale")
    again = opened(desk)
    settle(desk, again)
    assert again.audience.names == ("Piano", "Chorale")
    assert again.text.text.toPlainText() == "Bonjour {date}"
    assert again.text.values == {"date": "lundi"}
    assert child(again, "notify_begun").isVisible()
    again.text.text.setPlainText("Bonsoir {date}")
    settle(desk, again)
    assert [draft.text for draft in desk.services.drafts.list()] == ["Bonsoir {date}"]


def test_an_old_draft_waits_in_the_list(desk: PageDesk) -> None:
    desk.services.drafts.save(DraftContent(text="Ancien", title="Piano"))
    desk.clock.now += timedelta(days=2)
    page = opened(desk)
    settle(desk, page)
    assert page.text.text.toPlainText() == ""
    child_of_header(page, "notify_show_drafts").click()
    assert child(page, "notify_drafts").isVisible()
    (go_on,) = [
        button
        for button in child(page, "notify_drafts").findChildren(QAbstractButton)
        if button.accessibleName() == "Continue the draft Piano"
    ]
    go_on.click()
    settle(desk, page)
    assert page.text.text.toPlainText() == "Ancien"
    assert not child(page, "notify_drafts").isVisible()


def test_a_deleted_draft_comes_back_by_undo(desk: PageDesk) -> None:
    desk.services.drafts.save(DraftContent(text="Ancien", title="Piano"))
    desk.clock.now += timedelta(days=2)
    page = opened(desk)
    settle(desk, page)
    page.drafts.deleted.emit(desk.services.drafts.list()[0].id)
    desk.until(lambda: bool(desk.told))
    assert desk.services.drafts.list() == ()
    desk.told[-1].action()
    settle(desk, page)
    assert [draft.text for draft in desk.services.drafts.list()] == ["Ancien"]


def test_beginning_anew_keeps_what_was_composed(desk: PageDesk, page: NotifyPage) -> None:
    check(page, "Piano")
    page.text.text.setPlainText("À finir")
    child_of_header(page, "notify_anew").click()
    settle(desk, page)
    assert page.text.text.toPlainText() == ""
    assert [draft.text for draft in desk.services.drafts.list()] == ["À finir"]
    assert child_of_header(page, "notify_show_drafts").text() == "Drafts 1"


def child_of_header(page: NotifyPage, name: str) -> QAbstractButton:
    found = page.actions_bar.findChild(QAbstractButton, name)
    assert found is not None
    return found


def test_what_was_emptied_is_no_draft(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page)
    assert len(desk.services.drafts.list()) == 1
    page.audience.choose()
    page.text.text.setPlainText("")
    settle(desk, page)
    assert desk.services.drafts.list() == ()


def test_a_sent_message_is_no_draft_and_calling_back_makes_it_one(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page)
    number = send(desk, page)
    settle(desk, page)
    assert desk.services.drafts.list() == ()
    notice = desk.told[-1]
    assert (notice.action_text, notice.seconds) == ("Cancel sending", 5)
    notice.action()
    desk.until(lambda: len(desk.gone_to) == 2)
    (draft,) = desk.services.drafts.list()
    assert desk.gone_to[-1] == Place(Route.NOTIFY, NotifyStart(draft_id=draft.id))
    assert desk.services.broadcasts.get(number).summary.cancelled
    page.open(desk.gone_to[-1].what)
    settle(desk, page)
    assert page.text.text.toPlainText() == "Cours annulé"
    assert page.audience.names == ("Piano",)


def test_a_test_goes_to_oneself_with_one_click(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page, "Bonjour {prénom}")
    child(page, "notify_test").click()
    desk.until(lambda: bool(desk.told))
    assert "No phone is set for tests" in desk.told[-1].text
    desk.told[-1].action()
    assert desk.gone_to == [Place(Route.SETTINGS, "institution")]
    desk.services.seed_list.keep(["06 39 98 00 09"])
    child(page, "notify_test").click()
    desk.until(lambda: len(desk.told) == 2)
    (tested,) = desk.services.broadcasts.list()
    assert (tested.kind, tested.relation) == (BroadcastKind.DIRECT, Relation.TEST)
    assert page.audience.names == ("Piano",)  # the composition is as it was
    desk.until(child(page, "notify_send").isEnabled)


def test_a_test_of_nothing_is_explained(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.seed_list.keep(["06 39 98 00 09"])
    child(page, "notify_test").click()
    desk.until(lambda: bool(desk.told))
    assert "text is empty" in desk.told[-1].text
    assert desk.services.broadcasts.list() == ()


def test_those_not_reached_are_written_to_again(desk: PageDesk, page: NotifyPage) -> None:
    request = AudienceRequest(group_ids=(group(desk, "Piano"),))
    first = desk.services.notify.send(request, "Pas de cours, {prénom}")
    desk.services.broadcasts.cancel(first)
    page.open(NotifyStart(about=first, relation=Relation.NOT_REACHED))
    settle(desk, page)
    assert page.audience.request == AudienceRequest(of_broadcast=first, outcome=Outcome.NOT_REACHED)
    assert page.audience.names == ("Not reached by “Piano”",)
    assert page.text.text.toPlainText() == "Pas de cours, {prénom}"
    again = desk.services.broadcasts.get(send(desk, page)).summary
    assert (again.about, again.relation, again.messages) == (first, Relation.NOT_REACHED, 2)


def test_a_past_broadcast_is_composed_once_more(desk: PageDesk, page: NotifyPage) -> None:
    request = AudienceRequest(group_ids=(group(desk, "Piano"),))
    first = desk.services.notify.send(request, "Concert {date}", fields={"date": "lundi"})
    page.open(NotifyStart(about=first, relation=Relation.REPEAT))
    settle(desk, page)
    assert page.audience.names == ("Piano",)
    assert page.text.values == {"date": "lundi"}
    assert "waiting" not in page.summary.problem.label.text()
    child(page, "notify_field_date").setText("mardi")
    settle(desk, page)
    assert child(page, "notify_send").isEnabled()


def test_a_broadcast_that_is_gone_is_told_and_the_page_stays_usable(desk: PageDesk, page: NotifyPage) -> None:
    page.open(NotifyStart(about=99, relation=Relation.REPEAT))
    desk.until(lambda: bool(desk.told))
    assert "no broadcast 99" in desk.told[-1].text
    settle(desk, page)
    compose(desk, page)
    assert child(page, "notify_send").isEnabled()


def test_the_same_page_in_another_language_goes_on(desk: PageDesk, page: NotifyPage) -> None:
    compose(desk, page)
    page.text.purpose.setCurrentIndex(page.text.purpose.findData(Purpose.ALERT))
    page.text.purpose.activated.emit(page.text.purpose.currentIndex())
    kept = page.shown()
    other = opened(desk)
    other.open(kept)
    settle(desk, other)
    assert other.text.text.toPlainText() == "Cours annulé"
    assert other.text.purpose_chosen is Purpose.ALERT
    assert len(desk.services.drafts.list()) == 1
