"""`smsdesk import`, `groups` and `contacts` as another program calls them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.desk import Desk as OpenDesk
from smsdesk.domain.filters import PeopleFilter
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.people import ContactKind

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "conservatoire.xlsx"
HEADER = ["Nom", "Prénom", "Classe", "Tél mère"]
LEA, TOM = ["Martin", "Léa", "CM1", "06 39 98 00 01"], ["Petit", "Tom", "CM2", "06 39 98"]


@pytest.fixture
def desk(profile: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(profile, capsys)


def listed(path: Path, *rows: Sequence[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *rows])
    return path


def test_the_document_of_an_import(tmp_path: Path, desk: Terminal) -> None:
    path = listed(tmp_path / "ecole.csv", LEA, TOM)
    document = desk.json("import", path, "--dry-run")
    assert {key: document[key] for key in ("file", "new", "changed", "unchanged", "left", "groups", "applied")} == {
        "file": "ecole.csv", "new": 2, "changed": 0, "unchanged": 0, "left": 0, "groups": {"CM1": 1, "CM2": 1},
        "applied": False,
    }  # fmt: skip
    assert [(reject["cell"], reject["value"]) for reject in document["rejected"]] == [("D3", "06 39 98")]
    assert desk.json("contacts") == []
    assert desk.json("import", path)["applied"] is True
    again = desk.json("import", path)
    assert (again["new"], again["unchanged"]) == (0, 2)


def test_the_documents_of_groups_and_contacts(tmp_path: Path, desk: Terminal) -> None:
    desk.run("import", listed(tmp_path / "ecole.csv", LEA, TOM))
    cm1, cm2 = desk.json("groups")
    assert {key: cm1[key] for key in ("name", "kind", "size", "teacher", "smart", "parent", "slots")} == {
        "name": "CM1", "kind": "class", "size": 1, "teacher": "", "smart": False, "parent": None, "slots": [],
    }  # fmt: skip
    assert (cm2["name"], cm2["size"]) == ("CM2", 1)
    (lea,) = desk.json("contacts", "--group", "cm1")
    assert {key: lea[key] for key in ("name", "first_name", "last_name", "kind", "groups", "phones")} == {
        "name": "Léa Martin", "first_name": "Léa", "last_name": "Martin", "kind": "pupil", "groups": ["CM1"], "phones": [],
    }  # fmt: skip
    (mother,) = lea["guardians"]
    assert mother["name"] == "Mère de Léa Martin"
    assert [(phone["e164"], phone["mobile"]) for phone in mother["phones"]] == [("+33639980001", True)]


def test_smart_groups_archived_people_and_consent(tmp_path: Path, profile: Path, desk: Terminal) -> None:
    desk.run("import", listed(tmp_path / "ecole.csv", LEA, TOM))
    with OpenDesk.open(profile) as opened:
        services = opened.services
        classes = tuple(group.id for group in services.people.groups())
        made_group(
            services.people, "Élèves", filters=PeopleFilter(frozenset({ContactKind.PUPIL}), group_ids=classes)
        )
        (tom,) = services.people.contacts(search="petit tom")
        services.people.archive_contacts([tom.id])
        services.consents.record(
            "+33639980001", Purpose.INFORMATION, granted=False, source="appel", evidence="3 mai"
        )
    smart = next(group for group in desk.json("groups") if group["smart"])
    assert (smart["name"], smart["size"]) == ("Élèves", 1)
    assert "free (smart)" in desk.run("groups")
    assert [contact["name"] for contact in desk.json("contacts", "--group", "eleves")] == ["Léa Martin"]
    assert [contact["name"] for contact in desk.json("contacts", "--archived")] == ["Tom Petit"]
    assert "Petit" not in desk.run("contacts")
    (row,) = desk.json("consents", "--search", "lea", "--purpose", "information")
    assert {key: row[key] for key in ("phone", "purpose", "state", "source", "evidence", "alerts_over_objection")} == {
        "phone": "+33639980001", "purpose": "information", "state": "refused", "source": "appel", "evidence": "3 mai",
        "alerts_over_objection": 0,
    }  # fmt: skip
    assert desk.json("consents", "--purpose", "promotion") == []
    assert "refused" in desk.run("consents")
    alert = desk.json("notify", "eleves", "--text", "Restez chez vous.", "--purpose", "alert")
    assert alert["over_objection"] == ["+33639980001"]
    assert desk.json("consents")[0]["alerts_over_objection"] == 1
    assert desk.json("notify", "eleves", "--text", "Bal", "--dry-run", "--purpose", "alert")["over_objection"]
    desk.run("notify", "eleves", "--text", "Réunion", code=2)
    assert "Refused these messages." in desk.told


def test_for_people_to_read(desk: Terminal) -> None:
    said = desk.run("import", SAMPLE)
    assert "New 60" in said
    assert "06 39 98 1" in said
    assert "Imported." in said
    assert "Hélène Marchand" in desk.run("groups")
    assert "Maëlys" in desk.run("contacts", "--group", "guitare")


def test_a_group_for_everybody(tmp_path: Path, desk: Terminal) -> None:
    desk.run("import", listed(tmp_path / "ecole.csv", LEA, TOM), "--group", "Gala")
    assert {group["name"]: group["size"] for group in desk.json("groups")} == {"CM1": 1, "CM2": 1, "Gala": 2}


def test_doubtful_things_wait_for_a_yes(tmp_path: Path, desk: Terminal) -> None:
    desk.run("import", listed(tmp_path / "a.csv", LEA))
    path = listed(tmp_path / "b.csv", [*LEA[:2], "Chorale", "06 39 98 00 07"])
    desk.run("import", path, code=2)
    assert "Léa Martin" in desk.told
    assert [group["name"] for group in desk.json("groups")] == ["CM1"]
    desk.run("import", path, "--accept-warnings")
    assert [group["name"] for group in desk.json("groups")] == ["Chorale", "CM1"]


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"%PDF-1.4", "PDF"), (b"Nom;Classe\nMartin;CM1\n", "Nom, Classe"), (None, "no file")],
)
def test_bad_files_end_with_2_and_change_nothing(
    tmp_path: Path, desk: Terminal, content: bytes | None, says: str
) -> None:
    path = tmp_path / "liste.xlsx"
    if content is not None:
        path.write_bytes(content)
    assert desk.run("import", path, code=2) == ""
    assert says in desk.told
    assert "Traceback" not in desk.told
    assert desk.json("contacts") == []


def test_an_unknown_group_lists_those_there_are(tmp_path: Path, desk: Terminal) -> None:
    desk.run("import", listed(tmp_path / "ecole.csv", LEA))
    desk.run("contacts", "--group", "tuba", code=2)
    assert "CM1" in desk.told
