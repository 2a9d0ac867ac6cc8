"""`smsdesk absence` and `smsdesk calendar` as a person or a script calls them."""

from __future__ import annotations

import json
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from conservatory import FATHER, JEAN, MOTHER, NADIA, THURSDAY, WED, Conservatory, slot
from terminal import Terminal

from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.domain.people_drafts import ContactDraft

TODAY = date.today()  # noqa: DTZ011  # the command looks at the clock on the wall
DAY = TODAY + timedelta(days=7 + (WED - TODAY.weekday()) % 7)
"""A Wednesday that no course of today concerns."""


class SchoolTerminal(Terminal):
    def __init__(self, profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(profile, capsys)
        with Desk.open(profile) as desk:
            # Whatever the day of the test is, the courses take place.
            desk.services.calendars.add_exception(TODAY, TODAY + timedelta(days=60), open_=True)
            self.school = Conservatory(desk.services.people)

    def refused(self, *words: object, code: int = 2) -> str:
        """And nothing is sent."""
        sentence = super().refused(*words, code=code)
        assert self.json("broadcasts") == []
        return sentence


@pytest.fixture
def terminal(profile: Path, capsys: pytest.CaptureFixture[str]) -> SchoolTerminal:
    return SchoolTerminal(profile, capsys)


def texts(answer: Any) -> dict[str, str]:
    return {message["to"]: message["text"] for message in answer["messages"]}


def test_an_absence_tells_each_family_of_its_children(terminal: SchoolTerminal) -> None:
    answer = terminal.json("absence", "Marchand", "--day", DAY.isoformat())

    assert set(texts(answer)) == {MOTHER, FATHER, JEAN}
    assert texts(answer)[MOTHER].endswith("Pas de cours pour Léa (Piano 13h) et Tom (Piano 13h30).")
    assert {message["state"] for message in answer["messages"]} == {"queued"}
    assert (answer["parts"], answer["kind"], answer["teacher"]) == (3, "cancelled", "Hélène Marchand")
    assert [each["contact"] for each in answer["left_out"]] == ["Max Fixe"]
    assert answer["occurrences"][0] == {
        "course": "Piano", "day": DAY.isoformat(), "starts": "13:00", "ends": "13:30", "room": "Salle Ravel",
        "pupils": ["Léa Martin"], "new_day": None, "new_starts": None, "new_room": None,
    }  # fmt: skip


def test_a_dry_run_changes_nothing(terminal: SchoolTerminal) -> None:
    answer = terminal.json("absence", "hel mar", "--day", DAY.isoformat(), "--dry-run")

    assert answer["broadcast"] is None
    assert len(answer["messages"]) == 3
    assert terminal.json("broadcasts") == []


def test_several_days_one_course_and_a_text_of_one_s_own(terminal: SchoolTerminal) -> None:
    answer = terminal.json(
        "absence", "Marchand", "--day", DAY.isoformat(), "--until", (DAY + timedelta(days=1)).isoformat(),
        "--course", "chambre", "--text", "Pas de {cours}", "--dry-run",
    )  # fmt: skip

    assert texts(answer)[NADIA] == "Pas de Zoé (Musique de chambre 18h)"
    assert texts(answer)[MOTHER] == "Pas de Tom (Musique de chambre 18h)"


def test_values_who_is_left_out_and_names_as_they_are(terminal: SchoolTerminal) -> None:
    day = ("--day", DAY.isoformat(), "--dry-run")
    text = ("--text", "{motif} : pas de cours pour {cours}.", "--set", "motif=Neige")
    answer = terminal.json("absence", "Marchand", *day, *text, "--exclude", "Tom Martin", "--exclude", "Jean")
    assert texts(answer) == dict.fromkeys((MOTHER, FATHER), "Neige : pas de cours pour Léa (Piano 13h).")
    anew = ("--text", "Pas de cours pour {cours}. " + "x" * 60)
    with Desk.open(terminal.profile) as desk:
        jean = desk.services.people.contact(terminal.school.jean.id)
        named = ContactDraft("Loïc", jean.last_name, jean.kind, jean.phones, jean.id, jean.birth_date)
        desk.services.people.save_contact(named)
    plain, exact = (
        terminal.json("absence", "Marchand", *day, *anew, *more) for more in ((), ("--exact-names",))
    )
    assert ("Loic (Piano" in texts(plain)[JEAN], "Loïc (Piano" in texts(exact)[JEAN]) == (True, True)
    assert exact["parts"] == plain["parts"] + 1
    assert "{zzz} does not exist" in terminal.refused("absence", "Marchand", "--set", "zzz=1", *day)
    assert "nobody named Nobody" in terminal.refused("absence", "Marchand", "--exclude", "Nobody", *day)


def test_a_replacement_and_a_day_to_make_up(terminal: SchoolTerminal) -> None:
    replaced = terminal.json(
        "absence", "Caron", "--day", DAY.isoformat(), "--replacement", "Mme Petit", "--dry-run"
    )
    assert replaced["kind"] == "replaced"
    assert "Mme Petit assure le cours d'Étienne Caron" in texts(replaced)[NADIA]

    later = DAY + timedelta(days=3)
    moved = terminal.json(
        "absence", "Caron", "--day", DAY.isoformat(), "--make-up", f"{later}T09:30", "--dry-run"
    )
    assert (moved["kind"], moved["occurrences"][0]["new_day"]) == ("postponed", later.isoformat())
    assert "à 9h30" in texts(moved)[NADIA]

    room = terminal.json("absence", "Caron", "--day", DAY.isoformat(), "--room", "Salle 7", "--dry-run")
    assert texts(room)[NADIA].endswith("pour Zoé (Violon 17h) : Salle 7.")


def test_a_correction_before_anything_left_calls_all_back(terminal: SchoolTerminal) -> None:
    first = terminal.json("absence", "Marchand", "--day", DAY.isoformat())["broadcast"]

    answer = terminal.json("absence", "--correct", str(first), "maintained")
    assert (answer["broadcast"], answer["called_back"], answer["about"], answer["messages"]) == (
        None,
        3,
        first,
        [],
    )
    states = {message["state"] for message in terminal.json("messages", "--broadcast", str(first))}
    assert states == {"cancelled"}


def test_a_postponement_takes_the_place_of_what_waits(terminal: SchoolTerminal) -> None:
    first = terminal.json("absence", "Marchand", "--day", DAY.isoformat())["broadcast"]

    later = DAY + timedelta(days=3)
    answer = terminal.json("absence", "--correct", str(first), "postponed", "--make-up", later.isoformat())
    assert (answer["called_back"], answer["kind"], len(answer["messages"])) == (3, "postponed", 3)


def test_what_is_not_told_is_said_with_the_reason(terminal: SchoolTerminal) -> None:
    with Desk.open(terminal.profile) as desk:
        school = terminal.school
        school.people = desk.services.people
        marcel = school.teacher("Marcel", "Divers")
        school.course("Chant", marcel, [slot(WED, time(10))], [school.zoe])
        school.course("Orgue", marcel, [slot(WED, time(11))], [school.lea])
        school.course("Harpe", marcel, [], [school.tom])
        desk.services.calendars.add_exception(DAY + timedelta(days=7), DAY + timedelta(days=7), "Jury")
    days = ("--day", DAY.isoformat(), "--until", (DAY + timedelta(days=7)).isoformat())
    terminal.run("absence", "Divers", "--day", DAY.isoformat(), "--course", "Orgue")

    terminal.run("absence", "Divers", *days, "--dry-run")
    said = terminal.told

    assert "Harpe has no weekly hours" in said
    assert f"No course on {DAY + timedelta(days=7)}: Jury." in said
    assert f"Orgue, {DAY}: the families know already (send 1)" in said
    assert len(said.splitlines()) == 3


def test_telling_twice_is_refused_unless_one_says_so(terminal: SchoolTerminal) -> None:
    terminal.run("absence", "Marchand", "--day", DAY.isoformat())

    terminal.run("absence", "Marchand", "--day", DAY.isoformat(), code=2)
    said = terminal.told
    assert "know already" in said
    assert len(terminal.json("absence", "Marchand", "--day", DAY.isoformat(), "--again")["messages"]) == 3


def test_what_makes_no_sense_exits_with_2_and_changes_nothing(terminal: SchoolTerminal) -> None:
    with Desk.open(terminal.profile) as desk:
        people = desk.services.people
        terminal.school.teacher("Paul", "Marchand")
        terminal.school.teacher("Lucie", "Libre")
        alone = terminal.school.teacher("Ada", "Seule")
        terminal.school.course("Tuba", alone, [slot(WED, time(15))], [terminal.school.max])
        vague = terminal.school.teacher("Anne", "Vague")
        terminal.school.course("Éveil", vague, [], [terminal.school.zoe])
        off = terminal.school.teacher("Yann", "Jury")
        terminal.school.course("Jazz", off, [slot(THURSDAY, time(10))], [terminal.school.zoe])
        assert people is not None
        desk.services.calendars.add_exception(DAY + timedelta(days=1), name="Jury")
    day = ("--day", DAY.isoformat())
    cases = {
        ("absence", "Marchand", *day): "can mean several teachers: Hélène Marchand, Paul Marchand",
        ("absence", "Dupont", *day): "no teacher Dupont",
        ("absence", "Libre", *day): "teaches no course",
        ("absence", "Vague", *day): "No weekly hours are known of Éveil",
        ("absence", "Jury", "--day", (DAY + timedelta(days=1)).isoformat()): "There is no course on",
        ("absence", "Caron", "--day", (DAY + timedelta(days=1)).isoformat()): "has no course in these days",
        ("absence", "Caron", "--day", "2020-01-01"): "is in the past",
        ("absence", "Caron", "--day", "jeudi"): "is no day",
        ("absence", "Caron", *day, "--until", "2020-01-01"): "is before the first",
        ("absence", "Caron", *day, "--make-up", "demain"): "is no day",
        ("absence", "Caron", *day, "--room", "1", "--replacement", "X"): "Give only one of",
        ("absence", "Caron", *day, "--course", "Tuba"): "no group Tuba",
        ("absence", "Caron", *day, "--text", "{surnom}"): "does not exist",
        ("absence", "Caron", *day, "--text", "{motif|\u200b}"): "the text is empty for",
        ("absence", "Caron", *day, "--text", "x" * 1531): "the most is 10",
        ("absence", "Caron", *day, "--make-up", "2020-01-01"): "past",
        ("absence", "Seule", *day): "Nobody of those chosen can be reached",
        ("absence", "Caron", *day, "--text", "a", "--template", "b"): "either --text or --template",
        ("absence",): "Give either the name",
        ("absence", "--correct", "7", "maintained"): "told nothing about courses",
    }
    for arguments, why in cases.items():
        assert why in terminal.refused(*arguments), arguments


def test_the_lines_for_people_name_courses_and_totals(terminal: SchoolTerminal) -> None:
    out = terminal.run("absence", "Marchand", "--day", DAY.isoformat(), "--dry-run")

    assert f"{DAY}  13:00  Piano   1" in out
    assert "Nothing was sent. It would be 3 messages (3 SMS) for 3 people." in out
    assert "Left out: Max Fixe." in out


def test_the_calendar_is_chosen_shown_and_corrected(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str, code: int = 0) -> Any:
        assert run_command(["--profile", str(profile), "--json", "calendar", *arguments]) == code
        said = capsys.readouterr().out
        return json.loads(said) if said else None

    assert run("zone", "b", "--region", "6AE") == {"zone": "B", "region": "6AE"}
    made = run("add", "2027-03-15", "2027-03-16", "--name", "Jury")
    shown = run("--from", "2027-02-18", "--until", "2027-04-02")
    days = {each["day"]: each for each in shown["days_off"]}
    assert days["2027-02-20"]["kind"] == "school"
    assert days["2027-03-26"]["name"] == "Good Friday"
    assert days["2027-03-16"] == {
        "day": "2027-03-16",
        "name": "Jury",
        "kind": "exception",
        "estimated": False,
    }
    assert run("--from", "2029-04-20", "--until", "2029-04-20")["days_off"][0]["estimated"] is True
    run("remove", str(made["id"]))
    assert run("--from", "2027-03-15", "--until", "2027-03-16")["exceptions"] == []
    run("add", "2027-03-16", "2027-03-15", code=2)
    run("remove", "99", code=2)


def test_the_second_guardian_only_when_needed(terminal: SchoolTerminal) -> None:
    day = DAY.isoformat()
    out = terminal.run("absence", "Marchand", "--day", day, "--second-guardian-after", "45")
    err = terminal.told

    assert MOTHER in out
    assert FATHER not in out
    assert "delivered in 45 minutes" in err
    answer = terminal.json("broadcasts", "1")
    assert (answer["second_guardian"]["minutes"], answer["second_guardian"]["told"]) == (45, [])


@pytest.mark.parametrize("minutes", ["0", "1441", "bald"])
def test_a_rule_with_a_time_that_cannot_be_is_refused(terminal: SchoolTerminal, minutes: str) -> None:
    terminal.run("absence", "Marchand", "--day", DAY.isoformat(), "--second-guardian-after", minutes, code=2)
    err = terminal.told
    assert "--second-guardian-after" in err
    assert terminal.json("broadcasts") == []


def test_a_correction_keeps_the_rule_of_the_first_notice(terminal: SchoolTerminal) -> None:
    terminal.run("absence", "Marchand", "--day", DAY.isoformat(), "--second-guardian-after", "45")
    correct = ("absence", "--correct", "1", "room", "--room", "Salle 4")
    terminal.run(*correct, "--second-guardian-after", "30", code=2)
    err = terminal.told
    assert "keeps the rule" in err

    assert set(texts(terminal.json(*correct))) == {MOTHER, JEAN}
    assert terminal.json("broadcasts", "2")["second_guardian"]["minutes"] == 45
