"""The language of faults, and each fault at the line."""

from __future__ import annotations

import random

import pytest
from virtual_computer import HELLO, HELLO_REPORT, Computer, Make, lines

from smsdesk.domain.errors import InputError
from smsdesk.modem.virtual import faults
from smsdesk.modem.virtual.faults import Fault, Faults, parse
from smsdesk.modem.virtual.wire import NOISE_LINES

OTHER = HELLO.replace("990800F1", "990800F2")
"""The same text to +33639980002."""


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("refuse=cms:38@2", {"name": "refuse", "value": "cms:38", "point": "body", "first": 2, "last": 2}),
        ("refuse=cms:21,to=+33612345678", {"to": "+33612345678", "first": 1, "last": 10**9}),
        ("refuse=error,on=CMGD,at=body", {"commands": ("+CMGD",), "point": "start"}),
        ("lose-answer@3", {"point": "taken", "first": 3}),
        ("late-answer=40.5@1", {"value": "40.5"}),
        (
            "unsupported=CNMI,CMMS,say=COMMAND NOT SUPPORT",
            {"value": "CNMI,CMMS", "words": "COMMAND NOT SUPPORT"},
        ),
        ("no-cmms", {"name": "unsupported", "value": "CMMS"}),
        ("garbage", {"value": "16"}),
        ("hang@2-4", {"value": "", "first": 2, "last": 4}),
        ("unplug,at=prompt@3+", {"point": "prompt", "first": 3, "last": 10**9}),
        ("lose-answer@10%", {"chance": 10}),
        ("wrong-line-ends", {"value": "mixed"}),
        ("report=20/41", {"value": "20/41"}),
        ("hang,on=^SYSINFO", {"commands": ("^SYSINFO",)}),
    ],
)
def test_specifications_are_understood(spec: str, expected: dict[str, object]) -> None:
    fault = parse(spec)
    assert {name: getattr(fault, name) for name in expected} == expected
    assert fault.spec == spec


