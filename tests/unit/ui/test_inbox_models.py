from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from smsdesk.domain.archive_words import asked
from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.views import Conversation, Direction, ThreadItem
from smsdesk.ui.dates import long_day, short_moment
from smsdesk.ui.models.conversations import NO_MARKS, ConversationsModel, Marks, chips, first_line, who
from smsdesk.ui.models.found import marked
from smsdesk.ui.models.thread import thread_rows, with_newest, with_older

NOON = datetime(2026, 3, 11, 12, tzinfo=UTC)


def conversation(
    phone: str, *, unread: int = 0, text: str = "Bonjour", names: tuple[str, ...] = ()
) -> Conversation:
    return Conversation(phone, names, text, NOON, unread, SenderKind.PHONE, last_outgoing=False)


def phones(model: ConversationsModel) -> list[str]:
    return [row.phone for row in model.rows]


def received(number: int, hours: float, text: str = "Merci") -> ThreadItem:
    return ThreadItem(Direction.IN, number, text, NOON + timedelta(hours=hours))


def sent(number: int, hours: float, text: str, title: str, broadcast_id: int) -> ThreadItem:
    return ThreadItem(
        Direction.OUT, number, text, NOON + timedelta(hours=hours), PartState.ACCEPTED,
        broadcast=title, broadcast_id=broadcast_id,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        ("cab", "cabdef"),
        ("xab", "xabcdef"),
        ("fab", "fabcde"),
        ("bca", "bcadef"),
        ("xyz", "xyzabcdef"),
        ("abc", "abcdef"),
    ],
)
def test_a_refresh_moves_rows_and_a_selection_goes_with_its_row(
    newest: str, expected: str, qtmodeltester
) -> None:
    model = ConversationsModel()
    model.replace([conversation(phone) for phone in "abcdef"])
    qtmodeltester.check(model)
    held = QPersistentModelIndex(model.index(2, 0))
    model.refresh([conversation(phone, unread=1) for phone in newest])
    assert "".join(phones(model)) == expected
    assert model.row(held.row()).phone == "c"
    assert [row.unread for row in model.rows[: len(newest)]] == [1] * len(newest)


def spoken(phone: str, minute: int, **more: object) -> Conversation:
    return replace(conversation(phone), last_at=NOON + timedelta(minutes=minute), **more)


def test_what_no_longer_belongs_to_a_list_goes_but_what_is_open_stays_in_its_place(qtmodeltester) -> None:
    model = ConversationsModel()
    model.replace([spoken("a", 4), spoken("b", 3), spoken("c", 2), spoken("d", 1)])
    model.renew([spoken("a", 4), spoken("d", 1)], kept="b")
    assert phones(model) == ["a", "b", "d"]
    model.renew([spoken("d", 5, unread=1), spoken("a", 4)], kept=None)
    assert phones(model) == ["d", "a"]
    assert model.row(0).unread == 1
    qtmodeltester.check(model)


def test_rows_behind_the_first_page_stay_when_it_is_read_again() -> None:
    model = ConversationsModel()
    model.page_size = 2
    model.replace([spoken("a", 4), spoken("b", 3)])
    model.append([spoken("c", 2), spoken("d", 1)])
    model.renew([spoken("a", 4), spoken("c", 2)], kept="d")
    assert phones(model) == ["a", "c", "d"]


def test_a_page_that_is_full_has_another_and_is_asked_for_once(qtbot) -> None:
    model = ConversationsModel()
    model.replace([conversation(f"+{number}") for number in range(model.page_size)])
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    model.append([conversation("+0"), conversation("last")])
    assert len(phones(model)) == model.page_size + 1
    assert phones(model)[-1] == "last"
    assert not model.canFetchMore(QModelIndex())


