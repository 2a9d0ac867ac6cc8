"""Envoyer, first part, "À qui": groups and people to choose, shown as chips once chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.folding import fold
from smsdesk.domain.people import Contact, Group
from smsdesk.ui import formats
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.groups import as_tree
from smsdesk.ui.widgets.buttons import Button, Look
from smsdesk.ui.widgets.fields import SearchField
from smsdesk.ui.widgets.flow import FlowLayout
from smsdesk.ui.widgets.layout import clear
from smsdesk.ui.widgets.rows import paint_focus
from smsdesk.ui.widgets.surfaces import Card, EmptyState
from smsdesk.ui.widgets.text import Label

_KEY = Qt.ItemDataRole.UserRole
_SIDE = Qt.ItemDataRole.UserRole + 1
_DEPTH = Qt.ItemDataRole.UserRole + 2

_CHIP_WORDS = tokens.PANE_WIDTH // 2
"""As much of a name as fits into the narrowest column; its tool tip has all of it."""

_BESIDE_TEXT = tokens.ICON_S + 5 * tokens.SPACE_S
"""The box to check and the air around it."""


@dataclass(frozen=True)
class Choice:
    """Something one can send to: a group ("group", id) or a person ("person", id)."""

    kind: str
    id: int
    name: str


class _ChoiceDelegate(QStyledItemDelegate):
    """Writes the size of a group on the right; the view's selection alone checks and unchecks."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        indent = int(index.data(_DEPTH) or 0) * tokens.SPACE_M
        option.rect = option.rect.adjusted(indent, 0, 0, 0)
        taken = _BESIDE_TEXT + (0 if option.icon.isNull() else tokens.ICON_L)
        side = QFontMetrics(theme.sized(Type.CAPTION)).horizontalAdvance(str(index.data(_SIDE) or ""))
        room = option.rect.width() - taken - min(side, option.rect.width() // 3)
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        side = index.data(_SIDE)
        if side:
            painter.save()
            painter.setFont(theme.sized(Type.CAPTION))
            painter.setPen(QColor(theme.active().muted))
            place = QRectF(option.rect).adjusted(option.rect.width() * 2 // 3, 0, -tokens.SPACE_S, 0)
            metrics = QFontMetrics(painter.font())
            words = metrics.elidedText(str(side), Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
            painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            paint_focus(painter, option.rect)
            painter.restore()

    def editorEvent(self, event: QEvent, *_args: object) -> bool:
        return False


class AudiencePanel(Card):
    """What the person chose; `changed` says that it is something else.

    `searched` carries what is typed, `import_wanted` says that there is nobody yet to choose from.
    """

    changed = Signal()
    searched = Signal(str)
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._groups: list[tuple[Group, int]] = []
        self._people: tuple[Contact, ...] = ()
        self._chosen: dict[tuple[str, int], Choice] = {}
        self._excluded: dict[int, str] = {}
        self._filling = False
        self.search = SearchField(self.tr("Group or person"))
        self.search.setObjectName("notify_group_search")
        self.search.searched.connect(self._on_search)
        self.list = self._make_list()
        self.pupils = QCheckBox(self.tr("Write to the pupils too"))
        self.pupils.setToolTip(self.tr("Besides the guardians, pupils with a mobile of their own"))
        self.pupils.toggled.connect(self.changed)
        self._chips = FlowLayout(tokens.SPACE_XS)
        self._chip_area = QWidget()
        self._chip_area.setLayout(self._chips)
        self.body.addWidget(Label(self.tr("To whom"), Type.SUBTITLE))
        self.body.addWidget(self.search)
        self.body.addWidget(self._chip_area)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._make_empty())
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.pupils)
        self._chip_area.hide()

    def _make_list(self) -> QListWidget:
        chooser = QListWidget()
        chooser.setObjectName("notify_group_list")
        chooser.setAccessibleName(self.tr("Groups and people"))
        chooser.setProperty("look", "plain")
        chooser.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        chooser.setItemDelegate(_ChoiceDelegate(chooser))
        chooser.setUniformItemSizes(True)
        chooser.setMinimumHeight(tokens.ROW_HEIGHT * 5)
        chooser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        chooser.itemSelectionChanged.connect(self._follow_selection)
        chooser.itemChanged.connect(self._follow_check)
        return chooser

    def _make_empty(self) -> EmptyState:
        load = Button(self.tr("Import a class list"), Icon.IMPORT)
        load.clicked.connect(self.import_wanted)
        text = self.tr("Your groups appear here once a class list is imported.")
        return EmptyState(Icon.PEOPLE, self.tr("No group yet"), text, load)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Offer these groups."""
        self._groups = as_tree(groups)
        self._stack.setCurrentIndex(0 if groups else 1)
        self._fill()

    def show_people(self, people: Sequence[Contact]) -> None:
        """Offer these people, found by the search, below the groups."""
        self._people = tuple(people)
        self._fill()

    def choose(self, group_ids: Sequence[int] = (), people: Sequence[Contact] = ()) -> None:
        """Begin anew with these; groups must be among those shown."""
        names = {group.id: group.name for group, _ in self._groups}
        choices = [Choice("group", number, names[number]) for number in group_ids if number in names]
        choices += [Choice("person", person.id, person.name) for person in people]
        self._chosen = {(choice.kind, choice.id): choice for choice in choices}
        self._excluded = {}
        self.search.clear()
        self._people = ()
        self._fill()
        self._tell()

    def exclude(self, contact_id: int, name: str) -> None:
        """Leave somebody out of this send."""
        self._excluded[contact_id] = name
        self._tell()

    @property
    def request(self) -> AudienceRequest:
        """What was chosen, for the services."""
        return AudienceRequest(
            group_ids=tuple(number for kind, number in self._chosen if kind == "group"),
            contact_ids=tuple(number for kind, number in self._chosen if kind == "person"),
            excluded_contact_ids=tuple(self._excluded),
            and_pupils=self.pupils.isChecked(),
        )

    @property
    def names(self) -> tuple[str, ...]:
        """What was chosen, by name."""
        return tuple(choice.name for choice in self._chosen.values())

    def _on_search(self, text: str) -> None:
        self._people = ()
        self._fill()
        self.searched.emit(text)

    def _fill(self) -> None:
        wanted = fold(self.search.text())
        self._filling = True
        self.list.clear()
        for group, depth in self._groups:
            if wanted in fold(f"{group.name} {group.teacher}"):
                choice = Choice("group", group.id, group.name)
                self._add(choice, formats.number(group.size), 0 if wanted else depth, group.teacher)
        for person in self._people:
            self._add(Choice("person", person.id, person.name), ", ".join(person.groups), 0, "")
        self._filling = False

    def _add(self, choice: Choice, side: str, depth: int, tip: str) -> None:
        item = QListWidgetItem(choice.name)
        item.setData(_KEY, choice)
        item.setData(_SIDE, side)
        item.setData(_DEPTH, depth)
        item.setToolTip(tip)
        if choice.kind == "person":
            item.setIcon(icons.make(Icon.PERSON, Ink.MUTED))
        item.setSizeHint(QSize(0, tokens.ROW_HEIGHT))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        chosen = (choice.kind, choice.id) in self._chosen
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.list.addItem(item)
        item.setSelected(chosen)

    def _follow_selection(self) -> None:
        """A row that was clicked, or marked with Space, is chosen."""
        if self._filling:
            return
        self._filling = True
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.isSelected() else Qt.CheckState.Unchecked)
        self._filling = False
        self._take_over()

    def _follow_check(self, item: QListWidgetItem) -> None:
        """A row that was checked is chosen."""
        if self._filling:
            return
        self._filling = True
        item.setSelected(item.checkState() == Qt.CheckState.Checked)
        self._filling = False
        self._take_over()

    def _take_over(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            choice: Choice = item.data(_KEY)
            if item.isSelected():
                self._chosen[choice.kind, choice.id] = choice
            else:
                self._chosen.pop((choice.kind, choice.id), None)
        self._tell()

    def _unchoose(self, choice: Choice) -> None:
        self._chosen.pop((choice.kind, choice.id), None)
        self._fill()
        self._tell()

    def _include(self, contact_id: int) -> None:
        self._excluded.pop(contact_id, None)
        self._tell()

    def _tell(self) -> None:
        clear(self._chips)
        for choice in self._chosen.values():
            self._chips.addWidget(self._chip(choice.name, partial(self._unchoose, choice)))
        for contact_id, name in self._excluded.items():
            words = self.tr("except {name}").format(name=name)
            self._chips.addWidget(self._chip(words, partial(self._include, contact_id)))
        self._chip_area.setVisible(bool(self._chosen or self._excluded))
        self._order_tabs()
        self.changed.emit()

    def _order_tabs(self) -> None:
        """The chips are made again and again: Tab finds them between the search and the list."""
        before: QWidget = self.search
        for at in range(self._chips.count()):
            item = self._chips.itemAt(at)
            chip = item.widget() if item is not None else None
            if chip is not None:
                self.setTabOrder(before, chip)
                before = chip

    def _chip(self, text: str, remove: partial[None]) -> Button:
        words = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _CHIP_WORDS)
        chip = Button(words.replace("&", "&&"), Icon.CLOSE, Look.QUIET)
        chip.setProperty("look", "chip")
        chip.setAccessibleName(self.tr("Remove {name}").format(name=text))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(lambda _checked: remove())
        return chip
