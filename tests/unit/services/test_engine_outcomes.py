"""What an attempt's outcome does to a part, its message, the queue and the modem."""

from __future__ import annotations

from datetime import timedelta

import pytest
from engine_desk import DEADLINE_S, Desk, phone, report, running
from peer_sender import Answer, PeerSender
from still_clock import StillClock

from smsdesk.domain.delivery import why
from smsdesk.domain.errors import InputError
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Submission, SubmitResult
from smsdesk.storage import decisions, queue
from smsdesk.storage.broadcasts import message
from smsdesk.storage.database import Database

ACCEPTED = Answer()
SILENT = Answer(SubmitResult.UNKNOWN)


def refused(code: str) -> Answer:
    return Answer(SubmitResult.REFUSED, code)


class Script:
    """Answers by the order of attempts to each number; the last answer stays."""

    def __init__(self, **answers: list[Answer]) -> None:
        self.answers = {key: list(value) for key, value in answers.items()}

    def __call__(self, submission: Submission) -> Answer:
        left = self.answers.get(f"n{int(submission.to[-5:])}", [ACCEPTED])
        return left.pop(0) if len(left) > 1 else left[0]


@pytest.fixture
def peer(clock: StillClock) -> PeerSender:
    return PeerSender(clock=clock)


@pytest.fixture
def desk(database: Database, clock: StillClock, peer: PeerSender) -> Desk:
    return Desk(database, clock, peer)


def _decide(desk: Desk, message_id: int, *, resend: bool) -> None:
    with desk.database.write() as connection:
        decisions.decide(connection, message_id, resend=resend, by="Claire", at=desk.clock())
    desk.engine.wake()


