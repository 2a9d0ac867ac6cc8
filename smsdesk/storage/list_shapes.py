"""What a person said of the columns of a list, remembered for the next list with the same headers."""

from __future__ import annotations

import json

from smsdesk.domain.class_lists import Choice, Meaning
from smsdesk.storage.database import Connection

ColumnMeanings = dict[int, Meaning | Choice | None]
"""By column from 0: what it is (None: left out)."""


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever said of any list."""
    return connection.execute("SELECT 1 FROM list_shapes LIMIT 1").fetchone() is None


def load_shape(connection: Connection, signature: str) -> ColumnMeanings:
    """What was said of lists of this shape; nothing for an unknown one, or one of a newer program."""
    row = connection.execute("SELECT columns FROM list_shapes WHERE signature = ?", (signature,)).fetchone()
    return _read(row[0]) if row else {}


def keep_shape(connection: Connection, signature: str, columns: ColumnMeanings, now: str) -> None:
    """Remember what the columns of a shape are, instead of what was said before."""
    connection.execute(
        "INSERT INTO list_shapes (signature, columns, used_at) VALUES (?, ?, ?) "
        "ON CONFLICT (signature) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at",
        (signature, json.dumps({str(index): _written(said) for index, said in columns.items()}), now),
    )


def forget_shape(connection: Connection, signature: str) -> None:
    """Let the program recognise lists of this shape by itself again."""
    connection.execute("DELETE FROM list_shapes WHERE signature = ?", (signature,))


def _written(said: Meaning | Choice | None) -> list[str] | str | None:
    return [said.meaning.value, said.person] if isinstance(said, Choice) else said


def _read(text: str) -> ColumnMeanings:
    try:
        return {int(index): _said(value) for index, value in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _said(value: object) -> Meaning | Choice | None:
    if isinstance(value, list):
        meaning, person = value
        return Choice(Meaning(meaning), str(person))
    return None if value is None else Meaning(str(value))
