"""Personnes: look people up, look at them, edit them, choose several and act upon them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_groups import made_group
from page_desk import PageDesk, child, nameless
from people_desk import button, names, press, select, take_back
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLineEdit, QTableView, QWidget

from smsdesk.domain.people import Contact, ContactKind, GroupKind, Guardian, Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.ui.models.people import CONSENT, PeopleModel
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.people_card import PersonCard
from smsdesk.ui.pages.people_form import PersonForm
from smsdesk.ui.people_words import group_kind_word, kind_word
from smsdesk.ui.places import ImportStart, MergeStart, NotifyStart, Place, Route

ANNE = "+33639980001"
PAUL = "+33639980002"


def show_person(desk: PageDesk, page: PeoplePage, name: str) -> PersonCard:
    page.table.view.selectRow(names(page).index(name))
    desk.until(lambda: isinstance(page.side.panel, PersonCard) and page.side.panel.person.name == name)
    assert isinstance(page.side.panel, PersonCard)
    return page.side.panel


def test_an_empty_profile_teaches_and_leads_to_the_import(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    assert not child(page, "people_table").isVisible()
    child(page.actions_bar, "people_import").click()
    assert desk.gone_to == [Place(Route.IMPORT)]


def test_groups_choose_who_is_listed(desk: PageDesk) -> None:
    lea, tom = desk.person("Léa", "Martin"), desk.person("Tom", "Petit")
    piano = made_group(desk.services.people, "Piano", GroupKind.COURSE)
    desk.services.people.add_to_group(piano.id, [lea])
    page = desk.show(PeoplePage)
    assert names(page) == ["Léa Martin", "Tom Petit"]
    assert [(node.name, node.size) for node in page.groups.model.nodes] == [("Everybody", 2), ("Piano", 1)]
    page.groups.choose(piano.id)
    desk.until(lambda: names(page) == ["Léa Martin"])
    press(desk, page, "people_write_group")
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
    assert isinstance(search, QLineEdit)
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


def test_a_long_list_is_renewed_where_it_is_seen(desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smsdesk.ui.pages.people.MANY", 150)
    ids = [desk.person("Élève", f"Nom{number:03}") for number in range(250)]
    page = desk.show(PeoplePage)
    desk.until(lambda: page.table.view.scrollToBottom() or len(names(page)) == 250)
    place = page.table.view.verticalScrollBar().value()
    desk.services.people.save_contact(ContactDraft("Autre", "Nom240", id=ids[240]))
    desk.until(lambda: names(page)[240] == "Autre Nom240")
    desk.services.people.archive_contacts(ids[245:246])
    desk.until(lambda: "Élève Nom245" not in names(page))
    assert names(page)[:3] == ["Élève Nom000", "Élève Nom001", "Élève Nom002"]
    assert len(names(page)) == 249
    assert abs(page.table.view.verticalScrollBar().value() - place) <= page.table.view.rowHeight(0)


def test_a_new_person_is_typed_and_saved(desk: PageDesk, qtbot) -> None:
    page = desk.show(PeoplePage)
    child(page.actions_bar, "people_add").click()
    qtbot.keyClicks(child(page, "people_first_name"), "Zoe")
    qtbot.keyClicks(child(page, "people_last_name"), "Martin")
    qtbot.keyClicks(child(page, "people_phone_1"), "06.39.98.00.01")
    qtbot.keyClicks(child(page, "people_phone_label_1"), "maman")
    qtbot.keyClicks(child(page, "people_birth_date"), "14/07/2012")
    qtbot.keyClicks(child(page, "people_city"), "Bron")
    press(desk, page, "people_save")
    desk.until(lambda: names(page) == ["Zoe Martin"])
    desk.until(lambda: isinstance(page.side.panel, PersonCard))
    (zoe,) = desk.services.people.contacts()
    assert (zoe.phones, str(zoe.birth_date), zoe.city) == ((Phone(ANNE, "maman"),), "2012-07-14", "Bron")
    desk.until(lambda: bool(desk.told) and "Zoe Martin" in desk.told[-1].text)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("people_phone_1", "06 39 98", "06 39 98: "),
        ("people_birth_date", "31/02/2012", "is no date"),
        ("people_last_name", "", "A person needs a name."),
        ("people_email", "anne(at)exemple.fr", "e-mail"),
    ],
)
def test_what_cannot_be_understood_is_said_and_nothing_is_saved(
    desk: PageDesk, qtbot, field: str, typed: str, said: str
) -> None:
    page = desk.show(PeoplePage)
    page.side.edit(None)
    if field != "people_last_name":
        qtbot.keyClicks(child(page, "people_last_name"), "Martin")
    qtbot.keyClicks(child(page, field), typed)
    press(desk, page, "people_save")
    form = page.side.panel
    assert isinstance(form, PersonForm)
    desk.until(form.problem.isVisible)
    assert said in form.problem.label.text()
    assert form.save.isEnabled()
    assert desk.services.people.count() == 0


def test_a_mistake_is_told_at_its_field_while_one_goes_on_typing(desk: PageDesk, qtbot) -> None:
    page = desk.show(PeoplePage)
    page.side.edit(None)
    qtbot.keyClicks(child(page, "people_phone_1"), "06 39")
    child(page, "people_phone_1").editingFinished.emit()
    form = page.side.panel
    assert isinstance(form, PersonForm)
    assert form.phones.lines[0].told.isVisible()
    assert form.phones.lines[0].told.text()
    qtbot.keyClicks(child(page, "people_birth_date"), "40/40/2012")
    form.birth_date.editingFinished.emit()
    assert "40/40/2012" in form._date_told.text()


def test_phones_are_added_ordered_and_removed(desk: PageDesk, qtbot) -> None:
    desk.services.people.save_contact(
        ContactDraft("Léa", "Martin", phones=(Phone(ANNE, "maman"), Phone("+33123456789", "", mobile=False)))
    )
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    press(desk, page, "people_edit")
    form = page.side.panel
    assert isinstance(form, PersonForm)
    form.phones.lines[1].up.click()
    press(desk, page, "people_phone_add")
    qtbot.keyClicks(form.phones.lines[2].number, "0639980002")
    press(desk, page, "people_save")
    desk.until(lambda: isinstance(page.side.panel, PersonCard) and len(page.side.panel.person.phones) == 3)
    (lea,) = desk.services.people.contacts()
    assert [phone.e164 for phone in lea.phones] == ["+33123456789", ANNE, PAUL]
    assert lea.phones[1].label == "maman"


def test_guardians_are_added_ordered_told_to_receive_and_removed(desk: PageDesk, qtbot) -> None:
    paul = desk.person("Paul", "Martin", PAUL, ContactKind.GUARDIAN)
    desk.services.people.save_contact(
        ContactDraft(
            "Léa", "Martin",
            guardians=(GuardianDraft(None, "Anne", "Martin", (Phone(ANNE),), "mère"),
                       GuardianDraft(None, "Zoé", "Partie")),
        )
    )  # fmt: skip
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    press(desk, page, "people_edit")
    form = page.side.panel
    assert isinstance(form, PersonForm)
    search = form.guardians.finder.search
    qtbot.keyClicks(search, "paul mar")
    desk.until(lambda: not form.guardians.finder.list.isHidden())
    qtbot.keyClick(search, Qt.Key.Key_Return)
    receives = form.guardians.lines[2].receives
    assert isinstance(receives, QCheckBox)
    receives.click()
    form.guardians.lines[2].up.click()
    form.guardians.lines[1].up.click()
    form.guardians.lines[2].removed.emit()
    press(desk, page, "people_guardian_new")
    line = form.guardians.lines[2]
    qtbot.keyClicks(line.first_name, "Ida")
    qtbot.keyClicks(line.last_name, "Martin")
    qtbot.keyClicks(line.phone, "0639980003")
    press(desk, page, "people_save")
    desk.until(lambda: isinstance(page.side.panel, PersonCard) and len(page.side.panel.person.guardians) == 3)
    (lea,) = [each for each in desk.services.people.contacts() if each.first_name == "Léa"]
    assert [(each.name, each.receives, each.relation) for each in lea.guardians] == [
        ("Paul Martin", False, ""), ("Anne Martin", True, "mère"), ("Ida Martin", True, ""),
    ]  # fmt: skip
    assert lea.guardians[0].contact_id == paul
    assert lea.guardians[2].phones == (Phone("+33639980003"),)


def test_a_person_is_archived_found_among_the_archived_and_restored(desk: PageDesk) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    press(desk, page, "people_archive")
    desk.until(lambda: names(page) == [])
    desk.until(lambda: bool(desk.told) and desk.told[-1].action is not None)
    desk.until(lambda: page.groups.model.nodes[-1].scope.value == "archived")
    page.groups.view.setCurrentIndex(page.groups.model.find("archived:"))
    desk.until(lambda: names(page) == ["Léa Martin"])
    show_person(desk, page, "Léa Martin")
    press(desk, page, "people_restore")
    desk.until(lambda: desk.services.people.count() == 1)


def test_what_is_being_typed_is_not_thrown_away_by_a_choice_in_the_table(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    page.side.edit(None)
    qtbot.keyClicks(child(page, "people_last_name"), "Petit")
    page.table.view.selectRow(0)
    desk.until(lambda: desk.tasks.idle)
    assert isinstance(page.side.panel, PersonForm)
    assert child(page, "people_last_name").text() == "Petit"
    desk.person("Anne", "Aubry")
    desk.until(lambda: len(names(page)) == 2 and desk.tasks.idle)
    assert child(page, "people_last_name").text() == "Petit"


def test_escape_puts_the_person_away(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    page._escape()
    assert page.side.isHidden()
    assert page.table.chosen.ids == ()


def test_a_guardian_leads_to_the_pupils_and_back(desk: PageDesk) -> None:
    desk.services.people.save_contact(
        ContactDraft("Léa", "Martin", guardians=(GuardianDraft(None, "Anne", "Martin", (Phone(ANNE),)),))
    )
    page = desk.show(PeoplePage)
    ids = {contact.name: contact.id for contact in page.table.model.rows}
    button(show_person(desk, page, "Anne Martin"), "Léa Martin").click()
    button(show_person(desk, page, "Léa Martin"), "Anne Martin").click()
    assert desk.gone_to == [Place(Route.PEOPLE, ids["Léa Martin"]), Place(Route.PEOPLE, ids["Anne Martin"])]


def test_a_number_without_a_person_opens_the_form(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    page.open(ANNE)
    assert child(page, "people_phone_1").text() == "06\u00a039\u00a098\u00a000\u00a001"


def test_the_card_leads_to_messages_and_to_writing(desk: PageDesk) -> None:
    lea = desk.person("Léa", "Martin", ANNE)
    desk.comes(ANNE, "Elle sera absente")
    page = desk.show(PeoplePage)
    card = show_person(desk, page, "Léa Martin")
    assert [said.item.text for said in card.view.said] == ["Elle sera absente"]
    button(card, "Messages").click()
    button(card, "Write").click()
    assert desk.gone_to == [
        Place(Route.INBOX, ANNE),
        Place(Route.NOTIFY, NotifyStart(contact_ids=(lea,))),
    ]


def test_consent_is_written_down_from_the_card(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    assert page.table.model.data(page.table.model.index(0, CONSENT)) == "Not asked"
    card = show_person(desk, page, "Léa Martin")
    press(desk, page, "people_note_consent")
    form = card.consent_form
    assert form is not None
    button(form.answer, "Objects").click()
    form.source.setCurrentText("Au téléphone")
    form.evidence.setText("rappel du 3 mars")
    press(desk, page, "consent_save")
    desk.until(lambda: page.table.model.data(page.table.model.index(0, CONSENT)) == "Objects")
    (word,) = desk.services.consents.history(ANNE)
    assert (word.source, word.evidence) == ("Au téléphone", "rappel du 3 mars")
    desk.until(lambda: isinstance(page.side.panel, PersonCard) and len(page.side.panel.view.words) == 1)
    take_back(desk)
    desk.until(lambda: desk.services.consents.history(ANNE) == ())


def test_an_objection_tells_what_waits_and_is_not_sent(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin", ANNE)
    desk.services.notify.send_numbers([ANNE], "Bonjour")
    page = desk.show(PeoplePage)
    card = show_person(desk, page, "Léa Martin")
    press(desk, page, "people_note_consent")
    form = card.consent_form
    assert form is not None
    button(form.answer, "Objects").click()
    press(desk, page, "consent_save")
    desk.until(lambda: len(desk.services.consents.history(ANNE)) == 1)
    desk.until(
        lambda: bool(desk.told) and desk.told[-1].text.endswith("1 waiting messages will not be sent.")
    )


def test_several_people_are_written_to(desk: PageDesk) -> None:
    ids = [desk.person("Élève", f"Nom{number:03}") for number in range(130)]
    page = desk.show(PeoplePage)
    select(page, "Élève Nom001", "Élève Nom002")
    press(desk, page, "people_write")
    desk.until(lambda: bool(desk.gone_to))
    assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart(contact_ids=(ids[1], ids[2])))]
    press(desk, page, "people_choose_all")
    assert page.table.chosen.everything
    press(desk, page, "people_write")
    desk.until(lambda: len(desk.gone_to) == 2)
    assert desk.gone_to[1] == Place(Route.NOTIFY, NotifyStart(contact_ids=tuple(ids)))
    select(page, "Élève Nom001")
    page.table.view.selectRow(3)
    assert not page.table.chosen.everything


def test_two_people_are_led_to_the_merge(desk: PageDesk) -> None:
    one, other = desk.person("Léa", "Martin"), desk.person("Lea", "Martin")
    page = desk.show(PeoplePage)
    select(page, "Léa Martin")
    assert not page.table.selection.merge.isVisible()
    select(page, "Lea Martin")
    page.table.selection.merge.trigger()
    (place,) = desk.gone_to
    assert isinstance(place.what, MergeStart)
    assert {place.what.one, place.what.other} == {one, other}


def test_pasted_lines_and_dropped_files_lead_to_the_import(desk: PageDesk, tmp_path: Path) -> None:
    page = desk.show(PeoplePage)
    QGuiApplication.clipboard().setText("Nom\tPrénom\nMartin\tLéa\n")
    page._paste()
    QGuiApplication.clipboard().setText("Martin")
    page._paste()
    assert desk.gone_to == [Place(Route.IMPORT, ImportStart(text="Nom\tPrénom\nMartin\tLéa\n"))]
    assert "copied" in desk.told[-1].text
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "liste.xlsx"))])
    page.dropEvent(_drop(data))
    assert desk.gone_to[-1] == Place(Route.IMPORT, ImportStart(paths=(tmp_path / "liste.xlsx",)))


def _drop(data: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_what_is_chosen_stays_chosen_when_others_change(desk: PageDesk) -> None:
    desk.person("Léa", "Martin")
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    desk.person("Anne", "Aubry")
    desk.until(lambda: names(page) == ["Anne Aubry", "Léa Martin"])
    assert page.table.chosen.ids == (page.table.model.row(1).id,)


def test_every_control_has_a_name(desk: PageDesk) -> None:
    desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    show_person(desk, page, "Léa Martin")
    press(desk, page, "people_note_consent")
    assert nameless(page) == []
    page.side.edit(None)
    page.table.filters.show_panel(True)
    assert nameless(page) == []


def test_the_table_shows_names_from_outside_as_they_are(qapp, qtmodeltester) -> None:
    model = PeopleModel()
    evil = Contact(1, ContactKind.PUPIL, "L\u202eéa", "<b>Martin</b>", groups=("Piano", "Chœur"))
    tom = Contact(3, ContactKind.PUPIL, "Tom", "Petit", guardians=(Guardian(2, "Anne", (Phone(PAUL),)),))
    model.replace([evil, Contact(2, ContactKind.GUARDIAN, "Anne", "Martin", (Phone(ANNE),)), tom])
    qtmodeltester.check(model)
    assert model.data(model.index(0, 0)) == "<b>Martin</b> L⟨U+202E⟩éa"
    assert model.data(model.index(0, 1)) == "Piano, Chœur"
    assert model.data(model.index(1, 1)) == kind_word(ContactKind.GUARDIAN)
    assert model.data(model.index(1, 2)) == "06\u00a039\u00a098\u00a000\u00a001"
    assert model.data(model.index(2, 2)) == "06\u00a039\u00a098\u00a000\u00a002"
    assert model.data(model.index(0, 0), int(Qt.ItemDataRole.DecorationRole)) is None
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(4)] == [
        "Name", "Groups", "Phones", "Consent",
    ]  # fmt: skip


def test_every_kind_has_its_word(qapp) -> None:
    assert len({kind_word(kind) for kind in ContactKind}) == len(ContactKind)
    assert len({group_kind_word(kind) for kind in GroupKind}) == len(GroupKind)


def test_age_and_birth_date_are_told(desk: PageDesk) -> None:
    desk.services.people.save_contact(ContactDraft("Léa", "Martin", birth_date=date(2012, 3, 12)))
    page = desk.show(PeoplePage)
    card = show_person(desk, page, "Léa Martin")
    texts = " ".join(label.text() for label in card.findChildren(QWidget) if hasattr(label, "text"))
    assert "13" in texts


def test_a_list_pasted_over_the_search_goes_to_the_import_and_a_name_into_the_search(
    desk: PageDesk, qtbot
) -> None:
    page = desk.show(PeoplePage)
    page.activateWindow()
    page.take_focus()
    qtbot.waitUntil(page.table.search.hasFocus)
    QGuiApplication.clipboard().setText("Martin")
    qtbot.keyClick(page.table.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.table.search.text() == "Martin"
    QGuiApplication.clipboard().setText("Nom;Prénom\nMartin;Léa")
    qtbot.keyClick(page.table.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.gone_to == [Place(Route.IMPORT, ImportStart(text="Nom;Prénom\nMartin;Léa"))]
    assert page.table.search.text() == "Martin"


def test_from_the_search_the_keyboard_goes_to_the_first_one_found(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin", ANNE)
    desk.person("Tom", "Petit", PAUL)
    page = desk.show(PeoplePage)
    page.activateWindow()
    page.take_focus()
    qtbot.keyClicks(page.table.search, "0639980002")
    qtbot.keyClick(page.table.search, Qt.Key.Key_Return)  # faster than they are found
    desk.until(lambda: isinstance(page.side.panel, PersonCard))
    assert page.side.panel.person.name == "Tom Petit"
    assert page.focusWidget() is page.table.view


def test_enter_in_a_field_saves_and_the_keyboard_stays_with_the_person(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    page.activateWindow()
    card = show_person(desk, page, "Léa Martin")
    card.first.setFocus()
    qtbot.keyClick(card.first, Qt.Key.Key_Space)
    desk.until(lambda: isinstance(page.side.panel, PersonForm))
    made = page.side.panel
    made.last_name.setText("Petit")
    qtbot.keyClick(made.last_name, Qt.Key.Key_Return)
    desk.until(lambda: isinstance(page.side.panel, PersonCard))
    desk.until(lambda: names(page) == ["Léa Petit"])
    assert page.focusWidget() is page.side.panel.first
    page.side.panel.closed.emit()
    assert page.focusWidget() is page.table.view


def test_enter_chooses_a_guardian_without_saving_the_form(desk: PageDesk, qtbot) -> None:
    desk.person("Anne", "Martin", ANNE, ContactKind.GUARDIAN)
    page = desk.show(PeoplePage)
    press(desk, page.actions_bar, "people_add")
    desk.until(lambda: isinstance(page.side.panel, PersonForm))
    made = page.side.panel
    finder = made.guardians.finder
    finder.search.setFocus()
    qtbot.keyClicks(finder.search, "anne")
    desk.until(lambda: not finder.list.isHidden())
    qtbot.keyClick(finder.search, Qt.Key.Key_Return)
    desk.until(lambda: len(made.guardians.lines) == 1)
    assert page.side.panel is made
    assert made.problem.isHidden()
    assert made.save.isEnabled()


def test_tab_goes_as_one_reads_also_through_lines_added_in_the_middle(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    page.activateWindow()
    show_person(desk, page, "Léa Martin").edit_wanted.emit()
    desk.until(lambda: isinstance(page.side.panel, PersonForm))
    made = page.side.panel
    press(desk, page, "people_phone_add")
    added = made.phones.lines[1]
    desk.until(lambda: added.number.nextInFocusChain() is not None and added.isVisible())
    passed = []
    for _ in range(4):
        passed.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert passed[0] is added.number
    assert added.label in passed
    assert page.focusWidget() is not child(page, "people_history")
    made.save.setFocus()
    qtbot.keyClick(made.save, Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is child(page, "people_undo")
