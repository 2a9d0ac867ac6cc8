from __future__ import annotations

from datetime import date

import pytest

from smsdesk.domain.typed_moments import offered, spoken

TODAY = date(2026, 3, 11)  # a Wednesday


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("date", "12/03", "jeudi 12 mars"),
        ("Date", "12.3.2026", "jeudi 12 mars"),
        ("date", "12-3-26", "jeudi 12 mars"),
        ("date", "2026-03-12", "jeudi 12 mars"),
        ("date", "1/5", "vendredi 1er mai"),
        ("date", "10/3", "mercredi 10 mars 2027"),
        ("date", "demain", "demain"),
        ("date", "31/02", "31/02"),
        ("date", "29/2", "29/2"),
        ("date", "vendredi 13 et samedi 14", "vendredi 13 et samedi 14"),
        ("date", "15 aout", "samedi 15 aout"),
        ("date", "15 août", "samedi 15 aout"),
        ("date", "Samedi 15 AOÛT", "samedi 15 aout"),
        ("date", "1er fevrier 2027", "lundi 1er février 2027"),
        ("date", "lundi 15 aout", "lundi 15 aout"),
        ("date", "31 avril", "31 avril"),
        ("date", "3 pommes", "3 pommes"),
        ("rattrapage", "19/3", "jeudi 19 mars"),
        ("heure", "17:30", "17h30"),
        ("heure", "17h", "17h"),
        ("heure", " 8 h 05 ", "8h05"),
        ("heure", "25:00", "25:00"),
        ("heure", "17h30 et 18h", "17h30 et 18h"),
        ("motif", "12/03", "12/03"),
    ],
)
def test_days_and_hours_are_said_in_french(field: str, typed: str, said: str) -> None:
    assert spoken(field, typed, TODAY) == said
    assert spoken(field, said, TODAY) == said


def test_the_next_days_and_the_hours_are_offered() -> None:
    assert offered("date", TODAY)[:2] == ("mercredi 11 mars", "jeudi 12 mars")
    assert "17h30" in offered("heure", TODAY)
    assert offered("motif", TODAY) == ()
