from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QProgressBar

from smsdesk.domain.class_lists import Choice, Meaning
from smsdesk.domain.errors import InputError
from smsdesk.domain.import_plan import ImportPlan, Leavers, PlannedPerson, Progress, Stage
from smsdesk.domain.sentences import say
from smsdesk.services.import_again import LaterPeople
from smsdesk.services.importing import Importing
from smsdesk.services.people import ContactDraft
from smsdesk.ui.import_words import (
    Tab,
    choice_word,
    empty_tab,
    field_word,
    leavers_word,
    meaning_word,
    owner_word,
    stage_word,
    tab_hint,
    tab_word,
)
from smsdesk.ui.models.import_plan import PlanRows, PlanTable
from smsdesk.ui.pages.import_header import key_of
from smsdesk.ui.pages.importing import ImportPage
from smsdesk.ui.places import ImportStart, NotifyStart, Place, Route

HEADERS = ("Nom", "Prénom", "Classe", "Portable")


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
    model = page.plan_view.rows.table.model()
    return [
        tuple(model.data(model.index(row, column)) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def go_to(desk: PageDesk, page: ImportPage, tab: Tab) -> None:
    desk.qtbot.mouseClick(page.plan_view.tabs.button(tab), Qt.MouseButton.LeftButton)


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
    assert page.plan_view.laid_out.count(Tab.UNCHANGED) == 3


def test_a_list_with_another_hour_alone_is_something_to_import(desk: PageDesk, tmp_path: Path) -> None:
    importing, path = desk.services.importing, tmp_path / "chorale.csv"
    rows = "Nom;Prénom;Cours;Jour;Heure;Portable\nMartin;Léa;Chorale;Mercredi;{hour};06 39 98 00 01\n"
    path.write_text(rows.format(hour="17h"), "utf-8")
    importing.apply(importing.plan(path))
    path.write_text(rows.format(hour="18h"), "utf-8")
    page = desk.show(ImportPage)
    load(desk, page, path)
    assert page.plan_view.apply.text() == "Bring groups and hours up to date"
    go_to(desk, page, Tab.CHANGED)
    assert cells(page) == [("Chorale", "Weekly hours", "Wednesday 17:00", "Wednesday 18:00")]
    press(desk, page, "import_apply")
    desk.until(lambda: page.result is not None)
    (course,) = desk.services.people.groups()
    assert [str(slot.start) for slot in course.slots] == ["18:00:00"]


def test_what_is_doubtful_waits_for_a_tick(desk: PageDesk, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "doubles.xlsx",
        ("Nom enfant 1", "Prénom enfant 1", "INE enfant 1", "Nom enfant 2", "Prénom enfant 2", "INE enfant 2", "Tél mère"),
        ("Martin", "Léa", "1A", "Martin", "Léa", "2B", "0639980002"),
    )  # fmt: skip
    for _ in range(2):
        desk.person("Léa", "Martin")
    page = desk.show(ImportPage)
    plan = desk.services.importing.plan(path)
    assert [bool(doubt.candidates) for doubt in plan.warnings] == [True, False]
    load(desk, page, path)
    assert page.plan_view.tabs.current == Tab.WARNINGS
    press(desk, page, "import_other")
    desk.until(lambda: desk.tasks.idle and not page.plan_view.questions.open)
    assert not child(page, "import_apply").isEnabled()
    press(desk, page, "import_accept")
    assert child(page, "import_apply").isEnabled()
    press(desk, page, "import_apply")
    desk.until(lambda: page.result is not None)
    assert desk.services.people.count() > 0


def test_two_children_of_a_row_are_asked_about_one_after_the_other(desk: PageDesk, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "familles.xlsx",
        ("Nom enfant 1", "Prénom enfant 1", "Nom enfant 2", "Prénom enfant 2", "Tél mère"),
        ("Martin", "Léa", "Martin", "Tom", "0639980001"),
        ("Martin", "Léa", "Martin", "Tom", "0639980002"),
    )
    page = desk.show(ImportPage)
    load(desk, page, path)
    questions = page.plan_view.questions
    assert [(key.row, key.name) for key in questions.open] == [(-3, "Léa Martin"), (-3, "Tom Martin")]
    press(desk, page, "import_other")
    desk.until(lambda: desk.tasks.idle and [key.name for key in questions.open] == ["Tom Martin"])
    press(desk, page, f"import_same_{questions.asked[questions.open[0]].candidates[0].contact_id}")
    desk.until(lambda: desk.tasks.idle and not questions.open)
    assert page.plan_view.apply.text() == "Import 3 people"


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


def choose(page: ImportPage, letter: str, choice: Choice | None) -> None:
    """Take a column for something else, as by its menu."""
    picker = child(page, f"import_column_{letter}")
    assert isinstance(picker, QComboBox)
    at = picker.findData(key_of(choice))
    assert at >= 0
    picker.setCurrentIndex(at)
    picker.activated.emit(at)


def chosen(page: ImportPage, letter: str) -> str:
    picker = child(page, f"import_column_{letter}")
    assert isinstance(picker, QComboBox)
    return picker.currentText()


FREE_HEADERS = ("Nom", "Prénom", "Portable", "Colonne libre")


@pytest.fixture
def free_list(tmp_path: Path) -> Path:
    """A list with a column that nobody can understand by itself."""
    return workbook(tmp_path / "liste.xlsx", FREE_HEADERS, ("Martin", "Léa", "0639980001", "Chorale"))


def test_a_column_that_nobody_understands_comes_first_and_is_corrected(
    desk: PageDesk, free_list: Path
) -> None:
    page = desk.show(ImportPage)
    load(desk, page, free_list)
    assert page.plan_view.tabs.current == Tab.FILE
    shown = page.plan_view.file_pane.table.model()
    assert [shown.data(shown.index(0, at)) for at in range(4)] == ["Martin", "Léa", "0639980001", "Chorale"]
    assert chosen(page, "D") == "Do not import"
    choose(page, "D", Choice(Meaning.CLASS))
    desk.until(lambda: "Chorale" in page.plan_view.plan.groups)
    assert chosen(page, "D") == "Class or group"


def test_a_corrected_column_is_recognised_the_next_time_and_can_be_forgotten(
    desk: PageDesk, free_list: Path
) -> None:
    page = desk.show(ImportPage)
    load(desk, page, free_list)
    choose(page, "D", Choice(Meaning.CLASS))
    desk.until(lambda: "Chorale" in page.plan_view.plan.groups)
    press(desk, page, "import_apply")
    desk.until(lambda: page.result is not None)
    load(desk, page, free_list)
    recalled = child(page, "import_recalled")
    assert recalled.isVisible()
    assert recalled.accessibleName() == "Columns recognised as last time."
    assert chosen(page, "D") == "Class or group"
    press(desk, page, "import_forget")
    desk.until(lambda: chosen(page, "D") == "Do not import")
    assert not recalled.isVisible()
    load(desk, page, free_list)
    assert chosen(page, "D") == "Do not import"


def test_a_phone_is_given_to_a_guardian(desk: PageDesk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "liste.xlsx", FREE_HEADERS, ("Martin", "Léa", "0639980001", "0639980002"))
    page = desk.show(ImportPage)
    load(desk, page, path)
    choose(page, "C", Choice(Meaning.PHONE, "guardian 2"))
    desk.until(lambda: bool(page.plan_view.plan.new[0].draft.guardians))
    ((link,),) = (person.draft.guardians for person in page.plan_view.plan.new)
    assert [phone.e164 for phone in link.guardian.phones] == ["+33639980001"]
    assert chosen(page, "C") == "Phone of guardian 2"


def test_several_sheets_are_tabs(desk: PageDesk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "CP & CE1"
    for sheet in (book.active, book.create_sheet("CM1")):
        sheet.append(HEADERS[:2] + HEADERS[3:])
        sheet.append((f"Martin {sheet.title}", "Léa", "06 39 98 00 01"))
    book.save(tmp_path / "ecole.xlsx")
    page = desk.show(ImportPage)
    load(desk, page, tmp_path / "ecole.xlsx")
    go_to(desk, page, Tab.FILE)
    tabs = page.plan_view.file_pane.tabs
    assert tabs.isVisible()
    assert tabs.count() == 2
    tabs.setCurrentIndex(1)
    model = page.plan_view.file_pane.table.model()
    assert model.data(model.index(0, 0)) == "Martin CM1"


def test_the_whole_list_can_go_into_a_group(desk: PageDesk, tmp_path: Path, qtbot) -> None:
    path = workbook(
        tmp_path / "liste.xlsx",
        ("Nom", "Prénom", "Portable"),
        ("Martin", "Léa", "0639980001"),
        title="Feuil1",
    )
    page = desk.show(ImportPage)
    load(desk, page, path)
    go_to(desk, page, Tab.FILE)
    group = child(page, "import_group")
    assert group.isVisible()
    qtbot.keyClicks(group, "Chorale")
    qtbot.keyClick(group, Qt.Key.Key_Return)
    desk.until(lambda: "Chorale" in page.plan_view.plan.groups)
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


def dropped(data: QMimeData) -> QDropEvent:
    place, action = QPointF(50, 50), Qt.DropAction.CopyAction
    return QDropEvent(place, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def test_a_file_is_dropped_on_the_page(desk: PageDesk, class_list: Path) -> None:
    page = desk.show(ImportPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(class_list))])
    event = dropped(data)
    page.dropEvent(event)
    desk.until(page.plan_view.isVisible)
    assert event.isAccepted()


def test_what_is_no_file_is_not_taken(desk: PageDesk) -> None:
    page = desk.show(ImportPage)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/liste.xlsx")])
    event = dropped(data)
    event.setAccepted(False)
    page.dropEvent(event)
    assert not event.isAccepted()
    assert page.drop.isVisible()


def test_several_files_are_dropped_as_one_list(desk: PageDesk, class_list: Path, tmp_path: Path) -> None:
    other = workbook(
        tmp_path / "CP.xlsx", HEADERS[:2] + HEADERS[3:], ("Roux", "Ève", "06 39 98 00 09"), title="A"
    )
    page = desk.show(ImportPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(class_list)), QUrl.fromLocalFile(str(other))])
    page.dropEvent(dropped(data))
    desk.until(page.plan_view.isVisible)
    assert page.plan_view.apply.text() == "Import 4 people"
    assert page.plan_view.plan.file == "classe.xlsx, CP.xlsx"


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
    for tab in Tab:
        go_to(desk, page, tab)
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


