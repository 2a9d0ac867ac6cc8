"""The values of merge fields for each phone: what is known of its people, and what a person typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from operator import attrgetter

from smsdesk.domain.agreement import ONE_UNKNOWN, SEVERAL_UNKNOWN, Agreement, agreement_of
from smsdesk.domain.audience import Recipient
from smsdesk.domain.filling import Columns, Filling
from smsdesk.domain.folding import fold
from smsdesk.domain.names import civility_of
from smsdesk.domain.people import Contact, Group
from smsdesk.domain.templates import PEOPLE, MergeText, folded, listed
from smsdesk.domain.weights import Counted

ValuesOf = Callable[[Recipient], Mapping[str, str]]
"""Further values of one phone, by field name."""

_Groups = Mapping[str, Group]
_People = Sequence[Contact]

_is_civility = lru_cache(4096)(lambda first_name: bool(civility_of(first_name)))


def called(person: Contact) -> str:
    """How a text calls somebody: by the first name; who has only a civility is "Mme Martin"."""
    if _is_civility(person.first_name):
        return person.name
    return person.first_name or person.last_name


def _first_names(phones: Sequence[_People], unusual: Set[str]) -> list[str]:
    """How the people of each phone are called; `unusual` are the first names that call nobody."""
    return _each(phones, called if unusual else attrgetter("first_name"))


def _last_names(phones: Sequence[_People], _: Set[str]) -> list[str]:
    return _each(phones, attrgetter("last_name"))


def _each(phones: Sequence[_People], name_of: Callable[[Contact], str]) -> list[str]:
    return [name_of(people[0]) if len(people) == 1 else listed([*map(name_of, people)]) for people in phones]


def _unusual(phones: Sequence[_People]) -> set[str]:
    """The first names by which nobody is called: the empty one, and civilities."""
    names = {person.first_name for people in phones for person in people}
    return {name for name in names if not name or civility_of(name)}


def _agreements(phones: Sequence[_People], unusual: Set[str]) -> list[Agreement]:
    """What words agree with that stand for the people of each phone; their number is known, not read."""
    if not unusual:
        return [ONE_UNKNOWN if len(people) == 1 else SEVERAL_UNKNOWN for people in phones]
    return [
        agreement_of([person.first_name if person.first_name in unusual else "" for person in people])
        for people in phones
    ]


def _groups_of(person: Contact, chosen: _Groups) -> Sequence[str]:
    """The chosen groups this person is in; somebody chosen alone, or through a nested group, has his own."""
    return [name for name in person.groups if name in chosen] or person.groups or tuple(chosen)


def _group_names(people: _People, chosen: _Groups) -> Sequence[str]:
    return [name for person in people for name in _groups_of(person, chosen)]


def _teachers(people: _People, chosen: _Groups) -> Sequence[str]:
    names = _group_names(people, chosen)
    return [chosen[name].teacher for name in names if name in chosen and chosen[name].teacher]


def _courses(people: _People, chosen: _Groups) -> str:
    """ "Léa (Piano) et Tom (Violon)"."""
    return listed([f"{called(person)} ({listed(_groups_of(person, chosen))})" for person in people])


_COURSES = fold("cours")
_OF_NAMES: Mapping[str, Callable[[Sequence[_People], Set[str]], list[str]]] = {
    PEOPLE: _first_names,
    fold("nom"): _last_names,
}
_OF_GROUPS: Mapping[str, Callable[[_People, _Groups], Sequence[str]]] = {
    fold("classe"): _group_names,
    fold("groupe"): _group_names,
    fold("professeur"): _teachers,
}
"""What names, groups and teachers say, by folded field."""


class NoticeValues:
    """The values of all recipients of a text, asking only for what the text wants to know.

    What a person typed stands above what `values_of` gives for the phone, that above what is known of its
    people, and that above what is known of the institution.
    """

    def __init__(
        self,
        merge: MergeText,
        recipients: Sequence[Recipient],
        groups: Sequence[Group],
        known: Mapping[str, str],
        given: Mapping[str, str],
    ) -> None:
        self._merge = merge
        self._recipients = recipients
        self._people: Sequence[_People] = [each.people for each in recipients]
        self._unusual = _unusual(self._people)
        self._groups = {group.name: group for group in groups}
        typed = {name: value for name, value in folded(given).items() if value}
        self.common: Mapping[str, str] = {**folded(known), **typed}
        """What is the same for all."""
        self._open = merge.asked - typed.keys()
        self._columns: dict[str, Sequence[str]] = {}
        for key in self._open & _OF_NAMES.keys():
            self._columns[key] = _OF_NAMES[key](self._people, self._unusual)
        if _COURSES in self._open:
            self._columns[_COURSES] = [_courses(people, self._groups) for people in self._people]
        self._columns.update(self._by_groups(self._open & _OF_GROUPS.keys()))

    def _by_groups(self, keys: Collection[str]) -> Iterator[tuple[str, list[str]]]:
        """The columns of what groups say, found once for all who are in the same groups."""
        groups_of_each = [
            (people[0].groups,) if len(people) == 1 else tuple([person.groups for person in people])
            for people in self._people
            if keys
        ]
        people_of = dict(zip(groups_of_each, self._people, strict=False))
        columns: dict[object, list[str]] = {}
        for key in keys:
            said = _OF_GROUPS[key]
            if said not in columns:  # {classe} and {groupe} are one
                found = {groups: listed(said(people, self._groups)) for groups, people in people_of.items()}
                columns[said] = list(map(found.__getitem__, groups_of_each))
            yield key, list(columns[said])

    def add(self, values_of: ValuesOf) -> Sequence[str]:
        """Take further values of each phone over those of its people; gives the names of their fields."""
        names: dict[str, None] = {}
        for number, recipient in enumerate(self._recipients):
            further = values_of(recipient)
            names.update(dict.fromkeys(further))
            for key, value in folded(further).items():
                if key in self._open and value:
                    self._column(key)[number] = value
        return tuple(names)

    def _column(self, key: str) -> list[str]:
        """The column of a field as one that can be changed; at first everybody has what is known of all."""
        column = self._columns.get(key, [self.common.get(key, "")] * len(self._recipients))
        if not isinstance(column, list):
            column = list(column)
        self._columns[key] = column
        return column

    @property
    def columns(self) -> Columns:
        """The values that differ from phone to phone."""
        return self._columns

    def filling(self) -> Filling:
        """The text with what is the same for all."""
        return Filling(self._merge, self.common, self._columns.keys() | ({PEOPLE} & self._open))

    def counted(self, filling: Filling) -> list[Counted]:
        """The text of each recipient, counted."""
        agree = PEOPLE in self._open and any(word.key == PEOPLE for word in self._merge.words)
        agreeing = _agreements(self._people, self._unusual) if agree else ()
        return filling.fill(self._columns, agreeing, len(self._recipients))

    def lacking(self) -> Iterator[tuple[str, Sequence[Recipient]]]:
        """Each field, as it was typed, with those for whom there is no value."""
        required = {field.name: field.key for field in self._merge.fields if field.fallback is None}
        for name, key in required.items():
            column = self._columns.get(key)
            if column is None and not self.common.get(key):
                yield name, self._recipients
            elif column is not None and not all(column):
                pairs = zip(self._recipients, column, strict=True)
                yield name, [recipient for recipient, value in pairs if not value]
