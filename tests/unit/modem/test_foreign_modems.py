"""Modems that are not ours and know little, each driven through a real pseudo-terminal or TCP connection."""

from __future__ import annotations

import socket
import time
from dataclasses import replace

import pytest
from modem_stand import BASICS, BRISK, PATIENCE_S, Desk, ForeignModem, on_pty, on_tcp, sms, working

from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult

ACCEPTS = (r"AT\+CMGS=\d+", b"\r\n> "), ("<pdu>", b"\r\n+CMGS: 12\r\n\r\nOK\r\n")
DELIVER = "07913306091093F0040B913336990800F100006211122283834005D330BB4E07"
STORED = b'\r\n+CMGL: 3,"REC UNREAD",,24\r\n' + DELIVER.encode() + b"\r\n\r\nOK\r\n"


def test_a_modem_that_refuses_all_it_does_not_know_sends() -> None:
    modem = ForeignModem([*BASICS, *ACCEPTS])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        outcome = desk.wait_outcome(1)
    assert (outcome.result, outcome.ref) == (SubmitResult.ACCEPTED, 12)


def test_a_modem_that_is_silent_about_all_it_does_not_know_sends() -> None:
    modem = ForeignModem([*BASICS, *ACCEPTS], otherwise=None)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        (b"> ", b"\r\n+CMGS: 12\r\nOK\r\n"),
        (b">", b"+CMGS: 12\r\n\r\nOK\r\n"),
        (b"\r\n>", b"\r\n+CMGS:12\rOK\r"),
        (b"\n> ", b"\n+CMGS: 12\n\nOK\n"),
        (b"\r\r\n> ", b"\r\n\r\n+CMGS: 12,01\r\n\r\n\r\nOK\r\n\r\n"),
        (b"\r\n> ", b"\r\n+CMGS: 12\r\n\r\nOK"),
        (b'\r\n+CMTI: "SM",9\r\n> ', b"\r\n+CMGS: 12\r\n\r\nOK\r\n"),
        (b"\r\n> ", b"\r\n^RSSI: 18\r\nRING\r\n+CMGS: 12\r\nNO CARRIER\r\n\r\nOK\r\n"),
    ],
)
def test_prompts_and_answers_in_many_shapes(prompt: bytes, answer: bytes) -> None:
    modem = ForeignModem([*BASICS, (r"AT\+CMGS=\d+", prompt), ("<pdu>", answer)])
    desk = Desk()
    with on_tcp(modem) as (url, _), working(url, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        outcome = desk.wait_outcome(1)
    assert (outcome.result, outcome.ref) == (SubmitResult.ACCEPTED, 12)


def test_a_modem_that_always_echoes_is_understood() -> None:
    pairs = [
        *BASICS,
        *ACCEPTS,
        (r"AT\+CGMI", b"\r\nMaker\r\n\r\nOK\r\n"),
        (r"AT\+CMGL=4", STORED),
        (r"AT\+CMGL=4", b"\r\nOK\r\n"),
        (r"AT\+CMGD=3", b"\r\nOK\r\n"),
    ]
    modem = ForeignModem(pairs, echo=True)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        assert desk.wait_state(ModemState.READY).manufacturer == "Maker"
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
        desk.wait(lambda: worker.swept >= 2)
    assert [row.pdu for row in desk.rows] == [DELIVER]


def test_without_cnmi_the_sweep_finds_what_came() -> None:
    pairs = [
        *BASICS,
        (r"AT\+CMGL=4", b"\r\nOK\r\n"),
        (r"AT\+CMGL=4", STORED),
        (r"AT\+CMGL=4", b"\r\nOK\r\n"),
        (r"AT\+CMGD=3", b"\r\nOK\r\n"),
    ]
    modem = ForeignModem(pairs)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait(lambda: worker.swept >= 3)
    assert [(row.pdu, row.memory, row.slot) for row in desk.rows] == [(DELIVER, "SM", 3)]


def test_a_modem_that_cannot_list_is_read_slot_by_slot() -> None:
    pairs = [
        *BASICS,
        (r"AT\+CPMS=\?", b'\r\n+CPMS: ("SM","ME"),("SM","ME")\r\n\r\nOK\r\n'),
        (r'AT\+CPMS="SM"', b"\r\n+CPMS: 1,3\r\n\r\nOK\r\n"),
        (r'AT\+CPMS="ME"', b"\r\n+CMS ERROR:302\r\n"),
        (r"AT\+CMGR=2", b"\r\n+CMGR: 0,,24\r\n" + DELIVER.encode() + b"\r\n\r\nOK\r\n"),
        (r"AT\+CMGD=2", b"\r\nOK\r\n"),
    ]
    modem = ForeignModem(pairs)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk):
        desk.wait(lambda: desk.released_ids)
    assert [(row.memory, row.slot) for row in desk.rows] == [("SM", 2)]


