"""The step into a new school year: groups begun anew, pupils who leave, the past to look at, and the way back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from made_groups import made_group

from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.people import ContactKind, Group, GroupKind, Phone, WeeklySlot
from smsdesk.domain.seasons import Carry, Carrying, WithoutGroup
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.history import History
from smsdesk.services.people import ContactDraft, GuardianDraft, People
from smsdesk.services.seasons import Seasons
from smsdesk.storage.database import Database

NOW = datetime(2027, 6, 30, 9, tzinfo=UTC)
THIS, NEXT = "2026-2027", "2027-2028"
MEMBERS, ENDED = Carrying.MEMBERS, Carrying.ENDED
SLOT = WeeklySlot(2, time(14, 0), time(15, 0), "A1", date(2026, 9, 1), date(2027, 6, 30))
TABLES = ("contacts", "phones", "guardianships", "groups", "weekly_slots", "memberships")


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events, lambda: NOW)


@pytest.fixture
def seasons(database: Database, events: Events) -> Seasons:
    return Seasons(database, events, lambda: NOW, person="anne")


class School:
    """Two classes in a cycle, a course, a service list, a free list and a smart group, with their families."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.teacher = people.save_contact(ContactDraft("Zoé", "Roux", ContactKind.TEACHER)).id
        self.cycle = made_group(people, "Cycle 2", GroupKind.SERVICE).id
        self.ce1 = made_group(
            people, "CE1", GroupKind.CLASS, parent_id=self.cycle, teacher_id=self.teacher, slots=(SLOT,)
        ).id
        self.ce2 = made_group(people, "CE2", GroupKind.CLASS, parent_id=self.cycle).id
        self.piano = made_group(people, "Piano", GroupKind.COURSE, parent_id=self.ce1).id
        self.gala = made_group(people, "Gala", GroupKind.FREE, parent_id=self.ce2).id
        self.smart = made_group(
            people, "CE1 ou piano", filters=PeopleFilter(group_ids=(self.ce1, self.piano))
        ).id
        self.lea, self.anne = self._family("Léa", "Martin", self.ce1)
        self.tom, self.paul = self._family("Tom", "Petit", self.ce2)
        self.ines = self._pupil("Inès", "Petit", self.paul, self.gala)

    def _family(self, first: str, last: str, group: int) -> tuple[int, int]:
        guardian = self.people.save_contact(
            ContactDraft("Anne", last, ContactKind.GUARDIAN, (Phone("+33639980001"),))
        ).id
        return self._pupil(first, last, guardian, group), guardian

    def _pupil(self, first: str, last: str, guardian: int, group: int) -> int:
        link = GuardianDraft(guardian, "", "")
        pupil = self.people.save_contact(ContactDraft(first, last, guardians=(link,))).id
        self.people.add_to_group(group, [pupil])
        return pupil

    def named(self, name: str) -> Group:
        return self.people.group_named(name)

    def members(self, name: str) -> list[str]:
        found = self.people.contacts(self.named(name).id)
        return [contact.first_name for contact in found if contact.kind is ContactKind.PUPIL]


@pytest.fixture
def school(people: People) -> School:
    return School(people)


def contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    connection = database.read()
    return {
        table: sorted((tuple(row) for row in connection.execute(f"SELECT * FROM {table}")), key=repr)
        for table in TABLES
    }


def test_without_a_plan_every_group_begins_anew_and_empty(seasons: Seasons, school: School) -> None:
    result = seasons.roll_over(NEXT, {})
    assert (result.groups_begun, result.groups_archived, result.people_archived) == (3, 3, 0)
    ce1 = school.named("CE1")
    assert ce1.id != school.ce1
    assert (ce1.size, ce1.season, ce1.teacher_id, ce1.parent_id) == (0, NEXT, school.teacher, school.cycle)
    assert ce1.slots == (WeeklySlot(2, time(14, 0), time(15, 0), "A1"),)
    assert school.named("Piano").parent_id == ce1.id
    assert school.named("Gala").id == school.gala
    assert school.named("Gala").parent_id == school.named("CE2").id
    assert school.members("Gala") == ["Inès"]
    smart = school.named("CE1 ou piano")
    assert smart.filter is not None
    assert set(smart.filter.group_ids) == {ce1.id, school.named("Piano").id}
    assert seasons.current() == NEXT


def test_pupils_go_up_and_find_the_class_as_it_is(seasons: Seasons, school: School) -> None:
    plan = {school.ce1: Carry(MEMBERS, "CE2"), school.ce2: Carry(ENDED), school.piano: Carry(MEMBERS)}
    seasons.roll_over(NEXT, plan)
    assert school.members("CE2") == ["Léa", "Inès"]
    assert school.named("CE2").teacher_id is None
    assert "CE1" not in {group.name for group in school.people.groups()}
    assert school.named("Gala").parent_id == school.named("CE2").id
    assert school.named("Piano").parent_id == school.named("CE2").id


