"""Which folder a profile is, there or not."""

from __future__ import annotations

from pathlib import Path

BELL = "bell"
"""The folder in a profile that is there while a window is open on it."""


def folder_of(named: Path | None) -> Path:
    """The folder that is meant; None: the platform's user data folder."""
    if named is None:
        from platformdirs import user_data_path  # noqa: PLC0415  # the window is seen sooner without

        named = user_data_path("smsdesk", appauthor=False)
    return named.expanduser().absolute()
