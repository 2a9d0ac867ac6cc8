"""What stands around the table: the groups with their sizes, the towns, how many are archived."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.people import Group
from smsdesk.services.bundle import Services
from smsdesk.ui.models.group_tree import Season

_ARCHIVED = PeopleFilter(archived=True)


@dataclass(frozen=True)
class Overview:
    """The groups of this year and of past ones, and counts."""

    groups: tuple[Group, ...]
    everybody: int
    past: tuple[Season, ...]
    archived: int
    cities: tuple[str, ...]


def overview(services: Services) -> Overview:
    """Read all of it; on the database thread."""
    people = services.people
    return Overview(
        groups=people.groups(),
        everybody=people.count(),
        past=_past(services),
        archived=people.count(filters=_ARCHIVED),
        cities=people.cities(),
    )


def _past(services: Services) -> tuple[Season, ...]:
    """The groups in the archive by their school year, the newest year first."""
    seasons = services.seasons
    past: list[Season] = [(name, seasons.groups_of(name)) for name in seasons.past_seasons()]
    between = seasons.groups_of("")
    return tuple([*past, ("", between)] if between else past)
