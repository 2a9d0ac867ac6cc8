"""The schema of the archive: what was said in one order, the words in it, kept conversations and days."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase

from smsdesk.domain.sender_numbers import family_number

_APART = "('alphanumeric', 'short_code')"
"""Kinds of senders that are no people's phones."""

_WORDS_AT_ONCE = 64 * 1024 * 1024
"""Bytes of words that the index of a whole archive is made from at a time, instead of one megabyte."""

_USUAL_WORDS_AT_ONCE = 1024 * 1024
"""As SQLite has it by default."""

_PIECES_MERGED = 16
"""Pieces of the index that become one; with fewer, old words would be written again more often."""

_MOST_PIECES = 500
"""From so many on a message that is written puts pieces together itself, however long it takes."""


def m0014_archive(db: SqliteUtilsDatabase) -> None:
    """One line of time for both directions with its words, what each conversation is, what each day was."""
    _senders_as_known(db)
    _line_of_time(db)
    _conversations(db)
    _days(db)
    _keep(db)


def _senders_as_known(db: SqliteUtilsDatabase) -> None:
    """Families whose network wrote 06... join the conversation that they have as +336..."""
    written = db.execute(
        "SELECT DISTINCT sender, sim FROM received WHERE sender_kind = 'phone' AND sender NOT LIKE '+%'"
    )
    for sender, sim in written.fetchall():
        known = family_number(sender, sim)
        if known == sender:
            continue
        db.execute("UPDATE received SET sender = ? WHERE sender = ? AND sim = ?", (known, sender, sim))
        db.execute(
            "INSERT INTO conversations (phone, last_at) SELECT ?, last_at FROM conversations WHERE phone = ?"
            " ON CONFLICT (phone) DO UPDATE SET last_at = max(last_at, excluded.last_at)",
            (known, sender),
        )
        db.execute(
            "DELETE FROM conversations WHERE phone = ?1"
            " AND NOT EXISTS (SELECT 1 FROM received WHERE sender = ?1)",
            (sender,),
        )


def _line_of_time(db: SqliteUtilsDatabase) -> None:
    """Numbers grow as things are said; the words are an index alone, the texts stay where they are."""
    db.execute(
        """
        CREATE TABLE spoken (
            id INTEGER PRIMARY KEY,
            message_id INTEGER REFERENCES messages (id) ON DELETE CASCADE,
            received_id INTEGER REFERENCES received (id) ON DELETE CASCADE,
            CHECK ((message_id IS NULL) <> (received_id IS NULL))
        ) STRICT"""
    )
    db.execute(
        "INSERT INTO spoken (message_id, received_id) SELECT message_id, received_id FROM ("
        " SELECT created_at AS at, id AS message_id, NULL AS received_id FROM messages"
        " UNION ALL SELECT received_at, NULL, id FROM received"
        ") ORDER BY at, received_id IS NULL, coalesce(received_id, message_id)"
    )
    for column in ("message_id", "received_id"):
        db.execute(f"CREATE UNIQUE INDEX spoken_{column} ON spoken ({column}) WHERE {column} IS NOT NULL")
    db.execute(
        "CREATE VIRTUAL TABLE spoken_words USING fts5 (words, content = '', contentless_delete = 1,"
        " detail = none, prefix = '1 2 3 4', tokenize = 'ascii')"
    )
    db.execute("CREATE VIRTUAL TABLE spoken_vocabulary USING fts5vocab (spoken_words, instance)")
    _set(db, "hashsize", _WORDS_AT_ONCE)
    _set(db, "automerge", 0)
    db.execute(
        "INSERT INTO spoken_words (rowid, words)"
        " SELECT s.id, archive_words(coalesce(m.text, r.text)) FROM spoken s"
        " LEFT JOIN messages m ON m.id = s.message_id LEFT JOIN received r ON r.id = s.received_id"
        " ORDER BY s.id"
    )
    _set(db, "hashsize", _USUAL_WORDS_AT_ONCE)
    # Pieces are put together by archive_writing.tidy, a little at a time: left to itself, the index does it
    # while the sixteenth message after the upgrade is written, and everybody waits for seconds.
    _set(db, "usermerge", _PIECES_MERGED)
    _set(db, "crisismerge", _MOST_PIECES)


def _set(db: SqliteUtilsDatabase, option: str, value: int) -> None:
    db.execute("INSERT INTO spoken_words (spoken_words, rank) VALUES (?, ?)", (option, value))


