"""A desk that asks families, whose SMS leave and whose answers come, by a clock that the test turns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from smsdesk.desk import services_of
from smsdesk.domain.answer_reading import Reading
from smsdesk.domain.clock import stamp
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.questions import Question
from smsdesk.services.events import Changed, Events
from smsdesk.services.notify import SendOptions
from smsdesk.storage import raw_pdus, received
from smsdesk.storage.database import Database

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
ANNE, PAUL, EVA, LUC = (f"+3363998000{number}" for number in range(1, 5))


class AnswerDesk:
    """Services on a real profile; `ask`, `leaves`, `comes`, then look at the tally."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "desk.sqlite3"
        self.now = NOON
        self.heard: list[Changed] = []
        self.open()

    def open(self) -> None:
        self.database = Database(self.path)
        self.events = Events()
        self.events.subscribe(self.heard.append)
        self.services = services_of(self.database, self.events, lambda: self.now)

    def reopen(self) -> None:
        """The program ends and starts again."""
        self.database.close()
        self.open()

    def pass_(self, **span: float) -> None:
        self.now += timedelta(**span)

    def ask(
        self, *phones: str, question: Question | None = None, text: str = "Venez-vous ?", **options: object
    ) -> int:
        """Queue one broadcast, let it leave and answer its id."""
        made = SendOptions(question=question, **options)  # type: ignore[arg-type]
        number = self.services.notify.send_numbers(phones, text, made)
        self.leaves(number)
        return number

    def leaves(self, broadcast_id: int, phones: Sequence[str] | None = None, last: str = "accepted") -> None:
        """The network takes what waits of a broadcast, to these phones or to all."""
        with self.database.write() as connection:
            for state in ("claimed", "submitting", last):
                connection.execute(
                    "UPDATE parts SET state = ?1, submitted_at = ?2 WHERE state IN ('queued', 'claimed',"
                    " 'submitting') AND message_id IN (SELECT id FROM messages WHERE broadcast_id = ?3"
                    " AND (?4 IS NULL OR e164 IN (SELECT value FROM json_each(?4))))",
                    (state, stamp(self.now), broadcast_id, json.dumps(phones) if phones else None),
                )

    def comes(self, sender: str, text: str, kind: SenderKind = SenderKind.PHONE) -> int:
        """An SMS comes in, a second later, and is handled; answers its id."""
        number = self.arrives(sender, text, kind)
        assert self.services.incoming_rules.handle_waiting() >= 1
        return number

    def arrives(self, sender: str, text: str, kind: SenderKind = SenderKind.PHONE) -> int:
        """An SMS comes in and is not handled yet."""
        self.pass_(seconds=1)
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", f"{sender} {text}", self.now)])
            deliver = Deliver(sender, kind, text, self.now)
            return received.add_deliver(
                connection, raw_pdus.StoredPdu(raw_id, "sim", text, self.now), deliver
            )

    def about(self, received_id: int) -> int | None:
        """The broadcast that a message answers."""
        found = self.services.answers.about_many([received_id]).get(received_id)
        return found.broadcast_id if found else None

    def reading(self, received_id: int) -> Reading:
        return self.services.answers.about_many([received_id])[received_id].reading
