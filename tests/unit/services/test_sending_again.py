"""Broadcasts that follow an earlier one: exactly its people, nobody twice without anybody knowing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from made_groups import made_group
from outbox_states import bring

from smsdesk.domain.audience import Audience, AudienceRequest, Outcome
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.outgoing import PartState, Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.people_drafts import GuardianDraft
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.consents import Consents
from smsdesk.services.events import Events
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import ContactDraft, People
from smsdesk.storage import raw_pdus, received
from smsdesk.storage.database import Database

LEA, TOM, ZOE, NEW = (f"+3363998000{number}" for number in range(1, 5))
DECIDE = "It is not known whether the first message went. Decide about that one first."


class Desk:
    """Piano: Léa, Tom and Zoé with a phone each, Max without one; one notice was sent to them."""

    def __init__(self, database: Database, events: Events, clock) -> None:
        self.database, self.clock = database, clock
        self.people = People(database, events, clock)
        self.consents = Consents(database, events, clock)
        self.notify = Notify(database, self.people, events, clock, lambda: None)
        self.broadcasts = Broadcasts(database, events, clock, lambda: None)
        self.pupils = {
            name: self.people.save_contact(
                ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(phone),) if phone else ())
            )
            for name, phone in (("Léa", LEA), ("Tom", TOM), ("Zoé", ZOE), ("Max", ""))
        }
        self.piano = made_group(self.people, "Piano")
        self.people.add_to_group(self.piano.id, [pupil.id for pupil in self.pupils.values()])
        self.group = AudienceRequest(group_ids=(self.piano.id,))
        self.first = self.notify.send(self.group, "Pas de cours, {prénom}")

    def became(self, **states: PartState) -> None:
        """What became of the message to each."""
        phones = {"Léa": LEA, "Tom": TOM, "Zoé": ZOE}
        for message in self.broadcasts.messages(self.first):
            for name, state in states.items():
                if message.e164 == phones[name]:
                    bring(self.database, message.id, state)

    def again(self, outcome: Outcome, purpose: Purpose = Purpose.INFORMATION, **more: object) -> Audience:
        request = replace(AudienceRequest(of_broadcast=self.first, outcome=outcome), **more)
        return self.people.audience(request, purpose)

    def give_phone(self, name: str, phone: str) -> None:
        pupil = self.pupils[name]
        self.people.save_contact(
            ContactDraft(pupil.first_name, pupil.last_name, pupil.kind, (Phone(phone),), id=pupil.id)
        )

    def comes(self, sender: str) -> None:
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", sender, self.clock(), "SM", None)])
            stored = raw_pdus.StoredPdu(raw_id, "sim", sender, self.clock())
            deliver = Deliver(sender, SenderKind.PHONE, "Oui", datetime(2026, 3, 11, 7, 59, tzinfo=UTC))
            received.add_deliver(connection, stored, deliver)


@pytest.fixture
def desk(database: Database, events: Events, clock) -> Desk:
    return Desk(database, events, clock)


def phones(found: Audience) -> list[str]:
    return [recipient.e164 for recipient in found.recipients]


def reasons(found: Audience) -> dict[str, str]:
    return {left.name: str(left.reason) for left in found.left_out}


def test_a_correction_goes_to_everyone_whom_the_first_may_have_reached(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.UNKNOWN, Zoé=PartState.FAILED)
    assert phones(desk.again(Outcome.GOT_IT)) == [LEA, TOM]


def test_a_correction_finds_people_who_left_and_people_who_were_erased(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.DELIVERED, Zoé=PartState.DELIVERED)
    desk.people.archive_contacts([desk.pupils["Léa"].id])
    with desk.database.write() as connection:
        connection.execute("DELETE FROM contacts WHERE id = ?", (desk.pupils["Tom"].id,))
    found = desk.again(Outcome.GOT_IT)
    assert [(each.e164, each.people[0].name) for each in found.recipients] == [
        (LEA, "Léa Martin"),
        (TOM, "Tom Martin"),
        (ZOE, "Zoé Martin"),
    ]
    sent = desk.notify.send(AudienceRequest(of_broadcast=desk.first), "Le cours a lieu, {prénom}")
    assert [message.people for message in desk.broadcasts.messages(sent)[::-1]] == [
        ("Léa Martin",),
        ("Tom Martin",),
        ("Zoé Martin",),
    ]


def test_those_not_reached_are_the_failed_ones_and_never_the_uncertain_ones(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.UNKNOWN, Zoé=PartState.FAILED)
    found = desk.again(Outcome.NOT_REACHED)
    assert phones(found) == [ZOE]
    assert reasons(found) == {"Tom Martin": DECIDE, "Max Martin": "No phone number."}


def test_a_message_that_still_waits_is_not_sent_a_second_time(desk: Desk) -> None:
    desk.became(Léa=PartState.FAILED)
    found = desk.again(Outcome.NOT_REACHED)
    assert phones(found) == [LEA]
    assert reasons(found)["Tom Martin"] == "The first message is still waiting or on its way."


def test_a_number_that_was_put_right_is_used(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.DELIVERED, Zoé=PartState.FAILED)
    desk.give_phone("Zoé", NEW)
    assert phones(desk.again(Outcome.NOT_REACHED)) == [NEW]


def test_somebody_left_out_who_has_a_mobile_now_is_reached(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.DELIVERED, Zoé=PartState.DELIVERED)
    desk.give_phone("Max", NEW)
    assert phones(desk.again(Outcome.NOT_REACHED)) == [NEW]


def test_a_phone_that_has_it_for_a_brother_is_told_about_this_child_but_once(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.DELIVERED, Zoé=PartState.DELIVERED)
    desk.give_phone("Max", LEA)
    found = desk.again(Outcome.NOT_REACHED)
    assert [(each.e164, [one.name for one in each.people]) for each in found.recipients] == [
        (LEA, ["Max Martin"])
    ]


def test_what_was_sent_on_to_those_not_reached_is_not_sent_on_again(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.DELIVERED, Zoé=PartState.FAILED)
    request = AudienceRequest(of_broadcast=desk.first, outcome=Outcome.NOT_REACHED)
    options = SendOptions(about=desk.first, relation=Relation.NOT_REACHED)
    second = desk.notify.send(request, "Pas de cours, {prénom}", options=options)
    summary = desk.broadcasts.get(second).summary
    assert (summary.about, summary.relation) == (desk.first, Relation.NOT_REACHED)
    with pytest.raises(InputError, match="still waiting"):
        desk.notify.send(request, "Pas de cours, {prénom}", options=options)
    (message,) = desk.broadcasts.messages(second)
    bring(desk.database, message.id, PartState.DELIVERED)
    assert phones(desk.again(Outcome.NOT_REACHED)) == []
    assert phones(desk.again(Outcome.GOT_IT)) == [LEA, TOM, ZOE]


def test_an_objection_since_is_honoured(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.FAILED, Zoé=PartState.FAILED)
    desk.consents.record(TOM, Purpose.INFORMATION, False, "SMS")
    found = desk.again(Outcome.NOT_REACHED)
    assert phones(found) == [ZOE]
    assert reasons(found)["Tom Martin"] == "Refused these messages."
    assert phones(desk.again(Outcome.NOT_REACHED, Purpose.ALERT)) == [TOM, ZOE]


def test_those_who_did_not_answer_since(desk: Desk) -> None:
    desk.comes(TOM)  # before the notice went: no answer to it
    desk.clock.pass_(minutes=1)
    desk.first = desk.notify.send(desk.group, "Venez-vous, {prénom} ?")
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.ACCEPTED, Zoé=PartState.UNKNOWN)
    desk.clock.pass_(minutes=1)
    desk.comes(LEA)
    found = desk.again(Outcome.NOT_ANSWERED)
    assert phones(found) == [TOM]
    assert reasons(found) == {"Zoé Martin": DECIDE}


def test_a_repeat_leaves_out_who_may_have_exactly_this_text(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.UNKNOWN, Zoé=PartState.FAILED)
    options = SendOptions(about=desk.first, relation=Relation.REPEAT)
    again = desk.notify.send(desk.group, "Pas de cours, {prénom}", options=options)
    assert sorted(message.e164 for message in desk.broadcasts.messages(again)) == [LEA, ZOE]
    assert reasons(desk.broadcasts.get(again))["Tom Martin"] == DECIDE
    other = desk.notify.send(desk.group, "Concert jeudi, {prénom}", options=options)
    assert sorted(message.e164 for message in desk.broadcasts.messages(other)) == [LEA, TOM, ZOE]


def test_a_repeat_of_a_repeat_knows_who_may_have_the_first(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.UNKNOWN, Zoé=PartState.FAILED)
    options = SendOptions(about=desk.first, relation=Relation.REPEAT)
    again = desk.notify.send(desk.group, "Pas de cours, {prénom}", options=options)
    for message in desk.broadcasts.messages(again):
        bring(desk.database, message.id, PartState.DELIVERED)
    options = replace(options, about=again)
    third = desk.notify.send(desk.group, "Pas de cours, {prénom}", options=options)
    assert TOM not in {message.e164 for message in desk.broadcasts.messages(third)}
    assert reasons(desk.broadcasts.get(third))["Tom Martin"] == DECIDE


def test_a_correction_goes_to_phones_that_got_the_beginning_of_a_long_message(desk: Desk) -> None:
    desk.first = desk.notify.send(desk.group, "Le concert de jeudi est annulé, {prénom}. " * 5)
    for message in desk.broadcasts.messages(desk.first):
        assert len(message.parts) > 1
        if message.e164 == LEA:
            bring(desk.database, message.id, PartState.ACCEPTED)
    desk.broadcasts.cancel(desk.first)
    assert phones(desk.again(Outcome.GOT_IT)) == [LEA]
    assert phones(desk.again(Outcome.NOT_REACHED)) == [LEA, TOM, ZOE]


def test_those_of_a_broadcast_and_a_group_are_written_to_once(desk: Desk) -> None:
    desk.became(Léa=PartState.DELIVERED, Tom=PartState.FAILED, Zoé=PartState.FAILED)
    found = desk.again(Outcome.NOT_REACHED, contact_ids=(desk.pupils["Zoé"].id, desk.pupils["Léa"].id))
    assert sorted(phones(found)) == [LEA, TOM, ZOE]


def test_bare_numbers_that_failed_are_found_again(desk: Desk) -> None:
    desk.first = desk.notify.send_numbers([NEW, "06 39 98 00 09"], "Bonjour")
    for message in desk.broadcasts.messages(desk.first):
        bring(desk.database, message.id, PartState.FAILED if message.e164 == NEW else PartState.UNKNOWN)
    found = desk.again(Outcome.NOT_REACHED)
    assert phones(found) == [NEW]
    assert reasons(found) == {"+33639980009": DECIDE}


def test_a_broadcast_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="no broadcast 99"):
        desk.notify.plan(AudienceRequest(of_broadcast=99), "Bonjour")


def test_a_group_and_a_guardian_are_taken_out_again(desk: Desk) -> None:
    parent = (GuardianDraft(None, "Anne", "Petit", (Phone(NEW),)),)
    child = desk.people.save_contact(ContactDraft("Eva", "Petit", ContactKind.PUPIL, guardians=parent))
    desk.people.add_to_group(desk.piano.id, [child.id])
    board = made_group(desk.people, "Bureau")
    desk.people.add_to_group(board.id, [child.guardians[0].contact_id, desk.pupils["Léa"].id])
    found = desk.people.audience(replace(desk.group, excluded_group_ids=(board.id,)))
    assert phones(found) == [TOM, ZOE]
    assert reasons(found)["Eva Petit"] == "The guardians were taken out of this send."
    assert "Léa Martin" not in reasons(found)


def test_everyone_tells_guardians_about_their_children(desk: Desk) -> None:
    parent = (GuardianDraft(None, "Anne", "Petit", (Phone(NEW),)),)
    desk.people.save_contact(ContactDraft("Eva", "Petit", ContactKind.PUPIL, guardians=parent, city="Vannes"))
    desk.people.save_contact(
        ContactDraft("Yves", "Roy", ContactKind.RESIDENT, (Phone("+33639980009"),), city="VANNES")
    )
    everyone = desk.people.audience(AudienceRequest(everyone=True))
    assert sorted(phones(everyone)) == [LEA, TOM, ZOE, NEW, "+33639980009"]
    (told,) = [each.people for each in everyone.recipients if each.e164 == NEW]
    assert [person.name for person in told] == ["Eva Petit"]
    assert sorted(phones(desk.people.audience(AudienceRequest(areas=("Vannes",))))) == [NEW, "+33639980009"]
