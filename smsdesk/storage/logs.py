"""The log of a profile: a file that holds ids and masked numbers, kept small."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

LARGEST_LOG = 2_000_000
"""Bytes; a larger one is set aside when the desk opens, and the one set aside before it goes."""

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


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
    handler.setFormatter(logging.Formatter(_FORMAT))
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
