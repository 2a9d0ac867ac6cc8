"""What +CNMI, +CSMS and +CNMA make of incoming messages and reports."""

from __future__ import annotations

from virtual_computer import HELLO_REPORT, Make, lines


def test_nothing_is_announced_until_asked_for(computer: Make) -> None:
    pc = computer()
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.heard() == b""
    assert len(pc.modem.ledger.stored) == 1


def test_a_message_may_be_pushed(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CNMI=2,2")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    header, pdu = lines(pc.heard())
    assert header == "+CMT: ,26"
    assert pc.modem.ledger.stored == ()
    assert len(pdu) == 2 * (26 + 8)
    pc.ask('AT+CMGF=1;+CSCS="8859-1"')
    pc.modem.network.deliver("+33639980001", "élève")
    header, text = lines(pc.heard())
    assert header.startswith('+CMT: "+33639980001",,"')
    assert text == "élève"


def test_class_2_goes_to_the_sim_even_where_messages_are_pushed(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CNMI=2,2")
    pc.modem.network.deliver("+33639980001", "Bonjour", message_class=2)
    assert pc.heard() == b'\r\n+CMTI: "SM",1\r\n'


def test_pushed_messages_wait_for_their_acknowledgement(computer: Make) -> None:
    pc = computer()
    assert pc.ask("AT+CSMS=1") == ["+CSMS: 1,1,1", "OK"]
    pc.ask("AT+CNMI=2,2,0,1")
    for text in ("un", "deux"):
        pc.modem.network.deliver("+33639980001", text)
    assert len(lines(pc.heard())) == 2
    assert len(pc.modem.network.waiting) == 1
    assert [line.split(":")[0] for line in pc.ask("AT+CNMA")][:2] == ["OK", "+CMT"]
    assert pc.ask("AT+CNMA=0") == ["OK"]
    assert pc.ask("AT+CNMA") == ["+CMS ERROR: 340"]


def test_without_acknowledgement_the_modem_stops_pushing_and_the_network_keeps_it(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CSMS=1")
    pc.ask("AT+CNMI=2,2,0,1")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    pc.heard()
    assert pc.wait(16.0) == []
    assert pc.ask("AT+CNMI?") == ["+CNMI: 2,0,0,0,0", "OK"]
    assert [entry.pdu for entry in pc.modem.ledger.stored] == [
        slot.pdu for _, slot in pc.modem.sim.memory.listing()
    ]
    assert len(pc.modem.ledger.stored) == 1


def test_a_refused_push_is_tried_again(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CSMS=1")
    pc.ask("AT+CNMI=2,2")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    first = lines(pc.heard())
    assert pc.ask("AT+CNMA=2")[1:] == first


def test_reports_may_be_stored(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CNMI=2,1,0,2")
    answer = pc.sms(HELLO_REPORT)
    assert answer == ["+CMGS: 1", "OK", '+CDSI: "SM",1']
    header, pdu, _ = pc.ask("AT+CMGR=1")
    assert (header, pdu[16:20]) == ("+CMGR: 0,,25", "0601")
    pc.ask("AT+CMGF=1")
    assert pc.ask("AT+CMGR=1")[0].startswith('+CMGR: "REC READ",6,1,"+33639980001",145,"')


def test_reports_may_have_a_memory_of_their_own(computer: Make) -> None:
    pc = computer(report_memory="SR")
    pc.ask("AT+CNMI=2,1,0,2")
    assert pc.sms(HELLO_REPORT)[2:] == ['+CDSI: "SR",1']
    assert pc.ask("AT+CMGR=1") == ["+CMS ERROR: 321"]
    pc.ask('AT+CPMS="SR"')
    assert pc.ask("AT+CMGR=1")[0] == "+CMGR: 0,,25"


def test_mode_0_holds_announcements_back_until_the_mode_changes(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CNMI=0,1")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.heard() == b""
    assert pc.ask("AT+CNMI=2,1,0,0,0") == ["OK", '+CMTI: "SM",1']
    pc.ask("AT+CNMI=0,1")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.ask("AT+CNMI=2,1,0,0,1") == ["OK"]


def test_announcements_do_not_disturb_the_prompt(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CNMI=2,1")
    pc.send("AT+CMGS=26\r")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.heard() == b""
    assert lines(pc.send("\x1b")) == ["OK", '+CMTI: "SM",1']


def test_announcements_come_while_the_network_is_waited_for(computer: Make) -> None:
    pc = computer(latency=5.0)
    pc.ask("AT+CNMI=2,1")
    pc.sms()
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.heard() == b'\r\n+CMTI: "SM",1\r\n'
    assert pc.wait(5.0) == ["+CMGS: 1", "OK"]


def test_the_setting_is_checked(computer: Make) -> None:
    pc = computer()
    assert pc.ask("AT+CNMI=2,1,0,7") == ["+CMS ERROR: 305"]
    assert pc.ask("AT+CNMI=?") == ["+CNMI: (0-3),(0-3),(0,2),(0-2),(0,1)", "OK"]
