"""The composition root of the window: options, a clean end, sentences where the system lacks something."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smsdesk import app, display, first_look
from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.errors import InUseError, ProfileError
from smsdesk.services.preferences import Choices
from smsdesk.storage.doorbell import Bell, ring
from smsdesk.storage.profile import Profile
from smsdesk.system_libraries import WindowError
from smsdesk.ui.design import theme

SECONDS = 120


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No display named anywhere."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SMSDESK_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_build_opens_everything_and_close_ends_it(qtbot: QtBot, profile: Path) -> None:
    running, window = build(["--profile", str(profile), "--modem", "virtual://app-test"])
    assert running is QApplication.instance()
    assert window.isVisible()
    qtbot.waitUntil(lambda: "prêt" in window.status.modem.text())
    window.close()
    assert not window.isVisible()
    with Desk.open(profile, engine=True):
        pass  # the profile is free again


def test_the_profile_may_come_from_the_environment(
    qtbot: QtBot, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMSDESK_PROFILE", str(profile))
    _running, window = build(["--modem", "virtual://app-test-2"])
    window.close()
    assert (profile / "smsdesk.sqlite3").exists()
    assert (profile / "window.ini").exists()


def test_a_second_window_on_the_same_profile_is_refused(qtbot: QtBot, profile: Path) -> None:
    options = ["--profile", str(profile), "--modem", "virtual://app-test-3"]
    _running, window = build(options)
    with pytest.raises(ProfileError):
        build(options)
    window.close()


class TestSecondStart:
    """Somebody starts the program again while its window stands behind others."""

    @pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    def test_the_window_comes_forward(self, qtbot: QtBot, profile: Path) -> None:
        _running, window = build(["--profile", str(profile), "--modem", "virtual://app-test-5"])
        window.window().showMinimized()
        answers: list[bool] = []
        second = threading.Thread(target=lambda: answers.append(ring(profile, answered_within_s=SECONDS)))
        second.start()
        qtbot.waitUntil(lambda: not window.window().isMinimized() and bool(answers))
        second.join()
        assert answers == [True]
        assert window.isVisible()
        window.close()
        assert not ring(profile), "nobody is there any more"

    def test_a_start_says_that_the_window_came(
        self, profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        first = Profile(profile)
        first.take()
        bell = Bell(profile)
        monkeypatch.setattr(
            first_look, "load_for_display", lambda _package: pytest.fail("it showed a window")
        )
        heard = threading.Thread(target=lambda: _answer(bell))
        heard.start()
        with pytest.raises(SystemExit) as ended:
            first_look.show(["--profile", str(profile)])
        heard.join()
        assert ended.value.code == ProfileError.exit_code
        assert "come forward" in capsys.readouterr().err
        first.release()

    def test_where_a_command_sends_it_is_said_plainly(
        self, qtbot: QtBot, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(app, "HUNG_WITHIN_S", 0.0)
        told: list[ProfileError] = []
        monkeypatch.setattr(app, "_goes_back", lambda _argv, refused: told.append(refused))
        with Desk.open(profile, engine=True), pytest.raises(InUseError, match="Use that one"):
            app.open_or_tell(["--profile", str(profile)], seen=True)
        assert len(told) == 1


def _answer(bell: Bell) -> None:
    """As the window does, whenever the folder changes."""
    while bell.answer() is None:
        pass


def test_the_window_starts_as_it_was_chosen(qtbot: QtBot, profile: Path) -> None:
    with Desk.open(profile) as desk:
        desk.services.preferences.keep(Choices(language="en", appearance="dark"))
    _running, window = build(["--profile", str(profile), "--modem", "virtual://app-test-4"])
    assert window.rail.buttons
    assert {button.word for button in window.rail.buttons.values()} >= {"Home", "Send"}
    assert theme.active().name == "dark"
    window.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named so on Linux alone")
class TestDisplay:
    def test_without_one_it_paints_into_memory(self, bare: pytest.MonkeyPatch) -> None:
        display.choose_platform()
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

    def test_an_existing_one_is_left_alone(self, bare: pytest.MonkeyPatch) -> None:
        bare.setenv("DISPLAY", ":0")
        display.choose_platform()
        assert "QT_QPA_PLATFORM" not in os.environ

    def test_a_missing_library_is_named_with_its_packages(self, bare: pytest.MonkeyPatch) -> None:
        bare.setenv("DISPLAY", ":0")

        def refuse(_path: str) -> None:
            raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

        bare.setattr(ctypes, "CDLL", refuse)
        with pytest.raises(WindowError) as refused:
            app._check_libraries()
        sentence = str(refused.value)
        assert "(libxcb-cursor.so.0)" in sentence
        assert "apt install libgl1" in sentence
        assert "libxcb-cursor0" in sentence
        assert "dnf install" in sentence

    def test_wayland_needs_no_x11(self, bare: pytest.MonkeyPatch) -> None:
        bare.setenv("WAYLAND_DISPLAY", "wayland-0")
        assert not display.uses_x11()


def test_no_qt_is_loaded_before_it_is_needed() -> None:
    code = "import sys, smsdesk.app; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=SECONDS).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a Windows process at once")
def test_the_end_of_the_session_closes_the_window_properly(profile: Path) -> None:
    code = (
        "import sys; from PySide6.QtCore import QTimer; from smsdesk import app; import smsdesk.ui.window as w\n"
        "shown = w.MainWindow.showEvent\n"
        "def tell(self, event):\n"
        "    shown(self, event); QTimer.singleShot(0, lambda: print('shown', flush=True))\n"
        "w.MainWindow.showEvent = tell\n"
        "sys.exit(app.run(sys.argv[1:]))"
    )
    arguments = [sys.executable, "-c", code, "--profile", str(profile), "--modem", "virtual://"]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "shown\n"
    process.send_signal(signal.SIGTERM)
    assert process.wait(SECONDS) == 0
    process.stdout.close()
    with Desk.open(profile, engine=True):
        pass
