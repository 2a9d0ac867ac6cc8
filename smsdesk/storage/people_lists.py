"""Lists of people in order of name: of a group, passing a filter, found by a search; page by page."""

from __future__ import annotations

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


class PeopleLists:
    """The lists of one profile; what a search needs is kept from one key to the next."""

    def __init__(self) -> None:
        self._search = PeopleSearch()
        self._selected: tuple[tuple[int, ContactQuery], frozenset[int]] | None = None

    def ids(
        self, connection: Connection, query: ContactQuery, limit: int | None = None, after: int | None = None
    ) -> list[int]:
        """Ids by last name; `after` is the last id of the page before."""
        if query.sought != EVERYBODY:
            return self._found(connection, query, limit, after)
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
            return len(self._found(connection, query, at_most))
        where = _condition(connection, query)
        rows = f"SELECT 1 FROM contacts WHERE {where.sql} LIMIT :most"  # noqa: S608
        return int(
            connection.execute(
                f"{where.clause}SELECT count(*) FROM ({rows})",  # noqa: S608
                {**where.values, "most": _ALL if at_most is None else at_most},
            ).fetchone()[0]
        )

    def _found(
        self, connection: Connection, query: ContactQuery, limit: int | None, after: int | None = None
    ) -> list[int]:
        index = self._search.index(connection, query.sought, archived=query.filters.archived)
        among = self._selection(connection, query) if query.selects else None
        first = 0 if after is None else _line_after(connection, index, after)
        return list(
            islice(index.find(query.sought, first, among), None if limit is None or limit < 0 else limit)
        )

    def _selection(self, connection: Connection, query: ContactQuery) -> frozenset[int]:
        """Whom a group or filter lets pass, the same at each key of a search."""
        key = revision(connection), replace(query, sought=EVERYBODY)
        kept = self._selected
        if kept is not None and kept[0] == key and not connection.in_transaction:
            return kept[1]
        where = _condition(connection, query)
        rows = connection.execute(f"{where.clause}SELECT id FROM contacts WHERE {where.sql}", where.values)  # noqa: S608
        selected = frozenset(row[0] for row in rows)
        if not connection.in_transaction:
            self._selected = key, selected
        return selected


def _condition(connection: Connection, query: ContactQuery) -> Condition:
    return condition(connection, query.group_id, query.filters, query.today)


def _line_after(connection: Connection, index: PeopleIndex, after: int) -> int:
    row = connection.execute("SELECT folded, id FROM contacts WHERE id = ?", (after,)).fetchone()
    return index.line_after(row[0], row[1]) if row else 0
