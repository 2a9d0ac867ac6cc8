"""A line on which nothing is lost and nothing is as the book says: all that is sent and received is right."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from modem_stand import PATIENCE_S, PATIENT, Desk, sms, working
from rough_line import rough_line

from smsdesk.domain.incoming import Deliver
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult
from smsdesk.modem.pdu import decode
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty
from smsdesk.modem.virtual.ledger import Pushed
from smsdesk.modem.worker import ModemWorker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

UNHURRIED = replace(PATIENT, submit=60.0, partial_line=2.0, broken_line=20.0, reboot=30.0, reset=30.0)
"""Nothing is lost, so nothing has to be waited for in vain, however slow the machine is."""
PARTS = 8
LETTERS = 8


MANY = [pytest.param(seed, marks=[pytest.mark.long, pytest.mark.timeout(0)]) for seed in range(4, 60)]


@pytest.mark.parametrize("seed", [*range(4), *MANY])
def test_a_line_that_changes_its_manner_loses_and_doubles_nothing(seed: int, tmp_path: Path) -> None:
    modem, desk = talk(seed, tmp_path)
    assert Counter(text for _, text in modem.ledger.texts) == Counter(f"Nr {part}" for part in range(PARTS))
    assert Counter(letters(desk)) == Counter(f"Brief {number}" for number in range(LETTERS))


def talk(seed: int, folder: Path) -> tuple[VirtualModem, Desk]:
    """Send and receive over such a line until all is sent and every report told."""
    modem = VirtualModem(VirtualConfig(seed=seed))
    desk = Desk()
    with (
        serve_pty(modem, folder / "modem") as far,
        rough_line(far, seed) as (port, line),
        working(port, desk, UNHURRIED) as worker,
    ):
        waiting, coming = list(range(PARTS)), [f"Brief {number}" for number in range(LETTERS)]
        while waiting:
            part = waiting.pop(0)
            if coming:
                modem.network.deliver("+33639980002", coming.pop(0))
            result = attempt(worker, desk, part)
            assert result in (SubmitResult.ACCEPTED, SubmitResult.NOT_SENT)
            if result is SubmitResult.NOT_SENT:
                waiting.append(part)
        line.chatters = False
        assert modem.ledger.wait_for(lambda ledger: len(ledger.deleted) == LETTERS, PATIENCE_S)
        assert modem.ledger.wait_for(lambda _: len(confirmed(modem)) == PARTS, PATIENCE_S)
        desk.wait(lambda: pushed(desk) == Counter(line.reports) + reports(modem))
    modem.close()
    return modem, desk


def attempt(worker: ModemWorker, desk: Desk, part: int) -> SubmitResult:
    """One try, when the modem says that it is ready."""
    desk.wait(lambda: desk.statuses and desk.statuses[-1].state is ModemState.READY)
    told = len(desk.outcomes)
    worker.submit(sms(part, text=f"Nr {part}"))
    desk.wait(lambda: len(desk.outcomes) > told)
    return desk.outcomes[told].result


def reports(modem: VirtualModem) -> Counter[str]:
    """The delivery reports that the modem pushed; what it pushed anew after a new start counts anew."""
    return Counter(entry.pdu for entry in modem.ledger.of(Pushed) if not entry.acknowledged)


def confirmed(modem: VirtualModem) -> set[str]:
    """The delivery reports that the driver said it has."""
    return {entry.pdu for entry in modem.ledger.of(Pushed) if entry.acknowledged}


def pushed(desk: Desk) -> Counter[str]:
    return Counter(row.pdu for row in desk.rows if row.slot is None)


def letters(desk: Desk) -> list[str]:
    decoded = [decode(row.pdu) for row in desk.rows if row.slot is not None]
    return [each.text or "" for each in decoded if isinstance(each, Deliver)]
