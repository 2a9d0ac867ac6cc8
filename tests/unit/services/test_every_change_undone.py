"""Every kind of change that the people page makes, walked back and forth: the tables mean what they meant."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from made_groups import made_group

from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone, WeeklySlot
from smsdesk.domain.seasons import Carry, Carrying, WithoutGroup
from smsdesk.services.consents import Consents
from smsdesk.services.duplicates import Duplicates
from smsdesk.services.events import Events
from smsdesk.services.history import History
from smsdesk.services.importing import Importing
from smsdesk.services.people import ContactDraft, GroupDraft, GuardianDraft, People
from smsdesk.services.seasons import Seasons
from smsdesk.storage.database import Database

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ONE, TWO, THREE = Phone("+33639980001", "portable"), Phone("+33639980002"), Phone("+33639980003")
MONDAY, TUESDAY = WeeklySlot(0, time(17, 30)), WeeklySlot(1, time(9), time(10), "B2")
CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Blanc;Zoé;;;\nTEL;TYPE=CELL:06 39 98 00 09\nEND:VCARD\n"
ANNE = GuardianDraft(None, "Anne", "Martin", (ONE,), "mère")
MARC = GuardianDraft(None, "Marc", "Martin", (TWO,), "père")
FRENCH = Path(__file__).parents[3] / "resources" / "translations" / "smsdesk_fr.ts"
TITLES = (
    "{name} changed", "{name} added", "{name} archived", "{name} taken back from the archive",
    "Group {name} created", "Group {name} changed", "Group {name} archived",
    "Group {name} taken back from the archive", "{name} taken out of {group}", "{name} put into {group}",
    "{phone}: agreement recorded", "{phone}: objection recorded", "{other} merged into {name}",
    "{phone}: what was asked by SMS is taken back", "{one} and {other} are two people", "Import of {file}",
    "Season {season} begun", "Hours of {name} in {group} changed", "Hours of the pupils of {group} changed",
)  # fmt: skip
_BOOKKEEPING = {"change_sets", "changed_rows", "imports", "list_shapes", "import_lists"}
"""What is noted of the changes themselves; an import that is undone has still been made."""


@dataclass
class School:
    """A pupil with two guardians, one who is there twice, two groups with hours, and everything that changes them."""

    database: Database
    events: Events
    folder: Path

    def __post_init__(self) -> None:
        self.people = People(self.database, self.events, lambda: NOW)
        self.importing = Importing(self.database, self.events, lambda: NOW)
        self.consents = Consents(self.database, self.events, lambda: NOW)
        self.duplicates = Duplicates(self.database, self.events, lambda: NOW)
        self.seasons = Seasons(self.database, self.events, lambda: NOW)
        pupil = ContactDraft(
            "Léa", "Martin", phones=(THREE,), birth_date=date(2015, 3, 4), guardians=(ANNE, MARC)
        )
        self.lea = self.people.save_contact(pupil).id
        self.twin = self.people.save_contact(ContactDraft("Lea", "MARTIN", phones=(THREE,))).id
        self.gone = self.people.save_contact(ContactDraft("Parti", "Loin")).id
        self.people.archive_contacts([self.gone])
        self.piano = made_group(self.people, "Piano", GroupKind.COURSE, slots=(MONDAY, TUESDAY)).id
        self.choir = made_group(self.people, "Chorale", GroupKind.ENSEMBLE).id
        self.past = made_group(self.people, "Passé").id
        self.people.archive_group(self.past)
        self.people.add_to_group(self.piano, [self.lea])
        self.consents.record(ONE.e164, Purpose.PROMOTION, True, "formulaire")

    def state(self) -> dict[str, list[str]]:
        """All that is kept, and what a search finds: whatever an undoing forgets shows."""
        connection = self.database.read()
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        names = {name for (name,) in tables if not name.startswith(("sqlite_", "_"))}
        kept = {
            name: sorted(map(repr, map(tuple, connection.execute(f"SELECT * FROM {name}"))))
            for name in sorted(names - _BOOKKEEPING)
            if "_fts" not in name and "search" not in name
        }
        for word in ("martin", "zoe", "06 39 98 00 09", "durand", "petit"):
            kept[f"found: {word}"] = [contact.name for contact in self.people.contacts(search=word)]
        return kept

    def edit(self, **values: object) -> None:
        known = self.people.contact(self.lea)
        guardians = tuple(
            GuardianDraft(each.contact_id, relation=each.relation, receives=each.receives)
            for each in known.guardians
        )
        draft = ContactDraft(
            known.first_name,
            known.last_name,
            known.kind,
            known.phones,
            known.id,
            known.birth_date,
            guardians=guardians,
        )
        self.people.save_contact(replace(draft, **values))  # type: ignore[arg-type]

    def guardians(self) -> tuple[GuardianDraft, ...]:
        return tuple(
            GuardianDraft(each.contact_id, relation=each.relation, receives=each.receives)
            for each in self.people.contact(self.lea).guardians
        )

    def regroup(self, group_id: int, **values: object) -> None:
        group = self.people.group(group_id)
        draft = GroupDraft(
            group.id,
            group.name,
            group.kind,
            group.parent_id,
            group.teacher_id,
            group.slots,
            group.filter,
            group.season,
        )
        self.people.save_group(replace(draft, **values))  # type: ignore[arg-type]

    def import_file(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        self.importing.apply(self.importing.plan(path), accept_warnings=True)

    def paste(self, text: str) -> None:
        self.importing.apply(self.importing.plan_text(text, "Presse-papiers"), accept_warnings=True)


CHANGES: dict[str, tuple[Callable[[School], object], str]] = {
    "contact created": (
        lambda s: s.people.save_contact(ContactDraft("Zoé", "Roux", ContactKind.TEACHER, (THREE,))),
        "Zoé Roux added",
    ),
    "contact edited": (
        lambda s: s.edit(email="l@example.org", city="Olivet", notes="x"),
        "Léa Martin changed",
    ),
    "birth date taken away": (lambda s: s.edit(birth_date=None), "Léa Martin changed"),
    "name typed in the table": (lambda s: s.people.rename(s.lea, "Durand, Léa"), "Léa Durand changed"),
    "phones typed in the table": (
        lambda s: s.people.retype_phones(s.lea, "06 39 98 00 09"),
        "Léa Martin changed",
    ),
    "contact archived": (lambda s: s.people.archive_contacts([s.lea]), "Léa Martin archived"),
    "several archived": (lambda s: s.people.archive_contacts([s.lea, s.twin]), "2 people archived"),
    "contact taken back": (
        lambda s: s.people.restore_contacts([s.gone]),
        "Parti Loin taken back from the archive",
    ),
    "phone added": (lambda s: s.edit(phones=(THREE, TWO)), "Léa Martin changed"),
    "phone removed": (lambda s: s.edit(phones=()), "Léa Martin changed"),
    "phone given from a message": (
        lambda s: s.people.give_phone(s.lea, "+33639980009"),
        "Léa Martin changed",
    ),
    "preferred phone": (
        lambda s: (s.edit(phones=(THREE, TWO)), s.edit(phones=(TWO, THREE))),
        "Léa Martin changed",
    ),
    "guardian added": (
        lambda s: s.edit(guardians=(*s.guardians(), GuardianDraft(None, "Zoé", "Petit", (ONE,)))),
        "Léa Martin changed",
    ),
    "guardian taken away": (lambda s: s.edit(guardians=s.guardians()[:1]), "Léa Martin changed"),
    "guardians in another order": (lambda s: s.edit(guardians=s.guardians()[::-1]), "Léa Martin changed"),
    "guardian who no longer receives": (
        lambda s: s.edit(guardians=(replace(s.guardians()[0], receives=False), s.guardians()[1])),
        "Léa Martin changed",
    ),
    "group created": (lambda s: made_group(s.people, "Harpe", slots=(MONDAY,)), "Group Harpe created"),
    "group renamed": (lambda s: s.regroup(s.piano, name="Clavier"), "Group Clavier changed"),
    "group nested": (lambda s: s.regroup(s.piano, parent_id=s.choir), "Group Piano changed"),
    "group given a teacher": (lambda s: s.regroup(s.piano, teacher_id=s.lea), "Group Piano changed"),
    "group archived": (lambda s: s.people.archive_group(s.piano), "Group Piano archived"),
    "group taken back": (lambda s: s.people.restore_group(s.past), "Group Passé taken back from the archive"),
    "hour changed": (lambda s: s.regroup(s.piano, slots=(TUESDAY,)), "Group Piano changed"),
    "hours of a pupil": (
        lambda s: s.people.keep_lesson_hours(s.piano, {s.lea: [(0, time(17, 30))]}),
        "Hours of Léa Martin in Piano changed",
    ),
    "put into a group": (lambda s: s.people.add_to_group(s.choir, [s.twin]), "Lea MARTIN put into Chorale"),
    "taken out of a group": (
        lambda s: s.people.remove_from_group(s.piano, [s.lea]),
        "Léa Martin taken out of Piano",
    ),
    "dragged to another group": (
        lambda s: s.people.move_to_group(s.piano, s.choir, [s.lea]),
        "Léa Martin put into Chorale",
    ),
    "smart group made": (
        lambda s: made_group(s.people, "Enfants", filters=PeopleFilter(max_age=12)),
        "Group Enfants created",
    ),
    "group made a smart one": (
        lambda s: s.regroup(s.choir, filters=PeopleFilter(cities=("Olivet",))),
        "Group Chorale changed",
    ),
    "consent": (
        lambda s: s.consents.record(ONE.e164, Purpose.PROMOTION, False, "appel", "note"),
        "+33639980001: objection recorded",
    ),
    "merge": (lambda s: s.duplicates.merge(s.lea, [s.twin]), "Lea MARTIN merged into Léa Martin"),
    "told apart": (
        lambda s: s.duplicates.not_the_same(s.lea, s.twin),
        "Léa Martin and Lea MARTIN are two people",
    ),
    "import": (
        lambda s: s.import_file(
            "liste.csv", "Nom;Prénom;Classe;Tél mère\nMartin;Léa;CE1;0639980008\nPetit;Zoé;CE1;0639980009\n"
        ),
        "Import of liste.csv",
    ),
    "pasted cells": (
        lambda s: s.paste("Nom\tPrénom\tTél\nPetit\tZoé\t0639980009\n"),
        "Import of Presse-papiers",
    ),
    "vCard": (lambda s: s.import_file("carte.vcf", CARD), "Import of carte.vcf"),
    "season": (
        lambda s: s.seasons.roll_over(
            "2027-2028", {s.piano: Carry(Carrying.MEMBERS, "Piano 2")}, WithoutGroup.ARCHIVE
        ),
        "Season 2027-2028 begun",
    ),
}


@pytest.fixture
def school(database: Database, events: Events, tmp_path: Path) -> School:
    return School(database, events, tmp_path)


def test_undone_it_means_what_it_meant_and_redone_what_it_did(
    school: School, database: Database, events: Events
) -> None:
    history = History(database, events)
    before = school.state()
    wrong = []
    for kind, (change, title) in CHANGES.items():
        made = len(history.entries(500))
        change(school)
        steps = len(history.entries(500)) - made
        undoable, after = history.can_undo(), school.state()
        undone = [history.undo() for _ in range(steps)]
        back = school.state()
        redone = [history.redo() for _ in range(steps)]
        again = school.state()
        for _ in range(steps):
            history.undo()
        told = (str(undoable.title) if undoable else "", len(undone), len(redone))
        if (
            told != (title, steps, steps)
            or after == before
            or (back, again, school.state()) != (before, after, before)
        ):
            wrong.append((kind, told))
    assert wrong == []


def test_no_title_has_a_colon_of_its_own_behind_that_of_undo() -> None:
    french = {
        message.findtext("source"): message.findtext("translation")
        for message in ET.parse(FRENCH).iter("message")
    }
    titles = [source for source in french if source and source in TITLES]
    assert sorted(titles) == sorted(TITLES)
    assert [french[source] for source in titles if ":" in (french[source] or "")] == []
