"""What is queued is sent once, in the right order, when it may be, and not when it may not."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from engine_desk import DEADLINE_S, Desk, phone, running
from peer_sender import ACCEPT, Answer, PeerSender
from still_clock import StillClock

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Priority, SubmitResult
from smsdesk.services.engine import seats
from smsdesk.services.engine.dispatch import STARVING_AFTER, TURN_OF_THE_PATIENT
from smsdesk.storage import decisions, settings
from smsdesk.storage.database import Database


@pytest.fixture
def peer(clock: StillClock) -> PeerSender:
    return PeerSender(clock=clock)


@pytest.fixture
def desk(database: Database, clock: StillClock, peer: PeerSender) -> Desk:
    return Desk(database, clock, peer)


def _texts(peer: PeerSender) -> list[str]:
    return [each.text for each in peer.network]


def _put(desk: Desk, key: str, value: str) -> None:
    with desk.database.write() as connection:
        settings.put(connection, key, value)


def test_each_phone_gets_it_once(desk: Desk, peer: PeerSender) -> None:
    phones = [phone(number) for number in range(30)]
    with running(desk):
        desk.queue(*phones)
        assert desk.idle()
    assert [each.to for each in peer.network] == phones
    assert desk.states() == ["accepted"] * 30
    row = desk.rows("SELECT ref, sim, attempts, error FROM parts ORDER BY id")[4]
    assert row == {"ref": 5, "sim": "sim-1", "attempts": 1, "error": None}


def test_what_was_queued_before_the_start_is_sent(desk: Desk, peer: PeerSender) -> None:
    desk.queue(phone(1), wake=False)
    with running(desk):
        assert desk.idle()
    assert _texts(peer) == ["Bonjour 1"]


def test_what_another_process_queues_is_noticed(desk: Desk, peer: PeerSender) -> None:
    other = Database(desk.database.path)
    elsewhere = Desk(other, desk.clock)
    with running(desk):
        assert desk.idle()
        elsewhere.queue(phone(1))
        desk.wait_states("accepted")
    other.close()
    assert _texts(peer) == ["Bonjour 1"]


def test_the_parts_of_a_message_go_in_order_with_one_reference(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.queue(phone(1), phone(2), parts=3)
        desk.queue(phone(1), parts=2)
        assert desk.idle()
    assert [(each.to, each.concat.ref, each.concat.total, each.concat.seq) for each in peer.network if each.concat] == [
        (phone(1), 0, 3, 1), (phone(1), 0, 3, 2), (phone(1), 0, 3, 3),
        (phone(2), 0, 3, 1), (phone(2), 0, 3, 2), (phone(2), 0, 3, 3),
        (phone(1), 1, 2, 1), (phone(1), 1, 2, 2),
    ]  # fmt: skip


def test_the_parts_of_a_message_go_through_one_sim(database: Database, clock: StillClock) -> None:
    peers = [PeerSender(f"peer {sim}", sim, clock=clock) for sim in ("a", "b", "c")]
    desk = Desk(database, clock, *peers)
    with running(desk):
        desk.queue(*(phone(number) for number in range(20)), parts=3)
        assert desk.idle()
    assert desk.states() == ["accepted"] * 60
    rows = desk.rows("SELECT count(DISTINCT sim) AS sims FROM parts GROUP BY message_id")
    assert {row["sims"] for row in rows} == {1}
    assert sum(len(peer.network) for peer in peers) == 60


def test_urgent_goes_before_normal_before_bulk(desk: Desk, peer: PeerSender) -> None:
    for priority in (Priority.BULK, Priority.NORMAL, Priority.URGENT):
        desk.queue(phone(1), phone(2), priority=priority, text=priority.name, wake=False)
    with running(desk):
        assert desk.idle()
    assert _texts(peer) == ["URGENT 1"] * 2 + ["NORMAL 1"] * 2 + ["BULK 1"] * 2


def test_an_urgent_notice_overtakes_what_is_being_sent(desk: Desk, peer: PeerSender) -> None:
    peer.gate.clear()
    with running(desk):
        desk.queue(*(phone(number) for number in range(10)))
        assert peer.at_gate.wait(DEADLINE_S)
        desk.queue(phone(99), priority=Priority.URGENT, text="Alerte")
        peer.gate.set()
        assert desk.idle()
    # One part was with the modem, and one more may have been picked before the notice came.
    assert "Alerte 1" in _texts(peer)[:3]


def test_what_waits_long_gets_a_turn_among_the_urgent(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    desk.queue(phone(1), priority=Priority.BULK, text="Patience", wake=False)
    clock.now += STARVING_AFTER * 2
    desk.queue(*(phone(number) for number in range(40)), priority=Priority.URGENT, wake=False)
    with running(desk):
        assert desk.idle()
    assert _texts(peer).index("Patience 1") == TURN_OF_THE_PATIENT - 1


def test_a_schedule_is_kept(desk: Desk, peer: PeerSender, clock: StillClock) -> None:
    with running(desk):
        desk.queue(phone(1), after=timedelta(hours=3))
        assert desk.idle()
        assert peer.network == []
        clock.pass_(hours=3)
        desk.wait_states("accepted")


def test_what_is_useless_after_its_hour_is_not_sent(desk: Desk, peer: PeerSender, clock: StillClock) -> None:
    with running(desk):
        desk.engine.pause()
        desk.queue(phone(1), parts=2, until=timedelta(hours=1))
        clock.pass_(hours=1, seconds=1)
        desk.wait_states("expired", "expired")
        desk.engine.resume()
        assert desk.idle()
    assert peer.network == []
    assert desk.engine.summary().failed == 1


def test_the_network_is_told_until_when_it_may_try(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.queue(phone(1), until=timedelta(hours=2))
        desk.queue(phone(2), until=timedelta(minutes=2))
        desk.queue(phone(3))
        assert desk.idle()
    assert [each.validity_minutes for each in peer.network] == [120, 5, None]


def test_a_pause_holds_the_queue_across_a_restart(
    desk: Desk, peer: PeerSender, database: Database, clock: StillClock
) -> None:
    with running(desk):
        desk.engine.pause()
        desk.queue(phone(1))
        assert desk.idle()
        assert str(desk.engine.trouble) == "Sending is paused. Resume it when you are ready."
    again = PeerSender(clock=clock)
    later = Desk(database, clock, again)
    with running(later):
        assert later.idle()
        assert again.network == []
        later.engine.resume()
        assert later.idle()
        assert later.engine.trouble is None
    assert peer.network == []
    assert _texts(again) == ["Bonjour 1"]


def test_a_pause_by_another_process_acts_before_the_next_part(desk: Desk, peer: PeerSender) -> None:
    peer.gate.clear()
    with running(desk):
        desk.queue(*(phone(number) for number in range(10)))
        assert peer.at_gate.wait(DEADLINE_S)
        with desk.database.write() as connection:
            settings.pause_queue(connection)
        peer.gate.set()
        assert desk.idle()
    assert len(peer.network) == 1
    assert desk.states() == ["accepted"] + ["queued"] * 9


def test_a_cancel_acts_before_the_next_part(desk: Desk, peer: PeerSender) -> None:
    peer.gate.clear()
    with running(desk):
        broadcast_id = desk.queue(phone(1), phone(2), parts=2)
        assert peer.at_gate.wait(DEADLINE_S)
        with desk.database.write() as connection:
            decisions.cancel_broadcast(connection, broadcast_id, desk.clock())
        desk.engine.wake()
        peer.gate.set()
        assert desk.idle()
    assert len(peer.network) == 1
    assert desk.states() == ["accepted", "cancelled", "cancelled", "cancelled"]


def test_a_held_broadcast_lets_the_others_go(desk: Desk, peer: PeerSender) -> None:
    held = desk.queue(phone(1), wake=False)
    with desk.database.write() as connection:
        decisions.set_paused(connection, held, True)
    with running(desk):
        desk.queue(phone(2))
        assert desk.idle()
        assert [each.to for each in peer.network] == [phone(2)]
        with desk.database.write() as connection:
            decisions.set_paused(connection, held, False)
        assert desk.idle()
    assert [each.to for each in peer.network] == [phone(2), phone(1)]


def test_pacing_spreads_the_parts(desk: Desk, peer: PeerSender, clock: StillClock) -> None:
    _put(desk, settings.PARTS_A_MINUTE, "6")
    desk.queue(phone(1), phone(2), phone(3), wake=False)
    with running(desk):
        desk.wait_states("accepted", "queued", "queued")
        clock.pass_(seconds=9)
        assert not desk.idle(timeout=0.1)
        assert len(peer.network) == 1
        clock.pass_(seconds=1)
        desk.wait_states("accepted", "accepted", "queued")
        clock.pass_(seconds=10)
        assert desk.idle()


def test_a_sim_sends_no_more_a_day_than_it_may(
    desk: Desk, peer: PeerSender, database: Database, clock: StillClock
) -> None:
    _put(desk, settings.DAILY_CAP, "3")
    desk.queue(*(phone(number) for number in range(5)), wake=False)
    with running(desk):
        assert desk.idle()
        assert len(peer.network) == 3
    again = PeerSender(clock=clock)
    later = Desk(database, clock, again)
    with running(later):
        assert later.idle()
        assert again.network == []
        clock.pass_(days=1)
        later.wait_states(*["accepted"] * 5)
    assert len(again.network) == 2


def test_work_is_shared_and_a_modem_that_goes_away_holds_nothing_back(
    database: Database, clock: StillClock
) -> None:
    stuck = PeerSender("stuck", "a", clock=clock)
    well = PeerSender("well", "b", clock=clock)
    desk = Desk(database, clock, stuck, well)
    stuck.gate.clear()
    with running(desk):
        desk.queue(*(phone(number) for number in range(20)))
        desk.wait(lambda: desk.states().count("accepted") == 19)
        stuck.become(ModemState.LOST)
        stuck.gate.set()
        desk.wait_states(*["accepted"] * 20)
    assert (len(stuck.network), len(well.network)) == (1, 19)


def test_a_sim_that_began_a_message_ends_it(database: Database, clock: StillClock) -> None:
    first = PeerSender("first", "a", clock=clock)
    other = PeerSender("other", "b", clock=clock, ready=False)
    desk = Desk(database, clock, first, other)
    first.gate.clear()
    with running(desk):
        desk.queue(phone(1), parts=2)
        assert first.at_gate.wait(DEADLINE_S)
        first.become(ModemState.LOST)
        other.become(ModemState.READY)
        first.gate.set()
        desk.wait_states("accepted", "queued")
        desk.queue(phone(2))
        desk.wait_states("accepted", "queued", "accepted")
        assert [each.to for each in other.network] == [phone(2)]
        first.become(ModemState.READY)
        assert desk.idle()
    assert [each.to for each in first.network] == [phone(1), phone(1)]


def test_a_number_is_never_begun_twice_by_two_engines_turns(desk: Desk, peer: PeerSender) -> None:
    peer.gate.clear()
    with running(desk):
        desk.queue(phone(1))
        assert peer.at_gate.wait(DEADLINE_S)
        for _ in range(20):
            desk.engine.wake()
        assert desk.states() == ["submitting"]
        peer.gate.set()
        assert desk.idle()
    assert len(peer.submitted) == 1


def test_what_was_chosen_ahead_does_not_go_by_itself_behind_a_refusal(desk: Desk, peer: PeerSender) -> None:
    """What a refusal means for the next one is looked at first; then it goes, once."""
    chosen = threading.Event()
    peer.prepare = lambda submission: chosen.set()  # type: ignore[method-assign]
    peer.answer = lambda submission: (
        Answer(SubmitResult.REFUSED, "cms:21") if submission.part_id == 1 else ACCEPT
    )
    peer.gate.clear()
    desk.queue(*(phone(number) for number in (1, 2, 3)), wake=False)
    with running(desk):
        assert chosen.wait(DEADLINE_S)
        peer.gate.set()
        desk.wait_states("failed", "accepted", "accepted")
    assert [submission.part_id for submission in peer.submitted] == [1, 2, 3]


def test_a_modem_that_becomes_ready_again_is_given_work_at_once(
    desk: Desk, peer: PeerSender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seats, "FIRST_HOLD_S", 3600.0)
    monkeypatch.setattr(seats, "LONGEST_HOLD_S", 3600.0)
    peer.answer = lambda submission: Answer(SubmitResult.NOT_SENT, prompt=False)
    with running(desk):
        desk.queue(phone(1))
        desk.wait(lambda: len(peer.submitted) == 1)
        peer.answer = lambda submission: ACCEPT
        for state in (ModemState.NO_NETWORK, ModemState.READY):
            peer.become(state)
        desk.wait_states("accepted")
    assert len(peer.network) == 1
