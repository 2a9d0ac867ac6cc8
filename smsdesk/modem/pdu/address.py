"""Address fields (3GPP TS 23.040, 9.1.2.5): who sent, and to whom a report belongs."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.domain.incoming import SenderKind
from smsdesk.domain.phones import ParsedPhone, normalise_phone
from smsdesk.modem.pdu.alphabet import text_of
from smsdesk.modem.pdu.octets import MalformedError, Octets, unpack_septets

_MAX_SEMI_OCTETS = 20
_INTERNATIONAL, _ALPHANUMERIC = 1, 5
"""Types of number (9.1.2.5, bits 6 to 4 of the type-of-address octet)."""
_SEMI_OCTETS = "0123456789*#abc"
"""The sign of each semi-octet; the sixteenth is filler."""
_FILLER = 0xF
_SHORT_CODE_DIGITS = range(3, 9)


@dataclass(frozen=True)
class Address:
    """One address: its type of number, and its digits (`*`, `#`, `a`-`c` included) or letters."""

    type_of_number: int
    value: str

    @property
    def kind(self) -> SenderKind:
        """Whether one can answer this address, and how."""
        if self.type_of_number == _ALPHANUMERIC:
            return SenderKind.ALPHANUMERIC if self.value.strip() else SenderKind.UNKNOWN
        if not self.value.isdecimal():
            return SenderKind.UNKNOWN
        if len(self.value) < _SHORT_CODE_DIGITS.start:
            return SenderKind.UNKNOWN
        short = self.type_of_number != _INTERNATIONAL or not _is_e164(self.value)
        return SenderKind.SHORT_CODE if short and len(self.value) in _SHORT_CODE_DIGITS else SenderKind.PHONE

    @property
    def shown(self) -> str:
        """The address as Deliver.sender wants it: "+33612345678", digits as they came, or letters."""
        international = self.type_of_number == _INTERNATIONAL and _is_e164(self.value)
        return "+" + self.value if international else self.value

    @property
    def normalised(self) -> str:
        """The address as a recipient is known: networks give back +336... as 06... or 00336... too."""
        if self.type_of_number == _ALPHANUMERIC or self.shown.startswith("+"):
            return self.shown
        if len(self.value) in _SHORT_CODE_DIGITS or not self.value.isdecimal():
            return self.value
        parsed = normalise_phone(self.value)
        return parsed.e164 if isinstance(parsed, ParsedPhone) else self.value


def _is_e164(digits: str) -> bool:
    """Whether an international number can be one: no trunk 0, and long enough (ITU-T E.164)."""
    return digits.isdecimal() and not digits.startswith("0") and 6 <= len(digits) <= 15


def read_address(octets: Octets) -> Address:
    """Read length, type and value of an originating, destination or recipient address."""
    count = octets.one("address length")
    if count > _MAX_SEMI_OCTETS:
        raise MalformedError("address too long")
    type_of_number = octets.one("type of address") >> 4 & 7
    value = octets.take((count + 1) // 2, "address")
    if type_of_number == _ALPHANUMERIC:
        return Address(type_of_number, text_of(unpack_septets(value, count * 4 // 7)))
    return Address(type_of_number, semi_octets(value)[:count])


def semi_octets(octets: bytes) -> str:
    """The digits of swapped semi-octets, up to the filler."""
    signs = []
    for nibble in (nibble for octet in octets for nibble in (octet & 0xF, octet >> 4)):
        if nibble == _FILLER:
            break
        signs.append(_SEMI_OCTETS[nibble])
    return "".join(signs)
