"""The secretary's second list of the year, by keyboard alone: columns, questions, leavers, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from smsdesk.app import build
from smsdesk.ui.import_words import Tab
from smsdesk.ui.pages.importing import ImportPage
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

PATIENCE_MS = 180_000
MOST_TABS = 60
Key = Qt.Key
HEADER = ("Nom", "Prénom", "Portable", "Colonne libre")
AUTUMN = (
    ("Martin", "Léa", "06 39 98 00 01", "Chorale"),
    ("Petit", "Tom", "06 39 98 00 02", "Chorale"),
    ("Durand", "Zoé", "06 39 98 00 03", "Orchestre"),
)
SPRING = (
    ("Martin", "Léa", "06 39 98 00 01", "Chorale"),
    ("Durand", "Zoé", "06 39 98 00 33", "Danse"),
    ("Blanc", "Ève", "06 39 98 00 04", "Chorale"),
)


class Keys:
    """A person with a keyboard alone."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.window

    @property
    def page(self) -> ImportPage:
        page = self.window.page
        assert isinstance(page, ImportPage)
        return page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.at, key, modifier)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> QWidget:
        """Press Tab until the keyboard stands where it is wanted."""
        passed = []
        for _ in range(MOST_TABS):
            if wanted(self.at):
                return self.at
            passed.append(self.at.objectName() or type(self.at).__name__)
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes there, only to {passed}")

    def press_named(self, name: str) -> None:
        """Go to a button by Tab and press it."""
        self.until(lambda: any(each.isVisible() for each in self.window.findChildren(QWidget, name)))
        self.tab_to(lambda each: each.objectName() == name)
        self.press(Key.Key_Return)

    def show_tab(self, tab: Tab) -> None:
        """Go to the tabs of the plan, and by the arrows to another."""
        tabs = self.page.plan_view.tabs
        buttons = [tabs.button(each) for each in Tab]
        self.tab_to(lambda each: each in buttons)
        while self.at is not tabs.button(tab):
            before = self.at
            self.press(Key.Key_Right)
            assert self.at is not before, f"the arrows never come to {tab}"
        self.press(Key.Key_Space)
        assert tabs.current == tab

    def choose_file(self, path: Path) -> None:
        """Type a path into the dialog of files."""
        self.press_named("import_choose")
        self.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        self.until(lambda: self.at is field)
        self.qtbot.keyClicks(self.at, str(path))
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self.qtbot.keyClick(popup, Key.Key_Escape)
        self.press(Key.Key_Return)
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()  # here is no window manager that would give it back
        self.until(self.page.plan_view.isVisible)


@pytest.fixture
def keys(qtbot: QtBot, profile: Path) -> Iterator[Keys]:
    _app, window = build(["--profile", str(profile), "--modem", "virtual://import"])
    window.activateWindow()
    hands = Keys(qtbot, window)
    hands.until(window.isActiveWindow)
    yield hands
    window.close()


def workbook(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    book = Workbook()
    book.active.title = "Feuil1"
    for row in (HEADER, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_two_lists_and_the_way_back(keys: Keys, tmp_path: Path) -> None:
    keys.window.go(Place(Route.IMPORT))
    correct_a_column_and_import(keys, workbook(tmp_path / "(1).xlsx", AUTUMN))
    before = people(keys)
    answer_and_import(keys, workbook(tmp_path / "(2).xlsx", SPRING))
    assert people(keys) == {
        "Léa Martin": ("+33639980001", "Chorale"),
        "Zoé Durand": ("+33639980033", "Danse Orchestre"),
        "Ève Blanc": ("+33639980004", "Chorale"),
    }
    keys.press_named("import_undo")
    keys.until(keys.page.drop.isVisible)
    assert people(keys) == before


def people(keys: Keys) -> dict[str, tuple[str, str]]:
    return {
        each.name: (each.phones[0].e164, " ".join(sorted(each.groups)))
        for each in keys.window.services.people.contacts()
    }


def correct_a_column_and_import(keys: Keys, path: Path) -> None:
    """A column that was not understood comes first; the letter of a meaning chooses it in the menu."""
    keys.choose_file(path)
    assert keys.page.plan_view.tabs.current == Tab.FILE
    picker = keys.tab_to(lambda each: each.objectName() == "import_column_D")
    assert isinstance(picker, QComboBox)
    wanted = picker.findData("class/")
    while picker.currentIndex() != wanted:
        keys.press(Key.Key_Down)
        assert keys.at is picker
    keys.until(lambda: "Chorale" in keys.page.plan_view.plan.groups)
    keys.press_named("import_apply")
    keys.until(lambda: keys.page.result is not None)
    assert set(people(keys)) == {"Léa Martin", "Tom Petit", "Zoé Durand"}
    keys.press_named("import_another")


def answer_and_import(keys: Keys, path: Path) -> None:
    """The columns are known; Zoé has another phone, so she is asked about; Tom has left."""
    keys.choose_file(path)
    plan = keys.page.plan_view
    assert plan.plan.recalled
    assert plan.tabs.current == Tab.WARNINGS
    assert not plan.apply.isEnabled()
    zoe = next(each.id for each in keys.window.services.people.contacts() if each.name == "Zoé Durand")
    keys.press_named(f"import_same_{zoe}")
    keys.until(lambda: not plan.questions.open)
    keys.show_tab(Tab.LEFT)
    keep = keys.tab_to(lambda each: each.objectName() == "import_leavers_keep")
    keys.press(Key.Key_Right)
    keys.press(Key.Key_Right)
    assert keys.at.objectName() == "import_leavers_archive", keep.objectName()
    keys.until(plan.apply.isEnabled)
    keys.press_named("import_apply")
    keys.until(lambda: keys.page.result is not None)
