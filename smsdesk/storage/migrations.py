"""The schema, as migrations that only grow. A migration that has shipped is never edited."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase

from smsdesk.domain.outgoing import EDGES, PartState

_STATES = ", ".join(f"'{state}'" for state in PartState)


def _script(db: SqliteUtilsDatabase, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


def m0001_people(db: SqliteUtilsDatabase) -> None:
    """Contacts, their phones and guardians, groups with slots and members, consent by phone."""
    _script(
        db,
        """
        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('pupil', 'guardian', 'teacher', 'staff', 'resident')),
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            folded TEXT NOT NULL,
            birth_date TEXT,
            external_id TEXT NOT NULL DEFAULT '',
            email TEXT NOT NULL DEFAULT '',
            address TEXT NOT NULL DEFAULT '',
            notes TEXT NOT NULL DEFAULT '',
            archived_at TEXT,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX contacts_folded ON contacts (folded)",
        "CREATE UNIQUE INDEX contacts_external_id ON contacts (kind, external_id) "
        "WHERE external_id <> '' AND archived_at IS NULL",
        """
        CREATE TABLE phones (
            id INTEGER PRIMARY KEY,
            contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            e164 TEXT NOT NULL,
            label TEXT NOT NULL DEFAULT '',
            mobile INTEGER NOT NULL CHECK (mobile IN (0, 1)),
            position INTEGER NOT NULL,
            UNIQUE (contact_id, e164)
        ) STRICT""",
        "CREATE INDEX phones_e164 ON phones (e164)",
        """
        CREATE TABLE guardianships (
            pupil_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            guardian_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            receives INTEGER NOT NULL DEFAULT 1 CHECK (receives IN (0, 1)),
            relation TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (pupil_id, guardian_id)
        ) STRICT""",
        "CREATE INDEX guardianships_guardian ON guardianships (guardian_id)",
        """
        CREATE TABLE groups (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('class', 'course', 'ensemble', 'service', 'free')),
            parent_id INTEGER REFERENCES groups (id) ON DELETE SET NULL,
            teacher_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
            season TEXT NOT NULL DEFAULT '',
            archived_at TEXT,
            created_at TEXT NOT NULL
        ) STRICT""",
        "CREATE UNIQUE INDEX groups_folded ON groups (folded, season) WHERE archived_at IS NULL",
        """
        CREATE TABLE weekly_slots (
            id INTEGER PRIMARY KEY,
            group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
            starts TEXT NOT NULL,
            ends TEXT,
            room TEXT NOT NULL DEFAULT '',
            valid_from TEXT,
            valid_until TEXT
        ) STRICT""",
        "CREATE INDEX weekly_slots_group ON weekly_slots (group_id)",
        """
        CREATE TABLE memberships (
            group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
            contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
            PRIMARY KEY (group_id, contact_id)
        ) STRICT""",
        "CREATE INDEX memberships_contact ON memberships (contact_id)",
        """
        CREATE TABLE consents (
            id INTEGER PRIMARY KEY,
            e164 TEXT NOT NULL,
            purpose TEXT NOT NULL CHECK (purpose IN ('information', 'alert', 'promotion')),
            granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
            source TEXT NOT NULL,
            evidence TEXT NOT NULL DEFAULT '',
            recorded_at TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX consents_phone ON consents (e164, purpose, id)",
    )


def m0002_outbox(db: SqliteUtilsDatabase) -> None:
    """Templates, broadcasts, messages, parts with their guarded states, decisions and delivery reports."""
    edges = ", ".join(f"('{old}', '{new}')" for old, new in sorted(EDGES))
    _script(
        db,
        """
        CREATE TABLE templates (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            folded TEXT NOT NULL UNIQUE,
            category TEXT NOT NULL,
            body TEXT NOT NULL,
            purpose TEXT NOT NULL DEFAULT 'information'
                CHECK (purpose IN ('information', 'alert', 'promotion')),
            updated_at TEXT NOT NULL
        ) STRICT""",
        """
        CREATE TABLE broadcasts (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            purpose TEXT NOT NULL CHECK (purpose IN ('information', 'alert', 'promotion')),
            priority INTEGER NOT NULL,
            kind TEXT NOT NULL DEFAULT 'broadcast' CHECK (kind IN ('broadcast', 'direct', 'reply')),
            created_at TEXT NOT NULL,
            not_before TEXT,
            expires_at TEXT,
            paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
            cancelled_at TEXT
        ) STRICT""",
        """
        CREATE TABLE left_out (
            broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
            contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
            name TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX left_out_broadcast ON left_out (broadcast_id)",
        """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY,
            broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
            e164 TEXT NOT NULL,
            text TEXT NOT NULL,
            encoding TEXT NOT NULL CHECK (encoding IN ('gsm7', 'ucs2')),
            concat_ref INTEGER,
            created_at TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX messages_broadcast ON messages (broadcast_id)",
        "CREATE INDEX messages_phone ON messages (e164, id)",
        """
        CREATE TABLE message_people (
            message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (message_id, position)
        ) STRICT""",
        f"""
        CREATE TABLE parts (
            id INTEGER PRIMARY KEY,
            message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            text TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ({_STATES})),
            priority INTEGER NOT NULL,
            not_before TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            sim TEXT NOT NULL DEFAULT '',
            ref INTEGER,
            error TEXT,
            submitted_at TEXT,
            accepted_at TEXT,
            delivered_at TEXT,
            UNIQUE (message_id, seq)
        ) STRICT""",
        "CREATE INDEX parts_queue ON parts (priority, id) WHERE state = 'queued'",
        # SQLite uses a partial index only for a query that says the same condition in the same words.
        "CREATE INDEX parts_in_flight ON parts (state, id) WHERE state IN ('claimed', 'submitting')",
        "CREATE INDEX parts_unknown ON parts (id) WHERE state = 'unknown'",
        "CREATE INDEX parts_submitted ON parts (submitted_at) WHERE submitted_at IS NOT NULL",
        "CREATE INDEX parts_reference ON parts (ref, sim, accepted_at) WHERE ref IS NOT NULL",
        "CREATE TABLE part_edges (old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY (old, new)) STRICT",
        f"INSERT INTO part_edges (old, new) VALUES {edges}",  # noqa: S608  # an enumeration of ours
        """
        CREATE TRIGGER parts_start_queued BEFORE INSERT ON parts WHEN NEW.state <> 'queued'
        BEGIN SELECT RAISE(ABORT, 'a part starts as queued'); END""",
        """
        CREATE TRIGGER parts_edges BEFORE UPDATE OF state ON parts
        WHEN NOT EXISTS (SELECT 1 FROM part_edges WHERE old = OLD.state AND new = NEW.state)
        BEGIN SELECT RAISE(ABORT, 'a part cannot change its state in this way'); END""",
        """
        CREATE TABLE decisions (
            id INTEGER PRIMARY KEY,
            part_id INTEGER NOT NULL REFERENCES parts (id) ON DELETE CASCADE,
            attempt INTEGER NOT NULL,
            decision TEXT NOT NULL CHECK (decision IN ('resend', 'consider_sent')),
            decided_by TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            UNIQUE (part_id, attempt)
        ) STRICT""",
        """
        CREATE TRIGGER parts_resend_approved BEFORE UPDATE OF state ON parts
        WHEN OLD.state = 'unknown' AND NEW.state = 'queued' AND NOT EXISTS (
            SELECT 1 FROM decisions
            WHERE part_id = OLD.id AND attempt = OLD.attempts AND decision = 'resend')
        BEGIN SELECT RAISE(ABORT, 'an uncertain part is sent again only by a decision'); END""",
        """
        CREATE TRIGGER parts_uncertain_again BEFORE UPDATE OF state ON parts
        WHEN OLD.state = 'queued' AND NEW.state = 'unknown' AND OLD.submitted_at IS NULL
        BEGIN SELECT RAISE(ABORT, 'a part that was never submitted is not uncertain'); END""",
        """
        CREATE TABLE delivery_reports (
            id INTEGER PRIMARY KEY,
            raw_id INTEGER NOT NULL UNIQUE,
            sim TEXT NOT NULL,
            ref INTEGER NOT NULL,
            recipient TEXT NOT NULL,
            status INTEGER NOT NULL,
            sent_at TEXT,
            done_at TEXT,
            received_at TEXT NOT NULL,
            part_id INTEGER REFERENCES parts (id) ON DELETE SET NULL
        ) STRICT""",
        "CREATE INDEX delivery_reports_open ON delivery_reports (ref, sim) WHERE part_id IS NULL",
    )


def m0003_inbox(db: SqliteUtilsDatabase) -> None:
    """Raw PDUs as they came, received messages with their parts, SIMs' PIN tries, settings."""
    _script(
        db,
        """
        CREATE TABLE raw_pdus (
            id INTEGER PRIMARY KEY,
            sim TEXT NOT NULL,
            memory TEXT NOT NULL,
            slot INTEGER,
            pdu TEXT NOT NULL,
            stored_at TEXT NOT NULL,
            released INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1)),
            decoded INTEGER NOT NULL DEFAULT 0 CHECK (decoded IN (0, 1))
        ) STRICT""",
        "CREATE INDEX raw_pdus_held ON raw_pdus (sim, memory, slot) WHERE released = 0",
        "CREATE INDEX raw_pdus_undecoded ON raw_pdus (id) WHERE decoded = 0",
        """
        CREATE TABLE received (
            id INTEGER PRIMARY KEY,
            sender TEXT NOT NULL,
            sender_kind TEXT NOT NULL
                CHECK (sender_kind IN ('phone', 'short_code', 'alphanumeric', 'unknown')),
            kind TEXT NOT NULL CHECK (kind IN ('sms', 'flash', 'data', 'undecodable')),
            text TEXT,
            complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
            visible_from TEXT NOT NULL,
            sim TEXT NOT NULL,
            concat_ref INTEGER,
            concat_total INTEGER,
            sent_at TEXT,
            received_at TEXT NOT NULL,
            read_at TEXT
        ) STRICT""",
        "CREATE INDEX received_sender ON received (sender, id)",
        "CREATE INDEX received_unread ON received (id) WHERE read_at IS NULL",
        "CREATE INDEX received_unread_sender ON received (sender, visible_from) WHERE read_at IS NULL",
        "CREATE INDEX received_joining ON received (sender, concat_ref, concat_total) WHERE complete = 0",
        """
        CREATE TABLE received_parts (
            received_id INTEGER NOT NULL REFERENCES received (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL,
            raw_id INTEGER NOT NULL UNIQUE REFERENCES raw_pdus (id),
            text TEXT,
            PRIMARY KEY (received_id, seq)
        ) STRICT""",
        """
        CREATE TABLE conversations (
            phone TEXT PRIMARY KEY,
            last_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX conversations_last ON conversations (last_at, phone)",
        *(
            f"""
            CREATE TRIGGER {table}_conversation AFTER INSERT ON {table}
            BEGIN
                INSERT INTO conversations (phone, last_at) VALUES (NEW.{phone}, NEW.{moment})
                ON CONFLICT (phone) DO UPDATE SET last_at = max(last_at, excluded.last_at);
            END"""  # noqa: S608  # names of ours
            for table, phone, moment in (
                ("messages", "e164", "created_at"),
                ("received", "sender", "received_at"),
            )
        ),
        """
        CREATE TABLE pin_tries (
            id INTEGER PRIMARY KEY,
            sim TEXT NOT NULL,
            pin_hash TEXT NOT NULL,
            tried_at TEXT NOT NULL,
            outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'right', 'wrong'))
        ) STRICT""",
        "CREATE INDEX pin_tries_sim ON pin_tries (sim, id)",
        "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    )
