"""PIN, PUK, locks and power (27.007, 7.4, 7.5, 8.2, 8.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smsdesk.modem.virtual.at.basic import one_of
from smsdesk.modem.virtual.at.table import Answer, CommandTable, Needs
from smsdesk.modem.virtual.errors import AtError, CmeError
from smsdesk.modem.virtual.ledger import PinTry
from smsdesk.modem.virtual.request import Kind, Request, is_digits
from smsdesk.modem.virtual.sim import PIN_TRIES, PUK_TRIES, SIM_ERRORS, SimState

if TYPE_CHECKING:
    from smsdesk.modem.virtual.modem import VirtualModem

TABLE = CommandTable()

WRONG_PASSWORD, NOT_ALLOWED = 16, 3


@TABLE.command("+CPIN")
def pin(modem: VirtualModem, request: Request) -> Answer:
    """+CPIN: what the SIM asks for, and the answer to it."""
    if request.kind is Kind.TEST:
        return ()
    state = modem.sim_state
    if state not in (SimState.READY, SimState.PIN, SimState.PUK):
        raise CmeError(SIM_ERRORS[state])
    if request.kind is Kind.READ:
        return (f"+CPIN: {state.value}",)
    if request.kind is not Kind.SET or not request.param(0):
        raise AtError
    if state is SimState.READY:
        raise CmeError(NOT_ALLOWED)
    return _try_puk(modem, request) if state is SimState.PUK else _try_pin(modem, request.param(0))


def _try_pin(modem: VirtualModem, code: str) -> Answer:
    right = modem.sim.try_pin(code)
    _note(modem, "PIN", code, right=right, left=modem.sim.pin_left)
    if not right:
        raise CmeError(WRONG_PASSWORD if modem.sim.pin_left else SIM_ERRORS[SimState.PUK])
    modem.later(0.0, modem.network.offer_waiting)
    return ()


def _try_puk(modem: VirtualModem, request: Request) -> Answer:
    code, new_pin = request.param(0), request.param(1)
    if not new_pin:
        _note(modem, "PUK", code, right=False, left=modem.sim.puk_left)
        raise CmeError(SIM_ERRORS[SimState.PUK])
    right = modem.sim.try_puk(code, new_pin)
    _note(modem, "PUK", code, right=right, left=modem.sim.puk_left)
    if not right:
        raise CmeError(WRONG_PASSWORD if modem.sim.puk_left else SIM_ERRORS[SimState.FAILURE])
    modem.later(0.0, modem.network.offer_waiting)
    return ()


def _note(modem: VirtualModem, kind: str, code: str, *, right: bool, left: int) -> None:
    modem.ledger.add(PinTry(modem.ledger.now(), kind, code, right, left))


@TABLE.command("+CPINR")
def tries_left(modem: VirtualModem, request: Request) -> Answer:
    """+CPINR: the tries that are left (27.007, 8.65)."""
    if request.kind is Kind.TEST:
        return ()
    rows = (("SIM PIN", modem.sim.pin_left, PIN_TRIES), ("SIM PUK", modem.sim.puk_left, PUK_TRIES))
    return tuple(f"+CPINR: {name},{left},{most}" for name, left, most in rows)


@TABLE.command("^CPIN")
def huawei_pin(modem: VirtualModem, request: Request) -> Answer:
    """^CPIN?: state and tries in one line, as Huawei's modems tell it."""
    del request
    state, sim = modem.sim_state.value, modem.sim
    times = sim.puk_left if modem.sim_state is SimState.PUK else sim.pin_left
    return (f"^CPIN: {state},{times},{sim.puk_left},{sim.pin_left},{PUK_TRIES},{PIN_TRIES}",)


@TABLE.command("+CLCK", needs=Needs.SIM)
def lock(modem: VirtualModem, request: Request) -> Answer:
    """+CLCK: whether the SIM asks for its PIN; other facilities are open."""
    if request.kind is Kind.TEST:
        return ('+CLCK: ("SC","PN","PS")',)
    facility, mode = request.param(0), one_of(request, range(3), index=1)
    if facility not in ("SC", "PN", "PS"):
        raise CmeError(NOT_ALLOWED)
    if mode == 2:
        return (f"+CLCK: {int(facility == 'SC' and modem.sim.lock_on)}",)
    if facility != "SC":
        raise CmeError(NOT_ALLOWED)
    _try_pin(modem, request.param(2))
    modem.sim.lock_on = mode == 1
    return ()


@TABLE.command("+CPWD", needs=Needs.SIM)
def password(modem: VirtualModem, request: Request) -> Answer:
    """+CPWD: a new PIN for the old one."""
    if request.kind is Kind.TEST:
        return ('+CPWD: ("SC",8)',)
    new_pin = request.param(2)
    if request.param(0) != "SC" or not (is_digits(new_pin) and 4 <= len(new_pin) <= 8):
        raise AtError
    _try_pin(modem, request.param(1))
    modem.sim.pin = new_pin
    return ()


@TABLE.command("+CFUN")
def functionality(modem: VirtualModem, request: Request) -> Answer:
    """+CFUN: radio on or off, and the restart."""
    if request.kind is Kind.TEST:
        return ("+CFUN: (0,1,4),(0,1)",)
    if request.kind is Kind.READ:
        return (f"+CFUN: {modem.settings.function}",)
    level, restart = request.number(0, 1), one_of(request, range(2), 0, index=1)
    if level not in (0, 1, 4):
        raise CmeError(50)
    modem.settings.function = level
    modem.later(0.0, modem.network.offer_waiting)
    if restart:
        modem.later(0.0, modem.restart)
    return ()


@TABLE.command("+CPAS")
def activity(modem: VirtualModem, request: Request) -> Answer:
    """+CPAS: ready, never in a call."""
    del modem
    return ("+CPAS: (0)",) if request.kind is Kind.TEST else ("+CPAS: 0",)


@TABLE.command("+CBC")
def battery(modem: VirtualModem, request: Request) -> Answer:
    """+CBC: there is no battery, the computer gives the power (27.007, 8.4)."""
    del modem
    return ("+CBC: (0-3),(0-100)",) if request.kind is Kind.TEST else ("+CBC: 2,0",)


@TABLE.command("+CCLK")
def clock(modem: VirtualModem, request: Request) -> Answer:
    """+CCLK: the time the network told; it cannot be set."""
    if request.kind is not Kind.READ:
        return ()
    moment = modem.config.clock().astimezone(modem.config.zone)
    quarters = int((moment.utcoffset() or moment - moment).total_seconds()) // 900
    return (f'+CCLK: "{moment:%y/%m/%d,%H:%M:%S}{quarters:+03d}"',)