def test_drafts_of_somebody_stay_on_the_sim() -> None:
    listing = (
        b'\r\n+CMGL: 1,2,,14\r\n0001000B913336990800F1000002C834\r\n+CMGL: 2,1,"",24\r\n' + DELIVER.encode()
    )
    modem = ForeignModem(
        [*BASICS, (r"AT\+CMGL=4", listing + b"\r\n\r\nOK\r\n"), (r"AT\+CMGD=2", b"\r\nOK\r\n")]
    )
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk):
        desk.wait(lambda: desk.released_ids)
    assert not [command for command in modem.commands if command.startswith("AT+CMGD=1")]
    assert desk.seen[0] == ("SM", (2,))


def test_a_pdu_that_the_line_spoilt_is_read_again_before_its_slot_is_freed() -> None:
    spoilt = STORED.replace(b"D330BB", b"D3\xff0BB")
    pairs = [
        *BASICS,
        (r"AT\+CMGL=4", spoilt),
        (r"AT\+CMGL=4", spoilt),
        (r"AT\+CMGL=4", b"\r\nOK\r\n"),
        (r"AT\+CMGR=3", b"\r\n+CMGR: 1,,24\r\n" + DELIVER.encode() + b"\r\n\r\nOK\r\n"),
        (r"AT\+CMGD=3", b"\r\nOK\r\n"),
    ]
    modem = ForeignModem(pairs)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait(lambda: worker.swept >= 2)
    assert [row.pdu for row in desk.rows] == [DELIVER]


def test_the_modem_that_has_no_pdu_mode_is_named_as_such() -> None:
    modem = ForeignModem([("AT", b"\r\nOK\r\n"), (r"AT\+CMGF=0", b"\r\n+CMS ERROR: 303\r\n")])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        status = desk.wait_state(ModemState.NOT_FOUND)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
    assert "does not offer SMS" in str(status.sentence)


def test_what_speaks_something_else_is_no_modem_and_gets_nothing_but_at() -> None:
    modem = ForeignModem([("AT", b"$GPGGA,123519,4807.038,N,01131.000,E*47\r\n")])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk):
        desk.wait_state(ModemState.NOT_FOUND)
    assert set(modem.commands) == {"AT"}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (b"\r\n+CME ERROR: 10\r\n", ModemState.NO_SIM),
        (b"\r\n+CME ERROR: SIM not inserted\r\n", ModemState.NO_SIM),
        (b"\r\n+CMS ERROR:310\r\n", ModemState.NO_SIM),
        (b"\r\n+CME ERROR: 13\r\n", ModemState.SIM_REFUSED),
        (b"\r\n+CPIN: PH-NET PIN\r\n\r\nOK\r\n", ModemState.SIM_REFUSED),
        (b"\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n", ModemState.PUK_NEEDED),
        (b"\r\n+CME ERROR: 11\r\n", ModemState.PIN_NEEDED),
        (b"\r\n+CME ERROR: 12\r\n", ModemState.PUK_NEEDED),
        (b"\r\n+CME ERROR: 14\r\n", ModemState.SIM_REFUSED),
    ],
)
def test_the_pin_goes_to_nothing_but_the_words_sim_pin(answer: bytes, state: ModemState) -> None:
    modem = ForeignModem([*BASICS[:2], (r"AT\+CPIN\?", answer)])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, pin="1234"):
        desk.wait_state(state)
    assert not desk.pins
    assert not [command for command in modem.commands if "1234" in command]


