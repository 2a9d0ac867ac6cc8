"""Columns that say who wants messages and who does not, whichever way round they ask."""

from __future__ import annotations

import pytest
from list_reader import names, read, tel


@pytest.mark.parametrize(
    "header", ["SMS", "SMS autorisés", "Accepte les SMS", "Consentement", "Autorisation SMS", "Opt-in"]
)
def test_a_no_is_an_objection(header: str) -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Mobile", header],
        ["Martin", "Léa", "CP", tel(1), "oui"],
        ["Petit", "Tom", "CP", tel(2), "non"],
        ["Roy", "Zoé", "CP", tel(3), "Oui"],
    )
    assert names(found) == ["Léa Martin", "Tom Petit", "Zoé Roy"]
    assert [draft.refuses for draft in found.people] == [False, True, False]
    assert found.rejected == ()


@pytest.mark.parametrize(
    ("header", "yes"),
    [
        ("Refus SMS", "oui"),
        ("Désinscrit", "x"),
        ("Désinscrit(e)", "X"),
        ("Ne pas contacter par SMS", "oui"),
        ("Pas de SMS", "1"),
        ("Stop SMS", "STOP"),
        ("Opposition", "oui"),
        ("Opt-out", "yes"),
    ],
)
def test_a_yes_is_an_objection_where_objections_are_asked_for(header: str, yes: str) -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Mobile", header],
        ["Martin", "Léa", "CP", tel(1), "non"],
        ["Petit", "Tom", "CP", tel(2), yes],
        ["Roy", "Zoé", "CP", tel(3), None],
    )
    assert [draft.refuses for draft in found.people] == [False, True, False]
    assert found.rejected == ()


@pytest.mark.parametrize("header", ["Autorisation de sortie", "Motif du refus", "Pas de porc", "Refus image"])
def test_other_agreements_say_nothing_of_messages(header: str) -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Mobile", header],
        ["Martin", "Léa", "CP", tel(1), "non"],
        ["Petit", "Tom", "CP", tel(2), "oui"],
    )
    assert [draft.refuses for draft in found.people] == [False, False]


def test_numbers_below_sms_are_phones() -> None:
    found = read(["Nom", "Prénom", "Classe", "SMS"], ["Martin", "Léa", "CP", tel(1)])
    assert [len(draft.phones) for draft in found.people] == [1]
