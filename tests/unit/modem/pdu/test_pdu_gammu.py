"""The decoder and the encoder beside gammu's, which is not ours: Debian's python3-gammu, in one process."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

import pytest
from pdu_frames import deliver, packed, report

from smsdesk.domain.incoming import Deliver, StatusReport
from smsdesk.domain.outgoing import Concat, Submission
from smsdesk.domain.text import normalise, segment
from smsdesk.modem.pdu import decode, encode_submit

PYTHON = Path("/usr/bin/python3")
PROGRAM = """
import binascii, json, sys, gammu
def read(pdu):
    try:
        got = gammu.DecodePDU(binascii.unhexlify(pdu), True)
    except gammu.GSMError:
        return None
    udh = got["UDH"]
    return {"type": got["Type"], "number": got["Number"], "text": got["Text"], "at": str(got["DateTime"]),
            "coding": got["Coding"], "class": got["Class"], "status": got["DeliveryStatus"],
            "ref": got["MessageReference"], "ids": [udh["ID8bit"], udh["ID16bit"]], "part": udh["PartNumber"],
            "parts": udh["AllParts"], "udh": udh["Type"]}
json.dump([read(pdu) for pdu in json.load(sys.stdin)], sys.stdout)
"""


def gammu_installed() -> bool:
    return (
        PYTHON.exists()
        and not subprocess.run([PYTHON, "-c", "import gammu"], capture_output=True, check=False).returncode
    )


pytestmark = pytest.mark.skipif(not gammu_installed(), reason="Debian's python3-gammu is not installed")


def by_gammu(pdus: list[str]) -> list[dict[str, object]]:
    done = subprocess.run(
        [PYTHON, "-c", PROGRAM], input=json.dumps(pdus), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


LETTERS = "abcdefgh ABCÉéèàùçêœ’€[]{}|^\\@£$¥§_ÄÖÑÜäöñü0123456789,.!?\n😀🎻漢"
"""No tilde: gammu reads each one of a UCS-2 text twice."""


def without_its_quirks(text: str) -> str:
    """Gammu leaves rubbish behind a NUL after texts with escapes."""
    return text.split("\x00", maxsplit=1)[0]


def some_text(source: random.Random) -> str:
    alphabet = source.sample(LETTERS, source.randint(1, 20))
    return normalise("".join(source.choices(alphabet, k=source.randint(1, 400))))


def some_parts(source: random.Random) -> list[Submission]:
    encoding, parts = segment(some_text(source))
    ref = source.randint(0, 255)
    to = f"+{source.randint(10**5, 10**14)}"
    concats = [Concat(ref, len(parts), seq) if len(parts) > 1 else None for seq in range(1, len(parts) + 1)]
    validity = source.choice([None, 5, 60, 1440, 10_000])
    return [
        Submission(1, to, part, encoding, concat, validity_minutes=validity)
        for part, concat in zip(parts, concats, strict=True)
    ]


def test_what_we_encode_gammu_reads():
    source = random.Random(38)
    sent = [part for _ in range(500) for part in some_parts(source)]
    for part, got in zip(sent, by_gammu([encode_submit(part).hex for part in sent]), strict=True):
        assert (got["type"], got["number"], without_its_quirks(got["text"])) == ("Submit", part.to, part.text)
        if part.concat:
            assert (got["ids"][0], got["parts"], got["part"]) == (
                part.concat.ref,
                part.concat.total,
                part.concat.seq,
            )


def some_sender(source: random.Random) -> str:
    if source.random() < 0.3:
        name = bytes(source.choices(range(0x41, 0x5B), k=source.randint(2, 11)))
        return f"{-(-len(name) * 7 // 4):02X}D0{packed(name)}"
    digits = "".join(source.choices("0123456789", k=source.randint(3, 14))).replace("0", "1", 1)
    swapped = "".join(b + a for a, b in zip(*[iter(digits + "F" * (len(digits) % 2))] * 2, strict=True))
    return f"{len(digits):02X}{source.choice(['91', '81'])}{swapped}"


def some_delivery(source: random.Random) -> str:
    septets = bytes(source.choices([*range(0x1B), *range(0x1C, 0x80)], k=source.randint(1, 140)))
    stamp = "".join(
        f"{value % 10}{value // 10}"
        for value in (
            26,
            source.randint(1, 12),
            source.randint(1, 28),
            source.randint(0, 23),
            source.randint(0, 59),
            source.randint(0, 59),
        )
    )
    sender, zone = some_sender(source), source.choice(["00", "40", "80", "4A"])
    header = source.choice(["", "050003AA0201", "060804ABCD0302"])
    size = len(header) // 2
    if source.random() < 0.5:
        data, length, coding = (
            packed(septets, -size * 8 % 7 if header else 0),
            -(-size * 8 // 7) + len(septets),
            source.choice([0x00, 0x10, 0xF1]),
        )
    else:
        data, coding = some_text(source)[:30].encode("utf-16-be").hex(), source.choice([0x08, 0x18])
        length = size + len(data) // 2
    return deliver(
        header + data, length, coding=coding, header=bool(header), sender=sender, stamp=stamp + zone
    )


def test_what_arrives_is_read_as_gammu_reads_it():
    source = random.Random(40)
    pdus = [some_delivery(source) for _ in range(1500)]
    for pdu, theirs in zip(pdus, by_gammu(pdus), strict=True):
        ours = decode(pdu)
        assert isinstance(ours, Deliver)
        assert ours.text == without_its_quirks(theirs["text"]), pdu
        assert ours.sender.lstrip("+") == theirs["number"].lstrip("+"), pdu
        assert (-1 if ours.message_class is None else ours.message_class) == theirs["class"], pdu
        concat = ours.concat or Concat(0, 0, -1)
        assert (concat.total, concat.seq) == (theirs["parts"], theirs["part"]), pdu
        assert concat.ref in (theirs["ids"]), pdu
        assert ours.sent_at.replace(tzinfo=None).isoformat(" ") == theirs["at"], pdu


def test_reports_are_read_as_gammu_reads_them():
    pdus = [report(status, ref=ref) for status in (0, 1, 0x20, 0x30, 0x41, 0x46, 0x63) for ref in (0, 7, 255)]
    for pdu, theirs in zip(pdus, by_gammu(pdus), strict=True):
        ours = decode(pdu)
        assert isinstance(ours, StatusReport)
        assert (theirs["type"], theirs["number"], theirs["ref"], theirs["status"]) == (
            "Status_Report",
            ours.recipient,
            ours.ref,
            ours.status,
        )
        assert ours.sent_at.replace(tzinfo=None).isoformat(" ") == theirs["at"]
