"""A day at the window without a mouse: every step of the first SMS, of an answer and of a decision by keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from keys_alone import CTRL, Key, Keys, choose, hands_on, import_a_list, is_ready, send
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.ui.pages import notify_sending

MODEM = "keys"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    config = virtual.VirtualConfig(latency=0.02, reports=0.05, answer_after=0.1)
    yield virtual.create(MODEM, config)
    virtual.forget(MODEM)


@pytest.fixture
def keys(
    qtbot: QtBot, profile: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Keys]:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 1)
    with hands_on(qtbot, profile, MODEM) as hands:
        yield hands


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_whole_job_without_a_mouse(
    keys: Keys, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_start(keys)
    import_a_list(keys)
    virtual.network_of(MODEM).answer("*", "Merci")
    choose_the_course(keys, "Piano")
    send(keys, "Pas de cours jeudi")
    follow(keys)
    answer(keys)
    decide(keys, modem)
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 3600)  # time enough on any machine
    stop(keys)
    left = Counter(text for _, text in modem.ledger.texts)
    assert left.keys() == {"Pas de cours jeudi", "Avec plaisir", "Audition samedi"}
    assert left["Avec plaisir"] == 1


def first_start(keys: Keys) -> None:
    """The keyboard stands in the first question; with a modem that is ready, the list is the next."""
    keys.is_at("welcome_institution")
    keys.until(lambda: is_ready(keys))
    keys.type("Conservatoire")
    keys.press(Key.Key_Return)
    keys.is_at("home_import")


def choose_the_course(keys: Keys, course: str) -> None:
    keys.go(2)
    choose(keys, course)


def follow(keys: Keys) -> None:
    messages = keys.window.page.model
    keys.until(lambda: bool(messages.messages))
    keys.until(lambda: all(each.state is PartState.DELIVERED for each in messages.messages))
    keys.press(Key.Key_Down)
    assert keys.at.currentIndex().isValid()
    keys.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert keys.at.objectName() == "broadcasts_search"


def answer(keys: Keys) -> None:
    services = keys.window.services
    keys.until(lambda: services.inbox.unread_count() > 0)
    keys.go(3)
    talks = keys.at
    assert isinstance(talks, QListView)
    keys.until(lambda: talks.model().rowCount() > 0)
    unread = services.inbox.unread_count()
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Return)
    keys.until(lambda: keys.at.objectName() == "inbox_reply")
    keys.until(lambda: services.inbox.unread_count() < unread)
    before = len(services.broadcasts.list())
    keys.type("Avec plaisir")
    keys.press(Key.Key_Return, CTRL)
    keys.until(lambda: len(services.broadcasts.list()) == before + 1)
    keys.until(lambda: keys.at.toPlainText() == "")


def decide(keys: Keys, modem: virtual.VirtualModem) -> None:
    """The modem falls silent in the middle of one: a person decides that it counts as sent."""
    services = keys.window.services
    modem.faults.add("bare-error@1")
    choose_the_course(keys, "Violon")
    send(keys, "Audition samedi")
    keys.until(lambda: services.station.queue().uncertain == 1)
    keys.tab_to("decision_sent")
    keys.press(Key.Key_Return)
    keys.until(lambda: services.station.queue().uncertain == 0)
    assert keys.window.page.isAncestorOf(keys.at)


def stop(keys: Keys) -> None:
    services = keys.window.services
    choose_the_course(keys, "Guitare")
    send(keys, "Cours maintenu")
    number = services.broadcasts.list(limit=1)[0].id
    keys.tab_to("broadcast_undo")
    keys.press(Key.Key_Return)
    keys.until(lambda: services.broadcasts.get(number).summary.cancelled)
    assert keys.window.page.isAncestorOf(keys.at)
