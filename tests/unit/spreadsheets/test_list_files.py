"""Lists of every shape in files of every kind, encoding and separator: the same people come out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from list_shapes import NAMED, SHAPES, differences, make_list
from list_shapes.files import ENCODINGS, SEPARATORS, WORKBOOKS, write_text

from smsdesk.domain.list_reading import read_class_list
from smsdesk.spreadsheets.reading import read_sheets

FAMILIES = 5
ONE_SHEET = [shape for shape in SHAPES if shape not in {"one_table_a_class", "two_children_sheets"}]
TEXTS = [(encoding, SEPARATORS[at % len(SEPARATORS)]) for at, encoding in enumerate(ENCODINGS)]


def wrong_with(path: Path, shape: str, seed: int) -> list[str]:
    _, truth = make_list(shape, seed, FAMILIES)
    found = read_class_list(read_sheets(path))
    said = differences(truth, found) + [str(doubt.sentence) for doubt in found.doubts]
    return said + [f"{reject.cell} {reject.reason}" for reject in found.rejected if reject.value not in NAMED]


@pytest.mark.parametrize("suffix", WORKBOOKS)
@pytest.mark.parametrize("shape", SHAPES)
def test_workbooks(tmp_path: Path, shape: str, suffix: str) -> None:
    file, _ = make_list(shape, 1000, FAMILIES)
    path = tmp_path / f"{file.stem}.{suffix}"
    WORKBOOKS[suffix](path, file)
    assert wrong_with(path, shape, 1000) == []


@pytest.mark.parametrize(("encoding", "separator"), TEXTS)
@pytest.mark.parametrize("shape", ONE_SHEET)
def test_texts(tmp_path: Path, shape: str, encoding: str, separator: str) -> None:
    seed = 2000 + ENCODINGS.index(encoding)
    file, _ = make_list(shape, seed, FAMILIES)
    path = tmp_path / f"{file.stem}.csv"
    write_text(path, replace(file, sheets=file.sheets[:1]), encoding, separator)
    assert wrong_with(path, shape, seed) == []
