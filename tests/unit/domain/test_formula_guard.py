import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.formula_guard import guarded, starts_formula, unguarded

DANGEROUS = ["=1+1", "+33612345678", "-1", "@SUM(A1)", "\t=1", "\r=1", "\nx", "＝1", "＋1", "－1", "＠x", ' "=1', "  =1", "\ufeff=1", "\u200b=1", "'=1", "`=1"]  # fmt: skip


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_could_be_a_formula_becomes_a_text(text: str) -> None:
    assert starts_formula(text)
    assert guarded(text).startswith("'")
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Léa", "06 12 34 56 78", "a=b", "1-2", "rue d'Ys", "l'été - l'hiver"])
def test_what_cannot_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text == unguarded(guarded(text))


def test_a_program_that_takes_commas_for_separators_finds_no_formula_either() -> None:
    assert guarded("a,=cmd|' /C calc'!A0") == "a,'=cmd|' /C calc'!A0"


@given(st.text(alphabet="=+-@,;\t\r\n' \"ab＝\ufeff`"))
def test_it_is_turned_back_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
