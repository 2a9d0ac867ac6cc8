"""PIN, PUK and power: what a SIM counts, and what a modem forgets."""

from __future__ import annotations

import pytest
from virtual_computer import Computer, Make

from smsdesk.modem.virtual import SimCard


def locked(computer: Make) -> Computer:
    """A computer whose SIM asks for the PIN 1234 (PUK 12345678), errors as numbers."""
    pc = computer(card=SimCard(pin="1234"))
    pc.ask("AT+CMEE=1")
    return pc


def test_a_locked_sim_lets_only_some_commands_through(computer: Make) -> None:
    pc = locked(computer)
    assert pc.ask("AT+CPIN?") == ["+CPIN: SIM PIN", "OK"]
    assert pc.ask("AT+CGSN")[-1] == "OK"
    assert pc.ask("AT+CIMI") == ["+CME ERROR: 11"]
    assert pc.ask("AT+CMGL=4") == ["+CMS ERROR: 311"]
    assert pc.ask("AT+CREG?") == ["+CREG: 0,0", "OK"]
    assert pc.ask("AT+CMGF=0") == ["OK"]
    assert pc.ask('AT+CPIN="1234"') == ["OK"]
    assert pc.ask("AT+CPIN?") == ["+CPIN: READY", "OK"]
    assert pc.ask("AT+CREG?") == ["+CREG: 0,1", "OK"]


def test_messages_wait_until_the_sim_is_unlocked(computer: Make) -> None:
    pc = locked(computer)
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert len(pc.modem.network.waiting) == 1
    pc.ask("AT+CNMI=2,1")
    assert pc.ask("AT+CPIN=1234") == ["OK", '+CMTI: "SM",1']


def test_three_wrong_pins_then_the_puk(computer: Make) -> None:
    pc = locked(computer)
    assert pc.ask("AT+CPIN=0000") == ["+CME ERROR: 16"]
    assert pc.ask("AT+CPINR") == ["+CPINR: SIM PIN,2,3", "+CPINR: SIM PUK,10,10", "OK"]
    assert pc.ask("AT+CPIN=0000") == ["+CME ERROR: 16"]
    assert pc.ask("AT+CPIN=0000") == ["+CME ERROR: 12"]
    assert pc.ask("AT+CPIN?") == ["+CPIN: SIM PUK", "OK"]
    assert pc.ask("AT+CIMI") == ["+CME ERROR: 12"]
    assert pc.ask("AT^CPIN?") == ["^CPIN: SIM PUK,10,10,0,10,3", "OK"]
    assert pc.ask("AT+CPIN=1234") == ["+CME ERROR: 12"]
    assert pc.ask('AT+CPIN="12345678","4321"') == ["OK"]
    assert pc.ask("AT+CPIN?") == ["+CPIN: READY", "OK"]
    tries = [(entry.kind, entry.code, entry.right, entry.left) for entry in pc.modem.ledger.pin_tries]
    assert tries == [
        ("PIN", "0000", False, 2), ("PIN", "0000", False, 1), ("PIN", "0000", False, 0),
        ("PUK", "1234", False, 10), ("PUK", "12345678", True, 10),
    ]  # fmt: skip


def test_ten_wrong_puks_end_the_sim(computer: Make) -> None:
    pc = locked(computer)
    for _ in range(3):
        pc.ask("AT+CPIN=0000")
    for _ in range(9):
        assert pc.ask('AT+CPIN="00000000","1111"') == ["+CME ERROR: 16"]
    assert pc.ask('AT+CPIN="00000000","1111"') == ["+CME ERROR: 13"]
    assert pc.ask("AT+CPIN?") == ["+CME ERROR: 13"]


def test_the_counter_outlives_the_power_and_a_right_pin_restores_it(computer: Make) -> None:
    pc = locked(computer)
    pc.ask("AT+CPIN=0000")
    pc.modem.unplug()
    assert pc.gone
    pc.modem.replug()
    pc.connect()
    assert pc.modem.sim.pin_left == 2
    assert pc.ask("ATE0;+CPIN?") == ["+CPIN: SIM PIN", "OK"]
    pc.ask("AT+CPIN=1234")
    assert pc.modem.sim.pin_left == 3


def test_the_lock_can_be_switched_off_and_the_pin_changed(computer: Make) -> None:
    pc = locked(computer)
    pc.ask("AT+CPIN=1234")
    assert pc.ask('AT+CLCK="SC",2') == ["+CLCK: 1", "OK"]
    assert pc.ask('AT+CPWD="SC","1234","2468"') == ["OK"]
    assert pc.ask('AT+CLCK="SC",0,"1234"') == ["+CME ERROR: 16"]
    assert pc.ask('AT+CLCK="SC",0,"2468"') == ["OK"]
    assert pc.ask('AT+CLCK="SC",2') == ["+CLCK: 0", "OK"]
    pc.ask("AT+CFUN=1,1")
    assert pc.ask("AT+CPIN?")[-2:] == ["+CPIN: READY", "OK"]


def test_a_sim_without_lock_takes_no_pin(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CMEE=1")
    assert pc.ask("AT+CPIN=1234") == ["+CME ERROR: 3"]
    assert pc.modem.ledger.pin_tries == ()


@pytest.mark.parametrize(("state", "code"), [("absent", 10), ("busy", 14), ("failure", 13), ("wrong", 15)])
def test_a_sim_that_is_not_usable(computer: Make, state: str, code: int) -> None:
    pc = computer(f"sim={state}")
    pc.ask("AT+CMEE=1")
    assert pc.ask("AT+CPIN?") == [f"+CME ERROR: {code}"]
    assert pc.ask("AT+CMGL=4") == [f"+CMS ERROR: {300 + code}"]
    pc.modem.faults.clear()
    assert pc.ask("AT+CPIN?") == ["+CPIN: READY", "OK"]


def test_settings_are_lost_with_the_power_and_messages_are_not(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CNMI=2,1;+CMEE=1")
    pc.modem.network.deliver("+33639980001", "un")
    pc.modem.unplug()
    assert pc.heard() == b'\r\n+CMTI: "SM",1\r\n'
    pc.modem.network.deliver("+33639980001", "deux")
    assert pc.modem.network.waiting
    pc.modem.replug()
    pc.connect()
    assert pc.ask("AT+CNMI?;+CMEE?") == ["+CNMI: 0,0,0,0,0", "+CMEE: 0", "OK"]
    assert len(pc.modem.sim.memory.listing()) == 2


def test_the_radio_can_be_off(computer: Make) -> None:
    pc = computer()
    assert pc.ask("AT+CREG=1;+CFUN=4") == ["OK", "+CREG: 0"]
    assert pc.ask("AT+CFUN?") == ["+CFUN: 4", "OK"]
    assert pc.sms() == ["+CMS ERROR: 331"]
    assert pc.ask("AT+CFUN=1") == ["OK", "+CREG: 1"]


def test_another_sim_may_be_put_in(computer: Make) -> None:
    pc = computer()
    pc.modem.network.deliver("+33639980001", "Bonjour")
    pc.modem.unplug()
    pc.modem.replug(SimCard(iccid="8933020000009999999F", pin="9876"))
    pc.connect()
    assert pc.ask("ATE0;+CPIN=9876;+CCID;+CMGL=4") == ["+CCID: 8933020000009999999F", "OK"]
