"""Lists as schools, conservatoires and town halls send them, in which somebody could get another one's phone."""

from __future__ import annotations

import pytest
from list_reader import e164, family, groups, names, own, read, tel

from smsdesk.domain.class_lists import ClassList
from smsdesk.domain.errors import InputError


def reached(found: ClassList) -> dict[str, list[str]]:
    """The phones of each person and of the guardians."""
    return {
        draft.name: [*own(draft), *(number for _, numbers in family(draft) for number in numbers)]
        for draft in found.people
    }


class TestBesideOneAnother:
    def test_two_tables_whose_headers_say_the_same_in_other_words(self) -> None:
        found = read(
            ["Nom", "Prénom", "Portable", "", "Nom", "Prénom", "Téléphone"],
            ["Martin", "Léa", tel(1), "", "Petit", "Tom", tel(2)],
            ["Roux", "Eva", tel(3), "", "Noir", "Max", tel(4)],
        )
        assert reached(found) == {
            "Léa Martin": [e164(1)], "Eva Roux": [e164(3)], "Tom Petit": [e164(2)], "Max Noir": [e164(4)],
        }  # fmt: skip

    def test_a_parent_with_a_phone_beside_a_pupil_with_one_is_no_second_table(self) -> None:
        found = read(
            ["Nom", "Prénom", "Portable", "Nom", "Prénom", "Téléphone"],
            ["Martin", "Léa", tel(1), "Martin", "Sophie", tel(2)],
        )
        assert names(found) == ["Léa Martin"]
        assert family(found.people[0]) == [("Sophie Martin", [e164(2)])]

    def test_classes_as_the_only_headers(self) -> None:
        found = read(
            ["CE1", "", "CE2", ""],
            ["Martin Léa", tel(1), "Petit Tom", tel(2)],
            ["Roux Eva", tel(3), "Noir Max", tel(4)],
        )
        assert reached(found) == {
            "Léa Martin": [e164(1)], "Eva Roux": [e164(3)], "Tom Petit": [e164(2)], "Max Noir": [e164(4)],
        }  # fmt: skip
        assert {draft.name: draft.groups for draft in found.people} == {
            "Léa Martin": ("CE1",), "Eva Roux": ("CE1",), "Tom Petit": ("CE2",), "Max Noir": ("CE2",),
        }  # fmt: skip


class TestParentsBelow:
    ROWS = (
        ["MARTIN", "Léa", "CE1", "", ""],
        ["MARTIN", "Sophie", "", "Mère", tel(1)],
        ["ROUX", "Paul", "", "Père", tel(2)],
        ["PETIT", "Tom", "CE1", "", ""],
        ["PETIT", "Anne", "", "Mère", tel(3)],
    )

    def test_are_guardians_of_the_child_above(self) -> None:
        found = read(["Nom", "Prénom", "Classe", "Lien", "Téléphone"], *self.ROWS)
        assert {draft.name: family(draft) for draft in found.people} == {
            "Léa MARTIN": [("Sophie MARTIN", [e164(1)]), ("Paul ROUX", [e164(2)])],
            "Tom PETIT": [("Anne PETIT", [e164(3)])],
        }
        assert [link.relation for link in found.people[0].guardians] == ["Mère", "Père"]

    def test_with_a_birth_date_in_place_of_a_class_and_the_phone_before_the_relation(self) -> None:
        rows = [[row[0], row[1], "12/03/2014" if row[2] else "", row[4], row[3]] for row in self.ROWS]
        found = read(["Nom", "Prénom", "Né(e) le", "Téléphone", "Lien"], *rows)
        assert {draft.name: family(draft) for draft in found.people} == {
            "Léa MARTIN": [("Sophie MARTIN", [e164(1)]), ("Paul ROUX", [e164(2)])],
            "Tom PETIT": [("Anne PETIT", [e164(3)])],
        }

    def test_a_cell_that_is_refused_keeps_its_address(self) -> None:
        rows = [list(row) for row in self.ROWS]
        rows[1][4] = "06 39"
        found = read(["Nom", "Prénom", "Classe", "Téléphone", "Lien"], *([*r[:3], r[4], r[3]] for r in rows))
        assert [(each.cell, each.value) for each in found.rejected] == [("D3", "06 39")]

    def test_pupils_who_all_have_a_relation_beside_the_phone_stay_pupils(self) -> None:
        found = read(
            ["Nom", "Prénom", "Classe", "Lien", "Téléphone"],
            ["Martin", "Léa", "CE1", "Mère", tel(1)],
            ["Petit", "Tom", "CE1", "", ""],
            ["Roux", "Eva", "CE1", "Père", tel(3)],
        )
        assert names(found) == ["Léa Martin", "Tom Petit", "Eva Roux"]


