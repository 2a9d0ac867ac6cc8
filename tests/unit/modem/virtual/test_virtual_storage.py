"""Slots: listing, reading, deleting, both modes, both memories."""

from __future__ import annotations

import pytest
from virtual_computer import HELLO, Computer, Make, lines

from smsdesk.modem.virtual import SimCard


def stocked(computer: Make, **options: object) -> Computer:
    """A computer whose SIM holds two received messages, the first one read."""
    pc = computer(**options)
    pc.modem.network.deliver("+33639980001", "Bonjour")
    pc.ask("AT+CMGR=1")
    pc.modem.network.deliver("Mairie", "Ça va ?")
    return pc


def test_listing_shows_all_of_a_status_and_marks_them_read(computer: Make) -> None:
    pc = stocked(computer)
    assert pc.ask("AT+CMGL=0")[0] == "+CMGL: 2,0,,26"
    assert pc.ask("AT+CMGL=0") == ["OK"]
    assert [line for line in pc.ask("AT+CMGL=4") if line.startswith("+")] == [
        "+CMGL: 1,1,,26",
        "+CMGL: 2,1,,26",
    ]
    handed = pc.modem.ledger.handed_out
    assert [(entry.memory, entry.slot) for entry in handed] == [("SM", 1), ("SM", 2), ("SM", 1), ("SM", 2)]


def test_text_mode_shows_sender_time_and_text(computer: Make) -> None:
    pc = stocked(computer)
    pc.ask('AT+CMGF=1;+CSCS="8859-1";+CSDH=1')
    header, text, _ = pc.ask("AT+CMGR=2")
    assert header.startswith('+CMGR: "REC UNREAD","Mairie",,"')
    assert header.endswith('+04",4,0,0,7')
    assert text == "Ça va ?"
    assert pc.ask('AT+CMGL="REC UNREAD"') == ["OK"]
    assert len(pc.ask('AT+CMGL="ALL"')) == 5


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("IRA", "?a va ?"),
        ("GSM", "\ta va ?"),
        ("UCS2", "00C700610020007600610020003F"),
        ("HEX", "0961207661203F"),
    ],
)
def test_text_mode_speaks_the_chosen_character_set(computer: Make, charset: str, text: str) -> None:
    pc = stocked(computer)
    pc.ask(f'AT+CMGF=1;+CSCS="{charset}"')
    assert pc.ask("AT+CMGR=2")[1] == text


@pytest.mark.parametrize(("flag", "left"), [(1, ["2"]), (2, ["2"]), (3, ["2"]), (4, [])])
def test_delete_by_flag(computer: Make, flag: int, left: list[str]) -> None:
    pc = stocked(computer)
    pc.send("AT+CMGW=26\r")
    pc.send(HELLO + "\x1a")
    assert pc.ask(f"AT+CMGD=1,{flag}") == ["OK"]
    slots = [str(index) for index, _ in pc.modem.sim.memory.listing()]
    assert slots == left + (["3"] if flag < 3 else [])


def test_delete_one_slot_writes_down_what_was_in_it(computer: Make) -> None:
    pc = stocked(computer)
    assert pc.ask("AT+CMGD=?") == ["+CMGD: (1,2),(0-4)", "OK"]
    pc.ask("AT+CMGD=2")
    (gone,) = pc.modem.ledger.deleted
    assert (gone.slot, gone.read, gone.pdu) == (2, False, pc.modem.ledger.stored[1].pdu)
    assert pc.ask("AT+CMGR=2") == ["+CMS ERROR: 321"]
    assert pc.ask("AT+CMGD=2") == ["OK"]
    assert pc.ask("AT+CMGD=31") == ["+CMS ERROR: 321"]


def test_a_freed_slot_is_the_next_to_be_filled(computer: Make) -> None:
    pc = stocked(computer)
    pc.ask("AT+CMGD=1")
    pc.modem.network.deliver("+33639980002", "Encore")
    assert [entry.slot for entry in pc.modem.ledger.stored] == [1, 2, 1]


def test_a_full_sim_leaves_messages_with_the_network(computer: Make) -> None:
    pc = computer(card=SimCard(capacity=2))
    pc.ask("AT+CNMI=2,1")
    for text in ("un", "deux", "trois", "quatre"):
        pc.modem.network.deliver("+33639980001", text)
    assert len(pc.modem.network.waiting) == 2
    assert lines(pc.heard()) == ['+CMTI: "SM",1', '+CMTI: "SM",2']
    assert pc.ask("AT+CPMS?") == ['+CPMS: "SM",2,2,"SM",2,2,"SM",2,2', "OK"]
    assert pc.ask("AT+CMGD=1") == ["OK", '+CMTI: "SM",1']
    assert len(pc.modem.network.waiting) == 1
    assert pc.ask("AT+CMGD=1,4") == ["OK", '+CMTI: "SM",1']
    assert pc.modem.network.waiting == ()


def test_memories_of_sim_and_modem(computer: Make) -> None:
    pc = stocked(computer)
    assert pc.ask('AT+CPMS="ME"') == ["+CPMS: 0,100,2,30,2,30", "OK"]
    assert pc.ask("AT+CMGL=4") == ["OK"]
    assert pc.ask('AT+CPMS="SM","SM","ME"') == ["+CPMS: 2,30,2,30,0,100", "OK"]
    pc.ask("AT+CNMI=2,1")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.heard() == b'\r\n+CMTI: "ME",1\r\n'
    assert pc.ask('AT+CPMS="XX"') == ["+CMS ERROR: 302"]


def test_slots_may_start_at_zero(computer: Make) -> None:
    pc = stocked(computer, first_slot=0)
    assert pc.ask("AT+CMGL=4")[0].startswith("+CMGL: 0,")
    assert pc.ask("AT+CMGD=0") == ["OK"]


def test_a_message_written_to_the_memory_can_be_sent_from_there(computer: Make) -> None:
    pc = computer()
    assert pc.send("AT+CMGW=26\r") == b"\r\n> "
    assert pc.send(HELLO + "\x1a") == b"\r\n+CMGW: 1\r\n\r\nOK\r\n"
    assert pc.ask("AT+CMGR=1") == ["+CMGR: 2,,26", HELLO, "OK"]
    assert pc.ask("AT+CMSS=1") == ["+CMSS: 1", "OK"]
    assert pc.ask("AT+CMGR=1")[0] == "+CMGR: 3,,26"
    assert pc.modem.ledger.texts == [("+33639980001", "Bonjour ca va")]


def test_undecodable_pdus_are_shown_as_they_are(computer: Make) -> None:
    pc = computer()
    pc.modem.network.deliver_raw("07913306091093F004FF")
    pc.modem.network.deliver_raw("no hex at all")
    assert pc.ask("AT+CMGL=4") == [
        "+CMGL: 1,0,,2",
        "07913306091093F004FF",
        "+CMGL: 2,0,,0",
        "no hex at all",
        "OK",
    ]
    pc.ask("AT+CMGF=1")
    assert pc.ask("AT+CMGR=2") == ['+CMGR: "REC READ","",,', "no hex at all", "OK"]
