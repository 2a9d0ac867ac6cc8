"""The blocks of a calendar: what one shows, and how it is painted, in one line or in two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from smsdesk.domain.schedule import EntryState
from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.widgets.states import ENTRY_LOOKS, entry_word

_EDGE = 3
"""The stripe on the left of a block, in the full colour of its state."""
_ICON = 14
_PAD = tokens.SPACE_XS
_READABLE = 40
"""Some letters of a title: with less room beside its hour, it has the place of the hour."""
_ROOM_FOR_ALL = 136
"""A block of one line that is narrower does without its count: the title needs the room."""


@dataclass(frozen=True)
class Block:
    """One entry of a calendar: `wall` is its naive wall time, `count` its phones (None: not told)."""

    id: str
    wall: datetime
    title: str
    state: EntryState
    movable: bool
    count: int | None = None

    @property
    def day(self) -> date:
        """The day that it stands on."""
        return self.wall.date()

    @cached_property
    def hour(self) -> str:
        """Its hour: 17:30."""
        return f"{self.wall:%H:%M}"


@dataclass(frozen=True)
class DayMark:
    """What is said about a day: its name as a day off, and whether the date is an estimate only."""

    name: str
    estimated: bool = False


@dataclass(frozen=True)
class _Fonts:
    plain: QFont
    strong: QFont
    struck: QFont
    metrics: QFontMetricsF
    strong_metrics: QFontMetricsF


def _fonts() -> _Fonts:
    return _fonts_at(_icon())


@lru_cache(maxsize=len(tokens.TEXT_PERCENTS))
def _fonts_at(_size: int) -> _Fonts:
    """The fonts for words of the size at which an icon beside them is so large: the one in force."""
    plain, strong = theme.sized(Type.CAPTION), theme.sized(Type.CAPTION)
    strong.setWeight(QFont.Weight.DemiBold)
    struck = theme.sized(Type.CAPTION)
    struck.setStrikeOut(True)
    return _Fonts(plain, strong, struck, QFontMetricsF(plain), QFontMetricsF(strong))


def _icon() -> int:
    """An icon beside words, as large as these."""
    return theme.wide(_ICON)


def line_height() -> float:
    """How high a block of one line is."""
    return max(float(_icon()), _fonts().metrics.height()) + _PAD


def two_lines_height() -> float:
    """How high a block is that says its state and count in words below the title."""
    return 2 * _fonts().metrics.height() + _PAD + 2


def paint_block(painter: QPainter, box: QRectF, block: Block, *, told: str = "") -> None:
    """Paint a block into `box`: in two lines where it is high enough.

    `told` stands in the place of the state, while it is carried.
    """
    soft, solid, ink = _colors(theme.active().name, block.state)
    painter.setPen(QPen(solid, 1) if theme.active().strong else Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(box, tokens.RADIUS_S, tokens.RADIUS_S)
    painter.fillRect(QRectF(box.left(), box.top() + 1, _EDGE, box.height() - 2), solid)
    inner = box.adjusted(_EDGE + _PAD, 0, -_PAD, 0)
    painter.setPen(ink)
    if box.height() <= line_height() + 1:
        _paint_line(painter, inner, block)
        return
    half = (box.height() - 2) / 2
    upper = QRectF(inner.left(), inner.top() + 1, inner.width(), half)
    if told:
        _words(painter, upper, told, _fonts().strong)
    else:
        _paint_upper(painter, upper, block)
    _paint_title(painter, upper.translated(0, half), block)


def _paint_line(painter: QPainter, box: QRectF, block: Block) -> None:
    """All in one line; in little room the title with its state, whose hour the tool tip has."""
    hour = _fonts().strong_metrics.horizontalAdvance(block.hour)
    left = box.width() - _icon() - 2 * _PAD - hour
    title = _fonts().metrics.horizontalAdvance(block.title)
    if left < min(title, theme.wide(_READABLE)):
        _paint_state(painter, box, block)
        _paint_title(painter, box.adjusted(_icon() + _PAD, 0, 0, 0), block)
        return
    counted = box.width() >= theme.wide(_ROOM_FOR_ALL)
    _paint_title(painter, _paint_hour(painter, box, block, counted=counted), block)


def _paint_state(painter: QPainter, box: QRectF, block: Block) -> None:
    icon, tone = ENTRY_LOOKS[block.state]
    at = QPointF(box.left(), box.center().y() - _icon() / 2)
    _paint_icon(painter, at, icon, theme.active().tones[tone].text)


def _paint_upper(painter: QPainter, box: QRectF, block: Block) -> None:
    """Hour, state and count; in little room a planned one does without the word, others without the count."""
    word, metrics = entry_word(block.state), _fonts().metrics
    wide = metrics.horizontalAdvance(word)
    count = metrics.horizontalAdvance(str(block.count)) + _icon() + _PAD
    left = box.width() - _icon() - 2 * _PAD - _fonts().strong_metrics.horizontalAdvance(block.hour)
    planned = block.state is EntryState.PLANNED
    counted = left >= (count if planned else count + wide)
    rest = _paint_hour(painter, box, block, counted=counted)
    if rest.width() >= wide:
        _words(painter, rest, word, _fonts().plain)


@lru_cache(maxsize=8)
def _colors(_palette: str, state: EntryState) -> tuple[QBrush, QBrush, QPen]:
    """Ground, edge and words of a state, in the palette of this name: the one in force."""
    tone = theme.active().tones[ENTRY_LOOKS[state][1]]
    return QBrush(QColor(tone.soft)), QBrush(QColor(tone.solid)), QPen(QColor(tone.text))


def _paint_title(painter: QPainter, box: QRectF, block: Block) -> None:
    struck = block.state is EntryState.CANCELLED
    _words(painter, box, block.title, _fonts().struck if struck else _fonts().plain)


def _paint_hour(painter: QPainter, box: QRectF, block: Block, *, counted: bool) -> QRectF:
    """Icon and hour on the left, the count on the right; gives the room between them."""
    fonts = _fonts()
    wide = fonts.strong_metrics.horizontalAdvance(block.hour)
    left, right = box.left(), box.right()
    if box.width() >= _icon() + _PAD + wide:
        _paint_state(painter, box, block)
        left += _icon() + _PAD
    if counted and block.count is not None:
        right -= _paint_count(painter, box, str(block.count)) + _PAD
    _words(painter, QRectF(left, box.top(), right - left, box.height()), block.hour, fonts.strong)
    left += wide + _PAD
    return QRectF(left, box.top(), right - left, box.height())


def _paint_count(painter: QPainter, box: QRectF, count: str) -> float:
    """How many phones, at the right end; gives the width it takes."""
    fonts = _fonts()
    wide = fonts.metrics.horizontalAdvance(count)
    left = box.right() - wide
    painter.setFont(fonts.plain)
    painter.drawText(QPointF(left, _baseline(box.center().y(), fonts.metrics)), count)
    place = QPointF(left - _icon(), box.center().y() - _icon() / 2)
    _paint_icon(painter, place, Icon.PHONE, painter.pen().color().name())
    return wide + _icon()


def _paint_icon(painter: QPainter, at: QPointF, icon: Icon, color: str) -> None:
    painter.drawPixmap(at, _picture(icon, color, _icon(), painter.device().devicePixelRatioF()))


@lru_cache(maxsize=64)
def _picture(icon: Icon, color: str, side: int, ratio: float) -> QPixmap:
    """An icon as pixels: a glyph is drawn once, not with each of hundreds of blocks."""
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    icons.paint(painter, QRectF(0, 0, side, side), icon, QColor(color))
    painter.end()
    return picture


def _baseline(middle: float, metrics: QFontMetricsF) -> float:
    return middle + (metrics.ascent() - metrics.descent()) / 2


def _words(painter: QPainter, box: QRectF, text: str, font: QFont) -> None:
    if box.width() < _icon():
        return
    painter.setFont(font)
    metrics = _fonts().strong_metrics if font is _fonts().strong else _fonts().metrics
    shown = _cut(text, round(box.width()), _icon(), font is _fonts().strong)
    painter.drawText(QPointF(box.left(), _baseline(box.center().y(), metrics)), shown)


@lru_cache(maxsize=4096)
def _cut(text: str, width: int, size: int, strong: bool) -> str:
    metrics = _fonts_at(size).strong_metrics if strong else _fonts_at(size).metrics
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def paint_outline(painter: QPainter, box: QRectF, tone: Tone | None = None) -> None:
    """The frame around a block that is chosen or carried."""
    palette = theme.active()
    color = palette.accent if tone is None else palette.tones[tone].solid
    painter.setPen(QPen(QColor(color), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS_S, tokens.RADIUS_S)


def pill_words(text: str, count: int, width: float) -> str:
    """The words that stand for what has no room; where they have none themselves, "+9"."""
    return text if _fonts().strong_metrics.horizontalAdvance(text) <= width else f"+{count}"


def paint_pill(painter: QPainter, box: QRectF, text: str, count: int) -> None:
    """How many have no room, in words where these fit."""
    palette = theme.active()
    painter.setFont(_fonts().strong)
    painter.setPen(QColor(palette.muted))
    inner = box.adjusted(_PAD, 0, -_PAD, 0)
    shown = pill_words(text, count, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_offer(painter: QPainter, box: QRectF, text: str) -> None:
    """What a click into an empty place would begin: shown where the pointer is."""
    palette = theme.active()
    painter.setPen(QPen(QColor(palette.accent), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(palette.tones[Tone.ACCENT].soft))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS_S, tokens.RADIUS_S)
    painter.setPen(QColor(palette.tones[Tone.ACCENT].text))
    _words(painter, box.adjusted(_PAD + 2, 0, -_PAD, 0), text, _fonts().strong)