def test_roles_that_nobody_serves_are_left_at_once(qapp) -> None:
    model = ConversationsModel()
    model.replace([conversation("+33639980001", unread=2, names=("Anne Martin (Léa)",))])
    index = model.index(0, 0)
    assert model.data(index) == "Anne Martin (Léa)"
    assert "2 unread" in str(model.data(index, int(Qt.ItemDataRole.AccessibleTextRole)))
    assert model.data(index, int(Qt.ItemDataRole.DecorationRole)) is None
    assert model.data(index, int(Qt.ItemDataRole.SizeHintRole)) is None


def test_names_and_lines_from_outside_are_plain(qapp) -> None:
    assert who(conversation("+33639980001")) == "06\u00a039\u00a098\u00a000\u00a001"
    assert who(conversation("PROMO\u202e")) == "PROMO⟨U+202E⟩"
    assert who(conversation("")) == "Unknown sender"
    assert first_line(conversation("x", text="un\n\ndeux\u202e")) == "un deux⟨U+202E⟩"
    assert first_line(conversation("x", text="")) == "Message without readable text"


def test_how_a_conversation_stands_is_said_by_chips(qapp) -> None:
    waiting = spoken("x", 0, done=False, waiting_since=NOON)
    told = [look.text for look in chips(waiting, Marks("Concert", "STOP"), NOON + timedelta(minutes=40))]
    assert told == ["STOP", "To do: 40 min", "Concert"]
    told = [look.text for look in chips(waiting, Marks("Concert"), NOON + timedelta(seconds=59))]
    assert told == ["To do", "Concert"]
    late = replace(waiting, late=True, assigned_to="Claire")
    assert [look.text for look in chips(late, NO_MARKS, NOON + timedelta(days=3))] == [
        "Late: 3 day(s)",
        "Claire",
    ]
    assert chips(spoken("x", 0), NO_MARKS, NOON) == []


def test_sought_words_are_marked_wherever_they_stand() -> None:
    line = "Le cours d’éveil musical est-il maintenu ? Un ŒIL sur l'école"
    pieces = list(marked(line, asked("eveil œil mus")))
    assert [text for text, sought in pieces if sought] == ["éveil", "musical", "ŒIL"]
    assert "".join(text for text, _ in pieces) == line
    (begin, *_rest) = marked("mot " * 30 + "violon", asked("violon"))
    assert begin == ("…", False)


def test_a_day_and_a_title_stand_where_they_change() -> None:
    rows = thread_rows(
        [
            sent(1, 0, "Le cours est annulé", "Piano", 7),
            received(1, 1),
            sent(2, 2, "Suite", "Piano", 7),
            received(2, 48),
            sent(3, 49, "À jeudi", "À jeudi", 8),
        ]
    )
    assert [row.day is not None for row in rows] == [True, False, False, True, False]
    assert [row.quoted for row in rows] == ["Piano", "", "", "", ""]


def test_the_newest_page_replaces_what_it_covers_and_keeps_what_is_older() -> None:
    shown = tuple(received(number, number) for number in range(6))
    changed = received(5, 5, "Merci beaucoup")
    merged = with_newest((received(4, 4), changed, received(6, 6)), shown)
    assert [item.id for item in merged] == [0, 1, 2, 3, 4, 5, 6]
    assert merged[5] is changed
    assert with_newest((), shown) == shown


def test_older_ones_come_before_and_none_comes_twice() -> None:
    shown = tuple(received(number, number) for number in (3, 4))
    merged = with_older(tuple(received(number, number) for number in (1, 2, 3)), shown)
    assert [item.id for item in merged] == [1, 2, 3, 4]


def test_moments_in_few_words(qapp) -> None:
    today = NOON.astimezone().date()
    assert short_moment(NOON, today) == NOON.astimezone().strftime("%H:%M")
    assert short_moment(NOON - timedelta(days=1), today) == "yesterday"
    assert "2025" in short_moment(NOON - timedelta(days=300), today)
    assert "2026" not in short_moment(NOON - timedelta(days=30), today)
    assert long_day(today, today) == "Today"
    assert long_day(today - timedelta(days=1), today) == "Yesterday"
    assert "2025" in long_day(today - timedelta(days=300), today)
