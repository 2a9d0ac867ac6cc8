"""The ledger: asked from any thread, written to a file that survives its reader."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from virtual_computer import Make

from smsdesk.domain.errors import InputError
from smsdesk.modem.virtual import Ledger, read_ledger
from smsdesk.modem.virtual.ledger import CommandLine

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_waiting_ends_when_the_entry_comes() -> None:
    ledger = Ledger(lambda: NOON)
    writer = threading.Thread(target=lambda: ledger.add(CommandLine(NOON, "AT")))
    writer.start()
    assert ledger.wait_for(lambda it: it.lines == ("AT",), 10.0)
    writer.join()
    assert not ledger.wait_for(lambda it: len(it.lines) > 1, 0.01)


def test_entries_are_frozen_and_in_order(computer: Make) -> None:
    pc = computer()
    pc.sms()
    pc.modem.network.deliver("+33639980001", "Bonjour")
    entries = pc.modem.ledger.entries
    assert [type(entry).__name__ for entry in entries] == ["CommandLine", "CommandLine", "Accepted", "Stored"]
    with pytest.raises(AttributeError):
        entries[0].at = NOON  # type: ignore[misc]


def test_the_file_holds_every_entry_as_soon_as_it_is_made(tmp_path: Path) -> None:
    file = tmp_path / "ledger"
    ledger = Ledger(lambda: NOON, file)
    ledger.add(CommandLine(NOON, 'AT+CSCS="GSM"'))
    with file.open("a", encoding="utf-8") as cut:
        cut.write('{"entry": "Comm')
    assert read_ledger(file) == [
        {"entry": "CommandLine", "at": "2026-03-04T12:00:00.000+00:00", "line": 'AT+CSCS="GSM"'}
    ]
    ledger.close()


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.$"):
        Ledger(lambda: NOON, tmp_path / "nowhere" / "ledger")
