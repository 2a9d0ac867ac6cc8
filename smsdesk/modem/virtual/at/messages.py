"""How messages are shown and announced (27.005, 3.2, 3.3 and 3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.modem.virtual.at.basic import one_of
from smsdesk.modem.virtual.at.table import Answer, CommandTable, Needs
from smsdesk.modem.virtual.errors import CmsError
from smsdesk.modem.virtual.request import Kind, Request, is_digits
from smsdesk.modem.virtual.settings import Indications, TextParameters

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

TABLE = CommandTable()

NOT_SUPPORTED, TEXT_PARAMETER, NO_ACK_EXPECTED = 303, 305, 340


@TABLE.command("+CMGF")
def message_format(modem: VirtualModem, request: Request) -> Answer:
    """+CMGF: PDU or text mode (27.005, 3.2.3)."""
    if request.kind is Kind.TEST:
        return ("+CMGF: (0,1)",)
    if request.kind is Kind.READ:
        return (f"+CMGF: {int(modem.settings.text_mode)}",)
    modem.settings.text_mode = one_of(request, range(2), 0) == 1
    return ()


@TABLE.command("+CSMS")
def service(modem: VirtualModem, request: Request) -> Answer:
    """+CSMS: phase 2 or phase 2+, where pushed messages want +CNMA (27.005, 3.2.1)."""
    if request.kind is Kind.TEST:
        return ("+CSMS: (0,1)",)
    if request.kind is Kind.READ:
        return (f"+CSMS: {modem.settings.service},1,1,1",)
    level = request.number(0)
    if level not in (0, 1):
        raise CmsError(NOT_SUPPORTED)
    modem.settings.service = level
    return ("+CSMS: 1,1,1",)


@TABLE.command("+CNMI")
def indications(modem: VirtualModem, request: Request) -> Answer:
    """+CNMI: what is announced and how (27.005, 3.4.1); what waited for it comes then."""
    now = modem.settings.indications
    values = [now.mode, now.message, now.broadcast, now.report, now.buffer]
    if request.kind is Kind.TEST:
        return ("+CNMI: (0-3),(0-3),(0,2),(0-2),(0,1)",)
    if request.kind is Kind.READ:
        return ("+CNMI: " + ",".join(map(str, values)),)
    wanted = request.numbers(values) if request.kind is Kind.SET else [0] * 5
    for value, allowed in zip(wanted, ((0, 1, 2, 3), (0, 1, 2, 3), (0, 2), (0, 1, 2), (0, 1)), strict=True):
        if value not in allowed:
            raise CmsError(TEXT_PARAMETER)
    modem.settings.indications = Indications(*wanted)
    if wanted[4]:
        modem.routing.forget_held()
    modem.later(0.0, modem.network.offer_waiting)
    return ()


@TABLE.command("+CNMA", needs=Needs.SMS)
def acknowledge(modem: VirtualModem, request: Request) -> Answer:
    """+CNMA: a pushed message has arrived, or has not (27.005, 3.4.4 and 4.7)."""
    if request.kind is Kind.TEST:
        return ("+CNMA: (0-2)",)
    positive = one_of(request, range(3), 0) != 2
    if not modem.routing.acknowledge(positive=positive):
        raise CmsError(NO_ACK_EXPECTED)
    return ()


@TABLE.command("+CSCA", needs=Needs.SMS)
def centre(modem: VirtualModem, request: Request) -> Answer:
    """+CSCA: the service centre's number (27.005, 3.3.1)."""
    if request.kind is Kind.TEST:
        return ()
    if request.kind is Kind.READ:
        number = modem.sim.centre
        return (f'+CSCA: "{number}",{145 if number.startswith("+") else 129}',)
    number = request.param(0)
    if not is_digits(number.removeprefix("+")) or len(number) > 21:
        raise CmsError(TEXT_PARAMETER)
    modem.sim.centre = number if number.startswith("+") or request.number(1, 129) != 145 else "+" + number
    return ()


@TABLE.command("+CSMP")
def text_parameters(modem: VirtualModem, request: Request) -> Answer:
    """+CSMP: first octet, validity, protocol and data coding of text mode (27.005, 3.3.2)."""
    now = modem.settings.text
    if request.kind is Kind.TEST:
        return ()
    if request.kind is Kind.READ:
        validity = now.validity if is_digits(now.validity) else f'"{now.validity}"'
        return (f"+CSMP: {now.first_octet},{validity},{now.pid},{now.dcs}",)
    first, pid, dcs = (
        request.number(at, old) for at, old in ((0, now.first_octet), (2, now.pid), (3, now.dcs))
    )
    if max(first, pid, dcs) > 255:
        raise CmsError(TEXT_PARAMETER)
    modem.settings.text = TextParameters(first, request.param(1, now.validity), pid, dcs)
    return ()


@TABLE.command("+CSDH")
def show_header(modem: VirtualModem, request: Request) -> Answer:
    """+CSDH: details in text mode (27.005, 3.3.3)."""
    if request.kind is Kind.TEST:
        return ("+CSDH: (0,1)",)
    if request.kind is Kind.READ:
        return (f"+CSDH: {int(modem.settings.show_header)}",)
    modem.settings.show_header = one_of(request, range(2), 0) == 1
    return ()


@TABLE.command("+CMMS")
def more_messages(modem: VirtualModem, request: Request) -> Answer:
    """+CMMS: keep the radio link between messages (27.005, 3.5.6); 1 falls back to 0 when sending pauses."""
    if request.kind is Kind.TEST:
        return ("+CMMS: (0-2)",)
    if request.kind is Kind.READ:
        return (f"+CMMS: {modem.settings.more_messages}",)
    modem.settings.more_messages = one_of(request, range(3), 0)
    return ()


@TABLE.command("+CSCB")
def broadcasts(modem: VirtualModem, request: Request) -> Answer:
    """+CSCB: cell broadcasts, of which there are none (27.005, 3.3.4)."""
    del modem
    if request.kind is Kind.TEST:
        return ("+CSCB: (0,1)",)
    return ('+CSCB: 0,"",""',) if request.kind is Kind.READ else ()
