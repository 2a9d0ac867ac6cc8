"""What FTS5 is asked for when a person types: whole words, and words that begin as the last one does.

The index holds words without places. A beginning of up to four letters stands in it as such; a longer one is
looked up among the words there are, and those are sought: gathering their places anew at each key would cost
more than a frame where they are frequent.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from smsdesk.domain.archive_words import AskedWords
from smsdesk.storage.database import Connection

INDEXED_LETTERS = 4
"""The longest beginning of a word that the index holds as such."""

_MOST_TERMS = 120
"""Words of one beginning that are sought one by one; each costs some hundredths of a millisecond."""


def expression(connection: Connection, words: AskedWords) -> str | None:
    """What FTS5 is asked for; None where a word is in no message at all, "" when nothing was asked.

    A finished word that nobody ever used so is taken for the beginning of one.
    """
    wanted = [
        _exactly(word) if _is_known(connection, word) else _begun(connection, word) for word in words.finished
    ]
    wanted += [_begun(connection, words.begun)] if words.begun else []
    return None if None in wanted else " AND ".join(each for each in wanted if each)


def _exactly(word: str) -> str:
    return f'"{word}"'


def _is_known(connection: Connection, word: str) -> bool:
    return next(_terms(connection, word), None) == word


def _begun(connection: Connection, beginning: str) -> str | None:
    if len(beginning.encode()) <= INDEXED_LETTERS:
        return f"{_exactly(beginning)} *"
    terms = list(islice(_terms(connection, beginning), _MOST_TERMS + 1))
    if len(terms) > _MOST_TERMS:
        return f"{_exactly(beginning)} *"
    return f"({' OR '.join(map(_exactly, terms))})" if terms else None


_NEXT_TERM = "SELECT term FROM spoken_vocabulary WHERE term >= ? LIMIT 1"


def _terms(connection: Connection, beginning: str) -> Iterator[str]:
    """The words there are with a beginning, in order: each is one step, however frequent it is."""
    at = beginning
    while True:
        row = connection.execute(_NEXT_TERM, (at,)).fetchone()
        if row is None or not row[0].startswith(beginning):
            return
        yield row[0]
        at = f"{row[0]}\x01"  # no word holds it, and every other word sorts behind it
