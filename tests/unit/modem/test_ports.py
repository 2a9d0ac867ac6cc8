"""Ports and who holds them, on a computer laid out on disk."""

from __future__ import annotations

import os
from pathlib import Path

from computer import Computer

from smsdesk.modem.ports import Candidate, Holder, candidate_of, candidates, holders, process_runs

USB0, USB1 = "/dev/ttyUSB0", "/dev/ttyUSB1"


def test_ports_come_with_what_usb_says(computer: Computer):
    computer.port(USB1, "12d1:1001", "1-2:1.1", "Huawei PC UI")
    computer.port(USB0, "12D1:1001", "1-2:1.0")
    computer.port("/dev/ttyS0")
    assert candidates(computer.surroundings) == [
        Candidate("/dev/ttyS0"),
        Candidate(USB0, "12d1:1001", "1-2", 0),
        Candidate(USB1, "12d1:1001", "1-2", 1, "Huawei PC UI"),
    ]


def test_bluetooth_is_left_alone(computer: Computer):
    computer.port("/dev/rfcomm0")
    assert candidates(computer.surroundings) == []


def test_a_link_to_a_port_is_that_port(computer: Computer, tmp_path: Path):
    device = tmp_path / "ttyUSB7"
    device.touch()
    link = tmp_path / "my-modem"
    link.symlink_to(device)
    computer.port(str(device), "19d2:0016", "1-1:1.2")
    assert candidate_of(str(link), candidates(computer.surroundings)) == Candidate(
        str(link), "19d2:0016", "1-1", 2
    )
    assert candidate_of("COM9", candidates(computer.surroundings)) == Candidate("COM9")


def test_the_process_that_holds_a_port_is_named(computer: Computer):
    computer.process(77, "gammu-smsd", "/dev/null", USB0)
    computer.process(78, "bash", "/dev/tty1", "socket:[1234]")
    assert holders(computer.surroundings, [USB0, USB1, "COM3", "virtual://a"]) == {
        USB0: Holder(77, "gammu-smsd")
    }


def test_a_lock_file_counts_while_its_process_lives(computer: Computer):
    computer.process(99, "smsd")
    computer.lock_file("ttyUSB0", 99)
    computer.lock_file("ttyUSB1", 100)
    (computer.lock / "LCK..ttyUSB2").write_bytes(b"\xff\xfe rubbish")
    assert holders(computer.surroundings, [USB0, USB1, "/dev/ttyUSB2"]) == {USB0: Holder(99, "smsd")}


def test_whoever_serves_a_pseudo_terminal_does_not_use_it(computer: Computer):
    computer.process(77, "socat", "/dev/pts/4")
    assert holders(computer.surroundings, ["/dev/pts/4"]) == {}


def test_this_process_knows_itself():
    assert Holder(os.getpid(), "python").is_this_process
    assert not Holder(1, "init").is_this_process


def test_a_running_program_is_found_by_name(computer: Computer):
    computer.process(5, "ModemManager")
    computer.process(6, "a-very-long-pro")
    assert process_runs(computer.surroundings, "ModemManager")
    assert process_runs(computer.surroundings, "a-very-long-program-name")
    assert not process_runs(computer.surroundings, "smsd")


def test_a_computer_that_shows_nothing_holds_nothing(computer: Computer):
    computer.proc.rmdir()
    assert holders(computer.surroundings, [USB0]) == {}
    assert not process_runs(computer.surroundings, "ModemManager")
