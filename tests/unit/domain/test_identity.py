"""Who of a list is somebody known: every mixture of name, number, birth, phone, guardian and class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from smsdesk.domain.class_lists import ClassList, Draft, Link
from smsdesk.domain.import_changes import plan_import
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.known_people import KnownLink, KnownPerson
from smsdesk.domain.names import name_key
from smsdesk.domain.people import ContactKind, Phone

SAME, NEW = "same", "new"
ASKED_SAME, ASKED_NEW = "asked, the same by a yes", "asked, new by a yes"
BORN, BORN_ELSE = date(2014, 3, 12), date(2015, 1, 1)


@dataclass(frozen=True)
class Pupil:
    """A pupil with one mother, as a list or the profile has her; "" and None say nothing."""

    name: tuple[str, str] = ("Léa", "Martin")
    number: str = ""
    birth: date | None = None
    phone: str = ""
    mother: tuple[str, str] = ("Mère de Léa", "Martin")
    group: str = ""
    address: str = ""
    email: str = ""


def phones(number: str) -> tuple[Phone, ...]:
    return (Phone(f"+336399800{number}", "", mobile=True),) if number else ()


def known_from(pupil: Pupil, at: int = 1) -> dict[int, KnownPerson]:
    first, last = pupil.mother
    mother = KnownPerson(at + 1, ContactKind.GUARDIAN, first, last, name_key(first, last), None, "", "", "", "", "", "",
                         phones(pupil.phone))  # fmt: skip
    first, last = pupil.name
    child = KnownPerson(
        at, ContactKind.PUPIL, first, last, name_key(first, last), pupil.birth, pupil.number, pupil.email,
        pupil.address, "", "", "", (), frozenset(filter(None, [pupil.group])), (KnownLink(at + 1, "", True),),
    )  # fmt: skip
    return {at: child, at + 1: mother}


def draft_from(pupil: Pupil, row: int = 2) -> Draft:
    first, last = pupil.mother
    mother = Draft(ContactKind.GUARDIAN, first, last, phones(pupil.phone), key=name_key(first, last),
                   made_up_name=first.startswith("Mère"))  # fmt: skip
    first, last = pupil.name
    return Draft(
        ContactKind.PUPIL, first, last, guardians=(Link(mother),), groups=tuple(filter(None, [pupil.group])),
        birth_date=pupil.birth, external_id=pupil.number, email=pupil.email, address=pupil.address,
        row=row, key=name_key(first, last),
    )  # fmt: skip


def planned(known: dict[int, KnownPerson], *listed: Pupil) -> ImportPlan:
    drafts = tuple(draft_from(pupil, row) for row, pupil in enumerate(listed, 2))
    return plan_import("a.xlsx", ClassList(drafts, (), ()), known)


def verdict(known: Pupil, listed: Pupil) -> str:
    plan = planned(known_from(known), listed)
    if not plan.warnings:
        return NEW if plan.new else SAME
    (doubt,) = plan.warnings
    assert [each.contact_id for each in doubt.candidates] == [1]
    return ASKED_NEW if plan.new else ASKED_SAME


SOPHIE, ANNE, TITLED = ("Sophie", "Martin"), ("Anne", "Roux"), ("Mme", "Martin")

MATRIX = {
    # the same name: what else is the same, other, or not said
    "nothing but the name": (Pupil(), Pupil(), ASKED_SAME),
    "other phone": (Pupil(phone="01"), Pupil(phone="02"), ASKED_SAME),
    "other phone, other class": (Pupil(phone="01", group="ce1"), Pupil(phone="02", group="CE2"), ASKED_SAME),
    "same phone": (Pupil(phone="01"), Pupil(phone="01"), SAME),
    "same phone, other class": (Pupil(phone="01", group="ce1"), Pupil(phone="01", group="CE2"), SAME),
    "same class, no phone known": (Pupil(group="ce1"), Pupil(phone="02", group="CE1"), SAME),
    "same class, no phone listed": (Pupil(phone="01", group="ce1"), Pupil(group="CE1"), SAME),
    "same class, other phone": (Pupil(phone="01", group="ce1"), Pupil(phone="02", group="CE1"), ASKED_SAME),
    "same class, other phone, same mother": (
        Pupil(phone="01", group="ce1", mother=SOPHIE), Pupil(phone="02", group="CE1", mother=SOPHIE), SAME,
    ),
    "same class, other phone, other mother": (
        Pupil(phone="01", group="ce1", mother=SOPHIE), Pupil(phone="02", group="CE1", mother=ANNE), ASKED_SAME,
    ),
    "same class, other phone, a mother named by her title alone": (
        Pupil(phone="01", group="ce1", mother=TITLED), Pupil(phone="02", group="CE1", mother=TITLED), ASKED_SAME,
    ),
    "same class, other phone, same house": (
        Pupil(phone="01", group="ce1", address="1 rue Basse"), Pupil(phone="02", group="CE1", address="1 Rue basse"), SAME,
    ),
    "same class, other phone, same e-mail": (
        Pupil(phone="01", group="ce1", email="a@example.org"), Pupil(phone="02", group="CE1", email="A@example.org"), SAME,
    ),
    "same birth": (Pupil(birth=BORN), Pupil(birth=BORN), SAME),
    "same birth, other phone, other class": (
        Pupil(birth=BORN, phone="01", group="ce1"), Pupil(birth=BORN, phone="02", group="CE2"), SAME,
    ),
    "other birth": (Pupil(birth=BORN), Pupil(birth=BORN_ELSE), NEW),
    "other birth, same class": (Pupil(birth=BORN, group="ce1"), Pupil(birth=BORN_ELSE, group="CE1"), NEW),
    "other birth, same phone": (Pupil(birth=BORN, phone="01"), Pupil(birth=BORN_ELSE, phone="01"), ASKED_NEW),
    "same number": (Pupil(number="1A"), Pupil(number="1A"), SAME),
    "same number, other phone, other class": (
        Pupil(number="1A", phone="01", group="ce1"), Pupil(number="1A", phone="02", group="CE2"), SAME,
    ),
    "same number, other birth": (Pupil(number="1A", birth=BORN), Pupil(number="1A", birth=BORN_ELSE), SAME),
    "other number": (Pupil(number="1A"), Pupil(number="2B"), NEW),
    "other number, same class": (Pupil(number="1A", group="ce1"), Pupil(number="2B", group="CE1"), ASKED_NEW),
    "other number, same phone": (Pupil(number="1A", phone="01"), Pupil(number="2B", phone="01"), ASKED_SAME),
    "other number, same birth": (Pupil(number="1A", birth=BORN), Pupil(number="2B", birth=BORN), ASKED_SAME),
    "other number, other birth, same phone": (
        Pupil(number="1A", birth=BORN, phone="01"), Pupil(number="2B", birth=BORN_ELSE, phone="01"), NEW,
    ),
    # nearly the same name
    "a slip in the name, nothing else": (Pupil(), Pupil(name=("Léa", "Matrin")), NEW),
    "a slip in the name, same phone": (Pupil(phone="01"), Pupil(name=("Léa", "Matrin"), phone="01"), ASKED_NEW),
    "a slip in the name, same class": (Pupil(group="ce1"), Pupil(name=("Léa", "Matrin"), group="CE1"), ASKED_NEW),
    "a slip in the name, same birth": (Pupil(birth=BORN), Pupil(name=("Léa", "Matrin"), birth=BORN), ASKED_NEW),
    "a slip in the name, same phone, other birth": (
        Pupil(phone="01", birth=BORN), Pupil(name=("Léa", "Matrin"), phone="01", birth=BORN_ELSE), NEW,
    ),
    "halves exchanged, same phone": (Pupil(phone="01"), Pupil(name=("Martin", "Léa"), phone="01"), ASKED_NEW),
    "a second last name, same phone": (Pupil(phone="01"), Pupil(name=("Léa", "Martin-Roux"), phone="01"), ASKED_NEW),
    "a slip in the name, same number": (Pupil(number="1A"), Pupil(name=("Léa", "Matrin"), number="1A"), SAME),
    # another name
    "a sister": (Pupil(phone="01", group="ce1"), Pupil(name=("Zoé", "Martin"), phone="01", group="CE1"), NEW),
    "another name, same number, same phone": (
        Pupil(number="1A", phone="01"), Pupil(name=("Zoé", "Petit"), number="1A", phone="01"), SAME,
    ),
    "another name, same number": (
        Pupil(number="1A", phone="01"), Pupil(name=("Zoé", "Petit"), number="1A", phone="02"), ASKED_NEW,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MATRIX)
def test_who_is_who(case: str) -> None:
    known, listed, expected = MATRIX[case]
    assert verdict(known, listed) == expected


def test_who_is_certain_is_found_before_anybody_is_asked_about() -> None:
    """A namesake with a new phone does not take the place of the one who has hers still."""
    known = known_from(Pupil(phone="01", group="ce1"))
    plan = planned(known, Pupil(phone="02", group="CE1"), Pupil(phone="01", group="CE1"))
    assert not plan.warnings
    assert [person.draft.row for person in plan.unchanged] == [3]
    assert [person.draft.row for person in plan.new] == [2]


def test_a_name_that_is_nearly_anothers_is_no_question_while_the_other_is_in_the_list() -> None:
    known = known_from(Pupil(phone="01", group="ce1"))
    plan = planned(
        known, Pupil(phone="01", group="CE1"), Pupil(name=("Léna", "Martin"), phone="01", group="CE1")
    )
    assert not plan.warnings
    assert len(plan.new) == 1


def test_of_several_namesakes_one_is_asked_for_with_all_of_them() -> None:
    known = known_from(Pupil(phone="01", group="ce1")) | known_from(Pupil(phone="03", group="ce1"), 3)
    plan = planned(known, Pupil(phone="02", group="CE1"))
    (doubt,) = plan.warnings
    assert [each.contact_id for each in doubt.candidates] == [1, 3]
    assert len(plan.new) == 1


def test_a_mother_with_a_slip_in_her_name_stays_the_same_and_the_change_is_shown() -> None:
    known = known_from(Pupil(phone="01", group="ce1", mother=SOPHIE))
    plan = planned(known, Pupil(phone="01", group="CE1", mother=("Sophie", "Martin-Roux")))
    (person,) = plan.changed
    assert person.guardian_ids == (2,)
    assert [(each.field, each.old, each.new) for each in person.changes] == [
        ("guardians", "Sophie Martin", "Sophie Martin-Roux")
    ]
