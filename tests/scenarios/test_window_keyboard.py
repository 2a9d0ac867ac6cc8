"""A day at the window without a mouse: every step of the first SMS, of an answer and of a decision by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QListView,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.services.resources import resource_path
from smsdesk.ui.pages import notify_sending
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 30_000
MOST_TABS = 60
"""More steps than any page has controls: whoever is not reached by then is not reached at all."""
MODEM = "keys"
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def _reachable(control: QWidget) -> bool:
    """What is shown but waits for a plan is passed over by Tab until the plan is there."""
    return control.isVisible() and control.isEnabled()


class Keys:
    """A person with a keyboard alone: presses keys where the focus is, and looks at where it went."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.at, key, modifier)

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.at, words)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the control of this name has the keyboard."""
        self.until(lambda: any(_reachable(each) for each in self.window.findChildren(QWidget, name)))
        passed = []
        for _ in range(MOST_TABS):
            if self.at.objectName() == name:
                return self.at
            passed.append(self.at.objectName() or type(self.at).__name__)
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}, only to {passed}")

    def close_completion(self) -> None:
        """Escape puts away what the file dialog proposes while one types."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self.qtbot.keyClick(popup, Key.Key_Escape)

    def go(self, number: int) -> None:
        """To a page of the rail."""
        self.press(Key(Key.Key_0 + number), CTRL)
        self.until(lambda: self.window.tasks.idle)


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
    _app, window = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    window.activateWindow()
    hands = Keys(qtbot, window)
    hands.until(window.isActiveWindow)
    yield hands
    window.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_whole_job_without_a_mouse(keys: Keys, modem: virtual.VirtualModem) -> None:
    import_a_list(keys)
    virtual.network_of(MODEM).answer("*", "Merci")
    choose_the_course(keys, "Piano")
    send(keys, "Pas de cours jeudi")
    follow(keys)
    answer(keys)
    decide(keys, modem)
    stop(keys)


def import_a_list(keys: Keys) -> None:
    """On the first start the keyboard stands in the first question; the dialog takes a typed path."""
    keys.until(lambda: keys.at.objectName() == "welcome_institution")
    modems = keys.window.services.station.modems
    keys.until(lambda: any(each.state is ModemState.READY for each in modems()))
    keys.type("Conservatoire")
    keys.press(Key.Key_Return)
    keys.until(lambda: keys.at.objectName() == "home_import")
    keys.press(Key.Key_Return)
    keys.until(lambda: keys.at.objectName() == "import_choose")
    keys.press(Key.Key_Space)
    keys.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit, "fileNameEdit")
    keys.until(lambda: keys.at is field)
    keys.type(str(resource_path("samples", "conservatoire.xlsx")))
    keys.close_completion()
    keys.press(Key.Key_Return)
    keys.until(lambda: QApplication.activeModalWidget() is None)
    keys.window.activateWindow()  # here is no window manager that would give it back
    keys.until(lambda: keys.at.objectName() == "import_table")
    keys.tab_to("import_apply")
    keys.press(Key.Key_Return)
    keys.until(lambda: any(each.isVisible() for each in keys.window.findChildren(QWidget, "import_result")))
    assert keys.window.page.isAncestorOf(keys.at)


def choose_the_course(keys: Keys, course: str) -> None:
    keys.go(2)
    assert keys.at.objectName() == "notify_group_search"
    groups = keys.window.findChild(QListWidget, "notify_group_list")
    keys.type(course)
    keys.until(lambda: [groups.item(at).text() for at in range(groups.count())][:1] == [course])
    keys.tab_to("notify_group_list")
    keys.press(Key.Key_Space)
    assert keys.window.page.audience.names == (course,)


def send(keys: Keys, words: str) -> None:
    """Escape takes the question back and leaves the keyboard at the button; the second time it is meant."""
    keys.tab_to("notify_text")
    keys.type(words)
    button = keys.window.page.summary.send
    keys.until(button.isEnabled)
    keys.tab_to("notify_send")
    keys.press(Key.Key_Return)
    assert keys.at.objectName() == "notify_confirm"
    keys.press(Key.Key_Escape)
    assert keys.at is button
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Return)
    keys.until(lambda: keys.at.objectName() == "broadcast_table")


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
