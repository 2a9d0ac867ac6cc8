"""Lists of people from a real file: the search against a plain look at everybody, pages, and what makes it old."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.names import name_key
from smsdesk.domain.people import Contact, ContactKind, GroupKind, Phone
from smsdesk.domain.people_search import Sought, dialled, sought
from smsdesk.domain.sentences import say
from smsdesk.services.duplicates import Duplicates
from smsdesk.services.events import Events
from smsdesk.services.history import History
from smsdesk.services.people import ContactDraft, GuardianDraft, People
from smsdesk.storage import groups, people
from smsdesk.storage.changes import recording
from smsdesk.storage.database import Connection, Database
from smsdesk.storage.people import ContactRow
from smsdesk.storage.people_lists import ContactQuery, PeopleLists

NOW = "2026-11-22T09:00:00.000+00:00"
TODAY = date(2026, 11, 22)
LASTS = (
    "Martin",
    "Le Roux",
    "Lacœuilhe",
    "De La Tour",
    "Martinez",
    "Ma",
    "Éloi",
    "d’Aubigné",
    "Marie",
    "Petit-Martin",
)
FIRSTS = ("Léa", "Marie", "Jean-Marc", "Œdipe", "Élodie", "Ma", "Tom", "")
TYPED = (
    "m", "ma", "mar", "martin", "ma le", "le ma", "lea martin", "martin lea", "de la", "l d", "la to", "lacoeu", "zzz",
    "06", "0639", "0001", "39980", "99", "+33 6", "martin 06", "ma 02", "e", "d au", "mari mar", "petit martin", "tom tom",
    "le ma ro",
)  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite3")
    yield opened
    opened.close()


def write(database: Database, persons: Sequence[tuple[str, str, Sequence[Phone]]]) -> list[int]:
    """New people, written as the services write them."""
    with database.write() as connection, recording(connection, say("Some"), made_by="", now=NOW):
        start = people.next_contact_id(connection)
        rows = [
            (start + place, ContactRow(ContactKind.PUPIL, first, last, name_key(first, last)))
            for place, (first, last, _) in enumerate(persons)
        ]
        people.insert_contacts(connection, rows, NOW)
        people.insert_phones(
            connection, [(row[0], person[2]) for row, person in zip(rows, persons, strict=True)]
        )
    return [contact_id for contact_id, _ in rows]


@pytest.fixture
def town(database: Database) -> Database:
    """Three hundred people; every fifth is the guardian of the one before him, every ninth is archived."""
    chance = random.Random(7)
    phones = [Phone(f"+33639{number:06}") for number in range(60)] + [Phone("+33238123456", mobile=False)]
    ids = write(
        database,
        [
            (chance.choice(FIRSTS), chance.choice(LASTS), tuple(chance.sample(phones, chance.randrange(3))))
            for _ in range(300)
        ],
    )
    with database.write() as connection, recording(connection, say("More"), made_by="", now=NOW):
        people.add_guardianships(
            connection, [(ids[place - 1], ids[place], 0, True, "") for place in range(4, 300, 5)]
        )
        people.archive(connection, ids[::9], NOW)
        group = groups.insert_group(connection, "Large", "large", GroupKind.FREE, NOW)
        groups.add_members(connection, [(group, contact_id) for contact_id in ids[::2]])
        small = groups.insert_group(connection, "Small", "small", GroupKind.FREE, NOW)
        groups.add_members(connection, [(small, contact_id) for contact_id in ids[:12]])
    return database


def plainly(
    connection: Connection, wanted: Sought, *, archived: bool = False, group: str | None = None
) -> list[int]:
    """Whom a search finds, by looking at everybody."""
    everybody = [row[0] for row in connection.execute("SELECT id FROM contacts ORDER BY folded, id")]
    return [
        person.id
        for person in people.load_contacts(connection, everybody)
        if person.archived == archived and (group is None or group in person.groups) and fits(person, wanted)
    ]


def fits(person: Contact, wanted: Sought) -> bool:
    words = name_key(person.first_name, person.last_name).split()
    phones = [*person.phones, *(phone for guardian in person.guardians for phone in guardian.phones)]
    return all(any(word.startswith(each) for word in words) for each in wanted.words) and (
        not wanted.digits
        or any(digits in dialled(phone.e164) for digits in wanted.digits for phone in phones)
    )


@pytest.mark.parametrize("typed", ["", *TYPED])
def test_a_search_finds_what_a_plain_look_finds(town: Database, typed: str) -> None:
    connection, lists, wanted = town.read(), PeopleLists(), sought(typed)
    for archived in (False, True):
        for group_id, group in ((None, None), (1, "Large"), (2, "Small")):
            query = ContactQuery(TODAY, group_id, PeopleFilter(archived=archived), wanted)
            expected = plainly(connection, wanted, archived=archived, group=group)
            assert lists.ids(connection, query) == expected
            assert lists.count(connection, query) == len(expected)
            assert lists.count(connection, query, at_most=3) == min(3, len(expected))
            assert paged(connection, lists, query, 7) == expected


def paged(connection: Connection, lists: PeopleLists, query: ContactQuery, size: int) -> list[int]:
    seen: list[int] = []
    while page := lists.ids(connection, query, size, seen[-1] if seen else None):
        assert len(page) <= size
        seen += page
    return seen


def test_a_page_follows_somebody_who_is_no_longer_found(town: Database) -> None:
    connection, lists = town.read(), PeopleLists()
    query = ContactQuery(TODAY, sought=sought("ma"))
    found = lists.ids(connection, query)
    with town.write(), recording(connection, say("x"), made_by="", now=NOW):
        people.archive(connection, [found[9]], NOW)
    assert lists.ids(connection, query, 5, found[9]) == found[10:15]


def test_each_recorded_change_is_found_at_once(town: Database) -> None:
    connection, lists = town.read(), PeopleLists()
    by_name, by_phone = (
        ContactQuery(TODAY, sought=sought("zoe")),
        ContactQuery(TODAY, sought=sought("0700000001")),
    )
    assert lists.ids(connection, by_name) == lists.ids(connection, by_phone) == []
    (zoe,) = write(town, [("Zoé", "Zola", [Phone("+33700000001")])])
    assert lists.ids(connection, by_name) == lists.ids(connection, by_phone) == [zoe]
    with town.write(), recording(connection, say("x"), made_by="", now=NOW):
        people.replace_phones(connection, [(zoe, [])])
    assert (lists.ids(connection, by_name), lists.ids(connection, by_phone)) == ([zoe], [])


def test_what_is_not_committed_is_seen_by_its_own_transaction_only(town: Database) -> None:
    connection, lists = town.read(), PeopleLists()
    query = ContactQuery(TODAY, sought=sought("zola"))

    def fail() -> None:
        with town.write():
            write(town, [("Zoé", "Zola", [])])
            assert len(lists.ids(connection, query)) == lists.count(connection, query) == 1
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert lists.ids(connection, query) == []
    assert lists.count(connection, query) == 0


def test_a_phone_is_found_among_those_of_a_guardian_until_he_is_archived(database: Database) -> None:
    child, mother = write(database, [("Léa", "Martin", []), ("Anne", "Petit", [Phone("+33639980001")])])
    connection, lists = database.read(), PeopleLists()
    query = ContactQuery(TODAY, sought=sought("980001"))
    with database.write(), recording(connection, say("x"), made_by="", now=NOW):
        people.add_guardianships(connection, [(child, mother, 0, False, "")])
    assert lists.ids(connection, query) == [child, mother]
    with database.write(), recording(connection, say("x"), made_by="", now=NOW):
        people.archive(connection, [mother], NOW)
    assert lists.ids(connection, query) == []


def test_an_empty_desk_has_empty_lists(database: Database) -> None:
    connection, lists = database.read(), PeopleLists()
    for typed in ("", "martin", "06"):
        for filters in (NO_FILTER, PeopleFilter(archived=True), PeopleFilter(min_age=3)):
            query = ContactQuery(TODAY, filters=filters, sought=sought(typed))
            assert lists.ids(connection, query, 10) == []
            assert lists.count(connection, query) == 0


def test_a_name_with_a_line_end_stays_one_person(database: Database) -> None:
    with database.write() as connection, recording(connection, say("x"), made_by="", now=NOW):
        rows = [
            (1, ContactRow(ContactKind.STAFF, "A", "B", "b\na")),
            (2, ContactRow(ContactKind.STAFF, "C", "C", "c c")),
        ]
        people.insert_contacts(connection, rows, NOW)
    lists = PeopleLists()
    assert lists.ids(database.read(), ContactQuery(TODAY, sought=sought("c"))) == [2]
    assert lists.ids(database.read(), ContactQuery(TODAY, sought=sought("a"))) == [1]


class Secretary:
    """Changes people as a secretary does, a few at a time, and takes it back."""

    def __init__(self, database: Database, seed: int) -> None:
        self._chance = random.Random(seed)
        self._people = People(database, Events())
        self._history = History(database, Events())
        self._duplicates = Duplicates(database, Events())

    def change(self) -> None:
        ids, chance = self._people.contact_ids(), self._chance
        one, other, third = chance.sample(ids, 3)
        phones = (Phone(f"+33639{chance.randrange(60):06}"),)
        person = self._people.contact(one)
        changes = (
            lambda: self._people.save_contact(ContactDraft(chance.choice(FIRSTS), "Nouveau", phones=phones)),
            lambda: self._people.save_contact(
                ContactDraft("Léa", chance.choice(LASTS), ContactKind.PUPIL, phones, one)
            ),
            lambda: self._people.save_contact(
                ContactDraft("Tom", "Ma", phones=person.phones, id=one, guardians=(GuardianDraft(other), GuardianDraft(third)))
            ),
            lambda: self._people.save_contact(ContactDraft("Tom", "Ma", id=one, guardians=())),
            lambda: self._people.archive_contacts([one, other]),
            lambda: self._people.restore_contacts(self._people.contact_ids(filters=PeopleFilter(archived=True))[:9]),
            lambda: self._duplicates.merge(one, [other]),
            self._undo,
            self._history.redo,
        )  # fmt: skip
        chance.choice(changes)()

    def _undo(self) -> None:
        """Never the town itself."""
        if len(self._history.entries()) > 2 and not self._history.entries()[-3].undone:
            self._history.undo()


@pytest.mark.parametrize("seed", range(4))
def test_an_index_with_a_few_lines_anew_finds_what_a_fresh_one_finds(town: Database, seed: int) -> None:
    kept, secretary, other = PeopleLists(), Secretary(town, seed), Database(town.path)
    chance = random.Random(seed)
    for _ in range(60):
        for _ in range(chance.randrange(1, 4)):
            secretary.change()
        for typed in chance.sample(TYPED, 5):
            for archived in (False, True):
                query = ContactQuery(TODAY, filters=PeopleFilter(archived=archived), sought=sought(typed))
                assert kept.ids(other.read(), query) == PeopleLists().ids(town.read(), query)
    other.close()
