"""The first paint: for the window alone, and with nothing loaded that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from smsdesk import first_look
from smsdesk.first_look import window_profile
from smsdesk.services.autostart import MINIMISED

SECONDS = 60


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SMSDESK_PROFILE", raising=False)


@pytest.mark.parametrize(
    "argv",
    [
        ["--profile", "/desk"],
        ["--profile=/desk"],
        ["--modem", "virtual://", "--profile", "/desk"],
        ["--profile", "/other", "--modem=virtual://", "--profile", "/desk"],
    ],
)
def test_options_of_the_window_are_understood(argv: list[str]) -> None:
    assert window_profile(argv) == Path("/desk").absolute()


def test_the_profile_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSDESK_PROFILE", "/desk")
    assert window_profile([]) == Path("/desk").absolute()
    assert window_profile(["--profile", "/mine"]) == Path("/mine").absolute()


@pytest.mark.parametrize(
    "argv",
    [
        ["inbox"],
        ["--profile", "/desk", "inbox"],
        ["--help"],
        ["--profile"],
        ["--json"],
        [MINIMISED],
        ["--profiles=x"],
    ],
)
def test_anything_else_is_not_the_window(argv: list[str]) -> None:
    assert window_profile(argv) is None


def test_without_a_display_nothing_is_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(first_look, "has_display", lambda: False)
    monkeypatch.setattr(first_look, "load_for_display", lambda _package: pytest.fail("Qt was wanted"))
    first_look.show(["--profile", str(tmp_path)])


def test_before_the_first_paint_nothing_is_loaded_that_it_does_not_need() -> None:
    heavy = (
        "sqlite3",
        "sqlite_utils",
        "click",
        "openpyxl",
        "phonenumbers",
        "serial",
        "smsdesk.services",
        "smsdesk.desk",
    )
    code = (
        "import sys, smsdesk.__main__, smsdesk.ui.opening, smsdesk.ui.window_state\n"
        f"print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=SECONDS
    )
    assert loaded.stderr.strip() == ""
