"""Personnes: a name and phones typed into the table itself, and taken back."""

from __future__ import annotations

import pytest
from page_desk import PageDesk
from people_desk import names, take_back
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from smsdesk.domain.people import Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.ui.models.people import CONSENT, GROUPS, NAME, PHONES
from smsdesk.ui.pages.people import PeoplePage

ANNE, PAUL = "+33639980001", "+33639980002"
SHOWN = "06\u00a039\u00a098\u00a000\u00a001, 06\u00a039\u00a098\u00a000\u00a002"
NOW = "06\u00a039\u00a098\u00a000\u00a002, 06\u00a039\u00a098\u00a000\u00a003"


def cell(desk: PageDesk, page: PeoplePage, name: str, column: int) -> QModelIndex:
    """Stand in the cell of somebody by the keyboard."""
    index = page.table.model.index(names(page).index(name), column)
    page.activateWindow()
    page.table.view.setFocus()
    page.table.view.setCurrentIndex(index)
    desk.until(lambda: desk.tasks.idle and page.table.view.hasFocus())
    return index


def field(desk: PageDesk, page: PeoplePage, name: str, column: int) -> QLineEdit:
    """The field over the cell of somebody, opened by F2."""
    cell(desk, page, name, column)
    desk.qtbot.keyClick(page.table.view, Qt.Key.Key_F2)
    found = page.table.view.indexWidget(page.table.view.currentIndex())
    assert isinstance(found, QLineEdit)
    return found


def retype(desk: PageDesk, page: PeoplePage, name: str, column: int, text: str, stood: str) -> None:
    """Type over what stood in a cell."""
    typed = field(desk, page, name, column)
    assert typed.text() == stood
    typed.selectAll()
    typed.insert(text)
    desk.qtbot.keyClick(typed, Qt.Key.Key_Return)


def test_a_name_is_typed_by_its_halves_and_taken_back(desk: PageDesk) -> None:
    desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    retype(desk, page, "Léa Martin", NAME, "de La Tour, Léa Rose", stood="Martin, Léa")
    desk.until(lambda: names(page) == ["Léa Rose de La Tour"])
    (lea,) = desk.services.people.contacts()
    assert (lea.first_name, lea.last_name, lea.phones) == ("Léa Rose", "de La Tour", (Phone(ANNE),))
    take_back(desk)
    desk.until(lambda: names(page) == ["Léa Martin"])


@pytest.mark.parametrize(
    ("first", "last", "typed", "halves"),
    [
        ("Léa", "Martin", "Martin Zoé", ("Zoé", "Martin")),
        ("", "Boulangerie Roux", "Boulangerie Petit", ("", "Boulangerie Petit")),
        ("Léa", "Martin", "Roux, Zoé, Ida", ("Zoé, Ida", "Roux")),
    ],
)
def test_a_name_without_a_comma_is_read_as_lists_are(
    desk: PageDesk, first: str, last: str, typed: str, halves: tuple[str, str]
) -> None:
    person = desk.person(first, last)
    desk.services.people.rename(person, typed)
    found = desk.services.people.contact(person)
    assert (found.first_name, found.last_name) == halves


def test_phones_keep_their_labels_and_what_is_no_number_is_told(desk: PageDesk) -> None:
    lea = desk.services.people.save_contact(
        ContactDraft("Léa", "Martin", phones=(Phone(ANNE, "maman"), Phone(PAUL, "papa")))
    )
    page = desk.show(PeoplePage)
    page.resize(1_600, 700)
    retype(desk, page, "Léa Martin", PHONES, "06 39 98 00 02, 0639980003", stood=SHOWN)
    desk.until(lambda: desk.services.people.contact(lea.id).phones[0].e164 == PAUL)
    assert desk.services.people.contact(lea.id).phones == (Phone(PAUL, "papa"), Phone("+33639980003"))
    desk.until(lambda: desk.tasks.idle)
    before = len(desk.told)
    retype(desk, page, "Léa Martin", PHONES, "06 39", stood=NOW)
    desk.until(lambda: len(desk.told) > before and desk.told[-1].action is None)
    assert len(desk.services.people.contact(lea.id).phones) == 2


def test_escape_and_what_was_not_changed_leave_all_as_it_was(desk: PageDesk) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    typed = field(desk, page, "Léa Martin", NAME)
    desk.qtbot.keyClicks(typed, "X")
    desk.qtbot.keyClick(typed, Qt.Key.Key_Escape)
    typed = field(desk, page, "Léa Martin", NAME)
    desk.qtbot.keyClick(typed, Qt.Key.Key_Return)
    desk.until(lambda: desk.tasks.idle)
    assert desk.told == []
    assert names(page) == ["Léa Martin"]


def test_what_changes_meanwhile_does_not_throw_away_what_is_typed(desk: PageDesk) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    typed = field(desk, page, "Léa Martin", NAME)
    desk.person("Anne", "Aubry")
    desk.until(lambda: desk.tasks.idle)
    assert page.table.view.state() == QAbstractItemView.State.EditingState
    typed.setText("Martin, Zoé")
    desk.qtbot.keyClick(typed, Qt.Key.Key_Return)
    desk.until(lambda: names(page) == ["Anne Aubry", "Zoé Martin"])


def test_groups_consent_and_phones_of_guardians_are_not_typed_into(desk: PageDesk) -> None:
    desk.services.people.save_contact(
        ContactDraft("Léa", "Martin", guardians=(GuardianDraft(None, "Anne", "Roux", (Phone(ANNE),)),))
    )
    page = desk.show(PeoplePage)
    for name, columns in {"Léa Martin": {NAME}, "Anne Roux": {NAME, PHONES}}.items():
        row = names(page).index(name)
        editable = {
            column
            for column in (NAME, GROUPS, PHONES, CONSENT)
            if page.table.model.index(row, column).flags() & Qt.ItemFlag.ItemIsEditable
        }
        assert editable == columns
