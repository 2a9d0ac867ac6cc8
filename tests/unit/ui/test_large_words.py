"""What is chosen for the words while the window is open: their size, for which there is room, and their language."""

from __future__ import annotations

import pytest
from cut_words import lacking_room
from every_dialog import MAKERS
from every_page import fill, places
from page_desk import PageDesk
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from smsdesk.services.preferences import Choices
from smsdesk.ui.design import theme
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow


def grow(desk: PageDesk, window: MainWindow, percent: int) -> None:
    """Choose the size of the words as the settings do."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.services.preferences.keep(Choices(appearance="light", text_percent=percent))
    desk.until(lambda: theme.Theme.of(app).look.text_percent == percent and window.tasks.idle)


@pytest.mark.parametrize("percent", [150, 200])
def test_every_page_has_room_for_large_words(desk: PageDesk, window: MainWindow, percent: int) -> None:
    number = fill(desk)
    window.go(Place(Route.SETTINGS))
    grow(desk, window, percent)
    cut: dict[str, list[str]] = {}
    for place in places(number):
        window.go(place)
        desk.until(lambda: window.tasks.idle)
        if found := lacking_room(desk.qtbot, window):
            cut[str(place.route)] = found
    assert not cut, "\n".join(f"{page}: {each}" for page, found in cut.items() for each in found)


def test_days_are_named_in_the_language_that_was_chosen(desk: PageDesk, window: MainWindow) -> None:
    """Fields take the language of their days from the window around them, which was there before."""
    assert window.page.locale().language() is QLocale.Language.French
    desk.services.preferences.keep(Choices(language="en", appearance="light"))
    desk.until(lambda: window.page.locale().language() is QLocale.Language.English)


def test_every_dialog_has_room_for_large_words(desk: PageDesk, window: MainWindow) -> None:
    fill(desk)
    grow(desk, window, 200)
    cut: dict[str, list[str]] = {}
    for kind, make in MAKERS.items():
        dialog = make(desk, window)
        dialog.open()
        desk.until(lambda dialog=dialog: window.tasks.idle and dialog.isVisible())
        if found := lacking_room(desk.qtbot, dialog):
            cut[kind.__name__] = found
        dialog.reject()
    assert not cut, "\n".join(f"{page}: {each}" for page, found in cut.items() for each in found)