@pytest.mark.parametrize("tab", [tab for tab in Tab if tab is not Tab.FILE])
def test_every_tab_has_words_and_a_table(qapp, qtmodeltester, tab: Tab) -> None:
    model = PlanTable(PlanRows.of(ImportPlan("vide.xlsx")), tab)
    qtmodeltester.check(model)
    headings = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert all(headings)
    assert tab_word(tab)
    assert tab_hint(tab)
    assert empty_tab(tab)


def test_every_meaning_has_its_own_word(qapp) -> None:
    words = {meaning_word(meaning) for meaning in (None, *Meaning)}
    assert len(words) == len(Meaning) + 1
    assert owner_word("") == ""
    assert owner_word("guardian 2") == "of guardian 2"
    assert owner_word("guardian mère") == "of the mother"
    assert owner_word("teacher") == "of the teacher"
    assert choice_word(Choice(Meaning.PHONE, "guardian 1")) == "Phone of guardian 1"
    assert len({stage_word(stage) for stage in Stage}) == len(Stage)
    assert len({leavers_word(choice) for choice in Leavers}) == len(Leavers)
    assert field_word("birth_date") == "Date of birth"


def answer_by_key(desk: PageDesk, page: ImportPage, name: str) -> None:
    """Go from the list of questions to an answer and press it."""

    def seen() -> list[QAbstractButton]:
        return [each for each in page.findChildren(QAbstractButton, name) if each.isVisible()]

    desk.until(lambda: len(seen()) == 1)
    (button,) = seen()
    assert button in _reached_by_tab(page)
    button.setFocus()
    desk.qtbot.keyClick(button, Qt.Key.Key_Return)


