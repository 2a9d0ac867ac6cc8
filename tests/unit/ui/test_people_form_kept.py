"""What is half typed about a person goes on in another language."""

from __future__ import annotations

from page_desk import PageDesk, child
from people_desk import press

from smsdesk.ui.pages.people import PeoplePage
from smsdesk.ui.pages.people_form import PersonForm


def form_of(page: PeoplePage) -> PersonForm:
    panel = page.side.panel
    assert isinstance(panel, PersonForm)
    return panel


def test_a_new_person_with_a_new_guardian(desk: PageDesk, qtbot) -> None:
    page = desk.show(PeoplePage)
    page.side.edit(None)
    qtbot.keyClicks(child(page, "people_first_name"), "Zoe")
    qtbot.keyClicks(child(page, "people_phone_1"), "06 39 98")
    press(desk, page, "people_guardian_new")
    qtbot.keyClicks(child(page, "guardian_first_name_1"), "Anne")
    kept = page.shown()
    again = desk.show(PeoplePage)
    again.open(kept)
    assert form_of(again).typed() == form_of(page).typed()
    assert form_of(again).touched
    assert [line.number.text() for line in form_of(again).phones.lines] == ["06 39 98"]
    assert [line.first_name.text() for line in form_of(again).guardians.lines] == ["Anne"]


def test_nothing_is_kept_where_nothing_was_typed(desk: PageDesk) -> None:
    page = desk.show(PeoplePage)
    assert page.shown() is None
    page.side.edit(None)
    assert page.shown() is None
