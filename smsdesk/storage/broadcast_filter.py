"""Which broadcasts a list shows, as a condition that SQLite answers from its indexes."""

from __future__ import annotations

from smsdesk.domain.broadcast_views import BroadcastFilter, KindFilter, StateFilter

_UNCERTAIN = (
    "id IN (SELECT m.broadcast_id FROM parts p JOIN messages m ON m.id = p.message_id"
    " WHERE p.state = 'unknown')"
)

_STATES = {
    StateFilter.ALL: "1",
    # Both are partial indexes: SQLite uses them for these very words only.
    StateFilter.RUNNING: (
        "(id IN (SELECT m.broadcast_id FROM parts p JOIN messages m ON m.id = p.message_id"
        " WHERE p.state = 'queued') OR id IN (SELECT m.broadcast_id FROM parts p"
        " JOIN messages m ON m.id = p.message_id WHERE p.state IN ('claimed', 'submitting')))"
    ),
    StateFilter.UNCERTAIN: _UNCERTAIN,
    StateFilter.FAILED: (
        "EXISTS (SELECT 1 FROM messages m JOIN parts p ON p.message_id = m.id"
        " WHERE m.broadcast_id = broadcasts.id AND p.state IN ('failed', 'expired'))"
    ),
}

_KINDS = {
    KindFilter.ALL: "1",
    KindFilter.INFORMATION: "purpose = 'information' AND relation IS NOT 'test'",
    KindFilter.ALERT: "purpose = 'alert'",
    KindFilter.PROMOTION: "purpose = 'promotion'",
    KindFilter.FOLLOW_UP: "about_id IS NOT NULL",
    KindFilter.TEST: "relation = 'test'",
}


def condition(only: BroadcastFilter) -> str:
    """What stands behind WHERE, over `broadcasts` joined with their links; `:since` is a stamp or ""."""
    wanted = [_STATES[only.state], _KINDS[only.kind]]
    if only.since is not None:
        wanted.append("created_at >= :since")
    if not only.replies:
        wanted.append(f"(kind <> 'reply' OR {_UNCERTAIN})")
    return " AND ".join(f"({each})" for each in wanted)
