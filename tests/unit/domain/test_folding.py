from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Piano 2", "piano 2"),
        ("  Élèves\u00a0\t de l’ŒUVRE ", "eleves de l'oeuvre"),
        ("e\u0301te\u0301", "ete"),
        ("ÇÀÏŸ", "caiy"),
        ("Ex æquo", "ex aequo"),
        ("Groß", "gross"),
        ("Łódź", "lodz"),
        ("℡", "tel"),
        ("ﬁn", "fin"),
        ("", ""),
        ("日本", "日本"),
    ],
)
def test_case_accents_ligatures_and_spaces_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters()))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["NFC", "NFD"]))
def test_the_way_an_accent_is_written_does_not_count(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x2100)))
def test_the_quick_way_for_french_is_the_same_as_the_one_for_every_script(text: str) -> None:
    assert fold(f"{text} 日") == f"{fold(text)} 日".strip()
