"""Quiet hours, the window of advertising and spacing, as plan, queue and engine keep them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from engine_desk import Desk as EngineDesk
from engine_desk import phone
from peer_sender import PeerSender
from schedule_desk import ScheduleDesk

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.domain.sending_hours import QuietHours
from smsdesk.services.events import Events
from smsdesk.services.notify import SendOptions
from smsdesk.services.sending_hours import Hours, Spacing, crowded_words
from smsdesk.storage.database import Database

NIGHT = datetime(2026, 3, 11, 22, 30, tzinfo=UTC).astimezone().replace(hour=22, minute=30)
"""A Wednesday, half past ten by the clock of this computer."""
MORNING = (NIGHT + timedelta(days=1)).replace(hour=8, minute=0)


@pytest.fixture
def desk(database: Database, events: Events, clock) -> ScheduleDesk:
    desk = ScheduleDesk(database, events, clock)
    for pupil in desk.pupils:
        database.read().execute(
            "INSERT INTO consents (e164, purpose, granted, source, recorded_at)"
            " VALUES (?, 'promotion', 1, 'form', '2026-01-01')",
            (desk.people.contact(pupil).phones[0].e164,),
        )
    return desk


@pytest.fixture
def hours(database: Database, events: Events, clock) -> Hours:
    return Hours(database, events, clock)


def everybody(desk: ScheduleDesk) -> AudienceRequest:
    return AudienceRequest(group_ids=(desk.choir.id,))


def queued_for(desk: ScheduleDesk, **options: object) -> datetime | None:
    sent = desk.notify.send(everybody(desk), "Bonjour", options=SendOptions(**options))  # type: ignore[arg-type]
    return desk.broadcasts.get(sent).summary.not_before


def test_advertising_of_the_night_waits_for_the_morning_and_says_so(
    desk: ScheduleDesk, hours: Hours, clock
) -> None:
    clock.now = NIGHT
    assert queued_for(desk, purpose=Purpose.PROMOTION) == MORNING
    assert queued_for(desk, purpose=Purpose.PROMOTION, priority=Priority.URGENT) == MORNING
    deferral = hours.deferral(None, Purpose.PROMOTION)
    assert deferral is not None
    assert (deferral.until, str(deferral.reason)) == (MORNING, "Advertising is sent from 8:00 to 21:30 only.")
    assert hours.deferral(MORNING, Purpose.PROMOTION) is None
    assert queued_for(desk, purpose=Purpose.PROMOTION, not_before=MORNING) == MORNING


def test_on_a_fresh_profile_nothing_else_waits(desk: ScheduleDesk, hours: Hours, clock) -> None:
    clock.now = NIGHT
    for purpose in (Purpose.INFORMATION, Purpose.ALERT):
        assert queued_for(desk, purpose=purpose) is None
        assert hours.deferral(None, purpose) is None


def test_quiet_hours_hold_information_and_neither_alerts_nor_what_is_urgent(
    desk: ScheduleDesk, hours: Hours, clock
) -> None:
    hours.save_quiet(QuietHours(on=True))
    clock.now = NIGHT
    assert queued_for(desk) == MORNING
    assert queued_for(desk, purpose=Purpose.ALERT) is None
    assert queued_for(desk, priority=Priority.URGENT) is None
    reply = desk.notify.reply("+33639980001", "Merci")
    assert desk.broadcasts.get(reply).summary.not_before is None


def test_quiet_hours_are_kept_and_must_end(hours: Hours, database: Database) -> None:
    quiet = QuietHours(on=True, begins=time(20, 30), ends=time(7, 15), sundays=True)
    hours.save_quiet(quiet)
    assert hours.quiet() == quiet
    with pytest.raises(InputError, match="same time"):
        hours.save_quiet(QuietHours(on=True, begins=time(8), ends=time(8)))
    database.read().execute("UPDATE settings SET value = '[1' WHERE key = 'hours.quiet'")
    assert hours.quiet() == QuietHours()
    with_zone = '{"on": true, "begins": "20:30+02:00", "ends": "07:15Z", "sundays": true}'
    database.read().execute("UPDATE settings SET value = ? WHERE key = 'hours.quiet'", (with_zone,))
    assert hours.quiet() == quiet


def test_families_that_had_several_this_week_are_named_before_sending(
    desk: ScheduleDesk, hours: Hours, clock
) -> None:
    for _ in range(3):
        clock.pass_(hours=1)
        queued_for(desk)
    desk.notify.reply("+33639980001", "Merci")  # an answer is no notice
    plan = desk.notify.plan(everybody(desk), "Encore")
    crowded = hours.crowded(plan, Purpose.INFORMATION)
    assert [(each.people, each.messages) for each in crowded] == [(("Léa Martin",), 3), (("Zoé Martin",), 3)]
    assert str(crowded_words(crowded)) == (
        "Already had several SMS this week (up to 3): Léa Martin, Zoé Martin."
    )
    assert hours.crowded(plan, Purpose.ALERT) == ()
    clock.pass_(days=7)
    assert hours.crowded(plan, Purpose.INFORMATION) == ()
    hours.save_spacing(Spacing(warn_from=0))
    assert hours.crowded(plan, Purpose.INFORMATION) == ()


def test_what_was_cancelled_does_not_count(desk: ScheduleDesk, hours: Hours) -> None:
    hours.save_spacing(Spacing(warn_from=1))
    sent = desk.notify.send(everybody(desk), "Bonjour")
    desk.broadcasts.cancel(sent)
    assert hours.crowded(desk.notify.plan(everybody(desk), "Encore"), Purpose.INFORMATION) == ()


def test_a_limit_leaves_families_out_and_never_of_an_alert(desk: ScheduleDesk, hours: Hours) -> None:
    hours.save_spacing(Spacing(limit=2))
    tom = desk.pupil("Tom", "+33639980003")
    for _ in range(2):
        queued_for(desk)
    desk.people.add_to_group(desk.choir.id, [tom])
    plan = desk.notify.plan(everybody(desk), "Encore")
    assert [message.people for message in plan.messages] == [("Tom Martin",)]
    assert (plan.phones, plan.parts, plan.people) == (1, 1, 1)
    assert [(out.name, str(out.reason)) for out in plan.left_out] == [
        (name, "Already had 2 SMS this week, the most by your settings.")
        for name in ("Léa Martin", "Zoé Martin")
    ]
    assert desk.notify.plan(everybody(desk), "Feu", purpose=Purpose.ALERT).phones == 3
    for _ in range(2):
        queued_for(desk)
    with pytest.raises(InputError, match="Everybody chosen already had 2 SMS"):
        queued_for(desk)
    with pytest.raises(InputError, match="0 to 99"):
        hours.save_spacing(Spacing(limit=-1))


@pytest.fixture
def running(database: Database, clock) -> Iterator[tuple[EngineDesk, PeerSender]]:
    sender = PeerSender()
    desk = EngineDesk(database, clock, sender)
    yield desk, sender
    desk.engine.stop()


def advertise(desk: EngineDesk, count: int) -> int:
    broadcast = desk.queue(*map(phone, range(1, count + 1)), wake=False)
    desk.database.read().execute("UPDATE broadcasts SET purpose = 'promotion' WHERE id = ?", (broadcast,))
    desk.engine.wake()
    return broadcast


def test_a_paused_advertisement_does_not_go_at_night(running: tuple[EngineDesk, PeerSender], clock) -> None:
    desk, _ = running
    clock.now = NIGHT.replace(hour=21, minute=0)
    broadcast = advertise(desk, 2)
    desk.database.read().execute("UPDATE broadcasts SET paused = 1 WHERE id = ?", (broadcast,))
    desk.engine.start()
    assert desk.idle()
    clock.now = NIGHT
    desk.database.read().execute("UPDATE broadcasts SET paused = 0 WHERE id = ?", (broadcast,))
    desk.engine.wake()
    assert desk.idle()  # a station that runs until idle does not wait for the morning
    assert desk.states() == ["queued", "queued"]
    clock.now = MORNING
    desk.engine.wake()
    assert desk.idle()
    assert set(desk.states()) == {"accepted"}


def test_a_slow_advertisement_stops_at_half_past_nine_and_goes_on_in_the_morning(
    running: tuple[EngineDesk, PeerSender], clock
) -> None:
    desk, _ = running
    desk.database.read().execute("INSERT INTO settings (key, value) VALUES ('queue.parts_a_minute', '1')")
    clock.now = NIGHT.replace(hour=21, minute=27, second=30)
    advertise(desk, 6)
    desk.engine.start()
    for taken in (1, 2, 3):  # 21:27:30, 21:28:31, 21:29:32
        desk.wait(lambda taken=taken: desk.states().count("accepted") == taken)
        clock.pass_(seconds=61)
        desk.engine.wake()
    desk.wait(lambda: desk.rows("SELECT not_before FROM broadcasts")[0]["not_before"] is not None)
    assert desk.states().count("accepted") == 3
    (row,) = desk.rows("SELECT not_before FROM broadcasts")
    assert datetime.fromisoformat(row["not_before"]) == MORNING


def test_an_alert_goes_at_any_hour(running: tuple[EngineDesk, PeerSender], clock) -> None:
    desk, _ = running
    clock.now = NIGHT
    broadcast = desk.queue(phone(1), wake=False)
    desk.database.read().execute("UPDATE broadcasts SET purpose = 'alert' WHERE id = ?", (broadcast,))
    Hours(desk.database, desk.events, clock).save_quiet(QuietHours(on=True))
    desk.engine.start()
    assert desk.idle()
    assert desk.states() == ["accepted"]
