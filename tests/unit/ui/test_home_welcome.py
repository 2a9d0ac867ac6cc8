"""The first start at the page Accueil: three questions, each of which can wait; then the offer of a guide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sent_desk import advance, send

from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.sentences import say
from smsdesk.services.first_steps import Step
from smsdesk.ui.pages.home import HomePage
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.bars import OutcomeBar
from smsdesk.ui.widgets.surfaces import ClickableCard

READY = ModemStatus(
    "/dev/ttyUSB0", ModemState.READY, say("The modem is ready."), operator="Orange", signal=80
)
LOCKED = replace(READY, state=ModemState.PIN_NEEDED, sentence=say("The SIM needs its PIN."))


def shown(desk: PageDesk) -> HomePage:
    page = desk.show(HomePage)
    assert isinstance(page, HomePage)
    return page


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def open_step(page: HomePage) -> Step | None:
    opened = [step for step, card in page._welcome.cards.items() if card.isVisible() and card.is_open]
    assert len(opened) <= 1
    return opened[0] if opened else None


def with_modem(monkeypatch: pytest.MonkeyPatch, desk: PageDesk, *modems: ModemStatus) -> None:
    monkeypatch.setattr(desk.services.station, "modems", lambda: modems)


def test_the_three_questions_in_their_order(desk: PageDesk) -> None:
    page = shown(desk)
    assert page.title == "Welcome"
    assert open_step(page) is Step.INSTITUTION
    assert nameless(page) == []
    name, signature = child(page, "welcome_institution"), child(page, "welcome_signature")
    assert isinstance(name, QLineEdit)
    assert isinstance(signature, QLineEdit)
    name.setText(" Conservatoire  de Dole ")
    signature.setText("Conservatoire :")
    name.returnPressed.emit()
    desk.until(lambda: open_step(page) is Step.MODEM)
    assert desk.services.preferences.read().institution == "Conservatoire de Dole"
    (kept,) = desk.services.wording.read().signatures
    assert (kept.name, kept.prefix) == ("Conservatoire de Dole", "Conservatoire : ")
    assert "Conservatoire de Dole" in words(page)
    child(page, "welcome_modem_later").click()
    desk.until(lambda: open_step(page) is Step.LIST)
    child(page, "home_import").click()
    assert desk.gone_to == [Place(Route.IMPORT)]


def test_every_question_can_wait_and_is_not_asked_again(desk: PageDesk) -> None:
    page = shown(desk)
    for step in Step:
        desk.until(lambda step=step: open_step(page) is step)
        child(page, f"welcome_{step}_later").click()
    desk.until(lambda: child(page, "home_absence").isVisible())
    assert open_step(page) is None
    assert page.title == "Home"
    assert child(shown(desk), "home_absence").isVisible()


def test_what_was_put_off_can_be_answered_and_what_was_answered_changed(desk: PageDesk) -> None:
    page = shown(desk)
    child(page, "welcome_institution_later").click()
    desk.until(lambda: open_step(page) is Step.MODEM)
    page._welcome.cards[Step.INSTITUTION].reopened.emit()
    assert open_step(page) is Step.INSTITUTION
    page._welcome.name.setText("Mairie")
    child(page, "welcome_institution_next").click()
    desk.until(lambda: open_step(page) is Step.MODEM)
    assert desk.services.first_steps.read().institution == "Mairie"


@pytest.mark.parametrize(("name", "signature"), [("  ", ""), ("Mairie", "x{y}")])
def test_what_cannot_be_is_said_and_nothing_is_kept(desk: PageDesk, name: str, signature: str) -> None:
    page = shown(desk)
    page._welcome.name.setText(name)
    page._welcome.signature.setText(signature)
    child(page, "welcome_institution_next").click()
    desk.until(page._welcome._problem.isVisible)
    assert open_step(page) is Step.INSTITUTION
    assert desk.services.preferences.read().institution == ""
    assert desk.services.wording.read().signatures == ()


def test_a_modem_that_is_ready_is_no_question(desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    with_modem(monkeypatch, desk, READY)
    page = shown(desk)
    assert "Modem ready · Orange · good signal" in [
        label.accessibleName() for label in page.findChildren(QLabel)
    ]
    child(page, "welcome_institution_later").click()
    desk.until(lambda: open_step(page) is Step.LIST)


def test_the_pin_is_asked_for_at_once(desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    with_modem(monkeypatch, desk, LOCKED)
    page = shown(desk)
    child(page, "welcome_institution_later").click()
    desk.until(lambda: child(page, "settings_pin").isVisible())
    assert page.first is child(page, "settings_pin")
    assert not child(page, "welcome_modem_next").isVisible(), "it is not done: one can only put it off"


def test_the_guide_is_offered_until_the_first_send_or_a_no(desk: PageDesk) -> None:
    desk.person("Léa", "Martin", "+33639980001")
    page = shown(desk)
    desk.until(lambda: child(page, "home_guide").isVisible())
    child(page, "home_guide_begin").click()
    assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart(guided=True))]
    child(page, "home_guide_dismiss").click()
    desk.until(lambda: not child(page, "home_guide").isVisible())
    assert not desk.services.first_steps.read().guide


def test_who_has_sent_before_is_neither_welcomed_nor_guided(desk: PageDesk) -> None:
    send(desk, 1)
    page = shown(desk)
    assert child(page, "home_absence").isVisible()
    assert not child(page, "home_guide").isVisible()


class TestStation:
    def test_ready_is_one_line(self, desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        send(desk, 1)
        with_modem(monkeypatch, desk, READY)
        page = shown(desk)
        station = child(page, "home_station")
        assert child(page, "home_modem").accessibleName() == "Modem ready · Orange · good signal"
        assert "The modem is ready." not in words(station)
        child(page, "home_modem_settings").click()
        assert desk.gone_to == [Place(Route.SETTINGS, "modem")]

    def test_a_modem_that_waits_for_an_answer_says_why(
        self, desk: PageDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        send(desk, 1)
        with_modem(monkeypatch, desk, replace(READY, waits=True))
        assert "The modem is ready." in words(child(shown(desk), "home_station"))

    def test_a_pin_is_asked_for_in_words_and_by_the_button(
        self, desk: PageDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        send(desk, 1)
        with_modem(monkeypatch, desk, LOCKED)
        page = shown(desk)
        assert "The SIM needs its PIN." in words(child(page, "home_station"))
        assert child(page, "home_modem_settings").text() == "Enter the PIN code"

    def test_without_a_modem_it_says_that_messages_wait(self, desk: PageDesk) -> None:
        send(desk, 1)
        page = shown(desk)
        assert "messages wait until one is there" in words(child(page, "home_station"))
        assert child(page, "home_modem_settings").text() == "Set up the modem"


def test_answers_stay_where_they_are_while_messages_leave(desk: PageDesk) -> None:
    number = send(desk, 2)
    desk.comes("+33639980000", "Merci")
    page = shown(desk)

    def answers() -> list[ClickableCard]:
        return [card for card in page.findChildren(ClickableCard) if "Merci" in card.accessibleName()]

    (before,) = answers()
    advance(desk, number, [PartState.DELIVERED, PartState.DELIVERED])
    desk.until(lambda: any("2 delivered" in each.summary for each in page.findChildren(OutcomeBar)))
    assert answers() == [before]


def test_what_comes_while_another_window_is_in_front_has_the_keyboard_later(
    desk: PageDesk, qtbot: QtBot
) -> None:
    page = shown(desk)
    page.setFocus()  # as it is while there is nothing to answer yet
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    desk.until(other.isActiveWindow)
    desk.services.first_steps.put_off(Step.INSTITUTION)
    page.refresh()
    for step in Step:
        desk.services.first_steps.put_off(step)
    page.refresh()
    desk.until(child(page, "home_absence").isVisible)
    page.activateWindow()
    desk.until(page.isActiveWindow)
    assert child(page, "home_absence").hasFocus()
