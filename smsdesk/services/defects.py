"""Defects of the program while it runs: one report file each, without anybody's data, and who is told.

Whatever fails unforeseen is logged as an error by whoever goes on after it: the engine, the rules, the tasks
of the window. So the log is where this listens.
"""

from __future__ import annotations

import logging
import platform
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from smsdesk import __version__
from smsdesk.domain.clock import Clock, system_clock
from smsdesk.domain.digests import digest
from smsdesk.storage.sqlite import sqlite3

FOLDER = "reports"
MOST_REPORTS = 20
"""More are of no use to anybody; the oldest go."""

_PACKAGE = Path(__file__).resolve().parent.parent
_FOREIGN = ("site-packages", "dist-packages", "lib")
_PRIVATE = 0o600


@dataclass(frozen=True)
class Defect:
    """What failed and where, in the words of the code; `report` is its file, None where there is none."""

    kind: str
    place: str
    in_window: bool
    """Whether it interrupted the window's own thread: something that a person had just done."""
    report: Path | None = None

    @property
    def signature(self) -> str:
        """The same for the same defect, in every session."""
        return digest(f"{self.kind} {self.place}")[:8]


class DefectWatch(logging.Handler):
    """Put on the program's logger: writes a report of each new defect, then calls `told` on that thread."""

    def __init__(self, folder: Path, told: Callable[[Defect], None], clock: Clock = system_clock) -> None:
        super().__init__(logging.ERROR)
        self._folder = folder
        self._told = told
        self._clock = clock
        self._reports: dict[str, Path | None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Called for every error line; logging holds this handler's lock meanwhile."""
        try:
            self._told(self._reported(record))
        except Exception:  # a defect in here must not hide the one that is being told
            self.handleError(record)

    def _reported(self, record: logging.LogRecord) -> Defect:
        defect = defect_of(record)
        signature = defect.signature
        if signature not in self._reports:
            self._reports[signature] = self._write(signature, report_of(record))
        return Defect(defect.kind, defect.place, defect.in_window, self._reports[signature])

    def _write(self, signature: str, text: str) -> Path | None:
        now = self._clock()
        path = self._folder / FOLDER / f"{now:%Y%m%d-%H%M%S}-{signature}.txt"
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            path.touch(mode=_PRIVATE)
            path.write_text(f"{now.isoformat(timespec='seconds')}\n{text}", "utf-8")
            self._tidy(path.parent)
        except OSError:
            return None
        return path

    def _tidy(self, folder: Path) -> None:
        for old in sorted(folder.glob("*.txt"))[:-MOST_REPORTS]:
            with suppress(OSError):
                old.unlink()


def defect_of(record: logging.LogRecord) -> Defect:
    """What a line of the log tells about a defect."""
    error = _error(record)
    in_window = record.threadName == "MainThread"
    if error is None:
        return Defect(str(record.msg), f"{record.module}:{record.lineno}", in_window)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _shown(frame.filename).startswith("smsdesk/")] or list(frames)
    place = f"{_shown(ours[-1].filename)}:{ours[-1].lineno}" if ours else record.module
    return Defect(type(error).__name__, place, in_window)


def report_of(record: logging.LogRecord) -> str:
    """The report: versions, what the code was doing, where it failed.

    Neither messages of errors nor values stand in it, since these may quote a text, a name or a number.
    """
    return "\n".join(
        [versions(), f"Thread: {record.threadName}", f"Doing: {_doing(record)}", *_chain(record), ""]
    )


def versions() -> str:
    """The program and what it stands on, in one line."""
    return (
        f"SMS desk {__version__} · Python {platform.python_version()} · SQLite {sqlite3.sqlite_version}"
        f" · {platform.system()} {platform.release()} · {platform.machine()}"
    )


def _doing(record: logging.LogRecord) -> str:
    """The log's own words with the ids in them; anything else that would stand there is left out."""
    args = record.args if isinstance(record.args, tuple) else ()
    ids = ", ".join(str(arg) for arg in args if isinstance(arg, int))
    return f"{record.name}: {record.msg}" + (f" [{ids}]" if ids else "")


def _error(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None


def _chain(record: logging.LogRecord) -> Iterator[str]:
    error, seen = _error(record), set[int]()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"{type(error).__module__}.{type(error).__qualname__}{_code(error)}"
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {_shown(frame.filename)}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__


def _code(error: BaseException) -> str:
    """The number or name by which a system or the database calls the failure."""
    known = getattr(error, "errno", None) or getattr(error, "sqlite_errorname", None)
    return f" ({known})" if isinstance(known, int | str) else ""


def _shown(file: str) -> str:
    """A path without the folders of this computer, which may bear somebody's name."""
    path = Path(file)
    with suppress(ValueError):
        return f"smsdesk/{path.resolve().relative_to(_PACKAGE).as_posix()}"
    for folder in _FOREIGN:
        if folder in path.parts:
            return "/".join(path.parts[path.parts.index(folder) + 1 :])
    return path.name


def listen(watch: DefectWatch) -> Callable[[], None]:
    """Follow the program's log from now on; call what is given back to end that."""
    logger = logging.getLogger("smsdesk")
    logger.addHandler(watch)
    return lambda: logger.removeHandler(watch)
