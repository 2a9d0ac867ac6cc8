"""Sending later: the moments that one button chooses, and what is not offered."""

from __future__ import annotations

from datetime import datetime

import pytest
from page_desk import child
from pytestqt.qtbot import QtBot

from smsdesk.ui.pages.notify_when_later import LaterForm


@pytest.fixture
def form(qtbot: QtBot) -> LaterForm:
    made = LaterForm()
    qtbot.addWidget(made)
    made.show()
    return made


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "name", "chosen"),
    [
        ("2026-03-11T17:59", "notify_evening", "2026-03-11T18:00"),
        ("2026-03-11T17:59", "notify_tomorrow", "2026-03-12T08:00"),
        ("2026-03-11T17:59", "notify_monday", "2026-03-16T08:00"),
        ("2026-03-16T09:00", "notify_monday", "2026-03-23T08:00"),
        ("2026-03-15T09:00", "notify_tomorrow", "2026-03-16T08:00"),
    ],
)
def test_a_button_chooses_the_moment_that_it_names(form: LaterForm, now: str, name: str, chosen: str) -> None:
    form.propose(wall(now))
    assert child(form, name).isVisible()
    child(form, name).click()
    assert form.timing.first == wall(chosen)


def test_an_evening_that_has_begun_is_not_offered(form: LaterForm) -> None:
    form.propose(wall("2026-03-11T18:00"))
    assert not child(form, "notify_evening").isVisible()
    form.propose(wall("2026-03-12T08:00"))
    assert child(form, "notify_evening").isVisible()


def test_on_a_sunday_one_button_says_tomorrow(form: LaterForm) -> None:
    form.propose(wall("2026-03-15T09:00"))
    assert not child(form, "notify_monday").isVisible()
    form.propose(wall("2026-03-14T09:00"))
    assert child(form, "notify_monday").isVisible()


def test_this_evening_is_never_another_evening(form: LaterForm) -> None:
    """The hour passes while the form stands there: what is chosen then is explained as past."""
    form.propose(wall("2026-03-11T17:55"))
    child(form, "notify_evening").click()
    assert form.timing.first == wall("2026-03-11T18:00")
