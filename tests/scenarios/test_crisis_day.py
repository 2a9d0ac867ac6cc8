"""A crisis by command and by service: over all queues, rehearsed without one real SMS, and erased after a crash."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from smsdesk.cli import run_command
from smsdesk.desk import Desk
from smsdesk.domain.audience import AudienceRequest
from smsdesk.domain.crisis import CrisisDraft, Scenario, Step, StepDraft
from smsdesk.domain.errors import InputError, ProfileError
from smsdesk.domain.outgoing import PartState, Priority
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import virtual
from smsdesk.services.notify import SendOptions
from smsdesk.services.people import ContactDraft
from smsdesk.storage.exercise_copy import FOLDER, erase_left_behind
from smsdesk.storage.profile import Profile

MODEM = "crisis"
PEOPLE = 12
PATIENCE_S = 120.0
CRASHER = Path(__file__).parent / "crash_exercise.py"


@pytest.fixture
def town(profile: Path) -> Path:
    """Twelve people with mobiles, and Jean with a landline."""
    with Desk.open(profile) as desk:
        for number in range(PEOPLE):
            desk.services.people.save_contact(
                ContactDraft(
                    f"Anne{number}",
                    "Martin",
                    ContactKind.RESIDENT,
                    (Phone(f"+336399800{number:02}"),),
                    city="Vannes" if number % 2 else "Séné",
                    email=f"anne{number}@example.org",
                    notes="allergique",
                )
            )
        desk.services.people.save_contact(
            ContactDraft("Jean", "Fixe", ContactKind.RESIDENT, (Phone("+33297112233", "", mobile=False),))
        )
    return profile


@pytest.fixture
def modem() -> Iterator[virtual.VirtualModem]:
    yield virtual.create(MODEM, virtual.VirtualConfig(latency=0.05, reports=0.05))
    virtual.forget(MODEM)


def run(town: Path, *arguments: str) -> int:
    return run_command(["--profile", str(town), "--json", "crisis", *arguments])


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    shown = json.loads(capsys.readouterr().out)
    assert isinstance(shown, dict)
    return shown


def test_a_running_broadcast_and_an_urgent_notice_give_way_before_their_next_part(
    town: Path, modem: virtual.VirtualModem
) -> None:
    with Desk.open(town, [f"virtual://{MODEM}"], engine=True) as desk:
        services = desk.services
        everyone = AudienceRequest(everyone=True)
        services.notify.send(everyone, "Concert samedi.")
        services.notify.send(everyone, "Cours annulé.", options=SendOptions(priority=Priority.URGENT))
        assert modem.ledger.wait_for(lambda ledger: len(ledger.accepted) >= 3, PATIENCE_S)
        services.crises.start(CrisisDraft(Scenario.ATTACK))
        before = len(modem.ledger.accepted)
        assert desk.engine is not None
        assert desk.engine.wait_idle(PATIENCE_S)
    texts = [text for _, text in modem.ledger.texts]
    alerts = [at for at, text in enumerate(texts) if text.startswith("ALERTE ATTAQUE")]
    assert len(texts) == 3 * PEOPLE
    assert alerts == list(range(alerts[0], alerts[0] + PEOPLE)), "nothing stands between two alerts"
    assert alerts[0] <= before + 2, "only what the modem held already went before"


def test_the_whole_course_by_command(
    town: Path, modem: virtual.VirtualModem, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(town, "start", "evacuation", "--area", "sene", "--set", "lieu=au stade") == 2
    shown = capsys.readouterr()
    assert json.loads(shown.out)["plan"]["phones"] == PEOPLE // 2
    assert "--yes" in shown.err
    assert run(town, "list") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(town, "start", "evacuation", "--area", "sene", "--set", "lieu=au stade", "--yes") == 0
    crisis = answer(capsys)
    assert crisis["whom"] == "Séné"
    assert run(town, "update", str(crisis["crisis"]), "--text", "Les bus partent à {heure}.", "--yes") == 0
    capsys.readouterr()
    assert run(town, "all-clear", str(crisis["crisis"]), "--keep-unsent", "--yes") == 0
    capsys.readouterr()
    url = f"virtual://{MODEM}"
    assert run_command(["--profile", str(town), "--modem", url, "station", "--until-idle"]) == 0
    capsys.readouterr()
    file = tmp_path / "fiche.xlsx"
    assert run(town, "log", str(crisis["crisis"]), "--output", str(file)) == 0
    log = answer(capsys)
    assert [step["step"] for step in log["steps"]] == ["alert", "update", "all_clear"]  # type: ignore[attr-defined]
    rows = log["people"]
    assert isinstance(rows, list)
    assert len(rows) == PEOPLE // 2
    assert all(entry["state"] == "delivered" for row in rows for entry in row["entries"])
    assert file.stat().st_size > 1000
    by_phone = {
        to: [text for phone, text in modem.ledger.texts if phone == to] for to, _ in modem.ledger.texts
    }
    assert len(by_phone) == PEOPLE // 2
    for texts in by_phone.values():
        assert next(text[:6] for text in texts) == "ALERTE"
        assert texts[1].startswith("Les bus partent")
        assert "FIN D'ALERTE" in texts[2]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["start", "evacuation", "--area", "Nantes", "--yes"],
            "Nobody lives in Nantes. Choose one of: Séné, Vannes",
        ),
        (["start", "weather", "--group", "Chorale", "--yes"], "Chorale"),
        (["start", "other", "--yes"], "no value for {motif}"),
        (["update", "9", "--yes"], "no alert 9"),
        (["all-clear", "9", "--yes"], "no alert 9"),
        (["log", "9"], "no alert 9"),
        (["start", "invasion"], "invasion"),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    town: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(town, *arguments) == 2
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert shown.err.count("\n") == 1
    assert run(town, "list") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_an_exercise_sends_not_one_real_sms_and_leaves_only_its_log(
    town: Path, modem: virtual.VirtualModem
) -> None:
    with Desk.open(town, [f"virtual://{MODEM}"], engine=True) as desk:
        crises = desk.services.crises
        crisis_id = crises.rehearse(CrisisDraft(Scenario.EVACUATION))
        (copy,) = (town / FOLDER).iterdir()
        with pytest.raises(InputError, match="going on already"):
            crises.rehearse(CrisisDraft(Scenario.WEATHER))
        for step in (Step.UPDATE, Step.ALL_CLEAR):
            assert crises.wait_for_exercise(PATIENCE_S)
            assert crises.send_step(StepDraft(crisis_id, step)) is None
        assert crises.wait_for_exercise(PATIENCE_S)
        state = crises.state(crisis_id)
        assert state.open
        assert state.crisis.exercise
        assert [step.counts for step in state.steps] == [{PartState.DELIVERED: PEOPLE}] * 3
        assert [step.step.broadcast_id for step in state.steps] == [None] * 3
        crises.end(crisis_id)
        assert not copy.exists()
        kept = crises.state(crisis_id)
        assert [step.counts for step in kept.steps] == [{PartState.DELIVERED: PEOPLE}] * 3
        assert kept.left_out == 1
        assert not kept.open
        assert kept.crisis.ended_at is not None
        assert len(crises.log(crisis_id).rows) == PEOPLE
        assert desk.services.broadcasts.list() == ()
        assert desk.services.station.queue().waiting == 0
    assert not modem.ledger.accepted
    assert not modem.ledger.refused


def test_the_copy_has_no_queue_and_no_more_about_people_than_it_needs(town: Path) -> None:
    with Desk.open(town) as desk:
        desk.services.notify.send(AudienceRequest(everyone=True), "Concert samedi.")
        desk.services.drafts.list()
        crisis_id = desk.services.crises.rehearse(CrisisDraft(Scenario.ATTACK))
        (copy,) = (town / FOLDER).iterdir()
        from sqlite_utils import Database as Look  # noqa: PLC0415

        inside = Look(copy / "smsdesk.sqlite3")
        titles = [row["title"] for row in inside["broadcasts"].rows]
        assert titles == ["Attaque · alerte"]
        people = list(inside["contacts"].rows)
        assert len(people) == PEOPLE + 1
        assert {row["notes"] for row in people} == {row["email"] for row in people} == {""}
        for table in ("drafts", "received", "raw_pdus", "series", "sim_plans", "change_sets"):
            assert inside[table].count == 0
        inside.close()
        assert desk.services.station.queue().waiting == PEOPLE, "what waits in earnest waits on"
        desk.services.crises.end(crisis_id)


def test_an_exercise_by_command_says_that_nothing_left(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(town, "start", "attack", "--exercise") == 2
    capsys.readouterr()
    assert run(town, "start", "attack", "--exercise", "--yes") == 0
    shown = answer(capsys)
    assert shown["exercise"] is True
    assert [step["counts"] for step in shown["steps"]] == [{"delivered": PEOPLE}] * 3  # type: ignore[attr-defined]
    assert not (town / FOLDER).exists()
    assert run(town, "update", str(shown["crisis"]), "--yes") == 2
    assert "This exercise is over" in capsys.readouterr().err


def test_closing_the_desk_ends_an_exercise_with_its_log(town: Path) -> None:
    with Desk.open(town) as desk:
        crisis_id = desk.services.crises.rehearse(CrisisDraft(Scenario.ATTACK))
    assert not (town / FOLDER).exists()
    with Desk.open(town) as desk:
        assert len(desk.services.crises.log(crisis_id).rows) == PEOPLE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_a_crash_leaves_of_an_exercise_is_erased_at_the_next_start(town: Path) -> None:
    died = subprocess.run([sys.executable, str(CRASHER), str(town)], timeout=PATIENCE_S, check=False)
    assert died.returncode == -signal.SIGKILL
    (copy,) = (town / FOLDER).iterdir()
    assert (copy / "smsdesk.sqlite3").exists()
    with Desk.open(town) as desk:
        assert not (town / FOLDER).exists()
        (crisis,) = desk.services.crises.list()
        assert crisis.exercise
        assert desk.services.crises.running() == ()
        assert desk.services.crises.state(crisis.id).steps == ()
        with pytest.raises(InputError, match="interrupted"):
            desk.services.crises.log(crisis.id)
        assert desk.services.broadcasts.list() == ()


def test_an_exercise_of_another_process_is_left_alone(town: Path) -> None:
    other = Profile(town / FOLDER / "exercise-of-somebody")
    other.take()
    try:
        assert erase_left_behind(town) == 0
        assert other.folder.exists()
        with pytest.raises(ProfileError):
            Profile(other.folder).take()
    finally:
        other.release()
    assert erase_left_behind(town) == 1
    assert not (town / FOLDER).exists()
