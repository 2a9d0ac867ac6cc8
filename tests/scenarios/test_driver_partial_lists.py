"""What a list does not show: behind its end anything may stand, and an empty one may be no list at all."""

from __future__ import annotations

import pytest
from modem_stand import BASICS, Desk, ForeignModem, on_pty, working

OK = b"\r\nOK\r\n"
LIST = r"AT\+CMGL=4"


def pdu(number: int) -> str:
    return f"07913306091093F0040B913336399800F100006230118000{number:02X}0003CFF71B"


def listed(*entries: tuple[int, int], end: bytes = OK) -> tuple[str, bytes]:
    rows = [f"\r\n+CMGL: {slot},1,,{len(pdu(which)) // 2 - 8}\r\n{pdu(which)}" for slot, which in entries]
    return LIST, "".join(rows).encode() + b"\r\n" + end


def test_what_a_list_that_breaks_off_does_not_show_is_not_deleted() -> None:
    """The message known in slot 3 may have made room for another one, which nobody has stored."""
    foreign = ForeignModem(
        [
            *BASICS,
            listed((1, 1), (3, 3)),
            (r"AT\+CMGD=3", b"\r\n+CMS ERROR: 500\r\n"),
            (r"AT\+CMGD=1", OK),
            listed((1, 2), end=b"\r\n+CMS ERROR: 314\r\n"),
            listed((3, 4)),
            (r"AT\+CMGD=3", OK),
            (LIST, OK),
        ]
    )
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk):
        desk.wait(lambda: len(desk.released_ids) >= 4)
        foreign.wait_until(lambda commands: commands.count("AT+CMGL=4") > 3)
    assert [(row.slot, row.pdu) for row in desk.rows] == [(1, pdu(1)), (3, pdu(3)), (1, pdu(2)), (3, pdu(4))]
    assert [line for line in foreign.commands if "CMGD" in line] == [
        "AT+CMGD=3", "AT+CMGD=1", "AT+CMGD=1", "AT+CMGD=3",
    ]  # fmt: skip


REFUSED = b"\r\n+CMS ERROR: 500\r\n"
NO_LIST = {
    "every slot is refused": [(LIST, b"\r\n+CMS ERROR: 320\r\n"), (r"AT\+CMGR=\d+", b"\r\nERROR\r\n")],
    "another command's OK": [(LIST, OK)],
    "text mode": [
        (LIST, b"\r\nERROR\r\n"),
        (r"AT\+CMGR=\d+", b"\r\n+CMS ERROR: 321\r\n"),
        (r"AT\+CMGF\?", b"\r\n+CMGF: 1\r\n\r\nOK\r\n"),
    ],
}
"""What a modem may say that still holds what it was asked for."""


def is_asked_last(commands: list[str]) -> bool:
    """Whether a list was asked for after the last deletion."""
    return commands[::-1].index("AT+CMGL=4") < commands[::-1].index("AT+CMGD=1")


@pytest.mark.parametrize("said", NO_LIST.values(), ids=NO_LIST)
def test_what_seems_gone_and_is_not_is_stored_once(said: list[tuple[str, bytes]]) -> None:
    foreign = ForeignModem(
        [
            *BASICS,
            listed((1, 1)),
            (r"AT\+CMGD=1", REFUSED),
            *said,
            listed((1, 1)),
            (r"AT\+CMGD=1", OK),
            (LIST, OK),
        ]
    )
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk):
        foreign.wait_until(lambda commands: commands.count("AT+CMGD=1") == 2 and is_asked_last(commands))
    assert [row.pdu for row in desk.rows] == [pdu(1)]


@pytest.mark.parametrize("said", NO_LIST.values(), ids=NO_LIST)
def test_at_the_start_what_seems_gone_and_is_not_is_not_told(said: list[tuple[str, bytes]]) -> None:
    """The disk may hold what an earlier run stored and did not see deleted."""
    foreign = ForeignModem([*BASICS, *said, listed((1, 1)), (r"AT\+CMGD=1", OK), (LIST, OK)])
    desk = Desk()
    with on_pty(foreign) as (port, _), working(port, desk):
        foreign.wait_until(lambda commands: "AT+CMGD=1" in commands and is_asked_last(commands))
    assert desk.seen[0] == ("SM", (1,))
