"""Modems that are found by themselves: looks at the ports, and again whenever one comes or goes."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable

from smsdesk.modem.discovery import FoundPort, discover
from smsdesk.modem.ports import Surroundings, candidates
from smsdesk.modem.probing import PortKind

log = logging.getLogger(__name__)

LOOK_EVERY_S = 2.0
"""How soon a modem that was just plugged in is noticed; the look itself only lists names."""
ASK_AGAIN_S = 30.0
"""A port that was busy or a modem that was still starting is asked again without anything being plugged."""
STARTS_WITHIN_S = 25.0
"""A USB modem answers 10 to 20 s after it got its power: meanwhile a silent port is asked again soon."""
ASK_SOON_S = 5.0

Locate = Callable[[], str | None]
"""Where the same modem is now; None: nowhere."""
Found = Callable[[str, Locate], None]
"""Gets the port of a modem that was not known yet; called on the finder's thread."""


class ModemFinder:
    """Tells `found` once of each modem (by IMEI); where a replugged one went its `Locate` tells."""

    def __init__(
        self,
        found: Found,
        look: Callable[[], Iterable[FoundPort]] | None = None,
        names: Callable[[], frozenset[str]] | None = None,
    ) -> None:
        self._found = found
        self._look = look or (lambda: discover(ending=self._stopping.is_set))
        self._names = names or _port_names
        self._known: set[str] = set()
        self._seen: frozenset[str] | None = None
        self._asked_at = 0.0
        self._looking = True
        self._silent = False
        self._began = time.monotonic()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="modem finder", daemon=True)

    def start(self) -> None:
        """Look from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Stop looking; a look under way ends first."""
        self._stopping.set()
        self._thread.join()

    @property
    def expectant(self) -> bool:
        """Whether a modem may be found soon: a look is under way, or a silent port may be starting."""
        return self._looking or self._starting

    @property
    def _starting(self) -> bool:
        return self._silent and time.monotonic() < self._began + STARTS_WITHIN_S

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._look_if_worthwhile()
            except OSError as refused:
                log.warning("the ports cannot be listed: %s", refused)
            self._stopping.wait(LOOK_EVERY_S)

    def _look_if_worthwhile(self) -> None:
        names = self._names()
        patience = ASK_SOON_S if self._starting else ASK_AGAIN_S
        again = not self._known and names and time.monotonic() - self._asked_at > patience
        if names == self._seen and not again:
            return
        self._looking = True
        ports = tuple(self._look())
        self._silent = any(port.kind is PortKind.SILENT for port in ports)
        for port in ports:
            if port.usable and _identity(port) not in self._known:
                self._known.add(_identity(port))
                self._found(port.url, self._locator(_identity(port)))
        self._seen, self._asked_at = names, time.monotonic()
        self._looking = False

    def _locator(self, identity: str) -> Locate:
        def locate() -> str | None:
            return next((port.url for port in self._look() if _identity(port) == identity), None)

        return locate


def _identity(port: FoundPort) -> str:
    """What stays the same when the port is renamed; a modem that hides its IMEI is known by its port."""
    return port.imei or port.url


def _port_names() -> frozenset[str]:
    return frozenset(candidate.url for candidate in candidates(Surroundings()))
