"""Changing groups: their data, who is in them, how they nest, the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.folding import fold
from smsdesk.domain.people import Group, Hour
from smsdesk.domain.people_drafts import GroupDraft, check_slots
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.events import Changed, Topic
from smsdesk.services.long_work import LongWork
from smsdesk.services.people_reading import PeopleReading
from smsdesk.storage import groups, lesson_hours, people
from smsdesk.storage.database import Connection


class GroupChanges(PeopleReading):
    """Changes of groups, each one step of undo."""

    def save_group(self, draft: GroupDraft) -> Group:
        """Write a new or a changed group with its weekly hours.

        InputError, and nothing is changed: no name or one that is taken, hours that end before they start,
        a group nested in itself, conditions that contradict or ask for the group itself.
        """
        draft = replace(draft, name=" ".join(draft.name.split()))
        if not draft.name:
            raise InputError(say("A group needs a name."))
        check_slots(draft.slots)
        title = say("Group {name} created", name=draft.name)
        if draft.id is not None:
            title = say("Group {name} changed", name=draft.name)
        with self._change(title) as connection:
            self._check_place(connection, draft)
            group_id = groups.write_group(connection, draft, fold(draft.name), self._now())
        self._events.publish(Changed(Topic.GROUPS, group_id), Changed(Topic.PEOPLE))
        return self.group(group_id)

    def _check_place(self, connection: Connection, draft: GroupDraft) -> None:
        """Refuse what does not fit among the other groups and people."""
        if draft.id is not None:
            self.group(draft.id)
        _refuse_taken_name(connection, draft.name, draft.id)
        if draft.teacher_id is not None and self.contact(draft.teacher_id).archived:
            raise InputError(say("This teacher is archived. Choose another, or take this person back first."))
        if draft.parent_id is not None:
            parent = self.group(draft.parent_id)
            if draft.id is not None and parent.id in groups.branch_ids(connection, draft.id):
                raise InputError(
                    say(
                        "{name} cannot be inside {parent}: that group is inside it.",
                        name=draft.name,
                        parent=parent.name,
                    )
                )
        if draft.filters is not None:
            draft.filters.check()
            if draft.id is not None and draft.id in _asked_for(self.groups(), draft.filters):
                raise InputError(
                    say("The conditions of {name} ask for its own members. Take it out.", name=draft.name)
                )

    def archive_group(self, group_id: int) -> None:
        """Take a group out of every list with all that is nested in it; its members stay in it."""
        title = say("Group {name} archived", name=self.group(group_id).name)
        with self._change(title) as connection:
            groups.archive_groups(connection, groups.branch_ids(connection, group_id), self._now())
        self._publish(group_id)

    def restore_group(self, group_id: int) -> Group:
        """Take a group back from the archive with what was archived with it.

        InputError when a group of the same name is there by now.
        """
        found = groups.load_groups(self._database.read(), self._today(), group_id, archived=True)
        if not found:
            raise InputError(say("This group is no longer there."))
        with self._change(say("Group {name} taken back from the archive", name=found[0].name)) as connection:
            for name in groups.archived_with(connection, group_id):
                _refuse_taken_name(connection, name, None)
            groups.restore_groups(connection, group_id)
        self._publish(group_id)
        return self.group(group_id)

    def keep_lesson_hours(self, group_id: int, hours: Mapping[int, Collection[Hour]]) -> None:
        """Say who comes at which of a course's hours, by contact id; without one, he comes to all of them.

        Whoever is not named stays as he was. InputError for a group that is not there.
        """
        group = self.group(group_id)
        title = say("Hours of the pupils of {group} changed", group=group.name)
        if len(hours) == 1:
            name = self.contact(*hours).name
            title = say("Hours of {name} in {group} changed", name=name, group=group.name)
        with self._change(title) as connection:
            lesson_hours.replace_hours(connection, group_id, hours)
        self._publish(group_id)

    def add_to_group(self, group_id: int, contact_ids: Sequence[int], work: LongWork | None = None) -> None:
        """Put people into a group; InputError for a smart group."""
        work = work or LongWork()
        with self._change(lambda: self._moved(contact_ids, group_id), work) as connection:
            groups.add_members(connection, _pairs(group_id, work.told(contact_ids, 1.0)))
        self._publish(group_id)

    def remove_from_group(
        self, group_id: int, contact_ids: Sequence[int], work: LongWork | None = None
    ) -> None:
        """Take people out of a group; InputError for a smart group."""
        group = self._plain_group(group_id)
        title = say("{count} people taken out of {group}", count=len(contact_ids), group=group.name)
        if len(contact_ids) == 1:
            name = self.contact(contact_ids[0]).name
            title = say("{name} taken out of {group}", name=name, group=group.name)
        with self._change(title, work) as connection:
            groups.remove_members(connection, group_id, contact_ids)
        self._publish(group_id)

    def move_to_group(
        self, from_id: int, to_id: int, contact_ids: Sequence[int], work: LongWork | None = None
    ) -> None:
        """Take people out of one group and put them into another; out of a smart group nobody is taken."""
        source = self.group(from_id)
        work = work or LongWork()
        with self._change(lambda: self._moved(contact_ids, to_id), work) as connection:
            groups.add_members(connection, _pairs(to_id, work.told(contact_ids, 0.5)))
            if not source.smart and from_id != to_id:
                groups.remove_members(connection, from_id, contact_ids)
        self._publish(from_id)
        self._publish(to_id)

    def _plain_group(self, group_id: int) -> Group:
        group = self.group(group_id)
        if group.smart:
            raise InputError(
                say("The conditions of {group} decide who belongs to it. Change them.", group=group.name)
            )
        return group

    def _moved(self, contact_ids: Sequence[int], group_id: int) -> Sentence:
        """The title of putting people into a group; InputError when that cannot be."""
        group = self._plain_group(group_id)
        connection, count = self._database.read(), len(set(contact_ids))
        if people.count_contacts(connection, contact_ids) < count:
            raise InputError(say("This person is no longer there."))
        if count == 1:
            (person,) = people.load_contacts(connection, contact_ids[:1])
            return say("{name} put into {group}", name=person.name, group=group.name)
        return say("{count} people put into {group}", count=count, group=group.name)

    def _publish(self, group_id: int) -> None:
        self._events.publish(Changed(Topic.GROUPS, group_id), Changed(Topic.PEOPLE))


def _pairs(group_id: int, contact_ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    return ((group_id, contact_id) for contact_id in contact_ids)


def _refuse_taken_name(connection: Connection, name: str, own: int | None) -> None:
    if groups.group_ids_by_name(connection).get(fold(name), own) != own:
        raise InputError(say("There is a group {name} already.", name=name))


def _asked_for(known: Sequence[Group], filters: PeopleFilter) -> set[int]:
    """The groups that conditions ask for, and those that the conditions of these ask for, and so on."""
    filters_of = {group.id: group.filter for group in known if group.filter is not None}
    asked, waiting = set[int](), list(filters.group_ids)
    while waiting:
        group_id = waiting.pop()
        if group_id not in asked:
            asked.add(group_id)
            waiting += filters_of[group_id].group_ids if group_id in filters_of else ()
    return asked
