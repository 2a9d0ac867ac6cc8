"""The same list again, with nobody changed since: answered from what the import before left behind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from smsdesk.domain.class_lists import Answers, ColumnChoices, Doubt, Rejected, SheetSummary
from smsdesk.domain.digests import digest
from smsdesk.domain.import_plan import (
    ImportPlan,
    Leaver,
    LeaverChoices,
    Leavers,
    PlannedPerson,
    choice_for,
)
from smsdesk.domain.same_rows import is_about_rows
from smsdesk.domain.sheets import SheetFile
from smsdesk.storage import imports
from smsdesk.storage.database import Connection
from smsdesk.storage.kept_sentences import sentence_from, sentence_text

_FORM = 4
"""Of the digest: a program that reads lists in another way counts it up, and plans anew."""
_MOST_KEPT = 5_000
"""Rejected cells and people who left; more is no list that comes again."""


class LaterPeople(Sequence[PlannedPerson]):
    """So many people as before, who are only looked up when somebody wants to see them."""

    def __init__(self, count: int, load: Callable[[], Sequence[PlannedPerson]]) -> None:
        self._count = count
        self._load = load
        self._people: Sequence[PlannedPerson] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> PlannedPerson: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PlannedPerson]: ...
    def __getitem__(self, at: int | slice) -> PlannedPerson | Sequence[PlannedPerson]:
        return self._all()[at]

    def __iter__(self) -> Iterator[PlannedPerson]:
        return iter(self._all())

    @property
    def ready(self) -> bool:
        """Whether they can be looked at without reading and comparing the list once more."""
        return self._people is not None

    def _all(self) -> Sequence[PlannedPerson]:
        if self._people is None:
            self._people = self._load()
        return self._people


def digest_of(
    files: Sequence[SheetFile], group: str | None, choices: ColumnChoices, answers: Answers, mark: str
) -> str:
    """What is the same for the same cells read in the same way; "" for small lists, planned at once."""
    if not all(file.digest for file in files):
        return ""
    read = [(file.name, file.stem, file.digest) for file in files]
    said = (_FORM, read, group, sorted(map(repr, choices.items())), sorted(map(repr, answers.items())), mark)
    return digest(repr(said))


def keep(connection: Connection, import_id: int, plan: ImportPlan, leavers: LeaverChoices) -> None:
    """Keep what the same list would give once more; the caller has a transaction."""
    left = [one for one in plan.left if choice_for(leavers, one.contact_id) is Leavers.KEEP]
    recalled = isinstance(plan.unchanged, LaterPeople)
    if not plan.digest or not (recalled or _is_clear(plan)) or len(plan.rejected) + len(left) > _MOST_KEPT:
        return
    outcome = {
        "people": len(plan.new) + len(plan.changed) + len(plan.unchanged),
        "sheets": [sheet.people for sheet in plan.sheets],
        "groups": dict(plan.groups),
        "left": [[one.contact_id, one.name, one.group, one.moved] for one in left],
        "doubts": [
            [one.sheet, one.cell, sentence_text(one.sentence), one.name]
            for one in plan.warnings
            if not is_about_rows(one)
        ],
        "rejected": [[one.sheet, one.cell, one.value, sentence_text(one.reason)] for one in plan.rejected],
    }
    imports.keep_outcome(connection, import_id, plan.digest, json.dumps(outcome))


def _is_clear(plan: ImportPlan) -> bool:
    """Whether everybody of the list will be known for certain the next time.

    Two rows with one name and other phones are two known people then: nobody is asked about them again.
    """
    people = plan.listed.people
    named_alone = [draft for draft in people if not (draft.phones or draft.birth_date or draft.external_id)]
    keys = {draft.key for draft in named_alone}
    namesakes = Counter((draft.kind, draft.key) for draft in people if draft.key in keys)
    certain = all(namesakes[draft.kind, draft.key] == 1 for draft in named_alone)
    asked_again = any(doubt.row and not is_about_rows(doubt) for doubt in plan.warnings)
    return certain and not asked_again and len(plan.warnings) <= _MOST_KEPT


def recall(
    connection: Connection,
    name: str,
    digest: str,
    understood: Callable[[], tuple[SheetSummary, ...]],
    load: Callable[[], Sequence[PlannedPerson]],
) -> ImportPlan | None:
    """The plan for a list that was imported before, when nobody was changed since; None otherwise."""
    revision = imports.revision(connection)
    kept = imports.outcome(connection, digest, revision) if digest else None
    if kept is None:
        return None
    told = json.loads(kept)
    sheets = understood()
    if len(sheets) != len(told["sheets"]):
        return None
    return ImportPlan(
        file=name,
        sheets=tuple(sheet.with_people(count) for sheet, count in zip(sheets, told["sheets"], strict=True)),
        unchanged=LaterPeople(told["people"], load),
        left=tuple(Leaver(*leaver) for leaver in told["left"]),
        rejected=tuple(
            Rejected(sheet, cell, value, sentence_from(reason))
            for sheet, cell, value, reason in told["rejected"]
        ),
        warnings=tuple(
            Doubt(sheet, cell, sentence_from(sentence), name=about)
            for sheet, cell, sentence, about in told["doubts"]
        ),
        groups=told["groups"],
        revision=revision,
        digest=digest,
    )
