from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.templates import FIELDS, MergeText, canonical, folded, listed

VALUES = folded({"Prénom": "Léa", "date": "jeudi 12 mars", "prof remplaçant": "Mme Roux"})


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("Bonjour", "Bonjour"),
        ("Bonjour {prénom}", "Bonjour Léa"),
        ("{prenom} {PRÉNOM} {Prénom}", "Léa Léa Léa"),
        ("{prof remplaçant} et {Prof Remplacant}", "Mme Roux et Mme Roux"),
        ("{{prénom} vaut {prénom}", "{prénom} vaut Léa"),
        ("un } seul", "un } seul"),
        ("{date}{date}", "jeudi 12 marsjeudi 12 mars"),
        ("{salle} reste", "{salle} reste"),
    ],
)
def test_a_text_is_filled_in(text: str, merged: str) -> None:
    assert MergeText(text).merge(VALUES) == merged


@pytest.mark.parametrize(
    "text",
    [
        "{prénom.__class__}",
        "{prénom!r}",
        "{prénom:>100000}",
        "{0}",
        "{}",
        "{prénom[0]}",
        "{",
        "a { b",
        "{_private}",
        "{" + "x" * 41 + "}",
    ],
)
def test_a_brace_that_begins_no_field_is_found_and_never_obeyed(text: str) -> None:
    merge = MergeText(text)
    assert not merge.well_formed
    assert merge.merge(VALUES) == text


def test_a_value_is_never_looked_into_for_fields() -> None:
    values = folded({"prénom": "{date} {{", "date": "jeudi"})
    assert MergeText("{prénom}|{date}").merge(values) == "{date} {{|jeudi"


def test_unknown_and_missing_fields_are_named_as_they_were_typed() -> None:
    merge = MergeText("{prenom} {Dat} {salle} {Dat} {motif}")
    assert merge.unknown() == ("Dat",)
    assert merge.unknown(["DAT"]) == ()
    assert merge.missing(folded({"prénom": "Léa", "motif": "  "})) == ("Dat", "salle", "motif")


def test_every_field_of_the_list_is_known_under_its_own_name() -> None:
    assert all(canonical(name.upper()) == name for name in FIELDS)
    assert canonical("telephone") == "téléphone"
    assert canonical("autre") == "autre"


@pytest.mark.parametrize(
    ("names", "phrase"),
    [
        ([], ""),
        (["Léa"], "Léa"),
        (["Léa", "Tom"], "Léa et Tom"),
        (["Léa", "Tom", "Zoé"], "Léa, Tom et Zoé"),
        (["Léa", "Léa"], "Léa"),
    ],
)
def test_names_are_listed_as_one_says_them(names: list[str], phrase: str) -> None:
    assert listed(names) == phrase


@given(st.text(), st.text())
def test_any_text_and_value_merge_without_an_error(text: str, value: str) -> None:
    merge = MergeText(text)
    values = folded(dict.fromkeys([*merge.names, "prénom"], value))
    merged = merge.merge(values)
    if "{" not in text:
        assert merged == text