class TestNames:
    def test_the_numbers_of_the_lines_before_them(self) -> None:
        found = read(["1. Martin Léa", tel(1)], ["2. Petit Tom", tel(2)], ["3) Roux Eva", tel(3)])
        assert reached(found) == {"Léa Martin": [e164(1)], "Tom Petit": [e164(2)], "Eva Roux": [e164(3)]}
        assert found.rejected == ()

    def test_the_phone_behind_them_in_one_cell(self) -> None:
        found = read(
            ["Classe de piano - Mme Roux"],
            ["Élève", "Horaire"],
            ["Léa Martin (06 39 98 00 01)", "mercredi 14h"],
            ["Tom Petit (06 39 98 00 02)", "mercredi 14h30"],
        )
        assert reached(found) == {"Léa Martin": [e164(1)], "Tom Petit": [e164(2)]}
        assert groups(found)["Piano"][1] == "Mme Roux"

    def test_children_of_a_family_parted_by_commas(self) -> None:
        found = read(
            ["Famille", "Enfants", "Téléphone"],
            ["MARTIN", "Léa et Tom", tel(1)],
            ["PETIT", "Zoé, Max", tel(2)],
        )
        assert reached(found) == {
            "Léa MARTIN": [e164(1)], "Tom MARTIN": [e164(1)], "Zoé PETIT": [e164(2)], "Max PETIT": [e164(2)],
        }  # fmt: skip

    def test_a_date_behind_them(self) -> None:
        found = read(
            ["Élève", "Tél"], ["MARTIN Léa (12/03/2014)", tel(1)], ["PETIT Tom né le 01/01/2015", tel(2)]
        )
        assert reached(found) == {"Léa MARTIN": [e164(1)], "Tom PETIT": [e164(2)]}

    def test_beside_the_phones_of_a_list_that_has_no_column_of_names(self) -> None:
        found = read(
            ["", "Lundi", "Mardi"],
            ["14h", f"Léa Martin {tel(1)}", f"Tom Petit {tel(2)}"],
            ["15h", f"Eva Roux {tel(3)}", ""],
        )
        assert reached(found) == {"Léa Martin": [e164(1)], "Tom Petit": [e164(2)], "Eva Roux": [e164(3)]}

    def test_a_list_of_bare_numbers_calls_people_by_them(self) -> None:
        found = read(["Portable"], [tel(1)], [f"{tel(2)} (maman)"])
        assert names(found) == [e164(1), e164(2)]


class TestClasses:
    def test_ticks_below_the_names_of_courses(self) -> None:
        found = read(
            ["Nom", "Prénom", "Piano", "Solfège", "Orchestre", "Portable"],
            ["Martin", "Léa", "X", "x", "", tel(1)],
            ["Petit", "Tom", "", "X", "X", tel(2)],
        )
        assert {draft.name: set(draft.groups) for draft in found.people} == {
            "Léa Martin": {"Piano", "Solfège"}, "Tom Petit": {"Solfège", "Orchestre"},
        }  # fmt: skip

    def test_the_class_of_a_brother_is_not_the_pupils(self) -> None:
        found = read(
            ["Nom élève", "Classe", "Frère/sœur", "Classe", "Tél parents"],
            ["Martin Léa", "CE1", "Martin Tom", "CP", tel(1)],
        )
        assert {draft.name: draft.groups for draft in found.people} == {"Léa Martin": ("CE1",)}


def test_the_letters_m_and_p_tell_the_parents_phones_apart() -> None:
    found = read(["Nom", "Prénom", "Téléphones"], ["Martin", "Léa", f"M : {tel(1)} P : {tel(2)}"])
    (lea,) = found.people
    assert family(lea) == [("Mère de Léa Martin", [e164(1)]), ("Père de Léa Martin", [e164(2)])]


