"""Imports from file to people: planned first, then all or nothing, and the second time nothing."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from made_groups import made_group

from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.class_lists import RowKey
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import Contact, ContactKind
from smsdesk.services.consents import Consents
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.importing import Importing
from smsdesk.services.people import ContactDraft, People
from smsdesk.storage.database import Database

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "conservatoire.xlsx"
HEADER = ["Nom", "Prénom", "Né(e) le", "Classe", "Tél mère", "Tél père", "E-mail mère"]


@pytest.fixture
def importing(database: Database, events: Events) -> Importing:
    return Importing(database, events)


@pytest.fixture
def people(database: Database, events: Events) -> People:
    return People(database, events)


def listed(path: Path, *rows: Sequence[object], header: Sequence[str] = HEADER) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows])
    return path


def dump(database: Database) -> list[tuple[object, ...]]:
    tables = ("contacts", "phones", "guardianships", "groups", "weekly_slots", "memberships")
    return [
        tuple(row)
        for table in tables
        for row in database.read().execute(f"SELECT * FROM {table} ORDER BY 1, 2")
    ]


def tel(number: int) -> str:
    return f"06 39 98 00 {number:02d}"


def e164(number: int) -> str:
    return f"+336399800{number:02d}"


def pupils(people: People) -> dict[str, Contact]:
    return {contact.name: contact for contact in people.contacts() if contact.kind is ContactKind.PUPIL}


def mobiles(contact: Contact) -> list[list[str]]:
    return [[phone.e164 for phone in guardian.phones] for guardian in contact.guardians]


LEA = ["Martin", "Léa", "12/03/2014", "CM1", tel(1), tel(2), "a@example.org"]
TOM = ["Martin", "Tom", "01/05/2016", "CP", tel(1), tel(2), ""]


def test_a_plan_writes_nothing(tmp_path: Path, importing: Importing, people: People) -> None:
    plan = importing.plan(listed(tmp_path / "ecole.csv", LEA, TOM))
    assert [person.name for person in plan.new] == ["Léa Martin", "Tom Martin"]
    assert dict(plan.groups) == {"CM1": 1, "CP": 1}
    assert people.count() == 0
    assert people.groups() == ()


def test_applying_makes_people_families_and_groups(
    tmp_path: Path, importing: Importing, people: People, heard: list[Changed]
) -> None:
    result = importing.apply(importing.plan(listed(tmp_path / "ecole.csv", LEA, TOM)))
    assert (result.new, result.changed, result.unchanged) == (2, 0, 0)
    lea, tom = pupils(people).values()
    assert mobiles(lea) == [[e164(1)], [e164(2)]]
    assert [guardian.contact_id for guardian in lea.guardians] == [
        guardian.contact_id for guardian in tom.guardians
    ]
    assert [(group.name, group.size) for group in people.groups()] == [("CM1", 1), ("CP", 1)]
    assert people.count() == 4
    assert {event.topic for event in heard} == {Topic.PEOPLE, Topic.GROUPS}


def test_the_same_file_twice_changes_nothing(
    importing: Importing, people: People, database: Database
) -> None:
    importing.apply(importing.plan(SAMPLE))
    before = dump(database)
    plan = importing.plan(SAMPLE)
    assert (len(plan.new), len(plan.changed), len(plan.unchanged), len(plan.left)) == (0, 0, 60, 0)
    assert not plan.warnings
    importing.apply(plan)
    assert dump(database) == before


def test_the_sample_has_its_courses_families_and_one_rejected_cell(
    importing: Importing, people: People
) -> None:
    plan = importing.plan(SAMPLE)
    importing.apply(plan)
    assert [reject.value for reject in plan.rejected] == ["06 39 98 1"]
    assert len(pupils(people)) == 60
    assert [(group.name, group.teacher) for group in people.groups()] == [
        ("Chant choral", "Inès Garnier"), ("Flûte traversière", "Anaïs Delcœur"), ("Formation musicale", "Loïc Hervé"),
        ("Guitare", "João Ferreira"), ("Piano", "Hélène Marchand"), ("Violon", "Étienne Caron"),
    ]  # fmt: skip
    assert all(group.slots for group in people.groups())
    phones = [phone for contact in people.contacts(limit=-1) for phone in contact.phones]
    assert all(phone.e164.startswith(("+3363998", "+33199001")) for phone in phones)
    assert sum(not phone.mobile for phone in phones) == 1


def test_changes_show_old_and_new_side_by_side(tmp_path: Path, importing: Importing, people: People) -> None:
    path = tmp_path / "ecole.csv"
    importing.apply(importing.plan(listed(path, LEA, TOM)))
    moved = ["MARTIN", "Lea", "12/03/2014", "CM2", tel(9), tel(2), "a@example.org"]
    plan = importing.plan(listed(path, moved, TOM))
    assert [person.name for person in plan.changed] == ["Lea MARTIN"]
    changes = {change.field: (change.old, change.new) for change in plan.changed[0].changes}
    assert changes["groups"] == ("", "CM2")
    assert e164(1) in changes["guardians"][0]
    assert e164(9) in changes["guardians"][1]
    importing.apply(plan)
    lea = pupils(people)["Léa Martin"]
    assert sorted(mobiles(lea)) == [[e164(2)], [e164(9)]]
    assert lea.groups == ("CM1", "CM2")
    assert mobiles(pupils(people)["Tom Martin"]) == [[e164(1)], [e164(2)]]
    assert not importing.plan(path).changed


def test_a_mothers_new_number_replaces_the_old_one(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    path = tmp_path / "ecole.csv"
    importing.apply(importing.plan(listed(path, LEA, TOM)))
    plan = importing.plan(listed(path, [*LEA[:4], tel(9), *LEA[5:]], [*TOM[:4], tel(9), *TOM[5:]]))
    importing.apply(plan)
    assert [mobiles(pupil)[0] for pupil in pupils(people).values()] == [[e164(9)], [e164(9)]]
    assert people.count() == 4


def test_an_empty_cell_takes_nothing_away(tmp_path: Path, importing: Importing, people: People) -> None:
    path = tmp_path / "ecole.csv"
    importing.apply(importing.plan(listed(path, LEA)))
    plan = importing.plan(listed(path, ["Martin", "Léa", "", "CM1", "", "", ""]))
    assert len(plan.unchanged) == 1
    importing.apply(plan)
    assert mobiles(pupils(people)["Léa Martin"]) == [[e164(1)], [e164(2)]]


def test_whoever_left_the_list_is_told_and_stays(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    path = tmp_path / "ecole.csv"
    zoe = ["Petit", "Zoé", "", "CM1", tel(5), "", ""]
    importing.apply(importing.plan(listed(path, LEA, zoe)))
    plan = importing.plan(listed(path, LEA))
    assert [(leaver.name, leaver.group) for leaver in plan.left] == [("Zoé Petit", "CM1")]
    importing.apply(plan)
    assert "Zoé Petit" in pupils(people)


def test_a_pupil_is_known_by_the_schools_number_whatever_his_name(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    header = ["INE", "Nom", "Prénom", "Classe", "Tél mère"]
    path = tmp_path / "ecole.csv"
    importing.apply(importing.plan(listed(path, ["111A", "Martin", "Léa", "CM1", tel(1)], header=header)))
    plan = importing.plan(listed(path, ["111A", "Durand", "Léa", "CM1", tel(1)], header=header))
    assert not plan.new
    importing.apply(plan)
    assert list(pupils(people)) == ["Léa Durand"]


def test_a_brother_imported_later_gets_the_same_mother(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    importing.apply(importing.plan(listed(tmp_path / "a.csv", LEA)))
    importing.apply(importing.plan(listed(tmp_path / "b.csv", TOM)))
    lea, tom = pupils(people).values()
    assert [guardian.contact_id for guardian in lea.guardians] == [
        guardian.contact_id for guardian in tom.guardians
    ]


def test_a_name_alone_is_asked_and_nothing_changes_until_accepted(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    header = ["Nom", "Prénom", "Classe", "Tél"]
    importing.apply(
        importing.plan(listed(tmp_path / "a.csv", ["Martin", "Léa", "CM1", tel(1)], header=header))
    )
    plan = importing.plan(listed(tmp_path / "b.csv", ["Martin", "Léa", "Chorale", tel(7)], header=header))
    assert len(plan.warnings) == 1
    with pytest.raises(InputError, match="doubtful"):
        importing.apply(plan)
    assert pupils(people)["Léa Martin"].groups == ("CM1",)
    importing.apply(plan, accept_warnings=True)
    assert pupils(people)["Léa Martin"].groups == ("Chorale", "CM1")


def test_homonyms_of_other_birth_dates_are_others(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    importing.apply(importing.plan(listed(tmp_path / "a.csv", LEA)))
    other = ["Martin", "Léa", "30/09/2010", "CM1", tel(7), "", ""]
    plan = importing.plan(listed(tmp_path / "a.csv", LEA, other))
    assert (len(plan.new), len(plan.unchanged), len(plan.warnings)) == (1, 1, 0)


def test_people_changed_since_the_plan_stop_it(tmp_path: Path, importing: Importing, people: People) -> None:
    plan = importing.plan(listed(tmp_path / "ecole.csv", LEA))
    importing.apply(plan)
    with pytest.raises(InputError, match="changed since"):
        importing.apply(plan)
    assert people.count() == 3


def archived_lea(
    tmp_path: Path, importing: Importing, people: People, *again: object
) -> tuple[Contact, Path]:
    """Léa was imported and archived; a list has her number again, and half of her name."""
    header = ["INE", "Nom", "Prénom", "Classe", "Tél mère"]
    path = listed(tmp_path / "ecole.csv", ["111A", "Martin", "Léa", "CM1", tel(1)], header=header)
    importing.apply(importing.plan(path))
    lea = pupils(people)["Léa Martin"]
    people.archive_contacts((lea.id,))
    return lea, listed(path, again or ["111A", "Roux", "Léa", "CM2", tel(2)], header=header)


@pytest.mark.parametrize(
    "again",
    [("111A", "MARTIN", "Lea", "CM2", tel(2)), ("", "Martin", "Léa", "CM2", tel(1))],
    ids=["number", "phone"],
)
def test_an_archived_pupil_who_comes_back_for_sure_is_not_asked_about(
    tmp_path: Path, importing: Importing, people: People, again: tuple[object, ...]
) -> None:
    lea, path = archived_lea(tmp_path, importing, people, *again)
    plan = importing.plan(path)
    (back,) = plan.changed
    assert (plan.warnings, plan.new) == ((), ())
    assert "archived" in [change.field for change in back.changes]
    importing.apply(plan)
    assert pupils(people)["Léa Martin"].id == lea.id
    assert not importing.plan(path).changed


def test_a_whole_school_that_comes_back_is_asked_about_only_where_two_are_alike(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    header = ["Nom", "Prénom", "Né(e) le", "Classe", "Tél mère"]
    name = [f"Martin{letter}" for letter in "abcdefgh"]
    school = [[name[n % 8], "Léa", f"{n + 1:02}/03/2018", "CM1", tel(n)] for n in range(24)]
    path = listed(tmp_path / "ecole.csv", *school, header=header)
    importing.apply(importing.plan(path))
    for _ in range(2):
        people.save_contact(ContactDraft("Tom", "Roux", birth_date=date(2018, 7, 7)))
    people.archive_contacts(people.contact_ids())
    up = [[*row[:3], "CM2", tel(n + 30)] for n, row in enumerate(school)]
    tom = ["Roux", "Tom", "07/07/2018", "CM2", tel(90)]
    plan = importing.plan(listed(path, *up, tom, header=header))
    assert (len(plan.changed), [doubt.name for doubt in plan.warnings]) == (24, ["Tom Roux"])


def test_an_archived_pupil_who_may_come_back_is_asked_about(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    lea, path = archived_lea(tmp_path, importing, people)
    plan = importing.plan(path)
    (doubt,) = plan.warnings
    assert [candidate.contact_id for candidate in doubt.candidates] == [lea.id]
    assert doubt.row == RowKey("", 2, "Léa Roux")
    back = importing.plan(path, answers={doubt.row: lea.id})
    assert not back.warnings
    importing.apply(back)
    assert pupils(people)["Léa Roux"].id == lea.id
    assert mobiles(people.contact(lea.id)) == [[e164(2)]]
    assert not importing.plan(path).changed


def test_an_archived_pupil_can_be_somebody_new(tmp_path: Path, importing: Importing, people: People) -> None:
    lea, path = archived_lea(tmp_path, importing, people)
    plan = importing.plan(path, answers={RowKey("", 2, "Léa Roux"): None})
    assert (len(plan.new), len(plan.warnings)) == (1, 0)
    importing.apply(plan)
    assert pupils(people)["Léa Roux"].id != lea.id
    assert people.contact(lea.id).archived


def test_a_namesake_in_the_archive_does_not_come_back_by_a_yes_alone(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    lea, path = archived_lea(tmp_path, importing, people, "", "Martin", "Léa", "CM2", tel(9))
    importing.apply(importing.plan(path), accept_warnings=True)
    assert pupils(people)["Léa Martin"].id != lea.id


def test_an_answer_settles_a_doubt_and_another_is_asked_again(
    tmp_path: Path, importing: Importing, people: People
) -> None:
    header = ["Nom", "Prénom", "Classe", "Tél"]
    twice = [["Martin", "Léa", "CM1", tel(1)], ["Martin", "Léa", "CM2", tel(2)]]
    importing.apply(importing.plan(listed(tmp_path / "a.csv", *twice, header=header)), accept_warnings=True)
    path = listed(tmp_path / "b.csv", ["Martin", "Léa", "CP", tel(7)], header=header)
    (doubt,) = importing.plan(path).warnings
    first, second = (candidate.contact_id for candidate in doubt.candidates)
    assert doubt.candidates[0].detail == f"cm1 · {e164(1)}"
    assert doubt.row is not None
    assert importing.plan(path, answers={doubt.row: -1}).warnings == (doubt,)
    plan = importing.plan(path, answers={doubt.row: second})
    assert not plan.warnings
    importing.apply(plan)
    assert people.contact(second).groups == ("CM2", "CP")
    assert people.contact(first).groups == ("CM1",)


def test_a_refusal_in_the_list_is_kept_once_and_a_later_word_stands(
    tmp_path: Path, database: Database, importing: Importing, people: People
) -> None:
    header = ["Nom", "Prénom", "Classe", "Tél", "Accepte SMS"]
    path = listed(
        tmp_path / "a.csv",
        ["Petit", "Jean", "A", tel(1), "non"],
        ["Roux", "Anne", "A", tel(2), "oui"],
        header=header,
    )
    importing.apply(importing.plan(path))
    request = AudienceRequest(group_ids=(people.group_named("A").id,))
    assert [recipient.e164 for recipient in people.audience(request).recipients] == [e164(2)]
    Consents(database, Events()).record(e164(1), Purpose.INFORMATION, granted=True, source="phone call")
    importing.apply(importing.plan(path))
    assert len(people.audience(request).recipients) == 2


def test_a_contact_made_by_hand_is_completed(tmp_path: Path, importing: Importing, people: People) -> None:
    by_hand = people.save_contact(ContactDraft("Léa", "Martin"))
    people.add_to_group(made_group(people, "CM1").id, [by_hand.id])
    importing.apply(importing.plan(listed(tmp_path / "ecole.csv", LEA)))
    found = people.contact(by_hand.id)
    assert str(found.birth_date) == "2014-03-12"
    assert mobiles(found) == [[e164(1)], [e164(2)]]


@pytest.mark.parametrize("group", ["", "  "])
def test_an_empty_group_name_is_refused(tmp_path: Path, importing: Importing, group: str) -> None:
    with pytest.raises(InputError, match="needs a name"):
        importing.plan(listed(tmp_path / "a.csv", LEA), group=group)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from smsdesk.services import import_writing
    from smsdesk.services.events import Events
    from smsdesk.services.importing import Importing
    from smsdesk.storage.database import Database

    importing = Importing(Database(Path(sys.argv[1])), Events())
    plan = importing.plan(Path(sys.argv[2]))
    write_groups = import_writing._Writing._write_groups

    def killed(*args):
        write_groups(*args)
        os.kill(os.getpid(), signal.SIGKILL)

    import_writing._Writing._write_groups = killed
    importing.apply(plan)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_in_the_middle_leaves_nothing(tmp_path: Path, events: Events) -> None:
    path = tmp_path / "killed.sqlite3"
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(path), str(SAMPLE)], check=False
    )
    assert ended.returncode == -signal.SIGKILL
    database = Database(path)
    assert People(database, events).count() == 0
    assert People(database, events).groups() == ()
    database.close()
