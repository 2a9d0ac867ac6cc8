"""Discovery over real pseudo-terminals and TCP: what is a modem, what is not, and whom it leaves alone."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import socket
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial
from computer import Computer

from smsdesk.modem import virtual
from smsdesk.modem.discovery import FoundPort, discover
from smsdesk.modem.probing import PortKind
from smsdesk.modem.virtual import Identity, VirtualConfig, VirtualModem, serve_pty, serve_tcp

IMEI_2 = "001010123456794"


@contextlib.contextmanager
def modem_at(path: Path, **config: object) -> Iterator[VirtualModem]:
    """A virtual modem behind a pseudo-terminal."""
    modem = VirtualModem(VirtualConfig(**config), path.name)
    try:
        with serve_pty(modem, path):
            yield modem
    finally:
        modem.close()


@pytest.fixture
def deaf_port() -> Iterator[str]:
    """A port behind which nobody listens."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    yield os.ttyname(slave)
    os.close(master)
    os.close(slave)


def one(*urls: str, computer: Computer) -> FoundPort:
    (found,) = discover(urls, computer.surroundings)
    return found


def test_a_modem_says_who_it_is(computer: Computer, tmp_path: Path):
    with modem_at(tmp_path / "modem") as modem:
        found = one(str(tmp_path / "modem"), computer=computer)
    identity = modem.config.identity
    assert (found.kind, found.usable) == (PortKind.MODEM, True)
    assert (found.imei, found.manufacturer, found.model) == (
        identity.imei,
        identity.manufacturer,
        identity.model,
    )
    assert not modem.ledger.pin_tries


@pytest.mark.parametrize(
    "fault",
    [
        "boot-noise",
        "echo-stuck",
        "wrong-line-ends",
        "split-lines",
        "urc-anywhere",
        "unsupported=CGMI,CGMM,CPIN",
    ],
)
def test_an_odd_modem_is_found_too(computer: Computer, tmp_path: Path, fault: str):
    with modem_at(tmp_path / "modem", faults=(fault,)):
        found = one(str(tmp_path / "modem"), computer=computer)
    assert found.usable
    assert found.imei


def test_a_locked_sim_is_told_and_no_pin_is_tried(computer: Computer, tmp_path: Path):
    with modem_at(tmp_path / "modem", card=virtual.SimCard(pin="1234")) as modem:
        found = one(str(tmp_path / "modem"), computer=computer)
    assert found.usable
    assert "PIN" in str(found.state)
    assert not modem.ledger.pin_tries


def test_a_modem_on_tcp_and_one_in_the_process(computer: Computer):
    modem = VirtualModem()
    virtual.create("shelf")
    try:
        with serve_tcp(modem) as (host, port):
            found = discover([f"socket://{host}:{port}", "virtual://shelf"], computer.surroundings)
    finally:
        modem.close()
        virtual.forget("shelf")
    assert [port.kind for port in found] == [PortKind.MODEM, PortKind.MODEM]


def test_a_modem_without_pdu_mode_is_no_help(computer: Computer, tmp_path: Path):
    with modem_at(tmp_path / "modem", faults=("unsupported=CMGF",)):
        found = one(str(tmp_path / "modem"), computer=computer)
    assert (found.kind, found.usable) == (PortKind.UNSUITABLE, False)


def test_a_port_behind_which_nobody_speaks_at(computer: Computer, deaf_port: str):
    found = one(deaf_port, computer=computer)
    assert (found.kind, found.usable) == (PortKind.SILENT, False)
    assert deaf_port in str(found.state)


def test_a_port_that_is_not_there(computer: Computer):
    closed = socket.create_server(("127.0.0.1", 0))
    number = closed.getsockname()[1]
    closed.close()
    found = discover(["/dev/ttyNONE9", f"socket://127.0.0.1:{number}", "nonsense://x"], computer.surroundings)
    assert {port.kind for port in found} == {PortKind.MISSING}


def test_a_port_that_this_user_may_not_open(computer: Computer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serial, "protocol_handler_packages", [*serial.protocol_handler_packages, "odd_ports"])
    found = one("forbidden://x", computer=computer)
    assert found.kind is PortKind.FORBIDDEN
    assert "dialout" in str(found.state)


