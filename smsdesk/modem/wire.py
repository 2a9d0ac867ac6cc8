"""The line to a modem as a dialogue sees it: bytes out, frames in by a deadline, what came unasked apart."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import cast

from smsdesk.modem import answers
from smsdesk.modem.answers import Urc
from smsdesk.modem.framing import Frame, Framer, Line, Prompt
from smsdesk.modem.link import Link
from smsdesk.modem.timings import Timings
from smsdesk.modem.unsolicited import Unsolicited

ESC = b"\x1b"
CTRL_Z = b"\x1a"


@dataclass(frozen=True)
class Gap:
    """Nothing complete came before the wait was over."""


_GAP = Gap()
Event = Line | Prompt | Gap
"""What a dialogue waits for; URCs are already taken out."""


class Wire:
    """One link, read in frames; raises LinkLostError when the port goes.

    `on_urc` is called for every URC at the moment it is read; it must not speak to the modem. `closing` tells
    whether the program ends: what is in flight then only gets `close_grace` more.
    """

    def __init__(
        self, link: Link, timings: Timings, on_urc: Callable[[Urc], None], closing: Callable[[], bool]
    ) -> None:
        self._link = link
        self._timings = timings
        self._framer = Framer()
        self._frames: deque[Frame] = deque()
        self._unsolicited = Unsolicited(on_urc, self._frames)
        self._closing = closing
        self._closing_since: float | None = None
        self._partial_since = 0.0

    @property
    def still(self) -> bool:
        """Whether nothing has come that nobody took yet."""
        return not self._frames and not self._framer.partial and not self._link.readable()

    def write(self, data: bytes) -> None:
        """Put bytes on the line."""
        self._link.write(data)

    def next_event(self, end: float, prefix: str, over: Callable[[], bool] | None = None) -> Event:
        """The next frame that is no URC; lines with `prefix` ("+CMGL") are the answer's own.

        A gap comes at `end` (monotonic); 0.0 takes only what has come already. It comes earlier when a URC
        makes the wait `over`.
        """
        frames = self._frames
        while True:
            while frames:
                frame = frames.popleft()
                if isinstance(frame, Prompt) or not self._unsolicited.take(frame, prefix):
                    return frame
            if over is not None and over():
                return _GAP
            if self._closing():
                end = self._cut_short(end)
            if not self.fill(end) and (end == 0.0 or time.monotonic() >= end):
                return _GAP

    def take_plain(self, prefix: str, lines: list[str]) -> bool:
        """Move what is plainly the answer's, headers and PDUs, in one go; whether there was any."""
        frames = self._frames
        if self._unsolicited.incomplete or not frames or not prefix.startswith("+"):
            return False
        digits = answers.DIGITS
        count = 0
        for frame in frames:
            if isinstance(frame, Prompt) or not (frame[0] in digits or frame.startswith(prefix)):
                break
            count += 1
        lines.extend(cast("Iterable[str]", islice(frames, count)))
        if count == len(frames):
            frames.clear()
        else:
            for _ in range(count):
                frames.popleft()
        return count > 0

    def _cut_short(self, end: float) -> float:
        """When the program ends, nobody waits for a slow network any more."""
        self._closing_since = self._closing_since or time.monotonic()
        return min(end, self._closing_since + self._timings.close_grace)

    def fill(self, end: float) -> bool:
        """Read once, waiting until `end` (monotonic) for the first byte; tell whether frames are there."""
        if self._frames:
            return True
        now = time.monotonic()
        left = end - now
        if self._framer.partial:
            left = min(left, self._partial_until() - now)
        data = self._link.read(left)
        if data:
            self._frames.extend(self._framer.feed(data))
            self._partial_since = now
        elif self._framer.partial:
            self._take_partial()
        return bool(self._frames)

    def _take_partial(self) -> None:
        """A line that lost its end is taken as it stands after a while."""
        if time.monotonic() >= self._partial_until():
            self._frames.extend(self._framer.flush())

    def _partial_until(self) -> float:
        timings = self._timings
        return self._partial_since + (
            timings.partial_line if self._framer.whole_word else timings.broken_line
        )
