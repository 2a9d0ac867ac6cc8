"""Phones of others beside those of the family, and teachers, hours and addresses in columns of their own."""

from __future__ import annotations

from datetime import time

import pytest
from list_reader import e164, family, groups, names, own, read, tel

from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.people import GroupKind
from smsdesk.domain.sheets import MergedRange, Sheet, SheetFile


@pytest.mark.parametrize(
    ("whose", "phone"),
    [
        ("Propriétaire", "Tél propriétaire"),
        ("Personnes autorisées à récupérer", "Tél personnes autorisées"),
        ("Autre personne à prévenir", "Tél"),
        ("Nounou", "Téléphone"),
        ("Personne à prévenir", "Tél personne à prévenir"),
    ],
)
def test_a_phone_of_somebody_else_is_nobodys_of_the_family(whose: str, phone: str) -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Tél mère", whose, phone],
        ["Martin", "Léa", "CP", tel(1), "Josette", tel(2)],
        ["Petit", "Tom", "CP", tel(3), "Karine", tel(4)],
    )
    assert [family(draft) for draft in found.people] == [
        [("Mère de Léa Martin", [e164(1)])],
        [("Mère de Tom Petit", [e164(3)])],
    ]
    assert [own(draft) for draft in found.people] == [[], []]


def test_what_is_left_out_so_is_named_in_one_line() -> None:
    found = read(
        ["Nom", "Prénom", "Tél", "Propriétaire", "Tél propriétaire"],
        ["Martin", "Léa", tel(1), "Roux", tel(2)],
        ["Petit", "Tom", tel(3), "Roux", tel(2)],
    )
    assert [(reject.cell, reject.reason.values["count"]) for reject in found.rejected] == [("E", 2)]


def test_a_phone_for_emergencies_beside_its_person_counts_where_there_is_no_other() -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Personne à prévenir", "Téléphone"],
        ["Martin", "Léa", "CP", "Josette Roux", tel(1)],
        ["Petit", "Tom", "CP", "Karine Petit", tel(2)],
    )
    assert [family(draft) for draft in found.people] == [
        [("Josette Roux", [e164(1)])],
        [("Karine Petit", [e164(2)])],
    ]


def test_a_lone_teacher_takes_the_instrument_and_not_the_orchestra() -> None:
    found = read(
        ["Nom", "Prénom", "Instrument", "Pratique collective", "Professeur", "Tél"],
        ["Martin", "Léa", "Clarinette", "Orchestre junior", "M. Poirier", tel(1)],
    )
    assert groups(found) == {
        "Clarinette": (GroupKind.COURSE, "M. Poirier"),
        "Orchestre junior": (GroupKind.COURSE, ""),
    }


def test_a_lone_teacher_of_several_courses_alike_takes_them_all() -> None:
    found = read(
        ["Nom", "Prénom", "Instrument 1", "Instrument 2", "Professeur", "Tél"],
        ["Martin", "Léa", "Piano", "Orgue", "M. Poirier", tel(1)],
    )
    assert {teacher for _, teacher in groups(found).values()} == {"M. Poirier"}


def test_the_end_of_an_hour_has_its_own_column() -> None:
    found = read(
        ["Nom", "Prénom", "Cours", "Jour", "Heure début", "Heure fin", "Tél"],
        ["Martin", "Léa", "Piano", "Mercredi", "15:00", "15:45", tel(1)],
    )
    assert [(slot.start, slot.end) for slot in found.groups[0].slots] == [(time(15), time(15, 45))]


def test_an_hour_that_a_text_file_keeps_as_a_share_of_a_day() -> None:
    found = read(
        ["Nom", "Prénom", "Cours", "Jour", "Heure", "Tél"],
        ["Martin", "Léa", "Piano", "Lundi", "0,5833333333333334", tel(1)],
    )
    assert [slot.start for slot in found.groups[0].slots] == [time(14)]
    assert not found.rejected


@pytest.mark.parametrize(
    ("sheet", "group", "teacher"),
    [
        ("M. Garnier (violoncelle)", "Violoncelle", "M. Garnier"),
        ("Mme Roux - Piano", "Piano", "Mme Roux"),
        ("Alto - Mme Petit", "Alto", "Mme Petit"),
    ],
)
def test_a_sheet_called_by_its_teacher_and_course(sheet: str, group: str, teacher: str) -> None:
    rows = [["Nom", "Prénom", "Tél"], ["Martin", "Léa", tel(1)]]
    file = SheetFile("a.xlsx", "a", (Sheet(sheet, rows), Sheet("Mme Noir (harpe)", rows)))
    told = {each.name: each.teacher.name if each.teacher else "" for each in read_class_list(file).groups}
    assert told == {group: teacher, "Harpe": "Mme Noir"}


def test_the_class_is_found_behind_a_dash_in_the_name_of_the_file() -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Martin", "Léa", tel(1)], stem="Suivi des familles - CE2 B")
    assert list(groups(found)) == ["CE2 B"]


def test_a_street_in_three_columns_is_one_address() -> None:
    found = read(
        ["Nom", "Prénom", "Tél", "N° voie", "Type voie", "Libellé voie", "CP", "Commune"],
        ["Martin", "Léa", tel(1), 12, "RUE", "DES TILLEULS", "35140", "SAINT-AUBIN"],
    )
    assert found.people[0].address == "12 RUE DES TILLEULS"


def test_a_day_that_outlook_does_not_know_is_no_mistake() -> None:
    found = read(["Nom", "Prénom", "Né le", "Tél"], ["Martin", "Léa", "0/0/00", tel(1)])
    assert (found.people[0].birth_date, found.rejected) == (None, ())


def test_a_cell_of_yes_or_no_is_no_name() -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Martin", "Léa", tel(1)], [True, False, tel(2)])
    assert names(found) == ["Léa Martin"]
    assert {reject.cell for reject in found.rejected} == {"A3", "B3", "C3"}


def test_of_merged_ranges_that_lie_over_one_another_the_first_counts() -> None:
    rows = [["Élève", "Cours", "Tél"], ["Roy Ana", "Piano", tel(1)], ["", "Solfège", ""], ["", "Chant", ""]]
    found = read(*rows, merged=[MergedRange(1, 0, 3, 0), *[MergedRange(2, 0, 1_000_000, 0)] * 1_000])
    assert [(draft.name, draft.groups) for draft in found.people] == [
        ("Ana Roy", ("Piano", "Solfège", "Chant"))
    ]


def test_the_number_of_a_house_beside_its_street() -> None:
    head = ["Nom", "Prénom", "Tél", "N°", "Adresse"]
    found = read(head, ["Roux", "Léa", tel(1), 12, "rue A"], ["Petit", "Tom", tel(2), "3 bis", "rue B"])
    assert [draft.address for draft in found.people] == ["12 rue A", "3 bis rue B"]
    found = read(
        ["N°", "Adresse", "Nom", "Prénom", "Tél"],
        [1, "rue A", "Roux", "Léa", tel(1)],
        [2, "rue B", "Petit", "Tom", tel(2)],
    )
    assert [draft.address for draft in found.people] == ["rue A", "rue B"]
