"""The window of the program: an outline at once, work behind it, then the desk inside."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QColor
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from smsdesk.ui import window_state
from smsdesk.ui.design import tokens
from smsdesk.ui.opening import OpeningWindow

DARK = ("#101112", "#202122", "#303132")


@pytest.fixture
def keep(tmp_path: Path) -> QSettings:
    return window_state.settings(tmp_path)


@pytest.fixture
def opening(qtbot: QtBot, keep: QSettings) -> Iterator[OpeningWindow]:
    window_state.save_colors(keep, DARK)
    window = OpeningWindow(keep)
    yield window
    window.close()


class Inside(QMainWindow):
    """Lets itself be closed when it is asked for the second time."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("the desk")
        self.asked = 0

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        self.asked += 1
        event.setAccepted(self.asked > 1)


def test_the_outline_has_the_colours_of_the_last_time(opening: OpeningWindow) -> None:
    opening.show_outline()
    assert OpeningWindow.standing() is opening
    seen = opening.grab().toImage()
    scale = seen.devicePixelRatio()
    assert seen.pixelColor(int(scale), int(scale)) == QColor(DARK[1])
    ground = seen.pixelColor(seen.width() - int(scale), int(tokens.SPACE_S * scale))
    assert ground == QColor(DARK[0])


@pytest.mark.parametrize("written", ["", "red green blue", "#101112 #202122", "#10111g #202122 #303132"])
def test_colours_that_are_none_are_those_of_the_first_start(keep: QSettings, written: str) -> None:
    keep.setValue("window/colors", written)
    assert window_state.colors(keep)[0] == "#f4f5f8"


def test_work_is_done_on_another_thread_while_the_window_lives(opening: OpeningWindow) -> None:
    turned = threading.Event()
    QTimer.singleShot(0, turned.set)

    def work() -> str:
        assert turned.wait(30), "the event loop stood still"
        return threading.current_thread().name

    assert opening.meanwhile(work) == "window-opening"


def test_what_the_work_refuses_is_raised(opening: OpeningWindow) -> None:
    def work() -> None:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        opening.meanwhile(work)


def test_the_work_may_ask_for_something_in_the_window(opening: OpeningWindow) -> None:
    where: list[str] = []

    def refuse() -> None:
        where.append(threading.current_thread().name)
        raise LookupError("no room")

    with pytest.raises(LookupError, match="no room"):
        opening.meanwhile(lambda: opening.in_window(refuse))
    assert where == ["MainThread"]


def test_what_it_holds_gives_the_title_and_decides_whether_it_may_close(opening: OpeningWindow) -> None:
    opening.show_outline()
    inside = Inside()
    opening.hold(inside)
    assert OpeningWindow.standing() is None
    assert inside.isVisible()
    assert inside.window() is opening
    assert opening.windowTitle() == "the desk"
    inside.setWindowTitle("a station")
    assert opening.windowTitle() == "a station"
    assert not opening.close()
    assert opening.isVisible()
    assert opening.close()
    assert not opening.isVisible()


def test_closed_before_there_is_anything_it_says_so(opening: OpeningWindow) -> None:
    opening.show_outline()
    assert opening.close()
    assert opening.given_up
    assert OpeningWindow.standing() is None
