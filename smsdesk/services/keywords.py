"""Keywords of a profile: their table, and the messages that are one."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from smsdesk.domain.auto_replies import KeywordSettings, ReplyKind
from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.keywords import (
    Asked,
    Command,
    Conflict,
    Keyword,
    KeywordAction,
    confused,
    find_command,
    refusal,
)
from smsdesk.domain.loop_guard import Withheld, answerable_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sign_ups import HELP_TEXT
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.joining_polls import ask_question, closed_poll
from smsdesk.services.sign_ups import SignUps, list_values
from smsdesk.storage import broadcasts, inbox_marks, replies
from smsdesk.storage import keywords as table
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)


class Keywords:
    """Reads and keeps the keywords of one profile, and does what messages ask by them."""

    def __init__(
        self, database: Database, events: Events, clock: Clock, sending: AutoSending, sign_ups: SignUps
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._sending = sending
        self._sign_ups = sign_ups

    def handle(self, connection: Connection, arrived: Arrived) -> Sequence[Changed]:
        """Look whether a message is a keyword, and do what it asks; nothing for any other."""
        command = find_command(arrived.text, table.load(connection))
        if command is None or isinstance(answerable_phone(arrived), Withheld):
            return ()
        if command.asked is Asked.ABOUT and replies.answers_a_question(connection, arrived.id):
            return ()  # "Samedi" chooses a day of a poll before it is a keyword
        log.info("received message %s is keyword %s (%s)", arrived.id, command.keyword.id, command.asked)
        if command.keyword.action is KeywordAction.LIST and command.asked is not Asked.ABOUT:
            return self._move(connection, arrived, command)
        changes = self._answer(connection, arrived, command.keyword)
        if changes:
            inbox_marks.settled(connection, arrived.id)
        return changes

    def _answer(self, connection: Connection, arrived: Arrived, keyword: Keyword) -> Sequence[Changed]:
        """What the word alone gets."""
        if keyword.action is KeywordAction.POLL:
            return ask_question(connection, arrived, keyword, self._sending, self._clock())
        if keyword.action is KeywordAction.ANSWER:
            return self._sending.answer(connection, arrived, ReplyKind.KEYWORD, keyword.answer)
        group = self._open_group(connection, keyword)
        if group is None:
            return ()
        text, values = keyword.answer.strip() or HELP_TEXT, list_values(group, keyword.word)
        return self._sending.answer(connection, arrived, ReplyKind.KEYWORD, text, values)

    def _move(self, connection: Connection, arrived: Arrived, command: Command) -> Sequence[Changed]:
        if self._open_group(connection, command.keyword) is None:
            return ()
        joins = command.asked is Asked.JOIN
        return self._sign_ups.take(connection, arrived, command.keyword, joins=joins)

    @staticmethod
    def _open_group(connection: Connection, keyword: Keyword) -> str | None:
        group = table.open_group(connection, keyword.group_id)
        if group is None:
            log.warning("keyword %s has no list that can be joined", keyword.id)
        return group

    def list(self) -> tuple[Keyword, ...]:
        """Every keyword, by its word."""
        return table.load(self._database.read())

    def save(self, keyword: Keyword) -> Keyword:
        """Keep a new keyword or a changed one.

        InputError, and nothing is changed: a word that is taken or means something else (STOP, OUI), no text
        to answer, a list that cannot be joined, a broadcast that is not there.
        """
        tidy = replace(keyword, word=" ".join(keyword.word.split()), answer=keyword.answer.strip())
        with self._database.write() as connection:
            problem = refusal(tidy, table.load(connection)) or self._aimless(connection, tidy)
            if problem is not None:
                raise InputError(problem)
            saved = replace(tidy, id=table.save(connection, tidy))
        self._events.publish(Changed(Topic.SETTINGS))
        return saved

    def delete(self, keyword_id: int) -> None:
        """Take a keyword away; InputError when it is gone already."""
        with self._database.write() as connection:
            if not table.delete(connection, keyword_id):
                raise InputError(say("This keyword is no longer there."))
        self._events.publish(Changed(Topic.SETTINGS))

    def problem(self, keyword: Keyword) -> Sentence | None:
        """Why `save` would refuse this keyword; None when it would not."""
        connection = self._database.read()
        return refusal(keyword, table.load(connection)) or self._aimless(connection, keyword)

    def conflicts(self) -> tuple[Conflict, ...]:
        """What is wrong with keywords as things stand now: a list that is gone, words easily confused."""
        connection = self._database.read()
        known = table.load(connection)
        found = []
        for keyword in known:
            reason = (
                refusal(keyword, known)
                or self._aimless(connection, keyword)
                or closed_poll(connection, keyword, self._clock())
            )
            twin = confused(keyword, known)
            if reason is None and twin is not None:
                reason = say(
                    "{word} and {other} are easily confused: one letter tells them apart.",
                    word=keyword.word,
                    other=twin.word,
                )
            if reason is not None:
                found.append(Conflict(keyword, reason))
        return tuple(found)

    def settings(self) -> KeywordSettings:
        """What is done with unknown phones that sign up."""
        return replies.load_keyword_settings(self._database.read())

    def save_settings(self, chosen: KeywordSettings) -> None:
        """Keep it."""
        with self._database.write() as connection:
            replies.save_keyword_settings(connection, chosen)
        self._events.publish(Changed(Topic.SETTINGS))

    @staticmethod
    def _aimless(connection: Connection, keyword: Keyword) -> Sentence | None:
        """Why a keyword could not do anything: what it is about is not there."""
        if keyword.action is KeywordAction.LIST and table.open_group(connection, keyword.group_id) is None:
            return say(
                "{word} needs a group that people can be put into: one that is there and has no conditions.",
                word=keyword.word,
            )
        if keyword.action is KeywordAction.POLL and not (
            keyword.broadcast_id and broadcasts.exists(connection, keyword.broadcast_id)
        ):
            return say("{word} needs a broadcast whose question it asks.", word=keyword.word)
        return None
