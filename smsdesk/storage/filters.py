"""Conditions on people as SQL: groups with all that is nested in them, smart groups and filters."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from smsdesk.domain.audience import ADULT_AGE
from smsdesk.domain.filters import ConsentState, PeopleFilter, Reach, born_by, folded_cities
from smsdesk.domain.outgoing import Purpose
from smsdesk.storage import reached
from smsdesk.storage.consents import LAST_SAID
from smsdesk.storage.database import Connection

_NEVER = "0"
_DEEPEST = 50
"""Smart groups of smart groups: no person builds more storeys, a damaged file may."""
_MOST_VALUES = 2000
"""Only groups that go round in circles need so many; from then on each is looked at once."""


@dataclass(frozen=True)
class Condition:
    """What has to hold for a row of `contacts`, the WITH clause it needs, and the values of both by name."""

    sql: str
    clause: str
    values: dict[str, object]


@dataclass(frozen=True)
class _Node:
    parent_id: int | None
    filters: PeopleFilter | None


def condition(connection: Connection, group_id: int | None, filters: PeopleFilter, today: date) -> Condition:
    """People who are there (or who left, for a filter of those), of a group, and passing a filter."""
    compiler = _Compiler(connection, today)
    parts = ["contacts.archived_at IS NOT NULL" if filters.archived else "contacts.archived_at IS NULL"]
    if group_id is not None:
        parts.append(f"({compiler.members(group_id)})")
    parts += compiler.conditions(filters)
    return Condition(" AND ".join(parts), compiler.clause(), compiler.values)


def _any(parts: Sequence[str]) -> str:
    """One of some conditions; in halves of halves, for SQLite goes at most a thousand steps deep."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    return f"({_any(parts[:half])} OR {_any(parts[half:])})"


