from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from smsdesk.domain.crisis import Crisis, CrisisStep, Scenario, Step
from smsdesk.domain.crisis_log import Entry, LogRow, LogSheet, Unreachable
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.sentences import say
from smsdesk.services.long_work import LongWork
from smsdesk.ui.crisis_printing import log_document, log_paper
from smsdesk.ui.paper import as_pdf

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
HOSTILE = "<b>gras</b> <img src='file:///etc/passwd'>"


def sheet(count: int, *, exercise: bool = False) -> LogSheet:
    """As many people as that in three steps; every tenth was missed at last, and Jean has no mobile."""
    steps = (
        CrisisStep(Step.ALERT, 0, "ALERTE : évacuation. Rendez-vous au stade.", NOON, "Anne Le Goff", 1),
        CrisisStep(
            Step.UPDATE, 1, f"Mise à jour 1 {HOSTILE}", NOON + timedelta(minutes=20), "Anne Le Goff", 2
        ),
        CrisisStep(Step.ALL_CLEAR, 0, "FIN D'ALERTE.", NOON + timedelta(hours=1), "Luc Roux", 3, 12),
    )
    crisis = Crisis(
        1, Scenario.EVACUATION, NOON, "Anne Le Goff", "Vannes", exercise=exercise,
        ended_at=NOON + timedelta(hours=1), steps=steps,
    )  # fmt: skip
    got = Entry(PartState.DELIVERED, "x", NOON, NOON, NOON + timedelta(seconds=7))
    missed = Entry(PartState.FAILED, "x", NOON, reason=say("The SMS did not arrive."))
    rows = tuple(
        LogRow(
            f"+336399{number:05}",
            (f"Personne{number} Martin",),
            (got, got, missed if number % 10 == 9 else got),
            ("+33297445566",) if number % 10 == 9 else (),
        )
        for number in range(count)
    )
    jean = Unreachable("Jean Fixe", say("No mobile number, only landlines."), ("+33297112233",))
    return LogSheet(crisis, "Mairie de Vannes", NOON, rows, (jean,))


def test_it_says_what_was_told_who_was_told_when_and_whom_to_call(qapp: object) -> None:
    text = log_document(sheet(20)).toPlainText()
    for words in (
        "Log sheet of the alert: Evacuation", "Mairie de Vannes", "Anne Le Goff", "Luc Roux", "Vannes",
        "ALERTE : évacuation. Rendez-vous au stade.", "FIN D'ALERTE.", "20 delivered", "2 not delivered",
        "To be called: 3", "Jean Fixe", "02 97 11 22 33", "Personne9 Martin", "02 97 44 55 66",
        "The SMS did not arrive.", "Personne0 Martin", "06 39 90 00 00",
    ):  # fmt: skip
        assert words in text.replace("\N{NO-BREAK SPACE}", " "), words
    local = (NOON + timedelta(seconds=7)).astimezone()
    assert f"Delivered · {local:%d/%m %H:%M:%S}" in text
    assert HOSTILE in text, "nothing is read as HTML"
    assert "EXERCISE" not in text


def test_an_exercise_cannot_be_mistaken(qapp: object) -> None:
    text = log_document(sheet(3, exercise=True)).toPlainText()
    assert "EXERCISE · Log sheet: Evacuation" in text
    assert "no SMS was sent to anybody" in text


@pytest.mark.parametrize("exercise", [False, True])
def test_a_thousand_people_become_a_pdf_of_full_pages(qtbot: QtBot, exercise: bool) -> None:
    pdf = as_pdf(log_paper(sheet(1000, exercise=exercise)), LongWork())
    assert pdf.startswith(b"%PDF")
    assert pdf.rstrip().endswith(b"%%EOF")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 20 <= pages <= 90
    contents = [int(length) for length in re.findall(rb"/Length (\d+) 0 R", pdf)]
    assert len(contents) >= pages, "each page has its own content"
    assert len(pdf) > pages * 1500, "no page is empty"


def test_nobody_to_call_is_said(qapp: object) -> None:
    made = sheet(5)
    text = log_document(LogSheet(made.crisis, made.institution, NOON, made.rows)).toPlainText()
    assert "Nobody: every phone has the latest message." in text
