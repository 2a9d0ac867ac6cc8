from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from smsdesk.domain.people import Contact, ContactKind, Group, GroupKind, Phone
from smsdesk.services.people import ContactDraft
from smsdesk.ui.models.people import GroupsModel, PeopleModel
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.people_card import PersonCard
from smsdesk.ui.pages.people_form import PersonForm
from smsdesk.ui.people_words import group_kind_word, kind_word
from smsdesk.ui.places import NotifyStart, Place, Route

ANNE = "+33639980001"


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[PageDesk]:
    opened = PageDesk(qtbot, tmp_path)
    yield opened
    opened.close()


def names(page: PeoplePage) -> list[str]:
    return [contact.name for contact in page.table.model.rows]


def press(desk: PageDesk, page: PeoplePage, name: str) -> None:
    desk.qtbot.mouseClick(child(page, name), Qt.MouseButton.LeftButton)


def show_person(desk: PageDesk, page: PeoplePage, name: str) -> PersonCard:
    page.table.view.selectRow(names(page).index(name))
    desk.until(
        lambda: isinstance(page._side.widget(), PersonCard) and page._side.widget().person.name == name
    )
    return page._side.widget()


def test_an_empty_profile_teaches_and_leads_to_the_import(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    assert not child(page, "people_table").isVisible()
    press_import = [
        button for button in page.actions_bar.children() if button.objectName() == "people_import"
    ]
    press_import[0].click()
    assert desk.gone_to == [Place(Route.IMPORT)]


def test_groups_choose_who_is_listed(desk: PageDesk) -> None:
    lea, tom = desk.person("Léa", "Martin"), desk.person("Tom", "Petit")
    piano = desk.services.people.create_group("Piano", GroupKind.COURSE)
    desk.services.people.add_to_group(piano.id, [lea])
    page = desk.show(PeoplePage)
    assert names(page) == ["Léa Martin", "Tom Petit"]
    rows = [page.groups.model.row(at) for at in range(page.groups.model.rowCount())]
    assert [(row.name, row.size) for row in rows] == [("Everybody", 2), ("Piano", 1)]
    page.groups.choose(piano.id)
    desk.until(lambda: names(page) == ["Léa Martin"])
    page._write.click()
    assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart(group_ids=(piano.id,)))]
    desk.services.people.add_to_group(piano.id, [tom])
    desk.until(lambda: names(page) == ["Léa Martin", "Tom Petit"])
    assert page.groups.group is not None
    assert page.groups.group.id == piano.id


def test_search_as_one_types(desk: PageDesk, qtbot) -> None:
    desk.person("Élise", "Durand")
    desk.person("Tom", "Petit", ANNE)
    page = desk.show(PeoplePage)
    search = child(page, "people_search")
    qtbot.keyClicks(search, "elise")
    desk.until(lambda: names(page) == ["Élise Durand"])
    search.clear()
    qtbot.keyClicks(search, "06 39 98 00 01")
    desk.until(lambda: names(page) == ["Tom Petit"])
    search.clear()
    qtbot.keyClicks(search, "zzz")
    desk.until(lambda: names(page) == [] and not child(page, "people_table").isVisible())


def test_hundreds_of_people_come_page_by_page(desk: PageDesk) -> None:
    for number in range(250):
        desk.person("Élève", f"Nom{number:03}")
    page = desk.show(PeoplePage)
    table = child(page, "people_table")
    assert isinstance(table, QTableView)
    assert table.verticalHeader().sectionResizeMode(0) is QHeaderView.ResizeMode.Fixed
    first = len(names(page))
    assert first < 250
    desk.until(lambda: table.scrollToBottom() or len(names(page)) > first)
    desk.until(lambda: table.scrollToBottom() or len(names(page)) == 250)
    assert names(page) == sorted(names(page))


