"""Lists of people, the register of consent and class sheets, taken out of the program."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from smsdesk.domain.class_sheet import ClassSheet, class_sheet
from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.consents import ConsentRow
from smsdesk.domain.errors import InputError
from smsdesk.domain.exports import LONGEST_TEXT, ExportFacts, ExportTable
from smsdesk.domain.filters import NO_FILTER, ConsentState, PeopleFilter
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.own_cells import phone_text
from smsdesk.domain.own_columns import EVERYBODY, FRENCH, TECHNICAL, Field
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.sentences import say
from smsdesk.domain.vcard_writing import person_card
from smsdesk.services.long_work import LongWork
from smsdesk.services.people import People
from smsdesk.services.preferences import Preferences
from smsdesk.spreadsheets.vcard_files import write_cards
from smsdesk.spreadsheets.writing import Table, TableCell, TableColumn, replacing, write_table
from smsdesk.storage import consents, exports, lesson_hours
from smsdesk.storage import people as contacts
from smsdesk.storage.database import Database

log = logging.getLogger(__name__)

PAGE = 1_000
"""People that are in memory at a time."""
SUFFIXES = (".xlsx", ".csv", ".vcf")
"""The forms of a list, by the ending of the file's name."""
_EVERYBODY_TITLES = ("Personnes", "People")
_WIDTHS = {
    Field.KIND: 12, Field.BIRTH_DATE: 12, Field.POSTCODE: 10, Field.GROUPS: 28, Field.ADDRESS: 32,
    Field.EMAIL: 28, Field.GUARDIAN_EMAIL: 28, Field.NOTES: 40, Field.SLOTS: 36, Field.TEACHERS: 28,
    Field.OTHER_PHONES: 26, Field.GUARDIAN_OTHERS: 26,
}  # fmt: skip
_USUAL_WIDTH = 18
_REGISTER = (
    (("Téléphone", "Phone"), 18),
    (("Personnes", "People"), 36),
    (("Finalité", "Purpose"), 16),
    (("Choix", "Choice"), 12),
    (("Depuis", "Since"), 12),
    (("Origine", "Source"), 24),
    (("Preuve", "Evidence"), 40),
    (("Alertes envoyées malgré le refus", "Alerts sent over the refusal"), 18),
)
_PURPOSES = {
    Purpose.INFORMATION: ("information", "information"),
    Purpose.ALERT: ("alerte", "alert"),
    Purpose.PROMOTION: ("promotion", "promotion"),
}
_STATES = {
    ConsentState.GRANTED: ("accord", "agreed"),
    ConsentState.REFUSED: ("refus", "refused"),
    ConsentState.UNKNOWN: ("inconnu", "unknown"),
}


@dataclass(frozen=True)
class ExportWhat:
    """Which people: chosen ones, or those of a group, a search and filters; with nothing said, everybody."""

    group_id: int | None = None
    search: str = ""
    filters: PeopleFilter = NO_FILTER
    contact_ids: tuple[int, ...] | None = None

    @property
    def everybody(self) -> bool:
        """Whether nobody is left out who is there."""
        return self == ExportWhat()


