"""The frame: navigation by name and key, collapse, status line, toasts, languages, a clean end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_groups import made_group
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sent_desk import advance, send

from smsdesk.domain.outgoing import PartState
from smsdesk.domain.sentences import say
from smsdesk.services.events import Changed, Topic
from smsdesk.services.preferences import Choices
from smsdesk.ui.design import theme, tokens
from smsdesk.ui.i18n import Language, Translations
from smsdesk.ui.palette import Palette
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

RAIL = ("home", "notify", "inbox", "people", "broadcasts", "templates", "planning", "reports", "settings")


class Opened:
    """A main window over real services."""

    def __init__(self, qtbot: QtBot, desk: PageDesk, folder: Path) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.closed: list[bool] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = theme.Theme.of(app)
        self.translations = Translations.of(app)
        self.translations.use(Language.FRENCH)
        self.keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = self.open()

    def open(self) -> MainWindow:
        window = MainWindow(
            self.desk.services,
            self.theme,
            self.translations,
            keep=self.keep,
            closing=lambda: self.closed.append(True),
        )
        window.show()
        return window

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.tasks.idle)


@pytest.fixture
def opened(qtbot: QtBot, desk: PageDesk, tmp_path: Path) -> Iterator[Opened]:
    before = QLocale()
    made = Opened(qtbot, desk, tmp_path)
    made.settle()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.theme.choose(theme.Appearance.LIGHT)
    made.translations.stop()
    QLocale.setDefault(before)


def test_every_page_is_reached_by_its_name_in_the_rail(opened: Opened) -> None:
    for name in RAIL:
        button = child(opened.window, f"nav_{name}")
        opened.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        opened.settle()
        page = opened.window.page
        assert page.isVisible()
        assert page.title
        assert child(opened.window, "page_title").accessibleName() == page.title
        assert button.isChecked()
        assert nameless(opened.window) == [], name


def test_every_page_is_reached_by_key(opened: Opened) -> None:
    for number, name in enumerate(RAIL, start=1):
        opened.qtbot.keyClick(
            opened.window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier
        )
        assert child(opened.window, f"nav_{name}").isChecked(), name


def test_pages_are_made_when_they_are_first_gone_to(opened: Opened) -> None:
    assert set(opened.window._pages) == {Route.HOME}


def test_the_rail_shows_icons_only_in_a_narrow_window(opened: Opened) -> None:
    button = child(opened.window, "nav_notify")
    assert isinstance(button, QPushButton)
    opened.window.resize(tokens.RAIL_COLLAPSE_BELOW, 700)
    opened.qtbot.waitUntil(lambda: button.text() == "Envoyer")
    opened.window.resize(tokens.RAIL_COLLAPSE_BELOW - 1, 700)
    opened.qtbot.waitUntil(lambda: button.text() == "")
    assert button.toolTip() == "Envoyer"
    assert button.accessibleName() == "Envoyer"


def test_no_page_is_cut_in_the_smallest_window(opened: Opened) -> None:
    opened.window.resize(*tokens.WINDOW_MIN_SIZE)
    for name in RAIL:
        child(opened.window, f"nav_{name}").click()
        opened.settle()
        assert opened.window.page.minimumSizeHint().width() <= opened.window.page.width(), name


def test_the_status_line_tells_modem_and_queue(opened: Opened) -> None:
    assert "modem" in child(opened.window, "status_modem").text()
    assert child(opened.window, "status_queue").text() == "Rien en attente"
    number = send(opened.desk, 3)
    opened.qtbot.waitUntil(
        lambda: "3\u00a0en attente" in child(opened.window, "status_queue").text().replace(" ", "\u00a0", 1)
    )
    advance(opened.desk, number, [PartState.UNKNOWN])
    uncertain = child(opened.window, "status_uncertain")
    opened.qtbot.waitUntil(uncertain.isVisible)
    uncertain.click()
    assert child(opened.window, "nav_broadcasts").isChecked()


def test_unread_answers_are_counted_in_the_rail(opened: Opened) -> None:
    opened.desk.comes("+33639980001", "Merci")
    inbox = child(opened.window, "nav_inbox")
    opened.qtbot.waitUntil(lambda: inbox.accessibleName() == "Réception, 1 non lu")
    opened.desk.services.inbox.mark_read("+33639980001")
    opened.qtbot.waitUntil(lambda: inbox.accessibleName() == "Réception")


def test_an_error_is_told_in_a_toast(opened: Opened) -> None:
    opened.window.notices.error(say("No phone number."))
    assert opened.window.toast.isVisible()
    assert opened.window.toast.text == "Pas de numéro de téléphone."


def test_a_toast_can_undo(opened: Opened) -> None:
    undone: list[bool] = []
    opened.window.notices.toast("Supprimé", "Annuler", lambda: undone.append(True))
    button = opened.window.toast.findChild(QPushButton)
    assert button is not None
    button.click()
    assert undone == [True]
    assert not opened.window.toast.isVisible()


def test_another_language_at_once(opened: Opened) -> None:
    child(opened.window, "nav_settings").click()
    opened.desk.services.preferences.keep(Choices(language="en"))
    opened.qtbot.waitUntil(lambda: child(opened.window, "nav_notify").text() == "Send")
    assert opened.window.page.title == "Settings"
    opened.desk.services.preferences.keep(Choices(language="fr"))
    opened.qtbot.waitUntil(lambda: child(opened.window, "nav_notify").text() == "Envoyer")


def test_another_appearance_at_once(opened: Opened) -> None:
    opened.desk.services.preferences.keep(Choices(appearance="dark"))
    opened.qtbot.waitUntil(lambda: theme.active().name == "dark")


def test_back_leads_to_the_list(opened: Opened) -> None:
    number = send(opened.desk, 1)
    opened.window.go(Place(Route.BROADCAST, number))
    assert child(opened.window, "nav_broadcasts").isChecked()
    opened.window.header.went_back.emit()
    assert opened.window.page is opened.window._pages[Route.BROADCASTS]


def test_ctrl_k_finds_pages_and_groups(opened: Opened) -> None:
    made_group(opened.desk.services.people, "Piano de Mme Durand")
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = opened.window.findChild(Palette)
    assert palette is not None
    opened.settle()
    search = palette.findChild(QLineEdit, "palette_search")
    assert search is not None
    assert nameless(palette) == []
    opened.qtbot.keyClicks(search, "durand")
    assert "Piano de Mme Durand" in palette.list.item(0).text()
    opened.qtbot.keyClick(search, Qt.Key.Key_Return)
    opened.settle()
    page = opened.window.page
    opened.qtbot.waitUntil(lambda: page.audience.names == ("Piano de Mme Durand",))


def test_the_accessibility_tree_names_what_can_be_used(opened: Opened) -> None:
    child(opened.window, "nav_notify").click()
    opened.settle()
    for name in ("notify_group_search", "notify_group_list", "notify_template", "notify_text", "notify_send"):
        interface = QAccessible.queryAccessibleInterface(child(opened.window, name))
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), name


def test_closing_ends_every_thread_and_what_it_stands_on(opened: Opened) -> None:
    opened.settle()
    opened.window.close()
    assert opened.closed == [True]
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("window")]
    opened.window.close()
    assert opened.closed == [True]


def test_the_window_comes_back_where_it_was(opened: Opened) -> None:
    opened.window.resize(800, 600)  # what fits the screen of the tests
    opened.window.close()
    again = opened.open()
    assert (again.width(), again.height()) == (800, 600)
    again.close()
    again.deleteLater()


def test_a_storm_of_changes_refreshes_only_now_and_then(opened: Opened) -> None:
    number = send(opened.desk, 5)
    opened.window.go(Place(Route.BROADCAST, number))
    opened.settle()
    told: list[frozenset[object]] = []
    opened.window._bridge.changed.connect(told.append)
    for _ in range(200):
        advance(opened.desk, number, [PartState.QUEUED])
    opened.qtbot.waitUntil(lambda: bool(told))
    opened.settle()
    assert len(told) < 20


def test_nothing_ticks_in_a_window_at_rest(opened: Opened) -> None:
    opened.settle()
    ticking = [
        timer
        for widget in (opened.window, *opened.window.findChildren(QWidget))
        for timer in widget.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if timer.isActive() and not timer.isSingleShot()
    ]
    assert ticking == []


def test_the_computer_is_kept_awake_while_messages_leave(
    opened: Opened, desk: PageDesk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "smsdesk.ui.keep_awake")
    broadcast = send(desk, 2)
    opened.qtbot.waitUntil(lambda: "kept awake" in caplog.text)
    assert "free to sleep" not in caplog.text
    advance(desk, broadcast, [PartState.ACCEPTED, PartState.ACCEPTED])
    desk.services.events.publish(Changed(Topic.QUEUE))
    opened.qtbot.waitUntil(lambda: "free to sleep" in caplog.text)
