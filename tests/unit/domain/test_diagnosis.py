"""The level of a whole diagnosis."""

from __future__ import annotations

from smsdesk.domain.diagnosis import Diagnosis, Finding, Level
from smsdesk.domain.sentences import say


def diagnosis(*levels: Level) -> Diagnosis:
    return Diagnosis(tuple(Finding(level, say("Looked at.")) for level in levels))


def test_the_worst_finding_counts():
    assert diagnosis().level is Level.OK
    assert diagnosis(Level.OK, Level.NOTE).level is Level.NOTE
    assert diagnosis(Level.PROBLEM, Level.WARNING, Level.OK).level is Level.PROBLEM