def _conversations(db: SqliteUtilsDatabase) -> None:
    """What a person made of a conversation, and what the list would else count each time.

    What was read before counts as done. `unread` holds what may not be shown yet, too.
    """
    for column in (
        "unread INTEGER NOT NULL DEFAULT 0",
        "apart INTEGER NOT NULL DEFAULT 0 CHECK (apart IN (0, 1))",
        "todo INTEGER NOT NULL DEFAULT 0 CHECK (todo IN (0, 1))",
        "starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1))",
        "assigned_to TEXT NOT NULL DEFAULT ''",
        "archived_at TEXT",
        "waiting_since TEXT",
        "waited_since TEXT",
    ):
        db.execute(f"ALTER TABLE conversations ADD COLUMN {column}")
    db.execute(
        f"UPDATE conversations SET apart = 1 WHERE phone IN"  # noqa: S608  # literals of ours
        f" (SELECT sender FROM received WHERE sender_kind IN {_APART})"
    )
    db.execute(
        "UPDATE conversations SET unread = u.number, todo = NOT apart FROM"
        " (SELECT sender, count(*) AS number FROM received WHERE read_at IS NULL GROUP BY sender) u"
        " WHERE u.sender = phone"
    )
    db.execute(
        "UPDATE conversations SET waiting_since = ("
        " SELECT min(received_at) FROM received WHERE sender = phone AND read_at IS NULL"
        " AND sender_kind = 'phone' AND received_at > coalesce(("
        "  SELECT max(m.created_at) FROM messages m JOIN broadcasts b ON b.id = m.broadcast_id"
        "  WHERE m.e164 = phone AND b.kind = 'reply'), '')) WHERE todo = 1"
    )
    db.execute("DROP INDEX conversations_last")
    for name, condition in (
        ("open", "archived_at IS NULL AND apart = 0"),
        ("apart", "archived_at IS NULL AND apart = 1"),
        ("archived", "archived_at IS NOT NULL"),
        ("unread", "unread > 0"),
        ("todo", "todo = 1"),
        ("starred", "starred = 1"),
        ("assigned", "assigned_to <> ''"),
    ):
        db.execute(f"CREATE INDEX conversations_{name} ON conversations (last_at, phone) WHERE {condition}")
    db.execute(
        "CREATE INDEX conversations_waiting ON conversations (waiting_since) WHERE waiting_since IS NOT NULL"
    )
    db.execute(
        """
        CREATE TABLE reply_waits (
            id INTEGER PRIMARY KEY,
            phone TEXT NOT NULL,
            waited_from TEXT NOT NULL,
            answered_at TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX reply_waits_answered ON reply_waits (answered_at, waited_from)")


def _days(db: SqliteUtilsDatabase) -> None:
    """The days as they were on the wall; the places of the first and the last word of each."""
    db.execute(
        """
        CREATE TABLE day_counts (
            day TEXT PRIMARY KEY,
            received INTEGER NOT NULL DEFAULT 0,
            written INTEGER NOT NULL DEFAULT 0,
            sent INTEGER NOT NULL DEFAULT 0,
            delivered INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            first_spoken INTEGER,
            last_spoken INTEGER
        ) STRICT, WITHOUT ROWID"""
    )
    for table, moment, column, key in (
        ("messages", "created_at", "written", "message_id"),
        ("received", "received_at", "received", "received_id"),
    ):
        db.execute(
            f"INSERT INTO day_counts (day, {column}, first_spoken, last_spoken)"  # noqa: S608  # names of ours
            " SELECT date(hour || ':00', 'localtime') AS day, sum(number), min(first), max(last) FROM ("
            f" SELECT substr({moment}, 1, 13) AS hour, count(*) AS number,"
            " min(s.id) AS first, max(s.id) AS last"
            f" FROM {table} t JOIN spoken s ON s.{key} = t.id GROUP BY hour)"
            " GROUP BY day HAVING day NOT NULL"
            f" ON CONFLICT (day) DO UPDATE SET {column} = excluded.{column},"
            " first_spoken = min(first_spoken, excluded.first_spoken),"
            " last_spoken = max(last_spoken, excluded.last_spoken)"
        )
    # The clock of the wall is asked once for each hour: for each message it would take seconds.
    db.execute(
        "INSERT INTO day_counts (day, sent, delivered, failed)"
        " SELECT date(hour || ':00', 'localtime') AS day, sum(sent), sum(delivered), sum(failed) FROM ("
        " SELECT substr(submitted_at, 1, 13) AS hour,"
        " sum(state IN ('accepted', 'delivered') OR accepted_at IS NOT NULL) AS sent,"
        " sum(state = 'delivered') AS delivered, sum(state IN ('failed', 'expired')) AS failed"
        " FROM parts WHERE submitted_at IS NOT NULL GROUP BY hour)"
        " GROUP BY day HAVING day NOT NULL"
        " ON CONFLICT (day) DO UPDATE SET sent = excluded.sent, delivered = excluded.delivered,"
        " failed = excluded.failed"
    )


_FORGOTTEN = """
    DELETE FROM conversations WHERE phone = OLD.{phone}
    AND NOT EXISTS (SELECT 1 FROM messages WHERE e164 = OLD.{phone})
    AND NOT EXISTS (SELECT 1 FROM received WHERE sender = OLD.{phone});"""


def _keep(db: SqliteUtilsDatabase) -> None:
    """What follows from single rows. What is written in bulk keeps the rest at once: archive_writing."""
    for table in ("messages", "received"):
        db.execute(f"DROP TRIGGER {table}_conversation")
    _keep_received(db)
    db.execute(
        f"""
        CREATE TRIGGER messages_forgotten AFTER DELETE ON messages
        BEGIN {_FORGOTTEN.format(phone="e164")} END"""
    )
    db.execute(
        """
        CREATE TRIGGER spoken_forgotten AFTER DELETE ON spoken
        BEGIN DELETE FROM spoken_words WHERE rowid = OLD.id; END"""
    )
    db.execute(
        """
        CREATE TRIGGER parts_day AFTER UPDATE OF state ON parts
        WHEN NEW.state IN ('accepted', 'delivered', 'failed', 'expired') AND date(NEW.submitted_at) NOT NULL
        BEGIN
            INSERT INTO day_counts (day, sent, delivered, failed)
            VALUES (date(NEW.submitted_at, 'localtime'),
                NEW.state IN ('accepted', 'delivered') AND OLD.state <> 'accepted',
                NEW.state = 'delivered', NEW.state IN ('failed', 'expired'))
            ON CONFLICT (day) DO UPDATE SET sent = sent + excluded.sent,
                delivered = delivered + excluded.delivered, failed = failed + excluded.failed;
        END"""
    )


def _keep_received(db: SqliteUtilsDatabase) -> None:
    """What comes in opens its conversation again."""
    db.execute(
        f"""
        CREATE TRIGGER received_spoken AFTER INSERT ON received
        BEGIN
            INSERT INTO spoken (received_id) VALUES (NEW.id);
            INSERT INTO day_counts (day, received, first_spoken, last_spoken)
            SELECT date(NEW.received_at, 'localtime') AS day, 1, id, id FROM spoken
            WHERE received_id = NEW.id AND day NOT NULL
            ON CONFLICT (day) DO UPDATE SET received = received + 1,
                first_spoken = coalesce(min(first_spoken, excluded.first_spoken), excluded.first_spoken),
                last_spoken = coalesce(max(last_spoken, excluded.last_spoken), excluded.last_spoken);
            INSERT INTO conversations (phone, last_at, unread, apart, todo, waiting_since)
            VALUES (NEW.sender, NEW.received_at, NEW.read_at IS NULL, NEW.sender_kind IN {_APART},
                NEW.sender_kind NOT IN {_APART},
                CASE WHEN NEW.sender_kind = 'phone' AND NEW.kind IN ('sms', 'flash') THEN NEW.received_at END)
            ON CONFLICT (phone) DO UPDATE SET last_at = max(last_at, excluded.last_at),
                unread = unread + excluded.unread, apart = excluded.apart, todo = excluded.todo,
                waiting_since = coalesce(waiting_since, excluded.waiting_since), archived_at = NULL;
        END"""  # noqa: S608  # literals of ours
    )
    db.execute(
        """
        CREATE TRIGGER received_opens_again AFTER UPDATE OF complete ON received
        WHEN NEW.complete = 1 AND OLD.complete = 0
        BEGIN
            UPDATE conversations SET archived_at = NULL, todo = NOT apart,
                waiting_since = CASE WHEN NEW.sender_kind = 'phone'
                    THEN coalesce(waiting_since, NEW.received_at) ELSE waiting_since END
            WHERE phone = NEW.sender;
        END"""
    )
    db.execute(
        """
        CREATE TRIGGER received_read AFTER UPDATE OF read_at ON received
        WHEN (NEW.read_at IS NULL) <> (OLD.read_at IS NULL)
        BEGIN
            UPDATE conversations SET unread = unread + (NEW.read_at IS NULL) - (OLD.read_at IS NULL)
            WHERE phone = NEW.sender;
        END"""
    )
    db.execute(
        f"""
        CREATE TRIGGER received_forgotten AFTER DELETE ON received
        BEGIN
            UPDATE conversations SET unread = unread - (OLD.read_at IS NULL) WHERE phone = OLD.sender;
            {_FORGOTTEN.format(phone="sender")}
        END"""  # noqa: S608  # names of ours
    )
