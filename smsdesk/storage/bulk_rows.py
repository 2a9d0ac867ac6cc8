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
_NOTHING: Mapping[str, object] = MappingProxyType({})


def insert_rows(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    same: Mapping[str, object] = _NOTHING,
    or_ignore: bool = False,
) -> None:
    """Insert `rows`, whose values stand in the order of `columns`; `same` are columns with one value for all.

    With `or_ignore`, rows that break a key are passed over.
    """
    into = f"INSERT {'OR IGNORE ' if or_ignore else ''}INTO {table}"
    left = iter(rows)
    while taken := list(islice(left, _AT_ONCE)):
        if len(taken) < _AT_ONCE:
            _insert(connection, into, same, columns, taken)
        else:
            here, names, values = _differing(columns, taken)
            _insert(connection, into, {**same, **here}, names, values)


def _differing(
    columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> tuple[dict[str, object], list[str], list[Sequence[object]]]:
    """(columns in which all rows have one value, the others, the rows with these alone).

    A value handed over once for sixteen rows costs nearly nothing, and many columns of a list are empty.
    """
    same: dict[str, object] = {}
    names: list[str] = []
    values: list[Sequence[object]] = []
    for name, column in zip(columns, zip(*rows, strict=True), strict=True):
        if column.count(column[0]) == len(column):
            same[name] = column[0]
        else:
            names.append(name)
            values.append(column)
    return same, names, list(zip(*values, strict=True)) or [()] * len(rows)


def _insert(
    connection: Connection,
    into: str,
    same: Mapping[str, object],
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
) -> None:
    head = f"{into} ({', '.join((*same, *columns))}) VALUES "
    several = head + ", ".join(_places(len(same), len(columns), at) for at in range(_BY_ONE_STATEMENT))
    single = head + _places(len(same), len(columns), 0)
    values = tuple(same.values())
    whole = len(rows) - len(rows) % _BY_ONE_STATEMENT
    starts = range(0, whole, _BY_ONE_STATEMENT)
    connection.executemany(
        several, ((*values, *chain.from_iterable(rows[at : at + _BY_ONE_STATEMENT])) for at in starts)
    )
    connection.executemany(single, ((*values, *row) for row in rows[whole:]))


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
