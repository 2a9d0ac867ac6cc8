"""Lists of every shape once more, each with what a person would read in it written beside it."""

from __future__ import annotations

from datetime import date, time

import pytest
from list_reader import e164, family, groups, names, own, read, tel

from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.sheets import Sheet, SheetFile
from smsdesk.domain.titles import file_group, file_title, read_title

_ONDE_PARENT = ["Civilité Responsable", "Nom usage responsable", "Nom responsable", "Prénom responsable"]
_ONDE_CHILD = ["Nom d'usage enfant", "Nom de famille enfant", "Prénom enfant", "Classes enfants"]


def test_a_relation_to_the_pupil_ends_nothing_that_is_told_of_the_parent() -> None:
    found = read(
        [*_ONDE_PARENT, "Lien avec l'élève", "Courriel", "Téléphone portable", *_ONDE_CHILD * 3],
        ["MME", "", "LEROY", "Sophie", "MERE", "s@ex.fr", tel(1), "", "ROUX", "Lina", "CP", *[""] * 8],
        ["M.", "", "ROUX", "Éric", "PERE", "", tel(2), "", "ROUX", "Lina", "CP", *[""] * 8],
    )
    (lina,) = found.people
    assert family(lina) == [("Sophie LEROY", [e164(1)]), ("Éric ROUX", [e164(2)])]
    assert (own(lina), lina.email) == ([], "")


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["ÉLÈVE", "", "", "RESPONSABLE 1", "", "", "RESPONSABLE 2", "", ""]],
        [
            ["ÉLÈVE", "", "", "RESPONSABLE 1", "", "", "RESPONSABLE 2", "", ""],
            ["Identité", "", "Scolarité", "Identité", "", "Contact", "Identité", "", "Contact"],
        ],
    ],
)
def test_two_guardians_with_the_same_headers_stay_two(above: list[list[str]]) -> None:
    found = read(
        *above,
        ["Nom", "Prénom", "Classe", "Nom", "Prénom", "Portable", "Nom", "Prénom", "Portable"],
        ["Joly", "Tess", "CP", "Joly", "Ève", tel(1), "Dorn", "Karl", tel(2)],
    )
    assert family(found.people[0]) == [("Ève Joly", [e164(1)]), ("Karl Dorn", [e164(2)])]


def test_contacts_with_names_beside_their_phones_are_guardians() -> None:
    found = read(
        ["Élève", "Contact 1", "Tél contact 1", "Contact 2", "Tél contact 2"],
        ["PAGE Emy", "PAGE Lou", tel(1), "NOEL Guy", tel(2)],
    )
    assert family(found.people[0]) == [("Lou PAGE", [e164(1)]), ("Guy NOEL", [e164(2)])]
    assert own(found.people[0]) == []


def test_sums_and_titles_of_pages_are_no_blanks_of_the_class() -> None:
    found = read(
        ["Liste des élèves au 01/09/2026 - page 1"],
        ["Nom", "Prénom", "Classe", "Tél"],
        ["Roy", "Ana", "CP", tel(1)],
        ["Total CP : 1"],
        ["Liste des élèves au 01/09/2026 - page 2"],
        ["Nom", "Prénom", "Classe", "Tél"],
        ["Roy", "Ben", "CE1", tel(2)],
        ["Sous-total : 1"],
        ["Total général", "", "", 2],
    )
    assert [(draft.name, draft.groups, own(draft)) for draft in found.people] == [
        ("Ana Roy", ("CP",), [e164(1)]),
        ("Ben Roy", ("CE1",), [e164(2)]),
    ]
    assert not found.rejected


def test_phones_of_a_second_table_that_are_used_are_not_named_as_unused() -> None:
    found = read(
        ["Nom", "Prénom", "Tél"],
        ["Roy", "Ana", tel(1)],
        [],
        ["Nom", "Prénom", "Adresse", "Ville", "Tél mère", "Tél médecin"],
        ["Roux", "Ben", "1 rue X", "Brest", tel(2), tel(3)],
    )
    assert family(found.people[1]) == [("Mère de Ben Roux", [e164(2)])]
    assert [reject.cell for reject in found.rejected] == ["F"]


def test_the_heads_of_associations_are_reached_under_the_name_of_the_association() -> None:
    found = read(
        ["Nom de l'association", "Président", "Portable président", "Trésorier", "Portable trésorier"],
        ["Les Amis du Livre", "COLIN Marthe", tel(1), "BRUN Alain", tel(2)],
        ["Arts et Loisirs 35", "LEMOINE Guy", tel(3), "", ""],
    )
    assert names(found) == ["Les Amis du Livre", "Arts et Loisirs 35"]
    assert list(map(own, found.people)) == [[e164(1), e164(2)], [e164(3)]]


def test_a_particle_and_a_last_name_are_no_first_name() -> None:
    found = read(["Foyer", "Téléphone"], ["LE ROUX", tel(1)], ["De Santis", tel(2)], ["Léa Roy", tel(3)])
    assert [(draft.first_name, draft.last_name) for draft in found.people] == [
        ("", "LE ROUX"),
        ("", "De Santis"),
        ("Léa", "Roy"),
    ]


def test_born_says_the_birth_date() -> None:
    found = read(["Nom", "Prénom", "Né(e)", "Tél"], ["Aubry", "Max", "04/05/2012", tel(1)])
    assert found.people[0].birth_date == date(2012, 5, 4)


def test_two_levels_in_the_name_of_a_file_keep_their_dash() -> None:
    assert file_group("Liste élèves CE1-CE2 2026-2027") == "CE1-CE2"
    assert file_group("classe ulis") == "Ulis"


@pytest.mark.parametrize("title", ["Liste des élèves de la 6e 3", "Objet : liste des élèves de 6e 3"])
def test_a_title_that_says_whose_pupils_they_are(title: str) -> None:
    assert read_title(title).group == "6e 3"


def test_the_hour_in_the_name_of_a_sheet_is_that_of_its_pupils() -> None:
    rows = [["Nom", "Prénom", "Tél"], ["Roy", "Ana", tel(1)]]
    later = [["Nom", "Prénom", "Tél"], ["Noir", "Luc", tel(2)]]
    sheets = (Sheet("Piano mercredi 14h", rows), Sheet("Piano - Mme Roux - jeudi 17h30-18h", later))
    (piano,) = read_class_list(SheetFile("a.xlsx", "a", sheets)).groups
    told = [(member.name, slot.weekday, slot.start, slot.end) for member, (slot,) in piano.hours]
    assert piano.name == "Piano"
    assert told == [("Ana Roy", 2, time(14), None), ("Luc Noir", 3, time(17, 30), time(18))]


def test_an_hour_alone_names_the_group_and_a_day_alone_is_no_hour() -> None:
    told = file_title("Mercredi_14h")
    assert (told.group, told.slot is not None) == ("Mercredi 14h", True)
    assert (groups(read(["Nom", "Tél"], ["Roy Ana", tel(1)], stem="Piano mercredi"))) == {
        "Piano mercredi": groups(read(["Nom", "Tél"], ["Roy Ana", tel(1)], stem="Harpe"))["Harpe"]
    }
