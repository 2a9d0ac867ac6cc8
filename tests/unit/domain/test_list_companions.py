"""Lists that only together tell everything, and what columns tell only beside one another."""

from __future__ import annotations

import random

import pytest
from list_reader import e164, family, groups, names, own, read, tel
from list_shapes import SHAPES, differences, make_list
from list_shapes.noise import sheet_of
from list_shapes.programs import onde_both
from list_shapes.school import make_school

from smsdesk.domain.dates import read_date
from smsdesk.domain.list_reading import read_class_list, read_class_lists
from smsdesk.domain.sheets import Sheet, SheetFile, told_apart

KNOWN = {
    "onde_guardians": "ONDE list of guardians",
    "siecle": "SIECLE list of pupils and guardians",
    "google": "Google contacts",
    "outlook": "Outlook contacts",
    "two_courses_a_row": "Conservatoire list with teachers and hours",
    "conservatoire": "Conservatoire list with teachers and hours",
}


@pytest.mark.parametrize("seed", range(4))
def test_pupils_and_guardians_of_onde_in_two_files_are_the_same_families(seed: int) -> None:
    rng = random.Random(seed)
    pupils, guardians, truth = onde_both(rng, make_school(rng))
    files = [
        SheetFile("eleves.csv", "eleves", (sheet_of(rng, pupils),)),
        SheetFile("responsables.csv", "responsables", (sheet_of(rng, guardians),)),
    ]
    found = read_class_lists(told_apart(files if seed % 2 else files[::-1]))
    assert differences(truth, found) == []
    assert not found.doubts
    assert not found.rejected
    assert {str(sheet.shape) for sheet in found.sheets} == {"ONDE list of pupils", "ONDE list of guardians"}


@pytest.mark.parametrize("shape", SHAPES)
def test_lists_of_known_systems_are_called_by_name_and_no_others(shape: str) -> None:
    file, _ = make_list(shape, 3)
    said = str(read_class_list(file).sheets[0].shape)
    assert said == KNOWN.get(shape, said)
    assert shape in KNOWN or said not in KNOWN.values()


def test_homonyms_are_told_apart_by_their_classes_in_the_other_list() -> None:
    register = Sheet(
        "Élèves",
        [
            ["Nom", "Prénom", "Né(e) le", "Classe"],
            ["Roy", "Léa", "01/02/2014", "CM1"],
            ["Roy", "Léa", "05/06/2015", "CP"],
        ],
    )
    phones = Sheet(
        "Familles",
        [
            ["Nom", "Prénom", "Classe", "Responsable", "Tél."],
            ["Roy", "Léa", "CP", "Anne Roy", tel(1)],
            ["Roy", "Léa", "CM1", "Luc Roy", tel(2)],
        ],
    )
    found = read_class_list(SheetFile("ecole.xlsx", "ecole", (register, phones)))
    assert not found.doubts
    assert [(draft.groups, family(draft)) for draft in found.people] == [
        (("CM1",), [("Luc Roy", [e164(2)])]),
        (("CP",), [("Anne Roy", [e164(1)])]),
    ]


def test_a_row_that_names_only_a_guardian_goes_on_with_the_pupil_above() -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Responsable", "Téléphone"],
        ["Durand", "Léa", "CP", "Mme Anne Durand", tel(1)], ["", "", "", "M. Luc Petit", tel(2)], [],
        ["", "", "", "Mme Eva Roux", tel(3)],
    )  # fmt: skip
    assert family(found.people[0]) == [("Anne Durand", [e164(1)]), ("Luc Petit", [e164(2)])]
    assert [reject.cell for reject in found.rejected] == ["E5"]


def test_each_course_of_a_row_has_its_own_teacher() -> None:
    found = read(
        ["Élève", "Tél", "Instrument 1", "Professeur 1", "Instrument 2", "Professeur 2"],
        ["Durand Léa", tel(1), "Piano", "Mme Roux", "Solfège", "M. Klein"],
        ["Petit Tom", tel(2), "", "", "Solfège", "M. Klein"],
    )
    assert {name: teacher for name, (_, teacher) in groups(found).items()} == {
        "Piano": "Mme Roux",
        "Solfège": "M. Klein",
    }


@pytest.mark.parametrize(
    "headers",
    [
        ["Responsable 1", "Responsable 2", "Tél 1", "Tél 2"], ["Nom resp. 1", "Nom resp. 2", "Portable 1", "Portable 2"],
        ["Mère", "Père", "Tel. m.", "Tel. p."], ["Nom Mme", "Nom M.", "Tél. Mme", "Tél. M."],
        ["Nom contact 1", "Nom contact 2", "Tél. contact 1", "Tél. contact 2"],
    ],
)  # fmt: skip
def test_phones_find_their_guardian_by_a_number_or_a_letter(headers: list[str]) -> None:
    found = read(["Nom", "Prénom", *headers], ["Durand", "Léa", "Anne Petit", "Luc Durand", tel(1), tel(2)])
    assert family(found.people[0]) == [("Anne Petit", [e164(1)]), ("Luc Durand", [e164(2)])]


