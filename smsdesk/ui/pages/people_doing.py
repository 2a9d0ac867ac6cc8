"""Changes of people as the pages make them: one call of a service, then a toast that can take it back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from smsdesk.domain.people import Group, Hour
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.services.bundle import Services
from smsdesk.services.history import Entry
from smsdesk.services.long_work import LongWork
from smsdesk.ui.i18n import translate
from smsdesk.ui.models.people import NAME
from smsdesk.ui.notices import Notices
from smsdesk.ui.pages.consent_form import ConsentDraft
from smsdesk.ui.pages.people_listing import Chosen
from smsdesk.ui.tasks import Tasks

T = TypeVar("T")


class Doing(QObject):
    """Makes changes for a page; every one is told with the title that the history gives it."""

    def __init__(self, services: Services, tasks: Tasks, notices: Notices, owner: QObject) -> None:
        super().__init__(owner)
        self._services = services
        self._tasks = tasks
        self._notices = notices

    def change(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Sentence], None] | None = None,
        owner: QObject | None = None,
        more: Callable[[T], str] | None = None,
    ) -> None:
        """Make a change; `done` gets what the work gave, before the toast; `more` adds to its text."""
        told = partial(self._told, done, more)
        self._tasks.change(owner or self, lambda: self._made(work), told, failed)

    def change_many(
        self,
        words: str,
        work: Callable[[LongWork], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Make a change that concerns many people perhaps: the window says `words` when it takes long."""
        told = partial(self._told, done, None)
        self._tasks.work(self, words, lambda going: self._made(lambda: work(going)), told, failed)

    def _made(self, work: Callable[[], T]) -> tuple[T, Entry | None]:
        """On the database thread: what the work gave, and the entry of the history that it made."""
        history = self._services.history
        before = history.can_undo()
        result = work()
        after = history.can_undo()
        same = before is not None and after is not None and before.id == after.id
        return result, None if same else after

    def _told(
        self,
        done: Callable[[T], None] | None,
        more: Callable[[T], str] | None,
        ended: tuple[T, Entry | None],
    ) -> None:
        result, entry = ended
        if done is not None:
            done(result)
        if entry is not None:
            self._tell(entry, more(result) if more is not None else "")

    def _tell(self, entry: Entry, more: str) -> None:
        def back() -> None:
            self.undo_entry(entry)

        words = _joined(translate(entry.title), more)
        self._notices.done(words, back, key=_key(entry), quiet=True)

    def undo(self) -> None:
        """Take the newest change back."""
        self._take_back(self._services.history.undo)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        words = self.tr("The change is being made again…")
        self._tasks.work(self, words, self._services.history.redo, self._told_redone)

    def undo_entry(self, entry: Entry) -> None:
        """Take back one change of the history."""
        history = self._services.history
        self._take_back(lambda work: history.undo_set(entry.id, work))

    def _take_back(self, undo: Callable[[LongWork], Entry | None]) -> None:
        self._tasks.work(self, self.tr("The change is being undone…"), undo, self._told_undone)

    def _told_undone(self, entry: Entry | None) -> None:
        if entry is not None:
            self._notices.deeds.forget(_key(entry))
            words = self.tr("Undone: {title}").format(title=translate(entry.title))
            more = " ".join(filter(None, (self._stopped(entry.stopped), self._nobodys(entry.nobodys))))
            self._notices.toast(_joined(words, more), self.tr("Redo"), self.redo)

    def _told_redone(self, entry: Entry | None) -> None:
        if entry is not None:
            words = self.tr("Done again: {title}").format(title=translate(entry.title))
            self._notices.toast(_joined(words, self._stopped(entry.stopped)), self.tr("Undo"), self.undo)

    def _stopped(self, count: int) -> str:
        """What an objection did to messages that waited."""
        return self.tr("%n waiting messages will not be sent.", "", count) if count else ""

    def _nobodys(self, count: int) -> str:
        """What waits for people who are gone by now."""
        return (
            self.tr("%n waiting message(s) will still go to people who are removed.", "", count)
            if count
            else ""
        )

    def record(
        self,
        draft: ConsentDraft,
        done: Callable[[int], None],
        failed: Callable[[Sentence], None] | None,
        owner: QObject,
    ) -> None:
        """Write a word of consent or objection down."""
        consents = self._services.consents
        self.change(
            lambda: consents.record(draft.e164, draft.purpose, draft.granted, draft.source, draft.evidence),
            done,
            failed,
            owner,
            self._stopped,
        )

    # people and groups

    def retype(self, contact_id: int, column: int, text: str) -> None:
        """Give somebody the name or the phones that were typed into the table."""
        people = self._services.people
        change = people.rename if column == NAME else people.retype_phones
        self.change(lambda: change(contact_id, text))

    def add(self, chosen: Chosen, group: Group) -> None:
        """Put people into a group."""
        services, words = self._services, self.tr("People are put into {group}…")
        self.change_many(
            words.format(group=visible(group.name)),
            lambda work: services.people.add_to_group(group.id, chosen.resolve(services), work),
        )

    def move(self, chosen: Chosen, source: int, group: Group) -> None:
        """Take people out of one group and put them into another."""
        services, words = self._services, self.tr("People are put into {group}…")
        self.change_many(
            words.format(group=visible(group.name)),
            lambda work: services.people.move_to_group(source, group.id, chosen.resolve(services), work),
        )

    def remove(self, chosen: Chosen, source: int) -> None:
        """Take people out of a group."""
        services = self._services
        self.change_many(
            self.tr("People are taken out of the group…"),
            lambda work: services.people.remove_from_group(source, chosen.resolve(services), work),
        )

    def archive(self, chosen: Chosen) -> None:
        """Take people out of every list; nothing is deleted."""
        services = self._services
        self.change_many(
            self.tr("People go into the archive…"),
            lambda work: services.people.archive_contacts(chosen.resolve(services), work),
        )

    def restore(self, chosen: Chosen) -> None:
        """Bring archived people back."""
        services = self._services
        self.change_many(
            self.tr("People come back from the archive…"),
            lambda work: services.people.restore_contacts(chosen.resolve(services), work),
        )

    def keep_hours(self, contact_id: int, group_id: int, hours: Collection[Hour]) -> None:
        """Say at which hours of a course somebody comes; none for all of them."""
        self.change(lambda: self._services.people.keep_lesson_hours(group_id, {contact_id: hours}))

    def archive_group(self, group: Group) -> None:
        """Put a group away; its people stay."""
        self.change(lambda: self._services.people.archive_group(group.id))

    def restore_group(self, group: Group) -> None:
        """Bring a group back."""
        self.change(lambda: self._services.people.restore_group(group.id))


def _joined(words: str, more: str) -> str:
    return f"{words}. {more}" if more else words


def _key(entry: Entry) -> tuple[str, int]:
    """By which the window knows a change of the history."""
    return "change", entry.id
