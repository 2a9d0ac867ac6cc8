"""Work on a doubtful file done in a child process, with little memory, that can die without harm."""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smsdesk.domain.errors import InputError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.spreadsheets.pieces import Digest, Piece

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Work = Callable[[Path], Iterable[Piece]]

_MEMORY = 1_500_000_000
"""Most bytes of address space for a child: a list of 100,000 people needs a third of it."""
_AT_FIRST = 48_000_000
"""Bytes for a child that begins while its file is looked at: a list of 100,000 people takes 30 MB then."""
_DEADLINE_S = 60.0
"""A list of 100,000 people is read in some 3 s on a slow computer."""
_LOOK_EVERY_S = 0.05
"""How often whoever waits is asked whether he still does: a click on "cancel" is felt at once."""


class ChildDied(Exception):  # noqa: N818  # it says what happened
    """The child ended without an answer: the file was more than it could bear."""


def read_in_child(
    work: Work, path: Path, allow: Callable[[], int], waiting: Callable[[], None]
) -> Iterator[Piece]:
    """Give the pieces that `work(path)` gives in a child process, or raise its InputError, or ChildDied.

    Meanwhile `allow` looks at the file: it gives the bytes of memory the child may take, or refuses the file.
    Until then the child has very little, or waits where that cannot be changed later. `waiting` is called
    again and again; what it raises ends the child at once.
    """
    if _CAN_BE_RAISED:
        begun = False
        try:
            for piece in _read_once(work, path, allow, waiting, at_once=True):
                begun = True
                yield piece
        except ChildDied:  # perhaps only since it had so little
            if begun:
                raise
        else:
            return
    yield from _read_once(work, path, allow, waiting, at_once=False)


def _read_once(
    work: Work, path: Path, allow: Callable[[], int], waiting: Callable[[], None], *, at_once: bool
) -> Iterator[Piece]:
    import multiprocessing  # noqa: PLC0415  # few sessions need it

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_child, args=(theirs, work, path, at_once), daemon=True)
    process.start()
    theirs.close()
    try:
        more = allow()
        ours.send(more)
        _raise_memory(process.pid, more)
        yield from _answers(ours, path, waiting)
    except (BrokenPipeError, ProcessLookupError):
        raise ChildDied from None
    finally:
        ours.close()
        process.kill()
        process.join()


def _answers(pipe: Connection[object, object], path: Path, waiting: Callable[[], None]) -> Iterator[Piece]:
    deadline = time.monotonic() + _DEADLINE_S
    while True:
        while not pipe.poll(_LOOK_EVERY_S):
            waiting()
            if time.monotonic() > deadline:
                raise InputError(
                    say("The file {file} takes too long to read; save it as CSV.", file=path.name)
                )
        answer = _received(pipe)
        if isinstance(answer, Sentence):
            raise InputError(answer)
        yield answer
        if isinstance(answer, Digest):
            return


def _received(pipe: Connection[object, object]) -> Piece | Sentence:
    try:
        return pickle.loads(pipe.recv_bytes())  # type: ignore[no-any-return]  # noqa: S301  # our own child
    except (EOFError, ConnectionError):
        raise ChildDied from None


def _child(pipe: Connection[object, object], work: Work, path: Path, at_once: bool) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the reader's last words are not for people
    before = _address_space()
    if at_once:
        _limit_memory(before + _AT_FIRST, _MEMORY)
    try:
        if not at_once or pipe.poll():
            most = min(_MEMORY, before + int(str(pipe.recv())))
            _limit_memory(most, most)
    except EOFError:  # the file was refused meanwhile
        return
    from hashlib import blake2b  # noqa: PLC0415  # only the child needs it

    digest = blake2b(digest_size=16)
    try:
        for piece in work(path):
            data = pickle.dumps(piece, protocol=5)
            digest.update(data)
            pipe.send_bytes(data)
        pipe.send_bytes(pickle.dumps(Digest(digest.hexdigest())))
    except InputError as refused:
        pipe.send_bytes(pickle.dumps(refused.sentence))


def _limit_memory(most: int, highest: int) -> None:
    """Let the child have `most` bytes of address space, where the system can hold it to that.

    Nobody can give it more than `highest` later.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (most, highest))


_CAN_BE_RAISED = sys.platform == "linux"
"""Whether the limit of another process can be changed."""


def _raise_memory(pid: int | None, more: int) -> None:
    """Let a child that has begun take `more` bytes than it had at first.

    One that has set no limit yet, or found in its pipe what it may take, needs no help.
    """
    if sys.platform != "linux" or pid is None:
        return
    import resource  # noqa: PLC0415  # not on Windows

    most, highest = resource.prlimit(pid, resource.RLIMIT_AS)
    if most < highest == _MEMORY:
        most = min(_MEMORY, most - _AT_FIRST + more)
        resource.prlimit(pid, resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    """What this process has now, in bytes (proc(5), statm); all it may ever have where nobody tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError):
        return _MEMORY
    return pages * os.sysconf("SC_PAGE_SIZE")
