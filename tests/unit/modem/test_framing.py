"""Frames out of bytes: the same whatever way the bytes are cut, and none that was not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.modem.framing import LONGEST_LINE, Frame, Framer, Line, Prompt

P = Prompt()


def frames_of(*pieces: bytes) -> list[Frame]:
    framer = Framer()
    return [frame for piece in pieces for frame in framer.feed(piece)]


@pytest.mark.parametrize(
    ("data", "frames"),
    [
        (b"\r\nOK\r\n", [Line("OK")]),
        (b"OK\r", [Line("OK")]),
        (b"OK\n", [Line("OK")]),
        (b"\r\r\n\n\rOK\r\r\n\r\n", [Line("OK")]),
        (b"AT\rOK\r\n", [Line("AT"), Line("OK")]),
        (b"\r\n+CSQ: 12,99\r\n\r\nOK\r\n", [Line("+CSQ: 12,99"), Line("OK")]),
        (b"> ", [P]),
        (b">", [P]),
        (b"\r\n> ", [P]),
        (b"AT+CMGS=20\r\r\n> ", [Line("AT+CMGS=20"), P]),
        (b'\r\n>\r\n+CMTI: "SM",1\r\n', [P, Line('+CMTI: "SM",1')]),
        (b"> 0011AA\x1a\r\n+CMGS: 1\r\n", [P, Line("0011AA"), Line("+CMGS: 1")]),
        (b"0011AA\x1a+CMGS: 1\r\n", [Line("0011AA"), Line("+CMGS: 1")]),
        (b"\x00\x00OK\x00\r\n", [Line("OK")]),
        (b"\x11 OK \t\r\n", [Line("OK")]),
        (b"\r\n OK\r\n+CSQ: 12,99 \r\n", [Line("OK"), Line("+CSQ: 12,99")]),
        (b" OK\r\n", [Line("OK")]),
        (b"caf\xe9\r\n", [Line("café")]),
        (b"\xff\xfe\r\n", [Line("ÿþ")]),
        (b"\x1b\x1bOK\r\n", [Line("OK")]),
        (b"\r\n\r\n", []),
    ],
)
def test_lines_and_prompts(data: bytes, frames: list[Frame]) -> None:
    assert frames_of(data) == frames
    assert frames_of(*(bytes([octet]) for octet in data)) == frames


def test_a_line_without_its_end_waits_and_can_be_taken_as_it_stands() -> None:
    framer = Framer()
    assert framer.feed(b"\r\n+CMS ERROR: 3") == []
    assert framer.partial
    assert framer.feed(b"8") == []
    assert framer.flush() == [Line("+CMS ERROR: 38")]
    assert not framer.partial
    assert framer.flush() == []


def test_a_prompt_behind_noise_is_found_when_the_line_goes_quiet() -> None:
    framer = Framer()
    assert framer.feed(b"\xfe\xfa> ") == []
    assert framer.flush() == [Line("þú"), P]


def test_an_endless_line_is_cut_and_the_next_one_is_whole() -> None:
    framer = Framer()
    frames = [frame for _ in range(100) for frame in framer.feed(b"x" * 1000)]
    frames += framer.feed(b"> x\r\nOK\r\n")
    assert frames == [Line("x" * LONGEST_LINE), Line("OK")]


@given(st.lists(st.binary(max_size=12), max_size=12))
def test_how_the_bytes_are_cut_makes_no_difference_and_nothing_is_raised(pieces: list[bytes]) -> None:
    assert frames_of(*pieces) == frames_of(b"".join(pieces))


@given(st.binary(max_size=300))
def test_a_line_has_no_line_end_no_edge_blanks_and_is_not_empty(data: bytes) -> None:
    for frame in frames_of(data, b"\r\n"):
        if isinstance(frame, Line):
            assert min(frame[0], frame[-1]) > " "
            assert not set("\r\n\x00\x1a\x1b") & set(frame)
