"""The last metre of the line: answers as bytes, with the faults of the line itself put in."""

from __future__ import annotations

import random

from smsdesk.modem.virtual.faults import Faults

NOISE_LINES = (
    "^RSSI:18", "^MODE:5,4", '+ZPASR: "LTE"', "^BOOT:24351263,0,0,0,97", "+CIEV: 2,4", "*PSUTTZ: 26,1,1",
    "^SRVST:2", '^HCSQ:"LTE",44,40,111,18', "+CGEV: NW DETACH", "$QCSIMSTAT: 1, SIM INIT COMPLETED",
    "^SIMST:1", '+CSCN: 0,"OK"',
)  # fmt: skip
"""Unsolicited lines of several makers, none of which asks for anything."""

BOOT_LINES = ("RDY", "+CFUN: 1", "+CPIN: READY", "Call Ready", "SMS Ready")

_LINE_ENDS = {"doubled": b"\r\n\r\n", "cr": b"\r", "lf": b"\n"}


_NOISE = bytes({*range(0x20), *range(0x7F, 0x100)} - {*b"\r\n"})


class Wire:
    """Turns what the modem says into the pieces that the computer gets."""

    def __init__(self, faults: Faults, chance: random.Random) -> None:
        self._faults = faults
        self._chance = chance

    def pieces(self, said: bytes) -> list[bytes]:
        """The bytes as they arrive, in one piece when nothing is wrong."""
        if self._faults.none:
            return [said]
        how = self._faults.value("wrong-line-ends")
        if how is not None:
            said = self._bend_line_ends(said, how)
        size = self._faults.value("split-lines")
        if size is None:
            return [said]
        return [said[at : at + int(size)] for at in range(0, len(said), int(size))]

    def _bend_line_ends(self, said: bytes, how: str) -> bytes:
        """Replace the line ends; "missing" keeps one of each pair, or lines would run together."""
        if how == "missing":
            return said.replace(b"\r\n\r\n", b"\r\n")
        if how != "mixed":
            return said.replace(b"\r\n", _LINE_ENDS[how])
        lines = said.split(b"\r\n")
        ends = [self._chance.choice((b"\r\n", b"\r\n\r\n", b"\r", b"\n")) for _ in lines[1:]]
        return b"".join(line + end for line, end in zip(lines, [*ends, b""], strict=True))

    def noise_line(self) -> str:
        """One unsolicited line."""
        return self._chance.choice(NOISE_LINES)

    def noise(self, count: int) -> bytes:
        """Random bytes of a disturbed line; none of them is a line end or a prompt."""
        return bytes(self._chance.choices(_NOISE, k=count))

    def corrupt(self, said: bytes) -> bytes:
        """One byte of the answer changed into another."""
        at = self._chance.randrange(len(said))
        return said[:at] + bytes([said[at] ^ self._chance.choice((0x01, 0x10, 0x80))]) + said[at + 1 :]