def test_a_new_person_is_typed_and_saved(desk: PageDesk, qtbot) -> None:
    page = desk.show(PeoplePage)
    page._edit(None)
    qtbot.keyClicks(child(page, "people_first_name"), "Zoe")
    qtbot.keyClicks(child(page, "people_last_name"), "Martin")
    qtbot.keyClicks(child(page, "people_phone_1"), "06.39.98.00.01")
    qtbot.keyClicks(child(page, "people_birth_date"), "14/07/2012")
    press(desk, page, "people_save")
    desk.until(lambda: names(page) == ["Zoe Martin"])
    desk.until(lambda: isinstance(page._side.widget(), PersonCard))
    (zoe,) = desk.services.people.contacts()
    assert (zoe.phones, str(zoe.birth_date)) == ((Phone(ANNE),), "2012-07-14")
    assert "Zoe Martin" in desk.told[-1].text


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("people_phone_1", "06 39 98", "06 39 98: "),
        ("people_birth_date", "31/02/2012", "is no date"),
        ("people_last_name", "", "A person needs a name."),
    ],
)
def test_what_cannot_be_understood_is_said_and_nothing_is_saved(
    desk: PageDesk, qtbot, field: str, typed: str, said: str
) -> None:
    page = desk.show(PeoplePage)
    page._edit(None)
    if field != "people_last_name":
        qtbot.keyClicks(child(page, "people_last_name"), "Martin")
    qtbot.keyClicks(child(page, field), typed)
    press(desk, page, "people_save")
    form = page._side.widget()
    assert isinstance(form, PersonForm)
    desk.until(form.problem.isVisible)
    assert said in form.problem.label.text()
    assert form.save.isEnabled()
    assert desk.services.people.count() == 0


def test_editing_keeps_what_the_form_does_not_show(desk: PageDesk, qtbot) -> None:
    desk.services.people.save_contact(
        ContactDraft("Léa", "Martin", phones=(Phone(ANNE, "maman"),), address="1 rue du Bac", notes="N.B.")
    )
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    press(desk, page, "people_edit")
    assert child(page, "people_phone_1").text() == "06\u00a039\u00a098\u00a000\u00a001"
    child(page, "people_first_name").clear()
    qtbot.keyClicks(child(page, "people_first_name"), "Leo")
    press(desk, page, "people_save")
    desk.until(lambda: names(page) == ["Leo Martin"])
    (leo,) = desk.services.people.contacts()
    assert (leo.phones, leo.address, leo.notes) == ((Phone(ANNE, "maman"),), "1 rue du Bac", "N.B.")


def test_archiving_asks_first(desk: PageDesk) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    assert not child(page, "people_archive_confirm").isVisible()
    press(desk, page, "people_archive")
    assert names(page) == ["Léa Martin"]
    press(desk, page, "people_archive_confirm")
    desk.until(lambda: names(page) == [])
    assert page._side.isHidden()


