"""What one sees instead of the window while the data cannot be opened yet: upgraded, or brought back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from smsdesk.ui.design import theme, tokens
from smsdesk.ui.design.theme import Theme
from smsdesk.ui.design.tokens import Type
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.text import Label

T = TypeVar("T")

SHOWN_AFTER_S = 1.0
"""Whoever waits longer than this asks what goes on."""

TURN_S = 0.02
"""Between two turns of the event loop: the bar moves, and the system sees that the program lives."""


class WaitNotice(QWidget):
    """Says what goes on; it cannot be closed, since the data are of no use before the end."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__(None, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(title, Type.TITLE)
        self.words = Label(words, muted=True, wrap=True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        self.setWindowTitle(title)
        body = column(self.title, self.words, bar, space=tokens.SPACE_M, margin=tokens.SPACE_L)
        self.setLayout(body)
        self.setFixedWidth(theme.wide(tokens.PANE_WIDTH + tokens.SIDE_WIDTH))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


class UpgradeNotice(WaitNotice):
    """While the data of an earlier version are brought up to date."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Updating your data…"),
            self.tr(
                "This version keeps them in a new way. It happens once and can take a minute; a copy of"
                " your data as they were is kept."
            ),
        )


def show_upgrade(app: QApplication, work: Callable[[], None]) -> None:
    """Upgrade, and show what goes on when it takes a while; raises what the work raises."""
    show_while(app, work, UpgradeNotice)


def show_while(app: QApplication, work: Callable[[], T], notice_of: Callable[[], WaitNotice]) -> T:
    """Do the work on another thread, and show what goes on when it takes a while; raises what it raises."""
    notice: WaitNotice | None = None
    with ThreadPoolExecutor(1, "upgrade") as executor:
        running = executor.submit(work)
        wait((running,), SHOWN_AFTER_S)
        while not running.done():
            notice = notice or _shown(app, notice_of)
            app.processEvents()
            wait((running,), TURN_S)
    if notice is not None:
        notice.hide()
        notice.deleteLater()
    return running.result()


def speak(app: QApplication) -> None:
    """The language that was chosen stands in the data: until they can be read it is that of the system."""
    if Translations.of(app).language is None:
        english = QLocale.system().language() is QLocale.Language.English
        Translations.of(app).use(Language.ENGLISH if english else Language.FRENCH)
    Theme.of(app)


def _shown(app: QApplication, notice_of: Callable[[], WaitNotice]) -> WaitNotice:
    speak(app)
    notice = notice_of()
    notice.show()
    return notice
