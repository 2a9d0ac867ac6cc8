from __future__ import annotations

import pytest
from page_desk import PageDesk, child, nameless
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit, QWidget

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.inbox_views import InboxFilter
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.people import ContactKind
from smsdesk.domain.views import Direction
from smsdesk.services.notify import SendOptions
from smsdesk.ui.pages.inbox import InboxPage
from smsdesk.ui.pages.inbox_bubbles import BubbleRow
from smsdesk.ui.pages.inbox_reading import THREAD_PAGE
from smsdesk.ui.places import Place, Route
from smsdesk.ui.widgets.buttons import NameLink
from smsdesk.ui.widgets.chips import Chip

ANNE, MARC, LEILA = "+33639980001", "+33639980002", "+33639980003"


@pytest.fixture
def desk(desk: PageDesk) -> PageDesk:
    desk.person("Anne", "Martin", ANNE, ContactKind.RESIDENT)
    return desk


def listed(page: InboxPage) -> list[tuple[str, int]]:
    return [(row.phone, row.unread) for row in page.list.model.rows]


def choose(desk: PageDesk, page: InboxPage, phone: str) -> None:
    """Go to a conversation as a click or the arrow keys do."""
    at = page.list.model.position(phone)
    assert at is not None
    page.list.view.setCurrentIndex(page.list.model.index(at, 0))
    desk.until(lambda: desk.tasks.idle and bool(page.bubbles.bubbles))


def texts(page: InboxPage) -> list[str]:
    return [bubble.words.plain for bubble in page.bubbles.bubbles]


def test_opening_a_conversation_marks_it_as_read(desk: PageDesk) -> None:
    desk.comes(MARC, "Qui est le remplaçant ?")
    desk.comes(ANNE, "Bien reçu")
    desk.comes(ANNE, "Merci")
    page = desk.show(InboxPage)
    assert listed(page) == [(ANNE, 2), (MARC, 1)]
    assert page.list.model.data(page.list.model.index(0, 0)) == "Anne Martin"
    assert desk.services.inbox.unread_count() == 3
    choose(desk, page, ANNE)
    assert texts(page) == ["Bien reçu", "Merci"]
    desk.until(lambda: desk.services.inbox.unread_count() == 1)
    desk.until(lambda: listed(page) == [(ANNE, 0), (MARC, 1)])


def test_an_empty_inbox_tells_what_comes_here_and_where_that_is_prepared(desk: PageDesk) -> None:
    page = desk.show(InboxPage)
    assert page.teaching.isVisible()
    page.teaching.ask.click()
    page.teaching.choose.click()
    assert desk.gone_to == [Place(Route.NOTIFY), Place(Route.SETTINGS, "answers")]
    desk.comes(ANNE, "Bonjour")
    desk.until(lambda: listed(page) == [(ANNE, 1)])
    assert not page.teaching.isVisible()


def test_the_keyboard_arriving_in_the_list_reads_nothing(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    page.list.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: desk.tasks.idle)
    assert listed(page) == [(ANNE, 1)]
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    desk.until(lambda: listed(page) == [(ANNE, 0)] and texts(page) == ["Bonjour"])


def test_what_comes_appears_without_disturbing(desk: PageDesk) -> None:
    desk.comes(MARC, "Bonjour")
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    choose(desk, page, MARC)
    page.reply.text.setPlainText("Je vous réponds que")
    desk.comes(LEILA, "Une question")
    desk.until(lambda: listed(page)[0] == (LEILA, 1))
    chosen = page.list.view.currentIndex()
    assert page.list.model.row(chosen.row()).phone == MARC
    assert page.list.view.selectionModel().isSelected(chosen)
    assert page.reply.draft == "Je vous réponds que"
    assert texts(page) == ["Bonjour"]


def test_what_comes_into_the_open_conversation_is_shown_and_read(desk: PageDesk) -> None:
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    first = page.bubbles.bubbles[0]
    desk.comes(ANNE, "Encore une chose")
    desk.until(lambda: texts(page) == ["Bonjour", "Encore une chose"])
    assert page.bubbles.bubbles[0] is first
    desk.until(lambda: desk.services.inbox.unread_count() == 0)


def test_an_answer_goes_into_the_queue_once(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Qui est le remplaçant ?")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    reply = child(page, "inbox_reply")
    assert not child(page, "inbox_reply_send").isEnabled()
    qtbot.keyClicks(reply, "M. Caron")
    assert page.reply.counter.text().startswith("8/160")
    qtbot.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: texts(page) == ["Qui est le remplaçant ?", "M. Caron"])
    assert page.reply.draft == ""
    (item,) = (item for item in desk.services.inbox.thread(ANNE) if item.direction is Direction.OUT)
    assert item.text == "M. Caron"
    assert listed(page) == [(ANNE, 0)]


