"""The window before any modem is there: it says what to do, and is ready by itself when one comes."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import discovery, finder
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_tcp
from smsdesk.services.people import ContactDraft
from smsdesk.services.resources import resource_path
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
EVERYBODY = 149
"""Pupils, parents and teachers of the sample list."""


@contextmanager
def shown(*options: str) -> Iterator[MainWindow]:
    """The window as the program opens it."""
    _app, window = build(options)
    try:
        yield window
    finally:
        window.close()


def words(window: MainWindow) -> str:
    """Everything that the page says."""
    return "\n".join(label.text() for label in window.page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def free_port() -> Iterator[int]:
    """A port of this machine where nothing listens, kept from other programs until the test does."""
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        yield int(kept.getsockname()[1])


def write(window: MainWindow) -> int:
    """One message to one phone."""
    draft = ContactDraft("Léa", "Martin", ContactKind.PUPIL, (Phone("+33639980001"),))
    person = window.services.people.save_contact(draft)
    return window.services.notify.send(AudienceRequest(contact_ids=(person.id,)), "Bonjour")


def test_without_any_port_it_says_what_to_do(
    qtbot: QtBot, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "_port_names", frozenset)
    monkeypatch.setattr(discovery, "discover", tuple)
    with shown("--profile", str(profile)) as window:
        qtbot.waitUntil(lambda: "branchez un modem" in window.status.modem.text(), timeout=PATIENCE_MS)
        write(window)
        qtbot.waitUntil(lambda: "1 en attente" in window.status.queue.text(), timeout=PATIENCE_MS)
        assert window.status.queue.text().startswith("Rien ne part")
        window.go(Place(Route.SETTINGS))
        qtbot.waitUntil(lambda: "il est trouvé tout seul" in words(window), timeout=PATIENCE_MS)


def test_a_modem_that_comes_later_is_ready_without_a_restart(
    qtbot: QtBot, profile: Path, free_port: int
) -> None:
    with shown("--profile", str(profile), "--modem", f"socket://127.0.0.1:{free_port}") as window:
        qtbot.waitUntil(lambda: "Aucun modem" in window.status.modem.text(), timeout=PATIENCE_MS)
        number = write(window)
        window.go(Place(Route.SETTINGS))
        qtbot.waitUntil(lambda: "Branchez-le" in words(window), timeout=PATIENCE_MS)
        modem = VirtualModem(VirtualConfig(latency=0.02, reports=0.05))
        try:
            with serve_tcp(modem, port=free_port):
                qtbot.waitUntil(lambda: "Modem prêt" in window.status.modem.text(), timeout=PATIENCE_MS)
                qtbot.waitUntil(lambda: _left(window, number), timeout=PATIENCE_MS)
                window.close()
        finally:
            modem.close()
    assert [text for _, text in modem.ledger.texts] == ["Bonjour"]


def _left(window: MainWindow, number: int) -> bool:
    counts = window.services.broadcasts.get(number).summary.counts
    return bool(counts.get(PartState.ACCEPTED) or counts.get(PartState.DELIVERED))


def test_the_window_closes_in_the_middle_of_anything(qtbot: QtBot, profile: Path, free_port: int) -> None:
    """While a list is read, while it is taken over, while the modem is examined: close waits, nothing is half done."""
    options = ("--profile", str(profile), "--modem", f"socket://127.0.0.1:{free_port}")
    sample = resource_path("samples", "conservatoire.xlsx")
    with shown(*options) as window:
        window.go(Place(Route.IMPORT))
        window.page.load(sample)
    with shown(*options) as window:
        window.go(Place(Route.IMPORT))
        window.page.load(sample)
        qtbot.waitUntil(window.page.plan_view.apply.isVisible, timeout=PATIENCE_MS)
        window.page.plan_view.apply.click()
    with shown(*options) as window:
        assert window.services.people.count() in (0, EVERYBODY), "all of the list, or nothing of it"
        write(window)
        window.go(Place(Route.SETTINGS))
        button = window.page.findChild(QAbstractButton, "settings_doctor")
        assert button is not None
        button.click()
