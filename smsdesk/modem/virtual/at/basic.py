"""Commands of V.250 and the modem's identity (27.007, 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.modem.virtual.at.table import Answer, CommandTable, Needs
from smsdesk.modem.virtual.errors import AtError, NoCarrierError
from smsdesk.modem.virtual.request import Kind, Request
from smsdesk.modem.virtual.settings import Settings
from smsdesk.modem.virtual.textmode import CHARSETS

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

TABLE = CommandTable()


def _flag(request: Request) -> bool:
    """0 or 1 behind a basic command; none means 0 (V.250, 5.3.1)."""
    if request.raw not in ("", "0", "1"):
        raise AtError
    return request.raw == "1"


@TABLE.command("E")
def echo(modem: VirtualModem, request: Request) -> Answer:
    """ATE: echo (V.250, 6.2.4)."""
    modem.settings.echo = _flag(request) or modem.faults.has("echo-stuck")
    return ()


@TABLE.command("V")
def verbose(modem: VirtualModem, request: Request) -> Answer:
    """ATV: words or numbers (V.250, 6.2.6)."""
    modem.settings.verbose = _flag(request)
    return ()


@TABLE.command("Q")
def quiet(modem: VirtualModem, request: Request) -> Answer:
    """ATQ: no result codes (V.250, 6.2.5)."""
    modem.settings.quiet = _flag(request)
    return ()


@TABLE.command("Z", "&F")
def reset(modem: VirtualModem, request: Request) -> Answer:
    """ATZ and AT&F: the settings of the start (V.250, 6.1.1 and 6.1.2); SIM and radio stay as they are."""
    _flag(request)
    function = modem.settings.function
    modem.settings.__dict__.update(Settings(function=function).__dict__)
    return ()


@TABLE.command("&C", "&D", "&K", "&W", "&S", "\\Q", "X", "L", "M", "H", "O", "T", "P", "+CHUP")
def accepted(modem: VirtualModem, request: Request) -> Answer:
    """Settings of lines and calls that mean nothing here; +CHUP hangs up what was never called."""
    del modem, request
    return ()


@TABLE.command("D", "A")
def call(modem: VirtualModem, request: Request) -> Answer:
    """No calls are made: the other side is never there."""
    del modem, request
    raise NoCarrierError


@TABLE.command("S0", "S3", "S4", "S5", "S7")
def register(modem: VirtualModem, request: Request) -> Answer:
    """S registers: kept and told (V.250, 6.2 and 6.3); the line end stays CR."""
    number = int(request.name[1:])
    if request.kind is Kind.READ:
        return (f"{modem.settings.registers[number]:03d}",)
    if request.kind is Kind.SET and number not in (3, 4, 5):
        modem.settings.registers[number] = request.number(0)
    return ()


@TABLE.command("I")
def identify(modem: VirtualModem, request: Request) -> Answer:
    """ATI: who this is (V.250, 6.1.3)."""
    del request
    who = modem.config.identity
    return (
        f"Manufacturer: {who.manufacturer}", f"Model: {who.model}", f"Revision: {who.revision}",
        f"IMEI: {who.imei}", "+GCAP: +CGSM",
    )  # fmt: skip


def _identity(field: str, *names: str) -> None:
    @TABLE.command(*names)
    def tell(modem: VirtualModem, request: Request) -> Answer:
        if request.kind is Kind.SET and request.raw not in ("0", "1"):
            raise AtError
        return () if request.kind is Kind.TEST else (str(getattr(modem.config.identity, field)),)


_identity("manufacturer", "+CGMI", "+GMI")
_identity("model", "+CGMM", "+GMM")
_identity("revision", "+CGMR", "+GMR")
_identity("imei", "+CGSN", "+GSN")


@TABLE.command("+GCAP")
def capabilities(modem: VirtualModem, request: Request) -> Answer:
    """+GCAP: a GSM terminal, no fax, no data (V.250, 6.1.9)."""
    del modem
    return () if request.kind is Kind.TEST else ("+GCAP: +CGSM",)


@TABLE.command("+CIMI", needs=Needs.SIM)
def imsi(modem: VirtualModem, request: Request) -> Answer:
    """+CIMI: the subscriber (27.007, 5.6)."""
    return () if request.kind is Kind.TEST else (modem.sim.card.imsi,)


@TABLE.command("+CCID", "+ICCID", "^ICCID", needs=Needs.SIM)
def iccid(modem: VirtualModem, request: Request) -> Answer:
    """The SIM's number, in the spellings of several makers."""
    return () if request.kind is Kind.TEST else (f"{request.name}: {modem.sim.card.iccid}",)


@TABLE.command("+CMEE")
def errors(modem: VirtualModem, request: Request) -> Answer:
    """+CMEE: errors as ERROR, numbers or words (27.007, 9.1)."""
    if request.kind is Kind.TEST:
        return ("+CMEE: (0-2)",)
    if request.kind is Kind.READ:
        return (f"+CMEE: {modem.settings.errors}",)
    modem.settings.errors = one_of(request, range(3), 0)
    return ()


def one_of(request: Request, allowed: range, default: int | None = None, index: int = 0) -> int:
    """One numeric parameter within a range; AtError otherwise."""
    number = request.number(index, default)
    if number not in allowed:
        raise AtError
    return number


def _switch(name: str, last: int, answer: str = "") -> None:
    """A setting that is kept and told, but changes nothing."""

    @TABLE.command(name)
    def switch(modem: VirtualModem, request: Request) -> Answer:
        if request.kind is Kind.TEST:
            return (f"{name}: (0-{last})",)
        if request.kind is Kind.READ:
            return (f"{name}: {modem.settings.switches.get(name, 0)}{answer}",)
        modem.settings.switches[name] = one_of(request, range(last + 1), 0)
        return ()


_switch("+CLIP", 1, ",1")
_switch("+CLIR", 2, ",1")
_switch("+COLP", 1, ",1")
_switch("+CCWA", 1)
_switch("+CRC", 1)
_switch("+CSSN", 1)
_switch("+CMUT", 1)
_switch("^CURC", 1)


@TABLE.command("+CLAC")
def list_commands(modem: VirtualModem, request: Request) -> Answer:
    """+CLAC: every command by its name (27.007, 8.37)."""
    return () if request.kind is Kind.TEST else tuple(f"AT{name}" for name in modem.engine.known)


@TABLE.command("+CSCS")
def charset(modem: VirtualModem, request: Request) -> Answer:
    """+CSCS: the character set of texts (27.007, 5.5)."""
    if request.kind is Kind.TEST:
        return ("+CSCS: (" + ",".join(f'"{name}"' for name in CHARSETS) + ")",)
    if request.kind is Kind.READ:
        return (f'+CSCS: "{modem.settings.charset}"',)
    if request.param(0) not in CHARSETS:
        raise AtError
    modem.settings.charset = request.param(0)
    return ()
