"""Waiting for the engine, ending it, and the summary of a run."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from engine_desk import DEADLINE_S, Desk, phone, report, running, sms
from peer_sender import Answer, PeerSender
from still_clock import StillClock

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult
from smsdesk.services.engine import Engine, RunSummary, Timings
from smsdesk.storage.database import Database


@pytest.fixture
def peer(clock: StillClock) -> PeerSender:
    return PeerSender(clock=clock)


@pytest.fixture
def desk(database: Database, clock: StillClock, peer: PeerSender) -> Desk:
    return Desk(database, clock, peer)


def test_the_sim_is_looked_at_once_more_after_the_last_thing(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        assert desk.idle()
        before = peer.swept
        desk.queue(phone(1))
        assert desk.idle()
        assert peer.swept > before
        before = peer.swept
        assert desk.idle()
        assert peer.swept == before


def test_a_scheduled_notice_does_not_hold_it(desk: Desk) -> None:
    with running(desk):
        desk.queue(phone(1), after=timedelta(hours=1))
        assert desk.idle()


def test_a_retry_holds_it(desk: Desk, peer: PeerSender, clock: StillClock) -> None:
    peer.answer = lambda _: Answer(SubmitResult.REFUSED, "cms:38")
    with running(desk):
        desk.queue(phone(1))
        desk.wait(lambda: desk.rows("SELECT not_before IS NULL AS now FROM parts") == [{"now": 0}])
        assert not desk.idle(timeout=0.1)


def test_awaited_reports_are_granted_time(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        assert desk.engine.summary().delivered == 0
        waiter = threading.Timer(0.1, peer.push, [report(1, phone(1))])
        waiter.start()
        assert desk.idle(settle=DEADLINE_S)
        assert desk.engine.summary().delivered == 1
        waiter.join()


def test_a_report_that_is_stored_without_a_word_is_found_in_that_time(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        peer.slots[1] = report(1, phone(1))
        assert desk.idle(settle=DEADLINE_S)
        assert desk.engine.summary().delivered == 1


def test_a_modem_that_broke_off_is_awaited_until_its_sim_was_read(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        assert desk.idle()
        peer.push(sms(phone(1), "Merci"))
        peer.become(ModemState.LOST)
        desk.wait(lambda: desk.engine.statuses()[0].state is ModemState.LOST)
        assert not desk.idle(timeout=0.5)
        peer.become(ModemState.READY)
        assert desk.idle()


def test_a_modem_that_left_with_a_sim_that_was_read_is_not_awaited(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        assert desk.idle()
        peer.become(ModemState.LOST)
        desk.wait(lambda: desk.engine.statuses()[0].state is ModemState.LOST)
        assert desk.idle()


def test_without_a_ready_modem_it_says_so_in_time(database: Database, clock: StillClock) -> None:
    peer = PeerSender(clock=clock, ready=False)
    desk = Desk(database, clock, peer)
    with running(desk):
        desk.queue(phone(1))
        assert not desk.engine.wait_ready(0.05)
        assert not desk.idle(timeout=60.0, unready=0.1)
        assert [status.state for status in desk.engine.statuses()] == [ModemState.SEARCHING]
        peer.become(ModemState.READY)
        assert desk.engine.wait_ready(DEADLINE_S)
        assert desk.idle(unready=DEADLINE_S)


def test_the_summary_counts_the_messages_of_the_run(desk: Desk, peer: PeerSender, clock: StillClock) -> None:
    answers = {
        1: Answer(), 2: Answer(SubmitResult.REFUSED, "cms:1"), 3: Answer(SubmitResult.UNKNOWN), 4: Answer()
    }  # fmt: skip
    peer.answer = lambda submission: answers[int(submission.to[-5:])]
    desk.queue(phone(9), wake=False, after=timedelta(days=1))
    with running(desk):
        desk.queue(*(phone(number) for number in answers), parts=2)
        peer.put(sms(phone(1), "Merci"))
        peer.push(report(1, phone(1)))
        peer.push(report(2, phone(1)))
        assert desk.idle()
        desk.wait(lambda: desk.states().count("delivered") == 2)
        summary = desk.engine.summary()
    assert summary == RunSummary(2, 1, 1, 1, 1, summary.seconds)


def test_a_stop_lets_the_submission_end_and_writes_it_down(desk: Desk, peer: PeerSender) -> None:
    peer.gate.clear()
    desk.engine.start()
    desk.queue(phone(1), phone(2))
    assert peer.at_gate.wait(DEADLINE_S)
    stopping = threading.Thread(target=desk.engine.stop)
    stopping.start()
    peer.gate.set()
    stopping.join(DEADLINE_S)
    assert desk.states() == ["accepted", "queued"]


def test_a_stop_does_not_wait_for_ever(database: Database, clock: StillClock, peer: PeerSender) -> None:
    desk = Desk(database, clock, peer)
    engine = Engine(database, lambda _: sms, desk.events, clock, Timings(stop_s=0.2))  # type: ignore[arg-type,return-value]
    engine.add_sender(peer)
    peer.gate.clear()
    engine.start()
    desk.queue(phone(1))
    engine.wake()
    assert peer.at_gate.wait(DEADLINE_S)
    start = time.monotonic()
    engine.stop()
    assert time.monotonic() - start < DEADLINE_S
    assert desk.states() == ["submitting"]
    peer.gate.set()


def test_a_modem_may_come_and_go_while_the_engine_runs(database: Database, clock: StillClock) -> None:
    desk = Desk(database, clock)
    peer = PeerSender("late", clock=clock)
    with running(desk):
        desk.queue(phone(1))
        desk.engine.add_sender(peer)
        desk.wait_states("accepted")
        desk.engine.remove_sender(peer)
        assert desk.engine.statuses() == ()


def _spoil(database: Database, name: str) -> tuple[int, bytes]:
    """Overwrite the first page of a table or index in the file; answers where it lay, and what it was."""
    connection = database.read()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    with database.path.open("r+b") as file:
        file.seek((page - 1) * size)
        content = file.read(size)
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    return (page - 1) * size, content


def test_a_file_that_cannot_be_read_is_said_and_overcome(desk: Desk, database: Database) -> None:
    desk.queue(phone(1))
    place, content = _spoil(database, "parts_queue")
    with running(desk):
        desk.wait(lambda: "damaged" in str(desk.engine.trouble))
        with database.path.open("r+b") as file:
            file.seek(place)
            file.write(content)
        desk.queue(phone(2))
        desk.wait_states("accepted", "accepted")
        desk.wait(lambda: desk.engine.trouble is None)
    assert [submission.to for submission in desk.senders[0].network] == [phone(1), phone(2)]


def test_a_modem_that_waits_for_an_answer_is_why_nothing_leaves(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.wait(lambda: desk.engine.statuses()[0].state is ModemState.READY)
        assert desk.engine.trouble is None
        peer.become(ModemState.READY, waits=True)
        desk.wait(lambda: desk.engine.trouble == desk.engine.statuses()[0].sentence)
        peer.become(ModemState.READY)
        desk.wait(lambda: desk.engine.trouble is None)
