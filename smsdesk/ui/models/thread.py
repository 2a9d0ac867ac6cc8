"""A conversation as rows to show: bubbles, with the day and the broadcast where they change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.answer_views import About
from smsdesk.domain.views import Direction, ThreadItem

NO_ABOUT: Mapping[int, About] = {}


@dataclass(frozen=True)
class ThreadRow:
    """One bubble. `day` is set on the first of each day; `quoted`, a broadcast's title, on its first message
    and on the first answer to it. `about` tells what a received message answers, and how it was read."""

    item: ThreadItem
    day: date | None = None
    quoted: str = ""
    about: About | None = None

    @property
    def key(self) -> tuple[Direction, int]:
        """What stays the same while the state of the message changes."""
        return key(self.item)


def key(item: ThreadItem) -> tuple[Direction, int]:
    """Tells items apart: a sent and a received one may have the same number."""
    return (item.direction, item.id)


def thread_rows(items: Sequence[ThreadItem], abouts: Mapping[int, About] = NO_ABOUT) -> tuple[ThreadRow, ...]:
    """Rows for items in the order they were said; days are those of this computer's time zone.

    `abouts` by the id of the received message.
    """
    rows = []
    day, sent, answered = None, None, None
    for item in items:
        today = item.at.astimezone().date()
        about = abouts.get(item.id) if item.direction is Direction.IN else None
        quoted = ""
        if item.direction is Direction.OUT:
            quoted = _title(item) if item.broadcast_id != sent else ""
            sent, answered = item.broadcast_id, None
        elif about is None:
            answered = None
        elif about.broadcast_id != answered:
            quoted, answered = about.title, about.broadcast_id
        rows.append(ThreadRow(item, today if today != day else None, quoted, about))
        day = today
    return tuple(rows)


def _title(item: ThreadItem) -> str:
    """The broadcast's title, unless it only repeats how the text begins."""
    title = item.broadcast or ""
    return "" if (item.text or "").startswith(title.rstrip("…")) else title


def with_older(older: Iterable[ThreadItem], shown: Sequence[ThreadItem]) -> tuple[ThreadItem, ...]:
    """Older items before those shown."""
    known = {key(item) for item in shown}
    return (*(item for item in older if key(item) not in known), *shown)


def with_newest(newest: Sequence[ThreadItem], shown: Sequence[ThreadItem]) -> tuple[ThreadItem, ...]:
    """Those shown with the newest page in place of what it covers, so that older ones fetched stay.

    The page covers everything from its first item on; when that one is not shown, it came after all shown.
    """
    if not newest:
        return tuple(shown)
    covered = {key(item) for item in newest}
    return (*(item for item in shown if key(item) not in covered and item.at <= newest[0].at), *newest)
