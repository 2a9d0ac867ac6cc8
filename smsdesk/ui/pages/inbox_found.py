"""The messages that a search found, both ways, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStackedWidget, QStyledItemDelegate, QStyleOptionViewItem

from smsdesk.domain.inbox_views import FoundMessage, MessageQuery
from smsdesk.ui.dates import short_moment
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.models.found import FoundModel, marked, said, whose
from smsdesk.ui.pages.inbox_rows import PAD, line_height
from smsdesk.ui.widgets.lists import plain_list
from smsdesk.ui.widgets.rows import inks, paint_ground, paint_line
from smsdesk.ui.widgets.surfaces import EmptyState

_Colors = tuple[QColor, QColor]


class FoundPainter(QStyledItemDelegate):
    """Paints a message in two lines: with whom and when, and what was said."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 2 * line_height(Type.STRONG) + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, FoundModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        row, colors = model.row(index.row()), inks(option)
        top = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        below = top.translated(0, top.height())
        taken = paint_line(painter, top, short_moment(row.at), Type.CAPTION, colors[1], right=True)
        top.setWidth(top.width() - taken - tokens.SPACE_S)
        paint_line(painter, top, whose(row), Type.BODY, colors[0])
        _paint_pieces(painter, below, marked(said(row), model.words), colors)
        painter.restore()


def _paint_pieces(
    painter: QPainter, line: QRect, pieces: Iterable[tuple[str, bool]], colors: _Colors
) -> None:
    """One piece behind the other; what was sought stands out."""
    for text, sought in pieces:
        if line.width() <= 0:
            return
        type_ = Type.STRONG if sought else Type.BODY
        fits = QFontMetrics(theme.sized(type_)).horizontalAdvance(text) <= line.width()
        taken = paint_line(painter, line, text, type_, colors[0] if sought else colors[1])
        line.setLeft(line.left() + taken if fits else line.right() + 1)


class FoundList(QStackedWidget):
    """`opened` carries the FoundMessage to show in its conversation."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = FoundModel()
        self.view: QListView = plain_list(
            self.model, FoundPainter(), self.tr("Messages found"), "inbox_found"
        )
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._open_selected())
        self.view.activated.connect(lambda index: self.opened.emit(self.model.row(index.row())))
        self._shown: MessageQuery | None = None
        self.addWidget(self.view)
        title, text = self.tr("No message found"), self.tr("Try another word, or fewer letters of it.")
        self.addWidget(EmptyState(Icon.SEARCH, title, text))

    def show_found(self, query: MessageQuery, messages: Sequence[FoundMessage]) -> None:
        """Show what was found; for the query of before, what is there stays where it is."""
        self.model.show(query.text, messages, anew=query != self._shown)
        self._shown = query
        self.setCurrentIndex(0 if messages else 1)

    def take_first(self) -> None:
        """Bring the keyboard to what was found first."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_selected(self) -> None:
        for index in self.view.selectedIndexes():
            self.opened.emit(self.model.row(index.row()))
