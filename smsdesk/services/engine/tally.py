"""What one run of the engine did, in messages."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from smsdesk.domain.outgoing import PartState, message_state
from smsdesk.storage import attempts
from smsdesk.storage.database import Connection


@dataclass(frozen=True)
class RunSummary:
    """Messages of one run: `sent` were accepted by the network, `delivered` of them have their reports."""

    sent: int
    delivered: int
    failed: int
    unknown: int
    received: int
    seconds: float


class Tally:
    """Remembers which messages a run touched; what became of them stands in the database."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._messages: set[int] = set()
        self._received: set[int] = set()
        self._awaited: set[int] = set()
        self._started = time.monotonic()

    def touched(self, message_ids: Iterable[int]) -> None:
        """The run did something to these messages."""
        with self._lock:
            self._messages.update(message_ids)

    def received(self, received_ids: Iterable[int]) -> None:
        """These messages came in, or a part of them did."""
        with self._lock:
            self._received.update(received_ids)

    def accepted(self, part_id: int) -> None:
        """A delivery report is expected for this part."""
        with self._lock:
            self._awaited.add(part_id)

    def ended(self, part_id: int) -> None:
        """No delivery report is expected for this part any more."""
        with self._lock:
            self._awaited.discard(part_id)

    @property
    def awaiting_reports(self) -> bool:
        """Whether a part that was accepted in this run has not been reported yet."""
        return bool(self._awaited)

    def summary(self, connection: Connection) -> RunSummary:
        """Count what became of this run's messages."""
        with self._lock:
            messages, received = sorted(self._messages), len(self._received)
        states: dict[int, list[PartState]] = {}
        for message_id, state in attempts.states_of(connection, messages):
            states.setdefault(message_id, []).append(state)
        counts = Counter(message_state(parts) for parts in states.values())
        return RunSummary(
            sent=counts[PartState.ACCEPTED] + counts[PartState.DELIVERED],
            delivered=counts[PartState.DELIVERED],
            failed=counts[PartState.FAILED] + counts[PartState.EXPIRED],
            unknown=counts[PartState.UNKNOWN],
            received=received,
            seconds=round(time.monotonic() - self._started, 3),
        )
