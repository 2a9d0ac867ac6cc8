"""A message whose beginning went through a SIM that is gone: it says so, holds nobody, and goes on when it is back."""

from __future__ import annotations

import pytest
from engine_desk import DEADLINE_S, Desk, phone, running
from peer_sender import Answer, PeerSender
from still_clock import StillClock

from smsdesk.domain.diagnosis import Diagnosis
from smsdesk.domain.errors import InputError
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Submission, SubmitResult
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.events import Events
from smsdesk.services.station import Station
from smsdesk.storage import decisions
from smsdesk.storage.broadcasts import message
from smsdesk.storage.database import Database

WHY = "went through another SIM"


@pytest.fixture
def begun(database: Database, clock: StillClock) -> Database:
    """A message of two parts, the first of which went through sim-1 before that was pulled out."""

    def answer(submission: Submission) -> Answer:
        second = submission.concat is not None and submission.concat.seq == 2
        return Answer(SubmitResult.NOT_SENT, "cms:331", prompt=False) if second else Answer()

    desk = Desk(database, clock, PeerSender(answer=answer, clock=clock))
    with running(desk):
        desk.queue(phone(1), parts=2)
        desk.wait(lambda: desk.rows("SELECT attempts FROM parts WHERE seq = 2") == [{"attempts": 1}])
        desk.wait_states("accepted", "queued")
    clock.pass_(seconds=3600)
    return database


def _sentence(desk: Desk) -> str:
    view = message(desk.database.read(), 1)
    assert view is not None
    return str(view.error)


def test_it_says_what_it_waits_for_and_everything_else_goes(begun: Database, clock: StillClock) -> None:
    other = PeerSender("other", sim="sim-2", clock=clock)
    desk = Desk(begun, clock, other, sim_absent_s=0.0)
    with running(desk):
        desk.wait(lambda: WHY in _sentence(desk))
        assert WHY in str(desk.engine.trouble)
        desk.queue(phone(2))
        assert desk.idle()
        assert desk.states() == ["accepted", "queued", "accepted"]


def test_it_goes_on_when_the_sim_is_back_and_no_longer_complains(begun: Database, clock: StillClock) -> None:
    desk = Desk(begun, clock, PeerSender("other", sim="sim-2", clock=clock), sim_absent_s=0.0)
    with running(desk):
        desk.wait(lambda: WHY in _sentence(desk))
        back = PeerSender("back", sim="sim-1", clock=clock)
        desk.engine.add_sender(back)
        desk.wait_states("accepted", "accepted")
        desk.wait(lambda: desk.engine.trouble is None)
        desk.engine.remove_sender(back)
    assert [submission.to for submission in back.network] == [phone(1)]


def test_a_person_can_end_it_by_cancelling(begun: Database, clock: StillClock) -> None:
    other = PeerSender("other", sim="sim-2", clock=clock)
    desk = Desk(begun, clock, other, sim_absent_s=0.0)
    with running(desk):
        desk.wait(lambda: WHY in _sentence(desk))
        with begun.write() as connection:
            decisions.cancel_broadcast(connection, 1, clock())
        desk.wait_states("accepted", "cancelled")
        desk.wait(lambda: desk.engine.trouble is None)
    assert other.submitted == []


def test_a_person_can_have_all_of_it_sent_anew_through_the_sim_that_is_here(
    begun: Database, clock: StillClock
) -> None:
    other = PeerSender("other", sim="sim-2", clock=clock)
    desk = Desk(begun, clock, other, sim_absent_s=0.0)
    broadcasts = Broadcasts(begun, Events(), clock, desk.engine.wake)
    with running(desk):
        desk.wait(lambda: WHY in _sentence(desk))
        anew = broadcasts.decide(1, resend=True, by="Claire")
        desk.wait_states("accepted", "cancelled", "accepted", "accepted")
        desk.wait(lambda: desk.engine.trouble is None)
    assert (anew.id, anew.broadcast_id, anew.e164) == (2, 1, phone(1))
    assert [submission.concat and submission.concat.seq for submission in other.network] == [1, 2]
    assert desk.rows("SELECT decision, decided_by FROM decisions") == [
        {"decision": "resend", "decided_by": "Claire"}
    ]


def test_a_person_can_leave_it_at_what_went(begun: Database, clock: StillClock) -> None:
    desk = Desk(begun, clock, PeerSender("other", sim="sim-2", clock=clock), sim_absent_s=0.0)
    broadcasts = Broadcasts(begun, Events(), clock, desk.engine.wake)
    station = Station(begun, Events(), clock, desk.engine, lambda: Diagnosis(()))
    with running(desk):
        desk.wait(lambda: WHY in _sentence(desk))
        assert "wait for the SIM" in str(station.diagnose().findings[0].title)
        assert broadcasts.decide(1, resend=False, by="Claire").id == 1
        desk.wait_states("accepted", "cancelled")
    assert station.diagnose().findings == ()


def test_what_waits_for_nothing_is_not_decided_about(begun: Database, clock: StillClock) -> None:
    with pytest.raises(InputError):
        Broadcasts(begun, Events(), clock, lambda: None).decide(1, resend=True, by="Claire")


def test_a_sim_that_is_away_for_a_moment_is_not_complained_about(begun: Database, clock: StillClock) -> None:
    desk = Desk(begun, clock, PeerSender("other", sim="sim-2", clock=clock))
    with running(desk):
        assert not desk.idle(timeout=0.2)
        assert desk.engine.trouble is None
        assert WHY not in _sentence(desk)


def test_without_any_modem_it_is_the_modem_that_is_missed(begun: Database, clock: StillClock) -> None:
    desk = Desk(begun, clock, PeerSender(clock=clock, ready=False), sim_absent_s=0.0)
    with running(desk):
        assert not desk.idle(timeout=0.2)
        assert desk.engine.trouble is None
        assert WHY not in _sentence(desk)


def test_what_began_through_a_sim_without_a_name_may_end_through_any(
    database: Database, clock: StillClock
) -> None:
    nameless, named = PeerSender("a", sim="", clock=clock), PeerSender("b", sim="b", ready=False, clock=clock)
    desk = Desk(database, clock, nameless, named, sim_absent_s=0.0)
    nameless.gate.clear()
    with running(desk):
        desk.queue(phone(1), parts=2)
        assert nameless.at_gate.wait(DEADLINE_S)
        nameless.become(ModemState.LOST)
        named.become(ModemState.READY)
        nameless.gate.set()
        desk.wait_states("accepted", "accepted")
    assert len(named.network) == 1
