"""Every page, empty and filled, for somebody who hears it: names, roles, announcements; and no stray window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_page import fill, places
from page_desk import PageDesk, watched_windows
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot
from reading_aloud import nameless, unexplained
from sent_desk import advance, send

from smsdesk.domain.outgoing import PartState
from smsdesk.services.resources import resource_path
from smsdesk.ui.import_words import Tab
from smsdesk.ui.pages import broadcast_head
from smsdesk.ui.pages.importing import ImportPage
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.people_card import PersonCard
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets import surfaces, text, toasts
from smsdesk.ui.widgets.surfaces import Banner
from smsdesk.ui.window import MainWindow


@pytest.fixture
def window(window: MainWindow) -> Iterator[MainWindow]:
    """No other window is shown besides it: that would take the keyboard away."""
    with watched_windows() as strays:
        yield window
    assert strays.seen == []


def focusable_nameless(window: MainWindow) -> list[str]:
    """What Tab reaches without a name."""
    reached = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    names = ((each, QAccessible.queryAccessibleInterface(each)) for each in reached)
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each, found in names
        if found is None or not found.text(QAccessible.Text.Name).strip()
    ]


def test_every_control_of_every_page_has_a_name(desk: PageDesk, window: MainWindow) -> None:
    for filled in (False, True):
        number = fill(desk) if filled else 0
        for place in places(number):
            if place.route is Route.BROADCAST and not filled:
                continue
            window.go(place)
            desk.until(lambda: window.tasks.idle)
            assert nameless(window) == [], (place, filled)
            assert focusable_nameless(window) == [], (place, filled)
            assert unexplained(window) == [], (place, filled)


def test_the_keyboard_lands_on_every_page(desk: PageDesk, window: MainWindow) -> None:
    for filled in (False, True):
        number = fill(desk) if filled else 0
        for place in places(number):
            if place.route is Route.BROADCAST and not filled:
                continue
            window.go(place)
            desk.until(lambda: window.tasks.idle)
            at = QApplication.focusWidget()
            assert at is not None, (place, filled)
            assert window.page.isAncestorOf(at), (place, filled, at)
            assert at.isVisible()


def test_panels_that_open_have_names_too(desk: PageDesk, window: MainWindow) -> None:
    fill(desk)
    window.go(Place(Route.PEOPLE))
    people = window.page
    assert isinstance(people, PeoplePage)
    desk.until(lambda: people.table.model.rowCount() > 0)
    people.table.view.selectRow(0)
    desk.until(lambda: window.tasks.idle)
    assert nameless(window) == []
    assert isinstance(people.side.panel, PersonCard)
    people.side.panel._open_consent()
    own_words = people.side.panel.consent_form.source.lineEdit()
    spoken_name = QAccessible.queryAccessibleInterface(own_words).text(QAccessible.Text.Name)
    assert spoken_name == people.side.panel.consent_form.source.accessibleName() != ""
    people.table.filters.show_panel(True)
    people.side.edit(None)
    assert nameless(window) == []
    people.side.close_panel()
    people.groups.add.click()
    desk.until(lambda: not people.side.isHidden())
    assert nameless(window) == []
    people.undo.history.click()
    desk.until(lambda: window.tasks.idle)
    assert nameless(window) == []
    window.go(Place(Route.IMPORT))
    page = window.page
    assert isinstance(page, ImportPage)
    page.load(resource_path("samples", "conservatoire.xlsx"))
    desk.until(page.plan_view.apply.isVisible)
    page.plan_view.tabs.button(Tab.FILE).click()
    assert nameless(window) == []
    assert focusable_nameless(window) == []
    page.plan_view.apply.click()
    desk.until(lambda: page.result is not None)
    assert nameless(window) == []


def test_the_cells_of_a_table_are_read_aloud(desk: PageDesk, window: MainWindow) -> None:
    window.go(Place(Route.BROADCAST, fill(desk)))
    table = window.page.findChild(QTableView, "broadcast_table")
    assert table is not None
    desk.until(lambda: table.model().rowCount() == 4)
    read = QAccessible.queryAccessibleInterface(table)
    cells = [read.child(at).text(QAccessible.Text.Name) for at in range(read.childCount())]
    assert cells[1:6] == ["Pour", "Téléphone", "État", "Heure", "Raison"]
    assert cells[13:16] == ["Léa Martin1", "06\u00a039\u00a098\u00a000\u00a001", "Incertain"]


def test_live_progress_is_said_aloud(
    desk: PageDesk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = listen(monkeypatch)
    number = send(desk, 4, "Concert")
    window.go(Place(Route.BROADCAST, number))
    desk.until(lambda: window.tasks.idle)
    assert not [words for words in said if "traités" in words]
    advance(desk, number, [PartState.DELIVERED, PartState.DELIVERED])
    desk.until(lambda: any(words.startswith("2 sur 4 traités") for words in said))


def test_an_error_is_said_aloud(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said = listen(monkeypatch)
    place = QWidget()
    qtbot.addWidget(place)
    banner = Banner()
    banner.setParent(place)
    place.show()
    banner.say("Le disque est plein.", surfaces.Tone.FAILED)
    banner.say("Le disque est plein.", surfaces.Tone.FAILED)
    assert said == ["Le disque est plein."]


def listen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on; the machine of a test has no screen reader to ask."""
    said: list[str] = []
    for module in (text, surfaces, toasts, broadcast_head):
        monkeypatch.setattr(module, "announce", lambda _widget, words: said.append(words))
    return said
