"""The desktop around the window: an icon with the count in its tray, notifications, the sound."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from smsdesk.ui.design import icons, theme, tokens
from smsdesk.ui.design.icons import Icon, Ink
from smsdesk.ui.design.palettes import Tone
from smsdesk.ui.design.tokens import Type

_SIDE = 64
"""Pixels of the icon: trays show it at 16 to 32, some at twice that."""

_MOST = 9
"""A tray has room for one figure; beyond that, "+" says enough."""

_SHOWN_MS = 8000
"""Where the desktop leaves it to us: time to look up, read two lines, and click."""


class TrayDesktop(QObject):
    """Shows what the system offers, and nothing where it has no tray: the window has the same count."""

    def __init__(self, parent: QObject, open_inbox: Callable[[], None], *, quiet: bool = False) -> None:
        """`quiet`: nothing is shown, as for a sample beside the desk that has the icon."""
        super().__init__(parent)
        self._quiet = quiet
        self._open = open_inbox
        self._offers: list[tuple[Callable[[], str], Callable[[], None]]] = []
        self._menu: QMenu | None = None
        self._icon: QSystemTrayIcon | None = None
        self._shown = (0, "")

    def offer(self, words: Callable[[], str], act: Callable[[], None]) -> None:
        """One more line of the menu, in the words of the moment; before the icon is first there."""
        self._offers.append((words, act))

    @property
    def present(self) -> bool:
        """Whether there is an icon, so that a window that hides can be called back."""
        self._appear()
        return self._icon is not None

    def show_count(self, count: int, words: str) -> None:
        """In the tray, and on the program's icon in the task bar where the desktop has that."""
        if self._quiet or (count, words) == self._shown:
            return
        self._shown = count, words
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(count)
        self._appear()
        self._dress()

    def tell(self, title: str, text: str) -> None:
        """Through the tray: what Windows, macOS and Linux have in common."""
        self._appear()
        if self._icon is not None:
            self._icon.showMessage(title, text, icons.make(Icon.MESSAGE, Ink.ACCENT), _SHOWN_MS)

    def sound(self) -> None:
        """The one that the person chose for the desktop's notices."""
        if not self._quiet:
            QApplication.beep()

    def end(self) -> None:
        """Take the icon out of the tray."""
        if self._icon is not None:
            self._icon.hide()
        if self._menu is not None:
            self._menu.deleteLater()
        self._icon = self._menu = None

    def _appear(self) -> None:
        """Make the icon as soon as the desktop has a tray; some start theirs after the programs."""
        if self._quiet or self._icon is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._menu = QMenu()  # some trays know no click, only a menu
        for act in (self._open, *(act for _words, act in self._offers)):
            self._menu.addAction("").triggered.connect(act)
        self._icon = QSystemTrayIcon(counted_icon(0), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self._open)
        self._dress()
        self._icon.show()

    def _dress(self) -> None:
        if self._icon is None or self._menu is None:
            return
        count, words = self._shown
        lines = (self.tr("Open the inbox"), *(said() for said, _act in self._offers))
        for action, line in zip(self._menu.actions(), lines, strict=True):
            action.setText(line)
        self._icon.setToolTip(f"SMS desk · {words}")
        self._icon.setIcon(counted_icon(count))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self._open()


def counted_icon(count: int) -> QIcon:
    """The program's icon; over its corner how many messages are unread, from ten on as "9+"."""
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = theme.active()
    icons.paint(painter, QRectF(0, 0, _SIDE, _SIDE), Icon.MESSAGE, QColor(palette.tones[Tone.ACCENT].solid))
    if count:
        _paint_count(painter, str(count) if count <= _MOST else f"{_MOST}+")
    painter.end()
    return QIcon(pixmap)


def _paint_count(painter: QPainter, words: str) -> None:
    palette = theme.active()
    box = QRectF(0, _SIDE * 0.4, _SIDE, _SIDE * 0.6)
    font = theme.sized(Type.STRONG)
    font.setPixelSize(int(box.height() * 0.8))
    painter.setFont(font)
    width = max(box.height(), painter.fontMetrics().horizontalAdvance(words) + tokens.SPACE_S)
    box.setLeft(_SIDE - width)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.danger))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(palette.on_danger))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
