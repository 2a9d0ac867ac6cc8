"""What is kept beside messages is what one would count and read: in any order of writing, after an upgrade, after erasure."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database as SqliteUtilsDatabase
from sqlite_utils.utils import sqlite3

from smsdesk.domain.archive_words import archive_words, asked
from smsdesk.domain.clock import stamp
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.outgoing import Concat, Encoding, Priority, Purpose
from smsdesk.domain.views import Direction
from smsdesk.storage import archive_near, archive_search, archive_writing, inbox, raw_pdus, received
from smsdesk.storage.archive_near import SaidWith
from smsdesk.storage.archive_search import ALL, Among
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast
from smsdesk.storage.schema import migrations

START = datetime(2026, 3, 11, 8, tzinfo=UTC)
PHONES = [f"+3363998000{number}" for number in range(5)]
TEXTS = (
    "Merci",
    "Élève absent",
    "oui nous serons 3",
    "L’œuvre est annulée",
    "annuler le cours",
    "piano annulé",
    "!?",
)
COUNTED = """
    SELECT phone, sum(unread), max(at) FROM (
        SELECT e164 AS phone, 0 AS unread, created_at AS at FROM messages
        UNION ALL SELECT sender, read_at IS NULL, received_at FROM received)
    GROUP BY phone ORDER BY phone"""
KEPT = "SELECT phone, unread, last_at FROM conversations ORDER BY phone"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite3")
    yield opened
    opened.close()


class Saying:
    """Writes messages as the engine and the queue do."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = START
        self._slot = 0

    def send(self, phones: list[str], text: str) -> int:
        head = NewBroadcast(text, text, Purpose.INFORMATION, Priority.NORMAL, "broadcast", self.now)
        messages = [NewMessage(phone, text, Encoding.GSM7, (text,), ()) for phone in phones]
        with self.database.write() as connection:
            return insert_broadcast(connection, head, messages, [])

    def come(self, phone: str, text: str, concat: Concat | None = None) -> int:
        self._slot += 1
        pdu = f"{self._slot:04x}"
        with self.database.write() as connection:
            (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", pdu, self.now, "SM", self._slot)])
            deliver = Deliver(phone, SenderKind.PHONE, text, None, concat)
            came = received.add_deliver(connection, raw_pdus.StoredPdu(raw_id, "sim", pdu, self.now), deliver)
            archive_writing.keep_received(connection, [came])
        return came

    def found(self, text: str, among: Among = ALL) -> list[str | None]:
        connection = self.database.read()
        return [each.text for each in archive_search.found(connection, asked(text), among, self.now, 100)]


@pytest.fixture
def saying(database: Database) -> Saying:
    return Saying(database)


def rows(connection: Connection, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(sql)]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_one_would_count(saying: Saying, seed: int) -> None:
    chance = random.Random(seed)
    connection = saying.database.read()
    for step in range(60):
        saying.now += timedelta(minutes=chance.randrange(-30, 120))
        match chance.randrange(6):
            case 0:
                saying.send(chance.sample(PHONES, 3), chance.choice(TEXTS))
            case 1 | 2:
                saying.come(chance.choice(PHONES), chance.choice(TEXTS))
            case 3:
                saying.come(
                    chance.choice(PHONES),
                    f"part {step}",
                    Concat(chance.randrange(3), 2, chance.randrange(1, 3)),
                )
            case 4:
                with saying.database.write() as writing:
                    inbox.mark_read(writing, chance.choice(PHONES), saying.now)
            case 5:
                with saying.database.write() as writing:
                    inbox.mark_unread(writing, chance.choice(PHONES), saying.now)
    assert rows(connection, KEPT) == rows(connection, COUNTED)
    assert rows(connection, "SELECT sum(received), sum(written) FROM day_counts") == rows(
        connection, "SELECT (SELECT count(*) FROM received), (SELECT count(*) FROM messages)"
    )
    hidden = "complete = 0 AND visible_from > ?"
    (unread,) = connection.execute(
        f"SELECT count(*) FROM received WHERE read_at IS NULL AND NOT ({hidden})", (stamp(saying.now),)
    ).fetchone()
    assert inbox.unread_count(connection, saying.now) == unread


def said_with(connection: Connection, phones: Sequence[str]) -> SaidWith:
    said = SaidWith(phones)
    assert said.look(connection, archive_search.last_place(connection))
    return said


@pytest.mark.parametrize("seed", range(4))
def test_the_search_finds_what_reading_everything_finds(saying: Saying, seed: int) -> None:
    chance = random.Random(seed)
    broadcasts = []
    for _ in range(40):
        saying.now += timedelta(hours=chance.randrange(20))
        text = " ".join(chance.choices(TEXTS, k=2))
        if chance.random() < 0.4:
            broadcasts.append(saying.send(chance.sample(PHONES, 2), text))
        else:
            saying.come(chance.choice(PHONES), text)
    connection = saying.database.read()
    everything = archive_search.found(connection, asked(""), ALL, saying.now, 1000)
    assert [each.place for each in everything] == sorted((each.place for each in everything), reverse=True)
    said = said_with(connection, PHONES[:2])
    for typed in (
        "",
        "annul",
        "annule ",
        "annulé",
        "oui 3",
        "ma",
        "m",
        "œuv",
        "l'oeuvre",
        "eleve a",
        "cours annu",
        "zzz",
        "serons oui ",
    ):
        for among in (
            ALL,
            Among(phones=PHONES[:2]),
            Among(phones=PHONES[:2], said=said),
            Among(phones=PHONES[:2], said=said, direction=Direction.OUT, since=START.date()),
            Among(direction=Direction.IN),
            Among(since=START.date(), until=(START + timedelta(days=5)).date()),
        ):
            expected = [each for each in everything if _fits(each, typed, among)]
            found = archive_search.found(connection, asked(typed), among, saying.now, 1000)
            assert found == tuple(expected), typed
            assert archive_search.counted(connection, asked(typed), among, saying.now, 3) == min(
                3, len(expected)
            )
            assert archive_search.found(connection, asked(typed), among, saying.now, 1000, 20) == tuple(
                each for each in expected if each.place < 20
            )
    of_one = archive_search.found(
        connection, asked("an"), Among(broadcast_id=broadcasts[0]), saying.now, 1000
    )
    assert of_one == tuple(
        each for each in everything if each.broadcast_id == broadcasts[0] and _fits(each, "an", ALL)
    )


def _fits(each: archive_search.FoundMessage, typed: str, among: Among) -> bool:
    days = (
        among.since is None
        or among.until is None
        or among.since <= each.at.astimezone().date() <= among.until
    )
    return (
        asked(typed).fit(archive_words(each.text))
        and (among.phones is None or each.phone in among.phones)
        and (among.direction is None or each.direction is among.direction)
        and days
    )


def test_a_finished_word_that_nobody_used_stands_for_the_beginning_of_one(saying: Saying) -> None:
    saying.come(PHONES[0], "Annulation du concert")
    saying.come(PHONES[0], "Concert annulé")
    assert saying.found("annul concert") == ["Concert annulé", "Annulation du concert"]
    assert saying.found("annule concert") == ["Concert annulé"]


def test_a_word_of_letters_without_number_is_found_however_many_begin_so(saying: Saying) -> None:
    words = [f"conce{first}{second}" for first in "abcdefghijkl" for second in "abcdefghijkl"]
    for word in words:
        saying.come(PHONES[0], word)
    assert saying.found("conce") == words[:-101:-1]
    assert saying.found("conceab") == ["conceab"]


def test_parts_that_come_late_are_found_by_the_whole_text(saying: Saying) -> None:
    saying.come(PHONES[0], "deux mots", Concat(7, 2, 2))
    saying.now += timedelta(minutes=11)
    assert saying.found("mots") == ["[…]deux mots"]
    saying.come(PHONES[0], "un et ", Concat(7, 2, 1))
    assert saying.found("un mots") == ["un et deux mots"]


def test_what_is_kept_of_a_class_while_one_types_knows_parts_that_come_later_and_what_was_erased(
    saying: Saying,
) -> None:
    saying.come(PHONES[0], "école fermée ")
    part = saying.come(PHONES[0], "école demain", Concat(7, 2, 2))
    saying.now += timedelta(hours=1)
    connection = saying.database.read()
    among = Among(phones=PHONES[:1], said=said_with(connection, PHONES[:1]))
    assert [each.id for each in archive_search.found(connection, asked("ecole"), among, saying.now, 9)] == [
        part,
        1,
    ]
    assert archive_search.found(connection, asked("fermee demain"), among, saying.now, 9) == ()
    saying.come(PHONES[0], "fermée, ", Concat(7, 2, 1))
    (whole,) = archive_search.found(connection, asked("fermee demain"), among, saying.now, 9)
    assert whole.text == "fermée, école demain"
    with saying.database.write() as writing:
        writing.execute("DELETE FROM received WHERE id = 1")
    assert [each.id for each in archive_search.found(connection, asked("ecole"), among, saying.now, 9)] == [
        part
    ]


def test_a_class_that_said_too_much_is_looked_up_in_the_index(
    saying: Saying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_near, "SEVERAL", 2)
    saying.come(PHONES[0], "école fermée")
    connection = saying.database.read()
    said = SaidWith(PHONES[:1])
    assert said.look(connection, archive_search.last_place(connection))
    saying.come(PHONES[0], "école ouverte")
    assert not said.look(connection, archive_search.last_place(connection))


def test_a_class_is_read_ahead_by_steps_and_what_is_said_meanwhile_is_found(
    saying: Saying, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_near, "AT_ONCE", 2)
    for number in range(5):
        saying.come(PHONES[0], f"école {number}")
    connection = saying.database.read()
    said = said_with(connection, PHONES[:1])
    among = Among(phones=PHONES[:1], said=said)
    assert [said.read_on(connection) for _ in range(4)] == [True, True, False, False]
    saying.come(PHONES[0], "école ouverte")
    assert len(archive_search.found(connection, asked("ecole"), among, saying.now, 9)) == 5
    assert said.look(connection, archive_search.last_place(connection))
    (newest, *rest) = archive_search.found(connection, asked("ecole"), among, saying.now, 9)
    assert (newest.text, len(rest)) == ("école ouverte", 5)


def test_a_part_that_may_not_be_shown_yet_is_not_found(saying: Saying) -> None:
    saying.come(PHONES[0], "deux", Concat(7, 2, 2))
    assert saying.found("deux") == []


def test_a_whole_message_is_shown_when_the_clock_was_put_back(saying: Saying) -> None:
    saying.come(PHONES[0], "du futur")
    saying.now -= timedelta(days=400)
    assert saying.found("futur") == ["du futur"]
    assert inbox.unread_count(saying.database.read(), saying.now) == 1
    assert [each.text for each in inbox.received(saying.database.read(), saying.now, limit=5)] == ["du futur"]


def test_what_is_erased_leaves_no_word_and_no_conversation(saying: Saying) -> None:
    saying.send(PHONES[:2], "secret de famille")
    saying.come(PHONES[0], "un autre secret")
    with saying.database.write() as connection:
        connection.execute("DELETE FROM received")
        connection.execute("DELETE FROM broadcasts")
    connection = saying.database.read()
    assert saying.found("secret") == []
    assert rows(connection, KEPT) == []
    assert rows(connection, "SELECT count(*) FROM spoken") == [(0,)]
    assert rows(connection, "SELECT term FROM spoken_vocabulary") == []


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        'a" OR b',
        "*",
        "NEAR(a b)",
        "words:a",
        "^a",
        "'; DROP TABLE",
        "\x00\ud83d",
        "-" * 5000,
        "a " * 3000,
    ],
)
def test_nothing_that_is_typed_is_taken_for_more_than_words(saying: Saying, hostile: str) -> None:
    saying.come(PHONES[0], hostile.replace("\ud83d", "\ufffd"))
    saying.found(hostile.replace("\ud83d", "\ufffd"))
    saying.come(PHONES[0], "rien")
    assert saying.found("rien") == ["rien"]