@pytest.mark.parametrize(
    ("stat", "state"),
    [
        (b"+CREG: 0,1", ModemState.READY),
        (b'+CREG: 2,1,"00C3","1A2B"', ModemState.READY),
        (b"+CREG: 0,6", ModemState.READY),
        (b"+CREG: 0,0", ModemState.NO_NETWORK),
        (b"+CREG: 0,2", ModemState.NO_NETWORK),
        (b"+CREG: 0,3", ModemState.NO_NETWORK),
        (b"+CREG: 0,5", ModemState.ROAMING_REFUSED),
    ],
)
def test_registration_decides_whether_it_sends(stat: bytes, state: ModemState) -> None:
    modem = ForeignModem([*BASICS, (r"AT\+CREG\?", b"\r\n" + stat + b"\r\n\r\nOK\r\n")])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk):
        desk.wait_state(state)
    assert len({status.state for status in desk.statuses}) == 2


def test_a_sim_that_roams_in_its_own_country_sends() -> None:
    pairs = [
        *BASICS,
        (r"AT\+CREG\?", b"\r\n+CREG: 0,5\r\n\r\nOK\r\n"),
        (r"AT\+CIMI", b"\r\n208150012345678\r\n\r\nOK\r\n"),
        (r"AT\+COPS=3,2", b"\r\nOK\r\n"),
        (r"AT\+COPS\?", b'\r\n+COPS: 0,2,"20801"\r\n\r\nOK\r\n'),
    ]
    desk = Desk()
    with on_pty(ForeignModem(pairs)) as (port, _), working(port, desk):
        desk.wait_state(ModemState.READY)
    assert ModemState.ROAMING_REFUSED not in {status.state for status in desk.statuses}


def test_lte_registration_counts_where_gsm_has_none() -> None:
    pairs = [
        *BASICS,
        (r"AT\+CREG\?", b"\r\n+CREG: 0,3\r\n\r\nOK\r\n"),
        (r"AT\+CEREG\?", b"\r\n+CEREG: 0,1\r\n\r\nOK\r\n"),
    ]
    desk = Desk()
    with on_pty(ForeignModem(pairs)) as (port, _), working(port, desk):
        desk.wait_state(ModemState.READY)
    assert ModemState.NO_NETWORK not in {status.state for status in desk.statuses}


def test_a_modem_left_in_numeric_answers_and_at_a_prompt_is_won_back() -> None:
    pairs = [("AT", b"0\r"), ("ATV1", b"\r\nOK\r\n"), *BASICS[1:]]
    modem = ForeignModem(pairs)
    modem._at_prompt = True
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk):
        desk.wait_state(ModemState.READY)
    assert not modem._at_prompt
    assert modem.commands.count("ATV1") == 1


@pytest.mark.parametrize(
    ("commands", "sim"),
    [
        ([(r"AT\+CCID", b'\r\n+CCID: "8933010000001234567"\r\n\r\nOK\r\n')], "8933010000001234567"),
        ([(r"AT\+CCID", b"\r\n8933010000001234567f\r\n\r\nOK\r\n")], "8933010000001234567"),
        ([(r"AT\^ICCID\?", b"\r\n^ICCID: 89330100000012345678\r\n\r\nOK\r\n")], "89330100000012345678"),
        (
            [(r"AT\+CRSM=.*", b'\r\n+CRSM: 144,0,"983310000000214365F7"\r\n\r\nOK\r\n')],
            "8933010000001234567",
        ),
        ([(r"AT\+CIMI", b"\r\n208010012345678\r\n\r\nOK\r\n")], "208010012345678"),
        ([(r"AT\+CGSN", b"\r\n351234567890123\r\n\r\nOK\r\n")], "imei:351234567890123"),
    ],
)
def test_the_sim_is_named_by_what_the_modem_can_tell(commands: list[tuple[str, bytes]], sim: str) -> None:
    desk = Desk()
    with on_pty(ForeignModem([*BASICS, *commands])) as (port, _), working(port, desk):
        assert desk.wait_state(ModemState.READY).sim == sim


@pytest.mark.parametrize("first", [b"\r\nOK\r\n", None], ids=["one too late", "silent once"])
def test_the_sim_has_its_name_also_when_it_was_not_told_at_first(first: bytes | None) -> None:
    iccid = b'\r\n+CCID: "8933010000001234567"\r\n\r\nOK\r\n'
    late = [(r"AT\+CCID", first), (r"AT\+ICCID", iccid), (r"AT\+CCID", iccid)]
    desk = Desk()
    with on_pty(ForeignModem([*BASICS, *late])) as (port, _), working(port, desk):
        assert desk.wait_state(ModemState.READY).sim == "8933010000001234567"


