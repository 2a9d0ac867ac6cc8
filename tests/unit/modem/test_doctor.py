"""The diagnosis in plain words, over the virtual modem."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from computer import Computer
from modem_stand import Desk, working

from smsdesk.domain.diagnosis import Diagnosis, Level
from smsdesk.domain.modems import ModemState, ModemStatus
from smsdesk.domain.sentences import say
from smsdesk.modem import conditions, virtual
from smsdesk.modem.doctor import diagnose
from smsdesk.modem.virtual import SimCard, VirtualConfig, VirtualModem

URL = "virtual://patient"


@pytest.fixture
def patient(request: pytest.FixtureRequest) -> Iterator[VirtualModem]:
    yield virtual.create("patient", VirtualConfig(**getattr(request, "param", {})))
    virtual.forget("patient")


def words(diagnosis: Diagnosis, level: Level) -> str:
    """All sentences of a level."""
    sentences = (
        sentence
        for finding in diagnosis.findings
        if finding.level is level
        for sentence in (finding.title, finding.detail, finding.next_step)
    )
    return " ".join(map(str, filter(None, sentences)))


def look(computer: Computer) -> Diagnosis:
    return diagnose([URL], surroundings=computer.surroundings)


def test_a_healthy_modem(computer: Computer, patient: VirtualModem):
    found = look(computer)
    assert found.level is Level.OK
    for word in (
        "Virtual Modem",
        patient.config.identity.imei,
        "unlocked",
        "Virtuel F",
        "very good",
        "message centre is set",
        "0 of 30",
        "gives delivery reports",
        "long messages",
    ):
        assert word in words(found, Level.OK)
    assert not patient.ledger.accepted


ILL = [
    ({"card": SimCard(pin="1234")}, Level.PROBLEM, "asks for its PIN"),
    ({"faults": ("sim=absent",)}, Level.PROBLEM, "no SIM"),
    ({"faults": ("sim=failure",)}, Level.PROBLEM, "cannot be used"),
    ({"faults": ("registration=denied",)}, Level.PROBLEM, "does not let this SIM in"),
    ({"faults": ("registration=off",)}, Level.PROBLEM, "finds no network"),
    ({"faults": ("registration=roaming",)}, Level.WARNING, "foreign network"),
    ({"faults": ("signal=5",)}, Level.WARNING, "weak"),
    ({"faults": ("signal=12",)}, Level.OK, "fair"),
    ({"faults": ("signal=18",)}, Level.OK, "is good"),
    ({"faults": ("signal=99",)}, Level.NOTE, "does not tell how strong"),
    ({"faults": ("unsupported=CNMI",)}, Level.NOTE, "delivery reports"),
    ({"faults": ("unsupported=CSCA",)}, Level.NOTE, "message centre"),
    ({"faults": ("unsupported=CMGF",)}, Level.PROBLEM, "does not offer SMS"),
    ({"faults": ("hang,on=CSCA",)}, Level.PROBLEM, "stopped answering"),
]


@pytest.mark.parametrize(("patient", "level", "word"), ILL, indirect=["patient"])
def test_each_illness_is_told(computer: Computer, patient: VirtualModem, level: Level, word: str):
    assert word in words(look(computer), level)
    assert not patient.ledger.pin_tries


SETTLED = frozenset(ModemState) - {ModemState.SEARCHING, ModemState.NOT_FOUND}


@pytest.mark.parametrize(
    "patient",
    [{}, *(habits for habits, _, word in ILL if word not in {"does not offer SMS", "stopped answering"})],
    indirect=True,
)
def test_of_a_modem_at_work_the_same_is_told_in_the_same_order(computer: Computer, patient: VirtualModem):
    alone = look(computer)
    desk = Desk()
    with working(URL, desk) as worker:
        desk.wait(lambda: any(status.state in SETTLED for status in desk.statuses))
        found = diagnose([URL], [desk.statuses[-1]], computer.surroundings, lambda _name: worker.examine())
    assert found == alone
    assert worker.examine() is None, "nobody answers for a modem that is closed"


@pytest.mark.parametrize("patient", [{"card": SimCard(pin="1234")}], indirect=True)
def test_nobody_waits_for_a_modem_that_cannot_be_looked_over(patient: VirtualModem):
    desk = Desk()
    with working(URL, desk) as worker:
        desk.wait_state(ModemState.PIN_NEEDED)
        assert worker.examine() is None


@pytest.mark.parametrize("patient", [{"card": SimCard(capacity=5)}], indirect=True)
def test_a_memory_that_fills_up(computer: Computer, patient: VirtualModem):
    for _ in range(4):
        patient.network.deliver("+33639980001", "Bonjour")
    assert "4 of 5 places" in words(look(computer), Level.WARNING)


def test_no_modem_at_all(computer: Computer):
    found = diagnose(surroundings=computer.surroundings)
    assert found.level is Level.PROBLEM
    assert "Plug the modem in" in words(found, Level.PROBLEM)


def test_a_web_router_is_the_problem_when_there_is_nothing_else(computer: Computer):
    computer.usb_device("1-2", "12d1:14dc", "1.0/net/eth1")
    found = diagnose(surroundings=computer.surroundings)
    assert "HiLink" in words(found, Level.PROBLEM)


def test_a_web_router_beside_a_modem_is_a_note(computer: Computer, patient: VirtualModem):
    computer.usb_device("1-2", "12d1:14dc", "1.0/net/eth1")
    computer.port(URL, "12d1:1001")
    found = diagnose(surroundings=computer.surroundings)
    assert "HiLink" in words(found, Level.NOTE)


def test_modem_manager_is_explained(computer: Computer, patient: VirtualModem):
    computer.process(5, "ModemManager")
    computer.port(URL, "12d1:1001")
    found = diagnose(surroundings=computer.surroundings)
    assert "71-smsdesk.rules" in words(found, Level.WARNING)
    assert patient.ledger.lines


def test_a_port_that_does_not_exist(computer: Computer):
    found = diagnose(["/dev/ttyNONE9"], surroundings=computer.surroundings)
    assert "/dev/ttyNONE9" in words(found, Level.PROBLEM)


def test_a_modem_at_work_is_told_of_and_left_alone(computer: Computer, patient: VirtualModem):
    status = ModemStatus(URL, ModemState.READY, say("The modem is ready."), operator="Orange F", signal=80)
    found = diagnose([URL], [status], computer.surroundings)
    assert found.level is Level.OK
    assert "Orange F" in words(found, Level.OK)
    assert not patient.ledger.lines


def test_a_modem_at_work_that_has_a_problem(computer: Computer, patient: VirtualModem):
    status = ModemStatus(URL, ModemState.NO_NETWORK, say("The modem finds no network."))
    assert "no network" in words(diagnose([URL], [status], computer.surroundings), Level.PROBLEM)
    assert not patient.ledger.lines


def test_a_modem_at_work_that_does_not_delete_is_a_warning(computer: Computer, patient: VirtualModem):
    status = ModemStatus(URL, ModemState.READY, conditions.NOT_DELETED)
    found = diagnose([URL], [status], computer.surroundings)
    assert found.level is Level.WARNING
    assert "does not delete" in " ".join(str(finding.detail) for finding in found.findings)


def test_a_modem_that_is_not_open_is_looked_for(computer: Computer, patient: VirtualModem):
    status = ModemStatus(URL, ModemState.LOST, say("The modem was unplugged. Plug it in again."))
    assert diagnose([URL], [status], computer.surroundings).level is Level.OK
    assert patient.ledger.lines


def test_a_modem_that_is_being_prepared_is_told_of_and_left_alone(computer: Computer, patient: VirtualModem):
    starting = ModemStatus(
        URL, ModemState.SEARCHING, say("The modem is starting."), imei="490154203237518", model="Virtual"
    )
    found = diagnose([URL], [starting], computer.surroundings)
    assert not patient.ledger.lines
    assert "is starting" in words(found, Level.NOTE)
    assert found.level is not Level.PROBLEM
