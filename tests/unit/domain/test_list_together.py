"""Several people in one cell: brothers and sisters become children each, couples stay whole."""

from __future__ import annotations

import pytest
from list_reader import e164, family, names, own, read, tel

from smsdesk.domain.names import PersonName, split_name
from smsdesk.domain.names_together import children_in


@pytest.mark.parametrize(
    ("cell", "children"),
    [
        ("DURAND Léa et Tom", ["Léa DURAND", "Tom DURAND"]),
        ("Léa et Tom DURAND", ["Léa DURAND", "Tom DURAND"]),
        ("DURAND Léa / MARTIN Tom", ["Léa DURAND", "Tom MARTIN"]),
        ("DURAND Léa & Tom", ["Léa DURAND", "Tom DURAND"]),
        ("Emma, Louis et Hugo", ["Emma", "Louis", "Hugo"]),
    ],
)
def test_brothers_and_sisters_in_one_cell_are_children_each(cell: str, children: list[str]) -> None:
    found = read(["Enfant", "Tél mère"], [cell, tel(1)], ["ROUX Zoé", tel(2)])
    assert names(found) == [*children, "Zoé ROUX"]
    assert all(family(draft)[0][1] == [e164(1)] for draft in found.people[:-1])


def test_each_has_the_class_beside_the_name() -> None:
    found = read(["Nom", "Enfants", "Tél père"], ["DURAND", "Léa (CP) et Tom (CE2)", tel(1)])
    assert [(draft.first_name, draft.groups) for draft in found.people] == [
        ("Léa", ("CP",)),
        ("Tom", ("CE2",)),
    ]


def test_first_names_together_share_the_last_name_the_class_and_the_phone() -> None:
    found = read(["Nom", "Prénom", "Classe", "Tél"], ["DURAND", "Léa et Tom", "CP", tel(1)])
    assert [(draft.name, draft.groups, own(draft)) for draft in found.people] == [
        ("Léa DURAND", ("CP",), [e164(1)]),
        ("Tom DURAND", ("CP",), [e164(1)]),
    ]


@pytest.mark.parametrize(
    "cell",
    ["Boucherie Martin et Fils", "Jean, Pierre, Marie", "Dupont & Associés", "M. et Mme DURAND Paul et Anne"],
)
def test_a_name_that_is_not_surely_of_several_is_left_as_it_is(cell: str) -> None:
    assert children_in(cell, whole=True) == ()


@pytest.mark.parametrize(
    "cell", ["Eva PETIT et Luc ROY", "Mme PETIT Eva et M. ROY Luc", "Mme Petit / M. Roy"]
)
def test_two_whole_names_are_not_taken_for_one_in_halves(cell: str) -> None:
    assert split_name(cell) == PersonName("", cell)


def test_a_couple_with_one_name_keeps_its_halves() -> None:
    assert split_name("M. et Mme MARTIN Paul et Anne") == PersonName("Paul et Anne", "MARTIN", "M. et Mme")


def test_a_child_with_a_first_name_alone_is_called_after_the_parent_of_the_row() -> None:
    found = read(
        ["Nom parent", "Prénom parent", "Portable", "Enfant 1", "Classe 1", "Enfant 2", "Classe 2"],
        ["KLEIN", "Sarah", tel(1), "Tom", "CP", "Léa", "CE2"],
        ["LUCAS", "Marc", tel(2), "ROY Ana", "CM1", "", ""],
    )
    assert names(found) == ["Tom KLEIN", "Léa KLEIN", "Ana ROY"]


def test_the_family_beside_its_children_is_their_last_name() -> None:
    found = read(
        ["Famille", "Enfants", "Tél. père", "Tél. mère"],
        ["DURAND", "Léa (CP) et Tom (CE2)", tel(1), tel(2)],
        ["LOPEZ", "Ana", "", tel(3)],
        ["NKOLO", "Emma, Louis et Hugo", tel(4), ""],
    )
    assert names(found) == [
        "Léa DURAND",
        "Tom DURAND",
        "Ana LOPEZ",
        "Emma NKOLO",
        "Louis NKOLO",
        "Hugo NKOLO",
    ]


def test_a_register_of_pupils_alone_is_taken_and_says_that_nobody_can_be_reached_yet() -> None:
    found = read(
        ["Nom élève", "Prénom élève", "Date naissance", "INE", "Libellé classe"],
        ["LEFEBVRE", "Noah", "04/02/2016", "120345678AA", "CM1"],
    )
    assert names(found) == ["Noah LEFEBVRE"]
    assert [(reject.cell, reject.value) for reject in found.rejected] == [("", "Feuil1")]


def test_words_between_two_numbers_are_no_names_of_them() -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Roux", "Zoé", f"{tel(1)} ou {tel(2)}"])
    assert [(phone.e164, phone.label) for phone in found.people[0].phones] == [(e164(1), ""), (e164(2), "")]
