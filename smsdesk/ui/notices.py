"""What a page tells the person beside its own content: a toast with an undo, or an error."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from smsdesk.domain.sentences import Sentence
from smsdesk.ui.i18n import translate
from smsdesk.ui.undoing import Act, Deed, Deeds


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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.deeds = Deeds(self)

    def toast(self, text: str, action_text: str = "", action: Callable[[], None] | None = None) -> None:
        """Tell what was done, with something to do about it."""
        self.shown.emit(Notice(text, action_text, action))

    def done(
        self, text: str, back: Act, again: Act | None = None, *, key: Hashable = None, quiet: bool = False
    ) -> None:
        """Tell what was done; the toast takes it back, and Ctrl+Z does so long after it is gone.

        `back` and `again` are called in the GUI thread, and must not tell of themselves as `done`; those that
        tell otherwise are `quiet` here.
        """
        deed = Deed(text, back, again, key, quiet)
        self.deeds.add(deed)
        self.toast(text, self.tr("Undo"), partial(self._take_back, deed))

    def undo(self) -> None:
        """Take back what was done last."""
        last = self.deeds.last
        if last is None:
            self.toast(self.tr("There is nothing to undo."))
        else:
            self._take_back(last)

    def redo(self) -> None:
        """Do again what was taken back last."""
        last = self.deeds.last_undone
        if last is None:
            self.toast(self.tr("There is nothing to redo."))
        else:
            self._do_again(last)

    def _take_back(self, deed: Deed) -> None:
        if self.deeds.take_back(deed) and not deed.quiet:
            words = self.tr("Undone: {what}").format(what=deed.words)
            if deed.again is not None:
                self.toast(words, self.tr("Redo"), partial(self._do_again, deed))
            else:
                self.toast(words)

    def _do_again(self, deed: Deed) -> None:
        if self.deeds.do_again(deed) and not deed.quiet:
            words = self.tr("Done again: {what}").format(what=deed.words)
            self.toast(words, self.tr("Undo"), partial(self._take_back, deed))

    def countdown(self, text: str, action_text: str, action: Callable[[], None], seconds: int) -> None:
        """Tell what will happen in so many seconds, and how to prevent it."""
        self.shown.emit(Notice(text, action_text, action, seconds))

    def error(self, sentence: Sentence) -> None:
        """Tell what could not be done and what to do next."""
        self.shown.emit(Notice(translate(sentence), trouble=sentence))
