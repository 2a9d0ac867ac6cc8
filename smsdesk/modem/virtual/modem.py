"""The virtual modem: one SIM, one line, one network, and the lock that covers them."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass

from smsdesk.modem.virtual.agenda import Agenda
from smsdesk.modem.virtual.config import VirtualConfig
from smsdesk.modem.virtual.engine import Engine
from smsdesk.modem.virtual.faults import Faults
from smsdesk.modem.virtual.ledger import Ledger
from smsdesk.modem.virtual.network import Incoming, Network, Registration
from smsdesk.modem.virtual.routing import Routing
from smsdesk.modem.virtual.settings import Settings
from smsdesk.modem.virtual.sim import Memory, Sim, SimCard, SimState
from smsdesk.modem.virtual.wire import BOOT_LINES, Wire

LINK_KEPT_S = 5.0
"""How long the radio link is kept for the next message (27.005, 3.5.6: 1 to 5 seconds)."""


@dataclass(frozen=True)
class Plug:
    """The computer's end of the line, called under the modem's lock: neither may block."""

    hear: Callable[[bytes], None]
    """Bytes from the modem."""
    hang_up: Callable[[], None]
    """The modem was pulled out."""


class VirtualModem:
    """A modem that runs until `close`. All public methods may be called from any thread."""

    def __init__(self, config: VirtualConfig | None = None, name: str = "virtual") -> None:
        self.config = config or VirtualConfig()
        self.name = name
        self._lock = threading.RLock()
        self.agenda = Agenda(self._lock, f"virtual modem {name}", self.config.monotonic, self._flush)
        chance = random.Random(self.config.seed)  # noqa: S311 - seeded on purpose
        self.faults = Faults(chance, self._faults_changed)
        self.faults.load(self.config.faults)
        self.ledger = Ledger(self.config.clock, self.config.ledger_file)
        self.wire = Wire(self.faults, chance)
        self.settings = Settings()
        self.sim = Sim(self.config.card, self.config.first_slot)
        self.equipment = Memory("ME", self.config.equipment_capacity, self.config.first_slot)
        self.reports = Memory("SR", self.config.equipment_capacity, self.config.first_slot)
        self.next_reference = self.config.first_reference
        self.link_kept_until = 0.0
        self.plugged = True
        self._hung = False
        self._inside = False
        self._said = bytearray()
        self._plug: Plug | None = None
        self._watchers: list[Callable[[bool], None]] = []
        self.network = Network(self.config, self.agenda, self)
        self.routing = Routing(self)
        self._told_registration: Registration | None = None
        self.engine = Engine(self)

    # what tests, servers and the demo do

    def attach(self, plug: Plug) -> bool:
        """Connect the computer; False when the modem is unplugged or another port holds it."""
        with self._lock:
            if not self.plugged or self._plug is not None:
                return False
            self._plug = plug
            if self.faults.has("boot-noise"):
                self.say(self.wire.noise(8) + "".join(f"\r\n{line}\r\n" for line in BOOT_LINES).encode())
            self._settle()
            return True

    def detach(self, plug: Plug) -> None:
        """The computer closed its port; what the modem says now is lost, as on a real line."""
        with self._lock:
            if self._plug is plug:
                self._plug = None

    def receive(self, data: bytes) -> None:
        """Bytes from the computer."""
        with self._lock:
            if self.alive:
                self._inside = True
                try:
                    self.engine.receive(data)
                finally:
                    self._inside = False
                self._settle()

    def unplug(self) -> None:
        """Pull the modem out: the port is gone, and so is everything it had not written to the SIM."""
        with self._lock:
            if not self.plugged:
                return
            self._flush()
            self.plugged = False
            self._power_off()
            plug, self._plug = self._plug, None
            if plug is not None:
                plug.hang_up()
            self._tell_watchers()

    def replug(self, card: SimCard | None = None) -> None:
        """Put it in again, with another SIM if given: it starts anew, asks for the PIN, gets what waited.

        One that is plugged in is pulled out first.
        """
        with self._lock:
            self.unplug()
            if card is not None:
                self.sim = Sim(card, self.config.first_slot)
            self.plugged = True
            self._power_off()
            self._tell_watchers()
            self.network.offer_waiting()
            self._settle()

    def watch_plug(self, watcher: Callable[[bool], None]) -> Callable[[], None]:
        """Call `watcher(plugged)` at each change, under the modem's lock; the answer ends that."""
        with self._lock:
            self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def hang(self, seconds: float | None = None) -> None:
        """Say nothing and hear nothing any more: for so long, or until it is plugged in again."""
        with self._lock:
            self._hung = True
            self.engine.reset()
            if seconds is not None:
                self.later(seconds, self._unhang)

    def close(self) -> None:
        """End it: no event comes any more, no thread is left, the ledger's file is closed."""
        with self._lock:
            self._plug = None
        self.agenda.close()
        self.ledger.close()

    def within(self, action: Callable[[], None]) -> None:
        """Do something under the modem's lock, then let the modem say what it has to."""
        with self._lock:
            outermost, self._inside = not self._inside, True
            try:
                action()
            finally:
                self._inside = not outermost
            if outermost:
                self._settle()

    # what the engine and the commands use, under the lock

    @property
    def alive(self) -> bool:
        """Whether it hears and answers."""
        return self.plugged and not self._hung

    @property
    def sim_state(self) -> SimState:
        """What the SIM asks for, faults included."""
        broken = self.faults.value("sim") if not self.faults.none else None
        return SimState(broken) if broken else self.sim.state

    @property
    def registration(self) -> Registration:
        """How the network has the modem, as far as SIM, radio and faults let it."""
        if self.settings.function != 1 or self.sim_state is not SimState.READY:
            return Registration.OFF
        forced = self.faults.value("registration") if not self.faults.none else None
        return Registration[forced.upper()] if forced else self.network.registration

    @property
    def signal(self) -> int:
        """<rssi> of +CSQ."""
        forced = self.faults.value("signal") if not self.faults.none else None
        if forced is not None:
            return int(forced)
        return self.network.signal if self.registration.served else 99

    def memory(self, name: str) -> Memory | None:
        """A message memory by its name."""
        return {"SM": self.sim.memory, "ME": self.equipment, "SR": self.reports}.get(name)

    def say(self, data: bytes) -> None:
        """Bytes for the computer, sent when the present step ends."""
        if self._plug is not None and self.alive:
            self._said += data

    def sending_time(self) -> float:
        """Seconds that the network takes for an SMS now, and keep the radio link where +CMMS asks for it."""
        now = self.config.monotonic()
        seconds = self.config.latency + (0.0 if now < self.link_kept_until else self.config.link_setup)
        self.link_kept_until = now + seconds + LINK_KEPT_S if self.settings.more_messages else 0.0
        return seconds

    def announce(self, *lines: str) -> None:
        """An unsolicited result code, with its payload line where it has one."""
        self.say("".join(f"\r\n{line}" for line in lines).encode("latin-1", "replace") + b"\r\n")

    def noise_lines(self) -> None:
        """A burst of unsolicited lines, where a fault asks for it."""
        if self.faults.none:
            return
        for _ in range(int(self.faults.value("urc-anywhere") or 0)):
            self.announce(self.wire.noise_line())

    def later(self, seconds: float, action: Callable[[], None]) -> None:
        """Do something in a while, unless the modem loses its power before."""
        born = self.settings

        def act() -> None:
            if self.settings is born:
                action()

        self.agenda.after(seconds, act)

    def command_ended(self) -> None:
        """A command line is done: what was held back for it comes now."""
        self.routing.release()

    def restart(self) -> None:
        """Start anew without losing the line (+CFUN=1,1)."""
        self._power_off()
        self.agenda.after(0.0, self.network.offer_waiting)

    def take(self, incoming: Incoming) -> bool:
        """Take a PDU from the network, where it can."""
        return self.alive and self.registration.served and self.routing.take(incoming)

    # inside

    def _power_off(self) -> None:
        self._hung = False
        self.settings = Settings()
        self.engine.reset()
        self.routing.reset()
        self.sim.power_off()

    def _unhang(self) -> None:
        self._hung = False
        self.network.offer_waiting()

    def _tell_watchers(self) -> None:
        for watcher in list(self._watchers):
            watcher(self.plugged)

    def _faults_changed(self) -> None:
        self.within(self.network.offer_waiting)

    def _settle(self) -> None:
        self.agenda.run_due()
        self._flush()

    def _flush(self) -> None:
        if self._told_registration is not self.registration:
            self._tell_registration()
        if self._said:
            said = bytes(self._said)
            self._said.clear()
            if self._plug is not None:
                for piece in self.wire.pieces(said):
                    self._plug.hear(piece)

    def _tell_registration(self) -> None:
        known, self._told_registration = self._told_registration, self.registration
        if known is None:
            return
        for name, mode in self.settings.registration_reports.items():
            place = ',"00C3","0000A1B2"' if mode == 2 and self.registration.served else ""
            if mode:
                self.announce(f"{name}: {int(self.registration)}{place}")