def test_who_is_in_no_group_any_more_is_named_and_leaves_with_his_guardian(
    seasons: Seasons, school: School, people: People
) -> None:
    people.save_contact(ContactDraft("Rosa", "Resident", ContactKind.RESIDENT))
    preview = seasons.preview(NEXT, {})
    assert [leaver.name for leaver in preview.pupils] == ["Léa Martin", "Tom Petit"]
    assert [leaver.name for leaver in preview.guardians] == ["Anne Martin"]
    everybody = people.count()
    result = seasons.roll_over(NEXT, {}, WithoutGroup.ARCHIVE)
    assert result.people_archived == 3
    assert people.count() == everybody - 3
    assert people.contact(school.tom).archived
    assert not people.contact(school.paul).archived
    assert not people.contact(school.teacher).archived


def test_a_guardian_on_a_list_of_his_own_stays(seasons: Seasons, school: School, people: People) -> None:
    people.add_to_group(school.gala, [school.anne])
    assert seasons.preview(NEXT, {}).guardians == ()


def test_the_past_can_be_looked_at(seasons: Seasons, school: School) -> None:
    seasons.roll_over(NEXT, {}, WithoutGroup.ARCHIVE)
    assert seasons.past_seasons() == (THIS,)
    assert [(group.name, group.size) for group in seasons.groups_of(THIS)] == [
        ("CE1", 1),
        ("CE2", 1),
        ("Piano", 0),
    ]
    assert [contact.name for contact in seasons.members_of(school.ce1)] == ["Léa Martin"]
    seasons.roll_over("2028-2029", {})
    assert seasons.past_seasons() == (NEXT, THIS)


def test_a_season_can_be_taken_back_and_begun_again(
    seasons: Seasons, school: School, database: Database, events: Events, heard: list[Changed]
) -> None:
    before = contents(database)
    plan = {school.ce1: Carry(MEMBERS, "CE2"), school.ce2: Carry(MEMBERS, "CE1")}
    seasons.roll_over(NEXT, plan, WithoutGroup.ARCHIVE)
    after = contents(database)
    assert {Changed(Topic.PEOPLE), Changed(Topic.GROUPS)} <= set(heard)
    history = History(database, events)
    undone = history.undo()
    assert undone is not None
    assert str(undone.title) == f"Season {NEXT} begun"
    assert contents(database) == before
    assert seasons.current() == THIS
    history.redo()
    assert contents(database) == after


def test_a_preview_writes_nothing_and_says_each_group(
    seasons: Seasons, school: School, database: Database
) -> None:
    before = contents(database)
    preview = seasons.preview(f" {NEXT} ", {school.ce1: Carry(MEMBERS, " CE2 "), school.ce2: Carry(ENDED)})
    assert preview.season == NEXT
    assert [(each.group.name, each.how, each.name) for each in preview.groups] == [
        ("CE1", MEMBERS, "CE2"), ("CE2", ENDED, "CE2"), ("Piano", Carrying.EMPTY, "Piano"),
    ]  # fmt: skip
    assert contents(database) == before


def test_plans_that_cannot_be(seasons: Seasons, school: School, database: Database) -> None:
    before = contents(database)
    for plan, said in (
        ({school.ce1: Carry(MEMBERS, "ce2")}, "CE1 and CE2 would both be called"),
        ({school.ce1: Carry(MEMBERS, "GALA")}, "Gala and CE1 would both be called"),
        ({school.gala: Carry()}, "Only classes"),
        ({school.smart: Carry()}, "Only classes"),
        ({99: Carry()}, "Only classes"),
    ):
        with pytest.raises(InputError, match=said):
            seasons.roll_over(NEXT, plan)
    with pytest.raises(InputError, match="begun already"):
        seasons.roll_over(THIS, {})
    assert contents(database) == before


def test_groups_that_exchange_names_never_stand_in_themselves(
    seasons: Seasons, people: People, database: Database
) -> None:
    outer = made_group(people, "P", GroupKind.CLASS)
    inner = made_group(people, "X", GroupKind.CLASS, parent_id=outer.id)
    seasons.roll_over(NEXT, {inner.id: Carry(MEMBERS, "Y"), outer.id: Carry(MEMBERS, "X")})
    parents = {group.id: group.parent_id for group in people.groups()}
    for group_id in parents:
        seen: set[int | None] = set()
        above: int | None = group_id
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = parents[above]


def test_without_any_group_the_season_is_that_of_the_date(seasons: Seasons) -> None:
    assert seasons.current() == THIS
    assert seasons.seasonal_groups() == ()
    assert seasons.roll_over(NEXT, {}).groups_begun == 0
