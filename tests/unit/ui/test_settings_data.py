"""The settings of the data: checked and copied by keyboard, with progress and an end, and the question before going back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from smsdesk.domain.errors import DamageError
from smsdesk.domain.sentences import say
from smsdesk.services.long_work import Stop
from smsdesk.services.safekeeping import Inside, KeptCopy
from smsdesk.storage import copies
from smsdesk.ui.pages.page import PageContext
from smsdesk.ui.pages.settings import Section, SettingsPage
from smsdesk.ui.pages.settings_data import CopiesCard
from smsdesk.ui.pages.settings_data_back import BackQuestion
from smsdesk.ui.starting import StartRefused


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    desk.person("Léa", "Martin", "+33639980001")
    return desk


@pytest.fixture
def wanted() -> list[Path]:
    """The copies to which a person went back."""
    return []


@pytest.fixture
def page(desk: PageDesk, wanted: list[Path]) -> SettingsPage:
    with copies.watching(desk.database.path) as connection:
        copies.keep_copy(connection, desk.database.path, desk.clock())

    def make(_context: PageContext) -> SettingsPage:
        return SettingsPage(PageContext(desk.services, desk.tasks, desk.notices, go_back_to=wanted.append))

    made = desk.show(make)
    assert isinstance(made, SettingsPage)
    made.open(Section.DATA)
    made.window().activateWindow()
    return made


def press(desk: PageDesk, page: SettingsPage, name: str) -> None:
    button = child(page, name)
    button.setFocus()
    desk.qtbot.keyClick(button, Qt.Key.Key_Space)


def said(page: SettingsPage, name: str) -> str:
    return child(page, name).accessibleName()


def test_the_section_says_where_the_data_are_and_names_everything(desk: PageDesk, page: SettingsPage) -> None:
    shown = child(page, "settings_data_place")
    assert isinstance(shown, QLabel)
    desk.until(lambda: desk.database.path.parent.name in shown.text().replace("\u200b", ""))
    assert nameless(page) == []


def test_a_check_says_that_the_data_are_whole_and_gives_the_keyboard_back(
    desk: PageDesk, page: SettingsPage
) -> None:
    press(desk, page, "settings_data_check")
    desk.until(lambda: said(page, "settings_data_result") == "The data are whole.")
    assert QApplication.focusWidget() is child(page, "settings_data_check")


def test_a_copy_is_made_and_another_file_is_left_alone(
    desk: PageDesk, page: SettingsPage, tmp_path: Path
) -> None:
    target, letter = tmp_path / "stick.sqlite3", tmp_path / "letter.sqlite3"
    letter.write_text("Chers parents")
    card = page.findChild(CopiesCard)
    assert card is not None
    card.copy_to(target)
    desk.until(lambda: "The copy is whole" in said(page, "settings_data_copied"))
    assert copies.problems(target) == []
    card.copy_to(letter)
    desk.until(lambda: "another file" in said(page, "settings_data_copied"))
    assert letter.read_text() == "Chers parents"


def test_a_copy_that_is_stopped_leaves_nothing(
    desk: PageDesk, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, going_on = Event(), Event()
    real = desk.services.safekeeping.back_up

    def slowly(target: Path, stop: Stop) -> Path | None:
        begun.set()
        going_on.wait(60)
        return real(target, stop)

    monkeypatch.setattr(type(desk.services.safekeeping), "back_up", lambda _self, *asked: slowly(*asked))
    card = page.findChild(CopiesCard)
    assert card is not None
    card.copy_to(tmp_path / "stick.sqlite3")
    desk.until(begun.is_set)
    press(desk, page, "settings_data_copying_cancel")
    going_on.set()
    desk.until(lambda: "stopped" in said(page, "settings_data_copied"))
    assert list(tmp_path.glob("stick*")) == []


def test_going_back_is_asked_with_what_the_copy_holds(
    desk: PageDesk, page: SettingsPage, wanted: list[Path]
) -> None:
    (copy,) = desk.services.safekeeping.read().copies
    name = f"settings_data_back_{copy.day}"
    desk.until(lambda: page.findChild(type(child(page, "settings_data_copy")), name) is not None)
    press(desk, page, name)
    desk.until(lambda: page.window().findChild(BackQuestion) is not None)
    question = page.window().findChild(BackQuestion)
    assert question is not None
    assert any("1" in label.text() for label in question.findChildren(QLabel))
    keep = child(question, "back_keep")
    desk.until(lambda: QApplication.focusWidget() is keep)  # Enter changes nothing
    desk.qtbot.keyClick(keep, Qt.Key.Key_Return)
    assert wanted == []
    press(desk, page, name)
    desk.until(lambda: any(each.isVisible() for each in page.window().findChildren(BackQuestion)))
    again = next(each for each in page.window().findChildren(BackQuestion) if each.isVisible())
    desk.qtbot.keyClick(child(again, "back_yes"), Qt.Key.Key_Return)
    desk.until(lambda: wanted == [copy.path])


def test_the_question_says_when_the_last_send_of_the_copy_was(qtbot: QtBot, desk: PageDesk) -> None:
    parent = QLabel()
    qtbot.addWidget(parent)
    question = BackQuestion(parent, "Copie", Inside(12, 3, datetime(2026, 3, 11, 8, 0, tzinfo=UTC)))
    assert "11 March" in question.accessibleDescription()
    assert nameless(question) == []


@pytest.mark.parametrize("has_copy", [True, False])
def test_what_cannot_be_opened_is_said_with_the_copy_where_there_is_one(
    qtbot: QtBot, desk: PageDesk, tmp_path: Path, has_copy: bool
) -> None:
    refused = DamageError(say("The database {path} is damaged. Look for a copy.", path="x"))
    copy = KeptCopy(tmp_path / "copy.sqlite3", datetime(2026, 3, 11, tzinfo=UTC).date(), 12)
    dialog = StartRefused(refused, copy if has_copy else None)
    qtbot.addWidget(dialog)
    words = dialog.accessibleDescription()
    assert "damaged" in words
    assert ("11 March" in words) is has_copy
    assert ("Look for a copy" in words) is not has_copy
    assert nameless(dialog) == []
