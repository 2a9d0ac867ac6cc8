"""What one row of a list says, person by person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from smsdesk.domain.names import PersonName, name_key
from smsdesk.domain.names_together import Child
from smsdesk.domain.people import GroupKind, Phone, WeeklySlot


@dataclass(eq=False, slots=True)
class RowPerson:
    """One person of a row while its cells are read."""

    owner: str
    first: str = ""
    last: str = ""
    civility: str = ""
    phones: list[Phone] = field(default_factory=list)
    email: str = ""
    relation: str = ""
    receives: bool = True
    birth_date: date | None = None
    external_id: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    notes: str = ""
    classes: list[tuple[str, GroupKind]] = field(default_factory=list)
    made_up: bool = False
    together: tuple[Child, ...] = ()
    """The children whom his cell names, the first of them himself; () where it names him alone."""
    ref: str = ""
    """By which a list of ours tells him from everybody else; "" where nothing does."""
    contact_id: int | None = None
    """The contact that he is, where the list is of this profile."""
    couple: tuple[PersonName, ...] = ()
    """The two parents whom his cell names; () where it names one."""
    own_row: bool = False
    """Whether a list of ours has a row for him: he is a person of the list, whatever his kind."""

    @property
    def key(self) -> str:
        """Its folded name."""
        return name_key(self.first, self.last)

    @property
    def named(self) -> bool:
        """Whether the row gives it a name."""
        return bool(self.first or self.last)


@dataclass(eq=False, slots=True)
class RowFacts:
    """What one row says. `row` counts from 1, as in an address."""

    row: int
    pupils: list[RowPerson]
    guardians: list[RowPerson]
    teacher: RowPerson | None = None
    slot: WeeklySlot | None = None
    slots: dict[str, WeeklySlot] = field(default_factory=dict)
    """Slots by class, where the row has several classes with an hour each."""
    teachers: dict[str, RowPerson] = field(default_factory=dict)
    """Teachers by class, where the row has several classes with a teacher each; then `teacher` is None."""
    goes_on: bool = False
    """Whether the row tells more of the pupils of the row before: it names only another guardian."""
