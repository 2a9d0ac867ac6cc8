"""Reports that a modem pushes: whatever goes wrong with one of them, the next ones come."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from modem_stand import BASICS, BRISK, PATIENCE_S, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.outgoing import SubmitResult
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

OK = b"\r\nOK\r\n"
REPORT = "07913386094000F006030B913336990800F562113221000000621132210500000000"
PUSHED = b"\r\n+CDS: 25\r\n" + REPORT.encode() + b"\r\n"
PHASE_2_PLUS = [
    *BASICS,
    (r"AT\+CSMS=1", OK),
    (r"AT\+CPMS=.*", OK),
    (r"AT\+CREG\?", b"\r\n+CREG: 0,1\r\n\r\nOK\r\n"),
]
ANNOUNCES = r"AT\+CNMI=2,1,0,1,0"


def test_a_report_whose_pdu_got_lost_on_the_line_is_sent_anew() -> None:
    foreign = ForeignModem(
        [
            *PHASE_2_PLUS,
            (ANNOUNCES, OK + b"\r\n+CDS: 25\r\n"),
            (r"AT\+CNMA=2", OK),
            (r"AT\+CNMA=2", OK + PUSHED),
            (ANNOUNCES, OK),
            (r"AT\+CNMA", OK),
        ]
    )
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk):
        desk.wait(lambda: desk.rows)
        foreign.wait_for("AT\\+CNMA")
    assert [row.pdu for row in desk.rows] == [REPORT]


def test_a_modem_that_takes_no_acknowledgement_is_told_to_push_without() -> None:
    """Else it would wait for one, then push nothing any more (27.005, 3.4.4)."""
    foreign = ForeignModem(
        [
            *PHASE_2_PLUS,
            (ANNOUNCES, OK + PUSHED),
            (r"AT\+CNMA=2", OK),
            (r"AT\+CNMA(=[01])?", b"\r\n+CMS ERROR: 500\r\n"),
            (r"AT\+CSMS=0", OK),
            (ANNOUNCES, OK + PUSHED),
            (ANNOUNCES, OK),
        ]
    )
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk):
        desk.wait(lambda: len(desk.rows) == 2)
        foreign.wait_until(lambda commands: sum("CNMI" in command for command in commands) > 2)
    assert [command for command in foreign.commands if "CNMA" in command or "CSMS" in command][-4:] == [
        "AT+CNMA", "AT+CNMA=1", "AT+CNMA=0", "AT+CSMS=0",
    ]  # fmt: skip


def test_a_modem_that_stopped_pushing_is_asked_anew(tmp_path: Path) -> None:
    """It stops when an acknowledgement is late, and does not say so."""
    modem = VirtualModem(VirtualConfig())
    desk = Desk()
    with (
        serve_pty(modem, tmp_path / "modem") as port,
        working(str(port), desk, replace(BRISK, sweep=0.05)) as worker,
    ):
        worker.submit(sms(1))
        desk.wait(lambda: any(row.slot is None for row in desk.rows))
        modem.within(lambda: stop_pushing(modem))
        asked = announcements_asked(modem)
        assert modem.ledger.wait_for(lambda _: announcements_asked(modem) > asked, PATIENCE_S)
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED
        desk.wait(lambda: len({row.pdu for row in desk.rows if row.slot is None}) == 2)
    modem.close()


def stop_pushing(modem: VirtualModem) -> None:
    indications = modem.settings.indications
    indications.message = indications.report = 0


def announcements_asked(modem: VirtualModem) -> int:
    return sum("+CNMI=" in line for line in modem.ledger.lines)
