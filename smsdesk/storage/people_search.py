"""The search of people: their names and phones in order of name, as text in memory.

A hundred thousand names are three megabytes. Going through them takes a millisecond and gives the names in
their order, at any page, whichever words were typed; an index in the file would give the frequent ones
unsorted, and each import would pay for it. Each change of people is recorded as a change set, whose number
therefore tells whether the text is still right: when a few people were changed, their lines are written anew;
when many were, or something was undone, the whole text is.
"""

from __future__ import annotations

import json
import re
import threading
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import groupby
from typing import Any

from smsdesk.domain.people_search import DIALLED_SQL, Sought
from smsdesk.storage.database import Connection

_LONG_WORD = 4
"""Letters from which a word is rare enough to be looked for alone; two short ones are sought together."""
_FEW = 10
"""A selection of at most a tenth is gone through person by person."""

_PATCHED = 50
"""People whose lines are written anew: for more of them the whole text is made as quickly."""

_MANY_ROWS = 500
"""Rows that few people have together."""

_NAME = "replace(folded, char(10), ' ')"
_NAMES = f"group_concat({_NAME}, char(10) || ' ')"
_PHONES_OF = (
    f"coalesce((SELECT group_concat({DIALLED_SQL}, ' ') "  # noqa: S608
    "FROM phones WHERE contact_id = person.id), '')"
    " || ' ' || "
    f"coalesce((SELECT group_concat({DIALLED_SQL}, ' ') FROM guardianships "
    "JOIN contacts AS guardian ON guardian.id = guardian_id AND guardian.archived_at IS NULL "
    "JOIN phones ON contact_id = guardian_id WHERE pupil_id = person.id), '')"
)
_PHONES = f"group_concat({_PHONES_OF}, char(10))"
_INDEX = (
    "SELECT group_concat(id), {texts} FROM "
    "(SELECT id, folded FROM contacts WHERE archived_at IS {there} ORDER BY folded, id) AS person"
)

_ANEW = (
    f"SELECT id, {_NAME}, {{phones}} FROM contacts AS person "  # noqa: S608
    "WHERE archived_at IS {there} AND id IN (SELECT value FROM json_each(?))"
)

_END = re.compile("\n")

Lines = Iterator[int]
"""Numbers of lines, in order."""


class _Lines:
    """A text of many lines, one a person; `text` begins and ends with the end of a line."""

    def __init__(self, text: str) -> None:
        self.text = f"\n{text}\n"
        self._starts = array("L", (end.end() for end in _END.finditer(self.text)))

    def split(self) -> list[str]:
        """Every line."""
        return self.text[1:-1].split("\n")

    def has(self, line: int, piece: str) -> bool:
        """Whether a line holds a piece of text."""
        return self.text.find(piece, self._starts[line], self._starts[line + 1]) >= 0

    def __getitem__(self, line: int) -> str:
        """The line, without its end."""
        return self.text[self._starts[line] : self._starts[line + 1] - 1]

    def with_pieces(self, pieces: Sequence[str], first: int) -> Lines:
        """The lines from `first` on that hold all of some pieces, in order; the first one is looked for."""
        rare, others, text = pieces[0], pieces[1:], self.text
        place = text.find(rare, self._starts[first])
        while place >= 0:
            start, end = text.rfind("\n", 0, place), text.find("\n", place)
            for other in others:
                if text.find(other, start, end) < 0:
                    break
            else:
                yield bisect_right(self._starts, place) - 1
            place = text.find(rare, end)

    def with_both(self, one: str, other: str, first: int) -> Lines:
        """The lines from `first` on that hold two frequent pieces, in order."""
        start = self._starts[first]
        patterns = [
            re.compile(f"{re.escape(piece)}[^\n]*{re.escape(last)}")
            for piece, last in ((one, other), (other, one))
        ]
        places = merge(*((found.start() for found in each.finditer(self.text, start)) for each in patterns))
        for line, _ in groupby(places, lambda place: bisect_right(self._starts, place) - 1):
            yield line


