from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from outbox_states import bring

from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.outgoing import Concat, PartState
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.views import Direction
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.inbox import Inbox
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import ContactDraft, People
from smsdesk.storage import archive_writing, raw_pdus, received
from smsdesk.storage.database import Database

ANNE = "+33639980001"
MARC = "+33639980002"


class Desk:
    def __init__(self, database: Database, events: Events, clock) -> None:
        self.database = database
        self.clock = clock
        self.people = People(database, events, clock)
        self.notify = Notify(database, self.people, events, clock, lambda: None)
        self.inbox = Inbox(database, self.people, events, clock)
        self._slot = 0

    def comes(
        self,
        sender: str,
        text: str | None,
        *,
        kind: SenderKind = SenderKind.PHONE,
        concat: Concat | None = None,
        message_class: int | None = None,
    ) -> int:
        """One part of a message comes in, as the engine stores it."""
        self._slot += 1
        deliver = Deliver(sender, kind, text, datetime(2026, 3, 11, 7, 59, tzinfo=UTC), concat, message_class)
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(
                connection, [RawPdu("sim", f"0{self._slot:03}", self.clock(), "SM", self._slot)]
            )
            stored = raw_pdus.StoredPdu(raw_id, "sim", f"0{self._slot:03}", self.clock())
            received_id = received.add_deliver(connection, stored, deliver)
            archive_writing.keep_received(connection, [received_id])
            return received_id

    def garbage(self, pdu: str) -> int:
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", pdu, self.clock(), "", None)])
            return received.add_undecodable(connection, raw_pdus.StoredPdu(raw_id, "sim", pdu, self.clock()))


@pytest.fixture
def desk(database: Database, events: Events, clock) -> Desk:
    return Desk(database, events, clock)