def test_letters_beside_a_landline_are_kinds_of_phones() -> None:
    found = read(
        ["Nom", "Prénom", "Tél. D", "Tél. M", "Tél. P"], ["Durand", "Léa", "01 99 00 12 34", tel(1), tel(2)]
    )
    assert own(found.people[0]) == ["+33199001234", e164(1), e164(2)]


def test_a_grandmother_is_no_mother() -> None:
    found = read(["Nom", "Prénom", "Tél mère", "Tél grand-mère"], ["Durand", "Léa", tel(1), tel(2)])
    assert [link.relation for link in found.people[0].guardians] == ["mère", "grand-mère"]
    assert [phones for _, phones in family(found.people[0])] == [[e164(1)], [e164(2)]]


def test_phones_in_a_column_without_meaning_are_named() -> None:
    rows = [["Durand", f"Léa {n}", tel(1), "x"] for n in "ABCDEFG"]
    found = read(
        ["Nom", "Prénom", "Tél", "Divers"],
        *rows,
        ["Petit", "Tom", tel(2), "ou 06 39 98 00 09"],
        ["Roy", "Lou", tel(3), "a@b.fr"],
    )
    assert [(reject.cell, reject.value) for reject in found.rejected] == [
        ("D9", "ou 06 39 98 00 09"),
        ("D10", "a@b.fr"),
    ]


def test_headers_that_say_nothing_or_the_wrong_thing_give_way_to_the_content() -> None:
    people = [
        ["DUPONT", "Léa", tel(1), "CM2"],
        ["DURAND", "Tom", tel(2), "CM2"],
        ["PETIT", "Zoé", tel(3), "CM1"],
        ["ROUX", "Paul", tel(4), "CM1"],
    ]
    unknown = read(["Colonne1", "Colonne2", "Colonne3", "Colonne4"], *people)
    wrong = read(["Nom", "Prénom", "Date de naissance", "Classe"], *people)
    for found in (unknown, wrong):
        assert names(found)[0] == "Léa DUPONT"
        assert own(found.people[0]) == [e164(1)]
        assert found.people[0].groups == ("CM2",)
        assert found.sheets[0].header_row == 1
        assert not found.rejected


def test_a_class_that_begins_like_a_sum_and_a_name_like_a_title_lose_no_row() -> None:
    found = read(
        ["Classe", "Nom", "Prénom", "Tél"],
        ["Moyenne Section", "Page", "Léa", tel(1)], ["Total", 25], ["Effectif", "", 3], ["* garde alternée"],
    )  # fmt: skip
    assert names(found) == ["Léa Page"]
    assert [reject.cell for reject in found.rejected] == ["A5"]


def test_the_only_phones_behind_a_teachers_name_are_the_families() -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Enseignant", "Tél"],
        ["Roy", "Léa", "CM2", "Mme Roux", tel(1)], ["Petit", "Tom", "CP", "M. Blanc", tel(2)],
    )  # fmt: skip
    assert [own(draft) for draft in found.people] == [[e164(1)], [e164(2)]]


def test_the_phones_of_a_teacher_who_comes_again_are_his() -> None:
    found = read(
        ["Nom", "Prénom", "Tél mère", "Cours", "Professeur", "Tél"],
        ["Roy", "Léa", tel(1), "Piano", "Mme Roux", tel(9)], ["Petit", "Tom", tel(2), "Piano", "Mme Roux", tel(9)],
    )  # fmt: skip
    assert not any(own(draft) for draft in found.people)
    teacher = found.groups[0].teacher
    assert teacher
    assert own(teacher) == [e164(9)]


def test_american_dates_show_by_one_that_could_be_nothing_else() -> None:
    rows = [["Stone", "Emma", "03/25/2014", tel(1)], ["Ford", "Liam", "04/05/2014", tel(2)]]
    found = read(["Last name", "First name", "DOB", "Phone"], *rows)
    assert [str(draft.birth_date) for draft in found.people] == ["2014-03-25", "2014-04-05"]


def test_a_second_column_below_one_header_belongs_to_the_same_person() -> None:
    found = read(
        ["Nom", "Prénom", "Tél. parents", ""],
        ["Roy", "Léa", tel(1), tel(2)],
        ["Petit", "Tom", tel(3), tel(4)],
    )
    assert [phones for _, phones in family(found.people[0])] == [[e164(1), e164(2)]]


