"""What is exported is imported identically: nothing changes here, and the same people come to be elsewhere."""

from __future__ import annotations

import pytest
from exported_town import NOTES, Profile, Town, a_town, profiles

from smsdesk.domain.import_plan import ImportPlan
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

NOTHING = {"new": [], "changed": [], "left": (), "rejected": [], "doubts": []}


def round_trip(town: Town, suffix: str, language: str = "fr") -> None:
    with profiles(2) as (here, there):
        here.settle(town)
        speak(here, language)
        file = here.folder / f"list{suffix}"
        assert here.exporting.write(file, ExportWhat()) == len(town.people)
        plan = here.importing.plan(file)
        assert summary(plan) == NOTHING
        assert len(plan.unchanged) == len(town.people)
        before = here.everything()
        here.importing.apply(plan)
        assert here.everything() == before
        fresh = there.importing.plan(file)
        assert len(fresh.new) == len(town.people)
        assert summary(fresh) | {"new": []} == NOTHING
        there.importing.apply(fresh)
        assert there.everything() == before


def speak(profile: Profile, language: str) -> None:
    choices = profile.preferences.read()
    profile.preferences.keep(type(choices)(language=language))


@pytest.mark.parametrize("seed", range(TOWNS))
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_spreadsheet_comes_back_as_it_was(suffix: str, seed: int) -> None:
    round_trip(a_town(seed), suffix, ("fr", "en")[seed % 2])


@pytest.mark.parametrize("seed", range(TOWNS))
def test_vcards_come_back_as_they_were(seed: int) -> None:
    round_trip(a_town(1_000 + seed, notes=tuple(note.replace("\t", " ") for note in NOTES)), ".vcf")
