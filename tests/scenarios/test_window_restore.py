"""Back to a copy through the window: asked, done, opened anew; and at the start, where the data are damaged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from keys_alone import PATIENCE_MS, Keys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smsdesk import app
from smsdesk.desk import Desk
from smsdesk.domain.clock import system_clock
from smsdesk.domain.errors import ProfileError
from smsdesk.domain.people import ContactKind
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft
from smsdesk.storage import copies
from smsdesk.storage.profile import DATABASE
from smsdesk.ui.widgets.buttons import Button

MODEM = "restored"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def add_somebody(desk: Desk, name: str) -> None:
    desk.services.people.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL))


@pytest.fixture
def filled(profile: Path) -> Path:
    """A profile with one person, a copy of the day, and a second person since."""
    with Desk.open(profile) as desk:
        add_somebody(desk, "Léa")
        with copies.watching(profile / DATABASE) as connection:
            copies.keep_copy(connection, profile / DATABASE, system_clock())
        add_somebody(desk, "Tom")
    return profile


@pytest.fixture
def argv(filled: Path) -> Iterator[list[str]]:
    """What the program is started with."""
    virtual.create(MODEM, virtual.VirtualConfig())
    yield ["--profile", str(filled), "--modem", f"virtual://{MODEM}"]
    virtual.forget(MODEM)


def test_a_person_goes_back_to_the_copy_of_the_day_by_keys(
    qtbot: QtBot, filled: Path, argv: list[str]
) -> None:
    _app, window = app.build(argv)
    with closing(window):
        window.activateWindow()
        keys = Keys(qtbot, window)
        keys.until(window.isActiveWindow)
        (copy,) = window.services.safekeeping.read().copies
        go_back_by_keys(keys, copy.path)
    with closing(app.reopen(argv, copy.path)) as again:
        qtbot.waitUntil(lambda: bool(again.toast.text), timeout=PATIENCE_MS)
        assert again.services.people.count() == 1
        (kept,) = filled.glob("smsdesk.before-restore-*.sqlite3")
        assert again.services.safekeeping.look_into(kept).people == 2


def go_back_by_keys(keys: Keys, copy: Path) -> None:
    """To the section of the data, to the copy, and yes: the window closes for it."""
    closed: list[bool] = []
    keys.window.has_closed.connect(lambda: closed.append(True))
    keys.go(9)
    keys.is_at("section_modem")
    for name in ("institution", "hours", "answers", "data"):
        keys.press(Qt.Key.Key_Down)
        keys.is_at(f"section_{name}")
    keys.enter(f"settings_data_back_{copies.day_of(copy)}")
    keys.is_at("back_keep")
    keys.press(Qt.Key.Key_Tab)
    keys.is_at("back_yes")
    keys.press(Qt.Key.Key_Return)
    keys.until(lambda: closed == [True])
    assert keys.window.wanted_copy == copy


def test_a_copy_that_cannot_be_taken_leaves_the_data_and_says_so(
    qtbot: QtBot, filled: Path, argv: list[str]
) -> None:
    with closing(app.reopen(argv, filled / "gone.sqlite3")) as again:
        qtbot.waitUntil(lambda: "gone.sqlite3" in again.toast.text, timeout=PATIENCE_MS)
        assert again.services.people.count() == 2


def spoil(database: Path) -> None:
    size = database.stat().st_size
    with database.open("r+b") as file:
        file.seek(size // 8)
        file.write(b"\xa5" * (size // 2))


@contextmanager
def answering(name: str) -> Iterator[None]:
    """Whatever is asked at the start is answered by this button."""

    def look() -> None:
        for button in (each.findChild(Button, name) for each in QApplication.topLevelWidgets()):
            if button is not None and button.isVisible():
                button.click()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    yield
    timer.stop()


def test_damaged_data_open_again_from_the_copy_that_is_offered(
    qtbot: QtBot, filled: Path, argv: list[str]
) -> None:
    spoil(filled / DATABASE)
    with answering("start_back"):
        _app, window = app.open_or_tell(argv, seen=True)
    with closing(window):
        assert window.services.people.count() == 1


def test_whoever_starts_it_twice_is_told_in_a_window(qtbot: QtBot, filled: Path) -> None:
    with (
        Desk.open(filled, engine=True),
        answering("start_close"),
        pytest.raises(ProfileError, match="already running"),
    ):
        app.open_or_tell(["--profile", str(filled)], seen=True)
