"""What other threads ask of a modem's thread: handed over here, taken out there."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future

from smsdesk.domain.diagnosis import Finding
from smsdesk.domain.outgoing import Submission
from smsdesk.modem.link import Waker

Examination = Future[tuple[Finding, ...]]
"""A look over the modem that somebody waits for; cancelled when the modem cannot be asked."""


class Jobs:
    """A mailbox with one reader. Every request wakes the reader, even in the middle of a read."""

    def __init__(self) -> None:
        self.waker = Waker()
        self._lock = threading.Lock()
        self._submissions: deque[Submission] = deque()
        self._examinations: deque[Examination] = deque()
        self._sweep = False
        self._pin: str | None = None
        self._stop = threading.Event()
        self._ended = False

    # --- from any thread

    def submit(self, submission: Submission, *, wake: bool = True) -> bool:
        """Queue a part; False when the reader is gone. The reader itself need not be woken."""
        with self._lock:
            if self._ended:
                return False
            self._submissions.append(submission)
        if wake:
            self.waker.set()
        return True

    def sweep(self) -> None:
        """Ask for a sweep."""
        self._sweep = True
        self.waker.set()

    def examine(self) -> Examination:
        """Ask for the modem to be looked over; its result is awaited by the caller."""
        with self._lock:
            examination = Examination()
            if self._ended:
                examination.cancel()
            else:
                self._examinations.append(examination)
        self.waker.set()
        return examination

    def enter_pin(self, pin: str) -> None:
        """Hand over what a person typed."""
        self._pin = pin
        self.waker.set()

    def stop(self) -> None:
        """Ask the reader to end."""
        self._stop.set()
        self.waker.set()

    # --- from the reader

    def stopping(self) -> bool:
        """Whether the end was asked for."""
        return self._stop.is_set()

    @property
    def submission_waits(self) -> bool:
        """Whether a part is queued."""
        return bool(self._submissions)

    @property
    def any(self) -> bool:
        """Whether there is anything to do but wait."""
        return bool(self._submissions) or self.beside_sending

    @property
    def beside_sending(self) -> bool:
        """Whether there is anything to do but wait and send."""
        return self._sweep or bool(self._examinations) or self._stop.is_set()

    def take_submission(self) -> Submission | None:
        """The next part, None without any."""
        return self._submissions.popleft() if self._submissions else None

    def take_examination(self) -> Examination | None:
        """The next look over the modem that is asked for, None without any."""
        return self._examinations.popleft() if self._examinations else None

    def take_sweep(self) -> bool:
        """Whether a sweep was asked for since the last question."""
        wanted, self._sweep = self._sweep, False
        return wanted

    def take_pin(self) -> str | None:
        """The PIN that a person typed, once."""
        pin, self._pin = self._pin, None
        return pin

    def end(self) -> list[Submission]:
        """Take nothing any more; gives what is left."""
        with self._lock:
            self._ended = True
            left = list(self._submissions)
            self._submissions.clear()
            while (examination := self.take_examination()) is not None:
                examination.cancel()
        return left
