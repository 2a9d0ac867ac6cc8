"""A process that dies in the middle of an exercise: PROFILE is given; it kills itself once the exercise sends."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from smsdesk.desk import Desk
from smsdesk.domain.crisis import CrisisDraft, Scenario

if __name__ == "__main__":
    with Desk.open(Path(sys.argv[1]), ["virtual://crash"], engine=True) as desk:
        crises = desk.services.crises
        crisis_id = crises.rehearse(CrisisDraft(Scenario.ATTACK))
        assert crises.state(crisis_id).open
        os.kill(os.getpid(), signal.SIGKILL)
