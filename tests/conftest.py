"""What every test is held to: no unexpected log line, no thread left running, no window left open."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from patient_bot import PatientBot

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Days, hours and numbers are the same whoever runs the tests and wherever; Qt reads the language once, as it starts.
# TZ=Europe/Paris before the command looks for what depends on the zone.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
if hasattr(time, "tzset"):  # not on Windows
    os.environ.setdefault("TZ", "UTC")
    time.tzset()

THREAD_GRACE_S = 60.0
"""A thread that was told to stop may need a moment to be gone, and longer beside other work."""


# The same examples on every machine, however long each takes there. To seek new ones:
# pytest --hypothesis-profile=default
settings.register_profile(
    "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("same")

_HOMES = count(1)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long loops unless a marker expression asks for them."""
    if config.getoption("-m"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="a long loop: it runs on request, with -m long"))


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches the profile and the settings of the person who runs it, nor another test's."""
    home = tmp_path_factory.getbasetemp() / f"nobody-{next(_HOMES)}"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home / name))


@pytest.fixture(autouse=True)
def no_unexpected_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on any ERROR line, unless the test is marked `expects_errors` and looks at them itself."""
    yield
    if request.node.get_closest_marker("expects_errors"):
        return
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not loud, f"unexpected log lines: {[record.getMessage() for record in loud]}"


@pytest.fixture(autouse=True)
def qt_garbage_on_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect cycles after a test of the window, not on a thread that happens to allocate: Qt crashes on that."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Fail when a thread that the test started outlives it."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(THREAD_GRACE_S)
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"threads left running: {alive}"


@pytest.fixture(autouse=True)
def no_leaked_windows() -> Iterator[None]:
    """Fail when a top-level widget is still visible after the test."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    visible = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in visible:
        widget.close()
    assert not visible, f"windows left open: {visible}"


@pytest.fixture(autouse=True)
def same_look_and_language() -> Iterator[None]:
    """Leave the program as the code has it: light, without translators, whatever a window was told."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    i18n, theme = (sys.modules.get(f"smsdesk.ui.{name}") for name in ("i18n", "design.theme"))
    running = widgets.QApplication.instance() if widgets else None
    if running is None or i18n is None or theme is None:
        return
    if i18n.Translations.of(running).language is not None:
        i18n.Translations.of(running).stop()
    theme.Theme.of(running).choose(theme.Appearance.LIGHT)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """In place of pytest-qt's own."""
    return PatientBot(request)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """An empty folder for a profile; the program makes it."""
    return tmp_path / "profile"
