"""What goes over the wire is the driver's own words alone, whichever door something hostile comes in by."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from modem_stand import BASICS, Desk, ForeignModem, on_pty, sms, working

from smsdesk.domain.clock import system_clock
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import Encoding, Priority, Purpose, SubmitResult
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

OURS = re.compile(
    r"AT|ATE0|ATZ|AT\+(?:CMGF=0|CMGF\?|CMGS=\d{1,3}|CMGL=4|CMGR=\d{1,3}|CMGD=\d{1,3}(?:;\+CMGD=\d{1,3})*"
    r'|CPMS(?:=\?|="\w\w"(?:,"\w\w"){0,2})|CNMI=[\d,]+|CNMA(?:=[012])?|CMMS(?:=\?|=\d)|CSMS=1|CMEE=1|CMEE\?|CPIN\?'
    r"|CREG=1|C(?:G|E)?REG\?|CSQ|COPS\?|COPS=3,\d|CGSN|CGMI|CGMM|CIMI|CCID|ICCID|CRSM=[\d,]+|CFUN=1,1)"
    r"|AT\^ICCID\?|AT\+Q?CCID\??|AT#CCID|AT\^SCID"
)
"""Every command that the driver has; nothing of a number or a text is in it."""

HOSTILE_NUMBERS = (
    '+33639980001"\rAT+CMGD=1,4\r', "+33639980001\x1a", "\x1b+33639980001", "AT+CFUN=0", "+336399800\n01;AT+CPIN=0000",
)  # fmt: skip
HOSTILE_TEXT = "a\x1ab\x1bc\rAT+CMGD=1,4\r\nAT+CFUN=0\rd"
GARBAGE = ("", "ZZ", "00", "07" * 90, "AT+CFUN=0\r", "0791FFFF\x1a\x1b", "07913306091093F0040B91333699")


@contextmanager
def plugged(folder: Path) -> Iterator[tuple[VirtualModem, str]]:
    modem = VirtualModem(VirtualConfig(reports=0.01))
    try:
        with serve_pty(modem, folder / "modem") as port:
            yield modem, str(port)
    finally:
        modem.close()


def command(profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "smsdesk", "--profile", str(profile), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )


def test_nothing_hostile_reaches_the_wire_by_any_door(profile: Path, tmp_path: Path) -> None:
    """By a list, by a command, by a row that another program wrote, and from the air."""
    rows = "".join(f'Nom{index};"{number}"\n' for index, number in enumerate(HOSTILE_NUMBERS))
    book = tmp_path / "liste.csv"
    book.write_text(f"Nom;Portable\nMartin;06 39 98 00 01\n{rows}", encoding="utf-8", newline="")
    imported = command(profile, "import", str(book), "--group", "Tous", "--accept-warnings")
    assert imported.returncode == 0, imported.stderr
    assert command(profile, "notify", "Tous", "--text", f"Liste {HOSTILE_TEXT}").returncode == 0
    for number in HOSTILE_NUMBERS:
        command(profile, "send", number, "--text", HOSTILE_TEXT)
    assert command(profile, "send", "+33639980002", "--text", HOSTILE_TEXT).returncode == 0
    write_past_the_services(profile / "smsdesk.sqlite3")
    with plugged(tmp_path) as (modem, port):
        for pdu in GARBAGE:
            modem.network.deliver_raw(pdu)
        done = command(profile, "--modem", port, "station", "--until-idle", "--max-seconds", "60")
        assert done.returncode == 1, "what another program wrote failed: " + done.stderr
        assert [line for line in modem.ledger.lines if OURS.fullmatch(line) is None] == []
        assert {to for to, _ in modem.ledger.texts} <= {"+33639980001", "+33639980002"}
        assert len(modem.ledger.accepted) >= 2
        assert modem.sim.memory.used == 0
        doctor = command(profile, "--modem", port, "modem", "doctor")
        assert doctor.returncode == 0, doctor.stdout + doctor.stderr
        assert not [line for line in modem.ledger.lines if "CSCS" in line], "it is left as it was found"


def write_past_the_services(path: Path) -> None:
    database = Database(path)
    broadcast = NewBroadcast("t", "b", Purpose.INFORMATION, Priority.NORMAL, "broadcast", system_clock())
    messages = [
        NewMessage(number, "b", Encoding.GSM7, ("b",), ((None, "Anne"),)) for number in HOSTILE_NUMBERS
    ]
    with database.write() as connection:
        insert_broadcast(connection, broadcast, messages, [])
    database.close()


def test_the_radio_link_is_kept_for_a_series_where_the_modem_can(tmp_path: Path) -> None:
    desk = Desk()
    with plugged(tmp_path) as (modem, port), working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        for number in (1, 2):
            worker.submit(sms(number, more_follow=True))
            assert desk.wait_outcome(number).result is SubmitResult.ACCEPTED
        lines = modem.ledger.lines
    assert [line for line in lines if "CMMS" in line] == ["AT+CMMS=?", "AT+CMMS=2"]


@pytest.mark.parametrize(("more", "asked"), [(True, ["AT+CMMS=1"]), (False, [])])
def test_where_it_lapses_it_is_asked_for_anew_before_a_series(more: bool, asked: list[str]) -> None:
    modem = ForeignModem(
        [
            *BASICS,
            (r"AT\+CMMS=\?", b"\r\n+CMMS: (0,1)\r\n\r\nOK\r\n"),
            *([(r"AT\+CMMS=1", b"\r\nOK\r\n")] if more else []),
            (r"AT\+CMGS=\d+", b"\r\n> "),
            ("<pdu>", b"\r\n+CMGS: 12\r\n\r\nOK\r\n"),
        ]
    )
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1, more_follow=more))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    assert [line for line in modem.commands if "CMMS=1" in line] == asked


def test_a_silent_modem_is_opened_anew_then_reset_then_given_up_until_it_is_plugged_in_anew() -> None:
    listing = r"AT\+CMGL=4"
    modem = ForeignModem(
        [("AT", b"\r\nOK\r\n"), ("AT", None), *BASICS[1:], (listing, b"\r\nOK\r\n"), (listing, None)]
    )
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk):
        desk.wait_state(ModemState.READY)
        told = desk.wait_state(ModemState.SILENT)
        said = list(modem.commands)
    assert "plug it in again" in str(told.sentence)
    reset = said.index("ATZ")
    silence = max(at for at, line in enumerate(said) if line == "AT+CMGL=4")
    assert said[silence + 1 : reset] == ["AT"] * 3, "the port was opened anew, and nobody answered"
    assert said[reset : reset + 5] == ["ATZ", "AT+CFUN=1,1", "AT", "AT", "AT"], (
        "and it was heard out once more"
    )
    assert said.count("ATZ") == 1
