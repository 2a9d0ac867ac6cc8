"""Smart groups wherever a group serves, their conditions one by one, and groups that go round in circles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_groups import made_group

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import NOBODY, ConsentState, PeopleFilter, Reach
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.services.consents import Consents
from smsdesk.services.events import Events
from smsdesk.services.history import History
from smsdesk.services.notify import Notify
from smsdesk.services.people import ContactDraft, GroupDraft, GuardianDraft, People
from smsdesk.storage.database import Database

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LANDLINE = Phone("+33199001234", mobile=False)


def mobile(number: int) -> Phone:
    return Phone(f"+3363998{number:04}")


class Moving:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def moving() -> Moving:
    return Moving()


@pytest.fixture
def people(database: Database, events: Events, moving: Moving) -> People:
    return People(database, events, moving)


@pytest.fixture
def consents(database: Database, events: Events) -> Consents:
    return Consents(database, events)


Add = Callable[..., int]


@pytest.fixture
def add(people: People) -> Add:
    def added(name: str, *phones: Phone, kind: ContactKind = ContactKind.RESIDENT, **more: Any) -> int:
        return people.save_contact(ContactDraft(name, "Martin", kind, phones, **more)).id

    return added


def names(people: People, group_id: int) -> list[str]:
    return [contact.first_name for contact in people.contacts(group_id)]


def test_a_smart_group_serves_wherever_a_group_does(
    people: People, add: Add, database: Database, events: Events
) -> None:
    add("Anne", mobile(1), city="Orléans")
    add("Bob", mobile(2), city="ORLEANS ")
    add("Chloé", mobile(3), city="Olivet")
    smart = made_group(people, "Orléanais", filters=PeopleFilter(cities=("orléans",)))
    assert (smart.smart, smart.size) == (True, 2)
    assert people.group_named("orleanais") == smart
    assert names(people, smart.id) == ["Anne", "Bob"]
    assert people.count(smart.id) == people.count(smart.id, at_most=5) == 2
    assert people.count(smart.id, "bob") == 1
    assert [contact.first_name for contact in people.contacts(smart.id, "06 39 98 00 02")] == ["Bob"]
    assert [
        contact.first_name for contact in people.contacts(filters=PeopleFilter(group_ids=(smart.id,)))
    ] == ["Anne", "Bob"]
    found = people.audience(AudienceRequest((smart.id,)))
    assert [recipient.e164 for recipient in found.recipients] == [mobile(1).e164, mobile(2).e164]
    plan = Notify(database, people, events, lambda: NOW, lambda: None).plan(
        AudienceRequest((smart.id,)), "Bonjour"
    )
    assert (plan.phones, plan.problem) == (2, None)
    add("Dora", mobile(4), city="Orléans")
    assert people.group(smart.id).size == people.count(smart.id) == 3


def test_who_belongs_is_decided_on_the_day(people: People, add: Add, moving: Moving) -> None:
    add("Anne", birth_date=date(2008, 11, 23))
    add("Bob")
    adults = made_group(people, "Majeurs", filters=PeopleFilter(min_age=18)).id
    minors = made_group(people, "Mineurs", filters=PeopleFilter(max_age=17)).id
    assert (names(people, adults), names(people, minors)) == ([], ["Anne"])
    moving.now += timedelta(days=1)
    assert (names(people, adults), names(people, minors)) == (["Anne"], [])
    assert [group.size for group in people.groups()] == [1, 0]


def test_nested_in_a_group_and_holding_groups(people: People, add: Add) -> None:
    anne, bob = add("Anne", city="Olivet"), add("Bob")
    chloe = add("Chloé", city="Olivet")
    parent = made_group(people, "Tout").id
    smart = made_group(people, "Olivet", filters=PeopleFilter(cities=("Olivet",)), parent_id=parent).id
    inside = made_group(people, "Dedans", parent_id=smart).id
    people.add_to_group(parent, [bob, anne])
    people.add_to_group(inside, [bob])
    assert [(group.name, group.size) for group in people.groups()] == [
        ("Dedans", 1),
        ("Olivet", 3),
        ("Tout", 3),
    ]
    assert names(people, smart) == names(people, parent) == ["Anne", "Bob", "Chloé"]
    people.archive_contacts([chloe])
    assert names(people, parent) == ["Anne", "Bob"]
    assert [contact.id for contact in people.contacts(parent, filters=PeopleFilter(archived=True))] == [chloe]


def test_members_of_a_course_with_all_that_is_nested_in_it(people: People, add: Add) -> None:
    anne, bob = add("Anne", birth_date=date(2000, 1, 1)), add("Bob", birth_date=date(2015, 1, 1))
    course, lesson = made_group(people, "Piano").id, made_group(people, "Mardi").id
    people.save_group(GroupDraft(lesson, "Mardi", parent_id=course))
    people.add_to_group(lesson, [anne, bob])
    adults = made_group(people, "Adultes du piano", filters=PeopleFilter(min_age=18, group_ids=(course,)))
    assert names(people, adults.id) == ["Anne"]
    people.save_group(GroupDraft(adults.id, "Adultes du piano", parent_id=course, filters=adults.filter))
    assert names(people, adults.id) == ["Anne"]
    assert names(people, course) == ["Anne", "Bob"]
    people.archive_group(lesson)
    assert names(people, adults.id) == names(people, course) == []


def test_a_selection_inside_a_circle_is_right_outside_of_it(people: People, add: Add) -> None:
    anne = add("Anne", city="Olivet", birth_date=date(2015, 1, 1))
    bob = add("Bob", city="Saran", birth_date=date(2000, 1, 1))
    top, piano = made_group(people, "Tout").id, made_group(people, "Piano").id
    people.add_to_group(piano, [anne, bob])
    adults = made_group(
        people, "Adultes", filters=PeopleFilter(min_age=18, group_ids=(piano,)), parent_id=piano
    ).id
    made_group(people, "A", filters=PeopleFilter(max_age=17, group_ids=(piano,)), parent_id=top)
    made_group(people, "B", filters=PeopleFilter(cities=("Saran",), group_ids=(adults,)), parent_id=top)
    assert names(people, top) == ["Anne", "Bob"]


def test_groups_that_ask_for_themselves_are_refused_and_harmless(
    people: People, add: Add, database: Database
) -> None:
    anne = add("Anne", city="Olivet")
    plain = made_group(people, "Liste").id
    people.add_to_group(plain, [anne])
    first = made_group(people, "Un", filters=PeopleFilter(group_ids=(plain,))).id
    second = made_group(people, "Deux", filters=PeopleFilter(group_ids=(first,))).id
    for asked in (first, second):
        with pytest.raises(InputError, match="ask for its own members"):
            people.save_group(GroupDraft(first, "Un", filters=PeopleFilter(group_ids=(asked,))))
    with database.write() as connection:
        circle = PeopleFilter(group_ids=(second, first, plain)).to_json()
        connection.execute("UPDATE groups SET filter = ? WHERE id = ?", (circle, first))
        connection.execute("UPDATE groups SET parent_id = id WHERE id = ?", (second,))
    fresh = People(database, Events(), lambda: NOW)
    assert names(fresh, first) == names(fresh, second) == ["Anne"]
    assert {group.size for group in fresh.groups()} == {1}
    fresh.archive_group(plain)
    assert names(fresh, first) == []


def test_a_hundred_groups_one_upon_the_other_end(people: People, add: Add, database: Database) -> None:
    anne = add("Anne")
    below = made_group(people, "0").id
    people.add_to_group(below, [anne])
    with database.write() as connection:
        for number in range(1, 120):
            asked = PeopleFilter(group_ids=(number, max(1, number - 1))).to_json()
            connection.execute(
                "INSERT INTO groups (name, folded, kind, filter, created_at) VALUES (?1, ?1, 'free', ?2, '')",
                (str(number), asked),
            )
    people = People(database, Events(), lambda: NOW)
    assert names(people, 30) == ["Anne"]
    assert len(people.groups()) == 120


def test_what_cannot_be_read_has_nobody(people: People, add: Add, database: Database) -> None:
    add("Anne")
    smart = made_group(people, "Tous", filters=PeopleFilter()).id
    assert names(people, smart) == ["Anne"]
    with database.write() as connection:
        connection.execute("UPDATE groups SET filter = '{\"shoe_size\": 42}'")
    people = People(database, Events(), lambda: NOW)
    assert people.group(smart).filter == NOBODY
    assert people.count(smart) == 0
    assert people.count(filters=PeopleFilter(group_ids=(999,))) == 0


def test_nobody_is_put_into_a_smart_group_by_hand(people: People, add: Add) -> None:
    anne = add("Anne")
    smart, plain = made_group(people, "Tous", filters=PeopleFilter()), made_group(people, "Liste")
    for change in (people.add_to_group, people.remove_from_group):
        with pytest.raises(InputError, match="conditions of Tous decide"):
            change(smart.id, [anne])
    with pytest.raises(InputError, match="conditions of Tous decide"):
        people.move_to_group(plain.id, smart.id, [anne])
    people.move_to_group(smart.id, plain.id, [anne])
    assert names(people, plain.id) == names(people, smart.id) == ["Anne"]


CONSENT_CASES = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(Purpose), st.booleans()), max_size=8)
PHONES = st.lists(st.sampled_from([LANDLINE, *map(mobile, range(6))]), max_size=3, unique=True).map(tuple)
PERSONS = st.lists(
    st.tuples(
        st.sampled_from([ContactKind.PUPIL, ContactKind.PUPIL, ContactKind.RESIDENT]),
        PHONES,
        st.lists(st.tuples(PHONES, st.booleans(), st.booleans()), max_size=2),
        st.sampled_from([None, date(2015, 1, 1), date(2008, 11, 22), date(2008, 11, 23)]),
    ),
    min_size=1,
    max_size=5,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(PERSONS, CONSENT_CASES)
def test_reach_and_consent_follow_the_rules_of_a_send(tmp_path: Path, persons: Any, words: Any) -> None:
    database = Database(tmp_path / "rules.sqlite3")
    people, consents = People(database, Events(), lambda: NOW), Consents(database, Events())
    people.archive_contacts([contact.id for contact in people.contacts()])
    ids = [family(people, *person) for person in persons]
    with database.write() as connection:
        connection.execute("DELETE FROM consents")
    for number, purpose, granted in words:
        consents.record(mobile(number).e164, purpose, granted, "test")
    try:
        passing = {key: ids_of(people, filters) for key, filters in FILTERS.items()}
        words_of = {purpose: last_words(consents, purpose) for purpose in Purpose}
        for contact_id in ids:
            expected = expected_filters(people, words_of, contact_id)
            assert {key for key, found in passing.items() if contact_id in found} == expected
            unreached = bool(expected & {Reach.NOBODY, (Purpose.INFORMATION, ConsentState.REFUSED)})
            assert unreached == (not phones_of(people, contact_id, Purpose.INFORMATION))
    finally:
        database.close()


def family(people: People, kind: ContactKind, phones: Any, guardians: Any, born: date | None) -> int:
    drafts = [
        GuardianDraft(None, "Parent", str(place), owned, receives=receives)
        for place, (owned, receives, _) in enumerate(guardians)
        if kind is ContactKind.PUPIL
    ]
    saved = people.save_contact(
        ContactDraft("Léa", "Martin", kind, phones, birth_date=born, guardians=tuple(drafts))
    )
    gone = [each.contact_id for each, (_, _, left) in zip(saved.guardians, guardians, strict=False) if left]
    if gone:
        people.archive_contacts(gone)
    return saved.id


FILTERS: dict[object, PeopleFilter] = {
    **{reach: PeopleFilter(reach=reach) for reach in (Reach.MOBILE, Reach.NOBODY)},
    **{
        (purpose, state): PeopleFilter(consent=(purpose, state))
        for purpose in Purpose
        for state in ConsentState
    },
}


def ids_of(people: People, filters: PeopleFilter) -> set[int]:
    return {contact.id for contact in people.contacts(filters=filters)}


def last_words(consents: Consents, purpose: Purpose) -> dict[str, ConsentState]:
    return {row.e164: row.state for row in consents.register(purpose=purpose)}


def phones_of(people: People, contact_id: int, purpose: Purpose) -> set[str]:
    """Who gets what is sent to this person."""
    plan = people.audience(AudienceRequest(contact_ids=(contact_id,)), purpose)
    return {recipient.e164 for recipient in plan.recipients}


def expected_filters(
    people: People, words: dict[Purpose, dict[str, ConsentState]], contact_id: int
) -> set[object]:
    """The filters that let somebody through, by whom a send reaches and what they said."""
    told = phones_of(people, contact_id, Purpose.ALERT)  # an alert asks for nobody's consent
    if not told:
        return {Reach.NOBODY}
    said = {
        purpose: {last.get(e164, ConsentState.UNKNOWN) for e164 in told} for purpose, last in words.items()
    }
    return {Reach.MOBILE, *((purpose, consent_of(states)) for purpose, states in said.items())}


def consent_of(states: set[ConsentState]) -> ConsentState:
    """Of several phones: one that agreed is enough, all have to refuse."""
    if ConsentState.GRANTED in states:
        return ConsentState.GRANTED
    return ConsentState.REFUSED if states == {ConsentState.REFUSED} else ConsentState.UNKNOWN


def test_a_filter_that_names_thousands_of_groups_is_one_query(
    people: People, add: Add, database: Database
) -> None:
    lea = add("Léa", birth_date=date(2015, 1, 1))
    parent = made_group(people, "Écoles")
    asking = made_group(people, "Toutes", filters=PeopleFilter(min_age=3))
    with database.write() as connection:
        connection.executemany(
            "INSERT INTO groups (name, folded, kind, parent_id, filter, created_at) VALUES (?1, ?1, 'free', ?2, ?3, '')",
            [(f"g{number}", parent.id, PeopleFilter(min_age=number).to_json()) for number in range(1500)],
        )
        ids = [row[0] for row in connection.execute("SELECT id FROM groups WHERE name LIKE 'g%'")]
        text = PeopleFilter(group_ids=(*ids, *ids, *range(10_000, 60_000))).to_json()
        connection.execute("UPDATE groups SET filter = ? WHERE id = ?", (text, asking.id))
    assert people.contact_ids(parent.id) == (lea,)
    assert people.contact_ids(asking.id) == (lea,)


def test_a_group_that_conditions_ask_for_is_not_undone_alone(
    people: People, database: Database, events: Events
) -> None:
    history = History(database, events)
    adults = made_group(people, "Adultes", filters=PeopleFilter(min_age=18))
    choir = made_group(people, "Chorale")
    created = history.entries(1)[0].id
    people.save_group(GroupDraft(adults.id, "Adultes", filters=PeopleFilter(group_ids=(choir.id,))))
    with pytest.raises(InputError, match="conditions of Adultes ask for a group"):
        history.undo_set(created)
    assert people.group(choir.id).name == "Chorale"
    history.undo()
    history.undo_set(created)
    assert people.group(adults.id).filter == PeopleFilter(min_age=18)
