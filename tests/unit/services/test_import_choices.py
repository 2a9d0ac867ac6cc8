"""What a person decides in an import: several files, what columns are, who left, who is who."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from made_groups import made_group
from openpyxl import Workbook

from smsdesk.domain.class_lists import Choice, Meaning
from smsdesk.domain.import_plan import ImportPlan, Leavers
from smsdesk.services.events import Events
from smsdesk.services.history import History
from smsdesk.services.importing import Importing
from smsdesk.services.people import People
from smsdesk.storage.database import Database

HEADER = ("Nom", "Prénom", "Classe", "Tél mère", "Colonne libre")
LEA = ("Martin", "Léa", "CM1", "06 39 98 00 01", "Chorale")
TOM = ("Petit", "Tom", "CM1", "06 39 98 00 02", "Orchestre")
ZOE = ("Durand", "Zoé", "CM1", "06 39 98 00 03", "Chorale")


@pytest.fixture
def importing(database: Database, events: Events) -> Importing:
    return Importing(database, events)


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events)


def text_list(path: Path, *rows: Sequence[object], header: Sequence[str] = HEADER) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows])
    return path


def workbook(path: Path, sheets: dict[str, list[Sequence[object]]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def meanings(plan: ImportPlan, sheet: int = 0) -> dict[str, Meaning | None]:
    return {column.header: column.meaning for column in plan.sheets[sheet].columns}


def names(people: People, group: str) -> list[str]:
    return sorted(each.name for each in people.contacts(people.group_named(group).id))


class TestSeveralFiles:
    def test_become_one_plan_with_a_brother_in_the_other_file(
        self, tmp_path: Path, importing: Importing, people: People
    ) -> None:
        rows = [HEADER, LEA]
        first = workbook(tmp_path / "CM1.xlsx", {"Feuil1": rows})
        brother = ("Martin", "Noé", "CP", "06 39 98 00 01", "")
        second = workbook(tmp_path / "CP.xlsx", {"Feuil1": [HEADER, brother]})
        plan = importing.plan([first, second, first])
        assert [sheet.name for sheet in plan.sheets] == ["CM1.xlsx - Feuil1", "CP.xlsx - Feuil1"]
        assert plan.file == "CM1.xlsx, CP.xlsx"
        importing.apply(plan)
        mothers = [each.guardians[0].contact_id for each in people.contacts() if each.guardians]
        assert len(mothers) == 2
        assert len(set(mothers)) == 1
        assert importing.plan([first, second]).new == ()

    def test_the_class_in_the_name_of_each_file_and_sheet_still_counts(
        self, tmp_path: Path, importing: Importing
    ) -> None:
        header = ("Nom", "Prénom", "Portable")
        first = text_list(tmp_path / "CM1.csv", ("Martin", "Léa", "0639980001"), header=header)
        second = workbook(
            tmp_path / "danse.xlsx",
            {"CP": [header, ("Petit", "Tom", "0639980002")], "CE1": [header, ("Roux", "Eva", "0639980003")]},
        )
        plan = importing.plan([first, second])
        assert [sheet.name for sheet in plan.sheets] == ["CM1.csv", "danse.xlsx - CP", "danse.xlsx - CE1"]
        assert set(plan.groups) == {"CM1", "CP", "CE1"}

    def test_of_one_name_from_two_folders_are_told_apart(self, tmp_path: Path, importing: Importing) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
        first, second = (text_list(tmp_path / folder / "x.csv", LEA) for folder in ("a", "b"))
        assert [sheet.name for sheet in importing.plan([first, second]).sheets] == ["x.csv", "x.csv (2)"]


class TestColumns:
    def test_a_correction_is_remembered_once_it_was_applied(
        self, tmp_path: Path, importing: Importing
    ) -> None:
        path = text_list(tmp_path / "a.csv", LEA)
        corrected = importing.plan(path, mapping={("", 4): Meaning.CLASS})
        assert corrected.recalled == ()
        assert meanings(importing.plan(path))["Colonne libre"] is None
        importing.apply(corrected)
        later = importing.plan(text_list(tmp_path / "b.csv", TOM, header=[each.upper() for each in HEADER]))
        assert later.recalled == ("",)
        assert meanings(later)["COLONNE LIBRE"] is Meaning.CLASS
        assert "Orchestre" in later.groups

    def test_what_is_remembered_can_be_overridden_left_aside_and_forgotten(
        self, tmp_path: Path, importing: Importing
    ) -> None:
        path = text_list(tmp_path / "a.csv", LEA)
        importing.apply(importing.plan(path, mapping={("", 4): Meaning.CLASS}))
        other = importing.plan(path, mapping={("", 4): Meaning.NOTES})
        assert meanings(other)["Colonne libre"] is Meaning.NOTES
        assert meanings(importing.plan(path, recall=False))["Colonne libre"] is None
        importing.forget_columns(importing.plan(path))
        plan = importing.plan(path)
        assert plan.recalled == ()
        assert meanings(plan)["Colonne libre"] is None

    def test_other_headers_are_another_shape(self, tmp_path: Path, importing: Importing) -> None:
        importing.apply(importing.plan(text_list(tmp_path / "a.csv", LEA), mapping={("", 4): Meaning.CLASS}))
        other = text_list(tmp_path / "b.csv", TOM, header=[*HEADER[:4], "Autre colonne"])
        assert importing.plan(other).recalled == ()

    def test_a_list_without_headers_is_never_recalled(self, tmp_path: Path, importing: Importing) -> None:
        path = text_list(tmp_path / "a.csv", TOM, header=LEA)
        importing.apply(importing.plan(path, mapping={("", 4): None}), accept_warnings=True)
        assert importing.plan(path).recalled == ()

    def test_a_person_says_whose_a_phone_is(
        self, tmp_path: Path, importing: Importing, people: People
    ) -> None:
        header = ("Nom", "Prénom", "Classe", "Tél mère", "Numéro 2")
        path = text_list(tmp_path / "a.csv", (*LEA[:4], "06 39 98 00 09"), header=header)
        importing.apply(importing.plan(path, mapping={("", 4): Choice(Meaning.PHONE, "guardian père")}))
        lea = next(each for each in people.contacts() if each.name == "Léa Martin")
        assert [[phone.e164 for phone in guardian.phones] for guardian in lea.guardians] == [
            ["+33639980001"],
            ["+33639980009"],
        ]
        recalled = importing.plan(path).sheets[0].columns[4]
        assert (recalled.meaning, recalled.person) == (Meaning.PHONE, "guardian père")

    @pytest.mark.parametrize("kept", ["[]", "no json", '{"4": "unheard of"}', '{"x": null}', '{"4": [1]}'])
    def test_what_a_newer_program_kept_is_no_obstacle(
        self, tmp_path: Path, importing: Importing, database: Database, kept: str
    ) -> None:
        path = text_list(tmp_path / "a.csv", LEA)
        importing.apply(importing.plan(path, mapping={("", 4): Meaning.CLASS}))
        with database.write() as connection:
            connection.execute("UPDATE list_shapes SET columns = ?", (kept,))
        assert importing.plan(path).recalled == ()


class TestTheFile:
    def test_shows_its_first_rows_beside_the_columns(self, tmp_path: Path, importing: Importing) -> None:
        (sheet,) = importing.plan(text_list(tmp_path / "a.csv", LEA, TOM)).sheets
        assert sheet.rows == (LEA, TOM)

    @pytest.mark.parametrize(
        ("header", "name"),
        [
            (
                ("Civilité Responsable", "Nom responsable", "Prénom responsable", "Téléphone portable",
                 "Nom de famille enfant", "Prénom enfant", "Classes enfants"),
                "ONDE list of guardians",
            ),
            (("Nom de famille", "Prénom 1", "Division", "Tel portable repr. légal"), "SIECLE list of pupils and guardians"),
            (("First Name", "Last Name", "Mobile Phone", "Business Phone"), "Outlook contacts"),
            (("First Name", "Last Name", "Phone 1 - Label", "Phone 1 - Value"), "Google contacts"),
            (("Nom", "Prénom", "Tél mère"), "List of pupils with their guardians"),
        ],
    )  # fmt: skip
    def test_is_named_by_the_system_that_wrote_it(
        self, tmp_path: Path, importing: Importing, header: Sequence[str], name: str
    ) -> None:
        row = [
            "06 39 98 00 01"
            if "hone" in title or "él" in title or "Tel" in title or "Value" in title
            else "Abc"
            for title in header
        ]
        (sheet,) = importing.plan(text_list(tmp_path / "a.csv", row, header=header)).sheets
        assert str(sheet.shape) == name


class TestLeavers:
    @pytest.fixture
    def later(self, tmp_path: Path, importing: Importing, people: People) -> ImportPlan:
        importing.apply(importing.plan(text_list(tmp_path / "a.csv", LEA, TOM, ZOE)))
        zoe = next(each for each in people.contacts() if each.name == "Zoé Durand")
        people.add_to_group(made_group(people, "Théâtre").id, [zoe.id])
        plan = importing.plan(text_list(tmp_path / "a.csv", LEA, TOM))
        assert [leaver.name for leaver in plan.left] == ["Zoé Durand"]
        return plan

    def test_stay_unless_a_person_says_otherwise(
        self, importing: Importing, people: People, later: ImportPlan
    ) -> None:
        assert importing.apply(later).left == 0
        assert "Zoé Durand" in names(people, "CM1")

    def test_are_taken_out_of_the_group_of_the_list_alone(
        self, importing: Importing, people: People, later: ImportPlan
    ) -> None:
        assert importing.apply(later, leavers=Leavers.REMOVE).left == 1
        assert names(people, "CM1") == ["Léa Martin", "Tom Petit"]
        assert names(people, "Théâtre") == ["Zoé Durand"]

    def test_are_archived(self, importing: Importing, people: People, later: ImportPlan) -> None:
        importing.apply(later, leavers=Leavers.ARCHIVE)
        assert "Zoé Durand" not in [each.name for each in people.contacts()]
        assert people.count(people.group_named("Théâtre").id) == 0


def test_imports_are_kept_with_their_numbers(tmp_path: Path, importing: Importing) -> None:
    path = text_list(tmp_path / "classe.csv", LEA, TOM)
    importing.apply(importing.plan(path))
    (past,) = importing.imports()
    assert (past.file, past.new, past.changed, past.undone) == ("classe.csv", 2, 0, False)


class TestUndo:
    def test_takes_the_whole_import_back_and_redo_brings_it_again(
        self, tmp_path: Path, importing: Importing, people: People, history: History
    ) -> None:
        importing.apply(importing.plan(text_list(tmp_path / "a.csv", LEA, TOM, ZOE)))
        path = text_list(tmp_path / "b.csv", ("Martin", "Léa", "CM2", "06 39 98 00 01", ""), TOM, NEW)
        before = everything(people)
        result = importing.apply(importing.plan(path), leavers=Leavers.ARCHIVE)
        after = everything(people)
        assert after != before
        assert result.change_set_id is not None
        history.undo_set(result.change_set_id)
        assert everything(people) == before
        assert [past.undone for past in importing.imports()] == [True, False]
        history.redo()
        assert everything(people) == after
        assert [past.undone for past in importing.imports()] == [False, False]

    def test_an_import_that_changes_nothing_has_nothing_to_undo(
        self, tmp_path: Path, importing: Importing, history: History
    ) -> None:
        path = text_list(tmp_path / "a.csv", LEA)
        importing.apply(importing.plan(path))
        assert importing.apply(importing.plan(path)).change_set_id is None
        assert len(history.entries()) == 1


NEW = ("Blanc", "Ève", "CM1", "06 39 98 00 05", "")


@pytest.fixture
def history(database: Database, events: Events) -> History:
    return History(database, events)


def everything(people: People) -> list[object]:
    groups = [(group.name, group.size) for group in people.groups()]
    return [*people.contacts(limit=-1), *groups]
