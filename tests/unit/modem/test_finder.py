"""Modems found by themselves: each is told once, a replugged one is located, a new one is noticed."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from smsdesk.domain.sentences import say
from smsdesk.modem import finder as finder_module
from smsdesk.modem.discovery import FoundPort
from smsdesk.modem.finder import Locate, ModemFinder
from smsdesk.modem.probing import PortKind

WAIT_S = 60.0


class Bench:
    """Ports as somebody plugs them in and out, and what the finder tells of them."""

    def __init__(self) -> None:
        self.ports: dict[str, FoundPort] = {}
        self.told: queue.Queue[tuple[str, Locate]] = queue.Queue()
        self.looks: queue.Queue[None] = queue.Queue()

    def plug(self, url: str, imei: str, *, usable: bool = True) -> None:
        kind = PortKind.MODEM if usable else PortKind.BUSY
        self.ports = {**self.ports, url: FoundPort(url, kind, imei, "", "", "", say("as it is"), usable)}

    def unplug(self, url: str) -> None:
        self.ports = {name: port for name, port in self.ports.items() if name != url}

    def look(self) -> tuple[FoundPort, ...]:
        self.looks.put(None)
        return tuple(self.ports.values())

    @contextmanager
    def finder(self) -> Iterator[None]:
        finder = ModemFinder(
            lambda url, locate: self.told.put((url, locate)), self.look, lambda: frozenset(self.ports)
        )
        finder.start()
        try:
            yield
        finally:
            finder.stop()


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(finder_module, "LOOK_EVERY_S", 0.01)
    return Bench()


def test_a_modem_plugged_in_later_is_told_once_and_located_under_its_new_name(bench: Bench) -> None:
    with bench.finder():
        bench.plug("/dev/ttyUSB0", "490154203237518")
        url, locate = bench.told.get(timeout=WAIT_S)
        assert url == "/dev/ttyUSB0"
        bench.unplug("/dev/ttyUSB0")
        bench.plug("/dev/ttyUSB3", "490154203237518")
        bench.plug("/dev/ttyUSB4", "356938035643809")
        assert bench.told.get(timeout=WAIT_S)[0] == "/dev/ttyUSB4"
        assert locate() == "/dev/ttyUSB3"
        bench.unplug("/dev/ttyUSB3")
        assert locate() is None
    assert bench.told.empty()


def test_ports_that_stay_as_they_are_are_not_asked_again_and_again(bench: Bench) -> None:
    bench.plug("/dev/ttyUSB0", "490154203237518")
    with bench.finder():
        bench.told.get(timeout=WAIT_S)
        bench.looks.get(timeout=WAIT_S)
        with pytest.raises(queue.Empty):
            bench.looks.get(timeout=0.2)


def test_a_busy_port_is_asked_again_without_being_plugged_anew(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder_module, "ASK_AGAIN_S", 0.05)
    bench.plug("/dev/ttyUSB0", "", usable=False)
    with bench.finder():
        bench.looks.get(timeout=WAIT_S)
        bench.plug("/dev/ttyUSB0", "490154203237518")
        assert bench.told.get(timeout=WAIT_S)[0] == "/dev/ttyUSB0"


def test_a_silent_port_is_asked_again_soon_since_a_modem_may_be_starting(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder_module, "ASK_SOON_S", 0.01)
    bench.plug("/dev/ttyUSB0", "", usable=False)
    silent = replace(bench.ports["/dev/ttyUSB0"], kind=PortKind.SILENT)
    bench.ports = {silent.url: silent}
    finder = ModemFinder(
        lambda url, locate: bench.told.put((url, locate)), bench.look, lambda: frozenset("x")
    )
    assert finder.expectant
    finder.start()
    try:
        for _ in range(3):
            bench.looks.get(timeout=WAIT_S)
        assert finder.expectant
        bench.ports = {}
        bench.plug("/dev/ttyUSB0", "490154203237518")
        assert bench.told.get(timeout=WAIT_S)[0] == "/dev/ttyUSB0"
    finally:
        finder.stop()


def test_without_any_port_nothing_is_expected_after_the_first_look(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()
    finder = ModemFinder(lambda url, locate: None, bench.look, frozenset)
    monkeypatch.setattr(finder_module, "STARTS_WITHIN_S", 0.0)
    finder.start()
    try:
        bench.looks.get(timeout=WAIT_S)
        deadline = time.monotonic() + WAIT_S
        while finder.expectant and time.monotonic() < deadline:
            ended.wait(0.01)
        assert not finder.expectant
    finally:
        finder.stop()
