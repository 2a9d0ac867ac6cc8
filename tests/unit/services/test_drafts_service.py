"""Drafts, tests to oneself, and a send that is called back within its five seconds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from made_groups import made_group
from outbox_states import bring

from smsdesk.desk import services_of
from smsdesk.domain.audience import NOBODY_CHOSEN, AudienceRequest, Outcome
from smsdesk.domain.compositions import DraftContent, read_content
from smsdesk.domain.errors import InputError
from smsdesk.domain.follow_ups import Relation
from smsdesk.domain.outgoing import PartState, Priority, Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.views import BroadcastKind
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.notify import SendOptions
from smsdesk.services.people import ContactDraft
from smsdesk.storage.database import Database

OWN, SEED, LEA = "+33639980011", "+33639980012", "+33639980001"


@pytest.fixture
def services(database: Database, events: Events, clock) -> Services:
    made = services_of(database, events, clock)
    piano = made_group(made.people, "Piano")
    lea = made.people.save_contact(ContactDraft("Léa", "Martin", ContactKind.PUPIL, (Phone(LEA),)))
    made.people.add_to_group(piano.id, [lea.id])
    return made


@pytest.fixture
def request_(services: Services) -> AudienceRequest:
    return AudienceRequest(group_ids=(services.people.group_named("Piano").id,))


def full(request: AudienceRequest, clock) -> DraftContent:
    return DraftContent(
        request=replace(request, excluded_group_ids=(7,), and_pupils=True, outcome=Outcome.ALL),
        text="Pas de cours le {date} \udce9",
        template="Cours annulé",
        fields={"date": "12 mars"},
        purpose=Purpose.PROMOTION,
        urgent=True,
        not_before=clock(),
        about=3,
        relation=Relation.REPEAT,
        title="Piano",
    )


def test_everything_composed_comes_back(services: Services, request_: AudienceRequest, clock) -> None:
    content = full(request_, clock)
    draft_id = services.drafts.save(content)
    found = services.drafts.take(draft_id)
    assert found == content
    assert (found.id, found.updated_at) == (draft_id, clock())
    assert services.drafts.latest() == found


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"text": 3}', '{"request": "[1]"}', "[" * 100_000])
def test_a_draft_that_nobody_can_read_is_none(text: str) -> None:
    assert read_content(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "[]", "7", '{"group_ids": ["1"]}', '{"group_ids": [true]}', '{"later": 1}', '{"everyone": 1}'],
)
def test_a_choice_that_nobody_can_read_chooses_nobody(text: str) -> None:
    assert AudienceRequest.from_json(text) == NOBODY_CHOSEN


def test_a_damaged_draft_is_passed_over(services: Services, database: Database, clock) -> None:
    kept = services.drafts.save(DraftContent(text="Bonjour"))
    with database.write() as connection:
        connection.execute("INSERT INTO drafts (content, updated_at) VALUES ('{', '2027')")
    assert [draft.id for draft in services.drafts.list()] == [kept]


def test_drafts_stand_the_latest_first_and_change_in_their_place(services: Services, clock) -> None:
    first = services.drafts.save(DraftContent(text="Un"))
    clock.pass_(minutes=1)
    second = services.drafts.save(DraftContent(text="Deux"))
    clock.pass_(minutes=1)
    assert services.drafts.save(DraftContent(text="Un encore", id=first)) == first
    assert [(draft.id, draft.text) for draft in services.drafts.list()] == [
        (first, "Un encore"),
        (second, "Deux"),
    ]


def test_a_deleted_draft_can_be_brought_back(services: Services, heard: list[Changed]) -> None:
    draft_id = services.drafts.save(DraftContent(text="Bonjour"))
    gone = services.drafts.delete(draft_id)
    assert gone is not None
    assert services.drafts.list() == ()
    with pytest.raises(InputError, match="no longer there"):
        services.drafts.take(draft_id)
    other = services.drafts.save(DraftContent(text="Autre"))
    services.drafts.save(gone)
    assert {draft.text for draft in services.drafts.list()} == {"Bonjour", "Autre"}
    assert services.drafts.take(other).text == "Autre"
    assert services.drafts.delete(999) is None
    assert Changed(Topic.DRAFTS, draft_id) in heard


def test_drafts_survive_the_end_of_the_program(tmp_path: Path, events: Events, clock) -> None:
    path = tmp_path / "kept.sqlite3"
    first = Database(path)
    services_of(first, events, clock).drafts.save(DraftContent(text="Bonjour"))
    first.close()
    second = Database(path)
    latest = services_of(second, events, clock).drafts.latest()
    second.close()
    assert latest is not None
    assert latest.text == "Bonjour"


def test_sending_ends_the_draft_in_one_step(services: Services, request_: AudienceRequest) -> None:
    content = DraftContent(request=request_, text="Bonjour")
    draft_id = services.drafts.save(content)
    kept = services.drafts.take(draft_id)
    with pytest.raises(InputError):
        services.notify.send(request_, "", composed=kept)
    assert services.drafts.latest() == content
    sent = services.notify.send(request_, "Bonjour", composed=kept)
    assert services.drafts.list() == ()
    assert services.broadcasts.composition(sent) == content


def test_a_send_that_is_called_back_is_a_draft_again(
    services: Services, request_: AudienceRequest, clock
) -> None:
    options = SendOptions(not_before=clock() + timedelta(seconds=5))
    sent = services.notify.send(request_, "Bonjour", options=options)
    back = services.notify.call_back(sent)
    assert (back.result.cancelled, back.result.kept) == (1, 0)
    assert back.draft_id is not None
    draft = services.drafts.take(back.draft_id)
    assert (draft.request, draft.text) == (request_, "Bonjour")
    assert services.broadcasts.get(sent).summary.cancelled
    assert services.notify.call_back(sent).draft_id is None, "another press makes no second draft"


def test_a_send_of_which_something_left_is_no_draft(
    services: Services, request_: AudienceRequest, database: Database
) -> None:
    sent = services.notify.send(request_, "Bonjour")
    (message,) = services.broadcasts.messages(sent)
    bring(database, message.id, PartState.SUBMITTING)
    back = services.notify.call_back(sent)
    assert (back.result.cancelled, back.result.kept, back.draft_id) == (0, 1, None)
    assert services.drafts.list() == ()
    with pytest.raises(InputError, match="no broadcast 99"):
        services.notify.call_back(99)


def test_a_long_message_whose_first_sms_left_has_left(
    services: Services, request_: AudienceRequest, database: Database
) -> None:
    sent = services.notify.send(request_, "Le concert de jeudi a lieu. " * 8)
    (message,) = services.broadcasts.messages(sent)
    assert len(message.parts) > 1
    bring(database, message.id, PartState.ACCEPTED)
    back = services.notify.call_back(sent)
    assert (back.result.cancelled, back.result.kept, back.draft_id) == (0, 1, None)
    assert services.drafts.list() == ()


def test_a_test_goes_to_oneself_as_the_first_will_read_it(
    services: Services, request_: AudienceRequest
) -> None:
    services.seed_list.keep(["06 39 98 00 11", "", "06 39 98 00 12", "0639980011"])
    assert services.seed_list.read() == (OWN, SEED)
    sent = services.notify.test("Bonjour {prénom}, le {date}", {"date": "12"}, audience=request_)
    summary = services.broadcasts.get(sent).summary
    assert (summary.kind, summary.relation, summary.priority) == (
        BroadcastKind.DIRECT,
        Relation.TEST,
        Priority.URGENT,
    )
    texts = {message.e164: message.text for message in services.broadcasts.messages(sent)}
    assert texts == {OWN: "Bonjour Léa, le 12", SEED: "Bonjour Léa, le 12"}


def test_a_test_without_anybody_chosen_shows_typical_values(services: Services) -> None:
    services.seed_list.keep([OWN])
    sent = services.notify.test("{institution} : {prénom}", {})
    (message,) = services.broadcasts.messages(sent)
    assert message.text == "Le secrétariat : Léa"


@pytest.mark.parametrize("text", ["", "Bonjour {nme}", "Bonjour {date}"])
def test_a_text_that_could_not_be_sent_is_not_tested_either(
    services: Services, request_: AudienceRequest, text: str
) -> None:
    services.seed_list.keep([OWN])
    with pytest.raises(InputError):
        services.notify.test(text, audience=request_)
    assert services.broadcasts.list() == ()


def test_a_test_needs_a_phone(services: Services, request_: AudienceRequest) -> None:
    with pytest.raises(InputError, match="no phone for tests"):
        services.notify.test("Bonjour", audience=request_)


@pytest.mark.parametrize(
    "numbers", [["01 99 00 00 01"], ["douze"], [f"06 39 98 00 {n}" for n in range(10, 21)]]
)
def test_a_seed_list_that_cannot_be_is_refused(services: Services, numbers: list[str]) -> None:
    services.seed_list.keep([OWN])
    with pytest.raises(InputError):
        services.seed_list.keep(numbers)
    assert services.seed_list.read() == (OWN,)
