"""A desk with four families whose phones answer, at the window and in the terminal, for the two-way scenarios."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made_groups import made_group
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
LEA, TOM, ZOE, IRIS = (f"+3363998008{number}" for number in range(1, 5))
STRANGER = "+33639980099"
FAMILIES = {"Léa": LEA, "Tom": TOM, "Zoé": ZOE, "Iris": IRIS}
COURSE = "Piano"
QUICK = virtual.VirtualConfig(latency=0.005, reports=0.02, answer_after=0.05)


def people(profile: Path) -> None:
    """Four pupils with a phone each, in one course."""
    with Desk.open(profile) as desk:
        known = desk.services.people
        group = made_group(known, COURSE)
        for name, phone in FAMILIES.items():
            pupil = known.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(phone),)))
            known.add_to_group(group.id, [pupil.id])


def sms_to(modem: virtual.VirtualModem, phone: str) -> list[str]:
    """What the network took for a phone, in order."""
    return [text for to, text in modem.ledger.texts if to == phone]


class DeskTerminal(Terminal):
    """Runs commands on the profile with the modem of this name."""

    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str], modem: str) -> None:
        super().__init__(profile, capsys, "--modem", f"virtual://{modem}")

    def station(self) -> None:
        """Send and receive until nothing is left to do."""
        self.run("station", "--until-idle")


class Window:
    """A person at the window: finds things by their object names, clicks and waits."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.services = window.services

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def see(self, name: str) -> QWidget:
        """The visible widget of this name."""
        self.until(lambda: bool(self._visible(name)))
        return self._visible(name)[0]

    def _visible(self, name: str) -> list[QWidget]:
        return [each for each in self.window.findChildren(QWidget, name) if each.isVisible()]

    def click(self, name: str) -> None:
        button = self.see(name)
        self.until(button.isEnabled)
        assert isinstance(button, QAbstractButton)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def pick(self, name: str, words: str) -> None:
        """Choose the first entry of a list that has these words."""
        picker = self.see(name)
        assert isinstance(picker, QComboBox)

        def found() -> list[int]:
            return [at for at in range(picker.count()) if words in picker.itemText(at)]

        self.until(lambda: bool(found()))
        picker.setCurrentIndex(found()[0])
        picker.activated.emit(found()[0])

    def save_as(self, path: Path) -> None:
        """Type a path into the dialog that asks for one, and wait until the file is there."""
        self.until(lambda: self.window.findChild(QFileDialog) is not None)
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        dialog.accept()
        self.until(lambda: self.window.findChild(QFileDialog) is None and path.exists())

    def compose(self, text: str, **start: Any) -> None:
        """Begin a send to the course."""
        group = self.services.people.group_named(COURSE)
        self.window.go(Place(Route.NOTIFY, NotifyStart(group_ids=(group.id,), text=text, **start)))
        self.until(lambda: self.window.page.text.written == text)

    def send(self) -> int:
        """Confirm what is composed; gives the broadcast's id once it is shown."""
        self.click("notify_send")
        self.click("notify_confirm")
        self.see("broadcast_table")
        number = self.window.page.shown()
        assert isinstance(number, int)
        return number
