"""Trying without a modem: one click into a sample world, one click out, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_groups import made_group
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import PartState
from smsdesk.modem import virtual
from smsdesk.ui.i18n import Language
from smsdesk.ui.opening import OpeningWindow
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.fields import Picker
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
MODEM = "real"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(profile: Path) -> Iterator[MainWindow]:
    virtual.create(MODEM, virtual.VirtualConfig(latency=0.02))
    _app, made = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    yield made
    made.close()
    virtual.forget(MODEM)


def press(widget: QWidget, name: str) -> None:
    button = widget.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def enter(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Into the sample world, from the first page."""
    qtbot.waitUntil(lambda: window.findChild(QAbstractButton, "home_try") is not None, timeout=PATIENCE_MS)
    press(window, "home_try")
    assert window.trial is not None
    trial = window.trial
    qtbot.waitUntil(lambda: trial.window is not None, timeout=PATIENCE_MS)
    assert isinstance(trial.window, MainWindow)
    return trial.window


def test_one_click_in_and_one_click_out(qtbot: QtBot, window: MainWindow) -> None:
    sample = enter(qtbot, window)
    assert sample.isVisible()
    assert not window.isVisible()
    assert window.seen is sample
    sample.showMinimized()
    window.come_forward()
    assert not sample.isMinimized()
    assert not window.isVisible(), "who looks for the program finds what was before him"
    banner = sample.findChild(QWidget, "trial_banner")
    assert banner is not None
    assert banner.isVisible()
    assert sample.services.people.count() > 0
    broadcast = sample.services.broadcasts.list(limit=1)[0].id

    def delivered() -> bool:
        counts = sample.services.broadcasts.get(broadcast).summary.counts
        return set(counts) == {PartState.DELIVERED}

    qtbot.waitUntil(delivered, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: sample.services.inbox.unread_count() > 0, timeout=PATIENCE_MS)
    press(sample, "trial_leave")
    qtbot.waitUntil(window.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.tasks.idle, timeout=PATIENCE_MS)
    assert window.trial is not None
    assert window.trial.window is None
    assert window.services.people.count() == 0
    assert window.services.broadcasts.list() == ()
    assert virtual.modem_named(MODEM).ledger.accepted == ()


def test_a_second_trial_is_a_fresh_one(qtbot: QtBot, window: MainWindow) -> None:
    first = enter(qtbot, window)
    people = first.services.people.count()
    made_group(first.services.people, "Essai")
    first.close()
    qtbot.waitUntil(lambda: window.isVisible() and window.tasks.idle, timeout=PATIENCE_MS)
    second = enter(qtbot, window)
    assert second.services.people.count() == people
    assert "Essai" not in {group.name for group in second.services.people.groups()}
    assert second.findChild(QWidget, "home_try") is None, "there is no trial within a trial"


def test_the_language_of_the_trial_is_left_there(qtbot: QtBot, window: MainWindow) -> None:
    sample = enter(qtbot, window)
    qtbot.waitUntil(lambda: sample.tasks.idle, timeout=PATIENCE_MS)
    sample.go(Place(Route.SETTINGS, "window"))
    picker = sample.page.findChild(Picker, "settings_language")
    assert picker is not None
    picker.setCurrentIndex(picker.findData(Language.ENGLISH))
    picker.activated.emit(picker.currentIndex())
    qtbot.waitUntil(lambda: sample.page.title == "Settings", timeout=PATIENCE_MS)
    press(sample, "trial_leave")
    qtbot.waitUntil(lambda: window.tasks.idle and window.page.title == "Bienvenue", timeout=PATIENCE_MS)


def test_the_real_window_takes_the_trial_with_it(qtbot: QtBot, window: MainWindow) -> None:
    sample = enter(qtbot, window)
    modems = sample.services.station.modems
    qtbot.waitUntil(lambda: any(each.state is ModemState.READY for each in modems()), timeout=PATIENCE_MS)
    window.close()
    assert not sample.isVisible()


def test_a_window_that_has_closed_is_gone_with_all_that_it_held(qtbot: QtBot, window: MainWindow) -> None:
    def windows() -> set[QWidget]:
        return {each for each in QApplication.allWidgets() if isinstance(each, MainWindow | OpeningWindow)}

    before = windows()
    sample = enter(qtbot, window)
    assert windows() == {*before, sample}
    press(sample, "trial_leave")
    qtbot.waitUntil(lambda: windows() == before, timeout=PATIENCE_MS)
    around = window.window()
    assert {window, around} <= before
    window.close()
    qtbot.waitUntil(lambda: windows() == before - {window, around}, timeout=PATIENCE_MS)
