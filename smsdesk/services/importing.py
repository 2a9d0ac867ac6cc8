"""Import of class lists: a plan first, then everything in one transaction."""

from __future__ import annotations

import logging
from pathlib import Path

from smsdesk.domain.clock import Clock, stamp, system_clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.import_changes import plan_import
from smsdesk.domain.import_plan import ImportPlan, ImportResult
from smsdesk.domain.list_reading import ColumnChoices, read_class_list
from smsdesk.domain.sentences import say
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.services.import_writing import write_plan
from smsdesk.spreadsheets.reading import read_sheets
from smsdesk.storage.database import Database
from smsdesk.storage.imports import load_known

log = logging.getLogger(__name__)


class Importing:
    """Reads class lists into the people of one profile."""

    def __init__(self, database: Database, events: Events, clock: Clock = system_clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    def plan(self, path: Path, group: str | None = None, mapping: ColumnChoices | None = None) -> ImportPlan:
        """Read a file and say what an import would do; nothing is written. InputError when it is no list.

        `group` takes everybody of the list in. `mapping` corrects columns: (sheet name, index from 0) to a
        meaning, None to leave the column out.
        """
        if group is not None and not group.strip():
            raise InputError(say("A group needs a name."))
        listed = read_class_list(read_sheets(path), group, mapping)
        plan = plan_import(path.name, listed, load_known(self._database.read()))
        log.info(
            "plan: %d new, %d changed, %d rejected", len(plan.new), len(plan.changed), len(plan.rejected)
        )
        return plan

    def apply(self, plan: ImportPlan, accept_warnings: bool = False) -> ImportResult:
        """Do what the plan says, in one transaction; InputError when doubtful and not accepted.

        Whoever is no longer in the list stays in his groups: that is for a person to decide.
        """
        if plan.warnings and not accept_warnings:
            raise InputError(
                say(
                    "{count} things are doubtful, so nothing was imported. The first: {first} "
                    "Look at them and accept them, or correct the list.",
                    count=len(plan.warnings),
                    first=plan.warnings[0].sentence,
                )
            )
        with self._database.write() as connection:
            known = load_known(connection)
            if plan_import(plan.file, plan.listed, known) != plan:
                raise InputError(
                    say("The people were changed since this plan was made; read the list again.")
                )
            write_plan(connection, plan, known, stamp(self._clock()))
        self._events.publish(Changed(Topic.PEOPLE), Changed(Topic.GROUPS))
        log.info("import: %d new, %d changed", len(plan.new), len(plan.changed))
        return ImportResult(len(plan.new), len(plan.changed), len(plan.unchanged), tuple(plan.groups))
