"""The page Envoyer over real services: choosing, writing, the plan, the confirmation, what is sent."""

from __future__ import annotations

import pytest
from made_groups import made_group
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.services.events import Changed, Topic
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.pages.notify_sending import UNDO_SECONDS
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.buttons import NameLink

PIANO = "Piano"


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    people = desk.services.people
    group = made_group(people, PIANO)
    people.add_to_group(
        group.id,
        [
            desk.person("Léa", "Martin", "+33639980001"),
            desk.person("Tom", "Bernard", "+33639980002"),
            desk.person("Zoé", "Sans", ""),
        ],
    )
    made_group(people, "Violon")
    return desk


@pytest.fixture
def page(desk: PageDesk) -> NotifyPage:
    shown = desk.show(NotifyPage)
    assert isinstance(shown, NotifyPage)
    return shown


def item(page: NotifyPage, name: str):
    (found,) = page.audience.list.findItems(name, Qt.MatchFlag.MatchExactly)
    return found


def left_out(page: NotifyPage) -> dict[str, list[str]]:
    """The names shown under each reason."""
    found: dict[str, list[str]] = {}
    reason = ""
    for widget in child(page, "notify_left_out").findChildren(QWidget):
        if isinstance(widget, NameLink) and not widget.isHidden():
            found.setdefault(reason, []).append(widget.accessibleName())
        elif isinstance(widget, QLabel):
            reason = widget.text()
    return found


def settle(desk: PageDesk, page: NotifyPage) -> None:
    desk.until(lambda: desk.tasks.idle and not page._replan.isActive())


def write(desk: PageDesk, page: NotifyPage, text: str, group: str = PIANO) -> None:
    item(page, group).setCheckState(Qt.CheckState.Checked)
    page.text.text.setPlainText(text)
    settle(desk, page)


def test_every_control_has_a_name(page: NotifyPage) -> None:
    assert nameless(page) == []


def test_checking_a_group_chooses_it(desk: PageDesk, page: NotifyPage) -> None:
    item(page, PIANO).setCheckState(Qt.CheckState.Checked)
    assert page.audience.names == (PIANO,)
    item(page, PIANO).setCheckState(Qt.CheckState.Unchecked)
    assert page.audience.names == ()


def test_clicking_a_row_chooses_its_group(desk: PageDesk, page: NotifyPage) -> None:
    groups = page.audience.list
    place = groups.visualItemRect(item(page, PIANO)).center()
    desk.qtbot.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert item(page, PIANO).checkState() == Qt.CheckState.Checked
    desk.qtbot.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert item(page, PIANO).checkState() == Qt.CheckState.Unchecked


