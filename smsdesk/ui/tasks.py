"""Work off the GUI thread: one database executor, results and errors delivered in the GUI thread.

Reads and changes run in the order in which they were given, on one thread, so that what a page reads after
a change it made is what it changed. What takes seconds (ports, files) has a thread of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from smsdesk.domain.errors import DeskError
from smsdesk.domain.sentences import Sentence, say

log = logging.getLogger(__name__)

T = TypeVar("T")

UNEXPECTED = say(
    "Something went wrong inside the program. What you see may be incomplete; the log tells more."
)


@dataclass(frozen=True)
class _Job:
    owner: QObject
    key: str | None
    ticket: int
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Sentence], None] | None


@dataclass(frozen=True)
class _Ended:
    job: _Job
    result: Any = None
    error: Exception | None = None


class Tasks(QObject):
    """Runs functions on the database thread; `failed` carries errors nobody else takes, `busy` the load."""

    failed = Signal(object)
    busy = Signal(bool)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="window-database")
        self._slow = ThreadPoolExecutor(max_workers=2, thread_name_prefix="window-slow")
        self._latest: dict[tuple[int, str], int] = {}
        self._tickets = 0
        self._kinds: dict[str, type[DeskError]] = {}
        self._running = 0
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        owner: QObject,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Fetch something to show; when `owner` asks again under the same key, the older answer is dropped.

        `done` and `failed` are called in the GUI thread, unless `owner` is gone by then.
        """
        self._submit(self._executor, owner, key, work, done, failed)

    def wait_for(
        self,
        owner: QObject,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Like `read`, for what takes seconds: reads and changes go on meanwhile."""
        self._submit(self._slow, owner, key, work, done, failed)

    def change(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Do something that a person asked for; it is never dropped."""
        self._submit(self._executor, owner, None, work, done, failed)

    def _submit(  # the parts of one job
        self,
        executor: ThreadPoolExecutor,
        owner: QObject,
        key: str | None,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Sentence], None] | None,
    ) -> None:
        if self._closed:
            return
        self._tickets += 1
        if key is not None:
            self._latest[(id(owner), key)] = self._tickets
        job = _Job(owner, key, self._tickets, work, done, failed)
        self._count(+1)
        executor.submit(self._work, job)

    def _work(self, job: _Job) -> None:
        """On the database thread."""
        if self._is_stale(job):
            self._ended.emit(_Ended(job))
            return
        try:
            ended = _Ended(job, result=job.work())
        except Exception as error:
            if not isinstance(error, DeskError):
                log.exception("a task of the window failed")
            ended = _Ended(job, error=error)
        self._ended.emit(ended)

    def _is_stale(self, job: _Job) -> bool:
        return job.key is not None and self._latest.get((id(job.owner), job.key)) != job.ticket

    def _deliver(self, ended: _Ended) -> None:
        """In the GUI thread."""
        self._count(-1)
        job = ended.job
        if self._closed or not shiboken6.isValid(job.owner) or self._is_stale(job):
            return
        if job.key is not None:
            del self._latest[(id(job.owner), job.key)]
        if ended.error is None:
            if job.done is not None:
                job.done(ended.result)
            return
        sentence = self._sentence(ended.error)
        if job.failed is not None:
            job.failed(sentence)
        else:
            self.failed.emit(sentence)

    def _sentence(self, error: Exception) -> Sentence:
        if not isinstance(error, DeskError):
            return UNEXPECTED
        self._kinds[error.sentence.template] = type(error)
        return error.sentence

    def kind_of(self, sentence: Sentence) -> type[DeskError] | None:
        """As what kind of error this sentence came last; None when it did not come from a task."""
        return self._kinds.get(sentence.template)

    def _count(self, step: int) -> None:
        self._running += step
        if self._running == (1 if step > 0 else 0):
            self.busy.emit(step > 0)

    @property
    def idle(self) -> bool:
        """Whether nothing is running, waiting or on its way back."""
        return self._running == 0

    @property
    def closed(self) -> bool:
        """Whether the window is closing: long work ends as soon as it can."""
        return self._closed

    def close(self) -> None:
        """End the threads once what runs has ended; changes still waiting are made, reads are not."""
        self._closed = True
        self._latest.clear()
        for executor in (self._slow, self._executor):
            executor.shutdown(wait=True)
