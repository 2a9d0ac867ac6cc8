"""The calendar in the settings: zone, region, one's own days, and what makes no sense said in place."""

from __future__ import annotations

from datetime import date

import pytest
from page_desk import PageDesk, nameless
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from smsdesk.domain.calendar import Region, Zone
from smsdesk.ui.pages.settings import Section, SettingsPage
from smsdesk.ui.pages.settings_calendar import CalendarCard


@pytest.fixture
def card(desk: PageDesk) -> CalendarCard:
    page = desk.show(SettingsPage)
    page.open(Section.HOURS)
    found = page.findChild(CalendarCard)
    assert found is not None
    desk.until(lambda: desk.tasks.idle)
    return found


def press(card: CalendarCard, name: str) -> None:
    (button,) = [each for each in card.findChildren(QAbstractButton, name) if each.isVisible()]
    button.click()


def pick(card: CalendarCard, name: str, value: object) -> None:
    picker = getattr(card, name)
    picker.setCurrentIndex(picker.findData(value))
    picker.activated.emit(picker.currentIndex())


def seen(card: QWidget) -> str:
    return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


def test_zone_and_region_are_kept_and_their_holidays_shown(desk: PageDesk, card: CalendarCard) -> None:
    pick(card, "zone", Zone.B)
    pick(card, "region", Region.ALSACE_MOSELLE)
    desk.until(lambda: "Spring holidays" in seen(card))

    kept = desk.services.calendars.calendar()
    assert (kept.zone, kept.region) == (Zone.B, Region.ALSACE_MOSELLE)
    assert "Good Friday" in seen(card)


def test_one_s_own_days_are_added_and_removed(desk: PageDesk, card: CalendarCard) -> None:
    card.first.show_day(date(2026, 3, 16))
    card.last.show_day(date(2026, 3, 18))
    card.name.setText("Jury")
    press(card, "settings_exception_add")
    desk.until(lambda: "Jury" in seen(card))

    (made,) = desk.services.calendars.exceptions()
    assert (made.first, made.last, made.name, made.open) == (
        date(2026, 3, 16),
        date(2026, 3, 18),
        "Jury",
        False,
    )
    press(card, f"settings_exception_remove_{made.id}")
    desk.until(lambda: "Jury" not in seen(card))
    assert desk.services.calendars.exceptions() == ()


def test_the_same_days_twice_are_refused_in_place(desk: PageDesk, card: CalendarCard) -> None:
    press(card, "settings_exception_add")
    desk.until(lambda: len(desk.services.calendars.exceptions()) == 1)
    press(card, "settings_exception_add")
    desk.until(lambda: "already" in card.problem.label.text())

    assert len(desk.services.calendars.exceptions()) == 1


def test_the_last_day_follows_the_first(card: CalendarCard) -> None:
    card.last.show_day(date(2026, 3, 12))
    card.first.show_day(date(2026, 4, 1))

    assert card.last.day == date(2026, 4, 1)


def test_every_control_has_a_name(card: CalendarCard) -> None:
    assert nameless(card) == []
