"""Classes, teachers, titles, tables and rejected cells: what stands around the names of a list."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from list_reader import e164, family, groups, names, own, read, tel

from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.errors import InputError
from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.people import ContactKind, GroupKind
from smsdesk.domain.sheets import Cell, MergedRange, Sheet, SheetFile


def test_lines_between_parts_of_a_list_name_the_class_and_the_teacher() -> None:
    found = read(
        ["Nom Prénom", "Téléphone"],
        ["Piano - Mme Roux"], ["DUPONT Léa", tel(1)], ["DURAND Tom", ""],
        ["Violon - M. Leroy", ""], ["PETIT Zoé", tel(3)],
    )  # fmt: skip
    assert {draft.name: draft.groups for draft in found.people} == {
        "Léa DUPONT": ("Piano",), "Tom DURAND": ("Piano",), "Zoé PETIT": ("Violon",),
    }  # fmt: skip
    assert groups(found) == {
        "Piano": (GroupKind.COURSE, "Mme Roux"), "Violon": (GroupKind.COURSE, "M. Leroy"),
    }  # fmt: skip


def test_tables_one_below_the_other_with_headers_of_their_own() -> None:
    found = read(
        ["Classe : CM1"], ["Nom", "Prénom", "Tél"], ["Durand", "Léa", tel(1)], [],
        ["Classe : CM2"], ["Prénom", "Nom", "Portable"], ["Tom", "Petit", tel(2)],
    )  # fmt: skip
    assert [(draft.name, draft.groups) for draft in found.people] == [
        ("Léa Durand", ("CM1",)),
        ("Tom Petit", ("CM2",)),
    ]


@pytest.mark.parametrize(
    ("title", "group", "teacher"),
    [
        (["Classe de piano - Mme Roux"], "Piano", "Mme Roux"),
        (["Classe : CM2 A"], "CM2 A", ""),
        (["Classe :", "", "CM2 A"], "CM2 A", ""),
        (["Liste des élèves de la classe de CM2 A"], "CM2 A", ""),
        (["Cours de violon (M. Étienne Leroy)"], "Violon", "Étienne Leroy"),
        (["Orchestre junior"], "Orchestre junior", ""),
    ],
)
def test_a_title_names_the_class(title: list[Cell], group: str, teacher: str) -> None:
    found = read(title, [], ["Nom", "Prénom", "Tél"], ["Durand", "Léa", tel(1)])
    assert found.people[0].groups == (group,)
    assert groups(found)[group][1] == teacher


def test_teacher_below_the_title() -> None:
    found = read(
        ["Classe de piano"], ["Professeur : Mme Roux"], ["Nom", "Prénom", "Tél"], ["Durand", "Léa", tel(1)]
    )
    assert groups(found)["Piano"][1] == "Mme Roux"


@pytest.mark.parametrize(
    ("stem", "sheet", "expected"),
    [
        ("liste", "CM2 B", "CM2 B"), ("classe_CM2 B", "Feuil1", "CM2 B"), ("Classe de piano", "Sheet1", "Piano"),
        ("cm1", "", "Cm1"), ("Harmonie (2)", "Feuille 1", "Harmonie"),
    ],
)  # fmt: skip
def test_without_a_class_the_sheets_or_files_name_is_one(stem: str, sheet: str, expected: str) -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Durand", "Léa", tel(1)], stem=stem, sheet=sheet)
    assert found.people[0].groups == (expected,)


def test_one_sheet_a_class_and_a_sheet_without_phones_is_named() -> None:
    file = SheetFile(
        "ecole.xlsx",
        "ecole",
        (
            Sheet("CM1", [["Nom", "Prénom", "Tél"], ["Durand", "Léa", tel(1)]]),
            Sheet("CM2", [["Nom", "Prénom", "Tél"], ["Petit", "Tom", tel(2)]]),
            Sheet("Cantine", [["Nom", "Prénom", "Régime"], ["Petit", "Tom", "sans sel"]]),
            Sheet("Légende", [["x = absent"]]),
        ),
    )
    found = read_class_list(file)
    assert [(draft.name, draft.groups) for draft in found.people] == [
        ("Léa Durand", ("CM1",)),
        ("Tom Petit", ("CM2",)),
    ]
    assert [reject.sheet for reject in found.rejected] == ["Cantine", "Légende"]


def test_a_group_given_takes_everybody_beside_his_classes() -> None:
    found = read(
        ["Nom", "Tél", "Classe"], ["Durand Léa", tel(1), "CM1"], ["Petit Tom", tel(2), ""], group="Gala"
    )
    assert [draft.groups for draft in found.people] == [("CM1", "Gala"), ("Gala",)]


def test_courses_with_teacher_day_hour_and_room() -> None:
    found = read(
        ["Nom", "Prénom", "Tél", "Instrument", "Professeur", "Jour", "Heure", "Salle"],
        ["Durand", "Léa", tel(1), "Piano", "Mme Roux", "Mercredi", "14h30-15h00", "12"],
        ["Petit", "Tom", tel(2), "Piano", "Mme Roux", "mer.", time(15, 0), "12"],
        ["Petit", "Zoé", tel(3), "Violon", "M. Leroy", "samedi", 0.375, ""],
    )
    piano, violin = found.groups
    assert (piano.name, piano.kind, piano.teacher and piano.teacher.name) == (
        "Piano",
        GroupKind.COURSE,
        "Mme Roux",
    )
    assert [(slot.weekday, slot.start, slot.end, slot.room) for slot in piano.slots] == [
        (2, time(14, 30), time(15, 0), "12"), (2, time(15, 0), None, "12"),
    ]  # fmt: skip
    assert [(slot.weekday, slot.start) for slot in violin.slots] == [(5, time(9, 0))]


def test_a_course_with_two_teachers_has_a_group_within_for_each() -> None:
    found = read(
        ["Nom", "Prénom", "Tél", "Cours", "Professeur"],
        ["Durand", "Léa", tel(1), "Piano", "Mme Roux"],
        ["Petit", "Tom", tel(2), "Piano", "M. Leroy"],
    )
    assert [draft.groups for draft in found.people] == [
        ("Piano", "Piano - Mme Roux"),
        ("Piano", "Piano - M. Leroy"),
    ]
    assert [group.parent for group in found.groups] == ["", "Piano", "Piano"]


def test_several_classes_in_one_cell_or_in_several_rows() -> None:
    found = read(
        ["Nom", "Prénom", "Cours", "Tél"],
        ["Durand", "Léa", "Piano, Formation musicale", tel(1)],
        ["Durand", "Léa", "Chorale", tel(1)],
        ["Petit", "Tom", "CM1/CM2", tel(2)],
    )
    assert [draft.groups for draft in found.people] == [
        ("Piano", "Formation musicale", "Chorale"),
        ("CM1/CM2",),
    ]


def test_an_adult_who_is_his_own_guardian_has_no_guardian() -> None:
    found = read(
        ["Nom", "Prénom", "Né(e) le", "Responsable 1", "Tél resp. 1"],
        ["Durand", "Paul", datetime.fromisoformat("1970-05-17"), "Paul DURAND", tel(1)],
    )
    assert own(found.people[0]) == [e164(1)]
    assert not found.people[0].guardians
    assert found.people[0].birth_date == date(1970, 5, 17)


def test_a_guardian_who_is_not_to_receive() -> None:
    found = read(
        ["Nom", "Prénom", "Tél mère", "SMS mère : accord", "Tél père", "Accord SMS père"],
        ["Durand", "Léa", tel(1), "oui", tel(2), "non"],
    )
    assert [link.receives for link in found.people[0].guardians] == [True, False]


def test_rejected_cells_are_named_and_their_rows_kept() -> None:
    found = read(
        ["Nom", "Prénom", "Né(e) le", "Tél"],
        ["Durand", "Léa", "2015", "06 12"],
        ["Petit", "Tom", "31/02/2014", "idem"],
        ["", "", "", tel(4)],
        ["Roux", "x" * 3000, "", tel(5)],
        ["12345", "", "", tel(6)],
    )
    assert names(found) == ["Léa Durand", "Tom Petit", "Roux"]
    assert [reject.cell for reject in found.rejected] == ["C2", "D2", "C3", "D3", "D4", "B5", "A6", "D6"]
    assert all(str(reject.reason) and len(reject.value) <= 60 for reject in found.rejected)


def test_a_list_without_header_is_read_by_its_content() -> None:
    found = read(
        ["DUPONT", "Léa", tel(1), "CM2"], ["DURAND", "Tom", tel(2), "CM2"],
        ["PETIT", "Zoé", tel(3), "CM1"], ["ROUX", "Paul", tel(4), "CM1"], ["CARON", "Inès", tel(5), "CM1"],
    )  # fmt: skip
    assert names(found)[0] == "Léa DUPONT"
    assert found.people[0].groups == ("CM2",)
    assert found.sheets[0].header_row is None


def test_a_column_with_an_unknown_header_is_known_by_its_phones() -> None:
    found = read(["Nom", "Prénom", "Où appeler"], ["Durand", "Léa", tel(1)], ["Petit", "Tom", tel(2)])
    assert own(found.people[0]) == [e164(1)]


def test_correcting_a_column() -> None:
    rows: tuple[list[Cell], ...] = (["Nom", "Prénom", "Tél", "Code"], ["Durand", "Léa", tel(1), "CM1"])
    found = read(*rows, choices={("Feuil1", 3): Meaning.CLASS})
    assert found.people[0].groups == ("CM1",)


def test_no_phone_column_names_the_headers() -> None:
    with pytest.raises(InputError) as refused:
        read(["Nom", "Prénom", "Classe"], ["Durand", "Léa", "CM1"])
    assert "Nom, Prénom, Classe" in str(refused.value)


def test_a_header_without_anybody() -> None:
    with pytest.raises(InputError, match="nobody"):
        read(["Nom", "Prénom", "Tél"])


@pytest.mark.parametrize(
    ("header", "stem", "kind"),
    [
        ("Agent", "liste", ContactKind.STAFF), ("Habitant", "liste", ContactKind.RESIDENT),
        ("Nom", "riverains rue Pasteur", ContactKind.RESIDENT), ("Professeur", "liste", ContactKind.TEACHER),
        ("Élève", "liste", ContactKind.PUPIL), ("Responsable", "liste", ContactKind.GUARDIAN),
    ],
)  # fmt: skip
def test_lists_of_others_than_pupils(header: str, stem: str, kind: ContactKind) -> None:
    found = read([header, "Portable"], ["Jean Petit", tel(1)], stem=stem)
    assert [(draft.kind, draft.name) for draft in found.people] == [(kind, "Jean Petit")]
    assert own(found.people[0]) == [e164(1)]
    assert found.people[0].groups


def test_homonyms_with_birth_dates_are_two_and_without_are_asked() -> None:
    header = ["Nom", "Prénom", "Né(e) le", "Classe", "Tél"]
    told = read(
        header, ["Durand", "Léa", "01/02/2014", "CM1", tel(1)], ["Durand", "Léa", "05/06/2015", "CM2", tel(2)]
    )
    assert len(told.people) == 2
    assert not told.doubts
    asked = read(header, ["Durand", "Léa", "", "CM1", tel(1)], ["Durand", "Léa", "", "CM2", tel(2)])
    assert len(asked.people) == 2
    assert [doubt.cell for doubt in asked.doubts] == ["3"]


def test_a_number_shared_by_a_family_is_no_number_of_one_pupil() -> None:
    found = read(
        ["N° dossier", "Nom", "Prénom", "Tél"],
        ["F12", "Durand", "Léa", tel(1)],
        ["F12", "Durand", "Tom", tel(1)],
    )
    assert names(found) == ["Léa Durand", "Tom Durand"]
    assert {draft.external_id for draft in found.people} == {""}


def test_the_numbers_of_lines_are_no_identifiers() -> None:
    found = read(["N°", "Nom", "Prénom", "Tél"], [1.0, "Durand", "Léa", tel(1)])
    assert found.people[0].external_id == ""
    assert own(found.people[0]) == [e164(1)]


def test_words_beside_phones_tell_mother_from_father() -> None:
    found = read(["Élève", "Contact parents"], ["Durand Léa", f"Maman : {tel(1)} / Papa : {tel(2)}"])
    assert family(found.people[0]) == [("Mère de Léa Durand", [e164(1)]), ("Père de Léa Durand", [e164(2)])]


def test_two_named_parents_in_one_cell() -> None:
    found = read(
        ["Élève", "Responsables"], ["Durand Léa", f"Mme PETIT Anne {tel(1)} - M. DURAND Marc {tel(2)}"]
    )
    assert family(found.people[0]) == [("Anne PETIT", [e164(1)]), ("Marc DURAND", [e164(2)])]


def test_tables_beside_one_another_are_not_one_family() -> None:
    found = read(
        ["Nom", "Prénom", "Tél", "", "Nom", "Prénom", "Tél"],
        ["Durand", "Léa", tel(1), "", "Petit", "Tom", tel(2)],
        ["Roux", "Luc", tel(3), "", "Caron", "Zoé", "06"],
    )
    assert sorted(names(found)) == ["Luc Roux", "Léa Durand", "Tom Petit", "Zoé Caron"]
    assert not any(draft.guardians for draft in found.people)
    assert [reject.cell for reject in found.rejected] == ["G3"]


def test_two_children_in_a_row_with_a_class_each() -> None:
    found = read(
        ["Nom parent", "Prénom parent", "Portable", "Enfant 1", "Classe 1", "Enfant 2", "Classe 2"],
        ["Durand", "Anne", tel(1), "Léa Durand", "CM1", "Tom Durand", "CP"],
    )
    assert [(draft.name, draft.groups) for draft in found.people] == [
        ("Léa Durand", ("CM1",)),
        ("Tom Durand", ("CP",)),
    ]
    assert family(found.people[0]) == family(found.people[1]) == [("Anne Durand", [e164(1)])]


def test_merged_cells_and_blocks_count_for_the_rows_below() -> None:
    header = ["Cours", "Nom", "Prénom", "Tél"]
    rows: list[list[Cell]] = [
        ["Piano", "A", "Léa", tel(1)], ["", "B", "Tom", tel(2)], ["Violon", "C", "Zoé", tel(3)], ["", "D", "Luc", tel(4)],
    ]  # fmt: skip
    merged = read(header, *rows, merged=[MergedRange(1, 0, 2, 0), MergedRange(3, 0, 4, 0)])
    blocks = read(header, *rows)
    for found in (merged, blocks):
        assert [draft.groups for draft in found.people] == [("Piano",), ("Piano",), ("Violon",), ("Violon",)]


def test_each_course_of_a_row_has_its_own_hour() -> None:
    found = read(
        ["Élève", "Tél", "Cours 1", "Horaire 1", "Cours 2", "Horaire 2"],
        ["Durand Léa", tel(1), "Piano", "mercredi 14h", "Solfège", "lundi 17h"],
    )
    assert {group.name: group.slots[0].weekday for group in found.groups} == {"Piano": 2, "Solfège": 0}


def test_a_title_is_a_class_before_a_level_is() -> None:
    found = read(
        ["Classe de Mme DUPONT - Violon"], ["Nom", "Prénom", "Cycle", "Tél"], ["Durand", "Léa", "1C2", tel(1)]
    )
    assert groups(found) == {"Violon": (GroupKind.CLASS, "Mme DUPONT")}


def test_a_line_below_the_list_makes_no_group() -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Durand", "Léa", tel(1)], [], ["Édité par le secrétariat"])
    assert list(groups(found)) == ["Liste"]


def test_the_teacher_in_the_name_of_a_class() -> None:
    found = read(["Nom", "Prénom", "Tél", "Discipline"], ["Durand", "Léa", tel(1), "Piano (Mme Roux)"])
    assert groups(found) == {"Piano (Mme Roux)": (GroupKind.COURSE, "Mme Roux")}


def test_a_sheet_named_after_its_teacher() -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Durand", "Léa", tel(1)], sheet="Mme Roux")
    assert groups(found) == {"Mme Roux": (GroupKind.CLASS, "Mme Roux")}


def test_a_line_that_names_the_first_class_stands_right_below_the_header() -> None:
    found = read(
        ["Nom", "Prénom", "Tél"], ["CLASSE DE PIANO"], ["Martin", "Léa", tel(1)],
        ["CLASSE DE VIOLON"], ["Petit", "Tom", tel(2)],
    )  # fmt: skip
    assert [draft.groups for draft in found.people] == [("PIANO",), ("VIOLON",)]


def test_class_and_teacher_side_by_side_above_a_further_table() -> None:
    found = read(
        ["Classe de Piano", "", "Professeur : Mme Roux"], ["Nom", "Prénom", "Tél"], ["Martin", "Léa", tel(1)], [],
        ["Classe de Guitare", "", "Professeur :", "M. Klein"], ["Nom", "Prénom", "Tél"], ["Petit", "Tom", tel(2)],
    )  # fmt: skip
    assert [(draft.name, draft.groups) for draft in found.people] == [
        ("Léa Martin", ("Piano",)), ("Tom Petit", ("Guitare",)),
    ]  # fmt: skip
    assert [teacher for _, teacher in groups(found).values()] == ["Mme Roux", "M. Klein"]


@pytest.mark.parametrize(
    ("title", "group", "teacher"),
    [
        ("PIANO", "PIANO", ""), ("6e B", "6e B", ""), ("CM2", "CM2", ""),
        ("Violoncelle - M. Nguyen - 2026/2027", "Violoncelle", "M. Nguyen"),
        ("École Jules Ferry", "Liste", ""), ("Danse et musique en Isère", "Liste", ""),
    ],
)  # fmt: skip
def test_a_title_may_be_the_level_or_the_discipline_alone(title: str, group: str, teacher: str) -> None:
    found = read([title], ["Nom", "Prénom", "Tél"], ["Martin", "Léa", tel(1)])
    assert {name: told for name, (_, told) in groups(found).items()} == {group: teacher}


def test_a_fathers_and_a_mothers_equal_headers_are_one_table() -> None:
    found = read(
        ["Nom", "Prénom", "Père", "", "Mère", ""], ["", "", "Nom", "Tél", "Nom", "Tél"],
        ["Martin", "Léa", "Paul Martin", tel(1), "Anne Roy", tel(2)],
    )  # fmt: skip
    assert names(found) == ["Léa Martin"]
    assert family(found.people[0]) == [("Paul Martin", [e164(1)]), ("Anne Roy", [e164(2)])]


def test_a_list_of_teachers_holds_no_pupils() -> None:
    rows = (["Nom", "Prénom", "Instrument", "Portable"], ["Roux", "Isabelle", "Piano", tel(1)])
    assert read(["LISTE DES ENSEIGNANTS"], *rows).people[0].kind is ContactKind.TEACHER
    assert read(*rows, stem="Profs 2026").people[0].kind is ContactKind.TEACHER
    assert read(["Professeurs : Mme Roux, M. Klein"], *rows).people[0].kind is ContactKind.PUPIL


def test_a_level_behind_a_comma_belongs_to_the_name_of_the_class() -> None:
    found = read(
        ["Nom", "Groupe", "Tél"],
        ["Léa Martin", "Orchestre, niveau 2", tel(1)],
        ["Tom Petit", "Piano, Violon", tel(2)],
    )
    assert [draft.groups for draft in found.people] == [("Orchestre, niveau 2",), ("Piano", "Violon")]