def test_what_is_being_typed_is_not_thrown_away_by_a_choice_in_the_table(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    page._edit(None)
    qtbot.keyClicks(child(page, "people_last_name"), "Petit")
    page.table.view.selectRow(0)
    desk.until(lambda: desk.tasks.idle)
    assert isinstance(page._side.widget(), PersonForm)
    assert child(page, "people_last_name").text() == "Petit"
    desk.person("Anne", "Aubry")
    desk.until(lambda: len(names(page)) == 2 and desk.tasks.idle)
    assert child(page, "people_last_name").text() == "Petit"


def test_escape_puts_the_person_away(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    page._escape()
    assert page._side.isHidden()
    assert page.table.chosen == ()


def test_a_guardian_leads_to_the_pupils(desk: PageDesk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(("Nom", "Prénom", "Classe", "Responsable 1", "Portable resp. 1"))
    book.active.append(("Martin", "Léa", "Piano", "Anne Martin", "0639980001"))
    book.save(tmp_path / "liste.xlsx")
    importing = desk.services.importing
    importing.apply(importing.plan(tmp_path / "liste.xlsx"), accept_warnings=True)
    page = desk.show(PeoplePage)
    card = show_person(desk, page, "Anne Martin")
    (link,) = (button for button in card.findChildren(type(page._write)) if button.text() == "Léa Martin")
    link.click()
    (lea,) = (contact.id for contact in page.table.model.rows if contact.name == "Léa Martin")
    assert desk.gone_to == [Place(Route.PEOPLE, lea)]


def test_a_group_is_made_filled_and_emptied_with_a_way_back(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin")
    desk.person("Tom", "Petit")
    page = desk.show(PeoplePage)
    press(desk, page, "people_group_add")
    qtbot.keyClicks(child(page, "people_group_name"), "Chorale")
    qtbot.keyClick(child(page, "people_group_name"), Qt.Key.Key_Return)
    desk.until(lambda: page.groups.model.rowCount() == 2)
    chorale = desk.services.people.group_named("Chorale")
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for at in range(2):
        page.table.view.selectionModel().select(page.table.model.index(at, 0), flags)
    page.table._menu.actions()[0].trigger()
    desk.until(lambda: desk.services.people.count(chorale.id) == 2)
    page.groups.choose(chorale.id)
    desk.until(lambda: page.table.model.rowCount() == 2 and desk.tasks.idle)
    page.table.view.selectRow(0)
    press(desk, page, "people_remove_from_group")
    desk.until(lambda: names(page) == ["Tom Petit"])
    assert desk.told[-1].action is not None
    desk.told[-1].action()
    desk.until(lambda: names(page) == ["Léa Martin", "Tom Petit"])


def test_a_taken_name_of_a_group_is_refused_in_words(desk: PageDesk, qtbot) -> None:
    desk.services.people.create_group("Chorale")
    page = desk.show(PeoplePage)
    press(desk, page, "people_group_add")
    qtbot.keyClicks(child(page, "people_group_name"), "chorale")
    press(desk, page, "people_group_create")
    desk.until(lambda: bool(desk.told))
    assert "already" in desk.told[-1].text
    assert child(page, "people_group_name").text() == "chorale"


def test_a_number_without_a_person_opens_the_form(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    page.open(ANNE)
    assert child(page, "people_phone_1").text() == "06\u00a039\u00a098\u00a000\u00a001"


def test_the_card_leads_to_messages_and_to_writing(desk: PageDesk) -> None:
    lea = desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    card = show_person(desk, page, "Léa Martin")
    for button in card.findChildren(type(page._write)):
        if button.text() in ("Messages", "Write"):
            button.click()
    assert Place(Route.INBOX, ANNE) in desk.gone_to
    assert Place(Route.NOTIFY, NotifyStart(contact_ids=(lea,))) in desk.gone_to


def test_what_is_chosen_stays_chosen_when_others_change(desk: PageDesk) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    desk.person("Anne", "Aubry")
    desk.until(lambda: names(page) == ["Anne Aubry", "Léa Martin"])
    current = page.table.view.currentIndex()
    assert page.table.model.row(current.row()).name == "Léa Martin"


def test_every_control_has_a_name(desk: PageDesk) -> None:
    desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    assert nameless(page) == []
    page._edit(None)
    press(desk, page, "people_group_add")
    assert nameless(page) == []


def test_the_table_shows_names_from_outside_as_they_are(qapp, qtmodeltester) -> None:
    model = PeopleModel()
    evil = Contact(1, ContactKind.PUPIL, "L\u202eéa", "<b>Martin</b>", groups=("Piano", "Chœur"))
    model.replace([evil, Contact(2, ContactKind.GUARDIAN, "Anne", "Martin", (Phone(ANNE),))])
    qtmodeltester.check(model)
    assert model.data(model.index(0, 0)) == "<b>Martin</b> L⟨U+202E⟩éa"
    assert model.data(model.index(0, 1)) == "Piano, Chœur"
    assert model.data(model.index(1, 1)) == kind_word(ContactKind.GUARDIAN)
    assert model.data(model.index(1, 2)) == "06\u00a039\u00a098\u00a000\u00a001"
    assert model.data(model.index(0, 0), int(Qt.ItemDataRole.DecorationRole)) is None
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)] == [
        "Name", "Groups", "Phones", "Guardians",
    ]  # fmt: skip


def test_groups_stand_below_the_one_that_holds_them(qapp, qtmodeltester) -> None:
    model = GroupsModel()
    model.show_groups(
        (Group(1, "Piano", GroupKind.COURSE, 3, parent_id=2), Group(2, "Claviers", GroupKind.FREE, 3)), 9
    )
    qtmodeltester.check(model)
    rows = [model.row(at) for at in range(model.rowCount(QModelIndex()))]
    assert [(row.name, row.depth) for row in rows] == [("Everybody", 0), ("Claviers", 0), ("Piano", 1)]
    assert model.position(1) == 2
    assert model.position(77) == 0


def test_every_kind_has_its_word(qapp) -> None:
    assert len({kind_word(kind) for kind in ContactKind}) == len(ContactKind)
    assert len({group_kind_word(kind) for kind in GroupKind}) == len(GroupKind)
