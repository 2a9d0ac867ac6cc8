"""No cell of a list is left out without a word: it is used, its column is shown as not used, or it is named."""

from __future__ import annotations

import pytest
from list_reader import names, own, read, tel

from smsdesk.domain.class_lists import ClassList, Meaning
from smsdesk.domain.list_reading import read_class_list
from smsdesk.domain.sheets import Sheet, SheetFile

HEADER = ["Nom", "Prénom", "Classe", "Portable"]
LEA, TOM = ["Martin", "Léa", "CE1", tel(1)], ["Petit", "Tom", "CE1", tel(2)]


def said(found: ClassList) -> list[tuple[str, str, str]]:
    """(cell, value, the sentence) of whatever was not used."""
    return [(each.cell, each.value, str(each.reason)) for each in found.rejected]


@pytest.mark.parametrize(
    "header",
    ["Tél médecin", "Fax", "Nounou tél", "Contact d'urgence", "Personne à prévenir", "Emergency phone"],
)
def test_a_column_with_phones_of_others_is_named_with_their_number(header: str) -> None:
    found = read([*HEADER, header], [*LEA, tel(51)], [*TOM, f"Mamie {tel(52)}"])
    ((cell, value, sentence),) = said(found)
    assert (cell, value) == ("E", header)
    assert "(2)" in sentence
    assert header in sentence
    assert [own(draft) for draft in found.people] == [["+33639980001"], ["+33639980002"]]


def test_such_a_column_is_used_once_a_person_says_whose_it_is() -> None:
    choices = {("Feuil1", 4): Meaning.PHONE}
    found = read([*HEADER, "Tél nounou"], [*LEA, tel(51)], choices=choices)
    assert said(found) == []
    assert own(found.people[0]) == ["+33639980001", "+33639980051"]


def test_a_column_of_others_without_phones_needs_no_word() -> None:
    assert said(read([*HEADER, "Médecin"], [*LEA, "Dr Roux"])) == []


@pytest.mark.parametrize("header", ["Ville", "Code postal", "Civilité", "Salle", "SMS autorisés", "Niveau"])
def test_a_phone_in_a_column_of_something_else_is_named(header: str) -> None:
    found = read([*HEADER, header], [*LEA, "x"], [*TOM, tel(8)], ["Roux", "Eva", "CE1", tel(3), "x"])
    assert ("E3", tel(8)) in [(cell, value) for cell, value, _ in said(found)]


def test_a_phone_in_the_column_of_classes_makes_no_class() -> None:
    found = read(HEADER, ["Martin", "Léa", tel(8), tel(1)], TOM, ["Roux", "Eva", "CE1", tel(3)])
    assert [(cell, value) for cell, value, _ in said(found)] == [("C2", tel(8))]
    assert "CE1" in {group.name for group in found.groups}
    assert tel(8) not in {group.name for group in found.groups}


def test_what_is_no_e_mail_address_is_named() -> None:
    found = read(
        [*HEADER, "Mail"],
        [*LEA, "lea(at)example.org"],
        [*TOM, "tom@example.org"],
        ["Roux", "Eva", "", tel(3), "néant"],
    )
    assert [(cell, value) for cell, value, _ in said(found)] == [("E2", "lea(at)example.org")]
    assert [draft.email for draft in found.people] == ["", "tom@example.org", ""]


def test_a_mobile_above_the_headers_is_named_and_the_schools_landline_is_not() -> None:
    found = read(["École Jules Ferry", "01 99 00 00 01"], ["Lee Kim", tel(9)], HEADER, LEA, TOM)
    assert [(cell, value) for cell, value, _ in said(found)] == [("B2", tel(9))]
    assert names(found) == ["Léa Martin", "Tom Petit"]


def test_cells_to_the_right_of_the_last_column_are_named() -> None:
    found = read(HEADER, LEA, [*TOM, "", "rue Haute"])
    assert [(cell, value) for cell, value, _ in said(found)] == [("F3", "rue Haute")]


def test_of_hundreds_of_such_cells_some_are_named_and_the_rest_counted() -> None:
    found = read(HEADER, *([*LEA[:3], tel(at), "x"] for at in range(60)))
    assert len(found.rejected) == 21
    assert "40 more" in said(found)[-1][2]


def test_a_sheet_that_is_no_list_is_named() -> None:
    sheets = (Sheet("CE1", [HEADER, LEA]), Sheet("Index", [["Voir", "CE1"]]))
    found = read_class_list(SheetFile("a.xlsx", "a", sheets))
    assert [each.sheet for each in found.rejected] == ["Index"]


def test_a_hidden_sheet_that_was_not_read_is_named() -> None:
    found = read_class_list(SheetFile("a.xlsx", "a", (Sheet("CE1", [HEADER, LEA]),), hidden=("CE2",)))
    ((_, value, sentence),) = said(found)
    assert value == "a.xlsx"
    assert "CE2 is hidden" in sentence


def test_cells_without_a_value_are_named_with_what_stands_there() -> None:
    sheet = Sheet("CE1", [HEADER, [*LEA[:3], ""]], errors={(1, 3): "#N/A"})
    found = read_class_list(SheetFile("a.xlsx", "a", (sheet, Sheet("CE2", [HEADER, TOM]))))
    assert ("D2", "#N/A") in [(cell, value) for cell, value, _ in said(found)]