class Exporting:
    """Writes lists of the people of one profile."""

    def __init__(
        self, database: Database, people: People, preferences: Preferences, clock: Clock = system_clock
    ) -> None:
        self._database = database
        self._people = people
        self._preferences = preferences
        self._clock = clock

    def write(self, path: Path, what: ExportWhat, progress: Callable[[int], None] | None = None) -> int:
        """Write a list as the ending of `path` says and give the number of people; `progress` hears it too.

        What `progress` raises ends it, with what stood there unchanged.

        The import of the same list changes nothing here, and makes the same people in an empty profile.
        Raises InputError when the file cannot be written; what stood there is then unchanged.
        """
        if path.suffix.lower() not in SUFFIXES:
            raise InputError(
                say("{file} has no known ending; choose a name with .xlsx, .csv or .vcf.", file=path.name)
            )
        group = self._people.group(what.group_id) if what.group_id is not None else None
        pages = self._told(self._pages(what), progress)
        first = next(pages, ())
        second = next(pages, ())
        facts = self._facts(what, group, first, whole=not second)
        table = ExportTable(facts)
        people = self._with_guardians(table, chain((first, second), pages))
        title = group.name if group else _EVERYBODY_TITLES[facts.english]
        count = self._write(path, table, people, title)
        log.info("export: %d people as %s", count, path.suffix.lower())
        return count

    def write_register(self, path: Path, rows: Sequence[ConsentRow], work: LongWork | None = None) -> int:
        """Write the register of consent as xlsx or CSV; gives the number of lines."""
        told = (work or LongWork()).told(rows, 1.0)
        english = self._language() != FRENCH
        columns = [TableColumn(words[english], width) for words, width in _REGISTER]
        title = ("Consentements", "Consent")[english]
        table = Table(title, columns, (_register_row(row, english) for row in told), self._language())
        return write_table(path, table)

    def class_sheet(self, group_id: int) -> ClassSheet:
        """What stands on the printed sheet of a group: its people with their families."""
        group = self._people.group(group_id)
        members = [member for page in self._pages(ExportWhat(group_id)) for member in page]
        return class_sheet(
            group, members, self._today(), self._preferences.read().institution, self._language()
        )

    def write_sheet(self, path: Path, pdf: bytes) -> None:
        """Keep a class sheet that was drawn as PDF; InputError when the file cannot be written."""
        with replacing(path) as fresh:
            fresh.write_bytes(pdf)

    def suggested_name(self, what: ExportWhat) -> str:
        """A name for the file, without an ending: the group's, or what the list is, with the day."""
        title = _EVERYBODY_TITLES[self._language() != FRENCH]
        if what.group_id is not None:
            title = self._people.group(what.group_id).name
        kept = "".join(c if c.isalnum() or c in " -_'" else " " for c in title)
        return f"{' '.join(kept.split())} {self._today():%Y-%m-%d}".strip()

    def _language(self) -> str:
        return self._preferences.read().language

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _pages(self, what: ExportWhat) -> Iterator[Sequence[Contact]]:
        if what.contact_ids is not None:
            ids = list(dict.fromkeys(what.contact_ids))
            for start in range(0, len(ids), PAGE):
                yield contacts.load_contacts(self._database.read(), ids[start : start + PAGE])
            return
        after: int | None = None
        while page := self._people.contacts(what.group_id, what.search, PAGE, after, what.filters):
            yield page
            after = page[-1].id

    @staticmethod
    def _told(
        pages: Iterator[Sequence[Contact]], progress: Callable[[int], None] | None
    ) -> Iterator[Sequence[Contact]]:
        count = 0
        for page in pages:
            yield page
            count += len(page)
            if progress:
                progress(count)

    def _facts(
        self, what: ExportWhat, group: Group | None, first: Sequence[Contact], *, whole: bool
    ) -> ExportFacts:
        """What the header needs; how many guardians and how long notes, exactly where all fit in a page."""
        connection = self._database.read()
        guardians = max((len(contact.guardians) for contact in first), default=0)
        notes = max((len(contact.notes) for contact in first), default=0)
        if not whole:
            guardians, notes = exports.most_guardians(connection), exports.longest_notes(connection)
        groups = {other.name: other for other in self._people.groups()}
        teachers = {other.teacher_id for other in groups.values()}
        return ExportFacts(
            mark=exports.profile_mark(connection),
            language=self._language(),
            scope=_scope(what, group),
            guardians=guardians,
            notes=max(1, -(-notes // LONGEST_TEXT)),
            archived=what.filters.archived or any(contact.archived for contact in first),
            groups=groups,
            teachers=exports.named_people(connection, filter(None, teachers)),
            hours=lesson_hours.load_hours(connection, [other.id for other in groups.values() if other.slots]),
            refused={purpose: consents.refused_phones(connection, purpose) for purpose in Purpose},
        )

    def _write(self, path: Path, table: ExportTable, people: Iterator[Contact], title: str) -> int:
        if path.suffix.lower() == ".vcf":
            return write_cards(path, (person_card(table, contact) for contact in people))
        columns = [
            TableColumn(header, _WIDTHS.get(column.field, _USUAL_WIDTH), column.field in TECHNICAL)
            for header, column in zip(table.header, table.columns, strict=True)
        ]
        rows = (table.row(contact) for contact in people)
        return write_table(path, Table(title, columns, rows, self._language()))

    def _with_guardians(self, table: ExportTable, pages: Iterable[Sequence[Contact]]) -> Iterator[Contact]:
        """Each person, while the table knows the names of his guardians."""
        connection = self._database.read()
        for page in pages:
            ids = {guardian.contact_id for contact in page for guardian in contact.guardians}
            table.guardians = exports.named_people(connection, ids) if ids else {}
            yield from page


def _scope(what: ExportWhat, group: Group | None) -> str:
    """Whom the list has all of; see ExportFacts."""
    if what.everybody:
        return EVERYBODY
    whole = what == ExportWhat(what.group_id)
    return group.name if group and whole and not group.smart else ""


def _register_row(row: ConsentRow, english: bool) -> list[TableCell]:
    return [
        phone_text(row.e164),
        ", ".join(row.names),
        _PURPOSES[row.purpose][english],
        _STATES[row.state][english],
        row.recorded_at.astimezone().date(),
        row.source,
        row.evidence,
        row.overrides or None,
    ]
