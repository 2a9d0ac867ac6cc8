"""The sections of the settings: one is shown, the arrows go from one to the next, links open the right one."""

from __future__ import annotations

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from smsdesk.ui.pages.settings import Section, SettingsPage
from smsdesk.ui.pages.settings_trial import TrialCard


@pytest.fixture
def page(desk: PageDesk) -> SettingsPage:
    made = desk.show(SettingsPage)
    assert isinstance(made, SettingsPage)
    return made


@pytest.mark.parametrize("section", Section)
def test_every_control_of_a_section_has_a_name_and_its_whole_width(
    desk: PageDesk, page: SettingsPage, section: Section
) -> None:
    page.open(section)
    assert page.sections.current == section
    assert nameless(page) == []
    for size in ((736, 456), (1096, 616)):
        page.resize(*size)
        areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
        desk.until(
            lambda areas=areas: all(area.widget().width() <= area.viewport().width() for area in areas)
        )


def test_the_arrows_go_from_section_to_section_and_tab_goes_in(desk: PageDesk, page: SettingsPage) -> None:
    page.window().activateWindow()
    page.take_focus()
    desk.until(lambda: QApplication.focusWidget() is child(page, "section_modem"))
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.sections.current == Section.INSTITUTION
    assert QApplication.focusWidget() is child(page, "section_institution")
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is child(page, "settings_institution")


def test_the_names_stand_beside_what_they_name_and_above_it_in_a_narrow_window(
    desk: PageDesk, page: SettingsPage
) -> None:
    first, second = child(page, "section_modem"), child(page, "section_institution")
    desk.until(lambda: first.x() == second.x() and first.y() < second.y())
    page.resize(736, 456)
    desk.until(lambda: first.x() < second.x() and first.y() == second.y())


def test_another_language_comes_back_to_the_same_section(page: SettingsPage) -> None:
    page.open(Section.HOURS)
    assert page.shown() == Section.HOURS
    page.open("nothing of the kind")
    assert page.sections.current == Section.HOURS


def test_the_way_into_the_sample_world_is_there_where_there_is_one(qtbot: QtBot) -> None:
    entered: list[bool] = []
    card = TrialCard(lambda: entered.append(True))
    qtbot.addWidget(card)
    card.button.click()
    assert entered == [True]
    nowhere = TrialCard(None)
    qtbot.addWidget(nowhere)
    assert nowhere.isHidden()
