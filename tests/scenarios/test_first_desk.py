"""The main job by command, end to end: a class list, a notice, a modem that is none of ours, an answer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from plain_modem import PlainModem

ANSWER = "07913306091093F0040B913336990800F10000621112123040400DCDB2BC0C72BFDBA0301D1E02"
"""SMS-DELIVER of +33639980001."""

ROWS = (
    ("Conservatoire municipal - élèves 2026-2027",),
    (),
    ("Nom", "Prénom", "Cours", "Responsable", "Portable"),
    ("Martin", "Léa", "Piano", "Anne Martin", "06 39 98 00 01"),
    ("Martin", "Tom", "Piano", "Anne Martin", "06 39 98 00 01"),
    ("Bœuf", "Élise", "Piano", "Yves Bœuf", 639980002),
    ("Garcia", "Inès", "Piano", "Luz Garcia", "06.39.98.00.03 (maman)"),
    ("Petit", "Noé", "Violon", "Eva Petit", "06 39 98 00 04"),
)


@pytest.fixture
def class_list(tmp_path: Path) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in ROWS:
        book.active.append(row)
    path = tmp_path / "élèves.xlsx"
    book.save(path)
    return path


class Desk:
    """The program as a script calls it: one process for each command."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "smsdesk", "--profile", str(self._profile), "--json", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=240,
        )

    def ask(self, *arguments: str) -> Any:
        result = self.run(*arguments)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)


@pytest.fixture
def desk(profile: Path) -> Desk:
    return Desk(profile)


def test_from_a_class_list_to_one_sms_a_phone_and_an_answer(desk: Desk, class_list: Path) -> None:
    plan = desk.ask("import", str(class_list), "--dry-run")
    assert (plan["new"], plan["applied"]) == (5, False)
    assert desk.ask("groups") == []
    assert desk.ask("import", str(class_list))["applied"] is True
    assert {group["name"]: group["size"] for group in desk.ask("groups")} == {"Piano": 4, "Violon": 1}

    text = "Le cours de piano de jeudi est annulé : {prénom}, reste à la maison à 17h [14€]"
    notice = desk.ask("notify", "PIANO", "--text", text)
    assert notice["left_out"] == []
    assert notice["parts"] == 3

    with PlainModem({4: ANSWER}) as modem:
        run = desk.ask("--modem", modem.url, "station", "--until-idle", "--max-seconds", "60")
    assert (run["sent"], run["failed"], run["unknown"], run["received"]) == (3, 0, 0, 1)
    assert Counter((sms.to, sms.text) for sms in modem.sent) == Counter(
        (to, text.replace("{prénom}", name))
        for to, name in (
            ("+33639980001", "Léa et Tom"),
            ("+33639980002", "Élise"),
            ("+33639980003", "Inès"),
        )
    )
    assert modem.stored == {}

    assert {message["state"] for message in desk.ask("messages")} == {"accepted"}
    [answer] = desk.ask("inbox")
    assert answer["from"] == "+33639980001"
    assert any("Martin" in name for name in answer["contacts"])

    with PlainModem() as later:
        desk.ask("--modem", later.url, "station", "--until-idle", "--max-seconds", "60")
    assert later.sent == [], "what was accepted is not sent again by another run"


def test_a_long_text_arrives_whole_and_in_order(desk: Desk) -> None:
    text = "Le concert de Noël aura lieu à l'église Saint-Étienne, entrée libre. " * 4 + "Œuvres de Fauré 🎻"
    desk.ask("send", "+33639980009", "--text", text)
    with PlainModem() as modem:
        desk.ask("--modem", modem.url, "station", "--until-idle", "--max-seconds", "60")
    assert "".join(sms.text for sms in modem.sent) == text
    assert [sms.concat and sms.concat[1:] for sms in modem.sent] == [
        (len(modem.sent), seq) for seq in range(1, len(modem.sent) + 1)
    ]
    assert len({sms.concat and sms.concat[0] for sms in modem.sent}) == 1


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("vide.xlsx", b""),
        ("secret.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)),
        ("sans-telephone.csv", "Nom;Prénom\nMartin;Léa\n".encode()),
    ],
)
def test_a_file_that_is_no_class_list_changes_nothing(
    desk: Desk, tmp_path: Path, name: str, content: bytes
) -> None:
    result = desk.run("import", str(write(tmp_path / name, content)))
    refused(result, 2)
    assert name in result.stderr
    assert desk.ask("contacts") == []


def refused(result: subprocess.CompletedProcess[str], code: int) -> None:
    """One plain sentence (or two) on standard error, the exit code, and nothing else."""
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_bad_input_to_a_notice_changes_nothing(desk: Desk, class_list: Path) -> None:
    desk.ask("import", str(class_list))
    refused(desk.run("notify", "Pian", "Trompette", "--text", "Bonjour"), 2)
    refused(desk.run("notify", "Piano", "--text", "   "), 2)
    refused(desk.run("notify", "Piano", "--text", "Bonjour {inconnu}"), 2)
    refused(desk.run("send", "06 12", "--text", "Bonjour"), 2)
    refused(desk.run("send", '+33639980001"\rAT+CMGD=1,4\r', "--text", "Bonjour"), 2)
    assert desk.ask("broadcasts") == []
    assert desk.ask("messages") == []


def test_a_modem_that_is_not_there_is_exit_code_3_and_the_queue_waits(desk: Desk) -> None:
    desk.ask("send", "+33639980001", "--text", "Bonjour")
    result = desk.run("--modem", "socket://127.0.0.1:9", "station", "--until-idle", "--max-seconds", "30")
    assert result.returncode == 3
    assert "Traceback" not in result.stderr
    assert [message["state"] for message in desk.ask("messages")] == ["queued"]
