"""Parents who share a cell, children named beside their parent, and whose phone stands in which column."""

from __future__ import annotations

import pytest
from list_reader import e164, family, groups, names, own, read, tel

from smsdesk.domain.couples import couple_in

PARENTS_PHONES = ["Élève", "Classe", "Parents", "Tél père", "Tél mère"]


@pytest.mark.parametrize(
    ("cell", "father", "mother"),
    [
        ("M. et Mme DUPONT Jean et Marie", "Jean DUPONT", "Marie DUPONT"),
        ("M. et Mme Jean et Marie DUPONT", "Jean DUPONT", "Marie DUPONT"),
        ("Mme et M. DUPONT Marie et Jean", "Jean DUPONT", "Marie DUPONT"),
        ("M. DURAND Éric et Mme LOPEZ Ana", "Éric DURAND", "Ana LOPEZ"),
        ("Mme LOPEZ Ana & M. DURAND Éric", "Éric DURAND", "Ana LOPEZ"),
    ],
)
def test_both_parents_of_a_cell_have_the_phones_of_their_columns(cell: str, father: str, mother: str) -> None:
    found = read(PARENTS_PHONES, ["DUPONT Léo", "CM1", cell, tel(1), tel(2)])
    assert sorted(family(found.people[0])) == sorted([(father, [e164(1)]), (mother, [e164(2)])])


def test_a_parent_named_by_civility_alone_has_the_phone_of_his_column() -> None:
    found = read(
        PARENTS_PHONES,
        ["SIMON Tom", "CM1", "Mme SIMON", "", tel(1)],
        ["ROUX Eva", "CM1", "M. ROUX", tel(2), ""],
    )
    assert [family(draft) for draft in found.people] == [
        [("Mme SIMON", [e164(1)])],
        [("M. ROUX", [e164(2)])],
    ]


def test_two_names_and_two_phones_go_together_in_their_order() -> None:
    found = read(
        ["Élève", "Classe", "Responsables", "Portables"],
        ["GARCIA Léna", "4B", "GARCIA Luis / MOREAU Julie", f"{tel(1)} / {tel(2)}"],
        ["HUET Axel", "4B", "HUET Sonia", tel(3)],
    )
    assert [family(draft) for draft in found.people] == [
        [("Luis GARCIA", [e164(1)]), ("Julie MOREAU", [e164(2)])],
        [("Sonia HUET", [e164(3)])],
    ]


def test_one_phone_of_two_parents_stays_both_theirs() -> None:
    found = read(
        ["Élève", "Classe", "Responsables", "Portable"],
        ["GARCIA Léna", "4B", "GARCIA Luis / MOREAU Julie", tel(1)],
    )
    ((_, phones),) = family(found.people[0])
    assert phones == [e164(1)]


@pytest.mark.parametrize(
    "cell", ["Jean et Marie", "Le Goff", "DUPONT/MARTIN", "M. et Mme Dupont", "Martin, Paul"]
)
def test_what_does_not_name_two_whole_people_is_no_couple(cell: str) -> None:
    assert couple_in(cell) == ()


def test_a_number_beside_the_phone_leads_to_the_guardian_of_that_number() -> None:
    found = read(
        ["NOM Prénom", "Tél. 1 (prioritaire)", "Nom contact 1", "Tél. 2", "Nom contact 2"],
        ["TATI Rose", tel(1), "Tati Léon (papa)", tel(2), "Ney Clara (maman)"],
        ["URFE Paul", tel(3), "Urfé Jeanne (maman)", "", ""],
    )
    assert [family(draft) for draft in found.people] == [
        [("Léon Tati", [e164(1)]), ("Clara Ney", [e164(2)])],
        [("Jeanne Urfé", [e164(3)])],
    ]
    assert [link.relation for link in found.people[0].guardians] == ["père", "mère"]


