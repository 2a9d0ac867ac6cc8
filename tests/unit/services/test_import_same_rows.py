"""Two rows of one list with one name and different phones: asked, put together or kept apart, and not asked again."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.same_rows import is_about_rows
from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.services.people import People
from smsdesk.storage.database import Database

HEADER = ("Nom", "Prénom", "Classe", "Tél élève", "Nom mère", "Prénom mère", "Tél mère")
LEA = ("Martin", "Léa", "CM1", "", "Martin", "Anne", "06 39 98 00 01")
TOM = ("Petit", "Tom", "CM1", "", "Petit", "Julie", "06 39 98 00 02")
OTHER_LEA = ("Martin", "Léa", "CM2", "06 39 98 00 04", "Martin", "Zoé", "06 39 98 00 03")


@pytest.fixture
def importing(database: Database, events: Events) -> Importing:
    return Importing(database, events)


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return text_list(tmp_path / "liste.csv", LEA, TOM, OTHER_LEA)


def text_list(path: Path, *rows: Sequence[object]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *rows])
    return path


def answered(importing: Importing, plan: ImportPlan, *, same: bool) -> ImportPlan:
    answers = {doubt.row: doubt.candidates[0].contact_id if same else None for doubt in plan.warnings}
    return importing.answer(plan, answers)


def named(people: People, name: str) -> list[tuple[set[str], set[str]]]:
    """Groups and reached numbers of everybody with this name."""
    return [
        (
            set(people.contact(person.id).groups),
            {phone.e164 for phone in person.phones}
            | {phone.e164 for one in person.guardians for phone in one.phones},
        )
        for person in people.contacts()
        if person.name == name
    ]


def test_it_is_a_question_that_the_import_waits_for(importing: Importing, path: Path) -> None:
    plan = importing.plan(path)
    (doubt,) = plan.warnings
    assert is_about_rows(doubt)
    assert (doubt.name, doubt.cell) == ("Léa Martin", "4")
    assert "+33639980001" in doubt.candidates[0].detail
    with pytest.raises(InputError):
        importing.apply(plan)


def test_two_people_stay_two_and_are_not_asked_about_again(importing: Importing, path: Path) -> None:
    plan = answered(importing, importing.plan(path), same=False)
    assert not plan.warnings
    assert importing.apply(plan).new == 3
    again = importing.plan(path)
    assert (len(again.unchanged), again.new, again.changed, again.warnings) == (3, (), (), ())


def test_one_person_has_the_families_and_classes_of_both_rows(
    importing: Importing, people: People, path: Path
) -> None:
    plan = answered(importing, importing.plan(path), same=True)
    assert not plan.warnings
    assert importing.apply(plan).new == 2
    assert named(people, "Léa Martin") == [({"CM1", "CM2"}, {"+33639980001", "+33639980003", "+33639980004"})]
    again = importing.plan(path)
    assert (len(again.unchanged), again.new, again.changed, again.warnings) == (2, (), (), ())


def test_an_answer_can_be_taken_back_before_the_import(importing: Importing, path: Path) -> None:
    first = importing.plan(path)
    plan = answered(importing, first, same=True)
    assert len(plan.new) == 2
    back = importing.answer(plan, {})
    assert (len(back.new), back.warnings) == (3, first.warnings)


def test_a_yes_to_everything_keeps_two_people(importing: Importing, people: People, path: Path) -> None:
    importing.apply(importing.plan(path), accept_warnings=True)
    assert len(named(people, "Léa Martin")) == 2


def test_people_changed_meanwhile_do_not_undo_the_answer(
    importing: Importing, people: People, path: Path, tmp_path: Path
) -> None:
    plan = answered(importing, importing.plan(path), same=True)
    importing.apply(
        importing.plan(text_list(tmp_path / "autre.csv", ("Roux", "Zoé", "CP", "", "", "", "06 39 98 00 09")))
    )
    assert importing.apply(plan).new == 2


def test_a_third_row_of_the_name_has_both_to_choose_from(
    importing: Importing, people: People, tmp_path: Path
) -> None:
    third = ("Martin", "Léa", "CM2", "06 39 98 00 08", "", "", "")
    path = text_list(tmp_path / "trois.csv", LEA, OTHER_LEA, third)
    first, second = importing.plan(path).warnings
    assert len(first.candidates) == 1
    chosen = second.candidates[-1].contact_id
    plan = importing.answer(
        importing.plan(path), {first.row: first.candidates[0].contact_id, second.row: chosen}
    )
    assert (len(plan.new), plan.warnings) == (1, ())


def test_an_answer_of_no_question_counts_for_nothing(importing: Importing, path: Path) -> None:
    (doubt,) = importing.plan(path).warnings
    for strange in (-999, 17, 0):
        assert importing.plan(path, answers={doubt.row: strange}).warnings == (doubt,)


FAMILIES = ("Nom enfant 1", "Prénom enfant 1", "Nom enfant 2", "Prénom enfant 2", "Tél mère")


def family_list(path: Path, *phones: str) -> Path:
    """Léa and Tom Martin in each row, with the phone of another mother."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [("Martin", "Léa", "Martin", "Tom", phone) for phone in phones]
        csv.writer(file, delimiter=";").writerows([FAMILIES, *rows])
    return path


def test_two_siblings_of_a_row_with_namesakes_are_asked_about_each_for_himself(
    importing: Importing, people: People, tmp_path: Path
) -> None:
    path = family_list(tmp_path / "familles.csv", "06 39 98 00 01", "06 39 98 00 02")
    plan = importing.plan(path)
    lea, tom = plan.warnings
    assert [(doubt.name, doubt.cell) for doubt in (lea, tom)] == [("Léa Martin", "3"), ("Tom Martin", "3")]
    half = importing.answer(plan, {tom.row: tom.candidates[0].contact_id})
    assert [doubt.name for doubt in half.warnings] == ["Léa Martin"]
    importing.apply(importing.answer(plan, {tom.row: tom.candidates[0].contact_id, lea.row: None}))
    assert [len(named(people, name)) for name in ("Léa Martin", "Tom Martin")] == [2, 1]
    again = importing.plan(path)
    assert (again.new, again.changed, again.warnings) == ((), (), ())


def test_two_siblings_of_a_row_who_may_be_known_are_asked_about_each_for_himself(
    importing: Importing, people: People, tmp_path: Path
) -> None:
    importing.apply(importing.plan(family_list(tmp_path / "a.csv", "06 39 98 00 01")))
    before = {person.name: person.id for person in people.contacts()}
    plan = importing.plan(family_list(tmp_path / "b.csv", "06 39 98 00 09"))
    questions = {doubt.name: doubt for doubt in plan.warnings}
    assert set(questions) == {"Léa Martin", "Tom Martin"}
    lea = questions["Léa Martin"]
    assert [each.contact_id for each in lea.candidates] == [before["Léa Martin"]]
    answers = {lea.row: before["Léa Martin"], questions["Tom Martin"].row: None}
    settled = importing.answer(plan, answers)
    assert [person.name for person in settled.changed] == ["Léa Martin"]
    assert [person.name for person in settled.new] == ["Tom Martin"]
