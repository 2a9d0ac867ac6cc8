"""What the inbox costs beside a million messages: `.venv/bin/python -m tests.benchmarks.archive [MESSAGES] [WHAT...]`.

WHAT is any of upgrade, reading, storing and window (default: all). Times are of the wall, beside them the processor
time of the same thread: on a machine where others work the second one tells what the program itself does.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from smsdesk.domain.clock import stamp
from smsdesk.domain.inbox_views import InboxFilter, MessageQuery
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.services.answers import Answers
from smsdesk.services.broadcasts import Broadcasts
from smsdesk.services.events import Events
from smsdesk.services.inbox import Inbox
from smsdesk.services.people import People
from smsdesk.services.preferences import Preferences
from smsdesk.storage import archive_writing, raw_pdus, received
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast
from smsdesk.storage.stoppable import Stoppable
from tests.benchmarks import said

FRAME_MS = 16.0
STORED_TIMES = 4.0
ROUNDS = 200
PAGE = 60
BULK = 1_000
BULK_ROUNDS = 9
STOPS = 20
STARTED_S = 0.02
ONE_WORD = (
    "merci", "annulation", "piano", "répétition", "malade", "martin", "léa", "vacances", "cordialement", "xyzzy",
    "inscriptions", "lundi", "rendez-vous", "œuvrard", "16h30", "concerts", "insc", "conc", "de", "o",
)  # fmt: skip
TWO_WORDS = (
    "piano annulé", "merci lundi", "non désolé", "concert jeudi", "martin malade", "le la", "répétition orchestre",
    "oui serons", "inscription mairie", "professeur absent", "ma le", "concert conc",
)  # fmt: skip
NAMES = ("martin", "bernard lé", "œuvrard", "le ro", "06 12 34", "+33 6 4", "info", "dupont piano")

Measured = tuple[float, float]
"""Milliseconds: of the wall, and of this thread's processor time."""


def timed(work: Callable[[], object]) -> Measured:
    wall, own = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - wall) * 1e3, (time.thread_time() - own) * 1e3


def told(title: str, costs: Sequence[Measured], limit: float = FRAME_MS) -> None:
    """One line: median, p99 and the slowest of the wall; p99 of processor time."""
    wall, own = sorted(each for each, _ in costs), sorted(each for _, each in costs)
    at = min(len(wall) - 1, int(len(wall) * 0.99))
    mark = (
        ""
        if wall[at] < limit
        else "   over a frame"
        if own[at] >= limit
        else "   over a frame, by others' work"
    )
    print(
        f"{title:48} {statistics.median(wall):8.2f} {wall[at]:8.2f} {wall[-1]:8.2f} {own[at]:8.2f}  ({len(wall)}){mark}"
    )


def keys(texts: Sequence[str]) -> Iterator[str]:
    """What a field holds after each key."""
    return (text[:end] for text in texts for end in range(1, len(text) + 1))


