"""What school years are called."""

from __future__ import annotations

from datetime import date

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.seasons import check_season, level_after, season_after, season_of


@pytest.mark.parametrize(
    ("day", "season"),
    [
        (date(2026, 7, 31), "2025-2026"), (date(2026, 8, 1), "2026-2027"), (date(2027, 1, 1), "2026-2027"),
        (date(2027, 6, 30), "2026-2027"),
    ],
)  # fmt: skip
def test_a_school_year_begins_in_august(day: date, season: str) -> None:
    assert season_of(day) == season


@pytest.mark.parametrize(
    ("name", "after"),
    [("2026-2027", "2027-2028"), ("2026 / 2027", "2027 / 2028"), ("Été", "2026-2027"), ("", "2026-2027")],
)
def test_the_one_after(name: str, after: str) -> None:
    assert season_after(name, date(2026, 9, 1)) == after


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_name_that_is_none(name: str) -> None:
    with pytest.raises(InputError, match="2026-2027"):
        check_season(name, "")


def test_the_season_that_runs_cannot_begin() -> None:
    assert check_season(" 2027-2028 ", "2026-2027") == "2027-2028"
    with pytest.raises(InputError, match="begun already"):
        check_season(" 2026-2027", "2026-2027")


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("CP", "CE1"), ("ce1 B", "CE2 B"), ("CM2", "6e"), ("6ème 3", "5ème 3"), ("Tle", ""), ("Terminale", ""),
        ("Piano", ""), ("", ""), ("CP/CE1", ""),
    ],
)  # fmt: skip
def test_a_class_goes_up(name: str, after: str) -> None:
    assert level_after(name) == after
