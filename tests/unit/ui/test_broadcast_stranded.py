"""A message whose SIM is gone, in the window: it is shown with its reason, and a button ends its wait."""

from __future__ import annotations

import pytest
from page_desk import PageDesk
from PySide6.QtWidgets import QAbstractButton
from sent_desk import advance, send

from smsdesk.domain.delivery import Reason
from smsdesk.domain.outgoing import PartState as S
from smsdesk.services.events import Changed, Topic
from smsdesk.ui.pages.broadcast import BroadcastPage


@pytest.fixture
def stranded(desk: PageDesk) -> tuple[PageDesk, BroadcastPage]:
    """A message of two parts: the first one went, the second one waits for the SIM of the first."""
    number = send(desk, 1, text="Cours annulé, à demain. " * 10)
    advance(desk, number, [S.ACCEPTED])
    with desk.database.write() as connection:
        waits = "UPDATE parts SET error = ? WHERE state = 'queued'"
        connection.execute(waits, (str(Reason.OTHER_SIM),))
    desk.services.events.publish(Changed(Topic.BROADCASTS, number))
    page = desk.show(BroadcastPage)
    page.open(number)
    desk.until(lambda: len(page.model.messages) == 1)
    desk.until(page.decision.isVisible)
    return desk, page


def _parts(desk: PageDesk) -> list[str]:
    rows = desk.database.read().execute("SELECT state FROM parts ORDER BY id")
    return [row["state"] for row in rows]


@pytest.mark.parametrize(
    ("button", "states"),
    [
        ("decision_resend", ["accepted", "cancelled", "queued", "queued"]),
        ("decision_sent", ["accepted", "cancelled"]),
    ],
)
def test_a_button_ends_the_wait_for_a_sim_that_is_gone(
    stranded: tuple[PageDesk, BroadcastPage], button: str, states: list[str]
) -> None:
    desk, page = stranded
    assert _parts(desk) == ["accepted", "queued"]
    found = page.decision.findChild(QAbstractButton, button)
    assert found is not None
    found.click()
    desk.until(lambda: _parts(desk) == states)
    desk.until(lambda: not page.decision.isVisible())
