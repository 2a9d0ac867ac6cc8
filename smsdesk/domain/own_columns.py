"""The columns of the lists that this program exports, by their headers in French and English.

Every column but those of guardians stands once; those of guardians carry a number, and a text too long for
one cell goes on in columns with a number ("Notes 2").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from smsdesk.domain.class_lists import GUARDIAN, PUPIL, Column, Meaning
from smsdesk.domain.names import words_key
from smsdesk.domain.people import ContactKind, GroupKind
from smsdesk.domain.sheets import Cell, Row, letter, text_of

FRENCH, ENGLISH = "fr", "en"
_HEADER_DEPTH = 20
"""Rows in which our header is looked for: a person may have put a title above it."""


class Field(StrEnum):
    """What a column of an exported list holds. The values are the names under which vCards carry them."""

    KIND = "kind"
    LAST_NAME = "last-name"
    FIRST_NAME = "first-name"
    BIRTH_DATE = "birth-date"
    GROUPS = "groups"
    PHONE = "phone"
    LABEL = "label"
    OTHER_PHONES = "other-phones"
    EMAIL = "email"
    GUARDIAN_LAST = "guardian-last-name"
    GUARDIAN_FIRST = "guardian-first-name"
    GUARDIAN_RELATION = "guardian-relation"
    GUARDIAN_PHONE = "guardian-phone"
    GUARDIAN_LABEL = "guardian-label"
    GUARDIAN_OTHERS = "guardian-other-phones"
    GUARDIAN_EMAIL = "guardian-email"
    GUARDIAN_RECEIVES = "guardian-receives"
    ADDRESS = "address"
    POSTCODE = "postcode"
    CITY = "city"
    EXTERNAL_ID = "external-id"
    TEACHERS = "teachers"
    SLOTS = "slots"
    OWN_HOURS = "own-hours"
    NOTES = "notes"
    REFUSES_INFORMATION = "refuses-information"
    REFUSES_ALERT = "refuses-alert"
    REFUSES_PROMOTION = "refuses-promotion"
    ARCHIVED = "archived"
    GROUP_KINDS = "group-kinds"
    PARENTS = "parent-groups"
    REF = "ref"
    GUARDIAN_REF = "guardian-ref"
    TEACHER_REFS = "teacher-refs"

    __hash__ = str.__hash__  # that of an enumeration takes four times as long, for each cell


_F = Field
GUARDIAN_FIELDS = (
    _F.GUARDIAN_LAST, _F.GUARDIAN_FIRST, _F.GUARDIAN_RELATION, _F.GUARDIAN_PHONE, _F.GUARDIAN_LABEL,
    _F.GUARDIAN_OTHERS, _F.GUARDIAN_EMAIL, _F.GUARDIAN_RECEIVES,
)  # fmt: skip
TECHNICAL = frozenset({_F.REF, _F.GUARDIAN_REF, _F.TEACHER_REFS})
"""Columns for the program: by them it knows everybody again, whatever else was changed."""

_HEADERS: dict[Field, tuple[str, str]] = {
    _F.KIND: ("Type", "Kind"),
    _F.LAST_NAME: ("Nom", "Last name"),
    _F.FIRST_NAME: ("Prénom", "First name"),
    _F.BIRTH_DATE: ("Date de naissance", "Birth date"),
    _F.GROUPS: ("Groupes", "Groups"),
    _F.PHONE: ("Téléphone", "Phone"),
    _F.LABEL: ("Libellé du téléphone", "Phone label"),
    _F.OTHER_PHONES: ("Autres téléphones", "Other phones"),
    _F.EMAIL: ("E-mail", "Email"),
    _F.GUARDIAN_LAST: ("Nom responsable {n}", "Last name guardian {n}"),
    _F.GUARDIAN_FIRST: ("Prénom responsable {n}", "First name guardian {n}"),
    _F.GUARDIAN_RELATION: ("Lien responsable {n}", "Relation guardian {n}"),
    _F.GUARDIAN_PHONE: ("Téléphone responsable {n}", "Phone guardian {n}"),
    _F.GUARDIAN_LABEL: ("Libellé téléphone responsable {n}", "Phone label guardian {n}"),
    _F.GUARDIAN_OTHERS: ("Autres téléphones responsable {n}", "Other phones guardian {n}"),
    _F.GUARDIAN_EMAIL: ("E-mail responsable {n}", "Email guardian {n}"),
    _F.GUARDIAN_RECEIVES: ("Reçoit les SMS responsable {n}", "Receives SMS guardian {n}"),
    _F.ADDRESS: ("Adresse", "Address"),
    _F.POSTCODE: ("Code postal", "Postcode"),
    _F.CITY: ("Commune", "Town"),
    _F.EXTERNAL_ID: ("Identifiant", "Identifier"),
    _F.TEACHERS: ("Professeurs", "Teachers"),
    _F.SLOTS: ("Horaires", "Weekly hours"),
    _F.OWN_HOURS: ("Horaires de la personne", "Hours of the person"),
    _F.NOTES: ("Notes", "Notes"),
    _F.REFUSES_INFORMATION: ("Refus des informations", "Refuses information"),
    _F.REFUSES_ALERT: ("Refus des alertes", "Refuses alerts"),
    _F.REFUSES_PROMOTION: ("Refus des promotions", "Refuses promotion"),
    _F.ARCHIVED: ("Archivé", "Archived"),
    _F.GROUP_KINDS: ("Types des groupes", "Kinds of groups"),
    _F.PARENTS: ("Groupes parents", "Parent groups"),
    _F.REF: ("Réf. SMS desk", "SMS desk ref."),
    _F.GUARDIAN_REF: ("Réf. responsable {n}", "Ref. guardian {n}"),
    _F.TEACHER_REFS: ("Réf. professeurs", "Ref. teachers"),
}
EVERYBODY = "*"
"""Behind the header of REF, as a group's name may stand there: the list has everybody."""
_OURS = frozenset({_F.PHONE, _F.LABEL, _F.OTHER_PHONES, _F.GROUPS})
"""Headers that no other program's list has together."""

