"""A language that nobody speaks, with long words: what is not in it was never translated, what is cut has no room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

import pytest
from cut_words import lacking_room
from every_dialog import MAKERS
from every_page import fill, places
from page_desk import PageDesk, whole_window
from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from smsdesk.services.resources import resource_path
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

LETTERS = str.maketrans("aeiounyAEIOUN", "áéíóúñýÁÉÍÓÚÑ")
LONGER = 0.4
"""What a language may need more than English."""
QT_S_OWN = re.compile("Q[A-Z]")
KEPT = re.compile(r"(\{\w+\}|%L?n)")
WORD = re.compile(r"[^\W\d_]{3,}")
INNERMOST = re.compile(r"‹[^‹›]*(?:›|$)")


class Pseudo(QTranslator):
    """Every text in brackets, with accents, and longer."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        """The text in that language; of Qt's own there is none."""
        if not source or QT_S_OWN.match(context):
            return None
        pieces = KEPT.split(source)
        spelt = "".join(piece if KEPT.fullmatch(piece) else piece.translate(LETTERS) for piece in pieces)
        more = "~" * (ceil(len(source) * LONGER) - len("‹›"))
        return f"‹{spelt}{more}›"

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False


@pytest.fixture
def window(desk: PageDesk) -> Iterator[MainWindow]:
    Translations.of(QApplication.instance()).use(Language.ENGLISH)
    spoken = Pseudo()
    QCoreApplication.installTranslator(spoken)
    with whole_window(desk, None) as made:
        yield made
    QCoreApplication.removeTranslator(spoken)


def seen(window: QWidget) -> Iterator[str]:
    """Every text that stands in the window, in rows too."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            columns = 1 if isinstance(widget, QListView) else model.columnCount(QModelIndex())
            for column in range(min(columns, 12)):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
                yield from (
                    str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), 12))
                )
        yield from (widget.accessibleName(), widget.accessibleDescription())


def left_in_english(texts: Iterator[str], data: set[str]) -> set[str]:
    """The words outside the brackets that nobody typed."""
    words: set[str] = set()
    for text in texts:
        bare = text.replace("&", "")
        while (less := INNERMOST.sub("", bare)) != bare:
            bare = less
        words |= {word for word in WORD.findall(bare) if word.casefold() not in data}
    return words


def of_the_calendar() -> set[str]:
    """Names of months and days, which QLocale gives."""
    locale, form = QLocale(), QLocale.FormatType
    months = [
        locale.monthName(at, kind) for at in range(1, 13) for kind in (form.LongFormat, form.ShortFormat)
    ]
    days = [locale.dayName(at, kind) for at in range(1, 8) for kind in (form.LongFormat, form.ShortFormat)]
    return {word.casefold() for name in (*months, *days) for word in WORD.findall(name)}


def walk(desk: PageDesk, window: MainWindow) -> Iterator[Place]:
    """Every page, empty and then filled."""
    for filled in (False, True):
        number = fill(desk) if filled else 0
        for place in places(number):
            if place.route is Route.BROADCAST and not filled:
                continue
            window.go(place)
            desk.until(lambda: window.tasks.idle)
            QCoreApplication.processEvents()  # the layouts follow the new words
            yield place


def test_no_text_escapes_translation(desk: PageDesk, window: MainWindow) -> None:
    typed = "Léa Durand Martin Piano Concert Bonjour prénom nom Merci date Conservatoire jeudi mars "
    templates = resource_path("templates", "fr.toml").read_text("utf-8")
    data = {word.casefold() for word in WORD.findall(typed + templates)} | of_the_calendar()
    left = {}
    for place in walk(desk, window):
        left[str(place.route)] = left_in_english(seen(window), data)
    assert {page: words for page, words in left.items() if words} == {}


KEY_NAMES = {
    "ctrl",
    "shift",
    "esc",
    "return",
    "enter",
    "del",
    "backspace",
    "left",
    "right",
    "down",
    "pgdown",
    "alt",
}
"""As Qt writes them, which has nothing in that language."""


@pytest.mark.parametrize(
    "kind", sorted(MAKERS, key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_a_dialog_is_translated_and_has_room(desk: PageDesk, window: MainWindow, kind: type[QDialog]) -> None:
    fill(desk)
    dialog = MAKERS[kind](desk, window)
    dialog.open()
    desk.until(lambda: window.tasks.idle and dialog.isVisible())
    data = KEY_NAMES | {"piano", "concert", "bonjour", "sms", "desk"} | of_the_calendar()
    texts = (text for text in (dialog.windowTitle(), *seen(dialog)))
    assert left_in_english(texts, data) == set()
    assert lacking_room(desk.qtbot, dialog) == []
    dialog.reject()


def test_long_words_are_not_cut(desk: PageDesk, window: MainWindow) -> None:
    cut = {
        str(place.route): found for place in walk(desk, window) if (found := lacking_room(desk.qtbot, window))
    }
    assert not cut, "\n".join(f"{page}: {each}" for page, found in cut.items() for each in sorted(set(found)))
