"""A child process that reads a file: how much memory it has, before and after its file was looked at."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import say
from smsdesk.spreadsheets.child import ChildDied, read_in_child
from smsdesk.spreadsheets.pieces import Digest, Piece, SheetStart

MUCH = 200_000_000
"""Bytes: more than a child has at first, less than it may have in these tests."""
DEADLINE_S = 60.0

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")


def hungry(path: Path) -> Iterator[Piece]:
    """Leave a mark for each start, take much memory, then give one piece."""
    with path.open("a") as marks:
        marks.write("x")
    taken = bytearray(MUCH)
    yield SheetStart("a", len(taken))


def wait_for_a_start(path: Path) -> None:
    until = time.monotonic() + DEADLINE_S
    while not path.exists() and time.monotonic() < until:
        pass


@linux_only
def test_a_child_that_needs_more_than_it_had_at_first_is_started_anew(tmp_path: Path) -> None:
    marks = tmp_path / "marks"

    def allow() -> int:
        wait_for_a_start(marks)
        return 2 * MUCH

    first, last = read_in_child(hungry, marks, allow, lambda: None)
    assert first == SheetStart("a", MUCH)
    assert isinstance(last, Digest)


@linux_only
def test_a_child_never_gets_more_than_its_file_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(ChildDied):
        list(read_in_child(hungry, tmp_path / "marks", lambda: MUCH // 2, lambda: None))


def test_a_file_that_is_refused_meanwhile_gives_no_piece(tmp_path: Path) -> None:
    def allow() -> int:
        raise InputError(say("The file {file} is empty.", file="a"))

    with pytest.raises(InputError, match="empty"):
        list(read_in_child(hungry, tmp_path / "marks", allow, lambda: None))
