"""`smsdesk templates`, and how `notify` signs, rewrites and takes the audience of a template."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.desk import Desk as OpenDesk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.domain.signatures import Signature
from smsdesk.domain.views import Template
from smsdesk.services.people import ContactDraft
from smsdesk.services.wording import WordingChoices


@pytest.fixture
def desk(profile: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with OpenDesk.open(profile) as opened:
        people = opened.services.people
        group = made_group(people, "Piano")
        ids = [
            people.save_contact(ContactDraft(first, "Petit", ContactKind.PUPIL, (Phone(phone),))).id
            for first, phone in (("Léa", "+33639980001"), ("Anaël", "+33639980002"))
        ]
        people.add_to_group(group.id, ids)
    return Terminal(profile, capsys)


def test_the_library_is_listed_and_searched(desk: Terminal) -> None:
    everything = desk.json("templates")
    assert len(everything) >= 40
    assert set(everything[0]) == {"id", "name", "category", "purpose", "text", "audience"}
    found = desk.json("templates", "--search", "cours annule")
    assert "Cours annulé" in [each["name"] for each in found]
    assert len(found) < len(everything)
    assert "Cours annulé" in desk.run("templates")
    assert desk.run("templates", "--search", "zzz") == "No template.\n"


@pytest.mark.parametrize("name", ["modeles.toml", "modeles.json"])
def test_a_library_goes_to_another_desk(desk: Terminal, tmp_path: Path, capsys, name: str) -> None:
    with OpenDesk.open(desk.profile) as opened:
        opened.services.templates.save(Template(None, "Gala", "crise", "Gala {date}", audience=("Piano",)))
    path = tmp_path / name
    assert "templates written" in desk.run("templates", "export", path)
    other = Terminal(tmp_path / "other", capsys)
    looked = other.json("templates", "import", path, "--dry-run")
    assert (looked["new"], looked["applied"]) == (["Gala"], False)
    assert other.json("templates", "import", path)["added"] == ["Gala"]
    (gala,) = other.json("templates", "--search", "gala")
    assert (gala["text"], gala["audience"]) == ("Gala {date}", ["Piano"])


def test_a_taken_name_must_be_decided(desk: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text(
        'smsdesk_templates = 1\n[[template]]\nname = "TRAVAUX"\nbody = "Leurs travaux"\n', "utf-8"
    )
    before = desk.json("templates")
    desk.run("templates", "import", path, code=2)
    assert "Travaux" in desk.told
    assert "--on-conflict" in desk.told
    assert desk.json("templates") == before
    assert desk.json("templates", "import", path, "--on-conflict", "keep")["replaced"] == []
    assert desk.json("templates", "import", path, "--on-conflict", "both")["added"] == ["TRAVAUX (2)"]
    assert desk.json("templates", "import", path, "--on-conflict", "replace")["replaced"] == ["Travaux"]
    assert "Leurs travaux" in [each["text"] for each in desk.json("templates", "--search", "travaux")]


def test_a_hostile_file_is_one_sentence(desk: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_bytes(b"\x1b[31m" + b"[" * 10_000)
    desk.run("templates", "import", path, code=2)
    assert desk.told.count("\n") == 1
    assert "\x1b" not in desk.told
    desk.run("templates", "import", tmp_path / "nowhere.toml", code=2)


def test_notify_signs_once_by_service(desk: Terminal) -> None:
    desk.run("notify", "Piano", "--text", "Fermé", "--service", "Mairie", "--dry-run", code=2)
    with OpenDesk.open(desk.profile) as opened:
        opened.services.wording.keep(WordingChoices((Signature("Mairie", "Mairie :"),)))
    for text in ("Fermé", "Mairie : Fermé", "{institution} : Fermé"):
        plan = desk.json("notify", "Piano", "--text", text, "--service", "mairie", "--dry-run")
        assert {message["text"] for message in plan["messages"]} == {"Mairie : Fermé"}


def test_notify_rewrites_what_is_dear_on_request(desk: Terminal) -> None:
    text = "Fête de {prénom}… " + "x" * 60
    plan = desk.json("notify", "Piano", "--text", text, "--dry-run")
    assert plan["parts"] == 4
    assert "Because of ê: 2 SMS instead of 1." in desk.told
    assert "Because of ë (Anaël Petit): 2 SMS instead of 1." in desk.told
    plan = desk.json("notify", "Piano", "--text", text, "--plain", "--dry-run")
    assert plan["parts"] == 3
    plan = desk.json("notify", "Piano", "--text", text, "--plain-names", "--dry-run")
    assert plan["parts"] == 2
    assert desk.told == ""


def test_a_template_brings_its_groups(desk: Terminal) -> None:
    with OpenDesk.open(desk.profile) as opened:
        opened.services.templates.save(Template(None, "Gala", "crise", "Gala", audience=("piano",)))
    assert len(desk.json("notify", "--template", "Gala", "--dry-run")["messages"]) == 2
    desk.run("notify", "--template", "Travaux", "--set", "date=lundi", "--dry-run", code=2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{inconnu}", "{inconnu} does not exist"),
        ("{classe|}{salle|}{", "begins no field"),
        ("{salle|}", "the text is empty for Anaël Petit, Léa Petit"),
        ("{date}", "no value for {date}"),
        ("x" * 1600, "the most is 10"),
    ],
)
def test_bad_texts_exit_2_and_change_nothing(desk: Terminal, text: str, said: str) -> None:
    desk.run("notify", "Piano", "--text", text, code=2)
    assert said in desk.told
    assert desk.json("broadcasts") == []


def test_a_long_text_is_told(desk: Terminal) -> None:
    desk.run("notify", "Piano", "--text", "x" * 400, "--dry-run")
    assert desk.told == "The text is long: it makes 3 SMS for one person.\n"


def test_a_template_is_added_changed_restored_and_deleted(desk: Terminal) -> None:
    made = desk.json("templates", "save", "Gala", "--text", "Gala le {date}.", "--category", "concerts",
                     "--purpose", "promotion", "--group", "piano")  # fmt: skip
    assert (made["text"], made["category"], made["purpose"]) == ("Gala le {date}.", "concerts", "promotion")
    assert made["audience"] == ["Piano"]
    changed = desk.json("templates", "save", "gala", "--text", "Gala : {date}.", "--rename", "Gala d'hiver")
    assert (changed["id"], changed["name"], changed["category"]) == (made["id"], "Gala d'hiver", "concerts")
    (former,) = desk.json("templates", "versions", "gala d'hiver")
    assert (former["name"], former["text"]) == ("Gala", "Gala le {date}.")
    back = desk.json("templates", "versions", "gala d'hiver", "--restore", former["version"])
    assert back["text"] == "Gala le {date}."
    assert desk.json("templates", "delete", "gala")["deleted"]
    assert desk.json("templates", "--search", "gala") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("save", "Gala"), "has no text"),
        (("save", " ", "--text", "x"), "has no name"),
        (("save", "Gala", "--text", "x", "--group", "Nobody"), "Nobody"),
        (("save", "Cours annulé", "--rename", "Cours maintenu"), "already a template named"),
        (("delete", "Cours annul"), "Did you mean Cours annulé?"),
        (("delete", "zzz"), "no template named zzz"),
        (("versions", "Cours annulé", "--restore", "9999"), "no version 9999"),
    ],
)
def test_a_change_that_cannot_be_is_one_sentence(
    desk: Terminal, arguments: tuple[str, ...], said: str
) -> None:
    before = desk.json("templates")
    assert desk.run("templates", *arguments, code=2) == ""
    (line,) = desk.told.splitlines()
    assert said in line
    assert desk.json("templates") == before
