"""Memory for a transaction of very many rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_ROOM_KIB = 64_000
"""For the pages of a whole town: in the usual two megabytes each page of an index is written many times."""


@contextmanager
def with_room(connection: Any) -> Iterator[None]:
    """Give a connection more memory for pages, which goes back afterwards."""
    usual = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = -{_ROOM_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {usual}")
        connection.execute("PRAGMA shrink_memory")
