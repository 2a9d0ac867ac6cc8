"""The plan of an import as tables of words, one for each of its tabs; a row is worded when it is seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QDate, QLocale, Qt

from smsdesk.domain.class_lists import Candidate, Doubt, Draft, Rejected, RowKey
from smsdesk.domain.folding import fold
from smsdesk.domain.formula_guard import guarded
from smsdesk.domain.group_changes import GroupChange, HoursChange, TeacherChange
from smsdesk.domain.import_plan import Change, ImportPlan, Leaver, PlannedPerson
from smsdesk.domain.people import Group, Phone, WeeklySlot
from smsdesk.domain.untrusted import visible
from smsdesk.services.import_again import LaterPeople
from smsdesk.ui import formats
from smsdesk.ui.i18n import translate as translated
from smsdesk.ui.import_words import Tab, field_word
from smsdesk.ui.models.paged import NOWHERE, Index
from smsdesk.ui.people_words import slot_words

translate = QCoreApplication.translate

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SERVED = frozenset({_DISPLAY, int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)})
_E164 = re.compile(r"\+\d{6,15}")
_NOTHING = "–"
_BETWEEN = " · "

Cells = tuple[str, ...]


@dataclass(frozen=True)
class PlanRows:
    """A plan laid out for its tables; made off the window's thread, since lists may be long."""

    plan: ImportPlan
    rows: Mapping[Tab, Sequence[Any]]
    group_names: Mapping[str, str]
    """How the groups are written, by their folded names."""

    @classmethod
    def of(cls, plan: ImportPlan, groups: Sequence[Group] = ()) -> PlanRows:
        """Lay a plan out, among the groups that there are."""
        rows: dict[Tab, Sequence[Any]] = {
            Tab.NEW: plan.new,
            Tab.CHANGED: [
                *((person, change) for person in plan.changed for change in person.changes),
                *plan.group_changes,
            ],
            Tab.UNCHANGED: plan.unchanged,
            Tab.LEFT: plan.left,
            Tab.WARNINGS: plan.warnings,
            Tab.REJECTED: plan.rejected,
        }
        return cls(plan, rows, {fold(group.name): group.name for group in groups})

    def is_ready(self, tab: Tab) -> bool:
        """Whether the rows of a tab can be shown at once; else `look_up` gets them, which takes seconds."""
        rows = self.rows.get(tab, ())
        return not isinstance(rows, LaterPeople) or rows.ready

    def look_up(self, tab: Tab) -> None:
        """Get the rows of a tab ready, off the window's thread. InputError when the list is gone by now."""
        for _row in self.rows[tab]:
            break

    def detail(self, candidate: Candidate) -> str:
        """What is known of somebody, with groups and phones as one writes them."""
        words = candidate.detail.split(_BETWEEN)
        return in_pairs(_BETWEEN.join(self.group_names.get(word, word) for word in words))

    def drafts(self, row: RowKey | None) -> list[Draft]:
        """Whoever a row of the list tells of; a question about two rows has a number below 0."""
        place = row and (row.sheet, abs(row.row))
        return [draft for draft in self.plan.as_read.people if (draft.sheet, draft.row) == place]

    def count(self, tab: Tab) -> int:
        """How many a tab holds: people and groups, or cells."""
        if tab is Tab.CHANGED:
            return len(self.plan.changed) + len({change.group for change in self.plan.group_changes})
        return len(self.rows.get(tab, ()))


def _phones(phones: Sequence[Phone]) -> str:
    return ", ".join(formats.phone(phone.e164) for phone in phones)


def _guardians(draft: Draft) -> str:
    return ", ".join(
        f"{link.guardian.name} {_phones(link.guardian.phones)}".strip() for link in draft.guardians
    )


def _name(draft: Draft) -> str:
    return f"{draft.last_name} {draft.first_name}".strip()


