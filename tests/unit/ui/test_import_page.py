from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QLabel

from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.ui.models.import_plan import PlanTable, Tab, count, meaning_word, owner_word, tab_hint, tab_word
from smsdesk.ui.pages.importing import ImportPage
from smsdesk.ui.places import NotifyStart, Place, Route

HEADERS = ("Nom", "Prénom", "Classe", "Portable")


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[PageDesk]:
    opened = PageDesk(qtbot, tmp_path)
    yield opened
    opened.close()


def workbook(path: Path, *rows: Sequence[object], title: str = "Piano") -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for line in rows:
        sheet.append(line)
    book.save(path)
    return path


@pytest.fixture
def class_list(tmp_path: Path) -> Path:
    return workbook(
        tmp_path / "classe.xlsx",
        HEADERS,
        ("Martin", "Léa", "Piano", "06 39 98 00 01"),
        ("Petit", "Tom", "Piano", "0639980002"),
        ("Durand", "Zoé", "Violon", "06 12 34"),
    )


def load(desk: PageDesk, page: ImportPage, path: Path) -> None:
    page.load(path)
    desk.until(lambda: desk.tasks.idle and (page.plan_view.isVisible() or page.problem.isVisible()))


def cells(page: ImportPage) -> list[tuple[object, ...]]:
    model = page.plan_view.table.model()
    return [
        tuple(model.data(model.index(row, column)) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def go_to(desk: PageDesk, page: ImportPage, tab: Tab) -> None:
    desk.qtbot.mouseClick(page.plan_view.tabs._buttons[tab], Qt.MouseButton.LeftButton)


def press(desk: PageDesk, page: ImportPage, name: str) -> None:
    desk.qtbot.mouseClick(child(page, name), Qt.MouseButton.LeftButton)


def test_a_list_is_planned_then_imported(desk: PageDesk, class_list: Path) -> None:
    page = desk.show(ImportPage)
    load(desk, page, class_list)
    assert desk.services.people.count() == 0
    assert page.plan_view.apply.text() == "Import 3 people"
    go_to(desk, page, Tab.NEW)
    assert sorted(str(row[0]) for row in cells(page)) == ["Durand Zoé", "Martin Léa", "Petit Tom"]
    if page.plan_view.accept.isVisible():
        page.plan_view.accept.setChecked(True)
    press(desk, page, "import_apply")
    desk.until(lambda: page.result is not None and page.result.isVisible())
    assert "3 people added" in child(page, "import_result").accessibleName()
    assert sorted(contact.name for contact in desk.services.people.contacts()) == [
        "Léa Martin", "Tom Petit", "Zoé Durand",
    ]  # fmt: skip
    piano = desk.services.people.group_named("Piano")
    (write,) = (
        b
        for b in page.result.findChildren(type(page.plan_view.apply))
        if b.accessibleName() == "Write to Piano"
    )
    write.click()
    assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart(group_ids=(piano.id,)))]


def test_a_cell_that_is_rejected_is_shown_with_its_place_value_and_reason(
    desk: PageDesk, class_list: Path
) -> None:
    page = desk.show(ImportPage)
    load(desk, page, class_list)
    go_to(desk, page, Tab.REJECTED)
    ((sheet, cell, value, reason),) = cells(page)
    assert (sheet, cell, value) == ("Piano", "D4", "06 12 34")
    assert "short number" in str(reason)


def test_a_second_time_nothing_is_left_to_import(desk: PageDesk, class_list: Path) -> None:
    importing = desk.services.importing
    importing.apply(importing.plan(class_list), accept_warnings=True)
    page = desk.show(ImportPage)
    load(desk, page, class_list)
    assert page.plan_view.apply.text() == "Nothing to import"
    assert not page.plan_view.apply.isEnabled()
    assert count(page.plan_view._plan, Tab.UNCHANGED) == 3


def test_what_is_doubtful_waits_for_a_tick(desk: PageDesk, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "doubles.xlsx",
        HEADERS,
        ("Martin", "Léa", "Piano", "0639980001"),
        ("Martin", "Léa", "Violon", "0639980002"),
    )
    page = desk.show(ImportPage)
    plan = desk.services.importing.plan(path)
    assert plan.warnings, "the list was made to be doubtful"
    load(desk, page, path)
    assert page.plan_view.tabs.current == Tab.WARNINGS
    assert not child(page, "import_apply").isEnabled()
    press(desk, page, "import_accept")
    assert child(page, "import_apply").isEnabled()
    press(desk, page, "import_apply")
    desk.until(lambda: page.result is not None)
    assert desk.services.people.count() > 0


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 no list", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_list_is_refused_in_place(desk: PageDesk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(content)
    page = desk.show(ImportPage)
    load(desk, page, path)
    assert page.problem.isVisible()
    assert page.problem.label.text()
    assert page.drop.isVisible()
    assert child(page, "import_choose").isEnabled()
    assert desk.services.people.count() == 0


