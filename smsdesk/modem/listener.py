"""What a modem's thread tells and asks of whoever uses it; the engine's listener has this shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from smsdesk.domain.incoming import RawPdu
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.outgoing import SubmitOutcome

if TYPE_CHECKING:
    from smsdesk.modem.worker import ModemWorker


class ModemListener(Protocol):
    """Every call is made on the modem's thread."""

    def status_changed(self, sender: ModemWorker, status: ModemStatus) -> None:
        """How the modem stands."""

    def store(self, batch: Sequence[RawPdu]) -> Sequence[int]:
        """Write raw PDUs durably and give their ids, in order; when it raises, nothing is deleted."""

    def released(self, ids: Sequence[int]) -> None:
        """The modem no longer holds these."""

    def slots_seen(self, sim: str, memory: str, slots: Sequence[int]) -> None:
        """The complete list of occupied slots of one memory, once what it showed is stored."""

    def begin(self, sender: ModemWorker, part_id: int) -> bool:
        """Commit that the part is about to be submitted; False calls it off."""

    def outcome(self, sender: ModemWorker, outcome: SubmitOutcome) -> None:
        """One attempt ended."""

    def pin_try(self, sim: str, pin: str, *, typed: bool = False) -> bool:
        """Write durably that this PIN is about to be tried; False when it must not be.

        `typed`: a person entered it for this very try.
        """

    def pin_result(self, sim: str, pin: str, right: bool) -> None:
        """How the try ended."""
