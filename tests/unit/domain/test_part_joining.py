from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from smsdesk.domain.part_joining import MOST_REARRANGED, Part, arranged, together

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def part(id_: int, seq: int, sent_s: int | None, came_s: int = 0) -> Part:
    sent = None if sent_s is None else NOON + timedelta(seconds=sent_s)
    return Part(id_, seq, sent, NOON + timedelta(seconds=came_s))


def arrive(stamps: Sequence[tuple[int, int | None]], total: int) -> tuple[list[list[int | None]], list[bool]]:
    """What the messages hold in the end (their stamps in order), and whether each step kept what was whole."""
    known: dict[int, tuple[Part, ...]] = {}
    kept = []
    for number, (seq, sent_s) in enumerate(stamps, 1):
        whole = {each for each, its in known.items() if len(its) == total}
        messages = arranged(known, part(number, seq, sent_s), total, HOUR)
        known = {each or 1 + len(known): its for each, its in messages}
        kept.append(all(len(known[each]) == total for each in whole))
    return sorted([_seconds(each) for each in its] for its in known.values()), kept


def _seconds(each: Part) -> int | None:
    return None if each.sent is None else int((each.sent - NOON).total_seconds())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((0, 3), (30, 33)),
        ((0, 3), (6, 9)),  # as far from each other as their parts
        ((1, 0), (60, 61)),  # two service centres with clocks of their own
        ((0, 0), (5, 5)),
        ((0, 3), (3000, 3001)),
    ],
)
def test_two_messages_of_one_reference_are_told_apart_in_whatever_order_their_parts_come(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    stamps = [(seq, sent) for message in (one, other) for seq, sent in enumerate(message, 1)]
    for order in permutations(stamps):
        messages, kept = arrive(order, 2)
        assert messages == sorted([list(one), list(other)]), order
        assert all(kept), order


def test_three_parts_each() -> None:
    stamps = [(seq, 10 * message + seq) for message in (0, 1) for seq in (1, 2, 3)]
    for order in permutations(stamps):
        assert arrive(order, 3)[0] == [[1, 2, 3], [11, 12, 13]], order


def test_what_no_message_can_hold_stays_apart() -> None:
    far = [part(1, 1, 0), part(2, 2, 3601)]
    backwards = [part(1, 2, 0), part(2, 1, 121)]
    twice = [part(1, 1, 0), part(2, 1, 0)]
    for parts in (far, backwards, twice):
        assert len(together(parts, HOUR)) == 2


def test_without_stamps_the_arrival_tells() -> None:
    parts = [part(1, 1, None, 0), part(2, 1, None, 100), part(3, 2, None, 101), part(4, 2, None, 2)]
    assert {tuple(each.id for each in message) for message in together(parts, HOUR)} == {(1, 4), (2, 3)}


def test_very_many_parts_are_only_put_beside_those_that_wait() -> None:
    known = {1: tuple(part(seq, seq, seq) for seq in range(1, MOST_REARRANGED + 1))}
    new = part(99, MOST_REARRANGED + 1, MOST_REARRANGED)
    assert arranged(known, new, 255, HOUR) == [(1, (*known[1], new))]
    again = part(100, 1, 0)
    assert arranged(known, again, 255, HOUR)[-1] == (None, (again,))
