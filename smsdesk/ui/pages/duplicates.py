"""Personnes, the possible duplicates: two entries side by side, what a merge makes of them, or two people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from smsdesk.domain.merging import MergePreview
from smsdesk.domain.people import Contact
from smsdesk.domain.sentences import Sentence
from smsdesk.domain.untrusted import visible
from smsdesk.services.duplicates import Duplicate
from smsdesk.services.events import Topic
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import translate
from smsdesk.ui.models.paged import NOWHERE, Index
from smsdesk.ui.pages.merge_view import MergeView
from smsdesk.ui.pages.page import Page, PageContext
from smsdesk.ui.pages.people_doing import Doing
from smsdesk.ui.places import MergeStart, Place, Route
from smsdesk.ui.tips import plain_tip
from smsdesk.ui.widgets.buttons import Button
from smsdesk.ui.widgets.layout import column, row
from smsdesk.ui.widgets.rows import inks, is_selected, paint_ground, paint_line
from smsdesk.ui.widgets.surfaces import Banner, EmptyState
from smsdesk.ui.widgets.text import Label

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SERVED = frozenset({_DISPLAY, _TIP, _SPOKEN})
_AIR = tokens.SPACE_S
_LIST_WIDTH = tokens.SIDE_WIDTH + tokens.SPACE_L
_LIST_SHARE = 0.27
"""The two entries and what becomes of them need the rest, also in a small window."""


def _names(found: Duplicate) -> str:
    return " / ".join(dict.fromkeys(visible(contact.name) for contact in found.contacts))


def _reasons(found: Duplicate) -> str:
    return ", ".join(translate(reason) for reason in found.reasons)


class DuplicatesModel(QAbstractListModel):
    """People who are probably one, those with most reasons first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Duplicate] = ()

    def show_rows(self, rows: Sequence[Duplicate]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED:
            return None
        found = self.rows[index.row()]
        words = f"{_names(found)}: {_reasons(found)}"
        return plain_tip(words) if role == _TIP else words


class _Painter(QStyledItemDelegate):
    """The names, and below them why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = sum(QFontMetrics(theme.sized(kind)).height() for kind in (Type.STRONG, Type.CAPTION))
        return QSize(0, max(theme.high(tokens.ROW_HEIGHT_TWO_LINES), lines + 2 * _AIR))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, DuplicatesModel):
            return
        found = model.rows[index.row()]
        strong, muted = inks(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        box = option.rect.adjusted(_AIR, tokens.SPACE_XS, -_AIR, -tokens.SPACE_XS)
        upper, lower = box.adjusted(0, 0, 0, -box.height() // 2), box.adjusted(0, box.height() // 2, 0, 0)
        paint_line(painter, upper, _names(found), Type.STRONG if is_selected(option) else Type.BODY, strong)
        paint_line(painter, lower, _reasons(found), Type.CAPTION, muted)
        painter.restore()


class DuplicatesPage(Page):
    """On the left who may stand twice, on the right the two entries and what becomes of them."""

    topics = frozenset({Topic.PEOPLE})
    back = Place(Route.PEOPLE)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, self.tr("Possible duplicates"))
        self.doing = Doing(self.services, self.tasks, self.notices, self)
        self.model = DuplicatesModel()
        self.view = self._make_view()
        self.problem = Banner("", Tone.FAILED)
        self.merge = MergeView()
        self.merge.choices_changed.connect(self._preview)
        self.merge.merge_wanted.connect(self._merge)
        self.merge.apart_wanted.connect(self._tell_apart)
        self._pair: tuple[int, int] | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none())
        self._panes = QStackedWidget()
        self._panes.addWidget(self.merge)
        self._panes.addWidget(self._choose_one())
        self._panes.setCurrentIndex(1)
        self.count = Label("", Type.CAPTION, muted=True)
        self._stack.addWidget(self._both())
        self.body.addWidget(self.problem)
        self.body.addWidget(self._stack, 1)
        self.first = self.view

    def _make_view(self) -> QListView:
        view = QListView()
        view.setObjectName("duplicates_list")
        view.setAccessibleName(self.tr("Possible duplicates"))
        view.setProperty("look", "plain")
        view.setModel(self.model)
        view.setItemDelegate(_Painter(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFixedWidth(theme.wide(_LIST_WIDTH))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(lambda *_: self._choose())
        return view

    def _both(self) -> QWidget:
        left = column(self.count)
        left.addWidget(self.view, 1)
        whole = row(space=tokens.SPACE_M)
        whole.addLayout(left)
        whole.addWidget(self._panes, 1)
        area = QWidget()
        area.setLayout(whole)
        return area

    def _none(self) -> EmptyState:
        back = Button(self.tr("Back to the people"), Icon.PEOPLE)
        back.clicked.connect(lambda: self.navigate.emit(Place(Route.PEOPLE)))
        return EmptyState(
            Icon.SUCCESS,
            self.tr("Nobody seems to be listed twice"),
            self.tr("Look here after an import: the same phone, or the same name and birth date, is found."),
            back,
        )

    def _choose_one(self) -> EmptyState:
        return EmptyState(
            Icon.DUPLICATES,
            self.tr("Choose two entries"),
            self.tr("You see them side by side, and what a merge makes of them, before anything changes."),
        )

    def open(self, what: object) -> None:
        """Show these two people (MergeStart), whatever speaks for it."""
        if isinstance(what, MergeStart):
            self.view.selectionModel().clear()
            self._compare((what.one, what.other), ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.setFixedWidth(min(theme.wide(_LIST_WIDTH), int(self.width() * _LIST_SHARE)))

    # the list

    def refresh(self) -> None:
        """Look for duplicates; among very many people that takes a moment."""
        self.tasks.wait_for(self, "found", self.services.duplicates.find, self._show_found)

    def _show_found(self, found: tuple[Duplicate, ...]) -> None:
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.model.show_rows(found)
        at = next((at for at, each in enumerate(found) if _pair_of(each) == self._pair), None)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at))
        selection.blockSignals(False)
        self.count.setText(self.tr("%n possible duplicates", "", len(found)))
        if self._pair is not None:
            self._preview()  # what was chosen stays, of values as they are now
        elif found:
            self.view.setCurrentIndex(self.model.index(0))
        self._show_place()

    def _show_place(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.rows or self._pair else 0)
        self._panes.setCurrentIndex(0 if self._pair else 1)
        if self.hasFocus():
            self.take_focus()  # it waited for the list

    def _choose(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            found = self.model.rows[index.row()]
            self._compare(_pair_of(found), found.reasons)

    # one pair

    def _compare(self, pair: tuple[int, int], reasons: Sequence[Sentence]) -> None:
        self._pair = pair
        self.problem.say("", Tone.FAILED)
        self.merge.begin(tuple(reasons))
        self._preview()
        self._show_place()

    def _preview(self) -> None:
        if self._pair is None:
            return
        (keep, other), choices, duplicates = self._pair, dict(self.merge.choices), self.services.duplicates
        self.tasks.read(
            self, "preview", lambda: duplicates.preview(keep, other, choices), self._show, self._refuse
        )

    def _show(self, preview: MergePreview) -> None:
        if self._pair == (preview.keep.id, preview.other.id):
            self.merge.show_preview(preview)

    def _refuse(self, sentence: Sentence) -> None:
        self.problem.say(translate(sentence), Tone.FAILED)

    def _merge(self) -> None:
        if self._pair is None:
            return
        (keep, other), choices, duplicates = self._pair, dict(self.merge.choices), self.services.duplicates
        self.doing.change(lambda: duplicates.merge(keep, (other,), choices), self._merged, self._refuse)

    def _merged(self, person: Contact) -> None:
        self._go_on()

    def _tell_apart(self) -> None:
        if self._pair is None:
            return
        (one, other), duplicates = self._pair, self.services.duplicates
        self.tasks.change(
            self, lambda: duplicates.not_the_same(one, other), lambda _none: self._told_apart(), self._refuse
        )

    def _told_apart(self) -> None:
        self.notices.toast(self.tr("Kept as two people; they are not proposed again."))
        self._go_on()

    def _go_on(self) -> None:
        """The next pair takes the place of the one that is settled."""
        self._pair = None
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()


def _pair_of(found: Duplicate) -> tuple[int, int]:
    """The two first ones; of more than two the rest comes when these are settled."""
    one, other = found.contacts[:2]
    return one.id, other.id
