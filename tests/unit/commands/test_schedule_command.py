"""`smsdesk schedule` as a person or a script calls it, and the station that sends what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from made_groups import made_group
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import virtual
from smsdesk.services.people import ContactDraft
from smsdesk.storage.database import Database
from smsdesk.storage.profile import Profile

NOW = datetime.now().astimezone().replace(tzinfo=None, second=0, microsecond=0)
TOMORROW_18 = (NOW + timedelta(days=1)).replace(hour=18, minute=0)


class PlanTerminal(Terminal):
    def set_wall(self, wall: datetime, which: str = "1") -> None:
        """As if this much time had passed: the hour of what is planned is another one."""
        database = Database(Profile(self.profile).database)
        database.read().execute(
            f"UPDATE occurrences SET wall = ? WHERE {which}", (wall.isoformat(timespec="minutes"),)
        )
        database.close()


@pytest.fixture
def terminal(
    profile: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Iterator[PlanTerminal]:
    with Desk.open(profile) as desk:
        people = desk.services.people
        choir = made_group(people, "Chorale")
        for name, e164 in (("Léa", "+33639980001"), ("Zoé", "+33639980002")):
            contact = people.save_contact(ContactDraft(name, "Martin", ContactKind.PUPIL, (Phone(e164),)))
            people.add_to_group(choir.id, [contact.id])
    name = f"schedule-{request.node.name}".replace("[", "-").replace("]", "")
    yield PlanTerminal(profile, capsys, "--modem", f"virtual://{name}")
    virtual.forget(name)


def add(terminal: PlanTerminal, *more: str) -> Any:
    return terminal.json("schedule", "add", "chorale", "--text", "{prénom}, répétition.", *more)


def test_a_send_is_planned_listed_moved_and_skipped(terminal: PlanTerminal) -> None:
    made = add(terminal, "--at", TOMORROW_18.isoformat())
    assert (made["series"], made["messages"], made["parts"], made["left_out"]) == (1, 2, 2, [])
    assert made["next"] == [TOMORROW_18.astimezone().isoformat(timespec="milliseconds")]
    (entry,) = terminal.json("schedule")
    assert entry == {
        "id": "e1", "at": made["next"][0], "title": "Chorale", "kind": "once", "state": "planned",
        "purpose": "information", "series": 1, "broadcast": None, "reason": None, "movable": True,
    }  # fmt: skip
    later = TOMORROW_18 + timedelta(days=2)
    moved = terminal.json("schedule", "move", "e1", "--at", later.isoformat())
    assert moved["at"] == later.astimezone().isoformat(timespec="milliseconds")
    assert terminal.json("schedule", "skip", "e1")["state"] == "cancelled"
    assert "stays as it is" in terminal.refused("schedule", "move", "e1", "--at", later.isoformat())
    assert terminal.json("broadcasts") == []


def test_a_skipped_send_and_a_stopped_series_come_back(terminal: PlanTerminal) -> None:
    add(terminal, "--every", "week thu 18:00")
    first, second, *_later = (each["id"] for each in terminal.json("schedule", "--days", "21"))
    terminal.json("schedule", "skip", first)
    assert terminal.json("schedule", "restore", first)["state"] == "planned"
    assert "cannot be planned again" in terminal.refused("schedule", "restore", second)
    terminal.run("schedule", "stop", "1")
    assert "cannot be planned again" in terminal.refused("schedule", "restore", first)
    assert terminal.json("schedule", "restart", "1") == {"series": 1, "stopped": False}
    assert {each["state"] for each in terminal.json("schedule", "--days", "14")} == {"planned"}
    assert "cannot go on" in terminal.refused("schedule", "restart", "1")
    assert "no series 9" in terminal.refused("schedule", "restart", "9")


def test_nothing_is_moved_into_the_quiet_hours(terminal: PlanTerminal) -> None:
    terminal.run("schedule", "hours", "--quiet", "21:00-8:00")
    add(terminal, "--at", TOMORROW_18.isoformat())
    night = TOMORROW_18.replace(hour=23)
    assert "Choose another hour" in terminal.refused("schedule", "move", "e1", "--at", night.isoformat())
    (entry,) = terminal.json("schedule")
    assert datetime.fromisoformat(entry["at"]).hour == 18


def test_a_series_is_changed_from_its_next_send_on(terminal: PlanTerminal) -> None:
    add(terminal, "--every", "week thu 18:00", "--title", "Chœur", "--missed", "skip")
    before = terminal.json("schedule", "--days", "21")
    assert terminal.json("schedule", "change", "1", "--text", "Salle 4.", "--dry-run")["series"] is None
    changed = terminal.json("schedule", "change", "1", "--text", "Salle 4 : {prénom}.")
    assert changed["series"] == 2
    after = terminal.json("schedule", "--days", "21")
    planned = [each for each in after if each["state"] == "planned"]
    assert [each["at"] for each in planned] == [each["at"] for each in before]
    assert {(each["series"], each["title"]) for each in planned} == {(2, "Chœur")}
    hours = terminal.json("schedule", "change", "2", "--every", "week fri 9:00")["next"]
    assert {datetime.fromisoformat(each).strftime("%a %H:%M") for each in hours} == {"Fri 09:00"}
    assert "{zzz} does not exist" in terminal.refused("schedule", "change", "3", "--text", "{zzz}")
    assert "stopped already" in terminal.refused("schedule", "change", "1", "--text", "Non.")
    assert "no series 9" in terminal.refused("schedule", "change", "9", "--text", "Non.")


def test_people_towns_and_exclusions_are_planned_for_too(terminal: PlanTerminal) -> None:
    with Desk.open(terminal.profile) as desk:
        paul = ContactDraft("Paul", "Roux", ContactKind.RESIDENT, (Phone("+33639980003"),), city="Séné")
        desk.services.people.save_contact(paul)
    when = ("--at", TOMORROW_18.isoformat(), "--text", "Bonjour {prénom}")
    assert terminal.json("schedule", "add", "chorale", "--exclude", "Zoé", *when)["messages"] == 1
    assert (
        terminal.json("schedule", "add", "--person", "Léa Martin", "--area", "sene", *when)["messages"] == 2
    )
    assert terminal.json("schedule", "add", "--everyone", *when)["messages"] == 3
    assert terminal.json("schedule", "change", "3", "--exclude", "chorale")["messages"] == 1
    assert terminal.json("schedule", "change", "4", "chorale")["messages"] == 2
    assert "Say to whom" in terminal.refused("schedule", "add", *when)
    assert "{zzz} does not exist" in terminal.refused("schedule", "add", "chorale", "--set", "zzz=1", *when)


def test_a_weekly_series_in_words_and_by_a_rule_until_it_is_stopped(terminal: PlanTerminal) -> None:
    made = add(terminal, "--every", "week thu 18:00", "--title", "Répétition")
    walls = [datetime.fromisoformat(each) for each in made["next"]]
    assert len(walls) == 5
    assert {(wall.weekday(), wall.hour, wall.minute) for wall in walls} == {(3, 18, 0)}
    skipped = walls[1].date().isoformat()
    rule = add(
        terminal, "--rule", "FREQ=WEEKLY;BYDAY=TH;COUNT=3", "--at", walls[0].isoformat(), "--except", skipped
    )
    assert rule["next"] == [made["next"][0], made["next"][2]]
    titles = [entry["title"] for entry in terminal.json("schedule", "--days", "20")]
    assert titles.count("Répétition") in (2, 3)
    assert "Series 1 is stopped." in terminal.run("schedule", "stop", "1")
    assert {entry["state"] for entry in terminal.json("schedule") if entry["series"] == 1} == {"cancelled"}


def test_reminders_before_an_event(terminal: PlanTerminal) -> None:
    concert = TOMORROW_18 + timedelta(days=13)
    made = terminal.json(
        "schedule", "add", "Chorale", "--text", "Concert {date} à {heure}.", "--event", concert.isoformat(),
        "--reminder", "7d@18:00", "--reminder", "1d@12h30",
    )  # fmt: skip
    expected = [(concert - timedelta(days=7)), (concert - timedelta(days=1)).replace(hour=12, minute=30)]
    assert made["next"] == [each.astimezone().isoformat(timespec="milliseconds") for each in expected]


def test_a_person_reads_lines(terminal: PlanTerminal) -> None:
    text = terminal.run("schedule", "add", "Chorale", "--text", "Oui", "--at", TOMORROW_18.isoformat())
    assert text.startswith("Series 1 is planned: 2 messages (2 SMS) as the groups are today.")
    assert f"Next: {TOMORROW_18:%Y-%m-%d} 18:00" in text
    assert "e1" in terminal.run("schedule")
    assert terminal.run("schedule", "missed") == "Nothing was missed.\n"
    dry = terminal.run("schedule", "add", "Chorale", "--text", "Oui", "--every", "day 9:00", "--dry-run")
    assert dry.startswith("Nothing is planned. It would be")
    assert len(terminal.json("schedule")) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--at", "2020-01-01T18:00"], "in the past"),
        (["--at", "2099-01-01T18:00"], "years away"),
        (["--at", "demain"], "--at demain is no date"),
        ([], "Say when"),
        (["--rule", "FREQ=WEEKLY"], "Say when"),
        (["--at", TOMORROW_18.isoformat(), "--rule", "FREQ=SECONDLY"], "once a day at most"),
        (["--at", TOMORROW_18.isoformat(), "--rule", "FREQ=DAILY;INTERVAL=0"], "too small"),
        (
            ["--at", TOMORROW_18.isoformat(), "--rule", "FREQ=DAILY;COUNT=1000000000"],
            "too small or too large",
        ),
        (["--at", TOMORROW_18.isoformat(), "--rule", "FREQ=DAILY;UNTIL=20200101"], "gives no day"),
        (["--every", "sometimes"], "is no repetition"),
        (["--every", "week thu 18:00", "--at", TOMORROW_18.isoformat()], "only one of"),
        (["--event", TOMORROW_18.isoformat(), "--at", TOMORROW_18.isoformat()], "Give either --event"),
        (["--event", TOMORROW_18.isoformat()], "at least one reminder"),
        (["--event", TOMORROW_18.isoformat(), "--reminder", "soon"], "is not understood"),
        (["--event", TOMORROW_18.isoformat(), "--reminder", "999d@18:00"], "0 to 365"),
        (["--every", "week thu 18:00", "--except", "never"], "is no day"),
        (["--every", "week thu 18:00", "--set", "x"], "is not understood"),
        (["--every", "week thu 18:00", "--template", "Absence"], "either --text or --template"),
        (["--every", "week thu 18:00", "--missed", "maybe"], "Invalid value"),
    ],
)
def test_what_cannot_be_ends_with_2_and_plans_nothing(
    terminal: PlanTerminal, options: list[str], words: str
) -> None:
    assert words in terminal.refused("schedule", "add", "Chorale", "--text", "Bonjour", *options)
    assert terminal.json("schedule", "--days", "400") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("skip", "e9"), "no planned send e9"),
        (("skip", "x"), "x names no planned send"),
        (("decide", "e9", "--send"), "no planned send e9"),
        (("decide", "e9"), "--send or --skip"),
        (("stop", "9"), "no series 9"),
    ],
)
def test_what_is_not_there_is_told(terminal: PlanTerminal, arguments: tuple[str, ...], said: str) -> None:
    assert said in terminal.refused("schedule", *arguments)


def test_the_station_sends_what_is_due_and_does_not_wait_for_the_rest(terminal: PlanTerminal) -> None:
    add(terminal, "--every", "day 18:00")
    due = datetime.now() - timedelta(minutes=2)  # noqa: DTZ005  # the hour on the wall, as it is by now
    terminal.set_wall(due, "id = 1")
    # What was queued before waits for its hour too, and holds no station that runs until nothing is left.
    assert terminal.json("station", "--until-idle")["sent"] == 2
