"""How a cell is read, and how a person of the row takes what it says.

A reading gives None where there is nothing to take; a taking gives what of the cell could not be used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smsdesk.domain.phone_cells import Unused
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.sheets import Cell

Read = Callable[[Cell], object]
"""What a cell says, None for nothing; an Unused where it cannot be read."""
Take = Callable[[RowPerson, object], Sequence[Unused] | None]
"""Gives what was read to a person."""


def as_unused(said: object) -> Sequence[Unused] | None:
    """What is left of a cell where nothing of it could be taken."""
    return (said,) if isinstance(said, Unused) else None


def detail(give: Callable[[RowPerson, str], None]) -> Take:
    """The taking of a text that `give` gives to the person."""

    def take(person: RowPerson, said: object) -> Sequence[Unused] | None:
        if isinstance(said, str):
            give(person, said)
            return None
        return as_unused(said)

    return take


def nothing(_cell: Cell) -> object:
    """The reading of a column that is left out."""
    return None


def take_nothing(_person: RowPerson, said: object) -> Sequence[Unused] | None:
    """The taking of a column that is left out."""
    return as_unused(said)
