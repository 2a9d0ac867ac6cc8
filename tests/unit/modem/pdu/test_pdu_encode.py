"""SMS-SUBMIT, against the specification, the gsm0338 package and our own decoder."""

from __future__ import annotations

import re
from dataclasses import replace

import gsm0338
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdu_frames import delivered, packed

from smsdesk.domain import gsm0338 as tables
from smsdesk.domain.incoming import Deliver, SenderKind
from smsdesk.domain.outgoing import Concat, Encoding, Submission
from smsdesk.domain.text import measure, normalise, segment
from smsdesk.modem.pdu import decode, encode_submit

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=400)
GSM_TEXT = st.text(alphabet=st.sampled_from(sorted(tables.ALPHABET - {"\r", "\f"})), max_size=160)
TO = "+33612345678"


def one(text: str, to: str = TO, **rest: object) -> Submission:
    return replace(Submission(1, to, text, measure(normalise(text)).encoding, report=False), **rest)


def test_the_textbook_example():
    pdu = encode_submit(one("hellohello", "+46708251358", validity_minutes=4 * 24 * 60))
    assert pdu.hex == "0011000B916407281553F80000AA0AE8329BFD4697D9EC37"
    assert pdu.tpdu_length == 23


def test_each_flag_has_its_bit():
    plain = encode_submit(one("a")).hex
    assert plain[2:4] == "01"
    assert encode_submit(one("a", report=True)).hex[2:4] == "21"
    assert encode_submit(one("a"), reject_duplicates=True).hex[2:4] == "05"
    assert encode_submit(one("a", validity_minutes=60)).hex[2:4] == "11"
    assert encode_submit(one("a", concat=Concat(7, 2, 1))).hex[2:4] == "41"


def test_the_header_of_a_part_has_8_bits_of_reference_while_they_do():
    assert "050003FF0302" in encode_submit(one("a", concat=Concat(255, 3, 2))).hex
    assert "06080401000302" in encode_submit(one("a", concat=Concat(256, 3, 2))).hex


@pytest.mark.parametrize(
    "text", ["§", "`", "ÿ", "😀", "\ud83d", "e\u0301", "a" * 7 + "@", "@" * 8, "\x1b\x1a\r", "", "\f"]
)
def test_texts_that_other_encoders_spoil(text: str):
    assert decode(delivered(encode_submit(one(text)).hex)).text == normalise(text)


@given(ANY_TEXT, st.integers(0, 255))
def test_any_text_arrives_as_its_normal_form(text: str, ref: int):
    clean = normalise(text)
    encoding, parts = segment(clean)
    texts = []
    for seq, part in enumerate(parts, start=1):
        concat = Concat(ref, len(parts), seq) if len(parts) > 1 else None
        got = decode(delivered(encode_submit(Submission(1, TO, part, encoding, concat)).hex))
        assert isinstance(got, Deliver)
        assert (got.sender, got.sender_kind, got.concat) == (TO, SenderKind.PHONE, concat)
        texts.append(got.text)
    assert "".join(texts) == clean


@given(
    ANY_TEXT.map(lambda text: normalise(text)[:33]), st.integers(0, 0xFFFF), st.integers(1, 255), st.data()
)
def test_any_reference_comes_back(text: str, ref: int, total: int, data: st.DataObject):
    concat = Concat(ref, total, data.draw(st.integers(1, total)), wide=ref > 0xFF)
    got = decode(delivered(encode_submit(one(text, concat=concat)).hex))
    assert (got.text, got.concat) == (text, concat)


@given(GSM_TEXT)
def test_septets_are_those_of_the_independent_package(text: str):
    septets = gsm0338.Codec().encode(text)[0]
    if len(septets) > 160:
        with pytest.raises(ValueError, match="fit"):
            encode_submit(one(text, encoding=Encoding.GSM7))
    else:
        assert encode_submit(one(text)).hex.endswith(f"{len(septets):02X}{packed(septets).upper()}")


