"""TPDUs as the service centre sees them (3GPP TS 23.040, 9.2.2): reads SMS-SUBMIT, writes the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from smsdesk.domain.outgoing import Concat
from smsdesk.modem.virtual import address, alphabet

MTI_DELIVER, MTI_SUBMIT, MTI_STATUS_REPORT = 0, 1, 2
UDHI = 0x40
REPORT_REQUESTED = 0x20
REJECT_DUPLICATES = 0x04
NO_MORE_TO_SEND = 0x04
USER_DATA_OCTETS = 140

IE_CONCAT_8, IE_CONCAT_16 = 0x00, 0x08


class Coding(Enum):
    """The alphabet of user data (3GPP TS 23.038, 4)."""

    GSM7 = "gsm7"
    DATA = "data"
    UCS2 = "ucs2"


@dataclass(frozen=True)
class Submit:
    """One SMS-SUBMIT. `text` is None for binary data; `tpdu` are the octets it was read from."""

    to: str
    text: str | None
    coding: Coding
    reference: int
    report: bool
    reject_duplicates: bool
    validity: bytes
    pid: int
    dcs: int
    header: bytes
    concat: Concat | None
    data: bytes
    tpdu: bytes


@dataclass(frozen=True)
class Delivery:
    """What text mode shows of a stored SMS-DELIVER."""

    sender: str
    text: str
    at: str
    first_octet: int
    pid: int
    dcs: int
    length: int


def coding_of(dcs: int) -> Coding:
    """The alphabet that a data coding scheme names (23.038, 4); reserved ones read as 7 bit."""
    group = dcs >> 4
    if group < 8:
        return (Coding.GSM7, Coding.DATA, Coding.UCS2, Coding.GSM7)[dcs >> 2 & 3]
    if group == 0xE:
        return Coding.UCS2
    return Coding.DATA if group == 0xF and dcs & 4 else Coding.GSM7


def decode_submit(tpdu: bytes) -> Submit:
    """Read an SMS-SUBMIT (9.2.2.2); ValueError when it is another type, too long or cut short."""
    if len(tpdu) < 7 or tpdu[0] & 3 != MTI_SUBMIT:
        raise ValueError("this is no SMS-SUBMIT")
    first = tpdu[0]
    to, size = address.decode_address(tpdu[2:])
    at = 2 + size
    pid, dcs = tpdu[at], tpdu[at + 1]
    validity_size = (0, 7, 1, 7)[first >> 3 & 3]
    validity = tpdu[at + 2 : at + 2 + validity_size]
    at += 2 + validity_size
    header, text, data = _user_data(tpdu[at + 1 :], tpdu[at], coding_of(dcs), has_header=bool(first & UDHI))
    return Submit(
        to=to,
        text=text,
        coding=coding_of(dcs),
        reference=tpdu[1],
        report=bool(first & REPORT_REQUESTED),
        reject_duplicates=bool(first & REJECT_DUPLICATES),
        validity=validity,
        pid=pid,
        dcs=dcs,
        header=header,
        concat=concat_of(header),
        data=data,
        tpdu=tpdu,
    )


def _user_data(
    octets: bytes, length: int, coding: Coding, *, has_header: bool
) -> tuple[bytes, str | None, bytes]:
    """Header, text (None when binary) and the bare data of TP-UD."""
    expected = (length * 7 + 7) // 8 if coding is Coding.GSM7 else length
    if expected > USER_DATA_OCTETS or len(octets) != expected:
        raise ValueError("the user data have another length than they say")
    start = octets[0] + 1 if has_header and octets else 0
    if start > len(octets):
        raise ValueError("the header is longer than the user data")
    header, data = octets[1:start], octets[start:]
    if coding is Coding.GSM7:
        skipped = (start * 8 + 6) // 7
        fill = skipped * 7 - start * 8
        return header, alphabet.from_septets(alphabet.unpack(data, max(0, length - skipped), fill)), data
    return header, alphabet.from_ucs2(data) if coding is Coding.UCS2 else None, data


def concat_of(header: bytes) -> Concat | None:
    """The concatenation element of a user data header (9.2.3.24.1 and .8); ValueError when it is nonsense."""
    at = 0
    while at + 2 <= len(header):
        kind, value = header[at], header[at + 2 : at + 2 + header[at + 1]]
        if kind in (IE_CONCAT_8, IE_CONCAT_16) and len(value) == (3 if kind == IE_CONCAT_8 else 4):
            ref = int.from_bytes(value[:-2], "big")
            concat = Concat(ref, value[-2], value[-1], wide=kind == IE_CONCAT_16)
            if not 1 <= concat.seq <= concat.total:
                raise ValueError("a part number beyond the number of parts")
            return concat
        at += 2 + header[at + 1]
    return None


def text_data(text: str, coding: Coding) -> tuple[bytes, int]:
    """TP-UD and TP-UDL of a text without header; ValueError when it is too long or has no such characters."""
    if coding is Coding.GSM7:
        septets = b"".join(alphabet.to_septets(text))
        data, length = alphabet.pack(septets), len(septets)
    else:
        data = alphabet.to_ucs2(text) if coding is Coding.UCS2 else text.encode("latin-1")
        length = len(data)
    if len(data) > USER_DATA_OCTETS:
        raise ValueError("the text is too long for one SMS")
    return data, length


@dataclass(frozen=True)
class Envelope:
    """What goes around the user data of an SMS-DELIVER."""

    sender: str
    at: datetime
    centre: str = ""
    pid: int = 0
    message_class: int | None = None
    """0 for a flash SMS (23.038, 4)."""


def encode_delivers(envelope: Envelope, text: str, reference: int) -> list[bytes]:
    """A text as one SMS-DELIVER, or as concatenated ones; each with its service centre in front."""
    coding = Coding.GSM7 if alphabet.fits_gsm7(text) else Coding.UCS2
    units = alphabet.to_septets(text) if coding is Coding.GSM7 else [alphabet.to_ucs2(char) for char in text]
    single, multi = (160, 153) if coding is Coding.GSM7 else (140, 134)
    if sum(map(len, units)) <= single:
        return [deliver(envelope, coding, b"".join(units))]
    parts = _cut(units, multi)
    headers = (bytes([IE_CONCAT_8, 3, reference & 0xFF, len(parts), seq]) for seq in range(1, len(parts) + 1))
    return [deliver(envelope, coding, part, header) for part, header in zip(parts, headers, strict=True)]


def _cut(units: Sequence[bytes], size: int) -> list[bytes]:
    """Units joined into parts of at most `size`; a unit is never cut."""
    parts = [b""]
    for unit in units:
        if len(parts[-1]) + len(unit) > size:
            parts.append(b"")
        parts[-1] += unit
    return parts


def deliver(envelope: Envelope, coding: Coding, units: bytes, header: bytes = b"") -> bytes:
    """One SMS-DELIVER (9.2.2.1) of septets or octets, with its service centre in front."""
    head = bytes([len(header)]) + header if header else b""
    if coding is Coding.GSM7:
        skipped = (len(head) * 8 + 6) // 7
        data = head + alphabet.pack(units, skipped * 7 - len(head) * 8)
        length = skipped + len(units)
    else:
        data = head + units
        length = len(data)
    dcs = {Coding.GSM7: 0x00, Coding.DATA: 0x04, Coding.UCS2: 0x08}[coding]
    if envelope.message_class is not None:
        dcs |= 0x10 | envelope.message_class
    first = MTI_DELIVER | NO_MORE_TO_SEND | (UDHI if header else 0)
    body = bytes([first]) + address.encode_address(envelope.sender) + bytes([envelope.pid, dcs])
    tail = address.encode_time(envelope.at) + bytes([length]) + data
    return address.encode_centre(envelope.centre) + body + tail


def encode_report(reference: int, recipient: str, sent: datetime, done: datetime, status: int,
                  centre: str = "") -> bytes:  # fmt: skip
    """An SMS-STATUS-REPORT (9.2.2.3) with its service centre in front; `status` is TP-ST (9.2.3.15)."""
    head = bytes([MTI_STATUS_REPORT | NO_MORE_TO_SEND, reference]) + address.encode_address(recipient)
    times = address.encode_time(sent) + address.encode_time(done)
    return address.encode_centre(centre) + head + times + bytes([status])


def decode_deliver(pdu: bytes) -> Delivery:
    """What text mode shows of an SMS-DELIVER behind its service centre; ValueError when it is none."""
    tpdu = pdu[1 + pdu[0] :] if pdu else b""
    if len(tpdu) < 12 or tpdu[0] & 3 != MTI_DELIVER:
        raise ValueError("this is no SMS-DELIVER")
    sender, size = address.decode_address(tpdu[1:])
    at = 1 + size
    pid, dcs, length = tpdu[at], tpdu[at + 1], tpdu[at + 9]
    moment = address.decode_time(tpdu[at + 2 : at + 9])
    header = bool(tpdu[0] & UDHI)
    _, text, data = _user_data(tpdu[at + 10 :], length, coding_of(dcs), has_header=header)
    shown = data.hex().upper() if text is None else text
    return Delivery(sender, shown, text_mode_time(moment), tpdu[0], pid, dcs, length)


def text_mode_time(moment: datetime) -> str:
    """A time stamp as in "24/12/31,23:59:59+04" (27.005, 3.1, <scts>): quarters of an hour from UTC."""
    offset = moment.utcoffset()
    quarters = int(offset.total_seconds()) // 900 if offset else 0
    return f"{moment:%y/%m/%d,%H:%M:%S}{quarters:+03d}"
