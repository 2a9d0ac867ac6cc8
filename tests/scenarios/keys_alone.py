"""A person with a keyboard alone, and what such a person does again and again: import, choose, write, send."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.domain.modems import ModemState
from smsdesk.services.resources import resource_path
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
MOST_TABS = 60
"""More steps than any page has controls: whoever is not reached by then is not reached at all."""
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SAMPLE = resource_path("samples", "conservatoire.xlsx")


def _reachable(control: QWidget) -> bool:
    """What is shown but waits for a plan is passed over by Tab until the plan is there."""
    return control.isVisible() and control.isEnabled()


class Keys:
    """Presses keys where the focus is, and looks at where it went."""

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
        """Plain letters: Qt knows no key for others."""
        self.qtbot.keyClicks(self.at, words)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def is_at(self, name: str) -> None:
        """Wait until the keyboard has come there by itself."""
        self.until(lambda: self.at.objectName() == name)

    def shows(self, name: str) -> bool:
        return any(_reachable(each) for each in self.window.findChildren(QWidget, name))

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the control of this name has the keyboard."""
        self.until(lambda: self.window.tasks.idle and self.shows(name))
        passed = []
        for _ in range(MOST_TABS):
            if self.at.objectName() == name:
                return self.at
            passed.append(self.at.objectName() or type(self.at).__name__)
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}, only to {passed}")

    def enter(self, name: str) -> None:
        """Go there by Tab and press Enter."""
        self.tab_to(name)
        self.press(Key.Key_Return)

    def close_completion(self) -> None:
        """Escape puts away what the file dialog proposes while one types."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self.qtbot.keyClick(popup, Key.Key_Escape)

    def go(self, number: int) -> None:
        """To a page of the rail."""
        self.press(Key(Key.Key_0 + number), CTRL)
        self.until(lambda: self.window.tasks.idle)


@contextmanager
def hands_on(qtbot: QtBot, profile: Path, modem: str) -> Iterator[Keys]:
    """The window of a profile with this virtual modem, and somebody at its keyboard."""
    _app, window = build(["--profile", str(profile), "--modem", f"virtual://{modem}"])
    window.activateWindow()
    hands = Keys(qtbot, window)
    hands.until(window.isActiveWindow)
    try:
        yield hands
    finally:
        window.close()


def is_ready(keys: Keys) -> bool:
    return any(each.state is ModemState.READY for each in keys.window.services.station.modems())


def import_a_list(keys: Keys, path: Path = SAMPLE) -> None:
    """From the button that has the keyboard; the dialog takes a typed path."""
    keys.press(Key.Key_Return)
    keys.is_at("import_choose")
    keys.press(Key.Key_Space)
    keys.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit, "fileNameEdit")
    keys.until(lambda: keys.at is field)
    keys.type(str(path))
    keys.close_completion()
    keys.press(Key.Key_Return)
    keys.until(lambda: QApplication.activeModalWidget() is None)
    keys.window.activateWindow()  # here is no window manager that would give it back
    keys.is_at("import_table")
    keys.enter("import_apply")
    keys.until(lambda: keys.shows("import_result"))
    assert keys.window.page.isAncestorOf(keys.at)


def choose(keys: Keys, group: str) -> None:
    """In the composer: search a group and tick it."""
    assert keys.at.objectName() == "notify_group_search"
    groups = keys.window.findChild(QListWidget, "notify_group_list")
    keys.type(group)
    keys.until(lambda: [groups.item(at).text() for at in range(groups.count())][:1] == [group])
    keys.tab_to("notify_group_list")
    keys.press(Key.Key_Space)
    assert keys.window.page.audience.names == (group,)


def send(keys: Keys, words: str) -> None:
    """Escape takes the question back and leaves the keyboard at the button; the second time it is meant."""
    keys.tab_to("notify_text")
    keys.type(words)
    button = keys.window.page.summary.send
    keys.until(button.isEnabled)
    keys.enter("notify_send")
    assert keys.at.objectName() == "notify_confirm"
    keys.press(Key.Key_Escape)
    assert keys.at is button
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Return)
    keys.is_at("broadcast_table")
