"""Whatever comes down the line, the modem stays a modem."""

from __future__ import annotations

import contextlib

from hypothesis import example, given, settings
from hypothesis import strategies as st
from virtual_computer import ByHand, Computer

from smsdesk.modem.virtual import SimCard, VirtualConfig, VirtualModem
from smsdesk.modem.virtual.at import COMMANDS
from smsdesk.modem.virtual.errors import AtError
from smsdesk.modem.virtual.request import split_line

TAILS = st.sampled_from(
    [
        "",
        "?",
        "=?",
        "=",
        "=0",
        "=1",
        "=2",
        "=4",
        '="SM"',
        "=1,4",
        "=26",
        '="+336"',
        '="é²"',
        "=,,",
        '="',
        "=-1",
        "=1,²",
    ]
)
COMMAND = st.tuples(
    st.sampled_from(sorted(COMMANDS)), TAILS | st.text(max_size=12).map(lambda text: "=" + text)
).map("".join)
TYPED = st.one_of(
    st.lists(COMMAND, max_size=4).map(lambda commands: "AT" + ";".join(commands) + "\r"),
    st.text(max_size=40), st.just("\x1a"), st.just("\x1b"), st.just("0011000B913336990800F10000FF0DC2B75BFDAECB41E330C81E06\x1a"),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(TYPED, max_size=8), st.booleans())
@example(['AT+CSMP=17,"²"\r', "AT+CMGF=1\r", 'AT+CMGS="1"\r', "x\x1a"], False)
def test_any_input_is_survived(typed: list[str], locked: bool) -> None:
    time = ByHand()
    modem = VirtualModem(VirtualConfig(monotonic=time, card=SimCard(pin="1234" if locked else "")))
    pc = Computer(modem, time)
    modem.network.deliver("+33639980001", "Bonjour")
    modem.network.deliver_raw("junk")
    for text in typed:
        pc.send(text.encode("utf-8"))
    pc.send("\x1b\x1b\rATE0Q0V1\r")
    assert pc.ask("AT") == ["OK"]
    modem.close()


@given(st.text(max_size=60))
def test_any_line_is_cut_or_refused(body: str) -> None:
    with contextlib.suppress(AtError):
        assert all(request.name == request.name.upper() for request in split_line(body))
