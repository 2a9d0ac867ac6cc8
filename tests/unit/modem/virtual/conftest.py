"""Makes virtual modems with a computer at the other end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from virtual_computer import ByHand, Computer, Make

from smsdesk.modem.virtual import VirtualConfig, VirtualModem


@pytest.fixture
def computer() -> Iterator[Make]:
    """Makes a computer with a modem of the given configuration, echo off; all are ended after the test."""
    made: list[VirtualModem] = []

    def make(*faults: str, **options: Any) -> Computer:
        time = ByHand()
        modem = VirtualModem(VirtualConfig(faults=faults, monotonic=time, **options))
        made.append(modem)
        terminal = Computer(modem, time)
        terminal.send("ATE0\r")
        return terminal

    yield make
    for modem in made:
        modem.close()
