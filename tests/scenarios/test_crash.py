"""The station dies, again and again, at every commit and anywhere: nothing is lost, nothing is sent twice.

The modem lives on in the test's process; its ledger knows what the network took and what left the SIM.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smsdesk.domain.clock import system_clock
from smsdesk.domain.outgoing import Encoding, Priority, Purpose
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty
from smsdesk.storage import decisions
from smsdesk.storage.database import Database
from smsdesk.storage.outbox import NewBroadcast, NewMessage, insert_broadcast

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

HERE = Path(__file__).parent
STATION = HERE / "crash_station.py"
LONG = bool(os.environ.get("SMSDESK_LONG"))
POINTS = 60 if LONG else 9
SEEDS = range(100) if LONG else range(1)
ROUNDS = 12 if LONG else 5
LONGEST_LIFE_S = 1.5
PATIENCE_S = 300.0
FAULTS = (
    "refuse=cms:331@8%", "lose-answer@8%", "refuse=cms:500@5%", "no-prompt@5%", "late-answer=1.3@5%",
    "garbage@5%", "chains=first", "chains=half", "chains=each", "refuse=cms:321,on=CMGD@10%", "hang=1.5@2%",
    "urc-anywhere", "reports-early", "unplug@4%", "sim-full",
)  # fmt: skip


class World:
    """A profile's database and a modem that outlives every station."""

    def __init__(self, folder: Path, modem: VirtualModem, port: str) -> None:
        self.path = folder / "smsdesk.sqlite3"
        self.modem = modem
        self.port = port
        self.approved: Counter[str] = Counter()
        self._queued = 0

    def queue(self, messages: int) -> None:
        """Queue messages of one and of two parts; each part's text exists once, and so does each answer."""
        database = Database(self.path)
        now = system_clock()
        broadcast = NewBroadcast("t", "b", Purpose.INFORMATION, Priority.NORMAL, "broadcast", now)
        with database.write() as connection:
            insert_broadcast(connection, broadcast, [self._message() for _ in range(messages)], [])
        database.close()

    def _message(self) -> NewMessage:
        self._queued += 1
        texts = tuple(f"message {self._queued} part {seq}" for seq in range(1, 2 + self._queued % 2))
        to = f"+336398{self._queued:05}"
        self.modem.network.answer(to, f"Oui {self._queued}")
        return NewMessage(to, " ".join(texts), Encoding.GSM7, texts, ((None, "Anne"),))

    def live(self, point: int = 0, pin: str | None = None) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            str(STATION),
            str(self.path),
            self.port,
            str(point),
            *([pin] if pin else []),
        ]
        paths = {"PYTHONPATH": os.pathsep.join((str(HERE.parent.parent), str(HERE.parent)))}
        return subprocess.Popen(command, env={**os.environ, **paths}, stderr=subprocess.PIPE)

    def live_for(self, seconds: float, point: int = 0, pin: str | None = None) -> None:
        """A life that ends by itself, at its point, or after so long; half-way the modem is plugged in again."""
        station = self.live(point, pin)
        for wait in (seconds / 2, seconds / 2):
            try:
                station.wait(wait)
            except subprocess.TimeoutExpired:
                self.plug_in()
        station.kill()
        station.communicate(timeout=PATIENCE_S)

    def plug_in(self) -> None:
        """Put the modem in again if a fault pulled it out."""
        if not self.modem.plugged:
            self.modem.replug()

    def decide(self, chance: random.Random) -> None:
        """A person decides on about half of what is uncertain."""
        database = Database(self.path)
        rows = (
            database.read().execute("SELECT message_id, text FROM parts WHERE state = 'unknown'").fetchall()
        )
        chosen = {row["message_id"] for row in rows if chance.random() < 0.5}
        for message_id in sorted(chosen):
            with database.write() as connection:
                decisions.decide(connection, message_id, resend=True, by="Claire", at=system_clock())
        self.approved.update(row["text"] for row in rows if row["message_id"] in chosen)
        database.close()

    def check(self) -> None:
        """Compare what the modem knows with what the database says."""
        database = Database(self.path)
        rows = database.read().execute("SELECT text, state FROM parts").fetchall()
        states = {row["text"]: row["state"] for row in rows}
        taken = Counter(sms.text for sms in self.modem.ledger.accepted)
        twice = {text: times for text, times in taken.items() if times > 1 + self.approved[text or ""]}
        assert not twice, f"sent more often than anybody wanted: {twice}"
        denied = {
            text: states[text]
            for text in taken
            if states[text] in ("queued", "failed", "cancelled", "expired")
        }
        denied = {text: state for text, state in denied.items() if not self.approved[text]}
        assert not denied, f"the network has it, and the desk denies it: {denied}"
        claimed = {
            text for text, state in states.items() if state in ("accepted", "delivered")
        } - taken.keys()
        assert not claimed, f"the desk says sent, and the network knows nothing: {claimed}"
        self._check_incoming(database)
        database.close()

    def _check_incoming(self, database: Database) -> None:
        stored = Counter(
            row["pdu"] for row in database.read().execute("SELECT pdu FROM raw_pdus WHERE slot > 0")
        )
        deleted = Counter(entry.pdu for entry in self.modem.ledger.deleted)
        assert not deleted - stored, "a PDU left the SIM and is not on the disk"
        assert not stored - Counter(entry.pdu for entry in self.modem.ledger.stored), "a PDU was stored twice"

    def states(self) -> set[str]:
        database = Database(self.path)
        rows = database.read().execute("SELECT state FROM parts").fetchall()
        database.close()
        return {row["state"] for row in rows}

    def open_states(self) -> list[str]:
        database = Database(self.path)
        rows = (
            database.read()
            .execute("SELECT state FROM parts WHERE state IN ('queued', 'claimed', 'submitting')")
            .fetchall()
        )
        left = database.read().execute("SELECT count(*) FROM raw_pdus WHERE decoded = 0").fetchone()[0]
        database.close()
        return [row["state"] for row in rows] + ["undecoded"] * left

    def finish(self) -> None:
        """Without faults and without death, everything comes to an end."""
        self.modem.faults.clear()
        self.plug_in()
        said = self.live()
        _, errors = said.communicate(timeout=PATIENCE_S)
        assert said.returncode == 0, errors.decode()
        assert self.open_states() == []
        assert self.modem.sim.memory.listing() == []
        self.check()


