"""Phones whose owner only other columns or rows tell: one parent in three columns, tables, blocks, whole cells."""

from __future__ import annotations

from list_reader import e164, family, groups, names, own, read, tel

from smsdesk.domain.couples import couple_in


def test_the_phones_of_a_mother_in_three_columns_are_one_mothers() -> None:
    found = read(
        ["Nom", "Prénom", "Classe", "Mère - domicile", "Mère - portable", "Père - portable"],
        ["PIN", "Zoé", "GS", "01 40 00 00 01", tel(1), tel(2)],
    )
    told = [
        (link.relation, {phone.e164 for phone in link.guardian.phones}) for link in found.people[0].guardians
    ]
    assert told == [("mère", {"+33140000001", e164(1)}), ("père", {e164(2)})]


def test_the_last_name_of_the_parents_is_no_third_parent() -> None:
    found = read(
        [
            "Nom enfant",
            "Prénom enfant",
            "Nom des parents",
            "Prénom père",
            "Tél père",
            "Prénom mère",
            "Tél mère",
        ],
        ["ABO", "Ela", "ABO", "Rui", tel(1), "Mia", tel(2)],
    )
    assert family(found.people[0]) == [("Rui ABO", [e164(1)]), ("Mia ABO", [e164(2)])]


def test_first_names_of_a_couple_need_not_be_known_behind_a_last_name_in_capitals() -> None:
    parents = [(name.first, name.last, name.relation) for name in couple_in("M. et Mme YOU Luc et Ysandre")]
    assert parents == [("Luc", "YOU", "père"), ("Ysandre", "YOU", "mère")]


def test_a_second_table_with_more_headers_leaves_the_first_its_people() -> None:
    found = read(
        ["Élèves"],
        ["Nom", "Prénom", "Tél"],
        ["Fox", "Gia", tel(1)],
        [],
        ["Professeurs"],
        ["Prénom", "Nom", "Instrument", "Portable"],
        ["Hal", "Ivo", "Alto", tel(2)],
    )
    assert {draft.name: own(draft) for draft in found.people} == {"Gia Fox": [e164(1)], "Hal Ivo": [e164(2)]}


def test_teacher_and_course_before_the_names_count_for_the_rows_left_blank_below() -> None:
    found = read(
        ["Professeur", "Instrument", "Élève", "Tél"],
        ["Mme Mai", "Piano", "HUG Noa", tel(1)],
        ["", "", "IVY Oli", tel(2)],
        ["M. Juin", "Flûte", "JAY Pia", tel(3)],
    )
    assert [draft.groups for draft in found.people] == [("Piano",), ("Piano",), ("Flûte",)]
    assert {name: taught for name, (_, taught) in groups(found).items()} == {
        "Piano": "Mme Mai",
        "Flûte": "M. Juin",
    }


def test_a_word_of_a_yes_or_no_column_beside_the_phone_makes_it_nobody_elses() -> None:
    found = read(
        ["Pupitre", "Nom", "Prénom", "Tél. (parents si mineur)", "Mineur ?"],
        ["Tuba", "Ivy", "Max", tel(1), "oui"],
        ["Tuba", "Job", "Ned", tel(2), "non"],
    )
    phones = [phone for draft in found.people for _, owned in family(draft) for phone in owned]
    assert phones == [e164(1), e164(2)]


def test_a_list_of_whole_cells_keeps_the_names_before_the_words_for_the_parents() -> None:
    found = read(
        [f"BAU Flo, CE2, maman {tel(1)}, papa {tel(2)}"],
        [f"CAP Gil, CM1, maman {tel(3)}"],
    )
    assert names(found) == ["Flo BAU", "Gil CAP"]
    assert [draft.groups for draft in found.people] == [("CE2",), ("CM1",)]
    assert [[phones for _, phones in family(draft)] for draft in found.people] == [
        [[e164(1)], [e164(2)]],
        [[e164(3)]],
    ]
