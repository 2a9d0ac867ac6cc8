"""Text mode (27.005, 3.1 and 3.4): stored and pushed PDUs as lines, texts in the character set of +CSCS."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.modem.virtual import address, alphabet, tpdu
from smsdesk.modem.virtual.settings import Settings
from smsdesk.modem.virtual.sim import STATUS_NAMES, Slot

CHARSETS = ("GSM", "IRA", "HEX", "8859-1", "UCS2")


def written(text: str, charset: str) -> str:
    """A text as the computer gets it; what the character set lacks becomes a question mark."""
    if charset == "UCS2":
        return alphabet.to_ucs2(text).hex().upper()
    if charset == "GSM":
        return _septets(text).decode("latin-1")
    if charset == "HEX":
        return _septets(text).hex().upper()
    encoding = "ascii" if charset == "IRA" else "latin-1"
    return text.encode(encoding, "replace").decode("latin-1")


def _septets(text: str) -> bytes:
    return b"".join(alphabet.to_septets(char)[0] if alphabet.fits_gsm7(char) else b"?" for char in text)


def read(typed: bytes, charset: str) -> str:
    """A text as the computer wrote it; ValueError when it is not in the character set."""
    if charset == "UCS2":
        return alphabet.from_ucs2(bytes.fromhex(typed.decode("ascii")))
    if charset == "GSM":
        return alphabet.from_septets(bytes(byte & 0x7F for byte in typed))
    if charset == "HEX":
        return alphabet.from_septets(bytes(byte & 0x7F for byte in bytes.fromhex(typed.decode("ascii"))))
    return typed.decode("ascii" if charset == "IRA" else "latin-1")


def length_of(pdu: str) -> int:
    """The octets of a stored PDU behind its service centre, 0 for what is no PDU."""
    try:
        octets = bytes.fromhex(pdu)
        return max(0, len(octets) - 1 - octets[0])
    except (ValueError, IndexError):
        return 0


@dataclass(frozen=True)
class Shown:
    """One PDU for text mode: address, time stamp, details for +CSDH=1, text."""

    address: str
    stamp: str
    details: str
    text: str


def shown(pdu: str, settings: Settings) -> Shown:
    """Read a stored PDU for text mode; one that nobody can read is shown as its hex digits."""
    try:
        return _shown(bytes.fromhex(pdu), settings)
    except (ValueError, IndexError):
        return Shown("", "", "", pdu)


def _shown(pdu: bytes, settings: Settings) -> Shown:
    body = pdu[1 + pdu[0] :]
    if body[0] & 3 == tpdu.MTI_SUBMIT:
        submit = tpdu.decode_submit(body)
        text = submit.data.hex().upper() if submit.text is None else submit.text
        details = f",{body[0]},{submit.pid},{submit.dcs},{len(text)}"
        return Shown(written(submit.to, settings.charset), "", details, written(text, settings.charset))
    delivery = tpdu.decode_deliver(pdu)
    details = f",{delivery.first_octet},{delivery.pid},{delivery.dcs},{delivery.length}"
    sender = written(delivery.sender, settings.charset)
    return Shown(sender, delivery.at, details, written(delivery.text, settings.charset))


def report_fields(pdu: str) -> str:
    """<fo>,<mr>,<ra>,<tora>,<scts>,<dt>,<st> of a status report (27.005, 3.1); "" when it is none."""
    try:
        body = bytes.fromhex(pdu)
        body = body[1 + body[0] :]
        if body[0] & 3 != tpdu.MTI_STATUS_REPORT:
            return ""
        number, size = address.decode_address(body[2:])
        at = 2 + size
        sent, done = (tpdu.text_mode_time(address.decode_time(body[at + n : at + n + 7])) for n in (0, 7))
        return f'{body[0]},{body[1]},"{number}",{body[3]},"{sent}","{done}",{body[at + 14]}'
    except (ValueError, IndexError):
        return ""


def stored_lines(prefix: str, slot: Slot, settings: Settings, index: str = "") -> list[str]:
    """One slot as +CMGL (with its index) or +CMGR shows it, in either mode."""
    if not settings.text_mode:
        return [f"{prefix}: {index}{int(slot.status)},,{length_of(slot.pdu)}", slot.pdu]
    status = f'"{STATUS_NAMES[slot.status]}"'
    if fields := report_fields(slot.pdu):
        return [f"{prefix}: {index}{status},{fields}"]
    sms = shown(slot.pdu, settings)
    stamp = f',"{sms.stamp}"' if sms.stamp else ","
    details = sms.details if settings.show_header else ""
    return [f'{prefix}: {index}{status},"{sms.address}",{stamp}{details}', sms.text]


def pushed_lines(code: str, pdu: str, settings: Settings) -> tuple[str, ...]:
    """A PDU as +CMT or +CDS gives it directly (27.005, 3.4.1), in either mode."""
    if not settings.text_mode:
        return (f"{code}: {',' if code == '+CMT' else ''}{length_of(pdu)}", pdu)
    if code == "+CDS":
        return (f"+CDS: {report_fields(pdu)}",)
    sms = shown(pdu, settings)
    details = sms.details if settings.show_header else ""
    return (f'+CMT: "{sms.address}",,"{sms.stamp}"{details}', sms.text)
