"""Long names, small windows and characters of two units: nothing is cut off, nothing is split."""

from __future__ import annotations

import pytest
from conservatory import Conservatory
from made_groups import made_group
from page_desk import PageDesk
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from sent_desk import send

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.people import Phone
from smsdesk.domain.people_drafts import ContactDraft, GuardianDraft
from smsdesk.ui.design.icons import Icon
from smsdesk.ui.design.theme import Look as Dress
from smsdesk.ui.design.theme import Theme
from smsdesk.ui.models.people import GROUPS
from smsdesk.ui.pages.absence import AbsencePage
from smsdesk.ui.pages.broadcast import BroadcastPage
from smsdesk.ui.pages.home import HomePage
from smsdesk.ui.pages.notify import NotifyPage
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.people_card import PersonCard
from smsdesk.ui.pages.settings import Section, SettingsPage
from smsdesk.ui.places import AbsenceStart, NotifyStart
from smsdesk.ui.widgets.bubbles import Bubble
from smsdesk.ui.widgets.buttons import Button, Look, NameLink
from smsdesk.ui.widgets.chips import Chip
from smsdesk.ui.widgets.fields import Picker
from smsdesk.ui.widgets.flow import flow
from smsdesk.ui.widgets.layout import column
from smsdesk.ui.widgets.surfaces import ClickableCard
from smsdesk.ui.widgets.text import ElidedLabel, Label

LONG = "Orchestre symphonique des grands élèves de troisième cycle (mercredi soir)"
NARROW = (736, 456)
"""What the page has in the smallest window."""


def in_long_group(desk: PageDesk) -> tuple[int, int]:
    """A group with a long name, and somebody in it."""
    group = made_group(desk.services.people, LONG).id
    person = desk.person("Jean-Christophe", "de Saint-Exupéry-Montalembert-Larochefoucauld", "+33639980001")
    desk.services.people.add_to_group(group, (person,))
    return group, person


def cut(page: QWidget) -> list[str]:
    """Scrolled contents that are wider than what one sees of them."""
    return [
        f"{area.widget().width()} > {area.viewport().width()}"
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.widget().width() > area.viewport().width()
    ]


@pytest.mark.parametrize("size", [NARROW, (1096, 616)])
def test_a_long_group_name_leaves_the_send_button_in_sight(desk: PageDesk, size: tuple[int, int]) -> None:
    group, _person = in_long_group(desk)
    page = desk.show(NotifyPage)
    assert isinstance(page, NotifyPage)
    page.resize(*size)
    page.open(NotifyStart(group_ids=(group,), text="Bonjour"))
    desk.until(page.summary.send.isEnabled)
    desk.until(lambda: cut(page) == [])
    assert page.audience.names == (LONG,)


def test_a_long_group_name_leaves_the_close_button_of_the_person_in_sight(desk: PageDesk) -> None:
    _group, person = in_long_group(desk)
    page = desk.show(PeoplePage)
    page.open(person)
    desk.until(lambda: bool(page.findChildren(Chip)))
    desk.until(lambda: cut(page) == [])


def test_a_long_name_of_a_guardian_leaves_the_buttons_of_the_card_in_sight(desk: PageDesk) -> None:
    long = "de La Rochefoucauld-Montmorency-Luxembourg"
    guardian = GuardianDraft(None, "Anne-Charlotte", long, (Phone("+33639980002"),), "mère")
    people = desk.services.people
    pupil = people.save_contact(ContactDraft("Léa", long, guardians=(guardian,), email=f"lea@{'x' * 30}.fr"))
    page = desk.show(PeoplePage)
    assert isinstance(page, PeoplePage)
    page.open(pupil.id)
    desk.until(lambda: isinstance(page.side.panel, PersonCard) and page.side.panel.isVisible())
    desk.until(lambda: cut(page) == [])
    (link,) = page.side.panel.findChildren(NameLink)
    assert link.text().endswith("…")
    assert link.toolTip() == link.accessibleName() == f"Anne-Charlotte {long}"


def test_beside_the_panel_in_a_small_window_the_names_have_the_room(desk: PageDesk) -> None:
    person = desk.person("Jean-Christophe", "de Saint-Exupéry", "+33639980001")
    page = desk.show(PeoplePage)
    assert isinstance(page, PeoplePage)
    page.resize(912, 536)
    page.open(person)
    desk.until(page.side.isVisible)
    desk.until(lambda: page.table.view.isColumnHidden(GROUPS))
    page.side.close_panel()
    desk.until(lambda: not page.table.view.isColumnHidden(GROUPS))


def test_a_choice_that_is_too_long_for_its_picker_is_cut_with_an_ellipsis(qtbot: QtBot) -> None:
    picker = Picker("Column")
    picker.addItem("Téléphone du responsable légal numéro deux")
    qtbot.addWidget(picker)
    picker.setFixedWidth(200)
    assert picker.shown.startswith("Téléphone du")
    assert picker.shown.endswith("…")
    picker.setFixedWidth(600)
    assert picker.shown == picker.currentText()


@pytest.mark.parametrize("make", [HomePage, SettingsPage])
def test_a_small_window_shows_the_whole_width(desk: PageDesk, make: type[HomePage]) -> None:
    page = desk.show(make)
    page.resize(*NARROW)
    desk.until(lambda: cut(page) == [])
    send(desk, 2)
    page.refresh()
    desk.until(lambda: desk.tasks.idle)
    desk.until(lambda: cut(page) == [])


