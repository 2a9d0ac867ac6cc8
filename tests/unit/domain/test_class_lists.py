"""Columns, names and families: lists of every shape, down to the people they tell of."""

from __future__ import annotations

from datetime import date

import pytest
from list_reader import e164, family, groups, names, own, read, tel

from smsdesk.domain import families
from smsdesk.domain.known_people import MOST_COMPARED
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.sheets import MergedRange


def test_the_simplest_list() -> None:
    found = read(["Nom", "Prénom", "Téléphone"], ["Martin", "Léa", tel(1)], ["Dupont", "Tom", 612345678.0])
    assert names(found) == ["Léa Martin", "Tom Dupont"]
    assert [own(draft) for draft in found.people] == [[e164(1)], ["+33612345678"]]
    assert found.sheets[0].header_row == 1


def test_name_and_number_in_english() -> None:
    found = read(["Name", "Number"], ["Emma Watson", "+44 7400 123456"])
    assert names(found) == ["Emma Watson"]
    assert own(found.people[0]) == ["+447400123456"]


def test_titles_blank_rows_and_blank_columns_stand_around_the_header() -> None:
    found = read(
        ["Conservatoire — Année 2026-2027"], [], ["", "", ""],
        ["", "NOM", "", "PRENOM", "Port."], [], ["", "Martin", "", "Léa", tel(1)], ["", "Total : 1 élève"],
    )  # fmt: skip
    assert names(found) == ["Léa Martin"]
    assert found.sheets[0].header_row == 4
    assert not found.rejected


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("DUPONT Léa", "Léa", "DUPONT"), ("Léa DUPONT", "Léa", "DUPONT"), ("Dupont, Léa", "Léa", "Dupont"),
        ("Dupont Léa", "Léa", "Dupont"), ("Léa Dupont", "Léa", "Dupont"), ("LE GALL Anne-Marie", "Anne-Marie", "LE GALL"),
        ("de La Tour Léa", "Léa", "de La Tour"), ("Œuvrard Zoé", "Zoé", "Œuvrard"),
    ],
)  # fmt: skip
def test_both_names_in_one_column(written: str, first: str, last: str) -> None:
    found = read(["Nom", "Tél"], [written, tel(1)])
    assert (found.people[0].first_name, found.people[0].last_name) == (first, last)


def test_the_header_tells_the_order_of_a_whole_name() -> None:
    for header, first in (("Nom Prénom", "Vlad"), ("Prénom Nom", "Popescu")):
        found = read([header, "Tél"], ["Popescu Vlad", tel(1)])
        assert found.people[0].first_name == first


def test_two_parents_by_their_phones_only() -> None:
    found = read(
        ["Nom", "Prénom", "Tél. portable mère", "Portable père", "E-mail mère"],
        ["Martin", "Léa", tel(1), tel(2), "a@example.org"],
        ["Martin", "Tom", tel(1), tel(2), "a@example.org"],
    )
    lea, tom = found.people
    assert family(lea) == [("Mère de Léa Martin", [e164(1)]), ("Père de Léa Martin", [e164(2)])]
    assert [link.guardian for link in tom.guardians] == [link.guardian for link in lea.guardians]
    assert [link.relation for link in lea.guardians] == ["mère", "père"]
    assert lea.guardians[0].guardian.email == "a@example.org"
    assert not own(lea)


def test_parents_named_with_phones_after_each() -> None:
    found = read(
        [
            "Nom élève",
            "Prénom élève",
            "Classe",
            "Responsable 1",
            "Tél",
            "Mail",
            "Responsable 2",
            "Tél",
            "Mail",
        ],
        ["Durand", "Zoé", "6e A", "Mme Anne Petit", tel(1), "a@b.fr", "M. DURAND Luc", tel(2), "c@d.fr"],
        ["Durand", "Hugo", "6e B", "Mme Anne Petit", tel(1), "a@b.fr", "", "", ""],
    )
    zoe, hugo = found.people
    assert family(zoe) == [("Anne Petit", [e164(1)]), ("Luc DURAND", [e164(2)])]
    assert family(hugo) == [("Anne Petit", [e164(1)])]
    assert groups(found).keys() == {"6e A", "6e B"}


def test_two_header_rows_with_merged_cells() -> None:
    found = read(
        ["Élève", "", "Responsable 1", "", "Responsable 2", ""],
        ["Nom", "Prénom", "Nom", "Portable", "Nom", "Portable"],
        ["Durand", "Léa", "Anne Durand", tel(1), "Marc Durand", tel(2)],
        merged=[MergedRange(0, 0, 0, 1), MergedRange(0, 2, 0, 3), MergedRange(0, 4, 0, 5)],
    )
    assert names(found) == ["Léa Durand"]
    assert family(found.people[0]) == [("Anne Durand", [e164(1)]), ("Marc Durand", [e164(2)])]


