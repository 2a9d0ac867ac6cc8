"""What the calendar leads to on other pages: the composer at an hour, a series changed there, Accueil's today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from page_desk import child
from plan_desk import PlanDesk, click
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.schedule import OnMissed, Reminder, SeriesDraft, Timing
from smsdesk.domain.wall_time import moment_of
from smsdesk.ui.pages.home import HomePage
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.widgets.surfaces import ClickableCard


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[PlanDesk]:
    opened = PlanDesk(qtbot, tmp_path)
    yield opened
    opened.close()


def composer(desk: PlanDesk, start: NotifyStart) -> NotifyPage:
    page = desk.show(NotifyPage)
    assert isinstance(page, NotifyPage)
    page.open(start)
    settle(desk, page)
    return page


def settle(desk: PlanDesk, page: NotifyPage) -> None:
    desk.until(lambda: desk.tasks.idle and not page._replan.isActive() and not page._autosave.waiting)


def send(desk: PlanDesk, page: NotifyPage) -> None:
    for name in ("notify_send", "notify_confirm"):
        button = child(page, name)
        desk.until(button.isEnabled)
        button.click()  # type: ignore[attr-defined]
    desk.until(lambda: bool(desk.gone_to))
    assert desk.gone_to[-1].route is Route.PLANNING


def test_the_composer_begins_at_the_hour_that_was_picked(desk: PlanDesk) -> None:
    at = moment_of(datetime.fromisoformat("2026-03-19T10:45"))
    page = composer(desk, NotifyStart(at=at))
    assert page.summary.when.choice.timing == Timing(first=datetime.fromisoformat("2026-03-19T10:45"))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=TH,TU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4",
        "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261231",
        "FREQ=DAILY",
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=8",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
    ],
)
def test_a_series_that_is_changed_goes_on_as_it_was_but_for_what_was_changed(
    desk: PlanDesk, rule: str
) -> None:
    number = desk.plan("2026-03-12T18:00", rule=rule, on_missed=OnMissed.SEND)
    before = desk.at(days=400)
    page = composer(desk, NotifyStart(replaces=number))
    assert page.begun.isVisible()
    assert page.summary.when.choice.on_missed is OnMissed.SEND
    page.text.text.setPlainText("{prénom}, demain.")
    settle(desk, page)
    send(desk, page)
    planned = [each for each in desk.at(days=400) if each.endswith("planned")]
    assert [each[:17] for each in planned] == [each[:17] for each in before]
    assert desk.services.schedule.series(number).stopped
    assert desk.services.schedule.series(number + 1).draft.text == "{prénom}, demain."
    assert desk.services.drafts.list() == ()


def test_of_a_series_with_a_number_of_times_only_the_rest_is_planned_again(desk: PlanDesk) -> None:
    number = desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH;COUNT=4")
    desk.clock.now = moment_of(datetime.fromisoformat("2026-03-19T18:01"))
    desk.services.schedule.decide("e1", send=False)
    assert desk.services.schedule.send_due() == 1
    page = composer(desk, NotifyStart(replaces=number))
    page.summary.when.rule.hour.setTime(time(17, 30))  # type: ignore[arg-type]  # PySide takes Python's time
    settle(desk, page)
    send(desk, page)
    assert [each for each in desk.at() if each.endswith("planned")] == [
        "Thu 26.03. 17:30 Chorale planned", "Thu 02.04. 17:30 Chorale planned",
    ]  # fmt: skip


def test_reminders_are_changed_with_their_event(desk: PlanDesk) -> None:
    timing = Timing(
        event=datetime.fromisoformat("2026-04-21T20:00"),
        reminders=tuple(Reminder(days, time(9)) for days in (14, 7, 3, 1)),
    )
    number = desk.services.schedule.plan_series(
        SeriesDraft(AudienceRequest(group_ids=(desk.choir,)), "Concert {date}", timing)
    )
    page = composer(desk, NotifyStart(replaces=number))
    assert page.summary.when.choice.timing == timing
    page.summary.when.event_form.rows[3].on.setChecked(False)
    settle(desk, page)
    send(desk, page)
    assert [each[4:16] for each in desk.at() if each.endswith("planned")] == [
        "07.04. 09:00", "14.04. 09:00", "18.04. 09:00",
    ]  # fmt: skip


def test_one_that_was_to_be_sent_once_is_not_sent_now_besides(desk: PlanDesk) -> None:
    number = desk.plan("2026-03-12T18:00")
    page = composer(desk, NotifyStart(replaces=number))
    assert not child(page, "notify_now").isEnabled()
    page.open(NotifyStart())
    settle(desk, page)
    assert child(page, "notify_now").isEnabled()
    assert not page.begun.isVisible()


def test_what_is_changed_is_kept_in_another_language(desk: PlanDesk) -> None:
    number = desk.plan("2026-03-12T18:00")
    page = composer(desk, NotifyStart(replaces=number))
    again = page.shown()
    assert isinstance(again, NotifyStart)
    assert again.replaces == number


def test_home_shows_what_is_planned_today(desk: PlanDesk) -> None:
    desk.plan("2026-03-11T18:00", "Concert")
    desk.plan("2026-03-11T12:00", "Réunion")
    desk.plan("2026-03-12T12:00", "Demain")
    page = desk.show(HomePage)
    card = child(page, "home_planned")
    desk.until(card.isVisible)
    rows = card.findChildren(ClickableCard)
    assert [row.accessibleName() for row in rows] == [
        "12:00, Réunion, Planned, 3 phones", "18:00, Concert, Planned, 3 phones",
    ]  # fmt: skip
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert desk.gone_to[-1] == Place(Route.PLANNING, "e1")


def test_home_says_nothing_where_nothing_is_planned_and_counts_what_has_no_room(desk: PlanDesk) -> None:
    page = desk.show(HomePage)
    card = child(page, "home_planned")
    assert not card.isVisible()
    for minute in range(8):
        desk.plan(f"2026-03-11T18:{minute:02}", f"Envoi {minute}")
    desk.until(card.isVisible)
    desk.until(lambda: len(card.findChildren(ClickableCard)) == 5)
    assert any("3" in label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_missed_ones_are_decided_together_at_home(desk: PlanDesk) -> None:
    desk.plan("2026-03-11T10:00", "Un")
    desk.plan("2026-03-11T10:30", "Deux")
    desk.clock.now += timedelta(hours=5)
    page = desk.show(HomePage)
    desk.until(child(page, "missed").isVisible)
    click(page, "missed_send_all")
    desk.until(child(page, "missed_confirm_all").isVisible)
    confirm = child(page, "missed_confirm_all")
    assert isinstance(confirm, QAbstractButton)
    assert confirm.text() == "Send 6 SMS"
    assert desk.services.broadcasts.list() == ()
    click(page, "missed_confirm_all")
    desk.until(lambda: len(desk.services.broadcasts.list()) == 2)
    desk.until(lambda: not child(page, "missed").isVisible())
