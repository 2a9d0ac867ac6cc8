"""An alert at the window: the red button, the second confirmation, by mouse and by keys alone, and an exercise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keys_alone import CTRL, Key, Keys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.desk import Desk
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft
from smsdesk.storage.exercise_copy import FOLDER
from smsdesk.ui.pages import crisis_confirm
from smsdesk.ui.places import Place, Route

MODEM = "alarm"
PEOPLE = 8

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def town(profile: Path) -> Path:
    with Desk.open(profile) as desk:
        for number in range(PEOPLE):
            desk.services.people.save_contact(
                ContactDraft(
                    f"Anne{number}", "Martin", ContactKind.RESIDENT, (Phone(f"+336399800{number:02}"),),
                    city="Vannes" if number % 2 else "Séné",
                )
            )  # fmt: skip
        desk.services.people.save_contact(
            ContactDraft("Jean", "Fixe", ContactKind.RESIDENT, (Phone("+33297112233", "", mobile=False),))
        )
    return profile


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, virtual.VirtualConfig(latency=0.02, reports=0.05))
    virtual.forget(MODEM)


class Person(Keys):
    """Somebody at the window, with mouse and keys."""

    def control(self, name: str) -> QWidget:
        """The control of this name, once it is seen and can be used."""
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = [each for each in self.window.findChildren(QWidget, name) if each.isVisible()]
            return bool(found) and found[0].isEnabled()

        self.until(there)
        return found[0]

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.control(name), Qt.MouseButton.LeftButton)

    def said(self, name: str) -> str:
        return str(self.control(name).property("text"))


@pytest.fixture
def person(qtbot: QtBot, town: Path, modem: virtual.VirtualModem) -> Iterator[Person]:
    _app, window = build(["--profile", str(town), "--modem", f"virtual://{MODEM}"])
    window.activateWindow()
    hands = Person(qtbot, window)
    hands.until(window.isActiveWindow)
    hands.until(lambda: window.tasks.idle)
    yield hands
    window.close()


def delivered(person: Person, count: int) -> bool:
    latest = person.window.services.broadcasts.list(limit=1)
    return bool(latest) and latest[0].counts == {PartState.DELIVERED: count}


def test_an_area_is_alerted_updated_and_given_the_all_clear(
    person: Person, modem: virtual.VirtualModem, tmp_path: Path
) -> None:
    person.click("home_alert")
    person.click("crisis_scenario_evacuation")
    person.click("crisis_part")
    areas = person.control("crisis_area")
    assert isinstance(areas, QListWidget)
    areas.findItems("Séné", Qt.MatchFlag.MatchExactly)[0].setCheckState(Qt.CheckState.Checked)
    person.until(lambda: "4" in person.said("crisis_send"))
    person.click("crisis_send")
    assert "4" in person.said("crisis_confirm_question")
    person.click("crisis_confirm")
    person.until(lambda: delivered(person, 4))
    assert len(modem.ledger.texts) == 4
    person.click("crisis_update")
    person.click("crisis_next_send")
    person.click("crisis_confirm")
    person.until(lambda: len(modem.ledger.texts) == 8)
    person.click("crisis_all_clear")
    person.click("crisis_next_send")
    person.click("crisis_confirm")
    person.until(lambda: len(modem.ledger.texts) == 12)
    phones = {to for to, _ in modem.ledger.texts}
    assert len(phones) == 4
    for phone in phones:
        first, second, third = (text for to, text in modem.ledger.texts if to == phone)
        assert first.startswith("ALERTE")
        assert "mise à jour 1" in second
        assert "FIN D'ALERTE" in third
    person.until(lambda: not person.window.findChild(QPushButton, "crisis_update").isVisible())
    file = tmp_path / "fiche.pdf"
    person.window.page.paper.write(person.window.page.shown(), file)  # type: ignore[attr-defined]
    person.until(lambda: file.exists() and person.window.tasks.idle)
    assert file.read_bytes().startswith(b"%PDF")


def test_no_double_click_and_no_held_enter_raises_an_alarm(
    person: Person, modem: virtual.VirtualModem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crisis_confirm, "ASLEEP_MS", 3_600_000)  # however long the keys below take
    person.click("home_alert")
    person.click("crisis_scenario_attack")
    send = person.control("crisis_send")
    place = send.mapTo(person.window, send.rect().center())
    person.qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
    hit = person.window.childAt(place)
    person.qtbot.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(person.window, place))
    person.control("crisis_confirm_no")
    confirm = person.window.findChild(QPushButton, "crisis_confirm")
    assert not confirm.isEnabled(), "asleep at first"
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        person.press(key)
    person.window.findChild(crisis_confirm.CrisisConfirm)._awake.start(1)
    person.control("crisis_confirm")
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        person.press(key)
    person.press(Key.Key_Escape)
    person.control("crisis_send")
    person.until(lambda: person.window.tasks.idle)
    assert person.window.services.crises.list() == ()
    assert not modem.ledger.accepted


def test_by_keys_alone(person: Person, modem: virtual.VirtualModem) -> None:
    person.tab_to("home_alert")
    person.press(Key.Key_Return)
    person.until(lambda: person.at.objectName() == "crisis_scenario_weather")
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down):
        person.press(key)
    assert person.at.objectName() == "crisis_scenario_attack"
    person.press(Key.Key_Return)
    person.until(lambda: person.at.objectName() == "crisis_send")
    person.press(Key.Key_Return)
    person.until(lambda: person.at.objectName() == "crisis_confirmation")
    person.control("crisis_confirm")
    person.press(Key.Key_Return, CTRL)
    person.until(lambda: len(modem.ledger.texts) == PEOPLE)
    person.until(lambda: person.at.objectName() == "crisis_update")
    person.tab_to("crisis_all_clear")
    person.press(Key.Key_Space)
    person.until(lambda: person.at.objectName() == "crisis_text")
    person.tab_to("crisis_next_send")
    person.press(Key.Key_Return)
    person.control("crisis_confirm")
    person.tab_to("crisis_confirm")
    person.press(Key.Key_Return)
    person.until(lambda: len(modem.ledger.texts) == 2 * PEOPLE)


def test_an_exercise_is_loud_and_sends_nothing(
    person: Person, town: Path, modem: virtual.VirtualModem
) -> None:
    person.click("home_alert")
    person.click("crisis_exercise")
    person.control("crisis_exercise_banner")
    person.click("crisis_scenario_attack")
    person.click("crisis_send")
    person.control("crisis_exercise_banner")
    person.click("crisis_confirm")
    person.control("crisis_end")
    person.control("crisis_exercise_banner")
    assert (town / FOLDER).is_dir()
    crises = person.window.services.crises
    (exercise,) = crises.running()
    person.until(lambda: crises.state(exercise.id).steps[0].counts == {PartState.DELIVERED: PEOPLE})
    person.click("crisis_end")
    person.until(lambda: crises.get(exercise.id).recorded)
    person.until(lambda: not (town / FOLDER).exists())
    person.control("crisis_exercise_banner")
    assert not modem.ledger.accepted
    assert person.window.services.broadcasts.list() == ()
    person.window.go(Place(Route.CRISIS))
    person.control(f"crisis_open_{exercise.id}")


def test_an_alert_that_goes_on_is_one_click_away(person: Person, modem: virtual.VirtualModem) -> None:
    person.click("home_alert")
    person.click("crisis_scenario_water")
    person.click("crisis_send")
    person.click("crisis_confirm")
    person.control("crisis_update")
    person.until(lambda: len(modem.ledger.texts) == PEOPLE)
    person.go(1)
    person.click("home_alert")
    (crisis,) = person.window.services.crises.running()
    person.click(f"crisis_open_{crisis.id}")
    person.control("crisis_update")
    person.click("crisis_end")
    person.until(lambda: person.window.services.crises.running() == ())
    assert len(modem.ledger.texts) == PEOPLE
