"""Where an incoming message goes: a slot, the computer directly, or back to the network (27.005, 3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.modem.virtual.agenda import Due
from smsdesk.modem.virtual.ledger import Pushed, Stored
from smsdesk.modem.virtual.network import Incoming
from smsdesk.modem.virtual.sim import Slot, Status
from smsdesk.modem.virtual.textmode import pushed_lines

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

NOT_ANNOUNCED, ANNOUNCED, PUSHED = 0, 1, 2
"""<mt> of +CNMI (27.005, 3.4.1); 3 pushes class 3 and announces the rest."""
REPORT_PUSHED, REPORT_STORED = 1, 2
"""<ds> of +CNMI."""


class Routing:
    """One modem's way in; the modem's lock covers every call."""

    def __init__(self, modem: VirtualModem) -> None:
        self._modem = modem
        self._held: list[tuple[str, ...]] = []
        self._unacknowledged: Incoming | None = None
        self._timer: Due | None = None

    def reset(self) -> None:
        """Power was lost: what was pushed and not acknowledged is still the network's."""
        self._held.clear()
        self._stop_timer()
        if self._unacknowledged is not None:
            self._modem.network.give_back(self._unacknowledged)
            self._unacknowledged = None

    def take(self, incoming: Incoming) -> bool:
        """Store or push a PDU; False: there is no room now, or one is waiting for +CNMA."""
        return self._take_report(incoming) if incoming.is_report else self._take_message(incoming)

    def _take_message(self, incoming: Incoming) -> bool:
        wanted = self._modem.settings.indications.message
        if self._modem.faults.has("no-urc"):
            wanted = NOT_ANNOUNCED
        direct = wanted == PUSHED and incoming.message_class != 2
        if direct or (wanted == 3 and incoming.message_class == 3):
            return self._push("+CMT", incoming)
        name = self._modem.settings.memories[2]
        return self._store(incoming, name, "+CMTI" if wanted else "")

    def _take_report(self, incoming: Incoming) -> bool:
        wanted = self._modem.settings.indications.report
        silent = self._modem.faults.has("no-urc")
        if wanted == REPORT_PUSHED and not silent:
            return self._push("+CDS", incoming)
        if wanted in (REPORT_PUSHED, REPORT_STORED):
            return self._store(incoming, self._modem.config.report_memory, "" if silent else "+CDSI")
        return True

    def _store(self, incoming: Incoming, name: str, announcement: str) -> bool:
        memory = self._modem.memory(name)
        if memory is None or memory.full or (name == "SM" and self._modem.faults.has("sim-full")):
            return False
        slot = memory.put(Slot(Status.REC_UNREAD, incoming.pdu))
        self._modem.ledger.add(Stored(self._modem.ledger.now(), name, slot, incoming.pdu))
        if announcement:
            self._announce(f'{announcement}: "{name}",{slot}')
        return True

    def _push(self, code: str, incoming: Incoming) -> bool:
        if self._unacknowledged is not None:
            return False
        self._announce(*pushed_lines(code, incoming.pdu, self._modem.settings))
        needs_ack = self._modem.settings.service == 1
        self._modem.ledger.add(Pushed(self._modem.ledger.now(), incoming.pdu, not needs_ack))
        if needs_ack:
            self._unacknowledged = incoming
            self._timer = self._modem.agenda.after(self._modem.config.ack_timeout, self._not_acknowledged)
        return True

    def acknowledge(self, *, positive: bool) -> bool:
        """+CNMA came; False when none is expected."""
        incoming, self._unacknowledged = self._unacknowledged, None
        self._stop_timer()
        if incoming is None:
            return False
        if positive:
            self._modem.ledger.add(Pushed(self._modem.ledger.now(), incoming.pdu, acknowledged=True))
        else:
            self._modem.network.give_back(incoming)
        self._modem.agenda.after(0.0, self._modem.network.offer_waiting)
        return True

    def _not_acknowledged(self) -> None:
        """Stop pushing, as 27.005 (3.4.4) asks, and let the network try again."""
        indications = self._modem.settings.indications
        indications.message = indications.report = 0
        self.acknowledge(positive=False)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _announce(self, *lines: str) -> None:
        """Announce now, or hold it back: at the prompt, and where <mode> 0 asks for it."""
        waits = self._modem.engine.at_prompt and not self._modem.faults.has("urc-anywhere")
        if waits or self._modem.settings.indications.mode == 0:
            self._held.append(lines)
        else:
            self._modem.announce(*lines)

    def release(self) -> None:
        """Announce what was held back, unless <mode> 0 still asks for that."""
        if self._held and self._modem.settings.indications.mode and not self._modem.engine.at_prompt:
            held, self._held = self._held, []
            for lines in held:
                self._modem.announce(*lines)

    def forget_held(self) -> None:
        """Drop what was held back (<bfr> 1)."""
        self._held.clear()
