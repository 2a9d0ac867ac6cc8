"""A newcomer's first ten minutes by keyboard alone: a look at the sample, three questions, a list, the first SMS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from keys_alone import Key, Keys, choose, hands_on, import_a_list, is_ready
from pytestqt.qtbot import QtBot

from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.ui.pages import notify_sending
from smsdesk.ui.pages.notify_guide import GuideStep
from smsdesk.ui.window import MainWindow

MODEM = "newcomer"
PIN = "1234"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    config = virtual.VirtualConfig(latency=0.02, reports=0.05, answer_after=0.1)
    yield virtual.create(MODEM, replace(config, card=replace(config.card, pin=PIN)))
    virtual.forget(MODEM)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_first_ten_minutes(
    qtbot: QtBot, profile: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 1)
    with hands_on(qtbot, profile, MODEM) as keys:
        look_at_the_sample(keys)
        assert modem.ledger.accepted == (), "the sample has a modem of its own"
        say_who_one_is(keys)
        enter_the_pin(keys)
        keys.is_at("home_import")
        import_a_list(keys)
        modem.network.answer("*", "Merci !")
        be_guided(keys)
        see_what_came_of_it(keys)
    assert {sms.text for sms in modem.ledger.accepted} == {"Conservatoire : concert samedi 17h"}


def look_at_the_sample(keys: Keys) -> None:
    """One key in, one key out; the questions stand where they stood."""
    keys.is_at("welcome_institution")
    keys.enter("home_try")
    trial = keys.window.trial
    assert trial is not None
    keys.until(lambda: trial.window is not None)
    sample = trial.window
    assert isinstance(sample, MainWindow)
    sample.activateWindow()
    keys.until(sample.isActiveWindow)
    inside = Keys(keys.qtbot, sample)
    inside.is_at("home_absence")
    inside.until(lambda: sample.services.inbox.unread_count() > 0)
    inside.enter("trial_leave")
    keys.until(keys.window.isVisible)
    keys.window.activateWindow()
    keys.until(lambda: keys.window.tasks.idle and keys.window.isActiveWindow())
    assert keys.window.services.people.count() == 0


def say_who_one_is(keys: Keys) -> None:
    keys.tab_to("welcome_institution")
    keys.type("Conservatoire de Dole")
    keys.press(Key.Key_Tab)
    keys.type("Conservatoire :")
    keys.press(Key.Key_Return)


def enter_the_pin(keys: Keys) -> None:
    """The card asks for it: the keyboard stands there. Then one goes on."""
    keys.is_at("settings_pin")
    keys.type(PIN)
    keys.press(Key.Key_Return)
    keys.until(lambda: is_ready(keys))
    keys.enter("welcome_modem_next")


def be_guided(keys: Keys) -> None:
    """Each step is done where the guide says; it goes on by itself."""
    keys.go(1)
    keys.enter("home_guide_begin")
    keys.is_at("notify_group_search")
    keys.until(lambda: keys.window.tasks.idle)
    guide = keys.window.page.guide
    assert guide.step is GuideStep.WHOM
    choose(keys, "Piano")
    keys.until(lambda: guide.step is GuideStep.WHAT)
    keys.tab_to("notify_text")
    keys.type("Conservatoire : concert samedi 17h")
    keys.until(lambda: guide.step is GuideStep.READ)
    keys.enter("notify_guide_next")
    assert guide.step is GuideStep.CHECK
    keys.enter("notify_guide_next")
    assert guide.step is GuideStep.SEND
    keys.enter("notify_send")
    assert keys.at.objectName() == "notify_confirm"
    keys.press(Key.Key_Return)
    keys.is_at("broadcast_table")


def see_what_came_of_it(keys: Keys) -> None:
    """Everything is delivered, a family answered, and the guide is offered no more."""
    services = keys.window.services
    (sent,) = services.broadcasts.list()
    keys.until(lambda: set(services.broadcasts.get(sent.id).summary.counts) == {PartState.DELIVERED})
    keys.until(lambda: services.inbox.unread_count() > 0)
    keys.go(1)
    keys.until(lambda: keys.shows("home_absence"))
    assert not keys.shows("home_guide_begin")
    keys.go(3)
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Return)
    keys.is_at("inbox_reply")
