"""A large list that was imported before is answered from what was kept, and planned anew once somebody changed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.import_plan import ImportPlan, Progress
from smsdesk.services import import_again, importing
from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.services.people import ContactDraft, People
from smsdesk.spreadsheets import reading
from smsdesk.storage.database import Database

PEOPLE = 60


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list counts as a long one, which is read in a child process: only such lists have a digest."""
    monkeypatch.setattr(reading, "_SMALL_TEXT", 1_000)


@pytest.fixture
def town(database: Database, events: Events) -> Importing:
    return Importing(database, events)


@pytest.fixture(scope="module")
def residents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists") / "habitants.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Nom", "Prénom", "Téléphone", "Adresse", "Liste"])
        for number in range(PEOPLE):
            phone = "06 1" if number == 7 else f"06 12 {number:06d}"
            street = f"{number} rue des Lilas, résidence du Grand Moulin, bâtiment {number % 9}, escalier {number % 4}"
            writer.writerow(
                [f"Nom{'abcdefghij'[number % 10]}{letters(number)}", "Léa", phone, street, "Voirie"]
            )
    return path


def letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


@contextmanager
def not_compared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever compares people here fails."""

    def refuse(*_arguments: object) -> ImportPlan:
        raise AssertionError("the people were compared")

    with monkeypatch.context() as patched:
        patched.setattr(importing, "plan_import", refuse)
        yield


def numbers(plan: ImportPlan) -> tuple[int, ...]:
    return (len(plan.new), len(plan.changed), len(plan.unchanged), len(plan.left))


def test_the_same_list_again_is_not_compared(
    town: Importing, residents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = town.plan(residents)
    assert numbers(first) == (PEOPLE, 0, 0, 0)
    town.apply(first, accept_warnings=True)
    with not_compared(monkeypatch):
        again = town.plan(residents)
        assert numbers(again) == (0, 0, PEOPLE, 0)
        assert isinstance(again.unchanged, import_again.LaterPeople)
        assert (again.rejected, again.groups, again.warnings) == (
            first.rejected,
            first.groups,
            first.warnings,
        )
        assert again.sheets == first.sheets
        town.apply(again, accept_warnings=True)
    assert {person.name for person in again.unchanged} == {person.name for person in first.new}


def test_it_is_planned_anew_when_somebody_changed_or_it_is_read_in_another_way(
    town: Importing, residents: Path, database: Database, events: Events
) -> None:
    town.apply(town.plan(residents), accept_warnings=True)
    assert isinstance(town.plan(residents).unchanged, import_again.LaterPeople)
    assert not isinstance(town.plan(residents, group="Quartier").unchanged, import_again.LaterPeople)
    People(database, events).save_contact(ContactDraft("Zoé", "Petit"))
    assert not isinstance(town.plan(residents).unchanged, import_again.LaterPeople)


def test_namesakes_with_phones_of_their_own_are_no_question_the_second_time(
    town: Importing, residents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "homonymes.csv"
    namesakes = "Martin;Léa;0639980001;;Voirie\nMartin;Léa;0639980002;;Voirie\n"
    path.write_text(residents.read_text(encoding="utf-8") + namesakes, encoding="utf-8")
    first = town.plan(path)
    assert [doubt.name for doubt in first.warnings if doubt.row] == ["Léa Martin"]
    town.apply(first, accept_warnings=True)
    with not_compared(monkeypatch):
        again = town.plan(path)
        assert (numbers(again), again.warnings) == ((0, 0, PEOPLE + 2, 0), ())
    assert [person.name for person in again.unchanged][-2:] == ["Léa Martin", "Léa Martin"]


def test_a_reading_that_nobody_waits_for_ends_at_once(town: Importing, residents: Path) -> None:
    seen: list[Progress] = []
    with pytest.raises(InputError, match="cancelled"):
        town.plan(residents, progress=seen.append, cancelled=lambda: len(seen) > 1)
    assert len(seen) == 2
    assert all(0 <= step.done <= 1 for step in seen)
