"""The command interpreter as V.250 describes it."""

from __future__ import annotations

import pytest
from virtual_computer import HELLO, Make


def test_echo_and_frame_of_an_answer(computer: Make) -> None:
    pc = computer()
    assert pc.send("ATE1\r") == b"\r\nOK\r\n"
    assert pc.send("AT+CMGF?\r") == b"AT+CMGF?\r\r\n+CMGF: 0\r\n\r\nOK\r\n"


def test_numbers_instead_of_words(computer: Make) -> None:
    pc = computer()
    assert pc.send("ATV0\r") == b"0\r"
    assert pc.send("AT+CMGF?\r") == b"+CMGF: 0\r\n0\r"
    assert pc.send("AT+NOSUCH\r") == b"4\r"
    assert pc.send("ATV1\r") == b"\r\nOK\r\n"


def test_quiet_says_nothing_but_information(computer: Make) -> None:
    pc = computer()
    assert pc.send("ATQ1\r") == b""
    assert pc.send("AT+CMGF?\r") == b"\r\n+CMGF: 0\r\n"
    assert pc.send("ATQ0\r") == b"\r\nOK\r\n"


def test_commands_in_one_line_run_in_order_until_one_fails(computer: Make) -> None:
    pc = computer()
    assert pc.ask("ATE0V1+CMEE=1;+CMGF=1;+CMGF?;+CMEE?") == ["+CMGF: 1", "+CMEE: 1", "OK"]
    assert pc.ask("AT+CMGF?;+CMGR=7;+CMGF=0") == ["+CMGF: 1", "+CMS ERROR: 321"]
    assert pc.ask("AT+CMGF?") == ["+CMGF: 1", "OK"]


def test_letters_may_be_small(computer: Make) -> None:
    assert computer().ask("at+cmgf?") == ["+CMGF: 0", "OK"]


def test_the_last_line_again(computer: Make) -> None:
    pc = computer()
    pc.ask("AT+CMGF?")
    assert pc.send("A/") == b"\r\n+CMGF: 0\r\n\r\nOK\r\n"
    assert pc.modem.ledger.lines[-1] == "A/"


def test_a_line_in_pieces_with_corrections(computer: Make) -> None:
    pc = computer()
    for byte in b"AT+CNGF\x08\x08\x08MGF?":
        assert pc.send(bytes([byte])) == b""
    assert pc.ask("") == ["+CMGF: 0", "OK"]


def test_two_lines_in_one_piece(computer: Make) -> None:
    assert computer().send("AT\rAT+CMGF?\r") == b"\r\nOK\r\n\r\n+CMGF: 0\r\n\r\nOK\r\n"


def test_what_is_no_command_line_is_not_answered(computer: Make) -> None:
    pc = computer()
    assert pc.send("hello world\r\n\r\x1a\x1b") == b""
    assert pc.ask("AT") == ["OK"]


@pytest.mark.parametrize(
    ("cmee", "answer"),
    [(0, "ERROR"), (1, "+CME ERROR: 4"), (2, "+CME ERROR: operation not supported")],
)
def test_errors_in_three_spellings(computer: Make, cmee: int, answer: str) -> None:
    pc = computer()
    pc.ask(f"AT+CMEE={cmee}")
    assert pc.ask("AT+NOSUCH=1") == [answer]


@pytest.mark.parametrize(
    ("cmee", "answer"),
    [(0, "+CMS ERROR: 321"), (1, "+CMS ERROR: 321"), (2, "+CMS ERROR: invalid memory index")],
)
def test_message_errors(computer: Make, cmee: int, answer: str) -> None:
    pc = computer()
    pc.ask(f"AT+CMEE={cmee}")
    assert pc.ask("AT+CMGR=99") == [answer]


@pytest.mark.parametrize(
    "line",
    ["AT+CMGF=2", "AT+CMGF=x", "AT+CMGF=99999999999", 'AT+CSCS="KLINGON"', 'AT+CMGL="ALL', "ATE7",
     "AT+", "AT&", "AT=1", "AT+CNMI=2,1,0,1,0,0", "AT+CMGD=1,9", "AT+CMGF?1"],
)  # fmt: skip
def test_bad_parameters_are_errors_and_change_nothing(computer: Make, line: str) -> None:
    pc = computer()
    before = vars(pc.modem.settings).copy()
    answer = pc.ask(line)
    assert len(answer) == 1
    assert "ERROR" in answer[0]
    assert vars(pc.modem.settings) == before


