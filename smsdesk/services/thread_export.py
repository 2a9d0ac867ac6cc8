"""A whole conversation on paper or in a file: plain text, nothing hidden, nothing that a sheet computes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from smsdesk.domain.answer_views import About
from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.own_cells import date_text, phone_text
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.phone_kinds import E164
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.state_words import STATE_WORDS
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.domain.views import Direction, ThreadItem
from smsdesk.services.long_work import LongWork
from smsdesk.services.people import People
from smsdesk.storage import answers
from smsdesk.storage.conversations import thread
from smsdesk.storage.database import Connection

PAGE = 500
"""Messages read at a time."""

_COLUMNS = (
    (("Quand", "When"), 18),
    (("Sens", "Direction"), 12),
    (("Message", "Message"), 80),
    (("État", "State"), 24),
    (("Envoi", "Broadcast"), 40),
)
_WAYS = {Direction.IN: ("reçu", "received"), Direction.OUT: ("envoyé", "sent")}
_INCOMPLETE = ("incomplet", "incomplete")
_NO_TEXT = ("sans texte : ", "not a text: ")
_TITLES = ("Conversation", "Conversation")


@dataclass(frozen=True)
class PaperLine:
    """One message as it is written: day and hour, "reçu" or "envoyé", its text, its state, its broadcast."""

    when: str
    way: str
    text: str
    state: str
    broadcast: str


@dataclass(frozen=True)
class ThreadPaper:
    """A conversation in the order in which it was said; `who` names the people behind the phone."""

    phone: str
    who: str
    lines: tuple[PaperLine, ...]
    language: str = FRENCH

    @property
    def title(self) -> str:
        """The phone as one reads it, and whose it is."""
        return f"{self.phone} · {self.who}" if self.who else self.phone

    @property
    def text(self) -> str:
        """Everything as plain text."""
        return "\n".join([self.title, "", *(line for each in self.lines for line in _plain(each))])


def _plain(line: PaperLine) -> Iterator[str]:
    notes = "".join(f" · {note}" for note in (line.state, line.broadcast) if note)
    yield f"{line.when} · {line.way}{notes}"
    yield from (f"    {piece}" for piece in line.text.split("\n"))
    yield ""


def thread_paper(
    connection: Connection, people: People, phone: str, clock: Clock, language: str = FRENCH
) -> ThreadPaper:
    """The whole conversation with a phone; InputError when nothing was said with it."""
    items = [item for page in _pages(connection, phone, clock()) for item in page][::-1]
    if not items:
        raise InputError(nothing_said(phone))
    about = answers.about(connection, [item.id for item in items if item.direction is Direction.IN])
    shown = phone_text(phone) if E164.fullmatch(phone) else visible_line(phone)
    who = visible_line(", ".join(people.names_for(phone)))
    lines = (_line(item, about.get(item.id), language) for item in items)
    return ThreadPaper(shown, who, tuple(lines), language)


def nothing_said(phone: str) -> Sentence:
    """Why there is no conversation."""
    return say("Nothing was said with {phone} yet. Check the number.", phone=visible_line(phone) or "?")


def _pages(connection: Connection, phone: str, now: datetime) -> Iterator[Sequence[ThreadItem]]:
    """The newest first."""
    before: ThreadItem | None = None
    while page := thread(connection, phone, now, PAGE, before):
        yield page
        before = page[-1]


def _line(item: ThreadItem, about: About | None, language: str) -> PaperLine:
    english = language != FRENCH
    at = item.at.astimezone()
    text = visible(item.text) if item.text is not None else f"{_NO_TEXT[english]}{visible(item.raw)}"
    return PaperLine(
        f"{date_text(at.date(), language)} {at:%H:%M}",
        _WAYS[item.direction][english],
        text,
        _state(item, english=english),
        visible_line(_broadcast(item, about)),
    )


def _broadcast(item: ThreadItem, about: About | None) -> str:
    """The broadcast that a message belongs to, or answers."""
    if item.direction is Direction.OUT:
        return item.broadcast or ""
    return about.title if about is not None else ""


def _state(item: ThreadItem, *, english: bool) -> str:
    if item.state is not None:
        return STATE_WORDS[item.state][english]
    return "" if item.complete else _INCOMPLETE[english]


def write_thread(paper: ThreadPaper, path: Path, work: LongWork) -> int:
    """Write it as .xlsx, .csv or .txt and give the number of messages; InputError when that fails."""
    # Spreadsheets take a while to load: nothing else waits for them.
    from smsdesk.spreadsheets.writing import Table, TableColumn, replacing, write_table  # noqa: PLC0415

    if path.suffix.lower() == ".txt":
        with replacing(path) as fresh:
            fresh.write_text(f"{paper.text}\n", encoding="utf-8-sig", errors="replace")
        return len(paper.lines)
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise InputError(
            say("{file} has no known ending; choose a name with .xlsx, .csv or .txt.", file=path.name)
        )
    english = paper.language != FRENCH
    columns = [TableColumn(words[english], width) for words, width in _COLUMNS]
    told = work.told(paper.lines, 1.0)
    rows = ((line.when, line.way, line.text, line.state, line.broadcast) for line in told)
    return write_table(path, Table(_TITLES[english], columns, rows, paper.language))
