"""Who gets an SMS: once for each phone, for whom, and who is left out and why."""

from __future__ import annotations

from datetime import date

import pytest

from smsdesk.domain.audience import Audience, audience, is_adult
from smsdesk.domain.people import Contact, ContactKind, Guardian, Phone

TODAY = date(2026, 11, 21)
CHILD, ADULT = date(2014, 3, 12), date(2008, 11, 21)


def mobile(number: int) -> Phone:
    return Phone(f"+3363998{number:04d}")


LANDLINE = Phone("+33199001234", mobile=False)


def guardian(number: int, *phones: Phone, receives: bool = True) -> Guardian:
    return Guardian(number, f"Parent {number}", phones, receives)


def pupil(
    number: int, *guardians: Guardian, phones: tuple[Phone, ...] = (), born: date | None = CHILD
) -> Contact:
    return Contact(number, ContactKind.PUPIL, f"Léa{number}", "Martin", phones, guardians, birth_date=born)


def reached(found: Audience) -> dict[str, list[int]]:
    return {recipient.e164: [person.id for person in recipient.people] for recipient in found.recipients}


def test_every_receiving_guardian_with_a_mobile_is_reached_and_the_child_is_not() -> None:
    lea = pupil(1, guardian(8, mobile(1)), guardian(9, LANDLINE, mobile(2)), phones=(mobile(3),))
    assert reached(audience([lea], today=TODAY)) == {mobile(1).e164: [1], mobile(2).e164: [1]}


def test_the_pupil_too_is_a_choice() -> None:
    lea = pupil(1, guardian(8, mobile(1)), phones=(mobile(3),))
    assert reached(audience([lea], today=TODAY, and_pupils=True)) == {
        mobile(1).e164: [1],
        mobile(3).e164: [1],
    }


def test_an_adult_pupil_is_reached_himself() -> None:
    adult = pupil(1, guardian(8, mobile(1)), phones=(mobile(3),), born=ADULT)
    assert reached(audience([adult], today=TODAY)) == {mobile(1).e164: [1], mobile(3).e164: [1]}


def test_without_a_guardian_with_a_mobile_the_pupils_own_numbers_count() -> None:
    lea = pupil(1, guardian(8, LANDLINE), phones=(LANDLINE, mobile(3), mobile(4)))
    assert reached(audience([lea], today=TODAY)) == {mobile(3).e164: [1], mobile(4).e164: [1]}


def test_brothers_and_sisters_share_one_message() -> None:
    mother = guardian(9, mobile(1))
    found = audience([pupil(1, mother), pupil(2, mother), pupil(3, guardian(8, mobile(2)))], today=TODAY)
    assert reached(found) == {mobile(1).e164: [1, 2], mobile(2).e164: [3]}


def test_a_person_chosen_twice_is_told_once() -> None:
    lea = pupil(1, guardian(9, mobile(1)))
    assert reached(audience([lea, lea], today=TODAY)) == {mobile(1).e164: [1]}


@pytest.mark.parametrize(
    "kind", [ContactKind.TEACHER, ContactKind.STAFF, ContactKind.RESIDENT, ContactKind.GUARDIAN]
)
def test_others_are_reached_on_their_preferred_mobile(kind: ContactKind) -> None:
    person = Contact(1, kind, "Anne", "Roux", (LANDLINE, mobile(5), mobile(6)))
    assert reached(audience([person], today=TODAY)) == {mobile(5).e164: [1]}


@pytest.mark.parametrize(
    ("person", "refused", "says"),
    [
        (pupil(1), (), "No phone"),
        (pupil(1, guardian(9)), (), "No phone"),
        (pupil(1, guardian(9, LANDLINE)), (), "landlines"),
        (pupil(1, guardian(9, mobile(1))), (mobile(1).e164,), "Refused"),
        (pupil(1, guardian(9, mobile(1), receives=False)), (), "not marked as receiving"),
    ],
)
def test_whoever_is_left_out_is_named_with_the_reason(
    person: Contact, refused: tuple[str, ...], says: str
) -> None:
    found = audience([person], today=TODAY, refused=refused)
    assert not found.recipients
    assert [(left.contact_id, left.name) for left in found.left_out] == [(1, "Léa1 Martin")]
    assert says in str(found.left_out[0].reason)


def test_one_parents_refusal_leaves_the_other() -> None:
    lea = pupil(1, guardian(8, mobile(1)), guardian(9, mobile(2)))
    found = audience([lea], today=TODAY, refused={mobile(1).e164})
    assert reached(found) == {mobile(2).e164: [1]}
    assert not found.left_out


@pytest.mark.parametrize(
    ("born", "adult"),
    [(date(2008, 11, 21), True), (date(2008, 11, 22), False), (date(2008, 2, 29), True), (None, False)],
)
def test_of_age_from_the_birthday_on(born: date | None, adult: bool) -> None:
    assert is_adult(born, TODAY) is adult
