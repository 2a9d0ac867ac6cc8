"""The alert while SMS leave: what one is doing stays, and what is said of those who wait is said once."""

from __future__ import annotations

import pytest
from page_desk import PageDesk, child
from PySide6.QtWidgets import QListWidget

from smsdesk.domain.crisis import CrisisDraft, Scenario, Step, StepDraft
from smsdesk.domain.people import ContactKind
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.services.events import Changed, Topic
from smsdesk.ui.crisis_words import alone_words
from smsdesk.ui.pages.crisis import CrisisPage

EVACUATION = CrisisDraft(Scenario.EVACUATION, fields={"motif": "fuite de gaz", "lieu": "au stade"})


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    for number in range(3):
        desk.person("Léa", f"Martin{number}", f"+3363998{number:04}", ContactKind.RESIDENT)
    return desk


def an_sms_leaves(desk: PageDesk) -> None:
    desk.services.events.publish(Changed(Topic.BROADCASTS, 1))
    desk.until(lambda: desk.tasks.idle)


def test_the_keyboard_stays_on_an_alert_while_its_messages_leave(desk: PageDesk) -> None:
    number = desk.services.crises.start(EVACUATION)
    page = desk.show(CrisisPage)
    page.activateWindow()
    card = child(page, f"crisis_open_{number}")
    card.setFocus()
    an_sms_leaves(desk)
    assert child(page, f"crisis_open_{number}") is card
    assert page.focusWidget() is card
    desk.services.crises.end(number)
    desk.until(lambda: page.findChild(type(card), f"crisis_open_{number}") is not card)


def test_the_place_in_the_list_of_towns_stays(desk: PageDesk) -> None:
    desk.services.crises.start(EVACUATION)
    for city in ("Séné", "Vannes"):
        desk.services.people.save_contact(ContactDraft("Anne", city, ContactKind.RESIDENT, city=city))
    page = desk.show(CrisisPage)
    towns = child(page, "crisis_area")
    assert isinstance(towns, QListWidget)
    towns.setCurrentRow(1)
    an_sms_leaves(desk)
    assert towns.currentRow() == 1


def test_who_has_had_nothing_yet_is_counted_once(desk: PageDesk) -> None:
    number = desk.services.crises.start(EVACUATION)
    plan = desk.services.crises.plan_step(StepDraft(number, Step.ALL_CLEAR))
    assert (plan.waiting, plan.untold) == (3, 3)
    assert alone_words(plan) == "They will get this message alone."
    desk.hand_over(1)
    later = desk.services.crises.plan_step(StepDraft(number, Step.ALL_CLEAR))
    assert alone_words(later) == ""


def test_an_alert_that_is_held_with_all_the_rest_goes_on_by_one_click(desk: PageDesk) -> None:
    desk.services.station.pause()
    number = desk.services.crises.start(EVACUATION)
    page = desk.show(CrisisPage)
    page.open(number)
    resume = child(page, "crisis_resume")
    desk.until(resume.isVisible)
    resume.click()
    desk.until(lambda: not resume.isVisible())
    assert not desk.services.station.queue().paused