class PeopleIndex:
    """The people who are there, or who left, as they were at one moment; shared by threads.

    It knows their phones only `with_phones`: who types a name does not wait for them.
    """

    def __init__(self, ids: Iterable[int], names: str, phones: str | None) -> None:
        """Texts of one line a person, in order of name: `names` each after a space, and `phones`."""
        self._ids = array("q", ids)
        self._names = _Lines(names)
        self._phones = None if phones is None else _Lines(phones)

    @classmethod
    def made(cls, connection: Connection, *, archived: bool, with_phones: bool) -> PeopleIndex:
        """The index of everybody as they are now."""
        texts = f"{_NAMES}, {_PHONES}" if with_phones else f"{_NAMES}, NULL"
        ids, names, phones = connection.execute(
            _INDEX.format(texts=texts, there=_there(archived=archived))
        ).fetchone()
        numbers = map(int, ids.split(",")) if ids else ()
        return cls(numbers, f" {names or ''}", (phones or "") if with_phones else None)

    def patched(self, connection: Connection, changed: Collection[int], *, archived: bool) -> PeopleIndex:
        """This index with the lines of a few people as they are now."""
        if not self._ids:
            return self.made(connection, archived=archived, with_phones=self.has_phones)
        ids, names = list(self._ids), self._names.split()
        phones = self._phones.split() if self._phones is not None else None
        columns: list[list[Any]] = [ids, names] if phones is None else [ids, names, phones]
        for line in [line for line, each in enumerate(ids) if each in changed][::-1]:
            for lines in columns:
                del lines[line]
        sql = _ANEW.format(phones="''" if phones is None else _PHONES_OF, there=_there(archived=archived))
        for contact_id, name, reached in connection.execute(sql, (json.dumps(list(changed)),)):
            place = bisect_right(
                range(len(ids)), (f" {name}", contact_id), key=lambda line: (names[line], ids[line])
            )
            for lines, value in zip(columns, (contact_id, f" {name}", reached), strict=False):
                lines.insert(place, value)
        if not ids:
            return self.made(connection, archived=archived, with_phones=self.has_phones)
        return PeopleIndex(ids, "\n".join(names), None if phones is None else "\n".join(phones))

    @property
    def has_phones(self) -> bool:
        """Whether phones can be looked for."""
        return self._phones is not None

    @cached_property
    def _line_of(self) -> dict[int, int]:
        return {contact_id: line for line, contact_id in enumerate(self._ids)}

    def line_after(self, folded: str, contact_id: int) -> int:
        """The first line behind somebody of this name and id, whether he stands here or not."""
        return bisect_right(
            range(len(self._ids)),
            (folded, contact_id),
            key=lambda line: (self._names[line][1:], self._ids[line]),
        )

    def find(self, wanted: Sought, first: int = 0, among: frozenset[int] | None = None) -> Iterator[int]:
        """Ids of those who are sought, in order of name from line `first` on; only `among` these ids."""
        if first >= len(self._ids):
            return
        lines, words, digits = self._candidates(wanted, first)
        if among is not None and len(among) * _FEW <= len(self._ids):
            lines, words, digits = self._lines_of(among, first), wanted.words, wanted.digits
        for line in lines:
            if (among is None or self._ids[line] in among) and self._fits(line, words, digits):
                yield self._ids[line]

    def _lines_of(self, ids: frozenset[int], first: int) -> Lines:
        known = self._line_of
        return iter(sorted(known[each] for each in ids if known.get(each, -1) >= first))

    def _fits(self, line: int, words: Sequence[str], digits: Sequence[str]) -> bool:
        if not all(self._names.has(line, f" {word}") for word in words):
            return False
        return not digits or any(self._phones_text.has(line, each) for each in digits)

    def _candidates(self, wanted: Sought, first: int) -> tuple[Lines, Sequence[str], Sequence[str]]:
        """Lines that hold a part of what is sought, and the words and digits still to be looked for there."""
        words = sorted(wanted.words, key=len, reverse=True)
        pieces = [f" {word}" for word in words]
        if len(words) == 1 or (words and len(words[0]) >= _LONG_WORD):
            return self._names.with_pieces(pieces, first), (), wanted.digits
        if words:
            return self._names.with_both(pieces[0], pieces[1], first), words[2:], wanted.digits
        if wanted.digits:
            found = merge(*(self._phones_text.with_pieces([each], first) for each in wanted.digits))
            return (line for line, _ in groupby(found)), (), ()
        return iter(range(first, len(self._ids))), (), ()

    @property
    def _phones_text(self) -> _Lines:
        if self._phones is None:
            raise RuntimeError("this index was made without phones")
        return self._phones


class PeopleSearch:
    """Keeps the index of one profile for as long as it is right; shared by threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[bool, tuple[int, PeopleIndex]] = {}

    def index(self, connection: Connection, wanted: Sought, *, archived: bool = False) -> PeopleIndex:
        """An index that is right now and knows what is sought."""
        if connection.in_transaction:  # it may see what is never committed
            return PeopleIndex.made(connection, archived=archived, with_phones=bool(wanted.digits))
        with self._lock:
            now = revision(connection)
            made_at, index = self._made.get(archived, (0, None))
            if index is None or (wanted.digits and not index.has_phones):
                index = PeopleIndex.made(connection, archived=archived, with_phones=bool(wanted.digits))
            elif made_at != now:
                index = _renewed(connection, index, made_at, archived=archived)
            self._made[archived] = now, index
            return index


def _renewed(connection: Connection, index: PeopleIndex, made_at: int, *, archived: bool) -> PeopleIndex:
    changed = changed_people(connection, made_at)
    if changed is None or len(changed) > _PATCHED:
        return PeopleIndex.made(connection, archived=archived, with_phones=index.has_phones)
    return index.patched(connection, changed, archived=archived)


def _there(*, archived: bool) -> str:
    return "NOT NULL" if archived else "NULL"


def changed_people(connection: Connection, since: int) -> set[int] | None:
    """Whose names or phones, their guardians' too, may have changed after a revision; None: too many to tell.

    What undoing brings back is not written down row by row, nor is each new person of an import.
    """
    (whole,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM change_sets WHERE id <= ?1) AND NOT EXISTS (SELECT 1 FROM change_sets "
        "WHERE id > ?1 AND (undoes IS NOT NULL OR undone_by IS NOT NULL OR first_new_contact IS NOT NULL))",
        (since,),
    ).fetchone()
    if not whole:
        return None
    rows = connection.execute(
        "SELECT contact_id FROM changed_rows WHERE change_set_id > ? "
        "AND of_table IN ('contacts', 'phones', 'guardianships') LIMIT ?",
        (since, _MANY_ROWS),
    ).fetchall()
    if len(rows) == _MANY_ROWS:
        return None
    changed = {row[0] for row in rows}
    pupils = connection.execute(
        "SELECT pupil_id FROM guardianships WHERE guardian_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(changed)),),
    )
    return changed | {row[0] for row in pupils}


def revision(connection: Connection) -> int:
    """A number that grows with each recorded change of people, groups and consents."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM change_sets").fetchone()[0])
