"""After a crash the window opens where it was, once; after an orderly end at its first page."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_desk import PageDesk, made_window
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from smsdesk.ui.last_place import LastPlace, left_open
from smsdesk.ui.pages.people_card import PersonCard
from smsdesk.ui.places import NotifyStart, Place, Route
from smsdesk.ui.window import MainWindow


@pytest.fixture
def keep(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        (Place(Route.BROADCAST, 7), Place(Route.BROADCAST, 7)),
        (Place(Route.SETTINGS, "data"), Place(Route.SETTINGS, "data")),
        (Place(Route.INBOX, "+33639980001"), Place(Route.INBOX, "+33639980001")),
        (Place(Route.NOTIFY, NotifyStart(text="Bonjour")), Place(Route.NOTIFY)),
    ],
)
def test_a_place_is_told_once_after_a_crash(
    qapp: QApplication, keep: QSettings, place: Place, kept: Place
) -> None:
    LastPlace(qapp, keep, lambda: place).look()
    assert left_open(keep) == kept
    assert left_open(keep) is None


def test_an_orderly_end_leaves_nothing(qapp: QApplication, keep: QSettings) -> None:
    last = LastPlace(qapp, keep, lambda: Place(Route.INBOX))
    last.look()
    last.end()
    assert left_open(keep) is None


@pytest.mark.parametrize("route", ["", "elsewhere", "x" * 5000])
def test_what_is_no_place_leads_nowhere(keep: QSettings, route: str) -> None:
    keep.setValue("place/route", route)
    keep.setValue("place/what", "id:٣")
    assert left_open(keep) is None


def test_the_window_writes_down_who_is_shown_and_comes_back_to_them(desk: PageDesk, keep: QSettings) -> None:
    number = desk.person("Léa", "Martin", "+33639980001")
    first = window_of(desk, keep)
    first.go(Place(Route.PEOPLE, number))
    desk.until(lambda: first.page.selected() == number)
    assert first._last_place is not None
    first._last_place.look()
    again = window_of(desk, QSettings(keep.fileName(), QSettings.Format.IniFormat))
    desk.until(lambda: any(card.isVisible() for card in again.findChildren(PersonCard)))
    assert again.toast.isVisible()
    for window in (first, again):
        window.close()
        window.deleteLater()


def window_of(desk: PageDesk, keep: QSettings) -> MainWindow:
    made = made_window(desk, keep=keep)
    made.show()
    return made
