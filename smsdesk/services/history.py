"""What was changed among the people, and the way back: undo and redo, also after a restart."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.changing import Changing
from smsdesk.services.events import QUEUE_CHANGED, Changed, Topic
from smsdesk.services.long_work import LongWork
from smsdesk.storage import changes
from smsdesk.storage.changes import ChangeSet
from smsdesk.storage.database import Connection
from smsdesk.storage.objections import phones_of_change, stop_objected, waiting_for_people
from smsdesk.storage.undoing import undo

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """One change as the history shows it; `undoable` tells whether `undo_set` may be tried."""

    id: int
    title: Sentence
    made_by: str
    made_at: datetime
    undone: bool
    undoable: bool
    stopped: int = 0
    """Messages that waited and are not sent, because undoing or redoing it brought an objection back."""
    nobodys: int = 0
    """Messages that still wait, for people whom undoing it has removed."""


class History(Changing):
    """The changes of people, groups and consents of one profile, the last one first."""

    def entries(self, limit: int = 50) -> tuple[Entry, ...]:
        """The newest changes, undone ones too."""
        return tuple(map(_entry, changes.newest(self._database.read(), limit)))

    def can_undo(self) -> Entry | None:
        """What `undo` would take back; None when there is nothing."""
        return _entry_or_none(changes.last_made(self._database.read()))

    def can_redo(self) -> Entry | None:
        """What `redo` would bring back; None when there is nothing, or something was changed since."""
        return _entry_or_none(changes.last_undone(self._database.read()))

    def undo(self, work: LongWork | None = None) -> Entry | None:
        """Take back the newest change; InputError when it cannot be, None when there is none."""
        work = work or LongWork()
        with self._database.write() as connection, work.over(connection):
            made = changes.last_made(connection)
            done = self._take_back(connection, made, made.id, work) if made is not None else _NOTHING
        return None if made is None else self._told(made, done, undone=True)

    def redo(self, work: LongWork | None = None) -> Entry | None:
        """Make again the change that was undone last; None when there is none."""
        work = work or LongWork()
        with self._database.write() as connection, work.over(connection):
            made = changes.last_undone(connection)
            undoing = made.undone_by if made is not None else None
            done = _NOTHING
            if made is not None and undoing is not None:
                done = self._take_back(connection, made, undoing, work)
        return None if made is None else self._told(made, done, undone=False)

    def undo_set(self, change_set_id: int, work: LongWork | None = None) -> Entry:
        """Take back one change of the history, as an import; InputError when later ones stand in the way."""
        work = work or LongWork()
        with self._database.write() as connection, work.over(connection):
            made = changes.change_set(connection, change_set_id)
            if made is None or made.undoes is not None:
                raise InputError(say("This change is too old to be undone. Change it by hand."))
            done = self._take_back(connection, made, made.id, work)
        return self._told(made, done, undone=True)

    def _take_back(
        self, connection: Connection, made: ChangeSet, change_set_id: int, work: LongWork
    ) -> _Done:
        """Undo a change, or its undoing."""
        phones = phones_of_change(connection, change_set_id)
        waiting = waiting_for_people(connection)
        undo(
            connection,
            change_set_id,
            title=made.title,
            made_by=self._person,
            now=self._now(),
            reach=work.reach,
        )
        nobodys = waiting - waiting_for_people(connection)
        return _Done(stop_objected(connection, phones), len(nobodys))

    def _told(self, made: ChangeSet, done: _Done, *, undone: bool) -> Entry:
        log.info("change %d %s", made.id, "undone" if undone else "redone")
        queue = QUEUE_CHANGED if done.stopped else ()
        self._events.publish(Changed(Topic.PEOPLE), Changed(Topic.GROUPS), *queue)
        return replace(
            _entry(made), undone=undone, undoable=not undone, stopped=done.stopped, nobodys=done.nobodys
        )


class _Done(NamedTuple):
    """What taking a change back did to messages that wait; see Entry."""

    stopped: int
    nobodys: int


_NOTHING = _Done(0, 0)


def _entry_or_none(made: ChangeSet | None) -> Entry | None:
    return None if made is None else _entry(made)


def _entry(made: ChangeSet) -> Entry:
    undone = made.undone_by is not None
    return Entry(made.id, made.title, made.made_by, made.made_at, undone, not undone)
