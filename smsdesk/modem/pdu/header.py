"""The user data header and its information elements (3GPP TS 23.040, 9.2.3.24)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from smsdesk.domain.outgoing import Concat
from smsdesk.modem.pdu.octets import MalformedError, Octets


@dataclass(frozen=True)
class Header:
    """What a header says that matters here; the defaults are those of a message without one."""

    octets: int = 0
    """Length with the length octet itself."""
    concat: Concat | None = None
    port_addressed: bool = False
    single_shift: int = 0
    locking_shift: int = 0


def read_header(user_data: bytes) -> Header:
    """Read the header at the start of user data.

    Unknown elements are skipped, the last of equal ones counts, and a header whose elements do not fill it
    exactly is ignored as a whole (9.2.3.24), but for its length: the text still starts behind it.
    """
    octets = Octets(user_data)
    length = octets.one("user data header length")
    elements = octets.take(length, "user data header")
    header = Header(octets=length + 1)
    try:
        return _with_elements(header, Octets(elements))
    except MalformedError:
        return header


def _with_elements(header: Header, octets: Octets) -> Header:
    while octets.left:
        identifier = octets.one("element identifier")
        data = octets.take(octets.one("element length"), "element")
        header = _with_element(header, identifier, data)
    return header


def _with_element(header: Header, identifier: int, data: bytes) -> Header:
    match identifier, len(data):
        case (0x00, 3) | (0x08, 4):  # concatenation, 8- and 16-bit reference
            return replace(header, concat=_concat(data) or header.concat)
        case (0x04, 2) | (0x05, 4):  # application ports, 8 and 16 bit
            return replace(header, port_addressed=True)
        case (0x24, 1):  # national language single shift
            return replace(header, single_shift=data[0])
        case (0x25, 1):  # national language locking shift
            return replace(header, locking_shift=data[0])
    return header


def _concat(data: bytes) -> Concat | None:
    """The element with an 8- or 16-bit reference; None when its numbers ask to be ignored."""
    *ref, total, seq = data
    if not 1 <= seq <= total:
        return None
    return Concat(int.from_bytes(bytes(ref)), total, seq, wide=len(ref) == 2)
