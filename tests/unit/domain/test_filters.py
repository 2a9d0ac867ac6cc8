"""Filters as they are kept and read back, and ages by the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import (
    NO_FILTER,
    NOBODY,
    ConsentState,
    PeopleFilter,
    Reach,
    born_by,
    folded_cities,
)
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind

ages = st.none() | st.integers(0, 150)
filters = st.builds(
    PeopleFilter,
    kinds=st.frozensets(st.sampled_from(ContactKind)),
    min_age=ages,
    max_age=ages,
    cities=st.lists(st.text(max_size=8), max_size=3).map(tuple),
    group_ids=st.lists(st.integers(0, 2**63 - 1), max_size=3).map(tuple),
    consent=st.none() | st.tuples(st.sampled_from(Purpose), st.sampled_from(ConsentState)),
    reach=st.none() | st.sampled_from(Reach),
    archived=st.booleans(),
)


@given(filters)
def test_a_filter_is_read_back_as_it_was_kept(kept: PeopleFilter) -> None:
    assert PeopleFilter.from_json(kept.to_json()) == kept
    assert kept.empty == (kept == NO_FILTER)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "null", "[]", "7", '"x"', "[" * 100_000, '{"shoe_size": 42}', '{"min_age": "18"}', '{"min_age": true}',
        '{"min_age": NaN}', '{"min_age": 1e400}', '{"kinds": "pupil"}', '{"kinds": ["dragon"]}', '{"kinds": [[]]}',
        '{"consent": ["alert"]}', '{"consent": ["alert", "maybe"]}', '{"reach": []}', '{"group_ids": [1.5]}',
        '{"group_ids": [9223372036854775808]}', '{"archived": 1}', '{"cities": [1]}', '{"cities": {}}', '{"cities": ["\\ud800"]}',
    ],
)  # fmt: skip
def test_what_cannot_be_read_lets_nobody_pass(text: str) -> None:
    assert PeopleFilter.from_json(text) == NOBODY
    assert not NOBODY.empty


@given(
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.dates(date(2026, 1, 2), date(2060, 1, 1)),
    st.integers(0, 120),
)
def test_an_age_changes_on_the_birthday(born: date, today: date, years: int) -> None:
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    assert (born.isoformat() <= born_by(years, today)) == (age >= years)


def test_ages_that_cannot_be_are_refused() -> None:
    with pytest.raises(InputError, match="at least 30 and at most 20"):
        PeopleFilter(min_age=30, max_age=20).check()
    for age in (-1, 151):
        with pytest.raises(InputError, match="from 0 to 150"):
            PeopleFilter(max_age=age).check()
    PeopleFilter(min_age=18, max_age=18).check()


def test_towns_are_compared_without_case_and_accents() -> None:
    assert folded_cities(("Orléans", "ORLEANS", "  ", "La  Ferté")) == ("orleans", "la ferte")


@pytest.mark.parametrize(
    "towns",
    [
        ("Saint-Étienne", "SAINT ETIENNE", "St Étienne"),
        ("L’Haÿ-les-Roses", "L'HAY LES ROSES"),
        ("Œuilly", "OEUILLY"),
    ],
)
def test_a_town_is_one_however_it_is_written(towns: tuple[str, ...]) -> None:
    assert len(folded_cities(towns)) == 1
