"""The composition root of the window: options, a clean end, sentences where the system lacks something."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smsdesk import app, display
from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.errors import ProfileError
from smsdesk.services.preferences import Choices
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
