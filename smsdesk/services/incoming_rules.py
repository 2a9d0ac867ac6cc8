"""The rules of incoming messages: each whole message is given to every rule, exactly once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from smsdesk.domain.errors import ProfileError
from smsdesk.domain.incoming import Arrived
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import unhandled
from smsdesk.storage.database import Connection, Database

__all__ = ["Arrived", "Handler", "IncomingRules", "IncomingRunner"]

log = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
"""An event wakes it at once; this is for what a disk that was full has left behind."""

Handler = Callable[[Connection, Arrived], Sequence[Changed]]
"""One rule: looks at a message in the transaction it is given, and tells what it changed.

It raises for no text; what it queues to be sent is in that transaction too, so it is sent once or not at all.
"""


class IncomingRules:
    """Gives whole messages to the rules, oldest first, each in one transaction with the note that it was.

    A crash before the commit undoes what the rules did, and one after it leaves nothing to do: whatever dies,
    and however many processes look, each rule acts on each message once.
    """

    def __init__(
        self, database: Database, events: Events, handlers: Sequence[Handler], wake: Callable[[], None]
    ) -> None:
        """`handlers` in the order in which they look; `wake` tells the engine to look at the queue."""
        self._database = database
        self._events = events
        self._handlers = handlers
        self._wake = wake

    @property
    def behind(self) -> bool:
        """Whether a message waits for the rules."""
        return unhandled.any_waiting(self._database.read())

    def handle_waiting(self) -> int:
        """Handle all that waits now; answers how many messages. ProfileError when the disk refuses."""
        handled = 0
        while self.handle_next():
            handled += 1
        return handled

    def handle_next(self) -> bool:
        """Handle the oldest message that waits; False when none does."""
        if not self.behind:
            return False
        with self._database.write() as connection:
            # Another process may have been faster.
            arrived = unhandled.next_waiting(connection)
            if arrived is None:
                return False
            changes = self._handle(connection, arrived)
            unhandled.mark_handled(connection, arrived.id)
        log.info("received message %s was handled: %s changes", arrived.id, len(changes))
        if changes:
            self._wake()
            self._events.publish(*dict.fromkeys((Changed(Topic.INBOX), *changes)))
        return True

    def _handle(self, connection: Connection, arrived: Arrived) -> list[Changed]:
        changes: list[Changed] = []
        for handler in self._handlers:
            connection.execute("SAVEPOINT rule")
            try:
                changes += handler(connection, arrived)
            except Exception as failure:
                self._give_up(connection, arrived, failure)
            connection.execute("RELEASE rule")
        return changes

    def _give_up(self, connection: Connection, arrived: Arrived, failure: Exception) -> None:
        """A rule with a defect must neither stop the others nor hold every later message back."""
        if isinstance(failure, ProfileError) or self._database.refusal_of(failure) is not None:
            raise failure
        connection.execute("ROLLBACK TO rule")
        log.error("a rule failed on received message %s", arrived.id, exc_info=failure)


class IncomingRunner:
    """Runs the rules on a thread of its own, so that the engine never waits for them."""

    def __init__(
        self,
        rules: IncomingRules,
        events: Events,
        explain: Callable[[Exception], ProfileError | None],
        every_s: float = LOOK_EVERY_S,
    ) -> None:
        """`explain` tells a disk that refuses from a defect (`Database.refusal_of`)."""
        self._rules = rules
        self._events = events
        self._explain = explain
        self._every_s = every_s
        self._stopping = threading.Event()
        self._came = threading.Event()
        self._came.set()
        self._thread = threading.Thread(target=self._run, name="incoming rules", daemon=True)
        self._unsubscribe: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Handle what waits, and then whatever comes."""
        self._unsubscribe = self._events.subscribe(self._hear)
        self._thread.start()

    def stop(self) -> None:
        """End the thread after the message in hand; what still waits is handled at the next start."""
        self._unsubscribe()
        self._stopping.set()
        self._came.set()
        self._thread.join()

    def _hear(self, changed: Changed) -> None:
        if changed.topic is Topic.INBOX:
            self._came.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._came.wait(self._every_s)
            self._came.clear()
            self._look()

    def _look(self) -> None:
        try:
            while not self._stopping.is_set() and self._rules.handle_next():
                pass
        except ProfileError as refused:
            log.warning("what came in cannot be handled now: %s", refused)
        except Exception as failure:
            refusal = self._explain(failure)
            if refusal is None:
                log.exception("a look at what came in failed")
            else:
                log.warning("what came in cannot be read now: %s", refusal)
