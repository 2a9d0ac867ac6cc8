from __future__ import annotations

from datetime import time

import pytest
from page_desk import PageDesk, child, nameless, pick, typed

from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.opt_outs import Mode, OptOutSettings
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.services.preferences import Notifying
from smsdesk.ui.pages.settings import Section, SettingsPage
from smsdesk.ui.widgets.leaving_text import LeavingText
from smsdesk.ui.widgets.surfaces import Banner


def leave(field: LeavingText, text: str) -> None:
    field.setPlainText(text)
    field.left.emit()


def test_how_soon_one_answers_and_what_stop_does_are_kept(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._answers
    assert (card.target.currentData(), card.information.currentData()) == (None, Mode.PROPOSE)
    pick(card.target, 120)
    pick(card.information, Mode.APPLY)
    card.confirm.click()
    desk.until(lambda: desk.services.inbox.target_minutes() == 120)
    desk.until(lambda: desk.services.opt_outs.settings().information is Mode.APPLY)
    desk.until(lambda: not desk.services.opt_outs.settings().confirm)
    assert desk.services.opt_outs.settings().promotion is Mode.APPLY


def test_what_is_written_back_to_stop_and_start_is_kept_and_refused_as_an_order(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._answers
    usual = OptOutSettings()
    desk.until(lambda: card.stop_texts.texts == (usual.stop_text, usual.start_text))
    leave(card.stop_texts.stop, "{institution} : plus de SMS {quoi}.")
    desk.until(lambda: desk.services.opt_outs.settings().stop_text == "{institution} : plus de SMS {quoi}.")
    leave(card.stop_texts.start, "START")
    desk.until(card.problem.isVisible)
    assert card.stop_texts.start.toPlainText() == "START"
    assert desk.services.opt_outs.settings().start_text == usual.start_text
    leave(card.stop_texts.start, "")
    assert card.stop_texts.start.toPlainText() == usual.start_text
    leave(card.stop_texts.stop, " ")
    desk.until(lambda: desk.services.opt_outs.settings() == usual)
    card.confirm.click()
    assert not card.stop_texts.isVisible()


def test_a_target_that_is_not_offered_is_shown_all_the_same(desk: PageDesk) -> None:
    desk.services.inbox.set_target(95)
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    assert page._answers.target.currentData() == 95
    assert page._answers.target.currentText() == "95 min"


def test_notifications_are_silent_until_one_asks_for_a_sound(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._answers
    assert (card.shown.isChecked(), card.sound.isChecked()) == (True, False)
    card.sound.click()
    card.text.click()
    desk.until(lambda: desk.services.preferences.notifying() == Notifying(True, False, True))
    card.shown.click()
    assert not card.sound.isEnabled()


def test_the_answer_when_nobody_is_there_keeps_its_hours(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._closed
    assert not child(page, "settings_closed_text").isVisible()
    card.on.click()
    assert child(page, "settings_closed_text").isVisible()
    typed(card.days[5], "9h à 12h30")
    saturday = ((time(9), time(12, 30)),)
    desk.until(lambda: desk.services.auto_replies.settings().hours.days[5] == saturday)
    assert desk.services.auto_replies.settings().out_of_hours
    desk.until(lambda: card.days[5].text() == "09:00-12:30")


def test_hours_that_cannot_be_read_stay_to_be_corrected(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._closed
    card.on.click()
    desk.until(lambda: desk.services.auto_replies.settings().out_of_hours)
    typed(card.days[0], "le matin")
    assert "le matin" in card.problem.label.text()
    assert card.days[0].text() == "le matin"
    typed(card.days[0], "14:00-12:00")
    desk.until(lambda: "overlap" in card.problem.label.text())
    typed(card.days[0], "14:00-18:00")
    desk.until(card.problem.isHidden)


def test_a_keyword_is_added_changed_and_taken_away(desk: PageDesk) -> None:
    group = desk.services.people.save_group(GroupDraft(None, "Collecte des déchets"))
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._keywords
    card.add.click()
    child(page, "settings_keyword").setText("déchets")
    assert card.form.group.currentData() == group.id
    child(page, "settings_keyword_save").click()
    desk.until(lambda: card.form is None)
    (kept,) = desk.services.keywords.list()
    assert (kept.word, kept.action, kept.group_id) == ("déchets", KeywordAction.LIST, group.id)
    desk.until(lambda: card._rows.count() == 1)
    card._delete(kept)
    desk.until(lambda: desk.services.keywords.list() == () and bool(desk.told))
    desk.told[-1].action()
    desk.until(lambda: [each.word for each in desk.services.keywords.list()] == ["déchets"])


def test_a_word_that_means_something_else_is_refused_in_the_form(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._keywords
    card.add.click()
    child(page, "settings_keyword").setText("STOP")
    pick(card.form.action, KeywordAction.ANSWER)
    child(page, "settings_keyword_answer").setPlainText("Non")
    child(page, "settings_keyword_save").click()
    desk.until(card.form.problem.isVisible)
    assert "STOP" in card.form.problem.label.text()
    assert desk.services.keywords.list() == ()


def test_words_that_are_easily_confused_say_so(desk: PageDesk) -> None:
    for word in ("concerts", "concerte"):
        desk.services.keywords.save(Keyword(word, KeywordAction.ANSWER, "Samedi"))
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    banners = [each for each in page._keywords.findChildren(Banner) if each.isVisible()]
    assert any("confused" in banner.label.text() for banner in banners)


def test_every_control_has_a_name(desk: PageDesk) -> None:
    desk.services.keywords.save(Keyword("concert", KeywordAction.ANSWER, "Samedi à 20 h"))
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    page._closed.on.click()
    page._keywords.add.click()
    assert nameless(page) == []


def test_other_numbers_of_ours_are_typed_as_one_writes_them(desk: PageDesk) -> None:
    page = desk.show(SettingsPage)
    page.open(Section.ANSWERS)
    card = page._closed
    desk.until(lambda: card.text.toPlainText() != "")
    card.on.click()
    desk.until(lambda: desk.services.auto_replies.settings().out_of_hours)
    typed(card.own, "06 39 98 12 34; +33 6 39 98 00 12")
    desk.until(lambda: desk.services.auto_replies.settings().own_numbers == ("+33639981234", "+33639980012"))
    desk.until(lambda: card.own.text().replace("\u00a0", " ") == "06 39 98 12 34, 06 39 98 00 12")
    typed(card.own, "le standard")
    desk.until(card.problem.isVisible)
    assert card.own.text() == "le standard"
    assert desk.services.auto_replies.settings().own_numbers == ("+33639981234", "+33639980012")
    typed(card.own, "")
    desk.until(lambda: desk.services.auto_replies.settings().own_numbers == ())


@pytest.mark.parametrize("factor", [1, 1.5, 2])
def test_a_text_of_some_lines_shows_them_when_the_words_grow(qtbot, factor: float) -> None:
    field = LeavingText("Text", 3)
    qtbot.addWidget(field)
    field.show()
    font = field.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    field.setFont(font)
    field.setPlainText("one\ntwo\nthree")
    needed = 3 * field.fontMetrics().lineSpacing() + 2 * field.document().documentMargin()
    qtbot.waitUntil(lambda: field.viewport().height() >= needed)
    assert field.verticalScrollBar().maximum() == 0
