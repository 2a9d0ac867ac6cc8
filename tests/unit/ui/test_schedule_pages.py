"""When to send, sending hours and missed sends, as a person uses them in the window."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from made_groups import made_group
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.recurrence import parse_rule
from smsdesk.domain.schedule import EntryKind, OnMissed, Reminder, SeriesDraft, Timing, next_walls
from smsdesk.domain.sending_hours import QuietHours
from smsdesk.domain.sentences import say
from smsdesk.domain.views import QueueSummary
from smsdesk.domain.wall_time import wall_of
from smsdesk.services.schedule_outlook import WhenOutlook, when_outlook
from smsdesk.services.sending_hours import Spacing
from smsdesk.ui import status
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.pages.home import HomePage
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.pages.notify_when import WhenPanel
from smsdesk.ui.pages.settings import SettingsPage
from smsdesk.ui.places import Route

NOW = datetime(2026, 3, 11, 9, 0).astimezone()  # a Wednesday morning by the clock of this computer
WALL = wall_of(NOW)


@pytest.fixture
def panel(qtbot: QtBot) -> WhenPanel:
    made = WhenPanel(lambda: NOW)
    qtbot.addWidget(made)
    made.resize(340, 600)
    made.show()
    return made


def pick(panel: QWidget, name: str, data: object) -> None:
    picker = child(panel, name)
    assert isinstance(picker, QComboBox)
    picker.setCurrentIndex(picker.findData(data))


def walls(timing: Timing | None) -> list[str]:
    assert timing is not None
    return [f"{wall:%a %d.%m. %H:%M}" for wall in next_walls(timing, WALL, 3)]


def test_now_is_the_beginning_and_shows_nothing_more(panel: WhenPanel) -> None:
    assert panel.choice.timing is None
    assert not panel.later.isVisible()
    assert not child(panel, "notify_missed").isVisible()


def test_later_proposes_a_moment_and_the_usual_ones_are_one_click(panel: WhenPanel, qtbot: QtBot) -> None:
    child(panel, "notify_later").setChecked(True)
    assert panel.choice.timing == Timing(first=(WALL + timedelta(hours=1)).replace(minute=0))
    evening, tomorrow, monday = panel.later.findChildren(QAbstractButton)[-3:]
    for button, expected in (
        (evening, "2026-03-11T18:00"), (tomorrow, "2026-03-12T08:00"), (monday, "2026-03-16T08:00"),
    ):  # fmt: skip
        with qtbot.waitSignal(panel.changed):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert panel.choice.timing == Timing(first=datetime.fromisoformat(expected))


def test_a_rule_is_put_together_in_words(panel: WhenPanel) -> None:
    child(panel, "notify_repeat").setChecked(True)
    assert walls(panel.choice.timing) == ["Wed 11.03. 18:00", "Wed 18.03. 18:00", "Wed 25.03. 18:00"]
    panel.rule.days.choose((1, 3))
    pick(panel, "notify_every", "fortnight")
    panel.rule.hour.setTime(QTime(8, 30))
    assert str(panel.rule.rule) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"
    assert walls(panel.choice.timing) == ["Thu 12.03. 08:30", "Tue 24.03. 08:30", "Thu 26.03. 08:30"]
    pick(panel, "notify_every", "month weekday")
    pick(panel, "notify_nth", 1)
    panel.rule.weekday.setCurrentIndex(0)
    assert walls(panel.choice.timing) == ["Mon 06.04. 08:30", "Mon 04.05. 08:30", "Mon 01.06. 08:30"]
    pick(panel, "notify_every", "month day")
    panel.rule.day_of_month.setValue(15)
    pick(panel, "notify_ends", "after")
    panel.rule.times.setValue(2)
    assert str(panel.rule.rule) == "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2"
    assert walls(panel.choice.timing) == ["Sun 15.03. 08:30", "Wed 15.04. 08:30"]
    pick(panel, "notify_every", "day")
    pick(panel, "notify_ends", "on")
    panel.rule.last_day.setDate(QDate(2026, 3, 13))
    assert walls(panel.choice.timing) == ["Thu 12.03. 08:30", "Fri 13.03. 08:30"]


def test_every_rule_of_the_form_is_one_that_is_understood(panel: WhenPanel) -> None:
    child(panel, "notify_repeat").setChecked(True)
    for every in range(panel.rule.every.count()):
        panel.rule.every.setCurrentIndex(every)
        for ends in range(panel.rule.ends.count()):
            panel.rule.ends.setCurrentIndex(ends)
            assert parse_rule(str(panel.rule.rule)) == panel.rule.rule


def test_a_week_keeps_at_least_one_day(panel: WhenPanel) -> None:
    child(panel, "notify_repeat").setChecked(True)
    for button in panel.rule.days.findChildren(QAbstractButton):
        if button.isChecked():
            button.click()
    assert panel.rule.days.chosen == (2,)


def test_reminders_before_an_event(panel: WhenPanel) -> None:
    child(panel, "notify_event").setChecked(True)
    timing = panel.choice.timing
    assert timing is not None
    assert timing.event == datetime.fromisoformat("2026-03-25T20:00")
    assert timing.reminders == (Reminder(7, time(18)), Reminder(1, time(18)))
    panel.event_form.rows[2].on.setChecked(True)
    assert panel.choice.timing.reminders[-1] == Reminder(0, time(8))  # type: ignore[union-attr]


def test_what_is_missed_follows_the_purpose_until_one_chooses(panel: WhenPanel) -> None:
    child(panel, "notify_later").setChecked(True)
    assert panel.choice.on_missed is OnMissed.ASK
    panel.show_purpose(Purpose.PROMOTION)
    assert panel.choice.on_missed is OnMissed.SKIP
    missed = child(panel, "notify_missed")
    assert isinstance(missed, QComboBox)
    missed.setCurrentIndex(missed.findData(OnMissed.SEND))
    missed.activated.emit(missed.currentIndex())
    panel.show_purpose(Purpose.ALERT)
    assert panel.choice.on_missed is OnMissed.SEND
    panel.begin()
    assert panel.choice.timing is None


def test_the_next_days_and_what_speaks_against_them_are_shown_in_place(
    panel: WhenPanel, desk: PageDesk
) -> None:
    services = desk.services
    child(panel, "notify_repeat").setChecked(True)
    weekly = when_outlook(services.schedule, services.hours, panel.choice.timing, Purpose.INFORMATION)
    panel.show_outlook(weekly)
    shown = child(panel, "notify_next_days")
    assert isinstance(shown, QLabel)
    assert len(shown.text().splitlines()) == 6
    night = Timing(first=datetime.fromisoformat("2026-03-14T22:00"))
    panel.show_outlook(when_outlook(services.schedule, services.hours, night, Purpose.PROMOTION))
    assert "8:00 to 21:30" in panel.warning.label.text()
    past = Timing(first=datetime.fromisoformat("2020-03-14T22:00"))
    panel.show_outlook(when_outlook(services.schedule, services.hours, past, Purpose.INFORMATION))
    assert "in the past" in panel.warning.label.text()
    panel.show_outlook(WhenOutlook(weekly.times, None, (say("Everything is well."),)))
    child(panel, "notify_now").setChecked(True)
    assert not panel.warning.isVisible()


def test_a_day_of_the_calendar_chooses_later(panel: WhenPanel) -> None:
    panel.send_at(datetime.fromisoformat("2026-04-01T10:00"))
    assert panel.choice.timing == Timing(first=datetime.fromisoformat("2026-04-01T10:00"))


@pytest.mark.parametrize("way", ["notify_now", "notify_later", "notify_repeat", "notify_event"])
def test_every_control_has_a_name(panel: WhenPanel, way: str) -> None:
    child(panel, way).setChecked(True)
    assert nameless(panel) == []


def test_the_rule_form_speaks_french(qtbot: QtBot, qapp) -> None:
    Translations.of(qapp).use(Language.FRENCH)
    panel = WhenPanel(lambda: NOW)
    qtbot.addWidget(panel)
    assert panel.rule.every.itemText(0) == "Chaque semaine"
    assert QLocale().dayName(1) == panel.rule.weekday.itemText(0) == "lundi"


def missed_desk(desk: PageDesk) -> None:
    """A send of an hour ago that nothing could send."""
    choir = made_group(desk.services.people, "Chorale")
    desk.services.people.add_to_group(choir.id, [desk.person("Léa", "Martin", "+33639980001")])
    soon = wall_of(desk.clock.now) + timedelta(hours=1)
    draft = SeriesDraft(AudienceRequest(group_ids=(choir.id,)), "Répétition", Timing(first=soon))
    desk.services.schedule.plan_series(draft)
    desk.clock.now += timedelta(hours=2)


def test_home_asks_about_a_missed_send_and_sends_after_the_numbers_were_seen(desk: PageDesk) -> None:
    missed_desk(desk)
    page = desk.show(HomePage)
    card = child(page, "missed")
    desk.until(card.isVisible)
    child(card, "missed_send").click()  # type: ignore[attr-defined]
    confirm = child(card, "missed_confirm")
    desk.until(confirm.isVisible)
    assert confirm.text() == "Send 1 SMS"  # type: ignore[attr-defined]
    assert desk.services.broadcasts.list() == ()
    confirm.click()  # type: ignore[attr-defined]
    desk.until(lambda: not card.isVisible())
    assert len(desk.services.broadcasts.list()) == 1


def test_home_skips_a_missed_send(desk: PageDesk) -> None:
    missed_desk(desk)
    page = desk.show(HomePage)
    card = child(page, "missed")
    desk.until(card.isVisible)
    assert nameless(card) == []
    child(card, "missed_skip").click()  # type: ignore[attr-defined]
    desk.until(lambda: not card.isVisible())
    assert desk.services.broadcasts.list() == ()


def test_the_status_line_tells_what_is_planned_and_missed(desk: PageDesk) -> None:
    missed_desk(desk)
    queue = desk.services.station.queue()
    assert (queue.planned, queue.missed) == (0, 1)
    assert (
        status.missed_line(queue).text == "1 missed sends"
    )  # the code's own English: plurals are translated
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    planned = QueueSummary(0, 0, 0, None, False, None, 2, tomorrow, 0)
    assert status.planned_line(planned).text.startswith("2 planned · ")
    assert status.missed_line(planned).text == ""


def test_settings_keep_quiet_hours_and_spacing(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    child(page, "settings_quiet").click()  # type: ignore[attr-defined]
    desk.until(lambda: desk.services.hours.quiet() == QuietHours(on=True))
    limit = child(page, "settings_spacing_limit")
    limit.setValue(5)  # type: ignore[attr-defined]
    limit.editingFinished.emit()  # type: ignore[attr-defined]
    desk.until(lambda: desk.services.hours.spacing() == Spacing(3, 5))
    assert isinstance(page, SettingsPage)
    hours = page._hours
    hours.ends.setTime(QTime(21, 0))
    hours.ends.editingFinished.emit()
    desk.until(lambda: any("same time" in notice.text for notice in desk.told))
    desk.until(lambda: hours.ends.time() == QTime(8, 0))


@pytest.fixture
def composer(desk: PageDesk) -> NotifyPage:
    """A choir of one family is chosen; the text is still to be written."""
    choir = made_group(desk.services.people, "Chorale")
    desk.services.people.add_to_group(choir.id, [desk.person("Léa", "Martin", "+33639980001")])
    page = desk.show(NotifyPage)
    assert isinstance(page, NotifyPage)
    (found,) = page.audience.list.findItems("Chorale", Qt.MatchFlag.MatchExactly)
    found.setCheckState(Qt.CheckState.Checked)
    return page


def plan_it(desk: PageDesk, page: NotifyPage) -> SeriesDraft:
    """Send, yes; what is planned then."""
    for name in ("notify_send", "notify_confirm"):
        button = child(page, name)
        desk.until(button.isEnabled)
        button.click()  # type: ignore[attr-defined]
    desk.until(lambda: bool(desk.gone_to))
    assert desk.gone_to[-1].route is Route.PLANNING
    assert desk.services.broadcasts.list() == ()
    return desk.services.schedule.series(1).draft


def settle(desk: PageDesk, page: NotifyPage) -> None:
    desk.until(lambda: desk.tasks.idle and not page._replan.isActive() and not page._autosave.waiting)


def test_each_first_monday_is_planned_from_the_composer(desk: PageDesk, composer: NotifyPage) -> None:
    composer.text.text.setPlainText("{prénom}, réunion ce soir.")
    child(composer, "notify_repeat").click()  # type: ignore[attr-defined]
    pick(composer, "notify_every", "month weekday")
    pick(composer, "notify_nth", 1)
    composer.summary.when.rule.weekday.setCurrentIndex(0)
    settle(desk, composer)
    shown = child(composer, "notify_next_days")
    assert isinstance(shown, QLabel)
    assert len(shown.text().splitlines()) == 6
    planned = plan_it(desk, composer)
    assert planned.timing.rule == "FREQ=MONTHLY;BYDAY=1MO"
    assert (planned.text, planned.title) == ("{prénom}, réunion ce soir.", "Chorale")
    entries = desk.services.schedule.entries(desk.clock.now, desk.clock.now + timedelta(days=100))
    assert [f"{entry.at.astimezone():%a %d %H:%M}" for entry in entries] == [
        "Mon 06 18:00", "Mon 04 18:00", "Mon 01 18:00",
    ]  # fmt: skip


def test_reminders_fill_the_day_and_hour_of_the_event_into_the_text(
    desk: PageDesk, composer: NotifyPage
) -> None:
    composer.text.text.setPlainText("Concert {date} à {heure}.")
    settle(desk, composer)
    assert not child(composer, "notify_send").isEnabled()  # the values are missing
    child(composer, "notify_event").click()  # type: ignore[attr-defined]
    settle(desk, composer)
    planned = plan_it(desk, composer)
    assert len(planned.timing.reminders) == 2
    (first, _) = desk.services.schedule.entries(desk.clock.now, desk.clock.now + timedelta(days=30))
    texts = [message.text for message in desk.services.schedule.plan_of(first.id).messages]
    assert texts == ["Concert mercredi 25 mars à 20h."]


def test_a_later_moment_is_planned_for_the_people_of_that_day(desk: PageDesk, composer: NotifyPage) -> None:
    composer.text.text.setPlainText("Bonjour {prénom}")
    child(composer, "notify_later").click()  # type: ignore[attr-defined]
    composer.summary.when.later.choose(wall_of(desk.clock.now) + timedelta(days=1))
    settle(desk, composer)
    planned = plan_it(desk, composer)
    assert (planned.timing.kind, planned.on_missed) == (EntryKind.ONCE, OnMissed.ASK)
