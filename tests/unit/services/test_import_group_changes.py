"""Another teacher and other hours of a known course stand in the plan before anything changes."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from smsdesk.commands.import_documents import plan_document, plan_lines
from smsdesk.domain.group_changes import HoursChange, TeacherChange
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.people import WeeklySlot
from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.storage.database import Database

HEADERS = "Nom;Prénom;Cours;Professeur;Jour;Heure;Portable\n"
LEA = "Martin;Léa;Piano;{teacher};Mercredi;{hour};06 39 98 00 01\n"
TOM = "Petit;Tom;Violon;M. Klein;Lundi;17h;06 39 98 00 02\n"


def plan_of(importing: Importing, path: Path, teacher: str = "Claire Roux", hour: str = "14h") -> ImportPlan:
    path.write_text(HEADERS + LEA.format(teacher=teacher, hour=hour) + TOM, "utf-8")
    return importing.plan(path)


def test_they_are_told_old_and_new(database: Database, events: Events, tmp_path: Path) -> None:
    importing, path = Importing(database, events), tmp_path / "cours.csv"
    first = plan_of(importing, path)
    assert first.group_changes == ()
    importing.apply(first)
    assert plan_of(importing, path, teacher="ROUX Claire").group_changes == ()
    plan = plan_of(importing, path, teacher="Anne Blanc", hour="15h30")
    assert plan.group_changes == (
        TeacherChange("Piano", "Claire Roux", "Anne Blanc"),
        HoursChange("Piano", (WeeklySlot(2, time(14)),), (WeeklySlot(2, time(15, 30)),)),
    )
    assert plan_document(plan, applied=False)["group_changes"] == [
        {"group": "Piano", "field": "teacher", "old": "Claire Roux", "new": "Anne Blanc"},
        {"group": "Piano", "field": "hours", "old": "Wednesday 14:00", "new": "Wednesday 15:30"},
    ]
    assert "Piano: hours: Wednesday 14:00 -> Wednesday 15:30" in list(plan_lines(plan, applied=False))
    importing.apply(plan)
    assert plan_of(importing, path, teacher="Anne Blanc", hour="15h30").group_changes == ()