def test_a_transient_code_is_tried_again_ever_later_and_then_given_up(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    peer.answer = Script(n1=[refused("cms:331")])
    with running(desk):
        desk.queue(phone(1))
        for attempt, delay in enumerate((30, 120, 600, 3600), 1):
            desk.wait(
                lambda attempts=attempt: desk.rows("SELECT attempts FROM parts")[0]["attempts"] == attempts
            )
            desk.wait_states("queued")
            assert not desk.idle(timeout=0.05)
            clock.pass_(seconds=delay - 1)
            assert not desk.idle(timeout=0.05)
            assert len(peer.submitted) == attempt
            clock.pass_(seconds=1)
        desk.wait_states("failed")
        assert desk.idle()
    assert len(peer.submitted) == 5
    assert desk.engine.summary().failed == 1


def test_a_bad_number_holds_nobody_back(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(n1=[refused("cms:1")], n2=[refused("cms:38")], n3=[SILENT])
    with running(desk):
        desk.queue(*(phone(number) for number in range(6)))
        desk.wait_states("accepted", "failed", "queued", "unknown", "accepted", "accepted")
    assert [each.to for each in peer.network] == [phone(0), phone(4), phone(5)]
    error = desk.rows("SELECT error FROM parts WHERE state = 'failed'")[0]["error"]
    assert "not in use" in str(why(error))


def test_the_rest_of_a_refused_message_is_not_sent(desk: Desk, peer: PeerSender) -> None:
    peer.answer = lambda submission: refused("cms:21") if submission.text.endswith("2") else ACCEPTED
    with running(desk):
        desk.queue(phone(1), parts=4)
        assert desk.idle()
    assert desk.states() == ["accepted", "failed", "failed", "failed"]
    assert len(peer.submitted) == 2


def test_parts_behind_one_that_is_tried_later_wait_for_it(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    peer.answer = Script(n1=[ACCEPTED, refused("cms:42"), ACCEPTED])
    with running(desk):
        desk.queue(phone(1), phone(2), parts=3)
        desk.wait_states("accepted", "queued", "queued", "accepted", "accepted", "accepted")
        clock.pass_(seconds=30)
        assert desk.idle()
    order = [(each.to, each.concat.seq) for each in peer.network if each.concat]
    assert order[-2:] == [(phone(1), 2), (phone(1), 3)]


@pytest.mark.parametrize("code", ["cms:310", "cms:30", "cms:69", "cme:10"])
def test_a_code_of_the_sim_pauses_the_queue_and_says_why(desk: Desk, peer: PeerSender, code: str) -> None:
    peer.answer = Script(n1=[refused(code), ACCEPTED])
    with running(desk):
        desk.queue(phone(1), phone(2))
        assert desk.idle()
        assert desk.states() == ["queued", "queued"]
        assert desk.engine.trouble == why(code)
        desk.engine.resume()
        assert desk.idle()
    assert desk.states() == ["accepted", "accepted"]
    assert [each.to for each in peer.network] == [phone(1), phone(2)]


def test_a_full_memory_is_emptied_and_then_sending_goes_on(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    peer.answer = Script(n1=[refused("cms:322"), ACCEPTED])
    with running(desk):
        assert desk.idle()
        before = peer.swept
        desk.queue(phone(1))
        desk.wait(lambda: bool(desk.rows("SELECT 1 FROM parts WHERE state = 'queued' AND attempts = 1")))
        desk.wait(lambda: peer.swept > before)
        clock.pass_(seconds=10)
        assert desk.idle()
    assert desk.states() == ["accepted"]


def test_a_memory_that_stays_full_does_not_hold_a_message_for_ever(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    peer.answer = Script(n1=[refused("cms:322")])
    with running(desk):
        desk.queue(phone(1))
        for attempts in range(1, 5):
            waiting = [{"attempts": attempts, "state": "queued"}]
            desk.wait(lambda rows=waiting: desk.rows("SELECT attempts, state FROM parts") == rows)
            clock.pass_(seconds=5)
        desk.wait_states("failed")
        assert desk.idle()
    assert len(peer.submitted) == 5


@pytest.mark.parametrize("code", ["cms:310", "cme:10", "cms:69"])
def test_a_code_of_the_sim_before_the_prompt_pauses_the_queue_too(
    desk: Desk, peer: PeerSender, code: str
) -> None:
    peer.answer = Script(n1=[Answer(SubmitResult.NOT_SENT, code, prompt=False), ACCEPTED])
    with running(desk):
        desk.queue(phone(1), phone(2))
        assert desk.idle()
        assert desk.states() == ["queued", "queued"]
        assert desk.engine.trouble == why(code)
        desk.engine.resume()
        assert desk.idle()
    assert [each.to for each in peer.network] == [phone(1), phone(2)]


@pytest.mark.parametrize(
    "answer", [SILENT, refused("error"), refused("cms:500"), refused("cms:1234"), refused("cme:100")]
)
def test_an_unclear_answer_is_never_sent_again_by_itself(
    desk: Desk, peer: PeerSender, clock: StillClock, answer: Answer
) -> None:
    peer.answer = Script(n1=[answer])
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        clock.pass_(days=2)
        assert desk.idle()
    assert desk.states() == ["unknown"]
    assert len(peer.submitted) == 1
    assert desk.engine.summary().unknown == 1


def test_after_a_restart_what_was_being_submitted_is_unknown_and_the_rest_goes(
    desk: Desk, database: Database, clock: StillClock
) -> None:
    desk.queue(phone(1), phone(2), phone(3), wake=False)
    with database.write() as connection:
        for part_id, states in ((1, ("claimed", "submitting")), (2, ("claimed",))):
            for state in states:
                connection.execute("UPDATE parts SET state = ? WHERE id = ?", (state, part_id))
    with running(desk):
        assert desk.idle()
    assert desk.states() == ["unknown", "accepted", "accepted"]
    assert desk.engine.summary().unknown == 1


def test_a_person_lets_an_uncertain_message_be_sent_again(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(n1=[SILENT, ACCEPTED])
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        _decide(desk, 1, resend=True)
        assert desk.idle()
    assert desk.states() == ["accepted"]
    assert len(peer.submitted) == 2
    assert desk.rows("SELECT part_id, attempt, decision, decided_by FROM decisions") == [
        {"part_id": 1, "attempt": 1, "decision": "resend", "decided_by": "Claire"}
    ]


def test_each_uncertain_attempt_needs_a_decision_of_its_own(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(n1=[SILENT])
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        _decide(desk, 1, resend=True)
        assert desk.idle()
        assert desk.states() == ["unknown"]
        _decide(desk, 1, resend=True)
        assert desk.idle()
    assert len(peer.submitted) == 3


def test_a_person_considers_an_uncertain_message_as_sent(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(n1=[SILENT])
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        _decide(desk, 1, resend=False)
        assert desk.idle()
        with pytest.raises(InputError):
            _decide(desk, 1, resend=True)
    assert desk.states() == ["accepted"]
    assert len(peer.submitted) == 1


def test_later_parts_go_although_one_is_uncertain_and_it_can_be_sent_after_them(
    desk: Desk, peer: PeerSender
) -> None:
    peer.answer = Script(n1=[ACCEPTED, SILENT, ACCEPTED])
    with running(desk):
        desk.queue(phone(1), parts=3)
        assert desk.idle()
        assert desk.states() == ["accepted", "unknown", "accepted"]
        _decide(desk, 1, resend=True)
        assert desk.idle()
    assert [each.concat.seq for each in peer.network if each.concat] == [1, 3, 2]


def test_a_late_answer_settles_an_uncertain_part(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(
        n1=[Answer(SubmitResult.UNKNOWN, late=SubmitResult.ACCEPTED)],
        n2=[Answer(SubmitResult.UNKNOWN, "cms:1", late=SubmitResult.REFUSED)],
    )
    with running(desk):
        desk.queue(phone(1), phone(2))
        desk.wait_states("accepted", "failed")
    assert desk.rows("SELECT ref FROM parts WHERE id = 1") == [{"ref": 1}]


def test_a_late_answer_comes_before_the_message_is_sent_again(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    peer.answer = Script(n1=[SILENT])
    with running(desk):
        desk.queue(phone(1))
        assert desk.idle()
        desk.engine.pause()
        _decide(desk, 1, resend=True)
        peer.tell_late(1, ref=7)
        desk.wait_states("accepted")
        desk.engine.resume()
        assert desk.idle()
    assert len(peer.submitted) == 1


def test_what_never_met_a_prompt_is_tried_again_without_a_decision(
    desk: Desk, peer: PeerSender, clock: StillClock
) -> None:
    no_prompt = Answer(SubmitResult.NOT_SENT, "cms:500", prompt=False)
    after_begin = Answer(SubmitResult.NOT_SENT)
    peer.answer = Script(n1=[no_prompt, ACCEPTED], n2=[after_begin, ACCEPTED])
    with running(desk):
        desk.queue(phone(1), phone(2))
        desk.wait(
            lambda: (
                [row["not_before"] is not None for row in desk.rows("SELECT * FROM parts")] == [True, True]
            )
        )
        desk.wait_states("queued", "queued")
        clock.pass_(seconds=30)
        assert desk.idle()
    assert desk.states() == ["accepted", "accepted"]


def test_a_part_that_meets_no_prompt_again_and_again_holds_nobody_back(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(n1=[Answer(SubmitResult.NOT_SENT, prompt=False)])
    with running(desk):
        desk.queue(phone(1), phone(2))
        desk.wait_states("queued", "accepted")
        # A modem that was not ready is no fault of the part: it counts only when it happens again and again.
        assert desk.rows("SELECT attempts FROM parts WHERE id = 1") == [{"attempts": 0}]
        desk.wait(lambda: desk.rows("SELECT attempts FROM parts WHERE id = 1") == [{"attempts": 1}])
    assert len(peer.submitted) == 4


def test_a_modem_that_loses_its_readiness_gets_its_part_again(desk: Desk, peer: PeerSender) -> None:
    with running(desk):
        assert desk.idle()
        peer.become(ModemState.NO_NETWORK)
        desk.queue(phone(1))
        assert not desk.idle(timeout=0.1)
        peer.become(ModemState.READY)
        assert desk.idle()
    assert desk.states() == ["accepted"]
    assert desk.rows("SELECT attempts FROM parts") == [{"attempts": 1}]


def test_a_cancelled_message_is_not_tried_again(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(n1=[refused("cms:38")])
    peer.gate.clear()
    with running(desk):
        broadcast_id = desk.queue(phone(1))
        assert peer.at_gate.wait(DEADLINE_S)
        with desk.database.write() as connection:
            decisions.cancel_broadcast(connection, broadcast_id, desk.clock())
        peer.gate.set()
        assert desk.idle()
    assert desk.states() == ["cancelled"]


def test_a_retry_that_comes_too_late_is_not_made(desk: Desk, peer: PeerSender, clock: StillClock) -> None:
    peer.answer = Script(n1=[refused("cms:38")])
    with running(desk):
        desk.queue(phone(1), until=timedelta(seconds=20))
        desk.wait(
            lambda: desk.rows("SELECT state, attempts FROM parts") == [{"state": "queued", "attempts": 1}]
        )
        clock.pass_(seconds=30)
        desk.wait_states("expired")
        assert desk.idle()
    assert len(peer.submitted) == 1


def test_an_expected_report_settles_what_a_restart_left_open(
    desk: Desk, peer: PeerSender, database: Database, clock: StillClock
) -> None:
    desk.queue(phone(1), wake=False)
    with database.write() as connection:
        connection.execute("UPDATE parts SET state = 'claimed', sim = 'sim-1'")
        connection.execute(
            "UPDATE parts SET state = 'submitting', attempts = 1, submitted_at = '2026-03-11T08:00:00.000+00:00'"
        )
    with running(desk):
        peer.put(report(200, phone(1), sent_at=clock.now))
        desk.wait_states("delivered")
        assert desk.idle()
    assert peer.submitted == []
    assert desk.rows("SELECT ref FROM parts") == [{"ref": 200}]


UNSURE = "not known whether this message went"


def _shown(desk: Desk) -> tuple[str, str]:
    """The state and the sentence of message 1, as a person sees them."""
    view = message(desk.database.read(), 1)
    assert view is not None
    return str(view.state), str(view.error)


@pytest.mark.parametrize("again", [refused("cms:38"), Answer(SubmitResult.NOT_SENT, "cms:331", prompt=False)])
def test_a_resend_that_must_wait_does_not_forget_that_the_first_attempt_may_have_gone(
    desk: Desk, peer: PeerSender, clock: StillClock, again: Answer
) -> None:
    peer.answer = Script(n1=[SILENT, again, ACCEPTED])
    with running(desk):
        desk.queue(phone(1))
        desk.wait_states("unknown")
        _decide(desk, 1, resend=True)
        desk.wait(lambda: len(peer.submitted) == 2)
        desk.wait_states("queued")
        assert not desk.idle(timeout=0.1)
        assert len(peer.submitted) == 2
        state, sentence = _shown(desk)
        assert state == "queued"
        assert UNSURE in sentence
        clock.pass_(seconds=120)
        desk.wait_states("accepted")


@pytest.mark.parametrize("again", [refused("cms:38"), Answer(SubmitResult.NOT_SENT, "cms:331", prompt=False)])
@pytest.mark.parametrize("how", ["cancelled", "too late", "restarted and cancelled"])
def test_a_resend_that_waits_and_is_withdrawn_is_uncertain_again(
    database: Database, clock: StillClock, peer: PeerSender, again: Answer, how: str
) -> None:
    desk = Desk(database, clock, peer)
    peer.answer = Script(n1=[SILENT, again])
    with running(desk):
        broadcast = desk.queue(phone(1), until=timedelta(hours=1))
        desk.wait_states("unknown")
        _decide(desk, 1, resend=True)
        desk.wait(lambda: len(peer.submitted) == 2)
        desk.wait_states("queued")
    if how == "too late":
        clock.pass_(seconds=3700)
    else:
        with database.write() as connection:
            decisions.cancel_broadcast(connection, broadcast, clock())
    desk = Desk(database, clock, PeerSender(clock=clock))
    with running(desk):
        desk.wait_states("unknown")
    assert UNSURE in _shown(desk)[1]
    _decide(desk, 1, resend=False)
    assert desk.states() == ["accepted"]


@pytest.mark.parametrize("again", [refused("cms:1"), Answer(SubmitResult.NOT_SENT, "invalid", prompt=False)])
def test_a_resend_that_is_refused_for_good_is_uncertain_and_can_be_decided_again(
    desk: Desk, peer: PeerSender, again: Answer
) -> None:
    peer.answer = Script(n1=[SILENT, again, ACCEPTED])
    with running(desk):
        desk.queue(phone(1))
        desk.wait_states("unknown")
        _decide(desk, 1, resend=True)
        desk.wait(lambda: len(peer.submitted) == 2)
        desk.wait_states("unknown")
        assert "second time it was refused" in _shown(desk)[1]
        _decide(desk, 1, resend=True)
        desk.wait_states("accepted")


def test_a_report_of_the_first_attempt_ends_the_wait_for_the_second(desk: Desk, peer: PeerSender) -> None:
    peer.answer = Script(n1=[SILENT, refused("cms:38")])
    with running(desk):
        desk.queue(phone(1))
        desk.wait_states("unknown")
        _decide(desk, 1, resend=True)
        desk.wait(lambda: len(peer.submitted) == 2)
        desk.wait_states("queued")
        peer.push(report(7, phone(1)))
        desk.wait_states("delivered")
    assert len(peer.submitted) == 2


def test_the_modem_is_told_what_the_earlier_run_left_open(
    database: Database, clock: StillClock, peer: PeerSender
) -> None:
    desk = Desk(database, clock, peer)
    desk.queue(phone(1))
    with database.write() as connection:
        assert queue.begin(connection, 1, peer.sim, clock())
    began = clock()
    clock.pass_(seconds=4)
    with running(desk):
        desk.wait_states("unknown")
        desk.queue(phone(2), phone(3))
        desk.wait_states("unknown", "accepted", "accepted")
        clock.pass_(minutes=5)
        desk.queue(phone(4))
        desk.wait_states("unknown", "accepted", "accepted", "accepted")
    assert [(each.left_open, each.left_open_at) for each in peer.submitted] == [((1,), began)] * 2 + [
        ((), None)
    ]
