"""A pupil whom a list has in another class: shown as gone from the old one, taken out of it when asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from smsdesk.domain.import_plan import Leavers
from smsdesk.services.events import Events
from smsdesk.services.importing import Importing
from smsdesk.services.people import People
from smsdesk.storage.database import Database

BEFORE = """Nom;Prénom;Né le;Classe;Tél mère
Roux;Zoé;01/02/2015;CE1;06 39 98 00 01
Martin;Léa;01/03/2015;CE1;06 39 98 00 02
Petit;Tom;01/03/2014;CE2;06 39 98 00 03
"""
AFTER = """Nom;Prénom;Né le;Classe;Tél mère
Roux;Zoé;01/02/2015;CE2;06 39 98 00 01
Noir;Ana;01/04/2015;CE1;06 39 98 00 04
Petit;Tom;01/03/2014;CE2;06 39 98 00 03
"""


def classes(people: People) -> dict[str, list[str]]:
    return {group.name: sorted(each.name for each in people.contacts(group.id)) for group in people.groups()}


@pytest.mark.parametrize(
    ("choice", "first_class", "archived"),
    [
        (Leavers.KEEP, ["Ana Noir", "Léa Martin", "Zoé Roux"], False),
        (Leavers.REMOVE, ["Ana Noir"], False),
        (Leavers.ARCHIVE, ["Ana Noir"], True),
    ],
)
def test_a_new_class_is_not_the_end(
    database: Database,
    events: Events,
    tmp_path: Path,
    choice: Leavers,
    first_class: list[str],
    archived: bool,
) -> None:
    importing, people = Importing(database, events), People(database, events)
    path = tmp_path / "liste.csv"
    path.write_text(BEFORE, encoding="utf-8")
    importing.apply(importing.plan(path))
    path.write_text(AFTER, encoding="utf-8")
    plan = importing.plan(path)
    assert {(each.name, each.group, each.moved) for each in plan.left} == {
        ("Zoé Roux", "CE1", True),
        ("Léa Martin", "CE1", False),
    }
    importing.apply(plan, leavers=choice)
    assert classes(people) == {"CE1": first_class, "CE2": ["Tom Petit", "Zoé Roux"]}
    assert [found.name for found in people.contacts(search="Martin Léa")] == (
        ["Mère de Léa Martin"] if archived else ["Léa Martin", "Mère de Léa Martin"]
    )
