"""Several answers that come late and together: each goes to its own attempt, or to nobody."""

from __future__ import annotations

import pytest
from modem_stand import BASICS, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult


def accepted(*refs: int) -> bytes:
    return b"".join(b"\r\n+CMGS: %d\r\n\r\nOK\r\n" % ref for ref in refs)


def third_answered_with(*refs: int) -> Desk:
    """Two attempts that got no answer, and a third one that is followed by these references."""
    bodies = [("<pdu>", None), ("<pdu>", None), ("<pdu>", accepted(*refs))]
    modem = ForeignModem([*BASICS, (r"AT\+CMGS=\d+", b"\r\n> "), (r"AT", b"\r\nOK\r\n"), *bodies])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
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


@pytest.mark.parametrize("refs", [(7,), (7, 8)])
def test_fewer_answers_than_attempts_are_nobodys(refs: tuple[int, ...]) -> None:
    desk = third_answered_with(*refs)
    assert desk.wait_outcome(3).result is SubmitResult.UNKNOWN
    assert not [outcome for outcome in desk.outcomes if outcome.late]
