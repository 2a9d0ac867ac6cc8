"""Planning: once, again and again, before an event; moved, skipped, stopped; merged when it is sent."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from schedule_desk import PARIS, ScheduleDesk

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.schedule import EntryKind, EntryState, Reminder, SeriesDraft, Timing
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import SendOptions
from smsdesk.storage.database import Database

wall = datetime.fromisoformat

THURSDAY_18 = wall("2026-03-12T18:00")
EVERY_THURSDAY = Timing(THURSDAY_18, "FREQ=WEEKLY;BYDAY=TH")


@pytest.fixture
def desk(database: Database, events: Events, clock) -> ScheduleDesk:
    return ScheduleDesk(database, events, clock)


def test_a_send_for_later_goes_at_its_hour_and_not_before(desk: ScheduleDesk, clock) -> None:
    desk.plan(Timing(THURSDAY_18))
    clock.now = desk.at(12, 17, 59)
    assert desk.schedule.send_due() == 0
    clock.now = desk.at(12, 18)
    assert desk.schedule.send_due() == 1
    assert desk.texts() == [["Léa, répétition ce soir.", "Zoé, répétition ce soir."]]
    assert desk.schedule.send_due() == 0
    assert desk.entries() == [("12.03. 18:00", "sent")]


def test_a_series_goes_to_the_people_of_the_day_with_their_names_of_the_day(
    desk: ScheduleDesk, clock
) -> None:
    desk.plan(EVERY_THURSDAY)
    clock.now = desk.at(12, 18)
    desk.schedule.send_due()
    desk.people.add_to_group(desk.choir.id, [desk.pupil("Tom", "+33639980003")])
    desk.people.remove_from_group(desk.choir.id, [desk.pupils[0]])
    clock.now = desk.at(19, 18, 3)
    desk.schedule.send_due()
    assert desk.texts()[1] == ["Tom, répétition ce soir.", "Zoé, répétition ce soir."]


def test_six_o_clock_stays_six_o_clock_when_the_clocks_change(desk: ScheduleDesk, clock) -> None:
    desk.plan(EVERY_THURSDAY)
    march, april = desk.at(26, 18), desk.at(2, 18, month=4)
    assert april - march == timedelta(days=7, hours=-1)  # the clocks go forward on 29 March
    clock.now = march - timedelta(minutes=1)
    shown = {entry.at for entry in desk.schedule.entries(march, april + timedelta(minutes=1))}
    assert shown == {march, april}


def test_the_night_in_which_half_past_two_does_not_exist_sends_once(desk: ScheduleDesk, clock) -> None:
    desk.plan(Timing(wall("2026-03-27T02:30"), "FREQ=DAILY;COUNT=4"))
    for minute in range(0, 4 * 24 * 60, 5):
        clock.now = desk.at(27, 0) + timedelta(minutes=minute)
        desk.schedule.send_due()
    walls = [f"{each.created_at.astimezone(PARIS):%d %H:%M}" for each in desk.broadcasts.list()[::-1]]
    assert walls == ["27 02:30", "28 02:30", "29 03:30", "30 02:30"]


def test_the_night_in_which_half_past_two_comes_twice_sends_once(desk: ScheduleDesk, clock) -> None:
    clock.now = desk.at(23, 12, month=10)
    desk.plan(Timing(wall("2026-10-24T02:30"), "FREQ=DAILY;COUNT=3"))
    for minute in range(0, 3 * 24 * 60, 5):
        clock.now = desk.at(24, 0, month=10) + timedelta(minutes=minute)
        desk.schedule.send_due()
    walls = [f"{each.created_at.astimezone(PARIS):%d %H:%M}" for each in desk.broadcasts.list()[::-1]]
    assert walls == ["24 02:30", "25 02:30", "26 02:30"]


def test_reminders_come_before_the_event_with_its_day_and_hour(desk: ScheduleDesk, clock) -> None:
    concert = Timing(
        event=wall("2026-03-28T20:00"),
        reminders=(Reminder(7, time(18)), Reminder(1, time(12, 30))),
    )
    desk.plan(concert, text="Rappel : concert {date} à {heure}.")
    assert desk.entries() == [("21.03. 18:00", "planned"), ("27.03. 12:30", "planned")]
    clock.now = desk.at(21, 18)
    desk.schedule.send_due()
    assert desk.texts()[0][0] == "Rappel : concert samedi 28 mars à 20h."


def test_reminders_already_past_are_left_out_and_a_past_event_is_refused(desk: ScheduleDesk) -> None:
    both = (Reminder(7, time(18)), Reminder(1, time(18)))
    desk.plan(Timing(event=wall("2026-03-14T20:00"), reminders=both))
    assert desk.entries() == [("13.03. 18:00", "planned")]
    for event, words in (
        (wall("2026-03-10T20:00"), "is past"),
        (wall("2026-03-11T20:00"), "hours of all these reminders are past"),
        (wall("2029-03-11T20:00"), "years away"),
    ):
        with pytest.raises(InputError, match=words):
            desk.plan(Timing(event=event, reminders=both))
    with pytest.raises(InputError, match="after the event has begun"):
        desk.plan(Timing(event=wall("2026-03-14T20:00"), reminders=(Reminder(0, time(21)),)))
    with pytest.raises(InputError, match="at least one reminder"):
        desk.plan(Timing(event=wall("2026-03-14T20:00")))


def test_several_at_the_same_time_are_queued_in_the_order_of_their_making(desk: ScheduleDesk, clock) -> None:
    later = Timing(THURSDAY_18)
    for number in (1, 2, 3):
        desk.plan(later, text=f"Annonce {number}")
    desk.plan(Timing(wall("2026-03-12T17:55")), text="Annonce 0")
    clock.now = desk.at(12, 18)
    desk.schedule.send_due()
    assert [texts[0] for texts in desk.texts()] == [f"Annonce {number}" for number in range(4)]


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ({"text": ""}, "The text is empty"),
        ({"text": "{inconnu}"}, "does not exist"),
        ({"text": "Cours {date}"}, "no value"),
        ({"timing": Timing(wall("2026-03-10T18:00"))}, "in the past"),
        ({"timing": Timing(wall("2036-03-10T18:00"))}, "years away"),
        ({"timing": Timing()}, "no day to send on"),
        ({"timing": Timing(reminders=(Reminder(1, time(18)),))}, "needs the day"),
        ({"timing": Timing(THURSDAY_18, "FREQ=SECONDLY")}, "once a day"),
        ({"request": AudienceRequest()}, "nobody"),
    ],
)
def test_what_cannot_be_is_refused_at_once_and_nothing_is_kept(
    desk: ScheduleDesk, draft: dict[str, object], words: str
) -> None:
    base = {
        "request": AudienceRequest(group_ids=(desk.choir.id,)),
        "text": "Bonjour",
        "timing": EVERY_THURSDAY,
    }
    with pytest.raises(InputError, match=words):
        desk.schedule.plan_series(SeriesDraft(**{**base, **draft}))  # type: ignore[arg-type]
    assert desk.entries() == []
    assert desk.database.read().execute("SELECT count(*) FROM series").fetchone()[0] == 0


def test_one_send_of_a_series_is_moved_or_skipped_and_the_rest_stays(desk: ScheduleDesk, clock) -> None:
    desk.plan(EVERY_THURSDAY)
    first, second, *_ = desk.schedule.entries(clock.now, clock.now + timedelta(days=30))
    moved = desk.schedule.move(first.id, desk.at(13, 17))
    assert (moved.state, moved.at) == (EntryState.PLANNED, desk.at(13, 17))
    assert desk.schedule.skip(second.id).state is EntryState.CANCELLED
    assert desk.entries(30) == [
        ("13.03. 17:00", "planned"),
        ("19.03. 18:00", "cancelled"),
        ("26.03. 18:00", "planned"),
        ("02.04. 18:00", "planned"),
    ]
    clock.now = desk.at(12, 18)
    assert desk.schedule.send_due() == 0
    clock.now = desk.at(13, 17)
    assert desk.schedule.send_due() == 1
    for change in (
        lambda: desk.schedule.move(first.id, desk.at(20, 18)),
        lambda: desk.schedule.skip(first.id),
    ):
        with pytest.raises(InputError, match="stays as it is"):
            change()
    with pytest.raises(InputError, match="in the past"):
        desk.schedule.move(
            desk.schedule.entries(clock.now, clock.now + timedelta(days=20))[2].id, desk.at(1, 1)
        )


def test_a_reminder_is_not_moved_behind_its_event(desk: ScheduleDesk, clock) -> None:
    desk.plan(Timing(event=wall("2026-03-14T20:00"), reminders=(Reminder(1, time(18)),)))
    (reminder,) = desk.schedule.entries(clock.now, clock.now + timedelta(days=9))
    with pytest.raises(InputError, match="after the event"):
        desk.schedule.move(reminder.id, desk.at(14, 21))


def test_a_stopped_series_sends_nothing_more(desk: ScheduleDesk, clock) -> None:
    series = desk.plan(EVERY_THURSDAY)
    clock.now = desk.at(12, 18)
    desk.schedule.send_due()
    desk.schedule.stop(series)
    clock.now = desk.at(19, 18)
    assert desk.schedule.send_due() == 0
    assert desk.entries(10)[0] == ("19.03. 18:00", "cancelled")
    with pytest.raises(InputError, match="stopped already"):
        desk.schedule.stop(series)
    with pytest.raises(InputError, match="no series 99"):
        desk.schedule.stop(99)


def test_a_series_goes_on_for_years_laid_out_ahead(desk: ScheduleDesk, clock) -> None:
    desk.plan(Timing(THURSDAY_18, "FREQ=WEEKLY;BYDAY=TH"))
    for _ in range(30):
        clock.pass_(days=30)
        desk.schedule.send_due()
    ahead = desk.schedule.entries(clock.now, clock.now + timedelta(days=360))
    assert len(ahead) in (51, 52)
    slots = desk.database.read().execute("SELECT count(*), count(DISTINCT slot) FROM occurrences").fetchone()
    assert slots[0] == slots[1]


def test_a_one_off_and_an_event_beyond_the_horizon_are_kept(desk: ScheduleDesk, clock) -> None:
    desk.plan(Timing(wall("2028-01-15T18:00")))
    start = desk.at(1, 0, month=1, year=2028)
    assert len(desk.schedule.entries(start, start + timedelta(days=31))) == 1


def test_broadcasts_that_wait_in_the_queue_are_part_of_the_plan(desk: ScheduleDesk, clock) -> None:
    options = SendOptions(not_before=desk.at(12, 18), title="Sortie")
    sent = desk.notify.send(AudienceRequest(group_ids=(desk.choir.id,)), "Bonjour", options=options)
    (entry,) = desk.schedule.entries(clock.now, clock.now + timedelta(days=3))
    assert (entry.id, entry.kind, entry.state, entry.movable) == (
        f"b{sent}", EntryKind.QUEUED, EntryState.PLANNED, True,
    )  # fmt: skip
    desk.schedule.move(entry.id, desk.at(13, 9))
    assert desk.broadcasts.get(sent).summary.not_before == desk.at(13, 9)
    assert desk.schedule.skip(entry.id).state is EntryState.CANCELLED
    assert desk.broadcasts.get(sent).summary.cancelled
    with pytest.raises(InputError, match="stays as it is"):
        desk.schedule.move(entry.id, desk.at(14, 9))


def test_what_waits_is_not_moved_to_where_it_would_expire_unsent(desk: ScheduleDesk) -> None:
    options = SendOptions(not_before=desk.at(12, 18), expires_at=desk.at(12, 20))
    sent = desk.notify.send(AudienceRequest(group_ids=(desk.choir.id,)), "Bonjour", options=options)
    for late in (desk.at(12, 20), desk.at(13, 9)):
        with pytest.raises(InputError, match="useless from"):
            desk.schedule.move(f"b{sent}", late)
    assert desk.broadcasts.get(sent).summary.not_before == desk.at(12, 18)
    desk.schedule.move(f"b{sent}", desk.at(12, 19))
    assert desk.broadcasts.get(sent).summary.not_before == desk.at(12, 19)


@pytest.mark.parametrize("name", ["", "12", "e0", "e99", "b99", "x1", "e1; DROP TABLE", "e" + "9" * 30, "e١"])
def test_names_of_no_entry_are_told_so(desk: ScheduleDesk, name: str) -> None:
    with pytest.raises(InputError, match="planned send"):
        desk.schedule.entry(name)


def test_what_changes_is_told_to_the_pages(desk: ScheduleDesk, clock, heard: list[Changed]) -> None:
    heard.clear()
    desk.plan(EVERY_THURSDAY)
    assert Changed(Topic.SCHEDULE) in heard
    clock.now = desk.at(12, 18)
    heard.clear()
    desk.schedule.send_due()
    assert {Topic.SCHEDULE, Topic.QUEUE, Topic.BROADCASTS} <= {event.topic for event in heard}
    assert desk.woken


def test_the_overview_counts_the_week_and_names_the_next(desk: ScheduleDesk, clock) -> None:
    assert desk.schedule.overview().planned == 0
    desk.plan(EVERY_THURSDAY)
    desk.plan(Timing(wall("2026-03-17T09:00"), exceptions=(date(2026, 3, 17),)), purpose=Purpose.ALERT)
    overview = desk.schedule.overview()
    assert (overview.planned, overview.next_at, overview.missed) == (2, desk.at(12, 18), 0)
