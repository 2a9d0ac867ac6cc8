"""The column of the table of people that shows the word of consent, painted once for each word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.family_consent import FamilyConsent, family_consent_look
from smsdesk.ui.models.people import PeopleModel
from smsdesk.ui.people_words import ConsentLook
from smsdesk.ui.widgets import chips
from smsdesk.ui.widgets.cells import CellPainter
from smsdesk.ui.widgets.rows import inks, is_selected, paint_line

_Key = tuple[FamilyConsent, bool, int, int, str, float]
"""Word, chosen or not, width and height, palette, and pixels to a point."""


class ConsentPainter(CellPainter):
    """Paints the word as a chip, where nobody was asked as muted words; a table shows few different ones."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._looks = {word: family_consent_look(word) for word in FamilyConsent}
        self._painted: dict[_Key, QPixmap] = {}

    @property
    def width(self) -> int:
        """In pixels, what the widest word takes."""
        return int(max(chips.chip_width(look.text) for look in self._looks.values())) + tokens.SPACE_M

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, PeopleModel):
            return
        self.paint_ground(painter, option.rect, selected=is_selected(option))
        word = model.consent(model.row(index.row()).id)
        painter.drawPixmap(option.rect.topLeft(), self._pixmap(word, option, painter))

    def _pixmap(self, word: FamilyConsent, option: QStyleOptionViewItem, painter: QPainter) -> QPixmap:
        ratio = painter.device().devicePixelRatio()
        size = option.rect.size()
        key = (word, is_selected(option), size.width(), size.height(), theme.active().name, ratio)
        found = self._painted.get(key)
        if found is None:
            if len(self._painted) > len(FamilyConsent) * 4:
                self._painted.clear()  # the window was resized: these widths are gone
            found = self._painted[key] = _paint(self._looks[word], option, ratio)
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(tokens.RAIL_WIDTH, theme.high(tokens.ROW_HEIGHT))


def _paint(look: ConsentLook, option: QStyleOptionViewItem, ratio: float) -> QPixmap:
    box = QRect(0, 0, option.rect.width(), option.rect.height())
    pixmap = QPixmap(box.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if look.tone is Tone.NEUTRAL:
        _paint_quiet(painter, box, option, look)
    else:
        at = QPointF(tokens.SPACE_XS, box.center().y() - chips.chip_height() / 2)
        chips.paint_chip(painter, at, look.icon, look.text, look.tone, box.width() - tokens.SPACE_S)
    painter.end()
    return pixmap


def _paint_quiet(painter: QPainter, box: QRect, option: QStyleOptionViewItem, look: ConsentLook) -> None:
    """Most families were never asked: their word is there without asking for attention."""
    _strong, muted = inks(option)
    side = theme.wide(tokens.ICON_S)
    left = tokens.SPACE_XS + tokens.SPACE_S
    icons.paint(painter, QRectF(left, (box.height() - side) / 2, side, side), look.icon, muted)
    words = box.adjusted(left + side + tokens.SPACE_XS, 0, 0, 0)
    paint_line(painter, words, look.text, Type.CAPTION, muted)
