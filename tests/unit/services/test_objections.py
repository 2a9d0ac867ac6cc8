"""An objection that is recorded after a message was queued or scheduled: the message does not go."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Priority, Purpose
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.consents import Consents
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.history import History
from smsdesk.services.importing import Importing
from smsdesk.services.notify import Notify, SendOptions
from smsdesk.services.people import People
from smsdesk.storage import attempts, queue
from smsdesk.storage.database import Database

if TYPE_CHECKING:
    from tests.unit.services.conftest import StillClock

ANNE, BOB = "+33639980001", "+33639980002"
INFORMATION, ALERT, PROMOTION = Purpose.INFORMATION, Purpose.ALERT, Purpose.PROMOTION
LONG = "é" * 300
"""A text of two parts."""


@pytest.fixture
def consents(database: Database, events: Events, clock: StillClock) -> Consents:
    return Consents(database, events, clock)


@pytest.fixture
def notify(database: Database, events: Events, clock: StillClock) -> Notify:
    return Notify(database, People(database, events, clock), events, clock, lambda: None)


@pytest.fixture
def broadcasts(database: Database, events: Events, clock: StillClock) -> Broadcasts:
    return Broadcasts(database, events, clock, lambda: None)


@pytest.fixture
def history(database: Database, events: Events, clock: StillClock) -> History:
    return History(database, events, clock)


def states(database: Database, e164: str) -> Counter[str]:
    rows = database.read().execute(
        "SELECT state FROM parts JOIN messages ON messages.id = message_id WHERE e164 = ?", (e164,)
    )
    return Counter(row[0] for row in rows)


def submit(database: Database, clock: StillClock) -> int:
    """Hand the first part that is due to a modem; gives its id."""
    with database.write() as connection:
        (part, *_) = queue.due(connection, Priority.NORMAL, ["1"], clock(), 9)
        assert queue.begin(connection, part.id, "1", clock())
    return part.id


def test_what_is_scheduled_for_somebody_who_objects_meanwhile_is_not_sent(
    consents: Consents, notify: Notify, broadcasts: Broadcasts, clock: StillClock, heard: list[Changed]
) -> None:
    consents.record(ANNE, PROMOTION, granted=True, source="formulaire")
    consents.record(BOB, PROMOTION, granted=True, source="formulaire")
    options = SendOptions(purpose=PROMOTION, not_before=clock() + timedelta(days=2))
    sent = notify.send_numbers([ANNE, BOB], LONG, options)
    heard.clear()
    assert consents.record(ANNE, PROMOTION, granted=False, source="SMS") == 1
    assert set(heard) == {Changed(Topic.PEOPLE), Changed(Topic.BROADCASTS), Changed(Topic.QUEUE)}
    bob, anne = sorted(broadcasts.messages(sent), key=lambda message: message.e164 == ANNE)
    assert (anne.e164, str(anne.state), str(bob.state)) == (ANNE, "cancelled", "queued")
    assert "objected" in str(anne.error)
    assert consents.record(ANNE, PROMOTION, granted=True, source="appel") == 0
    assert str(broadcasts.message(anne.id).state) == "cancelled"


@pytest.mark.parametrize("purpose", [ALERT, INFORMATION])
def test_an_objection_stops_nothing_of_another_purpose_and_no_alert(
    consents: Consents, notify: Notify, database: Database, purpose: Purpose
) -> None:
    notify.send_numbers([ANNE], "Bonjour", SendOptions(purpose=purpose))
    assert consents.record(ANNE, PROMOTION if purpose is INFORMATION else ALERT, False, "SMS") == 0
    assert states(database, ANNE) == {"queued": 1}


def test_an_answer_to_somebody_who_objected_goes(
    consents: Consents, notify: Notify, database: Database
) -> None:
    notify.reply(ANNE, "Bien reçu, vous ne recevrez plus rien.")
    assert consents.record(ANNE, INFORMATION, granted=False, source="SMS") == 0
    assert states(database, ANNE) == {"queued": 1}


def test_what_a_modem_has_is_not_called_back_but_not_tried_again(
    consents: Consents, notify: Notify, database: Database, clock: StillClock
) -> None:
    notify.send_numbers([ANNE], "Bonjour")
    part_id = submit(database, clock)
    assert consents.record(ANNE, INFORMATION, granted=False, source="appel") == 0
    assert states(database, ANNE) == {"submitting": 1}
    with database.write() as connection:
        attempts.requeue(connection, part_id, "cms:38", clock())
    assert states(database, ANNE) == {"cancelled": 1}
    error = database.read().execute("SELECT error FROM parts").fetchone()[0]
    assert error == "objected"


def test_an_uncertain_message_is_not_sent_again_to_who_objected(
    consents: Consents, notify: Notify, broadcasts: Broadcasts, database: Database, clock: StillClock
) -> None:
    notify.send_numbers([ANNE], "Bonjour")
    part_id = submit(database, clock)
    with database.write() as connection:
        attempts.doubt(connection, part_id, "silence")
    (message,) = broadcasts.messages()
    broadcasts.decide(message.id, resend=True, by="anne")
    assert consents.record(ANNE, INFORMATION, granted=False, source="appel") == 1
    assert states(database, ANNE) == {"unknown": 1}
    with pytest.raises(InputError, match="objected to such messages since"):
        broadcasts.decide(message.id, resend=True, by="anne")
    broadcasts.decide(message.id, resend=False, by="anne")
    assert states(database, ANNE) == {"accepted": 1}


def test_undoing_an_agreement_and_making_an_objection_again_stop_what_waits_too(
    consents: Consents, notify: Notify, history: History, database: Database
) -> None:
    consents.record(ANNE, PROMOTION, granted=True, source="formulaire")
    notify.send_numbers([ANNE], "Bonjour", SendOptions(purpose=PROMOTION))
    undone = history.undo()
    assert undone is not None
    assert undone.stopped == 1
    assert states(database, ANNE) == {"cancelled": 1}
    consents.record(BOB, INFORMATION, granted=False, source="appel")
    history.undo()
    notify.send_numbers([BOB], "Bonjour")
    again = history.redo()
    assert again is not None
    assert again.stopped == 1
    assert states(database, BOB) == {"cancelled": 1}


def test_a_list_that_says_who_objects_stops_what_waits_for_them(
    notify: Notify, database: Database, events: Events, tmp_path: Path
) -> None:
    importing = Importing(database, events)
    notify.send_numbers([ANNE, BOB], "Bonjour")
    path = tmp_path / "habitants.csv"
    rows = [
        ["Nom", "Prénom", "Portable", "Accepte les SMS"],
        ["Martin", "Anne", ANNE, "non"],
        ["Roux", "Bob", BOB, "oui"],
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert importing.apply(importing.plan(path), accept_warnings=True).stopped == 1
    assert (states(database, ANNE), states(database, BOB)) == ({"cancelled": 1}, {"queued": 1})


def test_an_objection_between_the_plan_and_the_queue_counts(
    consents: Consents, notify: Notify, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Notify.check

    def check_late(self: Notify, *given: object) -> None:
        check(self, *given)  # type: ignore[arg-type]  # passed on as it came
        consents.record(ANNE, INFORMATION, granted=False, source="appel")

    monkeypatch.setattr(Notify, "check", check_late)
    notify.send_numbers([ANNE, BOB], "Bonjour")
    assert (states(database, ANNE), states(database, BOB)) == ({"cancelled": 1}, {"queued": 1})


def test_undoing_an_import_tells_of_messages_that_wait_for_whom_it_removes(
    notify: Notify, history: History, database: Database, events: Events, tmp_path: Path
) -> None:
    importing = Importing(database, events)
    path = tmp_path / "habitants.csv"
    path.write_text(f"Nom;Prénom;Portable\nMartin;Anne;{ANNE}\nRoux;Bob;{BOB}\n", encoding="utf-8")
    importing.apply(importing.plan(path))
    people = People(database, events)
    anne = next(each for each in people.contacts() if each.name == "Anne Martin")
    notify.send(AudienceRequest(contact_ids=(anne.id,)), "Bonjour")
    undone = history.undo()
    assert undone is not None
    assert (undone.nobodys, undone.stopped) == (1, 0)
    assert states(database, ANNE) == {"queued": 1}
    assert not people.contacts()
