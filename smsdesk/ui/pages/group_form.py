"""The form for a group, new or known: name, kind, the group around it, teacher, weekly hours, filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.people import Contact, Group, GroupKind
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.ui import filter_words
from smsdesk.ui.design import tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.pages.group_slots import SlotLines
from smsdesk.ui.pages.people_finder import Fetch, PersonFinder
from smsdesk.ui.pages.side_form import SideForm
from smsdesk.ui.people_words import group_kind_word
from smsdesk.ui.tasks import Tasks
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.fields import Labelled, Picker
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import clear, column, row
from smsdesk.ui.widgets.removable import RemovableChip
from smsdesk.ui.widgets.text import Label

translate = QCoreApplication.translate

_TAUGHT = frozenset({GroupKind.CLASS, GroupKind.COURSE, GroupKind.ENSEMBLE})
"""Kinds that have a teacher and weekly hours."""


class GroupForm(SideForm):
    """`saved` carries a GroupDraft; a group with a filter fills itself and asks for no teacher."""

    def __init__(
        self,
        draft: GroupDraft,
        groups: Sequence[Group],
        teacher: str,
        tasks: Tasks,
        fetch: Fetch,
        shown: PeopleFilter = NO_FILTER,
    ) -> None:
        """`shown` is the filter over the table now: a smart group may take it for its own."""
        known = draft.id is not None
        title = translate("people", "Edit the group") if known else translate("people", "New group")
        super().__init__(title, "people_group_save")
        self._draft = draft
        self._shown = shown
        self._teacher_id = draft.teacher_id
        self.name = QLineEdit(draft.name)
        self.name.setObjectName("people_group_name")
        self.name.returnPressed.connect(self.submit)
        self.kind = Picker(self.tr("Kind"))
        self.kind.setObjectName("group_kind")
        for kind in GroupKind:
            self.kind.addItem(group_kind_word(kind), kind)
        self.kind.setCurrentIndex(list(GroupKind).index(draft.kind))
        self.kind.currentIndexChanged.connect(lambda _at: self._show_taught())
        self.parent_group = self._parents(groups)
        self.finder = PersonFinder(tasks, fetch, self.tr("Search a teacher"))
        self.finder.search.setObjectName("group_teacher_search")
        self.finder.chosen.connect(self.take_teacher)
        self._teacher_place = column()
        self.slots = SlotLines(draft.slots)
        self.first = self.name
        self._build(groups)
        self._show_teacher(teacher)
        self._show_taught()
        self.begin()

    def _build(self, groups: Sequence[Group]) -> None:
        self.body.addWidget(Labelled(self.tr("Name of the group"), self.name))
        self._names = {group.id: group.name for group in groups}
        self._filter_place = column()
        self.body.addLayout(self._filter_place)
        self._show_filter()
        self.body.addWidget(Labelled(self.tr("Kind"), self.kind))
        self.body.addWidget(Labelled(self.tr("Part of"), self.parent_group))
        self._taught = QWidget()
        teacher = column(
            Label(self.tr("Teacher"), Type.STRONG), self._teacher_place, self.finder, space=tokens.SPACE_XS
        )
        hours = column(Label(self.tr("Weekly hours"), Type.STRONG), self.slots, space=tokens.SPACE_XS)
        self._taught.setLayout(column(teacher, hours, space=tokens.SPACE_M))
        self.body.addWidget(self._taught)
        self.body.addStretch(1)

    def _show_filter(self) -> None:
        """What fills a smart group, and the way to fill it by the filter that is shown."""
        filters = self._draft.filters
        clear(self._filter_place)
        if filters is None:
            return
        self._filter_place.addWidget(_filter(filters, self._names))
        if not self._shown.empty and self._shown != filters:
            take = Button(translate("people", "Take the filter shown now"), look=Look.LINK)
            take.setObjectName("group_take_filter")
            take.clicked.connect(self._take_filter)
            self._filter_place.addLayout(row(take, None))

    def _take_filter(self) -> None:
        self._draft = replace(self._draft, filters=self._shown)
        self._show_filter()
        self.name.setFocus()

    def _parents(self, groups: Sequence[Group]) -> Picker:
        """Every plain group that does not stand inside this one."""
        picker = Picker(self.tr("Part of"))
        picker.setObjectName("group_parent")
        picker.addItem(self.tr("No other group"), None)
        inside = _inside(groups, self._draft.id)
        for group, depth in as_tree(groups):
            if group.id not in inside and group.filter is None:
                picker.addItem("\u2003" * depth + visible(group.name), group.id)
                if group.id == self._draft.parent_id:
                    picker.setCurrentIndex(picker.count() - 1)
        return picker

    def take_teacher(self, teacher: Contact) -> None:
        """Somebody found becomes the teacher."""
        self._teacher_id = teacher.id
        self._show_teacher(teacher.name)
        self.finder.search.setFocus()

    def _show_teacher(self, name: str) -> None:
        clear(self._teacher_place)
        if name and self._teacher_id is not None:
            chip = RemovableChip(visible(name))
            chip.clicked.connect(self._drop_teacher)
            area = QWidget()
            area.setLayout(flow(chip))
            self._teacher_place.addWidget(area)

    def _drop_teacher(self) -> None:
        self._teacher_id = None
        self._show_teacher("")
        self.finder.search.setFocus()

    def _show_taught(self) -> None:
        smart = self._draft.filters is not None
        self._taught.setVisible(not smart and GroupKind(self.kind.currentData()) in _TAUGHT)

    def typed(self) -> tuple[object, ...]:
        """What stands in all fields."""
        fields = (self.name.text(), self.kind.currentIndex(), self.parent_group.currentIndex())
        hours = [line.typed for line in self.slots.lines]
        return (*fields, self._teacher_id, self._draft.filters, tuple(hours))

    def draft(self) -> GroupDraft | Sentence:
        """The group as typed, or why that cannot be understood."""
        slots = self.slots.slots()
        if isinstance(slots, Sentence):
            return slots
        return replace(
            self._draft,
            name=self.name.text().strip(),
            kind=GroupKind(self.kind.currentData()),
            parent_id=self.parent_group.currentData(),
            teacher_id=self._teacher_id,
            slots=slots,
        )


def draft_of(group: Group) -> GroupDraft:
    """A group as the form takes it."""
    return GroupDraft(
        id=group.id,
        name=group.name,
        kind=group.kind,
        parent_id=group.parent_id,
        teacher_id=group.teacher_id,
        slots=group.slots,
        filters=group.filter,
        season=group.season,
    )


def _filter(filters: PeopleFilter, names: Mapping[int, str]) -> QWidget:
    """What the group is filled with, in words."""
    chips = [Chip(Icon.SMART, piece.text) for piece in filter_words.pieces(filters, names)]
    told = translate("people", "The group fills itself: whoever fits belongs to it, today and later.")
    area = QWidget()
    words = Label(told, Type.CAPTION, muted=True, wrap=True)
    area.setLayout(column(flow(*chips, space=tokens.SPACE_XS), words, space=tokens.SPACE_XS))
    return area


def _inside(groups: Sequence[Group], group_id: int | None) -> frozenset[int]:
    """A group and every group that stands in it."""
    if group_id is None:
        return frozenset()
    inside, before = {group_id}, 0
    while len(inside) != before:
        before = len(inside)
        inside |= {group.id for group in groups if group.parent_id in inside}
    return frozenset(inside)
