from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.keywords import Keyword, KeywordAction
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind
from smsdesk.domain.people_drafts import GroupDraft
from smsdesk.domain.views import Template
from smsdesk.services.notify import SendOptions
from smsdesk.ui.pages.inbox import InboxPage
from smsdesk.ui.pages.inbox_about import AboutChooser
from smsdesk.ui.pages.inbox_give import PhoneOwnerChooser
from smsdesk.ui.pages.inbox_head import Act
from smsdesk.ui.pages.inbox_proposals import ProposalBanner
from smsdesk.ui.pages.inbox_reading import THREAD_PAGE
from smsdesk.ui.pages.inbox_templates import TemplateChooser
from smsdesk.ui.widgets.chips import Chip

ANNE, MARC, LEILA = "+33639980001", "+33639980002", "+33639980003"


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    desk.person("Anne", "Martin", ANNE, ContactKind.RESIDENT)
    return desk


def listed(page: InboxPage) -> list[str]:
    return [row.phone for row in page.list.model.rows]


def opened(desk: PageDesk, phone: str) -> InboxPage:
    """The page with a conversation open."""
    page = desk.show(InboxPage)
    choose(desk, page, phone)
    return page


def choose(desk: PageDesk, page: InboxPage, phone: str) -> None:
    at = page.list.model.position(phone)
    assert at is not None
    page.list.view.setCurrentIndex(page.list.model.index(at, 0))
    desk.until(lambda: desk.tasks.idle and bool(page.bubbles.bubbles))


def texts(page: InboxPage) -> list[str]:
    return [bubble.words.plain for bubble in page.bubbles.bubbles]


def asks(desk: PageDesk, sender: str, text: str) -> int:
    """A message comes, and the rules look at it."""
    message_id = desk.comes(sender, text)
    desk.services.incoming_rules.handle_waiting()
    return message_id


def sent_to(desk: PageDesk, phone: str, title: str) -> int:
    """A broadcast that has left for one phone."""
    ids = desk.services.people.contact_ids_for(phone)
    options = SendOptions(title=title)
    broadcast_id = desk.services.notify.send(AudienceRequest(contact_ids=ids), f"{title} ?", options=options)
    desk.hand_over(broadcast_id)
    return broadcast_id


# what is to be done


def test_what_is_done_leaves_the_list_to_do_and_comes_back_by_undo(desk: PageDesk, qtbot) -> None:
    desk.comes(MARC, "Bonjour")
    desk.comes(ANNE, "Une question")
    page = opened(desk, ANNE)
    page.list.filters.choose(InboxFilter.TODO)
    desk.until(lambda: listed(page) == [ANNE, MARC] and desk.tasks.idle)
    qtbot.mouseClick(child(page, "inbox_done"), Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.services.inbox.conversation(ANNE).done and desk.tasks.idle)
    desk.until(lambda: page.talk.head.done.text() == "Still to do")
    assert listed(page) == [ANNE, MARC], "the one that is open stays in sight"
    choose(desk, page, MARC)
    page.refresh()
    desk.until(lambda: listed(page) == [MARC])
    desk.told[-1].action()
    desk.until(lambda: listed(page) == [ANNE, MARC])


def test_star_and_archive_are_one_key_away(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Bonjour")
    page = opened(desk, ANNE)
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.services.inbox.conversation(ANNE).starred)
    qtbot.keyClick(page, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.services.inbox.conversation(ANNE).archived)
    desk.until(lambda: len(desk.told) == 2)
    assert [notice.text for notice in desk.told] == [
        "Anne Martin has a star.",
        "Anne Martin is archived. A new message brings the conversation back.",
    ]
    page.list.filters.choose(InboxFilter.ARCHIVED)
    desk.until(lambda: listed(page) == [ANNE])
    desk.told[-1].action()
    desk.until(lambda: not desk.services.inbox.conversation(ANNE).archived)


def test_who_answers_can_be_said_and_asked_for(desk: PageDesk) -> None:
    desk.comes(MARC, "Bonjour")
    desk.comes(ANNE, "Bonjour")
    page = opened(desk, ANNE)
    me = desk.services.preferences.person
    page.talk.head.assigned.emit(me)
    desk.until(lambda: me in [chip.text for chip in page.talk.head.findChildren(Chip)])
    page.list.filters.assign(me)
    desk.until(lambda: listed(page) == [ANNE])
    desk.told[-1].action()
    desk.until(lambda: desk.services.inbox.conversation(ANNE).assigned_to == "")


