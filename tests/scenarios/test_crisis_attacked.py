"""An alert when it comes at the worst moment: the process dies, a thousand SMS are on their way, the SIM is locked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from smsdesk.desk import Desk
from smsdesk.domain.crisis import CrisisDraft, Scenario, Step, StepDraft
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import PartState
from smsdesk.domain.people import ContactKind, Phone
from smsdesk.modem import virtual
from smsdesk.modem.virtual import Ledger, VirtualConfig, VirtualModem, serve_pty
from smsdesk.services.people import ContactDraft

MODEM = "attacked"
PEOPLE = 12
BULK = 1000
PATIENCE_S = 300.0
HERE = Path(__file__).parent
DIES_AT = 13
"""Of the moments around the commits of a station: some people have the alert, for one it is uncertain."""

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def town(profile: Path) -> Path:
    """Twelve people with mobiles."""
    with Desk.open(profile) as desk:
        for number in range(PEOPLE):
            phone = Phone(f"+336399800{number:02}")
            desk.services.people.save_contact(
                ContactDraft(f"Anne{number}", "Martin", ContactKind.RESIDENT, (phone,))
            )
    return profile


@pytest.fixture
def modem() -> Iterator[VirtualModem]:
    yield virtual.create(MODEM, VirtualConfig(latency=0.02, reports=0.02))
    virtual.forget(MODEM)


def station_that_dies(town: Path, port: Path) -> None:
    """A station of its own that is killed at its moment."""
    command = [
        sys.executable,
        str(HERE / "crash_station.py"),
        str(town / "smsdesk.sqlite3"),
        str(port),
        str(DIES_AT),
    ]
    paths = {"PYTHONPATH": os.pathsep.join((str(HERE.parent.parent), str(HERE.parent)))}
    died = subprocess.run(command, env={**os.environ, **paths}, timeout=PATIENCE_S, check=False)
    assert died.returncode == -signal.SIGKILL


def until(desk: Desk, condition: Callable[[], bool]) -> None:
    """Wait until this is so, looking at each event."""
    something = threading.Event()
    stop = desk.services.events.subscribe(lambda _change: something.set())
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert something.wait(deadline - time.monotonic()), "it never came"
        something.clear()
    stop()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_an_alert_whose_station_dies_reaches_nobody_twice_and_goes_on_to_the_same_people(
    town: Path, tmp_path: Path
) -> None:
    with Desk.open(town) as desk:
        crisis_id = desk.services.crises.start(CrisisDraft(Scenario.EVACUATION))
    outliving = VirtualModem(VirtualConfig(reports=0.02))
    with closing(outliving) as modem, serve_pty(modem, tmp_path / "modem") as port:
        station_that_dies(town, port)
        had = len(modem.ledger.accepted)
        with Desk.open(town, [str(port)], engine=True) as desk:
            crises = desk.services.crises
            (going_on,) = crises.running()
            crises.send_step(StepDraft(crisis_id, Step.UPDATE, stops_unsent=False))
            until(desk, lambda: crises.state(crisis_id).steps[1].counts == {PartState.DELIVERED: PEOPLE})
            alert = crises.state(crisis_id).steps[0].counts
            told = crises.log(crisis_id).rows

    assert 0 < had < PEOPLE, "it died in the middle"
    assert going_on.id == crisis_id, "the alert is there again, with its next step one click away"
    taken = Counter((each.to, (each.text or "").startswith("ALERTE")) for each in modem.ledger.accepted)
    assert set(taken.values()) == {1}, "nobody has a message twice"
    # The reports that came while no station was there are gone with it.
    assert set(alert) <= {PartState.DELIVERED, PartState.ACCEPTED, PartState.UNKNOWN}
    assert sum(alert.values()) == len(told) == PEOPLE
    assert alert.get(PartState.UNKNOWN, 0) <= 1, "only what was just being handed over"


def alerts_in(ledger: Ledger) -> list[int]:
    """At which places alerts stand among all that was sent."""
    return [at for at, each in enumerate(ledger.accepted) if (each.text or "").startswith("ALERTE ATTAQUE")]


def test_an_alert_goes_before_what_is_left_of_a_thousand(town: Path, modem: VirtualModem) -> None:
    with Desk.open(town, [f"virtual://{MODEM}"], engine=True) as desk:
        services = desk.services
        bulk = services.notify.send_numbers(
            [f"+3363998{number:04}" for number in range(PEOPLE, PEOPLE + BULK)], "Concert samedi."
        )
        assert modem.ledger.wait_for(lambda ledger: len(ledger.accepted) >= 5, PATIENCE_S)
        services.crises.start(CrisisDraft(Scenario.ATTACK))
        before = len(modem.ledger.accepted)
        assert modem.ledger.wait_for(lambda ledger: len(alerts_in(ledger)) == PEOPLE, PATIENCE_S)
        services.broadcasts.cancel(bulk)
    alerts = alerts_in(modem.ledger)
    assert alerts == list(range(alerts[0], alerts[0] + PEOPLE)), "nothing stands between two alerts"
    assert alerts[0] <= before + 2, "only what the modem held already went before"


def test_an_alert_says_that_the_sim_is_locked_and_leaves_with_the_pin(
    town: Path, modem: VirtualModem
) -> None:
    modem.sim.pin, modem.sim.lock_on = "1234", True
    with Desk.open(town, [f"virtual://{MODEM}"], engine=True) as desk:
        services, engine = desk.services, desk.engine
        assert engine is not None
        until(desk, lambda: any(each.state is ModemState.PIN_NEEDED for each in engine.statuses()))
        crisis_id = services.crises.start(CrisisDraft(Scenario.EVACUATION))
        assert "PIN" in str(services.crises.state(crisis_id).trouble)
        assert not modem.ledger.accepted

        services.station.enter_pin(engine.statuses()[0].name, "1234")
        assert modem.ledger.wait_for(lambda ledger: len(ledger.accepted) == PEOPLE, PATIENCE_S)
        until(desk, lambda: services.crises.state(crisis_id).trouble is None)
