"""Changing groups: names, hours, nesting, the archive, who is in them; each change can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from made_groups import made_group

from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.people import Group, GroupKind, WeeklySlot
from smsdesk.services.events import Events
from smsdesk.services.history import History
from smsdesk.services.people import ContactDraft, GroupDraft, People
from smsdesk.services.seasons import Seasons
from smsdesk.storage.database import Connection, Database

MONDAY = WeeklySlot(0, time(17, 30), time(18, 15), "B2", date(2026, 9, 1), date(2027, 6, 30))
TUESDAY = WeeklySlot(1, time(9))


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events, lambda: datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def history(database: Database, events: Events) -> History:
    return History(database, events)


def archived(database: Database) -> tuple[Group, ...]:
    """The archived groups, which the window shows by season; these name none."""
    return Seasons(database, Events()).groups_of("")


def draft_of(group: Group) -> GroupDraft:
    return GroupDraft(
        group.id,
        group.name,
        group.kind,
        group.parent_id,
        group.teacher_id,
        group.slots,
        group.filter,
        group.season,
    )


def test_a_course_with_teacher_hours_and_place(people: People) -> None:
    teacher = people.save_contact(ContactDraft("Hélène", "Roux"))
    parent = made_group(people, "Cours")
    course = made_group(
        people,
        " Piano ",
        GroupKind.COURSE,
        parent_id=parent.id,
        teacher_id=teacher.id,
        slots=(TUESDAY, MONDAY),
    )
    assert (course.name, course.kind, course.teacher, course.size) == (
        "Piano",
        GroupKind.COURSE,
        "Hélène Roux",
        0,
    )
    assert (course.parent_id, course.slots) == (parent.id, (MONDAY, TUESDAY))
    changed = people.save_group(
        replace(draft_of(course), name="Piano 1", slots=(MONDAY,), teacher_id=None, season="2026")
    )
    assert (changed.name, changed.slots, changed.teacher, changed.season) == (
        "Piano 1",
        (MONDAY,),
        "",
        "2026",
    )
    assert people.save_group(replace(draft_of(changed), name="PIANO 1")).name == "PIANO 1"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "CHŒUR d’enfants"}, "There is a group CHŒUR d’enfants already"),
        ({"slots": (replace(MONDAY, end=time(17, 30)),)}, "ends before it starts"),
        ({"parent_id": 99}, "no longer there"),
        ({"teacher_id": 99}, "no longer there"),
        ({"id": 99}, "no longer there"),
        ({"filters": PeopleFilter(min_age=20, max_age=10)}, "Exchange the two ages"),
    ],
)
def test_what_is_refused_changes_nothing(
    people: People, history: History, change: dict[str, object], says: str
) -> None:
    made_group(people, "Chœur d'enfants")
    gala = made_group(people, "Gala")
    before, entries = people.groups(), history.entries()
    with pytest.raises(InputError, match=says):
        people.save_group(replace(draft_of(gala), **change))  # type: ignore[arg-type]
    assert people.groups() == before
    assert history.entries() == entries


def test_a_group_inside_itself_is_refused(people: People) -> None:
    first = made_group(people, "Un")
    second = made_group(people, "Deux", parent_id=first.id)
    third = made_group(people, "Trois", parent_id=second.id)
    for inside in (first, second, third):
        with pytest.raises(InputError, match=f"Un cannot be inside {inside.name}"):
            people.save_group(replace(draft_of(first), parent_id=inside.id))
    assert people.save_group(replace(draft_of(third), parent_id=first.id)).parent_id == first.id


def test_a_teacher_who_left_teaches_nothing(people: People) -> None:
    teacher = people.save_contact(ContactDraft("Anne", "Roux")).id
    people.archive_contacts((teacher,))
    with pytest.raises(InputError, match="This teacher is archived"):
        made_group(people, "Piano", teacher_id=teacher)


def test_a_branch_goes_to_the_archive_and_comes_back(people: People, database: Database) -> None:
    lea = people.save_contact(ContactDraft("Léa", "Martin")).id
    first = made_group(people, "Un")
    second = made_group(people, "Deux", parent_id=first.id)
    earlier = made_group(people, "Avant", parent_id=second.id)
    people.add_to_group(second.id, [lea])
    people.archive_group(earlier.id)
    later = People(database, Events(), lambda: datetime(2026, 11, 23, tzinfo=UTC))
    later.archive_group(first.id)
    assert people.groups() == ()
    assert people.contact(lea).groups == ()
    assert [(group.name, group.archived) for group in archived(database)] == [
        ("Avant", True), ("Deux", True), ("Un", True),
    ]  # fmt: skip
    with pytest.raises(InputError, match="no longer there"):
        people.archive_group(first.id)
    assert people.restore_group(second.id).parent_id is None
    assert people.contact(lea).groups == ("Deux",)
    people.archive_group(second.id)
    made_group(people, "UN")
    with pytest.raises(InputError, match="There is a group Un already"):
        people.restore_group(first.id)
    assert [group.name for group in people.groups()] == ["UN"]


def test_a_whole_branch_comes_back_as_it_was(people: People) -> None:
    first = made_group(people, "Un")
    second = made_group(people, "Deux", parent_id=first.id)
    people.archive_group(first.id)
    people.restore_group(first.id)
    assert people.groups() == (second, first)


def test_moving_people(people: People, history: History) -> None:
    lea, tom = (people.save_contact(ContactDraft(first, "Martin")).id for first in ("Léa", "Tom"))
    first, second = made_group(people, "Un").id, made_group(people, "Deux").id
    people.add_to_group(first, [lea, tom])
    people.move_to_group(first, second, [lea])
    assert [people.contact(each).groups for each in (lea, tom)] == [("Deux",), ("Un",)]
    people.move_to_group(second, second, [lea])
    assert people.contact(lea).groups == ("Deux",)
    for change in (
        lambda: people.add_to_group(first, [lea, 999]),
        lambda: people.move_to_group(first, 999, [lea]),
    ):
        with pytest.raises(InputError, match="no longer there"):
            change()
    people.remove_from_group(first, [lea, tom])
    assert [str(entry.title) for entry in history.entries(3)] == [
        "2 people taken out of Un", "Léa Martin put into Deux", "2 people put into Un",
    ]  # fmt: skip


def test_each_change_can_be_taken_back_and_made_again(
    people: People, history: History, database: Database
) -> None:
    lea = people.save_contact(ContactDraft("Léa", "Martin")).id
    first, second = made_group(people, "Un", slots=(MONDAY,)), made_group(people, "Deux")
    people.add_to_group(first.id, [lea])
    gone = made_group(people, "Parti")
    people.archive_group(gone.id)
    changes: list[Callable[[], object]] = [
        lambda: made_group(people, "Trois", filters=PeopleFilter(max_age=12)),
        lambda: people.save_group(
            replace(draft_of(first), name="Premier", slots=(TUESDAY,), parent_id=second.id)
        ),
        lambda: people.save_group(replace(draft_of(first), filters=PeopleFilter(cities=("Olivet",)))),
        lambda: people.archive_group(first.id),
        lambda: people.restore_group(gone.id),
        lambda: people.move_to_group(first.id, second.id, [lea]),
        lambda: people.remove_from_group(first.id, [lea]),
    ]

    def state() -> object:
        return people.groups(), archived(database), people.contact(lea), people.count(first.id)

    for change in changes:
        before = state()
        change()
        after = state()
        assert after != before
        history.undo()
        assert state() == before
        history.redo()
        assert state() == after
        history.undo()


def test_what_another_window_takes_away_meanwhile_is_refused_in_words(
    database: Database, events: Events, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = People(database, events)
    other = Database(database.path)
    group = made_group(people, "Chorale")
    lea = people.save_contact(ContactDraft("Léa", "Martin"))
    write = Database.write

    def late(self: Database) -> AbstractContextManager[Connection]:
        """The other window takes its last change back just before this one begins to write."""
        monkeypatch.setattr(Database, "write", write)
        History(other, Events()).undo()
        return write(self)

    monkeypatch.setattr(Database, "write", late)
    with pytest.raises(InputError, match="no longer there"):
        people.add_to_group(group.id, [lea.id])
    monkeypatch.setattr(Database, "write", late)
    with pytest.raises(InputError, match="no longer there"):
        people.save_group(GroupDraft(group.id, "Chœur", slots=(TUESDAY,)))
    other.close()
