"""Sticks that are no serial modems, from a /sys laid out on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from computer import Computer

from smsdesk.modem.sticks import sticks


@pytest.mark.parametrize(
    ("usb", "parts", "word"),
    [
        ("12d1:14dc", ["1.0/net/eth1"], "web router"),
        ("12d1:14db", [], "web router"),
        ("19d2:9999", ["1.0/net/usb0"], "web router"),
        ("12d1:1f01", ["1.0/host3"], "usb-modeswitch"),
        ("19d2:2000", [], "usb-modeswitch"),
    ],
)
def test_a_stick_without_modem_port_is_explained(computer: Computer, usb: str, parts: list[str], word: str):
    computer.usb_device("1-2", usb, *parts)
    (stick,) = sticks(computer.sys)
    assert stick.usb == usb
    assert word in str(stick.sentence)


@pytest.mark.parametrize(
    ("usb", "parts"),
    [
        ("12d1:1001", ["1.0/ttyUSB0", "1.1/ttyUSB1"]),
        ("12d1:1506", ["1.0/ttyUSB0", "1.1/net/wwan0"]),
        ("1bbb:0195", ["1.0/tty/ttyACM0"]),
        ("0bda:8153", ["1.0/net/eth0"]),
        ("12d1:107e", ["1.0/host3"]),
    ],
)
def test_modems_network_cards_and_phones_are_not_meant(computer: Computer, usb: str, parts: list[str]):
    computer.usb_device("1-2", usb, *parts)
    computer.usb_device("usb1", "1d6b:0002")
    assert sticks(computer.sys) == []


def test_a_system_without_such_a_folder_has_none(tmp_path: Path):
    assert sticks(tmp_path / "nothing") == []
