"""Repetitions in words: what a command understands, and how a rule is told."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.errors import InputError
from smsdesk.domain.recurrence import parse_rule
from smsdesk.domain.recurrence_words import parse_every, rule_words


@pytest.mark.parametrize(
    ("words", "rule", "hour"),
    [
        ("week thu 18:00", "FREQ=WEEKLY;BYDAY=TH", time(18)),
        ("Semaine jeudi 18h", "FREQ=WEEKLY;BYDAY=TH", time(18)),
        ("2 weeks mon,thu 8h30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", time(8, 30)),
        ("month 15 18:00", "FREQ=MONTHLY;BYMONTHDAY=15", time(18)),
        ("mois 1 15 18:00", "FREQ=MONTHLY;BYMONTHDAY=1,15", time(18)),
        ("month first mon 8:00", "FREQ=MONTHLY;BYDAY=1MO", time(8)),
        ("mois premier lundi 8h", "FREQ=MONTHLY;BYDAY=1MO", time(8)),
        ("3 mois dernier vendredi 17:30", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", time(17, 30)),
        ("day 7:00", "FREQ=DAILY", time(7)),
        ("jour lun mar mer jeu ven 7h", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", time(7)),
    ],
)
def test_words_become_the_rule_that_is_meant(words: str, rule: str, hour: time) -> None:
    found, at = parse_every(words)
    assert (str(found), at) == (rule, hour)


@pytest.mark.parametrize(
    "words",
    [
        "", "week", "week thu", "thu 18:00", "week 18:00", "week m 18:00", "week thu 25:00",
        "week thu 18:60", "month 18:00", "month first 18:00", "month 32 18:00", "month first xyz 18:00",
        "0 weeks thu 18:00", "9999 weeks thu 18:00", "week thu 18:00 " * 50, "\u202eweek thu 18:00", "٣ week thu 18:00",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_in_a_sentence(words: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_every(words)
    assert str(refused.value).endswith((".", '"'))


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("FREQ=WEEKLY;BYDAY=TH", "Each week on Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,TH", "Every 2 weeks on Monday, Tuesday and Thursday"),
        ("FREQ=WEEKLY", "Each week"),
        ("FREQ=MONTHLY;BYDAY=1MO", "Each month on the first Monday"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "Every 2 months on the last Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "Each month on day 1, 15"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "Each month on the last day"),
        ("FREQ=DAILY", "Each day"),
        ("FREQ=DAILY;INTERVAL=3", "Every 3 days"),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", "By the rule FREQ=YEARLY;BYDAY=1MO;BYMONTH=9"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "By the rule FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1"),
    ],
)
def test_a_rule_is_told_in_plain_words(rule: str, told: str) -> None:
    assert str(rule_words(parse_rule(rule))) == told


@given(st.text(max_size=40))
def test_any_text_is_understood_or_refused(words: str) -> None:
    try:
        rule, _ = parse_every(words)
    except InputError:
        return
    assert parse_rule(str(rule)) == rule
