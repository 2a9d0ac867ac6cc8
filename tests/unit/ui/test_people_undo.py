"""Personnes: undo and redo by keys, by buttons and from the history."""

from __future__ import annotations

from made_groups import made_group
from page_desk import PageDesk, child
from people_desk import names, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.ui.pages.history import HistoryPanel
from smsdesk.ui.pages.people import PeoplePage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def undo_button(page: PeoplePage) -> QAbstractButton:
    found = child(page, "people_undo")
    assert isinstance(found, QAbstractButton)
    return found


def test_nothing_can_be_undone_at_first(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    assert not undo_button(page).isEnabled()
    assert not child(page, "people_redo").isEnabled()


def test_the_button_names_what_it_undoes(desk: PageDesk) -> None:
    lea = desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    assert undo_button(page).text() == "Undo “Léa Martin added”"
    desk.services.people.save_contact(ContactDraft("Léa", "Petit", id=lea))
    desk.until(lambda: undo_button(page).text() == "Undo “Léa Petit changed”")
    press(desk, page, "people_undo")
    desk.until(lambda: names(page) == ["Léa Martin"])
    desk.until(lambda: bool(desk.told) and desk.told[-1].text == "Undone: Léa Petit changed")
    redo = child(page, "people_redo")
    assert isinstance(redo, QAbstractButton)
    desk.until(lambda: redo.text() == "Redo “Léa Petit changed”")
    redo.click()
    desk.until(lambda: names(page) == ["Léa Petit"])


def test_keys_undo_and_redo(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    page.activateWindow()
    page.take_focus()
    qtbot.waitUntil(page.table.search.hasFocus)
    qtbot.keyClick(page.table.search, Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: names(page) == [] and desk.tasks.idle)
    desk.until(lambda: child(page, "people_redo").isEnabled())
    qtbot.keyClick(page.table.search, Qt.Key.Key_Z, CONTROL | SHIFT)
    desk.until(lambda: names(page) == ["Léa Martin"] and undo_button(page).isEnabled())


def test_in_a_field_the_keys_undo_the_typing(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    page.activateWindow()
    page.side.edit(None)
    field = child(page, "people_first_name")
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Zoe")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    desk.until(lambda: desk.tasks.idle)
    assert field.text() == ""
    assert names(page) == ["Léa Martin"]


def test_the_history_lists_what_was_done_and_takes_one_thing_back(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    press(desk, page, "people_history")
    desk.until(lambda: isinstance(page.side.panel, HistoryPanel))
    lea = desk.person("Léa", "Martin")
    made_group(desk.services.people, "Piano")
    desk.services.people.save_contact(ContactDraft("Léa", "Petit", id=lea))
    panel = page.side.panel
    assert isinstance(panel, HistoryPanel)

    def undoable() -> list[str]:
        found = [each.accessibleName() for each in panel.findChildren(QAbstractButton)]
        return [name for name in found if name.startswith("Undo “")]

    titles = ["Undo “Léa Petit changed”", "Undo “Group Piano created”", "Undo “Léa Martin added”"]
    desk.until(lambda: undoable() == titles)
    button_of_piano = next(
        each for each in panel.findChildren(QAbstractButton) if each.accessibleName() == titles[1]
    )
    button_of_piano.click()
    desk.until(lambda: desk.services.people.groups() == ())
    assert names(page) == ["Léa Petit"]
    desk.until(lambda: titles[1] not in undoable())
    panel.closed.emit()
    assert page.side.isHidden()
