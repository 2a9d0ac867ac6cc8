"""What came in and what was said: conversations, what is to be done about them, single messages, numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from smsdesk.domain.archive_words import asked
from smsdesk.domain.errors import InputError
from smsdesk.domain.inbox_views import AnswerTimes, InboxCounts, InboxFilter, MonthCounts
from smsdesk.domain.phones import normalise_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.views import Conversation, ReceivedView, ThreadItem
from smsdesk.services.events import Changed, Topic
from smsdesk.services.inbox_search import InboxSearch
from smsdesk.services.long_work import LongWork
from smsdesk.services.preferences import Preferences
from smsdesk.services.thread_export import ThreadPaper, nothing_said, thread_paper, write_thread
from smsdesk.storage import archive_counts, archive_terms, inbox_marks, settings
from smsdesk.storage import conversations as talk
from smsdesk.storage import inbox as box
from smsdesk.storage.conversations import Wanted
from smsdesk.storage.database import Connection

TARGET_MINUTES = "inbox.target_minutes"
"""Within how many minutes an answer should be given; absent: no target."""

LONGEST_TARGET = 7 * 24 * 60
"""Minutes: a target of more than a week is none."""

_NAME_LENGTH = 60
"""Of somebody who is given a conversation."""


class Inbox(InboxSearch):
    """What came in. Texts are as they came: show them through `domain.untrusted.visible`."""

    def list(
        self, *, unread: bool = False, limit: int | None = 50, before_id: int | None = None, search: str = ""
    ) -> tuple[ReceivedView, ...]:
        """Received messages, newest first; `search` in text, number and names, without case or accents.

        `contacts` names who has the phone, and the pupils whose guardians they are.
        """
        connection = self._database.read()
        found = box.received(
            connection,
            self._clock(),
            unread=unread,
            limit=limit,
            before_id=before_id,
            search=self._received_search(connection, search) if search.strip() else None,
        )
        known = box.holders(connection, list({message.sender for message in found}))
        return tuple(
            replace(message, contacts=tuple(name for _, name in known.get(message.sender, ())))
            for message in found
        )

    def _received_search(self, connection: Connection, search: str) -> box.Search:
        words = archive_terms.expression(connection, asked(search))
        return box.Search(self._phones_named(connection, search), words or "")

    # conversations

    def conversations(
        self,
        search: str = "",
        limit: int = 200,
        before: Conversation | None = None,
        *,
        unread: bool = False,
        show: InboxFilter = InboxFilter.OPEN,
        assigned_to: str = "",
    ) -> tuple[Conversation, ...]:
        """One entry for each phone that wrote or was written to, the last spoken first, after `before`.

        `names` is made for a list: "Anne Martin (Léa, Tom)". `unread` and `assigned_to` leave out further
        ones. A search without another filter than OPEN looks in archived and set apart ones too; by words it
        lists the conversations of the newest messages that have them: `search` goes through all.
        """
        connection = self._database.read()
        phones = None
        if search.strip():
            phones = self._phones_found(connection, search)
            show = InboxFilter.EVERYTHING if show is InboxFilter.OPEN else show
        return self._listed(connection, Wanted(show, unread, assigned_to, phones), limit, before)

    def conversation(self, phone: str) -> Conversation | None:
        """The conversation with one phone, None when nothing was said with it yet."""
        wanted = Wanted(InboxFilter.EVERYTHING, phones=(phone,))
        return next(iter(self._listed(self._database.read(), wanted, 1)), None)

    def conversation_with(self, typed: str) -> Conversation:
        """The conversation with a phone as a person types it, or with a sender; InputError for none."""
        found = self.conversation(typed.strip())
        if found is None:
            number = normalise_phone(typed)
            found = None if isinstance(number, Sentence) else self.conversation(number.e164)
        if found is None:
            raise InputError(nothing_said(typed))
        return found

    def _listed(
        self, connection: Connection, wanted: Wanted, limit: int, before: Conversation | None = None
    ) -> tuple[Conversation, ...]:
        target = _target(connection)
        names_of = self._people.names_for_many
        return talk.conversations(connection, self._clock(), wanted, limit, names_of, before, target)

    def thread(
        self, phone: str, limit: int = 100, before: ThreadItem | None = None
    ) -> tuple[ThreadItem, ...]:
        """The newest `limit` messages with one phone older than `before`, in the order they were said."""
        newest_first = talk.thread(self._database.read(), phone, self._clock(), limit, before)
        return newest_first[::-1]

    def thread_around(self, phone: str, item: ThreadItem, limit: int = 100) -> tuple[ThreadItem, ...]:
        """About `limit` messages with one phone around one of them, in the order they were said."""
        connection, now = self._database.read(), self._clock()
        before = talk.thread(connection, phone, now, limit // 2, item)
        return (*before[::-1], *talk.thread_on(connection, phone, now, limit - limit // 2, item))

    # what a person makes of them; each answers whether it changed anything

    def mark_read(self, phone: str) -> int:
        """Everything visible from this phone is read; answers how many were not."""
        with self._database.write() as connection:
            changed = box.mark_read(connection, phone, self._clock())
        if changed:
            self._events.publish(Changed(Topic.INBOX))
        return changed

    def mark_unread(self, phone: str) -> bool:
        """The last message from this phone is unread again."""
        return self._mark(lambda connection: box.mark_unread(connection, phone, self._clock()))

    def finish(self, phone: str) -> bool:
        """Nothing is to be done any more, whether somebody was answered or not."""
        return self._mark(lambda connection: inbox_marks.finish(connection, phone))

    def reopen(self, phone: str) -> bool:
        """Something is to be done again; whoever waited when it was finished waits on."""
        return self._mark(lambda connection: inbox_marks.reopen(connection, phone))

    def star(self, phone: str, on: bool = True) -> bool:
        """Give it a star, or take it away."""
        return self._mark(lambda connection: inbox_marks.star(connection, phone, on=on))

    def archive(self, phone: str, on: bool = True) -> bool:
        """Lay it into the archive until the next message comes, or bring it back."""
        return self._mark(lambda connection: inbox_marks.archive(connection, phone, self._clock(), on=on))

    def assign(self, phone: str, name: str) -> bool:
        """Give it to a person, "" to nobody. InputError for a name that is too long."""
        kept = " ".join(name.split())
        if len(kept) > _NAME_LENGTH:
            raise InputError(say("This name is too long; give at most {most} characters.", most=_NAME_LENGTH))
        return self._mark(lambda connection: inbox_marks.assign(connection, phone, kept))

    def assignees(self) -> tuple[str, ...]:
        """To whom conversations were given, and who sends from this profile, by name."""
        return tuple(inbox_marks.assignees(self._database.read()))

    def _mark(self, change: Callable[[Connection], bool]) -> bool:
        with self._database.write() as connection:
            changed = change(connection)
        if changed:
            self._events.publish(Changed(Topic.INBOX))
        return changed

    # numbers

    def unread_count(self) -> int:
        """How many received messages nobody has read."""
        return box.unread_count(self._database.read(), self._clock())

    def counts(self) -> InboxCounts:
        """The numbers beside the filters."""
        connection = self._database.read()
        return archive_counts.inbox_counts(connection, self._clock(), _target(connection))

    def target_minutes(self) -> int | None:
        """Within how many minutes an answer should be given; None: there is no target."""
        return settings.get_count(self._database.read(), TARGET_MINUTES) or None

    def set_target(self, minutes: int | None) -> None:
        """Set the target, None for none. InputError for less than a minute or more than a week."""
        if minutes is not None and not 1 <= minutes <= LONGEST_TARGET:
            raise InputError(say("Give a target between one minute and seven days."))
        with self._database.write() as connection:
            if minutes is None:
                settings.remove(connection, TARGET_MINUTES)
            else:
                settings.put(connection, TARGET_MINUTES, str(minutes))
        self._events.publish(Changed(Topic.SETTINGS), Changed(Topic.INBOX))

    def answer_times(self, days: int = 30) -> AnswerTimes:
        """How long the answers of the last days took, and how many people wait now."""
        connection, now = self._database.read(), self._clock()
        return archive_counts.answer_times(connection, now - timedelta(days=days), now, _target(connection))

    def month(self, year: int, month: int) -> MonthCounts:
        """A month in numbers, day by day. InputError where there is no such month."""
        try:
            first = date(year, month, 1)
            last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        except (ValueError, OverflowError):
            raise InputError(
                say("{month} is no month. Give one such as 2026-11.", month=f"{year}-{month}")
            ) from None
        return MonthCounts(archive_counts.days(self._database.read(), first, last))

    # on paper

    def thread_paper(self, phone: str, work: LongWork | None = None) -> ThreadPaper:
        """A whole conversation, as it is printed: plain text, made visible."""
        connection, language = (
            self._database.read(),
            Preferences(self._database, self._events).read().language,
        )
        with (work or LongWork()).over(connection):
            return thread_paper(connection, self._people, phone, self._clock, language)

    def write_thread(self, phone: str, path: Path, work: LongWork | None = None) -> int:
        """Write a whole conversation as .xlsx, .csv or .txt; gives the number of messages.

        InputError when nothing was said with this phone, and when the file cannot be written; what stood
        there is then unchanged.
        """
        work = work or LongWork()
        return write_thread(self.thread_paper(phone, work), path, work)


def _target(connection: Connection) -> timedelta | None:
    minutes = settings.get_count(connection, TARGET_MINUTES)
    return timedelta(minutes=minutes) if minutes else None
