"""What every command is given: the global options, the profile they name, and the way to answer."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from smsdesk.desk import Desk

UPGRADE_TOLD_AFTER_S = 1.0
"""Whoever waits longer than this asks what goes on."""

ROW_ID = click.IntRange(1, 2**63 - 1)
"""What SQLite can take for the id of a row, or for a number of rows."""


@dataclass(frozen=True)
class Context:
    """The global options of one call; `json` asks for one JSON document on standard output."""

    profile: Path | None = None
    modem_urls: tuple[str, ...] = ()
    json: bool = False

    @contextmanager
    def desk(self, engine: bool = False) -> Iterator[Desk]:
        """The open profile, closed at the end; with `engine`, the modems run meanwhile."""
        # The desk loads storage, modems and phone tables: `--help` and `--version` need none of them.
        from smsdesk.desk import Desk  # noqa: PLC0415

        with Desk.open(self.profile, self.modem_urls, engine=engine, upgrading=self.upgrading) as desk:
            yield desk

    def upgrading(self, work: Callable[[], None]) -> None:
        """Bring the data of an earlier version up to date, and say so when it takes a while."""
        soon = threading.Timer(
            UPGRADE_TOLD_AFTER_S,
            self.tell,
            ["Your data are being brought up to date for this version; this can take a minute..."],
        )
        soon.start()
        try:
            work()
        finally:
            soon.cancel()

    def emit(self, value: object, lines: Iterable[str]) -> None:
        """Answer: `value` as JSON, or `lines` for a person."""
        if self.json:
            readable = (sys.stdout.encoding or "").lower().startswith("utf")
            _write(json.dumps(value, ensure_ascii=not readable, indent=2))
        else:
            for line in lines:
                _write(line)

    def tell(self, sentence: object) -> None:
        """Tell a person something beside the answer, on standard error."""
        click.echo(str(sentence), err=True)


def _write(line: str) -> None:
    """Write a line whatever the terminal's alphabet is; what it cannot show becomes an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(line.encode(encoding, "backslashreplace").decode(encoding))


def table(rows: Iterable[tuple[object, ...]], head: tuple[str, ...]) -> list[str]:
    """Columns for a person to read, the last one as long as it likes."""
    cells = [head, *(tuple(str(cell) for cell in row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in cells]
