"""What a person exports, what he changes in it, and what the program makes of that."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from exported_town import Profile, Somebody, Something, Town
from made_groups import made_group

from smsdesk.domain.consents import ConsentRow
from smsdesk.domain.errors import InputError
from smsdesk.domain.filters import ConsentState, PeopleFilter
from smsdesk.domain.import_plan import ImportPlan
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.services.exporting import ExportWhat
from smsdesk.storage import consents

PUPIL, GUARDIAN, TEACHER = ContactKind.PUPIL, ContactKind.GUARDIAN, ContactKind.TEACHER
LEA, TOM, ZOE, ANNE, ROUX = range(5)
FAMILY = Town(
    (
        Somebody(PUPIL, "Léa", "Martin", guardians=((ANNE, "mère", True),), groups=(0, 1), postcode="01000"),
        Somebody(PUPIL, "Tom", "Martin", guardians=((ANNE, "mère", False),), groups=(0,)),
        Somebody(PUPIL, "Zoé", "Nguyen", (Phone("+33639980003", "portable"),), groups=(1,)),
        Somebody(GUARDIAN, "Anne", "Martin", (Phone("+33639980001"), Phone("+33199000101", "domicile", False))),
        Somebody(TEACHER, "Claire", "Roux"),
    ),
    (Something("Piano", GroupKind.COURSE, teacher=ROUX), Something("Chœur", GroupKind.ENSEMBLE)),
    frozenset({("+33639980001", Purpose.PROMOTION)}),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Profile]:
    opened = Profile(tmp_path)
    opened.settle(FAMILY)
    yield opened
    opened.close()


def group_id(desk: Profile, name: str) -> int:
    return desk.people.group_named(name).id


def exported(desk: Profile, what: ExportWhat, name: str = "list.csv") -> Path:
    desk.exporting.write(desk.folder / name, what)
    return desk.folder / name


def edited(path: Path, change: Callable[[list[dict[str, str]]], None]) -> Path:
    """The list as a person saved it again, with comma and without the mark, columns the other way round."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    header = list(reversed(rows[0]))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        writer.writerows(rows)
    return path


def counts(plan: ImportPlan) -> tuple[int, int, int, int, int, int]:
    return (
        len(plan.new), len(plan.changed), len(plan.unchanged), len(plan.left), len(plan.rejected), len(plan.warnings)
    )  # fmt: skip


def test_a_group_is_exported_with_its_families(desk: Profile) -> None:
    path = exported(desk, ExportWhat(group_id(desk, "Piano")), "piano.xlsx")
    sheet = openpyxl.load_workbook(path).active
    header = [cell.value for cell in sheet[1]]
    lea = dict(zip(header, [cell.value for cell in sheet[2]], strict=True))
    assert sheet.title == "Piano"
    assert sheet.max_row == 3
    assert lea["Prénom"] == "Léa"
    assert lea["Groupes"] == "Chœur ; Piano"
    assert lea["Professeurs"] == "Piano : Roux, Claire"
    assert (lea["Nom responsable 1"], lea["Téléphone responsable 1"]) == ("Martin", "06 39 98 00 01")
    assert lea["Autres téléphones responsable 1"] == "domicile : 01 99 00 01 01"
    assert lea["Refus des promotions"] == "06 39 98 00 01"
    assert "Nom responsable 2" not in header


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list.vcf"])
def test_a_choice_of_people_comes_back_without_anybody_having_left(desk: Profile, name: str) -> None:
    zoe = desk.people.contacts(search="Zoé")[0]
    for what in (
        ExportWhat(search="Martin"),
        ExportWhat(contact_ids=(zoe.id,)),
        ExportWhat(filters=PeopleFilter(kinds=frozenset({PUPIL}))),
        ExportWhat(group_id(desk, "Piano")),
    ):
        plan = desk.importing.plan(exported(desk, what, name))
        assert counts(plan)[:2] == (0, 0), plan.changed
        assert counts(plan)[3:] == (0, 0, 0)


def test_who_was_taken_out_of_a_groups_list_has_left_it(desk: Profile) -> None:
    path = edited(exported(desk, ExportWhat(group_id(desk, "Piano"))), lambda rows: rows.pop())
    plan = desk.importing.plan(path)
    assert [(leaver.name, leaver.group) for leaver in plan.left] == [("Tom Martin", "Piano")]


def test_changes_made_in_a_spreadsheet_are_the_plan(desk: Profile) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        lea = next(row for row in rows if row["Prénom"] == "Léa")
        lea["Nom"] = "Martin-Durand"
        lea["Téléphone"] = "0639980009"
        rows.append(
            {
                "Nom": "Petit",
                "Prénom": "Max",
                "Groupes": "Piano;Solfège",
                "Téléphone responsable 1": "0639980008",
            }
        )

    plan = desk.importing.plan(edited(exported(desk, ExportWhat()), change))
    assert counts(plan) == (1, 1, 4, 0, 0, 0)
    assert {change.field for change in plan.changed[0].changes} == {"name", "phones"}
    assert plan.new[0].name == "Max Petit"
    assert plan.new[0].draft.groups == ("Piano", "Solfège")
    assert plan.new[0].draft.guardians[0].guardian.phones[0].e164 == "+33639980008"
    desk.importing.apply(plan)
    assert desk.people.contacts(search="Durand")[0].guardians[0].name == "Anne Martin"


