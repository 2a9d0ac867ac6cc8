"""What an import will do, as a person sees it before anything changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from smsdesk.domain.class_lists import (
    Answers,
    ClassList,
    ColumnChoices,
    Doubt,
    Draft,
    GroupDraft,
    Rejected,
    SheetSummary,
)
from smsdesk.domain.group_changes import GroupChange


@dataclass(frozen=True)
class Change:
    """One value of a person who is known already. `field` is "phones", "guardians", "groups", "email"..."""

    field: str
    old: str
    new: str


class PlannedPerson(NamedTuple):
    """A person of the list: new when `contact_id` is None, else what changes for him (nothing: unchanged).

    `guardian_ids` stand beside `draft.guardians`: who of them is known already.
    """

    draft: Draft
    contact_id: int | None = None
    changes: tuple[Change, ...] = ()
    guardian_ids: tuple[int | None, ...] = ()
    replaced_ids: tuple[int, ...] = ()
    """Guardians who are no longer his: the list has another in their place."""

    @property
    def name(self) -> str:
        """First name then last name."""
        return self.draft.name


@dataclass(frozen=True)
class Leaver:
    """Somebody who is in a group of the list and no longer stands in it."""

    contact_id: int
    name: str
    group: str
    moved: bool = False
    """Whether the list has him in another group: he has not left altogether."""


class Leavers(StrEnum):
    """What an import does with those who are no longer in the list."""

    KEEP = "keep"
    REMOVE = "remove"
    """They are taken out of the groups of the list that they were in."""
    ARCHIVE = "archive"


LeaverChoices = Leavers | Mapping[int, Leavers]
"""What is done with all of them, or with each by the id of the contact; whoever is not named is kept."""


def choice_for(choices: LeaverChoices, contact_id: int) -> Leavers:
    """What is done with somebody who is no longer in the list."""
    return choices if isinstance(choices, Leavers) else choices.get(contact_id, Leavers.KEEP)


class Stage(StrEnum):
    """What an import is busy with."""

    READING = "reading"
    UNDERSTANDING = "understanding"
    COMPARING = "comparing"
    WRITING = "writing"


@dataclass(frozen=True)
class Progress:
    """How far a stage is: `done` from 0 to 1."""

    stage: Stage
    done: float


@dataclass(frozen=True)
class ImportPlan:
    """Everything an import will do; nothing is written until it is applied."""

    file: str
    sheets: tuple[SheetSummary, ...] = ()
    new: tuple[PlannedPerson, ...] = ()
    changed: tuple[PlannedPerson, ...] = ()
    unchanged: Sequence[PlannedPerson] = ()
    left: tuple[Leaver, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    """What is doubtful: the import waits until a person accepts it."""
    groups: Mapping[str, int] = field(default_factory=dict)
    """How many people of the list each group has, by name."""
    listed: ClassList = field(default_factory=lambda: ClassList((), (), ()))
    """The list itself, for whoever applies the plan."""
    as_read: ClassList = field(default_factory=lambda: ClassList((), (), ()), compare=False)
    """The list before rows of it were put together by an answer: other answers begin with it."""
    beyond_people: bool = field(default=False, compare=False)
    """Whether groups, hours or consents change although nobody is new or changes."""
    group_changes: tuple[GroupChange, ...] = field(default=(), compare=False)
    """Other teachers and hours of known groups."""
    recalled: tuple[str, ...] = field(default=(), compare=False)
    """Sheets whose columns are taken for what a person said of such a list before."""
    hidden: tuple[str, ...] = field(default=(), compare=False)
    """Sheets that the files hide, and that were not read."""
    corrections: ColumnChoices = field(default_factory=dict, compare=False)
    """What a person said of columns, this time or before."""
    answers: Answers = field(default_factory=dict, compare=False)
    """What a person answered to doubts."""
    revision: str = field(default="", compare=False)
    """The state of the people that it was made for; "" leaves it open."""
    digest: str = field(default="", compare=False)
    """The same for the same list read in the same way; "" where nobody asks."""
    held: object = field(default=None, compare=False, repr=False)
    """Whatever frees the people of a large plan when it is let go; the last field, to be let go last."""

    @property
    def group_drafts(self) -> tuple[GroupDraft, ...]:
        """The groups that the list tells of."""
        return self.listed.groups


@dataclass(frozen=True)
class ImportResult:
    """What an applied import did."""

    new: int
    changed: int
    unchanged: int
    groups: tuple[str, ...]
    change_set_id: int | None = None
    """What undoes the import; None when it changed nothing."""
    left: int = 0
    """How many were taken out of a group or archived."""
    stopped: int = 0
    """Messages that waited for phones of which the list says that they object: they are not sent."""


@dataclass(frozen=True)
class PastImport:
    """An import that was made; `change_set_id` undoes it."""

    id: int
    file: str
    made_at: datetime
    made_by: str
    new: int
    changed: int
    change_set_id: int | None
    undone: bool
