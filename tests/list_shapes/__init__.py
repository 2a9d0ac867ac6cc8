"""Lists of every shape that schools have, made from one school that is known: for tests and benchmarks.

`make_list(name, seed)` gives a file of sheets and what it tells; `differences` says what was not read so.
"""

from __future__ import annotations

import random
from dataclasses import replace

from smsdesk.domain.sheets import SheetFile

from . import arrangements, classes, parents, programs
from .checking import Truth, differences
from .noise import NAMED, file_of
from .school import make_school
from .tables import Shape

__all__ = ["NAMED", "SHAPES", "Truth", "differences", "make_list"]

SHAPES: dict[str, Shape] = {
    make.__name__: make
    for make in (
        parents.parents_by_phone, parents.numbered_guardians, parents.guardians_in_one_cell, parents.several_phones_in_a_cell,
        parents.one_row_a_parent, parents.one_row_a_guardian_and_child, parents.merged_headers, classes.conservatoire, classes.one_table_a_class,
        classes.class_in_the_name, classes.english, classes.adults, arrangements.without_header, arrangements.rows_that_go_on, arrangements.classes_below_one_another,
        arrangements.beside_one_another, arrangements.two_courses_a_row, arrangements.phones_apart, arrangements.residents,
        arrangements.two_children_sheets, programs.onde_guardians, programs.siecle, programs.google, programs.outlook,
    )
}  # fmt: skip


def make_list(shape: str, seed: int, families: int = 10, *, quiet: bool = False) -> tuple[SheetFile, Truth]:
    """A list of that shape and its truth; the same seed gives the same list."""
    rng = random.Random(f"{shape} {seed}")
    tables = SHAPES[shape](rng, make_school(rng, families))
    truth = replace(
        tables[0].truth,
        people=tuple(person for table in tables for person in table.truth.people),
    )
    return file_of(rng, tables, quiet=quiet), truth
