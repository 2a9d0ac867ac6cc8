"""Days and hours as texts say them: French, short, and in the alphabet of SMS."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from smsdesk.domain.french_dates import spoken_day, spoken_days, spoken_hour, spoken_span
from smsdesk.domain.outgoing import Encoding
from smsdesk.domain.text import measure


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 12), "jeudi 12 mars"),
        (date(2026, 5, 1), "vendredi 1er mai"),
        (date(2026, 8, 13), "jeudi 13 aout"),
        (date(2026, 12, 25), "vendredi 25 décembre"),
    ],
)
def test_a_day(day: date, said: str) -> None:
    assert spoken_day(day) == said


def test_a_far_day_says_its_year() -> None:
    assert spoken_day(date(2027, 11, 22), today=date(2026, 11, 22)) == "lundi 22 novembre 2027"
    assert spoken_day(date(2027, 3, 1), today=date(2026, 11, 22)) == "lundi 1er mars"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 12), date(2026, 3, 12), "jeudi 12 mars"),
        (date(2026, 3, 12), date(2026, 3, 14), "du jeudi 12 au samedi 14 mars"),
        (date(2026, 3, 30), date(2026, 4, 2), "du lundi 30 mars au jeudi 2 avril"),
        (date(2026, 12, 31), date(2027, 1, 2), "du jeudi 31 décembre 2026 au samedi 2 janvier 2027"),
    ],
)
def test_days_in_a_row(first: date, last: date, said: str) -> None:
    assert spoken_span(first, last) == said


def test_single_days_say_each_month_once() -> None:
    assert spoken_days([date(2026, 3, 12)]) == "jeudi 12 mars"
    assert (
        spoken_days([date(2026, 3, 13), date(2026, 3, 12), date(2026, 3, 12)])
        == "jeudi 12 et vendredi 13 mars"
    )
    assert (
        spoken_days([date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1)])
        == "lundi 30, mardi 31 mars et mercredi 1er avril"
    )
    assert spoken_days([]) == ""


@pytest.mark.parametrize(
    ("hour", "said"), [(time(17, 30), "17h30"), (time(18), "18h"), (time(8, 5), "8h05"), (time(0), "0h")]
)
def test_an_hour(hour: time, said: str) -> None:
    assert spoken_hour(hour) == said


def test_every_day_of_a_year_is_in_the_alphabet_of_sms() -> None:
    days = (date(2026, 1, 1) + timedelta(days=number) for number in range(365))
    assert {measure(spoken_day(day)).encoding for day in days} == {Encoding.GSM7}
