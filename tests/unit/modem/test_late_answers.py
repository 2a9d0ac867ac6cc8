"""Several answers that come late and together: each goes to its own attempt, or to nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from modem_stand import BASICS, PATIENT, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.clock import system_clock
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult
from smsdesk.modem import conditions


def accepted(*refs: int) -> bytes:
    return b"".join(b"\r\n+CMGS: %d\r\n\r\nOK\r\n" % ref for ref in refs)


PROMPTS = (r"AT\+CMGS=\d+", b"\r\n> ")
SENDS: list[tuple[str, bytes | None]] = [*BASICS, PROMPTS, (r"AT", b"\r\nOK\r\n")]
"""What a modem is asked whose first answer does not come."""
HELD = replace(PATIENT, submit=4.0, doubt=0.2)
"""An answer is late after 4 s, and comes within 4.2 s of its hand-over or never."""
SOON_LATE = replace(PATIENT, submit=1.0, doubt=0.6)
OLD_ENOUGH_S = 0.5
"""In this time a driver that does not wait has begun the next SMS."""


def third_answered_with(*refs: int) -> Desk:
    """Two attempts that got no answer, and a third one that is followed by these references."""
    bodies = [("<pdu>", None), ("<pdu>", None), ("<pdu>", accepted(*refs))]
    modem = ForeignModem([*SENDS, *bodies])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, SOON_LATE) as worker:
        desk.wait_state(ModemState.READY)
        for part_id in (1, 2, 3):
            worker.submit(sms(part_id))
            desk.wait_outcome(part_id)
    return desk


@pytest.mark.parametrize("refs", [(7, 8, 9), (255, 0, 1), (8, 9, 7)[::-1]])
def test_all_of_them_are_told_apart_by_their_references(refs: tuple[int, ...]) -> None:
    desk = third_answered_with(*refs)
    first, second, third = sorted(refs) if refs[0] != 255 else refs
    assert desk.wait_outcome(1, late=True).ref == first
    assert desk.wait_outcome(2, late=True).ref == second
    assert (desk.wait_outcome(3).result, desk.wait_outcome(3).ref) == (SubmitResult.ACCEPTED, third)


def test_an_answer_that_comes_later_than_the_doubt_is_not_the_next_but_ones() -> None:
    """The first one's answer ends the second's dialogue, and the second's comes while a third one waits."""
    bodies = [("<pdu>", None), ("<pdu>", accepted(7)), ("<pdu>", accepted(9))]
    modem = ForeignModem([*SENDS, *bodies])
    desk = Desk()
    with on_pty(modem) as (port, line), working(port, desk, HELD) as worker:
        desk.wait_state(ModemState.READY)
        for part_id in (1, 2):
            worker.submit(sms(part_id))
            assert desk.wait_outcome(part_id).result is SubmitResult.UNKNOWN
        desk.at_begin = lambda: line.write(accepted(8))
        worker.submit(sms(3))
        with desk.changed:
            assert not desk.changed.wait_for(lambda: 3 in desk.begun, OLD_ENOUGH_S)
        desk.at_begin = lambda: None
        line.write(accepted(8))
        assert [desk.wait_outcome(part, late=True).ref for part in (1, 2)] == [7, 8]
        assert desk.wait_outcome(3).ref == 9


def test_what_is_owed_and_never_comes_costs_time_and_no_other_doubt() -> None:
    modem = ForeignModem([*SENDS, ("<pdu>", None), ("<pdu>", accepted(7)), ("<pdu>", accepted(8))])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, replace(HELD, submit=2.0)) as worker:
        desk.wait_state(ModemState.READY)
        for part_id in (1, 2):
            worker.submit(sms(part_id))
            desk.wait_outcome(part_id)
        swept = [worker.swept]
        desk.at_begin = lambda: swept.append(worker.swept)
        worker.submit(sms(3))
        desk.wait_outcome(3)
    assert [outcome.result for outcome in desk.outcomes] == [
        *[SubmitResult.UNKNOWN] * 2,
        SubmitResult.ACCEPTED,
    ]
    assert swept[0] < swept[1], "whoever writes meanwhile is kept waiting"


@pytest.mark.parametrize(
    ("before", "answer", "result"),
    [(6, 8, SubmitResult.ACCEPTED), (6, 7, SubmitResult.UNKNOWN), (None, 8, SubmitResult.UNKNOWN)],
)
def test_after_a_restart_the_references_tell_whose_an_answer_is(
    before: int | None, answer: int, result: SubmitResult
) -> None:
    """The attempt of the earlier run was heard out; its answer may come yet, in the next one's dialogue."""
    modem = ForeignModem([*BASICS, PROMPTS, ("<pdu>", accepted(answer))])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, replace(HELD, submit=60.0)) as worker:
        desk.wait_state(ModemState.READY)
        began = system_clock() - timedelta(seconds=30)
        worker.submit(sms(2, left_open=(1,), left_open_at=began, ref_before=before))
        assert desk.wait_outcome(2).result is result


def test_a_modem_that_waits_for_an_answer_says_so_and_until_when() -> None:
    modem = ForeignModem([*BASICS, PROMPTS, ("<pdu>", accepted(8)), ("<pdu>", accepted(10))])
    desk = Desk()
    moment = datetime(2026, 11, 23, 12, 0, 40, tzinfo=UTC)
    long = replace(HELD, submit=600.0)
    with on_pty(modem) as (port, line), working(port, desk, long, clock=lambda: moment) as worker:
        desk.wait_state(ModemState.READY)
        began = moment - timedelta(seconds=30)
        worker.submit(sms(2, left_open=(1,), left_open_at=began))
        assert desk.wait_outcome(2).result is SubmitResult.UNKNOWN
        worker.submit(sms(3))
        desk.wait(lambda: desk.statuses[-1].waits)
        waiting = desk.statuses[-1]
        assert waiting.state is ModemState.READY
        goes_on = (moment + timedelta(minutes=11)).astimezone()
        assert f"sending goes on at {goes_on:%H:%M} at the latest" in str(waiting.sentence)
        line.write(accepted(9))
        desk.wait(lambda: not desk.statuses[-1].waits)
        assert desk.statuses[-1].sentence == conditions.READY
        assert desk.wait_outcome(3).result is SubmitResult.ACCEPTED


@pytest.mark.parametrize("refs", [(7,), (7, 8)])
def test_fewer_answers_than_attempts_are_nobodys(refs: tuple[int, ...]) -> None:
    desk = third_answered_with(*refs)
    assert desk.wait_outcome(3).result is SubmitResult.UNKNOWN
    assert not [outcome for outcome in desk.outcomes if outcome.late]
