from __future__ import annotations

import pytest
from outbox_states import bring

from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Encoding, PartState
from smsdesk.domain.views import BroadcastKind, CancelResult
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import People
from smsdesk.storage.database import Database

NUMBERS = [f"06 39 98 00 {number:02}" for number in range(1, 6)]


class Desk:
    def __init__(self, database: Database, events: Events, clock) -> None:
        self.woken = 0
        self.database = database
        self.notify = Notify(database, People(database, events, clock), events, clock, self._wake)
        self.broadcasts = Broadcasts(database, events, clock, self._wake)

    def _wake(self) -> None:
        self.woken += 1

    def ids(self, broadcast: int) -> list[int]:
        return sorted(message.id for message in self.broadcasts.messages(broadcast))


@pytest.fixture
def desk(database: Database, events: Events, clock) -> Desk:
    return Desk(database, events, clock)


def test_a_broadcast_shows_the_honest_counts_of_its_messages(desk: Desk) -> None:
    sent = desk.notify.send_numbers(NUMBERS, "x" * 200)
    states = [PartState.DELIVERED, PartState.ACCEPTED, PartState.UNKNOWN, PartState.FAILED]
    for message_id, state in zip(desk.ids(sent), states, strict=False):
        bring(desk.database, message_id, state, seq=1)
    bring(desk.database, desk.ids(sent)[0], PartState.DELIVERED, seq=2)
    bring(desk.database, desk.ids(sent)[2], PartState.DELIVERED, seq=2)
    summary = desk.broadcasts.get(sent).summary
    assert summary.counts == {
        PartState.DELIVERED: 1,
        PartState.QUEUED: 2,  # the second part of an accepted one is still queued
        PartState.UNKNOWN: 1,
        PartState.FAILED: 1,
    }
    assert (summary.messages, summary.parts, summary.kind) == (5, 10, BroadcastKind.DIRECT)


def test_a_message_shows_its_parts_and_why(desk: Desk, clock) -> None:
    sent = desk.notify.send_numbers(NUMBERS[:1], "ç" * 71)
    (message_id,) = desk.ids(sent)
    bring(
        desk.database,
        message_id,
        PartState.FAILED,
        error="cms:1",
        submitted_at="2026-03-11T08:00:01.000+00:00",
    )
    message = desk.broadcasts.message(message_id)
    assert (message.e164, message.encoding, message.state) == (
        "+33639980001",
        Encoding.UCS2,
        PartState.FAILED,
    )
    assert [part.state for part in message.parts] == [PartState.FAILED, PartState.QUEUED]
    assert "does not exist or is not in use" in str(message.error)
    assert message.parts[0].submitted_at is not None
    assert message.parts[0].submitted_at.second == 1


def test_lists_go_on_from_the_last_id_newest_first(desk: Desk) -> None:
    made = [desk.notify.send_numbers(NUMBERS[:2], f"Envoi {number}") for number in range(5)]
    first = desk.broadcasts.list(limit=2)
    rest = desk.broadcasts.list(limit=None, before_id=first[-1].id)
    assert [summary.id for summary in (*first, *rest)] == made[::-1]
    messages = desk.broadcasts.messages(limit=3)
    older = desk.broadcasts.messages(before_id=messages[-1].id)
    assert [message.id for message in (*messages, *older)] == sorted(
        (message.id for message in (*messages, *older)), reverse=True
    )
    assert len(messages) + len(older) == 10


def test_search_finds_title_and_text_without_case_or_accents(desk: Desk) -> None:
    wanted = desk.notify.send_numbers(NUMBERS[:1], "Réunion à l’ŒUVRE")
    titled = desk.notify.send_numbers(NUMBERS[:1], "Autre", SendOptions(title="Œuvres"))
    desk.notify.send_numbers(NUMBERS[:1], "100 % sûr")
    assert [each.id for each in desk.broadcasts.list(search="oeuvre")] == [titled, wanted]
    assert [each.id for each in desk.broadcasts.list(search="L'OEUVRE")] == [wanted]
    assert len(desk.broadcasts.list(search="100 %")) == 1
    assert desk.broadcasts.list(search="_") == ()


def test_cancel_stops_what_waits_and_keeps_what_went(desk: Desk, heard: list[Changed]) -> None:
    sent = desk.notify.send_numbers(NUMBERS, "Bonjour")
    ids = desk.ids(sent)
    bring(desk.database, ids[0], PartState.ACCEPTED)
    bring(desk.database, ids[1], PartState.SUBMITTING)
    heard.clear()
    woken = desk.woken
    assert desk.broadcasts.cancel(sent) == CancelResult(cancelled=3, kept=2)
    assert desk.broadcasts.cancel(sent) == CancelResult(cancelled=0, kept=2)
    summary = desk.broadcasts.get(sent).summary
    assert summary.cancelled
    assert summary.counts[PartState.CANCELLED] == 3
    assert Changed(Topic.BROADCASTS, sent) in heard
    assert desk.woken > woken


def test_pause_and_resume_one_broadcast(desk: Desk) -> None:
    sent = desk.notify.send_numbers(NUMBERS, "Bonjour")
    desk.broadcasts.pause(sent)
    assert desk.broadcasts.get(sent).summary.paused
    desk.broadcasts.resume(sent)
    assert not desk.broadcasts.get(sent).summary.paused


@pytest.mark.parametrize(("resend", "state"), [(True, PartState.QUEUED), (False, PartState.ACCEPTED)])
def test_a_person_decides_about_an_uncertain_message_once(desk: Desk, resend: bool, state: PartState) -> None:
    sent = desk.notify.send_numbers(NUMBERS[:1], "x" * 170)
    (message_id,) = desk.ids(sent)
    bring(desk.database, message_id, PartState.DELIVERED, seq=1)
    bring(desk.database, message_id, PartState.UNKNOWN, seq=2, error="silence")
    decided = desk.broadcasts.decide(message_id, resend=resend, by="marie")
    assert [part.state for part in decided.parts] == [PartState.DELIVERED, state]
    assert decided.error is None
    row = desk.database.read().execute("SELECT decision, decided_by FROM decisions").fetchone()
    assert tuple(row) == ("resend" if resend else "consider_sent", "marie")
    with pytest.raises(InputError, match="not uncertain"):
        desk.broadcasts.decide(message_id, resend=resend, by="marie")


@pytest.mark.parametrize(
    "state", [PartState.QUEUED, PartState.ACCEPTED, PartState.FAILED, PartState.DELIVERED]
)
def test_nothing_is_decided_about_a_certain_message(desk: Desk, state: PartState) -> None:
    (message_id,) = desk.ids(desk.notify.send_numbers(NUMBERS[:1], "Bonjour"))
    bring(desk.database, message_id, state)
    with pytest.raises(InputError, match="nothing to decide"):
        desk.broadcasts.decide(message_id, resend=True, by="marie")
    assert desk.broadcasts.message(message_id).state is state


def test_what_does_not_exist_is_said(desk: Desk) -> None:
    with pytest.raises(InputError, match="no broadcast 7"):
        desk.broadcasts.get(7)
    with pytest.raises(InputError, match="no broadcast 7"):
        desk.broadcasts.cancel(7)
    with pytest.raises(InputError, match="no broadcast 7"):
        desk.broadcasts.pause(7)
    with pytest.raises(InputError, match="no broadcast 7"):
        desk.broadcasts.messages(7)
    with pytest.raises(InputError, match="no message 7"):
        desk.broadcasts.decide(7, resend=True, by="marie")
