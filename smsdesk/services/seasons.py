"""School years: which one it is, a look back, and the step into the next one."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from smsdesk.domain.folding import fold
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.seasons import (
    CarriedGroup,
    Carry,
    Carrying,
    SeasonPreview,
    WithoutGroup,
    carried_groups,
    check_season,
    going_on,
    is_seasonal,
    season_after,
    season_of,
)
from smsdesk.domain.sentences import say
from smsdesk.services.changing import Changing
from smsdesk.services.events import Changed, Topic
from smsdesk.services.long_work import LongWork
from smsdesk.storage import groups, people, seasons
from smsdesk.storage.database import Connection

log = logging.getLogger(__name__)

_CARRIED = 0.5
"""Of the work: putting the members into the groups that go on; the rest is the archive."""


@dataclass(frozen=True)
class RolledOver:
    """What a new season brought."""

    season: str
    groups_begun: int
    groups_archived: int
    people_archived: int


class Seasons(Changing):
    """The school years of one profile."""

    def current(self) -> str:
        """The season of the groups that are there, else that of the date."""
        return seasons.newest_season(self._database.read()) or season_of(self._today())

    def next(self) -> str:
        """What the next season would be called."""
        return season_after(self.current(), self._today())

    def past_seasons(self) -> tuple[str, ...]:
        """The seasons that have groups in the archive, the newest first."""
        return tuple(seasons.past_seasons(self._database.read()))

    def groups_of(self, season: str) -> tuple[Group, ...]:
        """The archived groups of a season by name; sizes count everybody who was in them."""
        connection = self._database.read()
        archived = groups.load_groups(connection, self._today(), archived=True)
        found = [group for group in archived if group.season == season]
        sizes = seasons.member_counts(connection, [group.id for group in found])
        return tuple(replace(group, size=sizes.get(group.id, 0)) for group in found)

    def members_of(self, group_id: int) -> tuple[Contact, ...]:
        """Everybody who is or was in a group, archived people too, by name."""
        connection = self._database.read()
        return tuple(people.load_contacts(connection, seasons.member_ids(connection, group_id)))

    def seasonal_groups(self) -> tuple[Group, ...]:
        """The groups that begin anew each year, by name."""
        return tuple(
            group for group in groups.load_groups(self._database.read(), self._today()) if is_seasonal(group)
        )

    def preview(self, new_season: str, plan: Mapping[int, Carry]) -> SeasonPreview:
        """What the step into a new season would do; nothing is written.

        A group without a `Carry` in the plan begins anew without members. InputError when the plan cannot
        be: the name of the season, of two groups, or a group that does not change with the seasons.
        """
        return self._preview(self._database.read(), new_season, plan)

    def _preview(self, connection: Connection, new_season: str, plan: Mapping[int, Carry]) -> SeasonPreview:
        season = check_season(new_season, self.current())
        live = groups.load_groups(connection, self._today())
        carried = carried_groups(live, plan)
        staying = [group.id for group in live if not is_seasonal(group)]
        staying += [each.group.id for each in carried if each.how is Carrying.MEMBERS]
        pupils = seasons.pupils_without(connection, staying)
        leaving = [leaver.contact_id for leaver in pupils]
        guardians = seasons.guardians_without(connection, leaving, staying)
        return SeasonPreview(season, carried, tuple(pupils), tuple(guardians))

    def roll_over(
        self,
        new_season: str,
        plan: Mapping[int, Carry],
        without_group: WithoutGroup = WithoutGroup.KEEP,
        work: LongWork | None = None,
    ) -> RolledOver:
        """Begin a new season: each seasonal group goes into the archive and begins anew as planned.

        Pupils in no group any more are kept or archived; with them go guardians who have no other pupil and
        no group of their own; teachers, staff and residents never. One change, which can be undone.
        """
        title = say("Season {season} begun", season=" ".join(new_season.split()))
        work = work or LongWork()
        with self._change(title, work) as connection:
            now = self._now()
            preview = self._preview(connection, new_season, plan)
            self._carry(connection, preview, now, work)
            leavers = [*preview.pupils, *preview.guardians] if without_group is WithoutGroup.ARCHIVE else []
            people.archive(connection, [leaver.contact_id for leaver in leavers], now)
        log.info("season: %d groups carried, %d people archived", len(preview.groups), len(leavers))
        self._events.publish(Changed(Topic.GROUPS), Changed(Topic.PEOPLE))
        begun = sum(1 for _ in going_on(preview.groups))
        return RolledOver(preview.season, begun, len(preview.groups), len(leavers))

    def _carry(self, connection: Connection, preview: SeasonPreview, now: str, work: LongWork) -> None:
        carried = preview.groups
        old_ids = [each.group.id for each in carried]
        unnamed = [each.group.id for each in carried if not each.group.season]
        seasons.name_season(connection, unnamed, self.current())
        groups.archive_groups(connection, old_ids, now)
        begun = {each: self._begin(connection, each, preview, now) for each in going_on(carried)}
        for each, group_id in work.told(list(begun.items()), _CARRIED):
            if each.how is Carrying.MEMBERS:
                seasons.copy_members(connection, each.group.id, group_id)
        successors = _successors(carried, begun)
        seasons.hang_under(connection, successors, set(old_ids) - set(successors))
        seasons.point_filters(connection, successors)

    def _begin(self, connection: Connection, carried: CarriedGroup, preview: SeasonPreview, now: str) -> int:
        """A class that goes on as CE2 has the teacher and the room of this year's CE2, if there is one."""
        namesakes = (each.group.id for each in preview.groups if fold(each.group.name) == carried.folded)
        model_id = next(namesakes, carried.group.id)
        return seasons.begin_group(connection, model_id, carried, preview.season, now)


def _successors(carried: Sequence[CarriedGroup], begun: Mapping[CarriedGroup, int]) -> dict[int, int]:
    """Old id -> id of the new group of the same name, else of the one as which it goes on."""
    by_name = {each.folded: group_id for each, group_id in begun.items()}
    found = {each.group.id: by_name.get(fold(each.group.name), begun.get(each)) for each in carried}
    return {old: new for old, new in found.items() if new is not None}
