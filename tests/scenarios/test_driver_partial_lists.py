"""A list that breaks off says nothing about the slots behind its end: nothing is deleted there."""

from __future__ import annotations

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
