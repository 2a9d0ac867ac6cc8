"""What the tests of the people pages share: find a widget by its words, choose rows, read the names shown."""

from __future__ import annotations

from page_desk import PageDesk, child
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from smsdesk.ui.pages.people import PeoplePage

_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def names(page: PeoplePage) -> list[str]:
    """The people in the table, in order."""
    return [contact.name for contact in page.table.model.rows]


def press(desk: PageDesk, page: QWidget, name: str) -> None:
    """Click the widget of this object name."""
    desk.qtbot.mouseClick(child(page, name), Qt.MouseButton.LeftButton)


def select(page: PeoplePage, *wanted: str) -> None:
    """Choose these people besides those that are chosen."""
    for name in wanted:
        index = page.table.model.index(names(page).index(name), 0)
        page.table.view.selectionModel().select(index, _SELECT)


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The button with these words."""
    return next(each for each in widget.findChildren(QAbstractButton) if each.text() == text)


def take_back(desk: PageDesk) -> None:
    """Press “Undo” on the newest toast, once it has come."""
    desk.until(lambda: bool(desk.told) and desk.told[-1].action is not None)
    action = desk.told[-1].action
    assert action is not None
    action()
