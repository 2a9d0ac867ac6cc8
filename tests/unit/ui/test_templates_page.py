"""The page Modèles over real services: categories, cards, the editor, versions, sharing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from smsdesk.domain.library import CATEGORIES
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.views import Template
from smsdesk.services.template_sharing import OnConflict
from smsdesk.ui.pages.template_sharing import ImportDialog
from smsdesk.ui.pages.templates import TemplatesPage
from smsdesk.ui.places import NotifyStart, Place, Route


@pytest.fixture
def page(desk: PageDesk) -> TemplatesPage:
    page = desk.show(TemplatesPage)
    assert isinstance(page, TemplatesPage)
    desk.until(lambda: page.cards.list.count() > 0)
    return page


def names(page: TemplatesPage) -> list[str]:
    return [page.cards.list.item(row).text() for row in range(page.cards.list.count())]


def pick(page: TemplatesPage, name: str) -> None:
    page.cards.list.setCurrentRow(names(page).index(name))


def test_controls_have_names(page: TemplatesPage) -> None:
    assert nameless(page) == []


def test_categories_stand_on_the_left_with_their_counts(desk: PageDesk, page: TemplatesPage) -> None:
    shown = [page.cards.categories.item(row).text() for row in range(page.cards.categories.count())]
    assert [name.lower() for name in shown[1:]] == list(CATEGORIES)
    everything = page.cards.list.count()
    page.cards.categories.setCurrentRow(2)
    assert 3 <= page.cards.list.count() < everything
    assert all(
        each.category == "cours" for each in desk.services.templates.list() if each.name in names(page)
    )
    page.cards.categories.setCurrentRow(0)
    assert page.cards.list.count() == everything


def test_a_new_template_is_kept_with_its_purpose_and_usual_groups(
    desk: PageDesk, page: TemplatesPage
) -> None:
    child(page.actions_bar, "template_new").click()
    child(page, "template_name").setText("Gala")
    page.editor.category.setEditText("concerts et auditions")
    page.editor.purpose.setCurrentIndex(page.editor.purpose.findData(Purpose.PROMOTION))
    child(page, "template_audience").setText("Piano 2, Violon,")
    child(page, "template_text").setPlainText("Gala samedi, {prénom} !")
    assert page.editor.bubble.text == "Gala samedi, Léa !"
    child(page, "template_save").click()
    desk.until(lambda: bool(desk.told))
    saved = desk.services.templates.get("Gala")
    assert saved == Template(
        saved.id,
        "Gala",
        "concerts et auditions",
        "Gala samedi, {prénom} !",
        Purpose.PROMOTION,
        ("Piano 2", "Violon"),
    )
    desk.until(lambda: "Gala" in names(page))


def test_a_name_that_is_taken_is_refused_in_place(desk: PageDesk, page: TemplatesPage) -> None:
    taken = desk.services.templates.list()[0]
    child(page.actions_bar, "template_new").click()
    child(page, "template_name").setText(taken.name)
    child(page, "template_text").setPlainText("x")
    child(page, "template_save").click()
    desk.until(page.editor.problem.isVisible)
    assert taken.name in page.editor.problem.label.text()
    assert page.editor.name.text() == taken.name


def test_former_versions_are_shown_and_restored(desk: PageDesk, page: TemplatesPage) -> None:
    pick(page, "Travaux")
    first = page.editor.template.body
    child(page, "template_text").setPlainText("Travaux de nuit.")
    child(page, "template_save").click()
    desk.until(lambda: page.editor.template.body == "Travaux de nuit.")
    child(page, "template_versions").click()
    desk.until(page.editor.versions.isVisible)
    (restore,) = page.editor.versions.findChildren(QPushButton)
    restore.click()
    desk.until(lambda: page.editor.text.toPlainText() == first)
    assert desk.services.templates.get("Travaux").body == first
    assert len(desk.services.templates.versions(page.editor.template.id)) == 2


def test_deleting_can_be_undone_with_the_versions(desk: PageDesk, page: TemplatesPage) -> None:
    pick(page, "Travaux")
    changed = desk.services.templates.save(replace(page.editor.template, body="Autre"))
    desk.until(lambda: desk.tasks.idle)
    page.edit(changed)
    before = desk.services.templates.list()
    child(page, "template_delete").click()
    desk.until(lambda: bool(desk.told))
    assert changed not in desk.services.templates.list()
    undo = desk.told[-1].action
    assert undo is not None
    undo()
    desk.until(lambda: desk.services.templates.list() == before)
    assert len(desk.services.templates.versions(changed.id)) == 1


def test_what_was_not_saved_can_be_gone_back_to(desk: PageDesk, page: TemplatesPage) -> None:
    pick(page, "Travaux")
    child(page, "template_text").setPlainText("Travaux, à moitié écrit")
    pick(page, "Route barrée")
    assert page.editor.name.text() == "Route barrée"
    back = desk.told[-1].action
    assert back is not None
    back()
    assert page.editor.text.toPlainText() == "Travaux, à moitié écrit"
    child(page, "template_save").click()
    desk.until(lambda: desk.services.templates.get("Travaux").body == "Travaux, à moitié écrit")


def test_search_leaves_what_has_every_word(desk: PageDesk, page: TemplatesPage) -> None:
    child(page, "templates_search").setText("annule cours")
    desk.until(lambda: page.cards.list.count() < 6)
    assert "Cours annulé" in names(page)


def test_using_one(desk: PageDesk, page: TemplatesPage) -> None:
    pick(page, "Travaux")
    page.editor.use.click()
    assert desk.gone_to == [Place(Route.NOTIFY, NotifyStart(template="Travaux"))]


def test_a_card_says_what_the_text_costs(desk: PageDesk, page: TemplatesPage) -> None:
    desk.services.templates.save(Template(None, "Très long", "absence", "x" * 161))
    desk.until(lambda: "Très long" in names(page))
    item = page.cards.list.item(names(page).index("Très long"))
    assert item.data(Qt.ItemDataRole.UserRole + 1).startswith("2 ")


def test_a_search_without_result_says_so(desk: PageDesk, page: TemplatesPage) -> None:
    child(page, "templates_search").setText("xyzzy")
    desk.until(lambda: child(page, "templates_none").isVisible())
    assert not child(page, "templates_list").isVisible()
    child(page, "templates_search").setText("")
    desk.until(lambda: child(page, "templates_list").isVisible())


def test_the_keyboard_goes_from_the_search_to_the_cards_and_saves(
    desk: PageDesk, page: TemplatesPage
) -> None:
    page.cards.list.setFocus()
    first = page.editor.template
    desk.qtbot.keyClick(page.cards.list, Qt.Key.Key_Down)
    assert page.editor.template != first
    page.editor.text.setFocus()
    desk.qtbot.keyClicks(page.editor.text, "Note : ")
    desk.qtbot.keyClick(page.editor.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.services.templates.get(page.editor.name.text()).body.startswith("Note : "))


class TestSharing:
    def test_a_file_goes_to_another_desk_and_comes_back(
        self, desk: PageDesk, page: TemplatesPage, tmp_path: Path
    ) -> None:
        path = tmp_path / "modeles.toml"
        gala = desk.services.templates.save(Template(None, "Gala", "crise", "Gala {date}"))
        page._sharing._write(path, desk.services.templates.list())
        desk.until(path.exists)
        desk.until(lambda: desk.tasks.idle)
        desk.services.templates.delete(gala.id)
        page._sharing.read(path)
        desk.until(lambda: len(desk.told) == 2)
        assert "Gala" in [each.name for each in desk.services.templates.list()]

    def test_a_name_that_is_taken_is_asked_for(
        self, desk: PageDesk, page: TemplatesPage, tmp_path: Path
    ) -> None:
        path = tmp_path / "modeles.toml"
        path.write_text(
            'smsdesk_templates = 1\n[[template]]\nname = "Travaux"\nbody = "Les leurs"\n'
            '[[template]]\nname = ""\nbody = "x"\n',
            "utf-8",
        )
        page._sharing.read(path)
        desk.until(lambda: bool(page.findChildren(ImportDialog)))
        dialog = found(page)
        assert nameless(dialog) == []
        (choice,) = dialog._choices.values()
        choice.choose(OnConflict.REPLACE)
        child(dialog, "template_import_accept").click()
        desk.until(lambda: desk.services.templates.get("Travaux").body == "Les leurs")

    def test_a_file_that_is_none_is_told(self, desk: PageDesk, page: TemplatesPage, tmp_path: Path) -> None:
        path = tmp_path / "x.json"
        path.write_bytes(b"\x00\xff{")
        page._sharing.read(path)
        desk.until(lambda: bool(desk.told))
        assert "no library of templates" in desk.told[-1].text


def found(page: TemplatesPage) -> ImportDialog:
    (dialog,) = page.findChildren(ImportDialog)
    return dialog
