"""Lists of every shape, made from a known school, are read as what they tell: names, phones, families, classes."""

from __future__ import annotations

import pytest
from list_shapes import NAMED, SHAPES, differences, make_list

from smsdesk.domain.list_reading import read_class_list

SEEDS = range(6)
MANY_SEEDS = range(6, 400)


def wrong_with(shape: str, seed: int) -> list[str]:
    """Every way in which one list was not read as what it tells, doubts and rejected cells too."""
    file, truth = make_list(shape, seed)
    found = read_class_list(file)
    said = differences(truth, found) + [str(doubt.sentence) for doubt in found.doubts]
    return said + [f"{reject.cell} {reject.reason}" for reject in found.rejected if reject.value not in NAMED]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_list_is_read_as_what_it_tells(shape: str) -> None:
    assert {seed: wrong for seed in SEEDS if (wrong := wrong_with(shape, seed))} == {}


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("shape", SHAPES)
def test_hundreds_of_lists_of_every_shape_are_read_as_what_they_tell(shape: str) -> None:
    assert {seed: wrong for seed in MANY_SEEDS if (wrong := wrong_with(shape, seed))} == {}
