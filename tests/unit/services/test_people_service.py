"""Looking people up, changing them, and asking whom a send reaches."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from made_groups import made_group

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.services.consents import Consents
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.people import ContactDraft, People
from smsdesk.storage.database import Database
from smsdesk.storage.people import add_guardianships

MOTHER, OWN, LANDLINE = (
    Phone("+33639980001", "portable"),
    Phone("+33639980002"),
    Phone("+33199001234", mobile=False),
)


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events, lambda: datetime(2026, 11, 21, 9, tzinfo=UTC))


def add(people: People, first: str, last: str, *phones: Phone, kind: ContactKind = ContactKind.PUPIL) -> int:
    return people.save_contact(ContactDraft(first, last, kind, phones)).id


@pytest.fixture
def family(people: People, database: Database) -> dict[str, int]:
    ids = {
        "mother": add(people, "Anne", "Petit", LANDLINE, MOTHER, kind=ContactKind.GUARDIAN),
        "lea": add(people, "Léa", "Lacœuilhe"),
        "tom": add(people, "Tom", "Lacœuilhe", OWN),
    }
    with database.write() as connection:
        add_guardianships(
            connection, [(ids[child], ids["mother"], 0, True, "mère") for child in ("lea", "tom")]
        )
    return ids


def test_a_saved_contact_comes_back_whole(people: People, heard: list[Changed]) -> None:
    draft = ContactDraft(
        " Léa ", "Œuvrard", ContactKind.PUPIL, (OWN, LANDLINE), birth_date=date(2014, 3, 12), email="a@b.fr",
        address="1 rue X", notes="timide",
    )  # fmt: skip
    saved = people.save_contact(draft)
    assert people.contact(saved.id) == saved
    assert (saved.name, saved.phones, saved.birth_date, saved.notes) == (
        "Léa Œuvrard", (OWN, LANDLINE), date(2014, 3, 12), "timide",
    )  # fmt: skip
    assert heard == [Changed(Topic.PEOPLE, saved.id)]


def test_changing_a_contact(people: People) -> None:
    saved = people.save_contact(ContactDraft("Léa", "Martin", phones=(OWN,)))
    people.save_contact(ContactDraft("Léa", "Durand", phones=(MOTHER, OWN), id=saved.id))
    assert [contact.name for contact in people.contacts()] == ["Léa Durand"]
    assert people.contact(saved.id).phones == (MOTHER, OWN)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("lacoeuilhe", {"lea", "tom"}), ("LACŒUILHE tom", {"tom"}), ("lea lacœu", {"lea"}), ("anne", {"mother"}),
        ("06 39 98 00 02", {"tom"}), ("639980001", {"mother", "lea", "tom"}), ("%", set()), ("_", set()), ("zz", set()),
        ("'; DROP TABLE contacts", set()), ("", {"mother", "lea", "tom"}),
    ],
)  # fmt: skip
def test_search_folds_accents_takes_words_in_any_order_and_digits(
    people: People, family: dict[str, int], search: str, found: set[str]
) -> None:
    ids = {name: contact_id for name, contact_id in family.items() if name in found}
    if search in {"%", "_"}:
        ids = family
    assert {contact.id for contact in people.contacts(search=search)} == set(ids.values())
    assert people.count(search=search) == len(ids)


def test_pages_follow_one_another(people: People) -> None:
    for number in range(25):
        add(people, f"Prénom{number % 3}", f"Nom{number % 7}")
    seen, after = [], None
    while page := people.contacts(limit=4, after=after):
        seen += [contact.id for contact in page]
        after = page[-1].id
    assert len(seen) == len(set(seen)) == 25
    assert seen == [contact.id for contact in people.contacts()]


def test_groups_by_name_without_case_or_accents(people: People) -> None:
    for name in ("Flûte", "Flûte à bec", "Piano", "Chœur d'enfants", "CM2 A", "CM2 B"):
        made_group(people, name)
    for said, meant in (("flute", "Flûte"), ("PIA", "Piano"), ("choeur", "Chœur d'enfants"), ("cm2 a", "CM2 A"),
                        ("bec", "Flûte à bec"), ("classe de piano", "Piano")):  # fmt: skip
        assert people.group_named(said).name == meant
    with pytest.raises(InputError, match="several groups: CM2 A, CM2 B"):
        people.group_named("cm2")
    with pytest.raises(InputError, match=r"no group tuba.*Piano"):
        people.group_named("tuba")


def test_group_changes(people: People, family: dict[str, int], heard: list[Changed]) -> None:
    group = made_group(people, "  Gala   2026 ", GroupKind.ENSEMBLE)
    assert (group.name, group.kind, group.size) == ("Gala 2026", GroupKind.ENSEMBLE, 0)
    with pytest.raises(InputError, match="already"):
        made_group(people, "GALA 2026")
    people.add_to_group(group.id, [family["lea"], family["tom"], family["lea"]])
    assert people.group(group.id).size == 2
    assert [contact.groups for contact in people.contacts(group.id)] == [("Gala 2026",)] * 2
    people.remove_from_group(group.id, [family["lea"]])
    assert [contact.id for contact in people.contacts(group.id)] == [family["tom"]]
    assert Changed(Topic.GROUPS, group.id) in heard


def test_nested_groups_count_each_person_once(
    people: People, database: Database, family: dict[str, int]
) -> None:
    course, part = made_group(people, "Piano"), made_group(people, "Piano - Mme Roux")
    with database.write() as connection:
        connection.execute("UPDATE groups SET parent_id = ? WHERE id = ?", (course.id, part.id))
    people.add_to_group(course.id, [family["lea"]])
    people.add_to_group(part.id, [family["lea"], family["tom"]])
    assert people.group(course.id).size == 2
    assert people.count(course.id) == 2


def test_an_archived_person_is_in_no_list(people: People, family: dict[str, int]) -> None:
    group = made_group(people, "Gala")
    people.add_to_group(group.id, [family["tom"]])
    people.archive_contacts((family["tom"],))
    assert people.group(group.id).size == 0
    assert family["tom"] not in {contact.id for contact in people.contacts()}
    assert people.contact(family["tom"]).archived
    with pytest.raises(InputError):
        people.archive_contacts((family["tom"],))


def test_whom_a_send_reaches(people: People, family: dict[str, int]) -> None:
    group = made_group(people, "Gala")
    people.add_to_group(group.id, [family["lea"], family["tom"]])
    found = people.audience(AudienceRequest(group_ids=(group.id,)))
    assert [
        (recipient.e164, [person.first_name for person in recipient.people]) for recipient in found.recipients
    ] == [(MOTHER.e164, ["Léa", "Tom"])]
    only_tom = AudienceRequest((group.id,), (family["tom"],), (family["lea"],), and_pupils=True)
    assert [recipient.e164 for recipient in people.audience(only_tom).recipients] == [MOTHER.e164, OWN.e164]


def test_the_last_word_of_consent_counts_for_its_purpose(
    people: People, database: Database, events: Events, family: dict[str, int]
) -> None:
    consents = Consents(database, events)
    request = AudienceRequest(contact_ids=(family["lea"],))
    consents.record(MOTHER.e164, Purpose.INFORMATION, granted=False, source="STOP")
    assert not people.audience(request).recipients
    assert len(people.audience(request).left_out) == 1
    assert people.audience(request, Purpose.ALERT).recipients
    consents.record(MOTHER.e164, Purpose.INFORMATION, granted=True, source="phone call")
    assert people.audience(request).recipients


def test_whose_phone_it_is(people: People, family: dict[str, int]) -> None:
    assert people.names_for(MOTHER.e164) == ("Anne Petit (Léa, Tom)",)
    assert people.names_for(OWN.e164) == ("Tom Lacœuilhe",)
    assert people.names_for("+33639989999") == ()
    assert set(people.names_for_many([MOTHER.e164, OWN.e164, "+33639989999"])) == {MOTHER.e164, OWN.e164}
    assert people.contact_ids_for(MOTHER.e164) == (family["mother"],)


def test_what_is_not_there_is_said(people: People) -> None:
    for ask in (people.contact, people.group):
        with pytest.raises(InputError, match="no longer there"):
            ask(99)
    with pytest.raises(InputError, match="needs a name"):
        people.save_contact(ContactDraft(" ", ""))


def test_everybody_a_list_finds_is_given_by_id_alone(people: People, family: dict[str, int]) -> None:
    choir = made_group(people, "Chorale")
    people.add_to_group(choir.id, [family["lea"], family["tom"]])
    assert people.contact_ids() == tuple(contact.id for contact in people.contacts())
    assert people.contact_ids(choir.id, "lea") == (family["lea"],)
