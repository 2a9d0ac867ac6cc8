"""What is done can be taken back from any page, long after its toast is gone, and done again."""

from __future__ import annotations

import pytest
from page_desk import PageDesk, child
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smsdesk.domain.views import Template
from smsdesk.ui.keyboard import keyboard_at
from smsdesk.ui.notices import Notice, Notices
from smsdesk.ui.pages.templates import TemplatesPage
from smsdesk.ui.places import Place, Route
from smsdesk.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Counter:
    """Something that can be done and taken back."""

    def __init__(self, notices: Notices) -> None:
        self.value = 0
        self._notices = notices

    def step(self) -> None:
        self.value += 1
        at = self.value
        self._notices.done(f"Step {at}.", lambda: self._set(at - 1), lambda: self._set(at))

    def _set(self, value: int) -> None:
        self.value = value


@pytest.fixture
def told() -> list[Notice]:
    return []


@pytest.fixture
def notices(qapp: QApplication, told: list[Notice]) -> Notices:
    made = Notices()
    made.shown.connect(told.append)
    return made


def test_the_last_goes_first_and_comes_back_in_order(notices: Notices, told: list[Notice]) -> None:
    counter = Counter(notices)
    for _ in range(3):
        counter.step()
    notices.undo()
    notices.undo()
    assert (counter.value, told[-1].text) == (1, "Undone: Step 2.")
    notices.redo()
    assert (counter.value, told[-1].text) == (2, "Done again: Step 2.")
    notices.redo()
    notices.redo()
    assert (counter.value, told[-1].text) == (3, "There is nothing to redo.")


def test_something_new_ends_what_could_be_done_again(notices: Notices) -> None:
    counter = Counter(notices)
    counter.step()
    notices.undo()
    counter.step()
    notices.redo()
    assert counter.value == 1
    assert notices.deeds.last_undone is None


def test_a_toast_takes_back_its_own_deed_once(notices: Notices, told: list[Notice]) -> None:
    counter = Counter(notices)
    counter.step()
    action = told[-1].action
    assert action is not None
    action()
    action()
    assert counter.value == 0
    notices.undo()
    assert told[-1].text == "There is nothing to undo."


def test_what_was_taken_back_elsewhere_is_forgotten(notices: Notices, told: list[Notice]) -> None:
    notices.done("Somebody is added.", lambda: pytest.fail("it is gone"), key=("change", 7), quiet=True)
    notices.deeds.forget(("change", 7))
    notices.undo()
    assert told[-1].text == "There is nothing to undo."


def press(desk: PageDesk, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    window.activateWindow()  # here is no window manager that would do so when everything is made anew
    desk.until(window.isActiveWindow)
    held = CTRL
    for each in modifiers:
        held |= each
    desk.qtbot.keyClick(QApplication.focusWidget() or window, key, held)


def names(desk: PageDesk) -> set[str]:
    return {template.name for template in desk.services.templates.list()}


def test_a_deleted_template_is_back_by_a_key_on_another_page(desk: PageDesk, window: MainWindow) -> None:
    desk.services.templates.save(Template(None, "Aaa", "absence", "Bonjour"))
    window.go(Place(Route.TEMPLATES))
    desk.until(lambda: isinstance(window.page, TemplatesPage) and window.page.editor.template.name == "Aaa")
    child(window.page, "template_delete").click()
    desk.until(lambda: "Aaa" not in names(desk))
    desk.until(lambda: window.notices.deeds.last is not None)
    window.go(Place(Route.BROADCASTS))
    press(desk, window, Qt.Key.Key_Z)
    desk.until(lambda: "Aaa" in names(desk))
    assert "Annulé" in window.toast.text


def test_a_look_that_was_picked_is_taken_back_and_picked_again(desk: PageDesk, window: MainWindow) -> None:
    preferences = desk.services.preferences
    window.go(Place(Route.SETTINGS, "window"))
    desk.until(lambda: window.tasks.idle)
    picker = child(window.page, "settings_language")
    picker.setCurrentIndex(picker.findData("en"))
    picker.activated.emit(picker.currentIndex())
    desk.until(lambda: preferences.read().language == "en" and window.page.title == "Settings")
    desk.until(lambda: window.toast.isVisible() and window.notices.deeds.last is not None)
    press(desk, window, Qt.Key.Key_Z)
    desk.until(lambda: preferences.read().language == "fr" and window.page.title == "Réglages")
    press(desk, window, Qt.Key.Key_Z, SHIFT)
    desk.until(lambda: window.page.title == "Settings")


def test_people_keep_their_longer_memory_and_the_window_does_not_disturb_it(
    desk: PageDesk, window: MainWindow
) -> None:
    desk.person("Léa", "Martin")
    window.go(Place(Route.PEOPLE))
    desk.until(lambda: window.tasks.idle and desk.services.history.can_undo() is not None)
    desk.until(lambda: child(window.page, "people_undo").isEnabled())
    press(desk, window, Qt.Key.Key_Z)
    desk.until(lambda: desk.services.people.count() == 0)


def test_a_field_in_which_one_types_undoes_its_own_words(desk: PageDesk, window: MainWindow) -> None:
    counter = Counter(window.notices)
    counter.step()
    window.go(Place(Route.BROADCASTS))
    search = child(window.page, "broadcasts_search")
    search.setFocus()
    desk.qtbot.keyClicks(search, "abc")
    press(desk, window, Qt.Key.Key_Z)
    assert (search.text(), counter.value) == ("", 1)
    press(desk, window, Qt.Key.Key_Z)
    desk.until(lambda: counter.value == 0)


def test_the_header_names_what_can_be_undone_and_what_can_be_done_again(
    desk: PageDesk, window: MainWindow
) -> None:
    window.go(Place(Route.BROADCASTS))
    undo, redo = child(window, "header_undo"), child(window, "header_redo")
    assert not undo.isVisible()
    counter = Counter(window.notices)
    counter.step()
    desk.until(undo.isVisible)
    assert (undo.accessibleName(), undo.isEnabled()) == ("Annuler\N{NO-BREAK SPACE}: Step 1", True)
    assert undo.toolTip() == "Annuler\N{NO-BREAK SPACE}: Step 1 (Ctrl+Z)"
    assert not redo.isEnabled()
    undo.click()
    assert counter.value == 0
    assert (redo.accessibleName(), redo.isEnabled()) == ("Rétablir\N{NO-BREAK SPACE}: Step 1", True)
    assert (undo.accessibleName(), undo.isEnabled()) == ("Annuler", False)


def test_the_keyboard_stays_at_the_buttons_of_the_header(desk: PageDesk, window: MainWindow) -> None:
    window.go(Place(Route.BROADCASTS))
    undo, redo = child(window, "header_undo"), child(window, "header_redo")
    counter = Counter(window.notices)
    counter.step()
    desk.until(undo.isVisible)
    undo.setFocus()
    desk.qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert (counter.value, keyboard_at(window)) == (0, redo)
    desk.qtbot.keyClick(redo, Qt.Key.Key_Return)
    assert (counter.value, keyboard_at(window)) == (1, undo)


def test_the_header_leaves_it_to_people_to_tell_their_longer_memory(
    desk: PageDesk, window: MainWindow
) -> None:
    Counter(window.notices).step()
    window.go(Place(Route.PEOPLE))
    assert not child(window, "header_undo").isVisible()
    window.go(Place(Route.BROADCASTS))
    desk.until(child(window, "header_undo").isVisible)
