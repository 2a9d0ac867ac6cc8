"""Phones in every spelling that lists are known for, and the fast path held against phonenumbers."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smsdesk.domain import phones
from smsdesk.domain.french_phones import french_phone
from smsdesk.domain.phones import CellPhones, ParsedPhone, normalise_phone, parse_phones
from smsdesk.domain.sentences import Sentence

MOBILE = "+33612345678"


@pytest.mark.parametrize(
    "written",
    [
        "0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78", " 06 12 34 56 78 ",
        "+33612345678", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "0033 6 12 34 56 78", "33612345678",
        "612345678", 612345678, 612345678.0, 33612345678.0, "612345678.0", "6,12345678E+08", "6.12345678e8", "6,1234567800E+08",
        "06 12 34 56 78 (maman)", "Tél. : 06 12 34 56 78", "O6 12 34 56 78", "O612345678", "٠٦١٢٣٤٥٦٧٨", "06‑12‑34‑56‑78", "06\u00a012\u00a034\u00a056\u00a078",
        "０６１２３４５６７８", "1) 06 12 34 56 78", "tel2: 0612345678", "06 12 34 56 78 poste 12", "(06) 12 34 56 78",
        "'0612345678", "\u200e0612345678", "06 12 34 56 78 anne@example.org", "0612345678\n",
    ],
)  # fmt: skip
def test_one_french_mobile_in_many_spellings(written: str | float) -> None:
    parsed = normalise_phone(written)
    assert isinstance(parsed, ParsedPhone), str(parsed)
    assert (parsed.e164, parsed.mobile) == (MOBILE, True)


@pytest.mark.parametrize(
    ("written", "e164", "mobile"),
    [
        ("0751223344", "+33751223344", True),
        ("01 42 34 56 78", "+33142345678", False),
        (142345678.0, "+33142345678", False),
        ("09 51 22 33 44", "+33951223344", False),
        ("0692 12 34 56", "+262692123456", True),
        ("+33 692 12 34 56", "+262692123456", True),
        ("0690 12 34 56", "+590690123456", True),
        ("0696 12 34 56", "+596696123456", True),
        ("0694 20 34 56", "+594694203456", True),
        ("0639 69 00 01", "+262639690001", True),
        ("+262 692 12 34 56", "+262692123456", True),
        ("+32 470 12 34 56", "+32470123456", True),
        ("0032 470 12 34 56", "+32470123456", True),
        (32470123456.0, "+32470123456", True),
        ("+44 7400 123456", "+447400123456", True),
        ("+1 650 253 0000", "+16502530000", True),
        ("06 39 98 12 34", "+33639981234", True),
        (639981234, "+33639981234", True),
        ("01 99 00 12 34", "+33199001234", False),
        ("02 61 91 12 34", "+33261911234", False),
        ("03 53 01 12 34", "+33353011234", False),
        ("04 65 71 12 34", "+33465711234", False),
        ("05 36 49 12 34", "+33536491234", False),
    ],
)
def test_landlines_overseas_foreign_and_fiction(written: str | float, e164: str, mobile: bool) -> None:
    parsed = normalise_phone(written)
    assert isinstance(parsed, ParsedPhone), str(parsed)
    assert (parsed.e164, parsed.mobile) == (e164, mobile)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("06 12 34 56 78 / 07 51 22 33 44", [("+33612345678", ""), ("+33751223344", "")]),
        ("0612345678/0751223344", [("+33612345678", ""), ("+33751223344", "")]),
        ("0612345678 0751223344", [("+33612345678", ""), ("+33751223344", "")]),
        ("06-12-34-56-78-07-51-22-33-44", [("+33612345678", ""), ("+33751223344", "")]),
        ("612345678 / 751223344", [("+33612345678", ""), ("+33751223344", "")]),
        ("06 12 34 56 78, 07 51 22 33 44", [("+33612345678", ""), ("+33751223344", "")]),
        ("06 12 34 56 78\n07 51 22 33 44", [("+33612345678", ""), ("+33751223344", "")]),
        ("06 12 34 56 78;07 51 22 33 44", [("+33612345678", ""), ("+33751223344", "")]),
        ("+33612345678 +33751223344", [("+33612345678", ""), ("+33751223344", "")]),
        (
            "06 12 34 56 78 (maman) 07 51 22 33 44 (papa)",
            [("+33612345678", "maman"), ("+33751223344", "papa")],
        ),
        ("Mère : 0612345678 Père : 0751223344", [("+33612345678", "Mère"), ("+33751223344", "Père")]),
        ("0612345678 / 06 12 34 56 78", [("+33612345678", "")]),
    ],
)
def test_two_numbers_in_one_cell(written: str, expected: list[tuple[str, str]]) -> None:
    found = parse_phones(written)
    assert [(phone.e164, phone.label) for phone in found.phones] == expected
    assert not found.rejects


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("06 12 34 56 7", "9 digits"),
        ("06 12 34 56 78 9", "11 digits"),
        ("61234567890", "11 digits"),
        ("3949", "short number"),
        ("36180", "short number"),
        ("6.12E+08", "shortened"),
        ("6,12E+08", "shortened"),
        ("6,1234567E+08", "shortened"),
        ("6,123456789E+08", "shortened"),
        ("07 11 22 33 44", "No French phone"),
        ("+33 1", "does not exist"),
        ("+999 123456789", "does not exist"),
        ("idem", "no phone number"),
        ("voir la mère", "no phone number"),
        (1.5, "not a phone"),
        (True, "not a phone"),
        (float("nan"), "not a phone"),
        (float("inf"), "not a phone"),
        (-612345678.0, "not a phone"),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(written: str | float, says: str) -> None:
    reason = normalise_phone(written)
    assert isinstance(reason, Sentence)
    assert says in str(reason)


@pytest.mark.parametrize("written", ["", "  ", "-", "/", "néant", "Aucun", "N/A", "non communiqué", "x", "?"])
def test_a_cell_that_means_nothing_is_no_reject(written: str) -> None:
    found = parse_phones(written)
    assert not found.phones
    assert not found.rejects


def test_a_good_number_beside_a_bad_one_is_kept_and_the_bad_one_named() -> None:
    found = parse_phones("06 12 34 56 78 / 07 51 22 33 4")
    assert [phone.e164 for phone in found.phones] == [MOBILE]
    assert [reject.text for reject in found.rejects] == ["07 51 22 33 4"]


@pytest.mark.parametrize(
    "hostile", ["AT+CMGS=1\r0612345678\x1a", '06 12 34 56 78";+CMGD=1', "\x1b0612345678"]
)
def test_no_control_character_reaches_the_number(hostile: str) -> None:
    for phone in parse_phones(hostile).phones:
        assert phone.e164.startswith("+")
        assert phone.e164[1:].isascii()
        assert phone.e164[1:].isdigit()


SPELLINGS = st.one_of(
    st.text("0123456789 .-+", max_size=18),
    st.from_regex(r"(?:\+33|0033|0)?[ .-]{0,2}[1-9](?:[ .-]{0,2}[0-9]){8}[ .,0-]{0,3}", fullmatch=True),
    st.builds("{}{}".format, st.sampled_from(["0", "+33", "0033", ""]), st.integers(10**8, 10**9 - 1)),
    st.builds("{}.{}".format, st.integers(0, 10**10), st.sampled_from(["0", "00", "000000"])),
    st.text("٠١٢٣٤٥٦0123456789 .", max_size=14),
)


@settings(max_examples=1_000)
@given(SPELLINGS)
@example("0612345678")
@example("06 3998 0000")
@example("+33 7 00 00 00 00")
@example("0692123456")
@example("61234567.0")
@example("06123456.00")
@example("06.12.34.56.00")
@example("06٠٠٠٠٠٠٠٠")
@example("02 61 91 00 00")
def test_the_fast_path_says_what_the_slow_one_says(text: str) -> None:
    quick = french_phone(text)
    if quick is not None:
        assert phones._parse_text(text) == CellPhones((ParsedPhone(*quick),))


@settings(max_examples=1_000)
@given(st.integers(10**8, 10**9 - 1), st.sampled_from(["0{}", "+33{}", "0033{}", "{}"]))
def test_every_french_phone_takes_the_fast_path(national: int, form: str) -> None:
    number = phonenumbers.PhoneNumber(country_code=33, national_number=national)
    kind = phonenumbers.number_type(number)
    mobile = kind == phonenumbers.PhoneNumberType.MOBILE or str(national).startswith("63998")
    usual = mobile or kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.VOIP)
    usual = usual and not (form == "{}" and national % 10**6 == 0)  # digits were rounded away
    assert french_phone(form.format(national)) == ((f"+33{national}", mobile) if usual else None)


@given(st.one_of(st.text(max_size=80), st.floats(), st.integers(-(10**20), 10**20)))
def test_whatever_a_cell_holds_gives_numbers_or_reasons(value: str | float) -> None:
    found = parse_phones(value)
    assert all(phone.e164[0] == "+" and phone.e164[1:].isdigit() for phone in found.phones)


@pytest.mark.parametrize("written", ["079 123 45 67", "0470 12 34 56", "0470/12.34.56", "0470/123456"])
def test_a_number_grouped_as_in_other_countries_is_asked_and_not_guessed(written: str) -> None:
    found = parse_phones(written)
    assert not found.phones
    assert "+41" in str(found.rejects[0].reason)


@pytest.mark.parametrize("rounded", [612000000.0, 612000000, "612000000"])
def test_a_number_whose_digits_were_rounded_away_is_refused(rounded: str | float) -> None:
    assert not parse_phones(rounded).phones
    assert [phone.e164 for phone in parse_phones("06 12 00 00 00").phones] == ["+33612000000"]


@pytest.mark.parametrize("written", ["06 12 34 56 78 / 79", "0612345678/79"])
def test_a_second_number_of_which_only_the_end_stands_there_is_named(written: str) -> None:
    found = parse_phones(written)
    assert [phone.e164 for phone in found.phones] == [MOBILE]
    assert [reject.text for reject in found.rejects] == [written]


def test_zeros_typed_as_letters() -> None:
    assert parse_phones("O6 12 OO OO 2O").phones == (ParsedPhone("+33612000020", mobile=True),)


def test_a_text_far_too_long_for_a_phone_is_refused_at_once() -> None:
    found = parse_phones("06 12 34 56 78 " + "06." * 5_000)
    assert not found.phones
    assert "too long" in str(found.rejects[0].reason)


@pytest.mark.parametrize(
    "written",
    [
        "06 39 98 00 01 9h-17h", "06 39 98 00 01 (18h-20h)", "0639980001 12h30", "né le 12/03/2014 : 06 39 98 00 01",
        "02/09/2026 18:22 06 39 98 00 01", "06 39 98 00 01 (2026-09-02)", "02/09/2026 0639980001",
    ],
)  # fmt: skip
def test_days_and_hours_beside_a_number_are_no_digits_of_it(written: str) -> None:
    found = parse_phones(written)
    assert [phone.e164 for phone in found.phones] == ["+33639980001"]
    assert not found.rejects


@pytest.mark.parametrize(
    "written", ["02/09/2026 18:22", "02/09/2026 18h22", "2026-09-02T18:22:05", "12/03/2014", "14h30"]
)
def test_a_moment_alone_is_no_phone_and_is_named(written: str) -> None:
    found = parse_phones(written)
    assert not found.phones
    assert [reject.text for reject in found.rejects] == [written]


@pytest.mark.parametrize("written", ["02.99.20.26.18", "02-99-2026-18", "06/12/2034/56", "02 09 20 26 18"])
def test_a_phone_that_looks_like_a_day_stays_a_phone(written: str) -> None:
    assert len(parse_phones(written).phones) == 1
