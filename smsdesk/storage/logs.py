"""The log of a profile: a file that holds ids and masked numbers, kept small."""

from __future__ import annotations

import logging
from pathlib import Path

LARGEST_LOG = 2_000_000
"""Bytes; a larger one is set aside when the desk opens, and the one set aside before it goes."""

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def open_log(path: Path) -> logging.Handler:
    """Write the program's log lines to `path` from now on; `close_log` ends that."""
    path.touch(mode=0o600)
    if path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".old.log"))
        path.touch(mode=0o600)
    handler = logging.FileHandler(path, encoding="utf-8")
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
    handler.close()
