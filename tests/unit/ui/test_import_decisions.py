"""What a person decides in an import: who of those who left, hidden sheets, where rejected cells go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from page_desk import PageDesk, child
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smsdesk.ui.import_words import Tab
from smsdesk.ui.pages.importing import ImportPage

HEADERS = ("Nom", "Prénom", "Classe", "Tél mère")
LEA = ("Martin", "Léa", "Piano", "06 39 98 00 01")
TOM = ("Petit", "Tom", "Piano", "06 39 98 00 02")
ZOE = ("Durand", "Zoé", "Piano", "06 39 98 00 03")
CHECK = Qt.ItemDataRole.CheckStateRole


def workbook(path: Path, sheets: dict[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in (HEADERS, *rows):
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
    return path


def load(desk: PageDesk, path: Path) -> ImportPage:
    page = desk.show(ImportPage)
    page.load(path)
    desk.until(lambda: desk.tasks.idle and page.plan_view.isVisible())
    return page


def press(desk: PageDesk, page: ImportPage, name: str) -> None:
    desk.qtbot.mouseClick(child(page, name), Qt.MouseButton.LeftButton)


def go_to(desk: PageDesk, page: ImportPage, tab: Tab) -> None:
    desk.qtbot.mouseClick(page.plan_view.tabs.button(tab), Qt.MouseButton.LeftButton)


class TestThoseWhoLeft:
    @pytest.fixture
    def page(self, desk: PageDesk, tmp_path: Path) -> ImportPage:
        importing = desk.services.importing
        importing.apply(importing.plan(workbook(tmp_path / "a.xlsx", {"Piano": [LEA, TOM, ZOE]})))
        page = load(desk, workbook(tmp_path / "b.xlsx", {"Piano": [LEA]}))
        go_to(desk, page, Tab.LEFT)
        return page

    def test_have_no_ticks_while_all_stay(self, desk: PageDesk, page: ImportPage) -> None:
        model = page.plan_view.rows.table.model()
        assert model.data(model.index(0, 0), CHECK) is None
        assert not child(page, "import_tick_all").isVisible()

    def test_are_decided_one_by_one_by_the_keyboard(self, desk: PageDesk, page: ImportPage) -> None:
        press(desk, page, "import_leavers_archive")
        assert page.plan_view.apply.text() == "Archive 2 people"
        table = page.plan_view.rows.table
        model = table.model()
        at = next(row for row in range(2) if model.data(model.index(row, 0)) == "Tom Petit")
        table.setCurrentIndex(model.index(at, 0))
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert page.plan_view.apply.text() == "Archive 1 people"
        press(desk, page, "import_apply")
        desk.until(lambda: page.result is not None)
        pupils = {each.name for each in desk.services.people.contacts()}
        assert "Tom Petit" in pupils
        assert "Zoé Durand" not in pupils

    def test_are_all_ticked_or_none(self, desk: PageDesk, page: ImportPage) -> None:
        press(desk, page, "import_leavers_remove")
        press(desk, page, "import_tick_none")
        assert not child(page, "import_apply").isEnabled()
        press(desk, page, "import_tick_all")
        assert page.plan_view.apply.text() == "Take out 2 people"


def test_hidden_sheets_are_named_and_read_when_a_person_wants_them(desk: PageDesk, tmp_path: Path) -> None:
    page = load(desk, workbook(tmp_path / "a.xlsx", {"Piano": [LEA], "Violon": [TOM]}, hidden=["Violon"]))
    assert page.plan_view.tabs.current == Tab.FILE
    assert "Violon" in child(page, "import_hidden").accessibleName()
    press(desk, page, "import_unhide")
    desk.until(lambda: desk.tasks.idle and len(page.plan_view.plan.new) == 2)
    assert not child(page, "import_hidden").isVisible()


def test_the_rejected_cells_are_saved_for_whoever_corrects_the_list(desk: PageDesk, tmp_path: Path) -> None:
    page = load(desk, workbook(tmp_path / "a.xlsx", {"Piano": [LEA, (*TOM[:3], "06 39")]}))
    go_to(desk, page, Tab.REJECTED)
    assert child(page, "import_save_rejected").isVisible()
    page.write_rejected(tmp_path / "rejetees.xlsx")
    desk.until(lambda: desk.tasks.idle and bool(desk.told))
    rows = list(load_workbook(tmp_path / "rejetees.xlsx").active.values)
    assert rows[0] == ("File", "Sheet", "Cell", "Value", "Reason")
    assert rows[1][:4] == ("a.xlsx", "Piano", "D3", "06 39")


def test_questions_with_one_person_are_answered_together_beside_others(
    desk: PageDesk, tmp_path: Path
) -> None:
    importing = desk.services.importing
    importing.apply(importing.plan(workbook(tmp_path / "a.xlsx", {"Piano": [LEA, TOM, ZOE]})))
    namesakes = {"Piano": [(*ZOE[:3], "06 39 98 00 23")]}
    importing.apply(
        importing.answer(
            plan := importing.plan(workbook(tmp_path / "b.xlsx", namesakes)), {plan.warnings[0].row: None}
        )
    )
    rows = [(*row[:3], f"06 39 98 00 3{at}") for at, row in enumerate((LEA, TOM, ZOE))]
    page = load(desk, workbook(tmp_path / "c.xlsx", {"Piano": rows}))
    assert len(page.plan_view.questions.open) == 3
    press(desk, page, "import_all_same")
    desk.until(lambda: desk.tasks.idle and len(page.plan_view.questions.open) == 1)
    assert len(page.plan_view.plan.changed) == 2


class TestTwoRowsOfOneName:
    @pytest.fixture
    def page(self, desk: PageDesk, tmp_path: Path) -> ImportPage:
        other = (*LEA[:2], "Violon", "06 39 98 00 04")
        page = load(desk, workbook(tmp_path / "a.xlsx", {"Piano": [LEA, TOM, other]}))
        go_to(desk, page, Tab.WARNINGS)
        return page

    def test_are_put_together_by_a_click_and_parted_by_another(
        self, desk: PageDesk, page: ImportPage
    ) -> None:
        press(desk, page, "import_same_-1")
        desk.until(lambda: desk.tasks.idle and page.plan_view.apply.text() == "Import 2 people")
        press(desk, page, "import_other")
        desk.until(lambda: desk.tasks.idle and page.plan_view.apply.text() == "Import 3 people")
        assert page.plan_view.questions.answers
        assert page.plan_view.apply.isEnabled()