class _Compiler:
    """One query in the making; the groups that are there are read once, when the first is asked for."""

    def __init__(self, connection: Connection, today: date) -> None:
        self.values: dict[str, object] = {"adult": born_by(ADULT_AGE, today)}
        self._connection = connection
        self._today = today
        self._nodes: dict[int, _Node] | None = None
        self._children: dict[int | None, list[int]] = defaultdict(list)
        self._definitions: list[str] = []
        self._looked_at: dict[int, str] = {}
        """The members of groups that filters name, as values of the query."""
        self._open: set[int] = set()
        """The groups that are being written down: one that comes back to them adds nobody there."""
        self._returned_to: set[int] = set()

    def clause(self) -> str:
        """The WITH clause of the query, "" where no filter names a group."""
        return f"WITH {', '.join(self._definitions)} " if self._definitions else ""

    def members(self, group_id: int) -> str:
        """Who belongs to a group: its own members, those of the groups nested in it, and of smart ones."""
        branch = list(dict.fromkeys([group_id, *self._nested(group_id)]))
        parts = [
            "contacts.id IN (SELECT contact_id FROM memberships WHERE group_id IN "  # noqa: S608
            f"(SELECT value FROM json_each({self._value(json.dumps(self._plain(branch)))})))"
        ]
        for smart_id in branch:
            node = self._groups().get(smart_id)
            if node is not None and node.filters is not None:
                parts.append(f"({self._within(smart_id, node.filters)})")
        return _any(parts)

    def _plain(self, branch: Sequence[int]) -> list[int]:
        nodes = self._groups()
        return [each for each in branch if each not in nodes or nodes[each].filters is None]

    def _within(self, group_id: int, filters: PeopleFilter) -> str:
        already = group_id in self._open
        self._open.add(group_id)
        parts = self.conditions(filters)
        if filters.archived:
            parts.append(_NEVER)
        if not already:
            self._open.discard(group_id)
        return " AND ".join(parts) or "1"

    def conditions(self, filters: PeopleFilter) -> list[str]:
        """What a filter says, each condition by itself; those who left are the caller's matter."""
        return [*self._plain_conditions(filters), *self._looked_up(filters)]

    def _plain_conditions(self, filters: PeopleFilter) -> Iterator[str]:
        if filters.kinds:
            kinds = self._list(sorted(filters.kinds))
            yield f"contacts.kind IN (SELECT value FROM json_each({kinds}))"  # noqa: S608
        if filters.min_age is not None:
            yield f"contacts.birth_date <= {self._value(born_by(filters.min_age, self._today))}"
        if filters.max_age is not None:
            yield f"contacts.birth_date > {self._value(born_by(filters.max_age + 1, self._today))}"
        if filters.cities:
            cities = self._list(folded_cities(filters.cities))
            yield f"contacts.city_folded IN (SELECT value FROM json_each({cities}))"  # noqa: S608

    def _looked_up(self, filters: PeopleFilter) -> Iterator[str]:
        if filters.group_ids:
            asked = [self._selection(group_id) for group_id in dict.fromkeys(filters.group_ids)]
            yield _any([each for each in asked if each != _NEVER] or [_NEVER])
        if filters.reach is not None:
            yield f"{'' if filters.reach is Reach.MOBILE else 'NOT '}{reached.ANY_OF_MANY}"
        if filters.consent is not None:
            yield self._consent(*filters.consent)

    def _selection(self, group_id: int) -> str:
        """Membership of a group that a filter names; an archived or unknown one has nobody."""
        if group_id in self._open:
            self._returned_to.add(group_id)
            return _NEVER
        if group_id not in self._groups() or len(self._open) >= _DEEPEST:
            return _NEVER
        if group_id not in self._looked_at:
            return f"contacts.id IN (SELECT value FROM json_each({self._look(group_id)}))"  # noqa: S608
        return f"contacts.id IN (SELECT value FROM json_each({self._looked_at[group_id]}))"  # noqa: S608

    def _look(self, group_id: int) -> str:
        """The members of a group as a value of the query.

        As a part of the query it would be written out at each place that names it: groups that name two
        others each, some storeys high, make more text than SQLite takes.
        """
        outer, self._returned_to = self._returned_to, set()
        self._open.add(group_id)
        members = self.members(group_id)
        self._open.discard(group_id)
        self._returned_to.discard(group_id)
        sql = f"{self.clause()}SELECT id FROM contacts WHERE archived_at IS NULL AND ({members})"  # noqa: S608
        found = self._value(json.dumps([row[0] for row in self._connection.execute(sql, self.values)]))
        # What left somebody out because of a circle is right within that circle only.
        if not self._returned_to or len(self.values) > _MOST_VALUES:
            self._looked_at[group_id] = found
        self._returned_to |= outer
        return found

    def _consent(self, purpose: Purpose, state: ConsentState) -> str:
        """The few who said anything are looked at one by one; of all others nothing is known."""
        granted, refused = self._last_words(purpose, granted=1), self._last_words(purpose, granted=0)
        has_granted = f"EXISTS (SELECT 1 FROM ({reached.PHONES}) WHERE e164 IN {granted})"  # noqa: S608
        has_open = f"EXISTS (SELECT 1 FROM ({reached.PHONES}) WHERE e164 NOT IN {refused})"  # noqa: S608
        if state is ConsentState.GRANTED:
            return f"contacts.id IN {self._owners(granted)} AND {has_granted}"
        if state is ConsentState.REFUSED:
            return f"contacts.id IN {self._owners(refused)} AND {reached.ANY} AND NOT {has_open}"
        silent = f"contacts.id NOT IN {self._owners(granted)} AND contacts.id NOT IN {self._owners(refused)}"
        return f"{reached.ANY_OF_MANY} AND (({silent}) OR ({has_open} AND NOT {has_granted}))"

    def _last_words(self, purpose: Purpose, *, granted: int) -> str:
        """The phones whose last word about a purpose is yes, or no."""
        said = LAST_SAID.format(purpose=self._value(str(purpose)), granted=granted)
        return self._define("phones", said)

    def _owners(self, phones: str) -> str:
        """Everybody who could be reached by some phones."""
        return self._define("owners", reached.OWNERS.format(phones=phones))

    def _define(self, kind: str, sql: str) -> str:
        """A selection of the WITH clause, made once in a query however often it is asked for; its name."""
        name = f"{kind}_{len(self._definitions)}"
        self._definitions.append(f"{name} (id) AS MATERIALIZED ({sql})")
        return name

    def _nested(self, group_id: int) -> Iterator[int]:
        """The groups nested in this one, at any depth, each once."""
        self._groups()
        seen, waiting = {group_id}, [group_id]
        while waiting:
            for child in self._children[waiting.pop()]:
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
                    yield child

    def _groups(self) -> dict[int, _Node]:
        if self._nodes is None:
            rows = self._connection.execute(
                "SELECT id, parent_id, filter FROM groups WHERE archived_at IS NULL"
            )
            self._nodes = {
                row[0]: _Node(row[1], PeopleFilter.from_json(row[2]) if row[2] is not None else None)
                for row in rows
            }
            for group_id, node in self._nodes.items():
                self._children[node.parent_id].append(group_id)
        return self._nodes

    def _list(self, values: Sequence[str]) -> str:
        return self._value(json.dumps(list(values), ensure_ascii=False))

    def _value(self, value: object) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"
