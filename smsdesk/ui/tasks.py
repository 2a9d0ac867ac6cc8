"""Work off the GUI thread: one database executor, results and errors delivered in the GUI thread.

Reads and changes run in the order in which they were given, on one thread, so that what a page reads after
a change it made is what it changed. What takes seconds (ports, files) has a thread of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from smsdesk.domain.errors import DeskError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.services.long_work import LongWork, StoppedError

log = logging.getLogger(__name__)

T = TypeVar("T")

UNEXPECTED = say(
    "Something went wrong inside the program. What you see may be incomplete; the log tells more."
)


@dataclass(frozen=True)
class Going:
    """Work that a person may wait for: what is said of it, how far it is, and the way to stop it."""

    words: str
    work: LongWork


@dataclass(frozen=True)
class _Job:
    owner: QObject
    key: str | None
    ticket: int
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Sentence], None] | None
    going: Going | None = None


@dataclass(frozen=True)
class _Ended:
    job: _Job
    result: Any = None
    error: Exception | None = None


class Tasks(QObject):
    """Runs functions on the database thread; `failed` carries errors nobody else takes, `busy` the load.

    `began` and `over` carry each Going; `stopped` the sentence of one that was stopped and whose owner has
    nothing to say to it.
    """

    failed = Signal(object)
    busy = Signal(bool)
    began = Signal(object)
    over = Signal(object)
    stopped = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="window-database")
        self._slow = ThreadPoolExecutor(max_workers=2, thread_name_prefix="window-slow")
        self._latest: dict[tuple[int, str], int] = {}
        self._tickets = 0
        self._kinds: dict[str, type[DeskError]] = {}
        self.going: tuple[Going, ...] = ()
        """The long work that was begun and is not over, the oldest first."""
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
        self._submit(self._executor, self._job(owner, key, work, done, failed))

    def wait_for(
        self,
        owner: QObject,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Like `read`, for what takes seconds: reads and changes go on meanwhile."""
        self._submit(self._slow, self._job(owner, key, work, done, failed))

    def change(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Do something that a person asked for; it is never dropped."""
        self._submit(self._executor, self._job(owner, None, work, done, failed))

    def work(
        self,
        owner: QObject,
        words: str,
        act: Callable[[LongWork], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Sentence], None] | None = None,
        *,
        apart: bool = False,
    ) -> None:
        """Like `change`, for what may take long: the window shows `words`, and stops it when a person asks.

        `apart`: reads and changes go on meanwhile. What was stopped comes as the sentence of a StoppedError.
        """
        going = Going(words, LongWork())
        job = self._job(owner, None, lambda: act(going.work), done, failed)
        self._submit(self._slow if apart else self._executor, replace(job, going=going))

    def _job(
        self,
        owner: QObject,
        key: str | None,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Sentence], None] | None,
    ) -> _Job:
        self._tickets += 1
        return _Job(owner, key, self._tickets, work, done, failed)

    def _submit(self, executor: ThreadPoolExecutor, job: _Job) -> None:
        if self._closed:
            return
        if job.key is not None:
            self._latest[(id(job.owner), job.key)] = job.ticket
        self._count(+1)
        if job.going is not None:
            self.going = (*self.going, job.going)
            self.began.emit(job.going)
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
        if job.going is not None:
            self.going = tuple(each for each in self.going if each is not job.going)
            self.over.emit(job.going)
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
        elif isinstance(ended.error, StoppedError):
            self.stopped.emit(sentence)
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
        """End the threads once what runs has ended; changes still waiting are made, reads are not.

        Long work is stopped: who closed the window meanwhile was asked.
        """
        self._closed = True
        self._latest.clear()
        for going in self.going:
            going.work.stop()
        for executor in (self._slow, self._executor):
            executor.shutdown(wait=True)
