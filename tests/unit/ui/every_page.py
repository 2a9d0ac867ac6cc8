"""A desk that has been used, and the way to every page of it."""

from __future__ import annotations

from made_groups import made_group
from page_desk import PageDesk
from sent_desk import advance, send

from smsdesk.domain.outgoing import PartState
from smsdesk.ui.places import NotifyStart, Place, Route


def fill(desk: PageDesk) -> int:
    """A desk that has been used; gives a broadcast that is on its way."""
    group = made_group(desk.services.people, "Piano")
    pupil = desk.person("Léa", "Durand", "+33639970001")
    desk.services.people.add_to_group(group.id, (pupil,))
    number = send(desk, 4, "Concert", "Bonjour {prénom}")
    advance(desk, number, [PartState.DELIVERED, PartState.UNKNOWN, PartState.FAILED])
    desk.comes("+33639970001", "Merci")
    desk.garbage("0791")
    return number


def places(number: int) -> list[Place]:
    """Every page; those that show one thing show it."""
    somewhere = [Place(route) for route in Route if route not in (Route.BROADCAST, Route.NOTIFY, Route.INBOX)]
    start = NotifyStart(text="Bonjour {prénom} {date} …", template="")
    return [
        *somewhere,
        Place(Route.BROADCAST, number),
        Place(Route.NOTIFY, start),
        Place(Route.INBOX, "+33639970001"),
    ]
