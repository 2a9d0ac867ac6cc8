"""A desk in Paris with a class, and a clock that the test moves: what is planned, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from made_groups import made_group

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.schedule import OnMissed, SeriesDraft, Timing
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.events import Events
from smsdesk.services.notify import Notify
from smsdesk.services.people import ContactDraft, People
from smsdesk.services.schedule import Schedule
from smsdesk.storage.database import Database

PARIS = ZoneInfo("Europe/Paris")


class ScheduleDesk:
    """Wednesday, 11 March 2026, 9:00 in Paris. Choir: Léa and Zoé, each with a phone."""

    def __init__(self, database: Database, events: Events, clock: Callable[[], datetime]) -> None:
        self.woken = 0
        self.clock = clock
        self.database = database
        self.people = People(database, events, clock)
        self.notify = Notify(database, self.people, events, clock, self._wake)
        self.broadcasts = Broadcasts(database, events, clock, self._wake)
        self.schedule = Schedule(database, self.notify, self.people, events, clock, self._wake, PARIS)
        self.choir = made_group(self.people, "Chorale")
        self.pupils = [self.pupil("Léa", "+33639980001"), self.pupil("Zoé", "+33639980002")]
        self.people.add_to_group(self.choir.id, self.pupils)

    def pupil(self, name: str, e164: str) -> int:
        contact = self.people.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(e164),)))
        assert contact.id is not None
        return contact.id

    def _wake(self) -> None:
        self.woken += 1

    def draft(
        self,
        timing: Timing,
        text: str = "{prénom}, répétition ce soir.",
        on_missed: OnMissed | None = None,
        purpose: Purpose = Purpose.INFORMATION,
    ) -> SeriesDraft:
        request = AudienceRequest(group_ids=(self.choir.id,))
        return SeriesDraft(request, text, timing, purpose=purpose, on_missed=on_missed)

    def plan(self, timing: Timing, **how: object) -> int:
        return self.schedule.plan_series(self.draft(timing, **how))  # type: ignore[arg-type]

    def texts(self) -> list[list[str]]:
        """What was sent, broadcast by broadcast, in order."""
        sent = self.broadcasts.list(limit=None)[::-1]
        return [sorted(message.text for message in self.broadcasts.messages(each.id)) for each in sent]

    def at(self, day: int, hour: int, minute: int = 0, month: int = 3, year: int = 2026) -> datetime:
        """A moment by the wall in Paris."""
        return datetime(year, month, day, hour, minute, tzinfo=PARIS).astimezone(UTC)

    def entries(self, days: int = 60) -> list[tuple[str, str]]:
        """Wall time and state of everything from yesterday on."""
        start = self.clock() - timedelta(days=1)
        found = self.schedule.entries(start, start + timedelta(days=days))
        return [(f"{each.at.astimezone(PARIS):%d.%m. %H:%M}", each.state.value) for each in found]