NAMESAKES = ("Nom", "Prénom", "Portable")


@pytest.fixture
def asked(desk: PageDesk, tmp_path: Path) -> tuple[ImportPage, int, int]:
    """A page with a list of two people whose names are known, with other phones; and who is known."""
    known = [desk.person("Léa", "Martin", "+33639980001"), desk.person("Tom", "Petit", "+33639980002")]
    path = workbook(
        tmp_path / "liste.xlsx", NAMESAKES, ("Martin", "Léa", "0639980011"), ("Petit", "Tom", "0639980012"),
        title="Feuil1",
    )  # fmt: skip
    page = desk.show(ImportPage)
    load(desk, page, path)
    return page, *known


class TestQuestions:
    def test_are_answered_one_by_one_and_nothing_is_guessed(
        self, desk: PageDesk, asked: tuple[ImportPage, int, int]
    ) -> None:
        page, lea, _tom = asked
        assert page.plan_view.tabs.current == Tab.WARNINGS
        assert not child(page, "import_apply").isEnabled()
        answer_by_key(desk, page, f"import_same_{lea}")
        desk.until(lambda: child(page, "import_decide").text() == "Answer 1 question(s)")
        assert not child(page, "import_apply").isEnabled()
        answer_by_key(desk, page, "import_other")
        desk.until(child(page, "import_apply").isEnabled)
        assert page.plan_view.apply.text() == "Import 2 people"
        press(desk, page, "import_apply")
        desk.until(lambda: page.result is not None)
        phones = {
            each.name: sorted(phone.e164 for phone in each.phones)
            for each in desk.services.people.contacts()
            if each.name == "Léa Martin"
        }
        assert phones == {"Léa Martin": ["+33639980011"]}
        assert [each.name for each in desk.services.people.contacts()].count("Tom Petit") == 2

    def test_keep_their_answer_which_can_be_changed(
        self, desk: PageDesk, asked: tuple[ImportPage, int, int]
    ) -> None:
        page, _lea, tom = asked
        press(desk, page, "import_all_new")
        desk.until(child(page, "import_apply").isEnabled)
        assert len(page.plan_view.plan.new) == 2
        table = page.plan_view.question_pane.table
        table.setCurrentIndex(table.model().index(1, 0))
        answer_by_key(desk, page, f"import_same_{tom}")
        desk.until(lambda: len(page.plan_view.plan.new) == 1)
        answers = [table.model().data(table.model().index(at, 2)) for at in range(2)]
        assert answers == ["Somebody new", "Same as Tom Petit"]
        assert child(page, "import_apply").isEnabled()

    def test_are_all_answered_at_once(self, desk: PageDesk, asked: tuple[ImportPage, int, int]) -> None:
        page, lea, tom = asked
        press(desk, page, "import_all_same")
        desk.until(child(page, "import_apply").isEnabled)
        assert {each.contact_id for each in page.plan_view.plan.changed} == {lea, tom}

    def test_show_what_is_known_beside_what_the_list_says(
        self, desk: PageDesk, asked: tuple[ImportPage, int, int]
    ) -> None:
        page, _lea, _tom = asked
        words = [label.text() for label in page.plan_view.question_pane.findChildren(QLabel)]
        assert "06\u00a039\u00a098\u00a000\u00a001" in words
        assert "Row 2 of the list: Liste · 06\u00a039\u00a098\u00a000\u00a011" in words


