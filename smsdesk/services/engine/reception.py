"""What comes in: stored durably for the modem's thread, understood on the engine's thread."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from smsdesk.domain.clock import Clock
from smsdesk.domain.incoming import (
    Decoded,
    Deliver,
    RawPdu,
    SenderKind,
    StatusReport,
    Undecodable,
    credible,
)
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.sender_numbers import family_number
from smsdesk.services.engine.reports import file_report
from smsdesk.services.engine.tally import Tally
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.ports import Decoder
from smsdesk.storage import archive_writing, raw_pdus, received, reports
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.raw_pdus import StoredPdu

log = logging.getLogger(__name__)

AT_ONCE = 32
"""PDUs decoded in one transaction: it holds the writer for a few milliseconds, so sending goes on."""


def _as_known(deliver: Deliver, sim: str) -> Deliver:
    """With the sender as people and earlier messages are known; names and short codes stay as they are."""
    if deliver.sender_kind is not SenderKind.PHONE:
        return deliver
    return replace(deliver, sender=family_number(deliver.sender, sim))


def _as_dated(report: StatusReport, raw: StoredPdu) -> StatusReport:
    """Without dates that cannot be: a report is known by its date, and shows it as that of the delivery."""
    sent_at, done_at = (credible(said, raw.stored_at) for said in (report.sent_at, report.done_at))
    return replace(report, sent_at=sent_at, done_at=done_at)


class Reception:
    """Keeps raw PDUs, and makes messages and delivery reports of them."""

    def __init__(
        self, database: Database, events: Events, clock: Clock, decode: Decoder, tally: Tally
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._decode = decode
        self._tally = tally
        self._came: list[int] = []
        """The messages that the batch in hand began or went on with."""
        self._next_shown: datetime | None = None
        self._stored: object = object()
        self._looked_after: object = None

    def store(self, batch: Sequence[RawPdu]) -> list[int]:
        """Write a batch durably; ProfileError when that fails, and then nothing may leave the SIM."""
        with self._database.write() as connection:
            ids = raw_pdus.store(connection, batch)
        self._stored = object()
        return ids

    def released(self, ids: Sequence[int]) -> None:
        """These left their slots."""
        with self._database.write() as connection:
            raw_pdus.release(connection, ids)

    def slots_seen(self, sim: str, memory: str, slots: Sequence[int]) -> None:
        """Rows of slots that are empty now were deleted by somebody who could not note it any more."""
        gone = raw_pdus.gone_from_slots(self._database.read(), sim, memory, slots)
        if gone:
            self.released(gone)

    @property
    def behind(self) -> bool:
        """Whether something was stored that may not have been decoded yet."""
        return self._stored is not self._looked_after

    def decode_some(self) -> bool:
        """Decode one batch of what waits; whether there may be more."""
        if not self.behind:
            return False
        stored = self._stored
        waiting = raw_pdus.undecoded(self._database.read(), AT_ONCE)
        if not waiting:
            self._looked_after = stored
            return False
        self._came = []
        with self._database.write() as connection:
            events = [self._understand(connection, raw) for raw in waiting]
            archive_writing.keep_received(connection, self._came)
        self._next_shown = received.next_shown(self._database.read(), self._clock())
        self._events.publish(*dict.fromkeys(event for event in events if event is not None))
        return True

    def _understand(self, connection: Connection, raw: StoredPdu) -> Changed | None:
        decoded = self._decoded(raw)
        raw_pdus.mark_decoded(connection, raw.id)
        if isinstance(decoded, StatusReport):
            return self._report(connection, raw, _as_dated(decoded, raw))
        if isinstance(decoded, Deliver):
            received_id = received.add_deliver(connection, raw, _as_known(decoded, raw.sim))
        else:
            log.warning("stored PDU %s is kept as undecodable: %s", raw.id, decoded.reason)
            received_id = received.add_undecodable(connection, raw)
        self._came.append(received_id)
        self._tally.received([received_id])
        return Changed(Topic.INBOX)

    def _decoded(self, raw: StoredPdu) -> Decoded:
        try:
            return self._decode(raw.pdu)
        except Exception as defect:
            # A PDU that breaks the decoder must not stop the inbox: it is kept and shown with its hex.
            log.exception("the decoder failed on stored PDU %s", raw.id)
            return Undecodable(type(defect).__name__)

    def _report(self, connection: Connection, raw: StoredPdu, decoded: StatusReport) -> Changed | None:
        part = file_report(connection, raw, decoded)
        if part is None:
            log.info("stored PDU %s is a delivery report that fits no part yet", raw.id)
            return None
        if part.state is not PartState.ACCEPTED:
            self._tally.ended(part.part_id)
        self._tally.touched([part.message_id])
        return Changed(Topic.BROADCASTS, part.broadcast_id)

    def show_incomplete(self) -> None:
        """Tell when an incomplete message has waited long enough to be shown."""
        now = self._clock()
        if self._next_shown is not None and now >= self._next_shown:
            self._next_shown = received.next_shown(self._database.read(), now)
            self._events.publish(Changed(Topic.INBOX))

    def forget_unmatched(self) -> None:
        """Drop delivery reports that found no part for days."""
        with self._database.write() as connection:
            reports.forget_unmatched(connection, self._clock())
