"""Opening hours as one types them: "9:00-12:00, 14h-18h30" for a day, nothing where it is closed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from smsdesk.domain.errors import InputError
from smsdesk.domain.opening_hours import Span
from smsdesk.domain.sentences import say
from smsdesk.domain.untrusted import visible_line

_HOUR = r"([01]?\d|2[0-4])(?:\s*[:hH.]\s*([0-5]\d)?)?"
_SPAN = re.compile(rf"\s*{_HOUR}\s*(?:[-\u2013\u2014\u2192]|à|to|until)\s*{_HOUR}\s*")
_BETWEEN = re.compile(r"[,;/+]|\bet\b|\band\b")
_LAST_MINUTE = time(23, 59)
"""What midnight at the end of a day is written as."""


def typed_spans(text: str) -> tuple[Span, ...]:
    """The spans of one day in their order; none for an empty text. InputError for what is no hours."""
    pieces = [piece for piece in _BETWEEN.split(text) if piece.strip()]
    return tuple(sorted(_span(piece) for piece in pieces))


def _span(piece: str) -> Span:
    found = _SPAN.fullmatch(piece)
    if found is None:
        raise InputError(
            say("{text} is no opening time. Write 9:00-12:00, 14:00-18:00.", text=visible_line(piece))
        )
    begins, begin_minutes, ends, end_minutes = found.groups()
    return _time(begins, begin_minutes), _time(ends, end_minutes)


def _time(hours: str, minutes: str | None) -> time:
    return _LAST_MINUTE if int(hours) == 24 else time(int(hours), int(minutes or 0))


def written_spans(spans: Sequence[Span]) -> str:
    """The spans of one day as `typed_spans` reads them."""
    return ", ".join(f"{begins:%H:%M}-{ends:%H:%M}" for begins, ends in spans)
