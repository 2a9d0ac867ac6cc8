"""Sending at the window: by keys alone, called back in five seconds, and nothing lost when the program dies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from keys_alone import CTRL, Key, Keys
from made_groups import made_group
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft
from smsdesk.ui.pages import notify_sending
from smsdesk.ui.pages.notify import NotifyPage

MODEM = "sending"
PATIENCE_S = 300
LEA, TOM, ZOE, OWN = (f"+3363998000{number}" for number in range(1, 5))


@pytest.fixture
def filled(profile: Path) -> Path:
    """Piano with Léa and Tom, Chorale with Zoé, and a phone for tests."""
    with Desk.open(profile) as desk:
        people = desk.services.people
        for group, pupils in {"Piano": [("Léa", LEA), ("Tom", TOM)], "Chorale": [("Zoé", ZOE)]}.items():
            ids = [
                people.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(phone),))).id
                for name, phone in pupils
            ]
            people.add_to_group(made_group(people, group).id, ids)
        desk.services.seed_list.keep([OWN])
    return profile


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, virtual.VirtualConfig(latency=0.02, reports=0.05))
    virtual.forget(MODEM)


@pytest.fixture
def keys(
    qtbot: QtBot, filled: Path, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Keys]:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 0.2)  # nobody thinks it over here
    _app, window = build(["--profile", str(filled), "--modem", f"virtual://{MODEM}"])
    window.activateWindow()
    hands = Keys(qtbot, window)
    hands.until(window.isActiveWindow)
    yield hands
    window.close()


def sent_by(modem: virtual.VirtualModem) -> list[str]:
    return sorted(to for to, _ in modem.ledger.texts)


def choose(keys: Keys, name: str) -> None:
    """Type a name into the search and mark the first one found."""
    chooser = keys.window.findChild(QListWidget, "notify_group_list")
    keys.tab_to("notify_group_search")
    keys.press(Key.Key_A, CTRL)
    keys.type(name)
    keys.until(lambda: [chooser.item(at).text() for at in range(chooser.count())][:1] == [name])
    keys.tab_to("notify_group_list")
    keys.press(Key.Key_Space)


def say_yes(keys: Keys) -> None:
    button = keys.window.page.summary.send
    keys.until(button.isEnabled)
    keys.tab_to("notify_send")
    keys.press(Key.Key_Return)
    assert keys.at.objectName() == "notify_confirm"
    keys.press(Key.Key_Return)
    keys.until(lambda: keys.at.objectName() == "broadcast_table")


def compose(keys: Keys, words: str) -> None:
    keys.go(2)
    choose(keys, "Piano")
    keys.tab_to("notify_text")
    keys.type(words)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Key.Key_Z, CTRL)],
    ids=["escape", "ctrl_z"],
)
def test_five_seconds_to_call_back_on_any_page(
    keys: Keys,
    modem: virtual.VirtualModem,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 3600)  # however slow the machine is
    compose(keys, "Pas de cours jeudi")
    say_yes(keys)
    keys.press(Key.Key_6, CTRL)  # to the templates, where one may look something up
    keys.press(key, modifier)
    services = keys.window.services
    keys.until(lambda: services.broadcasts.list()[0].cancelled)
    keys.until(lambda: keys.window.findChild(QListWidget, "notify_group_list").isVisible())
    page = keys.window.page
    keys.until(lambda: page.text.text.toPlainText() == "Pas de cours jeudi")
    assert page.audience.names == ("Piano",)
    monkeypatch.setattr(notify_sending, "UNDO_SECONDS", 0.2)
    say_yes(keys)  # this time it is meant
    keys.until(lambda: services.broadcasts.list()[0].counts == {PartState.DELIVERED: 2})
    assert sent_by(modem) == [LEA, TOM]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_group_less_another_and_a_test_by_keys_alone(keys: Keys, modem: virtual.VirtualModem) -> None:
    keys.go(2)
    choose(keys, "Piano")
    choose(keys, "Chorale")
    keys.tab_to("notify_way_to")
    keys.press(Key.Key_Right)
    assert keys.at.objectName() == "notify_way_except"
    keys.tab_to("notify_group_search")
    keys.press(Key.Key_A, CTRL)
    keys.type("tom")
    chooser = keys.window.findChild(QListWidget, "notify_group_list")
    keys.until(lambda: [chooser.item(at).text() for at in range(chooser.count())] == ["Tom Martin"])
    keys.tab_to("notify_group_list")
    keys.press(Key.Key_Space)
    keys.tab_to("notify_text")
    keys.type("Bonjour")
    keys.until(keys.window.page.summary.send.isEnabled)
    keys.tab_to("notify_test")
    keys.press(Key.Key_Return)
    keys.until(lambda: sent_by(modem) == [OWN])
    say_yes(keys)
    keys.until(lambda: sent_by(modem) == [LEA, ZOE, OWN])


def die(profile: Path, moment: str) -> None:
    script = Path(__file__).with_name("crash_undo.py")
    ended = subprocess.run(
        [sys.executable, str(script), str(profile), moment], timeout=PATIENCE_S, check=False
    )
    assert ended.returncode == -9


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_crash_within_the_five_seconds_loses_nothing_and_sends_once(
    filled: Path, modem: virtual.VirtualModem
) -> None:
    die(filled, "undo")
    with Desk.open(filled) as desk:
        (queued,) = desk.services.broadcasts.list()
        assert queued.counts == {PartState.QUEUED: 2}
        assert queued.not_before is not None
        assert desk.services.drafts.list() == ()
    station = ["--profile", str(filled), "--modem", f"virtual://{MODEM}", "station"]
    assert run_command([*station, "--max-seconds", str(notify_sending.UNDO_SECONDS + 3)]) == 0
    assert run_command([*station, "--until-idle"]) == 0
    assert sent_by(modem) == [LEA, TOM]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_crash_while_composing_leaves_the_draft_and_opens_there_again(
    qtbot: QtBot, filled: Path, modem: virtual.VirtualModem
) -> None:
    die(filled, "typing")
    with Desk.open(filled) as desk:
        (draft,) = desk.services.drafts.list()
        assert (draft.text, draft.title) == ("Pas de cours, {prénom}", "Piano")
        assert desk.services.broadcasts.list() == ()
    open_where_it_was(qtbot, filled)


def open_where_it_was(qtbot: QtBot, profile: Path) -> None:
    """The next window opens on the page, with the draft in it."""
    _app, window = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    with closing(window):
        hands = Keys(qtbot, window)
        hands.until(lambda: isinstance(window.page, NotifyPage))
        text = window.findChild(QPlainTextEdit, "notify_text")
        hands.until(lambda: text.toPlainText() == "Pas de cours, {prénom}")