def test_the_prompt_ends_with_ctrl_z_or_escape(computer: Make) -> None:
    pc = computer()
    assert pc.send("AT+CMGS=26\r") == b"\r\n> "
    assert pc.send("0011\x1b") == b"\r\nOK\r\n"
    assert pc.modem.ledger.accepted == ()
    assert pc.sms() == ["+CMGS: 1", "OK"]
    assert pc.modem.ledger.accepted[0].text == "Bonjour ca va"


def test_the_body_is_echoed_and_may_come_in_pieces(computer: Make) -> None:
    pc = computer()
    pc.ask("ATE1")
    assert pc.send("AT+CMGS=26\r") == b"AT+CMGS=26\r\r\n> "
    assert pc.send(HELLO[:7]) == HELLO[:7].encode()
    assert pc.send(HELLO[7:] + "\x1a") == HELLO[7:].encode() + b"\x1a\r\n+CMGS: 1\r\n\r\nOK\r\n"


def test_a_chain_goes_on_after_the_body(computer: Make) -> None:
    pc = computer()
    assert pc.send("AT+CMGS=26;+CMGF?\r") == b"\r\n> "
    assert pc.send(HELLO + "\x1a") == b"\r\n+CMGS: 1\r\n\r\n+CMGF: 0\r\n\r\nOK\r\n"


def test_what_comes_while_the_modem_is_busy_is_answered_afterwards(computer: Make) -> None:
    pc = computer(latency=2.0)
    pc.send("AT+CMGS=26\r")
    assert pc.send(HELLO + "\x1aAT+CMGF?\r") == b""
    assert pc.wait(1.9) == []
    assert pc.wait(0.2) == ["+CMGS: 1", "OK", "+CMGF: 0", "OK"]


def test_a_line_without_end_is_not_kept_for_ever(computer: Make) -> None:
    pc = computer()
    pc.send(b"x" * 100_000)
    assert pc.send("\rAT\r") == b"\r\nOK\r\n"


def test_every_command_line_is_written_down(computer: Make) -> None:
    pc = computer()
    pc.ask('AT+CSCS="GSM";+CMGF=0')
    pc.sms()
    assert pc.modem.ledger.lines == ("ATE0", 'AT+CSCS="GSM";+CMGF=0', "AT+CMGS=26")


def test_the_list_of_commands_names_what_is_known(computer: Make) -> None:
    pc = computer("unsupported=CMMS")
    listed = pc.ask("AT+CLAC")[:-1]
    assert {"AT+CMGS", "AT+CNMI", "AT&F"} <= set(listed)
    assert "AT+CMMS" not in listed


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("AT+CGMI", ["SMS desk", "OK"]),
        ("AT+CGMM", ["Virtual Modem", "OK"]),
        ("AT+CGSN", ["001010123456786", "OK"]),
        ("AT+CIMI", ["208010012345678", "OK"]),
        ("AT+CCID", ["+CCID: 8933010000001234567F", "OK"]),
        ("AT+CSQ", ["+CSQ: 20,99", "OK"]),
        ("AT+CREG?", ["+CREG: 0,1", "OK"]),
        ("AT+CREG=?", ["+CREG: (0-2)", "OK"]),
        ("AT+COPS?", ['+COPS: 0,0,"Virtuel F"', "OK"]),
        ("AT+COPS=3,2;+COPS?", ['+COPS: 0,2,"20899"', "OK"]),
        ("AT+CPIN?", ["+CPIN: READY", "OK"]),
        ("AT+CNUM", ['+CNUM: "","+33639980000",145', "OK"]),
        ("AT+CSCA?", ['+CSCA: "+33609001390",145', "OK"]),
        ("AT+CPAS", ["+CPAS: 0", "OK"]),
        ("ATS3?", ["013", "OK"]),
        ("AT+CLIP=1;+CLIP?", ["+CLIP: 1,1", "OK"]),
        ("ATD0612345678;", ["NO CARRIER"]),
        ("AT&F", ["OK"]),
        ("ATZ", ["OK"]),
        ("AT+CGATT?", ["+CGATT: 1", "OK"]),
    ],
)  # fmt: skip
def test_questions_with_known_answers(computer: Make, line: str, answer: list[str]) -> None:
    assert computer().ask(line) == answer
