"""Réglages: what is chosen is kept at once, is told, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from smsdesk.domain.sentences import Sentence
from smsdesk.services.preferences import Choices, Preferences
from smsdesk.ui.notices import Notices
from smsdesk.ui.tasks import Tasks

T = TypeVar("T")
R = TypeVar("R")


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


class Keeping:
    """Keeps what is chosen in a card, and tells it with the way back."""

    def __init__(self, tasks: Tasks, notices: Notices, card: QObject) -> None:
        self._tasks = tasks
        self._notices = notices
        self._card = card

    def keep(
        self,
        words: str,
        before: T,
        after: T,
        save: Callable[[T], R],
        done: Callable[[R], None] = lambda _kept: None,
        failed: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Keep `after` in the place of `before`; `done` gets what `save` gave, `failed` why it refused."""

        def kept(result: R) -> None:
            done(result)
            told_kept(self._tasks, self._notices, words, before, after, save)

        self._tasks.change(self._card, partial(save, after), kept, failed)


def told_kept(
    tasks: Tasks, notices: Notices, words: str, before: T, after: T, keep: Callable[[T], object]
) -> None:
    """Tell that `after` took the place of `before`, with the way back."""

    def put(value: T) -> None:
        tasks.change(tasks, partial(keep, value))

    notices.done(words, partial(put, before), partial(put, after))
