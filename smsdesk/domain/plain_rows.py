"""Rows that say nothing unusual: a pupil with a phone, perhaps with guardians, each in columns of his own.

Nearly every row of a list is one; what they say is found for a block of rows at once, and is what a look at
each row alone would find.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from smsdesk.domain.names import joined_key, words_keys
from smsdesk.domain.row_facts import RowPerson
from smsdesk.domain.row_guardians import tells_of_family

PlainRow = tuple[RowPerson, str, Sequence[tuple[RowPerson, str]]]
"""The pupil of a row with the key of his name, and his guardians with theirs."""


def plain_rows(
    pupils: Sequence[RowPerson], guardians: Sequence[Sequence[RowPerson]], names_people: Sequence[bool]
) -> list[PlainRow | None]:
    """What each row of a block says, None where it is not plain.

    `guardians` are those of each block of columns; `names_people` tells by each row's beginning.
    """
    lasts = words_keys([pupil.last for pupil in pupils])
    keys = map(joined_key, lasts, words_keys([pupil.first for pupil in pupils]))
    of_rows = zip(*map(_with_keys, guardians), strict=True) if guardians else repeat((), len(pupils))
    told = zip(names_people, pupils, lasts, keys, of_rows, strict=True)
    return [_plain(pupil, last, key, others) if named else None for named, pupil, last, key, others in told]


def runs(start: int, rows: Sequence[PlainRow | None]) -> dict[int, list[PlainRow]]:
    """Plain rows that follow one another, by the first of them; `start` is the number of the first row."""
    found: dict[int, list[PlainRow]] = {}
    run: list[PlainRow] | None = None
    for index, row in enumerate(rows, start):
        if row is None:
            run = None
        elif run is None:
            run = found[index] = [row]
        else:
            run.append(row)
    return found


_Told = tuple[RowPerson, str, str]
"""A guardian, the key of his name, that of his first name."""


def _with_keys(people: Sequence[RowPerson]) -> Iterable[_Told]:
    firsts = words_keys([person.first for person in people])
    lasts = words_keys([person.last for person in people])
    return zip(people, map(joined_key, lasts, firsts), firsts, strict=True)


def _plain(pupil: RowPerson, last: str, key: str, guardians: Sequence[_Told]) -> PlainRow | None:
    for phone in pupil.phones:
        if phone.label and tells_of_family(phone.label):
            return None
    if not guardians:
        return (pupil, key, ()) if pupil.phones and key else None
    has_phone = bool(pupil.phones)
    named: list[tuple[RowPerson, str]] = []
    for guardian, guardian_key, first in guardians:
        if guardian_key:
            if guardian_key == key or first in (guardian_key, last):
                return None
            guardian.receives = guardian.receives and pupil.receives
            named.append((guardian, guardian_key))
            has_phone = has_phone or bool(guardian.phones)
        elif guardian.phones or guardian.email or guardian.named:
            return None
    return (pupil, key, named) if has_phone and pupil.first and pupil.last else None
