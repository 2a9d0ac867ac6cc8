"""Very many rows written at once: several by one statement, and indexes made when all rows are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from types import MappingProxyType

from smsdesk.storage.database import Connection

_BY_ONE_STATEMENT = 16
"""SQLite sets up the list of a CHECK once a statement: a fifth of the time of writing a contact."""
_AT_ONCE = 64 * _BY_ONE_STATEMENT
"""Rows that are held meanwhile."""
_INDEXES = ("contacts_there", "phones_e164", "memberships_contact", "guardianships_guardian")
"""Those of the people's tables on which no rule rests."""
_MANY = 10_000
_SHARE = 2
"""An index is made anew in a third of the time that as many single entries take."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


def insert_rows(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    same: Mapping[str, str] = _NOTHING,
    or_ignore: bool = False,
) -> None:
    """Insert `rows`, whose values stand in the order of `columns`; `same` are columns with one value for all.

    With `or_ignore`, rows that break a key are passed over.
    """
    verb = "INSERT OR IGNORE" if or_ignore else "INSERT"
    head = f"{verb} INTO {table} ({', '.join((*same, *columns))}) VALUES "
    several = head + ", ".join(_places(len(same), len(columns), at) for at in range(_BY_ONE_STATEMENT))
    single = head + _places(len(same), len(columns), 0)
    values, left = tuple(same.values()), iter(rows)
    while taken := list(islice(left, _AT_ONCE)):
        whole = len(taken) - len(taken) % _BY_ONE_STATEMENT
        starts = range(0, whole, _BY_ONE_STATEMENT)
        connection.executemany(
            several, ((*values, *chain.from_iterable(taken[at : at + _BY_ONE_STATEMENT])) for at in starts)
        )
        connection.executemany(single, ((*values, *row) for row in taken[whole:]))


def _places(same: int, width: int, at: int) -> str:
    """The numbers of the values of the row `at` of a statement; those that are the same come first."""
    first = 1 + same + at * width
    return f"({', '.join(f'?{number}' for number in (*range(1, 1 + same), *range(first, first + width)))})"


@contextmanager
def indexed_afterwards(connection: Connection, new_people: int) -> Iterator[None]:
    """Make the indexes of people anew after the block, where it inserts so many that this is quicker.

    The caller has a transaction: when it fails, the indexes are those from before.
    """
    if new_people < _MANY or new_people * _SHARE < _people(connection):
        yield
        return
    statements = [_definition(connection, name) for name in _INDEXES]
    for name in _INDEXES:
        connection.execute(f"DROP INDEX {name}")
    yield
    for statement in statements:
        connection.execute(statement)


def _people(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM contacts").fetchone()[0])


def _definition(connection: Connection, index: str) -> str:
    row = connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", (index,))
    return str(row.fetchone()[0])
