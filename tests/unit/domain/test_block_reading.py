"""A block of cells read at once says what its cells say one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain.block_reading import mobiles_of
from smsdesk.domain.cell_reading import ColumnCells
from smsdesk.domain.class_lists import Column, Meaning
from smsdesk.domain.people import Phone
from smsdesk.domain.sheets import Cell

PLAIN: list[Cell] = [
    "", "Martin", "L'Hôte", "Le Gall", "Zoé-Anne", "0612345678", "06 12 34 56 78", "06.99.81.00.01", "07-81-23-45-67",
    "0639980000", "06 1234 5678", "a@example.org", "12 rue des Lilas", "12345AB",
]  # fmt: skip
ODD: list[Cell] = [
    None, " ", " Martin", "Martin ", "Le  Gall", "Mar\ntin", "Mar\x85tin", "Mar\u00a0tin", "Mar\0tin", "x" * 81, "x" * 2_001,
    "Martin2", "-", "079 123 45 67", "0123456789", "06 12 34 56 7", "0612345678\n0712345678", "0612345678 ", "0692123456",
    "0656123456", "0600000000", "\u0660612345678", 612345678.0, 3, True, "06 12 34 56 78 (mère)", "n\n", "",
]  # fmt: skip
MEANINGS = [
    Meaning.PHONE, Meaning.LAST_NAME, Meaning.USUAL_NAME, Meaning.BIRTH_NAME, Meaning.EMAIL, Meaning.ADDRESS,
    Meaning.EXTERNAL_ID,
]  # fmt: skip
texts = st.text(st.sampled_from("0167+. -\n\t\0éaZ@\u2007"), max_size=14)


@settings(max_examples=2_000, deadline=None)
@given(
    st.sampled_from(MEANINGS),
    st.one_of(
        st.lists(st.sampled_from(PLAIN), min_size=1, max_size=8),
        st.lists(st.one_of(st.sampled_from([*PLAIN, *ODD]), texts), min_size=1, max_size=4),
    ),
)
def test_a_block_says_what_its_cells_say(meaning: Meaning, cells: list[Cell]) -> None:
    column = Column(0, "A", "", meaning, label="mère")
    one_by_one = [ColumnCells(column, levels=True).read([cell])[0] for cell in cells]
    alone = ColumnCells(column, levels=True)
    alone._at_once = None
    assert list(ColumnCells(column, levels=True).read(cells)) == one_by_one == list(alone.read(cells))


@pytest.mark.parametrize("second", range(10))
@pytest.mark.parametrize("third", range(10))
def test_every_beginning_of_a_mobile_is_read_alike(second: int, third: int) -> None:
    for begin in ("06", "07"):
        cell = f"{begin} {second}{third} 34 56 78"
        alone = ColumnCells(Column(0, "A", "", Meaning.PHONE), levels=True)
        alone._at_once = None
        found = mobiles_of([cell], "")
        if found is not None:
            assert found == list(alone.read([cell]))


def test_usual_cells_are_read_at_once() -> None:
    assert mobiles_of(["06 12 34 56 78", "", "0781234567"], "") == [
        Phone("+33612345678", "", True),
        None,
        Phone("+33781234567", "", True),
    ]
    assert mobiles_of(["01 23 45 67 89"], "") is None
