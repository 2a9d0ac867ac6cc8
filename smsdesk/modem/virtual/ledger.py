"""The ledger: everything the virtual modem accepted, refused, handed out, deleted and was told, in order."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, TypeVar

from smsdesk.domain.clock import Clock, stamp
from smsdesk.domain.errors import InputError
from smsdesk.domain.outgoing import Concat
from smsdesk.domain.sentences import say


@dataclass(frozen=True)
class Entry:
    """One line of the ledger; `at` is the modem's clock."""

    at: datetime


@dataclass(frozen=True)
class CommandLine(Entry):
    """A command line as it came, without its line end (latin-1)."""

    line: str


@dataclass(frozen=True)
class Accepted(Entry):
    """An SMS that the network took. `text` is None for binary data; `pdu` is what the computer wrote."""

    to: str
    text: str | None
    reference: int
    pdu: str
    tpdu: str
    concat: Concat | None
    coding: str
    report: bool


@dataclass(frozen=True)
class Refused(Entry):
    """An SMS that the network or the modem did not take; `code` as in "cms:38"."""

    to: str
    text: str | None
    pdu: str
    code: str


@dataclass(frozen=True)
class Aborted(Entry):
    """A prompt that was left by ESC: `typed` came before it (latin-1)."""

    typed: str


@dataclass(frozen=True)
class Stored(Entry):
    """An incoming PDU that was put into a slot."""

    memory: str
    slot: int
    pdu: str


@dataclass(frozen=True)
class Pushed(Entry):
    """An incoming PDU given to the computer directly (+CMT, +CDS)."""

    pdu: str
    acknowledged: bool
    """True when it needed no +CNMA, or got it."""


@dataclass(frozen=True)
class HandedOut(Entry):
    """A slot that was read (+CMGR, +CMGL)."""

    memory: str
    slot: int
    pdu: str


@dataclass(frozen=True)
class Deleted(Entry):
    """A slot that was freed; `read` tells whether it had been handed out before."""

    memory: str
    slot: int
    pdu: str
    read: bool


@dataclass(frozen=True)
class PinTry(Entry):
    """A PIN or PUK that was tried, and the tries left after it."""

    kind: str
    code: str
    right: bool
    left: int


_E = TypeVar("_E", bound=Entry)


class Ledger:
    """Entries in order of time, safe to ask from any thread; with a `file`, each is a JSON line there too."""

    def __init__(self, clock: Clock, file: Path | None = None) -> None:
        self._clock = clock
        self._changed = threading.Condition()
        self._entries: list[Entry] = []
        self._by_kind: defaultdict[type[Entry], list[Any]] = defaultdict(list)
        self._file = _opened(file) if file else None

    def now(self) -> datetime:
        """The moment for the next entry."""
        return self._clock()

    def add(self, entry: Entry) -> None:
        """Write one entry down."""
        with self._changed:
            self._entries.append(entry)
            self._by_kind[type(entry)].append(entry)
            if self._file is not None:
                self._file.write(_json_line(entry))
            self._changed.notify_all()

    def close(self) -> None:
        """End the file; what was written down can still be asked."""
        with self._changed:
            if self._file is not None:
                self._file.close()
                self._file = None

    def of(self, kind: type[_E]) -> tuple[_E, ...]:
        """All entries of one kind, in order."""
        with self._changed:
            return tuple(self._by_kind[kind])

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything, in order."""
        with self._changed:
            return tuple(self._entries)

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """What the network took."""
        return self.of(Accepted)

    @property
    def refused(self) -> tuple[Refused, ...]:
        """What it did not take."""
        return self.of(Refused)

    @property
    def stored(self) -> tuple[Stored, ...]:
        """What came into slots."""
        return self.of(Stored)

    @property
    def handed_out(self) -> tuple[HandedOut, ...]:
        """What was read from slots."""
        return self.of(HandedOut)

    @property
    def deleted(self) -> tuple[Deleted, ...]:
        """Slots that were freed."""
        return self.of(Deleted)

    @property
    def pin_tries(self) -> tuple[PinTry, ...]:
        """PINs and PUKs that were tried."""
        return self.of(PinTry)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every command line that came."""
        return tuple(entry.line for entry in self.of(CommandLine))

    @property
    def texts(self) -> list[tuple[str, str]]:
        """(number, text) of every whole message that was taken, parts joined, in order of arrival."""
        return whole_texts(self.accepted)

    def wait_for(self, condition: Callable[[Ledger], bool], timeout: float = 10.0) -> bool:
        """Wait until `condition(ledger)` holds; False when it did not within `timeout` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: condition(self), timeout)


def _opened(file: Path) -> IO[str]:
    try:
        return file.open("a", encoding="utf-8", buffering=1)  # a line is there as soon as it is written
    except OSError as error:
        raise InputError(
            say('The ledger cannot be written to "{file}": choose another file.', file=str(file))
        ) from error


def whole_texts(accepted: Iterable[Accepted]) -> list[tuple[str, str]]:
    """Join parts by number and reference as a phone does; messages that lack a part are left out."""
    waiting: dict[tuple[str, int, int], dict[int, str]] = {}
    whole: list[tuple[str, str]] = []
    for sms in accepted:
        if sms.concat is None:
            whole.append((sms.to, sms.text or ""))
            continue
        key = (sms.to, sms.concat.ref, sms.concat.total)
        parts = waiting.setdefault(key, {})
        parts[sms.concat.seq] = sms.text or ""
        if len(parts) == sms.concat.total:
            del waiting[key]
            whole.append((sms.to, join_parts(parts)))
    return whole


def join_parts(parts: dict[int, str]) -> str:
    """The text of all parts in order; a surrogate pair that was cut apart is mended."""
    text = "".join(parts[seq] for seq in sorted(parts))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _json_line(entry: Entry) -> str:
    fields: dict[str, Any] = {"entry": type(entry).__name__, **asdict(entry), "at": stamp(entry.at)}
    return json.dumps(fields) + "\n"


def read_ledger(file: Path) -> list[dict[str, Any]]:
    """The entries of a ledger's file, "entry" naming the kind; a last line cut short is left out."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]