def reading(database: Database, archive: said.Archive) -> None:
    """Every figure of reading."""
    events, preferences = Events(), Preferences(database, Events())
    people = People(database, events, lambda: said.NOW)
    inbox = Inbox(database, people, events, lambda: said.NOW)
    people.prepare_search()
    print(f"{'ms':48} {'median':>8} {'p99':>8} {'slowest':>8} {'own p99':>8}")
    for show in (InboxFilter.OPEN, InboxFilter.TODO, InboxFilter.UNREAD, InboxFilter.SET_APART):
        told(
            f"conversation list, {show}",
            [timed(partial(inbox.conversations, limit=PAGE, show=show)) for _ in range(ROUNDS)],
        )
    told("conversation list, page after page", list(paged(inbox)))
    threads = archive.phones[:: max(1, len(archive.phones) // ROUNDS)]
    told("opening a thread", [timed(partial(inbox.thread, phone, 30)) for phone in threads])
    told("  the one that says most", [timed(partial(inbox.thread, "Info Conso", 30)) for _ in range(ROUNDS)])
    told("unread count", [timed(inbox.unread_count) for _ in range(ROUNDS)])
    told("the numbers beside the filters", [timed(inbox.counts) for _ in range(ROUNDS)])
    for title, texts in (("one word", ONE_WORD), ("two words", TWO_WORDS)):
        told(
            f"a key of the search, {title}",
            [timed(partial(inbox.search, MessageQuery(text))) for text in keys(texts)],
        )
        told(
            "  and the number found",
            [timed(partial(inbox.count, MessageQuery(text))) for text in keys(texts)],
        )
    told(
        "a key of the search for conversations",
        [timed(partial(inbox.conversations, text, PAGE)) for text in keys((*NAMES, *ONE_WORD, *TWO_WORDS))],
    )
    narrowed(inbox, people, archive)
    tallies(database, archive, preferences, events)
    months = [(2024 + month // 12, 1 + month % 12) for month in range(30)] * 4
    told("statistics of a month", [timed(partial(inbox.month, *month)) for month in months])
    told("answer times", [timed(inbox.answer_times) for _ in range(ROUNDS)])
    stopped(database)


def paged(inbox: Inbox) -> Iterator[Measured]:
    last = None
    for _ in range(ROUNDS):
        start, own = time.perf_counter(), time.thread_time()
        page = inbox.conversations(limit=PAGE, before=last)
        yield (time.perf_counter() - start) * 1e3, (time.thread_time() - own) * 1e3
        last = page[-1] if page else None


def narrowed(inbox: Inbox, people: People, archive: said.Archive) -> None:
    """The search among one family, one group, one broadcast, some days."""
    small = people.group_named("CM2 A").id
    day = said.NOW.date()
    for title, query in (
        ("with one phone", MessageQuery(phone=archive.phones[3])),
        ("of a class", MessageQuery(group_id=small)),
        ("of a broadcast", MessageQuery(broadcast_id=archive.large_broadcast)),
        ("of a month", MessageQuery(since=day.replace(day=1), until=day)),
    ):
        # As the window does when it is chosen, before the first key.
        told(f"choosing to search {title}", [timed(partial(inbox.search, query))])
        told(f"  and reading ahead there, {title}", list(prepared(inbox, query)))
        costs = [
            timed(
                partial(
                    inbox.search,
                    MessageQuery(
                        text,
                        query.phone,
                        None,
                        query.group_id,
                        query.broadcast_id,
                        None,
                        query.since,
                        query.until,
                    ),
                )
            )
            for text in keys(ONE_WORD[:8])
        ]
        told(f"a key of the search {title}", costs)


def prepared(inbox: Inbox, query: MessageQuery) -> Iterator[Measured]:
    """Each step of it: so long a key may wait that is typed at once."""
    more: list[bool] = [True]
    while more[-1]:
        yield timed(lambda: more.append(inbox.prepare(query)))


def tallies(database: Database, archive: said.Archive, preferences: Preferences, events: Events) -> None:
    broadcasts = Broadcasts(database, events, lambda: said.NOW, lambda: None)
    answers = Answers(database, preferences, events)
    large = archive.large_broadcast
    ids = [large, *range(max(1, large - 50), large)]
    told("states of a broadcast", [timed(partial(broadcasts.get, each)) for each in ids])
    told(
        f"  to {len(broadcasts.messages(large, limit=None)):,} phones",
        [timed(partial(broadcasts.get, large)) for _ in range(ROUNDS)],
    )
    told("tally of its answers", [timed(partial(answers.tally, each)) for each in ids * 4])


def stopped(database: Database) -> None:
    """How soon a search that another key made useless gives its thread back."""
    reading, costs = Stoppable(), []
    for _ in range(STOPS):
        ended: list[float] = []
        slow = threading.Thread(target=_search_all, args=(database, reading, ended))
        slow.start()
        time.sleep(STARTED_S)
        asked = time.perf_counter()
        reading.stop()
        slow.join()
        costs.append(((ended[0] - asked) * 1e3, 0.0))
    told("a search of all texts that was stopped", costs)


def _search_all(database: Database, reading: Stoppable, ended: list[float]) -> None:
    connection = database.read()
    every = "SELECT count(*) FROM messages a JOIN messages b WHERE instr(a.text, b.text)"
    reading.run(connection, lambda: connection.execute(every).fetchone(), None)
    ended.append(time.perf_counter())


def storing(path: Path) -> None:
    """What keeping everything costs at each message, and at a broadcast, against the bare rows."""
    database = Database(path)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        bare = bare_database(Path(folder) / "bare.sqlite3", path)
        one, bare_one = [], []
        for number in range(ROUNDS):
            bare_one.append(timed(partial(store_bare, bare, number))[0])
            one.append(timed(partial(store_one, database, number))[0])
        ratios = [ours / base for ours, base in zip(one, bare_one, strict=True)]
        print(
            f"one message received, committed: {statistics.median(one):.2f} ms, bare {statistics.median(bare_one):.2f} ms, "
            f"{statistics.median(ratios):.2f} times (at most {STORED_TIMES:.0f})"
        )
        many, bare_many = [], []
        for number in range(BULK_ROUNDS):
            bare_many.append(timed(partial(bulk_bare, bare, number))[0])
            many.append(timed(partial(bulk, database, number))[0])
        ratios = [ours / base for ours, base in zip(many, bare_many, strict=True)]
        print(
            f"a broadcast to {BULK:,} phones, committed: {statistics.median(many):.1f} ms, bare "
            f"{statistics.median(bare_many):.1f} ms, {statistics.median(ratios):.2f} times (at most {STORED_TIMES:.0f})"
        )
        bare.close()
    database.close()


def bare_database(path: Path, like: Path) -> Database:
    """A database whose tables of messages have no index, no trigger and nothing beside them."""
    database = Database(path)
    with database.write() as connection:
        for kind, name in connection.execute(
            "SELECT type, name FROM sqlite_schema WHERE (type = 'trigger' OR (type = 'index' AND sql IS NOT NULL))"
            " AND tbl_name IN ('messages', 'message_people', 'parts', 'received', 'received_parts', 'raw_pdus')"
        ).fetchall():
            connection.execute(f"DROP {kind} {name}")
    return database


def text_of(number: int) -> str:
    return f"Bonjour, Léa sera absente au cours de piano de jeudi à {8 + number % 12}h, merci et bonne journée {number}"


def store_one(database: Database, number: int) -> None:
    """As the engine does for each SMS: its PDU is stored already."""
    at = said.NOW
    with database.write() as connection:
        (raw_id,) = raw_pdus.store(connection, [RawPdu("sim", f"{number:08x}", at, "", None)])
        deliver = Deliver(f"+336399{number % 97:05}", SenderKind.PHONE, text_of(number), at)
        stored = raw_pdus.StoredPdu(raw_id, "sim", f"{number:08x}", at)
        archive_writing.keep_received(connection, [received.add_deliver(connection, stored, deliver)])


def store_bare(database: Database, number: int) -> None:
    moment = stamp(said.NOW)
    with database.write() as connection:
        raw = connection.execute(
            "INSERT INTO raw_pdus (sim, memory, pdu, stored_at) VALUES ('sim', '', ?, ?)",
            (f"{number:08x}", moment),
        ).lastrowid
        message = connection.execute(
            "INSERT INTO received (sender, sender_kind, kind, text, complete, visible_from, sim, sent_at, received_at)"
            " VALUES (?, 'phone', 'sms', ?, 1, ?, 'sim', ?, ?)",
            (f"+336399{number % 97:05}", text_of(number), moment, moment, moment),
        ).lastrowid
        connection.execute(
            "INSERT INTO received_parts (received_id, seq, raw_id) VALUES (?, 1, ?)", (message, raw)
        )


def _bulk_messages(number: int) -> list[NewMessage]:
    return [
        NewMessage(
            f"+3363{each:07}", text_of(number), Encoding.GSM7, (text_of(number),), ((None, "Anne Martin"),)
        )
        for each in range(BULK)
    ]


def bulk(database: Database, number: int) -> None:
    head = NewBroadcast("bench", text_of(number), Purpose.INFORMATION, Priority.NORMAL, "broadcast", said.NOW)
    with database.write() as connection:
        insert_broadcast(connection, head, _bulk_messages(number), [])


def bulk_bare(database: Database, number: int) -> None:
    moment, messages = stamp(said.NOW), _bulk_messages(number)
    with database.write() as connection:
        broadcast = connection.execute(
            "INSERT INTO broadcasts (title, body, purpose, priority, created_at) VALUES ('b', 'b', 'information', 1, ?)",
            (moment,),
        ).lastrowid
        first = 1 + connection.execute("SELECT coalesce(max(id), 0) FROM messages").fetchone()[0]
        _bare_rows(connection, broadcast, first, moment, messages)


def _bare_rows(
    connection: Connection, broadcast: int, first: int, moment: str, messages: Sequence[NewMessage]
) -> None:
    numbered = list(enumerate(messages, first))
    connection.executemany(
        "INSERT INTO messages (id, broadcast_id, e164, text, encoding, created_at) VALUES (?, ?, ?, ?, 'gsm7', ?)",
        ((number, broadcast, each.e164, each.text, moment) for number, each in numbered),
    )
    connection.executemany(
        "INSERT INTO message_people (message_id, position, name) VALUES (?, 0, 'Anne Martin')",
        ((number,) for number, _ in numbered),
    )
    connection.executemany(
        "INSERT INTO parts (message_id, seq, text, priority) VALUES (?, 1, ?, 1)",
        ((number, each.text) for number, each in numbered),
    )


def upgrade(path: Path) -> Database:
    """Open the file of the earlier version."""
    opened: list[Database] = []
    wall, own = timed(lambda: opened.append(Database(path)))
    print(
        f"upgrade with its copy: {wall / 1e3:.1f} s, processor {own / 1e3:.1f} s; {path.stat().st_size / 1e6:,.0f} MB"
    )
    return opened[0]


def main() -> None:
    """Write the archive, then measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    wanted = sys.argv[2:] or ["upgrade", "reading", "storing", "window"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "smsdesk.sqlite3"
        archive = said.write(path, count)
        print(f"{count:,} messages, {len(archive.phones):,} phones")
        database = upgrade(path)
        for before in path.parent.glob("*.before-*"):
            before.unlink()
        if "reading" in wanted:
            reading(database, archive)
        database.close()
        if "window" in wanted:
            # Qt is loaded for this alone.
            from tests.benchmarks import archive_window  # noqa: PLC0415

            archive_window.measure(path.parent)
        if "storing" in wanted:
            storing(path)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
