"""Any list imported twice changes nothing the second time, also after another list of the same people."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsdesk.domain.class_lists import ClassList
from smsdesk.domain.errors import InputError
from smsdesk.domain.import_changes import plan_import
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.sheets import Sheet, SheetFile
from smsdesk.services.import_writing import write_plan
from smsdesk.services.long_work import LongWork
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Database
from smsdesk.storage.imports import load_known
from smsdesk.storage.people import next_contact_id

NOW = "2026-03-11T08:00:00.000+00:00"
NAMES = ["Martin", "Durand", "Léa Martin", "DURAND Tom", "Tom", "Mme Anne Martin", "M. Marc Durand", "Petit"]
PHONES = [f"06 39 98 00 0{number}" for number in range(5)] + ["06 39 98 00 01 / 0639980003", "06"]
CELLS = {
    "Nom": NAMES, "Prénom": ["Léa", "Tom", "Zoé"], "Tél": PHONES, "Tél mère": PHONES, "Tél père": [*PHONES, ""],
    "Responsable 1": [*NAMES, ""], "Tél resp 1": [*PHONES, ""], "Classe": ["CM1", "CM2", ""],
    "Professeur": ["Mme Roux", "M. Leroy", ""], "INE": ["1A", "2B", "3C", ""], "Né(e) le": ["12/03/2014", "01/01/2015", ""],
}  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> SheetFile:
    further = draw(st.permutations([header for header in CELLS if header not in {"Nom", "Prénom"}]))
    headers = ["Nom", "Prénom", *further[:6]]
    rows = [
        [draw(st.sampled_from(CELLS[header])) for header in headers] for _ in range(draw(st.integers(1, 6)))
    ]
    return SheetFile("a.xlsx", "a", (Sheet("", [headers, *rows]),))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile without people: to copy it takes a fifth of the time of making one."""
    path = tmp_path_factory.mktemp("empty") / "desk.sqlite3"
    Database(path).close()
    return path


def apply(database: Database, listed: ClassList) -> None:
    with database.write() as connection:
        known = load_known(connection)
        new_from = next_contact_id(connection)
        with recording(connection, Sentence("Import"), made_by="", now=NOW, new_contacts_from=new_from):
            write_plan(connection, plan_import("a.xlsx", listed, known), NOW, LongWork())


def plan_again(database: Database, listed: ClassList) -> ImportPlan:
    return plan_import("a.xlsx", listed, load_known(database.read()))


@settings(max_examples=100, deadline=None)
@given(lists(), lists())
def test_the_second_import_of_any_list_changes_nothing(
    empty: Path, first: SheetFile, second: SheetFile
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(shutil.copy(empty, folder)))
        try:
            for file in (first, second):
                try:
                    listed = read_class_list(file)
                except InputError:  # a list in which chance has left no phone
                    continue
                apply(database, listed)
                again = plan_again(database, listed)
                assert again.warnings or not (again.new or again.changed)
        finally:
            database.close()


def test_two_mothers_without_names_who_share_a_phone_stay_whom_they_were(tmp_path: Path) -> None:
    """The mother of a child known before has the phone of one of them: only their phones tell them apart."""
    header = ["Nom", "Prénom", "Tél", "Tél mère", "Classe"]
    before = [["Martin", "Léa", "0639980000", "0639980003", "CM1"]]
    after = [
        ["Durand", "Tom", "0639980000", "0639980003", "CM1"],
        ["Durand", "Tom", "0639980000", "0639980001", "CM1"],
        ["Martin", "Tom", "0639980000", "0639980001 / 0639980003", "CM1"],
    ]
    database = Database(tmp_path / "desk.sqlite3")
    for rows in (before, after):
        listed = read_class_list(SheetFile("a.xlsx", "a", (Sheet("", [header, *rows]),)))
        apply(database, listed)
        again = plan_again(database, listed)
        assert not again.new
        assert not again.changed


FIRST = [
    ["Nom", "Prénom", "Responsable 1", "Tél mère", "Classe", "INE", "Tél resp 1", "Professeur"],
    ["Mme Anne Martin", "Léa", "Martin", "06 39 98 00 01", "CM1", "2B", "06 39 98 00 01", "Mme Roux"],
    ["Martin", "Léa", "Martin", "06 39 98 00 00", "CM1", "1A", "06 39 98 00 00", "Mme Roux"],
]
FREED = [
    ["Nom", "Prénom", "Tél", "INE", "Tél père", "Responsable 1", "Tél resp 1", "Classe"],
    ["Mme Anne Martin", "Léa", "06 39 98 00 00", "3C", "06 39 98 00 00", "Martin", "06 39 98 00 01", "CM1"],
    ["Durand", "Tom", "06 39 98 00 00", "2B", "06 39 98 00 00", "Martin", "06 39 98 00 00", "CM1"],
]
KEPT = [
    ["Nom", "Prénom", "Tél", "INE", "Tél père", "Responsable 1", "Tél resp 1", "Classe"],
    ["Mme Anne Martin", "Léa", "06 39 98 00 00", "", "06 39 98 00 00", "Martin", "06 39 98 00 00", "CM1"],
    ["Durand", "Tom", "06 39 98 00 00", "2B", "06 39 98 00 00", "Martin", "06 39 98 00 00", "CM1"],
    ["Martin", "Léa", "06 39 98 00 00", "1A", "06 39 98 00 00", "Martin", "06 39 98 00 00", "CM1"],
]


@pytest.mark.parametrize("second", [FREED, KEPT])
def test_a_number_that_goes_from_one_to_another_settles_with_the_first_import(
    tmp_path: Path, second: list[list[str]]
) -> None:
    """A pupil gets another number of the school, or none, and somebody new has the one that was hers."""
    database = Database(tmp_path / "desk.sqlite3")
    try:
        for rows in (FIRST, second):
            listed = read_class_list(SheetFile("a.xlsx", "a", (Sheet("", rows),)))
            apply(database, listed)
            again = plan_again(database, listed)
            assert (again.new, again.changed, again.warnings) == ((), (), ())
    finally:
        database.close()
