"""Who is taken for one person and who never is; names written in several ways."""

from __future__ import annotations

from datetime import date

import pytest

from smsdesk.domain.duplicates import MOST_TOGETHER, Likely, likely_duplicates
from smsdesk.domain.known_people import KnownLink, KnownPerson
from smsdesk.domain.names import name_key
from smsdesk.domain.near_names import Likeness, likeness
from smsdesk.domain.people import ContactKind, Phone

MOTHERS, FATHERS = "+33639980001", "+33639980002"
MARCH, MAY = date(2014, 3, 12), date(2014, 5, 1)
PUPIL, GUARDIAN, TEACHER = ContactKind.PUPIL, ContactKind.GUARDIAN, ContactKind.TEACHER


def person(
    contact_id: int,
    first: str,
    last: str,
    *phones: str,
    kind: ContactKind = PUPIL,
    born: date | None = None,
    number: str = "",
    guardians: tuple[int, ...] = (),
    archived: bool = False,
) -> KnownPerson:
    return KnownPerson(
        contact_id, kind, first, last, name_key(first, last), born, number, "", "", "", "", "",
        phones=tuple(Phone(e164) for e164 in phones),
        guardians=tuple(KnownLink(guardian, "", True) for guardian in guardians),
        archived=archived,
    )  # fmt: skip


def found(*people: KnownPerson, apart: tuple[tuple[int, int], ...] = ()) -> list[Likely]:
    return likely_duplicates({each.id: each for each in people}, frozenset(apart))


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        (("Léa", "Martin"), ("LEA", "MARTIN"), Likeness.SAME),
        (("Léa", "Martin"), ("Martin", "Léa"), Likeness.SAME),
        (("Jean-Marc", "L'Hôte"), ("Jean Marc", "L’Hote"), Likeness.SAME),
        (("Jean-Marc", "Petit"), ("Jeanmarc", "Petit"), Likeness.NEAR),
        (("Anne", "Martin"), ("Anne", "Martin-Petit"), Likeness.NEAR),
        (("Mathilde", "Lefevre"), ("Mathilde", "Lefebvre"), Likeness.NEAR),
        (("Kenzoa", "Martin"), ("Kenzao", "Martin"), Likeness.NEAR),
        (("Mathylde", "Martin"), ("Mathilde", "Martin"), Likeness.NEAR),
        (("Martin", "Mathylde"), ("Mathilde", "Martin"), Likeness.NEAR),
        (("Léa", "Martin"), ("Léo", "Martin"), Likeness.OTHER),
        (("Louis", "Martin"), ("Louise", "Martin"), Likeness.OTHER),
        (("Jean-Paul", "Martin"), ("Jean-Marc", "Martin"), Likeness.OTHER),
        (("Marie-Anne", "Martin"), ("Marie-Anna", "Martin"), Likeness.OTHER),
        (("Léa", "Martin"), ("Léa", "Marin-Petit"), Likeness.OTHER),
        (("", "Martin"), ("Anne", "Martin"), Likeness.OTHER),
        (("", "Martin"), ("", "MARTIN"), Likeness.SAME),
        (("Lou", "Roy"), ("Lou", "Ray"), Likeness.OTHER),
    ],
)
def test_two_ways_to_write_a_name(one: tuple[str, str], other: tuple[str, str], like: Likeness) -> None:
    assert likeness(one, other) is like
    assert likeness(other, one) is like