class TestAbroad:
    """Nine digits, or ten, may be of France and of a neighbouring country: they are not guessed."""

    @pytest.mark.parametrize(
        ("coded", "e164_coded", "bare"),
        [
            ("+32 470 12 34 57", "+32470123457", 470123458.0),
            ("0041 79 123 45 68", "+41791234568", "0791234569"),
            ("+352 621 123 457", "+352621123457", "661 123 458"),
        ],
    )
    def test_beside_as_many_of_that_country_it_is_named(
        self, coded: str, e164_coded: str, bare: object
    ) -> None:
        found = read(["Nom", "Prénom", "Portable"], ["Peeters", "Jan", coded], ["Dubois", "Max", bare])
        assert reached(found) == {"Jan Peeters": [e164_coded], "Max Dubois": []}
        (reject,) = found.rejected
        assert reject.cell == "C3"
        assert "may be a French number" in str(reject.reason)

    def test_among_french_families_one_from_abroad_makes_no_doubt(self) -> None:
        rows = [["Martin", first, tel(at)] for at, first in enumerate(("Léa", "Tom", "Eva", "Zoé"))]
        found = read(
            ["Nom", "Prénom", "Portable"],
            *rows,
            ["Roux", "Max", 791234569.0],
            ["P", "Jan", "+41 79 123 45 68"],
        )
        assert found.rejected == ()
        assert reached(found)["Max Roux"] == ["+33791234569"]

    def test_a_column_of_dialling_codes_is_put_before_the_number(self) -> None:
        found = read(
            ["Nom", "Prénom", "Indicatif", "Portable"],
            ["Martin", "Léa", "+33", "639980001"], ["Peeters", "Jan", "+32", "470123456"], ["Weber", "Eva", 352.0, 621123456.0],
        )  # fmt: skip
        assert reached(found) == {
            "Léa Martin": [e164(1)], "Jan Peeters": ["+32470123456"], "Eva Weber": ["+352621123456"],
        }  # fmt: skip

    def test_a_country_beside_a_number_that_two_have_is_asked_for(self) -> None:
        found = read(
            ["Nom", "Prénom", "Portable", "Pays"],
            ["Martin", "Léa", tel(1), "France"], ["Peeters", "Jan", "0470123456", "Belgique"],
            ["Noir", "Max", tel(2), "Belgique"], ["Weber", "Eva", "661123456", "Luxembourg"],
        )  # fmt: skip
        assert reached(found) == {
            "Léa Martin": [e164(1)],
            "Jan Peeters": [],
            "Max Noir": [e164(2)],
            "Eva Weber": [],
        }
        assert [each.cell for each in found.rejected] == ["C3", "C5"]


def test_what_a_program_prints_on_each_page_is_nobody() -> None:
    header = ["Nom", "Prénom", "Classe", "Tél mère"]
    found = read(
        ["Export du 12/09/2026", "", "", "page 1"],
        header,
        ["Martin", "Léa", "CM2", tel(1)],
        ["Export du 12/09/2026", "", "", "page 2"],
        header,
        ["Petit", "Tom", "CM2", tel(2)],
    )
    assert names(found) == ["Léa Martin", "Tom Petit"]
    assert not found.rejected


def test_a_column_that_counts_the_guardians_names_none() -> None:
    found = read(
        ["Classe", "Elève", "N° resp", "Nom resp", "Tél. portable", "Reçoit SMS"],
        ["CM2", "MARTIN Léa", 1, "MARTIN Anne", tel(1), "oui"],
        ["CM2", "MARTIN Léa", 2, "MARTIN Paul", tel(2), "oui"],
        ["CM2", "PETIT Tom", 1, "PETIT Julie", tel(3), "oui"],
    )
    assert not found.rejected
    assert [family(draft) for draft in found.people] == [
        [("Anne MARTIN", [e164(1)]), ("Paul MARTIN", [e164(2)])],
        [("Julie PETIT", [e164(3)])],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Nom", "Martin", "Petit"],
            ["Prénom", "Léa", "Tom"],
            ["Classe", "CP", "CE1"],
            ["Tél", tel(1), tel(2)],
        ],
        [
            ["Nom", "Martin"],
            ["Prénom", "Léa"],
            ["Tél", tel(1)],
            [],
            ["Nom", "Petit"],
            ["Prénom", "Tom"],
            ["Tél", tel(2)],
        ],
        [["Nom : Martin"], ["Prénom : Léa"], ["Tél : 06 39 98 00 01"], [], ["Nom : Petit"], ["Prénom : Tom"]],
    ],
    ids=["transposed", "cards", "cards in one column"],
)
def test_headers_below_one_another_are_refused_with_what_to_do(rows: list[list[str]]) -> None:
    with pytest.raises(InputError, match="row under one row of headers"):
        read(*rows)


def test_a_list_below_the_lines_of_a_letterhead_is_read() -> None:
    found = read(
        ["Classe : CM2"],
        ["Professeur : Mme Roux"],
        ["Tél : 02 99 00 00 01"],
        [],
        ["Nom", "Prénom", "Tél mère"],
        ["Martin", "Léa", tel(1)],
        ["Petit", "Tom", tel(2)],
    )
    assert names(found) == ["Léa Martin", "Tom Petit"]
