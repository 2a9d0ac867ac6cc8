"""The hours of a person's courses in his panel: changed by ticks, taken back like every change."""

from __future__ import annotations

from datetime import time

import pytest
from made_groups import made_group
from page_desk import PageDesk, child, nameless
from people_desk import names, take_back
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from smsdesk.domain.people import GroupKind, WeeklySlot
from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.people_card import PersonCard

AT_TWO, AT_THREE = WeeklySlot(2, time(14), time(14, 30)), WeeklySlot(2, time(15), time(15, 30), "Salle 3")


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    people = desk.services.people
    lea = desk.person("Léa", "Martin")
    piano = made_group(people, "Piano", GroupKind.COURSE, slots=[AT_TWO, AT_THREE])
    people.add_to_group(piano.id, [lea])
    people.add_to_group(made_group(people, "Chorale", GroupKind.ENSEMBLE, slots=[AT_TWO]).id, [lea])
    return desk


def panel(desk: PageDesk, page: PeoplePage) -> PersonCard:
    page.table.view.selectRow(names(page).index("Léa Martin"))
    desk.until(lambda: isinstance(page.side.panel, PersonCard) and desk.tasks.idle)
    assert isinstance(page.side.panel, PersonCard)
    return page.side.panel


def ticks(page: PeoplePage) -> dict[str, bool]:
    assert page.side.panel is not None
    return {tick.text(): tick.isChecked() for tick in page.side.panel.findChildren(QCheckBox)}


def own(desk: PageDesk) -> list[tuple[str, set[tuple[int, time]]]]:
    (lea,) = desk.services.people.contacts(search="léa")
    return [(each.group.name, set(each.hours)) for each in desk.services.people.lesson_hours_of(lea.id)]


def test_one_hour_of_several_is_chosen_and_taken_back(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    card = panel(desk, page)
    assert ticks(page) == {"Wednesday 14:00–14:30": True, "Wednesday 15:00–15:30, Salle 3": True}
    assert nameless(card) == []
    (group,) = (each.group for each in card.view.lessons)
    name = f"people_hour_{group.id}_2_1500"
    tick = child(card, name)
    tick.setFocus()
    desk.qtbot.keyClick(tick, Qt.Key.Key_Space)
    desk.until(lambda: own(desk) == [("Piano", {(2, time(14))})])
    desk.until(lambda: list(ticks(page).values()) == [True, False])
    at = QApplication.focusWidget()
    assert at is not None
    assert at.objectName() == name, "the keyboard stays where it was"
    take_back(desk)
    desk.until(lambda: own(desk) == [("Piano", set())])
    desk.until(lambda: list(ticks(page).values()) == [True, True])


def test_all_hours_ticked_again_mean_every_hour(desk: PageDesk) -> None:
    people = desk.services.people
    (lea,) = people.contacts(search="léa")
    (lessons,) = people.lesson_hours_of(lea.id)
    people.keep_lesson_hours(lessons.group.id, {lea.id: [(2, time(15))]})
    page = desk.show(PeoplePage)
    card = panel(desk, page)
    assert list(ticks(page).values()) == [False, True]
    child(card, f"people_hour_{lessons.group.id}_2_1400").click()
    desk.until(lambda: own(desk) == [("Piano", set())])
