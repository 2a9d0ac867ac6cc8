"""Sending and writing messages (27.005, 3.5.1 to 3.5.3 and 4.3 to 4.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smsdesk.modem.virtual import address, textmode, tpdu
from smsdesk.modem.virtual.at.storage import reading_memory, slot_at
from smsdesk.modem.virtual.at.table import Answer, CommandTable, Needs, Prompt, Sent, Wait
from smsdesk.modem.virtual.errors import AtError, CmsError
from smsdesk.modem.virtual.ledger import Accepted, Refused
from smsdesk.modem.virtual.request import Kind, Request, is_digits
from smsdesk.modem.virtual.sim import STATUS_NAMES, Slot, Status

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

TABLE = CommandTable()

PDU_PARAMETER, TEXT_PARAMETER, MEMORY_FULL, NO_SERVICE = 304, 305, 322, 331
_NUMBER = re.compile(r"\+[0-9]{1,20}|[0-9*#]{1,20}")
LONG_VALIDITY = 167
"""24 hours (23.040, 9.2.3.12.1): where +CSMP holds no relative one."""
TPDU_LIMIT = 176
"""The longest SMS-SUBMIT: 140 octets of user data, an address of 12, a validity of 7 and the rest."""


@dataclass(frozen=True)
class Draft:
    """What the computer wrote at the prompt: the service centre and the TPDU behind it."""

    pdu: bytes

    @property
    def tpdu(self) -> bytes:
        """Without the service centre."""
        return self.pdu[1 + self.pdu[0] :]


@TABLE.command("+CMGS", needs=Needs.SMS)
def send(modem: VirtualModem, request: Request) -> Answer:
    """+CMGS: send what comes at the prompt."""
    if request.kind is Kind.TEST:
        return ()
    if modem.settings.text_mode:
        number = _number(modem, request)
        return Prompt(lambda body: _submit(modem, _from_text(modem, number, body), body), text_mode=True)
    length = _length(request)
    return Prompt(lambda body: _submit(modem, _from_hex(modem, length, body), body))


@TABLE.command("+CMGW", needs=Needs.SMS)
def write(modem: VirtualModem, request: Request) -> Answer:
    """+CMGW: store what comes at the prompt, in <mem2>."""
    if request.kind is Kind.TEST:
        return ()
    if modem.settings.text_mode:
        number = _number(modem, request)
        status = _status(request.param(2, STATUS_NAMES[Status.STO_UNSENT]))
        return Prompt(lambda body: _store(modem, _from_text(modem, number, body), status), text_mode=True)
    length, stat = _length(request), request.number(1, Status.STO_UNSENT)
    if stat > Status.STO_SENT:
        raise CmsError(PDU_PARAMETER)
    return Prompt(lambda body: _store(modem, _any_hex(length, body), Status(stat)))


@TABLE.command("+CMSS", needs=Needs.SMS)
def send_stored(modem: VirtualModem, request: Request) -> Answer:
    """+CMSS: send what is stored in a slot of <mem1>."""
    if request.kind is Kind.TEST:
        return ()
    memory, index = reading_memory(modem), request.number(0)
    slot = slot_at(memory, index)
    if slot.status not in (Status.STO_UNSENT, Status.STO_SENT):
        raise CmsError(302)
    memory.mark(index, Status.STO_SENT)
    return _submit(modem, Draft(bytes.fromhex(slot.pdu)), slot.pdu.encode(), "+CMSS")


# from the prompt to a draft


def _length(request: Request) -> int:
    length = request.number(0)
    if not 7 <= length <= TPDU_LIMIT:
        raise CmsError(PDU_PARAMETER)
    return length


def _any_hex(length: int, body: bytes) -> Draft:
    """A PDU of any type whose length is as announced (27.005, 4.3)."""
    try:
        pdu = bytes.fromhex(body.decode("ascii"))
    except ValueError:
        raise CmsError(PDU_PARAMETER) from None
    if not pdu or len(pdu) - 1 - pdu[0] != length:
        raise CmsError(PDU_PARAMETER)
    return Draft(pdu)


def _from_hex(modem: VirtualModem, length: int, body: bytes) -> Draft:
    try:
        return _any_hex(length, body)
    except CmsError as error:
        _refuse(modem, "", None, body, error)
        raise


def _number(modem: VirtualModem, request: Request) -> str:
    try:
        number = textmode.read(request.param(0).encode("latin-1"), modem.settings.charset)
    except ValueError:
        raise CmsError(TEXT_PARAMETER) from None
    if request.number(1, 129) == 145 and not number.startswith("+"):
        number = "+" + number
    if not _NUMBER.fullmatch(number):
        raise CmsError(TEXT_PARAMETER)
    return number


def _status(name: str) -> Status:
    if name not in STATUS_NAMES[:4]:
        raise CmsError(TEXT_PARAMETER)
    return Status(STATUS_NAMES.index(name))


def _from_text(modem: VirtualModem, number: str, body: bytes) -> Draft:
    """An SMS-SUBMIT from a text and the parameters of +CSMP."""
    settings = modem.settings
    coding = tpdu.coding_of(settings.text.dcs)
    try:
        text = textmode.read(body.replace(b"\r\n", b"\r"), settings.charset).replace("\r", "\n")
        data, length = tpdu.text_data(text, coding)
    except ValueError as error:
        failure = CmsError(TEXT_PARAMETER)
        _refuse(modem, number, None, body, failure)
        raise failure from error
    first = settings.text.first_octet & 0xE4 | 0x10 | tpdu.MTI_SUBMIT
    validity = int(settings.text.validity) & 0xFF if is_digits(settings.text.validity) else LONG_VALIDITY
    head = bytes([first, 0]) + address.encode_address(number)
    tail = bytes([settings.text.pid, settings.text.dcs, validity, length]) + data
    return Draft(b"\x00" + head + tail)


# from a draft to the network or the memory


def _store(modem: VirtualModem, draft: Draft, status: Status) -> Answer:
    memory = modem.memory(modem.settings.memories[1])
    if memory is None or memory.full:
        raise CmsError(MEMORY_FULL)
    return (f"+CMGW: {memory.put(Slot(status, draft.pdu.hex().upper()))}",)


def _submit(modem: VirtualModem, draft: Draft, body: bytes, name: str = "+CMGS") -> Answer:
    try:
        sms = tpdu.decode_submit(draft.tpdu)
    except (ValueError, IndexError):
        error = CmsError(PDU_PARAMETER)
        _refuse(modem, "", None, body, error)
        raise error from None
    try:
        modem.engine.strike("body", sms.to)
        if not modem.registration.served:
            raise CmsError(NO_SERVICE)
    except AtError as error:
        refusal = error
        return Wait(modem.sending_time(), lambda: _refused(modem, sms, body, refusal))
    return Wait(modem.sending_time(), lambda: _accept(modem, sms, draft, name))


def _refused(modem: VirtualModem, sms: tpdu.Submit, body: bytes, refusal: AtError) -> Answer:
    _refuse(modem, sms.to, sms.text, body, refusal)
    raise refusal


def _accept(modem: VirtualModem, sms: tpdu.Submit, draft: Draft, name: str) -> Answer:
    reference = modem.next_reference
    modem.next_reference = (reference + 1) % 256
    entry = Accepted(
        modem.ledger.now(), sms.to, sms.text, reference, draft.pdu.hex().upper(), draft.tpdu.hex().upper(),
        sms.concat, sms.coding.value, sms.report,
    )  # fmt: skip
    modem.ledger.add(entry)
    faults = modem.faults
    statuses = None if faults.none else faults.report_statuses(name, sms.to)
    early, twice = (
        (False, False) if faults.none else (faults.has("reports-early"), faults.has("reports-twice"))
    )
    modem.network.took(sms, reference, statuses, early=early, twice=twice)
    return Sent((f"{name}: {reference}",), sms.to)


def _refuse(modem: VirtualModem, to: str, text: str | None, body: bytes, error: AtError) -> None:
    modem.ledger.add(Refused(modem.ledger.now(), to, text, body.decode("latin-1"), error.code))