def test_the_relation_stands_before_the_name() -> None:
    found = read(
        ["Nom", "Prénom", "Lien", "Nom du parent", "Tél."], ["Roy", "Léa", "Mère", "Eva Petit", tel(1)]
    )
    assert [(link.relation, link.guardian.name) for link in found.people[0].guardians] == [
        ("Mère", "Eva Petit")
    ]


def test_hours_that_are_not_taken_are_named() -> None:
    found = read(
        ["Élève", "Tél", "Cours", "Horaire"],
        ["Roy Léa", tel(1), "Piano", "lundi 14h et mercredi 17h"], ["Petit Tom", tel(2), "Violon", "14h30"],
        ["Caron Zoé", tel(3), "Chant", "à définir"], ["Blanc Lou", tel(4), "Flûte", "mercredi 4:30 PM"],
    )  # fmt: skip
    slots = {
        group.name: [(slot.weekday, str(slot.start), slot.end) for slot in group.slots]
        for group in found.groups
    }
    assert slots == {
        "Piano": [(0, "14:00:00", None)],
        "Violon": [],
        "Chant": [],
        "Flûte": [(2, "16:30:00", None)],
    }
    assert [reject.cell for reject in found.rejected] == ["D2", "D3"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("le 11/07/2017", "2017-07-11"), ("28 / 02 / 2012", "2012-02-28"), ("12-mars-14", "2014-03-12"),
        ("né le mercredi 12 mars 2014", "2014-03-12"), ("20140312", "2014-03-12"), (12032014.0, "2014-03-12"),
        ("12/03/2014 (8 ans)", "2014-03-12"), ("July 5, 2012", "2012-07-05"), ("41895", "2014-09-13"),
        ("2015", "None"), ("03/25/2014", "None"), ("31/02/2014", "None"), ("0639980001", "None"), (float("nan"), "None"),
    ],
)  # fmt: skip
def test_dates_in_the_ways_lists_write_them(written: str | float, expected: str) -> None:
    assert str(read_date(written)) == expected


def test_of_several_numbers_the_one_beside_the_guardian_is_his() -> None:
    found = read(
        ["Nom", "Prénom", "Responsable 1", "Responsable 1 - Téléphone 1", "Responsable 1 - Téléphone 2",
         "Responsable 2", "Téléphone 1 (responsable 2)", "Tél. 2 responsable n°2"],
        ["Roy", "Léa", "Eva Petit", tel(1), tel(2), "Luc Roy", tel(3), tel(4)],
    )  # fmt: skip
    assert family(found.people[0]) == [("Eva Petit", [e164(1), e164(2)]), ("Luc Roy", [e164(3), e164(4)])]


def test_the_columns_own_numbers_say_nothing_of_people() -> None:
    found = read(["1. Nom*", "2. Prénom*", "3. Classe*", "4. Tél. mère*"], ["Roy", "Léa", "CP", tel(1)])
    assert names(found) == ["Léa Roy"]
    assert [link.relation for link in found.people[0].guardians] == ["mère"]


def test_whole_names_under_the_header_of_the_last() -> None:
    found = read(["Nom", "Prénom", "Tél"], ["ROY Léa", "", tel(1)], ["PETIT Tom", "", tel(2)])
    assert [(draft.first_name, draft.last_name) for draft in found.people] == [
        ("Léa", "ROY"),
        ("Tom", "PETIT"),
    ]


@pytest.mark.parametrize(
    ("stem", "group"),
    [
        ("eleves_6eA", "6eA"), ("liste-6B", "6B"), ("Export Pronote 4B", "4B"), ("Liste des élèves CM1", "CM1"),
        ("CM2 B 2026-2027", "CM2 B"), ("Harmonie junior", "Harmonie junior"),
    ],
)  # fmt: skip
def test_the_class_in_the_name_of_a_file(stem: str, group: str) -> None:
    assert list(groups(read(["Nom", "Prénom", "Tél"], ["Roy", "Léa", tel(1)], stem=stem))) == [group]


def test_phones_for_emergencies_are_the_guardians_only_where_there_are_no_others() -> None:
    alone = read(["Nom", "Prénom", "Tél. urgence 1", "Tél. urgence 2"], ["Roy", "Léa", tel(1), tel(2)])
    assert [phones for _, phones in family(alone.people[0])] == [[e164(1)], [e164(2)]]
    beside = read(["Nom", "Prénom", "Tél. mère", "Tél. urgence"], ["Roy", "Léa", tel(1), tel(2)])
    assert [phones for _, phones in family(beside.people[0])] == [[e164(1)]]


def test_the_school_year_in_a_header_is_no_value() -> None:
    found = read(["Nom", "Prénom", "Classe 26/27", "Tél"], ["Roy", "Léa", "CP", tel(1)])
    assert found.people[0].groups == ("CP",)