@pytest.mark.parametrize(
    "spec",
    ["", "@", "nonsense", "refuse", "refuse=", "refuse=38", "refuse=cms:x", "lose-answer=3", "late-answer", "late-answer=soon",
     "refuse=cms:38@0", "refuse=cms:38@4-2", "refuse=cms:38@2+-4", "refuse=cms:38,at=noon", "refuse=cms:38,who=me",
     "sim=lost", "sim-full@2", "no-urc,to=+336", "report=zz", "wrong-line-ends=some", "no-prompt,at=body", "unsupported",
     "refuse=cms:38,to=x;y", "split-lines=0", "signal=strong"],
)  # fmt: skip
def test_what_is_not_understood_is_said_in_one_sentence(spec: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(spec)
    assert str(caught.value).endswith(".")
    assert spec in str(caught.value)


def test_every_fault_is_explained() -> None:
    known = {**faults._EVENTS, **faults._CONDITIONS}
    assert all(f"\n    {name}" in (faults.__doc__ or "") for name in known)


def test_of_several_specifications_all_or_none_are_added(computer: Make) -> None:
    pc = computer()
    with pytest.raises(InputError):
        pc.modem.faults.add("no-urc", "nonsense")
    assert pc.modem.faults.active == ()


def test_chance_is_seeded() -> None:
    def struck(seed: int) -> list[bool]:
        these = Faults(random.Random(seed), lambda: None)
        these.load(["lose-answer@30%"])
        return [bool(these.strikes("taken", "+CMGS")) for _ in range(200)]

    assert struck(1) == struck(1) != struck(2)
    assert 30 < sum(struck(1)) < 90


def outcome(pc: Computer, pdu: str = HELLO) -> str:
    """The last line of the answer to one SMS, "" for silence."""
    return (pc.sms(pdu) or [""])[-1]


def test_refusals_count_from_when_they_were_added_and_by_number(computer: Make) -> None:
    pc = computer("refuse=cms:38@2", "refuse=cms:21,to=+33639980002@1")
    assert [outcome(pc), outcome(pc), outcome(pc)] == ["OK", "+CMS ERROR: 38", "OK"]
    assert [outcome(pc, OTHER), outcome(pc, OTHER)] == ["+CMS ERROR: 21", "OK"]
    assert [(sms.to[-1], sms.code) for sms in pc.modem.ledger.refused] == [("1", "cms:38"), ("2", "cms:21")]
    assert len(pc.modem.ledger.accepted) == 3


@pytest.mark.parametrize(
    ("spec", "answer"),
    [
        ("refuse=cme:30", "ERROR"), ("bare-error", "ERROR"), ("refuse=no-carrier", "NO CARRIER"),
        ("refuse=cms:500", "+CMS ERROR: 500"),
    ],
)  # fmt: skip
def test_refusals_in_many_words(computer: Make, spec: str, answer: str) -> None:
    pc = computer(spec, latency=1.0)
    assert pc.sms() == []
    assert pc.wait(1.0) == [answer]
    assert pc.modem.ledger.accepted == ()


def test_an_error_may_follow_what_was_taken(computer: Make) -> None:
    pc = computer("refuse=cms:500,at=taken@1")
    assert outcome(pc) == "+CMS ERROR: 500"
    assert len(pc.modem.ledger.accepted) == 1


def test_a_refusal_before_the_prompt(computer: Make) -> None:
    pc = computer("refuse=cms:304,at=start@1")
    assert pc.ask("AT+CMGS=26") == ["+CMS ERROR: 304"]
    assert outcome(pc) == "OK"


def test_a_lost_answer(computer: Make) -> None:
    pc = computer("lose-answer@1")
    assert pc.sms() == []
    assert len(pc.modem.ledger.accepted) == 1
    assert pc.ask("AT") == ["OK"]


def test_a_late_answer_comes_into_the_midst_of_what_follows(computer: Make) -> None:
    pc = computer("late-answer=40@1")
    assert pc.sms() == []
    assert pc.ask("AT") == ["OK"]
    assert pc.wait(39.0) == []
    assert pc.wait(1.0) == ["+CMGS: 1", "OK"]


def test_a_slow_answer_keeps_the_modem_busy(computer: Make) -> None:
    pc = computer("slow=40@1")
    assert pc.sms() == []
    assert pc.ask("AT") == []
    assert pc.wait(40.0) == ["+CMGS: 1", "OK", "OK"]


def test_no_prompt_and_late_prompt_and_tight_prompt(computer: Make) -> None:
    pc = computer("no-prompt@1", "late-prompt=3@1")
    assert pc.send("AT+CMGS=26\r") == b""
    assert pc.send("AT\r") == b"\r\nOK\r\n"
    assert pc.send("AT+CMGS=26\r") == b""
    assert pc.wait(3.0) == ["> "]
    assert pc.send(HELLO + "\x1a").endswith(b"OK\r\n")
    pc.modem.faults.add("prompt-no-space")
    assert pc.send("AT+CMGS=26\r") == b"\r\n>"


def test_garbage_and_corruption(computer: Make) -> None:
    pc = computer("garbage=5@1", "corrupt@2")
    pc.send("AT+CMGS=26\r")
    noisy = pc.send(HELLO + "\x1a")
    assert len(noisy) == 5 + len(b"\r\n+CMGS: 1\r\n\r\nOK\r\n")
    assert noisy.endswith(b"\r\n+CMGS: 1\r\n\r\nOK\r\n")
    pc.send("AT+CMGS=26\r")
    bent = pc.send(HELLO + "\x1a")
    right = b"\r\n+CMGS: 2\r\n\r\nOK\r\n"
    assert sum(a != b for a, b in zip(bent, right, strict=True)) == 1


@pytest.mark.parametrize(("point", "accepted"), [("start", 0), ("prompt", 0), ("body", 0), ("taken", 1)])
def test_unplugged_at_any_point(computer: Make, point: str, accepted: int) -> None:
    pc = computer(f"unplug,at={point}@1")
    pc.send("AT+CMGS=26\r")
    pc.send(HELLO + "\x1a")
    assert pc.gone
    assert not pc.modem.plugged
    assert len(pc.modem.ledger.accepted) == accepted
    pc.modem.replug()
    pc.connect()
    pc.ask("ATE0")
    assert outcome(pc) == "OK"


@pytest.mark.parametrize(("point", "accepted"), [("start", 0), ("prompt", 0), ("body", 0), ("taken", 1)])
def test_hung_at_any_point(computer: Make, point: str, accepted: int) -> None:
    pc = computer(f"hang=60,at={point}@1")
    pc.send("AT+CMGS=26\r")
    pc.send(HELLO + "\x1a")
    assert pc.ask("AT") == []
    assert len(pc.modem.ledger.accepted) == accepted
    pc.wait(61.0)
    assert pc.ask("AT") == ["OK"]


def test_a_command_that_ran_when_the_modem_hung_is_forgotten(computer: Make) -> None:
    pc = computer(latency=5.0)
    pc.sms()
    pc.modem.hang(1.0)
    pc.wait(1.0)
    assert pc.sms(OTHER) == []
    assert pc.wait(4.5) == []
    assert pc.wait(0.5) == ["+CMGS: 1", "OK"]
    assert [sms.to for sms in pc.modem.ledger.accepted] == ["+33639980002"]


def test_a_late_answer_is_lost_with_the_power(computer: Make) -> None:
    pc = computer("late-answer=40@1")
    pc.sms()
    pc.modem.unplug()
    pc.modem.replug()
    pc.connect()
    assert pc.wait(41.0) == []


def test_faults_on_other_commands(computer: Make) -> None:
    pc = computer("lose-answer,on=CMGD@1", "unplug,on=CMGL", "refuse=cms:314,on=CMGR")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.ask("AT+CMGR=1") == ["+CMS ERROR: 314"]
    assert pc.ask("AT+CMGD=1") == []
    assert len(pc.modem.ledger.deleted) == 1
    assert pc.ask("AT+CMGL=4") == []
    assert pc.gone


def test_unsolicited_lines_anywhere(computer: Make) -> None:
    pc = computer("urc-anywhere=3")
    pc.modem.network.deliver("+33639980001", "Bonjour")
    pc.modem.network.deliver("+33639980001", "Bonsoir")
    answer = pc.ask("AT+CMGL=4")
    noise = [line in NOISE_LINES for line in answer]
    assert noise == [True] * 3 + [False] * 2 + [True] * 3 + [False] * 2 + [True] * 6 + [False]
    assert len(lines(pc.send("AT+CMGS=26\r"))) == 1 + 3
    pc.ask("AT+CNMI=2,1")  # typed into the prompt: no command
    assert lines(pc.send("\x1b"))[-1] == "OK"


@pytest.mark.parametrize(
    ("how", "answer"),
    [("doubled", b"\r\n\r\n+CMGF: 0\r\n\r\n\r\n\r\nOK\r\n\r\n"), ("missing", b"\r\n+CMGF: 0\r\nOK\r\n"),
     ("cr", b"\r+CMGF: 0\r\rOK\r"), ("lf", b"\n+CMGF: 0\n\nOK\n")],
)  # fmt: skip
def test_line_ends(computer: Make, how: str, answer: bytes) -> None:
    assert computer(f"wrong-line-ends={how}").send("AT+CMGF?\r") == answer


def test_mixed_line_ends_keep_the_lines(computer: Make) -> None:
    assert computer("wrong-line-ends").ask("AT+CMGF?;+CSQ") == ["+CMGF: 0", "+CSQ: 20,99", "OK"]


def test_pieces(computer: Make) -> None:
    pc = computer("split-lines=3")
    pc.modem.receive(b"AT\r")
    assert pc.pieces == [b"\r\nO", b"K\r\n"]


def test_unknown_commands_in_the_modems_own_words(computer: Make) -> None:
    pc = computer("unsupported=CNMI,say=COMMAND NOT SUPPORT", "no-cmms")
    assert pc.ask("AT+CNMI=2,1") == ["COMMAND NOT SUPPORT"]
    assert pc.ask("AT+CMMS=?") == ["ERROR"]


def test_boot_noise_echo_and_escape(computer: Make) -> None:
    pc = computer("boot-noise", "echo-stuck", "esc=silent")
    assert pc.ask("ATE0") == ["OK"]
    assert pc.send("AT\r") == b"AT\r\r\nOK\r\n"
    pc.send("AT+CMGS=26\r")
    assert pc.send("\x1b") == b"\x1b"
    pc.modem.detach(pc.plug)
    pc.connect()
    assert b"+CPIN: READY" in pc.heard()


def test_silence_about_what_comes(computer: Make) -> None:
    pc = computer("no-urc")
    pc.ask("AT+CNMI=2,1,0,1")
    assert pc.sms(HELLO_REPORT) == ["+CMGS: 1", "OK"]
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert pc.heard() == b""
    assert len(pc.modem.ledger.stored) == 2


def test_conditions_end_and_what_they_held_back_goes_on(computer: Make) -> None:
    pc = computer("sim-full", "registration=denied", "signal=3")
    pc.ask("AT+CREG=1;+CNMI=2,1")
    assert pc.ask("AT+CREG?;+CSQ") == ["+CREG: 1,3", "+CSQ: 3,99", "OK"]
    pc.modem.network.deliver("+33639980001", "Bonjour")
    assert len(pc.modem.network.waiting) == 1
    pc.modem.faults.clear()
    assert sorted(lines(pc.heard())) == ['+CMTI: "SM",1', "+CREG: 1"]
    assert pc.modem.network.waiting == ()


def test_a_fault_is_a_value() -> None:
    assert parse("no-urc") == Fault("no-urc", "no-urc")