@pytest.fixture
def world(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[World]:
    seed = getattr(request, "param", 0)
    config = VirtualConfig(reports=0.05, answer_after=0.02, seed=seed)
    modem = VirtualModem(config)
    with serve_pty(modem, tmp_path / "modem") as port:
        yield World(tmp_path, modem, str(port))
    modem.close()


@pytest.mark.timeout(3600 if LONG else 600)
def test_death_at_every_commit(world: World) -> None:
    chance = random.Random(1)
    for point in range(1, POINTS + 1):
        world.queue(2)
        for _ in range(4):
            world.modem.network.deliver("+33639980001", f"Oui {point}")
        station = world.live(point)
        station.communicate(timeout=PATIENCE_S)
        assert station.returncode in (0, -signal.SIGKILL)
        world.check()
        world.decide(chance)
    world.finish()
    assert len({sms.text for sms in world.modem.ledger.accepted}) > POINTS


@pytest.mark.timeout(7200 if LONG else 600)
@pytest.mark.parametrize("world", SEEDS, indirect=True)
def test_death_anywhere_under_faults(world: World, request: pytest.FixtureRequest) -> None:
    chance = random.Random(world.modem.config.seed)
    for _ in range(ROUNDS):
        world.modem.faults.load(chance.sample(FAULTS, 4))
        world.queue(6)
        for letter in range(4):
            world.modem.network.deliver("+33639980001", f"Brief {letter}")
        world.live_for(chance.uniform(0.4, LONGEST_LIFE_S))
        world.check()
        world.decide(chance)
    world.finish()
    assert world.states() <= {"accepted", "delivered", "unknown"}
    assert world.modem.ledger.deleted


LOCKED_S = 2.0
"""What a station needs to start, meet a locked SIM, and try its PIN."""

PIN_POINTS = range(1, 12) if LONG else (3, 4, 5)
"""The first commits of a station that has a PIN stand around its try."""


def test_a_pin_is_tried_once_whatever_dies(world: World) -> None:
    card = world.modem.sim
    card.pin, card.lock_on = "1234", True
    world.queue(2)
    for point in (*PIN_POINTS, 0):
        wrong, card.pin_left = f"99{point:02}", 3
        for death in (point, 0):
            _cut_power(world)
            world.live_for(LOCKED_S, death, wrong)
        assert _tried(world)[wrong] <= 1
    _cut_power(world)
    _live_until(lambda: _tried(world)["9999"] > 0, world, "9999")
    assert _tried(world)["9999"] == 1
    for point in PIN_POINTS:
        _cut_power(world)
        world.live_for(LOCKED_S, point, "1234")
    _cut_power(world)
    _live_until(lambda: _tried(world)["1234"] > 0 or _latest_try(world) == "open", world, "1234")
    if _tried(world)["1234"]:
        assert card.pin_left == 3
    else:  # it was killed after the try was written down and before it was made: nobody repeats it
        assert _latest_try(world) == "open"
    card.lock_on = False
    world.finish()


def _live_until(tried: Callable[[], bool], world: World, pin: str) -> None:
    """A life that ends once this PIN was tried: how long a start takes depends on the computer."""
    world.modem.sim.pin_left = 3
    station = world.live(0, pin)
    end = time.monotonic() + PATIENCE_S
    while not tried() and time.monotonic() < end:
        with contextlib.suppress(subprocess.TimeoutExpired):
            station.wait(0.1)
    station.kill()
    station.communicate(timeout=PATIENCE_S)


def _cut_power(world: World) -> None:
    """Without power, a SIM forgets that it was unlocked."""
    world.modem.unplug()
    world.modem.replug()


def _latest_try(world: World) -> str:
    """How the try that was written down last ended."""
    database = Database(world.path)
    (outcome,) = database.read().execute("SELECT outcome FROM pin_tries ORDER BY id DESC LIMIT 1").fetchone()
    database.close()
    return str(outcome)


def _tried(world: World) -> Counter[str]:
    return Counter(tried.code for tried in world.modem.ledger.pin_tries)
