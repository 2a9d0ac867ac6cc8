"""Réglages: the phones for tests, kept as they are typed, refused in place."""

from __future__ import annotations

from page_desk import PageDesk, child, nameless

from smsdesk.ui.pages.settings import Section, SettingsPage


def test_numbers_are_kept_and_shown_as_one_writes_them(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.INSTITUTION)
    child(page, "settings_own_mobile").setText("+33 6 39 98 00 01")
    child(page, "settings_seed_list").setText("0639980002; 06.39.98.00.03")
    child(page, "settings_seed_list").editingFinished.emit()
    desk.until(lambda: len(desk.services.seed_list.read()) == 3)
    desk.until(lambda: child(page, "settings_own_mobile").text().startswith("06"))
    assert desk.services.seed_list.read() == ("+33639980001", "+33639980002", "+33639980003")
    assert nameless(page) == []


def test_a_number_that_receives_no_sms_is_refused_in_place(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.INSTITUTION)
    child(page, "settings_own_mobile").setText("01 99 00 00 01")
    child(page, "settings_own_mobile").editingFinished.emit()
    desk.until(lambda: child(page, "settings_seed_problem").isVisible())
    assert child(page, "settings_own_mobile").text() == "01 99 00 00 01"
    assert desk.services.seed_list.read() == ()


def test_emptying_the_fields_empties_the_list(desk: PageDesk) -> None:
    desk.services.seed_list.keep(["06 39 98 00 01"])
    page = desk.show(SettingsPage)
    page.open(Section.INSTITUTION)
    child(page, "settings_own_mobile").setText("")
    child(page, "settings_own_mobile").editingFinished.emit()
    desk.until(lambda: desk.services.seed_list.read() == ())
