"""What the engine asks of a modem, and what a modem may ask of the engine, as protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from smsdesk.domain.diagnosis import Finding
from smsdesk.domain.incoming import Decoded, RawPdu
from smsdesk.domain.modems import ModemStatus
from smsdesk.domain.outgoing import Submission, SubmitOutcome

Decoder = Callable[[str], Decoded]
"""Understands a raw PDU; never raises."""


class SenderListener(Protocol):
    """The engine, as a modem's thread sees it. Every call is made on that thread."""

    def status_changed(self, sender: Sender, status: ModemStatus) -> None:
        """Tell how the modem stands; called on every change."""

    def store(self, batch: Sequence[RawPdu]) -> Sequence[int]:
        """Write raw PDUs durably and give their row ids, in order; when it raises, nothing may be deleted.

        A PDU from a slot that is already stored and was not reported `released` is the same physical
        message: it is not stored again and its first id is given.
        """

    def released(self, ids: Sequence[int]) -> None:
        """The modem no longer holds these: their slots were deleted (or never existed)."""

    def slots_seen(self, sim: str, memory: str, slots: Sequence[int]) -> None:
        """The complete list of occupied slots of one memory, once what it showed is stored."""

    def begin(self, sender: Sender, part_id: int) -> bool:
        """At the prompt, before the first byte of the PDU: commit SUBMITTING; False calls it off (ESC)."""

    def outcome(self, sender: Sender, outcome: SubmitOutcome) -> None:
        """One attempt ended; each submission gets exactly one, but for a `late` one after an unknown."""

    def pin_try(self, sim: str, pin: str, *, typed: bool = False) -> bool:
        """Write durably that this PIN is about to be tried on this SIM; False when it must not be."""

    def pin_result(self, sim: str, pin: str, right: bool) -> None:
        """Tell how the try ended."""


class Sender(Protocol):
    """One modem with its SIM. Calls return at once; results come through the listener."""

    @property
    def name(self) -> str:
        """The port or URL, for people and logs."""

    def start(self, listener: SenderListener) -> None:
        """Open the modem and keep it open, on a thread of its own."""

    def submit(self, submission: Submission) -> None:
        """Send one part; one at a time: the next only after the outcome. Not ready: NOT_SENT comes back."""

    def prepare(self, submission: Submission) -> None:
        """This one is likely to be submitted when the part in hand is accepted: time to get it ready."""

    def sweep(self) -> None:
        """Read whatever the SIM holds, soon; `status_changed` is told after each sweep."""

    @property
    def swept(self) -> int:
        """How many complete sweeps were done since the start: it grows when one ends."""

    def examine(self) -> Sequence[Finding] | None:
        """Look the modem over between two SMS, and wait for that; None when it cannot be asked now."""

    def enter_pin(self, pin: str) -> None:
        """Try this PIN once, because a person just typed it."""

    def close(self) -> None:
        """Stop the thread and free the port; a submission in flight ends in its outcome first."""
