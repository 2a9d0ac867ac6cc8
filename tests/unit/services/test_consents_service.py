"""The register of consent, and what an alert for people's safety does with an objection."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.consents import ConsentWord
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import ConsentState
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.services.consents import Consents
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.history import History
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import ContactDraft, GuardianDraft, People
from smsdesk.storage.database import Database

if TYPE_CHECKING:
    from tests.unit.services.conftest import StillClock

ANNE, BOB, CHLOE = ("+33639980001", "+33639980002", "+33639980003")
INFORMATION, ALERT, PROMOTION = Purpose.INFORMATION, Purpose.ALERT, Purpose.PROMOTION


@pytest.fixture
def people(database: Database, events: Events, clock: StillClock) -> People:
    return People(database, events, clock)


@pytest.fixture
def consents(database: Database, events: Events, clock: StillClock) -> Consents:
    return Consents(database, events, clock)


@pytest.fixture
def notify(database: Database, people: People, events: Events, clock: StillClock) -> Notify:
    return Notify(database, people, events, clock, lambda: None)


@pytest.fixture
def town(people: People) -> AudienceRequest:
    """Three residents; Anne is also the guardian of Léa."""
    ids = [
        people.save_contact(ContactDraft(first, "Martin", ContactKind.RESIDENT, (Phone(e164),))).id
        for first, e164 in (("Anne", ANNE), ("Bob", BOB), ("Chloé", CHLOE))
    ]
    people.save_contact(ContactDraft("Léa", "Martin", guardians=(GuardianDraft(ids[0]),)))
    return AudienceRequest(contact_ids=tuple(ids))


def test_the_register_shows_the_last_word_and_the_history_every_one(
    consents: Consents, clock: StillClock, town: AudienceRequest, heard: list[Changed]
) -> None:
    consents.record(
        "06 39 98 00 01", INFORMATION, granted=False, source=" appel  du 3 mai ", evidence="note 12"
    )
    clock.pass_(hours=1)
    consents.record(BOB, PROMOTION, granted=True, source="formulaire")
    clock.pass_(hours=1)
    consents.record(ANNE, INFORMATION, granted=True, source="SMS")
    anne, bob = consents.register()
    assert (anne.e164, anne.names, anne.state, anne.source) == (
        ANNE,
        ("Anne Martin (Léa)",),
        ConsentState.GRANTED,
        "SMS",
    )
    assert (bob.purpose, bob.recorded_at, bob.overrides) == (PROMOTION, clock.now - timedelta(hours=1), 0)
    assert consents.history(ANNE) == (
        ConsentWord(INFORMATION, ConsentState.GRANTED, "SMS", "", clock.now),
        ConsentWord(
            INFORMATION, ConsentState.REFUSED, "appel du 3 mai", "note 12", clock.now - timedelta(hours=2)
        ),
    )
    assert [row.e164 for row in consents.register(purpose=PROMOTION)] == [BOB]
    for search, found in (
        ("lea", [ANNE]),
        ("martin", [ANNE, BOB]),
        ("98 00 02", [BOB]),
        ("zoe", []),
        ("bob 0639", [BOB]),
    ):
        assert [row.e164 for row in consents.register(search)] == found
    assert heard.count(Changed(Topic.PEOPLE)) == 3


def test_a_word_needs_a_phone_and_a_source(consents: Consents) -> None:
    with pytest.raises(InputError, match="how it is known"):
        consents.record(ANNE, INFORMATION, granted=True, source=" ")
    with pytest.raises(InputError, match="06 39 is no phone number"):
        consents.record("06 39", INFORMATION, granted=True, source="appel")
    assert consents.register() == ()


def test_a_word_can_be_taken_back(consents: Consents, database: Database, events: Events) -> None:
    consents.record(ANNE, INFORMATION, granted=False, source="appel")
    history = History(database, events)
    undone = history.undo()
    assert undone is not None
    assert str(undone.title) == f"{ANNE}: objection recorded"
    assert consents.register() == ()


def test_a_safety_alert_reaches_everybody_and_writes_down_each_objection(
    consents: Consents, notify: Notify, town: AudienceRequest, caplog: pytest.LogCaptureFixture
) -> None:
    for e164, purpose in ((ANNE, INFORMATION), (ANNE, PROMOTION), (BOB, ALERT)):
        consents.record(e164, purpose, granted=False, source="appel")
    consents.record(CHLOE, ALERT, granted=False, source="appel")
    consents.record(CHLOE, ALERT, granted=True, source="appel")
    plan = notify.plan(town, "Restez chez vous.", purpose=ALERT)
    assert (plan.phones, plan.left_out, plan.overridden) == (3, (), (ANNE, BOB))
    assert consents.overrides(ANNE) == ()
    with caplog.at_level(logging.WARNING):
        sent = notify.send(town, "Restez chez vous.", options=SendOptions(ALERT))
    assert "3 objections overridden" in caplog.text
    assert ANNE not in caplog.text
    assert {(each.broadcast_id, each.title, each.purpose) for each in consents.overrides(ANNE)} == {
        (sent, "Restez chez vous.", INFORMATION), (sent, "Restez chez vous.", PROMOTION),
    }  # fmt: skip
    assert [each.purpose for each in consents.overrides(BOB)] == [ALERT]
    assert {(row.e164, row.purpose): row.overrides for row in consents.register()} == {
        (ANNE, INFORMATION): 1, (ANNE, PROMOTION): 1, (BOB, ALERT): 1, (CHLOE, ALERT): 0,
    }  # fmt: skip


def test_an_objection_holds_for_its_purpose(
    consents: Consents, notify: Notify, town: AudienceRequest
) -> None:
    consents.record(ANNE, INFORMATION, granted=False, source="appel")
    consents.record(BOB, ALERT, granted=False, source="appel")
    plan = notify.plan(town, "Réunion")
    assert [message.e164 for message in plan.messages] == [BOB, CHLOE]
    assert [(person.name, str(person.reason)) for person in plan.left_out] == [
        ("Anne Martin", "Refused these messages.")
    ]
    assert plan.overridden == ()


def test_advertising_goes_to_those_who_agreed(
    consents: Consents, notify: Notify, town: AudienceRequest
) -> None:
    assert notify.plan(town, "Bal", purpose=PROMOTION).problem is not None
    consents.record(ANNE, PROMOTION, granted=True, source="formulaire")
    consents.record(BOB, PROMOTION, granted=True, source="formulaire")
    consents.record(BOB, PROMOTION, granted=False, source="SMS")
    consents.record(CHLOE, INFORMATION, granted=True, source="formulaire")
    plan = notify.plan(town, "Bal", purpose=PROMOTION)
    assert [message.e164 for message in plan.messages] == [ANNE]
    assert [(person.name, str(person.reason)) for person in plan.left_out] == [
        ("Bob Martin", "Refused these messages."),
        ("Chloé Martin", "Did not agree to receive advertising."),
    ]


def test_bare_numbers_have_a_say_too(consents: Consents, notify: Notify) -> None:
    consents.record(ANNE, INFORMATION, granted=False, source="appel")
    plan = notify.plan_numbers([ANNE, BOB], "Bonjour")
    assert [message.e164 for message in plan.messages] == [BOB]
    assert [(person.name, str(person.reason)) for person in plan.left_out] == [
        (ANNE, "Refused these messages.")
    ]
    with pytest.raises(InputError, match="Refused these messages"):
        notify.send_numbers([ANNE], "Bonjour")
    assert notify.plan_numbers([ANNE, BOB], "Bal", PROMOTION).phones == 0
    notify.send_numbers([ANNE, BOB], "Restez chez vous.", SendOptions(ALERT))
    assert len(consents.overrides(ANNE)) == 1
    assert notify.reply(ANNE, "Merci, à demain.")


def test_the_last_words_of_some_phones(consents: Consents) -> None:
    consents.record(ANNE, INFORMATION, False, "SMS")
    consents.record(ANNE, INFORMATION, True, "form")
    consents.record(ANNE, PROMOTION, False, "SMS")
    consents.record(BOB, ALERT, True, "form")
    assert consents.states((ANNE, CHLOE)) == {
        ANNE: {INFORMATION: ConsentState.GRANTED, PROMOTION: ConsentState.REFUSED}
    }
