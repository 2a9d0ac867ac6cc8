"""Debian's gammu and gammu-smsd take the virtual modem for a modem: programs that are not ours judge it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smsdesk.modem.virtual import SimCard, VirtualConfig, VirtualModem, serve_pty

GAMMU_S = 120.0
"""gammu waits some seconds by itself while it looks at a port."""
SMSD_S = 240.0
"""gammu-smsd sends about one SMS a second."""

pytestmark = pytest.mark.skipif(
    not (shutil.which("gammu") and shutil.which("gammu-smsd")),
    reason="gammu and gammu-smsd are not installed (Debian: apt install gammu gammu-smsd)",
)

SMSD = """
[smsd]
service=files
inboxpath={spool}/inbox/
outboxpath={spool}/outbox/
sentsmspath={spool}/sent/
errorsmspath={spool}/error/
logfile={spool}/log
debuglevel=1
loopsleep=0
commtimeout=1
sendtimeout=60
receivefrequency=0
statusfrequency=0
resetfrequency=0
hardresetfrequency=0
checksecurity=0
checkbattery=0
checksignal=0
checknetwork=0
deliveryreport=no
outboxformat=unicode
inboxformat=unicode
"""

Gammu = Callable[..., str]


@pytest.fixture
def modem() -> Iterator[VirtualModem]:
    card = SimCard(phone_book={"Secrétariat": "+33639980099"})
    made = VirtualModem(VirtualConfig(card=card))
    yield made
    made.close()


@pytest.fixture
def settings(modem: VirtualModem, tmp_path: Path) -> Iterator[Path]:
    """gammu's configuration; the modem is on its pseudo-terminal meanwhile."""
    file = tmp_path / "gammurc"
    file.write_text(f"[gammu]\ndevice={tmp_path}/modem\nconnection=at115200\nmodel=at\n")
    with serve_pty(modem, tmp_path / "modem"):
        yield file


@pytest.fixture
def gammu(settings: Path) -> Gammu:
    """Runs commands of gammu over one connection and gives what it printed; it must have succeeded."""

    def run(*commands: str) -> str:
        batch = settings.with_name("batch")
        batch.write_text("".join(f"{command}\n" for command in commands), encoding="utf-8")
        done = subprocess.run(
            ["gammu", "-c", str(settings), "batch", str(batch)],
            capture_output=True, text=True, timeout=GAMMU_S, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_gammu_knows_the_modem_and_its_network(gammu: Gammu) -> None:
    told = gammu("identify", "networkinfo", "getsmsc", "getmemory SM 1")
    facts = ["SMS desk", "Virtual Modem", "001010123456786", "208010012345678", "Virtuel F", "208 99", "home network",
             "+33609001390", "Secrétariat", "+33639980099"]  # fmt: skip
    assert [fact for fact in facts if fact not in told] == [], told


def test_gammu_sends(modem: VirtualModem, gammu: Gammu) -> None:
    long_text = "Le cours de piano de jeudi n'a pas lieu : le professeur est absent. " * 4
    gammu(
        'sendsms TEXT +33639980001 -text "Bonjour à tous"',
        'sendsms TEXT +33639980002 -unicode -text "Ça va être reporté…"',
        f'sendsms TEXT +33639980003 -len 400 -report -text "{long_text.strip()}"',
    )
    assert modem.ledger.texts == [
        ("+33639980001", "Bonjour à tous"),
        ("+33639980002", "Ça va être reporté…"),
        ("+33639980003", long_text.strip()),
    ]
    assert [sms.report for sms in modem.ledger.accepted] == [False, False, True, True]


def test_gammu_reads_and_deletes(modem: VirtualModem, gammu: Gammu) -> None:
    long_text = "Bonjour, Léo est malade. Nous serons là lundi ; merci de prévenir M. Noël. " * 3
    modem.network.deliver("+33639980001", "Merci {beaucoup} pour 5 €")
    modem.network.deliver("Mairie", "Ça va être fermé…")
    modem.network.deliver("36111", long_text.strip())
    told = gammu("geteachsms")
    facts = ['"+33639980001"', "Merci {beaucoup} pour 5 €", '"Mairie"', "Ça va être fermé…", '"36111"', long_text.strip(),
             "in 3 SMS sequences"]  # fmt: skip
    assert [fact for fact in facts if fact not in told] == [], told
    gammu("deletesms 1 2", "deleteallsms 1")
    assert modem.ledger.deleted[0].slot == 2
    assert modem.sim.memory.listing() == []
    assert sorted(entry.pdu for entry in modem.ledger.deleted) == sorted(
        entry.pdu for entry in modem.ledger.stored
    )


def test_gammu_enters_the_pin(gammu: Gammu, modem: VirtualModem) -> None:
    modem.sim.lock_on = True
    assert "Waiting for PIN." in gammu("getsecuritystatus", "entersecuritycode PIN 0000")
    assert [(entry.code, entry.right) for entry in modem.ledger.pin_tries] == [("0000", True)]


@pytest.fixture
def spool(settings: Path, tmp_path: Path) -> Path:
    """gammu-smsd's folders and configuration."""
    folder = tmp_path / "spool"
    for name in ("inbox", "outbox", "sent", "error"):
        (folder / name).mkdir(parents=True)
    (folder / "smsdrc").write_text(settings.read_text() + SMSD.format(spool=folder))
    return folder


@pytest.mark.timeout(SMSD_S * 2)
def test_gammu_smsd_sends_twenty_and_receives(modem: VirtualModem, spool: Path) -> None:
    expected = [(f"+336399800{n:02d}", f"Message {n} : l'école est fermée") for n in range(20)]
    for n, (number, text) in enumerate(expected):
        (spool / "outbox" / f"OUTC20260101_120000_{n:02d}_{number}_x.txt").write_text(text, encoding="utf-8")
    daemon = subprocess.Popen(["gammu-smsd", "-c", str(spool / "smsdrc")], stdout=subprocess.DEVNULL)
    try:
        assert modem.ledger.wait_for(lambda ledger: len(ledger.accepted) >= 20, SMSD_S), (
            spool / "log"
        ).read_text()
        for n in range(5):
            modem.network.deliver("+33639980042", f"Réponse {n} : ça marche")
        assert modem.ledger.wait_for(lambda ledger: len(ledger.deleted) >= 5, SMSD_S), (
            spool / "log"
        ).read_text()
    finally:
        daemon.terminate()
        assert daemon.wait(GAMMU_S) == 0
    assert modem.ledger.texts == expected
    assert modem.ledger.refused == ()
    assert sorted(file.name.split("_")[3] for file in (spool / "sent").iterdir()) == [
        number for number, _ in expected
    ]
    received = sorted(file.read_text("utf-16").rstrip("\0") for file in (spool / "inbox").iterdir())
    assert received == [f"Réponse {n} : ça marche" for n in range(5)]
