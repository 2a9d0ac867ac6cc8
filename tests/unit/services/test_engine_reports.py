"""Delivery reports: early, late, for a reference used before, and for what nobody answered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from engine_desk import DEADLINE_S, Desk, phone, report, running
from peer_sender import Answer, PeerSender
from still_clock import StillClock

from smsdesk.domain.clock import stamp
from smsdesk.domain.delivery import why
from smsdesk.domain.incoming import StatusReport
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Submission, SubmitResult
from smsdesk.storage import decisions
from smsdesk.storage.database import Database
from smsdesk.storage.reports import KEPT, same_number

SILENT = Answer(SubmitResult.UNKNOWN)


@pytest.fixture
def peer(clock: StillClock) -> PeerSender:
    return PeerSender(clock=clock)


@pytest.fixture
def desk(database: Database, clock: StillClock, peer: PeerSender) -> Desk:
    return Desk(database, clock, peer)


@pytest.mark.parametrize("recipient", ["+33639800001", "33639800001", "0639800001", "639800001"])
def test_a_report_ends_its_part_however_the_number_is_written(
    desk: Desk, peer: PeerSender, recipient: str
) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        peer.push(report(1, recipient))
        desk.wait_states("delivered")
        assert desk.idle()
    assert desk.engine.summary().delivered == 1


def test_numbers_that_only_look_alike_are_not_the_same() -> None:
    assert not same_number("+33639800001", "+33639800002")
    assert not same_number("+33639800001", "00001")
    assert not same_number("", "+33639800001")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (0x00, "delivered"),
        (0x01, "delivered"),
        (0x46, "expired"),
        (0x41, "failed"),
        (0x63, "failed"),
        (0x20, "accepted"),
        (0x30, "accepted"),
        (0x80, "accepted"),
    ],
)
def test_what_each_status_ends(desk: Desk, peer: PeerSender, status: int, state: str) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        peer.push(report(1, phone(1), status))
        assert desk.idle()
    assert desk.states() == [state]
    error = desk.rows("SELECT error FROM parts")[0]["error"]
    assert (error is not None) == (state in ("failed", "expired"))
    if error:
        assert str(why(error)).endswith(".")


def test_still_trying_then_done(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        peer.push(report(1, phone(1), 0x30))
        peer.push(report(1, phone(1), 0x00))
        desk.wait_states("delivered")


def test_a_first_end_stays(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        for status in (0x00, 0x00, 0x41):
            peer.push(report(1, phone(1), status))
        assert desk.idle()
    assert desk.states() == ["delivered"]


def test_a_report_that_comes_before_the_answer(desk: Desk, peer: PeerSender) -> None:
    peer.meanwhile = lambda submission: peer.store_now(report(len(peer.network) + 1, submission.to))
    with running(desk):
        desk.queue(phone(1), phone(2))
        desk.wait_states("delivered", "delivered")
        assert desk.idle(settle=5.0)


def test_references_come_again(desk: Desk, peer: PeerSender, clock: StillClock) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        clock.pass_(days=2)
        desk.queue(*(phone(number) for number in range(2, 257)))
        assert desk.idle()
        desk.queue(phone(1))
        assert desk.idle()
        refs = desk.rows("SELECT ref FROM parts WHERE id IN (1, 257) ORDER BY id")
        assert refs == [{"ref": 1}, {"ref": 1}]
        peer.push(report(1, phone(1), sent_at=clock.now + timedelta(hours=1)))
        desk.wait(lambda: desk.states()[256] == "delivered")
        assert desk.states()[0] == "accepted"
        peer.push(report(1, phone(1), sent_at=clock.now - timedelta(days=2)))
        desk.wait(lambda: desk.states()[0] == "delivered")


@pytest.mark.parametrize("year", [2004, 2080])
def test_a_centre_whose_clock_was_never_set_is_told_by_ours(
    database: Database, clock: StillClock, peer: PeerSender, year: int
) -> None:
    """By its own date, the report would be about neither part, and so about the one that nobody is sure of."""
    never = clock.now.replace(year=year)
    desk = Desk(database, clock, peer, decode=lambda _: StatusReport(1, phone(1), 0, never, never))
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        peer.answer = lambda _: SILENT
        desk.queue(phone(1))
        desk.wait_states("accepted", "unknown")
        peer.push("")
        desk.wait_states("delivered", "unknown")
    (said,) = desk.rows("SELECT delivered_at FROM parts WHERE state = 'delivered'")
    assert said["delivered_at"] == stamp(clock.now)


def test_another_sim_or_recipient_is_not_meant(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        peer.push(report(1, phone(2)))
        peer.push(report(2, phone(1)))
        peer.sim = "sim-2"
        peer.push(report(1, phone(1)))
        desk.wait(lambda: desk.rows("SELECT count(*) AS n FROM delivery_reports") == [{"n": 3}])
    assert desk.states() == ["accepted"]


def test_a_report_proves_that_an_uncertain_part_went(desk: Desk, peer: PeerSender) -> None:
    peer.answer = lambda _: SILENT
    with running(desk):
        desk.queue(phone(1), phone(2))
        assert desk.idle()
        peer.push(report(77, phone(1)))
        peer.push(report(78, phone(2), 0x20))
        desk.wait_states("delivered", "accepted")
        peer.push(report(78, phone(2)))
        desk.wait_states("delivered", "delivered")


def test_a_report_that_may_mean_two_parts_settles_neither(desk: Desk, peer: PeerSender) -> None:
    peer.answer = lambda _: SILENT
    with running(desk):
        desk.queue(phone(1), parts=2)
        assert desk.idle()
        peer.push(report(77, phone(1)))
        desk.wait(lambda: desk.rows("SELECT part_id FROM delivery_reports") == [{"part_id": None}])
    assert desk.states() == ["unknown", "unknown"]


def test_an_early_report_of_the_next_part_does_not_settle_an_uncertain_one(
    desk: Desk, peer: PeerSender
) -> None:
    def report_early(submission: Submission) -> None:
        if submission.text.endswith("2"):
            peer.store_now(report(1, submission.to))
            desk.wait(lambda: desk.rows("SELECT part_id FROM delivery_reports") == [{"part_id": None}])

    peer.meanwhile = report_early
    peer.answer = lambda submission: SILENT if submission.text.endswith("1") else Answer()
    with running(desk):
        desk.queue(phone(1), parts=2)
        desk.wait_states("unknown", "delivered")
        assert desk.idle()
    assert desk.states() == ["unknown", "delivered"]


def test_a_report_that_waited_is_not_taken_for_a_later_message(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    with running(desk):
        assert desk.idle()
        peer.push(report(1, phone(1)))
        assert desk.idle()
        clock.pass_(days=1)
        desk.queue(phone(1))
        assert desk.idle()
        assert desk.states() == ["accepted"]
        clock.now += KEPT
        desk.wait(lambda: desk.rows("SELECT * FROM delivery_reports") == [])
    assert len(desk.rows("SELECT * FROM raw_pdus")) == 1


def test_a_report_of_the_first_attempt_settles_a_part_that_went_silent_through_another_sim_too(
    database: Database, clock: StillClock
) -> None:
    first = PeerSender("a", sim="sim-1", clock=clock, answer=lambda _: SILENT)
    desk = Desk(database, clock, first)
    with running(desk):
        desk.queue(phone(1))
        desk.wait_states("unknown")
        second = PeerSender("b", sim="sim-2", clock=clock, answer=lambda _: SILENT)
        first.become(ModemState.LOST)
        desk.engine.add_sender(second)
        with database.write() as connection:
            decisions.decide(connection, 1, resend=True, by="Claire", at=clock())
        desk.engine.wake()
        desk.wait(lambda: desk.rows("SELECT sim, state FROM parts") == [{"sim": "sim-2", "state": "unknown"}])
        first.become(ModemState.READY)
        first.push(report(7, phone(2)))
        first.push(report(9, phone(1)))
        desk.wait_states("delivered")
    assert [len(sender.submitted) for sender in (first, second)] == [1, 1]


def test_a_report_of_the_first_attempt_that_comes_while_the_second_is_in_flight_is_not_forgotten(
    database: Database, clock: StillClock
) -> None:
    first = PeerSender("a", sim="sim-1", clock=clock, answer=lambda _: SILENT)
    desk = Desk(database, clock, first)
    with running(desk):
        desk.queue(phone(1))
        desk.wait_states("unknown")
        second = PeerSender("b", sim="sim-2", clock=clock, answer=lambda _: SILENT)
        second.gate.clear()
        first.become(ModemState.LOST)
        desk.engine.add_sender(second)
        with database.write() as connection:
            decisions.decide(connection, 1, resend=True, by="Claire", at=clock())
        desk.engine.wake()
        assert second.at_gate.wait(DEADLINE_S)
        first.become(ModemState.READY)
        first.push(report(9, phone(1)))
        desk.wait(lambda: desk.rows("SELECT part_id FROM delivery_reports") == [{"part_id": None}])
        second.gate.set()
        desk.wait_states("delivered")
