"""The SIM: its identity, PIN and PUK with their counters, the message slots and the phone book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum

PIN_TRIES, PUK_TRIES = 3, 10
"""Tries before a SIM asks for the PUK, and before it is dead (ETSI TS 102 221, 9.5)."""


class SimState(Enum):
    """What +CPIN? answers; None of the errors where the SIM cannot even say that."""

    READY = "READY"
    PIN = "SIM PIN"
    PUK = "SIM PUK"
    ABSENT = "absent"
    FAILURE = "failure"
    BUSY = "busy"
    WRONG = "wrong"


SIM_ERRORS = {
    SimState.PIN: 11, SimState.PUK: 12, SimState.ABSENT: 10, SimState.FAILURE: 13, SimState.BUSY: 14,
    SimState.WRONG: 15,
}  # fmt: skip
"""The +CME ERROR of a command that needs the SIM."""


class Status(IntEnum):
    """Where a stored message stands (27.005, 3.1, <stat>)."""

    REC_UNREAD = 0
    REC_READ = 1
    STO_UNSENT = 2
    STO_SENT = 3


STATUS_NAMES = ("REC UNREAD", "REC READ", "STO UNSENT", "STO SENT", "ALL")
ALL = 4


@dataclass(frozen=True)
class Slot:
    """One stored PDU in upper-case hex (with its service centre), and where it stands."""

    status: Status
    pdu: str


class Memory:
    """A message memory with numbered slots; not thread-safe, the modem's lock covers it."""

    def __init__(self, name: str, capacity: int, first: int = 1) -> None:
        self.name = name
        self.capacity = capacity
        self.first = first
        self._slots: dict[int, Slot] = {}

    @property
    def used(self) -> int:
        """How many slots are taken."""
        return len(self._slots)

    @property
    def full(self) -> bool:
        """Whether the next message finds no room."""
        return self.used >= self.capacity

    @property
    def last(self) -> int:
        """The highest slot number."""
        return self.first + self.capacity - 1

    def put(self, slot: Slot) -> int:
        """Fill the lowest free slot and tell its number; the caller made sure there is one."""
        index = next(n for n in range(self.first, self.last + 1) if n not in self._slots)
        self._slots[index] = slot
        return index

    def get(self, index: int) -> Slot | None:
        """What is in a slot."""
        return self._slots.get(index)

    def mark(self, index: int, status: Status) -> None:
        """Change the status of a taken slot."""
        self._slots[index] = replace(self._slots[index], status=status)

    def take(self, index: int) -> Slot | None:
        """Free a slot and tell what was in it."""
        return self._slots.pop(index, None)

    def listing(self) -> list[tuple[int, Slot]]:
        """All taken slots by number."""
        return sorted(self._slots.items())


@dataclass(frozen=True)
class SimCard:
    """What is printed on and written in a SIM when it is made. An empty `pin` means none is asked for."""

    iccid: str = "8933010000001234567F"
    imsi: str = "208010012345678"
    own_number: str = "+33639980000"
    centre: str = "+33609001390"
    pin: str = ""
    puk: str = "12345678"
    capacity: int = 30
    phone_book: Mapping[str, str] = field(default_factory=dict)
    """Name to number."""


class Sim:
    """The state of one SIM: it outlives unplugging, as the card does."""

    def __init__(self, card: SimCard, first_slot: int = 1) -> None:
        self.card = card
        self.pin = card.pin or "0000"
        self.lock_on = bool(card.pin)
        self.verified = False
        self.pin_left = PIN_TRIES
        self.puk_left = PUK_TRIES
        self.centre = card.centre
        self.memory = Memory("SM", card.capacity, first_slot)
        self.phone_book = dict(enumerate(card.phone_book.items(), 1))
        self.condition: SimState | None = None
        """ABSENT, FAILURE, BUSY or WRONG while something is the matter with the card."""

    @property
    def state(self) -> SimState:
        """What the SIM asks for now."""
        if self.condition is not None:
            return self.condition
        if self.pin_left == 0:
            return SimState.PUK if self.puk_left else SimState.FAILURE
        return SimState.PIN if self.lock_on and not self.verified else SimState.READY

    def power_off(self) -> None:
        """The next use asks for the PIN again; counters stay."""
        self.verified = False

    def try_pin(self, pin: str) -> bool:
        """Compare a PIN and count; the state tells what is asked for next."""
        right = pin == self.pin
        self.pin_left = PIN_TRIES if right else max(0, self.pin_left - 1)
        self.verified = self.verified or right
        if self.pin_left == 0:
            self.verified = False
        return right

    def try_puk(self, puk: str, new_pin: str) -> bool:
        """Compare a PUK and count; when right, the new PIN holds and is verified."""
        if puk != self.card.puk:
            self.puk_left -= 1
            return False
        self.puk_left, self.pin_left, self.pin, self.verified = PUK_TRIES, PIN_TRIES, new_pin, True
        return True
