"""The window keeps its ground: another language, a full disk, a thousand rows, a list read meanwhile."""

from __future__ import annotations

from itertools import cycle

from page_desk import PageDesk, child
from PySide6.QtWidgets import QTableView, QWidget
from sent_desk import advance, send

from smsdesk.domain.outgoing import PartState
from smsdesk.services.preferences import Choices
from smsdesk.services.resources import resource_path
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.pages.importing import ImportPage
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.window import MainWindow

A_FEW = 20
"""Widgets that a page may make anew; rows would be hundreds."""


def speak(desk: PageDesk, window: MainWindow, language: str, word: str) -> None:
    appearance = "dark" if language == "en" else "light"
    desk.services.preferences.keep(Choices(language=language, appearance=appearance))
    desk.until(lambda: child(window, "nav_notify").text() == word)
    desk.until(lambda: window.tasks.idle)


def test_another_language_and_look_on_every_page(desk: PageDesk, window: MainWindow) -> None:
    number = send(desk, 2, "Concert")
    other = cycle((("en", "Send"), ("fr", "Envoyer")))
    for route in Route:
        window.go(Place(route, number if route is Route.BROADCAST else None))
        desk.until(lambda: window.tasks.idle)
        speak(desk, window, *next(other))
        assert window.page.title, route


def test_another_language_keeps_what_is_shown_and_written(desk: PageDesk, window: MainWindow) -> None:
    number = send(desk, 2, "Concert")
    person = desk.person("Zoé", "Durand", "+33639970001")
    window.go(Place(Route.NOTIFY, NotifyStart(contact_ids=(person,), text="Bonjour à tous")))
    desk.until(lambda: window.tasks.idle)
    window.go(Place(Route.BROADCAST, number))
    desk.until(lambda: window.page.title == "Concert")
    speak(desk, window, "en", "Send")
    page = window.page
    assert isinstance(page, BroadcastPage)
    assert (page.title, page.model.rowCount()) == ("Concert", 2)
    window.go(Place(Route.NOTIFY))
    desk.until(lambda: window.tasks.idle)
    draft = window.page
    assert isinstance(draft, NotifyPage)
    assert draft.text.text.toPlainText() == "Bonjour à tous"
    assert draft.audience.names == ("Zoé Durand",)


def test_a_full_disk_is_told_and_nothing_typed_is_lost(desk: PageDesk, window: MainWindow) -> None:
    person = desk.person("Zoé", "Durand", "+33639970001")

    def fill() -> None:
        connection = desk.database.read()
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    window.tasks.change(window, fill)
    long = ("Bonjour " * 175).strip()
    window.go(Place(Route.NOTIFY, NotifyStart(contact_ids=(person,), text=long)))
    page = window.page
    assert isinstance(page, NotifyPage)
    for _ in range(20):
        desk.until(page.summary.send.isEnabled)
        child(page, "notify_send").click()
        child(page, "notify_confirm").click()
        desk.until(lambda: window.tasks.idle)
        if "disque" in window.toast.text:
            break
        window.go(Place(Route.NOTIFY, NotifyStart(contact_ids=(person,), text=long)))
        desk.until(lambda: window.tasks.idle)
    assert "disque" in window.toast.text
    assert page.text.text.toPlainText() == long


def test_a_list_is_read_while_messages_leave(desk: PageDesk, window: MainWindow) -> None:
    number = send(desk, 20, "Concert")
    window.go(Place(Route.IMPORT))
    page = window.page
    assert isinstance(page, ImportPage)
    page.load(resource_path("samples", "conservatoire.xlsx"))
    advance(desk, number, [PartState.DELIVERED] * 20)
    window.go(Place(Route.BROADCAST, number))
    desk.until(lambda: window.page.title == "Concert")
    window.go(Place(Route.IMPORT))
    desk.until(page.plan_view.apply.isVisible)
    page.plan_view.apply.click()
    desk.until(lambda: page.result is not None)


def test_500_recipients_are_rows_not_widgets(desk: PageDesk, window: MainWindow) -> None:
    number = send(desk, 500, "Concert")
    window.go(Place(Route.BROADCAST, number))
    table = window.page.findChild(QTableView, "broadcast_table")
    assert table is not None
    desk.until(lambda: table.model().rowCount() == 500)
    before = len(window.findChildren(QWidget))
    advance(desk, number, [PartState.DELIVERED] * 500)
    page = window.page
    assert isinstance(page, BroadcastPage)
    desk.until(lambda: all(each.state is PartState.DELIVERED for each in page.model.messages))
    table.scrollToBottom()
    assert table.rowAt(table.viewport().height() - 1) == 499
    assert len(window.findChildren(QWidget)) < before + A_FEW
