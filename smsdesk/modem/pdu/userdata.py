"""User data as text, or as hex where it is no text (3GPP TS 23.040, 9.2.3.24)."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.outgoing import Concat
from smsdesk.modem.pdu.alphabet import text_of
from smsdesk.modem.pdu.coding import Alphabet, Coding
from smsdesk.modem.pdu.header import Header, read_header
from smsdesk.modem.pdu.octets import MalformedError, Octets, unpack_septets


@dataclass(frozen=True)
class UserData:
    """What a message says: text, or None and the octets behind the header in hex."""

    text: str | None
    data: str
    concat: Concat | None


def read_user_data(octets: Octets, coding: Coding, has_header: bool) -> UserData:
    """Read length and user data; octets beyond the length are filler and stay unread."""
    length = octets.one("user data length")
    septets = coding.alphabet is Alphabet.GSM7
    content = octets.take((length * 7 + 7) // 8 if septets else length, "user data")
    header = read_header(content) if has_header else Header()
    if header.port_addressed or coding.alphabet in (Alphabet.DATA, Alphabet.COMPRESSED):
        return UserData(None, content[header.octets :].hex().upper(), header.concat)
    text = _septets_text(content, length, header) if septets else _utf16_text(content[header.octets :])
    return UserData(text, "", header.concat)


def _septets_text(content: bytes, length: int, header: Header) -> str:
    """Text of `length` septets, those that the header takes and its fill bits included."""
    header_septets = (header.octets * 8 + 6) // 7
    if header_septets > length:
        raise MalformedError("user data header longer than user data")
    fill_bits = header_septets * 7 - header.octets * 8
    septets = unpack_septets(content[header.octets :], length - header_septets, fill_bits)
    return text_of(septets, header.locking_shift, header.single_shift)


def _utf16_text(octets: bytes) -> str:
    """Text of UCS-2, which phones use as UTF-16; a single last octet and lone surrogates are replaced."""
    return octets.decode("utf-16-be", "replace")