def test_a_port_locked_by_another_open_file_is_not_spoken_to(computer: Computer, tmp_path: Path):
    with modem_at(tmp_path / "modem") as modem:
        other = os.open(tmp_path / "modem", os.O_RDWR | os.O_NOCTTY)
        fcntl.flock(other, fcntl.LOCK_EX)
        found = one(str(tmp_path / "modem"), computer=computer)
        os.close(other)
    assert (found.kind, found.usable) == (PortKind.BUSY, False)
    assert not modem.ledger.lines


def test_a_held_port_is_named_and_not_even_opened(computer: Computer, tmp_path: Path):
    computer.process(77, "gammu-smsd")
    with modem_at(tmp_path / "modem") as modem:
        computer.lock_file(os.path.basename(os.path.realpath(tmp_path / "modem")), 77)  # noqa: PTH119
        found = one(str(tmp_path / "modem"), computer=computer)
    assert found.kind is PortKind.BUSY
    assert "gammu-smsd" in str(found.state)
    assert not modem.ledger.lines


def test_the_ports_of_one_stick_become_one_modem(computer: Computer, tmp_path: Path):
    ports = [tmp_path / "ttyUSB0", tmp_path / "ttyUSB1", tmp_path / "ttyUSB2"]
    with modem_at(ports[0]), modem_at(ports[1]), modem_at(ports[2], identity=Identity(imei=IMEI_2)):
        computer.port(str(ports[0]), "12d1:1001", "1-2:1.0", "HUAWEI Mobile Modem")
        computer.port(str(ports[1]), "12d1:1001", "1-2:1.1", "HUAWEI PC UI")
        computer.port(str(ports[2]), "12d1:1001", "1-3:1.0")
        found = discover((), computer.surroundings)
    assert [port.kind for port in found] == [PortKind.OTHER_PORT, PortKind.MODEM, PortKind.MODEM]
    assert str(ports[1]) in str(found[0].state)
    assert [port.imei for port in found if port.usable] == [VirtualConfig().identity.imei, IMEI_2]
    assert {port.usb for port in found} == {"12d1:1001"}


def test_ports_without_usb_are_one_modem_when_the_imei_is_one(computer: Computer, tmp_path: Path):
    with modem_at(tmp_path / "a"), modem_at(tmp_path / "b"):
        computer.port(str(tmp_path / "a"))
        computer.port(str(tmp_path / "b"))
        found = discover((), computer.surroundings)
    assert [port.usable for port in found] == [True, False]


def test_a_port_that_answers_wins_over_one_that_does_not_know_sending(computer: Computer, tmp_path: Path):
    with modem_at(tmp_path / "a", faults=("unsupported=CMGS",)), modem_at(tmp_path / "b"):
        computer.port(str(tmp_path / "a"))
        computer.port(str(tmp_path / "b"))
        found = discover((), computer.surroundings)
    assert [port.usable for port in found] == [False, True]


def test_a_working_modem_is_left_alone_with_all_its_ports(computer: Computer, tmp_path: Path):
    with modem_at(tmp_path / "a") as first, modem_at(tmp_path / "b") as second:
        computer.port(str(tmp_path / "a"), "12d1:1001", "1-2:1.0")
        computer.port(str(tmp_path / "b"), "12d1:1001", "1-2:1.1")
        found = discover((), computer.surroundings, own=[str(tmp_path / "a")])
    assert [port.kind for port in found] == [PortKind.OWN, PortKind.OTHER_PORT]
    assert not first.ledger.lines + second.ledger.lines


def test_sticks_without_a_port_are_listed(computer: Computer):
    computer.usb_device("1-2", "12d1:14dc", "1.0/net/eth1")
    found = one(computer=computer)
    assert (found.url, found.kind, found.usb, found.usable) == ("", PortKind.STICK, "12d1:14dc", False)


def test_a_computer_without_ports(computer: Computer):
    assert discover((), computer.surroundings) == ()