def told(draft: Draft) -> str:
    """What a list says of somebody, in a line."""
    born = _shown("birth_date", str(draft.birth_date)) if draft.birth_date else ""
    return _BETWEEN.join(filter(None, (born, *draft.groups, _phones(draft.phones), _guardians(draft))))


def in_pairs(text: str) -> str:
    """A text with the phones in it as one reads them."""
    return _E164.sub(lambda found: formats.phone(found[0]), text)


def _person(draft: Draft, several: bool) -> Cells:
    """A person with the row he stands in; the sheet is named where there are several."""
    where = translate("import", "{sheet}, row {row}") if several else "{row}"
    place = where.format(sheet=draft.sheet, row=draft.row)
    return (_name(draft), ", ".join(draft.groups), _phones(draft.phones), _guardians(draft), place)


def _change(entry: tuple[PlannedPerson, Change] | GroupChange) -> Cells:
    if isinstance(entry, TeacherChange):
        return (entry.group, field_word("teacher"), entry.old or _NOTHING, entry.new)
    if isinstance(entry, HoursChange):
        return (
            entry.group,
            field_word("hours"),
            *(_hours(slots) or _NOTHING for slots in (entry.old, entry.new)),
        )
    person, change = entry
    old, new = (_shown(change.field, value) for value in (change.old, change.new))
    return (_name(person.draft), field_word(change.field), old, new)


def _hours(slots: Sequence[WeeklySlot]) -> str:
    return _BETWEEN.join(map(slot_words, slots))


def _shown(field: str, value: str) -> str:
    """A value as one writes it: phones in pairs, dates as in the window's language."""
    if field == "birth_date" and value:
        day = date.fromisoformat(value)
        return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
    if field in ("receives", "archived"):
        return translate("import", "yes") if value == "True" else translate("import", "no")
    return in_pairs(value) or _NOTHING


def _leaver(leaver: Leaver) -> Cells:
    return (leaver.name, leaver.group)


def _doubt(doubt: Doubt) -> Cells:
    return (doubt.sheet, doubt.cell, translated(doubt.sentence))


def _rejected(rejected: Rejected) -> Cells:
    return (rejected.sheet, rejected.cell, rejected.value, translated(rejected.reason))


_WORDING: Mapping[Tab, Callable[[Any], Cells]] = {
    Tab.CHANGED: _change,
    Tab.LEFT: _leaver,
    Tab.WARNINGS: _doubt,
    Tab.REJECTED: _rejected,
}


def _headings(tab: Tab, several: bool) -> Cells:
    sheet, cell = translate("import", "Sheet"), translate("import", "Cell")
    name = translate("import", "Name")
    if tab in (Tab.NEW, Tab.UNCHANGED):
        guardians = translate("import", "Guardians")
        where = translate("import", "Where") if several else translate("import", "Row")
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


def _for_spreadsheet(cell: str) -> str:
    """One line, that no spreadsheet program takes for a formula."""
    return guarded(" ".join(cell.split()))


class PlanTable(QAbstractTableModel):
    """The rows of one tab of a plan; everything in it comes from a file and is made visible."""

    def __init__(self, laid_out: PlanRows, tab: Tab) -> None:
        super().__init__()
        several = len(laid_out.plan.sheets) > 1
        self._headings = _headings(tab, several)
        self._rows = laid_out.rows[tab]
        self._wording = _WORDING.get(tab) or (lambda person: _person(person.draft, several))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def cells(self, at: int) -> Cells:
        """One row in words."""
        return tuple(map(visible, self._wording(self._rows[at])))

    def as_text(self) -> str:
        """Headings and rows with tabs between the cells, as a spreadsheet takes them."""
        rows = (self.cells(at) for at in range(len(self._rows)))
        return "\n".join("\t".join(map(_for_spreadsheet, cells)) for cells in (self._headings, *rows))

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        return self.cells(index.row())[index.column()] if role in _SERVED else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return self._headings[section]
