"""What an import will do, as a person sees it before anything changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from smsdesk.domain.class_lists import Column, Draft
from smsdesk.domain.sentences import Sentence


@dataclass(frozen=True)
class SheetSummary:
    """One sheet as it was understood: its header row (1-based, None without one) and its columns."""

    name: str
    header_row: int | None
    columns: tuple[Column, ...]
    people: int
    """How many rows with a person stand below the header."""


@dataclass(frozen=True)
class Rejected:
    """A cell that could not be used. `cell` is its address ("B7"); its row is imported all the same."""

    sheet: str
    cell: str
    value: str
    reason: Sentence


@dataclass(frozen=True)
class Warning:  # noqa: A001  # the person's word for it; Python's own is never meant here
    """Something doubtful that a person must confirm before the import is applied."""

    sheet: str
    cell: str
    sentence: Sentence


@dataclass(frozen=True)
class Change:
    """One value of a person who is known already. `field` is "phones", "guardians", "groups", "email"..."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class PlannedPerson:
    """A person of the list: new when `contact_id` is None, else what changes for him (nothing: unchanged)."""

    draft: Draft
    contact_id: int | None = None
    changes: tuple[Change, ...] = ()

    @property
    def name(self) -> str:
        """First name then last name."""
        return f"{self.draft.first_name} {self.draft.last_name}".strip()


@dataclass(frozen=True)
class Leaver:
    """Somebody who is in a group of the list and no longer stands in the list. Nothing is done to him."""

    contact_id: int
    name: str
    group: str


@dataclass(frozen=True)
class ImportPlan:
    """Everything an import will do; nothing is written until it is applied."""

    file: str
    sheets: tuple[SheetSummary, ...] = ()
    new: tuple[PlannedPerson, ...] = ()
    changed: tuple[PlannedPerson, ...] = ()
    unchanged: tuple[PlannedPerson, ...] = ()
    left: tuple[Leaver, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Warning, ...] = ()
    groups: Mapping[str, int] = field(default_factory=dict)
    """How many people of the list each group gets or has, by name."""


@dataclass(frozen=True)
class ImportResult:
    """What an applied import did."""

    new: int
    changed: int
    unchanged: int
    groups: tuple[str, ...]
