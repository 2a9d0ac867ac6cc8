"""Work on a doubtful file done in a child process, with little memory, that can die without harm."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import Sentence, say

Result = TypeVar("Result")

_MEMORY = 1_500_000_000
"""Bytes of address space for the child: a list of 100,000 people needs a third of it."""
_DEADLINE_S = 60.0
"""A list of 100,000 people is read in some 3 s on a slow computer."""


class ChildDied(Exception):  # noqa: N818  # it says what happened
    """The child ended without an answer: the file was more than it could bear."""


def run_in_child(work: Callable[[Path], Result], path: Path) -> Result:
    """Give what `work(path)` gives, or raise its InputError, or ChildDied."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(theirs, work, path), daemon=True)
    process.start()
    theirs.close()
    try:
        return _answer(ours, path)
    finally:
        ours.close()
        process.kill()
        process.join()


def _answer(pipe: Connection[object, object], path: Path) -> Result:  # type: ignore[type-var]
    if not pipe.poll(_DEADLINE_S):
        raise InputError(say("The file {file} takes too long to read; save it as CSV.", file=path.name))
    try:
        answer = pipe.recv()
    except EOFError:
        raise ChildDied from None
    if isinstance(answer, Sentence):
        raise InputError(answer)
    return answer  # type: ignore[return-value]


def _child(pipe: Connection[object, object], work: Callable[[Path], object], path: Path) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the reader's last words are not for people
    _limit_memory()
    try:
        pipe.send(work(path))
    except InputError as refused:
        pipe.send(refused.sentence)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
