"""The send engine: takes parts from the queue to the modems, and what comes in from the SIMs to the inbox."""

from smsdesk.services.engine.core import Engine
from smsdesk.services.engine.dispatch import Timings
from smsdesk.services.engine.tally import RunSummary

__all__ = ["Engine", "RunSummary", "Timings"]
