"""The toast that can be answered by Escape and Ctrl+Z from anywhere, for so long and no longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.ui.widgets.toasts import Toast

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Place(QWidget):
    """A page with a field and a button under a toast; `done` counts what the toast's action did."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Elsewhere")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.done = 0
        self.toast = Toast(self)

    def act(self) -> None:
        self.done += 1


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    made = Place()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.toast.hide()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Escape, NONE), (Qt.Key.Key_Z, CTRL)])
def test_keys_do_the_action_once_wherever_the_keyboard_is(
    qtbot: QtBot, place: Place, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    place.button.setFocus()
    place.toast.count_down("It leaves", "Call back", place.act, 5)
    qtbot.keyClick(place.button, key, modifier)
    assert place.done == 1
    assert not place.toast.isVisible()
    qtbot.keyClick(place.button, key, modifier)
    assert place.done == 1


def test_typing_is_undone_in_the_field_first(qtbot: QtBot, place: Place) -> None:
    place.field.setFocus()
    qtbot.keyClicks(place.field, "abc")
    place.toast.count_down("It leaves", "Call back", place.act, 5)
    qtbot.keyClick(place.field, Qt.Key.Key_Z, CTRL)
    assert (place.field.text(), place.done) == ("", 0)
    qtbot.keyClick(place.field, Qt.Key.Key_Z, CTRL)
    assert place.done == 1


def test_other_keys_go_where_they_are_meant(qtbot: QtBot, place: Place) -> None:
    place.field.setFocus()
    place.toast.count_down("It leaves", "Call back", place.act, 5)
    qtbot.keyClicks(place.field, "z")
    assert (place.field.text(), place.done) == ("z", 0)


def test_when_the_time_is_over_keys_do_nothing(qtbot: QtBot, place: Place) -> None:
    place.button.setFocus()
    place.toast.count_down("It leaves", "Call back", place.act, 0)
    qtbot.waitUntil(lambda: not place.toast.isVisible())
    qtbot.keyClick(place.button, Qt.Key.Key_Escape)
    assert place.done == 0


def test_another_sentence_takes_the_place_and_the_keys(qtbot: QtBot, place: Place) -> None:
    place.button.setFocus()
    place.toast.count_down("It leaves", "Call back", place.act, 5)
    place.toast.say("Saved")
    qtbot.keyClick(place.button, Qt.Key.Key_Z, CTRL)
    assert place.done == 0
