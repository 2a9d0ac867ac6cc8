"""A planned series that is changed, and what it is still to send."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made_groups import made_group

from smsdesk.desk import services_of
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.compositions import DraftContent
from smsdesk.domain.errors import InputError
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.schedule import EntryState, SeriesDraft, Timing
from smsdesk.domain.wall_time import moment_of, wall_of
from smsdesk.services.bundle import Services
from smsdesk.services.events import Events
from smsdesk.services.people import ContactDraft
from smsdesk.storage.database import Database

NOW = moment_of(datetime.fromisoformat("2026-03-11T09:00"))


class Desk:
    """Services over a database, at an hour that can be moved."""

    def __init__(self, database: Database) -> None:
        self.now = NOW
        self.services: Services = services_of(database, Events(), lambda: self.now)
        people = self.services.people
        self.choir = made_group(people, "Chorale").id
        lea = people.save_contact(ContactDraft("Léa", "Martin", ContactKind.PUPIL, (Phone("+33639980001"),)))
        people.add_to_group(self.choir, [lea.id])

    def draft(self, when: str, rule: str = "", text: str = "{prénom}, ce soir.") -> SeriesDraft:
        timing = Timing(first=datetime.fromisoformat(when), rule=rule)
        return SeriesDraft(AudienceRequest(group_ids=(self.choir,)), text, timing)

    def states(self) -> list[tuple[str, int | None, EntryState]]:
        end = self.now.astimezone(UTC) + timedelta(days=60)
        entries = self.services.schedule.entries(NOW, end)
        return [(f"{wall_of(each.at):%d.%m. %H:%M}", each.series_id, each.state) for each in entries]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = Database(tmp_path / "desk.sqlite3")
    yield Desk(database)
    database.close()


def test_what_was_sent_stays_and_the_rest_is_replaced(desk: Desk) -> None:
    schedule = desk.services.schedule
    first = schedule.plan_series(desk.draft("2026-03-12T18:00", "FREQ=WEEKLY;COUNT=3"))
    desk.now = moment_of(datetime.fromisoformat("2026-03-12T18:01"))
    assert schedule.send_due() == 1
    second = schedule.replace_series(first, desk.draft("2026-03-20T17:00", "FREQ=WEEKLY;COUNT=2"))
    assert desk.states() == [
        ("12.03. 18:00", first, EntryState.SENT),
        ("19.03. 18:00", first, EntryState.CANCELLED),
        ("20.03. 17:00", second, EntryState.PLANNED),
        ("26.03. 18:00", first, EntryState.CANCELLED),
        ("27.03. 17:00", second, EntryState.PLANNED),
    ]
    assert schedule.series(first).stopped
    assert [wall_of(each.at).day for each in schedule.coming(second)] == [20, 27]
    assert schedule.coming(first) == ()


def test_a_day_that_was_sent_or_skipped_does_not_come_back_with_a_changed_series(desk: Desk) -> None:
    schedule = desk.services.schedule
    first = schedule.plan_series(desk.draft("2026-03-12T18:00", "FREQ=WEEKLY;COUNT=4"))
    _, skipped, early, _ = schedule.coming(first)
    schedule.skip(skipped.id)
    schedule.move(early.id, moment_of(datetime.fromisoformat("2026-03-12T17:55")))
    desk.now = moment_of(datetime.fromisoformat("2026-03-12T18:00"))
    assert schedule.send_due() == 2
    second = schedule.replace_series(
        first, desk.draft("2026-03-12T18:00", "FREQ=WEEKLY;COUNT=4", text="{prénom}, demain.")
    )
    assert [f"{wall_of(each.at):%d.%m.}" for each in schedule.coming(second)] == ["02.04."]
    assert schedule.send_due() == 0


@pytest.mark.parametrize(
    ("when", "text"), [("2020-01-01T10:00", "Bonjour"), ("2026-04-01T10:00", "{inconnu}")]
)
def test_a_change_that_cannot_be_leaves_everything_as_it_was(desk: Desk, when: str, text: str) -> None:
    schedule = desk.services.schedule
    first = schedule.plan_series(desk.draft("2026-03-12T18:00"))
    before = desk.states()
    with pytest.raises(InputError):
        schedule.replace_series(first, desk.draft(when, text=text))
    assert desk.states() == before
    assert not schedule.series(first).stopped


def test_the_draft_ends_with_the_plan_that_is_made_of_it(desk: Desk) -> None:
    services = desk.services
    draft_id = services.drafts.save(DraftContent(text="Bonjour"))
    with pytest.raises(InputError):
        services.schedule.plan_series(desk.draft("2020-01-01T10:00"), draft_id)
    assert [each.id for each in services.drafts.list()] == [draft_id]
    services.schedule.plan_series(desk.draft("2026-03-12T18:00"), draft_id)
    assert services.drafts.list() == ()


def test_a_series_is_not_replaced_twice(desk: Desk) -> None:
    schedule = desk.services.schedule
    first = schedule.plan_series(desk.draft("2026-03-12T18:00"))
    schedule.replace_series(first, desk.draft("2026-03-13T18:00"))
    before = desk.states()
    with pytest.raises(InputError, match="stopped already"):
        schedule.replace_series(first, desk.draft("2026-03-14T18:00"))
    assert desk.states() == before


def test_sizes_of_broadcasts(desk: Desk) -> None:
    number = desk.services.notify.send(AudienceRequest(group_ids=(desk.choir,)), "Bonjour")
    assert desk.services.broadcasts.sizes([number, 99]) == {number: 1}


def test_parts_that_could_leave_now_are_counted(desk: Desk) -> None:
    desk.services.notify.send(AudienceRequest(group_ids=(desk.choir,)), "Bonjour " * 30)
    assert desk.services.station.queue().due_parts == 2
