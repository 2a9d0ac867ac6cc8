"""The port behind virtual://, by pyserial's rules."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import serial

from smsdesk.domain.errors import InputError
from smsdesk.modem import virtual

PATIENCE_S = 60.0


@pytest.fixture(autouse=True)
def shelf() -> Iterator[None]:
    virtual.register()
    yield
    virtual.forget("test")


def opened(options: str = "", timeout: float | None = PATIENCE_S) -> serial.SerialBase:
    return serial.serial_for_url(f"virtual://test?{options}", timeout=timeout)


def read_until(port: serial.SerialBase, end: bytes) -> bytes:
    data = b""
    while not data.endswith(end):
        piece = port.read(port.in_waiting or 1)
        assert piece, data
        data += piece
    return data


def test_a_dialogue() -> None:
    with opened() as port:
        assert port.write(b"ATE0\r") == 5
        assert read_until(port, b"OK\r\n") == b"ATE0\r\r\nOK\r\n"
        port.write(b"AT+CSQ\r")
        assert port.in_waiting == len(b"\r\n+CSQ: 20,99\r\n\r\nOK\r\n")


def test_reading_ends_with_the_timeout_or_at_once() -> None:
    with opened(timeout=0.01) as port:
        assert port.read(1) == b""
        port.timeout = 0
        assert port.read(100) == b""
        port.write(b"AT\r")
        assert port.read(100) == b"AT\r\r\nOK\r\n"


def test_a_waiting_read_wakes_for_data_from_the_modem() -> None:
    with opened("latency=0.02") as port:
        port.write(b"ATE0;+CMGS=26\r")
        read_until(port, b"> ")
        port.write(b"0011000B913336990800F10000FF0DC2B75BFDAECB41E330C81E06\x1a")
        assert read_until(port, b"OK\r\n") == b"\r\n+CMGS: 1\r\n\r\nOK\r\n"


@pytest.mark.parametrize("end", ["cancel_read", "close"])
def test_a_waiting_read_can_be_ended_from_another_thread(end: str) -> None:
    with opened(timeout=None) as port:
        got: list[bytes] = []
        reader = threading.Thread(target=lambda: got.append(port.read(1)), daemon=True)
        reader.start()
        getattr(port, end)()
        reader.join(PATIENCE_S)
        assert got == [b""]


def test_unplugging_raises_and_so_does_opening_until_it_is_plugged_in() -> None:
    port = opened(timeout=None)
    modem = virtual.modem_named("test")
    failures: list[Exception] = []

    def read() -> None:
        try:
            port.read(1)
        except serial.SerialException as error:
            failures.append(error)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    modem.unplug()
    reader.join(PATIENCE_S)
    assert len(failures) == 1
    for act in (lambda: port.write(b"AT\r"), lambda: port.in_waiting, opened):
        with pytest.raises(serial.SerialException):
            act()
    port.close()
    modem.replug()
    with opened() as again:
        again.write(b"AT\r")
        assert read_until(again, b"OK\r\n")


def test_one_port_at_a_time() -> None:
    with opened(), pytest.raises(serial.SerialException, match="busy"):
        opened()


def test_the_modem_outlives_its_port() -> None:
    with opened("pin=1234") as port:
        port.write(b"AT+CPIN=1234;+CMEE=1\r")
        read_until(port, b"OK\r\n")
    with opened() as port:
        port.write(b"AT+CPIN?;+CMEE?\r")
        assert b"READY" in (answer := read_until(port, b"OK\r\n"))
        assert b"+CMEE: 1" in answer
    virtual.forget("test")
    with opened("pin=1234") as port:
        port.write(b"AT+CPIN?\r")
        assert b"SIM PIN" in read_until(port, b"OK\r\n")


def test_what_is_said_while_the_port_is_closed_is_lost() -> None:
    with opened() as port:
        port.write(b"ATE0;+CNMI=2,1\r")
        read_until(port, b"OK\r\n")
    virtual.network_of("test").deliver("+33639980001", "Bonjour")
    with opened() as port:
        assert port.in_waiting == 0
        port.write(b"AT+CMGL=4\r")
        assert b"+CMGL: 1,0," in read_until(port, b"OK\r\n")


def test_pieces_of_a_split_line_are_read_one_by_one() -> None:
    with opened("fault=split-lines%3D2") as port:
        port.write(b"AT\r")
        assert (port.in_waiting, port.read(2), port.in_waiting) == (2, b"AT", 2)
        assert read_until(port, b"OK\r\n") == b"\r\r\nOK\r\n"


def test_options_of_the_url() -> None:
    opened(
        "latency=0.5&reports=never&seed=3&slots=5&fault=lose-answer@3&answer=+336:Merci%20bien&imei=1&answer-after=2"
    ).close()
    config = virtual.modem_named("test").config
    assert (config.latency, config.reports, config.seed, config.card.capacity) == (0.5, None, 3, 5)
    assert (config.faults, dict(config.answers), config.answer_after) == (
        ("lose-answer@3",),
        {"+336": ["Merci bien"]},
        2.0,
    )


@pytest.mark.parametrize(
    "query",
    [
        "latency=soon",
        "latency=-1",
        "latency=nan",
        "pin=12",
        "pin=abcd",
        "fault=nonsense",
        "colour=red",
        "answer=x",
        "slots=many",
        "seed=1e3",
    ],
)
def test_wrong_options_are_refused_in_a_sentence(query: str) -> None:
    with pytest.raises(InputError, match=r"\.$"):
        virtual.check_url(f"virtual://test?{query}")
    with pytest.raises(serial.SerialException):
        opened(query)
    with pytest.raises(InputError):
        virtual.modem_named("test")


def test_names_on_the_shelf() -> None:
    made = virtual.create("test")
    assert virtual.modem_named("test") is made
    with pytest.raises(InputError):
        virtual.create("test")
    virtual.forget("test")
    virtual.forget("test")
    assert virtual.check_url("virtual://") == "modem"
    with pytest.raises(InputError):
        virtual.check_url("virtual://a/b")


def test_an_answer_is_there_within_milliseconds_of_its_time() -> None:
    """The timers are the thread's own: no clock tick is waited for. Only the order is checked, not the speed."""
    with opened("latency=0.05") as port:
        port.write(b"ATE0;+CMGS=26\r")
        read_until(port, b"> ")
        before = time.monotonic()
        port.write(b"0011000B913336990800F10000FF0DC2B75BFDAECB41E330C81E06\x1a")
        read_until(port, b"OK\r\n")
        assert time.monotonic() - before >= 0.05
