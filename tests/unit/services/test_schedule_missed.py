"""Missed while the computer was off: sent, skipped or asked about, and never a stale one silently."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta

import pytest
from made_groups import made_group
from schedule_desk import ScheduleDesk

from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.schedule import EntryState, OnMissed, Reminder, Timing
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

wall = datetime.fromisoformat
ONCE = Timing(wall("2026-03-12T18:00"))
WEEKLY = Timing(wall("2026-03-12T18:00"), "FREQ=WEEKLY;BYDAY=TH")


@pytest.fixture
def desk(database: Database, events: Events, clock) -> ScheduleDesk:
    return ScheduleDesk(database, events, clock)


def test_some_minutes_late_it_is_sent_without_a_question(desk: ScheduleDesk, clock) -> None:
    desk.plan(ONCE)
    clock.now = desk.at(12, 18, 10)
    assert desk.schedule.send_due() == 1
    assert desk.schedule.missed() == ()


def test_missed_by_default_it_is_asked_and_sent_only_by_the_decision(desk: ScheduleDesk, clock) -> None:
    desk.plan(ONCE)
    clock.now = desk.at(12, 18, 11)
    assert desk.schedule.send_due() == 0
    (missed,) = desk.schedule.missed()
    assert (missed.state, str(missed.reason)) == (
        EntryState.MISSED,
        "Nothing could send it at its hour. You decide.",
    )
    assert desk.schedule.overview().missed == 1
    assert desk.schedule.decide(missed.id, send=True).state is EntryState.SENT
    assert len(desk.texts()) == 1
    assert desk.schedule.missed() == ()
    with pytest.raises(InputError, match="nothing to decide"):
        desk.schedule.decide(missed.id, send=True)
    assert len(desk.texts()) == 1


def test_a_missed_one_is_skipped_by_the_decision(desk: ScheduleDesk, clock) -> None:
    desk.plan(WEEKLY)
    clock.now = desk.at(20, 9)
    first, second = desk.schedule.missed()
    assert desk.schedule.decide(first.id, send=False).state is EntryState.CANCELLED
    desk.schedule.decide(second.id, send=False)
    assert desk.texts() == []
    clock.now = desk.at(26, 18)
    assert desk.schedule.send_due() == 1


@pytest.mark.parametrize(
    ("on_missed", "late", "sent", "missed"),
    [
        (OnMissed.SEND, timedelta(hours=5), 1, 0),
        (OnMissed.SEND, timedelta(hours=24), 1, 0),
        (OnMissed.SEND, timedelta(hours=25), 0, 1),  # stale: it is asked about all the same
        (OnMissed.SKIP, timedelta(minutes=9), 1, 0),
        (OnMissed.SKIP, timedelta(hours=5), 0, 0),
        (OnMissed.ASK, timedelta(hours=5), 0, 1),
    ],
)
def test_what_the_series_says_is_done_with_a_missed_one(
    desk: ScheduleDesk, clock, on_missed: OnMissed, late: timedelta, sent: int, missed: int
) -> None:
    desk.plan(ONCE, on_missed=on_missed)
    clock.now = desk.at(12, 18) + late
    assert (desk.schedule.send_due(), len(desk.schedule.missed())) == (sent, missed)
    if on_missed is OnMissed.SKIP and not sent:
        (entry,) = desk.schedule.entries(desk.at(12, 0), desk.at(13, 0))
        assert (entry.state, str(entry.reason)) == (
            EntryState.CANCELLED,
            "Nothing could send it at its hour: it is skipped.",
        )


def test_advertising_that_is_late_is_skipped_unless_said_otherwise(desk: ScheduleDesk, clock) -> None:
    for pupil in desk.pupils:
        phone = desk.people.contact(pupil).phones[0].e164
        desk.database.read().execute(
            "INSERT INTO consents (e164, purpose, granted, source, recorded_at)"
            " VALUES (?, 'promotion', 1, 'form', '2026-01-01')",
            (phone,),
        )
    desk.plan(ONCE, purpose=Purpose.PROMOTION)
    clock.now = desk.at(13, 9)
    assert (desk.schedule.send_due(), desk.schedule.missed()) == (0, ())


CONCERT = Timing(event=wall("2026-03-12T20:00"), reminders=(Reminder(0, time(18)),))


@pytest.mark.parametrize("on_missed", [OnMissed.SEND, OnMissed.ASK])
def test_a_reminder_of_an_event_that_has_begun_is_told_as_missed_and_never_sent(
    desk: ScheduleDesk, clock, on_missed: OnMissed
) -> None:
    desk.plan(CONCERT, on_missed=on_missed)
    clock.now = desk.at(12, 20)
    assert desk.schedule.send_due() == 0
    (missed,) = desk.schedule.missed()
    assert str(missed.reason) == "The event has begun: nobody is reminded of it now."
    with pytest.raises(InputError, match="event has begun"):
        desk.schedule.decide(missed.id, send=True)
    assert desk.texts() == []
    assert desk.schedule.decide(missed.id, send=False).state is EntryState.CANCELLED
    assert desk.schedule.missed() == ()


def test_what_is_to_be_skipped_when_it_is_missed_is_not_asked_about(desk: ScheduleDesk, clock) -> None:
    desk.plan(CONCERT, on_missed=OnMissed.SKIP)
    clock.now = desk.at(12, 20)
    assert (desk.schedule.send_due(), desk.schedule.missed()) == (0, ())
    (entry,) = desk.schedule.entries(desk.at(12, 0), desk.at(13, 0))
    assert str(entry.reason) == "The event has begun: nobody is reminded of it now."


def test_a_skipped_send_comes_back_and_is_sent_once(desk: ScheduleDesk, clock) -> None:
    desk.plan(WEEKLY)
    first, second, *_ = (each for each in desk.schedule.entries(desk.at(12, 0), desk.at(28, 0)))
    desk.schedule.skip(first.id)
    assert desk.schedule.bring_back(first.id).state is EntryState.PLANNED
    with pytest.raises(InputError, match="cannot be planned again"):
        desk.schedule.bring_back(first.id)
    clock.now = desk.at(12, 18)
    assert desk.schedule.send_due() == 1
    with pytest.raises(InputError, match="cannot be planned again"):
        desk.schedule.bring_back(first.id)
    assert len(desk.texts()) == 1
    desk.schedule.skip(second.id)
    clock.now = desk.at(19, 20)  # brought back after its hour, it is asked about
    assert desk.schedule.bring_back(second.id).state is EntryState.MISSED
    assert desk.schedule.send_due() == 0


def test_a_stopped_series_goes_on_without_what_was_skipped_before(desk: ScheduleDesk, clock) -> None:
    series = desk.plan(WEEKLY)
    first, second, third, *_ = desk.schedule.entries(desk.at(12, 0), desk.at(31, 0))
    desk.schedule.skip(second.id)
    desk.schedule.stop(series)
    with pytest.raises(InputError, match="cannot be planned again"):
        desk.schedule.bring_back(first.id)
    assert not desk.schedule.restart(series).stopped
    states = [desk.schedule.entry(each.id).state for each in (first, second, third)]
    assert states == [EntryState.PLANNED, EntryState.CANCELLED, EntryState.PLANNED]
    with pytest.raises(InputError, match="cannot go on"):
        desk.schedule.restart(series)


def test_a_series_that_another_took_the_place_of_does_not_come_back(desk: ScheduleDesk) -> None:
    series = desk.plan(WEEKLY)
    desk.schedule.replace_series(series, desk.draft(WEEKLY, text="Autre texte."))
    with pytest.raises(InputError, match="cannot go on"):
        desk.schedule.restart(series)


def test_a_problem_that_came_since_is_asked_about_and_tried_again_by_a_decision(
    desk: ScheduleDesk, clock
) -> None:
    desk.plan(ONCE)
    desk.people.remove_from_group(desk.choir.id, desk.pupils)
    clock.now = desk.at(12, 18)
    assert desk.schedule.send_due() == 0
    (missed,) = desk.schedule.missed()
    assert "There is nobody to send to" in str(missed.reason)
    with pytest.raises(InputError, match="nobody to send to"):
        desk.schedule.decide(missed.id, send=True)
    desk.people.add_to_group(desk.choir.id, desk.pupils)
    assert desk.schedule.send_due() == 0  # not by itself
    desk.schedule.decide(missed.id, send=True)
    assert len(desk.texts()) == 1


def test_one_that_cannot_be_made_does_not_hold_the_others(desk: ScheduleDesk, clock) -> None:
    desk.plan(ONCE, text="Chorale {classe}")
    empty = made_group(desk.people, "Vide")
    series = desk.plan(ONCE, text="Bonjour")
    desk.database.read().execute(
        "UPDATE series SET request = ? WHERE id < ?", (f'{{"group_ids": [{empty.id}]}}', series)
    )
    clock.now = desk.at(12, 18)
    assert desk.schedule.send_due() == 1
    assert desk.texts() == [["Bonjour", "Bonjour"]]


def test_a_clock_that_was_wrong_for_a_while_loses_nothing(desk: ScheduleDesk, clock) -> None:
    desk.plan(WEEKLY, on_missed=OnMissed.SKIP)
    clock.now = desk.at(1, 12, year=2030)  # the battery of the clock was empty
    desk.schedule.send_due()
    clock.now = desk.at(12, 18)
    assert desk.schedule.send_due() == 1
    clock.now = desk.at(12, 17)  # set back an hour: what was sent is not sent again
    desk.schedule.send_due()
    clock.now = desk.at(12, 18)
    assert desk.schedule.send_due() == 0
    assert len(desk.texts()) == 1


def test_after_a_long_sleep_the_week_is_asked_about_and_the_next_goes(desk: ScheduleDesk, clock) -> None:
    desk.plan(WEEKLY)
    clock.now = desk.at(12, 18)
    desk.schedule.send_due()
    clock.now = desk.at(2, 18, 1, month=4)  # asleep since: 19 and 26 March passed
    assert desk.schedule.send_due() == 1
    assert [f"{entry.at:%d}" for entry in desk.schedule.missed()] == ["19", "26"]


def test_what_was_missed_can_be_given_another_hour(desk: ScheduleDesk, clock) -> None:
    desk.plan(ONCE)
    clock.now = desk.at(13, 9)
    (missed,) = desk.schedule.missed()
    desk.schedule.move(missed.id, desk.at(13, 18))
    assert desk.schedule.missed() == ()
    clock.now = desk.at(13, 18)
    assert desk.schedule.send_due() == 1


def test_broken_rows_never_stop_the_plan(desk: ScheduleDesk, clock) -> None:
    desk.plan(ONCE, text="Bonjour")
    desk.plan(ONCE, text="Bonsoir")
    desk.database.read().execute("UPDATE series SET timing = '[]', fields = 'x' WHERE id = 1")
    clock.now = desk.at(12, 18)
    desk.schedule.send_due()
    assert desk.texts() == [["Bonsoir", "Bonsoir"]]
    assert [str(entry.reason)[:20] for entry in desk.schedule.missed()] == ["There is nobody to s"]


@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_clock_does_each_send_is_made_once_at_most_and_none_is_lost(
    desk: ScheduleDesk, clock, seed: int
) -> None:
    chance = random.Random(seed)
    desk.plan(
        Timing(wall("2026-03-12T18:00"), "FREQ=DAILY;COUNT=20"), on_missed=chance.choice(list(OnMissed))
    )
    start, end = desk.at(12, 0), desk.at(12, 0) + timedelta(days=25)
    for _ in range(60):  # awake, asleep, set forward, set back
        clock.now += chance.choice([timedelta(minutes=4), timedelta(hours=9), -timedelta(hours=30)])
        clock.now = max(desk.at(11, 0), clock.now)
        desk.schedule.send_due()
        if chance.random() < 0.2:
            for entry in desk.schedule.missed():
                desk.schedule.decide(entry.id, send=chance.random() < 0.5)
    entries = desk.schedule.entries(start, end)
    assert len(entries) == 20
    made = [entry.broadcast_id for entry in entries if entry.state is EntryState.SENT]
    assert sorted(made) == sorted(each.id for each in desk.broadcasts.list(limit=None))
    assert len(set(made)) == len(made)
