"""Lists of people in order of name: of a group, passing a filter, found by a search; page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from smsdesk.domain.filters import NO_FILTER, PeopleFilter
from smsdesk.domain.people_search import EVERYBODY, Sought
from smsdesk.storage.database import Connection
from smsdesk.storage.filters import Condition, condition
from smsdesk.storage.people_search import PeopleIndex, PeopleSearch, revision

_ALL = -1
"""SQLite's word for no limit."""
COUNTED = 1001
"""A list that grows while one types is counted up to here: "more than 1000" is enough to go on typing."""


@dataclass(frozen=True)
class ContactQuery:
    """Which contacts: of a group and those nested in it, passing a filter on the day `today`, and sought."""

    today: date
    group_id: int | None = None
    filters: PeopleFilter = NO_FILTER
    sought: Sought = EVERYBODY

    @property
    def selects(self) -> bool:
        """Whether a group or a filter leaves anybody out."""
        return self.group_id is not None or replace(self.filters, archived=False) != NO_FILTER


_Key = tuple[int, ContactQuery]
"""What is asked, and the revision of the people that the answer is right for."""


@dataclass(frozen=True)
class _Beginning:
    """The first ids of a list; `whole` when there are no others."""

    key: _Key
    ids: list[int]
    whole: bool

    def holds(self, limit: int | None) -> bool:
        return self.whole or (limit is not None and len(self.ids) >= limit)


class PeopleLists:
    """The lists of one profile; what the pages and keys of one list have in common is kept between them."""

    def __init__(self) -> None:
        self._search = PeopleSearch()
        self._selected: tuple[_Key, frozenset[int]] | None = None
        self._beginning: _Beginning | None = None

    def ids(
        self, connection: Connection, query: ContactQuery, limit: int | None = None, after: int | None = None
    ) -> list[int]:
        """Ids by last name; `after` is the last id of the page before."""
        if query.sought != EVERYBODY or (limit is not None and query.selects):
            return self._page(connection, query, limit, after)
        where = _condition(connection, query)
        page = ""
        if after is not None:
            page = "AND (folded, id) > (SELECT folded, id FROM contacts WHERE id = :after) "
        rows = connection.execute(
            f"{where.clause}SELECT id FROM contacts WHERE {where.sql} {page}ORDER BY folded, id LIMIT :most",  # noqa: S608
            {**where.values, "after": after, "most": _ALL if limit is None else limit},
        )
        return [row[0] for row in rows]

    def count(self, connection: Connection, query: ContactQuery, at_most: int | None = None) -> int:
        """How many contacts the query finds; it stops counting `at_most` there."""
        if query.sought != EVERYBODY:
            return len(self._first(connection, query, at_most))
        if query.selects:
            found = len(self._selection(connection, query))
            return found if at_most is None else min(found, at_most)
        where = _condition(connection, query)
        counted = f"contacts WHERE {where.sql}"
        if at_most is not None:
            counted = f"(SELECT 1 FROM {counted} LIMIT :most)"  # noqa: S608
        row = connection.execute(
            f"{where.clause}SELECT count(*) FROM {counted}",  # noqa: S608
            {**where.values, "most": at_most},
        ).fetchone()
        return int(row[0])

    def _page(
        self, connection: Connection, query: ContactQuery, limit: int | None, after: int | None
    ) -> list[int]:
        if after is not None:
            return list(islice(self._find(connection, query, after), limit))
        return self._first(connection, query, limit)

    def _first(self, connection: Connection, query: ContactQuery, limit: int | None) -> list[int]:
        """The beginning of a list. Its first page and its number are asked for together: one look does."""
        key = revision(connection), query
        kept = self._beginning
        if kept is None or kept.key != key or not kept.holds(limit) or connection.in_transaction:
            most = None if limit is None else max(limit, COUNTED)
            found = list(islice(self._find(connection, query, None), most))
            kept = _Beginning(key, found, whole=most is None or len(found) < most)
            self._beginning = None if connection.in_transaction else kept
        return kept.ids[:limit]

    def _find(self, connection: Connection, query: ContactQuery, after: int | None) -> Iterator[int]:
        index = self._search.index(connection, query.sought, archived=query.filters.archived)
        among = self._selection(connection, query) if query.selects else None
        return index.find(query.sought, 0 if after is None else _line_after(connection, index, after), among)

    def _selection(self, connection: Connection, query: ContactQuery) -> frozenset[int]:
        """Whom a group or filter lets pass, the same at each key of a search."""
        key = revision(connection), replace(query, sought=EVERYBODY)
        kept = self._selected
        if kept is None or kept[0] != key or connection.in_transaction:
            where = _condition(connection, query)
            sql = f"{where.clause}SELECT id FROM contacts WHERE {where.sql}"  # noqa: S608
            kept = key, frozenset(row[0] for row in connection.execute(sql, where.values))
            self._selected = None if connection.in_transaction else kept
        return kept[1]


def _condition(connection: Connection, query: ContactQuery) -> Condition:
    return condition(connection, query.group_id, query.filters, query.today)


def _line_after(connection: Connection, index: PeopleIndex, after: int) -> int:
    row = connection.execute("SELECT folded, id FROM contacts WHERE id = ?", (after,)).fetchone()
    return index.line_after(row[0], row[1]) if row else 0