def test_an_empty_choice_of_conversations_is_no_empty_inbox(desk: PageDesk) -> None:
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    page.list.filters.assign("Paul")
    desk.until(lambda: listed(page) == [] and desk.tasks.idle)
    assert not page.teaching.isVisible()
    assert "No conversation of this person" in [label.text() for label in page.list.findChildren(QLabel)]
    page.list.filters.assign("")
    desk.until(lambda: listed(page) == [ANNE])


def test_what_is_marked_as_unread_is_not_read_at_once_again(desk: PageDesk) -> None:
    desk.comes(ANNE, "Bonjour")
    page = opened(desk, ANNE)
    desk.until(lambda: desk.services.inbox.unread_count() == 0)
    page._act(Act.UNREAD)
    desk.until(lambda: desk.services.inbox.unread_count() == 1 and desk.tasks.idle)
    assert page.shown() is None
    assert desk.services.inbox.unread_count() == 1


def test_the_filters_say_how_many_wait(desk: PageDesk) -> None:
    desk.comes(ANNE, "Bonjour")
    desk.comes("ORANGE", "Promo", SenderKind.ALPHANUMERIC)
    page = desk.show(InboxPage)
    buttons = page.list.filters.buttons
    desk.until(lambda: buttons.button(InboxFilter.TODO).text() == "To do 1")
    assert buttons.button(InboxFilter.UNREAD).text() == "Unread 1"
    assert "Services and carriers (1)" in [each.text() for each in page.list.filters.menu.actions()]


