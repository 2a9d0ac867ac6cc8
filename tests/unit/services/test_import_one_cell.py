"""A list that comes again with one cell changed, or one row more: nothing else is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.services.people import People
from smsdesk.storage.database import Database

HEADERS = "Nom;Prénom;Classe;Tél;Nom mère;Prénom mère;Tél mère;E-mail mère\n"
LEA = "Martin;Léa;CE1;;Martin;Anne;;anne@example.org\n"
ZOE = "Petit;Zoé;CE1;;Petit;Luce;06 39 98 00 03;\n"
TOM = "Martin;Tom;CP;06 39 98 00 05;Martin;Anne;;anne@example.org\n"


@pytest.fixture
def importing(database: Database, events: Events) -> Importing:
    return Importing(database, events)


def imported(importing: Importing, path: Path, *rows: str) -> int | None:
    """Import a list of these rows; gives the change that it made."""
    path.write_text(HEADERS + "".join(rows), encoding="utf-8")
    return importing.apply(importing.plan(path), accept_warnings=True).change_set_id


def test_a_changed_phone_is_all_that_is_written(
    database: Database, events: Events, importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    imported(importing, path, LEA, ZOE, TOM)
    change = imported(importing, path, LEA, ZOE.replace("00 03", "00 04"), TOM)
    (luce,) = People(database, events).contacts(search="Luce")
    written = database.read().execute(
        "SELECT DISTINCT contact_id FROM changed_rows WHERE change_set_id = ?", (change,)
    )
    zoe = People(database, events).contacts(search="Zoé")[0].id
    assert {row[0] for row in written} <= {luce.id, zoe}
    assert [phone.e164 for phone in luce.phones] == ["+33639980004"]


def test_a_new_brother_has_the_mother_of_a_sister_of_whom_nothing_changes(
    database: Database, events: Events, importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    imported(importing, path, LEA, ZOE)
    imported(importing, path, TOM, LEA, ZOE)
    people = People(database, events)
    (anne,) = people.contacts(search="Anne")
    guardians = {
        pupil.name: [each.contact_id for each in pupil.guardians]
        for pupil in people.contacts(search="Martin")
    }
    assert guardians["Tom Martin"] == guardians["Léa Martin"] == [anne.id]
