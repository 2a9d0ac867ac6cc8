"""A list with an hour for each pupil: who comes when is kept, changed with the list, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from smsdesk.desk import services_of
from smsdesk.domain.course_notices import AbsenceRequest
from smsdesk.services.bundle import Services
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

LIST = """Nom;Prénom;Cours;Professeur;Jour;Heure;Portable
Martin;Léa;Piano;Mme Hélène Marchand;Mercredi;{lea};06 39 98 00 01
Petit;Tom;Piano;Mme Hélène Marchand;Mercredi;13h30;06 39 98 00 02
Roux;Zoé;Piano;M. Paul Caron;Mercredi;14h;06 39 98 00 03
Noël;Max;Piano;M. Paul Caron;Mercredi;;06 39 98 00 04
Brun;Anne;Chorale;M. Paul Caron;Mercredi;18h;06 39 98 00 05
Joly;Luc;Chorale;M. Paul Caron;Mercredi;18h;06 39 98 00 06
"""


def bring_in(services: Services, folder: Path, lea: str = "13h") -> None:
    path = folder / "eleves.csv"
    path.write_text(LIST.format(lea=lea), "utf-8")
    services.importing.apply(services.importing.plan(path))


def told(services: Services, teacher: str) -> set[str]:
    person = services.absences.teaching.teacher_named(teacher)
    request = AbsenceRequest(person.id, date(2026, 11, 25), date(2026, 11, 25))
    return {each.text.rpartition(" pour ")[2] for each in services.absences.find(request).plan.messages}


def test_each_pupil_is_told_his_own_hour(database: Database, events: Events, clock, tmp_path: Path) -> None:
    clock.now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    services = services_of(database, events, clock)
    bring_in(services, tmp_path)

    assert told(services, "Marchand") == {"Léa (Piano 13h).", "Tom (Piano 13h30)."}
    # The only hour of a part of the course is that of all in it; a choir comes together.
    assert told(services, "Caron") == {
        "Zoé (Piano 14h).", "Max (Piano 14h).", "Anne (Chorale 18h).", "Luc (Chorale 18h)."
    }  # fmt: skip


def test_the_next_list_changes_hours_and_the_same_list_nothing(
    database: Database, events: Events, clock, tmp_path: Path
) -> None:
    clock.now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    services = services_of(database, events, clock)
    bring_in(services, tmp_path)
    steps = len(services.history.entries())

    bring_in(services, tmp_path)
    assert len(services.history.entries()) == steps

    bring_in(services, tmp_path, lea="15h")
    assert told(services, "Marchand") == {"Léa (Piano 15h).", "Tom (Piano 13h30)."}
    services.history.undo()
    assert told(services, "Marchand") == {"Léa (Piano 13h).", "Tom (Piano 13h30)."}


def test_a_plan_that_changes_hours_alone_says_so_and_writes_nothing(
    database: Database, events: Events, clock, tmp_path: Path
) -> None:
    clock.now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    services = services_of(database, events, clock)
    bring_in(services, tmp_path)
    steps = services.history.entries()
    path = tmp_path / "eleves.csv"

    same = services.importing.plan(path)
    assert (len(same.new), len(same.changed), same.beyond_people) == (0, 0, False)
    path.write_text(LIST.format(lea="15h"), "utf-8")
    other = services.importing.plan(path)
    assert (len(other.new), len(other.changed), other.beyond_people) == (0, 0, True)
    assert services.history.entries() == steps
    assert told(services, "Marchand") == {"Léa (Piano 13h).", "Tom (Piano 13h30)."}
