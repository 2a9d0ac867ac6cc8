"""How many families get something."""

from __future__ import annotations

import pytest

from smsdesk.domain.households import households

LEA, TOM, ZOE, MAX = range(4)


@pytest.mark.parametrize(
    ("phones", "families"),
    [
        ([], 0),
        ([[LEA], [TOM]], 2),
        ([[LEA], [LEA]], 1),  # her mother's and her father's
        ([[LEA, TOM], [TOM]], 1),
        ([[LEA, TOM], [TOM, ZOE], [MAX]], 2),  # a half-brother joins both homes
        ([[MAX], [ZOE], [TOM], [LEA], [LEA, MAX], [ZOE, TOM], [MAX, TOM]], 1),
    ],
)
def test_whoever_shares_a_phone_is_of_one_family(phones: list[list[int]], families: int) -> None:
    assert households(phones) == families
