"""The log sheet of a crisis, read from what was sent, kept for an exercise, and written as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from smsdesk.domain.crisis import Crisis, Step, step_title
from smsdesk.domain.crisis_log import Entry, LogRow, LogSheet, Unreachable, Whom, read_log
from smsdesk.domain.own_cells import phone_text
from smsdesk.domain.own_columns import FRENCH
from smsdesk.domain.people import Contact
from smsdesk.domain.state_words import STATE_WORDS
from smsdesk.domain.views import MessageView
from smsdesk.services.long_work import LongWork
from smsdesk.services.notify import INSTITUTION_NAME, UNNAMED_INSTITUTION
from smsdesk.spreadsheets.writing import Table, TableCell, TableColumn, write_table
from smsdesk.storage import broadcasts as sent
from smsdesk.storage import crisis as table
from smsdesk.storage import exercise_records, people, settings
from smsdesk.storage.database import Connection

_NO_SMS = ("sans SMS", "no SMS")
_EXERCISE = ("EXERCICE", "EXERCISE")
_COLUMNS = (
    (("Étape", "Step"), 32),
    (("Texte", "Text"), 60),
    (("Personnes", "People"), 32),
    (("Téléphone", "Phone"), 16),
    (("État", "State"), 16),
    (("Mis en file", "Queued"), 20),
    (("Accepté par le réseau", "Taken by the network"), 20),
    (("Remis", "Delivered"), 20),
    (("À appeler", "To be called"), 12),
    (("Autres numéros", "Other numbers"), 28),
)
_YES = ("oui", "yes")


def build_log(connection: Connection, crisis: Crisis, now: datetime) -> LogSheet:
    """The sheet as it stands now."""
    rows: dict[str, _Row] = {}
    ids = [step.broadcast_id for step in crisis.steps]
    for place, broadcast_id in enumerate(ids):
        if broadcast_id is not None:
            _add_step(connection, rows, place, len(ids), broadcast_id)
    last = next((each for each in reversed(ids) if each is not None), None)
    left_out = sent.left_out(connection, last) if last is not None else ()
    made = [row.made() for row in rows.values()]
    wanted = {
        number
        for row, log_row in zip(rows.values(), made, strict=True)
        if log_row.missed
        for number in row.ids
    }
    wanted |= {person.contact_id for person in left_out if person.contact_id is not None}
    numbers = _other_numbers(connection, wanted)
    return LogSheet(
        crisis,
        settings.get(connection, INSTITUTION_NAME) or UNNAMED_INSTITUTION,
        now,
        tuple(
            _with_numbers(log_row, row.ids, numbers) if log_row.missed else log_row
            for row, log_row in zip(rows.values(), made, strict=True)
        ),
        tuple(
            Unreachable(
                person.name, person.reason, numbers.get(person.contact_id or 0, ()), person.contact_id
            )
            for person in left_out
        ),
    )


class _Row:
    """A phone while its steps are gathered."""

    def __init__(self, e164: str, steps: int) -> None:
        self.e164 = e164
        self.people: dict[str, None] = {}
        self.ids: dict[int, None] = {}
        self.entries: list[Entry | None] = [None] * steps

    def made(self) -> LogRow:
        return LogRow(self.e164, tuple(self.people), tuple(self.entries), ids=tuple(self.ids))


def _add_step(
    connection: Connection, rows: dict[str, _Row], place: int, steps: int, broadcast_id: int
) -> None:
    queued = table.queued_at(connection, broadcast_id)
    ids = table.people_of(connection, broadcast_id)
    for message in reversed(sent.messages(connection, broadcast_id, None, None)):
        row = rows.setdefault(message.e164, _Row(message.e164, steps))
        row.people |= dict.fromkeys(message.people)
        row.ids |= dict.fromkeys(ids.get(message.id, ()))
        if queued is not None:
            row.entries[place] = _entry(message, queued)


def _entry(message: MessageView, queued: datetime) -> Entry:
    accepted = [part.accepted_at for part in message.parts]
    delivered = [part.delivered_at for part in message.parts]
    return Entry(message.state, message.text, queued, _last(accepted), _last(delivered), message.error)


def _last(moments: Sequence[datetime | None]) -> datetime | None:
    """The moment of a whole message: when its last part had it; None while one has not."""
    known = [moment for moment in moments if moment is not None]
    return max(known) if known and len(known) == len(moments) else None


def _other_numbers(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Where else people can be called, guardians too: landlines first."""
    return {
        person.id: tuple(dict.fromkeys(_numbers(person)))
        for person in people.load_contacts(connection, sorted(ids))
    }


