"""No limit of a SIM is passed: mid-broadcast, by two modems, by an urgent one, by a restart, by a second try."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from engine_desk import Desk, phone, running
from peer_sender import Answer, PeerSender
from still_clock import StillClock

from smsdesk.domain.budget import SimPlan, goes_on, midnight
from smsdesk.domain.delivery import why
from smsdesk.domain.outgoing import Priority, SubmitResult
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.budget import Budget
from smsdesk.services.events import Events
from smsdesk.services.station import Station
from smsdesk.storage import budget as kept
from smsdesk.storage.database import Database

TO_THE_NEXT_MONTH = timedelta(days=31)


@pytest.fixture
def peer(clock: StillClock) -> PeerSender:
    return PeerSender(clock=clock)


@pytest.fixture
def desk(database: Database, clock: StillClock, peer: PeerSender) -> Desk:
    return Desk(database, clock, peer)


@pytest.fixture
def budget(desk: Desk, clock: StillClock) -> Budget:
    return Budget(desk.database, Events(), clock, desk.engine.wake, person="Anne")


@pytest.fixture(autouse=True)
def at_noon(clock: StillClock) -> None:
    clock.now = datetime(2026, 11, 20, 12, tzinfo=UTC)


def _reasons(desk: Desk) -> set[str]:
    return {
        str(why(row["error"]))
        for row in desk.rows("SELECT DISTINCT error FROM parts WHERE state = 'queued' AND error IS NOT NULL")
    }


def test_a_month_ends_in_mid_broadcast_and_the_rest_says_when_it_goes(
    desk: Desk, budget: Budget, peer: PeerSender, clock: StillClock
) -> None:
    budget.save(SimPlan("sim-1", monthly_sms=7, billing_day=5))
    desk.queue(*(phone(number) for number in range(12)), wake=False)
    with running(desk):
        assert desk.idle()
        assert len(peer.network) == 7
        assert _reasons(desk) == {"The SIM's plan of this month is used up: sending goes on on 2026-12-05."}
        assert str(desk.engine.trouble) in _reasons(desk)
        clock.now = goes_on(date(2026, 12, 4)) + timedelta(hours=15)
        assert desk.idle()
        assert len(peer.network) == 7
        clock.now = midnight(date(2026, 12, 5)) + timedelta(hours=1)
        assert desk.idle()
        assert len(peer.network) == 7, "nobody wants an SMS at one in the morning"
        clock.now = goes_on(date(2026, 12, 5))
        desk.wait_states(*["accepted"] * 12)
    assert budget.usage("sim-1").parts == 5


def test_new_phones_wait_and_known_ones_do_not(
    desk: Desk, budget: Budget, peer: PeerSender, clock: StillClock
) -> None:
    budget.save(SimPlan("sim-1", recipients_cap=3))
    desk.queue(*(phone(number) for number in range(5)), wake=False)
    desk.queue(phone(0), phone(9), phone(2), text="Encore", wake=False)
    with running(desk):
        assert desk.idle()
        assert [each.to for each in peer.network] == [phone(each) for each in (0, 1, 2, 0, 2)]
        clock.now += TO_THE_NEXT_MONTH
        desk.wait_states(*["accepted"] * 8)


def test_known_phones_behind_very_many_new_ones_are_reached(
    desk: Desk, budget: Budget, peer: PeerSender
) -> None:
    budget.save(SimPlan("sim-1", recipients_cap=1))
    desk.queue(*(phone(number) for number in range(300)), wake=False)
    desk.queue(phone(0), text="Encore", wake=False)
    with running(desk):
        assert desk.idle()
    assert [each.to for each in peer.network] == [phone(0), phone(0)]


def test_two_modems_share_their_sims_rooms_exactly(database: Database, clock: StillClock) -> None:
    peers = [PeerSender(name, name, clock=clock) for name in ("a", "b")]
    desk = Desk(database, clock, *peers)
    budget = Budget(database, Events(), clock, desk.engine.wake)
    budget.save(SimPlan("a", monthly_sms=5, others_take=True))
    budget.save(SimPlan("b", daily_cap=9, others_take=True))
    with running(desk):
        desk.queue(*(phone(number) for number in range(40)))
        assert desk.idle()
    assert [len(peer.network) for peer in peers] == [5, 9]
    assert len(_reasons(desk)) == 1, "the limit that ends first is told"
    assert "in one day" in _reasons(desk).pop()


def test_two_modems_with_one_sim_name_do_not_pass_its_limit(database: Database, clock: StillClock) -> None:
    peers = [PeerSender(name, "same", clock=clock) for name in ("a", "b")]
    desk = Desk(database, clock, *peers)
    Budget(database, Events(), clock, desk.engine.wake).save(SimPlan("same", monthly_sms=11))
    with running(desk):
        desk.queue(*(phone(number) for number in range(40)))
        assert desk.idle()
    assert sum(len(peer.network) for peer in peers) == 11


def test_a_sim_without_a_plan_goes_on_for_the_one_that_is_full(database: Database, clock: StillClock) -> None:
    peers = [PeerSender(name, name, clock=clock) for name in ("a", "b")]
    desk = Desk(database, clock, *peers)
    Budget(database, Events(), clock, desk.engine.wake).save(SimPlan("a", monthly_sms=2, others_take=True))
    with running(desk):
        desk.queue(*(phone(number) for number in range(20)))
        assert desk.idle()
    assert desk.states() == ["accepted"] * 20
    assert len(peers[0].network) <= 2
    assert peers[0].submitted == peers[0].network, "no modem is given what its SIM may not send"


def test_what_a_limit_holds_leaves_by_another_sim_only_when_a_person_says_so(
    database: Database, clock: StillClock
) -> None:
    peers = [PeerSender(name, name, clock=clock) for name in ("a", "b")]
    desk = Desk(database, clock, *peers)
    budget = Budget(database, Events(), clock, desk.engine.wake, person="Anne")
    budget.save(SimPlan("a", monthly_sms=2))
    with running(desk):
        desk.queue(*(phone(number) for number in range(20)))
        assert desk.idle()
        assert len(peers[0].network) == 2
        assert 0 < desk.states().count("queued") < 20
        assert budget.holds(1) is not None
        desk.queue(phone(30), text="Autre chose", wake=True)
        assert desk.idle()
        assert desk.states()[-1] == "queued"
        budget.hand_over(1)
        desk.wait_states(*["accepted"] * 20, "queued")
        budget.save(SimPlan("a", monthly_sms=2, others_take=True))
        desk.wait_states(*["accepted"] * 21)
    assert [len(peer.network) for peer in peers] == [2, 19]
    (decision,) = desk.rows("SELECT decided_by FROM sim_handovers")
    assert decision["decided_by"] == "Anne"


def test_an_alert_for_safety_waits_for_no_sim_while_another_is_here(
    database: Database, clock: StillClock
) -> None:
    peers = [PeerSender(name, name, clock=clock) for name in ("a", "b")]
    desk = Desk(database, clock, *peers)
    Budget(database, Events(), clock, desk.engine.wake).save(SimPlan("a", monthly_sms=1))
    with running(desk):
        _make_alert(desk, desk.queue(*(phone(number) for number in range(6)), wake=False))
        desk.engine.wake()
        desk.wait_states(*["accepted"] * 6)
    assert len(peers[0].network) <= 1


def test_another_sim_that_comes_takes_what_waits(database: Database, clock: StillClock) -> None:
    full, fresh = PeerSender("full", "a", clock=clock), PeerSender("fresh", "b", clock=clock)
    desk = Desk(database, clock, full)
    Budget(database, Events(), clock, desk.engine.wake).save(SimPlan("a", monthly_sms=2, others_take=True))
    with running(desk):
        desk.queue(*(phone(number) for number in range(5)))
        assert desk.idle()
        desk.engine.add_sender(fresh)
        desk.wait_states(*["accepted"] * 5)
        desk.engine.remove_sender(fresh)
    assert (len(full.network), len(fresh.network)) == (2, 3)


def test_urgent_notices_and_alerts_wait_too_and_a_person_lets_one_pass(
    desk: Desk, budget: Budget, peer: PeerSender
) -> None:
    budget.save(SimPlan("sim-1", daily_cap=1))
    desk.queue(phone(1), wake=False)
    urgent = desk.queue(phone(2), phone(3), priority=Priority.URGENT, text="Alerte", wake=False)
    _make_alert(desk, urgent)
    with running(desk):
        assert desk.idle()
        assert len(peer.network) == 1
        budget.allow(urgent)
        assert desk.idle()
    assert [each.to for each in peer.network] == [phone(2), phone(3)]
    (decision,) = desk.rows("SELECT * FROM cap_permits")
    assert (decision["broadcast_id"], decision["decided_by"]) == (urgent, "Anne")


def _make_alert(desk: Desk, broadcast_id: int) -> None:
    with desk.database.write() as connection:
        connection.execute("UPDATE broadcasts SET purpose = 'alert' WHERE id = ?", (broadcast_id,))


def test_alerts_pass_where_the_plan_says_so(desk: Desk, budget: Budget, peer: PeerSender) -> None:
    budget.save(SimPlan("sim-1", daily_cap=1, alerts_pass=True))
    desk.queue(phone(1), phone(2), wake=False)
    _make_alert(desk, desk.queue(phone(3), phone(4), text="Alerte", wake=False))
    with running(desk):
        assert desk.idle()
    assert {each.to for each in peer.network} == {phone(1), phone(3), phone(4)}


def test_a_higher_plan_lets_the_rest_go(desk: Desk, budget: Budget, peer: PeerSender) -> None:
    budget.save(SimPlan("sim-1", monthly_sms=2))
    desk.queue(*(phone(number) for number in range(6)), wake=False)
    with running(desk):
        assert desk.idle()
        assert len(peer.network) == 2
        budget.save(SimPlan("sim-1", monthly_sms=4))
        assert desk.idle()
        assert len(peer.network) == 4
        budget.save(SimPlan("sim-1"))
        desk.wait_states(*["accepted"] * 6)


def test_what_the_network_refused_costs_nothing(
    desk: Desk, budget: Budget, peer: PeerSender, clock: StillClock
) -> None:
    answers = iter([Answer(SubmitResult.REFUSED, "cms:1"), Answer(SubmitResult.NOT_SENT)])
    peer.answer = lambda submission: next(answers, Answer())
    budget.save(SimPlan("sim-1", monthly_sms=3))
    desk.queue(*(phone(number) for number in range(6)), wake=False)
    with running(desk):
        desk.wait(lambda: len(peer.network) == 3)
        clock.pass_(minutes=1)
        assert desk.idle()
    assert budget.usage("sim-1").parts == len(peer.network) == 3
    assert desk.states().count("failed") == 1


def test_a_part_sent_again_counts_twice_and_keeps_to_the_limit(
    desk: Desk, budget: Budget, peer: PeerSender, clock: StillClock
) -> None:
    answers = iter([Answer(SubmitResult.UNKNOWN)])
    peer.answer = lambda submission: next(answers, Answer())
    budget.save(SimPlan("sim-1", monthly_sms=3))
    desk.queue(phone(1), phone(2), wake=False)
    service = Broadcasts(desk.database, desk.events, clock, desk.engine.wake)
    with running(desk):
        assert desk.idle()
        assert budget.usage("sim-1").parts == 2
        service.decide(1, resend=True, by="Anne")
        assert desk.idle()
        assert (desk.states(), budget.usage("sim-1").parts) == (["accepted", "accepted"], 3)
        desk.queue(phone(1))
        assert desk.idle()
    assert len(peer.submitted) == 3


def test_a_second_try_over_the_limit_waits(
    desk: Desk, budget: Budget, peer: PeerSender, clock: StillClock
) -> None:
    peer.answer = lambda submission: Answer(SubmitResult.UNKNOWN)
    budget.save(SimPlan("sim-1", monthly_sms=1))
    desk.queue(phone(1), wake=False)
    with running(desk):
        assert desk.idle()
        Broadcasts(desk.database, desk.events, clock, desk.engine.wake).decide(1, resend=True, by="Anne")
        assert desk.idle()
    assert (desk.states(), len(peer.submitted)) == (["queued"], 1)


def test_a_message_begins_only_when_all_of_it_fits(
    desk: Desk, budget: Budget, peer: PeerSender, clock: StillClock
) -> None:
    budget.save(SimPlan("sim-1", daily_cap=4))
    desk.queue(phone(1), phone(2), parts=3, wake=False)
    desk.queue(phone(3), wake=False)
    with running(desk):
        assert desk.idle()
        assert [each.to for each in peer.network] == [phone(1)] * 3 + [phone(3)]
        clock.pass_(days=1)
        desk.wait_states(*["accepted"] * 7)


def test_an_urgent_one_does_not_take_what_a_begun_message_needs(
    desk: Desk, budget: Budget, peer: PeerSender
) -> None:
    budget.save(SimPlan("sim-1", daily_cap=3))
    desk.queue(phone(1), parts=3, wake=False)

    def meanwhile(_: object) -> None:
        if len(peer.network) == 0 and len(peer.submitted) == 1:
            desk.queue(phone(2), priority=Priority.URGENT)

    peer.meanwhile = meanwhile
    with running(desk):
        assert desk.idle()
    assert [each.to for each in peer.network] == [phone(1)] * 3


def test_a_limit_holds_across_restarts(
    desk: Desk, budget: Budget, peer: PeerSender, database: Database, clock: StillClock
) -> None:
    budget.save(SimPlan("sim-1", monthly_sms=3))
    desk.queue(*(phone(number) for number in range(5)), wake=False)
    with running(desk):
        assert desk.idle()
    for _ in range(3):
        again = PeerSender(clock=clock)
        with running(Desk(database, clock, again)) as later:
            assert later.idle()
        assert again.network == []
    assert len(peer.network) == 3


def test_the_queue_says_it_without_an_engine(desk: Desk, budget: Budget, clock: StillClock) -> None:
    budget.save(SimPlan("sim-1", monthly_sms=1))
    desk.queue(phone(1), phone(2), wake=False)
    with running(desk):
        assert desk.idle()
    nothing: Any = None
    queue = Station(desk.database, desk.events, clock, None, nothing).queue()
    assert (queue.waiting, queue.paused) == (1, False)
    assert "used up" in str(queue.reason)


def test_a_fresh_profile_holds_nothing(desk: Desk, budget: Budget, peer: PeerSender) -> None:
    desk.queue(*(phone(number) for number in range(300)), wake=False)
    with running(desk):
        assert desk.idle()
    assert (len(peer.network), budget.usage("sim-1").parts, budget.meters()) == (300, 300, ())


def test_the_sim_that_a_person_chose_is_kept_to(database: Database, clock: StillClock) -> None:
    peers = [PeerSender(name, name, clock=clock) for name in ("a", "b")]
    desk = Desk(database, clock, *peers)
    broadcast = desk.queue(*(phone(number) for number in range(10)), parts=2, wake=False)
    with database.write() as connection:
        kept.spread(connection, broadcast, [phone(number) for number in range(3)], "a", None)
        kept.spread(connection, broadcast, [phone(number) for number in range(3, 10)], "b", None)
    with running(desk):
        assert desk.idle()
    assert [len(peer.network) for peer in peers] == [6, 14]
    assert {each.to for each in peers[0].network} == {phone(number) for number in range(3)}


def test_a_chosen_sim_that_is_gone_is_waited_for_and_a_person_may_send_anew(
    database: Database, clock: StillClock
) -> None:
    here = PeerSender("here", "a", clock=clock)
    desk = Desk(database, clock, here, sim_absent_s=0.0)
    broadcast = desk.queue(phone(1), wake=False)
    with database.write() as connection:
        kept.spread(connection, broadcast, [phone(1)], "gone", None)
    service = Broadcasts(database, desk.events, clock, desk.engine.wake)
    with running(desk):
        desk.wait(lambda: "it was to go through it" in str(service.message(1).error))
        assert here.network == []
        service.decide(1, resend=True, by="Anne")
        assert desk.idle()
    assert [each.to for each in here.network] == [phone(1)]


def test_what_a_person_put_off_to_another_day_is_not_waited_for(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    broadcast = desk.queue(phone(1), phone(2), wake=False)
    tomorrow = clock() + timedelta(days=1)
    with desk.database.write() as connection:
        kept.spread(connection, broadcast, [phone(2)], "", tomorrow)
    with running(desk):
        assert desk.idle()
        assert [each.to for each in peer.network] == [phone(1)]
        clock.now = tomorrow
        desk.wait_states("accepted", "accepted")


def test_attempts_of_months_ago_are_forgotten(database: Database, desk: Desk, clock: StillClock) -> None:
    desk.queue(phone(1), wake=False)
    with running(desk):
        assert desk.idle()
    with database.write() as connection:
        assert kept.forget(connection, clock() + kept.KEPT) == 0
        assert kept.forget(connection, clock() + kept.KEPT + timedelta(seconds=1)) == 1
