"""Raw PDUs exactly as they came: stored before the SIM forgets them, and never the same one twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from operator import itemgetter

from smsdesk.domain.clock import stamp, unstamp
from smsdesk.domain.incoming import RawPdu
from smsdesk.storage.database import Connection

AT_ONCE = 40
"""Rows of one statement: half the time of as many statements."""

_VALUES = "(?, ?, ?, ?, ?, ?, ?)"
_INSERT = f"INSERT INTO raw_pdus (id, sim, memory, slot, pdu, stored_at, released) VALUES {_VALUES}"  # noqa: S608
_SLOT = itemgetter(*map(RawPdu._fields.index, ("sim", "memory", "slot")))
_INSERT_MANY = ", ".join([_INSERT, *[_VALUES] * (AT_ONCE - 1)])


_Held = dict[tuple[str, str], dict[int | None, tuple[int, str]]]
"""By SIM and memory: slot to row id and PDU."""


@dataclass(frozen=True)
class StoredPdu:
    """A raw PDU that waits to be understood."""

    id: int
    sim: str
    pdu: str
    stored_at: datetime


def store(connection: Connection, batch: Sequence[RawPdu]) -> list[int]:
    """Write a batch and give the row ids in order.

    A PDU in a slot whose row is not released is the same physical message, met again because the program
    died between storing and deleting. Another PDU in such a slot tells that the slot was emptied meanwhile,
    and so does one that is known to be `another`. One that was listed before is also looked for in the other
    slots of its memory: modems close the gaps when they start.
    """
    slots_of = set(map(_SLOT, batch))
    held = {place: _held(connection, *place) for place in {(sim, memory) for sim, memory, _ in slots_of}}
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM raw_pdus").fetchone()
    if not any(held.values()) and len(slots_of) == len(batch):
        _insert(connection, list(enumerate(batch, last + 1)))
        return list(range(last + 1, last + 1 + len(batch)))
    known = _known(batch, held)
    _move(connection, [(raw.slot, known[at]) for at, raw in enumerate(batch) if at in known])
    ids, new, emptied = _placed(batch, held, known, last)
    _insert(connection, new)
    release(connection, emptied)
    return ids


def _placed(
    batch: Sequence[RawPdu], held: _Held, known: Mapping[int, int], last: int
) -> tuple[list[int], list[tuple[int, RawPdu]], list[int]]:
    """The row of each PDU, the new ones among them from `last` on, and the rows that left their slots."""
    same = set(known.values())
    ids: list[int] = []
    new: list[tuple[int, RawPdu]] = []
    emptied: list[int] = []
    for at, raw in enumerate(batch):
        slots = held[raw.sim, raw.memory]
        before, pdu = slots.get(raw.slot, (0, ""))
        row_id = known.get(at, 0)
        if not row_id and before > last and pdu == raw.pdu and not raw.another:
            row_id = before  # the list shows its slot twice
        elif not row_id:
            row_id = last + len(new) + 1
            new.append((row_id, raw))
        if before and before != row_id and before not in same:
            emptied.append(before)
        if raw.slot is not None:
            slots[raw.slot] = row_id, raw.pdu
        ids.append(row_id)
    return ids, new, emptied


def _known(batch: Sequence[RawPdu], held: _Held) -> dict[int, int]:
    """Place in the batch to the row that is the same physical message: in its slot, or moved from another."""
    known: dict[int, int] = {}
    for at, raw in enumerate(batch):
        row_id, pdu = held[raw.sim, raw.memory].get(raw.slot, (0, ""))
        if row_id and pdu == raw.pdu and not raw.another:
            known[at] = row_id
    taken = set(known.values())
    for at, raw in enumerate(batch):
        if at not in known and raw.beside is not None:
            rows = held[raw.sim, raw.memory].values()
            alike = (row for row, pdu in rows if pdu == raw.pdu and row not in taken | raw.beside)
            if (moved := next(alike, None)) is not None:
                known[at] = moved
                taken.add(moved)
    return known


def _move(connection: Connection, places: Sequence[tuple[int | None, int]]) -> None:
    """The modem gave these rows new slots."""
    connection.executemany("UPDATE raw_pdus SET slot = ?1 WHERE id = ?2 AND slot <> ?1", places)


def _held(connection: Connection, sim: str, memory: str) -> dict[int | None, tuple[int, str]]:
    """What a memory holds as far as is known: slot to row id and PDU."""
    rows = connection.execute(
        "SELECT slot, id, pdu FROM raw_pdus WHERE released = 0 AND sim = ? AND memory = ?", (sim, memory)
    )
    return {row["slot"]: (row["id"], row["pdu"]) for row in rows}


def _insert(connection: Connection, new: Sequence[tuple[int, RawPdu]]) -> None:
    stamps = {moment: stamp(moment) for moment in {raw.at for _, raw in new}}
    rows = [
        (row_id, sim, memory, slot, pdu, stamps[at], int(slot is None))
        for row_id, (sim, pdu, at, memory, slot, _, _) in new
    ]
    together = len(rows) - len(rows) % AT_ONCE
    for first in range(0, together, AT_ONCE):
        connection.execute(_INSERT_MANY, list(chain.from_iterable(rows[first : first + AT_ONCE])))
    connection.executemany(_INSERT, rows[together:])


def release(connection: Connection, ids: Sequence[int]) -> None:
    """The modem no longer holds these."""
    connection.executemany("UPDATE raw_pdus SET released = 1 WHERE id = ?", [(row_id,) for row_id in ids])


def gone_from_slots(connection: Connection, sim: str, memory: str, slots: Sequence[int]) -> list[int]:
    """Rows that count as held by a memory although none of its occupied `slots` is theirs."""
    held = connection.execute(
        "SELECT id, slot FROM raw_pdus WHERE released = 0 AND sim = ? AND memory = ?", (sim, memory)
    ).fetchall()
    occupied = {None, *slots} if held else ()
    return [row["id"] for row in held if row["slot"] not in occupied]


def undecoded(connection: Connection, limit: int) -> list[StoredPdu]:
    """The oldest PDUs that nobody has tried to understand yet."""
    rows = connection.execute(
        "SELECT id, sim, pdu, stored_at FROM raw_pdus WHERE decoded = 0 ORDER BY id LIMIT ?", (limit,)
    )
    return [StoredPdu(row["id"], row["sim"], row["pdu"], unstamp(row["stored_at"])) for row in rows]


def mark_decoded(connection: Connection, row_id: int) -> None:
    """What it means is written elsewhere now."""
    connection.execute("UPDATE raw_pdus SET decoded = 1 WHERE id = ?", (row_id,))
