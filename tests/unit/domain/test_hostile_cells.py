"""Cells of 200 KB, made to be slow: a list is read or refused in a moment, whatever they hold."""

from __future__ import annotations

import contextlib

import pytest

from smsdesk.domain.class_lists import ClassList
from smsdesk.domain.errors import InputError
from smsdesk.domain.list_reading import read_class_lists
from smsdesk.domain.own_cells import parted
from smsdesk.domain.own_columns import FRENCH, Field, OwnColumn, header_text
from smsdesk.domain.sheets import Sheet, SheetFile

LENGTH = 200_000
COLUMNS = (
    "Nom", "Prénom", "Classe", "Date de naissance", "Tél portable", "Email", "Professeur", "Jour", "Heure",
    "Adresse", "Ville", "Responsable 1", "Tél responsable 1", "Notes", "Divers",
)  # fmt: skip
LEA = (
    "Martin", "Léa", "CE1", "12/03/2015", "06 39 98 00 01", "a@example.fr", "Roux Claire", "lundi", "17:00",
    "1 rue X", "Olivet", "Martin Anne", "06 39 98 00 02", "", "",
)  # fmt: skip
OURS = tuple(header_text(OwnColumn(field), FRENCH) for field in Field)
FILLS = ("a", " ", "1", "(", "06 ", "+33 ", "0639980001 ", "a@", "a\n", "x1 ; ", "lundi ", "mère de ", "et ")

pytestmark = pytest.mark.timeout(240)  # it is a second; what goes astray takes an hour


def read(*rows: tuple[str, ...], name: str = "", stem: str = "") -> ClassList:
    return read_class_lists([SheetFile(f"{stem}.xlsx", stem, (Sheet(name, rows),))])


@pytest.mark.parametrize("fill", FILLS)
def test_a_row_of_long_cells_is_read_or_named(fill: str) -> None:
    long = fill * (LENGTH // len(fill))
    listed = read(COLUMNS, LEA, (long,) * len(COLUMNS))
    assert [person.name for person in listed.people if person.row == 2] == ["Léa Martin"]
    assert {reject.cell[-1] for reject in listed.rejected} <= {"3"}
    assert listed.rejected or not long.strip()


@pytest.mark.parametrize("fill", FILLS)
def test_the_same_in_a_list_of_ours(fill: str) -> None:
    length = LENGTH // 10 if parted(fill * 2) != [fill * 2] else LENGTH  # values by the thousand are read
    with contextlib.suppress(InputError):
        listed = read(OURS, (fill * (length // len(fill)),) * len(OURS))
        assert all(len(person.groups) <= 300 for person in listed.people)


def test_a_cell_of_thousands_of_groups_is_named() -> None:
    groups = " ; ".join(f"G{number}" for number in range(5_000))
    row = {
        Field.LAST_NAME: "Martin",
        Field.FIRST_NAME: "Léa",
        Field.PHONE: "06 39 98 00 01",
        Field.GROUPS: groups,
    }
    listed = read(OURS, tuple(row.get(field, "") for field in Field))
    assert [(person.name, person.groups) for person in listed.people] == [("Léa Martin", ())]
    assert [str(reject.reason) for reject in listed.rejected] == [
        "This text is too long for a cell of a list."
    ]


@pytest.mark.parametrize("fill", FILLS)
def test_long_names_of_sheets_and_files_and_titles(fill: str) -> None:
    long = fill * (LENGTH // len(fill))
    for listed in (read(COLUMNS, LEA, name=long), read(COLUMNS, LEA, stem=long), read((long,), COLUMNS, LEA)):
        assert "Léa Martin" in [person.name for person in listed.people]


@pytest.mark.parametrize("header", ["Nom", "Responsable", "Mère", "Professeur", "Lien"])
def test_a_header_that_stands_there_ten_thousand_times(header: str) -> None:
    listed = read(("Nom", "Prénom", "Tél", *[header] * 10_000), ("Martin", "Léa", "06 39 98 00 01"))
    assert "Léa Martin" in [person.name for person in listed.people]


def test_header_after_header_of_one_word() -> None:
    listed = read(*[("Nom",) * 40] * 60, ("Martin", "Léa", "06 39 98 00 01"))
    assert len(listed.people) == 1
