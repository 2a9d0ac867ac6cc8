"""The plan of an import as tables of words, one for each of its tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt

from smsdesk.domain.class_lists import CHILD, GUARDIAN, TEACHER, Draft, Meaning
from smsdesk.domain.import_plan import Change, ImportPlan, PlannedPerson
from smsdesk.domain.people import Phone
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.i18n import translate as translated
from smsdesk.ui.models.paged import NOWHERE, Index

translate = QCoreApplication.translate

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SERVED = frozenset({_DISPLAY, int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)})


class Tab(StrEnum):
    """What a plan tells apart, in the order in which it is shown."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT = "left"
    WARNINGS = "warnings"
    REJECTED = "rejected"


Cells = tuple[str, ...]


def count(plan: ImportPlan, tab: Tab) -> int:
    """How many a tab holds."""
    return len(getattr(plan, tab.value))


def tab_word(tab: Tab) -> str:
    """The name of a tab."""
    return {
        Tab.NEW: translate("import", "New"),
        Tab.CHANGED: translate("import", "Changed"),
        Tab.UNCHANGED: translate("import", "Unchanged"),
        Tab.LEFT: translate("import", "Gone"),
        Tab.WARNINGS: translate("import", "To check"),
        Tab.REJECTED: translate("import", "Rejected"),
    }[tab]


def tab_hint(tab: Tab) -> str:
    """What will be done with those of a tab."""
    return {
        Tab.NEW: translate("import", "These people will be added."),
        Tab.CHANGED: translate("import", "These values will be replaced by those of the list."),
        Tab.UNCHANGED: translate("import", "These people stand in the list as they are known already."),
        Tab.LEFT: translate("import", "These people are in a group of the list, but not in the list any more."
                            " They stay as they are."),
        Tab.WARNINGS: translate("import", "Have a look at these before you import."),
        Tab.REJECTED: translate("import", "These cells cannot be used. The rest of their rows is imported."),
    }[tab]  # fmt: skip


def meaning_word(meaning: Meaning | None) -> str:
    """What a column was taken for."""
    if meaning is None:
        return translate("import", "Not imported")
    return {
        Meaning.LAST_NAME: translate("import", "Last name"),
        Meaning.USUAL_NAME: translate("import", "Name in use"),
        Meaning.BIRTH_NAME: translate("import", "Name at birth"),
        Meaning.FIRST_NAME: translate("import", "First name"),
        Meaning.FULL_NAME: translate("import", "Full name"),
        Meaning.PERSON: translate("import", "Name and phone"),
        Meaning.CIVILITY: translate("import", "Title"),
        Meaning.RELATION: translate("import", "Relation"),
        Meaning.PHONE: translate("import", "Phone"),
        Meaning.EMAIL: translate("import", "E-mail"),
        Meaning.RECEIVES: translate("import", "Gets messages"),
        Meaning.BIRTH_DATE: translate("import", "Date of birth"),
        Meaning.EXTERNAL_ID: translate("import", "Identifier"),
        Meaning.CLASS: translate("import", "Class or group"),
        Meaning.LEVEL: translate("import", "Level"),
        Meaning.TEACHER: translate("import", "Teacher"),
        Meaning.DAY: translate("import", "Day"),
        Meaning.TIME: translate("import", "Time"),
        Meaning.END_TIME: translate("import", "End time"),
        Meaning.ROOM: translate("import", "Room"),
        Meaning.ADDRESS: translate("import", "Address"),
        Meaning.POSTCODE: translate("import", "Postcode"),
        Meaning.CITY: translate("import", "Town"),
        Meaning.NOTES: translate("import", "Notes"),
        Meaning.NUMBER: translate("import", "Phone or identifier"),
        Meaning.CONTACT: translate("import", "Phone or e-mail"),
        Meaning.IGNORED: translate("import", "Of no use here"),
    }[meaning]


def owner_word(person: str) -> str:
    """Whose a column is: "" for the person of the row himself."""
    kind, _, which = person.partition(" ")
    if kind == TEACHER:
        return translate("import", "of the teacher")
    if kind == GUARDIAN:
        return translate("import", "of guardian {which}").format(which=visible(which)).strip()
    if kind == CHILD:
        return translate("import", "of child {which}").format(which=visible(which))
    return visible(person)


