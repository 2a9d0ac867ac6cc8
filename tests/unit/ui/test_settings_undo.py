"""What is chosen in the settings is told, and taken back and done again by the toast and the keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from page_desk import PageDesk, pick

from smsdesk.domain.calendar import Region, Zone
from smsdesk.domain.opt_outs import Mode
from smsdesk.services.bundle import Services
from smsdesk.ui.pages.settings import SettingsPage

Page = SettingsPage


def quiet(page: Page) -> None:
    page._hours.on.click()


def spacing(page: Page) -> None:
    page._hours.limit.setValue(3)
    page._hours.limit.editingFinished.emit()


def holidays(page: Page) -> None:
    pick(page._calendar.zone, Zone.B)


def region(page: Page) -> None:
    pick(page._calendar.region, Region.ALSACE_MOSELLE)


def own_days(page: Page) -> None:
    page._calendar.first.show_day(date(2026, 3, 16))
    page._calendar.add.click()


def target(page: Page) -> None:
    pick(page._answers.target, 120)


def stop(page: Page) -> None:
    pick(page._answers.information, Mode.APPLY)


def notifying(page: Page) -> None:
    page._answers.shown.click()


def closed(page: Page) -> None:
    page._closed.school.click()


def length(page: Page) -> None:
    page._wording.most.setValue(page._wording.most.value() - 1)
    page._wording.most.editingFinished.emit()


def station(page: Page) -> None:
    page._start.station.click()


def kept(services: Services) -> tuple[object, ...]:
    """All that these cards keep."""
    return (
        services.hours.quiet(), services.hours.spacing(),
        services.calendars.calendar().zone, services.calendars.calendar().region,
        [(each.first, each.last) for each in services.calendars.exceptions()],
        services.inbox.target_minutes(), services.opt_outs.settings(), services.preferences.notifying(),
        services.auto_replies.settings(), services.wording.read(), services.preferences.is_station(),
    )  # fmt: skip


CHOICES: tuple[Callable[[Page], None], ...] = (
    quiet, spacing, holidays, region, own_days, target, stop, notifying, closed, length, station,
)  # fmt: skip


def test_each_choice_is_told_and_taken_back(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    for choose in CHOICES:
        desk.told.clear()
        before = kept(desk.services)
        choose(page)
        desk.until(lambda: bool(desk.told) and desk.tasks.idle)
        after = kept(desk.services)
        assert after != before, choose.__name__
        desk.notices.undo()
        desk.until(lambda before=before: kept(desk.services) == before and desk.tasks.idle)
        if desk.notices.deeds.last_undone is not None:
            desk.notices.redo()
            desk.until(lambda after=after: kept(desk.services) == after and desk.tasks.idle)
        else:
            assert choose is own_days, "days that come back are new ones"


def test_days_that_were_removed_come_back(desk: PageDesk) -> None:
    (made,) = (
        desk.services.calendars.add_exception(date(2026, 3, 16), date(2026, 3, 18), "Jury", open_=True),
    )
    page = desk.show(SettingsPage)
    page._calendar._remove(made)
    desk.until(lambda: bool(desk.told) and not desk.services.calendars.exceptions())
    desk.notices.undo()
    desk.until(lambda: bool(desk.services.calendars.exceptions()))
    (back,) = desk.services.calendars.exceptions()
    assert (back.first, back.last, back.name, back.open) == (made.first, made.last, "Jury", True)