class TestLeavers:
    @pytest.fixture
    def page(self, desk: PageDesk, class_list: Path, tmp_path: Path) -> ImportPage:
        importing = desk.services.importing
        importing.apply(importing.plan(class_list), accept_warnings=True)
        page = desk.show(ImportPage)
        shorter = workbook(tmp_path / "classe.xlsx", HEADERS, ("Martin", "Léa", "Piano", "06 39 98 00 01"))
        load(desk, page, shorter)
        go_to(desk, page, Tab.LEFT)
        return page

    def test_stay_by_default(self, desk: PageDesk, page: ImportPage) -> None:
        assert cells(page) == [("Tom Petit", "Piano")]
        assert child(page, "import_leavers_keep").isChecked()
        assert not child(page, "import_apply").isEnabled()

    def test_are_archived_when_a_person_says_so(self, desk: PageDesk, page: ImportPage) -> None:
        press(desk, page, "import_leavers_archive")
        assert page.plan_view.apply.text() == "Archive 1 people"
        press(desk, page, "import_apply")
        desk.until(lambda: page.result is not None)
        assert "Tom Petit" not in [each.name for each in desk.services.people.contacts()]

    def test_are_taken_out_of_the_group(self, desk: PageDesk, page: ImportPage) -> None:
        press(desk, page, "import_leavers_remove")
        press(desk, page, "import_apply")
        desk.until(lambda: page.result is not None)
        piano = desk.services.people.group_named("Piano").id
        assert [each.name for each in desk.services.people.contacts(piano)] == ["Léa Martin"]

    def test_are_copied_for_a_spreadsheet(self, desk: PageDesk, page: ImportPage) -> None:
        press(desk, page, "import_copy")
        assert QGuiApplication.clipboard().text() == "Name\tGroup\nTom Petit\tPiano"
        assert desk.told