def _field_word(field: str) -> str:
    """What changes of a person; a field that has no word of its own is named as it is."""
    words = {
        "phones": translate("import", "Phones"),
        "guardians": translate("import", "Guardians"),
        "groups": translate("import", "Groups"),
        "email": translate("import", "E-mail"),
        "birth_date": translate("import", "Date of birth"),
        "external_id": translate("import", "Identifier"),
        "first_name": translate("import", "First name"),
        "last_name": translate("import", "Last name"),
        "address": translate("import", "Address"),
        "postcode": translate("import", "Postcode"),
        "city": translate("import", "Town"),
        "notes": translate("import", "Notes"),
        "kind": translate("import", "What this person is"),
    }
    return words.get(field, field)


def _phones(phones: Sequence[Phone]) -> str:
    return ", ".join(formats.phone(phone.e164) for phone in phones)


def _guardians(draft: Draft) -> str:
    return ", ".join(
        f"{link.guardian.name} {_phones(link.guardian.phones)}".strip() for link in draft.guardians
    )


def _people(plan: ImportPlan, people: Sequence[PlannedPerson]) -> list[Cells]:
    """People with the row they stand in; the sheet is named where there are several."""
    where = translate("import", "{sheet}, row {row}") if len(plan.sheets) > 1 else "{row}"
    return [_person(person.draft, where) for person in people]


def _person(draft: Draft, where: str) -> Cells:
    name = f"{draft.last_name} {draft.first_name}".strip()
    place = where.format(sheet=draft.sheet, row=draft.row)
    return (name, ", ".join(draft.groups), _phones(draft.phones), _guardians(draft), place)


def _change(person: PlannedPerson, change: Change) -> Cells:
    return (person.name, _field_word(change.field), change.old, change.new)


def _changes(plan: ImportPlan) -> list[Cells]:
    return [_change(person, change) for person in plan.changed for change in person.changes]


_ROWS: dict[Tab, Callable[[ImportPlan], list[Cells]]] = {
    Tab.NEW: lambda plan: _people(plan, plan.new),
    Tab.CHANGED: _changes,
    Tab.UNCHANGED: lambda plan: _people(plan, plan.unchanged),
    Tab.LEFT: lambda plan: [(leaver.name, leaver.group) for leaver in plan.left],
    Tab.WARNINGS: lambda plan: [(each.sheet, each.cell, translated(each.sentence)) for each in plan.warnings],
    Tab.REJECTED: lambda plan: [
        (each.sheet, each.cell, each.value, translated(each.reason)) for each in plan.rejected
    ],
}


def _headings(tab: Tab, sheets: int) -> Cells:
    sheet, cell = translate("import", "Sheet"), translate("import", "Cell")
    name = translate("import", "Name")
    if tab in (Tab.NEW, Tab.UNCHANGED):
        guardians = translate("import", "Guardians")
        where = translate("import", "Where") if sheets > 1 else translate("import", "Row")
        return (name, translate("import", "Groups"), translate("import", "Phones"), guardians, where)
    return {
        Tab.CHANGED: (
            name,
            translate("import", "What changes"),
            translate("import", "Before"),
            translate("import", "After"),
        ),
        Tab.LEFT: (name, translate("import", "Group")),
        Tab.WARNINGS: (sheet, cell, translate("import", "What is doubtful")),
        Tab.REJECTED: (sheet, cell, translate("import", "Value"), translate("import", "Reason")),
    }[tab]


class PlanTable(QAbstractTableModel):
    """The rows of one tab of a plan; everything in it comes from a file and is made visible."""

    def __init__(self, plan: ImportPlan, tab: Tab) -> None:
        super().__init__()
        self._headings = _headings(tab, len(plan.sheets))
        self._rows = _ROWS[tab](plan)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        return visible(self._rows[index.row()][index.column()]) if role in _SERVED else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return self._headings[section]
