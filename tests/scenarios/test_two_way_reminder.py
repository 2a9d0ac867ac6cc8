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
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.opt_outs import Mode, OptOutSettings
from smsdesk.domain.outgoing import Purpose
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


def test_who_thanks_has_read_it_and_who_said_stop_is_left_out_of_the_reminder_with_why(
    profile: Path, modem: virtual.VirtualModem
) -> None:
    people(profile)
    clock = Hours()
    modem.network.answer(LEA, "Bien reçu, merci !")
    modem.network.answer(TOM, "STOP svp")
    with Desk.open(profile, [f"virtual://{MODEM}"], engine=True, clock=clock) as desk:
        services = desk.services
        services.opt_outs.save_settings(OptOutSettings(information=Mode.APPLY))
        request = AudienceRequest(group_ids=(services.people.group_named(COURSE).id,))
        question = Question(QuestionKind.ACKNOWLEDGEMENT, remind_after=60)
        number = services.notify.send(
            request, "Lisez ceci. Répondez OK.", options=SendOptions(question=question)
        )
        until(desk, lambda: services.answers.tally(number).yes == 1 and len(sms_to(modem, TOM)) == 2)
        services.consents.record(IRIS, Purpose.INFORMATION, granted=False, source="phone")
        clock.ahead = timedelta(hours=2)
        until(desk, lambda: len(sms_to(modem, ZOE)) == 2)
        reminder = services.broadcasts.get(
            next(each.id for each in services.broadcasts.list() if each.about == number)
        )
        assert [(each.name, str(each.reason)) for each in reminder.left_out] == [
            ("Iris Martin", "Refused these messages.")
        ]
        silent = {each.phone: each for each in services.answers.not_answered(number)}
        assert (silent[IRIS].refuses, silent[IRIS].reminded_at) == (True, None)
        assert TOM not in silent  # he answered, in his way
        assert silent[ZOE].reminded_at is not None
        alert = SendOptions(purpose=Purpose.ALERT)
        services.notify.send(request, "Alerte : restez chez vous.", options=alert)
        until(desk, lambda: len(modem.ledger.texts) == 10)
    assert all(sms_to(modem, each)[-1] == "Alerte : restez chez vous." for each in (LEA, TOM, ZOE, IRIS))
    assert [len(sms_to(modem, each)) for each in (LEA, TOM, ZOE, IRIS)] == [2, 3, 3, 2]


def test_who_waits_for_longer_than_the_target_stands_out_until_somebody_answers(
    profile: Path, modem: virtual.VirtualModem
) -> None:
    people(profile)
    clock = Hours()
    with Desk.open(profile, [f"virtual://{MODEM}"], engine=True, clock=clock) as desk:
        inbox, notify = desk.services.inbox, desk.services.notify
        inbox.set_target(120)
        modem.network.deliver(ZOE, "Le cours de jeudi est-il maintenu ?")
        modem.network.deliver(IRIS, "Bonjour")
        until(desk, lambda: inbox.counts().todo == 2)
        inbox.assign(ZOE, "Claire")
        inbox.finish(IRIS)
        assert inbox.counts().late == 0
        clock.ahead = timedelta(hours=3)
        (late,) = inbox.conversations(show=InboxFilter.TODO, assigned_to="Claire")
        assert (late.phone, late.late, inbox.counts().late) == (ZOE, True, 1)
        notify.reply(ZOE, "Oui, à 17h.")
        until(desk, lambda: sms_to(modem, ZOE) == ["Oui, à 17h."])
        times = inbox.answer_times()
        assert (times.answered, times.late, times.late_now, inbox.counts().todo) == (1, 1, 0, 0)


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
