"""The log of a profile: a file that holds ids and masked numbers, kept small."""

from __future__ import annotations

import contextlib
import logging
import traceback
from pathlib import Path
from types import TracebackType

LARGEST_LOG = 2_000_000
"""Bytes; a larger one is set aside when the desk opens, and the one set aside before it goes."""

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


class _Lines(logging.Formatter):
    """Says of an error what it is and where it arose, not its message: that may quote a name or a text."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802  # logging's name
        error, told, seen = ei[1], list[str](), set[int]()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            code = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
            kind = f"{type(error).__module__}.{type(error).__qualname__}"
            told.append(f"{kind} ({code})" if code else kind)
            told += [line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)]
            error = error.__cause__ or error.__context__
        return "\n".join(told)


class _LogFile(logging.FileHandler):
    """A log file that keeps quiet: where the disk is full, the line is lost and the work goes on."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        """Say nothing; logging would print a traceback between the sentences for the person."""


def open_log(path: Path) -> logging.Handler:
    """Write the program's log lines to `path` until `close_log`; OSError when that cannot be done."""
    path.touch(mode=0o600)
    if path.stat().st_size > LARGEST_LOG:
        with contextlib.suppress(OSError):  # Windows keeps a file's name while another process writes there
            path.replace(path.with_suffix(".old.log"))
        path.touch(mode=0o600)
    handler = _LogFile(path, encoding="utf-8")
    handler.setFormatter(_Lines(_FORMAT))
    handler.setLevel(logging.INFO)
    logger = logging.getLogger("smsdesk")
    logger.addHandler(handler)
    if logger.getEffectiveLevel() > logging.INFO:
        logger.setLevel(logging.INFO)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing there."""
    logging.getLogger("smsdesk").removeHandler(handler)
    with contextlib.suppress(OSError):  # closing writes once more what found no room on a full disk
        handler.close()