def test_a_copied_list_runs_no_formula(desk: PageDesk, tmp_path: Path) -> None:
    page = desk.show(ImportPage)
    path = workbook(
        tmp_path / "a.xlsx",
        HEADERS,
        ("Martin", "Léa", "Piano", "+06 39"),
        ("Roux", "Ève", "Piano", "0639980001"),
    )
    load(desk, page, path)
    go_to(desk, page, Tab.REJECTED)
    press(desk, page, "import_copy")
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[1][:3] == ["Piano", "D2", "'+06 39"]


class TestUndo:
    def test_of_the_import_that_was_just_made(self, desk: PageDesk, class_list: Path) -> None:
        page = desk.show(ImportPage)
        load(desk, page, class_list)
        press(desk, page, "import_apply")
        desk.until(lambda: page.result is not None and page.result.isVisible())
        press(desk, page, "import_undo")
        desk.until(page.drop.isVisible)
        assert desk.services.people.count() == 0
        assert "undone" in desk.told[-1].text

    def test_of_an_import_of_the_past(self, desk: PageDesk, class_list: Path) -> None:
        importing = desk.services.importing
        importing.apply(importing.plan(class_list), accept_warnings=True)
        (past,) = importing.imports()
        page = desk.show(ImportPage)
        desk.until(page.past.isVisible)
        press(desk, page, f"import_undo_{past.id}")
        desk.until(lambda: not page.findChildren(QAbstractButton, f"import_undo_{past.id}"))
        assert desk.services.people.count() == 0

    def test_that_a_later_change_forbids_says_why(self, desk: PageDesk, class_list: Path) -> None:
        importing = desk.services.importing
        importing.apply(importing.plan(class_list), accept_warnings=True)
        lea = next(each for each in desk.services.people.contacts() if each.name == "Léa Martin")
        desk.services.people.save_contact(ContactDraft("Léa", "Durand", id=lea.id, phones=lea.phones))
        page = desk.show(ImportPage)
        (past,) = importing.imports()
        desk.until(page.past.isVisible)
        press(desk, page, f"import_undo_{past.id}")
        desk.until(lambda: bool(desk.told))
        assert desk.services.people.count() == 3