def test_clicking_the_box_itself_chooses_once(desk: PageDesk, page: NotifyPage) -> None:
    groups = page.audience.list
    row = groups.visualItemRect(item(page, PIANO))
    box = row.topLeft()
    box += type(box)(20, row.height() // 2)
    desk.qtbot.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert page.audience.names == (PIANO,)


def test_space_chooses_from_the_keyboard(desk: PageDesk, page: NotifyPage) -> None:
    groups = page.audience.list
    groups.setFocus()
    groups.selectionModel().setCurrentIndex(
        groups.indexFromItem(item(page, PIANO)), groups.selectionModel().SelectionFlag.NoUpdate
    )
    desk.qtbot.keyClick(groups, Qt.Key.Key_Space)
    assert page.audience.names == (PIANO,)


def test_what_is_chosen_survives_another_search(desk: PageDesk, page: NotifyPage) -> None:
    item(page, PIANO).setCheckState(Qt.CheckState.Checked)
    page.audience.search.setText("viol")
    desk.until(lambda: page.audience.list.count() == 1)
    assert page.audience.names == (PIANO,)
    item(page, "Violon").setCheckState(Qt.CheckState.Checked)
    page.audience.search.setText("")
    desk.until(lambda: page.audience.list.count() == 3)  # everyone, and the two groups
    assert page.audience.names == (PIANO, "Violon")
    assert item(page, PIANO).checkState() == Qt.CheckState.Checked


def test_people_are_found_and_chosen_one_by_one(desk: PageDesk, page: NotifyPage) -> None:
    page.audience.search.setText("bernard")
    desk.until(lambda: bool(page.audience.list.findItems("Tom Bernard", Qt.MatchFlag.MatchExactly)))
    item(page, "Tom Bernard").setCheckState(Qt.CheckState.Checked)
    page.text.text.setPlainText("Bonjour")
    settle(desk, page)
    assert page.summary.send.text() == "Send %n SMS".replace("%n", "1")
    assert child(page, "notify_audience").text().startswith("1 families · 1 phones")


def test_the_plan_says_how_many_and_who_is_left_out(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Bonjour {prénom}")
    assert child(page, "notify_counter").text() == "11/160 · 1 SMS"
    assert child(page, "notify_audience").text() == "2 families · 2 phones · 2 SMS"
    assert page.summary.preview.bubble.text == "Bonjour Tom"
    assert left_out(page) == {"No phone number.": ["Zoé Sans"]}


def test_stepping_through_what_each_will_read(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Bonjour {prénom}")
    first = page.summary.preview.bubble.text
    page.summary.preview.next.click()
    assert {first, page.summary.preview.bubble.text} == {"Bonjour Léa", "Bonjour Tom"}
    assert not page.summary.preview.next.isEnabled()


def test_a_recipient_can_be_left_out_and_taken_in_again(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Bonjour")
    page.summary._take_out.click()
    settle(desk, page)
    assert page.summary.send.text() == "Send 1 SMS"
    assert len(page.audience.request.excluded_contact_ids) == 1
    chips = page.audience._chips
    chips.itemAt(chips.count() - 1).widget().click()
    settle(desk, page)
    assert page.summary.send.text() == "Send 2 SMS"


def test_dear_characters_are_counted_and_economised(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Le cours aura peut-être lieu…")
    assert "/70 · 1 SMS" in child(page, "notify_counter").text()
    assert page.text.economise.isVisible()
    page.text.economise.click()
    assert page.text.text.toPlainText() == "Le cours aura peut-être lieu…"
    child(page, "notify_economy_accept").click()
    settle(desk, page)
    assert page.text.text.toPlainText() == "Le cours aura peut-etre lieu..."
    assert "/160 · 1 SMS" in child(page, "notify_counter").text()
    assert not page.text.economise.isVisible()


def test_a_template_asks_for_the_values_that_people_do_not_have(desk: PageDesk, page: NotifyPage) -> None:
    picker = page.text.template
    index = picker.findText("Cours déplacé")
    picker.setCurrentIndex(index)
    picker.activated.emit(index)
    item(page, PIANO).setCheckState(Qt.CheckState.Checked)
    settle(desk, page)
    assert not page.summary.send.isEnabled()
    for name in ("date", "heure", "salle"):
        child(page, f"notify_field_{name}").setText("x")
    settle(desk, page)
    assert page.summary.send.isEnabled()


def test_nothing_can_be_sent_without_a_text_or_without_people(desk: PageDesk, page: NotifyPage) -> None:
    assert not page.summary.send.isEnabled()
    write(desk, page, "   ")
    assert not page.summary.send.isEnabled()
    assert page.summary.problem.isVisible()
    page.audience.choose()
    page.text.text.setPlainText("Bonjour")
    settle(desk, page)
    assert not page.summary.send.isEnabled()


def test_sending_asks_once_more_and_opens_the_broadcast(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Cours annulé")
    child(page, "notify_send").click()
    assert child(page, "notify_confirm").isVisible()
    assert desk.services.broadcasts.list() == ()
    child(page, "notify_confirm").click()
    desk.until(lambda: bool(desk.gone_to))
    (sent,) = desk.services.broadcasts.list()
    assert desk.gone_to == [Place(Route.BROADCAST, sent.id)]
    assert (sent.title, sent.messages, sent.purpose) == (PIANO, 2, Purpose.INFORMATION)
    assert page.audience.names == ()
    assert page.text.text.toPlainText() == ""


def test_a_send_waits_long_enough_to_be_called_back(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Cours annulé")
    before = desk.clock()
    child(page, "notify_send").click()
    child(page, "notify_confirm").click()
    desk.until(lambda: bool(desk.gone_to))
    (sent,) = desk.services.broadcasts.list()
    assert sent.not_before is not None
    assert (
        UNDO_SECONDS <= (sent.not_before - before).total_seconds() <= UNDO_SECONDS + 10
    )  # each look is a second later


def test_a_change_takes_the_question_back(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Cours annulé")
    child(page, "notify_send").click()
    page.text.text.setPlainText("Cours maintenu")
    assert not child(page, "notify_confirm").isVisible()
    assert not page.summary.send.isEnabled()
    settle(desk, page)
    assert page.summary.send.isEnabled()


def test_cancel_takes_the_question_back(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Cours annulé")
    child(page, "notify_send").click()
    page.summary.confirmation._no.click()
    assert not child(page, "notify_confirm").isVisible()
    assert child(page, "notify_send").isVisible()


def test_an_urgent_start_leaves_before_everything_else(desk: PageDesk, page: NotifyPage) -> None:
    (piano,) = [group for group in desk.services.people.groups() if group.name == PIANO]
    page.open(NotifyStart(group_ids=(piano.id,), text="Évacuation", urgent=True))
    settle(desk, page)
    child(page, "notify_send").click()
    child(page, "notify_confirm").click()
    desk.until(lambda: bool(desk.gone_to))
    (sent,) = desk.services.broadcasts.list()
    assert (sent.priority, sent.purpose) == (Priority.URGENT, Purpose.ALERT)


def test_an_alert_over_an_objection_says_so_before_it_goes(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.consents.record("+33639980001", Purpose.INFORMATION, False, "letter")
    (piano,) = [group for group in desk.services.people.groups() if group.name == PIANO]
    page.open(NotifyStart(group_ids=(piano.id,), text="Évacuation", urgent=True))
    settle(desk, page)
    told = child(page, "notify_overridden")
    assert told.isVisible()
    assert page.summary.overridden.label.text().startswith("1 phone")
    page.text.purpose.setCurrentIndex(page.text.purpose.findData(Purpose.INFORMATION))
    page.text.purpose.activated.emit(page.text.purpose.currentIndex())
    settle(desk, page)
    assert not told.isVisible()


def test_advertising_names_those_who_did_not_agree_to_it(desk: PageDesk, page: NotifyPage) -> None:
    desk.services.consents.record("+33639980001", Purpose.PROMOTION, True, "form")
    write(desk, page, "Concert samedi")
    page.text.purpose.setCurrentIndex(page.text.purpose.findData(Purpose.PROMOTION))
    page.text.purpose.activated.emit(page.text.purpose.currentIndex())
    settle(desk, page)
    told = left_out(page)
    assert told["Did not agree to receive advertising."] == ["Tom Bernard"]
    assert not any("Léa Martin" in names for names in told.values())


def test_a_start_with_people_and_a_template(desk: PageDesk, page: NotifyPage) -> None:
    person = desk.services.people.contacts(search="Martin")[0]
    page.open(NotifyStart(contact_ids=(person.id,), template="Cours annulé"))
    settle(desk, page)
    assert page.audience.names == ("Léa Martin",)
    assert page.text.text.toPlainText().startswith("{institution}")


def test_groups_that_change_meanwhile_are_shown(desk: PageDesk, page: NotifyPage) -> None:
    write(desk, page, "Bonjour")
    made_group(desk.services.people, "Chorale")
    desk.services.events.publish(Changed(Topic.GROUPS))
    desk.until(lambda: bool(page.audience.list.findItems("Chorale", Qt.MatchFlag.MatchExactly)))
    assert page.audience.names == (PIANO,)
    assert page.text.text.toPlainText() == "Bonjour"
