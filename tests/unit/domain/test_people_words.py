"""What is typed into the search of people, phones as one dials them, and kinds of phones."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.people import Phone
from smsdesk.domain.people_search import DIALLED_SQL, EVERYBODY, Sought, dialled, sought
from smsdesk.domain.phone_kinds import PhoneKind

E164S = (
    "+33639980001",
    "+262692123456",
    "+590690123456",
    "+447911123456",
    "+3312",
    "+32470123456",
    "+26012345678",
)


@pytest.mark.parametrize(
    ("typed", "words", "digits"),
    [
        ("", (), ()), ("  ", (), ()), ("%", (), ()), ("6", (), ()), ("-", (), ()), ("Lé  MARTIN", ("le", "martin"), ()),
        ("d’Œuvre", ("d", "oeuvre"), ()), ("06 39", (), ("0639",)), ("06.39-98", (), ("063998",)), ("+33 6 3", (), ("063",)),
        ("0033 6 3", (), ("063",)), ("+33 (0)6 3", (), ("063",)), ("33639", (), ("33639", "0639")), ("39", (), ("39",)),
        ("+44 79", (), ("004479",)), ("+262 692", (), ("0692",)), ("martin 06 39", ("martin",), ("0639",)),
        ("06 martin 39", ("martin",), ("0639",)), ("martin martin", ("martin",), ()), ("٠٦٣٩", (), ("0639",)),
    ],
)  # fmt: skip
def test_what_is_meant(typed: str, words: tuple[str, ...], digits: tuple[str, ...]) -> None:
    assert sought(typed) == Sought(words, digits)
    assert (sought(typed) == EVERYBODY) == (not words and not digits)


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    found = sought(typed)
    assert all(word == word.strip() and " " not in word for word in found.words)
    assert all(digits.isascii() and digits.isdigit() for digits in found.digits)


@given(st.sampled_from(E164S), st.integers(3, 16))
def test_a_number_is_found_while_it_is_typed_with_its_country(e164: str, typed: int) -> None:
    (half,) = sought(e164[:typed]).digits
    assert dialled(e164).startswith(half) or half.startswith("00")
    assert dialled(e164) == sought(e164).digits[0]


@pytest.mark.parametrize("e164", E164S)
def test_the_database_dials_like_the_program(e164: str) -> None:
    with sqlite3.connect(":memory:") as database:
        row = database.execute(f"SELECT {DIALLED_SQL} FROM (SELECT ? AS e164)", (e164,)).fetchone()
    database.close()
    assert row == (dialled(e164),)


@pytest.mark.parametrize(
    ("phone", "kind"),
    [
        (Phone("+33639980001"), PhoneKind.MOBILE), (Phone("+33142345678", mobile=False), PhoneKind.LANDLINE),
        (Phone("+33912345678", mobile=False), PhoneKind.LANDLINE), (Phone("+33199001234", mobile=False), PhoneKind.LANDLINE),
        (Phone("+33892123456", mobile=False), PhoneKind.OTHER), (Phone("+33800123456", mobile=False), PhoneKind.OTHER),
        (Phone("+999", mobile=False), PhoneKind.OTHER), (Phone("x", mobile=False), PhoneKind.OTHER),
    ],
)  # fmt: skip
def test_kinds_of_phones(phone: Phone, kind: PhoneKind) -> None:
    assert phone.kind is kind
