"""The history of changes: what can be undone and redone, by whom it was made, and whom it tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from smsdesk.domain.clock import stamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.people import GroupKind
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.history import History
from smsdesk.storage import groups
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Database
from smsdesk.storage.kept_sentences import sentence_from, sentence_text


@pytest.fixture
def history(database: Database, events: Events) -> History:
    return History(database, events, person="anne")


def make_group(database: Database, name: str) -> None:
    now = stamp(datetime(2026, 11, 21, 9, tzinfo=UTC))
    title = say("Group {name} made", name=name)
    with database.write() as connection, recording(connection, title, made_by="paul", now=now):
        groups.insert_group(connection, name, name.casefold(), GroupKind.FREE, now)


def names(database: Database) -> list[str]:
    return [row[0] for row in database.read().execute("SELECT name FROM groups ORDER BY name")]


def test_nothing_to_undo_in_a_fresh_profile(history: History, heard: list[Changed]) -> None:
    assert (history.undo(), history.redo(), history.can_undo(), history.can_redo()) == (None,) * 4
    assert history.entries() == ()
    assert heard == []


def test_changes_are_undone_from_the_last_one_back_and_redone_forward(
    history: History, database: Database, heard: list[Changed]
) -> None:
    for name in "ABC":
        make_group(database, name)
    undone = [history.undo(), history.undo()]
    assert [str(entry.title) for entry in undone if entry] == ["Group C made", "Group B made"]
    assert names(database) == ["A"]
    assert [entry.undone for entry in history.entries()] == [True, True, False]
    assert {entry.made_by for entry in history.entries()} == {"paul"}
    assert heard == [Changed(Topic.PEOPLE), Changed(Topic.GROUPS)] * 2
    redo = history.can_redo()
    assert redo is not None
    assert str(redo.title) == "Group B made"
    history.redo()
    assert names(database) == ["A", "B"]
    make_group(database, "D")
    assert history.can_redo() is None
    assert history.redo() is None
    assert [entry.undoable for entry in history.entries()] == [True, False, True, True]


def test_one_change_out_of_the_middle(history: History, database: Database) -> None:
    for name in "ABC":
        make_group(database, name)
    second = history.entries()[1]
    assert history.undo_set(second.id).undone
    assert names(database) == ["A", "C"]
    with pytest.raises(InputError, match="undone already"):
        history.undo_set(second.id)
    with pytest.raises(InputError, match="too old"):
        history.undo_set(99)


def test_the_history_is_cut_where_one_asks(history: History, database: Database) -> None:
    for name in "ABC":
        make_group(database, name)
    assert [str(entry.title) for entry in history.entries(limit=1)] == ["Group C made"]


def test_a_title_is_kept_with_its_values_for_the_language_of_the_day() -> None:
    title = say("{name}: {what}", name="Léa {x}", what=say("{count} people imported", count=3))
    assert sentence_from(sentence_text(title)) == title
    assert str(sentence_from(sentence_text(title))) == "Léa {x}: 3 people imported"


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "3", "{", '{"say": 3, "with": {}}', '{"say": "{a}", "with": {}}', '{"say": "x", "with": []}',
        '{"say": "{a:99999999999}", "with": {"a": 1}}', '{"say": "{a.__class__}", "with": {"a": 1}}',
        '{"say": "{", "with": {}}', '{"say": "{a}", "with": {"a": {"with": 3}}}', "[" * 100_000,
    ],
)  # fmt: skip
def test_a_title_that_is_none_is_a_change(text: str) -> None:
    assert sentence_from(text) == Sentence("A change")