def test_a_copied_row_with_another_first_name_is_a_brother(desk: Profile) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        lea = next(row for row in rows if row["Prénom"] == "Léa")
        rows.insert(0, lea | {"Prénom": "Hugo"})

    plan = desk.importing.plan(edited(exported(desk, ExportWhat()), change))
    assert counts(plan) == (1, 0, 5, 0, 0, 0)
    desk.importing.apply(plan)
    hugo = desk.people.contacts(search="Hugo")[0]
    assert [guardian.name for guardian in hugo.guardians] == ["Anne Martin"]
    assert len(desk.people.contacts(search="Anne")) >= 1
    assert desk.people.count(filters=PeopleFilter(kinds=frozenset({GUARDIAN}))) == 1


def test_a_reference_on_the_row_of_somebody_else_is_asked_about(desk: Profile) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        zoe = next(row for row in rows if row["Prénom"] == "Zoé")
        zoe |= {"Nom": "Petit", "Prénom": "Max", "Téléphone": ""}

    plan = desk.importing.plan(edited(exported(desk, ExportWhat()), change))
    assert len(plan.warnings) == 1
    assert [person.name for person in plan.new] == ["Max Petit"]


def test_a_refusal_typed_into_the_list_counts(desk: Profile) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        next(row for row in rows if row["Prénom"] == "Zoé")["Refus des informations"] = "oui"

    plan = desk.importing.plan(edited(exported(desk, ExportWhat()), change))
    desk.importing.apply(plan)
    assert consents.refused_phones(desk.database.read(), Purpose.INFORMATION) == {"+33639980003"}


def test_what_cannot_be_read_is_named_with_its_cell(desk: Profile) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows[0] |= {
            "Type": "Chat",
            "Date de naissance": "hier",
            "Téléphone": "12",
            "Horaires": "Piano : un jour",
        }
        rows[1] |= {"Nom": "", "Prénom": ""}

    plan = desk.importing.plan(edited(exported(desk, ExportWhat()), change))
    assert len(plan.rejected) == 5
    assert all(reject.cell[-1] in "23" for reject in plan.rejected)


def test_guardians_in_a_circle_are_asked_about_and_end(desk: Profile) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        anne, lea = (next(row for row in rows if row["Prénom"] == name) for name in ("Anne", "Léa"))
        anne |= {
            "Nom responsable 1": "Martin",
            "Prénom responsable 1": "Léa",
            "Réf. responsable 1": lea["Réf. SMS desk : *"],
        }

    plan = desk.importing.plan(edited(exported(desk, ExportWhat()), change))
    assert any("cannot be a guardian" in str(doubt.sentence) for doubt in plan.warnings)


def test_archived_people_are_exported_and_not_brought_back(desk: Profile) -> None:
    zoe = desk.people.contacts(search="Zoé")[0]
    desk.people.archive_contacts([zoe.id])
    path = exported(desk, ExportWhat(filters=PeopleFilter(archived=True)))
    assert "Zoé" in path.read_text("utf-8-sig")
    with pytest.raises(InputError, match="names nobody"):
        desk.importing.plan(path)


def test_the_register_of_consent_is_written(desk: Profile) -> None:
    row = ConsentRow(
        "+33639980001", ("Anne Martin (Léa)",), Purpose.PROMOTION, ConsentState.REFUSED, "SMS", "=STOP", desk.exporting._clock()
    )  # fmt: skip
    assert desk.exporting.write_register(desk.folder / "register.csv", [row]) == 1
    lines = (desk.folder / "register.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Téléphone;Personnes;Finalité;Choix")
    assert lines[1] == "06 39 98 00 01;Anne Martin (Léa);promotion;refus;11/03/2026;SMS;'=STOP;"


def test_a_class_sheet_has_everybody_by_name(desk: Profile) -> None:
    sheet = desk.exporting.class_sheet(group_id(desk, "Piano"))
    assert (sheet.group, sheet.teacher, sheet.day) == ("Piano", "Claire Roux", "11/03/2026")
    assert [person.first_name for person in sheet.people] == ["Léa", "Tom"]
    assert [guardian.receives for person in sheet.people for guardian in person.guardians] == [True, False]


def test_a_file_gets_a_name_that_every_system_takes(desk: Profile) -> None:
    assert desk.exporting.suggested_name(ExportWhat()) == "Personnes 2026-03-11"
    made_group(desk.people, "Piano / 1: a?")
    assert desk.exporting.suggested_name(ExportWhat(group_id(desk, "Piano / 1"))) == "Piano 1 a 2026-03-11"
