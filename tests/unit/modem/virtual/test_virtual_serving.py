"""The modem for other programs: pseudo-terminal, TCP, and the command that serves them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial

from smsdesk.domain.errors import InputError
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, read_ledger, serve_pty, serve_tcp
from smsdesk.modem.virtual.channel import UNREAD_LIMIT

PATIENCE_S = 60.0
SERVE = "from smsdesk.commands.virtual_modem import virtual_modem; virtual_modem(standalone_mode=False)"
needs_pty = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")


@pytest.fixture
def modem() -> Iterator[VirtualModem]:
    made = VirtualModem(VirtualConfig())
    yield made
    made.close()


def ask(port: serial.SerialBase, line: bytes, end: bytes = b"OK\r\n") -> bytes:
    port.write(line)
    answer = port.read_until(end)
    assert answer.endswith(end), answer
    return answer


def plugged(modem: VirtualModem) -> threading.Event:
    """Set when the modem is plugged in again."""
    event = threading.Event()
    modem.watch_plug(lambda there: event.set() if there else None)
    return event


@needs_pty
def test_a_pty_survives_clients_that_come_and_go(modem: VirtualModem, tmp_path: Path) -> None:
    path = tmp_path / "modem"
    with serve_pty(modem, path):
        for _ in range(3):
            with serial.Serial(str(path), timeout=PATIENCE_S, exclusive=True) as port:
                ask(port, b"AT\r")
        modem.network.deliver("+33639980001", "Bonjour")
        with serial.Serial(str(path), timeout=PATIENCE_S) as port:
            assert b"+CMGL: 1,0," in ask(port, b"AT+CMGL=4\r")
    assert not path.is_symlink()


@needs_pty
def test_unplugging_removes_the_path_and_ends_the_connection(modem: VirtualModem, tmp_path: Path) -> None:
    path = tmp_path / "modem"
    with serve_pty(modem, path):
        with serial.Serial(str(path), timeout=PATIENCE_S) as port:
            ask(port, b"AT\r")
            modem.unplug()
            assert not path.is_symlink()
            with pytest.raises((serial.SerialException, OSError)):
                port.read(100)
        modem.replug()
        with serial.Serial(str(path), timeout=PATIENCE_S) as port:
            ask(port, b"AT\r")


@needs_pty
def test_a_modem_plugged_in_again_without_being_pulled_out_still_answers(
    modem: VirtualModem, tmp_path: Path
) -> None:
    """A second terminal beside the first one would leave a thread, which fails every test."""
    path = tmp_path / "modem"
    with serve_pty(modem, path):
        modem.replug()
        with serial.Serial(str(path), timeout=PATIENCE_S) as port:
            ask(port, b"AT\r")
        assert modem.ledger.lines == ("AT",)


@needs_pty
def test_a_program_that_does_not_read_loses_the_oldest(modem: VirtualModem, tmp_path: Path) -> None:
    with (
        serve_pty(modem, tmp_path / "modem"),
        serial.Serial(str(tmp_path / "modem"), timeout=PATIENCE_S) as port,
    ):
        ask(port, b"ATE0\r")
        for n in range(4000):
            modem.within(lambda n=n: modem.announce(f"^TEST: {n:04d}, a line that nobody reads for now"))
        modem.within(lambda: modem.announce("^END"))
        heard = port.read_until(b"^END\r\n")
        assert heard.endswith(b"^TEST: 3999, a line that nobody reads for now\r\n\r\n^END\r\n")
        assert len(heard) < 4000 * 40


@needs_pty
def test_a_program_that_clears_its_input_gets_no_more_old_lines_than_the_kernel_holds(
    modem: VirtualModem, tmp_path: Path
) -> None:
    with serve_pty(modem, tmp_path / "modem"):
        for _ in range(4000):
            modem.within(lambda: modem.announce("^TEST: said while nobody was there"))
        with serial.Serial(str(tmp_path / "modem"), timeout=PATIENCE_S) as port:  # clears its input
            answer = ask(port, b"AT\r")
        assert answer.endswith(b"AT\r\r\nOK\r\n")
        assert len(answer) < UNREAD_LIMIT // 2


@needs_pty
def test_a_path_that_is_taken_is_refused(modem: VirtualModem, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for path in (tmp_path / "file", tmp_path / "link", tmp_path / "nowhere" / "modem"):
        with pytest.raises(InputError), serve_pty(modem, path):
            pass
    assert (tmp_path / "link").read_text() == "precious"
    (tmp_path / "stale").symlink_to("/dev/pts/nobody")
    with serve_pty(modem, tmp_path / "stale") as path, serial.Serial(str(path), timeout=PATIENCE_S) as port:
        ask(port, b"AT\r")


def test_tcp_serves_one_client_after_the_other(modem: VirtualModem) -> None:
    with serve_tcp(modem) as (host, port_number):
        assert host == "127.0.0.1"
        for _ in range(3):
            with serial.serial_for_url(f"socket://{host}:{port_number}", timeout=PATIENCE_S) as port:
                ask(port, b"AT\r")
        modem.unplug()
        hung_up = serial.serial_for_url(f"socket://{host}:{port_number}", timeout=PATIENCE_S)
        with hung_up, pytest.raises(serial.SerialException):
            hung_up.read(1)
        modem.replug()
        with serial.serial_for_url(f"socket://{host}:{port_number}", timeout=PATIENCE_S) as port:
            ask(port, b"AT\r")
    with pytest.raises(serial.SerialException):
        serial.serial_for_url(f"socket://{host}:{port_number}", timeout=PATIENCE_S)


def test_a_tcp_port_that_is_taken_is_refused(modem: VirtualModem) -> None:
    with serve_tcp(modem) as (host, port), pytest.raises(InputError), serve_tcp(modem, host, port):
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The command on a free TCP port, with a ledger and a correspondent."""
    command = [sys.executable, "-c", SERVE, "--tcp", "127.0.0.1:0", "--ledger", str(tmp_path / "ledger"), "--reports", "0",
               "--answer", "+33639980001=Merci", "--answer-after", "0", "--fault", "refuse=cms:38@2"]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.wait(PATIENCE_S)
    assert process.stdout is not None
    process.stdout.close()


def test_the_command_serves_until_it_is_told_to_stop(served: subprocess.Popen[str], tmp_path: Path) -> None:
    assert served.stdout is not None
    address = served.stdout.readline().split()[-1]
    hello = b"0011000B913336990800F10000FF0DC2B75BFDAECB41E330C81E06\x1a"
    with serial.serial_for_url(f"socket://{address}", timeout=PATIENCE_S) as port:
        ask(port, b"ATE0;+CNMI=2,1\r")
        ask(port, b"AT+CMGS=26\r", b"> ")
        assert b"+CMTI" in ask(port, hello, b'+CMTI: "SM",1\r\n')
        ask(port, b"AT+CMGS=26\r", b"> ")
        ask(port, hello, b"+CMS ERROR: 38\r\n")
    kinds = [entry["entry"] for entry in read_ledger(tmp_path / "ledger")]
    assert kinds == ["CommandLine", "CommandLine", "Accepted", "Stored", "CommandLine", "Refused"]
    accepted = read_ledger(tmp_path / "ledger")[2]
    assert (accepted["to"], accepted["text"], accepted["reference"]) == ("+33639980001", "Bonjour ca va", 1)
    served.send_signal(signal.SIGTERM)
    assert served.wait(PATIENCE_S) == 0
