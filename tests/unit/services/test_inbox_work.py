"""What is to be done about conversations: answering, finishing, taking up again, and how long people wait."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from made_groups import made_group
from test_inbox_service import ANNE, MARC, Desk

from smsdesk.domain.errors import InputError
from smsdesk.domain.inbox_views import DayCounts, InboxFilter, MessageQuery
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.outgoing import Concat
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.views import Direction
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.people import ContactDraft
from smsdesk.storage.database import Database
from smsdesk.storage.stoppable import Stoppable


@pytest.fixture
def desk(database: Database, events: Events, clock) -> Desk:
    return Desk(database, events, clock)


def listed(desk: Desk, show: InboxFilter, **more) -> list[str]:
    return [each.phone for each in desk.inbox.conversations(show=show, **more)]


def test_who_writes_waits_until_a_person_answers(desk: Desk) -> None:
    desk.comes(ANNE, "Léa est malade")
    first = desk.clock()
    desk.clock.pass_(minutes=5)
    desk.comes(ANNE, "Jusqu'à lundi")
    (anne,) = desk.inbox.conversations(show=InboxFilter.TODO)
    assert (anne.done, anne.waiting_since, anne.late) == (False, first, False)
    desk.clock.pass_(minutes=25)
    desk.notify.send_numbers([ANNE], "Gala samedi")
    assert listed(desk, InboxFilter.TODO) == [ANNE]
    desk.notify.reply(ANNE, "Bon rétablissement")
    (anne,) = desk.inbox.conversations()
    assert (anne.done, anne.waiting_since) == (True, None)
    times = desk.inbox.answer_times()
    assert (times.answered, times.median, times.waiting) == (1, timedelta(minutes=30), 0)


def test_late_ones_stand_out_once_there_is_a_target(desk: Desk) -> None:
    desk.comes(ANNE, "Allô ?")
    desk.clock.pass_(minutes=121)
    desk.comes(MARC, "Allô ?")
    assert not any(each.late for each in desk.inbox.conversations())
    desk.inbox.set_target(120)
    assert {each.phone: each.late for each in desk.inbox.conversations()} == {ANNE: True, MARC: False}
    assert (desk.inbox.counts().late, desk.inbox.answer_times().late_now) == (1, 1)
    desk.notify.reply(ANNE, "Oui")
    assert desk.inbox.answer_times().late == 1
    desk.inbox.set_target(None)
    assert desk.inbox.target_minutes() is None
    assert desk.inbox.answer_times().late == 0


@pytest.mark.parametrize("minutes", [0, -5, 10_081])
def test_a_target_that_is_none_is_refused(desk: Desk, minutes: int) -> None:
    with pytest.raises(InputError, match="between one minute and seven days"):
        desk.inbox.set_target(minutes)


def test_finishing_is_undone_with_who_waited_since_when(desk: Desk, heard: list[Changed]) -> None:
    desk.comes(ANNE, "Merci")
    since = desk.clock()
    desk.clock.pass_(hours=1)
    assert desk.inbox.finish(ANNE)
    assert not desk.inbox.finish(ANNE)
    assert listed(desk, InboxFilter.TODO) == []
    assert desk.inbox.answer_times().answered == 0
    assert desk.inbox.reopen(ANNE)
    (anne,) = desk.inbox.conversations(show=InboxFilter.TODO)
    assert anne.waiting_since == since
    assert heard == [Changed(Topic.INBOX)] * 2


def test_a_new_message_brings_a_conversation_back(desk: Desk) -> None:
    desk.comes(ANNE, "Merci")
    desk.inbox.finish(ANNE)
    desk.inbox.archive(ANNE)
    assert listed(desk, InboxFilter.OPEN) == []
    assert listed(desk, InboxFilter.ARCHIVED) == [ANNE]
    desk.notify.send_numbers([ANNE], "Gala samedi")
    assert listed(desk, InboxFilter.OPEN) == []
    desk.comes(ANNE, "À quelle heure ?")
    (anne,) = desk.inbox.conversations()
    assert (anne.archived, anne.done) == (False, False)


def test_a_last_part_that_comes_late_brings_it_back_too(desk: Desk) -> None:
    desk.comes(ANNE, "fin", concat=Concat(7, 2, 2))
    desk.clock.pass_(minutes=10)
    desk.inbox.finish(ANNE)
    desk.inbox.archive(ANNE)
    desk.comes(ANNE, "début ", concat=Concat(7, 2, 1))
    (anne,) = desk.inbox.conversations(show=InboxFilter.TODO)
    assert (anne.last_text, anne.archived, anne.unread) == ("début fin", False, 1)


def test_companies_and_carriers_stand_apart_and_need_no_answer(desk: Desk) -> None:
    desk.comes("Orange", "Votre forfait", kind=SenderKind.ALPHANUMERIC)
    desk.comes("38200", "Promo", kind=SenderKind.SHORT_CODE)
    desk.comes(ANNE, "Merci")
    assert listed(desk, InboxFilter.OPEN) == [ANNE]
    assert listed(desk, InboxFilter.TODO) == [ANNE]
    assert set(listed(desk, InboxFilter.SET_APART)) == {"Orange", "38200"}
    assert desk.inbox.conversation("Orange").set_apart
    assert (desk.inbox.counts().unread, desk.inbox.counts().unread_apart) == (3, 2)
    assert listed(desk, InboxFilter.OPEN, search="orange") == ["Orange"]


def test_stars_and_whom_it_was_given_to(desk: Desk) -> None:
    for phone in (ANNE, MARC):
        desk.comes(phone, "Bonjour")
    assert desk.inbox.star(ANNE)
    assert not desk.inbox.star(ANNE)
    assert desk.inbox.assign(MARC, "  Zoé  Petit ")
    assert listed(desk, InboxFilter.STARRED) == [ANNE]
    assert listed(desk, InboxFilter.OPEN, assigned_to="Zoé Petit") == [MARC]
    assert desk.inbox.assignees() == ("Zoé Petit",)
    assert desk.inbox.star(ANNE, on=False)
    assert desk.inbox.assign(MARC, "")
    assert listed(desk, InboxFilter.STARRED) == []
    with pytest.raises(InputError, match="too long"):
        desk.inbox.assign(MARC, "x" * 61)


def test_unread_again_is_the_last_message(desk: Desk) -> None:
    desk.comes(ANNE, "un")
    desk.comes(ANNE, "deux")
    desk.inbox.mark_read(ANNE)
    assert desk.inbox.mark_unread(ANNE)
    assert [each.text for each in desk.inbox.list(unread=True)] == ["deux"]
    assert desk.inbox.conversation(ANNE).unread == 1
    assert not desk.inbox.mark_unread(MARC)


def test_pages_of_a_search_go_on_where_the_last_one_ended(desk: Desk) -> None:
    for number in range(7):
        desk.comes(f"+3363998000{number}", "bonjour à tous")
        desk.clock.pass_(seconds=1)
    seen, before = [], None
    while page := desk.inbox.conversations("bonj", 3, before):
        seen += [each.phone for each in page]
        before = page[-1]
    assert seen == [f"+3363998000{number}" for number in range(6, -1, -1)]
    assert [each.phone for each in desk.inbox.conversations("06 39 98 00 05")] == ["+33639980005"]


def test_messages_are_found_by_whom_they_were_said_with(desk: Desk) -> None:
    lea = desk.people.save_contact(ContactDraft("Léa", "Martin", ContactKind.PUPIL, (Phone(ANNE),)))
    group = made_group(desk.people, "Piano")
    desk.people.add_to_group(group.id, [lea.id])
    sent = desk.notify.send_numbers([ANNE, MARC], "Cours annulé")
    desk.comes(ANNE, "Cours reporté ?")
    desk.comes(MARC, "Quel cours ?")
    for query in (MessageQuery("cours", contact_id=lea.id), MessageQuery("cours", group_id=group.id)):
        assert [(each.phone, each.text) for each in desk.inbox.search(query)] == [
            (ANNE, "Cours reporté ?"),
            (ANNE, "Cours annulé"),
        ]
        assert desk.inbox.count(query) == 2
    (found, _) = desk.inbox.search(MessageQuery("annul", broadcast_id=sent))
    assert (found.direction, found.broadcast_id, found.broadcast) == (Direction.OUT, sent, "Cours annulé")
    assert desk.inbox.search(MessageQuery("cours"), limit=2)[0].text == "Quel cours ?"
    page = desk.inbox.search(MessageQuery("cours"), limit=3)
    assert [each.phone for each in desk.inbox.search(MessageQuery("cours"), before=page[-1])] == [ANNE]


def test_a_search_nobody_waits_for_gives_nothing_and_the_next_one_works(database: Database) -> None:
    reading, connection = Stoppable(), database.read()
    connection.create_function("stop_now", 0, lambda: reading.stop() or 1)
    endless = (
        "WITH RECURSIVE n (x) AS (SELECT stop_now() UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    )
    assert reading.run(connection, lambda: connection.execute(endless).fetchone(), "stopped") == "stopped"
    reading.stop()
    assert reading.run(connection, lambda: connection.execute("SELECT 1").fetchone()[0], 0) == 1


def test_a_month_counts_what_came_and_went(desk: Desk) -> None:
    desk.notify.send_numbers([ANNE, MARC], "Cours annulé")
    desk.comes(ANNE, "Merci")
    desk.clock.pass_(days=1)
    desk.comes(ANNE, "Encore merci")
    month = desk.inbox.month(2026, 3)
    assert month.days == (DayCounts(date(2026, 3, 11), 1, 2), DayCounts(date(2026, 3, 12), 1, 0))
    assert (month.received, month.written) == (2, 2)
    assert desk.inbox.month(2025, 3).days == ()
    for wrong in (0, 13):
        with pytest.raises(InputError, match="no month"):
            desk.inbox.month(2026, wrong)


def test_a_thread_is_written_plainly_and_harmlessly(desk: Desk, tmp_path: Path) -> None:
    desk.notify.send_numbers([ANNE], "Cours annulé")
    desk.clock.pass_(minutes=1)
    desk.comes(ANNE, "=HYPERLINK(1)\u202e<b>Merci</b>")
    desk.garbage("DEAD")
    text, sheet = tmp_path / "t.txt", tmp_path / "t.csv"
    assert desk.inbox.write_thread(ANNE, text) == 2
    said = text.read_text(encoding="utf-8-sig")
    assert "06 39 98 00 01" in said
    assert "=HYPERLINK(1)⟨U+202E⟩<b>Merci</b>" in said
    assert "en attente" in said
    assert desk.inbox.write_thread(ANNE, sheet) == 2
    assert "'=HYPERLINK(1)⟨U+202E⟩" in sheet.read_text(encoding="utf-8-sig")
    assert desk.inbox.write_thread("", tmp_path / "t.xlsx") == 1
    assert "DEAD" in desk.inbox.thread_paper("").text
    with pytest.raises(InputError, match="known ending"):
        desk.inbox.write_thread(ANNE, tmp_path / "t.pdf")
    with pytest.raises(InputError, match="Nothing was said"):
        desk.inbox.thread_paper(MARC)


@pytest.mark.parametrize("typed", ["06 39 98 00 01", ANNE, f" {ANNE} "])
def test_a_conversation_is_named_as_one_types_a_phone(desk: Desk, typed: str) -> None:
    desk.comes(ANNE, "Merci")
    assert desk.inbox.conversation_with(typed).phone == ANNE
    with pytest.raises(InputError, match="Nothing was said with 06 39 98 00 99"):
        desk.inbox.conversation_with("06 39 98 00 99")