def test_the_state_of_an_answer_is_followed_in_its_bubble(desk: PageDesk) -> None:
    desk.comes(ANNE, "Bonjour")
    broadcast_id = desk.services.notify.reply(ANNE, "À jeudi")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    before, answer = page.bubbles.bubbles
    assert states(answer) == ["Waiting"]
    desk.hand_over(broadcast_id)
    desk.until(lambda: states(page.bubbles.bubbles[1]) == ["Sent"])
    assert page.bubbles.bubbles[0] is before


def states(bubble: BubbleRow) -> list[str]:
    return [chip.text for chip in bubble.findChildren(Chip)]


def test_a_broadcast_is_quoted_above_what_belongs_to_it(desk: PageDesk, qtbot) -> None:
    anne = desk.services.people.contact_ids_for(ANNE)
    sent = desk.services.notify.send(
        AudienceRequest(contact_ids=anne),
        "Le cours est annulé",
        options=SendOptions(title="Absence de M. Caron"),
    )
    desk.comes(ANNE, "Merci")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    notice, thanks = page.bubbles.bubbles
    assert (notice.shown.quoted, thanks.shown.quoted) == ("Absence de M. Caron", "")
    (title,) = notice.findChildren(NameLink)
    assert title.text() == "Absence de M. Caron"
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert desk.gone_to == [Place(Route.BROADCAST, sent)]


