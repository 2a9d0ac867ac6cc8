"""Joining and leaving service lists by SMS: who is moved, what waits for a person, what is written back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from smsdesk.domain.auto_replies import ReplyKind
from smsdesk.domain.clock import Clock, stamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.keywords import Keyword
from smsdesk.domain.loop_guard import Withheld, answerable_phone
from smsdesk.domain.names import name_key
from smsdesk.domain.opt_outs import Mode
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.sentences import say
from smsdesk.domain.sign_ups import (
    ALREADY_IN_TEXT,
    JOINED_TEXT,
    LEFT_TEXT,
    NOT_IN_TEXT,
    SignUp,
    SignUpState,
)
from smsdesk.domain.untrusted import visible_line
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.people_reading import names_of_phones
from smsdesk.storage import consents, groups, inbox_marks, opt_outs, people, replies, unhandled
from smsdesk.storage import keywords as table
from smsdesk.storage.changes import BY_SMS, recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people import ContactRow

log = logging.getLogger(__name__)

_MOVED = (Changed(Topic.GROUPS), Changed(Topic.PEOPLE))


def list_values(group: str, word: str) -> Mapping[str, str]:
    """The values of {liste} and {mot}."""
    return {"liste": group, "mot": word.upper()}


class SignUps:
    """The requests to join and to leave lists of one profile."""

    def __init__(
        self,
        database: Database,
        events: Events,
        clock: Clock,
        sending: AutoSending,
        wake: Callable[[], None],
        person: str = "",
    ) -> None:
        """`person` is who sits at this computer, written beside decisions."""
        self._database = database
        self._events = events
        self._clock = clock
        self._sending = sending
        self._wake = wake
        self._person = person

    # What came in.

    def take(
        self, connection: Connection, arrived: Arrived, keyword: Keyword, *, joins: bool
    ) -> Sequence[Changed]:
        """Do what a message asks, or let it wait for a person; in the caller's transaction."""
        e164 = answerable_phone(arrived)
        if isinstance(e164, Withheld) or keyword.group_id is None:
            return ()
        table.withdraw(connection, e164, keyword.group_id, self._clock())
        new = table.NewSignUp(
            arrived.id, e164, keyword.id, keyword.group_id, joins, SignUpState.APPLIED, (), self._clock()
        )
        return self._join(connection, arrived, new) if joins else self._leave(connection, arrived, new)

    def _join(self, connection: Connection, arrived: Arrived, new: table.NewSignUp) -> Sequence[Changed]:
        holders = table.holders_of(connection, new.e164)
        if table.members_among(connection, new.group_id, holders):
            return self._was_so(connection, arrived, new, ALREADY_IN_TEXT)
        unknown = replies.load_keyword_settings(connection).unknown
        if not holders and unknown is Mode.PROPOSE:
            return self._propose(connection, new)
        return self._apply(connection, arrived, new, holders[:1], BY_SMS)

    def _leave(self, connection: Connection, arrived: Arrived, new: table.NewSignUp) -> Sequence[Changed]:
        """Who has the phone himself is taken out; his child, whose other parent reads too, by a person."""
        holders = table.holders_of(connection, new.e164)
        members = table.members_among(connection, new.group_id, holders)
        if members:
            return self._apply(connection, arrived, new, members, BY_SMS)
        if table.members_among(connection, new.group_id, self._pupils_of(connection, holders)):
            return self._propose(connection, new)
        return self._was_so(connection, arrived, new, NOT_IN_TEXT)

    @staticmethod
    def _pupils_of(connection: Connection, holders: Sequence[int]) -> list[int]:
        return [pupil for holder in holders for pupil in people.pupil_ids_of(connection, holder)]

    def _was_so(
        self, connection: Connection, arrived: Arrived, new: table.NewSignUp, text: str
    ) -> Sequence[Changed]:
        table.add_sign_up(connection, replace(new, state=SignUpState.REPEATED))
        inbox_marks.settled(connection, arrived.id)
        return self._answer(connection, arrived, new.group_id, new.keyword_id, text)

    def _propose(self, connection: Connection, new: table.NewSignUp) -> Sequence[Changed]:
        table.add_sign_up(connection, replace(new, state=SignUpState.PROPOSED))
        return (Changed(Topic.INBOX),)

    def _apply(
        self,
        connection: Connection,
        arrived: Arrived,
        new: table.NewSignUp,
        contact_ids: Sequence[int],
        by: str,
    ) -> Sequence[Changed]:
        moved = self._move(connection, arrived, new, contact_ids, by)
        table.add_sign_up(connection, replace(new, contact_ids=moved))
        inbox_marks.settled(connection, arrived.id)
        text = JOINED_TEXT if new.joins else LEFT_TEXT
        return (*_MOVED, *self._answer(connection, arrived, new.group_id, new.keyword_id, text))

    def _move(
        self,
        connection: Connection,
        arrived: Arrived,
        asked: table.NewSignUp,
        contact_ids: Sequence[int],
        by: str,
    ) -> tuple[int, ...]:
        """Put people into the group or take them out; whom nobody knows becomes a resident."""
        group = table.open_group(connection, asked.group_id) or ""
        title = (
            say("{phone} joined {group} by SMS", phone=asked.e164, group=group)
            if asked.joins
            else say("{phone} left {group} by SMS", phone=asked.e164, group=group)
        )
        with recording(connection, title, made_by=by, now=stamp(self._clock())):
            if not asked.joins:
                groups.remove_members(connection, asked.group_id, contact_ids)
                return tuple(contact_ids)
            ids = tuple(contact_ids) or (self._new_resident(connection, asked.e164),)
            groups.add_members(connection, [(asked.group_id, contact_id) for contact_id in ids])
            self._lift_objection(connection, asked.e164, arrived)
        return ids

    def _new_resident(self, connection: Connection, e164: str) -> int:
        """Somebody of whom only the phone is known; it is his name until a person writes a better one."""
        contact_id = people.next_contact_id(connection)
        row = ContactRow(ContactKind.RESIDENT, "", e164, name_key("", e164))
        people.insert_contacts(connection, [(contact_id, row)], stamp(self._clock()))
        people.replace_phones(connection, [(contact_id, [Phone(e164)])])
        return contact_id

    def _lift_objection(self, connection: Connection, e164: str, arrived: Arrived) -> None:
        """Whoever joins a list wants its SMS: an objection to information that stands would silence them."""
        word = opt_outs.last_word(connection, e164, Purpose.INFORMATION)
        if word is not None and not word[0]:
            evidence = f"SMS {arrived.id}: {visible_line(arrived.text)}"
            consents.add_consent(
                connection, e164, Purpose.INFORMATION, True, opt_outs.SOURCE, evidence, stamp(self._clock())
            )

    def _answer(
        self, connection: Connection, arrived: Arrived, group_id: int, keyword_id: int | None, text: str
    ) -> Sequence[Changed]:
        word = next((each.word for each in table.load(connection) if each.id == keyword_id), "")
        values = list_values(table.open_group(connection, group_id) or "", word)
        return self._sending.answer(connection, arrived, ReplyKind.SIGN_UP, text, values)

    # What a person does with it.

    def waiting(self) -> tuple[SignUp, ...]:
        """The requests that wait for a person, the oldest first."""
        return self._named(table.sign_ups_waiting(self._database.read()))

    def of_phone(self, e164: str) -> tuple[SignUp, ...]:
        """Every request of one phone, the newest first."""
        return self._named(table.sign_ups_of_phone(self._database.read(), e164))

    def of_messages(self, received_ids: Iterable[int]) -> dict[int, SignUp]:
        """The requests that these received messages are, by the message's id; other messages are missing."""
        found = table.sign_ups_of_messages(self._database.read(), received_ids)
        return {each.received_id: each for each in found}

    def get(self, sign_up_id: int) -> SignUp:
        """One request; InputError when there is none."""
        found = table.sign_up(self._database.read(), sign_up_id)
        if found is None:
            raise InputError(say("There is no such request. Look it up in the list of sign-ups."))
        return self._named([found])[0]

    def apply(self, sign_up_id: int) -> SignUp:
        """Do what a message asks and tell the phone. InputError when it does not wait any more."""
        with self._database.write() as connection:
            asked = self._still_waiting(sign_up_id)
            arrived = unhandled.arrived(connection, asked.received_id)
            new = self._as_new(connection, asked)
            holders = table.holders_of(connection, asked.e164)
            whom = holders[:1] if asked.joins else self._members(connection, new, holders)
            moved = self._move(connection, arrived, new, whom, self._person)
            table.decide(connection, sign_up_id, SignUpState.APPLIED, moved, self._person, self._clock())
            text = JOINED_TEXT if asked.joins else LEFT_TEXT
            changes = self._answer(connection, arrived, new.group_id, new.keyword_id, text)
        log.info("sign-up %s applied by a person", sign_up_id)
        self._tell((*_MOVED, *changes))
        return self.get(sign_up_id)

    def _members(self, connection: Connection, new: table.NewSignUp, holders: Sequence[int]) -> list[int]:
        both = [*holders, *self._pupils_of(connection, holders)]
        return table.members_among(connection, new.group_id, both)

    def dismiss(self, sign_up_id: int) -> SignUp:
        """Let a request rest. InputError when it does not wait any more."""
        with self._database.write() as connection:
            self._still_waiting(sign_up_id)
            table.decide(connection, sign_up_id, SignUpState.DISMISSED, (), self._person, self._clock())
        self._tell(())
        return self.get(sign_up_id)

    def undo(self, sign_up_id: int) -> SignUp:
        """Take back what a request brought: out of the list again, or in. InputError when it did nothing."""
        with self._database.write() as connection:
            asked = self.get(sign_up_id)
            if asked.state is not SignUpState.APPLIED or not asked.contact_ids:
                raise InputError(say("Nothing of this request stands: there is nothing to take back."))
            new = self._as_new(connection, asked)
            title = say("{phone}: what was asked by SMS is taken back", phone=asked.e164)
            with recording(connection, title, made_by=self._person, now=stamp(self._clock())):
                self._put_back(connection, new, asked.contact_ids)
            table.decide(
                connection, sign_up_id, SignUpState.UNDONE, asked.contact_ids, self._person, self._clock()
            )
        log.info("sign-up %s taken back by a person", sign_up_id)
        self._tell(_MOVED)
        return self.get(sign_up_id)

    @staticmethod
    def _put_back(connection: Connection, new: table.NewSignUp, contact_ids: Sequence[int]) -> None:
        if new.joins:
            groups.remove_members(connection, new.group_id, contact_ids)
            return
        there = [each.id for each in people.load_contacts(connection, contact_ids)]
        groups.add_members(connection, [(new.group_id, contact_id) for contact_id in there])

    def _still_waiting(self, sign_up_id: int) -> SignUp:
        asked = self.get(sign_up_id)
        if asked.state is not SignUpState.PROPOSED:
            raise InputError(say("This request was decided already. Take that back first."))
        return asked

    def _as_new(self, connection: Connection, asked: SignUp) -> table.NewSignUp:
        """The request as it came; InputError when its list cannot be joined any more."""
        if asked.group_id is None or table.open_group(connection, asked.group_id) is None:
            raise InputError(say("The list of this request is no longer there."))
        return table.NewSignUp(
            asked.received_id, asked.e164, asked.keyword_id, asked.group_id, asked.joins, asked.state, (),
            asked.received_at,
        )  # fmt: skip

    def _named(self, found: Sequence[SignUp]) -> tuple[SignUp, ...]:
        names = names_of_phones(self._database.read(), list({each.e164 for each in found}))
        return tuple(replace(each, names=names.get(each.e164, ())) for each in found)

    def _tell(self, changes: Sequence[Changed]) -> None:
        self._wake()
        self._events.publish(*dict.fromkeys((Changed(Topic.INBOX), *changes)))
