"""The guide of the first send: it goes on as one does its five steps, and is not offered again."""

from __future__ import annotations

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtWidgets import QLabel

from smsdesk.ui.pages import notify_sending
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.pages.notify_guide import GuideStep
from smsdesk.ui.places import NotifyStart, Route


@pytest.fixture
def page(desk: PageDesk) -> NotifyPage:
    desk.person("Léa", "Martin", "+33639980001")
    desk.person("Tom", "Petit")
    made = desk.show(NotifyPage)
    assert isinstance(made, NotifyPage)
    made.open(NotifyStart(guided=True))
    desk.until(lambda: desk.tasks.idle)
    return made


def words(page: NotifyPage) -> str:
    label = child(page, "notify_guide_words")
    assert isinstance(label, QLabel)
    return label.text()


def everybody(desk: PageDesk) -> NotifyStart:
    people = tuple(person.id for person in desk.services.people.contacts())
    return NotifyStart(contact_ids=people, guided=True)


def test_it_follows_what_one_does(desk: PageDesk, page: NotifyPage) -> None:
    assert child(page, "notify_guide").isVisible()
    assert page.guide.step is GuideStep.WHOM
    page.open(everybody(desk))
    desk.until(lambda: page.guide.step is GuideStep.WHAT)
    page.text.text.setPlainText("Bonjour")
    desk.until(lambda: page.guide.step is GuideStep.READ)
    page.guide.next.click()
    assert page.guide.step is GuideStep.CHECK
    assert words(page) == "1 SMS will leave. 1 people are left out: the summary says why."
    page.guide.next.click()
    assert page.guide.step is GuideStep.SEND
    page.text.text.setPlainText("")
    desk.until(lambda: page.guide.step is GuideStep.WHAT)
    assert nameless(page) == []


def test_it_ends_with_the_first_send(
    desk: PageDesk, page: NotifyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 0)
    page.open(everybody(desk))
    desk.until(lambda: page.guide.step is GuideStep.WHAT)
    page.text.text.setPlainText("Bonjour")
    desk.until(page.summary.send.isEnabled)
    page.summary.send.click()
    child(page, "notify_confirm").click()
    desk.until(lambda: any(place.route is Route.BROADCAST for place in desk.gone_to))
    desk.until(lambda: not desk.services.first_steps.read().guide)
    assert not child(page, "notify_guide").isVisible()


def test_one_may_go_on_alone(desk: PageDesk, page: NotifyPage) -> None:
    child(page, "notify_guide_leave").click()
    assert not child(page, "notify_guide").isVisible()
    desk.until(lambda: not desk.services.first_steps.read().guide)
    page.open(NotifyStart())
    assert not child(page, "notify_guide").isVisible()
