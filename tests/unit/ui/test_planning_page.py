"""The calendar of what is planned, as a person uses it by mouse and by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from made_groups import made_group
from page_desk import child, nameless
from plan_desk import PlanDesk, cell, click, drag, middle, move, press
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.calendar import Zone
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind
from smsdesk.domain.schedule import OnMissed, Reminder, SeriesDraft, Timing
from smsdesk.domain.sending_hours import QuietHours
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.services.events import Changed, Topic
from smsdesk.services.notify import SendOptions
from smsdesk.ui.pages.planning import PlanningPage
from smsdesk.ui.places import NotifyStart, Route
from smsdesk.ui.widgets import calendar_blocks as blocks
from smsdesk.ui.widgets import calendar_view
from smsdesk.ui.widgets.calendar_blocks import Block, DayMark
from smsdesk.ui.widgets.calendar_month import first_shown, weeks_shown
from smsdesk.ui.widgets.calendar_words import spoken_block
from smsdesk.ui.widgets.surfaces import ClickableCard

Ctrl = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[PlanDesk]:
    opened = PlanDesk(qtbot, tmp_path)
    yield opened
    opened.close()


def shown(page: PlanningPage) -> list[str]:
    """The blocks that have room, in order."""
    return [f"{each.block.wall:%d.%m. %H:%M} {each.block.title}" for each in page.view.placed if each.block]


def text(page: PlanningPage, name: str) -> str:
    label = child(page, name)
    assert isinstance(label, QLabel)
    return label.text()


def current_day(page: PlanningPage) -> date:
    return page.view.current.date()


# What it shows.


def test_an_empty_month_teaches_what_to_do(desk: PlanDesk) -> None:
    page = desk.page()
    hint = child(page, "planning_hint")
    assert hint.isVisible()
    assert "Click on a day" in text(page, "planning_hint")
    desk.plan("2026-03-12T18:00")
    desk.until(lambda: not hint.isVisible())


def test_a_month_shows_each_send_with_hour_title_count_and_state(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    assert shown(page) == ["12.03. 18:00 Répétition"]
    desk.until(lambda: page.month.placed[0].block.count == 3)  # type: ignore[union-attr]
    assert spoken_block(page.month.placed[0].block) == "18:00, Répétition, Planned, 3 phones"  # type: ignore[arg-type]


def test_a_series_stands_on_each_of_its_days_and_weeks_follow(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH")
    page = desk.page()
    assert shown(page)[:3] == [f"{day}.03. 18:00 Répétition" for day in (12, 19, 26)]
    click(page, "planning_week_view")
    desk.settled(page)
    assert shown(page) == ["12.03. 18:00 Répétition"]
    click(page, "planning_next")
    desk.settled(page)
    assert shown(page) == ["19.03. 18:00 Répétition"]


def test_today_next_and_previous(desk: PlanDesk) -> None:
    page = desk.page()
    assert page.bar.period.accessibleName() == "March 2026"
    for name, period in (
        ("planning_next", "April 2026"), ("planning_next", "May 2026"), ("planning_previous", "April 2026"),
        ("planning_today", "March 2026"),
    ):  # fmt: skip
        click(page, name)
        desk.settled(page)
        assert page.bar.period.accessibleName() == period
    click(page, "planning_week_view")
    desk.settled(page)
    assert page.week.days == (date(2026, 3, 9), date(2026, 3, 15))
    click(page, "planning_previous")
    desk.settled(page)
    assert page.week.days == (date(2026, 3, 2), date(2026, 3, 8))
    click(page, "planning_today")
    click(page, "planning_month_view")
    desk.settled(page)
    assert current_day(page) == date(2026, 3, 11)


def test_a_day_that_is_picked_is_shown(desk: PlanDesk) -> None:
    desk.plan("2026-06-18T18:00")
    page = desk.page()
    page.bar.picker.show_day(date(2026, 6, 18))
    desk.settled(page)
    assert shown(page) == ["18.06. 18:00 Répétition"]
    assert current_day(page) == date(2026, 6, 18)


def test_a_month_never_shows_a_day_twice_and_always_all_of_its_own(desk: PlanDesk) -> None:
    day = date(2020, 1, 1)
    while day.year < 2032:
        start, weeks = first_shown(day), weeks_shown(day)
        assert start.weekday() == 0
        assert start <= day
        after = (day + timedelta(days=31)).replace(day=1)
        assert timedelta(0) <= start + timedelta(days=7 * weeks) - after < timedelta(days=7)
        day = after


def test_days_off_are_named_and_estimates_say_so(desk: PlanDesk) -> None:
    desk.services.calendars.save_zone(Zone.C)
    desk.services.calendars.add_exception(date(2026, 3, 20), name="Pont")
    desk.services.calendars.add_exception(date(2026, 3, 24))
    page = desk.page()
    desk.until(lambda: date(2026, 3, 20) in page.month.marks)
    assert page.month.marks[date(2026, 3, 20)] == DayMark("Pont")
    assert page.month.marks[date(2026, 3, 24)] == DayMark("Closed")
    assert page.month.marks[date(2026, 3, 2)].name  # winter holidays of zone C
    page.go_to(date(2029, 2, 20))
    desk.settled(page)
    estimated = [mark for mark in page.month.marks.values() if mark.estimated]
    assert estimated
    spoken = [page.month.spoken_cell(row, column) for row in range(4) for column in range(7)]
    assert any("(estimated dates)" in words for words in spoken)
    page.go_to(date(2026, 5, 1))
    desk.settled(page)
    assert date(2026, 5, 8) in page.month.marks


def test_what_has_no_room_is_counted_and_its_day_lists_all(desk: PlanDesk) -> None:
    for minute in range(12):
        desk.plan(f"2026-03-12T18:{minute:02}", f"Envoi {minute}")
    page = desk.page()
    (pill,) = [each for each in page.month.placed if each.block is None]
    assert pill.more + len(shown(page)) == 12
    QTest.mouseClick(page.month.viewport(), Qt.MouseButton.LeftButton, pos=pill.box.center().toPoint())
    assert page.side.day == date(2026, 3, 12)
    cards = [card.accessibleName() for card in page.side.findChildren(ClickableCard)]
    assert [name.split(", ")[1] for name in cards] == [f"Envoi {number}" for number in range(12)]


def test_what_has_no_room_is_counted_even_where_its_words_have_none(desk: PlanDesk) -> None:
    assert blocks.pill_words("+ 9 more", 9, width=400) == "+ 9 more"
    assert blocks.pill_words("+ 9 more", 9, width=20) == "+9"


def test_the_keyboard_stays_in_the_list_of_a_day_while_messages_leave(desk: PlanDesk) -> None:
    for hour in (17, 18):
        desk.plan(f"2026-03-12T{hour}:00", f"Envoi {hour}")
    page = desk.page()
    page.activateWindow()
    page.view.day_opened.emit(date(2026, 3, 12))
    desk.settled(page)
    second = page.side.findChildren(ClickableCard)[1]
    second.setFocus()
    desk.services.events.publish(Changed(Topic.BROADCASTS, 1))
    desk.settled(page)
    assert page.focusWidget() is second
    desk.plan("2026-03-12T19:00", "Envoi 19")
    desk.until(lambda: len(page.side.findChildren(ClickableCard)) == 3)
    assert page.side.isAncestorOf(page.focusWidget())


def test_in_a_week_those_of_one_hour_stand_side_by_side_and_too_many_are_counted(desk: PlanDesk) -> None:
    for minute in (0, 10, 20, 30, 35):
        desk.plan(f"2026-03-12T18:{minute:02}", f"Envoi {minute}")
    page = desk.page()
    page.bar.spans.button("week").click()
    desk.settled(page)
    boxes = [each.box for each in page.week.placed]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert not one.intersects(other), (one, other)
    assert sum(each.more for each in page.week.placed) + len(shown(page)) == 5


def test_the_present_moves_on_with_the_clock_and_what_is_late_becomes_missed(desk: PlanDesk) -> None:
    desk.plan("2026-03-11T10:00")
    page = desk.page()
    assert not page.missed.isVisible()
    desk.clock.now += timedelta(hours=4)
    page._minute.timeout.emit()
    desk.until(page.missed.isVisible)
    desk.until(lambda: page.month.placed[0].block.state == "missed")  # type: ignore[union-attr]
    assert page.month.now.hour == 13


# The mouse.


def test_a_send_is_dragged_to_another_day_and_back_by_undo(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    drag(page.month, middle(page.month, "Répétition"), cell(page.month, "2026-03-25T09:00"))
    desk.until(lambda: desk.at() == ["Wed 25.03. 18:00 Répétition planned"])
    desk.until(lambda: bool(desk.told))
    assert desk.told[-1].text == "“Répétition” leaves on Wednesday 25 March at 18:00."
    assert desk.told[-1].action is not None
    desk.told[-1].action()
    desk.until(lambda: desk.at() == ["Thu 12.03. 18:00 Répétition planned"])


def test_only_the_one_that_is_dragged_moves(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH;COUNT=3")
    page = desk.page()
    start = next(each.box.center().toPoint() for each in page.month.placed if each.day == date(2026, 3, 19))
    drag(page.month, start, cell(page.month, "2026-03-20T09:00"))
    desk.until(lambda: "Fri 20.03. 18:00 Répétition planned" in desk.at())
    assert [each[:10] for each in desk.at()] == ["Thu 12.03.", "Fri 20.03.", "Thu 26.03."]


def test_in_the_week_a_drag_snaps_to_the_quarter_of_an_hour(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T10:07")
    page = desk.page()
    page.bar.spans.button("week").click()
    desk.settled(page)
    start = middle(page.week, "Répétition")
    end = start + (cell(page.week, "2026-03-13T11:30") - cell(page.week, "2026-03-12T10:00")) + QPoint(0, 3)
    drag(page.week, start, end)
    desk.until(lambda: desk.at() == ["Fri 13.03. 11:45 Répétition planned"])


def test_escape_leaves_a_dragged_send_where_it_was(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    place, start = page.month.viewport(), middle(page.month, "Répétition")
    QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=start)
    move(place, start + QPoint(60, 90))
    assert page.month._dragged is not None
    press(page.month, Key.Key_Escape)
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 90))
    desk.until(lambda: desk.tasks.idle)
    assert desk.at() == ["Thu 12.03. 18:00 Répétition planned"]


def test_a_send_is_not_dragged_into_the_past(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    drag(page.month, middle(page.month, "Répétition"), cell(page.month, "2026-03-10T09:00"))
    desk.until(lambda: bool(desk.told))
    assert "in the past" in desk.told[-1].text
    assert desk.at() == ["Thu 12.03. 18:00 Répétition planned"]


def test_a_send_is_not_dragged_into_quiet_hours(desk: PlanDesk) -> None:
    desk.services.hours.save_quiet(QuietHours(on=True, begins=time(20), ends=time(8)))
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    page.bar.spans.button("week").click()
    desk.settled(page)
    start = middle(page.week, "Répétition")
    down = cell(page.week, "2026-03-12T21:00") - cell(page.week, "2026-03-12T18:00")
    drag(page.week, start, start + down)
    desk.until(lambda: bool(desk.told))
    assert desk.told[-1].text.startswith("Your quiet hours are from 20:00 to 08:00.")
    assert desk.at() == ["Thu 12.03. 18:00 Répétition planned"]


def test_advertising_is_not_dragged_to_a_sunday(desk: PlanDesk) -> None:
    choir = [desk.person("Ana", "Roy", "+33639980009", ContactKind.RESIDENT)]
    desk.services.consents.record("+33639980009", Purpose.PROMOTION, granted=True, source="paper")
    desk.services.people.add_to_group(desk.choir, choir)
    desk.plan("2026-03-12T18:00", purpose=Purpose.PROMOTION)
    page = desk.page()
    drag(page.month, middle(page.month, "Répétition"), cell(page.month, "2026-03-15T09:00"))
    desk.until(lambda: bool(desk.told))
    assert desk.told[-1].text.startswith("Advertising is not sent on Sundays.")
    assert desk.at() == ["Thu 12.03. 18:00 Répétition planned"]


def test_what_was_sent_is_not_dragged(desk: PlanDesk) -> None:
    desk.plan("2026-03-11T10:00")
    desk.clock.now += timedelta(hours=1, minutes=1)
    assert desk.services.schedule.send_due() == 1
    page = desk.page()
    drag(page.month, middle(page.month, "Répétition"), cell(page.month, "2026-03-25T09:00"))
    desk.until(lambda: desk.tasks.idle)
    assert [each[:10] for each in desk.at()] == ["Wed 11.03."]


def test_a_broadcast_that_waits_in_the_queue_is_dragged_too(desk: PlanDesk) -> None:
    at = moment_of(datetime.fromisoformat("2026-03-12T18:00"))
    desk.services.notify.send(
        AudienceRequest(group_ids=(desk.choir,)), "Bonjour", options=SendOptions(title="Prêt", not_before=at)
    )
    page = desk.page()
    drag(page.month, middle(page.month, "Prêt"), cell(page.month, "2026-03-17T09:00"))
    desk.until(lambda: desk.at() == ["Tue 17.03. 18:00 Prêt planned"])


def test_a_click_on_an_empty_day_begins_a_send_there(desk: PlanDesk) -> None:
    page = desk.page()
    QTest.mouseClick(
        page.month.viewport(), Qt.MouseButton.LeftButton, pos=cell(page.month, "2026-03-19T09:00")
    )
    (place,) = desk.gone_to
    assert place.route is Route.NOTIFY
    assert isinstance(place.what, NotifyStart)
    assert place.what.at == moment_of(datetime.fromisoformat("2026-03-19T09:00"))


def test_a_click_into_the_week_begins_a_send_at_that_quarter(desk: PlanDesk) -> None:
    page = desk.page()
    page.bar.spans.button("week").click()
    desk.settled(page)
    box = page.week.box_of(datetime.fromisoformat("2026-03-13T10:45"))
    assert box is not None
    QTest.mouseClick(
        page.week.viewport(), Qt.MouseButton.LeftButton, pos=(box.topLeft() + QPointF(20, 3)).toPoint()
    )
    (place,) = desk.gone_to
    assert place.what == NotifyStart(at=moment_of(datetime.fromisoformat("2026-03-13T10:45")))


def test_a_click_on_a_day_that_is_past_shows_that_day(desk: PlanDesk) -> None:
    page = desk.page()
    QTest.mouseClick(
        page.month.viewport(), Qt.MouseButton.LeftButton, pos=cell(page.month, "2026-03-03T09:00")
    )
    assert desk.gone_to == []
    assert page.side.day == date(2026, 3, 3)
    assert not child(page, "planning_day_new").isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", "support raise")  # the offscreen platform, of any menu
def test_the_menu_of_a_send_has_what_its_panel_has(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH;COUNT=3")
    page = desk.page()
    at = middle(page.month, "Répétition")
    where = page.month.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
    QApplication.sendEvent(page.month.viewport(), event)
    desk.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Move…", "Change the series…", "Skip this one…", "Stop the series…",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    menu.close()
    desk.until(child(page, "planning_yes").isVisible)
    click(page, "planning_yes")
    desk.until(lambda: desk.at()[0].endswith("cancelled"))


# The panel.


def test_the_panel_says_what_to_whom_and_when_next(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH;COUNT=8", on_missed=OnMissed.SKIP)
    page = desk.page()
    QTest.mouseClick(page.month.viewport(), Qt.MouseButton.LeftButton, pos=middle(page.month, "Répétition"))
    desk.until(lambda: page.side.panel is not None)
    assert text(page, "planning_entry_moment") == "Thursday 12 March at 18:00"
    assert text(page, "planning_entry_numbers") == "3 phones · 3 SMS as your lists are today"
    days = text(page, "planning_entry_next").splitlines()
    assert days[0] == "Thursday 19 March at 18:00"
    assert len(days) == 6  # five, and how many more
    told = [label.text() for label in page.side.findChildren(QLabel)]
    assert {"Léa, ce soir.", "Each week on Thursday"} <= set(told)
    assert "If the computer is off then, it is skipped." in told
    assert "Chorale" in told


def test_the_count_of_the_panel_is_that_of_today(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    before = page.side.panel.detail.plan.phones  # type: ignore[union-attr]
    desk.services.people.add_to_group(desk.choir, [desk.person("Tom", "Petit", "+33639990000")])
    desk.until(lambda: page.side.panel.detail.plan.phones == before + 1)  # type: ignore[union-attr]
    desk.until(lambda: page.month.placed[0].block.count == before + 1)  # type: ignore[union-attr]


def test_it_is_moved_by_the_field_of_the_panel(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    click(page, "planning_move")
    field = child(page, "planning_move_moment")
    field.setDateTime(datetime.fromisoformat("2026-04-02T07:45"))  # type: ignore[attr-defined]
    click(page, "planning_move_confirm")
    desk.until(lambda: desk.at() == ["Thu 02.04. 07:45 Répétition planned"])
    desk.until(lambda: text(page, "planning_entry_moment") == "Thursday 2 April at 07:45")


def test_one_is_skipped_after_a_second_question(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH;COUNT=3")
    page = desk.page()
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    click(page, "planning_skip")
    click(page, "planning_no")
    assert desk.at()[0].endswith("planned")
    click(page, "planning_skip")
    click(page, "planning_yes")
    desk.until(lambda: [each.split()[-1] for each in desk.at()] == ["cancelled", "planned", "planned"])


def test_a_series_is_stopped_and_says_how_many_will_not_leave(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH;COUNT=3")
    page = desk.page()
    page.open_entry("e2")
    desk.until(lambda: page.side.panel is not None)
    click(page, "planning_stop")
    assert "will not leave" in text(page, "planning_question")
    click(page, "planning_yes")
    desk.until(lambda: [each.split()[-1] for each in desk.at()] == ["cancelled"] * 3)
    desk.until(lambda: not page.findChildren(object, "planning_stop"))


def test_a_skipped_one_and_a_stopped_series_come_back_by_the_toast_and_by_the_panel(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", rule="FREQ=WEEKLY;BYDAY=TH;COUNT=3")
    page = desk.page()
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    click(page, "planning_skip")
    click(page, "planning_yes")
    desk.until(lambda: bool(desk.told))
    skipped = desk.told[-1]
    assert skipped.text.endswith("” is skipped.")
    assert skipped.action_text == "Undo"
    assert skipped.action is not None
    skipped.action()
    desk.until(lambda: [each.split()[-1] for each in desk.at()] == ["planned"] * 3)
    desk.until(lambda: "planning_stop" in offered(page))
    click(page, "planning_stop")
    click(page, "planning_yes")
    desk.until(lambda: "planning_restart" in offered(page))
    click(page, "planning_restart")
    desk.until(lambda: [each.split()[-1] for each in desk.at()] == ["planned"] * 3)


def test_a_reminder_that_comes_too_late_can_only_be_skipped(desk: PlanDesk) -> None:
    request = AudienceRequest(group_ids=(desk.choir,))
    timing = Timing(event=datetime.fromisoformat("2026-03-11T11:00"), reminders=(Reminder(0, time(10)),))
    desk.services.schedule.plan_series(SeriesDraft(request, "À 11h.", timing, title="Concert"))
    desk.clock.now += timedelta(hours=3)
    page = desk.page()
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    assert {"planning_send", "planning_move"} & offered(page) == set()
    click(page, "planning_skip")
    click(page, "planning_yes")
    desk.until(lambda: desk.services.schedule.missed() == ())


def offered(page: PlanningPage) -> set[str]:
    """The names of the buttons of the panel."""
    return {each.objectName() for each in page.side.findChildren(QAbstractButton) if each.isVisible()}


def test_what_was_sent_leads_to_its_broadcast(desk: PlanDesk) -> None:
    desk.plan("2026-03-11T10:00")
    desk.clock.now += timedelta(hours=1, minutes=1)
    desk.services.schedule.send_due()
    page = desk.page()
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    click(page, "planning_open")
    assert (desk.gone_to[-1].route, desk.gone_to[-1].what) == (Route.BROADCAST, 1)


def test_an_entry_that_is_gone_says_so(desk: PlanDesk) -> None:
    page = desk.page()
    page.open_entry("e99")
    desk.until(lambda: bool(desk.told))
    assert "no planned send e99" in desk.told[-1].text
    assert not page.side.isVisible()


# Missed.


def missed_desk(desk: PlanDesk) -> PlanningPage:
    desk.plan("2026-03-11T10:00", "Un")
    desk.plan("2026-03-11T10:30", "Deux")
    desk.clock.now += timedelta(hours=5)
    desk.services.schedule.send_due()
    page = desk.page()
    desk.until(page.missed.isVisible)
    return page


def test_missed_ones_are_never_sent_by_themselves_and_skipped_together(desk: PlanDesk) -> None:
    page = missed_desk(desk)
    assert desk.services.broadcasts.list() == ()
    click(page, "planning_missed_decide")
    desk.until(
        lambda: any(
            each.isVisible() for each in page.findChildren(type(page.missed.decide), "missed_skip_all")
        )
    )
    click(page, "missed_skip_all")
    click(page, "missed_confirm_all")
    desk.until(lambda: not page.missed.isVisible())
    assert [each.split()[-1] for each in desk.at()] == ["cancelled", "cancelled"]
    assert desk.services.broadcasts.list() == ()
    desk.until(lambda: not page.side.isVisible())


def test_missed_ones_are_sent_together_once_their_numbers_were_seen(desk: PlanDesk) -> None:
    page = missed_desk(desk)
    click(page, "planning_missed_decide")
    desk.until(lambda: bool(page.side.findChildren(object, "missed_send_all")) and page.side.isVisible())
    desk.settled(page)
    click(page, "missed_send_all")
    desk.until(child(page, "missed_confirm_all").isVisible)
    assert desk.services.broadcasts.list() == ()
    click(page, "missed_confirm_all")
    desk.until(lambda: len(desk.services.broadcasts.list()) == 2)
    desk.until(lambda: not page.missed.isVisible())


def test_one_that_cannot_be_sent_stays_with_its_reason(desk: PlanDesk) -> None:
    lone = made_group(desk.services.people, "Vide").id
    ghost = desk.person("Ana", "Roy", "+33639991111")
    desk.services.people.add_to_group(lone, [ghost])
    soon = datetime.fromisoformat("2026-03-11T10:00")
    desk.services.schedule.plan_series(
        SeriesDraft(AudienceRequest(group_ids=(lone,)), "Texte", Timing(first=soon))
    )
    desk.services.people.remove_from_group(lone, [ghost])
    page = missed_desk(desk)
    click(page, "planning_missed_decide")
    desk.settled(page)
    click(page, "missed_send_all")
    desk.until(child(page, "missed_confirm_all").isVisible)
    click(page, "missed_confirm_all")
    desk.until(lambda: len(desk.services.broadcasts.list()) == 2)
    desk.until(lambda: len(desk.services.schedule.missed()) == 1)
    (left,) = desk.services.schedule.missed()
    assert left.reason is not None
    assert page.missed.isVisible()


def test_a_missed_one_is_sent_from_its_panel(desk: PlanDesk) -> None:
    page = missed_desk(desk)
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    click(page, "planning_send")
    click(page, "planning_yes")
    desk.until(lambda: [each.split()[-1] for each in desk.at()] == ["sent", "missed"])


# Keys alone.


def test_arrows_go_from_day_to_day_and_over_the_end_of_the_month(desk: PlanDesk) -> None:
    page = desk.page()
    page.take_focus()
    assert page.month.hasFocus()
    for key, day in (
        (Key.Key_Right, 12), (Key.Key_Down, 19), (Key.Key_Left, 18), (Key.Key_Up, 11), (Key.Key_Down, 18),
        (Key.Key_Down, 25),
    ):  # fmt: skip
        press(page.month, key)
        assert current_day(page) == date(2026, 3, day)
    press(page.month, Key.Key_Down)
    assert current_day(page) == date(2026, 4, 1)
    assert page.bar.period.accessibleName() == "April 2026"
    press(page.month, Key.Key_PageUp)
    assert current_day(page) == date(2026, 3, 1)
    press(page.month, Key.Key_PageDown)
    press(page.month, Key.Key_PageDown)
    assert page.bar.period.accessibleName() == "May 2026"


def test_enter_opens_a_send_and_escape_comes_back(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    page.take_focus()
    press(page.month, Key.Key_Right)
    press(page.month, Key.Key_Return)
    desk.until(lambda: page.side.panel is not None and page.side.isAncestorOf(QApplication.focusWidget()))
    assert page.side.entry_id == "e1"
    press(QApplication.focusWidget(), Key.Key_Escape)
    assert not page.side.isVisible()
    assert page.month.hasFocus()


def test_enter_on_a_day_with_several_lists_them(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00", "Un")
    desk.plan("2026-03-12T19:00", "Deux")
    page = desk.page()
    page.take_focus()
    press(page.month, Key.Key_Right)
    press(page.month, Key.Key_Return)
    first = QApplication.focusWidget()
    assert page.side.day == date(2026, 3, 12)
    assert first.accessibleName().startswith("18:00, Un, Planned")
    press(first, Key.Key_Return)
    desk.until(lambda: page.side.entry_id == "e1" and page.side.panel is not None)


def test_space_goes_from_send_to_send_of_a_day_and_enter_opens_it(
    desk: PlanDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(calendar_view, "announce", lambda _widget, words: said.append(words))
    desk.plan("2026-03-12T18:00", "Un")
    desk.plan("2026-03-12T19:00", "Deux")
    page = desk.page()
    page.take_focus()
    press(page.month, Key.Key_Right)
    press(page.month, Key.Key_Space)
    press(page.month, Key.Key_Space)
    assert [words.split(",")[1].strip() for words in said] == ["Un", "Deux"]
    press(page.month, Key.Key_Return)
    assert page.side.entry_id == "e2"


def test_ctrl_and_arrows_move_a_send_when_ctrl_is_let_go(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    page.take_focus()
    press(page.month, Key.Key_Right)
    QTest.keyPress(page.month, Key.Key_Right, Ctrl)
    QTest.keyPress(page.month, Key.Key_Down, Ctrl)
    assert desk.at() == ["Thu 12.03. 18:00 Répétition planned"]
    assert "Enter" in text(page, "planning_hint")
    QTest.keyRelease(page.month, Key.Key_Control)
    desk.until(lambda: desk.at() == ["Fri 20.03. 18:00 Répétition planned"])


def test_m_takes_a_send_up_into_another_month_and_enter_puts_it_down(desk: PlanDesk) -> None:
    desk.plan("2026-03-26T18:00")
    page = desk.page()
    page.go_to(date(2026, 3, 26))
    desk.settled(page)
    page.take_focus()
    press(page.month, Key.Key_M)
    press(page.month, Key.Key_Down)
    press(page.month, Key.Key_Down)
    press(page.month, Key.Key_Down)
    desk.settled(page)
    assert page.bar.period.accessibleName() == "April 2026"
    press(page.month, Key.Key_Return)
    desk.until(lambda: desk.at() == ["Thu 16.04. 18:00 Répétition planned"])


def test_escape_puts_a_carried_send_back(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    page.take_focus()
    press(page.month, Key.Key_Right)
    press(page.month, Key.Key_M)
    press(page.month, Key.Key_Down)
    press(page.month, Key.Key_Escape)
    press(page.month, Key.Key_Return)
    desk.until(lambda: desk.tasks.idle)
    assert desk.at() == ["Thu 12.03. 18:00 Répétition planned"]
    assert "Enter" not in text(page, "planning_hint")


def test_in_the_week_arrows_go_by_hours_and_move_by_quarters(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T10:00")
    page = desk.page()
    page.bar.spans.button("week").click()
    desk.settled(page)
    page.take_focus()
    assert page.view.current == datetime.fromisoformat("2026-03-11T09:00")
    press(page.week, Key.Key_Right)
    press(page.week, Key.Key_Down)
    assert page.view.current == datetime.fromisoformat("2026-03-12T10:00")
    press(page.week, Key.Key_Down, Ctrl)
    press(page.week, Key.Key_Left, Ctrl)  # each on its own, before the first was read again
    desk.until(lambda: desk.at() == ["Wed 11.03. 10:15 Répétition planned"])


def test_n_begins_a_send_where_the_keyboard_is(desk: PlanDesk) -> None:
    page = desk.page()
    page.take_focus()
    press(page.month, Key.Key_Down)
    press(page.month, Key.Key_N)
    assert desk.gone_to[-1].what == NotifyStart(at=moment_of(datetime.fromisoformat("2026-03-18T09:00")))


def test_days_and_sends_are_read_aloud(desk: PlanDesk) -> None:
    desk.services.calendars.add_exception(date(2026, 3, 12), name="Pont")
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    read = QAccessible.queryAccessibleInterface(page.month)
    cells = [read.child(at).text(QAccessible.Text.Name) for at in range(read.childCount())]
    (thursday,) = [each for each in cells if "12 March" in each]
    assert thursday.startswith("Thursday 12 March, Pont, ")
    assert "18:00, Répétition, Planned" in thursday
    (today,) = [each for each in cells if "today" in each]
    assert today.startswith("Wednesday 11 March, today, nothing planned")
    assert nameless(page) == []


# Room.


def test_in_a_small_window_the_panel_takes_the_place_of_the_calendar(desk: PlanDesk) -> None:
    desk.plan("2026-03-12T18:00")
    page = desk.page()
    page.resize(736, 456)
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    assert not page.month.isVisible()
    assert page.side.width() > 600
    click(page, "planning_close")
    assert page.month.isVisible()


def test_a_block_is_the_same_value_however_it_was_read(desk: PlanDesk) -> None:
    wall = wall_of(desk.clock.now)
    one = Block("e1", wall, "A", "planned", True)  # type: ignore[arg-type]
    assert (one.day, one.hour) == (wall.date(), f"{wall:%H:%M}")


def test_reminders_of_an_event_say_which_event(desk: PlanDesk) -> None:
    timing = Timing(event=datetime.fromisoformat("2026-03-21T20:00"), reminders=(Reminder(7, time(18)),))
    desk.services.schedule.plan_series(
        SeriesDraft(AudienceRequest(group_ids=(desk.choir,)), "Concert {date}", timing, title="Concert")
    )
    page = desk.page()
    page.open_entry("e1")
    desk.until(lambda: page.side.panel is not None)
    assert any("21 March at 20:00" in label.text() for label in page.side.findChildren(QLabel))
