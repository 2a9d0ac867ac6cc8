"""What is exported is imported identically: nothing changes here, and the same people come to be elsewhere."""

from __future__ import annotations

import csv

import pytest
from exported_town import NOTES, Everything, Profile, Town, a_town, profiles
from made_groups import made_group

from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.people import ContactKind
from smsdesk.services.exporting import ExportWhat


def summary(plan: ImportPlan) -> dict[str, object]:
    return {
        "new": [person.name for person in plan.new],
        "changed": [(person.name, person.changes) for person in plan.changed],
        "left": plan.left,
        "rejected": [(reject.cell, reject.value, str(reject.reason)) for reject in plan.rejected],
        "doubts": [str(doubt.sentence) for doubt in plan.warnings],
    }


TOWNS = 12
SHORT_NOTES = ("", "simple", "two\nlines", '=HYPERLINK("x")', "a;b,c")

NOTHING = {"new": [], "changed": [], "left": (), "rejected": [], "doubts": []}


def round_trip(town: Town, suffix: str, language: str = "fr") -> list[Everything]:
    """What is known before the export, and after each import: here, in an empty profile, and there once more."""
    with profiles(2) as (here, there):
        here.settle(town)
        speak(here, language)
        file = here.folder / f"list{suffix}"
        assert here.exporting.write(file, ExportWhat()) == len(town.people)
        plan = here.importing.plan(file)
        assert summary(plan) == NOTHING
        assert len(plan.unchanged) == len(town.people)
        known = [here.everything()]
        here.importing.apply(plan)
        known.append(here.everything())
        fresh = there.importing.plan(file)
        assert len(fresh.new) == len(town.people)
        assert summary(fresh) | {"new": []} == NOTHING
        there.importing.apply(fresh)
        known.append(there.everything())
        again = there.importing.plan(file)
        assert summary(again) == NOTHING
        there.importing.apply(again)
        return [*known, there.everything()]


def speak(profile: Profile, language: str) -> None:
    choices = profile.preferences.read()
    profile.preferences.keep(type(choices)(language=language))


@pytest.mark.parametrize("seed", range(TOWNS))
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_spreadsheet_comes_back_as_it_was(suffix: str, seed: int) -> None:
    before, *after = round_trip(a_town(seed), suffix, ("fr", "en")[seed % 2])
    assert after == [before] * 3


@pytest.mark.parametrize("seed", range(TOWNS))
def test_vcards_come_back_as_they_were(seed: int) -> None:
    town = a_town(1_000 + seed, notes=tuple(note.replace("\t", " ") for note in NOTES))
    before, *after = round_trip(town, ".vcf")
    assert after == [before] * 3


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".vcf"])
def test_three_hundred_people_come_back_with_their_hours(suffix: str) -> None:
    town = a_town(7, notes=SHORT_NOTES, people=300)
    assert town.hours
    before, *after = round_trip(town, suffix)
    assert after == [before] * 3


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".vcf"])
def test_a_group_a_smart_group_and_a_search_change_nothing_when_they_come_back(suffix: str) -> None:
    with profiles(1) as (here,):
        here.settle(a_town(7, notes=SHORT_NOTES, people=300))
        filled = next(group for group in here.people.groups() if group.size)
        smart = made_group(here.people, "De Brest", filters=PeopleFilter(cities=("Brest",)))
        before = here.everything()
        for what in (
            ExportWhat(filled.id),
            ExportWhat(smart.id),
            ExportWhat(search="le"),
            ExportWhat(filters=PeopleFilter(kinds=frozenset({ContactKind.PUPIL}))),
        ):
            file = here.folder / f"list{suffix}"
            count = here.exporting.write(file, what)
            plan = here.importing.plan(file)
            assert summary(plan) == NOTHING
            assert len(plan.unchanged) == count > 5
            here.importing.apply(plan)
            assert here.everything() == before


def test_an_hour_of_a_person_that_no_course_of_his_has_is_rejected() -> None:
    with profiles(1) as (here,):
        here.settle(a_town(7, notes=SHORT_NOTES, people=300))
        file = here.folder / "list.csv"
        here.exporting.write(file, ExportWhat())
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.reader(opened, delimiter=";"))
        at = rows[0].index("Horaires de la personne")
        told = next(row for row in rows[1:] if row[at])
        told[at] = f"{told[at].rpartition(' : ')[0]} : lundi 03:07"
        with file.open("w", encoding="utf-8-sig", newline="") as opened:
            csv.writer(opened, delimiter=";").writerows(rows)
        (reject,) = here.importing.plan(file).rejected
        assert "no weekly hour" in str(reject.reason)