def test_how_soon_people_are_answered_is_said(desk: PageDesk) -> None:
    desk.services.inbox.set_target(1)
    desk.comes(MARC, "Bonjour")
    desk.comes(ANNE, "Bonjour")
    desk.clock.now += timedelta(minutes=30)
    desk.services.notify.reply(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    told = child(page.actions_bar, "inbox_times").text()
    assert "Usually answered within 30 min" in told
    assert "1 waiting too long" in told
    assert "Late" in page.list.model.spoken(page.list.model.row(1))


# STOP and lists


def banners(page: InboxPage) -> list[ProposalBanner]:
    return [each for each in page.talk.proposals.findChildren(ProposalBanner) if each.isVisible()]


def press(banner: ProposalBanner, words: str) -> None:
    (button,) = (each for each in banner.findChildren(QPushButton) if words in (each.text(), each.toolTip()))
    button.click()


def test_a_stop_is_one_button_and_can_be_taken_back(desk: PageDesk) -> None:
    asks(desk, ANNE, "Stop svp")
    page = opened(desk, ANNE)
    desk.until(lambda: len(banners(page)) == 1)
    (proposed,) = banners(page)
    assert "Stop svp" in proposed.label.text()
    assert page.list.model.marks(ANNE).proposal == "STOP"
    press(proposed, "Send no more")
    desk.until(lambda: _refused(desk, ANNE))
    desk.until(lambda: "Receives no more" in "".join(each.label.text() for each in banners(page)))
    assert page.list.model.marks(ANNE).proposal == ""
    press(banners(page)[0], "Undo")
    desk.until(lambda: not _refused(desk, ANNE))
    desk.until(lambda: banners(page) == [])


def _refused(desk: PageDesk, phone: str) -> bool:
    (asked,) = desk.services.opt_outs.of_phone(phone)
    return Purpose.INFORMATION in asked.applied


def test_a_hint_may_rest(desk: PageDesk) -> None:
    asks(desk, ANNE, "Pourriez-vous arrêter de m'envoyer des SMS ?")
    page = opened(desk, ANNE)
    desk.until(lambda: len(banners(page)) == 1)
    press(banners(page)[0], "Do nothing")
    desk.until(lambda: banners(page) == [] and desk.services.opt_outs.waiting() == ())


def test_an_unknown_phone_joins_a_list_by_one_button(desk: PageDesk) -> None:
    group = desk.services.people.save_group(GroupDraft(None, "Déchets"))
    desk.services.keywords.save(Keyword("DECHETS", KeywordAction.LIST, group_id=group.id))
    asks(desk, LEILA, "inscrire dechets")
    page = opened(desk, LEILA)
    desk.until(lambda: len(banners(page)) == 1)
    assert "not among your people" in banners(page)[0].label.text()
    press(banners(page)[0], "Add to the list")
    desk.until(lambda: desk.services.people.group(group.id).size == 1)
    desk.until(lambda: banners(page) == [])


# what a message answers


def test_what_a_message_answers_is_said_and_can_be_corrected(desk: PageDesk, qtbot) -> None:
    sent_to(desk, ANNE, "Concert")
    absence = sent_to(desk, ANNE, "Absence")
    message_id = asks(desk, ANNE, "Oui")
    page = opened(desk, ANNE)
    answer = page.bubbles.bubbles[-1]
    assert answer.shown.quoted == "Absence"
    assert "Yes" in [chip.text for chip in answer.findChildren(Chip)]
    assert page.list.model.marks(ANNE).about == "Absence"
    answer.about_wanted.emit(answer.shown.item)
    desk.until(lambda: page.findChild(AboutChooser) is not None)
    chooser = page.findChild(AboutChooser)
    assert chooser.list.count() == 3
    chooser.list.setCurrentRow(1)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    desk.until(lambda: page.bubbles.bubbles[-1].shown.quoted == "Concert")
    desk.until(lambda: page.list.model.marks(ANNE).about == "Concert")
    desk.told[-1].action()
    desk.until(lambda: desk.services.answers.about_many([message_id])[message_id].broadcast_id == absence)


def test_a_message_may_answer_nothing(desk: PageDesk, qtbot) -> None:
    sent_to(desk, ANNE, "Concert")
    asks(desk, ANNE, "Oui")
    page = opened(desk, ANNE)
    answer = page.bubbles.bubbles[-1]
    answer.about_wanted.emit(answer.shown.item)
    desk.until(lambda: page.findChild(AboutChooser) is not None)
    chooser = page.findChild(AboutChooser)
    chooser.list.setCurrentRow(chooser.list.count() - 1)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    desk.until(lambda: page.bubbles.bubbles[-1].shown.about is None)
    assert page.bubbles.bubbles[-1].shown.quoted == ""


# searching


def test_every_message_is_found_both_ways_and_shown_where_it_was_said(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Le violon est réparé")
    for number in range(2 * THREAD_PAGE):
        desk.comes(ANNE, f"message {number}")
    desk.services.notify.reply(MARC, "Votre violon est là")
    page = desk.show(InboxPage)
    qtbot.keyClicks(child(page, "inbox_search"), "VIOLON RÉP")
    desk.until(lambda: listed(page) == [ANNE])
    qtbot.mouseClick(page.list.kinds.button("messages"), Qt.MouseButton.LeftButton)
    child(page, "inbox_search").setText("violon")
    desk.until(lambda: [row.phone for row in page.list.found.model.rows] == [MARC, ANNE])
    desk.until(lambda: page.list.kinds.button("messages").text() == "Messages 2")
    page.list.found.view.setCurrentIndex(page.list.found.model.index(1, 0))
    desk.until(lambda: bool(texts(page)) and desk.tasks.idle)
    sought = page.bubbles.bubbles[0]
    assert (sought.words.plain, sought.bubble.property("sought")) == ("Le violon est réparé", True)
    assert len(texts(page)) < THREAD_PAGE
    desk.until(lambda: not sought.visibleRegion().isEmpty())
    qtbot.mouseClick(child(page, "inbox_newest"), Qt.MouseButton.LeftButton)
    desk.until(lambda: bool(texts(page)) and texts(page)[-1] == f"message {2 * THREAD_PAGE - 1}")


def test_a_conversation_that_was_searched_opens_where_the_words_stand(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Le violon est réparé")
    for number in range(2 * THREAD_PAGE):
        desk.comes(ANNE, f"message {number}")
    page = desk.show(InboxPage)
    qtbot.keyClicks(child(page, "inbox_search"), "violon")
    desk.until(lambda: len(page.list.found.model.rows) == 1 and desk.tasks.idle)
    choose(desk, page, ANNE)
    assert texts(page)[0] == "Le violon est réparé"


def test_a_search_can_be_narrowed_to_one_way_and_some_days(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Merci")
    desk.services.notify.reply(ANNE, "Merci à vous")
    page = desk.show(InboxPage)
    page.list.narrow_button.click()
    qtbot.keyClicks(child(page, "inbox_search"), "merci")
    found = page.list.found.model
    desk.until(lambda: len(found.rows) == 2)
    direction = page.list.narrow.direction
    direction.setCurrentIndex(1)
    direction.activated.emit(1)
    desk.until(lambda: [row.text for row in found.rows] == ["Merci"])
    page.list.narrow_button.click()
    desk.until(lambda: len(found.rows) == 2)


def test_a_search_can_be_narrowed_to_a_person_with_all_phones(desk: PageDesk, qtbot) -> None:
    (anne,) = desk.services.people.contact_ids_for(ANNE)
    desk.services.people.give_phone(anne, MARC)
    for phone in (ANNE, MARC, LEILA):
        desk.comes(phone, f"Merci de {phone}")
    page = opened(desk, ANNE)
    page.list.narrow_button.click()
    whose = page.list.narrow.whose
    desk.until(lambda: whose.count() == 3)
    qtbot.keyClicks(child(page, "inbox_search"), "merci")
    desk.until(lambda: len(page.list.found.model.rows) == 3)
    for at, expected in ((1, [ANNE]), (2, [MARC, ANNE])):
        whose.setCurrentIndex(at)
        whose.activated.emit(at)
        desk.until(lambda expected=expected: [r.phone for r in page.list.found.model.rows] == expected)


def test_the_arrows_go_from_conversation_to_conversation(desk: PageDesk) -> None:
    for phone in (MARC, LEILA, ANNE):
        desk.comes(phone, f"De {phone}")
    page = desk.show(InboxPage)
    for step, expected in ((1, ANNE), (1, LEILA), (1, MARC), (1, MARC), (-1, LEILA)):
        page.list.step(step)
        desk.until(lambda expected=expected: page.shown() == expected and desk.tasks.idle)


def test_fast_typing_shows_what_was_typed_last(desk: PageDesk, qtbot) -> None:
    for number in range(30):
        desk.comes(f"+336399801{number:02}", f"mot{number} violon")
    page = desk.show(InboxPage)
    qtbot.keyClicks(child(page, "inbox_search"), "mot7 vio")
    desk.until(lambda: listed(page) == ["+33639980107"])
    desk.until(lambda: [row.text for row in page.list.found.model.rows] == ["mot7 violon"])


# answering


def test_a_template_is_filled_and_its_gaps_hold_the_send(desk: PageDesk, qtbot) -> None:
    desk.services.templates.save(Template(None, "Gap", "", "Bonjour {prénom}, à {heure} 🎻 le {date}"))
    desk.comes(ANNE, "Bonjour")
    page = opened(desk, ANNE)
    qtbot.mouseClick(child(page, "inbox_template"), Qt.MouseButton.LeftButton)
    desk.until(lambda: page.findChild(TemplateChooser) is not None)
    chooser = page.findChild(TemplateChooser)
    qtbot.keyClicks(chooser.search, "gap")
    assert chooser.list.count() == 1
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert page.reply.draft == "Bonjour Anne, à {heure} 🎻 le {date}"
    assert page.reply.text.textCursor().selectedText() == "{heure}"
    assert not child(page, "inbox_reply_send").isEnabled()
    qtbot.keyClicks(page.reply.text, "18 h")
    assert child(page, "inbox_gap").text() == "{date} is to be filled in."
    page.reply.text.setPlainText(page.reply.draft.replace("{date}", "lundi"))
    assert child(page, "inbox_reply_send").isEnabled()


# whose phone


def test_an_unknown_phone_is_given_to_somebody_in_two_clicks(desk: PageDesk, qtbot) -> None:
    desk.comes(MARC, "Bonjour")
    page = opened(desk, MARC)
    desk.until(lambda: page.findChild(QPushButton, "inbox_give") is not None)
    child(page, "inbox_give").click()
    chooser = page.findChild(PhoneOwnerChooser)
    qtbot.keyClicks(chooser.finder.search, "mart")
    desk.until(lambda: chooser.finder.list.count() == 1)
    qtbot.keyClick(chooser.finder.search, Qt.Key.Key_Return)
    desk.until(lambda: page.talk.head.name.accessibleName() == "Anne Martin")
    (anne,) = desk.services.people.contact_ids_for(MARC)
    assert [phone.e164 for phone in desk.services.people.contact(anne).phones] == [ANNE, MARC]
    desk.told[-1].action()
    desk.until(lambda: desk.services.people.contact_ids_for(MARC) == ())


# out of the program


def test_a_conversation_is_written_as_a_table_and_as_pdf(desk: PageDesk, tmp_path: Path) -> None:
    desk.comes(ANNE, "=1+1")
    page = opened(desk, ANNE)
    sheet, paper = tmp_path / "fil.xlsx", tmp_path / "fil.pdf"
    page.acts.sheets.write_table(sheet, ANNE)
    desk.until(lambda: sheet.exists() and len(desk.told) == 1)
    cells = [cell for row in load_workbook(sheet).active.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type != "f" for cell in cells)
    assert any("=1+1" in str(cell.value) for cell in cells)
    page.acts.sheets.write_pdf(paper, ANNE)
    desk.until(lambda: len(desk.told) == 2)
    assert paper.read_bytes().startswith(b"%PDF")


def test_every_control_has_a_name(desk: PageDesk) -> None:
    sent_to(desk, ANNE, "Concert")
    asks(desk, ANNE, "STOP")
    page = opened(desk, ANNE)
    page.list.narrow_button.click()
    assert nameless(page) == []
