"""Who has not answered is reminded when the time has come: once, by SMS, and nobody else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
from two_way_desk import COURSE, IRIS, LEA, QUICK, TOM, ZOE, people, sms_to

from smsdesk.desk import Desk
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.questions import Question, QuestionKind
from smsdesk.modem import virtual
from smsdesk.services.notify import SendOptions

MODEM = "two-way-reminder"
PATIENCE_S = 120.0
TEXT = "Sortie au musée. Répondez OUI ou NON."


class Hours:
    """The time of day, which a test can turn on by hours."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, QUICK)
    virtual.forget(MODEM)


def until(desk: Desk, condition: Callable[[], bool]) -> None:
    """Wait for what the threads of the desk do: each change of it is an occasion to look again."""
    happened = threading.Event()
    unsubscribe = desk.services.events.subscribe(lambda _changed: happened.set())
    deadline = monotonic() + PATIENCE_S
    try:
        while not condition():
            assert monotonic() < deadline, "it never came to that"
            happened.wait(1.0)
            happened.clear()
    finally:
        unsubscribe()


def test_only_the_silent_are_reminded_and_only_once(profile: Path, modem: virtual.VirtualModem) -> None:
    people(profile)
    clock = Hours()
    modem.network.answer(LEA, "Oui")
    modem.network.answer(TOM, "Non merci")
    with Desk.open(profile, [f"virtual://{MODEM}"], engine=True, clock=clock) as desk:
        services = desk.services
        request = AudienceRequest(group_ids=(services.people.group_named(COURSE).id,))
        question = Question(QuestionKind.YES_NO, remind_after=24 * 60)
        number = services.notify.send(request, TEXT, options=SendOptions(question=question))
        until(desk, lambda: services.answers.tally(number).answered == 2)
        modem.network.answer(ZOE, "Oui, avec plaisir")
        clock.ahead = timedelta(hours=25)
        until(desk, lambda: services.answers.tally(number).yes == 2 and len(sms_to(modem, IRIS)) == 2)
        assert sms_to(modem, ZOE)[1].startswith("Rappel : Sortie au musée.")
        clock.ahead = timedelta(hours=75)
        assert services.polls.remind_due() == 0
    assert [len(sms_to(modem, each)) for each in (LEA, TOM, ZOE, IRIS)] == [1, 1, 2, 2]


def test_nobody_is_reminded_of_a_question_that_is_closed(profile: Path, modem: virtual.VirtualModem) -> None:
    people(profile)
    clock = Hours()
    with Desk.open(profile, [f"virtual://{MODEM}"], engine=True, clock=clock) as desk:
        services = desk.services
        request = AudienceRequest(group_ids=(services.people.group_named(COURSE).id,))
        question = Question(QuestionKind.ACKNOWLEDGEMENT, remind_after=60)
        number = services.notify.send(
            request, "Lisez ceci. Répondez OK.", options=SendOptions(question=question)
        )
        until(desk, lambda: len(modem.ledger.texts) == 4)
        services.polls.close(number)
        clock.ahead = timedelta(hours=2)
        assert services.polls.remind_due() == 0
    assert len(modem.ledger.texts) == 4