def test_a_second_header_row_below_an_unfinished_one() -> None:
    found = read(
        ["Nom", "Prénom", "Téléphone", "", ""],
        ["", "", "Mère", "Père", "Domicile"],
        ["Durand", "Léa", tel(1), tel(2), "01 99 00 12 34"],
    )
    assert family(found.people[0]) == [("Mère de Léa Durand", [e164(1)]), ("Père de Léa Durand", [e164(2)])]
    assert own(found.people[0]) == ["+33199001234"]


def test_name_and_phone_of_a_parent_in_one_cell() -> None:
    found = read(
        ["Nom de l'enfant", "Responsable légal 1", "Responsable légal 2"],
        ["Léa Durand", f"Mme Anne Durand : {tel(1)}", f"M. Marc Durand {tel(2)}"],
    )
    assert family(found.people[0]) == [("Anne Durand", [e164(1)]), ("Marc Durand", [e164(2)])]


def test_a_phone_after_both_parents_is_the_familys() -> None:
    found = read(
        ["Nom", "Prénom", "Mère", "Père", "Téléphone"],
        ["Durand", "Léa", "Anne Durand", "Marc Durand", f"{tel(1)} / {tel(2)}"],
    )
    assert own(found.people[0]) == [e164(1), e164(2)]
    assert [name for name, _ in family(found.people[0])] == ["Anne Durand", "Marc Durand"]


ONDE = (
    ["Civilité Responsable", "Nom usage responsable", "Nom responsable", "Prénom responsable", "Adresse", "Code postal",
     "Commune", "Téléphone domicile", "Téléphone travail", "Téléphone portable", "Courriel"]
    + ["Nom d'usage enfant", "Nom de famille enfant", "Prénom enfant", "Classes enfants"] * 3
)  # fmt: skip


def test_onde_one_row_a_parent_with_three_children_under_equal_headers() -> None:
    found = read(
        ONDE,
        ["MME", "BENALI", "DURAND", "Anne", "1 rue X", "75001", "PARIS", "01 99 00 11 22", "", tel(1), "a@b.fr",
         "", "BENALI", "Léa", "CM2 A", "", "BENALI", "Tom", "CE1", "PETIT", "BENALI", "Zoé", "CP"],
        ["M.", "", "BENALI", "Karim", "1 rue X", "75001", "PARIS", "", "", tel(2), "",
         "", "BENALI", "Léa", "CM2 A", "", "BENALI", "Tom", "CE1", "", "", "", ""],
    )  # fmt: skip
    assert names(found) == ["Léa BENALI", "Tom BENALI", "Zoé PETIT"]
    lea, tom, zoe = found.people
    assert family(lea) == [("Anne BENALI", ["+33199001122", e164(1)]), ("Karim BENALI", [e164(2)])]
    assert family(tom) == family(lea)
    assert [name for name, _ in family(zoe)] == ["Anne BENALI"]
    assert [draft.groups for draft in found.people] == [("CM2 A",), ("CE1",), ("CP",)]
    assert not found.doubts


def test_siecle() -> None:
    found = read(
        ["Nom de famille", "Prénom 1", "Prénom 2", "Date de naissance", "Division", "INE", "Nom repr. légal",
         "Prénom repr. légal", "Tél. portable repr. légal", "Tél. maison repr. légal", "Courriel repr. légal",
         "Nom autre repr. légal", "Prénom autre repr. légal", "Tél. portable autre repr. légal"],
        ["BENALI", "Léa", "Marie", "12/03/2012", "6A", "123456789AB", "BENALI", "Anne", tel(1), "01 99 00 11 22", "a@b.fr",
         "BENALI", "Karim", tel(2)],
    )  # fmt: skip
    (lea,) = found.people
    assert (lea.name, lea.birth_date, lea.external_id, lea.groups) == (
        "Léa BENALI", date(2012, 3, 12), "123456789AB", ("6A",),
    )  # fmt: skip
    assert family(lea) == [("Anne BENALI", [e164(1), "+33199001122"]), ("Karim BENALI", [e164(2)])]


