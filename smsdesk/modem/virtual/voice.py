"""How a modem says its answers: framed as V.250 wants it, with unsolicited lines where a fault wants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

NUMERIC_RESULTS = {"OK": "0", "NO CARRIER": "3", "ERROR": "4"}
"""Final codes after ATV0 (V.250, 5.7.1)."""


class Voice:
    """Information lines and final result codes of one modem."""

    def __init__(self, modem: VirtualModem) -> None:
        self._modem = modem

    def inform(self, lines: Sequence[str], *, corrupt: bool = False) -> None:
        """Say the information lines of one command."""
        if not lines:
            return
        if self._modem.faults.has("urc-anywhere"):
            for entry in _entries(lines):
                self._modem.noise_lines()
                self._say(entry, corrupt=corrupt)
            self._modem.noise_lines()
        else:
            self._say(lines, corrupt=corrupt)

    def _say(self, lines: Sequence[str], *, corrupt: bool) -> None:
        text = "\r\n".join(lines)
        framed = f"\r\n{text}\r\n" if self._modem.settings.verbose else f"{text}\r\n"
        said = framed.encode("latin-1", "replace")
        self._modem.say(self._modem.wire.corrupt(said) if corrupt else said)

    def finish(self, result: str) -> None:
        """Say the final result code of a command line."""
        settings = self._modem.settings
        self._modem.noise_lines()
        if settings.verbose and not settings.quiet:
            self._modem.say(f"\r\n{result}\r\n".encode("latin-1"))
        elif not settings.quiet:
            self._modem.say(f"{NUMERIC_RESULTS.get(result, result)}\r".encode("latin-1"))
        self._modem.command_ended()


def _entries(lines: Sequence[str]) -> list[list[str]]:
    """The lines of an answer by entry: a header and its payload line are never taken apart."""
    entries: list[list[str]] = []
    for line in lines:
        if line[:1] in "+^" or not entries:
            entries.append([])
        entries[-1].append(line)
    return entries
