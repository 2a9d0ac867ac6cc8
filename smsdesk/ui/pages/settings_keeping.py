"""Réglages: what is chosen is kept at once, is told, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from smsdesk.services.preferences import Choices, Preferences
from smsdesk.ui.notices import Notices
from smsdesk.ui.tasks import Tasks

T = TypeVar("T")


def keep_choices(
    tasks: Tasks,
    preferences: Preferences,
    notices: Notices,
    words: str,
    changed: Callable[[Choices], Choices],
) -> None:
    """Keep what `changed` makes of the choices; nothing is told where that changes nothing.

    The tasks own the work: in another language the card that asked for it is gone by then.
    """

    def keep() -> tuple[Choices, Choices]:
        before = preferences.read()
        after = changed(before)
        preferences.keep(after)
        return before, after

    def tell(kept: tuple[Choices, Choices]) -> None:
        before, after = kept
        if before != after:
            told_kept(tasks, notices, words, before, after, preferences.keep)

    tasks.change(tasks, keep, tell)


def told_kept(
    tasks: Tasks, notices: Notices, words: str, before: T, after: T, keep: Callable[[T], object]
) -> None:
    """Tell that `after` took the place of `before`, with the way back."""

    def put(value: T) -> None:
        tasks.change(tasks, partial(keep, value))

    notices.done(words, partial(put, before), partial(put, after))
