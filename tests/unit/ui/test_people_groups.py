"""Personnes, the groups: the tree, forms, smart groups, people dragged or moved into them, filters."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from made_groups import made_group
from page_desk import PageDesk, child, nameless
from people_desk import button, names, press, select, take_back
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from smsdesk.domain.filters import NO_FILTER, ConsentState, PeopleFilter, Reach
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Group, GroupKind, WeeklySlot
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.services.exporting import ExportWhat
from smsdesk.ui import filter_words
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.models.group_tree import GroupTree, PeopleDrag
from smsdesk.ui.pages.group_chooser import GroupChooser
from smsdesk.ui.pages.group_form import GroupForm
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.people_paper import _what
from smsdesk.ui.widgets.removable import RemovableChip

ANNE = "+33639980001"


def group(desk: PageDesk, name: str, *people: int, kind: GroupKind = GroupKind.FREE) -> Group:
    """A group with these people."""
    made = made_group(desk.services.people, name, kind)
    if people:
        desk.services.people.add_to_group(made.id, people)
    return made


def form(page: PeoplePage) -> GroupForm:
    assert isinstance(page.side.panel, GroupForm)
    return page.side.panel


def drop(page: PeoplePage, data: QMimeData, target: Group, modifier: Qt.KeyboardModifier) -> None:
    """Let go of something over a group in the tree, with a key held or none, as Qt works it out."""
    place = page.groups.view.visualRect(page.groups.model.find_group(target.id)).center()
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(place), actions, data, Qt.MouseButton.LeftButton, modifier)
    wanted = page.table.view.defaultDropAction()
    if modifier == Qt.KeyboardModifier.ShiftModifier:
        wanted = Qt.DropAction.MoveAction
    elif modifier == Qt.KeyboardModifier.ControlModifier:
        wanted = Qt.DropAction.CopyAction
    event.setDropAction(wanted)
    page.groups.view.dropEvent(event)


def dragged(page: PeoplePage) -> QMimeData:
    """What the chosen rows become when they are dragged."""
    return page.table.model.mimeData(page.table.view.selectionModel().selectedRows())


def test_the_tree_holds_everybody_groups_below_groups_past_years_and_the_archive(qtbot) -> None:
    tree = GroupTree()
    QAbstractItemModelTester(tree)
    claviers, piano = (
        Group(2, "Claviers", GroupKind.FREE, 3),
        Group(1, "Piano", GroupKind.COURSE, 3, parent_id=2),
    )
    smart = Group(3, "Adultes", GroupKind.FREE, 1, filter=PeopleFilter(min_age=18))
    old = Group(4, "Piano", GroupKind.COURSE, archived=True)
    tree.show_groups((piano, claviers, smart), 9, (("2025-2026", (old,)),), 2)
    assert [(node.name, node.size, node.parent and node.parent.name) for node in tree.nodes] == [
        ("Everybody", 9, None), ("Adultes", 1, None), ("Claviers", 3, None), ("Piano", 3, "Claviers"),
        ("Past years", None, None), ("2025-2026", None, "Past years"), ("Piano", 0, "2025-2026"),
        ("Archived people", 2, None),
    ]  # fmt: skip
    assert [node.icon for node in tree.nodes[1:4]] == [Icon.SMART, Icon.FREE_LIST, Icon.COURSE]
    spoken = int(Qt.ItemDataRole.AccessibleTextRole)
    assert tree.data(tree.find_group(2), spoken) == "Claviers, 3 people"
    takes = [bool(tree.flags(tree.find(node.key)) & Qt.ItemFlag.ItemIsDropEnabled) for node in tree.nodes]
    assert takes == [False, False, True, True, False, False, False, False]


def test_counts_change_without_folding_the_tree(qtbot) -> None:
    tree = GroupTree()
    tree.show_groups((Group(1, "Piano", GroupKind.COURSE, 3),), 9)
    with qtbot.assertNotEmitted(tree.modelReset), qtbot.waitSignal(tree.dataChanged):
        tree.show_groups((Group(1, "Piano", GroupKind.COURSE, 4),), 9)
    assert tree.nodes[1].size == 4


def test_a_group_is_made_with_teacher_and_weekly_hours(desk: PageDesk, qtbot) -> None:
    claire = desk.person("Claire", "Dupont", kind=ContactKind.TEACHER)
    claviers = group(desk, "Claviers")
    page = desk.show(PeoplePage)
    press(desk, page, "people_group_add")
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    made = form(page)
    assert nameless(page) == []
    qtbot.keyClicks(made.name, "Piano")
    made.kind.setCurrentIndex(list(GroupKind).index(GroupKind.COURSE))
    made.parent_group.setCurrentIndex(1)
    qtbot.keyClicks(made.finder.search, "dup")
    desk.until(lambda: not made.finder.list.isHidden())
    qtbot.keyClick(made.finder.search, Qt.Key.Key_Return)
    press(desk, page, "group_slot_add")
    made.slots.lines[0].day.setCurrentIndex(3)
    qtbot.keyClicks(made.slots.lines[0].start, "17h30")
    qtbot.keyClicks(made.slots.lines[0].room, "Salle 3")
    qtbot.keyClicks(made.slots.lines[0].valid_until, "30/06/2027")
    press(desk, page, "people_group_save")
    desk.until(lambda: page.groups.group is not None and page.groups.group.name == "Piano")
    piano = desk.services.people.group_named("Piano")
    assert (piano.kind, piano.parent_id, piano.teacher_id) == (GroupKind.COURSE, claviers.id, claire)
    assert piano.slots == (WeeklySlot(3, time(17, 30), None, "Salle 3", None, date(2027, 6, 30)),)
    assert "Piano" in desk.told[-1].text


def test_an_hour_that_is_none_is_told_where_it_stands(desk: PageDesk, qtbot) -> None:
    group(desk, "Piano", kind=GroupKind.COURSE)
    page = desk.show(PeoplePage)
    page.groups.choose(desk.services.people.group_named("Piano").id)
    press(desk, page, "people_group_edit")
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    press(desk, page, "group_slot_add")
    qtbot.keyClicks(form(page).slots.lines[0].start, "25:00")
    press(desk, page, "people_group_save")
    assert "25:00" in form(page).problem.label.text()
    assert form(page).slots.lines[0].told.text()
    assert form(page).touched


def test_a_taken_name_of_a_group_is_refused_in_words(desk: PageDesk, qtbot) -> None:
    group(desk, "Chorale")
    page = desk.show(PeoplePage)
    press(desk, page, "people_group_add")
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    qtbot.keyClicks(form(page).name, "chorale")
    qtbot.keyClick(form(page).name, Qt.Key.Key_Return)
    desk.until(lambda: "already" in form(page).problem.label.text())
    assert form(page).name.text() == "chorale"


def test_a_group_cannot_be_put_into_itself(desk: PageDesk) -> None:
    people = desk.services.people
    claviers = group(desk, "Claviers")
    made_group(people, "Piano", parent_id=claviers.id)
    page = desk.show(PeoplePage)
    page.side.edit_group(people.group(claviers.id))
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    assert [form(page).parent_group.itemText(at) for at in range(form(page).parent_group.count())] == [
        "No other group"
    ]


def test_a_group_is_archived_with_a_way_back(desk: PageDesk) -> None:
    lea = desk.person("Léa", "Martin")
    piano = group(desk, "Piano", lea)
    page = desk.show(PeoplePage)
    page.groups.choose(piano.id)
    desk.until(lambda: names(page) == ["Léa Martin"] and desk.tasks.idle)
    page.table.heading.archive_wanted.emit()
    desk.until(lambda: desk.services.people.groups() == () and bool(desk.told))
    desk.until(lambda: any(node.group and node.group.archived for node in page.groups.model.nodes))
    page.groups.choose(piano.id)
    desk.until(lambda: page.table.heading.restore.isVisible() and desk.tasks.idle)
    assert names(page) == ["Léa Martin"]
    press(desk, page, "people_group_restore")
    desk.until(lambda: [each.name for each in desk.services.people.groups()] == ["Piano"])


def test_people_dragged_from_everybody_are_added(desk: PageDesk) -> None:
    lea, tom = desk.person("Léa", "Martin"), desk.person("Tom", "Petit")
    piano, orgue = group(desk, "Piano", lea), group(desk, "Orgue")
    page = desk.show(PeoplePage)
    select(page, "Léa Martin", "Tom Petit")
    drop(page, dragged(page), orgue, Qt.KeyboardModifier.NoModifier)
    people = desk.services.people
    desk.until(lambda: people.contact_ids(orgue.id) == (lea, tom))
    assert people.contact_ids(piano.id) == (lea,)
    take_back(desk)
    desk.until(lambda: people.contact_ids(orgue.id) == ())


@pytest.mark.parametrize(
    ("modifier", "stays"),
    [(Qt.KeyboardModifier.NoModifier, False), (Qt.KeyboardModifier.ControlModifier, True)],
)
def test_people_dragged_out_of_a_group_are_moved(
    desk: PageDesk, modifier: Qt.KeyboardModifier, stays: bool
) -> None:
    lea = desk.person("Léa", "Martin")
    piano, orgue = group(desk, "Piano", lea), group(desk, "Orgue")
    page = desk.show(PeoplePage)
    page.groups.choose(piano.id)
    desk.until(lambda: names(page) == ["Léa Martin"] and desk.tasks.idle)
    select(page, "Léa Martin")
    drop(page, dragged(page), orgue, modifier)
    people = desk.services.people
    desk.until(lambda: people.contact_ids(orgue.id) == (lea,))
    assert people.contact_ids(piano.id) == ((lea,) if stays else ())


def test_all_that_is_found_is_dragged_though_not_all_is_fetched(desk: PageDesk) -> None:
    for number in range(120):
        desk.person("Élève", f"Nom{number:03}")
    orgue = group(desk, "Orgue")
    page = desk.show(PeoplePage)
    page.table.choose_all()
    drop(page, dragged(page), orgue, Qt.KeyboardModifier.NoModifier)
    desk.until(lambda: desk.services.people.count(orgue.id) == 120)


def test_what_is_no_drag_of_people_falls_nowhere(qtbot) -> None:
    tree = GroupTree()
    tree.show_groups((Group(1, "Piano", GroupKind.COURSE),), 0)
    index = tree.find_group(1)
    broken = QMimeData()
    broken.setData("application/x-smsdesk-people", b'{"ids": "x"}')
    assert PeopleDrag.from_mime(broken) is None
    for data in (broken, QMimeData(), PeopleDrag((1,), source=1).to_mime()):
        assert not tree.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, index)
    assert tree.canDropMimeData(PeopleDrag((1,)).to_mime(), Qt.DropAction.CopyAction, -1, -1, index)


def test_people_are_added_and_moved_by_keyboard(desk: PageDesk, qtbot) -> None:
    lea = desk.person("Léa", "Martin")
    piano, orgue = group(desk, "Piano", lea), group(desk, "Orgue")
    page = desk.show(PeoplePage)
    page.groups.choose(piano.id)
    desk.until(lambda: names(page) == ["Léa Martin"] and desk.tasks.idle)
    select(page, "Léa Martin")
    qtbot.keyClick(child(page, "people_move_to_group"), Qt.Key.Key_Return)
    (chooser,) = page.findChildren(GroupChooser)
    assert [chooser.list.item(at).text() for at in range(chooser.list.count())] == ["Orgue"]
    qtbot.keyClicks(chooser.search, "org")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    people = desk.services.people
    desk.until(lambda: people.contact_ids(orgue.id) == (lea,) and people.contact_ids(piano.id) == ())
    page.groups.choose(orgue.id)
    desk.until(lambda: names(page) == ["Léa Martin"] and desk.tasks.idle)
    select(page, "Léa Martin")
    page.table.selection.remove.trigger()
    desk.until(lambda: names(page) == [])
    take_back(desk)
    desk.until(lambda: names(page) == ["Léa Martin"])


def test_the_menu_of_a_row_offers_what_the_buttons_do(desk: PageDesk) -> None:
    piano = group(desk, "Piano", desk.person("Léa", "Martin"))
    page = desk.show(PeoplePage)
    page.groups.choose(piano.id)
    desk.until(lambda: names(page) == ["Léa Martin"] and desk.tasks.idle)
    select(page, "Léa Martin")
    words = [action.text() for action in page.acts.menu().actions() if action.text()]
    assert words == [
        "Write", "Add to…", "Move to…", "Take out of this group", "Archive", "Export…",
        "Print the class sheet…",
    ]  # fmt: skip


def test_filters_stand_as_chips_and_are_taken_away_one_by_one(desk: PageDesk, qtbot) -> None:
    people = desk.services.people
    people.save_contact(ContactDraft("Léa", "Martin", birth_date=date(2014, 1, 1), city="Bron"))
    people.save_contact(ContactDraft("Tom", "Petit", birth_date=date(2000, 1, 1), city="Lyon"))
    desk.person("Claire", "Dupont", kind=ContactKind.TEACHER)
    page = desk.show(PeoplePage)
    press(desk, page, "people_filter")
    button(page.table.filters.panel, "Pupil").click()
    desk.until(lambda: names(page) == ["Léa Martin", "Tom Petit"])
    qtbot.keyClicks(child(page, "people_age_from"), "18")
    desk.until(lambda: names(page) == ["Tom Petit"])
    city = child(page, "people_filter_city")
    assert isinstance(city, QComboBox)
    assert [city.itemText(at) for at in range(city.count())] == ["Choose a town", "Bron", "Lyon"]
    city.activated.emit(1)
    desk.until(lambda: names(page) == [])

    def chips() -> dict[str, RemovableChip]:
        return {chip.words: chip for chip in page.table.filters.findChildren(RemovableChip)}

    desk.until(lambda: list(chips()) == ["Pupil", "18 years old or more", "Bron"])
    chips()["18 years old or more"].click()
    desk.until(lambda: names(page) == ["Léa Martin"])
    age = child(page, "people_age_from")
    assert isinstance(age, QLineEdit)
    assert age.text() == ""
    page._escape()
    assert not page.table.filters.opened
    assert page.table.heading.count.text() == "1 found"


def test_a_filter_over_consent_and_reach(desk: PageDesk) -> None:
    desk.person("Léa", "Martin", ANNE)
    desk.person("Tom", "Petit")
    desk.services.consents.record(ANNE, Purpose.PROMOTION, False, "SMS")
    page = desk.show(PeoplePage)
    panel = page.table.filters.panel
    wanted = [panel._consent.itemData(at) for at in range(panel._consent.count())]
    at = next(at for at, data in enumerate(wanted) if data and tuple(data) == ("promotion", "refused"))
    panel._consent.activated.emit(at)
    desk.until(lambda: names(page) == ["Léa Martin"])
    assert page.table.filters.filters.consent == (Purpose.PROMOTION, ConsentState.REFUSED)
    page.table.filters._take(PeopleFilter(reach=Reach.NOBODY))
    desk.until(lambda: names(page) == ["Tom Petit"])
    page.table.filters._take(NO_FILTER)
    desk.until(lambda: len(names(page)) == 2)


def test_a_filter_is_kept_as_a_smart_group_that_fills_itself(desk: PageDesk, qtbot) -> None:
    people = desk.services.people
    people.save_contact(ContactDraft("Léa", "Martin", city="Bron"))
    people.save_contact(ContactDraft("Tom", "Petit", city="Lyon"))
    page = desk.show(PeoplePage)
    page.table.filters._take(PeopleFilter(cities=("Bron",)))
    press(desk, page, "people_filter_save")
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    qtbot.keyClicks(form(page).name, "Habitants de Bron")
    press(desk, page, "people_group_save")
    desk.until(lambda: page.groups.group is not None and page.groups.group.smart)
    page.table.filters._take(NO_FILTER)
    desk.until(lambda: names(page) == ["Léa Martin"])
    people.save_contact(ContactDraft("Zoé", "Roux", city="bron"))
    desk.until(lambda: names(page) == ["Léa Martin", "Zoé Roux"])
    select(page, "Zoé Roux")
    assert not page.table.selection.move_button.isVisible()
    assert not page.table.selection.remove.isVisible()


def test_every_piece_of_a_filter_has_words(qapp: QApplication) -> None:
    whole = PeopleFilter(
        frozenset(ContactKind), 6, 10, ("Bron",), (7, 8), (Purpose.ALERT, ConsentState.GRANTED),
        Reach.MOBILE, archived=True,
    )  # fmt: skip
    pieces = filter_words.pieces(whole, {7: "Piano"})
    assert [piece.text for piece in pieces[5:]] == [
        "6 to 10 years old", "Bron", "Piano", "a group that is gone", "Alerts: agrees", "Reached by SMS",
        "Archived",
    ]  # fmt: skip
    for piece in pieces:
        assert len(filter_words.pieces(piece.without, {})) == len(pieces) - 1


def test_the_sheet_of_a_group_is_kept_as_pdf_and_asks_for_a_group(desk: PageDesk, tmp_path: Path) -> None:
    piano = group(desk, "Piano", desk.person("Léa", "Martin", ANNE))
    page = desk.show(PeoplePage)
    page.acts.keep_sheet(page._listing)
    assert "Choose a group" in desk.told[-1].text
    sheet = desk.services.exporting.class_sheet(piano.id)
    page.acts._paper._write_sheet(tmp_path / "piano.pdf", sheet)
    desk.until(lambda: "piano.pdf" in desk.told[-1].text)
    assert (tmp_path / "piano.pdf").read_bytes().startswith(b"%PDF")


def test_the_list_is_written_as_it_is_found(desk: PageDesk, tmp_path: Path) -> None:
    piano = group(desk, "Piano", desk.person("Léa", "Martin", ANNE))
    desk.person("Tom", "Petit")
    page = desk.show(PeoplePage)
    page.groups.choose(piano.id)
    desk.until(lambda: names(page) == ["Léa Martin"] and desk.tasks.idle)
    what = _what(page.acts._chosen_or_all(page._listing))
    page.acts._paper._write(tmp_path / "piano.csv", what, 3)
    desk.until(lambda: bool(desk.told))
    written = (tmp_path / "piano.csv").read_text("utf-8-sig")
    assert "Martin" in written
    assert "Petit" not in written


def test_an_export_that_is_stopped_leaves_no_file(
    desk: PageDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.person("Tom", "Petit")
    page = desk.show(PeoplePage)
    desk.until(lambda: names(page) == ["Tom Petit"] and desk.tasks.idle)
    paper, write, stopped = page.acts._paper, desk.services.exporting.write, threading.Event()

    def wait_and_write(path: Path, what: ExportWhat, tell: Callable[[int], None]) -> int:
        assert stopped.wait(60)
        return write(path, what, tell)

    monkeypatch.setattr(desk.services.exporting, "write", wait_and_write)
    (folder := tmp_path / "kept").mkdir()
    paper._write(folder / "all.csv", ExportWhat(), 5000)
    (going,) = desk.tasks.going
    assert going.words == "The list is being written…"
    going.work.stop()
    stopped.set()
    desk.until(lambda: bool(desk.told))
    assert desk.told[-1].text == "Stopped: everything is as before."
    assert list(folder.iterdir()) == []


def test_a_smart_group_takes_another_filter(desk: PageDesk) -> None:
    people = desk.services.people
    people.save_contact(ContactDraft("Léa", "Martin", city="Bron"))
    people.save_contact(ContactDraft("Tom", "Petit", city="Lyon"))
    made = made_group(people, "Voisins", filters=PeopleFilter(cities=("Bron",)))
    page = desk.show(PeoplePage)
    page.table.filters._take(PeopleFilter(cities=("Lyon",)))
    desk.until(lambda: names(page) == ["Tom Petit"] and desk.tasks.idle)
    page.groups.edit_wanted.emit(people.group(made.id))
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    press(desk, page, "group_take_filter")
    assert form(page).touched
    press(desk, page, "people_group_save")
    desk.until(lambda: [each.name for each in people.contacts(made.id)] == ["Tom Petit"])


def test_taking_an_hour_out_leaves_the_keyboard_at_the_next_thing_to_do(desk: PageDesk, qtbot) -> None:
    page = desk.show(PeoplePage)
    press(desk, page, "people_group_add")
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    made = page.side.panel
    made.kind.setCurrentIndex(list(GroupKind).index(GroupKind.COURSE))
    press(desk, page, "group_slot_add")
    (line,) = made.slots.lines
    line.removed.emit()
    assert made.slots.lines == []
    assert page.focusWidget() is child(page, "group_slot_add")


def test_a_new_group_without_people_leaves_the_keyboard_at_the_search(desk: PageDesk, qtbot) -> None:
    desk.person("Léa", "Martin", ANNE)
    page = desk.show(PeoplePage)
    page.activateWindow()
    press(desk, page, "people_group_add")
    desk.until(lambda: isinstance(page.side.panel, GroupForm))
    qtbot.keyClicks(page.side.panel.name, "Chorale")
    qtbot.keyClick(page.side.panel.name, Qt.Key.Key_Return)
    desk.until(lambda: page.groups.group is not None and names(page) == [])
    desk.until(lambda: page.focusWidget() is page.table.search)
