"""Network, signal, USSD and the SIM's numbers (27.007, 7 and 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.modem.virtual import alphabet, textmode
from smsdesk.modem.virtual.at.basic import one_of
from smsdesk.modem.virtual.at.table import Answer, CommandTable, Needs
from smsdesk.modem.virtual.errors import AtError, CmeError
from smsdesk.modem.virtual.request import Kind, Request

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

TABLE = CommandTable()

LAST_OPERATOR_FORMAT = 2
INVALID_INDEX, NOT_FOUND = 21, 22


@TABLE.command("+CSQ")
def signal(modem: VirtualModem, request: Request) -> Answer:
    """+CSQ: strength from 0 to 31, 99 unknown (27.007, 8.5)."""
    return ("+CSQ: (0-31,99),(0-7,99)",) if request.kind is Kind.TEST else (f"+CSQ: {modem.signal},99",)


@TABLE.command("+CREG", "+CGREG", "+CEREG")
def registration(modem: VirtualModem, request: Request) -> Answer:
    """+CREG and its sisters: how the network has us, and whether changes are told (27.007, 7.2)."""
    name, known = request.name, modem.settings.registration_reports
    if request.kind is Kind.TEST:
        return (f"{name}: (0-2)",)
    if request.kind is Kind.READ:
        mode, state = known.get(name, 0), modem.registration
        place = ',"00C3","0000A1B2"' if mode == 2 and state.served else ""
        return (f"{name}: {mode},{int(state)}{place}",)
    known[name] = one_of(request, range(3), 0)
    return ()


@TABLE.command("+CGATT", needs=Needs.SIM)
def attachment(modem: VirtualModem, request: Request) -> Answer:
    """+CGATT: attached to packet service while the network serves us (27.007, 10.1.9)."""
    if request.kind is Kind.TEST:
        return ("+CGATT: (0,1)",)
    return (f"+CGATT: {int(modem.registration.served)}",) if request.kind is Kind.READ else ()


@TABLE.command("+COPS", needs=Needs.SIM)
def operator(modem: VirtualModem, request: Request) -> Answer:
    """+COPS: the operator in one of three formats, and the search for others (27.007, 7.3)."""
    settings = modem.settings
    if request.kind is Kind.TEST:
        return (f"+COPS: (2,{_operator(modem, 0)},{_operator(modem, 1)},{_operator(modem, 2)}),,(0-4),(0-2)",)
    if request.kind is Kind.READ:
        if not modem.registration.served:
            return (f"+COPS: {settings.operator_mode}",)
        form = settings.operator_format
        return (f"+COPS: {settings.operator_mode},{form},{_operator(modem, form)}",)
    mode = one_of(request, range(5), 0)
    settings.operator_format = one_of(request, range(LAST_OPERATOR_FORMAT + 1), settings.operator_format, 1)
    if mode != 3:
        settings.operator_mode = mode
    return ()


def _operator(modem: VirtualModem, form: int) -> str:
    name = modem.network.operator
    if form == LAST_OPERATOR_FORMAT:
        return f'"{modem.network.operator_code}"'  # digits, whatever +CSCS says
    shown = name if form == 0 else name.replace(" ", "")[:8]
    return f'"{textmode.written(shown, modem.settings.charset)}"'


@TABLE.command("+CUSD", needs=Needs.SIM)
def ussd(modem: VirtualModem, request: Request) -> Answer:
    """+CUSD: a code to the network; its text comes as an unsolicited line (27.007, 7.15)."""
    if request.kind is Kind.TEST:
        return ("+CUSD: (0-2)",)
    if request.kind is Kind.READ:
        return (f"+CUSD: {modem.settings.ussd_reports}",)
    modem.settings.ussd_reports = one_of(request, range(3), 0)
    typed = request.param(1)
    if not typed:
        return ()
    if not modem.registration.served:
        raise CmeError(30)
    code = _ussd_code(typed, modem.settings.charset)
    modem.later(modem.config.latency, lambda: _tell_ussd(modem, code))
    return ()


def _ussd_code(typed: str, charset: str) -> str:
    """The code as dialled; plain digits are understood in every character set, as by most modems."""
    if set(typed) <= set("0123456789*#") and "#" in typed:
        return typed
    try:
        return textmode.read(typed.encode("latin-1"), charset)
    except ValueError:
        raise AtError from None


def _tell_ussd(modem: VirtualModem, code: str) -> None:
    if not modem.settings.ussd_reports:
        return
    text = modem.network.ussd.get(code)
    if text is None:
        modem.announce("+CUSD: 4")
        return
    scheme = 15 if alphabet.fits_gsm7(text) else 72
    modem.announce(f'+CUSD: 0,"{textmode.written(text, modem.settings.charset)}",{scheme}')


@TABLE.command("+CNUM", needs=Needs.SIM)
def own_number(modem: VirtualModem, request: Request) -> Answer:
    """+CNUM: the number written in the SIM, which need not be there (27.007, 7.1)."""
    number = modem.sim.card.own_number
    if request.kind is Kind.TEST or not number:
        return ()
    return (f'+CNUM: "",{_quoted_number(number)}',)


def _quoted_number(number: str) -> str:
    return f'"{number}",{145 if number.startswith("+") else 129}'


@TABLE.command("+CPBS", needs=Needs.SIM)
def phone_book(modem: VirtualModem, request: Request) -> Answer:
    """+CPBS: which phone book (27.007, 8.11); "ON" holds our own number."""
    if request.kind is Kind.TEST:
        return ('+CPBS: ("SM","ON")',)
    if request.kind is Kind.READ:
        return (f'+CPBS: "{modem.settings.phone_book}",{len(_entries(modem))},{BOOK_SIZE}',)
    if request.param(0) not in ("SM", "ON"):
        raise CmeError(3)
    modem.settings.phone_book = request.param(0)
    return ()


BOOK_SIZE = 250


def _entries(modem: VirtualModem) -> dict[int, tuple[str, str]]:
    if modem.settings.phone_book == "SM":
        return modem.sim.phone_book
    return {1: ("", modem.sim.card.own_number)} if modem.sim.card.own_number else {}


def _entry_line(modem: VirtualModem, name: str, index: int, entry: tuple[str, str]) -> str:
    written = textmode.written(entry[0], modem.settings.charset)
    return f'{name}: {index},{_quoted_number(entry[1])},"{written}"'


@TABLE.command("+CPBR", needs=Needs.SIM)
def read_phone_book(modem: VirtualModem, request: Request) -> Answer:
    """+CPBR: entries from one index to another (27.007, 8.12)."""
    if request.kind is Kind.TEST:
        return (f"+CPBR: (1-{BOOK_SIZE}),20,18",)
    first = request.number(0)
    last = request.number(1, first)
    if not 1 <= first <= last <= BOOK_SIZE:
        raise CmeError(INVALID_INDEX)
    found = [(n, entry) for n, entry in sorted(_entries(modem).items()) if first <= n <= last]
    if not found and first == last:
        raise CmeError(NOT_FOUND)
    return [_entry_line(modem, "+CPBR", index, entry) for index, entry in found]


@TABLE.command("+CPBF", needs=Needs.SIM)
def find_in_phone_book(modem: VirtualModem, request: Request) -> Answer:
    """+CPBF: entries whose name starts so (27.007, 8.13)."""
    if request.kind is Kind.TEST:
        return ("+CPBF: 20,18",)
    start = request.param(0)
    found = [(n, entry) for n, entry in sorted(_entries(modem).items()) if entry[0].startswith(start)]
    if not found:
        raise CmeError(NOT_FOUND)
    return [_entry_line(modem, "+CPBF", index, entry) for index, entry in found]


@TABLE.command("+CPBW", needs=Needs.SIM)
def write_phone_book(modem: VirtualModem, request: Request) -> Answer:
    """+CPBW: write an entry, or clear it when no number is given (27.007, 8.14)."""
    if request.kind is Kind.TEST:
        return (f"+CPBW: (1-{BOOK_SIZE}),20,(129,145),18",)
    book = modem.sim.phone_book
    free = next(n for n in range(1, BOOK_SIZE + 2) if n not in book)
    index, number = request.number(0, free), request.param(1)
    if modem.settings.phone_book != "SM" or not 1 <= index <= BOOK_SIZE:
        raise CmeError(INVALID_INDEX)
    if not number:
        book.pop(index, None)
        return ()
    try:
        name = textmode.read(request.param(3).encode("latin-1"), modem.settings.charset)
    except ValueError:
        raise CmeError(25) from None
    book[index] = (name, number)
    return ()
