"""Children of one row: several in a cell, and those of whom only the first name is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from smsdesk.domain.names_together import is_first_name
from smsdesk.domain.people import GroupKind
from smsdesk.domain.row_facts import RowPerson


def siblings_of(person: RowPerson) -> list[RowPerson]:
    """The other children of the cell that names `person`: what the row tells is told of each."""
    if not person.together:
        return []
    shared = list(person.classes)
    first, *others = person.together
    if first.group:
        person.classes = [(first.group, GroupKind.CLASS)]
    return [
        replace(
            person,
            first=child.first,
            last=child.last or person.last,
            phones=list(person.phones),
            classes=[(child.group, GroupKind.CLASS)] if child.group else list(shared),
            birth_date=None,
            external_id="",
            together=(),
        )
        for child in others
    ]


def call_after_parents(pupils: Iterable[RowPerson], guardians: Sequence[RowPerson]) -> None:
    """A child with a first name alone has the last name of the first parent who is named in the row."""
    for pupil in pupils:
        if pupil.first and pupil.last:
            continue
        last = next((guardian.last for guardian in guardians if guardian.first and guardian.last), "")
        if last and not pupil.first and is_first_name(pupil.last):
            pupil.first, pupil.last = pupil.last, last
        elif last and pupil.first:
            pupil.last = last
