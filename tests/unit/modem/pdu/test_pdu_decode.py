"""SMS-DELIVER and SMS-STATUS-REPORT of every kind, and everything that is neither."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pdu_frames import CENTRE, SENDER, STAMP, deliver, packed, report

from smsdesk.domain.incoming import Deliver, SenderKind, StatusReport, Undecodable
from smsdesk.domain.outgoing import Concat
from smsdesk.modem.pdu import decode

HELLO = "E8329BFD4697D9EC37"
"""hellohello, 10 septets."""
SENT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_a_plain_message():
    assert decode(deliver(HELLO, 10)) == Deliver("+33612345678", SenderKind.PHONE, "hellohello", SENT)


@pytest.mark.parametrize("spelling", [str.lower, " ".join, lambda pdu: f"\r\n{pdu[:9]}\r\n{pdu[9:]}\n"])
def test_spelling_does_not_matter(spelling):
    assert decode(spelling(deliver(HELLO, 10))) == decode(deliver(HELLO, 10))


@pytest.mark.parametrize("centre", ["00", "", "0191", "0B91336600300000000000F0", "058164F7F7F7"])
def test_the_centre_may_be_of_any_length_or_missing(centre: str):
    assert decode(deliver(HELLO, 10, centre=centre)) == decode(deliver(HELLO, 10))


def test_a_report_without_the_centre():
    assert decode(report(0, ref=0xAA).removeprefix(CENTRE)) == decode(report(0, ref=0xAA))


def test_octets_after_the_end_are_filler():
    assert decode(deliver(HELLO + "FFFF", 10)).text == "hellohello"


UCS2_E = "00E9"
CODINGS = [
    (0x00, "G", None), (0x04, "D", None), (0x08, "U", None), (0x0C, "G", None), (0x10, "G", 0), (0x11, "G", 1),
    (0x18, "U", 0), (0x15, "D", 1), (0x20, "C", None), (0x30, "C", 0), (0x28, "C", None), (0x40, "G", None),
    (0x48, "U", None), (0x54, "D", 0), (0x5B, "U", 3), (0x60, "C", None), (0x80, "G", None), (0x9F, "G", None),
    (0xB4, "G", None), (0xC0, "G", None), (0xC8, "G", None), (0xD8, "G", None), (0xE0, "U", None), (0xEB, "U", None),
    (0xF0, "G", 0), (0xF1, "G", 1), (0xF4, "D", 0), (0xF6, "D", 2), (0xFF, "D", 3), (0xF8, "G", 0),
]  # fmt: skip


@pytest.mark.parametrize(("coding", "alphabet", "message_class"), CODINGS)
def test_every_group_of_data_coding(coding: int, alphabet: str, message_class: int | None):
    got = decode(deliver("80E1", 2, coding=coding))
    text = {"G": "@C", "U": "\u80e1", "D": None, "C": None}[alphabet]
    data = "" if text else "80E1"
    assert (got.text, got.data, got.message_class) == (text, data, message_class)


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        ("", ""),
        ("00E90061", "éa"),
        ("D83DDE00", "😀"),
        ("D83D0061", "\ufffda"),
        ("DE00D83D", "\ufffd\ufffd"),
        ("006100", "a\ufffd"),
        ("D83D", "\ufffd"),
    ],
)
def test_ucs2_is_read_as_utf16(octets: str, text: str):
    assert decode(deliver(octets, coding=8)).text == text


@pytest.mark.parametrize(
    ("septets", "text"),
    [
        (b"\x1b\x65", "€"),
        (b"\x1b\x1b", " "),
        (b"a\x1b", "a "),
        (b"\x1bA", "A"),
        (b"\x00" * 8, "@" * 8),
        (b"1234567\x00", "1234567@"),
        (b"1234567", "1234567"),
        (b"12345678\x0d", "12345678\r"),
        (bytes([0x5F, 0x09, 0x1B, 0x3C]), "§Ç["),
    ],
)
def test_septets_and_escapes(septets: bytes, text: str):
    assert decode(deliver(packed(septets), len(septets))).text == text


def letters(name: bytes, semi_octets: int | None = None) -> str:
    """An alphanumeric address field."""
    value = packed(name)
    return f"{semi_octets or -(-len(name) * 7 // 4):02X}D0{value}"


@pytest.mark.parametrize(
    ("field", "sender", "kind"),
    [
        ("0B913316325476F8", "+33612345678", SenderKind.PHONE),
        ("0A8160214365" + "87", "0612345678", SenderKind.PHONE),
        ("0AA16021436587", "0612345678", SenderKind.PHONE),
        ("0C91331632547" + "6F9", "+33612345679", SenderKind.PHONE),
        ("0581631" + "8F0", "36810", SenderKind.SHORT_CODE),
        ("05916318F0", "36810", SenderKind.SHORT_CODE),
        ("03B133F6", "336", SenderKind.SHORT_CODE),
        ("0281" + "21", "12", SenderKind.UNKNOWN),
        ("0481" + "A1B2", "1*2#", SenderKind.UNKNOWN),
        ("0081", "", SenderKind.UNKNOWN),
        ("0091", "", SenderKind.UNKNOWN),
        ("00D0", "", SenderKind.UNKNOWN),
        (letters(b"Orange"), "Orange", SenderKind.ALPHANUMERIC),
        (letters(b"\x09a va \x1b\x65"), "Ça va €", SenderKind.ALPHANUMERIC),
        (letters(b"Mairie Lyon"), "Mairie Lyon", SenderKind.ALPHANUMERIC),
        (letters(b"1234567\x00"), "1234567@", SenderKind.ALPHANUMERIC),
        (letters(b"Service"), "Service", SenderKind.ALPHANUMERIC),
        (letters(b"Service", 14), "Service@", SenderKind.ALPHANUMERIC),
    ],
)
def test_every_kind_of_sender(field: str, sender: str, kind: SenderKind):
    got = decode(deliver(HELLO, 10, sender=field))
    assert (got.sender, got.sender_kind, got.text) == (sender, kind, "hellohello")


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("62112241000080", SENT),
        ("62112241000000", SENT + timedelta(hours=2)),
        ("62112241000008", SENT + timedelta(hours=2)),
        ("6211224100008A", SENT + timedelta(hours=9)),
        ("62112241000069", SENT + timedelta(hours=2) + timedelta(minutes=15 * 16)),
        ("62112241000022", SENT + timedelta(hours=2) - timedelta(minutes=15 * 22)),
        ("62112241000095", SENT + timedelta(hours=2) - timedelta(minutes=15 * 59)),
    ],
)
def test_time_zones_in_quarters_of_an_hour(stamp: str, expected: datetime):
    got = decode(deliver(HELLO, 10, stamp=stamp)).sent_at
    assert got == expected
    assert got.utcoffset() == datetime(2026, 11, 22, 14, tzinfo=UTC) - expected


@pytest.mark.parametrize(
    "stamp",
    [
        "00000000000000",
        "FFFFFFFFFFFFFF",
        "62312241000080",
        "62112242000080",
        "621122410000F0",
        "6211A241000080",
        "62200300000000",
    ],
)
def test_a_stamp_that_is_no_date(stamp: str):
    got = decode(deliver(HELLO, 10, stamp=stamp))
    assert (got.text, got.sent_at) == ("hellohello", None)


HEADERS = [
    ("050003AA0201", Concat(0xAA, 2, 1), "text"),
    ("060804ABCD0302", Concat(0xABCD, 3, 2, wide=True), "text"),
    ("050003AA0000", None, "text"),
    ("050003AA0203", None, "text"),
    ("050003AA0200", None, "text"),
    ("06000400AA0201", None, "text"),
    ("0A7003112233" + "0003AA0201"[:10], Concat(0xAA, 2, 1), "text"),
    ("0A0003010201" + "0003020202", Concat(2, 2, 2), "text"),
    ("0B0003010201" + "080401020302", Concat(0x102, 3, 2, wide=True), "text"),
    ("00", None, "text"),
    ("0A0003AA0201" + "7009112233", None, "text"),
    ("0100", None, "text"),
    ("0400030102", None, "text"),
    ("0605040B8423F0", None, "data"),
    ("0404021020" + "", None, "data"),
    ("0B05040B8423F0" + "0003AA0201", Concat(0xAA, 2, 1), "data"),
]


@pytest.mark.parametrize(("header", "concat", "kind"), HEADERS)
@pytest.mark.parametrize("coding", [0, 4, 8])
def test_every_kind_of_header(header: str, concat: Concat | None, kind: str, coding: int):
    size = len(header) // 2
    body, length = {
        0: (packed(b"Hi", -size * 8 % 7), -(-size * 8 // 7) + 2),
        4: ("4869", size + 2),
        8: ("00480069", size + 4),
    }[coding]
    got = decode(deliver(header + body, length, coding=coding, header=True))
    assert got.concat == concat
    if kind == "data" or coding == 4:
        assert (got.text, got.data) == (None, body.upper())
    else:
        assert (got.text, got.data) == ("Hi", "")


@pytest.mark.parametrize(
    ("pdu", "reason"),
    [
        ("", "truncated in service centre address"),
        ("zz", "not hex"),
        ("012", "not hex"),
        ("+CMGL: 1", "not hex"),
        ("0102é", "not hex"),
        (deliver(HELLO, 10)[:-2], "truncated in user data"),
        (deliver(HELLO, 11)[:-2], "truncated in user data"),
        (deliver("", 0)[:-2], "truncated in user data length"),
        (deliver("05", 1, header=True, coding=8), "truncated in user data header"),
        (deliver("0500030102", 5, header=True), "truncated in user data header"),
        (deliver("050003010201", 3, header=True), "truncated in user data header"),
        (deliver("050003010201", 6, header=True), "user data header longer than user data"),
        (deliver(HELLO, 10, sender="15913316325476F8"), "address too long"),
        ("0011000B916407281553F80000AA0AE8329BFD4697D9EC37", "SMS-SUBMIT"),
        (CENTRE + "01000B913316325476F800000AE8329BFD4697D9EC37", "SMS-SUBMIT"),
        (report(0)[:-2], "truncated in status"),
        (CENTRE, "truncated in first octet"),
        ("FF" * 30, "service centre address too long"),
    ],
)
def test_what_cannot_be_read_says_why(pdu: str, reason: str):
    got = decode(pdu)
    assert isinstance(got, Undecodable)
    assert reason in got.reason


@pytest.mark.parametrize("tail", ["", "00", "FF", "0100", "0700080400E900E8"])
def test_reports_with_and_without_optional_parameters(tail: str):
    assert decode(report(0x46, tail=tail)) == StatusReport(42, "+33612345678", 0x46, SENT, SENT)


@pytest.mark.parametrize(
    ("field", "recipient"),
    [
        ("0B913316325476F8", "+33612345678"),
        ("0A8160214365" + "87", "+33612345678"),
        ("0AA16021436587", "+33612345678"),
        ("0D8100331632547" + "6F8", "+33612345678"),
        ("0B813316325476F8", "+33612345678"),
        ("0A9160214365" + "87", "+33612345678"),
        ("05816318F0", "36810"),
        (letters(b"Orange"), "Orange"),
        ("0481A1B2", "1*2#"),
        ("0091", ""),
    ],
)
def test_a_recipient_is_known_however_the_network_writes_it(field: str, recipient: str):
    assert decode(report(0, recipient=field)).recipient == recipient


def test_a_report_with_impossible_times():
    got = decode(f"{CENTRE}0601{SENDER}{'F' * 14}{STAMP}00")
    assert got == StatusReport(1, "+33612345678", 0, None, SENT)


RESULTS = Deliver | StatusReport | Undecodable


@given(st.text())
@example("07 91")
def test_no_text_can_make_it_raise(pdu: str):
    assert isinstance(decode(pdu), RESULTS)


@given(st.binary(max_size=200))
def test_no_octets_can_make_it_raise(octets: bytes):
    got = decode(octets.hex())
    assert isinstance(got, RESULTS)
    storable(got)


GOOD = [
    deliver(HELLO, 10),
    deliver("00E9" * 20, coding=8),
    deliver("050003AA0201" + "00E9" * 8, coding=8, header=True),
    deliver("060804ABCD0302" + HELLO, 18, header=True),
    deliver("032401" + "0D" + HELLO, 14, header=True),
    deliver(HELLO, 10, sender=letters(b"Orange")),
    report(0x30, tail="0700080400E900E8"),
]


@given(st.sampled_from(GOOD), st.data())
def test_no_damage_to_a_good_pdu_can_make_it_raise(pdu: str, data: st.DataObject):
    octets = bytearray.fromhex(pdu)
    for _ in range(data.draw(st.integers(1, 4))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(octets)))
    for damaged in (octets, octets[:cut]):
        got = decode(damaged.hex())
        assert isinstance(got, RESULTS)
        storable(got)


def storable(got: RESULTS) -> None:
    """Whatever was decoded can be written into a database: no lone surrogate anywhere."""
    match got:
        case Deliver():
            (got.sender + (got.text or "")).encode()
            assert (got.text is None) or not got.data
        case StatusReport():
            got.recipient.encode()
            assert 0 <= got.status <= 255
