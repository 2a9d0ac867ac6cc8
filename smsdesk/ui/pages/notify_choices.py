"""Envoyer, "À qui": what one can write to, and the list in which it is marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from smsdesk.domain.audience import NOBODY_CHOSEN, AudienceRequest, Outcome
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.rows import paint_focus

_KEY = Qt.ItemDataRole.UserRole
_SIDE = Qt.ItemDataRole.UserRole + 1
_DEPTH = Qt.ItemDataRole.UserRole + 2

_BESIDE_TEXT = 5 * tokens.SPACE_S
"""The box to check and the air around it."""


class Kind(StrEnum):
    """What a choice is."""

    EVERYONE = "everyone"
    GROUP = "group"
    AREA = "area"
    PERSON = "person"
    EARLIER = "earlier"


@dataclass(frozen=True)
class Choice:
    """Something one can send to, by its name; `id` is that of the group, person or earlier broadcast."""

    kind: Kind
    id: int
    name: str

    @property
    def key(self) -> tuple[Kind, int | str]:
        """What tells it from others: a town has its name only."""
        return self.kind, self.name if self.kind is Kind.AREA else self.id


@dataclass(frozen=True)
class Offer:
    """A row of the list: a choice, what stands on its right, how deep it is nested, and more about it."""

    choice: Choice
    side: str = ""
    depth: int = 0
    tip: str = ""
    icon: Icon | None = None


_Key = tuple[Kind, int | str]


class Chosen:
    """What was chosen and what was taken out of it again, in the order of choosing."""

    def __init__(self) -> None:
        self.included: dict[_Key, Choice] = {}
        self.excluded: dict[_Key, Choice] = {}
        self.outcome = Outcome.GOT_IT

    def mark(self, choice: Choice, *, excluded: bool, chosen: bool) -> None:
        """Choose or take out, or neither; nothing is both."""
        here, there = (self.excluded, self.included) if excluded else (self.included, self.excluded)
        if chosen:
            here[choice.key] = choice
            there.pop(choice.key, None)
        else:
            here.pop(choice.key, None)

    def request(self, *, and_pupils: bool) -> AudienceRequest:
        """For the services."""
        earlier = self._ids(self.included, Kind.EARLIER)
        return AudienceRequest(
            group_ids=self._ids(self.included, Kind.GROUP),
            contact_ids=self._ids(self.included, Kind.PERSON),
            excluded_contact_ids=self._ids(self.excluded, Kind.PERSON),
            and_pupils=and_pupils,
            excluded_group_ids=self._ids(self.excluded, Kind.GROUP),
            everyone=any(choice.kind is Kind.EVERYONE for choice in self.included.values()),
            areas=tuple(each.name for each in self.included.values() if each.kind is Kind.AREA),
            of_broadcast=earlier[0] if earlier else None,
            outcome=self.outcome if earlier else NOBODY_CHOSEN.outcome,
        )

    @staticmethod
    def _ids(choices: dict[_Key, Choice], kind: Kind) -> tuple[int, ...]:
        return tuple(choice.id for choice in choices.values() if choice.kind is kind)


class _ChoiceDelegate(QStyledItemDelegate):
    """Writes the size of a group on the right; the view's selection alone checks and unchecks."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        indent = int(index.data(_DEPTH) or 0) * tokens.SPACE_M
        option.rect = option.rect.adjusted(indent, 0, 0, 0)
        taken = (
            theme.wide(tokens.ICON_S)
            + _BESIDE_TEXT
            + (0 if option.icon.isNull() else theme.wide(tokens.ICON_L))
        )
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


class ChoiceList(QListWidget):
    """Rows to mark; `marked` says that a person marked or unmarked something."""

    marked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setIconSize(QSize(theme.wide(tokens.ICON_M), theme.wide(tokens.ICON_M)))
        self._filling = False
        self.setProperty("look", "plain")
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setUniformItemSizes(True)
        self.setMinimumHeight(theme.high(tokens.ROW_HEIGHT) * 5)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self._follow_selection)
        self.itemChanged.connect(self._follow_check)

    def fill(self, offers: Iterable[Offer], chosen: Collection[_Key]) -> None:
        """Offer these; those chosen are marked."""
        self._filling = True
        self.clear()
        for offer in offers:
            self._add(offer, offer.choice.key in chosen)
        self._filling = False

    def choices(self) -> Iterator[tuple[Choice, bool]]:
        """Each row and whether it is marked."""
        for row in range(self.count()):
            item = self.item(row)
            yield item.data(_KEY), item.isSelected()

    def _add(self, offer: Offer, chosen: bool) -> None:
        item = QListWidgetItem(offer.choice.name)
        item.setData(_KEY, offer.choice)
        item.setData(_SIDE, offer.side)
        item.setData(_DEPTH, offer.depth)
        item.setToolTip(plain_tip(offer.tip))
        if offer.icon is not None:
            item.setIcon(icons.make(offer.icon, Ink.MUTED))
        item.setSizeHint(QSize(0, theme.high(tokens.ROW_HEIGHT)))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.addItem(item)
        item.setSelected(chosen)

    def _follow_selection(self) -> None:
        """A row that was clicked, or marked with Space, is chosen."""
        if self._filling:
            return
        self._filling = True
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.isSelected() else Qt.CheckState.Unchecked)
        self._filling = False
        self.marked.emit()

    def _follow_check(self, item: QListWidgetItem) -> None:
        """A row that was checked is chosen."""
        if self._filling:
            return
        self._filling = True
        item.setSelected(item.checkState() == Qt.CheckState.Checked)
        self._filling = False
        self.marked.emit()
