"""The schema of what the desk does with an SMS by itself: opt-outs, keywords, sign-ups, automatic answers."""

from __future__ import annotations

from sqlite_utils import Database as SqliteUtilsDatabase


def m0016_replies(db: SqliteUtilsDatabase) -> None:
    """Requests to opt out with their evidence, keywords, sign-ups, and each automatic answer or why none."""
    # What was applied is not kept here: it is what the register of consent has of this evidence.
    db.execute(
        """
        CREATE TABLE opt_outs (
            id INTEGER PRIMARY KEY,
            received_id INTEGER NOT NULL UNIQUE REFERENCES received (id) ON DELETE CASCADE,
            e164 TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('stop', 'start', 'maybe_stop')),
            state TEXT NOT NULL CHECK (state IN ('proposed', 'applied', 'dismissed', 'repeated')),
            purposes TEXT NOT NULL,
            evidence TEXT NOT NULL,
            made_at TEXT NOT NULL,
            decided_at TEXT,
            decided_by TEXT NOT NULL DEFAULT ''
        ) STRICT"""
    )
    db.execute("CREATE INDEX opt_outs_phone ON opt_outs (e164, id)")
    db.execute("CREATE INDEX opt_outs_waiting ON opt_outs (id) WHERE state = 'proposed'")
    db.execute(
        """
        CREATE TABLE keywords (
            id INTEGER PRIMARY KEY,
            word TEXT NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('list', 'answer', 'poll')),
            answer TEXT NOT NULL DEFAULT '',
            group_id INTEGER REFERENCES groups (id) ON DELETE SET NULL,
            broadcast_id INTEGER REFERENCES broadcasts (id) ON DELETE SET NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX keywords_group ON keywords (group_id)")
    db.execute("CREATE INDEX keywords_broadcast ON keywords (broadcast_id)")
    db.execute(
        """
        CREATE TABLE sign_ups (
            id INTEGER PRIMARY KEY,
            received_id INTEGER NOT NULL UNIQUE REFERENCES received (id) ON DELETE CASCADE,
            e164 TEXT NOT NULL,
            keyword_id INTEGER REFERENCES keywords (id) ON DELETE SET NULL,
            group_id INTEGER REFERENCES groups (id) ON DELETE SET NULL,
            joins INTEGER NOT NULL CHECK (joins IN (0, 1)),
            state TEXT NOT NULL CHECK (state IN ('proposed', 'applied', 'dismissed', 'undone', 'repeated')),
            contact_ids TEXT NOT NULL DEFAULT '[]',
            made_at TEXT NOT NULL,
            decided_at TEXT,
            decided_by TEXT NOT NULL DEFAULT ''
        ) STRICT"""
    )
    db.execute("CREATE INDEX sign_ups_phone ON sign_ups (e164, id)")
    db.execute("CREATE INDEX sign_ups_waiting ON sign_ups (id) WHERE state = 'proposed'")
    db.execute("CREATE INDEX sign_ups_keyword ON sign_ups (keyword_id)")
    db.execute("CREATE INDEX sign_ups_group ON sign_ups (group_id)")
    # One row for each message and kind of answer, sent or withheld: a message is never answered twice.
    db.execute(
        """
        CREATE TABLE auto_replies (
            id INTEGER PRIMARY KEY,
            received_id INTEGER NOT NULL REFERENCES received (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('stop', 'start', 'keyword', 'sign_up', 'closed')),
            e164 TEXT NOT NULL,
            at TEXT NOT NULL,
            broadcast_id INTEGER REFERENCES broadcasts (id) ON DELETE SET NULL,
            withheld TEXT,
            UNIQUE (received_id, kind)
        ) STRICT"""
    )
    db.execute("CREATE INDEX auto_replies_phone ON auto_replies (e164, at) WHERE withheld IS NULL")
    db.execute("CREATE INDEX auto_replies_at ON auto_replies (at) WHERE withheld IS NULL")
    db.execute("CREATE INDEX auto_replies_broadcast ON auto_replies (broadcast_id)")