KIND_WORDS: dict[ContactKind, tuple[str, str]] = {
    ContactKind.PUPIL: ("Élève", "Pupil"),
    ContactKind.GUARDIAN: ("Responsable", "Guardian"),
    ContactKind.TEACHER: ("Professeur", "Teacher"),
    ContactKind.STAFF: ("Personnel", "Staff"),
    ContactKind.RESIDENT: ("Habitant", "Resident"),
}
GROUP_KIND_WORDS: dict[GroupKind, tuple[str, str]] = {
    GroupKind.CLASS: ("classe", "class"),
    GroupKind.COURSE: ("cours", "course"),
    GroupKind.ENSEMBLE: ("ensemble", "ensemble"),
    GroupKind.SERVICE: ("service", "service"),
    GroupKind.FREE: ("liste libre", "free list"),
}

_NUMBERED = re.compile(r"(.*\S) ([1-9]\d?)")
_MEANINGS = {
    _F.LAST_NAME: Meaning.LAST_NAME, _F.FIRST_NAME: Meaning.FIRST_NAME, _F.BIRTH_DATE: Meaning.BIRTH_DATE,
    _F.GROUPS: Meaning.CLASS, _F.PHONE: Meaning.PHONE, _F.OTHER_PHONES: Meaning.PHONE,
    _F.EMAIL: Meaning.EMAIL, _F.GUARDIAN_LAST: Meaning.LAST_NAME, _F.GUARDIAN_FIRST: Meaning.FIRST_NAME,
    _F.GUARDIAN_RELATION: Meaning.RELATION, _F.GUARDIAN_PHONE: Meaning.PHONE,
    _F.GUARDIAN_OTHERS: Meaning.PHONE, _F.GUARDIAN_EMAIL: Meaning.EMAIL,
    _F.GUARDIAN_RECEIVES: Meaning.RECEIVES, _F.ADDRESS: Meaning.ADDRESS, _F.POSTCODE: Meaning.POSTCODE,
    _F.CITY: Meaning.CITY, _F.EXTERNAL_ID: Meaning.EXTERNAL_ID, _F.TEACHERS: Meaning.TEACHER,
    _F.SLOTS: Meaning.TIME, _F.OWN_HOURS: Meaning.TIME, _F.NOTES: Meaning.NOTES,
}  # fmt: skip


