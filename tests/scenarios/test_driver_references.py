"""Modems that say an answer twice, or give every SMS the same reference: nobody is told what is not so."""

from __future__ import annotations

import pytest
from modem_stand import BASICS, PATIENT, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult

PROMPTS = (r"AT\+CMGS=\d+", b"\r\n> ")
ACCEPTED, UNKNOWN = SubmitResult.ACCEPTED, SubmitResult.UNKNOWN


OK = b"\r\nOK\r\n"


def said(*refs: int) -> bytes:
    return b"".join(b"\r\n+CMGS: %d\r\n\r\nOK\r\n" % ref for ref in refs)


@pytest.mark.parametrize(
    ("answers", "refs"),
    [
        ((said(7, 7), said(8, 8), said(9, 9)), [7, 8, 9]),
        ((said(7), said(7, 8), said(8, 9)), [7, 8, 9]),
        ((said(0), said(0), said(0)), [0, 0, 0]),
        ((OK + said(7), OK + said(8), said(9)), [7, 8, 9]),
    ],
    ids=["at once", "behind the next SMS", "the same one always", "behind another command's OK"],
)
def test_each_sms_has_its_own_answer(answers: tuple[bytes, ...], refs: list[int]) -> None:
    modem = ForeignModem([*BASICS, PROMPTS, *(("<pdu>", answer) for answer in answers)])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, PATIENT) as worker:
        desk.wait_state(ModemState.READY)
        for part_id in range(len(answers)):
            worker.submit(sms(part_id))
            desk.wait_outcome(part_id)
    assert [(each.result, each.ref) for each in desk.outcomes] == [(ACCEPTED, ref) for ref in refs]


@pytest.mark.parametrize("second", [said(8, 8), said(7)])
def test_an_answer_said_twice_is_not_that_of_the_sms_before(second: bytes) -> None:
    """The one that got no answer may have got lost: only a person can tell."""
    modem = ForeignModem([*BASICS, PROMPTS, ("<pdu>", said(7)), ("<pdu>", None), ("<pdu>", second)])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, PATIENT) as worker:
        desk.wait_state(ModemState.READY)
        for part_id in (1, 2, 3):
            worker.submit(sms(part_id))
            desk.wait_outcome(part_id)
    assert desk.wait_outcome(2).result is UNKNOWN
    assert not [outcome for outcome in desk.outcomes if outcome.late]
