"""SMS on their way out: PDU and text mode, the network's word, delivery reports, answers."""

from __future__ import annotations

import pytest
from virtual_computer import HELLO, HELLO_REPORT, Make, lines

from smsdesk.domain.outgoing import Concat
from smsdesk.modem.virtual import Registration

PART = "0051000B913336990800F10008FF{size:02X}050003AB02{seq:02X}{text}"


def part(seq: int, text: str) -> str:
    """One of two concatenated parts in UCS-2."""
    data = text.encode("utf-16-be").hex().upper()
    return PART.format(size=6 + len(data) // 2, seq=seq, text=data)


def test_what_is_accepted_is_written_down_in_full(computer: Make) -> None:
    pc = computer()
    pc.sms()
    (sms,) = pc.modem.ledger.accepted
    assert (sms.to, sms.text, sms.reference, sms.pdu, sms.tpdu) == (
        "+33639980001",
        "Bonjour ca va",
        1,
        HELLO,
        HELLO[2:],
    )
    assert (sms.concat, sms.coding, sms.report) == (None, "gsm7", False)


def test_references_count_up_and_wrap(computer: Make) -> None:
    pc = computer(first_reference=254)
    assert [pc.sms()[0] for _ in range(4)] == ["+CMGS: 254", "+CMGS: 255", "+CMGS: 0", "+CMGS: 1"]


def test_parts_are_joined_as_a_phone_does(computer: Make) -> None:
    pc = computer()
    pc.sms(part(2, "va ?"))
    assert pc.modem.ledger.texts == []
    pc.sms(part(1, "Ça "))
    assert pc.modem.ledger.texts == [("+33639980001", "Ça va ?")]
    assert pc.modem.ledger.accepted[0].concat == Concat(0xAB, 2, 2)
    pc.sms(part(1, "Ça "))
    assert len(pc.modem.ledger.texts) == 1
    pc.sms(part(2, "va ?"))
    assert pc.modem.ledger.texts == [("+33639980001", "Ça va ?")] * 2


@pytest.mark.parametrize(
    ("length", "body"),
    [
        (26, HELLO[:-2]),
        (25, HELLO),
        (26, "zz" * 27),
        (26, HELLO.replace("0011", "0010", 1)),
        (26, ""),
        (26, "é" * 5),
    ],
)
def test_a_pdu_that_is_wrong_is_refused(computer: Make, length: int, body: str) -> None:
    pc = computer()
    pc.send(f"AT+CMGS={length}\r")
    assert lines(pc.send(body + "\x1a")) == ["+CMS ERROR: 304"]
    assert pc.modem.ledger.accepted == ()
    assert [entry.code for entry in pc.modem.ledger.refused] == ["cms:304"]


@pytest.mark.parametrize("length", ["", "0", "177", '"+336"'])
def test_a_length_that_cannot_be_gets_no_prompt(computer: Make, length: str) -> None:
    pc = computer()
    assert b">" not in pc.send(f"AT+CMGS={length}\r")


@pytest.mark.parametrize(
    ("charset", "dcs", "number", "body", "text"),
    [
        ("IRA", 0, "+33639980001", "Bonjour @ tous", "Bonjour @ tous"),
        ("8859-1", 0, "0639980001", "élève", "élève"),
        ("GSM", 0, "+33639980001", "\x05l\x04ve", "élève"),
        ("UCS2", 8, "002B00330033003600330039003900380030003000300031", "00C70061", "Ça"),
        ("8859-1", 0, "+33639980001", "deux\rlignes", "deux\nlignes"),
    ],
)
def test_text_mode(computer: Make, charset: str, dcs: int, number: str, body: str, text: str) -> None:
    pc = computer()
    pc.ask(f'AT+CMGF=1;+CSCS="{charset}";+CSMP=49,167,0,{dcs}')
    assert pc.send(f'AT+CMGS="{number}"\r') == b"\r\n> "
    assert pc.send(body + "\x1a").endswith(b"\r\n+CMGS: 1\r\n\r\nOK\r\n")
    (sms,) = pc.modem.ledger.accepted
    assert (sms.to[-9:], sms.text, sms.report) == ("639980001", text, True)


def test_text_mode_refuses_what_is_too_long_or_not_in_the_set(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CMGF=1")
    for body in ("x" * 161, "é"):
        pc.send('AT+CMGS="+33639980001"\r')
        assert lines(pc.send(body + "\x1a")) == ["+CMS ERROR: 305"]
    assert "+CMS ERROR: 305" in pc.ask('AT+CMGS="Mairie"')
    assert "+CMS ERROR: 305" in pc.ask('AT+CMGS="++33"')


def test_the_answer_comes_after_the_latency(computer: Make) -> None:
    pc = computer(latency=3.0)
    assert pc.sms() == []
    assert pc.modem.ledger.accepted == ()
    assert pc.wait(2.9) == []
    assert pc.wait(0.2) == ["+CMGS: 1", "OK"]


def test_a_report_comes_when_one_was_asked_for(computer: Make) -> None:
    pc = computer(reports=5.0)
    pc.ask("AT+CNMI=2,1,0,1")
    assert pc.sms(HELLO) == ["+CMGS: 1", "OK"]
    assert pc.wait(6.0) == []
    assert pc.sms(HELLO_REPORT) == ["+CMGS: 2", "OK"]
    header, pdu = pc.wait(5.0)
    assert header == "+CDS: 25"
    assert pdu[16:34] == "06020B913336990800"
    assert pdu.endswith("00")


def test_a_report_at_once_comes_after_the_answer(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CNMI=2,1,0,1")
    assert [line.split(":")[0] for line in pc.sms(HELLO_REPORT)][:3] == ["+CMGS", "OK", "+CDS"]


def test_reports_early_twice_failed_or_lost(computer: Make) -> None:
    pc = computer("reports-early")
    pc.ask("AT+CNMI=2,1,0,1")
    assert [line.split(":")[0] for line in pc.sms(HELLO_REPORT)][::2] == ["+CDS", "+CMGS"]
    pc.modem.faults.clear()
    pc.modem.faults.add("report=20/41@1", "report=lost@3", "reports-twice")
    statuses = []
    for _ in range(3):
        answer = pc.sms(HELLO_REPORT)
        statuses.append([line[-2:] for line in answer[2:] if not line.startswith("+")])
    assert statuses == [["20", "20", "41", "41"], ["00", "00"], []]


def test_no_reports_where_the_network_gives_none(computer: Make) -> None:
    pc = computer(reports=None)
    pc.ask("AT+CNMI=2,1,0,1")
    assert pc.sms(HELLO_REPORT) == ["+CMGS: 1", "OK"]


def test_correspondents_answer_in_turn_and_by_function(computer: Make) -> None:
    pc = computer(answers={"+3363998*": ["Merci", "Bien reçu"]}, answer_after=2.0)
    pc.ask("AT+CNMI=2,1")
    for _ in range(3):
        pc.sms()
    assert pc.wait(1.0) == []
    assert pc.wait(1.5) == ['+CMTI: "SM",1', '+CMTI: "SM",2']
    pc.modem.network.answer("*", lambda text: text.upper() if "ca" in text else None, after=0)
    assert pc.sms()[2:] == ['+CMTI: "SM",3']
    pc.ask('AT+CMGF=1;+CSCS="8859-1"')
    assert pc.ask('AT+CMGL="ALL"')[1::2] == ["Merci", "Bien reçu", "BONJOUR CA VA"]


def test_an_answer_to_a_long_message_comes_once(computer: Make) -> None:
    pc = computer()
    heard: list[str] = []
    pc.modem.network.answer("*", heard.append)
    pc.sms(part(1, "Ça "))
    pc.sms(part(2, "va ?"))
    assert heard == ["Ça va ?"]


@pytest.mark.parametrize("state", [Registration.OFF, Registration.SEARCHING, Registration.DENIED])
def test_without_network_nothing_is_accepted(computer: Make, state: Registration) -> None:
    pc = computer()
    pc.ask("AT+CREG=1")
    pc.modem.network.set_registration(state)
    assert pc.heard().decode() == f"\r\n+CREG: {int(state)}\r\n"
    assert pc.sms() == ["+CMS ERROR: 331"]
    assert pc.modem.ledger.accepted == ()
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert len(pc.modem.network.waiting) == 1
    pc.modem.network.set_registration(Registration.ROAMING)
    assert pc.heard() == b"\r\n+CREG: 5\r\n"
    assert pc.sms() == ["+CMGS: 1", "OK"]
    assert pc.modem.network.waiting == ()


def test_ussd(computer: Make) -> None:
    pc = computer(latency=1.0, ussd={"#123#": "Solde : 5 €"})
    assert pc.ask('AT+CSCS="UCS2"') == ["OK"]
    code, text = ("#123#".encode("utf-16-be").hex().upper(), "Solde : 5 €".encode("utf-16-be").hex().upper())
    assert pc.ask(f'AT+CUSD=1,"{code}",15') == ["OK"]
    assert pc.wait(1.1) == [f'+CUSD: 0,"{text}",15']
    assert pc.ask('AT+CUSD=1,"#123#",15') == ["OK"]
    assert pc.wait(1.1) == [f'+CUSD: 0,"{text}",15']
    pc.ask('AT+CUSD=1,"0031",15')
    assert pc.wait(1.1) == ["+CUSD: 4"]


def test_the_radio_link_is_kept_where_more_messages_are_announced(computer: Make) -> None:
    pc = computer(latency=1.0, link_setup=3.0)
    pc.sms()
    assert pc.wait(3.9) == []
    assert pc.wait(0.2) == ["+CMGS: 1", "OK"]
    pc.ask("AT+CMMS=2")
    for seconds in (4.0, 1.0, 1.0):
        pc.sms()
        assert pc.wait(seconds - 0.1) == []
        assert pc.wait(0.2)[-1] == "OK"
    pc.wait(10.0)
    pc.sms()
    assert pc.wait(1.1) == []


def test_chatty_families_answer_some_messages_and_the_same_ones_each_time(computer: Make) -> None:
    def stored(seed: int) -> list[str]:
        pc = computer(chatty=0.5, seed=seed)
        for _ in range(20):
            pc.sms()
        return [entry.pdu[:22] + entry.pdu[50:] for entry in pc.modem.ledger.stored]

    assert stored(1) == stored(1) != stored(2)
    assert 3 < len(stored(1)) < 25


def test_a_line_end_of_two_characters_does_not_reach_the_text(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CMGF=1")
    pc.send('AT+CMGS="+33639980001"\r\n')
    pc.send("Bonjour\x1a")
    assert pc.modem.ledger.texts == [("+33639980001", "Bonjour")]
