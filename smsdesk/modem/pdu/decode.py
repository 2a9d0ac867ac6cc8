"""A PDU as a modem gives it, understood or called undecodable; nothing that comes in can make this raise."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.incoming import Decoded, Deliver, StatusReport, Undecodable
from smsdesk.modem.pdu.address import read_address
from smsdesk.modem.pdu.coding import coding_of
from smsdesk.modem.pdu.octets import MalformedError, Octets
from smsdesk.modem.pdu.timestamp import read_timestamp
from smsdesk.modem.pdu.userdata import read_user_data

_TYPE_BITS = 0x03
_SUBMIT, _STATUS_REPORT = 1, 2
"""TP-MTI towards the phone (9.2.3.1); the reserved 3 is to be read as a DELIVER, which is 0."""
_HEADER_INDICATOR = 0x40
_MAX_CENTRE_OCTETS = 11
_TYPE_OF_ADDRESS_BIT = 0x80
"""Set in every type-of-address octet (9.1.2.5)."""


@dataclass(frozen=True)
class _Reading:
    """One way to read the octets: what comes out, and whether it accounts for all of them."""

    decoded: Decoded
    exact: bool

    @property
    def understood(self) -> bool:
        return not isinstance(self.decoded, Undecodable)


def decode(pdu: str) -> Decoded:
    """Decode hex, in either case and with any spacing, of an SMS-DELIVER or SMS-STATUS-REPORT.

    The service centre's address stands in front, as 27.005 (3.1) has it. Where that reading does not
    account for every octet and the one without the address does, the latter is taken.
    """
    try:
        octets = bytes.fromhex("".join(pdu.split()))
    except ValueError:
        return Undecodable("not hex")
    usual = _read(octets, with_centre=True)
    if usual.understood and usual.exact:
        return usual.decoded
    bare = _read(octets, with_centre=False)
    return bare.decoded if bare.understood and bare.exact else usual.decoded


def _read(octets: bytes, *, with_centre: bool) -> _Reading:
    cursor = Octets(octets)
    try:
        if with_centre:
            _skip_centre(cursor)
        decoded = _read_tpdu(cursor)
    except MalformedError as error:
        return _Reading(Undecodable(str(error)), exact=False)
    return _Reading(decoded, exact=not cursor.left)


def _skip_centre(octets: Octets) -> None:
    length = octets.one("service centre address")
    if length > _MAX_CENTRE_OCTETS:
        raise MalformedError("service centre address too long")
    centre = octets.take(length, "service centre address")
    if centre and not centre[0] & _TYPE_OF_ADDRESS_BIT:
        raise MalformedError("service centre address without a type")


def _read_tpdu(octets: Octets) -> Decoded:
    first = octets.one("first octet")
    message_type = first & _TYPE_BITS
    if message_type == _SUBMIT:
        return Undecodable("SMS-SUBMIT: a draft or a sent message that was stored")
    if message_type == _STATUS_REPORT:
        return _read_status_report(octets)
    return _read_deliver(octets, has_header=bool(first & _HEADER_INDICATOR))


def _read_deliver(octets: Octets, *, has_header: bool) -> Deliver:
    """SMS-DELIVER behind its first octet (9.2.2.1)."""
    sender = read_address(octets)
    octets.one("protocol identifier")
    coding = coding_of(octets.one("data coding scheme"))
    sent_at = read_timestamp(octets)
    content = read_user_data(octets, coding, has_header)
    return Deliver(
        sender=sender.shown,
        sender_kind=sender.kind,
        text=content.text,
        sent_at=sent_at,
        concat=content.concat,
        message_class=coding.message_class,
        data=content.data,
    )


def _read_status_report(octets: Octets) -> StatusReport:
    """SMS-STATUS-REPORT behind its first octet (9.2.2.3); the optional parameters say nothing of use."""
    ref = octets.one("message reference")
    recipient = read_address(octets)
    sent_at = read_timestamp(octets)
    done_at = read_timestamp(octets)
    status = octets.one("status")
    octets.take(octets.left, "optional parameters")
    return StatusReport(ref, recipient.normalised, status, sent_at, done_at)
