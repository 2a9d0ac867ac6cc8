"""One part as an SMS-SUBMIT (3GPP TS 23.040, 9.2.2.2), packed by python-gsmmodem-new behind a guard.

The library's packing of septets, of semi-octets and of the concatenation element is used; its alphabet, its
choice of coding and its cutting into parts are not, since they are wrong for some texts.
"""

from __future__ import annotations

import re
import warnings
from codecs import charmap_encode
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from smsdesk.domain import gsm0338
from smsdesk.domain.outgoing import Concat, Encoding, Submission
from smsdesk.domain.text import normalise

_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{5,14}")
_SHORT = re.compile(r"[0-9]{3,8}")
_TYPE_INTERNATIONAL, _TYPE_UNKNOWN = 0x91, 0x81

_SUBMIT = 0x01
_REJECT_DUPLICATES = 0x04
_RELATIVE_VALIDITY = 0x10
_STATUS_REPORT = 0x20
_HEADER_INDICATOR = 0x40
"""Bits of the first octet (9.2.2.2)."""

_CENTRE_OF_THE_SIM = 0x00
"""A service centre address of no octets: the one stored on the SIM."""
_NO_PROTOCOL = 0x00
_CODING = {Encoding.GSM7: 0x00, Encoding.UCS2: 0x08}
_USER_DATA_OCTETS = 140

_SEPTETS = {ord(character): bytes([septet]) for septet, character in enumerate(gsm0338.BASIC)} | {
    ord(character): bytes([gsm0338.ESCAPE, septet]) for septet, character in gsm0338.EXTENSION.items()
}
del _SEPTETS[gsm0338.ESCAPE]


@dataclass(frozen=True)
class SubmitPdu:
    """What AT+CMGS takes: the PDU in upper-case hex, and the octets behind the service centre's address."""

    hex: str
    tpdu_length: int


def encode_submit(submission: Submission, *, reject_duplicates: bool = False) -> SubmitPdu:
    """Encode one part, or raise ValueError when number or text cannot go into one SMS-SUBMIT.

    The message reference is left 0: modems set their own. References from 256 on take the element with
    16 bits, which leaves room for one septet or UTF-16 unit less.
    """
    address = _address(submission.to)
    header = _header(submission.concat)
    length, content = _user_data(submission, header)
    first = _SUBMIT
    first |= _REJECT_DUPLICATES if reject_duplicates else 0
    first |= _STATUS_REPORT if submission.report else 0
    first |= _HEADER_INDICATOR if header else 0
    validity = b""
    if submission.validity_minutes is not None:
        first |= _RELATIVE_VALIDITY
        validity = bytes([_validity(submission.validity_minutes)])
    coding = _CODING[submission.encoding]
    tpdu = bytes([first, 0, *address, _NO_PROTOCOL, coding, *validity, length]) + content
    return SubmitPdu(bytes([_CENTRE_OF_THE_SIM, *tpdu]).hex().upper(), len(tpdu))


def _address(number: str) -> bytes:
    if _INTERNATIONAL.fullmatch(number):
        digits, kind = number[1:], _TYPE_INTERNATIONAL
    elif _SHORT.fullmatch(number):
        digits, kind = number, _TYPE_UNKNOWN
    else:
        raise ValueError("the number is neither +E.164 nor a short number")
    return bytes([len(digits), kind, *_library().encodeSemiOctets(digits)])


def _header(concat: Concat | None) -> bytes:
    """The user data header with its length octet; empty for a message of one part."""
    if concat is None:
        return b""
    if not (0 <= concat.ref <= 0xFFFF and 1 <= concat.seq <= concat.total <= 0xFF):
        raise ValueError("the concatenation is out of range")
    element = _library().Concatenation()
    element.reference, element.parts, element.number = concat.ref, concat.total, concat.seq
    encoded = bytes(element.encode())
    return bytes([len(encoded), *encoded])


def _user_data(submission: Submission, header: bytes) -> tuple[int, bytes]:
    """TP-UDL (septets or octets, header included) and TP-UD."""
    text = normalise(submission.text)
    if submission.encoding is Encoding.UCS2:
        content = header + text.encode("utf-16-be")
        length = len(content)
    else:
        septets = charmap_encode(text, "strict", _SEPTETS)[0]
        header_septets = (len(header) * 8 + 6) // 7
        packed = _library().packSeptets(bytearray(septets), padBits=len(header) * 8 % 7)
        content = header + bytes(packed)
        length = header_septets + len(septets)
    if len(content) > _USER_DATA_OCTETS:
        raise ValueError("the text does not fit in one part")
    return length, content


_FIVE_MINUTES, _HALF_HOUR, _DAY, _WEEK = 5, 30, 24 * 60, 7 * 24 * 60


def _validity(minutes: int) -> int:
    """TP-VP relative (9.2.3.12.1): the longest period of its scale that is not longer than asked.

    Shorter than the scale's 5 minutes reads as 5, longer than its 63 weeks as 63 weeks.
    """
    if minutes < 1:
        raise ValueError("the validity period is over before it begins")
    if minutes <= _DAY // 2:
        return max(minutes // _FIVE_MINUTES, 1) - 1
    if minutes <= _DAY:
        return 143 + (minutes - _DAY // 2) // _HALF_HOUR
    if minutes < 2 * _DAY:
        return 167
    if minutes <= 30 * _DAY:
        return 166 + minutes // _DAY
    return max(196, min(192 + minutes // _WEEK, 255))


@cache
def _library() -> ModuleType:
    """The library, loaded with the first SMS: it brings its own modem, and all of it stays in memory."""
    with warnings.catch_warnings():
        # Its sources have invalid escapes, of which Python warns wherever pip has not compiled them.
        warnings.simplefilter("ignore")
        from gsmmodem import pdu  # noqa: PLC0415  # as said above

    return pdu  # type: ignore[no-any-return]