def test_a_message_is_shown_as_it_came(desk: Desk) -> None:
    hostile = "Merci \u202egpj.exe\x1b[2J\ud83d"
    desk.comes(ANNE, hostile.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    (message,) = desk.inbox.list()
    assert message.text == "Merci \u202egpj.exe\x1b[2J\ufffd"
    assert (message.sender, message.sender_kind, message.kind) == (ANNE, SenderKind.PHONE, "sms")
    assert (message.complete, message.read, message.raw) == (True, False, "0001")
    assert message.sent_at == datetime(2026, 3, 11, 7, 59, tzinfo=UTC)
    assert message.received_at == desk.clock()


def test_what_nobody_understands_is_shown_with_its_hex(desk: Desk) -> None:
    desk.garbage("DEADBEEF")
    (message,) = desk.inbox.list()
    assert (message.text, message.raw, message.kind) == (None, "DEADBEEF", "undecodable")
    (item,) = desk.inbox.thread("")
    assert (item.text, item.raw) == (None, "DEADBEEF")


def test_an_incomplete_message_shows_after_ten_minutes_and_is_completed_late(desk: Desk) -> None:
    desk.comes(ANNE, "deux", concat=Concat(7, 2, 2))
    assert desk.inbox.list() == ()
    assert desk.inbox.unread_count() == 0
    assert desk.inbox.thread(ANNE) == ()
    desk.clock.pass_(minutes=10)
    (shown,) = desk.inbox.list()
    assert (shown.complete, shown.text) == (False, "[…]deux")
    assert desk.inbox.mark_read(ANNE) == 1
    desk.comes(ANNE, "un ", concat=Concat(7, 2, 1))
    (whole,) = desk.inbox.list()
    assert (whole.complete, whole.text, whole.read, whole.raw) == (True, "un deux", False, "0002\n0001")


def test_reading_a_conversation_leaves_the_others_unread(desk: Desk, heard: list[Changed]) -> None:
    desk.comes(ANNE, "un")
    desk.comes(ANNE, "deux")
    desk.comes(MARC, "trois")
    assert desk.inbox.unread_count() == 3
    assert desk.inbox.mark_read(ANNE) == 2
    assert [message.text for message in desk.inbox.list(unread=True)] == ["trois"]
    assert desk.inbox.mark_read(ANNE) == 0
    assert heard == [Changed(Topic.INBOX)]


def test_the_list_goes_on_from_the_last_id(desk: Desk) -> None:
    made = [desk.comes(ANNE, str(number)) for number in range(5)]
    first = desk.inbox.list(limit=2)
    rest = desk.inbox.list(limit=None, before_id=first[-1].id)
    assert [message.id for message in (*first, *rest)] == made[::-1]


def test_a_thread_holds_both_ways_in_the_order_said_and_goes_on_backwards(desk: Desk) -> None:
    sent = desk.notify.send_numbers([ANNE, MARC], "Cours annulé", SendOptions(title="Absence"))
    desk.clock.pass_(minutes=1)
    desk.comes(ANNE, "Merci")
    desk.comes(ANNE, "Et lundi ?")
    desk.clock.pass_(minutes=1)
    desk.notify.reply(ANNE, "Oui, lundi {16h}")
    bring(desk.database, 1, PartState.DELIVERED)
    bring(desk.database, 3, PartState.FAILED, error="cms:38")
    whole = desk.inbox.thread(ANNE)
    assert [(item.direction, item.text) for item in whole] == [
        (Direction.OUT, "Cours annulé"),
        (Direction.IN, "Merci"),
        (Direction.IN, "Et lundi ?"),
        (Direction.OUT, "Oui, lundi {16h}"),
    ]
    assert (whole[0].state, whole[0].broadcast, whole[0].broadcast_id) == (
        PartState.DELIVERED,
        "Absence",
        sent,
    )
    assert "out of order" in str(whole[3].error)
    newest = desk.inbox.thread(ANNE, limit=1)
    middle = desk.inbox.thread(ANNE, limit=2, before=newest[0])
    oldest = desk.inbox.thread(ANNE, limit=2, before=middle[0])
    assert (*oldest, *middle, *newest) == whole


def test_conversations_come_last_spoken_first_with_who_and_what(desk: Desk) -> None:
    lea = desk.people.save_contact(ContactDraft("Léa", "Martin", ContactKind.RESIDENT, (Phone(ANNE),)))
    desk.notify.send_numbers([ANNE, MARC], "Bonjour")
    desk.clock.pass_(minutes=1)
    desk.comes(ANNE, "Merci")
    desk.clock.pass_(minutes=1)
    desk.comes("Mairie", "Info", kind=SenderKind.ALPHANUMERIC)
    everything = InboxFilter.EVERYTHING
    mairie, anne, marc = desk.inbox.conversations(show=everything)
    assert (mairie.phone, mairie.can_answer, mairie.unread) == ("Mairie", False, 1)
    assert (anne.phone, anne.last_text, anne.unread, anne.last_outgoing) == (ANNE, "Merci", 1, False)
    assert any(lea.name in name for name in anne.names)
    assert (marc.phone, marc.last_text, marc.unread, marc.last_outgoing) == (MARC, "Bonjour", 0, True)
    assert marc.names == ()
    assert marc.can_answer
    assert desk.inbox.conversations() == (anne, marc)
    assert desk.inbox.conversations(limit=2, show=everything) == (mairie, anne)
    assert desk.inbox.conversations(before=anne, show=everything) == (marc,)


def test_conversations_spoken_at_the_same_moment_are_neither_lost_nor_repeated(desk: Desk) -> None:
    numbers = [f"+3363998{number:04}" for number in range(10)]
    desk.notify.send_numbers(numbers, "Bonjour")
    seen = []
    before = None
    while page := desk.inbox.conversations(limit=3, before=before):
        seen += [conversation.phone for conversation in page]
        before = page[-1]
    assert sorted(seen) == numbers


def test_a_conversation_with_nothing_to_show_yet_is_not_listed(desk: Desk) -> None:
    desk.comes(ANNE, "deux", concat=Concat(7, 2, 2))
    assert desk.inbox.conversations() == ()


@pytest.mark.parametrize("search", ["LEA", "martin", "39980001", "reglee", "L'affaire"])
def test_search_finds_names_numbers_and_texts(desk: Desk, search: str) -> None:
    desk.people.save_contact(ContactDraft("Léa", "Martin", ContactKind.RESIDENT, (Phone(ANNE),)))
    desk.comes(ANNE, "L’affaire est réglée")
    desk.comes(MARC, "Autre chose")
    assert [message.sender for message in desk.inbox.list(search=search)] == [ANNE]
    assert [each.phone for each in desk.inbox.conversations(search=search)] == [ANNE]


def test_a_message_names_everybody_of_its_phone(desk: Desk) -> None:
    for first_name in ("Léa", "Tom"):
        desk.people.save_contact(ContactDraft(first_name, "Martin", ContactKind.PUPIL, (Phone(ANNE),)))
    desk.comes(ANNE, "Merci")
    desk.comes(MARC, "Qui est-ce ?")
    marc, anne = desk.inbox.list()
    assert anne.contacts == ("Léa Martin", "Tom Martin")
    assert marc.contacts == ()


def test_a_flash_message_says_so(desk: Desk) -> None:
    desk.comes(ANNE, "Alerte", message_class=0)
    assert desk.inbox.list()[0].kind == "flash"


def test_time_between_is_kept_in_utc(desk: Desk) -> None:
    desk.comes(ANNE, "Merci")
    assert desk.inbox.list()[0].received_at.utcoffset() == timedelta(0)
