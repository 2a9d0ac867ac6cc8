"""The SQLite of the program: pysqlite3's, the one that sqlite-utils takes too.

sqlite-utils itself is loaded where a schema is made or changed: with what it needs it is 8 MB.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def _chosen() -> Any:
    try:
        return import_module("pysqlite3")
    except ImportError:
        return import_module("sqlite3")


sqlite3: Any = _chosen()
"""The module, after PEP 249."""

__all__ = ["sqlite3"]
