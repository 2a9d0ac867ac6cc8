"""What families, their networks and strangers send on a bad day, over a real pseudo-terminal: nothing is lost or mixed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from terminal import Terminal
from two_way_desk import COURSE, LEA, QUICK, STRANGER, TOM, people, sms_to

from smsdesk.modem.virtual import VirtualModem, address, serve_pty

CENTRE = address.encode_centre("+33660300000")
EIGHT = datetime(2026, 3, 12, 8, tzinfo=UTC)
NATIONAL, UNKNOWN, INTERNATIONAL = 0xA1, 0x81, 0x91
"""Types of address (3GPP TS 23.040, 9.1.2.5)."""
LEA_OTHERWISE = ((NATIONAL, "0639980081"), (UNKNOWN, "0033639980081"), (INTERNATIONAL, "33639980081"))
WIDE = 0x08
"""The concatenation element with a reference of 16 bits (9.2.3.24.8)."""


def pdu(digits: str, text: str, *, kind: int = INTERNATIONAL, part: bytes = b"", at: datetime = EIGHT) -> str:
    """An SMS-DELIVER in UCS-2 from these digits, `part` its concatenation element."""
    header = bytes([len(part)]) + part if part else b""
    sender = bytes([len(digits), kind]) + address.semi_octets(digits)
    data = header + text.encode("utf-16-be")
    first = 0x44 if part else 0x04
    octets = CENTRE + bytes([first]) + sender + bytes([0, 8]) + address.encode_time(at)
    return (octets + bytes([len(data)]) + data).hex().upper()


def narrow(ref: int, total: int, seq: int) -> bytes:
    return bytes([0, 3, ref, total, seq])


def wide(ref: int, total: int, seq: int) -> bytes:
    return bytes([WIDE, 4, ref >> 8, ref & 0xFF, total, seq])


class Day(Terminal):
    """A desk at the end of a pseudo-terminal, by its commands."""

    def __init__(
        self, profile: Path, modem: VirtualModem, port: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        super().__init__(profile, capsys, "--modem", str(port))
        self.modem = modem

    def comes(self, *pdus: str) -> None:
        for each in pdus:
            self.modem.network.deliver_raw(each)
        self.json("station", "--until-idle")

    def texts(self, sender: str) -> list[str]:
        return sorted(
            each["text"] for each in self.json("inbox") if each["from"] == sender and each["complete"]
        )


@pytest.fixture
def day(profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Day]:
    people(profile)
    modem = VirtualModem(QUICK)
    with serve_pty(modem, tmp_path / "modem") as port:
        yield Day(profile, modem, port, capsys)
    modem.close()


def test_a_family_answers_and_opts_out_however_its_network_writes_its_number(day: Day) -> None:
    day.json("opt-outs", "set", "--information", "apply")
    asked = day.json("notify", COURSE, "--text", "Venez-vous ?", "--ask", "yes-no")["broadcast"]
    day.json("station", "--until-idle")
    (national, unknown, other) = LEA_OTHERWISE
    day.comes(pdu(national[1], "Oui", kind=national[0]))
    assert day.json("answers", str(asked))["yes"] == 1
    day.comes(pdu(unknown[1], "Finalement non", kind=unknown[0]), pdu(other[1], "STOP", kind=other[0]))
    tally = day.json("answers", str(asked))
    assert (tally["answered"], tally["yes"], tally["no"]) == (1, 0, 1)
    assert [
        each["contact"] for each in day.json("notify", COURSE, "--text", "x", "--dry-run")["left_out"]
    ] == ["Léa Martin"]
    (talk,) = day.json("conversations", "--all", "--search", "Léa")
    assert (talk["phone"], day.texts(LEA)) == (LEA, ["Finalement non", "Oui", "STOP"])
    assert len(sms_to(day.modem, LEA)) == 2  # the question, and one confirmation


def test_255_parts_in_any_order_twice_and_over_two_runs_are_one_message(day: Day) -> None:
    parts = [pdu(TOM[1:], f"<{seq:03}>", part=wide(0xABCD, 255, seq)) for seq in range(1, 256)]
    whole = "".join(f"<{seq:03}>" for seq in range(1, 256))
    shuffled = random.Random(6).sample(parts, len(parts))
    day.comes(*shuffled[:150], *shuffled[:20])
    assert day.texts(TOM) == []
    day.comes(*shuffled[100:])
    assert day.texts(TOM) == [whole]
    assert len(day.json("inbox")) == 1


def test_a_reference_that_comes_again_mixes_no_two_messages(day: Day) -> None:
    day.comes(
        pdu(TOM[1:], "A1", part=narrow(7, 2, 1)),
        pdu(TOM[1:], "B2", part=narrow(7, 2, 2), at=EIGHT + timedelta(days=2)),
        pdu("0" + TOM[3:], "C1", part=narrow(7, 3, 1), kind=NATIONAL),
        pdu(STRANGER[1:], "D2", part=narrow(7, 2, 2)),
    )
    day.comes(
        pdu(STRANGER[1:], "D1", part=narrow(7, 2, 1)),
        pdu(TOM[1:], "C3", part=narrow(7, 3, 3)),
        pdu(TOM[1:], "C2", part=narrow(7, 3, 2)),
    )
    assert day.texts(STRANGER) == ["D1D2"]
    assert day.texts(TOM) == ["C1C2C3"]
    day.comes(
        pdu(TOM[1:], "A2", part=narrow(7, 2, 2)),
        pdu(TOM[1:], "B1", part=narrow(7, 2, 1), at=EIGHT + timedelta(days=2)),
    )
    assert day.texts(TOM) == ["A1A2", "B1B2", "C1C2C3"]


def test_one_number_of_two_widths_and_one_that_comes_again_in_a_day_mix_no_two_messages(day: Day) -> None:
    later = EIGHT + timedelta(hours=5)
    day.comes(
        pdu(TOM[1:], "A1", part=narrow(7, 2, 1)),
        pdu(TOM[1:], "B2", part=wide(7, 2, 2)),
        pdu(TOM[1:], "C2", part=narrow(7, 2, 2), at=later),
    )
    assert day.texts(TOM) == []
    day.comes(
        pdu(TOM[1:], "C1", part=narrow(7, 2, 1), at=later),
        pdu(TOM[1:], "A2", part=narrow(7, 2, 2)),
        pdu(TOM[1:], "B1", part=wide(7, 2, 1)),
    )
    assert day.texts(TOM) == ["A1A2", "B1B2", "C1C2"]


def test_rubbish_is_kept_and_hinders_nobody(day: Day) -> None:
    good = pdu(TOM[1:], "Oui")
    day.comes("", "ZZ", "00", good[:40], "FF" * 170, pdu(TOM[1:], ""), pdu("33", "court"), good)
    inbox = day.json("inbox")
    assert day.texts(TOM) == ["", "Oui"]
    assert [each["kind"] for each in inbox].count("undecodable") == 5
    assert len(inbox) == 8
