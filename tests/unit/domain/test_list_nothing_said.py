"""Cells that say that there is nothing, or that leave it to another cell: nobody is called "néant"."""

from __future__ import annotations

import pytest
from list_reader import e164, family, own, read, tel

from smsdesk.domain.class_lists import ClassList

HEADERS = ["Nom", "Prénom", "Classe", "Nom mère", "Tél mère", "Nom père", "Tél père"]


def with_father(name: str, phone: str) -> ClassList:
    return read(
        HEADERS,
        ["Hamel", "Jules", "CP", "Ève Hamel", tel(1), name, phone],
        ["Petit", "Zoé", "CP", "Anne Petit", tel(3), "Luc Petit", tel(4)],
    )


@pytest.mark.parametrize("said", ["néant", "x", "inconnu", "Décédé", "sans objet", "N/A", "-", "/", "?"])
def test_nobody_is_called_so(said: str) -> None:
    found = with_father(said, said)
    assert family(found.people[0]) == [("Ève Hamel", [e164(1)])]
    assert not found.rejected


@pytest.mark.parametrize("name", ["Sans", "So", "Na", "Personne"])
def test_some_people_are_called_like_it(name: str) -> None:
    assert [guardian for guardian, _ in family(with_father(name, tel(2)).people[0])] == ["Ève Hamel", name]


@pytest.mark.parametrize("said", ["néant", "x", "NC", "aucun"])
def test_whom_nothing_reaches_is_named(said: str) -> None:
    found = read(["Nom", "Prénom", "Tél"], ["Hamel", "Jules", said], ["Petit", "Zoé", tel(1)])
    assert [(reject.cell, reject.value) for reject in found.rejected] == [("C2", said)]
    assert "nobody of this row can be reached" in str(found.rejected[0].reason)
    assert [draft.name for draft in found.people] == ["Jules Hamel", "Zoé Petit"]


def test_whom_another_phone_reaches_is_not() -> None:
    found = read(["Nom", "Prénom", "Tél mère", "Tél père"], ["Hamel", "Jules", "néant", tel(1)])
    assert not found.rejected


@pytest.mark.parametrize("said", ["idem", "Idem", "ibid.", '"', "voir ci-dessus"])
def test_what_another_cell_says_is_not_guessed(said: str) -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Adresse", "Mère", "Tél"],
        ["Hamel", "Jules", "CP", "1 rue A", "Ève Hamel", tel(1)],
        ["Petit", "Zoé", said, said, said, said],
    )
    assert [reject.cell for reject in found.rejected] == ["C3", "D3", "E3", "F3"]
    zoe = found.people[1]
    assert (zoe.address, family(zoe), own(zoe)) == ("", [], [])
    assert "idem" not in {group.name.casefold() for group in found.groups}


def test_two_without_a_number_or_an_address_have_not_the_same() -> None:
    found = read(
        ["Nom", "Prénom", "INE", "Adresse", "Tél"],
        ["Hamel", "Jules", "néant", "nc", tel(1)],
        ["Petit", "Zoé", "néant", "nc", tel(2)],
    )
    assert {(draft.external_id, draft.address) for draft in found.people} == {("", "")}


class TestNamedBesideTheOnlyPhone:
    """A pupil's phone beside which a grown-up is named is that one's."""

    @pytest.mark.parametrize(
        ("cell", "guardian"),
        [
            ("Mme Hamel Ève {}", "Ève Hamel"), ("M. Hamel : {}", "M. Hamel"), ("{} (maman Ève Hamel)", "Ève Hamel"),
            ("Mère Mme Hamel {}", "Mme Hamel"), ("M. et Mme Hamel {}", "M. et Mme Hamel"),
        ],
    )  # fmt: skip
    def test_is_a_guardian(self, cell: str, guardian: str) -> None:
        found = read(["Nom", "Prénom", "Classe", "Téléphone"], ["Hamel", "Jules", "CP", cell.format(tel(1))])
        (jules,) = found.people
        assert (own(jules), family(jules)) == ([], [(guardian, [e164(1)])])

    @pytest.mark.parametrize("cell", ["Mme Hamel Jules {}", "{} Mme", "travail {}", "Hamel Jules {}"])
    def test_is_the_pupil_himself_or_nobody_named(self, cell: str) -> None:
        found = read(["Nom", "Prénom", "Classe", "Téléphone"], ["Hamel", "Jules", "CP", cell.format(tel(1))])
        assert (own(found.people[0]), family(found.people[0])) == ([e164(1)], [])

    def test_has_the_phone_that_stands_behind_the_name(self) -> None:
        cell = f"M. Hamel {tel(1)} Mme Hamel {tel(2)}"
        found = read(["Nom", "Prénom", "Classe", "Téléphone"], ["Hamel", "Jules", "CP", cell])
        assert family(found.people[0]) == [("M. Hamel", [e164(1)]), ("Mme Hamel", [e164(2)])]
