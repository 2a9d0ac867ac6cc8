"""A secretary and the plan of the SIM: set, warned of before sending, held, let pass, begun anew next month."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from made_groups import made_group
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot

from smsdesk import app as program
from smsdesk.desk import Desk
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.budget import SimPlan, goes_on, midnight
from smsdesk.domain.clock import system_clock
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft
from smsdesk.ui.widgets.meters import MeterView
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
MODEM = "budget-window"
PHONES = [f"+3363998000{number}" for number in range(5)]


class Hands:
    """What a person at the window can do: find things by their object names, click, type, wait."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def see(self, name: str) -> QWidget:
        """The visible widget of this name."""
        self.until(lambda: any(each.isVisible() for each in self.window.findChildren(QWidget, name)))
        return next(each for each in self.window.findChildren(QWidget, name) if each.isVisible())

    def click(self, name: str) -> None:
        button = self.see(name)
        assert isinstance(button, QAbstractButton)
        self.until(button.isEnabled)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_into(self, name: str, text: str) -> None:
        field = self.see(name)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)

    def meters(self) -> list[str]:
        return [each.summary for each in self.window.page.findChildren(MeterView) if each.isVisible()]


class Clock:
    """Goes on from a moment that the test chooses; the real one until it does."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self._offset

    def set(self, moment: datetime) -> None:
        self._offset = moment - system_clock()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    really = Desk.open

    def with_clock(profile: Path, modems: list[str], **others: Any) -> Desk:
        return really(profile, modems, **others, clock=made)

    monkeypatch.setattr(program.Desk, "open", with_clock)
    return made


@pytest.fixture
def hands(qtbot: QtBot, profile: Path, clock: Clock) -> Iterator[Hands]:
    virtual.create(MODEM, virtual.VirtualConfig(latency=0.01, reports=0.02))
    _app, window = program.build(["--profile", str(profile), "--modem", f"virtual://{MODEM}"])
    people = window.services.people
    members = [
        people.save_contact(ContactDraft("Léa", f"Martin{at}", ContactKind.RESIDENT, (Phone(phone),))).id
        for at, phone in enumerate(PHONES)
    ]
    people.add_to_group(made_group(people, "Quartier", GroupKind.FREE).id, members)
    yield Hands(qtbot, window)
    window.close()
    virtual.forget(MODEM)


def accepted() -> list[str]:
    return [each.to for each in virtual.modem_named(MODEM).ledger.accepted]


def test_a_plan_is_set_warned_of_kept_to_and_a_person_lets_a_send_pass(hands: Hands) -> None:
    hands.click("nav_settings")
    hands.type_into("budget_monthly", "3")
    hands.until(lambda: [plan.monthly_sms for plan in hands.window.services.budget.plans()] == [3])
    choose_everybody(hands)
    hands.type_into("notify_text", "Coupure d'eau demain.")
    hands.until(lambda: "2" in hands.window.page.summary.budget.warning)
    hands.click("notify_send")
    hands.click("notify_confirm")
    assert isinstance(hands.see("broadcast_table"), QTableView)
    hands.until(lambda: len(accepted()) == 3)
    bar = hands.see("broadcast_held")
    assert "Le forfait du mois est atteint" in bar.accessibleName()
    assert len(accepted()) == 3
    hands.click("broadcast_allow")
    hands.until(lambda: len(accepted()) == 5)
    hands.until(lambda: not bar.isVisible())


def choose_everybody(hands: Hands) -> None:
    hands.click("nav_notify")
    groups = hands.see("notify_group_list")
    assert isinstance(groups, QListWidget)
    hands.until(lambda: groups.count() > 0)
    (item,) = groups.findItems("Quartier", Qt.MatchFlag.MatchExactly)
    place = groups.visualItemRect(item).center()
    hands.qtbot.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_waits_leaves_by_itself_when_the_next_month_begins(hands: Hands, clock: Clock) -> None:
    services = hands.window.services
    clock.set(datetime(2026, 11, 20, 12, tzinfo=UTC))
    hands.until(lambda: bool(services.budget.plans()))
    sim = services.budget.plans()[0].sim
    services.budget.save(SimPlan(sim, "Orange", monthly_sms=3, billing_day=31))
    services.notify.send(AudienceRequest(everyone=True), "Coupure d'eau demain.")
    hands.until(lambda: len(accepted()) == 3)
    hands.until(lambda: services.station.queue().reason is not None)
    hands.until(lambda: any("Épuisé. 3 sur 3 utilisés" in each for each in hands.meters()))
    clock.set(midnight(date(2026, 11, 30)) + timedelta(minutes=1))
    hands.until(lambda: services.budget.usage(sim).parts == 0)
    assert len(accepted()) == 3, "nobody is woken at midnight"
    clock.set(goes_on(date(2026, 11, 30)))
    hands.until(lambda: len(accepted()) == 5)
    hands.until(lambda: any("reste 1. 2 sur 3 utilisés" in each for each in hands.meters()))
    assert "jeudi 31 décembre" in hands.meters()[0]
