"""A planned send leaves by itself while the window is open; a missed one is asked about at home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_groups import made_group
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.schedule import EntryState, SeriesDraft, Timing
from smsdesk.domain.wall_time import wall_of
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft
from smsdesk.storage.database import Database
from smsdesk.storage.profile import Profile
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
MODEM = "schedule-window"


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, virtual.VirtualConfig(latency=0.02, reports=0.05))
    virtual.forget(MODEM)


@pytest.fixture
def planned(profile: Path) -> Path:
    """Tomorrow at this hour, to one family."""
    with Desk.open(profile) as desk:
        people = desk.services.people
        choir = made_group(people, "Chorale")
        lea = people.save_contact(ContactDraft("Léa", "Martin", ContactKind.PUPIL, (Phone("+33639980001"),)))
        people.add_to_group(choir.id, [lea.id])
        tomorrow = wall_of(datetime.now(UTC)) + timedelta(days=1)
        draft = SeriesDraft(
            AudienceRequest(group_ids=(choir.id,)), "{prénom}, ce soir.", Timing(first=tomorrow)
        )
        desk.services.schedule.plan_series(draft)
    return profile


def comes_due(profile: Path, ago: timedelta) -> None:
    """As if the hour of the planned send were so long ago."""
    database = Database(Profile(profile).database)
    wall = wall_of(datetime.now(UTC) - ago).isoformat(timespec="minutes")
    database.read().execute("UPDATE occurrences SET wall = ?", (wall,))
    database.close()


def open_window(profile: Path, qtbot: QtBot) -> MainWindow:
    _app, window = build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    return window


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    def seen() -> list[QAbstractButton]:
        return [each for each in window.findChildren(QAbstractButton, name) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()) and seen()[0].isEnabled(), timeout=PATIENCE_MS)
    qtbot.mouseClick(seen()[0], Qt.MouseButton.LeftButton)


def test_what_comes_due_leaves_by_itself(planned: Path, modem: virtual.VirtualModem, qtbot: QtBot) -> None:
    window = open_window(planned, qtbot)
    try:
        comes_due(planned, timedelta(minutes=1))
        qtbot.waitUntil(lambda: len(modem.ledger.accepted) == 1, timeout=PATIENCE_MS)
    finally:
        window.close()
    assert [sms.text for sms in modem.ledger.accepted] == ["Léa, ce soir."]
    with Desk.open(planned) as desk:
        (entry,) = desk.services.schedule.entries(*_around())
        assert entry.state is EntryState.SENT


def test_what_was_missed_is_asked_about_at_home_and_in_the_status_line(
    planned: Path, modem: virtual.VirtualModem, qtbot: QtBot
) -> None:
    comes_due(planned, timedelta(hours=5))
    window = open_window(planned, qtbot)
    try:
        qtbot.waitUntil(lambda: "manqué" in window.status.missed.text(), timeout=PATIENCE_MS)
        assert not modem.ledger.accepted
        window.go(Place(Route.PEOPLE))
        qtbot.mouseClick(window.status.missed, Qt.MouseButton.LeftButton)
        click(qtbot, window, "missed_send")
        click(qtbot, window, "missed_confirm")
        qtbot.waitUntil(lambda: len(modem.ledger.accepted) == 1, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not window.status.missed.isVisible(), timeout=PATIENCE_MS)
    finally:
        window.close()


def test_what_was_missed_is_shown_in_the_calendar_after_a_restart_and_skipped_there(
    planned: Path, modem: virtual.VirtualModem, qtbot: QtBot
) -> None:
    open_window(planned, qtbot).close()
    comes_due(planned, timedelta(hours=5))
    window = open_window(planned, qtbot)
    try:
        qtbot.mouseClick(window.rail.buttons[Route.PLANNING], Qt.MouseButton.LeftButton)
        click(qtbot, window, "planning_missed_decide")
        click(qtbot, window, "missed_skip")
        qtbot.waitUntil(lambda: not window.status.missed.isVisible(), timeout=PATIENCE_MS)
    finally:
        window.close()
    assert not modem.ledger.accepted


def _around() -> tuple[datetime, datetime]:
    now = datetime.now(UTC)
    return now - timedelta(days=1), now + timedelta(days=1)
