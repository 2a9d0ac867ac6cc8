"""A family is one family, however its network writes its number."""

from __future__ import annotations

import pytest

from smsdesk.domain.sender_numbers import family_number

FRENCH, SWISS, BELGIAN, AMERICAN = (
    "8933010000001234567",
    "8941010000001234567",
    "8932010000001234567",
    "89014100000012345678",
)


@pytest.mark.parametrize(
    ("sender", "sim", "known"),
    [
        ("+33612345678", FRENCH, "+33612345678"),
        ("0612345678", FRENCH, "+33612345678"),
        ("612345678", FRENCH, "+33612345678"),
        ("33612345678", FRENCH, "+33612345678"),
        ("0033612345678", FRENCH, "+33612345678"),
        ("0639980081", FRENCH, "+33639980081"),
        ("0692123456", FRENCH, "+262692123456"),
        ("0032470123456", FRENCH, "+32470123456"),
        ("32470123456", FRENCH, "+32470123456"),
        ("0612345678", "208201234567890", "+33612345678"),
        ("0612345678", "imei:356938035643809", "+33612345678"),
        ("0612345678", "", "+33612345678"),
        ("0791234567", SWISS, "+41791234567"),
        ("0033612345678", SWISS, "+33612345678"),
        ("0470123456", BELGIAN, "+32470123456"),
        ("2015550123", AMERICAN, "+12015550123"),
        ("0000000000", FRENCH, "0000000000"),
        ("123456789", SWISS, "123456789"),
        ("01234567890123456789", FRENCH, "01234567890123456789"),
        ("*123#456789", FRENCH, "*123#456789"),
    ],
)
def test_known(sender: str, sim: str, known: str) -> None:
    assert family_number(sender, sim) == known
