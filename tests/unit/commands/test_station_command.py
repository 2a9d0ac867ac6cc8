"""`smsdesk station` on the built-in virtual modem, in this process and in one of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal

from smsdesk.desk import Desk
from smsdesk.modem import virtual

NUMBERS = [f"+3363998{number:04}" for number in range(5)]


@pytest.fixture
def modem(request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of a virtual modem that is gone after the test."""
    name = f"station-{request.node.name}".replace("[", "-").replace("]", "")
    yield name
    virtual.forget(name)


@pytest.fixture
def terminal(profile: Path, capsys: pytest.CaptureFixture[str], modem: str) -> Terminal:
    return Terminal(profile, capsys, "--modem", f"virtual://{modem}")


def test_until_idle_sends_all_reads_the_sim_and_sums_up(terminal: Terminal, modem: str) -> None:
    peer = virtual.create(modem, virtual.VirtualConfig())
    peer.network.deliver("+33639989999", "Bonjour, c'est la mairie")
    terminal.run("send", *NUMBERS, "--text", "Bonjour {x}")
    summary = terminal.json("station", "--until-idle")
    seconds = summary.pop("seconds")
    assert summary == {"sent": 5, "delivered": 5, "failed": 0, "unknown": 0, "received": 1}
    assert seconds > 0
    assert [(sms.to, sms.text) for sms in peer.ledger.accepted] == [
        (number, "Bonjour {x}") for number in NUMBERS
    ]
    (received,) = terminal.json("inbox", "--unread")
    assert received["from"] == "+33639989999"
    assert received["text"] == "Bonjour, c'est la mairie"
    assert (received["complete"], received["read"], received["kind"], received["contacts"]) == (
        True,
        False,
        "sms",
        [],
    )
    assert received["raw"]
    assert peer.sim.memory.listing() == []
    assert [message["state"] for message in terminal.json("messages")] == ["delivered"] * 5


def test_a_second_run_has_nothing_to_do(terminal: Terminal) -> None:
    terminal.run("send", NUMBERS[0], "--text", "Bonjour")
    terminal.json("station", "--until-idle")
    again = terminal.json("station", "--until-idle")
    assert (again["sent"], again["delivered"], again["received"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("fault", "counted"), [("refuse=cms:1@1", "failed"), ("refuse=cms:500@1", "unknown")]
)
def test_a_message_that_failed_or_is_uncertain_ends_with_one(
    terminal: Terminal, modem: str, fault: str, counted: str
) -> None:
    peer = virtual.create(modem, virtual.VirtualConfig())
    peer.faults.add(fault)
    terminal.run("send", *NUMBERS[:2], "--text", "Bonjour")
    summary = terminal.json("station", "--until-idle", code=1)
    assert summary[counted] == 1
    assert summary["sent"] == 1


def test_an_uncertain_message_goes_again_only_by_a_decision(terminal: Terminal, modem: str) -> None:
    peer = virtual.create(modem, virtual.VirtualConfig())
    peer.faults.add("refuse=cms:500@1")
    terminal.run("send", NUMBERS[0], "--text", "Bonjour")
    terminal.json("station", "--until-idle", code=1)
    terminal.json("station", "--until-idle")
    assert len(peer.ledger.accepted) == 0
    assert terminal.json("resolve", "1", "--resend")["state"] == "queued"
    assert terminal.json("station", "--until-idle")["sent"] == 1
    assert len(peer.ledger.accepted) == 1


def test_max_seconds_ends_a_station_that_waits(terminal: Terminal) -> None:
    summary = terminal.json("station", "--max-seconds", "1")
    assert summary["sent"] == 0


def test_an_answer_that_is_missing_at_the_end_counts_as_uncertain(terminal: Terminal, modem: str) -> None:
    peer = virtual.create(modem, virtual.VirtualConfig(reports=None))
    peer.faults.add("lose-answer@1")
    terminal.run("send", NUMBERS[0], "--text", "Bonjour")
    summary = terminal.json("station", "--until-idle", "--max-seconds", "5", code=1)
    assert (summary["sent"], summary["unknown"]) == (0, 1)
    (message,) = terminal.json("messages")
    assert message["state"] == "unknown"


def test_a_paused_queue_is_idle_and_keeps_its_messages(terminal: Terminal) -> None:
    terminal.run("send", NUMBERS[0], "--text", "Bonjour")
    terminal.run("pause")
    assert terminal.json("station", "--until-idle")["sent"] == 0
    assert "paused" in terminal.told
    assert terminal.json("messages")[0]["state"] == "queued"


def test_no_modem_is_one_sentence_and_three(
    profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = str(tmp_path / "ttyUSB9")
    terminal = Terminal(profile, capsys, "--modem", missing)
    assert missing in terminal.refused("station", "--until-idle", "--max-seconds", "1", code=3)


def test_a_profile_that_sends_already_is_refused(terminal: Terminal, profile: Path, modem: str) -> None:
    with Desk.open(profile, [f"virtual://{modem}"], engine=True):
        assert terminal.run("station", "--until-idle", code=4) == ""
        assert "already running" in terminal.told
        terminal.run("send", NUMBERS[0], "--text", "Bonjour")


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "bientôt"])
def test_a_bad_time_limit_is_refused(terminal: Terminal, seconds: str) -> None:
    assert terminal.run("station", "--max-seconds", seconds, code=2) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_signal_ends_the_station_in_order(profile: Path, number: int, code: int) -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "smsdesk",
            "--profile",
            str(profile),
            "--modem",
            "virtual://signal",
            "--json",
            "station",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    with process:
        assert process.stderr is not None
        assert any("ready" in line for line in process.stderr)
        process.send_signal(number)
        out, _ = process.communicate(timeout=120)
    assert process.returncode == code
    assert json.loads(out)["sent"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_before_any_modem_is_there_is_an_interrupt(profile: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"socket://127.0.0.1:{mute.getsockname()[1]}"
        command = [sys.executable, "-m", "smsdesk", "--profile", str(profile), "--modem", url, "station"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            mute.accept()[0].close()
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=120)
    assert process.returncode == 130
