"""Templates given to other desks as a file, and taken from theirs: one's own are not written over unasked."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from smsdesk.domain.clock import Clock
from smsdesk.domain.errors import InputError
from smsdesk.domain.folding import fold
from smsdesk.domain.library import LARGEST_FILE, Rejected, read_document, write_document
from smsdesk.domain.sentences import say
from smsdesk.domain.views import Template
from smsdesk.services.events import Changed, Events, Topic
from smsdesk.storage import templates as table
from smsdesk.storage.database import Connection, Database

log = logging.getLogger(__name__)


class OnConflict(StrEnum):
    """What becomes of a template whose name is taken by a different text."""

    KEEP = "keep"
    REPLACE = "replace"
    BOTH = "both"


@dataclass(frozen=True)
class Conflict:
    """A template of the file whose name is taken here by another text."""

    theirs: Template
    ours: Template


@dataclass(frozen=True)
class TemplateImport:
    """What a file would do: templates that are new, those that are here already, conflicts, bad entries."""

    new: tuple[Template, ...]
    same: tuple[Template, ...]
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True)
class ImportedTemplates:
    """What an import did."""

    added: tuple[Template, ...]
    replaced: tuple[Template, ...]
    kept: tuple[Template, ...]


class TemplateSharing:
    """Writes and reads libraries of templates."""

    def __init__(self, database: Database, events: Events, clock: Clock) -> None:
        self._database = database
        self._events = events
        self._clock = clock

    def export(self, path: Path, templates: Sequence[Template]) -> int:
        """Write these templates to a file, TOML or JSON by its name; gives how many.

        InputError: the file cannot be written.
        """
        text = write_document(templates, as_json=path.suffix.lower() == ".json")
        try:
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as refused:
            raise _unwritable(path, refused) from refused
        return len(templates)

    def read(self, path: Path) -> TemplateImport:
        """What importing this file would do. InputError: it cannot be read, or is no library."""
        try:
            with path.open("rb") as file:
                octets = file.read(LARGEST_FILE + 1)
        except OSError as refused:
            raise InputError(
                say(
                    "{path} cannot be read: {reason}.",
                    path=str(path),
                    reason=refused.strerror or str(refused),
                )
            ) from refused
        document = read_document(octets)
        ours = {fold(template.name): template for template in table.all_templates(self._database.read())}
        pairs = [(theirs, ours.get(fold(theirs.name))) for theirs in document.templates]
        return TemplateImport(
            new=tuple(theirs for theirs, own in pairs if own is None),
            same=tuple(own for theirs, own in pairs if own is not None and _same(theirs, own)),
            conflicts=tuple(
                Conflict(theirs, own) for theirs, own in pairs if own is not None and not _same(theirs, own)
            ),
            rejected=document.rejected,
        )

    def apply(self, plan: TemplateImport, decisions: Mapping[str, OnConflict]) -> ImportedTemplates:
        """Take the new ones over, and do with each conflict what was decided by its name (else keep ours)."""
        replaced, kept = [], []
        with self._database.write() as connection:
            added = [self._added(connection, template) for template in plan.new]
            for conflict in plan.conflicts:
                decision = decisions.get(conflict.ours.name, OnConflict.KEEP)
                if decision is OnConflict.REPLACE:
                    replaced.append(self._replaced(connection, conflict))
                elif decision is OnConflict.BOTH:
                    added.append(self._added(connection, conflict.theirs))
                else:
                    kept.append(conflict.ours)
        log.info("templates imported: %s added, %s replaced", len(added), len(replaced))
        self._events.publish(Changed(Topic.TEMPLATES))
        return ImportedTemplates(tuple(added), tuple(replaced), tuple(kept))

    def _added(self, connection: Connection, template: Template) -> Template:
        """Under its own name, or with a number behind it where that is taken."""
        name, number = template.name, 1
        while (added := table.insert(connection, replace(template, name=name), self._clock())) is None:
            number += 1
            name = f"{template.name} ({number})"
        return added

    def _replaced(self, connection: Connection, conflict: Conflict) -> Template:
        template = replace(conflict.theirs, id=conflict.ours.id, name=conflict.ours.name)
        if not table.update(connection, template, self._clock()):
            return self._added(connection, conflict.theirs)
        return template


def _same(theirs: Template, ours: Template) -> bool:
    return replace(theirs, id=None, name="") == replace(ours, id=None, name="")


def _unwritable(path: Path, refused: OSError) -> InputError:
    return InputError(
        say(
            "{path} cannot be written: {reason}. Choose another folder.",
            path=str(path),
            reason=refused.strerror or str(refused),
        )
    )
