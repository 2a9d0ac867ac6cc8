"""Plans typed in the settings, meters at home, the warning and the split in the composer, as a person meets them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from smsdesk.domain.budget import Held, Limit, Meter, SimPlan, SimSeen, goes_on
from smsdesk.domain.budget_forecast import SplitBy
from smsdesk.domain.plan import plan_same
from smsdesk.services.events import Changed, Topic
from smsdesk.services.notify import SendOptions
from smsdesk.storage import budget as kept
from smsdesk.ui import formats
from smsdesk.ui.i18n import Language, Translations, translate
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.pages.home import HomePage
from smsdesk.ui.pages.settings import SettingsPage
from smsdesk.ui.places import Route
from smsdesk.ui.widgets.budget_panel import BudgetPanel
from smsdesk.ui.widgets.choices import WrappedCheckBox
from smsdesk.ui.widgets.meters import MeterView, figure_words, state_words

SIM = "8933010000000000017"


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    with desk.database.write() as connection:
        kept.see(connection, [SimSeen(SIM, "Huawei E3372", "Orange F")], desk.clock())
    return desk


def _plan(desk: PageDesk) -> SimPlan:
    return desk.services.budget.plans()[0]


def _type(page: SettingsPage, name: str, text: str) -> QLineEdit:
    field = child(page, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.textEdited.emit(text)
    field.editingFinished.emit()
    return field


def test_a_plan_is_typed_in_place_and_kept(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    assert isinstance(page, SettingsPage)
    for name, text in (
        ("budget_name", "Mairie"),
        ("budget_monthly", "1 000"),
        ("budget_recipients", "200"),
        ("budget_price", "0,12 €"),
        ("budget_day", "31"),
    ):
        _type(page, name, text)
    for name in ("budget_alerts", "budget_others"):
        choice = child(page, name)
        assert isinstance(choice, QCheckBox)
        choice.click()
    wanted = SimPlan(
        SIM, "Mairie", monthly_sms=1000, recipients_cap=200, price_each_cents=12, billing_day=31, alerts_pass=True,
        others_take=True,
    )  # fmt: skip
    desk.until(lambda: _plan(desk) == wanted)
    assert nameless(page) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("budget_monthly", "beaucoup", "A number from 1"),
        ("budget_monthly", "0", "A number from 1"),
        ("budget_daily", "-3", "A number from 1"),
        ("budget_recipients", "9999999", "A number from 1"),
        ("budget_day", "32", "A day from 1 to 31."),
        ("budget_day", "", "A day from 1 to 31."),
        ("budget_price", "12,345", "A price such as 0.10"),
        ("budget_price", "99", "A price such as 0.10"),
        ("budget_name", "x" * 41, "At most 40 letters."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_not_kept(
    desk: PageDesk, name: str, text: str, said: str
) -> None:
    page = desk.show(SettingsPage)
    assert isinstance(page, SettingsPage)
    field = _type(page, name, text)
    assert field.accessibleDescription().startswith(said)
    desk.until(lambda: desk.tasks.idle)
    assert _plan(desk) == SimPlan(SIM)
    assert field.text() == text


def test_what_is_being_typed_is_not_overwritten(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    field = child(page, "budget_monthly")
    assert isinstance(field, QLineEdit)
    page.window().activateWindow()
    field.setFocus()
    desk.qtbot.keyClicks(field, "12")
    desk.services.budget.save(SimPlan(SIM, "Orange"))
    name = child(page, "budget_name")
    assert isinstance(name, QLineEdit)
    desk.until(lambda: name.text() == "Orange")
    assert field.text() == "12"


def _spend(desk: PageDesk, count: int) -> None:
    rows = [(SIM, desk.clock().isoformat(timespec="milliseconds"), number, 1, f"+3363998{number:04}")
            for number in range(count)]  # fmt: skip
    with desk.database.write() as connection:
        connection.executemany(
            "INSERT INTO sim_spends (sim, at, part_id, attempt, e164) VALUES (?, ?, ?, ?, ?)", rows
        )
    desk.services.events.publish(Changed(Topic.BUDGET))


def test_home_shows_the_meters_and_leads_to_the_plans(desk: PageDesk) -> None:
    desk.person("Léa", "Martin", "+33639980001")
    page = desk.show(HomePage)
    budget = child(page, "home_budget")
    assert not budget.isVisible(), "a fresh profile has no plan, and no meter"
    desk.services.budget.save(SimPlan(SIM, "Orange", monthly_sms=10))
    _spend(desk, 8)
    desk.until(lambda: bool(budget.isVisible()))
    desk.until(lambda: "2 left" in page.findChild(MeterView).summary)
    (view,) = page.findChildren(MeterView)
    assert view.summary.startswith("Orange · SMS this month: 2 left. 8 of 10 used · starts anew on")
    assert nameless(page) == []
    next(each for each in page.findChildren(QAbstractButton) if each.text() == "Change the plans").click()
    assert desk.gone_to[-1].route is Route.SETTINGS


def test_before_sending_one_is_warned_and_may_spread_it(desk: PageDesk) -> None:
    budget = desk.services.budget
    budget.save(SimPlan(SIM, "Orange", daily_cap=10, price_each_cents=7))
    _spend(desk, 4)
    plan = plan_same("Concert", [(f"+3363997{number:04}", ()) for number in range(15)])
    forecast = budget.forecast(plan)
    assert (forecast.fits, forecast.sms, forecast.cost_cents, forecast.new_people) == (False, 15, 105, 15)
    panel = BudgetPanel()
    desk.qtbot.addWidget(panel)
    panel.show_forecast(forecast)
    panel.show()
    assert "SMS over what may go in one day: 9." in panel.warning
    assert panel.split is None
    days = child(panel, f"budget_split_{SplitBy.DAYS}")
    assert isinstance(days, QRadioButton)
    with desk.qtbot.waitSignal(panel.split_chosen):
        days.click()
    assert (panel.warning, nameless(panel)) == ("", [])
    split = panel.split
    assert split is not None
    assert [share.parts for share in split.shares] == [6, 9]
    broadcast = desk.services.notify.queue_plan(plan, "Concert", SendOptions(split=split))
    rows = desk.database.read().execute(
        "SELECT p.not_before, count(*) AS parts FROM parts p JOIN messages m ON m.id = p.message_id"
        " WHERE m.broadcast_id = ? GROUP BY p.not_before ORDER BY p.not_before",
        (broadcast,),
    )
    found = [(row["not_before"], row["parts"]) for row in rows]
    assert (found[0], found[1][1]) == ((None, 6), 9)
    assert found[1][0][:10] == (desk.clock() + timedelta(days=1)).date().isoformat()


def test_what_fits_warns_of_nothing_and_offers_nothing(desk: PageDesk) -> None:
    desk.services.budget.save(SimPlan(SIM, "Orange", monthly_sms=100))
    panel = BudgetPanel()
    desk.qtbot.addWidget(panel)
    panel.show_forecast(desk.services.budget.forecast(plan_same("Concert", [("+33639980001", ())])))
    assert (panel.warning, panel.split, panel.findChildren(QRadioButton)) == ("", None, [])


@pytest.mark.parametrize(
    ("meter", "state"),
    [
        (Meter(SIM, "Orange", Limit.MONTH, 1812, 2000, date(2027, 1, 1), 4, 26), "reste 158"),
        (Meter(SIM, "Orange", Limit.DAY, 9, 10, date(2026, 12, 5), 0, 3), "2 de trop"),
        (Meter(SIM, "Orange", Limit.PEOPLE, 200, 200, date(2026, 12, 5)), "Épuisé"),
        (Meter(SIM, "Orange", Limit.MONTH, 7, None, date(2026, 12, 5)), "Sans limite"),
    ],
)
def test_meters_speak_french(qapp: QApplication, meter: Meter, state: str) -> None:
    Translations.of(qapp).use(Language.FRENCH)
    assert state_words(meter) == state


def test_the_numbers_of_a_meter_in_french(qapp: QApplication) -> None:
    Translations.of(qapp).use(Language.FRENCH)
    meter = Meter(SIM, "Orange", Limit.MONTH, 1812, 2000, date(2027, 1, 1), 4, 26)
    words = "1\u202f812 sur 2\u202f000 utilisés · 4 en attente · cet envoi\u00a0: 26 · repart le "
    assert figure_words(meter) == words + formats.day(meter.anew)
    assert formats.day(meter.anew, today=date(2026, 12, 5)) == "vendredi 1er janvier"
    assert formats.euros(260) == "2,60\u00a0€"


def test_a_send_that_is_held_says_why_and_a_person_lets_it_pass(desk: PageDesk) -> None:
    plan = plan_same("Concert", [("+33639980001", ()), ("+33639980002", ())])
    broadcast = desk.services.notify.queue_plan(plan, "Concert", SendOptions())
    held = Held(Limit.MONTH, goes_on(date(2026, 12, 5)))
    with desk.database.write() as connection:
        kept.hold(connection, [(1, 1, held), (2, 1, held)])
    page = desk.show(BroadcastPage)
    page.open(broadcast)
    page.refresh()
    bar = child(page, "broadcast_held")
    desk.until(lambda: bool(bar.isVisible()))
    assert bar.accessibleName() == translate(held.sentence)
    allow = child(page, "broadcast_allow")
    assert isinstance(allow, QAbstractButton)
    allow.click()
    desk.until(lambda: not bar.isVisible())
    (row,) = desk.database.read().execute("SELECT broadcast_id, decided_by FROM cap_permits").fetchall()
    assert (row["broadcast_id"], row["decided_by"]) == (broadcast, desk.services.preferences.person)
    assert desk.services.budget.holds(broadcast) is None


def test_what_a_limit_holds_is_given_to_the_other_sim_by_one_click(
    desk: PageDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_same("Concert", [("+33639980001", ())])
    broadcast = desk.services.notify.queue_plan(plan, "Concert", SendOptions())
    held = Held(Limit.MONTH, goes_on(date(2026, 12, 5)))
    with desk.database.write() as connection:
        kept.hold(connection, [(1, 1, held)])
    page = desk.show(BroadcastPage)
    page.open(broadcast)
    bar, other = child(page, "broadcast_held"), child(page, "broadcast_hand_over")
    desk.until(lambda: bool(bar.isVisible()))
    assert not other.isVisible(), "there is no other SIM here"
    monkeypatch.setattr(desk.services.budget, "others_here", lambda: True)
    page.refresh()
    desk.until(lambda: bool(other.isVisible()))
    assert isinstance(other, QAbstractButton)
    other.click()
    desk.until(lambda: not bar.isVisible())
    (row,) = desk.database.read().execute("SELECT broadcast_id, decided_by FROM sim_handovers").fetchall()
    assert (row["broadcast_id"], row["decided_by"]) == (broadcast, desk.services.preferences.person)


def test_long_choices_go_on_in_the_next_line_and_are_read_as_one_sentence(qtbot: QtBot) -> None:
    words = "When a limit is reached, the other SIM cards send the rest"
    choice = WrappedCheckBox(words)
    qtbot.addWidget(choice)
    choice.show()
    choice.resize(160, 100)
    qtbot.waitUntil(lambda: "\n" in choice.text())
    assert " ".join(choice.text().split("\n")) == words
    assert choice.accessibleName() == words
    choice.resize(900, 100)
    qtbot.waitUntil(lambda: choice.text() == words)