def _numbers(person: Contact) -> Iterator[str]:
    every = [*person.phones, *(phone for guardian in person.guardians for phone in guardian.phones)]
    yield from (phone.e164 for phone in every if not phone.mobile)
    yield from (phone.e164 for phone in every if phone.mobile)


def _with_numbers(row: LogRow, ids: Iterable[int], numbers: Mapping[int, Sequence[str]]) -> LogRow:
    found = dict.fromkeys(number for contact_id in ids for number in numbers.get(contact_id, ()))
    others = tuple(number for number in found if number != row.e164)
    return replace(row, landlines=others)


def recorded_log(connection: Connection, crisis: Crisis) -> LogSheet | None:
    """The sheet that was kept of an exercise, None without one."""
    text = table.log_of(connection, crisis.id)
    return read_log(text, crisis, _known_now(connection, crisis.id)) if text is not None else None


def _known_now(connection: Connection, crisis_id: int) -> dict[int, Whom]:
    """For whom the lines of a record are, by place, with the names and numbers that these people have now."""
    lines = exercise_records.load(connection, crisis_id)
    wanted = sorted({number for line in lines.values() for number in line.ids})
    known = {person.id: person for person in people.load_contacts(connection, wanted)}
    return {place: _named(line, [known[number] for number in line.ids]) for place, line in lines.items()}


def _named(line: Whom, known: Sequence[Contact]) -> Whom:
    numbers = dict.fromkeys(number for person in known for number in _numbers(person))
    return replace(
        line,
        people=tuple(person.name for person in known),
        landlines=tuple(number for number in numbers if number != line.e164),
    )


def write_log(path: Path, sheet: LogSheet, language: str = FRENCH, work: LongWork | None = None) -> int:
    """Write it as xlsx or CSV, a line for each phone and step; gives the number of lines.

    InputError when the file cannot be written, and for another ending.
    """
    english = int(language != FRENCH)
    columns = [TableColumn(words[english], width) for words, width in _COLUMNS]
    title = ("Fiche de suivi", "Log sheet")[english]
    return write_table(path, Table(title, columns, _lines(sheet, english, work or LongWork()), language))


def _lines(sheet: LogSheet, english: int, work: LongWork) -> Iterator[Sequence[TableCell]]:
    crisis = sheet.crisis
    mark = f"{_EXERCISE[english]} · " if crisis.exercise else ""
    for place, step in enumerate(crisis.steps):
        title = mark + step_title(crisis.scenario, step.step, step.number)
        for row in work.told(sheet.rows, (place + 1) / len(crisis.steps)):
            entry = row.entries[place]
            if entry is not None:
                yield _line(title, row, entry, english)
    for person in sheet.unreachable:
        others = ", ".join(map(phone_text, person.landlines))
        alert = mark + step_title(crisis.scenario, Step.ALERT, 0)
        yield [alert, "", person.name, "", _NO_SMS[english], "", "", "", _YES[english], others]


def _line(title: str, row: LogRow, entry: Entry, english: int) -> Sequence[TableCell]:
    moments = (entry.queued_at, entry.accepted_at, entry.delivered_at)
    return [
        title,
        entry.text,
        ", ".join(row.people),
        phone_text(row.e164) if row.e164 else "",
        STATE_WORDS[entry.state][english],
        *(moment.astimezone().strftime("%Y-%m-%d %H:%M:%S") if moment else "" for moment in moments),
        _YES[english] if row.missed else "",
        ", ".join(map(phone_text, row.landlines)),
    ]
