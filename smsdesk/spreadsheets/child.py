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
"""Most bytes of address space for a child: a list of 100,000 people needs a third of it."""
_DEADLINE_S = 60.0
"""A list of 100,000 people is read in some 3 s on a slow computer."""


class ChildDied(Exception):  # noqa: N818  # it says what happened
    """The child ended without an answer: the file was more than it could bear."""


def run_in_child(work: Callable[[Path], Result], path: Path, memory: int) -> Result:
    """Give what `work(path)` gives in so many bytes of memory, or raise its InputError, or ChildDied."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(theirs, work, path, memory), daemon=True)
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


def _child(pipe: Connection[object, object], work: Callable[[Path], object], path: Path, memory: int) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the reader's last words are not for people
    _limit_memory(memory)
    try:
        pipe.send(work(path))
    except InputError as refused:
        pipe.send(refused.sentence)


def _limit_memory(more: int) -> None:
    """Let the child take `more` bytes than it has, where the system can hold it to that."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    most = min(_MEMORY, _address_space() + more)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    """What this process has now, in bytes (proc(5), statm); all it may ever have where nobody tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError):
        return _MEMORY
    return pages * os.sysconf("SC_PAGE_SIZE")
