"""What stands around the table: the groups with their sizes, the towns, how many are archived."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.people import Group
from smsdesk.services.bundle import Services

_ARCHIVED = PeopleFilter(archived=True)


@dataclass(frozen=True)
class Overview:
    """The groups of this year and of past ones, and counts."""

    groups: tuple[Group, ...]
    everybody: int
    past: tuple[Group, ...]
    archived: int
    cities: tuple[str, ...]


def overview(services: Services) -> Overview:
    """Read all of it; on the database thread."""
    people = services.people
    return Overview(
        groups=people.groups(),
        everybody=people.count(),
        past=people.archived_groups(),
        archived=people.count(filters=_ARCHIVED),
        cities=people.cities(),
    )