def test_noise_before_a_slot_that_is_read_by_itself_does_not_become_its_pdu() -> None:
    read = b"\r\n+CMGR: 0,,24\r\n" + DELIVER.encode() + b"\r\n\r\nOK\r\n"
    pairs = [*BASICS, (r"AT\+CMGR=2", b"\xf0\x9a\r\n" + read), (r"AT\+CMGD=2", b"\r\nOK\r\n")]
    desk = Desk()
    with on_pty(ForeignModem(pairs)) as (port, _), working(port, desk):
        desk.wait(lambda: desk.released_ids)
    assert [row.pdu for row in desk.rows][:1] == [DELIVER]


def test_a_slot_that_the_line_spoilt_is_read_again_where_there_are_no_lists() -> None:
    read = b"\r\n+CMGR: 0,,24\r\n%s\r\n\r\nOK\r\n"
    spoilt, well = read % DELIVER.encode()[:-6], read % DELIVER.encode()
    pairs = [*BASICS, (r"AT\+CMGR=2", spoilt), (r"AT\+CMGR=2", well), (r"AT\+CMGD=2", b"\r\nOK\r\n")]
    desk = Desk()
    with on_pty(ForeignModem(pairs)) as (port, _), working(port, desk):
        desk.wait(lambda: desk.released_ids)
    assert [row.pdu for row in desk.rows][:1] == [DELIVER]


def test_a_line_that_breaks_between_prompt_and_pdu_means_surely_not_sent() -> None:
    modem = ForeignModem([*BASICS, ACCEPTS[0]])
    desk = Desk()
    with on_tcp(modem) as (url, line), working(url, desk) as worker:
        desk.at_begin = line.hang_up
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
    assert desk.begun == [1]
    assert modem.commands[-1].startswith("AT+CMGS")


def test_a_modem_that_starts_anew_has_forgotten_its_sms_and_nobody_waits_for_the_answer() -> None:
    pairs = [*BASICS, (r"AT\+CMGS=.*", b"\r\n> "), ("<pdu>", b"\r\nRDY\r\n"), ACCEPTS[1]]
    desk = Desk()
    patient = replace(BRISK, submit=10 * PATIENCE_S)
    with on_pty(ForeignModem(pairs)) as (port, _), working(port, desk, patient) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.UNKNOWN
        desk.wait_state(ModemState.READY, after=len(desk.statuses))
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED


def test_a_port_that_hangs_up_at_once_was_no_modem_that_was_unplugged() -> None:
    desk = Desk()
    server = socket.create_server(("127.0.0.1", 0))
    with server, working(f"socket://127.0.0.1:{server.getsockname()[1]}", desk):
        client, _ = server.accept()
        with client:
            client.recv(64)
        desk.wait_state(ModemState.NOT_FOUND)
    assert ModemState.LOST not in {status.state for status in desk.statuses}


@pytest.mark.parametrize(
    "listing",
    [
        b"\r\n+CMGL: 3,1,,0\r\n\r\n\r\nOK\r\n",
        b'\r\n+CMGL: 3,"REC READ",,\r\n\r\nOK\r\n',
        b"\r\n+CMGL: 3,1\r\n\r\nOK\r\n",
        b"\r\n+CMGL: 3,1,,24\r\n0791\r\n\r\nOK\r\n",
        b"\r\n+CMGL: 3,1,,31\r\n" + DELIVER.encode() + b"\r\n\r\nOK\r\n",
        b"\r\n+CMGL: 3,1,,24\r\nno hex at all\r\n\r\nOK\r\n",
        b"\r\n+CMGL: 3,1,,2\r\nF\r\n\r\nOK\r\n",
    ],
)
@pytest.mark.parametrize("read", [b"\r\nERROR\r\n", b"\r\n+CMS ERROR: 321\r\n", b"\r\nOK\r\n"])
def test_a_slot_that_holds_nothing_a_decoder_understands_is_freed(listing: bytes, read: bytes) -> None:
    pairs = [
        *BASICS,
        (r"AT\+CMGL=4", listing),
        (r"AT\+CMGL=4", listing),
        (r"AT\+CMGL=4", b"\r\nOK\r\n"),
        (r"AT\+CMGD=3", b"\r\nOK\r\n"),
    ]
    modem = ForeignModem(pairs, otherwise=read if b"321" in read else b"\r\nERROR\r\n")
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait(lambda: worker.swept >= 2)
    assert [row.slot for row in desk.rows] == [3]
    assert desk.released_ids == [0]


