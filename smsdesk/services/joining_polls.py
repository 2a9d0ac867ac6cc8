"""A poll opened by a keyword: whoever sends the word is asked the question, and counts among those asked."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from smsdesk.domain.auto_replies import ReplyKind
from smsdesk.domain.incoming import Arrived
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.loop_guard import Withheld, answerable_phone
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.auto_sending import AutoSending
from smsdesk.services.events import Changed
from smsdesk.storage import broadcasts, questions, replies
from smsdesk.storage.database import Connection

log = logging.getLogger(__name__)

CLOSED_TEXT = "{institution} : les réponses à cette question sont closes. Merci."
"""What is written back when it is too late: French, as the families are."""


def ask_question(
    connection: Connection, arrived: Arrived, keyword: Keyword, sending: AutoSending, now: datetime
) -> Sequence[Changed]:
    """Ask the question of a poll to the phone that sent its keyword; tells what changed.

    A phone that is not among the broadcast's recipients becomes one, so that its answer counts there.
    """
    e164 = answerable_phone(arrived)
    if isinstance(e164, Withheld):
        return ()
    if closed_poll(connection, keyword, now) is not None:
        log.info("received message %s: the poll of keyword %s is closed", arrived.id, keyword.id)
        return sending.answer(connection, arrived, ReplyKind.KEYWORD, CLOSED_TEXT)
    asked = replies.was_written_to(connection, e164, keyword.broadcast_id)
    into = None if asked else keyword.broadcast_id
    return sending.answer(connection, arrived, ReplyKind.KEYWORD, keyword.answer, into=into)


def closed_poll(connection: Connection, keyword: Keyword, now: datetime) -> Sentence | None:
    """Why the poll of a keyword takes no answers now; None when it does, and for other keywords."""
    if keyword.action is not KeywordAction.POLL:
        return None
    number = keyword.broadcast_id
    summary = broadcasts.summary(connection, number) if number is not None else None
    question = questions.of(connection, [number]).get(number) if number is not None else None
    if summary is None or question is None:
        return say("{word} needs a broadcast whose question it asks.", word=keyword.word)
    late = summary.expires_at is not None and summary.expires_at <= now
    if summary.cancelled or late or not question.open_at(now):
        return say("The poll of {word} is closed. Take the keyword away, or extend it.", word=keyword.word)
    return None
