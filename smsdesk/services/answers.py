"""Answers to broadcasts: which one a message is about, how it is read, the tally, and who is silent."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from smsdesk.domain.answer_matching import leaves_nothing_to_do, match_answer, read_for
from smsdesk.domain.answer_reading import NOTHING, AnswerKind, Reading
from smsdesk.domain.answer_views import About, AnswerRow, Candidate, Silent, Tally
from smsdesk.domain.errors import InputError
from smsdesk.domain.incoming import Arrived, SenderKind
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.answers_paper import write_answers
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.long_work import LongWork
from smsdesk.services.preferences import Preferences
from smsdesk.storage import answer_counts, broadcasts, inbox_marks, questions
from smsdesk.storage import answers as kept
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)

MOST_PEOPLE = 9999
"""A number that a person enters for an answer; whole towns do not come with one SMS."""


class Answers:
    """The answers of one profile; those to a follow-up that asks nothing itself are its first broadcast's."""

    def __init__(self, database: Database, preferences: Preferences, events: Events) -> None:
        self._database = database
        self._preferences = preferences
        self._events = events

    def handle(self, connection: Connection, arrived: Arrived) -> Sequence[Changed]:
        """The rule of incoming messages: keep what a message answers, in the transaction it is given.

        Nobody has to do anything about what is counted without doubt, or only thanks.
        """
        if arrived.sender_kind is not SenderKind.PHONE:
            return ()
        sent = kept.sent_to(connection, arrived.sender, arrived.received_at)
        match = match_answer(sent, arrived.text, arrived.received_at)
        settled = leaves_nothing_to_do(match, arrived.text) and inbox_marks.settled(connection, arrived.id)
        if match is None:
            return (Changed(Topic.INBOX),) if settled else ()
        kept.keep(connection, arrived.id, arrived.sender, match)
        log.info("received message %s answers broadcast %s", arrived.id, match.broadcast_id)
        return (Changed(Topic.BROADCASTS, match.broadcast_id),)

    def tally(self, broadcast_id: int) -> Tally:
        """How its notice was answered, by phone."""
        connection = self._known(broadcast_id)
        return answer_counts.tally(connection, kept.root_of(connection, broadcast_id))

    def rows(self, broadcast_id: int, limit: int | None = None) -> tuple[AnswerRow, ...]:
        """Each SMS that answers its notice, the last one first; also those that do not count any more.

        `limit` leaves out earlier ones; `count` tells how many there are.
        """
        connection = self._known(broadcast_id)
        return answer_counts.rows(connection, kept.root_of(connection, broadcast_id), limit)

    def count(self, broadcast_id: int) -> int:
        """How many SMS answer its notice."""
        connection = self._known(broadcast_id)
        return answer_counts.count(connection, kept.root_of(connection, broadcast_id))

    def not_answered(self, broadcast_id: int) -> tuple[Silent, ...]:
        """The phones that have the notice and did not answer it in time."""
        connection = self._known(broadcast_id)
        return answer_counts.silent(connection, kept.root_of(connection, broadcast_id))

    def about_many(self, received_ids: Iterable[int]) -> Mapping[int, About]:
        """What those of these received messages are about that answer a broadcast."""
        return kept.about(self._database.read(), received_ids)

    def about_phones(self, phones: Sequence[str]) -> Mapping[str, About]:
        """What the last message that came from each of these phones is about, where that is known."""
        return kept.about_last(self._database.read(), phones)

    def candidates(self, phone: str) -> tuple[Candidate, ...]:
        """What was sent to a phone lately, the last one first: what its messages may be about."""
        return tuple(
            Candidate(sent.broadcast_id, sent.title, sent.at, sent.question is not None)
            for sent in kept.sent_to(self._database.read(), phone)
        )

    def set_reading(self, received_id: int, reading: Reading) -> None:
        """Say how a message is to be read; it counts then, however late it came.

        InputError: it answers no broadcast, or what its question asks has no such answer.
        """
        self.correct((), ((received_id, reading),))

    def set_about(self, received_id: int, broadcast_id: int | None) -> None:
        """Say which broadcast a message answers, None for none; it is read for that one, and counts there."""
        self.correct(((received_id, broadcast_id),), ())

    def correct(
        self, abouts: Sequence[tuple[int, int | None]], readings: Sequence[tuple[int, Reading]]
    ) -> None:
        """Say what messages answer, then how some are to be read: all of it, or with InputError nothing."""
        with self._database.write() as connection:
            touched = [
                each
                for received_id, broadcast_id in abouts
                for each in self._put_about(connection, received_id, broadcast_id)
            ]
            touched += [self._put_reading(connection, *each) for each in readings]
        self._tell(*touched)

    def _put_reading(self, connection: Connection, received_id: int, reading: Reading) -> int:
        came = self._came(connection, received_id)
        if came.broadcast_id is None:
            raise InputError(say("This message answers no broadcast. Say first which one it answers."))
        problem = _wrong(reading, _choices(connection, came.broadcast_id))
        if problem is not None:
            raise InputError(problem)
        kept.correct_reading(connection, received_id, reading, self._preferences.person)
        log.info("the reading of received message %s was corrected", received_id)
        return came.broadcast_id

    def _put_about(
        self, connection: Connection, received_id: int, broadcast_id: int | None
    ) -> tuple[int | None, int | None]:
        """What the message answered before, and what it answers now."""
        came = self._came(connection, received_id)
        root, reading = None, NOTHING
        if broadcast_id is not None:
            self._known(broadcast_id)
            root = kept.root_of(connection, broadcast_id)
            reading = read_for(questions.of(connection, [root]).get(root), came.text or "")
        kept.correct_about(connection, received_id, came.sender, root, reading, self._preferences.person)
        log.info("received message %s was said to answer broadcast %s", received_id, root)
        return came.broadcast_id, root

    def write_answers(self, broadcast_id: int, path: Path, work: LongWork | None = None) -> int:
        """Write the answers and those who are silent as xlsx or CSV, as the ending says; gives the lines."""
        work, language = work or LongWork(), self._preferences.read().language
        with work.over(self._database.read()):
            question = self.tally(broadcast_id).question
            answers, silent = self.rows(broadcast_id), self.not_answered(broadcast_id)
        return write_answers(path, answers, silent, question, language, work)

    def _came(self, connection: Connection, received_id: int) -> kept.Came:
        came = kept.came(connection, received_id)
        if came is None:
            raise InputError(
                say("There is no received message {id}. Look it up in the inbox.", id=received_id)
            )
        return came

    def _tell(self, *broadcast_ids: int | None) -> None:
        changed = [Changed(Topic.BROADCASTS, number) for number in broadcast_ids if number is not None]
        self._events.publish(*dict.fromkeys((*changed, Changed(Topic.INBOX))))

    def _known(self, broadcast_id: int) -> Connection:
        connection = self._database.read()
        if not broadcasts.exists(connection, broadcast_id):
            raise InputError(
                say("There is no broadcast {id}. Look it up in the list of broadcasts.", id=broadcast_id)
            )
        return connection


def _choices(connection: Connection, broadcast_id: int) -> int:
    asked = questions.of(connection, [broadcast_id]).get(broadcast_id)
    return len(asked.choices) if asked is not None else 0


def _wrong(reading: Reading, choices: int) -> Sentence | None:
    """Why a person cannot have read that."""
    number = reading.kind is AnswerKind.NUMBER
    if (number and reading.value is None) or not 0 <= (reading.value or 0) <= MOST_PEOPLE:
        return say("Give a number from 0 to {most}.", most=MOST_PEOPLE)
    if reading.kind is AnswerKind.CHOICE and not 1 <= (reading.choice or 0) <= choices:
        return say("That choice is not one of the question's. Choose one of them.")
    return None