def test_a_slot_that_cannot_be_read_at_this_moment_is_left_until_it_can() -> None:
    empty = b"\r\n+CMGL: 3,1,,0\r\n\r\n\r\nOK\r\n"
    pairs = [
        *BASICS,
        *[(r"AT\+CMGL=4", empty)] * 4,
        (r"AT\+CMGL=4", b"\r\nOK\r\n"),
        (r"AT\+CMGR=3", b"\r\n+CMS ERROR: 314\r\n"),
        (r"AT\+CMGR=3", b"\r\n+CMGR: 1,,24\r\n" + DELIVER.encode() + b"\r\n\r\nOK\r\n"),
        (r"AT\+CMGD=3", b"\r\nOK\r\n"),
    ]
    modem = ForeignModem(pairs)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk) as worker:
        desk.wait(lambda: worker.swept >= 3)
    assert [row.pdu for row in desk.rows] == [DELIVER]


def test_a_modem_that_is_still_starting_is_waited_for_and_not_called_missing() -> None:
    pairs = [("AT", None)] * 7 + [*BASICS, *ACCEPTS]
    modem = ForeignModem(pairs)
    desk = Desk()
    timings = replace(BRISK, starting=PATIENCE_S)
    with on_pty(modem) as (port, _), working(port, desk, timings) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    assert ModemState.NOT_FOUND not in {status.state for status in desk.statuses}


class Slow(ForeignModem):
    """Takes its time for each AT, longer than two of the waits for it."""

    def feed(self, data: bytes) -> list[bytes]:
        time.sleep(0.5 * data.count(b"AT\r"))  # the modem's own slowness is what is tested
        return super().feed(data)


def test_a_slow_modem_is_heard_and_its_late_answers_are_not_taken_for_the_next_ones() -> None:
    modem = Slow([*BASICS, *ACCEPTS, (r"AT\+CGMI", b"\r\nMaker\r\n\r\nOK\r\n")])
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk, replace(BRISK, hello=0.15)) as worker:
        assert desk.wait_state(ModemState.READY).manufacturer == "Maker"
        worker.submit(sms(1))
        assert desk.wait_outcome(1).ref == 12


@pytest.mark.parametrize(
    ("command", "answer", "left"),
    [
        (r"AT\+CPINR", b'+CPINR: "SIM PIN",2,3\r\n+CPINR: "SIM PUK",10,10', 2),
        (r"AT\+CPINR", b"+CPINR: SIM PIN,1", 1),
        (r"AT\^CPIN\?", b"^CPIN: SIM PIN,2,10,2,10,3", 2),
        (r"AT\+SPIC", b"+SPIC: 1,10,0,10", 1),
        (r"AT\+QPINC\?", b'+QPINC: "SC",2,10\r\n+QPINC: "P2",3,10', 2),
        ("AT#PCT", b"#PCT: 3", 3),
        (r"AT\+SPIC", b"+SPIC: 17", None),
        (r"AT\+SPIC", b"+SPIC: many", None),
    ],
)
def test_the_tries_that_are_left_are_told_in_every_dialect_and_none_is_spent(
    command: str, answer: bytes, left: int | None
) -> None:
    pairs = [
        *BASICS[:2],
        (r"AT\+CPIN\?", b"\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n"),
        (command, b"\r\n" + answer + b"\r\n\r\nOK\r\n"),
    ]
    modem = ForeignModem(pairs)
    desk = Desk()
    with on_pty(modem) as (port, _), working(port, desk):
        said = str(desk.wait_state(ModemState.PIN_NEEDED).sentence)
    assert said.endswith("asks for its PIN. Enter it." if left is None else f"locks itself: {left}.")
    assert not [command for command in modem.commands if command.startswith("AT+CPIN=")]
