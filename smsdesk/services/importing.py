"""Import of class lists: a plan first, then everything in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from smsdesk.domain.class_lists import Meaning
from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.import_plan import ImportPlan, ImportResult
from smsdesk.services.events import Events
from smsdesk.storage.database import Database

ColumnChoices = Mapping[tuple[str, int], Meaning | None]
"""Corrections of a person: (sheet name, column index from 0) to a meaning, or None to leave it out."""


class Importing:
    """Reads class lists into the people of one profile."""

    def __init__(self, database: Database, events: Events, clock: Clock = system_clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    def plan(self, path: Path, group: str | None = None, mapping: ColumnChoices | None = None) -> ImportPlan:
        """Read a file and say what an import would do; nothing is written. InputError when it is no list."""
        raise NotImplementedError

    def apply(self, plan: ImportPlan, accept_warnings: bool = False) -> ImportResult:
        """Do what the plan says, in one transaction; InputError when doubtful and not accepted."""
        raise NotImplementedError
