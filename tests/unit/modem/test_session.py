"""The dialogue: each answer to its own command, everything else apart, whatever comes in between."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from modem_stand import BRISK, ForeignModem, Line, on_pty

from smsdesk.modem.answers import Urc
from smsdesk.modem.link import Link, Waker
from smsdesk.modem.session import Session, SilentError

PDU = "07913306091093F006010B913316325476F8621112228383406211122283834000"


class Talk:
    """A session with a foreign modem, and what came beside the answers."""

    def __init__(self, session: Session, line: Line, urcs: list[Urc], strays: list[str]) -> None:
        self.session = session
        self.line = line
        self.urcs = urcs
        self.strays = strays


@contextmanager
def talking(*pairs: tuple[str, bytes | None], **options: object) -> Iterator[Talk]:
    urcs: list[Urc] = []
    strays: list[str] = []
    waker = Waker()
    with on_pty(ForeignModem(pairs, **options)) as (port, line):  # type: ignore[arg-type]
        link = Link.open(port, waker, 1.0)
        session = Session(link, replace(BRISK, command=0.4), urcs.append, strays.append)
        yield Talk(session, line, urcs, strays)
        link.close()
    waker.close()


def cds(pdu: str = PDU) -> bytes:
    return b"\r\n+CDS: 25\r\n" + pdu.encode() + b"\r\n"


@pytest.mark.parametrize(
    ("answer", "lines", "urcs"),
    [
        (b"\r\n+CSQ: 12,99\r\n\r\nOK\r\n", ("+CSQ: 12,99",), []),
        (b'\r\n+CMTI: "SM",1\r\n\r\n+CSQ: 12,99\r\n\r\nOK\r\n', ("+CSQ: 12,99",), ["+CMTI"]),
        (b'\r\n+CSQ: 12,99\r\n\r\n+CMTI: "SM",1\r\n+CMTI: "SM",2\r\nOK\r\n', ("+CSQ: 12,99",), ["+CMTI"]),
        (b'+CMTI: "SM",1\r\n+CMTI: "ME",1\r\n+CSQ: 12,99\r\nOK\r\n', ("+CSQ: 12,99",), ["+CMTI"] * 2),
        (b"\r\n+CSQ: 12,99\r\n" + cds() + b"\r\nOK\r\n", ("+CSQ: 12,99",), ["+CDS"]),
        (cds() + cds() + b"^RSSI: 12\r\n+CSQ: 12,99\r\nOK\r\n", ("+CSQ: 12,99",), ["+CDS", "+CDS", "^RSSI"]),
        (b"+CSQ:12,99\rOK\r", ("+CSQ:12,99",), []),
        (b"AT+CSQ\r\r\n+CSQ: 12,99\r\n\r\nOK\r\n", ("+CSQ: 12,99",), []),
        (b"\r\nRING\r\n+CSQ: 12,99\r\nNO CARRIER\r\nOK\r\n", ("+CSQ: 12,99",), ["RING"]),
        (b"\r\n+CSQ: 12,99\r\n\r\nOK", ("+CSQ: 12,99",), []),
        (b"\r\n+CDS: 25\r\n\r\nOK\r\n", (), ["+CDS"]),
        (b'\r\n+CMT\r\nI: "SM",5\r\n\r\nOK\r\n', ('I: "SM",5',), []),
    ],
)
def test_an_answer_is_told_from_what_comes_in_between(
    answer: bytes, lines: tuple[str, ...], urcs: list[str]
) -> None:
    with talking((r"AT\+CSQ", answer)) as talk:
        told = talk.session.command("AT+CSQ")
        assert told.ok
        assert told.lines == lines
        assert [urc.name for urc in talk.urcs] == urcs
        assert {urc.payload for urc in talk.urcs if urc.name == "+CDS"} <= {PDU, ""}


def test_a_urc_between_a_header_and_its_pdu_keeps_both() -> None:
    answer = b'\r\n+CDS: 25\r\n+CMTI: "SM",7\r\n' + PDU.encode() + b"\r\nOK\r\n"
    with talking((r"AT\+CSQ", answer)) as talk:
        assert talk.session.command("AT+CSQ").lines == ()
        assert [(urc.name, urc.payload) for urc in talk.urcs] == [("+CMTI", ""), ("+CDS", PDU)]


@pytest.mark.parametrize(
    ("between", "names"),
    [(cds(), ["+CDS", "+CDS"]), (b"\r\nRING\r\n\r\nNO CARRIER\r\n", ["RING", "+CDS"])],
)
def test_a_call_or_another_pushed_pdu_between_a_header_and_its_pdu_loses_neither(
    between: bytes, names: list[str]
) -> None:
    answer = b"\r\n+CDS: 25\r\n" + between + PDU.encode() + b"\r\nOK\r\n"
    with talking((r"AT\+CSQ", answer)) as talk:
        assert talk.session.command("AT+CSQ").lines == ()
        assert [urc.name for urc in talk.urcs] == names
        assert {urc.payload for urc in talk.urcs if urc.name == "+CDS"} == {PDU}


@pytest.mark.parametrize("between", [b"+CREG: 1\r\n", b"AT+CREG?\r\r\n", b"+CREG: 0,1\r\n"])
def test_what_belongs_to_the_command_does_not_part_a_header_from_its_pdu(between: bytes) -> None:
    answer = b"\r\n+CDS: 25\r\n" + between + PDU.encode() + b"\r\n+CREG: 0,1\r\n\r\nOK\r\n"
    with talking((r"AT\+CREG\?", answer)) as talk:
        assert talk.session.command("AT+CREG?").lines[-1] == "+CREG: 0,1"
        assert [urc.payload for urc in talk.urcs] == [PDU]


def test_a_header_without_its_pdu_takes_none_of_a_list() -> None:
    answer = b"\r\n+CDS: 25\r\n+CMGL: 1,1,,25\r\n" + PDU.encode() + b"\r\n\r\nOK\r\n"
    with talking((r"AT\+CMGL=4", answer)) as talk:
        assert talk.session.command("AT+CMGL=4").lines == ("+CMGL: 1,1,,25", PDU)
        assert [(urc.name, urc.payload) for urc in talk.urcs] == [("+CDS", "")]


def test_a_pushed_pdu_in_the_middle_of_a_listing_is_not_the_listings() -> None:
    answer = b"\r\n+CMGL: 1,1,,25\r\n07AA\r\n" + cds() + b"+CMGL: 2,1,,25\r\n07BB\r\n\r\nOK\r\n"
    with talking((r"AT\+CMGL=4", answer)) as talk:
        told = talk.session.command("AT+CMGL=4")
        assert told.lines == ("+CMGL: 1,1,,25", "07AA", "+CMGL: 2,1,,25", "07BB")
        assert [urc.payload for urc in talk.urcs] == [PDU]


def test_a_late_reference_and_its_ok_end_no_other_command() -> None:
    answer = b"\r\n+CMGS: 7\r\n\r\nOK\r\n\r\n+CSQ: 12,99\r\n\r\nOK\r\n"
    with talking((r"AT\+CSQ", answer)) as talk:
        assert talk.session.command("AT+CSQ").lines == ("+CSQ: 12,99",)
        assert talk.strays == ["+CMGS: 7"]


def test_an_answer_that_came_after_its_deadline_is_not_the_next_commands() -> None:
    with talking(
        (r"AT\+SLOW", None), ("AT", b"\r\nOK\r\n"), (r"AT\+CSQ", b"\r\n+CSQ: 1,99\r\nOK\r\n")
    ) as talk:
        assert talk.session.ask("AT+SLOW") is None
        talk.line.write(b"\r\n+SLOW: 1\r\n\r\nERROR\r\n")
        told = talk.session.command("AT+CSQ")
        while not told.ok:
            told = talk.session.command("AT+CSQ")
        assert told.lines == ("+CSQ: 1,99",)


def test_an_ok_that_comes_late_is_not_taken_for_an_empty_list() -> None:
    listed = b"\r\n+CMGL: 1,1,,25\r\n07AA\r\n\r\nOK\r\n"
    with talking(
        (r"AT\+SLOW", None),
        ("AT", b"\r\nOK\r\n"),  # that of AT+SLOW; the one of AT itself comes behind what is asked next
        (r"AT\+CMEE\?", b"\r\nOK\r\n\r\n+CMEE: 1\r\n\r\nOK\r\n"),
        (r"AT\+CMGL=4", listed),
    ) as talk:
        talk.session.tells_step = True
        assert talk.session.ask("AT+SLOW") is None
        assert len(talk.session.command("AT+CMGL=4").lines) == 2


def test_a_command_that_met_silence_is_not_asked_again() -> None:
    modem = [("AT", b"\r\nOK\r\n"), (r"AT\+A=1", None)]
    with talking(*modem) as talk:
        assert talk.session.ask("AT+A=1") is None
        assert talk.session.ask("AT+A=2") is None


def test_silence_is_told_after_the_deadline_and_after_every_hello() -> None:
    with talking(otherwise=None) as talk:
        with pytest.raises(SilentError):
            talk.session.command("AT+CSQ")
        with pytest.raises(SilentError):
            talk.session.hello()


def test_a_long_listing_has_time_as_long_as_lines_come() -> None:
    """All of it takes longer than one line may; each line takes a tenth of that."""
    may_take = 2.0
    with talking((r"AT\+CMGL=4", b"\r\n+CMGL: 1,1,,25\r\n")) as talk:
        rest = [
            threading.Timer(may_take * tenth / 10, talk.line.write, (b"07AA\r\n",)) for tenth in range(1, 13)
        ]
        rest.append(threading.Timer(may_take * 1.3, talk.line.write, (b"\r\nOK\r\n",)))
        for timer in rest:
            timer.start()
        lines = talk.session.command("AT+CMGL=4", may_take, idle=True).lines
        for timer in rest:
            timer.join()
        assert lines == ("+CMGL: 1,1,,25", *["07AA"] * 12)


def test_a_prompt_that_nobody_waits_for_is_left() -> None:
    with talking((r"AT\+LATE", b"\r\nERROR\r\n> "), (r"AT\+CSQ", b"\r\nOK\r\n")) as talk:
        assert not talk.session.command("AT+LATE").ok
        while not talk.session.command("AT+CSQ", 5.0).ok:
            pass


CSQ = (r"AT\+CSQ", b"\r\n+CSQ: 12,99\r\n\r\nOK\r\n")


def test_a_prompt_instead_of_the_first_answer_is_left() -> None:
    with talking(("AT", b"\r\n> "), ("AT", b"\r\nOK\r\n"), CSQ) as talk:
        talk.session.hello()
        assert talk.session.command("AT+CSQ").ok


def test_a_prompt_that_comes_while_all_should_be_quiet_is_left() -> None:
    with talking((r"AT\+CREG\?", b"\r\nOK\r\n> "), CSQ) as talk:
        assert talk.session.command("AT+CREG?").ok
        talk.session.realign()
        assert talk.session.command("AT+CSQ").ok


def test_a_prompt_while_the_step_is_looked_for_is_left() -> None:
    with talking((r"AT\+CMEE\?", b"\r\n+CMEE: 1\r\n\r\n> "), CSQ, esc=b"\r\nOK\r\n") as talk:
        assert talk.session.in_step()
        assert talk.session.command("AT+CSQ").ok


def test_a_slow_modem_answers_every_at_and_none_is_taken_for_the_next_commands_answer() -> None:
    pairs = (
        ("AT", None),
        ("AT", b"\r\nOK\r\n"),
        (r"AT\+CMEE\?", b"\r\nOK\r\n\r\n+CMEE: 0\r\n\r\nOK\r\n"),
        (r"AT\+CSQ", b"\r\n+CSQ: 12,99\r\n\r\nOK\r\n"),
    )
    with talking(*pairs) as talk:
        talk.session.hello()
        assert talk.session.command("AT+CSQ").lines == ("+CSQ: 12,99",)


def test_a_pushed_pdu_that_stops_in_the_middle_is_waited_for() -> None:
    with talking() as talk:
        talk.session.timings = replace(BRISK, partial_line=0.01, broken_line=60.0)
        talk.line.write(cds()[:40])
        talk.session.pump(1.0)
        talk.session.pump(0.05)
        talk.line.write(cds()[40:])
        talk.session.pump(1.0)
    assert [urc.payload for urc in talk.urcs] == [PDU]