def test_a_refused_answer_stays_where_it_was_typed(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    page.reply.text.setPlainText("trop long " * 400)
    qtbot.mouseClick(child(page, "inbox_reply_send"), Qt.MouseButton.LeftButton)
    desk.until(page.talk.problem.isVisible)
    assert page.talk.problem.label.text()
    assert page.reply.draft.startswith("trop long")
    assert child(page, "inbox_reply_send").isEnabled()
    assert texts(page) == ["Bonjour"]


def test_costly_characters_can_be_written_cheaper(desk: PageDesk, qtbot) -> None:
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    page.reply.text.setPlainText("ê" * 80)
    assert page.reply.send.text() == "Send 2 SMS"
    qtbot.mouseClick(page.reply.cheaper, Qt.MouseButton.LeftButton)
    assert page.reply.draft == "e" * 80
    assert page.reply.cheaper.isHidden()


@pytest.mark.parametrize(
    ("sender", "kind", "said"),
    [
        ("ORANGE", SenderKind.ALPHANUMERIC, "is a name, not a number"),
        ("38200", SenderKind.SHORT_CODE, "short number"),
    ],
)
def test_who_cannot_be_answered_says_why(desk: PageDesk, sender: str, kind: SenderKind, said: str) -> None:
    desk.comes(sender, "Promo", kind)
    page = desk.show(InboxPage)
    assert listed(page) == []
    page.list.filters.choose(InboxFilter.SET_APART)
    desk.until(lambda: len(listed(page)) == 1)
    choose(desk, page, sender)
    assert said in page.reply._refusal.label.text()
    assert not page.reply.text.isVisible()


def test_a_draft_waits_in_its_conversation(desk: PageDesk) -> None:
    desk.comes(MARC, "Bonjour")
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    page.reply.text.setPlainText("Pour Anne")
    choose(desk, page, MARC)
    assert page.reply.draft == ""
    choose(desk, page, ANNE)
    assert page.reply.draft == "Pour Anne"


def test_what_nobody_can_read_is_shown_with_its_hex(desk: PageDesk, qtbot) -> None:
    desk.garbage("DEADBEEF" * 20)
    page = desk.show(InboxPage)
    choose(desk, page, "")
    (bubble,) = page.bubbles.bubbles
    desk.until(bubble.isVisible)
    assert "no readable text" in bubble.words.plain
    assert not bubble.raw.isVisible()
    (details,) = (button for button in bubble.findChildren(type(page.reply.cheaper)) if button.isVisible())
    qtbot.mouseClick(details, Qt.MouseButton.LeftButton)
    assert bubble.raw.isVisible()
    assert bubble.raw.plain == "DEADBEEF" * 20
    assert bubble.raw.text().replace("\u200b", "") == bubble.raw.plain


def test_hostile_text_is_neither_markup_nor_invisible(desk: PageDesk) -> None:
    desk.comes(ANNE, "<b>gras</b> \u202etxt.exe")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    (bubble,) = page.bubbles.bubbles
    assert bubble.words.text() == "<b>gras</b> ⟨U+202E⟩txt.exe"
    assert bubble.words.textFormat() is Qt.TextFormat.PlainText


def test_search_and_filter(desk: PageDesk, qtbot) -> None:
    desk.comes(MARC, "Le violon est réparé")
    desk.comes(ANNE, "Merci")
    desk.services.inbox.mark_read(ANNE)
    page = desk.show(InboxPage)
    qtbot.keyClicks(child(page, "inbox_search"), "repare")
    desk.until(lambda: listed(page) == [(MARC, 1)])
    child(page, "inbox_search").clear()
    desk.until(lambda: len(listed(page)) == 2)
    qtbot.mouseClick(page.list.filters.buttons.button("unread"), Qt.MouseButton.LeftButton)
    desk.until(lambda: listed(page) == [(MARC, 1)])
    qtbot.keyClicks(child(page, "inbox_search"), "zzz")
    desk.until(lambda: listed(page) == [])
    assert not child(page, "inbox_list").isVisible()


def test_older_messages_come_on_demand_and_the_reader_stays_where_he_was(desk: PageDesk, qtbot) -> None:
    for number in range(THREAD_PAGE + 10):
        desk.comes(ANNE, f"message {number}")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    assert len(texts(page)) == THREAD_PAGE
    bar = page.bubbles.verticalScrollBar()
    desk.until(lambda: all(bubble.isVisible() for bubble in page.bubbles.bubbles))
    content = page.bubbles.widget()
    desk.until(lambda: bar.value() == bar.maximum() == content.sizeHint().height() - bar.pageStep())
    bar.setValue(0)
    before = bar.maximum()
    qtbot.mouseClick(page.bubbles._older, Qt.MouseButton.LeftButton)
    desk.until(lambda: len(texts(page)) == THREAD_PAGE + 10)
    desk.until(lambda: bar.maximum() > before)
    button = page.bubbles._older.height() * 2
    desk.until(lambda: bar.value() > 0 and abs(bar.maximum() - bar.value() - before) <= button)
    assert page.bubbles._older.isHidden()
    assert texts(page)[0] == "message 0"


def test_a_bubble_holds_its_whole_text_whenever_the_pane_changes_its_width(desk: PageDesk) -> None:
    desk.comes(ANNE, "Les alertes vous parviendront toujours. Pour recevoir à nouveau nos SMS : START. " * 2)
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    desk.until(lambda: len(page.bubbles.bubbles) == 1)
    (row,) = page.bubbles.bubbles
    widths = set()
    for width in range(1000, 1300, 20):
        page.resize(width, page.height())
        QApplication.processEvents()
        inside = row.bubble.contentsRect()
        assert inside.contains(row.words.geometry()), width
        widths.add(row.words.width())
    assert len(widths) > 2


def test_thousands_of_conversations_come_page_by_page(desk: PageDesk) -> None:
    for number in range(250):
        desk.comes(f"+3363998{number:04}", "Bonjour")
    page = desk.show(InboxPage)
    view = child(page, "inbox_list")
    assert isinstance(view, QListView)
    assert view.uniformItemSizes()
    first = len(listed(page))
    assert first < 250
    desk.until(lambda: view.scrollToBottom() or len(listed(page)) > first)
    desk.until(lambda: view.scrollToBottom() or len(listed(page)) == 250)
    assert len({phone for phone, _ in listed(page)}) == 250


def test_whose_phone_it_is_leads_to_the_person_or_to_a_new_one(desk: PageDesk, qtbot) -> None:
    desk.comes(MARC, "Bonjour")
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    (anne,) = desk.services.people.contact_ids_for(ANNE)
    _press(page, "Show Anne Martin", qtbot)
    assert desk.gone_to == [Place(Route.PEOPLE, anne)]
    choose(desk, page, MARC)
    _press(page, "Add this person", qtbot)
    assert desk.gone_to[-1] == Place(Route.PEOPLE, MARC)


def _press(page: InboxPage, words: str, qtbot) -> None:
    """Press a button of the pane; what was just added to it is shown a moment later."""

    def found() -> list[QWidget]:
        buttons = page.side.findChildren(type(page.reply.send))
        return [
            each for each in buttons if words in (each.accessibleName(), each.text()) and each.isVisible()
        ]

    qtbot.waitUntil(lambda: len(found()) == 1)
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def test_a_phone_with_which_nothing_was_said_can_be_written_to(desk: PageDesk) -> None:
    page = desk.show(InboxPage)
    page.open(LEILA)
    desk.until(lambda: child(page, "inbox_reply").isVisible())
    assert isinstance(page.reply.text, QPlainTextEdit)
    assert texts(page) == []
    assert page.talk.head.name.accessibleName() == "06\u00a039\u00a098\u00a000\u00a003".replace("\u00a0", " ")
    desk.person("Leïla", "Benali", LEILA, ContactKind.RESIDENT)
    desk.comes(LEILA, "Bonjour")
    desk.until(lambda: page.talk.head.name.accessibleName() == "Leïla Benali")
    page.open(ANNE)
    desk.until(lambda: page.talk.head.name.accessibleName() == "Anne Martin")


def test_every_control_has_a_name(desk: PageDesk) -> None:
    desk.comes(ANNE, "Bonjour")
    page = desk.show(InboxPage)
    choose(desk, page, ANNE)
    assert nameless(page) == []
