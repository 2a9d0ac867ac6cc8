"""Modèles, left part: the categories, and the templates of one of them as cards with what they cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from smsdesk.domain.folding import fold
from smsdesk.domain.templates import FIELDS, MergeText, folded
from smsdesk.domain.text import measure, normalise
from smsdesk.domain.untrusted import visible, visible_line
from smsdesk.domain.views import Template
from smsdesk.ui import formats
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.layout import row
from smsdesk.ui.widgets.rows import inks, paint_ground, paint_line
from smsdesk.ui.widgets.surfaces import Card
from smsdesk.ui.widgets.text import Label

_VALUE = Qt.ItemDataRole.UserRole
_SIDE = Qt.ItemDataRole.UserRole + 1
_SECOND = Qt.ItemDataRole.UserRole + 2
_EVERYTHING = "*"


def typical_parts(body: str) -> int:
    """How many SMS a text makes with typical values in its fields."""
    return measure(normalise(typical_text(body))).parts


def typical_text(body: str) -> str:
    """A text as a family could read it: with typical values in its fields."""
    return MergeText(normalise(body)).merge(folded(FIELDS))


class _CardPainter(QStyledItemDelegate):
    """Two lines: the name with its cost on the right, and the beginning of the text; or one line alone."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        strong, muted = inks(option)
        box: QRect = option.rect.adjusted(tokens.SPACE_S, tokens.SPACE_XS, -tokens.SPACE_S, -tokens.SPACE_XS)
        second = str(index.data(_SECOND) or "")
        top = QRect(box.left(), box.top(), box.width(), box.height() // 2) if second else box
        last = QRect(box.left(), top.bottom(), box.width(), box.height() - top.height()) if second else top
        side = str(index.data(_SIDE) or "")
        taken = paint_line(painter, last, side, Type.CAPTION, muted, right=True)
        beside = last.adjusted(0, 0, -taken - tokens.SPACE_S, 0)
        if second:  # what may be cut is the text, not the name
            paint_line(painter, beside, second, Type.CAPTION, muted)
        paint_line(
            painter,
            top if second else beside,
            str(index.data()),
            Type.STRONG if second else Type.BODY,
            strong,
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        kinds = (Type.STRONG, Type.CAPTION) if index.data(_SECOND) else (Type.BODY,)
        lines = sum(QFontMetrics(theme.sized(kind)).height() for kind in kinds)
        return QSize(0, max(theme.high(tokens.ROW_HEIGHT), lines + tokens.SPACE_M))


class TemplateList(Card):
    """`picked` carries the Template that was chosen; the categories count what the search leaves."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(space=tokens.SPACE_S)
        self._templates: tuple[Template, ...] = ()
        self._wanted: list[str] = []
        self._filling = False
        self.categories = self._make_list("templates_categories", self.tr("Categories"))
        self.categories.setFixedWidth(theme.wide(tokens.RAIL_WIDTH))
        self.categories.currentItemChanged.connect(self._show_category)
        self.list = self._make_list("templates_list", self.tr("Templates"))
        self.list.currentItemChanged.connect(self._pick)
        both = row(self.categories, space=tokens.SPACE_M)
        self.none = Label(self.tr("No template has these words."), muted=True, wrap=True)
        self.none.setObjectName("templates_none")
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.list, 1)
        both.addWidget(self.none, 1)
        self.body.addLayout(both, 1)

    def _make_list(self, object_name: str, name: str) -> QListWidget:
        made = QListWidget()
        made.setObjectName(object_name)
        made.setAccessibleName(name)
        made.setProperty("look", "plain")
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setItemDelegate(_CardPainter(made))
        return made

    def show_templates(self, templates: Sequence[Template], current: int | None) -> None:
        """Show these, in their order; the one with the id `current` is marked."""
        self._templates = tuple(templates)
        self._fill(current)

    def search(self, text: str, current: int | None) -> None:
        """Leave only those that have every word."""
        self._wanted = fold(text).split()
        self._fill(current)

    def mark(self, current: int | None) -> None:
        """Mark the one with this id; None: none."""
        self._filling = True
        rows = [row for row in range(self.list.count()) if self._at(row).id == current]
        self.list.setCurrentRow(rows[0] if rows and current is not None else -1)
        self._filling = False

    def pick_first(self) -> None:
        """Choose the first one that is shown."""
        if self.list.count():
            self.list.setCurrentRow(0)

    def _at(self, row: int) -> Template:
        template: Template = self.list.item(row).data(_VALUE)
        return template

    @property
    def category(self) -> str:
        """The category that is shown; "" for all of them."""
        item = self.categories.currentItem()
        value = str(item.data(_VALUE)) if item is not None else _EVERYTHING
        return "" if value == _EVERYTHING else value

    @property
    def _found(self) -> list[Template]:
        return [
            template
            for template in self._templates
            if all(
                word in fold(f"{template.name} {template.category} {template.body}") for word in self._wanted
            )
        ]

    def _fill(self, current: int | None) -> None:
        self._fill_categories()
        self._fill_cards(current)

    def _fill_categories(self) -> None:
        kept, found = self.category, self._found
        counts: dict[str, int] = {}
        for template in found:
            counts[template.category] = counts.get(template.category, 0) + 1
        self._filling = True
        self.categories.clear()
        self._add_category(self.tr("All templates"), _EVERYTHING, len(found))
        for category, count in counts.items():
            self._add_category(visible(category) or self.tr("Without a category"), category, count)
        rows = [self.categories.item(row).data(_VALUE) for row in range(self.categories.count())]
        self.categories.setCurrentRow(rows.index(kept) if kept in rows else 0)
        self._filling = False

    def _add_category(self, words: str, value: str, count: int) -> None:
        item = QListWidgetItem(words[:1].upper() + words[1:])
        item.setData(_VALUE, value)
        item.setData(_SIDE, formats.number(count))
        self.categories.addItem(item)

    def _fill_cards(self, current: int | None) -> None:
        self._filling = True
        self.list.clear()
        for template in self._found:
            if not self.category or template.category == self.category:
                self._add_card(template)
        self._filling = False
        nothing = bool(self._wanted) and not self.list.count()
        self.none.setVisible(nothing)
        self.list.setVisible(not nothing)
        self.mark(current)

    def _add_card(self, template: Template) -> None:
        item = QListWidgetItem(visible(template.name))
        item.setData(_VALUE, template)
        item.setData(_SIDE, self.tr("%n SMS", "", typical_parts(template.body)))
        read = typical_text(template.body)
        item.setData(_SECOND, visible_line(read))
        item.setToolTip(plain_tip(visible(read)))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, visible_line(read))
        self.list.addItem(item)

    def _show_category(self) -> None:
        if not self._filling:
            item = self.list.currentItem()
            self._fill_cards(item.data(_VALUE).id if item is not None else None)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.picked.emit(item.data(_VALUE))
