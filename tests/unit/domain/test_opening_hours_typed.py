from __future__ import annotations

from datetime import time

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.opening_hours import OpeningHours
from smsdesk.domain.opening_hours_typed import typed_spans, written_spans

MORNING = (time(9), time(12))
AFTERNOON = (time(14), time(18, 30))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ()),
        ("  ", ()),
        ("9:00-12:00, 14:00-18:30", (MORNING, AFTERNOON)),
        ("9h-12h et 14h-18h30", (MORNING, AFTERNOON)),
        ("14h à 18h30 ; 9 – 12", (MORNING, AFTERNOON)),
        ("09.00-12.00/14.00-18.30", (MORNING, AFTERNOON)),
        ("20:00-24:00", ((time(20), time(23, 59)),)),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, expected: tuple[object, ...]) -> None:
    assert typed_spans(typed) == expected


@pytest.mark.parametrize("typed", ["matin", "9-", "25:00-26:00", "9:00", "9:70-12:00", "9-12-14"])
def test_what_is_no_hours_is_refused_by_name(typed: str) -> None:
    with pytest.raises(InputError, match=r"no opening time"):
        typed_spans(typed)


def test_what_is_written_is_read_again() -> None:
    for spans in OpeningHours().days:
        assert typed_spans(written_spans(spans)) == spans
