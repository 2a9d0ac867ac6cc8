"""What a page tells the person beside its own content: a toast with an undo, or an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from smsdesk.domain.sentences import Sentence
from smsdesk.ui.i18n import translate


@dataclass(frozen=True)
class Notice:
    """One toast, ready to be shown."""

    text: str
    action_text: str = ""
    action: Callable[[], None] | None = None
    seconds: int = 0
    """So long the action can be done, by Escape or Ctrl+Z too, wherever the keyboard is; 0: as any toast."""
    trouble: Sentence | None = None
    """The error that it tells of; whoever shows it offers its details."""


class Notices(QObject):
    """The way from a page to the window's toast; `shown` carries a Notice."""

    shown = Signal(object)

    def toast(self, text: str, action_text: str = "", action: Callable[[], None] | None = None) -> None:
        """Tell what was done, with a way to undo it."""
        self.shown.emit(Notice(text, action_text, action))

    def countdown(self, text: str, action_text: str, action: Callable[[], None], seconds: int) -> None:
        """Tell what will happen in so many seconds, and how to prevent it."""
        self.shown.emit(Notice(text, action_text, action, seconds))

    def error(self, sentence: Sentence) -> None:
        """Tell what could not be done and what to do next."""
        self.shown.emit(Notice(translate(sentence), trouble=sentence))
