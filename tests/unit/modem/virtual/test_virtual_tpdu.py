"""The network's own codec, against the specification's examples and independent alphabets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import gsm0338  # noqa: F401 - registers the codec that is compared with
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.outgoing import Concat
from smsdesk.modem.virtual import address, alphabet, tpdu
from smsdesk.modem.virtual.textmode import report_fields

GSM_TEXT = st.text(alphabet.BASIC.replace("\x1b", "") + "".join(alphabet.EXTENSION.values()), max_size=160)
NOON = datetime(2026, 3, 4, 12, 0, 1, tzinfo=timezone(timedelta(hours=2)))


@given(GSM_TEXT)
def test_the_alphabet_agrees_with_an_independent_one(text: str) -> None:
    septets = b"".join(alphabet.to_septets(text))
    assert septets == text.encode("gsm03.38")
    assert alphabet.from_septets(septets) == text


@given(st.binary(max_size=160).map(lambda data: bytes(byte & 0x7F for byte in data)), st.integers(0, 6))
def test_packing_is_undone_by_unpacking(septets: bytes, fill: int) -> None:
    assert alphabet.unpack(alphabet.pack(septets, fill), len(septets), fill) == septets


def test_the_packing_everybody_knows() -> None:
    assert alphabet.pack(b"".join(alphabet.to_septets("hellohello"))).hex().upper() == "E8329BFD4697D9EC37"


@pytest.mark.parametrize(
    ("name", "octets"),
    [
        ("+33612345678", "0B913316325476F8"),
        ("36111", "05816311F1"),
        ("Mairie", "0BD0CD705A9E2E03"),
        ("*100#", "05811A00FB"),
        ("", "0081"),
    ],
)
def test_addresses(name: str, octets: str) -> None:
    assert address.encode_address(name).hex().upper() == octets
    assert address.decode_address(bytes.fromhex(octets + "FFFF"))[0] == name


@given(st.datetimes(datetime(2000, 1, 1), datetime(2068, 12, 31)), st.integers(-48, 56))  # noqa: DTZ001
def test_times_come_back(moment: datetime, quarters: int) -> None:
    moment = moment.replace(microsecond=0, tzinfo=timezone(quarters * timedelta(minutes=15)))
    assert address.decode_time(address.encode_time(moment)) == moment


def test_a_submit_is_read_in_full() -> None:
    sms = tpdu.decode_submit(bytes.fromhex("31050B913316325476F80000A705C8329BFD06"))
    assert (sms.to, sms.text, sms.reference, sms.report, sms.validity) == (
        "+33612345678",
        "Hello",
        5,
        True,
        b"\xa7",
    )
    assert (sms.coding, sms.concat) == (tpdu.Coding.GSM7, None)


def test_a_part_in_ucs2_is_read_with_its_place() -> None:
    text = "ça 😀".encode("utf-16-be")
    head = bytes.fromhex("51000B913316325476F80008A7") + bytes([6 + len(text)])
    sms = tpdu.decode_submit(head + bytes.fromhex("050003AB0302") + text)
    assert (sms.text, sms.concat) == ("ça 😀", Concat(0xAB, 3, 2))


@pytest.mark.parametrize(
    "pdu",
    [
        "", "31", "3105", "00050B913316325476F80000A705C8329BFD06",
        "31050B913316325476F80000A705C8329BFD",  # shorter than its length
        "31050B913316325476F80000A705C8329BFD0600",  # longer
        "31050B913316325476F80000A7FF" + "00" * 160,  # over 140 octets
        "51000B913316325476F80008A706050003AB0304",  # part 4 of 3
        "51000B913316325476F80008A702FF00",  # header beyond the data
        "3105FF91331632",
    ],
)  # fmt: skip
def test_a_broken_submit_is_refused(pdu: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        tpdu.decode_submit(bytes.fromhex(pdu))


@given(st.binary(max_size=180))
def test_garbage_is_refused_in_one_way_only(data: bytes) -> None:
    try:
        tpdu.decode_submit(data)
    except (ValueError, IndexError):
        return
    assert data[0] & 3 == tpdu.MTI_SUBMIT


@given(GSM_TEXT | st.text(max_size=500).filter(lambda text: text.isprintable()))
def test_what_is_delivered_can_be_read_back(text: str) -> None:
    pdus = tpdu.encode_delivers(tpdu.Envelope("+33612345678", NOON, "+33609001390"), text, 7)
    parts = [tpdu.decode_deliver(pdu) for pdu in pdus]
    assert "".join(part.text for part in parts) == text
    assert {part.sender for part in parts} == {"+33612345678"}
    assert all(len(pdu) - 1 - pdu[0] <= 164 for pdu in pdus)


def test_sizes_of_one_sms_and_of_parts() -> None:
    envelope = tpdu.Envelope("Mairie", NOON)
    sizes = {
        "a" * 160: 1,
        "a" * 161: 2,
        "a" * 306: 2,
        "a" * 307: 3,
        "é" * 160: 1,
        "ç" * 70: 1,
        "ç" * 71: 2,
        "ç" * 135: 3,
    }
    assert {text: len(tpdu.encode_delivers(envelope, text, 1)) for text in sizes} == sizes


def test_a_sign_of_two_units_is_never_cut() -> None:
    pdus = tpdu.encode_delivers(tpdu.Envelope("Mairie", NOON), "a" * 152 + "€" + "a" * 20, 1)
    assert [tpdu.decode_deliver(pdu).text for pdu in pdus] == ["a" * 152, "€" + "a" * 20]
    pdus = tpdu.encode_delivers(tpdu.Envelope("Mairie", NOON), "ç" * 66 + "😀" + "ç" * 10, 1)
    assert tpdu.decode_deliver(pdus[1]).text.startswith("😀")


def test_a_report_in_the_form_of_text_mode() -> None:
    pdu = tpdu.encode_report(200, "+33612345678", NOON, NOON.astimezone(UTC), 0x41, "+33609001390")
    assert report_fields(pdu.hex()) == (
        '6,200,"+33612345678",145,"26/03/04,12:00:01+08","26/03/04,10:00:01+00",65'
    )
