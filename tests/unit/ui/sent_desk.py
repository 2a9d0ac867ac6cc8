"""Broadcasts in any state, made by walking the real edges of the database."""

from __future__ import annotations

from collections.abc import Sequence

from page_desk import PageDesk

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.clock import stamp
from smsdesk.domain.outgoing import PartState
from smsdesk.services.events import Changed, Topic
from smsdesk.services.notify import SendOptions

_WAY = {
    PartState.QUEUED: (),
    PartState.UNKNOWN: ("claimed", "submitting", "unknown"),
    PartState.ACCEPTED: ("claimed", "submitting", "accepted"),
    PartState.DELIVERED: ("claimed", "submitting", "accepted", "delivered"),
    PartState.FAILED: ("claimed", "submitting", "failed"),
}


def send(
    desk: PageDesk, count: int, title: str = "Piano", text: str = "Cours annulé", **options: object
) -> int:
    """A broadcast to so many people of their own."""
    people = tuple(desk.person("Léa", f"Martin{number}", f"+3363998{number:04}") for number in range(count))
    return desk.services.notify.send(
        AudienceRequest(contact_ids=people),
        text,
        options=SendOptions(title=title, **options),  # type: ignore[arg-type]
    )


def advance(desk: PageDesk, broadcast_id: int, states: Sequence[PartState]) -> None:
    """Bring the parts of a broadcast into these states, in order, and tell it."""
    with desk.database.write() as connection:
        rows = connection.execute(
            "SELECT parts.id FROM parts JOIN messages ON messages.id = message_id WHERE broadcast_id = ?"
            " ORDER BY parts.id",
            (broadcast_id,),
        ).fetchall()
        for (part_id,), state in zip(rows, states, strict=False):
            for step in _WAY[state]:
                connection.execute("UPDATE parts SET state = ? WHERE id = ?", (step, part_id))
                if step == "submitting":
                    connection.execute(
                        "UPDATE parts SET attempts = attempts + 1, submitted_at = ? WHERE id = ?",
                        (stamp(desk.clock()), part_id),
                    )
    desk.services.events.publish(Changed(Topic.BROADCASTS, broadcast_id))