class Waiting:
    """A reading that has begun, and ends once it may."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may_end = threading.Event()
        self.was_cancelled = False


class TestReading:
    """A reading that waits until it is cancelled, as that of a long list would."""

    @pytest.fixture
    def waiting(self, monkeypatch: pytest.MonkeyPatch) -> Waiting:
        waiting = Waiting()

        def plan(
            _importing: Importing, _paths: object, _group: object, _mapping: object, *,
            progress: Callable[[Progress], None], cancelled: Callable[[], bool], **_said: object,
        ) -> ImportPlan:  # fmt: skip
            for step in range(1000):
                progress(Progress(Stage.READING, step / 1000))
            waiting.begun.set()
            assert waiting.may_end.wait(60), "nobody cancelled"
            waiting.was_cancelled = cancelled()
            raise InputError(say("The import was cancelled; nothing was changed."))

        monkeypatch.setattr(Importing, "plan", plan)
        return waiting

    def test_shows_its_progress_and_can_be_cancelled(
        self, desk: PageDesk, class_list: Path, waiting: Waiting
    ) -> None:
        page = desk.show(ImportPage)
        page.load(class_list)
        bar = page.findChild(QProgressBar, "import_progress")
        desk.until(lambda: waiting.begun.is_set() and bar.isVisible() and bar.value() > 0)
        cancel = child(page, "import_cancel")
        desk.until(cancel.hasFocus)
        desk.qtbot.keyClick(cancel, Qt.Key.Key_Return)
        assert page.drop.isVisible()
        waiting.may_end.set()
        desk.until(lambda: desk.tasks.idle)
        assert waiting.was_cancelled
        assert not page.problem.isVisible()
        assert child(page, "import_choose").isEnabled()

    def test_ends_when_the_window_closes(self, desk: PageDesk, class_list: Path, waiting: Waiting) -> None:
        page = desk.show(ImportPage)
        page.load(class_list)
        desk.until(waiting.begun.is_set)
        closing = threading.Thread(target=desk.tasks.close)
        closing.start()
        desk.until(lambda: desk.tasks.closed)
        waiting.may_end.set()
        closing.join()
        assert waiting.was_cancelled


def test_rows_are_pasted_from_a_spreadsheet(desk: PageDesk) -> None:
    page = desk.show(ImportPage)
    QGuiApplication.clipboard().setText("Nom\tPrénom\tPortable\nMartin\tLéa\t06 39 98 00 01\n")
    desk.qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.until(page.plan_view.isVisible)
    assert page.plan_view.apply.text() == "Import 1 people"
    assert page.plan_view.plan.file == "Pasted rows"


def test_an_empty_clipboard_is_told(desk: PageDesk) -> None:
    page = desk.show(ImportPage)
    QGuiApplication.clipboard().clear()
    press(desk, page, "import_paste")
    assert "Nothing to paste" in desk.told[-1].text


def test_what_the_people_page_was_given_is_read(desk: PageDesk, class_list: Path) -> None:
    page = desk.show(ImportPage)
    page.open(ImportStart(paths=(class_list,)))
    desk.until(page.plan_view.isVisible)
    assert page.plan_view.apply.text() == "Import 3 people"


def test_the_file_comes_back_in_another_language(desk: PageDesk, class_list: Path) -> None:
    first = desk.show(ImportPage)
    assert first.shown() is None
    load(desk, first, class_list)
    again = desk.show(ImportPage)
    again.open(first.shown())
    desk.until(again.plan_view.isVisible)
    assert again.plan_view.apply.text() == "Import 3 people"


def test_a_file_that_was_refused_can_be_read_again_once_it_is_mended(
    desk: PageDesk, class_list: Path, tmp_path: Path
) -> None:
    path = tmp_path / "abîmé.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    page = desk.show(ImportPage)
    load(desk, page, path)
    assert page.problem.isVisible()
    path.write_bytes(class_list.read_bytes())
    press(desk, page, "import_again")
    desk.until(page.plan_view.isVisible)
    assert not page.problem.isVisible()
    assert page.plan_view.apply.text() == "Import 3 people"


class SlowPeople(LaterPeople):
    """Compared once they are looked at, on the thread that does it; `gate` holds that back."""

    def __init__(self, people: Sequence[PlannedPerson], gate: threading.Event) -> None:
        self.threads: list[int] = []

        def load() -> Sequence[PlannedPerson]:
            self.threads.append(threading.get_ident())
            assert gate.wait(60)
            return people

        super().__init__(len(people), load)


def test_people_as_before_are_compared_off_the_windows_thread(
    desk: PageDesk, class_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing = desk.services.importing
    importing.apply(importing.plan(class_list), accept_warnings=True)
    plan, gate = importing.plan(class_list), threading.Event()
    later = SlowPeople(plan.unchanged, gate)
    monkeypatch.setattr(importing, "plan", lambda *_args, **_kwargs: replace(plan, unchanged=later))
    page = desk.show(ImportPage)
    load(desk, page, class_list)
    go_to(desk, page, Tab.UNCHANGED)
    assert later.threads == []
    press(desk, page, "import_show_rows")
    bar = child(page, "import_rows_progress")
    assert bar.isVisible()
    assert bar.accessibleName()
    gate.set()
    desk.until(page.plan_view.rows.table.isVisible)
    assert len(cells(page)) == 3
    assert later.threads
    assert threading.get_ident() not in later.threads
