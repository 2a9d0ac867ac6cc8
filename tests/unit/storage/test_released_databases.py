"""Files that earlier versions wrote open in this one: upgraded, with a copy beside, and every row kept."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # whichever SQLite it chose

from smsdesk.domain.answer_reading import AnswerKind
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.outgoing import Purpose
from smsdesk.services.answers import Answers
from smsdesk.services.events import Events
from smsdesk.services.history import History
from smsdesk.services.people import ContactDraft, People
from smsdesk.services.preferences import Preferences
from smsdesk.storage import unhandled
from smsdesk.storage.consents import refused_phones
from smsdesk.storage.copies import problems
from smsdesk.storage.database import Database

FOLDER = Path(__file__).parents[2] / "databases"
FILES = sorted(FOLDER.glob("version-*.sqlite3"))
OF_OURS = ("_sqlite_migrations", "sqlite_sequence")
SPLIT = {"address", "postcode", "city", "city_folded"}
"""Columns of contacts that an upgrade fills anew."""

ADDED = {"filter"}
"""Columns that later versions added to tables that were there."""

Rows = dict[str, list[dict[str, object]]]


def rows_of(path: Path) -> Rows:
    """Every row of every table."""
    with closing(sqlite3.connect(str(path))) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        return {
            name: sorted(map(dict, connection.execute(f"SELECT * FROM {name}")), key=_place)
            for (name,) in tables.fetchall()
            if name not in OF_OURS
        }


def _place(row: dict[str, object]) -> str:
    """Rows are put in the order of what an upgrade leaves alone."""
    return repr([(column, value) for column, value in row.items() if column not in SPLIT | ADDED])


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    copy = tmp_path / "smsdesk.sqlite3"
    shutil.copyfile(request.param, copy)
    return copy


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The file of the first version."""
    return _copy("0.1.0", tmp_path)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """The file of version 0.2, the last one that did not keep which broadcast a message answers."""
    return _copy("0.2.0", tmp_path)


def _copy(version: str, folder: Path) -> Path:
    return Path(shutil.copyfile(FOLDER / f"version-{version}.sqlite3", folder / "smsdesk.sqlite3"))


def test_there_is_one_of_each_version() -> None:
    assert [path.stem for path in FILES] == ["version-0.1.0", "version-0.2.0"]


def test_every_row_is_kept(path: Path) -> None:
    before = rows_of(path)
    Database(path).close()
    after = rows_of(path)
    for table, rows in before.items():
        left_out = SPLIT if table == "contacts" else set()
        columns = [column for column in rows[0] if column not in left_out] if rows else []
        assert [[row[column] for column in columns] for row in after[table]] == [
            [row[column] for column in columns] for row in rows
        ], table
    assert problems(path) == []


def test_a_copy_of_the_file_as_it_was_is_kept_beside(path: Path) -> None:
    before = rows_of(path)
    Database(path).close()
    (copy,) = path.parent.glob("smsdesk.before-*.sqlite3")
    assert rows_of(copy) == before
    Database(path).close()
    assert list(path.parent.glob("smsdesk.before-*.sqlite3")) == [copy]


def test_an_address_in_one_column_has_its_town_apart(first: Path) -> None:
    before = {row["id"]: row["address"] for row in rows_of(first)["contacts"] if row["address"]}
    Database(first).close()
    found = {
        before[row["id"]]: (row["address"], row["postcode"], row["city"], row["city_folded"])
        for row in rows_of(first)["contacts"]
        if row["id"] in before
    }
    assert found == {
        "3 rue des Lilas 69001 Lyon": ("3 rue des Lilas", "69001", "Lyon", "lyon"),
        "Le Bourg": ("Le Bourg", "", "", ""),
        "12 bis, avenue de l'Église 69200 Vénissieux": (
            "12 bis, avenue de l'Église", "69200", "Vénissieux", "venissieux",
        ),
        "1 place du Marché 69000 Lyon": ("1 place du Marché", "69000", "Lyon", "lyon"),
    }  # fmt: skip


def test_one_goes_on_working_with_it(first: Path) -> None:
    database, events = Database(first), Events()
    try:
        people = People(database, events, lambda: datetime(2026, 11, 21, 9, tzinfo=UTC))
        (lea,) = people.contacts(people.group_named("Gala").id)
        assert (lea.groups, lea.guardians[0].name) == (
            ("CE1", "Gala"),
            "Anne Martin",
        )
        assert [contact.name for contact in people.contacts(filters=PeopleFilter(archived=True))] == [
            "Rosa Roux"
        ]
        assert people.group_named("Piano").size > 0
        assert refused_phones(database.read(), Purpose.INFORMATION) == frozenset()
        assert refused_phones(database.read(), Purpose.PROMOTION) == {"+33639980903"}
        everybody = people.count()
        people.save_contact(ContactDraft("Nour", "Petit"))
        assert people.count() == everybody + 1
        History(database, events).undo()
        assert people.count() == everybody
    finally:
        database.close()


def test_what_came_before_is_kept_with_what_it_answers_and_no_rule_acts_on_it(second: Path) -> None:
    database = Database(second)
    try:
        assert not unhandled.any_waiting(database.read())
        answers = Answers(database, Preferences(database, Events()), Events())
        read = {
            broadcast: [(row.phone, row.reading.kind, row.reading.value) for row in answers.rows(broadcast)]
            for broadcast in (1, 2, 3)
        }
        assert read == {
            1: [("+33639980002", AnswerKind.OTHER, None), ("+33639980001", AnswerKind.OTHER, None)],
            2: [("+33639980031", AnswerKind.OTHER, None), ("+33639980031", AnswerKind.NUMBER, 3)],
            3: [],
        }
        tally = answers.tally(2)
        assert (tally.asked, tally.answered, tally.total) == (1, 1, 3)
    finally:
        database.close()


def test_families_whose_network_wrote_their_number_otherwise_are_the_same_families(second: Path) -> None:
    with closing(sqlite3.connect(str(second))) as connection, connection:
        for written, sender in (("0639980031", "+33639980031"), ("0033639980002", "+33639980002")):
            values = (written, sender)
            connection.execute("UPDATE received SET sender = ? WHERE sender = ?", values)
            connection.execute(
                "INSERT INTO conversations (phone, last_at) SELECT sender, max(received_at) FROM received"
                " WHERE sender = ?",
                values[:1],
            )
    Database(second).close()
    after = rows_of(second)
    assert {row["sender"] for row in after["received"]} >= {"+33639980031", "+33639980002"}
    assert [row["phone"] for row in after["conversations"] if str(row["phone"]).startswith("0")] == []
    assert {(row["phone"], row["kind"]) for row in after["answers"] if row["broadcast_id"] == 2} == {
        ("+33639980031", "other"),
        ("+33639980031", "number"),
    }