@pytest.mark.parametrize("header", ["Enfants", "ENFANT(S)", "Enfant"])
def test_names_beside_the_children_are_the_parents(header: str) -> None:
    found = read(
        ["NOM", "PRENOM", "TEL. PORTABLE", header],
        ["LE GOFF", "Yann", tel(1), "LE GOFF Enora (6e 2), LE GOFF Malo (CM1)"],
        ["KERMARREC", "Anna", tel(2), "LE GOFF Enora (6e 2)"],
    )
    assert {draft.name: (family(draft), draft.groups) for draft in found.people} == {
        "Enora LE GOFF": ([("Yann LE GOFF", [e164(1)]), ("Anna KERMARREC", [e164(2)])], ("6e 2",)),
        "Malo LE GOFF": ([("Yann LE GOFF", [e164(1)])], ("CM1",)),
    }
    assert found.rejected == ()


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        (["Nom de l'enfant", "Classe"], ["Coq Tom", "CP"]),
        (["Nom enfant", "Prénom enfant", "Classe"], ["Coq", "Tom", "CP"]),
        (["Enfant", "Classe"], ["Tom", "CP"]),
    ],
)
def test_a_child_named_behind_his_parent_is_the_pupil(headers: list[str], cells: list[str]) -> None:
    found = read(["Nom", "Prénom", "Tél", *headers], ["Coq", "Ann", tel(1), *cells])
    assert [(draft.name, family(draft), draft.groups) for draft in found.people] == [
        ("Tom Coq", [("Ann Coq", [e164(1)])], ("CP",))
    ]


def test_first_names_of_children_take_the_parents_last_name() -> None:
    found = read(
        ["Nom", "Prénom", "Tél", "Enfants"],
        ["Roux", "Zoé", tel(1), "Enora, Malo"],
        ["Petit", "Marc", tel(2), "Eva"],
    )
    assert names(found) == ["Enora Roux", "Malo Roux", "Eva Petit"]


def test_a_pupil_whose_name_cannot_be_read_leaves_his_guardian_to_no_other() -> None:
    found = read(
        ["Élève", "Responsable", "Tél responsable"],
        ["Roux Eva", "Roux Zoé", tel(1)],
        ["=Petit Tom@2", "Petit Marc", tel(2)],
    )
    assert [(draft.name, family(draft)) for draft in found.people] == [
        ("Eva Roux", [("Zoé Roux", [e164(1)])])
    ]
    assert {reject.cell for reject in found.rejected} >= {"A3"}


def test_contacts_beside_their_relation_are_guardians_in_rows_below_too() -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Contact", "Lien", "Tél"],
        ["Prat", "Lia", "6C", "Prat Joël", "père", tel(1)],
        ["", "", "", "Prat Édith", "mère", tel(2)],
        ["Quin", "Lou", "6C", "Quin Ida", "mère", tel(3)],
    )
    assert [family(draft) for draft in found.people] == [
        [("Joël Prat", [e164(1)]), ("Édith Prat", [e164(2)])],
        [("Ida Quin", [e164(3)])],
    ]
    assert not any(map(own, found.people))


def test_a_no_below_a_course_is_not_ticked() -> None:
    found = read(
        ["Nom", "Prénom", "Éveil", "Chorale", "Tél mère"],
        ["Faye", "Ada", "x", "non", tel(1)],
        ["Hue", "Cim", "oui", "✓", tel(2)],
    )
    assert [draft.groups for draft in found.people] == [("Éveil",), ("Éveil", "Chorale")]


@pytest.mark.parametrize(
    ("sheet", "group", "teacher"),
    [("Piano Mme Durand", "Piano", "Mme Durand"), ("CE2 M. Roy", "CE2", "M. Roy")],
)
def test_a_sheet_called_by_course_and_teacher_without_a_dash(sheet: str, group: str, teacher: str) -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Martin", "Léa", tel(1)], sheet=sheet)
    assert {name: taught for name, (_, taught) in groups(found).items()} == {group: teacher}


def test_theory_in_a_column_of_its_own_is_a_course() -> None:
    found = read(
        ["Nom", "Prénom", "FM", "Instrument", "Prof instrument", "Tél"],
        ["Kerr", "Maé", "1C3 mercredi", "Alto", "Mme Bach", tel(1)],
    )
    assert {name: taught for name, (_, taught) in groups(found).items()} == {
        "1C3 mercredi": "",
        "Alto": "Mme Bach",
    }
