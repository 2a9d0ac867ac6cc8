"""What the answers of modem and network mean: error codes and the status of delivery reports."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum

from smsdesk.domain.outgoing import PartState
from smsdesk.domain.sentences import Sentence, say


class ErrorClass(StrEnum):
    """What an error code means for the part that met it."""

    TRANSIENT = "transient"
    """Not taken, and likely to pass: try again after a delay of RETRY_DELAYS."""
    PERMANENT = "permanent"
    """Refused for good: this message to this number will not go."""
    ACCOUNT = "account"
    """The SIM or its subscription: every message would meet it, so the queue pauses."""
    STORAGE_FULL = "storage_full"
    """The memory for messages is full: empty it, then go on."""
    UNKNOWN = "unknown"
    """The network may or may not have taken it: a person decides."""


RETRY_DELAYS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1))
"""Waiting before each new try after a transient code: congestion passes in seconds, an outage in an hour."""

_CMS = {
    ErrorClass.TRANSIENT: (27, 38, 41, 42, 47, 98, 192, 194, 212, 301, 314, 331, 332),
    ErrorClass.PERMANENT: (
        1, 21, 81, 95, 96, 97, 99, 111, 128, 129, 130, 143, 144, 145, 159, 160, 161, 175, 176,
        195, 196, 198, 199, 304, 305,
    ),
    ErrorClass.ACCOUNT: (8, 10, 28, 29, 30, 50, 69, 193, 302, 303, *range(310, 314), *range(315, 319), 330),
    ErrorClass.STORAGE_FULL: (22, 208, 209, 211, 320, 321, 322),
    ErrorClass.UNKNOWN: (127, 255, 300, 500),
}  # fmt: skip
"""+CMS ERROR numbers: 3GPP TS 27.005, 3.2.5; below 128 the causes of TS 24.011, E-2, and to 255 TP-FCS."""

_CME = {
    ErrorClass.TRANSIENT: (14, 30, 31, 32),
    ErrorClass.ACCOUNT: (10, 11, 12, 13, 15, 16, 17, 18),
    ErrorClass.UNKNOWN: (0, 100),
}
"""+CME ERROR numbers: 3GPP TS 27.007, 9.2."""

_CLASSES = {
    f"{family}:{number}": error_class
    for family, table in (("cms", _CMS), ("cme", _CME))
    for error_class, numbers in table.items()
    for number in numbers
}
_CLASSES["invalid"] = ErrorClass.PERMANENT
_NUMBERED = re.compile(r"(cms|cme):0*(\d{1,4})")


def _canonical(code: str) -> str:
    found = _NUMBERED.fullmatch(code.strip().lower())
    return f"{found[1]}:{found[2]}" if found else ""


def classify(code: str) -> ErrorClass:
    """Class an answer written "cms:38", "cme:30", "error" (bare ERROR), "silence" or "" (nothing known).

    "invalid" is the desk's own: the number or the text fits into no PDU, so nothing went on the wire.

    Every number that stands in no list is UNKNOWN, whatever its range: vendors invent numbers below 512
    too, and only UNKNOWN can neither repeat a message that went nor call one failed that arrived.
    """
    return _CLASSES.get(_canonical(code) or code, ErrorClass.UNKNOWN)


_NOT_IN_USE = say("This number does not exist or is not in use. Check it, then send again.")
_REFUSED = say("The network refuses this message. Check the number; if it is right, call the person.")
_BARRED = say("The operator does not let this SIM send this message. Ask the operator what the plan allows.")
_CONGESTED = say("The network is congested. The message will be tried again by itself.")
_NO_NETWORK = say("The modem has no network at the moment. The message will be tried again by itself.")
_PHONE_AWAY = say("The phone cannot be reached at the moment. The message will be tried again by itself.")
_NO_SIM = say("There is no SIM in the modem. Insert it, then plug the modem in again.")
_PIN = say("The SIM asks for its PIN. Enter it in the modem's settings.")
_PUK = say("The SIM is locked and asks for its PUK. Unlock it in a phone with the operator's letter at hand.")
_SIM_BAD = say("The SIM cannot be used. Try it in a phone; if it fails there too, ask for another one.")
_SIM_BUSY = say("The SIM is busy. The message will be tried again by itself.")
_NO_CENTRE = say("The number of the message centre is missing or wrong on the SIM. Ask the operator for it.")

_EXPLAINED = {
    "cms:1": _NOT_IN_USE,
    "cms:8": _BARRED,
    "cms:10": _BARRED,
    "cms:21": say("The network rejected this message. Check the number, then send again or call the person."),
    "cms:27": _PHONE_AWAY,
    "cms:28": say("The network does not know this SIM. Ask the operator whether the line is active."),
    "cms:29": say("The operator refuses this service. Ask the operator whether the line is active."),
    "cms:30": say("The network does not know this SIM. Ask the operator whether the line is active."),
    "cms:38": say("The network is out of order at the moment. The message will be tried again by itself."),
    "cms:41": _CONGESTED,
    "cms:42": _CONGESTED,
    "cms:47": _CONGESTED,
    "cms:50": _BARRED,
    "cms:69": say("The network does not offer SMS to this SIM. Ask the operator what the plan allows."),
    "cms:111": _REFUSED,
    "cms:192": _CONGESTED,
    "cms:193": _NO_CENTRE,
    "cms:194": _CONGESTED,
    "cms:195": say("The number is not valid. Correct it, then send again."),
    "cms:196": say("The operator does not send SMS to this number. Use another number, or call the person."),
    "cms:198": say("The operator does not accept how long this message may wait. Choose another time limit."),
    "cms:212": _SIM_BUSY,
    "cms:302": _BARRED,
    "cms:310": _NO_SIM,
    "cms:311": _PIN,
    "cms:312": _PIN,
    "cms:313": _SIM_BAD,
    "cms:314": _SIM_BUSY,
    "cms:315": _SIM_BAD,
    "cms:316": _PUK,
    "cms:317": _PIN,
    "cms:318": _PUK,
    "cms:330": _NO_CENTRE,
    "cms:331": _NO_NETWORK,
    "cms:332": _CONGESTED,
    "cme:10": _NO_SIM,
    "cme:11": _PIN,
    "cme:12": _PUK,
    "cme:13": _SIM_BAD,
    "cme:14": _SIM_BUSY,
    "cme:15": _SIM_BAD,
    "cme:16": say("The PIN is wrong. Check it before entering it again: three wrong ones lock the SIM."),
    "cme:17": _PIN,
    "cme:18": _PUK,
    "cme:30": _NO_NETWORK,
    "cme:31": _CONGESTED,
    "cme:32": say("The network allows emergency calls only. The message will be tried again by itself."),
    "invalid": say("This number or text cannot be sent as an SMS. Correct it, then send again."),
    "silence": say(
        "The modem gave no answer: it is not known whether the message went. "
        "Ask the person, then decide whether to send it again."
    ),
}

_BY_CLASS = {
    ErrorClass.TRANSIENT: say("The message could not go at the moment. It will be tried again by itself."),
    ErrorClass.PERMANENT: _REFUSED,
    ErrorClass.ACCOUNT: say("The SIM cannot send. Check the SIM and its plan, then resume sending."),
    ErrorClass.STORAGE_FULL: say("The memory for messages is full. It is emptied, then sending goes on."),
    ErrorClass.UNKNOWN: say(
        "The modem gave an unclear answer: it is not known whether the message went. "
        "Ask the person, then decide whether to send it again."
    ),
}


def explain(code: str) -> Sentence:
    """Tell a person what a code of `classify` means and what happens next."""
    known = _EXPLAINED.get(_canonical(code) or code.strip().lower())
    return known or _BY_CLASS[classify(code)]


TP_ST_EXPIRED = 0x46
"""SM validity period expired (3GPP TS 23.040, 9.2.3.15)."""


def report_state(tp_st: int) -> PartState | None:
    """The end that a delivery report announces, None while the network still tries.

    3GPP TS 23.040, 9.2.3.15: 0x00-0x1F done, 0x20-0x3F still trying, 0x40-0x7F given up. The reserved
    values from 0x80 on decide nothing either.
    """
    if tp_st == TP_ST_EXPIRED:
        return PartState.EXPIRED
    if 0x00 <= tp_st <= 0x1F:
        return PartState.DELIVERED
    return PartState.FAILED if 0x40 <= tp_st <= 0x7F else None


_STATUS = {
    0x00: say("The message reached the phone."),
    0x01: say("The message was handed on; the network cannot confirm that the phone got it."),
    0x02: say("The message was replaced by a newer one."),
    0x20: say("The network is congested. It keeps trying."),
    0x21: say("The phone is busy. The network keeps trying."),
    0x22: say("The phone does not answer. The network keeps trying."),
    0x23: say("The network refuses the message for now and keeps trying."),
    0x24: say("The phone cannot receive for now. The network keeps trying."),
    0x25: say("The phone reports an error. The network keeps trying."),
    0x40: say("The phone cannot be reached from this network. Use another number, or call the person."),
    0x41: _NOT_IN_USE,
    0x42: _REFUSED,
    0x43: _NOT_IN_USE,
    0x44: _REFUSED,
    0x45: _NOT_IN_USE,
    TP_ST_EXPIRED: say(
        "The phone was off or out of reach until the message expired. Send it again, or call the person."
    ),
    0x47: say("The message was deleted in the network before it reached the phone. Send it again."),
    0x48: say("The message was deleted by the operator before it reached the phone. Send it again later."),
    0x49: say("The network no longer knows this message. Ask the person, then send it again if needed."),
    0x60: say("The network was too busy and gave up. Send the message again later."),
    0x61: say("The phone was busy and the network gave up. Send the message again later."),
    0x62: say("The phone did not answer and the network gave up. Send the message again later."),
    0x63: _REFUSED,
    0x64: say("The phone could not receive and the network gave up. Send the message again later."),
    0x65: say("The phone reported an error and the network gave up. Send the message again later."),
}

_STATUS_BY_STATE = {
    PartState.DELIVERED: say("The network says that the message was delivered."),
    PartState.FAILED: say("The network could not deliver the message. Check the number, or call the person."),
    None: say("The message is still on its way; the network keeps trying."),
}


def explain_status(tp_st: int) -> Sentence:
    """Tell a person what the status of a delivery report means."""
    return _STATUS.get(tp_st) or _STATUS_BY_STATE[report_state(tp_st)]
