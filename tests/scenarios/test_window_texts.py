"""A text from a template: chosen, filled in, made cheaper, looked at for each family, and sent as it was seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSlider, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.signatures import Signature
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft, GroupDraft
from smsdesk.services.wording import WordingChoices
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000


@pytest.fixture
def window(qtbot: QtBot, profile: Path) -> Iterator[MainWindow]:
    virtual.create("texts", virtual.VirtualConfig(latency=0.02, reports=0.05))
    with Desk.open(profile) as desk:
        people = desk.services.people
        teacher = people.save_contact(ContactDraft("Mme", "Roux", ContactKind.TEACHER)).id
        group = people.save_group(GroupDraft(None, "Alto", GroupKind.COURSE, teacher_id=teacher))
        children = (("Alice", "+33639980001"), ("Tom", "+33639980001"), ("Maëlys", "+33639980002"))
        ids = [
            people.save_contact(ContactDraft(first, "Petit", ContactKind.PUPIL, (Phone(phone),))).id
            for first, phone in children
        ]
        people.add_to_group(group.id, ids)
        desk.services.wording.keep(WordingChoices((Signature("Conservatoire", "Conservatoire :"),)))
    _app, made = build(["--profile", str(profile), "--modem", "virtual://texts"])
    yield made
    made.close()
    virtual.forget("texts")


def see(qtbot: QtBot, window: MainWindow, kind: type[QWidget], name: str) -> QWidget:
    """The visible widget of this name, once it is there."""
    qtbot.waitUntil(
        lambda: any(each.isVisible() for each in window.findChildren(kind, name)), timeout=PATIENCE_MS
    )
    return next(each for each in window.findChildren(kind, name) if each.isVisible())


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    button = see(qtbot, window, QAbstractButton, name)
    qtbot.waitUntil(button.isEnabled, timeout=PATIENCE_MS)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, picker: QComboBox, name: str) -> None:
    qtbot.waitUntil(lambda: picker.findText(name) > 0, timeout=PATIENCE_MS)
    picker.setCurrentText(name)
    picker.activated.emit(picker.currentIndex())


def test_a_template_is_filled_in_and_read_before_it_is_sent(qtbot: QtBot, window: MainWindow) -> None:
    alto = window.services.people.group_named("Alto")
    window.go(Place(Route.NOTIFY, NotifyStart(group_ids=(alto.id,))))
    choose(qtbot, see(qtbot, window, QComboBox, "notify_template"), "Absence d'un professeur")
    choose(qtbot, see(qtbot, window, QComboBox, "notify_signature"), "Conservatoire")
    editor = see(qtbot, window, QPlainTextEdit, "notify_text")
    assert editor.toPlainText().startswith("Conservatoire : absence {de professeur} {date}")
    day = see(qtbot, window, QLineEdit, "notify_field_date")
    day.setText("24/12/2030")
    day.editingFinished.emit()
    editor.appendPlainText("Bonnes fêtes…")
    dear = see(qtbot, window, QLabel, "notify_dear")
    qtbot.waitUntil(lambda: dear.text().count("2\u00a0SMS au lieu de\u00a01") == 2, timeout=PATIENCE_MS)
    of_text, of_names = dear.text().splitlines()
    assert "ê" in of_text
    assert "…" in of_text
    assert "Maëlys" in of_names
    click(qtbot, window, "notify_economise")
    see(qtbot, window, QAbstractButton, "notify_economy_values").setChecked(True)
    click(qtbot, window, "notify_economy_accept")
    counter = see(qtbot, window, QLabel, "notify_counter")
    qtbot.waitUntil(window.page.summary.send.isEnabled, timeout=PATIENCE_MS)  # all texts are counted anew
    assert counter.text().endswith("/160 · 1 SMS")
    slider = see(qtbot, window, QSlider, "preview_slider")
    seen = []
    for number in range(2):
        slider.setValue(number)
        seen.append(window.page.summary.preview.bubble.text)
    expected = [
        "Conservatoire : absence de Mme Roux mardi 24 décembre 2030. Pas de cours pour "
        "Alice (Alto) et Tom (Alto).\nBonnes fetes...",
        "Conservatoire : absence de Mme Roux mardi 24 décembre 2030. Pas de cours pour "
        "Maelys (Alto).\nBonnes fetes...",
    ]
    assert sorted(seen) == sorted(expected)
    click(qtbot, window, "notify_send")
    click(qtbot, window, "notify_confirm")
    ledger = virtual.modem_named("texts").ledger
    qtbot.waitUntil(lambda: len(list(ledger.of(virtual.Accepted))) == 2, timeout=PATIENCE_MS)
    (sent,) = window.services.broadcasts.list()
    assert sorted(message.text for message in window.services.broadcasts.messages(sent.id)) == sorted(
        expected
    )
