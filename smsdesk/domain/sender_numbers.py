"""The number that an SMS came from, in the one form of a known family, whatever its network wrote."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

from smsdesk.domain.phones import ParsedPhone, normalise_phone

_ICCID = re.compile(r"89(0?[1-9][0-9]{15,17})")
"""ITU-T E.118: 89, the country's code (1 is written 01), issuer and number; 18 to 20 digits."""
_FRENCH_CODES = frozenset({"33", "262", "590", "594", "596"})
"""France and its departments overseas dial each other's numbers alike."""
_LONGEST_CODE = 3
_REMEMBERED = 4096


@lru_cache(_REMEMBERED)
def family_number(sender: str, sim: str) -> str:
    """E.164 of a phone that a network wrote as 06..., 33..., 0033... or so, read where its SIM is at home.

    `sim` is as in ModemStatus.sim; one that does not tell its country counts as French. What is no number of
    that country comes back as it was.
    """
    if sender.startswith("+"):
        return sender
    code = _home_code(sim)
    if code in _FRENCH_CODES:
        parsed = normalise_phone(sender)
        return parsed.e164 if isinstance(parsed, ParsedPhone) else sender
    return _dialled_in(phonenumbers.region_code_for_country_code(int(code)), sender)


def _home_code(sim: str) -> str:
    """The country's code in the number of a SIM card; that of France for other names of SIMs."""
    found = _ICCID.fullmatch(sim)
    digits = found[1].lstrip("0") if found else ""
    codes = (digits[:size] for size in range(1, _LONGEST_CODE + 1))
    known = (code for code in codes if code and int(code) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
    return next(known, "33")


def _dialled_in(region: str, sender: str) -> str:
    try:
        number = phonenumbers.parse(sender, region)
    except phonenumbers.NumberParseException:
        return sender
    if not phonenumbers.is_valid_number(number):
        return sender
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