def test_what_fits_has_no_scroll_bar(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.resize(page.width(), 200)
    (area,) = [each for each in page.findChildren(QScrollArea) if each.isVisible()]
    desk.until(area.verticalScrollBar().isVisible)
    page.resize(page.width(), 4000)  # a very high screen has room for all of it
    desk.until(lambda: not area.verticalScrollBar().isVisible())


def test_a_chip_in_little_room_says_the_rest_in_its_tool_tip(qtbot: QtBot) -> None:
    chip = Chip(Icon.CLASS, LONG)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    assert chip.toolTip() == ""
    chip.resize(100, chip.height())
    qtbot.waitUntil(lambda: chip.toolTip() == LONG)


def test_an_emoji_is_marked_as_a_whole(desk: PageDesk) -> None:
    page = desk.show(NotifyPage)
    assert isinstance(page, NotifyPage)
    page.text.text.setPlainText("A 🎵 {prénom} ê")
    formats = page.text.text.document().firstBlock().layout().formats()
    marked = [(each.start, each.length) for each in formats]
    assert marked == [(2, 2), (5, 8), (14, 1)]


def test_nothing_is_offered_where_the_text_cannot_be_cheaper(desk: PageDesk) -> None:
    person = desk.person("Léa", "Guérin", "+33639980001")
    page = desk.show(NotifyPage)
    assert isinstance(page, NotifyPage)
    page.open(NotifyStart(contact_ids=(person,), text="Bonjour {prénom} 🎵"))
    desk.until(page.summary.send.isEnabled)
    assert page.text.cost.reason.isVisible()
    assert "🎵" in page.text.cost.reason.text()
    assert not page.text.economise.isVisible()


def test_a_broadcast_shows_its_text_as_the_first_person_got_it(desk: PageDesk) -> None:
    person = desk.person("Léa", "Martin", "+33639980001")
    number = desk.services.notify.send(AudienceRequest(contact_ids=(person,)), "Bonjour {prénom}")
    (summary,) = desk.services.broadcasts.list()
    assert (summary.first_text, summary.body) == ("Bonjour Léa", "Bonjour {prénom}")
    page = desk.show(BroadcastPage)
    page.open(number)
    desk.until(lambda: bool(page.findChildren(Bubble)))
    assert [bubble.text for bubble in page.findChildren(Bubble)] == ["Bonjour Léa", "Bonjour {prénom}"]


def test_nothing_empty_is_below_what_one_scrolls(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    area = max(page.findChildren(QScrollArea), key=lambda each: each.verticalScrollBar().maximum())
    content = area.widget()
    desk.until(lambda: content.height() == content.heightForWidth(content.width()))
    assert content.height() > area.viewport().height()


def test_a_card_is_as_high_as_what_stands_in_it(qtbot: QtBot) -> None:
    place, card = QWidget(), ClickableCard("Concert", ElidedLabel("Concert"), Label("Bonjour"))
    qtbot.addWidget(place)
    place.setLayout(column(card, None))
    place.resize(400, 400)
    place.show()
    qtbot.waitUntil(lambda: card.height() == card.sizeHint().height() > 2 * card.fontMetrics().height())


def test_lines_that_end_at_the_right_keep_the_last_button_there(qtbot: QtBot) -> None:
    place, no, yes = QWidget(), Button("No"), Button("Yes, all of them", look=Look.PRIMARY)
    qtbot.addWidget(place)
    place.setLayout(flow(no, yes, at_end=True))
    for width, lines in ((400, 1), (no.sizeHint().width() + yes.sizeHint().width(), 2)):
        place.resize(width, 200)
        place.show()
        place.layout().activate()
        assert yes.geometry().right() == width - 1
        assert (no.geometry().bottom() < yes.geometry().top()) is (lines == 2)


def test_the_cheaper_text_fits_into_its_column(desk: PageDesk) -> None:
    desk.person("Anaël", "Petit", "+33639980001")
    page = desk.show(NotifyPage)
    page.open(NotifyStart(request=AudienceRequest(everyone=True), text="{institution} : {prénom}, à demain"))
    desk.until(page.text.economise.isVisible)
    page.text.economise.click()
    desk.until(page.text.economy.isVisible)
    column = page.text.parentWidget().parentWidget()
    assert isinstance(column, QScrollArea)
    desk.until(lambda: page.text.width() <= column.viewport().width())


@pytest.mark.parametrize("page_of", [NotifyPage, AbsencePage])
def test_words_of_twice_the_size_stand_one_column_below_the_other(
    desk: PageDesk, page_of: type[NotifyPage | AbsencePage]
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    school = Conservatory(desk.services.people)
    page = desk.show(page_of)
    page.open(
        AbsenceStart(school.marchand.id)
        if page_of is AbsencePage
        else NotifyStart(contact_ids=(school.jean.id,), text="Bonjour")
    )
    page.resize(1200, 616)
    desk.until(lambda: desk.tasks.idle)
    Theme.of(app).dress(Dress(text_percent=200))
    try:
        desk.until(lambda: page.summary.mapTo(page, QPoint()).x() < page.width() // 3)
        desk.until(lambda: cut(page) == [])
    finally:
        Theme.of(app).dress(Dress())
    desk.until(lambda: page.summary.mapTo(page, QPoint()).x() > page.width() // 3)