@given(GSM_TEXT.filter(lambda text: len(gsm0338.Codec().encode(text)[0]) <= 152), st.sampled_from([3, 300]))
def test_septets_behind_a_header_start_on_their_boundary(text: str, ref: int):
    septets = gsm0338.Codec().encode(text)[0]
    fill = 1 if ref < 256 else 0
    hex_text = encode_submit(one(text, concat=Concat(ref, 2, 1))).hex
    assert hex_text.endswith(packed(septets, fill).upper() if septets else "0201" + "00" * fill)


@pytest.mark.parametrize(
    ("text", "concat"),
    [
        ("a" * 161, None),
        ("€" * 80 + "a", None),
        ("a" * 154, Concat(1, 2, 1)),
        ("a" * 153, Concat(256, 2, 1)),
        ("ê" * 71, None),
        ("😀" * 36, None),
        ("ê" * 68, Concat(1, 2, 1)),
        ("ê" * 67, Concat(256, 2, 1)),
    ],
)
def test_a_text_too_long_for_one_part_is_refused(text: str, concat: Concat | None):
    with pytest.raises(ValueError, match="fit"):
        encode_submit(one(text, concat=concat))
    assert encode_submit(one(text[1:], concat=concat))


def test_a_character_outside_its_alphabet_is_refused():
    with pytest.raises(ValueError, match="encode"):
        encode_submit(one("ê", encoding=Encoding.GSM7))


@pytest.mark.parametrize("concat", [(-1, 2, 1), (65536, 2, 1), (0, 0, 0), (0, 2, 3), (0, 256, 1), (0, 2, 0)])
def test_an_impossible_concatenation_is_refused(concat: tuple[int, int, int]):
    with pytest.raises(ValueError, match="concatenation"):
        encode_submit(one("a", concat=Concat(*concat)))


@pytest.mark.parametrize(
    "number",
    [
        "", "+", "06 12 34 56 78", "0612345678", "+0612345678", "+336123456789012345", "+33", "12", "123456789", "abc",
        "+33612345678\r", "+33612345678\n", "+33612345678;AT", '+33612345678"', "+3361234567\x1a", "\x1b", "+٣٣٦١٢٣٤٥٦",
        "３６１８０", "+33 612345678", "²³¹²³",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(number: str):
    with pytest.raises(ValueError, match="number"):
        encode_submit(one("a", number))


@pytest.mark.parametrize(
    ("number", "field"), [("36180", "05816381F0"), ("114", "038111F4"), ("+331234", "06913321" + "43")]
)
def test_short_and_long_numbers(number: str, field: str):
    assert encode_submit(one("a", number)).hex[6:].startswith(field)


@given(st.text(), ANY_TEXT, st.sampled_from(Encoding), st.one_of(st.none(), st.integers(-5, 10**7)))
def test_nothing_but_hex_ever_comes_out(number: str, text: str, encoding: Encoding, validity: int | None):
    for to in (number, TO):
        try:
            pdu = encode_submit(one(text, to, encoding=encoding, validity_minutes=validity))
        except ValueError:
            continue
        assert re.fullmatch(r"00([0-9A-F]{2})+", pdu.hex)
        assert pdu.tpdu_length == len(pdu.hex) // 2 - 1


def period(octet: int) -> int:
    """Minutes of a relative validity period (23.040, 9.2.3.12.1)."""
    if octet <= 143:
        return (octet + 1) * 5
    if octet <= 167:
        return 12 * 60 + (octet - 143) * 30
    return (octet - 166) * 24 * 60 if octet <= 196 else (octet - 192) * 7 * 24 * 60


@given(st.integers(1, 700_000) | st.integers(1, 3000))
def test_the_validity_is_the_longest_that_is_not_too_long(minutes: int):
    octet = int(encode_submit(one("", validity_minutes=minutes)).hex[-4:-2], 16)
    fitting = [scale for scale in range(256) if period(scale) <= minutes]
    assert period(octet) == period(fitting[-1] if fitting else 0)


@pytest.mark.parametrize("minutes", [0, -1])
def test_a_validity_that_is_over_is_refused(minutes: int):
    with pytest.raises(ValueError, match="validity"):
        encode_submit(one("a", validity_minutes=minutes))