def test_google_contacts() -> None:
    found = read(
        ["Name", "Given Name", "Additional Name", "Family Name", "Birthday", "Group Membership", "E-mail 1 - Type",
         "E-mail 1 - Value", "Phone 1 - Type", "Phone 1 - Value", "Phone 2 - Type", "Phone 2 - Value"],
        ["Léa Durand", "Léa", "", "Durand", "", "Piano", "Home", "a@b.fr", "Mobile", "+33 6 39 98 00 01", "Home", "01 99 00 22 33"],
    )  # fmt: skip
    assert names(found) == ["Léa Durand"]
    assert own(found.people[0]) == [e164(1), "+33199002233"]
    assert found.people[0].groups == ("Piano",)


def test_outlook_contacts() -> None:
    found = read(
        ["Title", "First Name", "Middle Name", "Last Name", "Company", "Business Phone", "Home Phone", "Mobile Phone",
         "E-mail Address", "Categories"],
        ["Mme", "Anne", "", "Durand", "X", "", "01 99 00 22 33", tel(1), "a@b.fr", "Parents"],
    )  # fmt: skip
    assert names(found) == ["Anne Durand"]
    assert own(found.people[0]) == ["+33199002233", e164(1)]


@pytest.mark.parametrize("first", ["R1", "RL1", "Resp1"])
def test_guardians_by_a_letter_and_a_number(first: str) -> None:
    headers = [f"{word} {first}" for word in ("Nom", "Prénom", "Tél")]
    second = [header.replace("1", "2") for header in headers]
    found = read(
        ["Nom", "Prénom", "Classe", *headers, *second],
        ["Martin", "Léa", "6A", "Martin", "Paul", tel(1), "Roy", "Anne", tel(2)],
    )
    assert family(found.people[0]) == [("Paul Martin", [e164(1)]), ("Anne Roy", [e164(2)])]


def test_the_column_names_of_a_database() -> None:
    found = read(["NOMELEVE", "PRENOMELEVE", "TELPERE", "TELMERE"], ["Martin", "Léa", tel(1), tel(2)])
    assert family(found.people[0]) == [("Père de Léa Martin", [e164(1)]), ("Mère de Léa Martin", [e164(2)])]


def test_every_child_of_a_row_is_imported_with_the_family_name() -> None:
    found = read(
        ["Nom de famille", "Tél mère", "Prénom enfant 1", "Classe enfant 1", "Prénom enfant 2", "Classe enfant 2"],
        ["Roy", tel(1), "Léa", "CP", "Tom", "CE1"], ["Petit", tel(2), "Eva", "CP", "", ""],
    )  # fmt: skip
    assert [(draft.name, draft.groups) for draft in found.people] == [
        ("Léa Roy", ("CP",)), ("Tom Roy", ("CE1",)), ("Eva Petit", ("CP",)),
    ]  # fmt: skip
    assert {own(link.guardian)[0] for draft in found.people[:2] for link in draft.guardians} == {e164(1)}


def test_known_first_names_tell_the_order_of_a_column_called_name() -> None:
    found = read(["Nom", "Tél"], *([name, tel(n)] for n, name in enumerate(
        ["Léa Martin", "Tom Petit", "Hugo Durand", "Vlad Popescu", "Jules Simon"])))  # fmt: skip
    assert names(found)[3] == "Vlad Popescu"


def test_a_couple_in_the_column_of_civilities() -> None:
    assert names(read(["Civilité", "Nom", "Prénom", "Tél"], ["M. et Mme", "Blanc", "", tel(1)])) == [
        "M. et Mme Blanc"
    ]


def test_thousands_of_namesakes_are_no_work_without_end() -> None:
    """The steps grow with the rows, not with their square."""
    rows = [["Martin", "Léa", "CP", f"06 12 {n // 100:02d} {n % 100:02d} 00"] for n in range(1_000)]
    compared = 0
    looked_at = families.surely  # the step that is counted

    def counted(member: families._Member, person: RowPerson, reachable: set[str]) -> bool:
        nonlocal compared
        compared += 1
        return looked_at(member, person, reachable)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(families, "surely", counted)
        found = read(["Nom", "Prénom", "Classe", "Tél mère"], *rows)
    assert len(found.people) == len(found.doubts) + 1 == 1_000
    assert compared <= MOST_COMPARED * len(rows)


def test_a_personal_phone_is_the_guardians_not_a_member_of_staffs() -> None:
    found = read(
        [
            "Nom élève",
            "Prénom élève",
            "Nom responsable",
            "Prénom responsable",
            "Tél. personnel",
            "Tél. portable",
        ],
        ["Martin", "Léa", "Roy", "Anne", "01 42 00 00 01", tel(1)],
    )
    assert family(found.people[0]) == [("Anne Roy", ["+33142000001", e164(1)])]
    assert not own(found.people[0])
