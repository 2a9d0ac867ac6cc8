"""A list that this program exported, read back exactly, whatever a person did to it in a spreadsheet program.

Columns may have moved or gone, cells may have changed, rows may be new: those without a reference are read as
the rows of any list are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from smsdesk.domain.class_lists import GUARDIAN, PUPIL, Choice, Meaning, Rejected, SheetSummary, chosen
from smsdesk.domain.columns import Layout
from smsdesk.domain.exports import REFUSAL_FIELDS
from smsdesk.domain.families import Families, ToldGroup
from smsdesk.domain.folding import fold
from smsdesk.domain.own_cells import parted, read_day, read_person, read_slot, told_of
from smsdesk.domain.own_columns import (
    EVERYBODY,
    GROUP_KIND_WORDS,
    GUARDIAN_FIELDS,
    KIND_WORDS,
    Field,
    OwnColumn,
    OwnHeader,
    described,
    find_own_header,
)
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.phones import parse_phones
from smsdesk.domain.row_facts import RowFacts, RowPerson
from smsdesk.domain.row_guardians import guardians_of
from smsdesk.domain.sentences import Sentence, say
from smsdesk.domain.sheets import Cell, Row, Sheet, address, text_of
from smsdesk.domain.titles import Title

_F = Field
_LONGEST = 50_000
"""Characters of a cell; the longest text that is exported in one is shorter."""
_MOST_GROUPS = 300
"""Groups of one person; a cell with more was not written by a person, nor by us."""
_SHOWN = 60
_ROWS_SHOWN = 50
_NO = frozenset({"non", "no", "n", "0", "false", "faux"})
_YES = frozenset({"oui", "yes", "o", "y", "x", "1", "true", "vrai"})
_REF = re.compile(r"([0-9a-f]{8})-([1-9]\d{0,17})")
"""The mark of a profile, and the id of somebody there."""
_KINDS = {fold(word): kind for kind, words in KIND_WORDS.items() for word in words}
_GROUP_KINDS = {fold(word): kind for kind, words in GROUP_KIND_WORDS.items() for word in words}


class OwnListReader:
    """Reads one sheet with our header. `mark` is that of the profile that reads (see ExportFacts)."""

    is_list = True

    def __init__(
        self,
        sheet: Sheet,
        header: OwnHeader,
        choices: Mapping[tuple[str, int], Meaning | Choice | None] | None = None,
        mark: str = "",
    ) -> None:
        self.sheet = sheet
        self.rejected: list[Rejected] = []
        self._mark = mark
        choices = choices or {}
        columns = tuple(
            chosen(column, choices[sheet.name, column.index])
            if (sheet.name, column.index) in choices
            else column
            for column in described(header, sheet.rows[header.row])
        )
        self.layout = Layout(header.row, header.row + 1, columns)
        out = {index for (name, index), choice in choices.items() if name == sheet.name and _left_out(choice)}
        kept = {column: index for column, index in header.columns.items() if index not in out}
        self._header = OwnHeader(header.row, kept, header.scope)
        self._guardians = sorted({n for own in GUARDIAN_FIELDS for n in self._header.numbers(own)})
        self._rows_read = 0

    @classmethod
    def of(
        cls, sheet: Sheet, choices: Mapping[tuple[str, int], Meaning | Choice | None], mark: str = ""
    ) -> OwnListReader | None:
        """The reader of a sheet, None when it is no list of ours."""
        header = find_own_header(sheet.rows)
        return cls(sheet, header, choices, mark) if header else None

    @property
    def has_classes(self) -> bool:
        """Whether a column names classes."""
        return OwnColumn(_F.GROUPS) in self._header.columns

    def summary(self) -> SheetSummary:
        """What was understood of the sheet."""
        columns = self.layout.columns
        return SheetSummary(
            self.sheet.name,
            self._header.row + 1,
            columns,
            self._rows_read,
            rows=tuple(
                tuple(text_of(row[c.index]) if c.index < len(row) else "" for c in columns)
                for row in self.sheet.rows[self._header.row + 1 :][:_ROWS_SHOWN]
            ),
            shape=say("List exported by SMS desk"),
        )

    def read(self, families: Families, fallback: Title) -> None:
        """Give every row to the families; `fallback` is the class of strangers when no column names any."""
        lacking = bool(fallback.group) and not self.has_classes and not any(self._refs())
        groups = [(fallback.group, fallback.kind)] if fallback.group and lacking else []
        for index in range(self._header.row + 1, len(self.sheet.rows)):
            row = self.sheet.rows[index]
            facts = self._facts(index, row)
            if facts is None:
                continue
            self._rows_read += 1
            families.add(self.sheet.name, facts, self._kind(index, row), groups)
            self._tell_groups(families, index, row)
            self._tell_refusals(families, facts, index, row)

    def _refs(self) -> Iterator[bool]:
        rows = self.sheet.rows[self._header.row + 1 :]
        return (bool(_REF.fullmatch(self._text(row, _F.REF).strip().lower())) for row in rows)

    def _facts(self, index: int, row: Row) -> RowFacts | None:
        if not any(text_of(cell) for cell in row):
            return None
        if fold(self._text(row, _F.ARCHIVED)) in _YES:
            self._reject(index, _F.ARCHIVED, row, say("This person is archived and was left out."))
            return None
        person = self._person(index, row)
        if not person.named:
            first = next(number for number, cell in enumerate(row) if text_of(cell))
            self._reject_at(index, first, row[first], say("Nobody is named in this row, so it was left out."))
            return None
        found = [self._guardian(index, row, number) for number in self._guardians]
        known = [guardian for guardian in found if guardian.ref]
        typed = _typed_guardians([guardian for guardian in found if not guardian.ref], person)
        return RowFacts(self._row_number(index), [person], [*known, *typed])

    def _person(self, index: int, row: Row) -> RowPerson:
        person = self._named(row, PUPIL, (_F.LAST_NAME, _F.FIRST_NAME, _F.REF), 1)
        person.own_row = True
        person.classes = [(name, GroupKind.CLASS) for name in self._groups(row)]
        if not person.classes and self._text(row, _F.GROUPS).strip():
            self._reject(index, _F.GROUPS, row, say("This text is too long for a cell of a list."))
        person.birth_date = None
        day = self._header.cell(row, _F.BIRTH_DATE)
        if text_of(day):
            person.birth_date = read_day(day.strip() if isinstance(day, str) else text_of(day))
            if person.birth_date is None:
                self._reject(index, _F.BIRTH_DATE, row, say("This is not a date; write it like 31/12/2012."))
        person.email = self._text(row, _F.EMAIL).strip()
        person.external_id = self._text(row, _F.EXTERNAL_ID).strip()
        person.address = self._text(row, _F.ADDRESS)
        person.postcode = self._text(row, _F.POSTCODE).strip()
        person.city = self._text(row, _F.CITY).strip()
        person.notes = "".join(self._text(row, _F.NOTES, n) for n in self._header.numbers(_F.NOTES))
        for number in self._header.numbers(_F.PHONE):
            self._take_phones(person, index, row, number, (_F.PHONE, _F.LABEL, _F.OTHER_PHONES))
        return person

    def _guardian(self, index: int, row: Row, number: int) -> RowPerson:
        own = (_F.GUARDIAN_LAST, _F.GUARDIAN_FIRST, _F.GUARDIAN_REF)
        person = self._named(row, f"{GUARDIAN} {number}", own, number)
        person.relation = self._text(row, _F.GUARDIAN_RELATION, number).strip()
        person.email = self._text(row, _F.GUARDIAN_EMAIL, number).strip()
        person.receives = fold(self._text(row, _F.GUARDIAN_RECEIVES, number)) not in _NO
        self._take_phones(
            person, index, row, number, (_F.GUARDIAN_PHONE, _F.GUARDIAN_LABEL, _F.GUARDIAN_OTHERS)
        )
        return person

    def _named(self, row: Row, owner: str, own: tuple[Field, Field, Field], number: int) -> RowPerson:
        last, first, ref = (self._text(row, name, number) for name in own)
        person = RowPerson(owner, first=" ".join(first.split()), last=" ".join(last.split()))
        if person.named:
            self._refer(person, ref)
        return person

    def _refer(self, person: RowPerson, ref: str) -> None:
        match = _REF.fullmatch(ref.strip().lower())
        person.ref = match.group() if match else ""
        person.contact_id = int(match[2]) if match and match[1] == self._mark else None

    def _take_phones(
        self, person: RowPerson, index: int, row: Row, number: int, own: tuple[Field, Field, Field]
    ) -> None:
        phone, label, others = own
        cell = self._header.cell(row, phone, number)
        found = self._phones(index, phone, number, row, cell)
        if found:
            found[0] = Phone(found[0].e164, self._text(row, label, number) or found[0].label, found[0].mobile)
        for text in parted(self._text(row, others, number)):
            said, sign, value = text.rpartition(" : ")
            numbers = self._phones(index, others, number, row, value if sign else text)
            found += [Phone(p.e164, said or p.label, p.mobile) for p in numbers]
        known = {p.e164 for p in person.phones}
        person.phones += [p for p in {p.e164: p for p in reversed(found)}.values() if p.e164 not in known][
            ::-1
        ]

    def _phones(self, index: int, own: Field, number: int, row: Row, value: Cell) -> list[Phone]:
        read = parse_phones(value if isinstance(value, (str, int, float)) else text_of(value))
        for reject in read.rejects:
            self._reject(index, own, row, reject.reason, number, reject.text)
        return [Phone(phone.e164, phone.label, phone.mobile) for phone in read.phones]

    def _kind(self, index: int, row: Row) -> ContactKind:
        word = fold(self._text(row, _F.KIND))
        if word and word not in _KINDS:
            self._reject(
                index, _F.KIND, row, say("This is no kind of person; the row was read as that of a pupil.")
            )
        return _KINDS.get(word, ContactKind.PUPIL)

    def _tell_groups(self, families: Families, index: int, row: Row) -> None:
        """What the row says of its groups and of those they are nested in."""
        groups = self._groups(row)
        parents = self._parents(row, groups)
        names = list(dict.fromkeys([*parents.values(), *groups]))
        kinds = self._of_groups(row, _F.GROUP_KINDS, names)
        teachers = self._of_groups(row, _F.TEACHERS, names)
        refs = self._of_groups(row, _F.TEACHER_REFS, names)
        slots = self._slots(index, row, names)
        for name in names:
            told = ToldGroup(
                name,
                _GROUP_KINDS.get(fold(kinds.get(name, ""))),
                parents.get(name, ""),
                self._teacher(teachers.get(name, ""), refs.get(name, "")),
                tuple(slots.get(name, ())),
                partial=self._header.scope not in {EVERYBODY, name},
            )
            if not families.tell_group(self.sheet.name, self._row_number(index), told):
                self._reject(index, _F.PARENTS, row, say("A group cannot stand in itself."))
        families.tell_hours(self._own_hours(index, row, slots))

    def _groups(self, row: Row) -> list[str]:
        names = list(dict.fromkeys(parted(self._text(row, _F.GROUPS))))
        return names if len(names) <= _MOST_GROUPS else []

    def _parents(self, row: Row, groups: Sequence[str]) -> dict[str, str]:
        """The group that each group stands in, and the groups that these stand in."""
        found: dict[str, str] = {}
        known: list[str] = []
        names = list(groups)
        while len(known) < len(names):
            known = names
            told = self._of_groups(row, _F.PARENTS, known)
            found = {name: parent for name, parent in told.items() if name in known}
            names = list(dict.fromkeys([*groups, *found.values()]))
        return found

    def _of_groups(self, row: Row, own: Field, names: Sequence[str]) -> dict[str, str]:
        told = (told_of(text, names) for text in parted(self._text(row, own)))
        return {name: value for name, value in told if value}

    def _teacher(self, text: str, ref: str) -> RowPerson | None:
        if not text:
            return None
        first, last = read_person(text)
        person = RowPerson("", first=first, last=last)
        self._refer(person, ref)
        return person if person.named else None

    def _slots(self, index: int, row: Row, names: Sequence[str]) -> dict[str, list[WeeklySlot]]:
        found: dict[str, list[WeeklySlot]] = {}
        for text in parted(self._text(row, _F.SLOTS)):
            name, value = told_of(text, names)
            slot = read_slot(value)
            if slot is None or name not in names:
                self._reject(index, _F.SLOTS, row, say("This is no weekly hour of a group."), 1, text)
            else:
                found.setdefault(name, []).append(slot)
        return found

    def _own_hours(
        self, index: int, row: Row, slots: Mapping[str, Sequence[WeeklySlot]]
    ) -> dict[str, list[WeeklySlot]]:
        """Those of the weekly hours of groups at which the person of the row comes."""
        found: dict[str, list[WeeklySlot]] = {}
        for text in parted(self._text(row, _F.OWN_HOURS)):
            name, value = told_of(text, list(slots))
            hour = read_slot(value)
            held = [
                slot
                for slot in slots.get(name, ())
                if hour and (slot.weekday, slot.start) == (hour.weekday, hour.start)
            ]
            if not held:
                self._reject(index, _F.OWN_HOURS, row, say("This is no weekly hour of a group."), 1, text)
            found.setdefault(name, []).extend(held)
        return found

    def _tell_refusals(self, families: Families, facts: RowFacts, index: int, row: Row) -> None:
        """A phone that refuses; "oui" stands for all phones of the person himself."""
        for purpose, own in REFUSAL_FIELDS.items():
            for text in parted(self._text(row, own)):
                refused = facts.pupils[0].phones if fold(text) in _YES else []
                if not refused and fold(text) not in _NO:
                    refused = self._phones(index, own, 1, row, text)
                families.refuse((phone.e164, purpose) for phone in refused)

    def _text(self, row: Row, own: Field, number: int = 1) -> str:
        cell = self._header.cell(row, own, number)
        if not isinstance(cell, str):
            return text_of(cell)
        return cell[:_LONGEST]

    def _row_number(self, index: int) -> int:
        return self.sheet.places.get((index, -1), index + 1)

    def _reject(
        self, index: int, own: Field, row: Row, reason: Sentence, number: int = 1, value: str | None = None
    ) -> None:
        at = self._header.columns.get(OwnColumn(own, number), 0)
        self._reject_at(index, at, value if value is not None else row[at], reason)

    def _reject_at(self, index: int, at: int, value: Cell, reason: Sentence) -> None:
        line = self.sheet.places.get((index, at))
        cell = address(index, at) if line is None else str(line)
        self.rejected.append(Rejected(self.sheet.name, cell, text_of(value)[:_SHOWN], reason))


def _left_out(choice: Meaning | Choice | None) -> bool:
    return choice is None or choice is Meaning.IGNORED


def _typed_guardians(guardians: list[RowPerson], pupil: RowPerson) -> list[RowPerson]:
    """Guardians without a reference, as in any list; the pupil keeps his phones, whatever their labels."""
    unlabelled = replace(pupil, phones=[phone._replace(label="") for phone in pupil.phones])
    found = guardians_of(guardians, [unlabelled])
    pupil.phones += unlabelled.phones[len(pupil.phones) :]
    return found