def test_a_column_taken_for_something_else_can_be_corrected(desk: PageDesk, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "liste.xlsx",
        ("Nom", "Prénom", "Portable", "Colonne libre"),
        ("Martin", "Léa", "0639980001", "Piano"),
    )
    page = desk.show(ImportPage)
    load(desk, page, path)
    press(desk, page, "import_columns")
    picker = child(page, "import_column_D")
    assert isinstance(picker, QComboBox)
    at = picker.findData(Meaning.CLASS)
    picker.setCurrentIndex(at)
    picker.activated.emit(at)
    desk.until(lambda: "Piano" in page.plan_view._plan.groups)
    again = child(page, "import_column_D")
    assert isinstance(again, QComboBox)
    assert again.currentData() == Meaning.CLASS
    assert again.isVisible()


def test_the_whole_list_can_go_into_a_group(desk: PageDesk, tmp_path: Path, qtbot) -> None:
    path = workbook(
        tmp_path / "liste.xlsx",
        ("Nom", "Prénom", "Portable"),
        ("Martin", "Léa", "0639980001"),
        title="Feuil1",
    )
    page = desk.show(ImportPage)
    load(desk, page, path)
    press(desk, page, "import_columns")
    group = child(page, "import_group")
    assert group.isVisible()
    qtbot.keyClicks(group, "Chorale")
    qtbot.keyClick(group, Qt.Key.Key_Return)
    desk.until(lambda: "Chorale" in page.plan_view._plan.groups)
    press(desk, page, "import_apply")
    desk.until(lambda: page.result is not None)
    assert desk.services.people.count(desk.services.people.group_named("Chorale").id) == 1


def test_people_changed_meanwhile_are_noticed_and_the_file_is_read_again(
    desk: PageDesk, class_list: Path
) -> None:
    page = desk.show(ImportPage)
    load(desk, page, class_list)
    importing = desk.services.importing
    importing.apply(importing.plan(class_list), accept_warnings=True)
    page.plan_view.accept.setChecked(True)
    press(desk, page, "import_apply")
    desk.until(page.problem.isVisible)
    assert page.plan_view.isVisible()
    desk.qtbot.mouseClick(page._again, Qt.MouseButton.LeftButton)
    desk.until(lambda: page.plan_view.apply.text() == "Nothing to import")
    assert not page.problem.isVisible()


def test_a_file_is_dropped_on_the_page(desk: PageDesk, class_list: Path) -> None:
    page = desk.show(ImportPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(class_list))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    desk.until(page.plan_view.isVisible)
    assert event.isAccepted()
    two = QMimeData()
    two.setUrls([QUrl.fromLocalFile("/a"), QUrl.fromLocalFile("/b")])
    refused = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        two,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    refused.setAccepted(False)
    page.dropEvent(refused)
    assert not refused.isAccepted()


def test_the_keyboard_alone_imports(desk: PageDesk, class_list: Path, qtbot) -> None:
    page = desk.show(ImportPage)
    load(desk, page, class_list)
    if page.plan_view.accept.isVisible():
        qtbot.keyClick(page.plan_view.accept, Qt.Key.Key_Space)
    reached = _reached_by_tab(page)
    assert child(page, "import_apply") in reached
    assert child(page, "import_table") in reached
    qtbot.keyClick(child(page, "import_apply"), Qt.Key.Key_Space)
    desk.until(lambda: page.result is not None)
    assert desk.services.people.count() == 3


def _reached_by_tab(page: ImportPage) -> list[object]:
    reached, widget = [], page.nextInFocusChain()
    while widget is not page and widget is not None:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            reached.append(widget)
        widget = widget.nextInFocusChain()
    return reached


def test_every_control_has_a_name(desk: PageDesk, class_list: Path) -> None:
    page = desk.show(ImportPage)
    assert nameless(page) == []
    load(desk, page, class_list)
    press(desk, page, "import_columns")
    assert nameless(page) == []


def test_another_file_begins_anew(desk: PageDesk, class_list: Path) -> None:
    page = desk.show(ImportPage)
    load(desk, page, class_list)
    page.begin()
    assert page.drop.isVisible()
    load(desk, page, class_list)
    assert page.plan_view.isVisible()


def test_a_file_name_is_never_markup(desk: PageDesk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "<b>x\u202e.xlsx", HEADERS, ("Martin", "Léa", "Piano", "0639980001"))
    page = desk.show(ImportPage)
    load(desk, page, path)
    shown = [label.text() for label in page.plan_view.findChildren(QLabel) if "x⟨U+202E⟩" in label.text()]
    assert shown == ["<b>x⟨U+202E⟩.xlsx"]


@pytest.mark.parametrize("tab", list(Tab))
def test_every_tab_has_words_and_a_table(qapp, qtmodeltester, tab: Tab) -> None:
    model = PlanTable(ImportPlan("vide.xlsx"), tab)
    qtmodeltester.check(model)
    headings = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert all(headings)
    assert tab_word(tab)
    assert tab_hint(tab)


def test_every_meaning_has_its_own_word(qapp) -> None:
    words = {meaning_word(meaning) for meaning in (None, *Meaning)}
    assert len(words) == len(Meaning) + 1
    assert owner_word("") == ""
    assert owner_word("guardian 2") == "of guardian 2"
    assert owner_word("teacher") == "of the teacher"
