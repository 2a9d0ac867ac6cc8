"""Time stamps of the service centre (3GPP TS 23.040, 9.2.3.11)."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from smsdesk.modem.pdu.octets import Octets

_OCTETS = 7
_SIGN = 0x08
"""Bit 3 of the time zone octet, in the semi-octet of the tens: set for zones west of Greenwich."""
_QUARTER_MINUTES = 15
_CENTURY = 2000


def read_timestamp(octets: Octets) -> datetime | None:
    """Read seven octets as an aware time, None when they are no valid date and zone."""
    *fields, zone = octets.take(_OCTETS, "time stamp")
    try:
        year, month, day, hour, minute, second = map(_two_digits, fields)
        offset = timedelta(minutes=_QUARTER_MINUTES * _two_digits(zone & ~_SIGN))
        west = bool(zone & _SIGN)
        return datetime(
            _CENTURY + year, month, day, hour, minute, second, tzinfo=timezone(-offset if west else offset)
        )
    except ValueError:
        return None


def _two_digits(octet: int) -> int:
    """The number of two swapped semi-octets; ValueError when one is no digit."""
    tens, units = octet & 0xF, octet >> 4
    if tens > 9 or units > 9:
        raise ValueError("not two digits")
    return tens * 10 + units