def test_reasons_are_said() -> None:
    (likely,) = found(
        person(1, "Léa", "Martin", MOTHERS, born=MARCH, number="7"),
        person(2, "Martin", "Lea", MOTHERS, born=MARCH),
    )
    assert likely.ids == (1, 2)
    assert [str(reason) for reason in likely.reasons] == [
        f"Same name and same phone {MOTHERS}",
        "Same name and same birth date 12/03/2014",
    ]


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        ((person(1, "Léa", "Martin", born=MARCH), person(2, "LEA", "MARTIN", born=MARCH)), "birth date"),
        (
            (person(1, "Léa", "Martin", number="7"), person(2, "Léa", "Martin", number="7", kind=TEACHER)),
            "number 7",
        ),
        ((person(1, "Anne", "Petit", MOTHERS), person(2, "Anne", "Petit-Roux", MOTHERS)), "Nearly the same name"),
        (
            (
                person(1, "Mathilde", "Petit", guardians=(9,)), person(2, "Mathylde", "Petit", guardians=(9,)),
                person(9, "Anne", "Petit", kind=GUARDIAN),
            ),
            "Same family",
        ),
        (
            (
                person(1, "Mathilde", "Petit", guardians=(8,)), person(2, "Mathylde", "Petit", guardians=(9,)),
                person(8, "Anne", "Petit", MOTHERS, kind=GUARDIAN), person(9, "Jo", "Roux", MOTHERS, kind=GUARDIAN),
            ),
            "Same family",
        ),
        (
            (
                person(9, "Tom", "Petit", guardians=(1, 2)), person(1, "Anne", "Petit", kind=GUARDIAN),
                person(2, "Anne", "Petit-Roux", kind=GUARDIAN),
            ),
            "Both are guardians of Tom Petit",
        ),
    ],
)  # fmt: skip
def test_probably_one_person(people: tuple[KnownPerson, ...], reason: str) -> None:
    (likely,) = found(*people)
    assert likely.ids == (1, 2)
    assert reason in str(likely.reasons[0])


@pytest.mark.parametrize(
    "people",
    [
        pytest.param((person(1, "Léa", "Martin", MOTHERS), person(2, "Tom", "Martin", MOTHERS)), id="siblings"),
        pytest.param(
            (
                person(1, "Léa", "Martin", MOTHERS, born=MARCH, guardians=(9,)),
                person(2, "Léo", "Martin", MOTHERS, born=MARCH, guardians=(9,)),
                person(9, "Anne", "Martin", MOTHERS, kind=GUARDIAN),
            ),
            id="twins",
        ),
        pytest.param(
            (person(1, "Jean", "Martin", MOTHERS, born=MARCH), person(2, "Jean", "Martin", MOTHERS, born=MAY)),
            id="other birth date",
        ),
        pytest.param(
            (person(1, "Jean", "Martin", MOTHERS, guardians=(2,)), person(2, "Jean", "Martin", MOTHERS, kind=GUARDIAN)),
            id="parent of the child",
        ),
        pytest.param(
            (person(1, "Jean", "Martin", MOTHERS), person(2, "Jean", "Martin", MOTHERS, kind=GUARDIAN)),
            id="a parent perhaps",
        ),
        pytest.param(
            (person(1, "Jean", "Martin", MOTHERS, number="1"), person(2, "Jean", "Martin", MOTHERS, number="2")),
            id="other number",
        ),
        pytest.param((person(1, "Léa", "Martin"), person(2, "Léa", "Martin")), id="the name alone"),
        pytest.param(
            (person(1, "Léa", "Martin", number="7"), person(2, "Anne", "Roux", number="7", kind=GUARDIAN)),
            id="a number of another list",
        ),
        pytest.param(
            (person(1, "Léa", "Martin", MOTHERS), person(2, "Léa", "Martin", MOTHERS, archived=True)), id="archived"
        ),
        pytest.param(
            (
                person(1, "Anne", "Martin", kind=GUARDIAN), person(2, "Paul", "Martin", kind=GUARDIAN),
                person(3, "Tom", "Martin", guardians=(1, 2)),
            ),
            id="two parents",
        ),
    ],
)  # fmt: skip
def test_never_one_person(people: tuple[KnownPerson, ...]) -> None:
    assert found(*people) == []


def test_who_was_told_apart_is_not_proposed() -> None:
    pair = person(1, "Léa", "Martin", MOTHERS), person(2, "Léa", "Martin", MOTHERS)
    assert found(*pair)
    assert found(*pair, apart=((1, 2),)) == []


def test_three_entries_of_one_person_are_one_proposal() -> None:
    three = [person(number, "Léa", "Martin", MOTHERS) for number in (1, 2, 3)]
    assert [likely.ids for likely in found(*three)] == [(1, 2, 3)]
    told = found(*three, apart=((1, 2),))
    assert [likely.ids for likely in told] == [(1, 3), (2, 3)]


def test_of_a_number_that_everybody_has_a_few_are_compared() -> None:
    crowd = [person(number, "Léa", "Martin", MOTHERS) for number in range(1, 20_001)]
    (likely,) = found(*crowd)
    assert len(likely.ids) == MOST_TOGETHER
