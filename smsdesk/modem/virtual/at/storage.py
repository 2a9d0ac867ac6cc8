"""Reading, listing and deleting stored messages (27.005, 3.2.2, 3.4.2, 3.4.3 and 3.5.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.modem.virtual import textmode
from smsdesk.modem.virtual.at.basic import one_of
from smsdesk.modem.virtual.at.table import Answer, CommandTable, Needs
from smsdesk.modem.virtual.errors import CmsError
from smsdesk.modem.virtual.ledger import Deleted, HandedOut
from smsdesk.modem.virtual.request import Kind, Request
from smsdesk.modem.virtual.sim import ALL, STATUS_NAMES, Memory, Slot, Status

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

TABLE = CommandTable()

NOT_ALLOWED, TEXT_PARAMETER, INVALID_INDEX = 302, 305, 321
MEMORIES = '("SM","ME","SR"),("SM","ME"),("SM","ME")'
_DELETED_BY = (
    (), (Status.REC_READ,), (Status.REC_READ, Status.STO_SENT),
    (Status.REC_READ, Status.STO_SENT, Status.STO_UNSENT), tuple(Status),
)  # fmt: skip
"""What each <delflag> of +CMGD deletes (27.005, 3.5.4)."""


@TABLE.command("+CPMS", needs=Needs.SMS)
def memories(modem: VirtualModem, request: Request) -> Answer:
    """+CPMS: the memories to read from, write to and receive into (27.005, 3.2.2)."""
    settings = modem.settings
    if request.kind is Kind.TEST:
        return (f"+CPMS: {MEMORIES}",)
    if request.kind is Kind.READ:
        uses = (f'"{name}",{_counts(modem, name)}' for name in settings.memories)
        return ("+CPMS: " + ",".join(uses),)
    wanted = request.params or settings.memories
    if len(wanted) > 3 or not wanted[0]:
        raise CmsError(TEXT_PARAMETER)
    for index, name in enumerate(wanted):
        if name not in ("SM", "ME", "SR") or (name == "SR" and index):
            raise CmsError(NOT_ALLOWED)
    settings.memories[: len(wanted)] = wanted
    modem.later(0.0, modem.network.offer_waiting)
    return ("+CPMS: " + ",".join(_counts(modem, name) for name in settings.memories),)


def _counts(modem: VirtualModem, name: str) -> str:
    memory = modem.memory(name)
    assert memory is not None
    used = memory.capacity if name == "SM" and modem.faults.has("sim-full") else memory.used
    return f"{used},{memory.capacity}"


def reading_memory(modem: VirtualModem) -> Memory:
    """The memory of <mem1>."""
    memory = modem.memory(modem.settings.memories[0])
    assert memory is not None
    return memory


def slot_at(memory: Memory, index: int) -> Slot:
    """What is in a slot; +CMS ERROR 321 when nothing is or there is no such slot."""
    slot = memory.get(index)
    if slot is None:
        raise CmsError(INVALID_INDEX)
    return slot


def _hand_out(modem: VirtualModem, memory: Memory, index: int, slot: Slot) -> None:
    modem.ledger.add(HandedOut(modem.ledger.now(), memory.name, index, slot.pdu))
    if slot.status is Status.REC_UNREAD and not modem.faults.has("marks-nothing"):
        memory.mark(index, Status.REC_READ)


@TABLE.command("+CMGR", needs=Needs.SMS)
def read_message(modem: VirtualModem, request: Request) -> Answer:
    """+CMGR: one message; it is read from then on (27.005, 3.4.3 and 4.2)."""
    if request.kind is Kind.TEST:
        return ()
    memory, index = reading_memory(modem), request.number(0)
    slot = slot_at(memory, index)
    _hand_out(modem, memory, index, slot)
    return textmode.stored_lines("+CMGR", slot, modem.settings)


@TABLE.command("+CMGL", needs=Needs.SMS)
def list_messages(modem: VirtualModem, request: Request) -> Answer:
    """+CMGL: all messages of one status, or of every one (27.005, 3.4.2 and 4.1)."""
    text_mode = modem.settings.text_mode
    if request.kind is Kind.TEST:
        names = ",".join(f'"{name}"' for name in STATUS_NAMES)
        return (f"+CMGL: ({names if text_mode else '0-4'})",)
    wanted = _wanted_status(request, text_mode=text_mode)
    memory, lines = reading_memory(modem), list[str]()
    for index, slot in memory.listing():
        if wanted in (ALL, slot.status):
            _hand_out(modem, memory, index, slot)
            lines += textmode.stored_lines("+CMGL", slot, modem.settings, f"{index},")
    return lines


def _wanted_status(request: Request, *, text_mode: bool) -> int:
    if not text_mode:
        return one_of(request, range(ALL + 1), 0)
    name = request.param(0, STATUS_NAMES[0])
    if name not in STATUS_NAMES:
        raise CmsError(TEXT_PARAMETER)
    return STATUS_NAMES.index(name)


@TABLE.command("+CMGD", needs=Needs.SMS)
def delete(modem: VirtualModem, request: Request) -> Answer:
    """+CMGD: one message, or those that <delflag> names (27.005, 3.5.4)."""
    memory = reading_memory(modem)
    if request.kind is Kind.TEST:
        taken = ",".join(str(index) for index, _ in memory.listing())
        return (f"+CMGD: ({taken}),(0-4)",)
    index, flag = request.number(0), one_of(request, range(5), 0, index=1)
    if flag == 0:
        if not memory.first <= index <= memory.last:
            raise CmsError(INVALID_INDEX)
        gone = [index]
    else:
        gone = [n for n, slot in memory.listing() if slot.status in _DELETED_BY[flag]]
    for n in gone:
        _delete(modem, memory, n)
    modem.later(0.0, modem.network.offer_waiting)
    return ()


def _delete(modem: VirtualModem, memory: Memory, index: int) -> None:
    slot = memory.take(index)
    if slot is not None:
        read = slot.status is not Status.REC_UNREAD
        modem.ledger.add(Deleted(modem.ledger.now(), memory.name, index, slot.pdu, read))
