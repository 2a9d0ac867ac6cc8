"""F1: the page's own topic, the search and the way back, all from the keyboard; the overview of the keys."""

from __future__ import annotations

import pytest
from page_desk import PageDesk, child, nameless, whole_window
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from smsdesk.services import help_pages
from smsdesk.ui import help_room
from smsdesk.ui.design import palettes, theme, tokens
from smsdesk.ui.help_topics import Topic, topic_of
from smsdesk.ui.i18n import Language
from smsdesk.ui.keys_overview import KeysOverview
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Where the keyboard is."""
    state = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        state |= modifier
    qtbot.keyClick(window.focusWidget() or window, key, state)


@pytest.mark.parametrize("route", list(Route))
def test_every_page_has_a_topic_that_is_there(route: Route) -> None:
    topic = topic_of(route)
    page = help_pages.page("fr", topic.page)
    assert page is not None
    assert not topic.anchor or topic.anchor in {section.anchor for section in page.sections}


def test_f1_opens_the_topic_of_the_page_and_goes_back_to_where_one_was(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go(Place(Route.BROADCASTS))
    before = window.focusWidget()
    press(qtbot, window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    assert window.help.topic == Topic("suivre-un-envoi")
    assert window.help.text.accessibleName() == "Aide\u00a0: Suivre un envoi"
    assert window.help.holds_keyboard
    assert nameless(window) == []
    press(qtbot, window, Qt.Key.Key_F1)
    assert not window.help.isVisible()
    assert window.focusWidget() is before


def test_the_section_of_a_topic_is_scrolled_to(qtbot: QtBot, window: MainWindow) -> None:
    window.help_room.open(Topic(anchor="les-doublons"))
    bar = window.help.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    window.help_room.open(Topic())
    assert bar.value() == 0


def test_one_seeks_reads_and_goes_back_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Place(Route.INBOX))  # which has a Ctrl+F of its own
    press(qtbot, window, Qt.Key.Key_F1)
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.help.search
    qtbot.keyClicks(window.help.search, "brouillon")
    assert window.help.found.isVisible()
    assert window.help.found.count() > 1
    second = window.help.found.item(1).data(Qt.ItemDataRole.UserRole)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.help.topic == second
    assert window.help.text.isVisible()
    press(qtbot, window, Qt.Key.Key_Backspace)
    assert window.help.topic == Topic("repondre-aux-familles")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.help.isVisible()


def test_a_link_leads_to_its_page(qtbot: QtBot, window: MainWindow) -> None:
    window.help_room.open(Topic())
    for _ in range(40):
        press(qtbot, window, Qt.Key.Key_Tab)
        if window.help.text.textCursor().selectedText() == "Importer une liste":
            break
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.help.topic == Topic("importer-une-liste")


def test_what_is_not_found_is_said(qtbot: QtBot, window: MainWindow) -> None:
    window.help_room.open(Topic())
    window.help.search.setText("xyzzy")
    assert window.help.found.count() == 0
    assert window.help._none.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.help.text.isVisible()
    assert not window.help._none.isVisible()


def test_all_topics_are_listed(qtbot: QtBot, window: MainWindow) -> None:
    window.help_room.open(Topic())
    qtbot.mouseClick(child(window, "help_contents"), Qt.MouseButton.LeftButton)
    assert window.help.found.count() == len(help_pages.pages("fr"))
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.help.topic == Topic(help_pages.pages("fr")[1].name)


def test_a_narrow_window_shows_the_help_in_the_place_of_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.help_room.open(Topic())
    assert window.page.isVisible()
    qtbot.waitUntil(lambda: window.help.width() == help_room.WIDTH)
    assert window.rail.width() == tokens.RAIL_WIDTH_COLLAPSED  # the page needs the room more
    window.resize(help_room.beside_from() - 1, 600)
    assert not window.page.isVisible()
    qtbot.waitUntil(lambda: window.help.width() > help_room.WIDTH)
    window.resize(help_room.beside_from(), 600)
    assert window.page.isVisible()
    window.help_room.close()
    window.resize(800, 560)
    assert window.page.isVisible()


def test_who_reads_english_is_told_that_the_guide_is_french(desk: PageDesk) -> None:
    with whole_window(desk, Language.ENGLISH) as window:
        window.help_room.open(Topic())
        assert child(window, "help_in_french").isVisible()


def test_french_readers_are_told_nothing(window: MainWindow) -> None:
    window.help_room.open(Topic())
    assert not child(window, "help_in_french").isVisible()


def test_the_words_follow_a_change_of_look(window: MainWindow) -> None:
    window.help_room.open(Topic())
    text = window.help.text

    def heading() -> str:
        return text.document().begin().begin().fragment().charFormat().foreground().color().name()

    assert heading() == theme.active().text
    window._theme.choose(theme.Appearance.DARK)
    assert heading() == theme.active().text == palettes.DARK.text


def test_every_shortcut_of_the_window_stands_in_the_overview(qtbot: QtBot, window: MainWindow) -> None:
    for route in Route:
        if route not in {Route.BROADCAST, Route.CRISIS}:
            window.go(Place(route))
    qtbot.waitUntil(lambda: window.tasks.idle)
    overview = KeysOverview(window)
    listed = {QKeySequence(keys).toString() for line in overview.lines() for keys in line.keys}
    used = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    assert used - listed == set()
    overview.close()


def test_the_overview_is_opened_by_its_key_and_narrowed_by_typing(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_Question, Qt.KeyboardModifier.ControlModifier)
    overview = window.findChild(KeysOverview)
    assert overview is not None
    table = child(overview, "keys_table")
    assert isinstance(table, QTableView)
    everything = table.model().rowCount()
    overview.search.setText("etoile")
    assert table.model().rowCount() == 1
    assert "Ctrl+E" in table.model().index(0, 0).data()
    overview.search.clear()
    assert table.model().rowCount() == everything
    overview.reject()
