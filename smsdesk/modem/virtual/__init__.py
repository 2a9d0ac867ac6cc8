"""The built-in virtual modem and the little network behind it: everything a program needs of it is here.

In this process, behind a pyserial port::

    register()                                             # once: teaches pyserial virtual://
    port = serial.serial_for_url("virtual://desk?latency=0.2&reports=1&pin=1234&fault=lose-answer@3")
    modem = modem_named("desk")                            # running; made at the first open ...
    modem = create("desk", VirtualConfig(latency=0.2))     # ... or before it
    forget("desk")                                         # ends it, no thread is left

For other programs::

    modem = VirtualModem(VirtualConfig(seed=7))
    with serve_pty(modem, "/tmp/modem"): ...               # a link to a pseudo-terminal
    with serve_tcp(modem) as (host, port): ...             # loopback; pyserial: socket://host:port
    modem.close()

What a test or the demo does with it, from any thread::

    modem.network.deliver("+33639980001", "Bonjour")       # somebody writes to us (after=seconds)
    modem.network.deliver_raw(pdu_hex)                     # any PDU, or garbage
    modem.network.deliver_data("+33...", b"...")           # 8-bit data
    modem.network.answer("+3363998*", "Merci", after=2.0)  # numbers of this pattern answer; "*" everybody
    modem.network.answer("*", lambda text: text.upper())   # a function may answer; None: no answer
    modem.network.set_registration(Registration.SEARCHING)
    modem.network.waiting                                  # PDUs that the SIM has no room for
    modem.faults.add("refuse=cms:38@2"); modem.faults.clear()      # faults.py lists them all
    modem.ledger.accepted, .refused, .texts, .stored, .handed_out, .deleted, .pin_tries, .lines, .entries
    modem.ledger.wait_for(lambda ledger: len(ledger.accepted) == 20, timeout=10)
    modem.sim.memory.listing()                             # [(slot number, Slot(status, pdu))]
    modem.unplug(); modem.replug(); modem.hang()

A latency of 0 costs no thread: the modem answers within the port's `write`.
"""

from smsdesk.modem.virtual.config import Identity, VirtualConfig, config_from_query
from smsdesk.modem.virtual.faults import Faults
from smsdesk.modem.virtual.ledger import Accepted, Ledger, Refused, read_ledger
from smsdesk.modem.virtual.modem import VirtualModem
from smsdesk.modem.virtual.network import Network, Registration
from smsdesk.modem.virtual.pty_port import serve_pty
from smsdesk.modem.virtual.registry import check_url, create, forget, modem_named, network_of, register
from smsdesk.modem.virtual.sim import SimCard
from smsdesk.modem.virtual.tcp_port import serve_tcp

__all__ = [
    "Accepted",
    "Faults",
    "Identity",
    "Ledger",
    "Network",
    "Refused",
    "Registration",
    "SimCard",
    "VirtualConfig",
    "VirtualModem",
    "check_url",
    "config_from_query",
    "create",
    "forget",
    "modem_named",
    "network_of",
    "read_ledger",
    "register",
    "serve_pty",
    "serve_tcp",
]
