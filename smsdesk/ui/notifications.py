"""Telling of new messages outside of the window: a notification, the count in tray and task bar, a sound.

Nothing here asks for an answer or takes the keyboard: who is writing goes on writing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.untrusted import visible_line
from smsdesk.domain.views import ReceivedView
from smsdesk.services.bundle import Services
from smsdesk.services.events import Changed, Topic
from smsdesk.services.preferences import Notifying
from smsdesk.ui import formats
from smsdesk.ui.bridge import topics
from smsdesk.ui.places import Place, Route
from smsdesk.ui.tasks import Tasks

QUIET_MS = 5000
"""After one notification the next waits so long: twenty answers to a send are told of together."""

_LOOKED_AT = 50
"""Unread messages looked at for new ones: more within five seconds are told of as fifty."""

_NAMED = 3
"""Names in one notification: desktops cut what is longer."""

_LONGEST = 120
"""Characters of a message in its notification, about the two lines that every desktop shows."""

_NO_MARKUP = str.maketrans({"<": "‹", ">": "›", "&": "＆"})
"""Desktops read some HTML in notifications; these look alike and mean nothing to them."""


class Desktop(Protocol):
    """What a desktop offers outside of the window. Every call returns at once."""

    def show_count(self, count: int, words: str) -> None:
        """So many messages are unread; `words` say it."""

    def tell(self, title: str, text: str) -> None:
        """A notification in plain text, which goes by itself."""

    def sound(self) -> None:
        """The short sound of the desktop."""

    def end(self) -> None:
        """The program ends: nothing of it stays behind."""


def plain(text: str) -> str:
    """Text from outside in one short line that no desktop takes for HTML."""
    line = visible_line(text).translate(_NO_MARKUP)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def sender_name(message: ReceivedView) -> str:
    """Who wrote: those who have the phone, else the number."""
    return plain(", ".join(message.contacts) or formats.phone(message.sender))


class Notifier(QObject):
    """Tells of what comes in from its making on; `opened` carries the Place that a click asks for."""

    opened = Signal(object)

    def __init__(
        self,
        window: QWidget,
        services: Services,
        tasks: Tasks,
        desktop: Desktop,
        clock: Clock = system_clock,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._tasks = tasks
        self._desktop = desktop
        self._since = clock()
        self._told: set[int] = set()
        self._place = Place(Route.INBOX)
        self._more_came = False
        self.beside_trial: Callable[[], bool] = lambda: False
        """Whether a sample world is before the person: what is real is then told apart from it."""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(quiet_ms)
        self._quiet.timeout.connect(self._after_quiet)

    def follow(self, events: frozenset[Changed]) -> None:
        """Something changed: look for new messages where that may be one."""
        if Topic.INBOX in topics(events):
            self._look()

    def show_unread(self, count: int) -> None:
        """Show how many messages are unread."""
        words = self.tr("%n unread messages", "", count) if count else self.tr("No unread message")
        self._desktop.show_count(count, words)

    def open(self) -> None:
        """Go to what the last notification told of."""
        self.opened.emit(self._place)

    def stop(self) -> None:
        """The program ends."""
        self._quiet.stop()
        self._desktop.end()

    def _look(self) -> None:
        if self._quiet.isActive():
            self._more_came = True
            return
        services = self._services

        def read() -> tuple[Notifying, Sequence[ReceivedView]]:
            return services.preferences.notifying(), services.inbox.list(unread=True, limit=_LOOKED_AT)

        # A disk that refuses is told by the status line, which reads at the same moment.
        self._tasks.read(self, "new", read, lambda found: self._tell(*found), lambda _sentence: None)

    def _after_quiet(self) -> None:
        if self._more_came:
            self._more_came = False
            self._look()

    def _tell(self, choice: Notifying, unread: Sequence[ReceivedView]) -> None:
        new = [each for each in unread if each.received_at >= self._since and each.id not in self._told]
        if not new:
            return
        self._told |= {each.id for each in new}
        self._quiet.start()
        phones = {each.sender for each in new}
        self._place = Place(Route.INBOX, phones.pop() if len(phones) == 1 else None)
        if choice.sound:
            self._desktop.sound()
        if choice.shown and not self._window.isActiveWindow():
            title = self._title(new)
            if self.beside_trial():
                title = self.tr("Not in the trial: {title}").format(title=title)
            self._desktop.tell(title, self._words(new, with_text=choice.text))

    def _title(self, new: Sequence[ReceivedView]) -> str:
        if len(new) > 1:
            return self.tr("%n new messages", "", len(new))
        return self.tr("Message from {name}").format(name=sender_name(new[0]))

    def _words(self, new: Sequence[ReceivedView], *, with_text: bool) -> str:
        if len(new) == 1:
            return self._text(new[0]) if with_text else self.tr("SMS desk shows what it says.")
        names = list(dict.fromkeys(map(sender_name, new)))
        said = ", ".join(names[:_NAMED])
        if len(names) <= _NAMED:
            return said
        others = self.tr("%n others", "", len(names) - _NAMED)
        return f"{said}, {others}"

    def _text(self, message: ReceivedView) -> str:
        if message.text is None:
            return self.tr("Message without readable text")
        return plain(message.text)
