"""`smsdesk budget` as another program calls it, with a month that ends meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from terminal import Terminal

from smsdesk.desk import Desk as Program
from smsdesk.domain.budget import goes_on
from smsdesk.modem import virtual

ICCID = "8933010000000000017"
NAME = "budget"
MODEM = f"virtual://{NAME}?iccid={ICCID}&reports=0"
PHONES = [f"06 39 98 00 0{number}" for number in range(5)]


class Desk(Terminal):
    """Runs commands on one profile, each in a life of its own of the program."""

    def states(self) -> list[str]:
        return [message["state"] for message in self.json("messages")]


@pytest.fixture
def desk(profile: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    yield Desk(profile, capsys, "--modem", MODEM)
    virtual.forget(NAME)


def test_a_plan_is_set_listed_and_kept_to(desk: Desk) -> None:
    assert desk.json("budget") == []
    desk.run(
        "budget", "set", ICCID, "--name", "Orange", "--monthly", 3, "--billing-day", 31, "--recipients", 200
    )
    desk.json("send", *PHONES, "--text", "Concert ce soir")
    summary = desk.json("station", "--until-idle")
    assert summary["sent"] == 3
    assert "plan of this month is used up" in desk.told
    assert sorted(desk.states()) == ["delivered"] * 3 + ["queued"] * 2
    errors = {message["error"] for message in desk.json("messages") if message["state"] == "queued"}
    (sim,) = desk.json("budget", "list")
    assert (sim["name"], sim["monthly"], sim["used"]) == (
        "Orange",
        3,
        {"month": 3, "recipients": 3, "day": 3},
    )
    assert errors == {f"The SIM's plan of this month is used up: sending goes on on {sim['period']['end']}."}
    assert [meter["level"] for meter in sim["meters"]] == ["over", "calm"]
    assert "3 of 3" in desk.run("budget")


def test_a_person_lets_one_broadcast_pass(desk: Desk) -> None:
    desk.run("budget", "set", ICCID, "--daily", 1)
    broadcast = desk.json("send", *PHONES, "--text", "Concert ce soir")["broadcast"]
    assert desk.json("station", "--until-idle")["sent"] == 1
    assert desk.json("budget", "allow", broadcast) == {"broadcast": broadcast, "allowed": True}
    assert desk.json("station", "--until-idle")["sent"] == 4
    desk.run("budget", "allow", 99, code=2)
    assert "no broadcast 99" in desk.told


def test_it_goes_on_when_the_month_has_ended(desk: Desk) -> None:
    desk.run("budget", "set", ICCID, "--monthly", 2, "--billing-day", 5)
    desk.json("send", *PHONES, "--text", "Concert ce soir")
    assert desk.json("station", "--until-idle")["sent"] == 2
    anew = datetime.fromisoformat(desk.json("budget")[0]["period"]["end"]).date()
    for moment, left in ((goes_on(anew) - timedelta(minutes=1), 3), (goes_on(anew), 1)):
        with Program.open(desk.profile, [MODEM], engine=True, clock=lambda at=moment: at) as program:
            assert program.engine is not None
            program.engine.wait_ready(60)
            assert program.engine.wait_idle(20)
            assert program.services.station.queue().waiting == left
    assert desk.states().count("queued") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--monthly", -4), "SMS a month: give a number from 1 to"),
        (("--billing-day", 32), "give a number from 1 to 31"),
        (("--daily", 10**9), "SMS a day: give a number"),
        (("--price", 5000), "Price of an SMS in cents: give a number from 0 to 1000"),
        (("--name", "x" * 41), "at most 40 letters"),
        (("--monthly", "many"), "many"),
    ],
)
def test_what_no_plan_can_be_is_refused(desk: Desk, arguments: tuple[object, ...], sentence: str) -> None:
    desk.run("budget", "set", ICCID, "--monthly", 100)
    before = desk.json("budget")
    desk.run("budget", "set", ICCID, *arguments, code=2)
    assert sentence in desk.told
    assert desk.json("budget") == before


def test_sims_are_found_by_name_or_end_and_an_ambiguous_one_is_not_guessed(desk: Desk) -> None:
    desk.run("budget", "set", ICCID, "--name", "Mairie Été")
    desk.run("budget", "set", "8933200000000000117", "--name", "Réserve")
    assert json.loads(desk.run("--json", "budget", "set", "mairie ete", "--daily", 9))["sim"] == ICCID
    assert json.loads(desk.run("--json", "budget", "set", "0117", "--daily", 8))["daily"] == 8
    desk.run("budget", "set", "17", "--daily", 7, code=2)
    assert "More than one SIM" in desk.told
    desk.run("budget", "set", "Orange", "--daily", 7, code=2)
    assert "Choose one of these: " in desk.told
    assert json.loads(desk.run("--json", "budget", "set", "réserve", "--daily", 0))["daily"] is None


def test_the_clock_is_the_one_of_the_program(desk: Desk) -> None:
    with Program.open(desk.profile, clock=lambda: datetime(2028, 2, 29, 12, tzinfo=UTC)) as program:
        period = program.services.budget.usage(ICCID).period
    assert (period.start.isoformat(), period.end.isoformat()) == ("2028-02-01", "2028-03-01")


def test_one_is_warned_before_sending_and_may_split_by_days(desk: Desk) -> None:
    desk.run("budget", "set", ICCID, "--daily", 2, "--price", 10)
    sent = desk.json("send", *PHONES, "--text", "Concert ce soir")
    assert "SMS over what may go in one day: 3." in desk.told
    assert "--split days" in desk.told
    budget = sent["budget"]
    assert (budget["cost_cents"], budget["fits"], budget["splits"], budget["split"]) == (
        50,
        False,
        ["days"],
        [],
    )
    desk.run("cancel", sent["broadcast"])
    before = len(desk.json("messages"))
    desk.run("send", *PHONES, "--text", "Concert", "--split", "sims", code=2)
    assert len(desk.json("messages")) == before
    split = desk.json("send", *PHONES, "--text", "Concert", "--split", "days")["budget"]["split"]
    assert [share["parts"] for share in split] == [2, 2, 1]
    assert desk.json("station", "--until-idle")["sent"] == 2
    for days, left in ((1, 1), (2, 0)):
        moment = datetime.fromisoformat(split[days]["at"])
        with Program.open(desk.profile, [MODEM], engine=True, clock=lambda at=moment: at) as program:
            assert program.engine is not None
            program.engine.wait_ready(60)
            assert program.engine.wait_idle(20)
            assert program.services.station.queue().waiting == left


def test_a_split_between_two_sims_names_each(desk: Desk) -> None:
    desk.run("budget", "set", ICCID, "--name", "Orange", "--monthly", 3)
    desk.run("budget", "set", "8933200000000000117", "--name", "SFR", "--monthly", 2)
    sent = desk.json("send", *PHONES, "--text", "Concert", "--split", "sims")
    assert sorted((share["sim"], share["parts"]) for share in sent["budget"]["split"]) == [
        (ICCID, 3), ("8933200000000000117", 2),
    ]  # fmt: skip
    assert desk.json("station", "--until-idle", "--max-seconds", 4)["sent"] == 3
