"""The rules of reaching people, on families of every kind: each phone once, nobody forgotten, order kept."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.audience import Audience, audience, is_adult
from smsdesk.domain.people import Contact, ContactKind, Guardian, Phone

TODAY = date(2026, 11, 21)
E164S = tuple(f"+3363998000{number}" for number in range(6))

phones = st.lists(st.builds(Phone, st.sampled_from(E164S), mobile=st.booleans()), max_size=3).map(tuple)
guardians = st.lists(
    st.builds(Guardian, st.integers(50, 60), st.just("Parent"), phones, st.booleans()), max_size=3
).map(tuple)
people = st.builds(
    Contact, st.integers(1, 20), st.sampled_from(ContactKind), st.just("Léa"), st.just("Martin"), phones, guardians,
    birth_date=st.sampled_from((None, date(2014, 1, 1), date(1990, 1, 1))),
)  # fmt: skip
chosen = st.lists(people, max_size=8)
some_phones = st.frozensets(st.sampled_from(E164S))


def told_for(found: Audience) -> set[int]:
    return {person.id for recipient in found.recipients for person in recipient.people}


@given(chosen, some_phones, st.none() | some_phones, st.booleans())
def test_each_phone_once_and_everybody_is_reached_or_named(
    members: list[Contact], refused: frozenset[str], agreed: frozenset[str] | None, and_pupils: bool
) -> None:
    found = audience(members, today=TODAY, refused=refused, agreed=agreed, and_pupils=and_pupils)
    reached = [recipient.e164 for recipient in found.recipients]
    assert len(reached) == len(set(reached))
    assert not refused.intersection(reached)
    assert agreed is None or agreed.issuperset(reached)
    left_out = [person.contact_id for person in found.left_out]
    assert told_for(found).isdisjoint(left_out)
    assert told_for(found) | set(left_out) == {member.id for member in members}
    assert len(left_out) == len(set(left_out))
    assert all(str(person.reason) for person in found.left_out)


@given(chosen, some_phones)
def test_the_order_is_that_of_the_people_chosen(members: list[Contact], refused: frozenset[str]) -> None:
    found = audience(members, today=TODAY, refused=refused)
    asked = list({member.id: member for member in members})
    firsts = [asked.index(recipient.people[0].id) for recipient in found.recipients]
    assert firsts == sorted(firsts)
    for recipient in found.recipients:
        places = [asked.index(person.id) for person in recipient.people]
        assert places == sorted(places)
    assert found == audience(members, today=TODAY, refused=refused)


@given(chosen)
def test_a_phone_is_a_mobile_of_the_person_or_of_a_guardian_who_receives(members: list[Contact]) -> None:
    for recipient in audience(members, today=TODAY).recipients:
        for person in recipient.people:
            own = {phone.e164 for phone in person.phones if phone.mobile}
            theirs = {
                next((phone.e164 for phone in guardian.phones if phone.mobile), "")
                for guardian in person.guardians
                if guardian.receives and person.kind is ContactKind.PUPIL
            } - {""}
            assert recipient.e164 in own | theirs
            if person.kind is ContactKind.PUPIL and theirs and not is_adult(person.birth_date, TODAY):
                assert recipient.e164 in theirs


def test_a_guardian_who_receives_for_one_child_only() -> None:
    father = Phone("+33639980001")
    members = [
        Contact(1, ContactKind.PUPIL, "Léa", "Martin", (), (Guardian(9, "Marc", (father,), receives=True),)),
        Contact(2, ContactKind.PUPIL, "Tom", "Martin", (), (Guardian(9, "Marc", (father,), receives=False),)),
    ]
    found = audience(members, today=TODAY)
    assert [
        (recipient.e164, [person.id for person in recipient.people]) for recipient in found.recipients
    ] == [(father.e164, [1])]
    assert [(person.contact_id, str(person.reason)) for person in found.left_out] == [
        (2, "The guardians with a mobile are not marked as receiving.")
    ]


def test_advertising_needs_an_agreement() -> None:
    both, silent = Phone("+33639980001"), Phone("+33639980002")
    members = [
        Contact(number, ContactKind.RESIDENT, "Léa", "Martin", (phone,))
        for number, phone in enumerate((both, silent), 1)
    ]
    found = audience(members, today=TODAY, agreed={both.e164})
    assert [recipient.e164 for recipient in found.recipients] == [both.e164]
    assert [str(person.reason) for person in found.left_out] == ["Did not agree to receive advertising."]
    objected = audience(members, today=TODAY, refused={silent.e164}, agreed={both.e164})
    assert [str(person.reason) for person in objected.left_out] == ["Refused these messages."]
