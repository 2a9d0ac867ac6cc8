"""`smsdesk opt-outs`, `keywords` and `auto-reply`."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.domain.clock import system_clock
from smsdesk.domain.incoming import Deliver, RawPdu, SenderKind
from smsdesk.domain.people import ContactKind, GroupKind, Phone
from smsdesk.domain.people_drafts import ContactDraft
from smsdesk.storage import raw_pdus, received
from smsdesk.storage.database import Database
from smsdesk.storage.profile import Profile

ANNE, NOBODY = "+33639980001", "+33639980009"


class Cli(Terminal):
    def get(self, text: str, sender: str = ANNE) -> None:
        """An SMS comes and is looked at, as the station would."""
        database = Database(Profile(self.profile).database)
        now = system_clock()
        with database.write() as connection:
            raw_pdus.store(connection, [RawPdu("sim", f"{text}{now}", now)])
            (raw,) = raw_pdus.undecoded(connection, 1)
            raw_pdus.mark_decoded(connection, raw.id)
            received.add_deliver(connection, raw, Deliver(sender, SenderKind.PHONE, text, now))
        database.close()
        with Desk.open(self.profile) as desk:
            desk.services.incoming_rules.handle_waiting()


@pytest.fixture
def cli(profile: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    with Desk.open(profile) as desk:
        people = desk.services.people
        people.save_contact(ContactDraft("Anne", "Martin", ContactKind.RESIDENT, (Phone(ANNE),)))
        made_group(people, "Collecte des déchets", GroupKind.SERVICE)
    return Cli(profile, capsys)


def test_opt_outs_are_listed_and_decided(cli: Cli) -> None:
    assert "Nobody asked" in cli.run("opt-outs")
    cli.get("STOP")
    (waits,) = cli.json("opt-outs", "list", "--waiting")
    assert (waits["from"], waits["contacts"], waits["asks"], waits["waits"], waits["applied"]) == (
        ANNE, ["Anne Martin"], "stop", ["information"], ["promotion"],
    )  # fmt: skip
    assert "proposed" in cli.run("opt-outs")
    assert "in force from it: information, promotion" in cli.run("opt-outs", "apply", "1")
    assert "decided already" in cli.refused("opt-outs", "dismiss", "1")
    assert cli.json("opt-outs", "undo", "1")["state"] == "undone"
    cli.get("reprise")
    assert cli.json("opt-outs", "list", "--waiting") == []


def test_a_request_is_dismissed(cli: Cli) -> None:
    cli.get("Stop ça suffit")
    assert cli.json("opt-outs", "dismiss", "1")["state"] == "dismissed"


def test_what_stop_does_is_set(cli: Cli) -> None:
    assert "a person decides" in cli.run("opt-outs", "set")
    said = cli.json("opt-outs", "set", "--information", "apply", "--stop-text", "Noté {quoi}")
    assert (said["information"], said["promotion"], said["stop_text"]) == ("apply", "apply", "Noté {quoi}")
    assert "Nothing is written back" in cli.run("opt-outs", "set", "--no-confirm")
    assert "reads as an order" in cli.refused("opt-outs", "set", "--confirm", "--stop-text", "stop")
    assert cli.json("opt-outs", "set")["confirm"] is False


def test_keywords_are_made_changed_and_taken_away(cli: Cli) -> None:
    assert "no keyword yet" in cli.run("keywords")
    cli.run("keywords", "set", "DECHETS", "--list", "collecte des dechets")
    cli.run("keywords", "set", "concert", "--answer", "Samedi 18h")
    cli.run("keywords", "set", "concerto", "--answer", "Dimanche")
    listed = {each["word"]: each for each in cli.json("keywords")}
    assert listed["DECHETS"]["group"] == "Collecte des déchets"
    assert listed["DECHETS"]["conflict"] is None
    assert "easily confused" in listed["concert"]["conflict"]
    assert "! concert: " in cli.run("keywords")
    cli.run("keywords", "set", "Concert", "--answer", "Dimanche 17h")
    assert "Dimanche 17h" in cli.run("keywords", "list")
    assert "join or leave" in cli.refused("keywords", "set", "STOP", "--answer", "x")
    assert "needs a broadcast" in cli.refused("keywords", "set", "fete", "--poll", "9", "--answer", "Quand ?")
    assert "--list or --poll" in cli.refused("keywords", "set", "x1", "--poll", "9", "--list", "z")
    assert "no keyword any more" in cli.run("keywords", "remove", "concerto")
    assert "no keyword concerto" in cli.refused("keywords", "remove", "concerto")


def test_requests_to_join_are_decided(cli: Cli) -> None:
    cli.run("keywords", "set", "DECHETS", "--list", "collecte des dechets")
    assert "Nobody waits" in cli.run("keywords", "requests")
    cli.get("inscrire déchets", NOBODY)
    (waits,) = cli.json("keywords", "requests")
    assert (waits["from"], waits["joins"], waits["group"]) == (NOBODY, True, "Collecte des déchets")
    assert NOBODY in cli.run("keywords", "requests")
    assert "joins Collecte des déchets: applied" in cli.run("keywords", "apply", "1")
    assert [each["size"] for each in cli.json("groups")] == [1]
    assert cli.json("keywords", "undo", "1")["state"] == "undone"
    cli.get("inscrire déchets", "+33639980008")
    assert cli.json("keywords", "dismiss", "2")["state"] == "dismissed"
    assert cli.json("keywords", "unknown") == {"unknown": "propose"}
    assert "at once" in cli.run("keywords", "unknown", "apply")
    cli.get("inscrire déchets", "+33639980007")
    assert [each["size"] for each in cli.json("groups")] == [1]


def test_the_closed_desk_is_set(cli: Cli) -> None:
    assert "Nothing is answered out of hours" in cli.run("auto-reply")
    said = cli.json(
        "auto-reply", "set", "--on", "--text", "Fermé", "--hours", "mo-fr 8:30-12:00, 13:30-17:00",
        "--hours", "we closed", "--a-day", "2", "--own-number", "06 39 98 00 05",
    )  # fmt: skip
    assert said["hours"]["mo"] == said["hours"]["fr"] == ["08:30-12:00", "13:30-17:00"]
    assert said["hours"]["we"] == said["hours"]["sa"] == []
    assert (said["on"], said["a_day"], said["own_numbers"]) == (True, 2, ["+33639980005"])
    assert "Never answered: +33639980005" in cli.run("auto-reply")
    for wrong in ("nonsense", "mo", "fr-mo 9:00-12:00", "xx 9:00-12:00", "mo 9:00", "mo 12:00-9:00"):
        cli.refused("auto-reply", "set", "--hours", wrong)
    assert cli.json("auto-reply") == said


def test_what_was_answered_is_listed(cli: Cli) -> None:
    assert "No automatic answer" in cli.run("auto-reply", "log")
    cli.run("keywords", "set", "concert", "--answer", "Samedi 18h")
    for _ in range(4):
        cli.get("concert ?")
    said = cli.json("auto-reply", "log")
    assert [each["withheld"] for each in said] == ["phone_limit", None, None, None]
    assert said[-1]["broadcast"] == 1
    assert "had its most of automatic answers" in cli.run("auto-reply", "log")