def test_an_upgraded_file_keeps_what_a_new_one_would(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(str(path), isolation_level=None)) as connection:
        migrations.apply(SqliteUtilsDatabase(connection), stop_before="m0014_archive")
        _fill(connection)
    database = Database(path)
    connection = database.read()
    assert rows(connection, KEPT) == rows(connection, COUNTED)
    assert rows(connection, "SELECT phone, todo, waiting_since, apart FROM conversations ORDER BY phone") == [
        (PHONES[0], 1, stamp(START + timedelta(hours=3)), 0),
        (PHONES[1], 0, None, 0),
        ("Mairie", 0, None, 1),
    ]
    assert rows(connection, "SELECT received, written, sent, delivered, failed FROM day_counts") == [
        (4, 2, 1, 1, 0)
    ]
    found = archive_search.found(connection, asked("ecole"), ALL, START + timedelta(days=1), 10)
    assert [(each.direction, each.phone) for each in found] == [
        (Direction.IN, "Mairie"),
        (Direction.OUT, PHONES[1]),
        (Direction.OUT, PHONES[0]),
    ]
    database.close()


def _fill(connection: Connection) -> None:
    """Two phones told; one answered, was answered, and wrote twice again, of which once was read."""
    hours = [stamp(START + timedelta(hours=hour)) for hour in range(6)]
    connection.execute(
        "INSERT INTO broadcasts (id, title, body, purpose, priority, created_at) VALUES (1, 't', 't', 'alert', 1, ?)",
        (hours[0],),
    )
    for number, phone in enumerate(PHONES[:2], 1):
        connection.execute(
            "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at) VALUES (?, 1, ?, 'École', 'gsm7', ?)",
            (number, phone, hours[0]),
        )
        connection.execute(
            "INSERT INTO parts (id, message_id, seq, text, priority) VALUES (?, ?, 1, '', 1)",
            (number, number),
        )
    for state in ("claimed", "submitting", "accepted", "delivered"):
        connection.execute("UPDATE parts SET state = ?, submitted_at = ? WHERE id = 1", (state, hours[0]))
    for hour, sender, kind, text, read in (
        (1, PHONES[0], "phone", "Merci", hours[2]),
        (2, PHONES[0], "phone", "Et lundi ?", hours[2]),
        (3, PHONES[0], "phone", "Allô ?", None),
        (4, "Mairie", "alphanumeric", "L’école ferme", None),
    ):
        connection.execute(
            "INSERT INTO received (sender, sender_kind, kind, text, complete, visible_from, sim, received_at, read_at)"
            " VALUES (?, ?, 'sms', ?, 1, ?, 'sim', ?, ?)",
            (sender, kind, text, hours[hour], hours[hour], read),
        )


def _pieces(connection: Connection) -> int:
    """Pieces of the index: every one has rows of its own in the table beside it."""
    return int(connection.execute("SELECT count(DISTINCT segid) FROM spoken_words_idx").fetchone()[0])


def test_no_message_puts_the_whole_index_together_and_tidying_does_it_step_by_step(saying: Saying) -> None:
    """Sixteen messages of their own would make SQLite do it at once, which beside a million takes seconds."""
    for number in range(40):
        saying.come(PHONES[0], f"Message numéro {number}")
    connection = saying.database.read()
    assert _pieces(connection) == 40
    steps = 0
    more = True
    while more:
        with saying.database.write() as writing:
            more = archive_writing.tidy(writing)
        steps += 1
    assert steps > 1
    assert _pieces(connection) < 16
    assert len(saying.found("message")) == 40
    assert saying.found("numéro 17") == ["Message numéro 17"]
