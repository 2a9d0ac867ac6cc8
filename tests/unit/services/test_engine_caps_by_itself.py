"""What the program sends of its own accord keeps to the limits of a SIM, and takes from them, as all else does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from engine_desk import Desk, phone, running, sms
from peer_sender import Answer, PeerSender
from still_clock import StillClock

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.budget import SimPlan
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.outgoing import SubmitResult
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.services.bundle import Services
from smsdesk.storage.database import Database

MOTHERS = [phone(number) for number in range(1, 4)]
FATHERS = [phone(number) for number in range(11, 14)]
"""Of three pupils."""
ASKING = [phone(number) for number in range(21, 24)]


@pytest.fixture
def peer(clock: StillClock) -> PeerSender:
    clock.now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    return PeerSender(clock=clock)


@pytest.fixture
def desk(database: Database, clock: StillClock, peer: PeerSender) -> Desk:
    return Desk(database, clock, peer)


@pytest.fixture
def services(desk: Desk, clock: StillClock) -> Services:
    return services_of(desk.database, desk.events, clock, desk.engine)


def families(services: Services) -> list[int]:
    """Three pupils, each with a mother and a father."""
    return [
        services.people.save_contact(
            ContactDraft(
                name,
                "Martin",
                ContactKind.PUPIL,
                guardians=tuple(
                    GuardianDraft(None, parent, "Martin", (Phone(e164),))
                    for parent, e164 in ((f"Mère de {name}", mother), (f"Père de {name}", father))
                ),
            )
        ).id
        for name, mother, father in zip(("Anna", "Bruno", "Carla"), MOTHERS, FATHERS, strict=True)
    ]


def tell_first_guardians(desk: Desk, services: Services, peer: PeerSender) -> None:
    """A notice to the mothers that the network refuses, and the time after which the fathers are told."""
    peer.answer = lambda submission: (
        Answer(SubmitResult.REFUSED, "cms:1") if submission.to in MOTHERS else Answer()
    )
    request = AudienceRequest(contact_ids=tuple(families(services)), second_guardian_after=30)
    services.notify.send(request, "Le cours de {prénom} est annulé.")
    assert desk.idle()
    assert desk.states() == ["failed"] * 3


def test_second_guardians_wait_when_the_limit_is_reached(
    desk: Desk, services: Services, peer: PeerSender, clock: StillClock
) -> None:
    services.budget.save(SimPlan("sim-1", daily_cap=2))
    with running(desk):
        tell_first_guardians(desk, services, peer)
        clock.pass_(minutes=31)
        assert services.escalation.tell_due() == len(FATHERS)
        assert desk.idle()
        assert [each.to for each in peer.network] == FATHERS[:2]
        assert services.budget.usage("sim-1").today == 2
        desk.queue(phone(40))
        assert desk.idle()
        assert len(peer.network) == 2, "and they took what others would need"
        clock.pass_(days=1)
        desk.wait_states(*["failed"] * 3, *["accepted"] * 4)


def test_automatic_answers_wait_when_the_limit_is_reached_and_count(
    desk: Desk, services: Services, peer: PeerSender, clock: StillClock
) -> None:
    services.budget.save(SimPlan("sim-1", recipients_cap=2))
    services.keywords.save(Keyword("concert", KeywordAction.ANSWER, "Samedi 18h"))
    with running(desk):
        for sender in ASKING:
            peer.push(sms(sender, "concert", sent_at=clock().isoformat()))
        desk.wait(lambda: services.inbox.unread_count() == len(ASKING))
        assert services.incoming_rules.handle_waiting() == len(ASKING)
        assert desk.idle()
        assert sorted(each.to for each in peer.network) == ASKING[:2]
        desk.queue(phone(40), ASKING[0])
        assert desk.idle()
    assert [each.to for each in peer.network].count(ASKING[0]) == 2, "whom it answered, it may write to"
    assert phone(40) not in {each.to for each in peer.network}, "no further phone"
    assert services.budget.usage("sim-1").people == 2


def test_an_automatic_answer_that_waits_for_a_limit_leaves_as_the_next_day_begins_or_not_at_all(
    desk: Desk, services: Services, peer: PeerSender, clock: StillClock
) -> None:
    services.budget.save(SimPlan("sim-1", daily_cap=1))
    services.keywords.save(Keyword("concert", KeywordAction.ANSWER, "Samedi 18h"))
    with running(desk):
        desk.queue(phone(40))
        desk.wait_states("accepted")
        peer.push(sms(ASKING[0], "concert", sent_at=clock().isoformat()))
        desk.wait(lambda: services.inbox.unread_count() == 1)
        services.incoming_rules.handle_waiting()
        assert desk.idle()
        assert len(peer.network) == 1
        clock.now += timedelta(days=3)
        desk.wait_states("accepted", "expired")
    assert len(peer.network) == 1, "an answer of days ago says nothing any more"
