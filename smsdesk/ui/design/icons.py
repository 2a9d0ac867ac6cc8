"""Icons by what they mean; the glyphs are Material Design Icons, out of qtawesome's font.

The font file is read without importing qtawesome, which would open its ten other fonts as well and
double the time to the first paint. Icons take their colour when they are painted, so that a change of
palette needs no new icon.
"""

from __future__ import annotations

import importlib.util
import json
from enum import Enum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from smsdesk.ui.design import theme
from smsdesk.ui.design.palettes import Palette, Tone

_FONT = "materialdesignicons6-webfont"


class Icon(Enum):
    """What an icon says, with the glyph that says it."""

    HOME = "home-variant-outline"
    NOTIFY = "send-outline"
    INBOX = "inbox-outline"
    PEOPLE = "account-group-outline"
    BROADCASTS = "bullhorn-outline"
    TEMPLATES = "text-box-outline"
    PLANNING = "calendar-month-outline"
    REPORTS = "chart-box-outline"
    SETTINGS = "cog-outline"

    DELIVERED = "check-all"
    SENT = "check"
    WAITING = "clock-outline"
    SENDING = "timer-sand"
    UNCERTAIN = "help-circle-outline"
    FAILED = "alert-circle-outline"
    EXPIRED = "account-clock-outline"
    CANCELLED = "cancel"
    PAUSED = "pause"
    PLANNED = "calendar-clock-outline"
    MISSED = "clock-alert-outline"
    SKIPPED = "calendar-remove-outline"

    CHOSEN = "format-list-numbered"
    NO = "close-circle-outline"
    NUMBER = "pound"
    SILENT = "message-off-outline"

    ADD = "plus"
    ADD_PERSON = "account-plus-outline"
    ARCHIVE = "archive-outline"
    ASSIGN = "account-arrow-right-outline"
    BACK = "chevron-left"
    NEXT = "chevron-right"
    CLOSE = "close"
    COPY = "content-copy"
    DELETE = "delete-outline"
    DOWN = "chevron-down"
    EDIT = "pencil-outline"
    EXPORT = "file-download-outline"
    FILTER = "filter-variant"
    HISTORY = "history"
    IMPORT = "file-upload-outline"
    MERGE = "call-merge"
    MORE = "dots-horizontal"
    MOVE = "folder-move-outline"
    PAUSE = "pause-circle-outline"
    PLAY = "play-circle-outline"
    PRINT = "printer-outline"
    REDO = "redo"
    REFRESH = "refresh"
    REMINDER = "bell-outline"
    REPEAT = "repeat"
    RESCHEDULE = "calendar-arrow-right"
    REPLY = "message-reply-text-outline"
    RESTORE = "archive-arrow-up-outline"
    SAVE = "content-save-outline"
    SEARCH = "magnify"
    SEND = "send"
    STOP = "stop-circle-outline"
    SILENCED = "bell-off-outline"
    UNDO = "undo"
    UNREAD = "email-mark-as-unread"
    UP = "chevron-up"

    ABSENCE = "account-off-outline"
    ALERT = "lightning-bolt-outline"
    ATTACK = "shield-alert-outline"
    CLASS = "school-outline"
    CLOSED = "door-closed-lock"
    CONSENT = "clipboard-check-outline"
    COURSE = "music-note-outline"
    DUPLICATES = "account-multiple-outline"
    ENSEMBLE = "account-music-outline"
    EVACUATION = "exit-run"
    EXERCISE = "whistle-outline"
    CLOCK = "clock-time-four-outline"
    FREE_LIST = "format-list-bulleted"
    HELP = "book-open-page-variant-outline"
    INFORMATION = "information-outline"
    LANDLINE = "deskphone"
    LEFT_OUT = "account-remove-outline"
    LOCK = "lock-outline"
    MESSAGE = "message-text-outline"
    MODEM = "usb"
    PERSON = "account-outline"
    PHONE = "cellphone"
    SEASON = "calendar-sync-outline"
    POWER_CUT = "flash-off-outline"
    SERVICE = "truck-outline"
    SHELTER = "home-lock"
    STORM = "weather-lightning-rainy"
    TOWN = "map-marker-outline"
    WATER = "water-alert-outline"
    SIGNAL = "signal-cellular-3"
    SIGNAL_OFF = "signal-off"
    SIM_ALERT = "sim-alert-outline"
    SMART = "filter-outline"
    STAR = "star-outline"
    STARRED = "star"
    SUCCESS = "check-circle-outline"
    TAG = "tag-outline"
    WARNING = "alert-outline"


class Ink(Enum):
    """The colour an icon is painted in, by role; a Tone may stand in its place."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    ON_ALARM = "on_alarm"


@cache
def _font() -> tuple[str, dict[str, str]]:
    """The family of the icon font, loaded once, and the code points in hex of the glyphs that are used.

    The font has seven thousand; their names would be a megabyte.
    """
    found = importlib.util.find_spec("qtawesome")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome is not installed")
    fonts = Path(found.submodule_search_locations[0]) / "fonts"
    (font_file,) = fonts.glob(f"{_FONT}-[0-9]*.ttf")
    (map_file,) = fonts.glob(f"{_FONT}-charmap-*.json")
    number = QFontDatabase.addApplicationFont(str(font_file))
    every = json.loads(map_file.read_text("ascii"))
    return QFontDatabase.applicationFontFamilies(number)[0], {icon.value: every[icon.value] for icon in Icon}


@cache
def _outline(icon: Icon) -> QPainterPath:
    """The glyph as a path in a box of 1000 units."""
    family, codes = _font()
    font = QFont(family)
    font.setPixelSize(1000)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, chr(int(codes[icon.value], 16)))
    box = path.boundingRect()
    path.translate(500 - box.center().x(), 500 - box.center().y())
    return path


def _color(ink: Ink | Tone, palette: Palette, mode: QIcon.Mode) -> QColor:
    if mode == QIcon.Mode.Disabled:
        return QColor(palette.disabled)
    if isinstance(ink, Tone):
        return QColor(palette.tones[ink].text)
    return QColor(str(getattr(palette, ink.value)))


def paint(painter: QPainter, rect: QRectF, icon: Icon, color: QColor) -> None:
    """Paint an icon as large as `rect` allows, in its middle."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 1000, side / 1000)
    painter.fillPath(_outline(icon), color)
    painter.restore()


class _Engine(QIconEngine):
    """Paints one glyph in the colours of the moment."""

    def __init__(self, icon: Icon, ink: Ink | Tone, checked: Ink | Tone) -> None:
        super().__init__()
        self._icon, self._ink, self._checked = icon, ink, checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ink = self._checked if state == QIcon.State.On else self._ink
        paint(painter, QRectF(rect), self._icon, _color(ink, theme.active(), mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._icon, self._ink, self._checked)


def make(icon: Icon, ink: Ink | Tone = Ink.TEXT, checked: Ink | Tone | None = None) -> QIcon:
    """An icon for buttons and items; `checked` is its colour while its button is checked."""
    return QIcon(_Engine(icon, ink, checked or ink))


def painter(widget: QWidget) -> QPainter:
    """A painter on a widget with smooth edges."""
    started = QPainter(widget)
    started.setRenderHint(QPainter.RenderHint.Antialiasing)
    return started
