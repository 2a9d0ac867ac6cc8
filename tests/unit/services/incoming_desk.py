"""A profile that gets SMS: each is stored as the engine stores it, and given to the rules."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from made_groups import made_group
from still_clock import StillClock

from smsdesk.desk import services_of
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.outgoing import PartState, Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.services.events import Changed, Events
from smsdesk.storage import raw_pdus, received
from smsdesk.storage.database import Database

ANNE, BOB, NOBODY = "+33639980001", "+33639980002", "+33639980009"


class IncomingDesk:
    """Anne and Bob Martin, residents, and what comes from them."""

    def __init__(self, folder: Path) -> None:
        self.clock = StillClock()
        self.database = Database(folder / "desk.sqlite3")
        self.events = Events()
        self.heard: list[Changed] = []
        self.events.subscribe(self.heard.append)
        self.services = services_of(self.database, self.events, self.clock)
        self.anne, self.bob = (
            self.services.people.save_contact(
                ContactDraft(first, "Martin", ContactKind.RESIDENT, (Phone(e164),))
            ).id
            for first, e164 in (("Anne", ANNE), ("Bob", BOB))
        )

    def group(self, name: str, *members: int) -> int:
        made = made_group(self.services.people, name, GroupKind.SERVICE)
        if members:
            self.services.people.add_to_group(made.id, members)
        return made.id

    def members(self, group_id: int) -> list[str]:
        return [person.name for person in self.services.people.contacts(group_id)]

    def store(
        self,
        text: str,
        sender: str = ANNE,
        kind: SenderKind = SenderKind.PHONE,
        sent_at: datetime | None = None,
    ) -> int:
        """A message that came and that no rule has seen; answers its id."""
        with self.database.write() as connection:
            raw_pdus.store(connection, [RawPdu("sim", f"{text}{self.clock.now}", self.clock.now)])
            (raw,) = raw_pdus.undecoded(connection, 1)
            raw_pdus.mark_decoded(connection, raw.id)
            return received.add_deliver(
                connection, raw, Deliver(sender, kind, text, sent_at or self.clock.now)
            )

    def get(
        self,
        text: str,
        sender: str = ANNE,
        kind: SenderKind = SenderKind.PHONE,
        sent_at: datetime | None = None,
    ) -> list[str]:
        """A message comes and the rules look at it; answers the texts that are queued because of it."""
        before = {message.id for message in self.services.broadcasts.messages()}
        self.store(text, sender, kind, sent_at)
        self.services.incoming_rules.handle_waiting()
        new = [each for each in self.services.broadcasts.messages() if each.id not in before]
        assert {each.e164 for each in new} <= {sender}
        return [each.text for each in new]

    def words(self, e164: str = ANNE) -> list[tuple[Purpose, str, str]]:
        """What the register has of a phone, the newest first."""
        return [
            (word.purpose, word.state.value, word.source) for word in self.services.consents.history(e164)
        ]

    def states(self, broadcast_id: int) -> dict[str, PartState]:
        messages = self.services.broadcasts.messages(broadcast_id)
        return {each.e164: each.state for each in messages}

    def close(self) -> None:
        self.database.close()
