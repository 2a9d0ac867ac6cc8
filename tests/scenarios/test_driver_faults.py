"""The driver against each fault of the line, the modem, the SIM and the network, over a real pseudo-terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from modem_stand import BRISK, PATIENT, Desk, sms, working

from smsdesk.domain.clock import system_clock
from smsdesk.domain.modems import ModemState
from smsdesk.domain.outgoing import SubmitResult
from smsdesk.modem.virtual import Registration, SimCard, VirtualConfig, VirtualModem, serve_pty

Plugged = Callable[..., tuple[VirtualModem, str]]


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Plugged]:
    """Makes virtual modems on pseudo-terminals."""
    open_ones = []

    def plug(*faults: str, **config: object) -> tuple[VirtualModem, str]:
        modem = VirtualModem(VirtualConfig(faults=faults, seed=1, **config))  # type: ignore[arg-type]
        port = serve_pty(modem, tmp_path / "modem")
        open_ones.append((modem, port))
        return modem, str(port.__enter__())

    yield plug
    for modem, port in open_ones:
        port.__exit__(None, None, None)
        modem.close()


def send_one(plugged: Plugged, *faults: str, timings=BRISK) -> tuple[VirtualModem, Desk]:
    """Send part 1 under faults, then part 2, which must be accepted whatever happened to the first."""
    modem, port = plugged(*faults, reports=None)
    desk = Desk()
    with working(port, desk, timings) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1, text="eins"))
        desk.wait_outcome(1)
        for attempt in range(2, 40):
            worker.submit(sms(attempt, text="zwei"))
            if desk.wait_outcome(attempt).result is SubmitResult.ACCEPTED:
                break
            desk.wait(lambda: desk.statuses[-1].state is ModemState.READY)
        assert modem.ledger.wait_for(lambda ledger: ("+33639980001", "zwei") in ledger.texts)
    return modem, desk


@pytest.mark.parametrize("code", ["cms:38", "cms:21", "cms:331", "cms:500", "cme:30", "cme:14", "cms:310"])
def test_a_refusal_after_the_pdu_is_told_with_its_code(plugged: Plugged, code: str) -> None:
    modem, desk = send_one(plugged, f"refuse={code}@1")
    assert (desk.outcomes[0].result, desk.outcomes[0].code) == (SubmitResult.REFUSED, code)
    assert modem.ledger.texts == [("+33639980001", "zwei")]


@pytest.mark.parametrize("code", ["cms:310", "cms:331", "cme:10", "error"])
def test_a_refusal_before_the_pdu_means_not_sent(plugged: Plugged, code: str) -> None:
    _, desk = send_one(plugged, f"refuse={code},at=start@1")
    assert (desk.outcomes[0].result, desk.outcomes[0].code) == (SubmitResult.NOT_SENT, code)
    assert 1 not in desk.begun


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("bare-error@1", "error"),
        ("refuse=error,at=taken@1", "error"),
        ("refuse=no-carrier,at=taken@1", "no_carrier"),
        ("lose-answer@1", "silence"),
        ("slow=3@1", "silence"),
        ("hang,at=body@1", "silence"),
        ("unplug,at=body@1", "silence"),
        ("unplug,at=taken@1", "silence"),
    ],
)
def test_without_a_usable_answer_after_the_pdu_nobody_claims_to_know(
    plugged: Plugged, fault: str, code: str
) -> None:
    modem, port = plugged(fault, reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        outcome = desk.wait_outcome(1)
        assert (outcome.result, outcome.code) == (SubmitResult.UNKNOWN, code)
    assert len([line for line in modem.ledger.lines if line.startswith("AT+CMGS")]) == 1


@pytest.mark.parametrize("esc", ["silent", "error"])
@pytest.mark.parametrize("fault", ["no-prompt@1", "late-prompt=1@1", "hang=1,at=start@1"])
def test_without_a_prompt_nothing_is_sent_and_the_next_one_is(plugged: Plugged, fault: str, esc: str) -> None:
    modem, desk = send_one(plugged, fault, f"esc={esc}")
    assert desk.outcomes[0].result is SubmitResult.NOT_SENT
    assert modem.ledger.texts == [("+33639980001", "zwei")]


@pytest.mark.parametrize("seconds", ["1.2", "1.5"])
def test_a_late_answer_goes_to_its_own_part(plugged: Plugged, seconds: str) -> None:
    modem, port = plugged(f"late-answer={seconds}@1", reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.UNKNOWN
        worker.submit(sms(2))
        late, second = desk.wait_outcome(1, late=True), desk.wait_outcome(2)
    assert {late.result, second.result} == {SubmitResult.ACCEPTED}
    assert [late.ref, second.ref] == [sent.reference for sent in modem.ledger.accepted]


def test_two_late_answers_go_to_their_own_parts(plugged: Plugged) -> None:
    modem, port = plugged("late-answer=2.5@1", reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        worker.submit(sms(2))
        assert [desk.wait_outcome(part).result for part in (1, 2)] == [SubmitResult.UNKNOWN] * 2
        late = [desk.wait_outcome(part, late=True).ref for part in (1, 2)]
    assert late == [sent.reference for sent in modem.ledger.accepted]


def test_references_tell_a_late_answer_from_the_next_ones_at_once(plugged: Plugged) -> None:
    modem, port = plugged("late-answer=2@2", "hang,at=body@4", reports=None)
    desk = Desk()
    with working(port, desk, replace(BRISK, doubt=30.0)) as worker:
        desk.wait_state(ModemState.READY)
        for part in (1, 2, 3):
            worker.submit(sms(part))
            desk.wait_outcome(part)
        assert desk.wait_outcome(3).result is SubmitResult.ACCEPTED
        assert desk.wait_outcome(2, late=True).ref == modem.ledger.accepted[1].reference


def test_a_late_answer_beside_a_refusal_is_credited_to_nobody(plugged: Plugged) -> None:
    _, port = plugged("late-answer=1.3@1", "refuse=cms:38@2", reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        worker.submit(sms(2))
        assert [desk.wait_outcome(part).result for part in (1, 2)] == [SubmitResult.UNKNOWN] * 2
        worker.submit(sms(3))
        assert desk.wait_outcome(3).result is SubmitResult.ACCEPTED
    assert len(desk.outcomes) == 3


def test_a_late_answer_during_the_next_dialogue_is_not_the_next_ones(plugged: Plugged) -> None:
    modem, port = plugged("late-answer=1.3@1", "slow=0.8@2", reports=None)
    desk = Desk()
    # However busy the computer is: the second answer comes while the first one is held back.
    with working(port, desk, replace(BRISK, doubt=8.0)) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        worker.submit(sms(2))
        late, second = desk.wait_outcome(1, late=True), desk.wait_outcome(2)
    assert [late.ref, second.ref] == [sent.reference for sent in modem.ledger.accepted]


@pytest.mark.parametrize(
    "fault",
    [
        "prompt-no-space",
        "urc-anywhere",
        "urc-anywhere=9",
        "wrong-line-ends=missing",
        "wrong-line-ends=doubled",
        "wrong-line-ends=cr",
        "wrong-line-ends=lf",
        "wrong-line-ends=mixed",
        "split-lines",
        "split-lines=3",
        "boot-noise",
        "echo-stuck",
        "reports-early",
        "reports-twice",
        "no-cmms",
        "unsupported=CSMS,CNMI,CPMS,CMEE,CREG,COPS,CSQ,CCID,CIMI",
        "unsupported=CNMI,CMMS,CPIN,say=COMMAND NOT SUPPORT",
        "garbage=40,at=start",
    ],
)
def test_a_strange_line_changes_nothing(plugged: Plugged, fault: str) -> None:
    modem, port = plugged(fault)
    desk = Desk()
    with working(port, desk, replace(BRISK, command=5.0, optional=2.0, submit=5.0)) as worker:
        desk.wait_state(ModemState.READY)
        for part in range(3):
            worker.submit(sms(part, text=f"Nr {part}"))
        modem.network.deliver("+33639980002", "Merci")
        for part in range(3):
            assert desk.wait_outcome(part).result is SubmitResult.ACCEPTED
        desk.wait(lambda: [row for row in desk.rows if row.slot is not None])
        desk.wait(lambda: not modem.sim.memory.listing())
    assert [text for _, text in modem.ledger.texts] == ["Nr 0", "Nr 1", "Nr 2"]


def test_every_report_is_stored_whatever_command_was_in_flight(plugged: Plugged) -> None:
    modem, port = plugged("urc-anywhere=3")
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        for part in range(30):
            worker.submit(sms(part))
        desk.wait(lambda: len(desk.rows) >= 30)
        desk.wait(lambda: len(desk.outcomes) == 30)
    assert len({row.pdu for row in desk.rows}) == 30
    assert len(modem.ledger.accepted) == 30


def test_a_burst_of_announcements_during_a_series_loses_nothing(plugged: Plugged) -> None:
    modem, port = plugged(card=SimCard(capacity=20), reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        for number in range(60):
            worker.submit(sms(number))
            modem.network.deliver(f"+336399800{number:02}", "Merci")
        desk.wait(lambda: len(desk.rows) >= 60 and len(desk.released_ids) >= 60)
        desk.wait(lambda: len(desk.outcomes) == 60)
    assert len(desk.rows) == len(modem.ledger.deleted) == 60
    assert not modem.network.waiting


def test_a_full_disk_keeps_the_messages_on_the_sim_and_says_so(plugged: Plugged) -> None:
    modem, port = plugged(reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        desk.wait(lambda: worker.swept)
        desk.disk_full = True
        modem.network.deliver("+33639980002", "Merci")
        desk.wait(lambda: "written to the disk" in str(desk.statuses[-1].sentence))
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
        assert len(modem.sim.memory.listing()) == 1
        desk.disk_full = False
        desk.wait(lambda: desk.released_ids)
        desk.wait(lambda: "ready" in str(desk.statuses[-1].sentence))
    assert len(desk.rows) == len(modem.ledger.deleted) == 1


def test_pushed_reports_wait_in_memory_while_the_disk_is_full(plugged: Plugged) -> None:
    modem, port = plugged()
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        desk.wait(lambda: worker.swept)
        desk.disk_full = True
        worker.submit(sms(1))
        desk.wait(lambda: "written to the disk" in str(desk.statuses[-1].sentence))
        assert "AT+CNMA" not in modem.ledger.lines, "what is not on the disk is not acknowledged"
        desk.disk_full = False
        desk.wait(lambda: desk.rows)
        worker.submit(sms(2))
        desk.wait(lambda: len(desk.rows) == 2)


def test_a_deletion_that_fails_is_repeated_without_storing_twice(plugged: Plugged) -> None:
    modem, port = plugged("refuse=cms:321,on=CMGD@1", reports=None)
    desk = Desk()
    with working(port, desk):
        desk.wait_state(ModemState.READY)
        modem.network.deliver("+33639980002", "Merci")
        desk.wait(lambda: desk.released_ids)
    assert len(desk.rows) == 1
    assert len(modem.ledger.deleted) == 1


@pytest.mark.parametrize("fault", ["corrupt,on=CMGL@2-4", "garbage,on=CMGL@2-4", "unplug,on=CMGL@2"])
def test_a_listing_that_breaks_off_loses_and_doubles_nothing(plugged: Plugged, fault: str) -> None:
    modem, port = plugged(fault, reports=None)
    desk = Desk()
    with working(port, desk):
        for number in range(8):
            modem.network.deliver(f"+3363998000{number}", "Merci")
        if fault.startswith("unplug"):
            desk.wait_state(ModemState.LOST)
            modem.replug()
        desk.wait(lambda: len(desk.released_ids) >= 8)
    assert len(desk.rows) == 8
    assert all(re.fullmatch("[0-9A-F]+", row.pdu) for row in desk.rows)


def test_unplugged_while_idle_is_seen_at_once_and_mended_by_the_replug(plugged: Plugged) -> None:
    modem, port = plugged(reports=None)
    desk = Desk()
    with working(port, desk, replace(BRISK, sweep=60.0, network_refresh=60.0)) as worker:
        desk.wait(lambda: worker.swept)
        modem.unplug()
        desk.wait_state(ModemState.LOST)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
        told = len(desk.statuses)
        modem.replug()
        desk.wait_state(ModemState.READY, after=told)
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED


def test_a_modem_that_came_back_under_another_name_is_found(plugged: Plugged, tmp_path: Path) -> None:
    modem, port = plugged(reports=None)
    desk = Desk()
    other = tmp_path / "other"
    with working(port, desk, locate=lambda: str(other) if other.is_symlink() else None) as worker:
        desk.wait(lambda: worker.swept)
        modem.unplug()
        desk.wait_state(ModemState.LOST)
        told = len(desk.statuses)
        modem.replug()
        other.symlink_to(Path(port).resolve())
        assert desk.wait_state(ModemState.READY, after=told).name == worker.name == str(other)


def test_a_modem_that_changes_its_port_in_the_middle_of_an_sms_goes_on_with_the_next_one(
    plugged: Plugged, tmp_path: Path
) -> None:
    modem, port = plugged("unplug,at=body@1", reports=None)
    desk = Desk()
    other = tmp_path / "other"
    with working(port, desk, PATIENT, locate=lambda: str(other) if other.is_symlink() else None) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.UNKNOWN
        desk.wait_state(ModemState.LOST)
        told = len(desk.statuses)
        modem.replug()
        other.symlink_to(Path(port).resolve())
        assert desk.wait_state(ModemState.READY, after=told).name == str(other)
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED
    assert [outcome.part_id for outcome in desk.outcomes] == [1, 2], (
        "nobody is credited with another's answer"
    )


def test_a_modem_that_hangs_is_reset_and_at_last_the_person_is_asked(plugged: Plugged) -> None:
    modem, port = plugged(reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait(lambda: worker.swept)
        modem.hang()
        desk.wait_state(ModemState.SILENT)
        told = len(desk.statuses)
        modem.unplug()
        modem.replug()
        desk.wait_state(ModemState.READY, after=told)
    sentences = [str(status.sentence) for status in desk.statuses]
    assert any("started again" in sentence for sentence in sentences)


def test_a_hang_of_a_moment_needs_nobody(plugged: Plugged) -> None:
    modem, port = plugged(reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait(lambda: worker.swept)
        told = len(desk.statuses)
        modem.hang(1.5)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
        desk.wait_state(ModemState.READY, after=told)
        assert not [status for status in desk.statuses if status.state is ModemState.SILENT]


# --- the SIM and the network


def test_the_right_pin_is_written_down_then_tried_once(plugged: Plugged) -> None:
    modem, port = plugged(card=SimCard(pin="1234"))
    desk = Desk()
    with working(port, desk, pin="1234") as worker:
        desk.wait_state(ModemState.READY)
        desk.wait(lambda: worker.swept)
    assert (desk.pin_results, len(modem.ledger.pin_tries)) == ([True], 1)


def test_a_wrong_pin_is_tried_once_across_sweeps_replugs_and_hangs(plugged: Plugged) -> None:
    modem, port = plugged(card=SimCard(pin="1234"))
    desk = Desk()
    with working(port, desk, pin="9999") as worker:
        desk.wait_state(ModemState.PIN_WRONG)
        worker.sweep()
        modem.unplug()
        desk.wait_state(ModemState.LOST)
        told = len(desk.statuses)
        modem.replug()
        desk.wait_state(ModemState.PIN_WRONG, after=told)
        assert len(modem.ledger.pin_tries) == 1
        worker.enter_pin("1234")
        desk.wait_state(ModemState.READY, after=told)
    assert desk.pin_results == [False, True]


def test_no_pin_goes_out_before_it_is_written_down_or_in_another_form(plugged: Plugged) -> None:
    modem, port = plugged(card=SimCard(pin="1234"))
    desk = Desk(pin_allowed=False)
    with working(port, desk, pin="1234") as worker:
        desk.wait_state(ModemState.PIN_NEEDED)
        desk.pin_allowed = True
        for typed in ('12"34', "12", "1234\rAT+CFUN=0", "٣٤٥٦", ""):
            told = len(desk.statuses)
            worker.enter_pin(typed)
            desk.wait(
                lambda told=told: len(desk.statuses) > told or "4 to 8" in str(desk.statuses[-1].sentence)
            )
    assert not modem.ledger.pin_tries
    assert not [line for line in modem.ledger.lines if "CFUN" in line or 'CPIN="' in line]


def test_a_right_pin_whose_answer_is_lost_is_recognised_by_the_open_sim(plugged: Plugged) -> None:
    modem, port = plugged("lose-answer,on=CPIN@3", card=SimCard(pin="1234"))
    desk = Desk()
    with working(port, desk, pin="1234"):
        desk.wait_state(ModemState.READY)
    assert (desk.pin_results, len(modem.ledger.pin_tries)) == ([True], 1)


def test_a_pin_without_any_answer_is_not_repeated(plugged: Plugged) -> None:
    modem, port = plugged("hang,on=CPIN,at=start@3", card=SimCard(pin="1234"))
    desk = Desk()
    with working(port, desk, pin="9999"):
        desk.wait(lambda: desk.pins)
        desk.wait(lambda: "started again" in str(desk.statuses[-1].sentence))
        modem.unplug()
        told = len(desk.statuses)
        modem.replug()
        desk.wait_state(ModemState.PIN_NEEDED, after=told)
    assert len(desk.pins) == 1
    assert not modem.ledger.pin_tries


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("sim=absent", ModemState.NO_SIM),
        ("sim=failure", ModemState.SIM_REFUSED),
        ("sim=wrong", ModemState.SIM_REFUSED),
        ("sim=busy", ModemState.SIM_REFUSED),
        ("registration=off", ModemState.NO_NETWORK),
        ("registration=searching", ModemState.NO_NETWORK),
        ("registration=denied", ModemState.NO_NETWORK),
        ("registration=roaming", ModemState.ROAMING_REFUSED),
    ],
)
def test_each_state_has_its_sentence_and_passes_when_its_cause_does(
    plugged: Plugged, fault: str, state: ModemState
) -> None:
    modem, port = plugged(fault, operator_code="26201")
    desk = Desk()
    with working(port, desk) as worker:
        told = desk.wait_state(state)
        assert str(told.sentence).endswith(".")
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
        modem.faults.clear()
        desk.wait_state(ModemState.READY)
    assert not modem.ledger.accepted


def test_roaming_is_allowed_where_the_person_allowed_it(plugged: Plugged) -> None:
    modem, port = plugged(operator_code="26201")
    modem.network.set_registration(Registration.ROAMING)
    desk = Desk()
    with working(port, desk, roaming=True) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.ACCEPTED
    assert ModemState.ROAMING_REFUSED not in {status.state for status in desk.statuses}


# --- what must never reach the wire


@pytest.mark.parametrize(
    "number",
    [
        '+336"\rAT+CFUN=0\r',
        "+33639980001\r",
        "+33639980001\x1a",
        "\x1b+33639980001",
        "AT+CMGD=1,4",
        "+",
        "",
        "+33 6",
    ],
)
def test_a_hostile_number_ends_as_invalid_without_a_byte_on_the_wire(plugged: Plugged, number: str) -> None:
    modem, port = plugged(reports=None)
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait(lambda: worker.swept)
        before = len(modem.ledger.lines)
        worker.submit(sms(1, to=number))
        outcome = desk.wait_outcome(1)
        worker.submit(sms(2))
        desk.wait_outcome(2)
    assert (outcome.result, outcome.code) == (SubmitResult.NOT_SENT, "invalid")
    allowed = re.compile(r"AT(\+CMGS=\d+|\+CMGL=4|\+CPMS=\"\w\w\"|\+CREG\?|\+CSQ|\+COPS\?|\+CMGD=\d+)?")
    assert all(allowed.fullmatch(line) for line in modem.ledger.lines[before:])
    assert len(modem.ledger.accepted) == 1


def test_control_characters_in_a_text_stay_in_the_pdu(plugged: Plugged) -> None:
    modem, port = plugged(reports=None)
    desk = Desk()
    text = "a\x1ab\x1bc\rAT+CMGD=1,4\r\nd"
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1, text=text))
        desk.wait_outcome(1)
        worker.submit(sms(2, text="danach"))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED
    assert not [line for line in modem.ledger.lines if "CMGD" in line]


# --- ending


def test_called_off_at_the_prompt_nothing_is_sent(plugged: Plugged) -> None:
    modem, port = plugged(reports=None)
    desk = Desk(call_off=True)
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT
        desk.call_off = False
        worker.submit(sms(2))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED
    assert len(modem.ledger.accepted) == 1


def test_closing_during_a_long_wait_ends_soon_and_says_unknown(plugged: Plugged) -> None:
    modem, port = plugged("slow=60", reports=None)
    desk = Desk()
    with working(port, desk, replace(BRISK, submit=180.0)) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        desk.wait(lambda: desk.begun)
        worker.submit(sms(2))
        worker.close()
        assert desk.wait_outcome(1, late=False).result is SubmitResult.UNKNOWN
        assert desk.wait_outcome(2).result is SubmitResult.NOT_SENT
    assert len(desk.outcomes) == 2
    assert modem.alive


def test_a_part_that_comes_after_the_end_is_given_back(plugged: Plugged) -> None:
    _, port = plugged()
    desk = Desk()
    with working(port, desk) as worker:
        desk.wait_state(ModemState.READY)
    worker.submit(sms(1))
    assert desk.wait_outcome(1).result is SubmitResult.NOT_SENT


def test_the_late_answer_to_an_attempt_of_an_earlier_run_is_not_the_next_ones(plugged: Plugged) -> None:
    """The program ended after Ctrl-Z; the new one is told of it, and hears it out before it sends."""
    modem, port = plugged("late-answer=0.8@1", "refuse=cms:38@2", reports=None)
    with working(port, desk := Desk(), replace(BRISK, submit=0.2, close_grace=0.0)) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(1))
        desk.wait(lambda: desk.begun)
    began = system_clock()
    desk = Desk()
    with working(port, desk, replace(BRISK, doubt=8.0)) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(2, left_open=(1,), left_open_at=began))
        late, second = desk.wait_outcome(1, late=True), desk.wait_outcome(2)
    assert late.ref == modem.ledger.accepted[0].reference
    assert (second.result, second.code) == (SubmitResult.REFUSED, "cms:38")


def test_an_attempt_of_an_earlier_run_that_is_long_past_holds_nobody(plugged: Plugged) -> None:
    _, port = plugged(reports=None)
    desk = Desk()
    with working(port, desk, replace(BRISK, doubt=3600.0)) as worker:
        desk.wait_state(ModemState.READY)
        worker.submit(sms(2, left_open=(1,), left_open_at=system_clock() - timedelta(hours=2)))
        assert desk.wait_outcome(2).result is SubmitResult.ACCEPTED
