"""Many faults at once, by seed: whatever the line does, what the driver claims agrees with the network's ledger."""

from __future__ import annotations

import random
import threading
from collections import Counter
from pathlib import Path

import pytest
from modem_stand import BRISK, Desk, sms, working

from smsdesk.domain.incoming import Deliver
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitOutcome, SubmitResult
from smsdesk.modem.pdu import decode
from smsdesk.modem.virtual import VirtualConfig, VirtualModem, serve_pty
from smsdesk.modem.worker import ModemWorker

PARTS = 25
LETTERS = 20
FAULTS = (
    "refuse=cms:38@8%", "refuse=cms:500@4%", "refuse=error,at=taken@4%", "bare-error@4%", "lose-answer@4%",
    "late-answer=1.3@6%", "slow=1.5@3%", "no-prompt@5%", "late-prompt=0.8@5%", "garbage@5%",
    "garbage=30,at=start@5%", "unplug@2%", "unplug,at=body@2%", "hang=2,at=start@2%", "refuse=cms:310,at=start@3%",
    "garbage,on=CMGL@15%", "lose-answer,on=CMGD@8%", "refuse=cms:321,on=CMGD@8%",
    "unplug,on=CMGD@4%", "unplug,on=CMGL@4%", "urc-anywhere=3", "wrong-line-ends=mixed", "split-lines=2",
    "chains=first", "chains=half", "chains=each",
    "boot-noise", "echo-stuck", "prompt-no-space", "esc=silent", "esc=error", "reports-early",
)  # fmt: skip


def storm(seed: int, folder: Path) -> tuple[VirtualModem, Desk]:
    """Send and receive under a dozen faults; then they end, and what is left is finished."""
    faults = random.Random(seed).sample(FAULTS, 12)
    modem = VirtualModem(VirtualConfig(seed=seed, faults=tuple(faults)))
    modem.watch_plug(lambda plugged: None if plugged else threading.Timer(0.1, modem.replug).start())
    desk = Desk()
    with serve_pty(modem, folder / "modem") as port, working(str(port), desk, BRISK) as worker:
        for number in range(LETTERS):
            modem.network.deliver("+33639980002", f"Brief {number}", after=number * 0.1)
        waiting = list(range(PARTS))
        while waiting:
            part = waiting.pop(0)
            if attempt(worker, desk, part).result is SubmitResult.NOT_SENT:
                waiting.append(part)
        modem.faults.clear()
        worker.sweep()
        desk.wait(lambda: len(letters(desk)) >= LETTERS)
        desk.wait(lambda: not modem.sim.memory.listing())
    modem.close()
    return modem, desk


def attempt(worker: ModemWorker, desk: Desk, part: int) -> SubmitOutcome:
    """One try, when the modem says that it is ready."""
    desk.wait(lambda: desk.statuses[-1].state is ModemState.READY)
    told = len(desk.outcomes)
    worker.submit(sms(part, text=f"Nr {part}"))

    def own() -> list[SubmitOutcome]:
        return [each for each in desk.outcomes[told:] if each.part_id == part and not each.late]

    desk.wait(own)
    return own()[0]


def letters(desk: Desk) -> list[str]:
    """The texts of the stored messages."""
    decoded = [decode(row.pdu) for row in desk.rows if row.slot is not None]
    return [each.text or "" for each in decoded if isinstance(each, Deliver)]


MANY = [pytest.param(seed, marks=[pytest.mark.long, pytest.mark.timeout(0)]) for seed in range(100, 140)]


@pytest.mark.parametrize("seed", [*range(2), *MANY])
def test_the_claims_agree_with_the_ledger(seed: int, tmp_path: Path) -> None:
    modem, desk = storm(seed, tmp_path)
    taken = Counter(text for _, text in modem.ledger.texts)
    refs = {None, *(accepted.reference for accepted in modem.ledger.accepted)}
    claims: dict[int, set[SubmitResult]] = {}
    for outcome in desk.outcomes:
        claims.setdefault(outcome.part_id, set()).add(outcome.result)
        assert outcome.ref in refs
    assert set(claims) == set(range(PARTS))
    wrong = {part: results for part, results in claims.items() if not agree(taken[f"Nr {part}"], results)}
    assert wrong == {}
    assert Counter(letters(desk)) == Counter(f"Brief {number}" for number in range(LETTERS))


def agree(times: int, results: set[SubmitResult]) -> bool:
    """Never taken twice, never claimed without being taken, never taken and denied."""
    if times == 0:
        return SubmitResult.ACCEPTED not in results
    return times == 1 and bool(results & {SubmitResult.ACCEPTED, SubmitResult.UNKNOWN})