@dataclass(frozen=True)
class OwnColumn:
    """One column: its field, and the number of the guardian or of the continuation (from 1)."""

    field: Field
    number: int = 1


@dataclass(frozen=True)
class OwnHeader:
    """Our header in a sheet: its row (from 0), the index of each column, and whom the list is of.

    `scope` is the name of a group, EVERYBODY, or "" for a choice of people.
    """

    row: int
    columns: dict[OwnColumn, int]
    scope: str = ""

    def cell(self, row: Row, field: Field, number: int = 1) -> Cell:
        """The cell of a column in a row; "" where there is none."""
        index = self.columns.get(OwnColumn(field, number))
        return row[index] if index is not None and index < len(row) else ""

    def numbers(self, field: Field) -> list[int]:
        """The numbers under which a field has columns, in order."""
        return sorted(column.number for column in self.columns if column.field is field)


def header_text(column: OwnColumn, language: str, scope: str = "") -> str:
    """The header of a column as it is written."""
    text = _HEADERS[column.field][language != FRENCH]
    if "{n}" in text:
        return text.format(n=column.number)
    if column.field is _F.REF and scope:
        return f"{text} : {scope}"
    return text if column.number == 1 else f"{text} {column.number}"


def find_own_header(rows: Sequence[Row]) -> OwnHeader | None:
    """Our header among the first rows of a sheet, its columns in any order; None: it is no list of ours."""
    for index, row in enumerate(rows[:_HEADER_DEPTH]):
        columns, scope = _columns_of(row)
        fields = {column.field for column in columns}
        if fields & {_F.LAST_NAME, _F.FIRST_NAME} and (_F.REF in fields or fields >= _OURS):
            return OwnHeader(index, columns, scope)
    return None


def _columns_of(row: Row) -> tuple[dict[OwnColumn, int], str]:
    columns: dict[OwnColumn, int] = {}
    scope = ""
    for index, cell in enumerate(row):
        text = text_of(cell) if isinstance(cell, str) else ""
        before, _, after = text.partition(" : ")
        column = _column_of(before)
        if column and column not in columns:
            columns[column] = index
            scope = after.strip() if column.field is _F.REF else scope
    return columns, scope


def _column_of(header: str) -> OwnColumn | None:
    if not header or len(header) > 60:
        return None
    key = words_key(header)
    if key in _BY_HEADER:
        return OwnColumn(_BY_HEADER[key])
    numbered = _NUMBERED.fullmatch(key)
    field = _BY_HEADER.get(numbered[1]) if numbered else None
    return OwnColumn(field, int(numbered[2])) if numbered and field else None


def described(header: OwnHeader, row: Row) -> tuple[Column, ...]:
    """The columns as every list's are told to a person."""
    known = {index: column for column, index in header.columns.items()}
    return tuple(
        _described(index, text_of(cell), known.get(index)) for index, cell in enumerate(row) if text_of(cell)
    )


def _described(index: int, text: str, column: OwnColumn | None) -> Column:
    if column is None:
        return Column(index, letter(index), text, None)
    owner = f"{GUARDIAN} {column.number}" if column.field.startswith("guardian") else PUPIL
    return Column(index, letter(index), text, _MEANINGS.get(column.field, Meaning.IGNORED), owner)


def _by_header() -> Iterator[tuple[str, Field]]:
    for field, texts in _HEADERS.items():
        for text in texts:
            yield words_key(text.replace("{n}", "")), field


_BY_HEADER = dict(_by_header())
